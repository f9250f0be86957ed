"""The history follows the call log: completely, once, and on from where it was cut off."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from agent_desk.core.clock import SystemClock
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.history import HistoryQuery
from agent_desk.sandbox import BusyDay, Sandbox
from agent_desk.sandbox.faults import HttpFault
from agent_desk.shift.log_sync import FOR_EVER_DAYS, SETTLED_AFTER, LogSync
from agent_desk.shift.services import Services
from agent_desk.store.calls import CallHistory
from agent_desk.store.store import Store
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.pace import RateLimiter
from agent_desk.voicenter.session import Stack
from tests.helpers.service import API_CODE
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from agent_desk.desk.history import SyncProgress

ME = "SIPSIP1"
OWN = frozenset({ME})
LOG = "/hub/cdr/"
BAD_CODE = '{"ERROR_NUMBER": 2, "STATUS_CODE": 403}'
DAYS = 3
SLOW_S = 0.7


@dataclass
class Reading:
    """A sync at work, and what it told."""

    sandbox: Sandbox
    history: CallHistory
    sync: LogSync
    told: list[SyncProgress] = field(default_factory=list)
    news: int = 0

    @property
    def requests(self) -> int:
        return sum(request.path == LOG for request in self.sandbox.requests)

    async def kept(self) -> int:
        return (await self.history.query(HistoryQuery())).total

    async def until_done(self) -> None:
        await until(lambda: bool(self.told) and not self.told[-1].is_running)


@asynccontextmanager
async def reading(sandbox: Sandbox, folder: Path, *, days: int = DAYS) -> AsyncIterator[Reading]:
    store = Store(folder)
    history = CallHistory(store)
    services = Services.open(
        Endpoints.at(sandbox.url),
        Stack.OLD,
        lambda: API_CODE,
        lambda _url: None,
        log_pace=RateLimiter(),
    )
    scope = TaskScope("test")
    told: list[SyncProgress] = []
    work: Reading

    def count() -> None:
        work.news += 1

    sync = LogSync(services.call_log, history, SystemClock(), tell=told.append, on_news=count)
    work = Reading(sandbox, history, sync, told)
    scope.start(sync.run(OWN, days), name="sync")
    try:
        yield work
    finally:
        await scope.aclose()
        await services.aclose()
        await store.aclose()


async def test_what_was_read_completely_is_not_asked_for_again(tmp_path: Path) -> None:
    async with Sandbox(extensions=1) as sandbox:
        BusyDay(rows=60).fill(sandbox.world)
        sandbox.faults.call_log_most_rows = 25
        async with reading(sandbox, tmp_path) as work:
            await work.until_done()
            everything, asked, news = await work.kept(), work.requests, work.news
            assert everything > 0
            assert asked > 1
            assert news > 0
            [(since, until_)] = await work.history.covered(ME)
            now = SystemClock().now()
            assert now - since >= timedelta(days=DAYS)
            assert timedelta() <= now - until_ - SETTLED_AFTER < timedelta(minutes=1)
        async with reading(sandbox, tmp_path) as work:
            before = work.requests
            await work.until_done()
            assert work.requests == before + 1, "more than the last hours was asked for"
            assert await work.kept() == everything


async def test_who_keeps_calls_without_end_gets_those_of_a_year(tmp_path: Path) -> None:
    async with Sandbox(extensions=1) as sandbox:
        BusyDay(rows=60, days_ago=300).fill(sandbox.world)
        async with reading(sandbox, tmp_path, days=0) as work:
            await work.until_done()
            assert await work.kept() > 0
            [(since, _)] = await work.history.covered(ME)
            assert SystemClock().now() - since >= timedelta(days=FOR_EVER_DAYS)


async def test_a_pull_that_was_stopped_is_gone_on_with_when_asked(tmp_path: Path) -> None:
    async with Sandbox(extensions=1) as sandbox:
        BusyDay(rows=60).fill(sandbox.world)
        sandbox.faults.http[LOG] = HttpFault.slow(SLOW_S)
        async with reading(sandbox, tmp_path) as work:
            await until(lambda: work.requests == 1)
            answered = SystemClock().monotonic() + SLOW_S
            work.sync.cancel()
            await work.until_done()
            assert work.told[-1].error_code == ""
            assert await work.kept() == 0
            sandbox.faults.http.clear()
            work.told.clear()
            work.sync.ask()
            await work.until_done()
            assert await work.kept() > 0
            # The web server minds what is cut off at its end: let it answer the stopped request.
            await until(lambda: SystemClock().monotonic() > answered + 0.1)


async def test_why_it_is_not_up_to_date_is_told(tmp_path: Path) -> None:
    async with Sandbox(extensions=1) as sandbox:
        sandbox.faults.http[LOG] = HttpFault(body=BAD_CODE)
        async with reading(sandbox, tmp_path) as work:
            await work.until_done()
            assert work.told[-1].error_code == "api_code"
            sandbox.faults.http.clear()
            work.told.clear()
            work.sync.ask()  # there is another code
            await work.until_done()
            assert work.told[-1].error_code == ""


async def test_a_call_that_ended_is_read_soon(tmp_path: Path) -> None:
    async with Sandbox(extensions=1) as sandbox, reading(sandbox, tmp_path) as work:
        await work.until_done()
        before = work.requests
        work.sync.call_ended()
        await asyncio.sleep(0)
        work.told.clear()
        work.sync.ask()
        await work.until_done()
        assert work.requests == before + 1
