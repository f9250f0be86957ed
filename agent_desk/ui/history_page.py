"""The history: search, filters, the list of calls, and beside it or in its place the details."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from agent_desk.desk.history import HistoryQuery
from agent_desk.ui import fault_words, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.history_day import HistoryDay
from agent_desk.ui.history_detail import HistoryDetailView
from agent_desk.ui.history_export_menu import ExportMenu
from agent_desk.ui.history_filters import HistoryFilters
from agent_desk.ui.history_list import HistoryList
from agent_desk.ui.history_model import Taken
from agent_desk.ui.history_parts import PullProgress
from agent_desk.ui.history_words import counted
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets import Button, EmptyState, Kind, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    from agent_desk.core.clock import Clock
    from agent_desk.desk.history import HistoryCall, HistoryDetail
    from agent_desk.desk.history import HistoryPage as Rows

WIDE_FROM_PX: Final = 800
"""From this width on the details stand beside the list."""
_ASIDE_PX: Final = 384
_ANY_WIDTH: Final = (1 << 24) - 1
_DETAIL_MS: Final = 90
"""Who runs through the list with an arrow key asks for the details only where they stop."""
_SPEAK_MS: Final = 700
_CALM_MS: Final = 250
"""A pull brings calls by the thousand; so often the rows in sight are asked for again."""


class HistoryPage(QWidget):
    """Shows calls and asks for them; knows no store.

    ``calls``, ``filters``, ``detail``, ``day``, ``progress`` and ``export`` have signals of their
    own. Signals: ``detail_requested(str)`` with a call id, ``retry_requested()``,
    ``pull_requested()``.
    """

    detail_requested = Signal(str)
    retry_requested = Signal()
    pull_requested = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.calls: Final = HistoryList(clock)
        self.filters: Final = HistoryFilters(clock)
        self.detail: Final = HistoryDetailView(clock)
        self.day: Final = HistoryDay(clock)
        self.progress: Final = PullProgress()
        self.export: Final = ExportMenu(self)
        self._all_calls: int | None = None
        self._is_wide = False
        self._has_begun = self._was_away = False
        self._is_detailed = False
        self._count = Label("", Role.BODY, Token.TEXT2)
        self._day_line = Label("", Role.SECTION, Token.TEXT2)
        self._day_button = Button(
            kind=Kind.GHOST, icon=Icon.CHECK_LINE, height=36, name=self.tr("The day in figures")
        )
        self._day_button.clicked.connect(self._on_day_clicked)
        self._export = Button(kind=Kind.GHOST, icon=Icon.DOWNLOAD, name=self.tr("Export"))
        self._export.clicked.connect(self._on_export_clicked)
        self._refresh = Button(kind=Kind.GHOST, icon=Icon.REFRESH, name=self.tr("Refresh"))
        self._refresh.clicked.connect(self.pull_requested)
        self._loading = Label(self.tr("Loading calls…"), Role.BODY, Token.TEXT3)
        self._empty = EmptyState(
            Icon.EMPTY, self.tr("No calls yet"), self.tr("They appear here once they have ended.")
        )
        self._nothing = EmptyState(
            Icon.SEARCH, self.tr("Nothing found"), self.tr("Try other words or fewer filters.")
        )
        self._trouble = _Trouble()
        self._asking = QTimer(self, singleShot=True, interval=_DETAIL_MS)
        self._asking.timeout.connect(self._on_asking_timeout)
        self._speaking = QTimer(self, singleShot=True, interval=_SPEAK_MS)
        self._speaking.timeout.connect(self._on_speaking_timeout)
        self._calming = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calming.timeout.connect(self._on_calming_timeout)
        self._is_changed_again = False
        self._build()
        self._connect()
        self._arrange()

    def begin(self) -> None:
        """A person comes to the page: the rows as they are now, and typing searches."""
        if self._has_begun:
            self._look_again()
        else:
            self._has_begun = True
            self.calls.rows.ask(self.filters.query)
            self.day.ask()
        self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self, rows: Rows) -> None:
        """Show what was found; the answer to an older question is dropped."""
        taken = self.calls.show_rows(rows)
        if taken is Taken.DROPPED:
            return
        if rows.query == HistoryQuery():
            self._all_calls = rows.total
        self._trouble.hide()
        if taken is not Taken.FILLED or not self._count.text():
            self._show_count()
        if taken is Taken.FOUND and self.isVisible():
            self._speaking.start()

    def show_trouble(self, code: str, detail: str = "") -> None:
        """The rows that were asked for do not come, and why."""
        self.calls.rows.forget_requests()
        self._trouble.show_fault(code, detail)
        self._show_count()

    def show_detail(self, detail: HistoryDetail) -> None:
        """Show all that is kept of the chosen call."""
        self.detail.show_detail(detail)

    def live_changed(self) -> None:
        """There is another call, or one of them is another now."""
        if not self._has_begun or not self.isVisible():
            return  # when it is seen again it asks by itself
        if self._calming.isActive():
            self._is_changed_again = True
            return
        self._calming.start()
        self._look_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._has_begun and self._was_away:
            self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._was_away = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE_FROM_PX
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._is_aside_shown_alone() or self._is_detailed:
            self._close_aside()
        elif self.filters.search.text():
            self.filters.search.set_text("")
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_wide:
            line, aside = tokens().line, self._aside.geometry()
            x = aside.right() + 1 if self.isRightToLeft() else aside.left() - line
            painter = QPainter(self)
            painter.fillRect(x, 0, line, self.height(), colour(Token.HAIRLINE))
            painter.end()

    # ------------------------------------------------------------------------------------ layout

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(self.tr("History"), Role.PAGE, is_fixed=True))
        head.addSpacing(8)
        head.addWidget(self._count, 1)
        for button in (self._day_button, self._export, self._refresh):
            head.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 4)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.filters)
        top.addWidget(self.progress)
        top.addWidget(self._trouble)
        top.addWidget(self._day_line)
        top.addWidget(self._loading)
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._empty)
        column.addWidget(self._nothing)
        column.addWidget(self.calls, 1)
        column.addStretch(0)
        self._aside = QWidget()
        self._pages = QStackedLayout(self._aside)
        self._pages.addWidget(self.day)
        self._pages.addWidget(self.detail)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self._row.addWidget(self._main, 1)
        self._row.addWidget(self._aside)
        self._show_count()

    def _connect(self) -> None:
        self.filters.changed.connect(self.calls.rows.ask)
        self.filters.left_downwards.connect(self.calls.focus_row)
        self.calls.chosen.connect(self._on_calls_chosen)
        self.calls.opened.connect(self._on_calls_opened)
        self.calls.day_changed.connect(self._on_calls_day_changed)
        self.detail.closed.connect(self._close_aside)
        self.day.closed.connect(self._close_aside)
        self.progress.pull_requested.connect(self.pull_requested)
        self._trouble.retry_requested.connect(self._on_retry)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_find)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.filters.search)
        down.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        down.activated.connect(self.calls.focus_row)

    def _arrange(self) -> None:
        """Two columns, or one thing at a time."""
        is_wide = self._is_wide
        for button, said in (
            (self._export, self.tr("Export")),
            (self._refresh, self.tr("Refresh")),
        ):
            button.set_text(said if is_wide else "")
            button.updateGeometry()
        self.detail.set_alone(not is_wide)
        self.day.set_alone(not is_wide)
        self._day_button.setVisible(not is_wide)
        self._aside.setMinimumWidth(_ASIDE_PX if is_wide else 0)
        self._aside.setMaximumWidth(_ASIDE_PX if is_wide else _ANY_WIDTH)
        self._aside.setVisible(is_wide or self._is_detailed)
        self._main.setVisible(is_wide or not self._is_detailed)
        self._pages.setCurrentWidget(self.detail if self._is_detailed else self.day)

    def _open_aside(self, page: QWidget, *, with_keyboard: bool) -> None:
        self._is_detailed = page is self.detail
        self._pages.setCurrentWidget(page)
        self._aside.show()
        if not self._is_wide:
            self._main.hide()
        if with_keyboard:
            (self.detail if self._is_detailed else self.day).focus_first()

    def _look_again(self) -> None:
        """Ask again for all that is in sight."""
        self._was_away = False
        self.filters.refresh_days()
        self.calls.refresh()
        self.day.ask()
        if self._is_detailed and self.detail.call is not None:
            self.detail_requested.emit(self.detail.call.call_id)

    def _close_aside(self) -> None:
        self._is_detailed = False
        self._arrange()
        self.calls.focus_row()

    def _is_aside_shown_alone(self) -> bool:
        return not self._is_wide and not self._aside.isHidden()

    def _show_count(self) -> None:
        rows = self.calls.rows
        is_troubled = not self._trouble.isHidden()
        said = ""
        if rows.has_answer and self._all_calls is not None and rows.query != HistoryQuery():
            said = counted.of_calls(rows.total, text.isolate(f"{self._all_calls:,}"))
        elif rows.has_answer:
            said = counted.calls(rows.total)
        self._count.set_text(said)
        is_empty = rows.has_answer and not rows.total
        is_all = rows.query == HistoryQuery()
        self._empty.setVisible(is_empty and is_all and not is_troubled)
        self._nothing.setVisible(is_empty and not is_all and not is_troubled)
        self._loading.setVisible(not rows.has_answer and not is_troubled)
        self.calls.setVisible(not is_empty)
        self._export.setEnabled(rows.total > 0)

    # ------------------------------------------------------------------------ what a person does

    def _on_calls_chosen(self, call: HistoryCall) -> None:
        if self._is_wide:
            self.detail.show_call(call)
            self._open_aside(self.detail, with_keyboard=False)
            self._asking.start()

    def _on_calls_opened(self, call: HistoryCall) -> None:
        is_by_key = self.calls.hasFocus()
        self.detail.show_call(call)
        self._open_aside(self.detail, with_keyboard=is_by_key and not self._is_wide)
        self._asking.stop()
        self.detail_requested.emit(call.call_id)

    def _on_calls_day_changed(self, day: str) -> None:
        self._day_line.set_text(day)
        self._day_line.setVisible(bool(day))

    def _on_day_clicked(self) -> None:
        self._open_aside(self.day, with_keyboard=True)
        self.day.ask()

    def _on_export_clicked(self) -> None:
        self.export.open(self._export, self.filters.query)

    def _on_find(self) -> None:
        if self._is_aside_shown_alone():
            self._close_aside()
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.edit.selectAll()

    def _on_retry(self) -> None:
        self.calls.rows.ask(self.filters.query)

    def _on_asking_timeout(self) -> None:
        if self.detail.call is not None:
            self.detail_requested.emit(self.detail.call.call_id)

    def _on_calming_timeout(self) -> None:
        if self._is_changed_again:
            self._is_changed_again = False
            self.live_changed()

    def _on_speaking_timeout(self) -> None:
        text.announce(self, self._count.text())


class _Trouble(QWidget):
    """Why there are no rows, and the way on. Signals: ``retry_requested()``."""

    retry_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", Role.BODY, Token.MUTED, wrap=True)
        again = Button(self.tr("Try again"), Kind.LINK)
        again.clicked.connect(self.retry_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(again)
        self.hide()

    def show_fault(self, code: str, detail: str) -> None:
        """Say what went wrong; aloud where it is new."""
        said = fault_words.sentences(code, detail)
        if self.isHidden() or said != self._words.text():
            text.announce(self, said, is_urgent=True)
        self._words.set_text(said)
        self.show()
