"""Lists of recent calls: those with one caller, inside a card, and the agent's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.desk.recent import ListState, RecentCalls
from agent_desk.desk.state import Direction, Outcome
from agent_desk.ui import fault_words, icons, looks, text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.masking import Revealing, masking, shown
from agent_desk.ui.painting import Align, Line, draw_line, mirrored
from agent_desk.ui.theme import Token, colour
from agent_desk.ui.widgets import (
    Button,
    Card,
    EmptyState,
    Kind,
    Label,
    PlainText,
    RecentCallRow,
    Separator,
)
from agent_desk.ui.widgets import RecentCall as RecentWords
from agent_desk.ui.widgets.focus import FocusRinged

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from agent_desk.core.clock import Clock
    from agent_desk.desk.recent import RecentCall

MAX_TALKS: Final = 5
MAX_MINE: Final = 20
_REFUSED_CODE: Final = "api_code"
_ROW_PX: Final = 52
_OUTGOING: Final = frozenset({Direction.OUTGOING, Direction.CLICK2CALL})
_LOUD: Final = frozenset({Outcome.MISSED, Outcome.CALLER_GAVE_UP})


class ListTrouble(QWidget):
    """Why a list cannot be shown, and the way on.

    Signals: ``retry_requested()``, ``code_requested()``.
    """

    retry_requested = Signal()
    code_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sentence = Label("", Role.BODY, Token.TEXT2, wrap=True)
        self._retry = Button(self.tr("Try again"), Kind.LINK)
        self._retry.clicked.connect(self.retry_requested)
        self._code = Button(self.tr("Enter the API code"), Kind.LINK)
        self._code.clicked.connect(self.code_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._sentence, self._retry, self._code):
            layout.addWidget(widget)

    def show_state(self, calls: RecentCalls) -> None:
        """Say what is in the way; nothing where the list can be shown."""
        is_failed = calls.state is ListState.FAILED
        is_locked = calls.state is ListState.NO_CODE
        self._retry.setVisible(is_failed)
        self._code.setVisible(is_locked)
        if is_failed:
            self._sentence.set_text(fault_words.sentences(calls.error_code, calls.detail))
        elif is_locked and calls.error_code == _REFUSED_CODE:
            fault = fault_words.fault(calls.error_code, calls.detail)
            self._sentence.set_text(fault.sentence)
        elif is_locked:
            self._sentence.set_text(self.tr("The call log needs your account's API code."))
        self.setVisible(is_failed or is_locked)


class Talks(QWidget):
    """The last calls with one number, unfolded inside its card.

    Signals: ``retry_requested()``, ``code_requested()``.
    """

    retry_requested = Signal()
    code_requested = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._shown: RecentCalls | None = None
        self._rows: list[RecentCallRow] = []
        self._message = Label("", Role.BODY, Token.TEXT2)
        self._trouble = ListTrouble()
        self._trouble.retry_requested.connect(self.retry_requested)
        self._trouble.code_requested.connect(self.code_requested)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 20, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(Label(self.tr("Recent calls"), Role.LABEL_STRONG, Token.TEXT3))
        self._layout.addWidget(self._message)
        self._layout.addWidget(self._trouble)

    def show_calls(self, calls: RecentCalls) -> None:
        """Show the newest of ``calls`` or why there are none."""
        if calls == self._shown:
            return
        self._shown = calls
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        now = self._clock.now()
        # Until the answer is in nothing is claimed, not even that there were none.
        listed = calls.calls if calls.state is ListState.READY else ()
        self._rows = [RecentCallRow(recent_words(call, now)) for call in listed[:MAX_TALKS]]
        for row in self._rows:
            self._layout.addWidget(row)
            # Qt would do so one turn later, and a list would be painted squeezed before.
            row.show()
        self._trouble.show_state(calls)
        is_asking = calls.state in (ListState.UNASKED, ListState.LOADING)
        if is_asking:
            self._message.set_text(self.tr("Asking the call log…"))
        elif calls.state is ListState.READY:
            self._message.set_text(self.tr("No earlier calls with this number"))
        is_empty = calls.state is ListState.READY and not listed
        self._message.setVisible(is_asking or is_empty)


class MyCalls(QWidget):
    """The agent's own last calls in the main window.

    Signals: ``refresh_requested()``, ``code_requested()``, ``call_back_requested(PhoneNumber)``.
    """

    refresh_requested = Signal()
    code_requested = Signal()
    call_back_requested = Signal(object)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._shown: RecentCalls | None = None
        self._rows: list[QWidget] = []
        self._refresh = Button(
            kind=Kind.GHOST, icon=Icon.REFRESH, height=32, name=self.tr("Refresh my recent calls")
        )
        self._refresh.clicked.connect(self.refresh_requested)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("My recent calls"), Role.SECTION), 1)
        head.addWidget(self._refresh)
        self._message = Label("", Role.BODY, Token.TEXT2)
        self._trouble = ListTrouble()
        self._trouble.retry_requested.connect(self.refresh_requested)
        self._trouble.code_requested.connect(self.code_requested)
        self._empty = EmptyState(
            Icon.EMPTY, self.tr("No calls yet"), self.tr("They appear here once they have ended")
        )
        sheet = Card(inset=0)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        notes = QVBoxLayout()
        notes.setContentsMargins(16, 0, 16, 0)
        notes.addWidget(self._message)
        notes.addWidget(self._trouble)
        sheet.body.setContentsMargins(0, 4, 0, 4)
        sheet.body.setSpacing(0)
        self._notes = QWidget()
        self._notes.setLayout(notes)
        notes.setContentsMargins(16, 12, 16, 12)
        sheet.body.addWidget(self._notes)
        sheet.body.addWidget(self._empty)
        sheet.body.addLayout(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(sheet)
        self.show_calls(RecentCalls())

    def show_calls(self, calls: RecentCalls) -> None:
        """Show the newest of ``calls``; an old list stays while a new one is being fetched."""
        if calls == self._shown:
            return
        self._shown = calls
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        now = self._clock.now()
        for call in calls.calls[:MAX_MINE]:
            if self._rows:
                self._add(_Inset(Separator()))
            self._add(self._row(call, now))
        is_asking = calls.state in (ListState.UNASKED, ListState.LOADING)
        is_wordless = bool(calls.calls) or calls.state is ListState.READY
        self._message.set_text(self.tr("Asking the call log…") if is_asking else "")
        self._message.setVisible(is_asking)
        self._trouble.show_state(calls)
        is_troubled = calls.state in (ListState.FAILED, ListState.NO_CODE)
        self._notes.setVisible(is_troubled or (is_asking and not is_wordless))
        self._empty.setVisible(calls.state is ListState.READY and not calls.calls)
        self._refresh.setEnabled(not is_asking)

    def _row(self, call: RecentCall, now: datetime) -> QWidget:
        """One call, with the way to call back where a number came with it."""
        row = MyCallRow(call, now)
        if not call.number:
            return row
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(0)
        layout.addWidget(row, 1)
        said = self.tr("Call back {name}").format(name=text.isolate_name(call.name))
        name = said if call.name else self.tr("Call back")
        button = Button(kind=Kind.GHOST, icon=Icon.PHONE, height=32, name=name)
        button.clicked.connect(partial(self.call_back_requested.emit, call.number))
        layout.addWidget(button)
        return whole

    def _add(self, widget: QWidget) -> None:
        self._list.addWidget(widget)
        widget.show()
        self._rows.append(widget)


class MyCallRow(Revealing, FocusRinged, PlainText):
    """One call of the agent in two lines: who and how it ended, number and when.

    The keyboard comes to it only where numbers are hidden, to see this one.
    """

    ring_radius = 4

    def __init__(self, call: RecentCall, now: datetime) -> None:
        super().__init__()
        self._call = call
        self._look = looks.of_outcome(call.outcome, is_outgoing=call.direction in _OUTGOING)
        if call.outcome is Outcome.COMPLETED:
            self._outcome = words.length(call.duration_s)
        else:
            self._outcome = words.outcome(call.outcome, call.agent)
        self._ink = Token.MUTED if call.outcome is Outcome.MISSED else Token.TEXT2
        self._when = words.moment(call.at, now)
        self._title = self._second = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.follow_masking()

    def reveal(self, is_revealed: bool) -> None:
        call = self._call
        number = words.hidden_number()
        if call.number:
            number = text.isolate(shown(call.number_text, is_revealed=is_revealed))
        self._title = call.name or number
        parts = [number] if call.name else []
        if call.queue_name:
            parts.append(text.isolate_name(call.queue_name))
        if call.is_recovered:
            parts.append(words.recovered())
        self._second = " · ".join(parts)
        said = (self._title, self._second, words.outcome(call.outcome, call.agent), self._when)
        self._say(", ".join(part for part in said if part))
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.TabFocus if masking.is_on else policies.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(240, _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rtl, whole, width = self.is_rtl, self.rect(), self.width()
        painter = QPainter(self)
        at = mirrored(QRectF(16, 18, 16, 16), whole, is_rtl=rtl).topLeft()
        is_loud = self._ink is Token.MUTED
        ink = colour(Token.MUTED if is_loud else Token.TEXT3)
        icons.paint(painter, self._look.icon, at, 16, ink, is_rtl=rtl)
        lines = (
            (6, Line(self._title, Role.VALUE, Token.TEXT), self._outcome, self._ink),
            (28, Line(self._second, Role.LABEL, Token.TEXT3), self._when, Token.TEXT3),
        )
        for top, line, far_words, far_ink in lines:
            far = Line(far_words, Role.LABEL, far_ink, Align.END)
            far_px = min(far.width + 1, width / 2)
            height = line.role.line
            near = QRectF(44, top, width - 44 - far_px - 28, height)
            draw_line(painter, mirrored(near, whole, is_rtl=rtl), line, is_rtl=rtl)
            rect = QRectF(width - 16 - far_px, top, far_px, height)
            draw_line(painter, mirrored(rect, whole, is_rtl=rtl), far, is_rtl=rtl)
        painter.end()


class _Inset(QWidget):
    """``inner`` with the side margins of a row."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(inner)


def recent_words(call: RecentCall, now: datetime) -> RecentWords:
    """``call`` as one line of a card."""
    look = looks.of_outcome(call.outcome, is_outgoing=call.direction in _OUTGOING)
    is_talk = call.outcome is Outcome.COMPLETED
    agent = text.isolate_name(call.agent) if call.agent else words.you()
    is_taken = call.outcome is Outcome.TAKEN_ELSEWHERE
    note = words.outcome(call.outcome, call.agent)
    if is_talk:
        note = text.isolate_name(call.queue_name)
    return RecentWords(
        icon=look.icon,
        when=words.moment(call.at, now),
        length=words.length(call.duration_s) if is_talk else "",
        who=agent if is_talk or (call.agent and not is_taken) else "",
        note=note,
        is_missed=call.outcome in _LOUD,
    )
