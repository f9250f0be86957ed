"""The part of a caller card that mutes its recording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agent_desk.desk.guard import GuardState
from agent_desk.ui import fault_words, looks
from agent_desk.ui.card_parts import NOT_RECORDING, CardSize, column
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, IconView, Kind, Label, MuteControl, Separator
from agent_desk.ui.widgets.mute import MuteState

if TYPE_CHECKING:
    from agent_desk.desk.card import Card

_MUTE_STATES: Final = {
    GuardState.NOT_RECORDED: MuteState.RECORDING,
    GuardState.WILL_RECORD: MuteState.RECORDING,
    GuardState.RECORDING: MuteState.RECORDING,
    GuardState.MUTING: MuteState.MUTING,
    GuardState.MUTED: MuteState.MUTED,
    GuardState.MUTED_CONFIRMED: MuteState.MUTED,
    GuardState.RESUMING: MuteState.RESUMING,
    GuardState.MUTE_FAILED: MuteState.MUTE_FAILED,
    GuardState.RESUME_FAILED: MuteState.RESUME_FAILED,
}


class GuardPart(QWidget):
    """The mute control with the reason below it: why it failed, why it cannot be used.

    Signals: ``mute_requested()``, ``resume_requested()``, ``dismissed()``.
    """

    mute_requested = Signal()
    resume_requested = Signal()
    dismissed = Signal()

    def __init__(self, size: CardSize) -> None:
        super().__init__()
        self._is_small = size is CardSize.SMALL
        self._is_replay = False
        self._control = MuteControl(compact=size is not CardSize.POP)
        self._control.mute_requested.connect(self.mute_requested)
        self._control.resume_requested.connect(self.resume_requested)
        self._blind = Label(
            self.tr("Muting cannot be confirmed without the link."), Role.LABEL, Token.TEXT3
        )
        self._failure = QWidget()
        self._reason = Label("", Role.LABEL, Token.MUTED)
        dismiss = Button(self.tr("Dismiss"), Kind.LINK, name=self.tr("Dismiss the warning"))
        dismiss.clicked.connect(self.dismissed)
        layout = column(self, top=16, gap=8)
        if size is CardSize.POP:
            layout.addWidget(Separator())
            layout.addSpacing(8)
        layout.addWidget(self._control)
        layout.addWidget(self._blind)
        failure = QHBoxLayout(self._failure)
        failure.setContentsMargins(0, 0, 0, 0)
        failure.setSpacing(8)
        failure.addWidget(IconView(Icon.FAILED, 16, Token.MUTED))
        failure.addWidget(self._reason, 1)
        failure.addWidget(dismiss)
        layout.addWidget(self._failure)

    def set_replay(self) -> None:
        """Nothing can be muted: the call is over."""
        self._is_replay = True
        self._blind.set_text(self.tr("This is a replay: there is no call to mute."))

    def focus_first(self) -> bool:
        """Put the keyboard on the mute control; whether it can be pressed."""
        if not self._control.isVisibleTo(self) or not self._control.isEnabled():
            return False
        self._control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def show_card(self, card: Card) -> None:
        """Show the recording guard of ``card``; nothing where there is nothing to guard."""
        state = card.guard.state
        is_failed = state in looks.FAILED_STATES
        is_over = card.phase in NOT_RECORDING
        is_quiet = state in (GuardState.WILL_RECORD, GuardState.NOT_RECORDED)
        is_blind = card.is_stale or self._is_replay
        blind = MuteState.BLIND_MUTED if state in looks.MUTED_STATES else MuteState.BLIND
        self._control.set_state(blind if is_blind else _MUTE_STATES[state])
        self._control.setVisible(not is_over)
        self._blind.setVisible(is_blind and not is_over)
        self._failure.setVisible(is_failed)
        if is_failed:
            self._reason.set_text(fault_words.guard_fault(card.guard.failure_code))
        is_needed = not is_over and state is not GuardState.NOT_RECORDED
        self.setVisible(is_failed or (is_needed and not (self._is_small and is_quiet)))
