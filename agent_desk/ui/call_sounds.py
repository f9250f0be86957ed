"""When something is heard: a ring, a missed call, a recording that was not muted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from agent_desk.core.sound import Sound
from agent_desk.desk.state import Outcome, TransitionKind
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
        self._failed: frozenset[str] = frozenset()

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
        """These are the calls now; a failure is one for as long as its card says so."""
        failed = frozenset(
            card.key.call_id for card in cards if card.guard.state in looks.FAILED_STATES
        )
        if failed - self._failed:
            self.wanted.emit(Sound.FAILED)
        self._failed = failed

    def _miss(self, call_id: str) -> None:
        if call_id in self._missed:
            return
        self._missed[call_id] = None
        if len(self._missed) > _REMEMBERED:
            del self._missed[next(iter(self._missed))]
        self.wanted.emit(Sound.MISSED)
