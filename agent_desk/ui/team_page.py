"""The team: who is there, what they do and since when, and the way to call them."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.team import Order, Standing
from agent_desk.ui import fault_words, text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Line, draw_line, mirrored
from agent_desk.ui.team_row import EDGE_PX, WIDE_FROM_PX, Columns
from agent_desk.ui.team_table import TeamTable
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, Chip, EmptyState, Field, Kind, Label, Separator

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.desk.link import LinkView
    from agent_desk.desk.presence import Status
    from agent_desk.desk.team import Colleague, TeamView

_TICK_MS: Final = 1000
_HEAD_PX: Final = 64
_HEADS_PX: Final = 32
_ARE_HEARD: Final = frozenset({Link.CONNECTED, Link.POLLING})


class TeamPage(QWidget):
    """Shows the team as ``shift.Roster`` tells of it.

    Ctrl+F, or typing in the list, goes to the search; Escape there clears it. Signals:
    ``dial_requested(PhoneNumber)`` with an extension, ``favourites_changed(tuple)`` of extensions,
    ``code_requested()`` where the API code is in the way of names.
    """

    dial_requested = Signal(object)
    favourites_changed = Signal(object)
    code_requested = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._favourites: frozenset[str] = frozenset()
        self._standing: Standing | None = None
        self._order = Order.NAME
        self._has_news = False
        self._is_polling = False
        self._fault = ("", "")
        self._nothing_said: tuple[str, str] | None = None
        self._nothing: EmptyState | None = None
        self._title = Label(self.tr("Team"), Role.PAGE)
        self._count = Label("", Role.BODY, Token.TEXT3)
        self._sort = Button(self.tr("By name"), Kind.LINK)
        self._sort.clicked.connect(self._on_sort_clicked)
        self._search = Field(
            height=36,
            placeholder=self.tr("Name or extension"),
            icon=Icon.SEARCH,
            name=self.tr("Search the team"),
        )
        self._chip_words = {
            Standing.FREE: self.tr("Free"),
            Standing.ON_CALL: self.tr("On a call"),
            Standing.AWAY: self.tr("Away"),
        }
        self._chips = {standing: Chip(said) for standing, said in self._chip_words.items()}
        self._stale = Label("", Role.BODY, Token.RINGING, wrap=True)
        self._hint = Label("", Role.BODY, Token.TEXT2, wrap=True)
        self._code = Button(self.tr("Enter the API code"), Kind.LINK)
        self._heads = _TeamHeads()
        self.table: Final = TeamTable(clock)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self.table.tick)
        self._find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._connect()
        self._lay_out()
        self._say_order()
        self._refresh()

    # ------------------------------------------------------------------------------------- input

    def show_team(self, view: TeamView) -> None:
        """Show the news."""
        self._has_news = True
        self._fault = (view.fault_code, view.fault_message)
        self.table.take(view)
        self._refresh()

    def show_link(self, link: LinkView) -> None:
        """Say whether the team is heard of, and if not, since when."""
        is_stale = link.state not in _ARE_HEARD
        self._is_polling = link.state is Link.POLLING
        said = ""
        if is_stale and link.blind_since is not None:
            at = words.clock_time(link.blind_since, is_exact=True)
            said = self.tr("Not connected. As of {time}.").format(time=at)
        elif is_stale:
            said = self.tr("Not connected.")
        self._stale.set_text(said)
        self._stale.setVisible(is_stale)
        self.table.set_stale(is_stale=is_stale)
        self._refresh()

    def set_statuses(self, statuses: tuple[Status, ...]) -> None:
        """Call statuses as the account does."""
        self.table.rows.name(statuses)

    def set_favourites(self, sips: tuple[str, ...]) -> None:
        """These were kept as favourites."""
        self._favourites = frozenset(sips)
        self.table.change(partial(self.table.rows.set_favourites, self._favourites))

    def focus_first(self) -> None:
        """Put the keyboard into the search."""
        self._search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.edit.selectAll()

    # -------------------------------------------------------------------------------------- Qt's

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticking.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE_FROM_PX
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if is_wide else directions.TopToBottom
        if self._filters.direction() != direction:
            self._filters.setDirection(direction)
            self._heads.setVisible(is_wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self.table.rows.rowCount():
            self.table.enter()
        elif key == Qt.Key.Key_Escape and self._search.text():
            self._search.set_text("")
        else:
            super().keyPressEvent(event)

    # ----------------------------------------------------------------------------------- internal

    def _connect(self) -> None:
        self._find.activated.connect(self.focus_first)
        self._search.text_changed.connect(self._on_search_text_changed)
        self._search.submitted.connect(self._on_search_submitted)
        for standing, chip in self._chips.items():
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._on_chip_clicked, standing))
        self._code.clicked.connect(self.code_requested)
        self.table.call_requested.connect(self._on_call_requested)
        self.table.favourite_toggled.connect(self._on_favourite_toggled)
        self.table.typed.connect(self._on_typed)
        self.table.left.connect(self.focus_first)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self._sort)
        bar = QWidget()
        bar.setFixedHeight(_HEAD_PX)
        bar.setLayout(head)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        self._filters = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._filters.setContentsMargins(EDGE_PX, 0, EDGE_PX, 12)
        self._filters.setSpacing(8)
        self._filters.addWidget(self._search, 1)
        self._filters.addLayout(chips)
        notes = QVBoxLayout()
        notes.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        notes.setSpacing(4)
        for note in (self._stale, self._hint, self._code):
            note.hide()
            notes.addWidget(note)
        self._heads.hide()
        self._place = QVBoxLayout()
        self._place.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(self._filters)
        column.addLayout(notes)
        column.addWidget(self._heads)
        column.addWidget(Separator())
        column.addLayout(self._place, 1)

    def _refresh(self) -> None:
        """The words round the rows."""
        team = self.table.rows.team
        numbers = Counter(each.standing for each in team.everybody())
        total = sum(numbers.values())
        away = numbers[Standing.OUT] + numbers[Standing.UNSEEN]
        said = self.tr("{present} signed in · {free} free").format(
            present=text.isolate(str(total - away)),
            free=text.isolate(str(numbers[Standing.FREE])),
        )
        _set(self._count, said if total else "")
        for standing, chip in self._chips.items():
            self._say_chip(standing, chip, numbers[standing])
        self._say_notes(total)
        self._say_nothing(total)

    def _say_chip(self, standing: Standing, chip: Chip, number: int) -> None:
        is_active = standing is self._standing
        said = self._chip_words[standing]
        if is_active:
            said = f"{said} · {text.isolate(str(number))}"
        if chip.text() != text.menu(said):
            chip.set_text(said)
            chip.set_active(is_active)
            chip.updateGeometry()

    def _say_notes(self, total: int) -> None:
        code, message = self._fault
        said = ""
        if code:
            said = self._fault_words(code, message)
        elif self._is_polling:
            said = self.tr("The slower connection tells of your own extensions only.")
        elif total and all(each.is_own for each in self.table.rows.team.everybody()):
            said = self.tr("This sign-in sees your own extensions only.")
        _set(self._hint, said)
        if self._hint.isVisibleTo(self) != bool(said):
            self._hint.setVisible(bool(said))
        if self._code.isVisibleTo(self) != bool(code):
            self._code.setVisible(bool(code))

    def _fault_words(self, code: str, message: str) -> str:
        if code == "api_code":
            return self.tr("Voicenter lists no extension for this API code. Check the API code.")
        return fault_words.sentences(code, message)

    def _say_nothing(self, total: int) -> None:
        """In place of the rows, why there are none."""
        said: tuple[str, str] | None = None
        if self.table.rows.rowCount() == 0:
            if total:
                said = (self.tr("Nobody matches"), self.tr("Try another name or another state."))
            elif self._has_news:
                said = (
                    self.tr("No extension is to be seen"),
                    self.tr("Ask your administrator which extensions this sign-in may see."),
                )
            else:
                said = (self.tr("No news of the team yet"), "")
        if said == self._nothing_said:
            return
        self._nothing_said = said
        if self._nothing is not None:
            self._place.removeWidget(self._nothing)
            self._nothing.hide()
            self._nothing.deleteLater()
            self._nothing = None
        if said is not None:
            self._nothing = EmptyState(Icon.TAKEN, *said)
            self._place.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
            self._nothing.show()
        self.table.setVisible(said is None)

    def _say_order(self) -> None:
        by_name = self._order is Order.NAME
        self._sort.set_text(self.tr("By name") if by_name else self.tr("By state"))
        named = self.tr("Sorted by name. Sort by state")
        self._sort.set_name(named if by_name else self.tr("Sorted by state. Sort by name"))

    def _on_sort_clicked(self) -> None:
        self._order = Order.STATE if self._order is Order.NAME else Order.NAME
        self.table.change(partial(self.table.rows.sort_by, self._order))
        self._say_order()

    def _on_search_text_changed(self, typed: str) -> None:
        self.table.change(partial(self.table.rows.search, text.plain(typed)))
        self._refresh()

    def _on_search_submitted(self) -> None:
        if self.table.rows.rowCount():
            self.table.enter()

    def _on_chip_clicked(self, standing: Standing) -> None:
        self._standing = None if self._standing is standing else standing
        self.table.change(partial(self.table.rows.narrow, self._standing))
        for each, chip in self._chips.items():
            chip.setChecked(each is self._standing)
        self._refresh()

    def _on_call_requested(self, who: Colleague) -> None:
        # Who is only listed is not among the extensions that the dial plan knows.
        is_seen = who.standing is not Standing.UNSEEN
        self.dial_requested.emit(PhoneNumber(who.sip if is_seen else who.short or who.sip))

    def _on_favourite_toggled(self, sip: str) -> None:
        self._favourites = self._favourites ^ {sip}
        self.table.change(partial(self.table.rows.set_favourites, self._favourites))
        who = self.table.rows.team.get(sip)
        if who is not None:
            is_now = sip in self._favourites
            ends = self.tr("{name} is no favourite any more")
            line = self.tr("{name} is a favourite") if is_now else ends
            text.announce(self.table, line.format(name=who.name or sip))
        self.favourites_changed.emit(tuple(sorted(self._favourites)))

    def _on_typed(self, typed: str) -> None:
        self._search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.edit.end(False)  # noqa: FBT003 - Qt's
        self._search.edit.insert(typed)


class _TeamHeads(QWidget):
    """What the columns are called, in a list that has some."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEADS_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        columns = Columns(self.width())
        is_rtl = self.isRightToLeft()
        painter = QPainter(self)
        for (left, width), said, align in (
            (columns.name, self.tr("Colleague"), Align.START),
            (columns.state, self.tr("State"), Align.START),
            (columns.way, self.tr("On"), Align.START),
            (columns.since, self.tr("Since"), Align.END),
        ):
            line = Line(said, Role.BODY, Token.TEXT3, align)
            spot = mirrored(QRectF(left, 6, width, line.role.line), self.rect(), is_rtl=is_rtl)
            draw_line(painter, spot, line, is_rtl=is_rtl)
        painter.end()


def _set(label: Label, said: str) -> None:
    if label.text() != said:
        label.set_text(said)
