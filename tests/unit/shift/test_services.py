"""What all parts of the program share when they ask the service."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.recent import ListState
from agent_desk.sandbox import BusyDay, Sandbox
from agent_desk.shift.look_up import LookUp
from agent_desk.shift.services import Services
from agent_desk.voicenter.call_log_pull import CallLogPull
from agent_desk.voicenter.call_log_windows import Window
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.pace import RateLimiter
from agent_desk.voicenter.session import Stack
from tests.helpers.service import API_CODE

if TYPE_CHECKING:
    from tests.helpers.clock import FakeClock

CALLER = PhoneNumber("0501234567")


def opened(sandbox: Sandbox, pace: RateLimiter | None = None) -> Services:
    return Services.open(
        Endpoints.at(sandbox.url), Stack.OLD, lambda: API_CODE, lambda _url: None, log_pace=pace
    )


async def test_a_long_pull_and_a_person_s_look_up_share_one_pace(clock: FakeClock) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        clock.advance(seconds)

    pace = RateLimiter(5, 10, reserve=2, clock=clock, sleep=sleep)
    async with Sandbox(clock=clock) as sandbox:
        began = BusyDay(rows=400).fill(sandbox.world)
        sandbox.faults.call_log_most_rows = 50
        pulling, asking = opened(sandbox, pace), opened(sandbox, pace)  # two shifts in turn
        try:
            look_up = LookUp(asking.call_log, clock, "IL")
            whole = Window.up_to(began, began + timedelta(days=1))
            covered: tuple[Window, ...] = ()
            async for batch in CallLogPull(pulling.call_log).batches(whole):
                covered = batch.covered
                pull_waited = len(waits)
                talks = await look_up.talks_with(CALLER, frozenset())
                assert talks.state is ListState.READY
                assert len(waits) == pull_waited, "a person waited behind the pull"
        finally:
            await pulling.aclose()
            await asking.aclose()
        assert covered == (whole,)
        assert waits
        assert sum(request.path == "/hub/cdr/" for request in sandbox.requests) > 10
