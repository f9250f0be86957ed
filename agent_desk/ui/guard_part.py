"""The parts of a caller card that guard its recording: the red band, the control, its reasons."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.desk.guard import GuardState
from agent_desk.desk.state import Phase
from agent_desk.ui import fault_words, looks, text, words
from agent_desk.ui.card_parts import NOT_RECORDING, CardSize, column
from agent_desk.ui.fonts import Role
from agent_desk.ui.guard_notice import GuardNotice, reminder, resumes_at_s, seconds_left
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import (
    Button,
    IconView,
    Kind,
    Label,
    MuteControl,
    MutedBand,
    Separator,
)
from agent_desk.ui.widgets.mute import MuteState

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card

translate: Final = QCoreApplication.translate

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
    GuardState.UNKNOWN: MuteState.UNKNOWN,
}


class GuardBand(MutedBand):
    """The red band of one card: for how long it is muted, and what has confirmed that."""

    def __init__(self, inset: int, clock: Clock) -> None:
        super().__init__(inset=inset)
        self._clock = clock
        self._since: float | None = None

    def show_card(self, card: Card, as_of: datetime | None) -> bool:
        """Show ``card`` where it is muted; ``as_of`` as in ``CallerCard``. Whether it is."""
        guard = card.guard
        is_muted = guard.state in looks.MUTED_STATES and card.phase is not Phase.ENDED
        self.setVisible(is_muted)
        # A stale card says what was so when the link was lost, and no more.
        is_confirmed = guard.state is GuardState.MUTED_CONFIRMED and not card.is_stale
        self.set_confirmed(is_confirmed)
        self._since = None if card.is_stale else guard.muted_from
        parts = []
        if card.is_stale and as_of is not None:
            parts.append(self._as_of(as_of, guard.muted_from))
        if (end_s := resumes_at_s(guard)) is not None:
            time = text.isolate(text.duration(end_s))
            parts.append(self.tr("resumes at {time}").format(time=time))
        if is_confirmed:
            parts.append(translate("CallerCard", "Confirmed"))
        self.set_far(*parts)
        return is_muted

    def tick(self, now: float) -> None:
        """Let the running time follow the clock."""
        self.set_seconds(int(now - self._since) if self._since is not None else None)

    def _as_of(self, lost_at: datetime, muted_from: float | None) -> str:
        """Until when "muted" is known: the link was lost, or the service answered after that."""
        known_at = lost_at
        if muted_from is not None:
            ago = timedelta(seconds=self._clock.monotonic() - muted_from)
            known_at = max(lost_at, self._clock.now() - ago)
        time = words.clock_time(known_at, is_exact=True)
        return translate("CallerCard", "as of {time}").format(time=time)


class GuardPart(QWidget):
    """The mute control, and around it what has to be said: a reminder, a reason, a failure.

    Signals carry the call's key: ``mute_requested``, ``resume_requested``, ``extend_requested``
    (stay muted for longer), ``dismissed``. ``resized()``: time alone has changed the height.
    """

    mute_requested = Signal(object)
    resume_requested = Signal(object)
    extend_requested = Signal(object)
    dismissed = Signal(object)
    resized = Signal()

    def __init__(self, size: CardSize) -> None:
        super().__init__()
        self._size = size
        self._is_replay = False
        self._card: Card | None = None
        self._notice: GuardNotice | None = None
        self._resume: Button | None = None
        self._control = MuteControl(compact=size is not CardSize.POP)
        self._control.mute_requested.connect(self._on_mute_requested)
        self._control.resume_requested.connect(self._on_resume_requested)
        self._note = Label("", Role.LABEL, Token.TEXT3, wrap=True)
        self._failure = QWidget()
        self._reason = Label("", Role.LABEL, Token.MUTED, wrap=True)
        dismiss = self._dismiss = Button(
            self.tr("Dismiss"), Kind.LINK, name=self.tr("Dismiss the warning")
        )
        dismiss.clicked.connect(self._on_dismiss_clicked)
        layout = column(self, top=16, gap=8)
        if size is CardSize.POP:
            layout.addWidget(Separator())
            layout.addSpacing(8)
        # What comes by itself never moves the control: a pop grows upwards, a card in the window
        # downwards.
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        self._below.setSpacing(8)
        layout.addLayout(self._above)
        layout.addWidget(self._control)
        layout.addLayout(self._below)
        layout.addWidget(self._note)
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

    def focus_first(self) -> bool:
        """Put the keyboard on the mute control; whether it can be pressed."""
        if not self._control.isVisibleTo(self) or not self._control.isEnabled():
            return False
        self._control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def show_card(self, card: Card, now: float) -> None:
        """Show the recording guard of ``card``; nothing where there is nothing to guard."""
        self._card = card
        state = card.guard.state
        is_failed = state in looks.FAILED_STATES
        is_over = card.phase in NOT_RECORDING
        is_quiet = state in (GuardState.WILL_RECORD, GuardState.NOT_RECORDED)
        shown = _MUTE_STATES[state]
        if self._is_replay:
            is_muted = state in looks.MUTED_STATES
            shown = MuteState.BLIND_MUTED if is_muted else MuteState.BLIND
        self._control.set_state(shown)
        self._control.setVisible(not is_over)
        note = "" if is_over else self._note_words(card)
        self._note.set_text(note)
        self._note.setVisible(bool(note))
        self._failure.setVisible(is_failed)
        if is_failed:
            self._reason.set_text(fault_words.guard_words(card.guard))
        self._show_resume(is_offered=self._is_resume_offered(card))
        self._follow(card, now)
        is_needed = not is_over and state is not GuardState.NOT_RECORDED
        is_small = self._size is CardSize.SMALL
        self.setVisible(is_failed or (is_needed and not (is_small and is_quiet)))

    def tick(self, now: float) -> None:
        """Let reminder and countdown follow the clock; costs nothing where there is none."""
        card = self._card
        if card is None or (card.guard.resume_at is None and not card.guard.reminders):
            return
        if self._follow(card, now):
            self.resized.emit()

    def _follow(self, card: Card, now: float) -> bool:
        """Remind or count down where it is time to; whether that line came or went."""
        is_live = card.phase not in NOT_RECORDING and not self._is_replay
        left = seconds_left(card.guard, now) if is_live else None
        said = reminder(card.guard, now) if is_live else ""
        is_needed = left is not None or bool(said)
        if not is_needed and self._notice is None:
            return False
        notice = self._the_notice()
        if left is not None:
            notice.show_left(left)
        elif said:
            notice.show_reminder(said)
        is_changed = notice.isHidden() is is_needed
        if is_changed:
            notice.setVisible(is_needed)
        return is_changed

    def _the_notice(self) -> GuardNotice:
        if self._notice is None:
            self._notice = GuardNotice()
            self._notice.hide()
            self._notice.extend_requested.connect(self._on_extend_requested)
            is_desk = self._size is CardSize.DESK
            (self._below if is_desk else self._above).addWidget(self._notice)
        return self._notice

    def _is_resume_offered(self, card: Card) -> bool:
        """Whether both can be wanted: nobody knows, or somebody else has muted."""
        if self._is_replay or card.phase in NOT_RECORDING:
            return False
        return card.guard.state is GuardState.UNKNOWN or card.guard.is_reported_muted

    def _show_resume(self, *, is_offered: bool) -> None:
        if self._resume is None:
            if not is_offered:
                return
            height = 44 if self._size is CardSize.POP else 36
            said = translate("MuteControl", "Resume recording")
            self._resume = Button(said, Kind.OUTLINE, icon=Icon.RECORDING, height=height)
            self._resume.clicked.connect(self._on_resume_requested)
            self._below.addWidget(self._resume)
        self._resume.setVisible(is_offered)

    def _note_words(self, card: Card) -> str:
        if self._is_replay:
            return self.tr("This is a replay: there is no call to mute.")
        if card.is_stale:
            return self.tr(
                "Muting works without the link: the service's answer confirms it, no event will."
            )
        if card.guard.is_reported_muted:
            return self.tr("Muted by somebody else, or before this program was started.")
        return ""

    def _on_mute_requested(self) -> None:
        if self._card is not None:
            self.mute_requested.emit(self._card.key)

    def _on_resume_requested(self) -> None:
        if self._card is not None:
            self.resume_requested.emit(self._card.key)

    def _on_extend_requested(self) -> None:
        if self._card is not None:
            self.extend_requested.emit(self._card.key)

    def _on_dismiss_clicked(self) -> None:
        if self._card is not None:
            self.dismissed.emit(self._card.key)
