"""When something is heard: a ring, a missed call, what becomes of a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from agent_desk.core.sound import Sound
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import Outcome, Phase, TransitionKind
from agent_desk.ui import looks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey, Transition

MISSED: Final = frozenset({Outcome.MISSED, Outcome.CALLER_GAVE_UP})
"""How a call ends that somebody should know of who was not there."""

OVER: Final = frozenset({TransitionKind.ENDED, TransitionKind.REVISED})
"""The transitions that tell how a call ended."""

_REMEMBERED: Final = 64


class CallSounds(QObject):
    """Follows what happens to calls; a call counts once, on however many extensions it is.

    What is there already when somebody signs in has no transition, so it is not heard.

    Signals: ``wanted(Sound)``.
    """

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ringing: set[CallKey] = set()
        self._missed: dict[str, None] = {}
        self._guards: dict[str, GuardView] = {}

    def hear(self, transition: Transition) -> None:
        """Something happened to a call."""
        key = transition.call.key
        if transition.kind is TransitionKind.RINGING:
            if all(each.call_id != key.call_id for each in self._ringing):
                self.wanted.emit(Sound.RINGING)
            self._ringing.add(key)
            return
        self._ringing.discard(key)
        if transition.kind in OVER and transition.call.outcome in MISSED:
            self._miss(key.call_id)

    def follow(self, cards: Iterable[Card]) -> None:
        """These are the calls now; a failure is one for as long as its card says so.

        At most one sound is wanted at a time, and a failure before all others.
        """
        before, self._guards = self._guards, {}
        wanted: set[Sound] = set()
        for card in sorted(cards, key=lambda each: each.phase is Phase.ENDED):
            call_id = card.key.call_id
            if call_id not in self._guards:
                self._guards[call_id] = card.guard
                sound = _of_change(before.get(call_id), card)
                wanted |= {sound} if sound is not None else set()
        for sound in (Sound.FAILED, Sound.MUTED, Sound.RESUMED, Sound.REMINDER):
            if sound in wanted:
                self.wanted.emit(sound)
                return

    def _miss(self, call_id: str) -> None:
        if call_id in self._missed:
            return
        self._missed[call_id] = None
        if len(self._missed) > _REMEMBERED:
            del self._missed[next(iter(self._missed))]
        self.wanted.emit(Sound.MISSED)


def _of_change(was: GuardView | None, card: Card) -> Sound | None:
    """What is heard when a recording stands as ``card`` says, after it stood as it ``was``."""
    now = card.guard
    if now.state in looks.FAILED_STATES:
        is_new = was is None or was.state not in looks.FAILED_STATES
        return Sound.FAILED if is_new else None
    if was is None or card.phase is Phase.ENDED:
        return None
    is_muted, was_muted = (each.state in looks.MUTED_STATES for each in (now, was))
    if is_muted and not was_muted:
        return Sound.MUTED
    if now.state is GuardState.RECORDING and was.state is GuardState.RESUMING:
        return Sound.RESUMED
    if is_muted and now.reminders > was.reminders:
        return Sound.REMINDER
    return None
