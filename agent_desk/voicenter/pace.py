"""Keeping to the pace a service asks for."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Final

from agent_desk.core.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from agent_desk.core.clock import Clock

_WINDOW_S: Final = 60.0
_ROUNDING_S: Final = 1e-6


class RateLimiter:
    """Lets requests through one by one.

    Never closer than ``spacing_s`` and never more than ``per_minute`` in any minute. Share one
    limiter among all who talk to the same service. Callers are served in the order they came; a
    cancelled one does not hold up the others and uses up nothing.
    """

    def __init__(
        self,
        *,
        spacing_s: float = 0.0,
        per_minute: int | None = None,
        clock: Clock | None = None,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._spacing_s = spacing_s
        self._per_minute = per_minute
        self._clock = clock or SystemClock()
        self._sleep = sleep
        self._turn = asyncio.Lock()
        self._passed: deque[float] = deque(maxlen=per_minute or 1)
        self._held_until = float("-inf")

    async def wait(self) -> None:
        """Return as soon as one more request may be sent."""
        async with self._turn:
            while (delay_s := self._delay_s()) > _ROUNDING_S:
                await self._sleep(delay_s)
            self._passed.append(self._clock.monotonic())

    def hold(self, seconds: float) -> None:
        """Let nobody through for that long from now: the service asked for a pause."""
        self._held_until = max(self._held_until, self._clock.monotonic() + seconds)

    def _delay_s(self) -> float:
        now = self._clock.monotonic()
        delay_s = self._held_until - now
        if not self._passed:
            return delay_s
        delay_s = max(delay_s, self._passed[-1] + self._spacing_s - now)
        if self._per_minute is not None and len(self._passed) == self._per_minute:
            delay_s = max(delay_s, self._passed[0] + _WINDOW_S - now)
        return delay_s
