"""A busy day fetched over real sockets from a call log that behaves badly."""

from __future__ import annotations

import csv
import random
import signal
import sys
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.tasks import TaskScope
from agent_desk.sandbox import BusyDay, CallLogFault, HttpFault, Sandbox
from agent_desk.voicenter.call_log import CallLog
from agent_desk.voicenter.call_log_pull import CallLogPull, row_key
from agent_desk.voicenter.call_log_windows import Window, before, gaps
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.errors import UnreachableError
from agent_desk.voicenter.pace import RateLimiter
from agent_desk.voicenter.rest import RestClient
from tests.helpers.cli import Running, run
from tests.helpers.service import API_CODE
from tests.helpers.until import until

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator
    from pathlib import Path

    from agent_desk.voicenter.call_log_pull import RowKey
    from tests.helpers.clock import FakeClock

ROWS = 25_000
CODE = {"AGENT_DESK_CODE": "apicode"}
LOG = "/hub/cdr/"


def real_pace(clock: FakeClock) -> RateLimiter:
    """The program's own, on a clock that runs as fast as it is asked to."""

    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    return RateLimiter(5, 10, reserve=2, clock=clock, sleep=sleep)


@asynccontextmanager
async def busy(clock: FakeClock, **day: float) -> AsyncIterator[tuple[Sandbox, Window]]:
    async with Sandbox(clock=clock) as sandbox:
        began = BusyDay(rows=ROWS, **day).fill(sandbox.world)  # type: ignore[arg-type]
        yield sandbox, Window.up_to(began, began + timedelta(days=1))


class Life:
    """One life of a program that keeps calls: dies with the block, its store stays."""

    def __init__(self, sandbox: Sandbox, clock: FakeClock, store: Store) -> None:
        self._sandbox = sandbox
        self._clock = clock
        self._store = store

    async def until_it_gives_up(self, window: Window) -> None:
        with suppress(UnreachableError):
            await self.pull(window)

    async def pull(self, window: Window) -> None:
        async with RestClient() as rest:
            endpoints = Endpoints.at(self._sandbox.url)
            log = CallLog(rest, endpoints, lambda: API_CODE, pace=real_pace(self._clock))
            pull = CallLogPull(log, first_wait_s=0.01)
            async for batch in pull.batches(window, covered=self._store.covered):
                self._store.keys |= {row_key(row) for row in batch.rows}
                self._store.given += len(batch.rows)
                self._store.covered = batch.covered


class Store:
    def __init__(self) -> None:
        self.keys: set[RowKey] = set()
        self.covered: tuple[Window, ...] = ()
        self.given = 0


def on_server(sandbox: Sandbox, window: Window) -> set[RowKey]:
    return {
        (row.call_id, int(row.type), row.began)
        for row in sandbox.world.call_log
        if row.began in window
    }


@pytest.mark.parametrize("fault", list(CallLogFault))
async def test_a_busy_day_while_every_fifth_request_fails(
    clock: FakeClock, fault: CallLogFault
) -> None:
    async with busy(clock, same_second=900) as (sandbox, window):
        sandbox.faults.call_log_fails_every = 5
        sandbox.faults.call_log_fails_with = fault
        sandbox.faults.call_log_most_rows = 1_000
        store = Store()
        await Life(sandbox, clock, store).pull(window)
        assert store.keys == on_server(sandbox, window)
        assert store.given == len(store.keys) == ROWS
        assert store.covered == (window,)


async def test_a_busy_day_as_the_service_is_said_to_be(clock: FakeClock) -> None:
    async with busy(clock, same_second=9_000) as (sandbox, window):
        sandbox.faults.is_call_log_lower_case = True
        store = Store()
        await Life(sandbox, clock, store).pull(window)
        assert store.keys == on_server(sandbox, window)
        assert store.given == ROWS
        assert len(sandbox.requests) <= 6


async def test_a_limit_that_others_use_up(clock: FakeClock) -> None:
    async with busy(clock) as (sandbox, window):
        sandbox.faults.call_log_per_minute = 2
        store = Store()
        await Life(sandbox, clock, store).pull(window)
        assert (store.given, store.covered) == (ROWS, (window,))


