"""Keeping to the pace a service asks for, on a clock of the test's own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from agent_desk.core.tasks import TaskScope
from agent_desk.voicenter.pace import RateLimiter
from tests.helpers.until import until

if TYPE_CHECKING:
    from tests.helpers.clock import FakeClock


def limiter(clock: FakeClock, most: int | None = None, window_s: float = 60.0) -> RateLimiter:
    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    return RateLimiter(most, window_s, clock=clock, sleep=sleep)


async def passing_times(pace: RateLimiter, clock: FakeClock, count: int) -> list[float]:
    start = clock.monotonic()
    times = []
    for _ in range(count):
        await pace.wait()
        times.append(round(clock.monotonic() - start, 3))
    return times


async def test_without_a_limit_nobody_waits(clock: FakeClock) -> None:
    assert await passing_times(limiter(clock), clock, 3) == [0, 0, 0]


async def test_one_at_a_time_keeps_a_distance(clock: FakeClock) -> None:
    assert await passing_times(limiter(clock, 1, 2), clock, 3) == [0, 2, 4]


async def test_time_that_passed_anyway_counts(clock: FakeClock) -> None:
    pace = limiter(clock, 1, 2)
    await pace.wait()
    clock.advance(1.5)
    assert await passing_times(pace, clock, 1) == [0.5]


async def test_no_more_than_so_many_in_any_minute(clock: FakeClock) -> None:
    times = await passing_times(limiter(clock, 3), clock, 7)
    assert times == [0, 0, 0, 60, 60, 60, 120]


async def test_a_pause_asked_for_holds_everybody(clock: FakeClock) -> None:
    pace = limiter(clock)
    pace.hold(5)
    pace.hold(3)
    assert await passing_times(pace, clock, 2) == [5, 5]


async def test_a_cancelled_caller_uses_up_nothing(clock: FakeClock) -> None:
    is_asleep = asyncio.Event()
    is_cancelled_next = True

    async def sleep(seconds: float) -> None:
        if is_cancelled_next:
            is_asleep.set()
            await asyncio.Event().wait()
        clock.advance(seconds)

    pace = RateLimiter(1, 10, clock=clock, sleep=sleep)
    await pace.wait()
    scope = TaskScope("test")
    scope.start(pace.wait(), name="gives up")
    await until(is_asleep.is_set)
    await scope.aclose()
    is_cancelled_next = False
    assert await passing_times(pace, clock, 2) == [10, 20]
