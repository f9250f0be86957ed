"""Keeping to the pace a service asks for, on a clock of the test's own."""

from __future__ import annotations

import asyncio

from agent_desk.core.tasks import TaskScope
from agent_desk.voicenter.pace import RateLimiter
from tests.helpers.clock import FakeClock
from tests.helpers.until import until


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


async def test_the_patient_leave_a_reserve_to_those_who_wait(clock: FakeClock) -> None:
    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    pace = RateLimiter(5, 10, reserve=2, clock=clock, sleep=sleep)
    start = clock.monotonic()
    for _ in range(3):
        await pace.wait(is_patient=True)
    await pace.wait()
    await pace.wait()
    assert clock.monotonic() == start
    await pace.wait(is_patient=True)
    assert clock.monotonic() - start == 10


async def test_those_who_wait_pass_the_patient_who_stand_in_line() -> None:
    clock = FakeClock()
    slept: list[asyncio.Future[None]] = []

    async def sleep(_seconds: float) -> None:
        slept.append(asyncio.get_running_loop().create_future())
        await slept[-1]

    pace = RateLimiter(2, 10, reserve=1, clock=clock, sleep=sleep)
    scope = TaskScope("test")
    try:
        await pace.wait(is_patient=True)
        patient = [scope.start(pace.wait(is_patient=True), name=f"{n}") for n in range(3)]
        await until(lambda: bool(slept))
        await pace.wait()  # at once, with three in line
        assert len(slept) == 1
        assert not any(task.done() for task in patient)
        clock.advance(10)
        slept[0].set_result(None)
        await until(lambda: len(slept) == 2)
        assert [task.done() for task in patient] == [True, False, False]
    finally:
        await scope.aclose()


async def test_a_reserve_leaves_at_least_one_to_the_patient(clock: FakeClock) -> None:
    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    pace = RateLimiter(1, 10, reserve=5, clock=clock, sleep=sleep)
    await pace.wait(is_patient=True)
    await pace.wait(is_patient=True)
