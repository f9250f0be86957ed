"""The page of queues: who waits and how long, and who gave up and is to be called back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.desk.queue_view import QueuesView
from agent_desk.desk.recent import ListState
from agent_desk.ui import fault_words, queue_words, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.queue_lists import GaveUpList, QueueList
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, EmptyState, Kind, Label, Segmented, Separator

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from agent_desk.core.clock import Clock

WIDE_FROM_PX: Final = 760
_TICK_MS: Final = 1000
_SIDE_PX: Final = 368
_REFUSED_CODE: Final = "api_code"


class QueuesPage(QWidget):
    """Shows a ``QueuesView``; while it is in sight waits run on once a second.

    Signals: ``watched(bool)`` when it comes into sight and goes; ``call_back_requested(
    PhoneNumber, str)`` and ``done_requested(str)`` as of ``GaveUpList``; ``retry_requested()`` and
    ``code_requested()`` where queues have to be asked for.
    """

    watched = Signal(bool)
    call_back_requested = Signal(object, str)
    done_requested = Signal(str)
    retry_requested = Signal()
    code_requested = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._view = QueuesView()
        self._is_wide = False
        self._summary = Label("", Role.LABEL, Token.TEXT3)
        self._filter = Segmented(
            (self.tr("All queues"), self.tr("With callers")), name=self.tr("Which queues")
        )
        self._filter.selected_changed.connect(self._on_filter_selected_changed)
        self._tabs = Segmented((self.tr("Waiting"), self.tr("Gave up")), name=self.tr("Show"))
        self._tabs.selected_changed.connect(self._on_tabs_selected_changed)
        self._notice = Label("", Role.BODY, Token.TEXT2, wrap=True)
        self._retry = Button(self.tr("Try again"), Kind.LINK)
        self._retry.clicked.connect(self.retry_requested)
        self._code = Button(self.tr("Enter the API code"), Kind.LINK)
        self._code.clicked.connect(self.code_requested)
        self.queues = QueueList(clock)
        self.gave_up = GaveUpList(clock)
        self.gave_up.call_back_requested.connect(self.call_back_requested)
        self.gave_up.done_requested.connect(self.done_requested)
        self._none = EmptyState(Icon.QUEUES, self.tr("No queues"), self.tr("None to be seen here."))
        self._nobody = EmptyState(Icon.CONFIRMED, queue_words.nobody())
        self._no_debts = EmptyState(Icon.CONFIRMED, self.tr("Nobody to call back"))
        self._more = Label("", Role.LABEL, Token.TEXT3, wrap=True)
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._ticker.timeout.connect(self.queues.viewport().update)
        self._lay_out()
        self._follow_width()
        self.show_queues(self._view)

    @property
    def is_ticking(self) -> bool:
        """Whether waits run on."""
        return self._ticker.isActive()

    def show_queues(self, view: QueuesView) -> None:
        """Show ``view``; rows that have not changed are not touched."""
        self._view = view
        self.queues.rows.show(view, is_busy_only=self._filter.selected() == 1)
        self.gave_up.rows.show(view)
        self._say_summary()
        self._say_notice()
        self._say_rest()
        self._follow_rows()
        self._follow_time()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watched.emit(self.isVisible())
        self._follow_time()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watched.emit(self.isVisible())
        self._ticker.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_width()

    # ------------------------------------------------------------------------------- privately

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(self.tr("Queues"), Role.PAGE, is_fixed=True))
        head.addWidget(self._summary, 1)
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self._retry)
        links.addWidget(self._code)
        links.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(16, 16, 16, 12)
        top.setSpacing(8)
        top.addLayout(head)
        for widget in (self._tabs, self._filter, self._notice):
            top.addWidget(widget)
        top.addLayout(links)
        self._first = QWidget()
        first = QVBoxLayout(self._first)
        first.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self.queues, 1)
        for empty in (self._none, self._nobody):
            first.addWidget(empty, 1, Qt.AlignmentFlag.AlignTop)
        self._second = QWidget()
        second = QVBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(0)
        title = QHBoxLayout()
        title.setContentsMargins(16, 12, 16, 8)
        title.addWidget(Label(self.tr("Gave up, to call back"), Role.SECTION))
        second.addLayout(title)
        second.addWidget(self.gave_up, 1)
        second.addWidget(self._no_debts, 1, Qt.AlignmentFlag.AlignTop)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self._more)
        second.addLayout(foot)
        self._between = Separator(is_vertical=True)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._first, 1)
        body.addWidget(self._between)
        body.addWidget(self._second, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(Separator())
        whole.addLayout(body, 1)

    def _say_summary(self) -> None:
        view = self._view
        parts = []
        if view.state is ListState.READY:
            parts.append(queue_words.waiting(sum(len(queue.waiting) for queue in view.queues)))
        count = len(view.gave_up) + view.more_gave_up
        if count:
            parts.append(self.tr("%n to call back", None, count))
        self._summary.set_text(" · ".join(parts))

    def _say_notice(self) -> None:
        view = self._view
        is_locked = view.state is ListState.NO_CODE
        said = ""
        if is_locked and view.error_code != _REFUSED_CODE:
            said = self.tr("The queues are not told here. Asking for them needs the API code.")
        elif view.error_code:
            said = fault_words.sentences(view.error_code, view.detail)
        elif view.state is ListState.LOADING:
            said = self.tr("Looking for the queues...")
        elif view.is_asked:
            said = self.tr("Asked for every 5 seconds: who gives up cannot be seen this way.")
        if view.is_stale and view.as_of is not None:
            time = words.clock_time(view.as_of, is_exact=True)
            said = " ".join(filter(None, (self.tr("As of {time}.").format(time=time), said)))
        self._notice.set_text(said)
        self._notice.setVisible(bool(said))
        self._retry.setVisible(bool(view.error_code))
        self._code.setVisible(view.error_code in ("no_api_code", _REFUSED_CODE))

    def _say_rest(self) -> None:
        view = self._view
        said = []
        if view.more_gave_up:
            said.append(self.tr("%n more", None, view.more_gave_up))
        if view.nameless:
            said.append(self.tr("%n who gave up cannot be called back", None, view.nameless))
        if view.unseen:
            said.append(self.tr("%n left while it could not be seen how", None, view.unseen))
        if view.since is not None:
            said.append(self.tr("seen since {time}").format(time=words.clock_time(view.since)))
        self._more.set_text(" · ".join(said))

    def _follow_rows(self) -> None:
        """Say in words where a list has no rows."""
        view = self._view
        has_rows = self.queues.rows.rowCount() > 0
        self.queues.setVisible(has_rows)
        self._none.setVisible(not view.queues and view.state is ListState.READY)
        self._nobody.setVisible(not has_rows and bool(view.queues))
        self.gave_up.setVisible(bool(view.gave_up))
        self._no_debts.setVisible(not view.gave_up)

    def _follow_time(self) -> None:
        """Run only while somebody waits, and is seen to."""
        view = self._view
        is_running = self.isVisible() and not view.is_stale
        if is_running and any(queue.waiting for queue in view.queues):
            if not self._ticker.isActive():
                self._ticker.start()
        else:
            self._ticker.stop()

    def _follow_width(self) -> None:
        """Both lists side by side, or one of them at a time."""
        self._is_wide = self.width() >= WIDE_FROM_PX
        self._tabs.setVisible(not self._is_wide)
        self._between.setVisible(self._is_wide)
        if self._is_wide:
            self._second.setFixedWidth(_SIDE_PX)
        else:
            self._second.setMinimumWidth(0)
            self._second.setMaximumWidth(self.maximumWidth())
        is_first = self._tabs.selected() == 0
        self._first.setVisible(self._is_wide or is_first)
        self._second.setVisible(self._is_wide or not is_first)
        self._filter.setVisible(self._is_wide or is_first)
        self._filter.setMaximumWidth(_SIDE_PX if self._is_wide else self.maximumWidth())

    def _on_filter_selected_changed(self, _index: int) -> None:
        self.show_queues(self._view)

    def _on_tabs_selected_changed(self, _index: int) -> None:
        self._follow_width()
