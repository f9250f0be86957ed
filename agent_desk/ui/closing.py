"""How long the cards of ended calls stay."""

from __future__ import annotations

from math import ceil, inf
from typing import TYPE_CHECKING, Final

from agent_desk.desk.state import Phase
from agent_desk.ui import looks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey

STAY_S: Final = 8.0
"""An ended card can be read this long."""
_AFTER_S: Final = 3.0


class ClosingTimes:
    """When each ended card goes: 8 s after the end, later while the pointer is on it.

    A card with a failure that nobody has read stays until it was dismissed; so do all where
    ``set_stay`` was told so. One that ``is_kept`` (pinned, a note not saved) stays as long as it
    is, and a moment longer.
    """

    def __init__(
        self, clock: Clock, is_kept: Callable[[CallKey], bool] = lambda _key: False
    ) -> None:
        self._clock = clock
        self._is_kept = is_kept
        self._until: dict[CallKey, float] = {}
        self._failed: set[CallKey] = set()
        self._stay_s = STAY_S

    def set_stay(self, seconds: float) -> None:
        """How long cards that end from now on can be read; 0 is until they are dismissed."""
        self._stay_s = seconds or inf

    def follow(self, cards: Iterable[Card]) -> None:
        """Start the time of cards that have ended, forget those that are gone."""
        ended = [card for card in cards if card.phase is Phase.ENDED]
        now = self._clock.monotonic()
        self._until = {card.key: self._until.get(card.key, now + self._stay_s) for card in ended}
        self._failed = {card.key for card in ended if card.guard.state in looks.FAILED_STATES}

    def keep(self, key: CallKey) -> None:
        """The pointer is on it: it stays, and a moment longer afterwards."""
        if key in self._until:
            self._until[key] = max(self._until[key], self._clock.monotonic() + _AFTER_S)

    def left_s(self, key: CallKey) -> int | None:
        """Seconds that are left for this card, rounded up; ``None`` where it stays."""
        until = self._until.get(key)
        if until is None or until == inf or self._stays(key):
            return None
        return max(ceil(until - self._clock.monotonic()), 0)

    def due(self) -> list[CallKey]:
        """The cards that have to go now."""
        for key in self._until:
            if self._is_kept(key):
                self.keep(key)
        now = self._clock.monotonic()
        return [key for key, until in self._until.items() if until <= now and not self._stays(key)]

    def _stays(self, key: CallKey) -> bool:
        return key in self._failed or self._is_kept(key)

    @property
    def is_running(self) -> bool:
        """Whether any card is on its way out."""
        return bool(self._until)
