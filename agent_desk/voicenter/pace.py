"""Keeping to the pace a service asks for."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Final

from agent_desk.core.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from agent_desk.core.clock import Clock

_ROUNDING_S: Final = 1e-6


class RateLimiter:
    """Lets no more than ``most`` requests through in any ``window_s`` seconds.

    Several may pass at once as long as that holds; without ``most`` there is no limit. Share one
    limiter among all who talk to the same service. Callers are served in the order they came; a
    cancelled one does not hold up the others and uses up nothing.
    """

    def __init__(
        self,
        most: int | None = None,
        window_s: float = 60.0,
        *,
        clock: Clock | None = None,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._most = most
        self._window_s = window_s
        self._clock = clock or SystemClock()
        self._sleep = sleep
        self._turn = asyncio.Lock()
        self._passed: deque[float] = deque(maxlen=most or 1)
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
        if len(self._passed) == self._most:
            delay_s = max(delay_s, self._passed[0] + self._window_s - now)
        return delay_s
