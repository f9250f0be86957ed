"""What the history is asked for: a field that searches as one types, and chips with menus."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from agent_desk.desk.history import Ending, HistoryQuery, SortBy
from agent_desk.desk.state import Direction
from agent_desk.ui import history_words, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.history_dates import DayRange, Span, bounds, span_words
from agent_desk.ui.history_words import OUTGOING, counted
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, Chip, Field, Kind, Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QResizeEvent

    from agent_desk.core.clock import Clock

_TYPING_MS: Final = 0
"""Keys that came in one turn are one question."""
_FIELD_PX: Final = 36
_MOST_QUEUE_WORDS: Final = 24
_GAP: Final = 8
_HINT_FROM_PX: Final = 480
_LEAST_PX: Final = 240


_INCOMING: Final = frozenset({Direction.INCOMING})


class HistoryFilters(QWidget):
    """The question as a person puts it together.

    As many filters as there is room for have a chip; the others share one. Signals:
    ``changed(HistoryQuery)``; ``left_downwards()`` where the arrow key or Enter leaves the field
    for the list.
    """

    changed = Signal(object)
    left_downwards = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._query = HistoryQuery()
        self._span = Span.ANY
        words = self.tr("Name, number, note or custom data")
        self.search: Final = Field(
            height=_FIELD_PX, placeholder=words, icon=Icon.SEARCH, name=self.tr("Search calls")
        )
        self.search.edit.setClearButtonEnabled(True)
        for clear in self.search.edit.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear the search"))
        find = QKeySequence(QKeySequence.StandardKey.Find)
        keys = text.isolate(find.toString(QKeySequence.SequenceFormat.NativeText))
        self._keys = Label(keys, Role.LABEL, Token.TEXT3, is_fixed=True)
        self._keys.setMinimumWidth(self._keys.sizeHint().width() + _GAP)
        self.search.add_trailing(self._keys)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._on_typing_timeout)
        self.search.text_changed.connect(self._on_search_text_changed)
        self.search.submitted.connect(self._on_search_submitted)
        self._menus = {
            name: QMenu(title, self)
            for name, title in (
                ("days", self.tr("Days")),
                ("endings", self.tr("Outcome")),
                ("ways", self.tr("Direction")),
                ("queues", self.tr("Queue")),
                ("sort", self.tr("Order")),
            )
        }
        self._fillers: dict[str, Callable[[QMenu], None]] = {
            "days": self._fill_days,
            "endings": self._fill_endings,
            "ways": self._fill_ways,
            "queues": self._fill_queues,
            "sort": self._fill_sort,
        }
        self._queues: tuple[str, ...] = ()
        self._active: dict[str, bool] = {}
        self._in_menu: tuple[str, ...] = ()
        self._is_fitting = False
        self._all = QMenu(self.tr("Filters"), self)
        self._chips = {name: self._chip(name) for name in self._menus}
        self._note = Chip(self.tr("With a note"), icon=Icon.NOTE)
        self._note.setCheckable(True)
        self._note.clicked.connect(self._on_note_clicked)
        self._more = Chip(self.tr("Filters"), has_menu=True)
        self._more.clicked.connect(partial(self._open, self._all, self._more))
        self._clear = Button(self.tr("Clear all"), Kind.LINK)
        self._clear.clicked.connect(self.clear)
        self._dates = DayRange()
        self._dates.changed.connect(self._on_dates_changed)
        self._dates.hide()
        self._build()
        self._show()

    @property
    def query(self) -> HistoryQuery:
        """What is asked for now."""
        return self._query

    def show_queues(self, names: tuple[str, ...]) -> None:
        """Offer these queues."""
        if names != self._queues:
            self._queues = names
            self._show()

    def refresh_days(self) -> None:
        """A new day may have begun: today is another one."""
        if self._span not in (Span.ANY, Span.CHOSEN):
            self._take_span(self._span)

    def clear(self) -> None:
        """Ask for everything again, newest first."""
        self._typing.stop()
        with QSignalBlocker(self.search):
            self.search.set_text("")
        self._span = Span.ANY
        self._ask(HistoryQuery())

    def minimumSizeHint(self) -> QSize:
        # Chips that have no room go into the menu: they must not ask for it.
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keys.setVisible(self.width() >= _HINT_FROM_PX)
        self._fit()

    def _build(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(_GAP)
        for name in ("days", "endings", "ways", "queues"):
            chips.addWidget(self._chips[name])
        chips.addWidget(self._note)
        chips.addWidget(self._chips["sort"])
        chips.addWidget(self._more)
        chips.addStretch(1)
        chips.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.search)
        column.addLayout(chips)
        column.addWidget(self._dates)

    def _chip(self, name: str) -> Chip:
        chip = Chip("…", icon=Icon.CALENDAR if name == "days" else None, has_menu=True)
        chip.clicked.connect(partial(self._open_named, name))
        return chip

    # ----------------------------------------------------------------------------- what is shown

    def _show(self) -> None:
        query = self._query
        endings, ways = sorted(query.endings, key=_order), query.directions
        said = {
            "days": span_words(self._span),
            "endings": self.tr("Any outcome"),
            "ways": self._way_words(ways),
            "queues": text.isolate_name(_short(query.queue_name)) or self.tr("Any queue"),
            "sort": self._sort_words(query.sort, is_descending=query.is_descending),
        }
        if len(endings) == 1:
            said["endings"] = history_words.ending_of(endings[0])
        elif endings:
            said["endings"] = counted.endings(len(endings))
        is_sorted = (query.sort, query.is_descending) != (SortBy.TIME, True)
        active = {
            "days": self._span is not Span.ANY,
            "endings": bool(endings),
            "ways": bool(ways),
            "queues": bool(query.queue_name),
            "sort": is_sorted,
        }
        for name, chip in self._chips.items():
            _set_words(chip, said[name])
            chip.set_active(active[name])
        self._note.setChecked(query.has_note)
        self._note.set_active(query.has_note)
        self._active = active | {"note": query.has_note}
        self._clear.setVisible(any(self._active.values()) or bool(query.text))
        self._dates.setVisible(self._span is Span.CHOSEN)
        self._fit()

    def _fit(self) -> None:
        """Show the chips that there is room for."""
        if self._is_fitting:
            return
        self._is_fitting = True
        width = -1
        # To show or hide a chip may lay out the page, and give this another width meanwhile.
        while width != self.width():
            width = self.width()
            self._fit_to(width)
        self._is_fitting = False

    def _fit_to(self, width: int) -> None:
        """In their order; those that have no room are in a menu."""
        offered = ["days", "endings", "ways", "queues", "note", "sort"]
        if not (self._queues or self._query.queue_name):
            offered.remove("queues")
        chips = self._chips | {"note": self._note}
        room = width + _GAP
        if not self._clear.isHidden():
            room -= self._clear.sizeHint().width() + _GAP
        shown: list[str] = []
        widths = {name: chips[name].sizeHint().width() + _GAP for name in offered}
        if sum(widths.values()) <= room:
            shown = offered
        else:
            room -= self._more.sizeHint().width() + _GAP
            for name in offered:
                room -= widths[name]
                if room < 0 and shown:
                    break
                shown.append(name)
        hidden = [name for name in offered if name not in shown]
        count = sum(self._active[name] for name in hidden)
        _set_words(self._more, counted.filters(count) if count else self.tr("Filters"))
        self._more.set_active(count > 0)
        self._in_menu = tuple(hidden)
        for name, chip in chips.items():
            chip.setVisible(name in shown)
        self._more.setVisible(bool(hidden))

    def _way_words(self, ways: frozenset[Direction]) -> str:
        if not ways:
            return self.tr("In and out")
        return self.tr("Outgoing") if ways & OUTGOING else self.tr("Incoming")

    def _sort_words(self, sort: SortBy, *, is_descending: bool) -> str:
        if sort is SortBy.NAME:
            return self.tr("By name")
        if sort is SortBy.TALK:
            return self.tr("Longest first")
        return self.tr("Newest first") if is_descending else self.tr("Oldest first")

    # ------------------------------------------------------------------------------------- menus

    def _open_named(self, name: str) -> None:
        menu = self._menus[name]
        menu.clear()
        self._fillers[name](menu)
        self._open(menu, self._chips[name])

    def _open(self, menu: QMenu, chip: Chip, _is_checked: bool = False) -> None:  # noqa: FBT002
        if menu is self._all:
            self._fill_all()
        menu.ensurePolished()
        x = chip.width() - menu.sizeHint().width() if self.isRightToLeft() else 0
        menu.popup(chip.mapToGlobal(QPoint(x, chip.height() + 4)))

    def _fill_all(self) -> None:
        self._all.clear()
        for name in self._in_menu:
            if name == "note":
                said = self.tr("With a note")
                entry = _entry(self._all, said, is_on=self._query.has_note)
                entry.triggered.connect(self._on_note_clicked)
                continue
            menu = self._menus[name]
            menu.clear()
            self._fillers[name](menu)
            self._all.addMenu(menu)

    def _fill_days(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for span in Span:
            entry = _entry(menu, span_words(span), is_on=span is self._span, group=group)
            entry.triggered.connect(partial(self._on_span_chosen, span))

    def _fill_endings(self, menu: QMenu) -> None:
        entry = _entry(menu, self.tr("Any outcome"), is_on=not self._query.endings)
        entry.triggered.connect(partial(self._change, endings=frozenset()))
        menu.addSeparator()
        for value in Ending:
            is_on = value in self._query.endings
            entry = _entry(menu, history_words.ending_of(value), is_on=is_on)
            entry.triggered.connect(partial(self._on_ending_chosen, value))

    def _fill_ways(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for ways in (frozenset[Direction](), _INCOMING, OUTGOING):
            is_on = ways == self._query.directions
            entry = _entry(menu, self._way_words(ways), is_on=is_on, group=group)
            entry.triggered.connect(partial(self._change, directions=ways))

    def _fill_queues(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for name in ("", *self._queues):
            said = _short(name) or self.tr("Any queue")
            entry = _entry(menu, said, is_on=name == self._query.queue_name, group=group)
            entry.triggered.connect(partial(self._change, queue_name=name))

    def _fill_sort(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for sort, is_descending in (
            (SortBy.TIME, True),
            (SortBy.TIME, False),
            (SortBy.NAME, False),
            (SortBy.TALK, True),
        ):
            is_on = (sort, is_descending) == (self._query.sort, self._query.is_descending)
            said = self._sort_words(sort, is_descending=is_descending)
            entry = _entry(menu, said, is_on=is_on, group=group)
            entry.triggered.connect(partial(self._change, sort=sort, is_descending=is_descending))

    # ------------------------------------------------------------------------- what a person does

    def _change(self, _is_checked: bool = False, **values: object) -> None:  # noqa: FBT002
        self._ask(replace(self._query, **values))  # type: ignore[arg-type]  # names of fields

    def _ask(self, query: HistoryQuery) -> None:
        is_other = query != self._query
        self._query = query
        self._show()
        if is_other:
            self.changed.emit(query)

    def _take_span(self, span: Span) -> None:
        today = self._clock.now().astimezone().date()
        self._span = span
        chosen = self._dates.days(today) if span is Span.CHOSEN else None
        since, until = bounds(span, today, chosen)
        self._ask(replace(self._query, since=since, until=until))

    def _on_span_chosen(self, span: Span, _is_checked: bool = False) -> None:  # noqa: FBT002
        self._take_span(span)
        if span is Span.CHOSEN:
            self._dates.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_ending_chosen(self, value: Ending, _is_checked: bool = False) -> None:  # noqa: FBT002
        self._change(endings=self._query.endings ^ {value})

    def _on_note_clicked(self, is_checked: bool) -> None:
        self._change(has_note=is_checked)

    def _on_dates_changed(self) -> None:
        self._take_span(Span.CHOSEN)

    def _on_search_text_changed(self, _words: str) -> None:
        self._typing.start()

    def _on_typing_timeout(self) -> None:
        self._change(text=" ".join(self.search.text().split()))

    def _on_search_submitted(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self._on_typing_timeout()
        self.left_downwards.emit()


def _entry(menu: QMenu, said: str, *, is_on: bool, group: QActionGroup | None = None) -> QAction:
    entry = menu.addAction(text.menu(text.plain(said)))
    entry.setCheckable(True)
    if group is not None:
        group.addAction(entry)
    entry.setChecked(is_on)
    return entry


def _set_words(chip: Chip, said: str) -> None:
    if said != chip.text():
        chip.set_text(said)
        chip.updateGeometry()
        chip.update()


def _order(value: Ending) -> int:
    return list(Ending).index(value)


def _short(name: str) -> str:
    return name if len(name) <= _MOST_QUEUE_WORDS else f"{name[: _MOST_QUEUE_WORDS - 1]}…"
