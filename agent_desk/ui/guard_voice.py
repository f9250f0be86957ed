"""What a screen reader hears of a recording: each outcome once, however many cards show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import Phase
from agent_desk.ui import fault_words, looks, text, words
from agent_desk.ui.guard_notice import reminder, seconds_left

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey

_ALIKE: Final = {GuardState.MUTED_CONFIRMED: GuardState.MUTED}
"""The second confirmation is seen, not said."""


@dataclass(slots=True)
class _Told:
    """What has been followed of one recording, and what of its time has been said.

    ``counted`` is the end that was counted down to, ``reminded`` the number of reminders.
    """

    guard: GuardView
    counted: float | None
    reminded: int

    @property
    def state(self) -> GuardState:
        return _ALIKE.get(self.guard.state, self.guard.state)


class GuardVoice(QObject):
    """Follows the recordings of all cards.

    Signals: ``said(CallKey, str, bool)`` with the words and whether they are urgent.
    """

    said = Signal(object, str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[CallKey, _Told] = {}
        self._is_timed = False

    def follow(self, cards: Iterable[Card]) -> None:
        """Say what became of the recordings of ``cards`` since the last time."""
        before, self._known = self._known, {}
        for card in cards:
            was = before.get(card.key)
            guard = card.guard
            if was is None:
                now = _Told(guard, None, guard.reminders)
            else:
                # A new mute counts its reminders from the beginning.
                now = _Told(guard, was.counted, min(was.reminded, guard.reminders))
            self._known[card.key] = now
            if was is None or was.guard != guard:
                self._say(card, now.state, was)
        self._is_timed = any(
            each.guard.resume_at is not None or each.guard.reminders
            for each in self._known.values()
        )

    def tick(self, now: float) -> None:
        """Say what is due at this monotonic second: each reminder once, each countdown once."""
        if not self._is_timed:
            return
        for key, told in self._known.items():
            said = reminder(told.guard, now)
            if said and told.guard.reminders > told.reminded:
                told.reminded = told.guard.reminders
                self.said.emit(key, text.plain(said), False)  # noqa: FBT003 - a signal
            left = seconds_left(told.guard, now)
            if left and told.counted != told.guard.resume_at:
                told.counted = told.guard.resume_at
                soon = self.tr("Recording resumes in {time}")
                said = soon.format(time=words.length_in_seconds(left))
                self.said.emit(key, text.plain(said), True)  # noqa: FBT003 - a signal

    def _say(self, card: Card, state: GuardState, was: _Told | None) -> None:
        guard = card.guard
        is_reported = guard.is_reported_muted
        said = words.recording(state, is_reported_muted=is_reported)
        was_state = None if was is None else was.state
        is_new = was is None or (state, is_reported) != (was.state, was.guard.is_reported_muted)
        if state in looks.FAILED_STATES:
            # That it is tried again by itself is news as well, and so is another reason.
            reason = fault_words.guard_words(guard)
            self.said.emit(card.key, f"{said}. {reason}", True)  # noqa: FBT003 - a signal
        elif card.phase is Phase.ENDED:
            return  # nothing is recorded any more
        elif is_new and (
            state is GuardState.MUTED
            or was_state in (GuardState.RESUMING, GuardState.UNKNOWN)
            or (
                is_reported is not (was is not None and was.guard.is_reported_muted)
                and state is not GuardState.MUTING
            )
        ):
            self.said.emit(card.key, said, False)  # noqa: FBT003 - a signal
