"""Days with tens of thousands of calls, and a call log that behaves badly."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import httpx
import pytest

from agent_desk.sandbox import (
    BusyDay,
    CallLogFault,
    Sandbox,
    ScenarioError,
    World,
    parse_scenario,
)
from tests.unit.sandbox.asking import CODE, ask

if TYPE_CHECKING:
    from tests.helpers.clock import FakeClock

LOG = "/hub/cdr/"
DAY = {"fromdate": "2026-02-28T00:00:00", "todate": "2026-02-28T23:59:59"}
SEARCH = {"code": CODE, "fields": ["CallID"], "search": DAY}


def test_a_day_is_the_same_each_time_and_full_of_calls(clock: FakeClock) -> None:
    first, second = World(clock=clock), World(clock=clock)
    day = BusyDay(rows=3_000, same_second=400, late_every=3)
    began = day.fill(first)
    day.fill(second)
    rows = list(first.call_log)
    assert rows == list(second.call_log)
    assert len({(row.call_id, row.type, row.began) for row in rows}) == 3_000
    assert all(began <= row.began < began + timedelta(days=1) for row in rows)
    assert Counter(row.began for row in rows).most_common(1)[0][1] >= 400
    assert sum(row.late_s > 0 for row in rows) == 1_000
    assert {row.dial_status for row in rows} >= {"ANSWER", "NOANSWER", "ABANDONE", "BUSY"}


async def test_no_answer_holds_more_than_the_most(clock: FakeClock) -> None:
    async with Sandbox(clock=clock) as sandbox:
        BusyDay(rows=50).fill(sandbox.world)
        sandbox.faults.call_log_most_rows = 20
        reply = (await ask(sandbox, LOG, SEARCH)).json()
        assert (reply["TOTAL_HITS"], reply["RETURN_HITS"], len(reply["CDR_LIST"])) == (50, 20, 20)


async def test_every_third_search_fails(clock: FakeClock) -> None:
    async with Sandbox(clock=clock) as sandbox:
        sandbox.faults.call_log_fails_every = 3
        statuses = [(await ask(sandbox, LOG, SEARCH)).status_code for _ in range(6)]
        assert statuses == [200, 200, 500, 200, 200, 500]
        sandbox.faults.call_log_fails_every = 1
        sandbox.faults.call_log_fails_with = CallLogFault.RATE_LIMIT
        assert (await ask(sandbox, LOG, SEARCH)).json()["ERROR_NUMBER"] == 1
        sandbox.faults.call_log_fails_with = CallLogFault.BAD_JSON
        with pytest.raises(ValueError, match="Unterminated"):
            (await ask(sandbox, LOG, SEARCH)).json()
        sandbox.faults.call_log_fails_with = CallLogFault.CUT
        with pytest.raises(httpx.RemoteProtocolError):
            await ask(sandbox, LOG, SEARCH)


async def test_late_rows_come_minutes_after_the_others(clock: FakeClock) -> None:
    async with Sandbox(clock=clock) as sandbox:
        BusyDay(rows=100, days_ago=0, late_every=2, late_s=1.5e5).fill(sandbox.world)
        clock.advance(86_400)
        search = SEARCH | {"search": {"fromdate": "2026-03-01", "todate": "2026-03-02"}}
        assert (await ask(sandbox, LOG, search)).json()["TOTAL_HITS"] == 50
        clock.advance(2e5)
        assert (await ask(sandbox, LOG, search)).json()["TOTAL_HITS"] == 100


async def test_a_scenario_says_how_the_call_log_is(clock: FakeClock) -> None:
    scenario = parse_scenario(
        '{"format": 1, "title": "Busy", "steps": [], "busy_days": [{"rows": 30}],'
        ' "call_log": {"most_rows": 7, "fails_every": 2, "fails_with": "rate_limit",'
        ' "lower_case": true}}'
    )
    async with Sandbox(clock=clock, scenario=scenario) as sandbox:
        reply = (await ask(sandbox, LOG, SEARCH)).json()
        assert (reply["TOTAL_HITS"], len(reply["CDR_LIST"])) == (30, 7)
        assert set(reply["CDR_LIST"][0]) == {"callid"}
        assert (await ask(sandbox, LOG, SEARCH)).json()["ERROR_NUMBER"] == 1


def test_a_fault_that_does_not_exist_is_refused_in_words() -> None:
    with pytest.raises(ScenarioError):
        parse_scenario(
            '{"format": 1, "title": "x", "steps": [], "call_log": {"fails_with": "fire"}}'
        )
