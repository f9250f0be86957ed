"""How soon to connect again, by what went wrong before; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.dialing import FrameError
from agent_desk.voicenter.errors import RateLimitedError

if TYPE_CHECKING:
    from agent_desk.core.errors import AgentDeskError
    from agent_desk.voicenter.stream import RealtimeOptions

_FREE_SHORT_LIVES: Final = 3
_OFFLINE_AFTER: Final = 3


class Pacing:
    """Counts failures; ``attempt`` is the number of the attempt that is next or under way."""

    def __init__(self, options: RealtimeOptions) -> None:
        self._options = options
        self._failures = 0
        self._short_lives = 0
        self._frame_faults = 0

    @property
    def attempt(self) -> int:
        """Counts from 1 since the last connection."""
        return self._failures + 1

    def is_offline(self, servers: int) -> bool:
        """Whether enough attempts failed, on every server, to call it offline."""
        return self._failures >= max(_OFFLINE_AFTER, servers) or self._is_tripped()

    def connected(self) -> None:
        """An attempt has succeeded."""
        self._failures = 0

    def failed(self, error: AgentDeskError) -> float:
        """An attempt has failed; how long to wait before the next one."""
        self._failures += 1
        self._note(error)
        if self._is_tripped():
            return self._options.breaker_s
        delay_s = self._options.backoff.delay_s(self._failures)
        if isinstance(error, RateLimitedError):
            delay_s = max(delay_s, error.retry_after_s)
        return delay_s

    def lost(self, error: AgentDeskError, lived_s: float) -> float:
        """A connection has ended after ``lived_s``; how long to wait before the next one.

        Nothing after a good one. Those that end at once are taken up at once three times, then
        ever more slowly: a server that accepts and drops must not be hammered.
        """
        if lived_s >= self._options.healthy_s:
            self._short_lives = self._frame_faults = 0
            return 0.0
        self._short_lives += 1
        self._note(error)
        if self._is_tripped():
            return self._options.breaker_s
        return self._options.backoff.delay_s(self._short_lives - _FREE_SHORT_LIVES)

    def forgive(self) -> None:
        """A person wants it now, or the network is a new one: start counting afresh."""
        self._short_lives = self._frame_faults = 0

    def _note(self, error: AgentDeskError) -> None:
        self._frame_faults = self._frame_faults + 1 if isinstance(error, FrameError) else 0

    def _is_tripped(self) -> bool:
        return self._frame_faults >= self._options.breaker_after