def is_time_to_die(sandbox: Sandbox, enough: int, life: asyncio.Task[None]) -> bool:
    return len(sandbox.requests) >= enough or life.done()


async def test_a_server_that_dies_and_a_program_that_is_killed(clock: FakeClock) -> None:
    chance = random.Random(6)  # noqa: S311 - moments to die at
    async with busy(clock, same_second=700) as (sandbox, window):
        sandbox.faults.call_log_most_rows = 1_000
        store = Store()
        lives = 0
        while gaps(window, store.covered):
            lives += 1
            asked = len(sandbox.requests)
            scope = TaskScope("life")
            life = scope.start(Life(sandbox, clock, store).until_it_gives_up(window), name="pull")
            enough = asked + chance.randrange(4, 12)
            await until(partial(is_time_to_die, sandbox, enough, life))
            if lives % 3 == 1:
                sandbox.faults.http[LOG] = HttpFault(is_cut=True)
                await life
                sandbox.faults.http.clear()
            await scope.aclose()  # killed at whatever it is doing
        assert lives > 4
        assert store.keys == on_server(sandbox, window)
        assert len(store.keys) == ROWS


async def test_rows_that_appear_late_are_found_when_their_time_is_asked_again(
    clock: FakeClock,
) -> None:
    async with Sandbox(clock=clock) as sandbox:
        began = BusyDay(rows=2_000, days_ago=0, late_every=7, late_s=600).fill(sandbox.world)
        store = Store()
        window = Window.of(began, began + timedelta(hours=11))
        clock.advance((window.ended - clock.now()).total_seconds())
        await Life(sandbox, clock, store).pull(window)
        assert len(store.keys) < len(on_server(sandbox, window))
        assert store.covered == (window,)
        clock.advance(1_800)
        store.covered = before(store.covered, window.ended - timedelta(hours=1))
        await Life(sandbox, clock, store).pull(window)
        assert store.keys == on_server(sandbox, window)


# ------------------------------------------------------------------------------- the command
def arguments(sandbox: Sandbox, *more: str) -> list[str]:
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    return ["history", "--server", sandbox.url, "--from", yesterday, "--to", yesterday, *more]


def left_behind(folder: Path) -> list[Path]:
    return list(folder.glob(".calls*"))


async def test_the_command_writes_a_busy_day(tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    file.write_text("what was there before")
    async with Sandbox() as sandbox:
        BusyDay(rows=ROWS, same_second=2_000).fill(sandbox.world)
        sandbox.faults.call_log_fails_every = 2
        done = await run(*arguments(sandbox, "--csv", str(file), "--bom", "--json"), **CODE)
    assert (done.code, done.only["calls"]) == (0, ROWS)
    assert f"of {ROWS} calls fetched" in done.err
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == len({row["call_id"] for row in rows}) == ROWS
    moments = [row["at"] for row in rows]
    assert moments == sorted(moments, reverse=True)
    assert not left_behind(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
async def test_the_command_stopped_in_the_middle_leaves_the_file_alone(tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    file.write_text("what was there before")
    async with Sandbox() as sandbox:
        BusyDay(rows=3_000).fill(sandbox.world)
        sandbox.faults.call_log_most_rows = 500
        async with Running(*arguments(sandbox, "--csv", str(file)), **CODE) as running:
            await until(lambda: len(sandbox.requests) >= 5)
            ended = await running.end(signal.SIGINT)
    assert ended.code == 1
    assert f"{file} was left as it was" in ended.err
    assert "Stopped" in ended.err
    assert file.read_text() == "what was there before"
    assert not left_behind(tmp_path)


async def test_the_command_shows_the_newest_first_and_says_where_it_stopped() -> None:
    async with Sandbox() as sandbox:
        BusyDay(rows=3_000).fill(sandbox.world)
        sandbox.faults.call_log_most_rows = 500
        async with Running(*arguments(sandbox, "--json"), **CODE) as running:
            lines = [await running.line() for _ in range(100)]
            ended = await running.end(signal.SIGINT)
    assert all(lines)
    assert "calls were shown, the newest ones" in ended.err


async def test_a_mark_without_a_file_is_2() -> None:
    assert (await run("history", "--bom", **CODE)).code == 2
