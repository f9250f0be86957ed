"""The tests' own machinery: what should fail does."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.helpers.async_tests import as_plain_test
from tests.helpers.clock import FakeClock
from tests.helpers.fixtures import load, names
from tests.helpers.log_guard import LogGuard
from tests.helpers.until import AwakeTime, awake_s, new_loop, undisturbed, until, within

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.clock import Clock
    from tests.helpers.log_guard import ExpectLog


def run(test: object, timeout_s: float = 5.0) -> None:
    as_plain_test(test, asyncio.new_event_loop, timeout_s)()  # type: ignore[arg-type]


async def test_a_test_may_be_a_coroutine() -> None:
    await asyncio.sleep(0)


def test_a_failing_coroutine_fails() -> None:
    async def fails() -> None:
        await asyncio.sleep(0)
        msg = "no"
        raise ValueError(msg)

    with pytest.raises(ValueError, match="no"):
        run(fails)


def test_a_task_left_behind_fails() -> None:
    async def leaves() -> None:
        loop = asyncio.get_running_loop()
        self_held = loop.create_task(asyncio.sleep(60), name="forgotten")
        assert not self_held.done()

    with pytest.raises(pytest.fail.Exception, match="forgotten"):
        run(leaves)


def test_a_cancelled_task_is_not_left_behind() -> None:
    async def cancels() -> None:
        asyncio.get_running_loop().create_task(asyncio.sleep(60)).cancel()

    run(cancels)


def test_a_test_that_hangs_fails() -> None:
    with pytest.raises(AssertionError, match=r"longer than 0\.01 s"):
        run(lambda: asyncio.sleep(60), timeout_s=0.01)


def test_a_timeout_inside_the_test_stays_its_own() -> None:
    async def times_out() -> None:
        await asyncio.wait_for(asyncio.sleep(60), 0.01)

    with pytest.raises(TimeoutError):
        run(times_out)


def test_an_exception_nobody_fetched_is_logged(expect_log: ExpectLog) -> None:
    async def forgets() -> None:
        async def breaks() -> None:
            raise KeyError

        asyncio.get_running_loop().create_task(breaks())
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    expect_log("Task exception was never retrieved", logger="asyncio")
    run(forgets)


async def test_until_gives_what_it_waited_for() -> None:
    values = iter([0, 0, 7])
    assert await until(lambda: next(values)) == 7


async def test_until_says_what_never_came() -> None:
    with pytest.raises(AssertionError, match="the moon"):
        await until(lambda: False, timeout_s=0.02, what="the moon")


def stand_still(seconds: float) -> None:
    """Stop this whole process, as a machine under load may; another one wakes it."""
    wake = f"sleep 0.05; kill -STOP {os.getpid()}; sleep {seconds}; kill -CONT {os.getpid()}"
    process = subprocess.Popen(["/bin/sh", "-c", wake])
    assert process.wait() == 0


on_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@on_posix
@pytest.mark.parametrize("make_loop", [asyncio.new_event_loop, new_loop])
def test_time_in_which_the_process_stood_still_is_not_waited(
    make_loop: Callable[[], asyncio.AbstractEventLoop],
) -> None:
    """``until`` goes on, whichever loop it runs on; so does the guard around every test."""
    turns = 0

    def is_true() -> bool:
        nonlocal turns
        turns += 1
        if turns == 2:
            stand_still(0.7)
        return turns == 6

    async def waits() -> None:
        began = time.monotonic()
        await until(is_true, timeout_s=0.45)
        assert time.monotonic() - began > 0.7

    as_plain_test(waits, make_loop, timeout_s=0.6)()


@on_posix
async def test_no_time_out_falls_due_while_the_process_stands_still() -> None:
    async with asyncio.timeout(0.45):
        stand_still(0.7)
        await asyncio.sleep(0.01)


@on_posix
async def test_what_a_stand_still_spoilt_is_tried_again() -> None:
    tries: list[None] = []

    async def scene() -> None:
        tries.append(None)
        await asyncio.sleep(0)
        if len(tries) == 1:
            stand_still(0.7)
        assert len(tries) > 1

    await undisturbed(scene, 0.3)
    assert len(tries) == 2


async def test_what_nothing_spoilt_fails_the_first_time() -> None:
    tries: list[None] = []

    async def scene() -> None:
        tries.append(None)
        await asyncio.sleep(0)
        assert len(tries) > 1

    with pytest.raises(AssertionError):
        await undisturbed(scene, 0.3)
    assert len(tries) == 1


async def test_a_time_out_that_nothing_disturbs_is_on_time() -> None:
    for limit in (asyncio.timeout(0.4), within(0.4)):
        began, began_awake = time.monotonic(), awake_s()
        with pytest.raises(TimeoutError):
            async with limit:
                await asyncio.get_running_loop().create_future()
        assert time.monotonic() - began > 0.39
        assert awake_s() - began_awake < 0.8


def test_awake_time_counts_a_quarter_second_of_a_gap() -> None:
    seconds = iter([100.0, 100.1, 160.0, 160.0, 160.25])
    awake = AwakeTime(lambda: next(seconds))
    looks = [round(awake.look(), 3) for _ in range(4)]
    assert looks == [0.1, 0.35, 0.35, 0.6]


def test_the_clock_moves_both_hands() -> None:
    fake = FakeClock(datetime(2026, 1, 1, tzinfo=UTC))
    clock: Clock = fake
    began = clock.monotonic()
    fake.advance(90)
    assert clock.now() == datetime(2026, 1, 1, 0, 1, 30, tzinfo=UTC)
    assert clock.monotonic() - began == 90
    with pytest.raises(ValueError, match="backwards"):
        fake.advance(-1)


def record(message: str, *, name: str = "agent_desk.x") -> logging.LogRecord:
    return logging.LogRecord(name, logging.WARNING, __file__, 1, message, (), None)


def test_an_unexpected_warning_is_a_fault() -> None:
    guard = LogGuard()
    guard.handle(record("lost 3 calls"))
    assert guard.faults() == ["unexpected WARNING of agent_desk.x: lost 3 calls"]


def test_an_expected_warning_is_none() -> None:
    guard = LogGuard()
    guard.expect(r"lost \d calls", logger="agent_desk")
    guard.handle(record("lost 3 calls"))
    assert guard.faults() == []


def test_a_warning_of_another_logger_is_not_the_expected_one() -> None:
    guard = LogGuard()
    guard.expect("lost", logger="agent_desk")
    guard.handle(record("lost 3 calls", name="agent_desk_of_others"))
    assert len(guard.faults()) == 2


def test_an_expected_warning_has_to_come() -> None:
    guard = LogGuard()
    guard.expect("lost")
    assert guard.faults() == ["expected but never logged: lost"]


def test_fixtures_are_loaded_by_name() -> None:
    event, payload = load("realtime/login_success")
    assert event == "loginSuccess"
    assert isinstance(payload, dict)
    assert "<methodResponse>" in load("click2call/success.xml")


@pytest.mark.parametrize("name", names("realtime"))
def test_every_realtime_fixture_is_an_event_with_its_payload(name: str) -> None:
    content = load(name)
    if name == "realtime/engineio_open":
        assert content["pingInterval"]
    else:
        assert isinstance(content[0], str)
        assert len(content) <= 2
