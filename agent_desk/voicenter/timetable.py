"""When the live connection has something to do; all moments are monotonic seconds."""

from __future__ import annotations

import asyncio
from typing import Final

RESYNC_GAP_S: Final = 2.0
MALFORMED_GAP_S: Final = 30.0
"""With some server they may be the rule: a snapshot for each would be too much."""

_EXTENSIONS_WAIT_S: Final = 5.0


class Resyncs:
    """When to ask the server for fresh snapshots; pure."""

    def __init__(self) -> None:
        self._wanted_at: float | None = None
        self._overdue_at: float | None = None
        self._asked_at = float("-inf")

    @property
    def due(self) -> float | None:
        """The moment of the next question; ``None`` where there is nothing to ask."""
        dues = [at for at in (self._wanted_at, self._overdue_at) if at is not None]
        return min(dues, default=None)

    def want(self, now: float, gap_s: float = RESYNC_GAP_S) -> None:
        """Ask soon, but not within ``gap_s`` of the last question."""
        due = max(now, self._asked_at + gap_s)
        self._wanted_at = due if self._wanted_at is None else min(self._wanted_at, due)

    def begin(self, now: float, *, is_told: bool) -> None:
        """A new connection; unless the extensions' snapshot ``is_told`` soon it is asked for."""
        self._wanted_at = None
        self._overdue_at = None if is_told else now + _EXTENSIONS_WAIT_S

    def told(self) -> None:
        """The snapshot of the extensions is there."""
        self._overdue_at = None

    def take(self, now: float) -> bool:
        """Whether to ask now; says so once for each question."""
        if self.due is None or now < self.due:
            return False
        self._wanted_at = self._overdue_at = None
        self._asked_at = now
        return True


async def wait_for(event: asyncio.Event, timeout_s: float) -> None:
    """Until ``event`` is set, at most ``timeout_s``."""
    try:
        async with asyncio.timeout(max(0.0, timeout_s)):
            await event.wait()
    except TimeoutError:
        pass
