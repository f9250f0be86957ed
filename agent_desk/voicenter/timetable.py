"""When the live connection has something to do; all moments are monotonic seconds."""

from __future__ import annotations

import asyncio
from typing import Final

RESYNC_GAP_S: Final = 2.0


class Resyncs:
    """When to ask the server for fresh snapshots; pure.

    ``due`` is the moment of the next question, ``None`` where there is nothing to ask.
    """

    def __init__(self) -> None:
        self.due: float | None = None
        self._asked_at = float("-inf")

    def want(self, now: float, gap_s: float = RESYNC_GAP_S) -> None:
        """Ask soon, but not within ``gap_s`` of the last question."""
        due = max(now, self._asked_at + gap_s)
        self.due = due if self.due is None else min(self.due, due)

    def begin(self, due: float | None) -> None:
        """A new connection, on which the first question is due then."""
        self.due = due

    def take(self, now: float) -> bool:
        """Whether to ask now; says so once for each question."""
        if self.due is None or now < self.due:
            return False
        self.due = None
        self._asked_at = now
        return True


async def wait_for(event: asyncio.Event, timeout_s: float) -> None:
    """Until ``event`` is set, at most ``timeout_s``."""
    try:
        async with asyncio.timeout(max(0.0, timeout_s)):
            await event.wait()
    except TimeoutError:
        pass
