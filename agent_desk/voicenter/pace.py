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

# Voicenter: the call log allows 30 requests a minute and likes two seconds between them. This keeps
# both on the average: two lists asked for together come together, and nobody waits for long.
_BURST: Final = 5
_BURST_WINDOW_S: Final = 10.0
# Of these, what a pull of a long period leaves to those for whom a person waits.
_RESERVE: Final = 2


class RateLimiter:
    """Lets no more than ``most`` requests through in any ``window_s`` seconds.

    Several may pass at once as long as that holds; without ``most`` there is no limit. Share one
    limiter among all who talk to the same service. Callers are served in the order they came; a
    cancelled one does not hold up the others and uses up nothing.

    ``reserve`` of the ``most`` are kept from the patient ones, for whom nobody waits: however many
    of them stand in line, somebody for whom a person waits passes before them.
    """

    def __init__(
        self,
        most: int | None = None,
        window_s: float = 60.0,
        *,
        reserve: int = 0,
        clock: Clock | None = None,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._most = most
        self._window_s = window_s
        self._reserve = reserve
        self._clock = clock or SystemClock()
        self._sleep = sleep
        self._turns = {is_patient: asyncio.Lock() for is_patient in (False, True)}
        self._passed: deque[float] = deque(maxlen=most or 1)
        self._held_until = float("-inf")

    async def wait(self, *, is_patient: bool = False) -> None:
        """Return as soon as one more request may be sent."""
        most = self._most
        if most is not None and is_patient:
            most = max(most - self._reserve, 1)
        async with self._turns[is_patient]:
            while (delay_s := self._delay_s(most)) > _ROUNDING_S:
                await self._sleep(delay_s)
            self._passed.append(self._clock.monotonic())

    def hold(self, seconds: float) -> None:
        """Let nobody through for that long from now: the service asked for a pause."""
        self._held_until = max(self._held_until, self._clock.monotonic() + seconds)

    def _delay_s(self, most: int | None) -> float:
        now = self._clock.monotonic()
        delay_s = self._held_until - now
        if most is not None and len(self._passed) >= most:
            delay_s = max(delay_s, self._passed[-most] + self._window_s - now)
        return delay_s


def call_log_pace() -> RateLimiter:
    """How fast the call log may be read: make one limiter per API code and share it."""
    return RateLimiter(_BURST, _BURST_WINDOW_S, reserve=_RESERVE)
