"""The sandbox's call log."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.sandbox import Sandbox
from agent_desk.sandbox.call_log import CdrRow, CdrType
from tests.helpers.fixtures import load
from tests.unit.sandbox.asking import CALLER, CODE, ask

if TYPE_CHECKING:
    from agent_desk.sandbox.world import World
    from tests.helpers.clock import FakeClock

LOG = "/hub/cdr/"


def past(world: World, minutes: float, **more: Any) -> None:  # noqa: ANN401
    """A record that ended ``minutes`` ago."""
    began = world.clock.now() - timedelta(minutes=minutes)
    fields: dict[str, Any] = {
        "call_id": f"call-{minutes:g}",
        "type": CdrType.INCOMING,
        "began": began,
        "ended": began,
        "caller": CALLER,
        "target": "SIPSIP1",
        "target_extension": "SIPSIP1",
        "dial_status": "ANSWER",
        "talk_s": int(minutes),
        "representative": world.account.agent,
    }
    world.call_log.add(CdrRow(**fields | more))


def search(**search: Any) -> dict[str, Any]:  # noqa: ANN401
    """A request for the whole of 2026."""
    window = {"fromdate": "2026-01-01T00:00:00", "todate": "2026-12-31T23:59:59"}
    return {"code": CODE, "fields": ["CallID"], "search": window | search}


async def test_call_log_returns_asked_fields_in_the_asked_order(clock: FakeClock) -> None:
    async with Sandbox(clock=clock) as sandbox:
        past(sandbox.world, 10)
        past(sandbox.world, 30)
        past(sandbox.world, 20)
        body = load("call_log/request") | {"code": CODE, "search": search()["search"]}
        reply = (await ask(sandbox, LOG, body)).json()
        expected = load("call_log/response_ok")
        assert reply | {"CDR_LIST": []} == expected | {
            "CDR_LIST": [],
            "TOTAL_HITS": 3,
            "RETURN_HITS": 3,
        }
        assert set(reply["CDR_LIST"][0]) <= set(body["fields"])
        assert set(expected["CDR_LIST"][0]) <= set(reply["CDR_LIST"][0])
        assert [r["CallID"] for r in reply["CDR_LIST"]] == ["call-10", "call-20", "call-30"]
        assert reply["CDR_LIST"][0]["Date"] == "2026-03-01T08:50:00Z"
        body = search() | {"sort": [{"field": "Duration", "order": "desc"}]}
        rows = (await ask(sandbox, LOG, body)).json()["CDR_LIST"]
        assert rows == [{"CallID": "call-30"}, {"CallID": "call-20"}, {"CallID": "call-10"}]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"phones": ["+972 50-123-4567"]}, ["call-1", "call-3"]),
        ({"extensions": ["SIPSIP2"]}, ["call-2"]),
        ({"CallID": "call-3"}, ["call-3"]),
        ({"cdrTypes": [8]}, ["call-3"]),
        ({"queueID": [14000]}, ["call-3"]),
        ({"fromdate": "2026-03-01T08:58:30", "todate": "2026-03-01T10:00:00"}, ["call-1"]),
        ({"fromdate": "2026-03-01T10:58:30+02:00"}, ["call-1"]),
        ({"IdentityCriteria": "Account"}, ["call-1", "call-2", "call-3"]),
    ],
)
async def test_call_log_filters(
    filters: dict[str, Any], found: list[str], clock: FakeClock
) -> None:
    async with Sandbox(clock=clock) as sandbox:
        past(sandbox.world, 1)
        past(
            sandbox.world,
            2,
            caller="0521234567",
            target_extension="",
            caller_extension="SIPSIP2",
        )
        past(sandbox.world, 3, type=CdrType.QUEUE, queue_id=14000, queue_name="Sales queue")
        rows = (await ask(sandbox, LOG, search(**filters))).json()["CDR_LIST"]
        assert [row["CallID"] for row in rows] == found


async def test_call_log_takes_flat_queries_and_bearer(clock: FakeClock) -> None:
    async with Sandbox(clock=clock) as sandbox:
        past(sandbox.world, 1)
        path = (
            f"{LOG}?fromdate=2026-01-01T00:00:00&todate=2026-12-31T00:00:00"
            "&phones=0501234567&phones=0521234567&fields=CallID&fields=Duration&cdrTypes=1"
        )
        bearer = {"Authorization": f"Bearer {CODE}"}
        reply = (await ask(sandbox, path, headers=bearer)).json()
        assert reply["CDR_LIST"] == [{"CallID": "call-1", "Duration": 1}]


@pytest.mark.parametrize(
    ("body", "number", "status"),
    [
        (search() | {"code": "wrong"}, 2, 403),
        (search(fromdate="yesterday"), 5, 404),
        (search(todate="2025-01-01T00:00:00"), 5, 404),
        ({"code": CODE, "search": {}}, 5, 404),
    ],
)
async def test_call_log_refusals(body: dict[str, Any], number: int, status: int) -> None:
    async with Sandbox() as sandbox:
        reply = (await ask(sandbox, LOG, body)).json()
        assert (reply["ERROR_NUMBER"], reply["STATUS_CODE"]) == (number, status)
        assert reply["CDR_LIST"] == []


async def test_call_log_is_limited_per_minute_and_by_network(clock: FakeClock) -> None:
    async with Sandbox(clock=clock) as sandbox:
        sandbox.faults.call_log_per_minute = 2
        for _ in range(2):
            assert (await ask(sandbox, LOG, search())).json()["ERROR_NUMBER"] == 0
        reply = (await ask(sandbox, LOG, search())).json()
        assert reply == load("call_log/response_error_rate_limit")
        clock.advance(60)
        sandbox.faults.is_ip_refused = True
        reply = (await ask(sandbox, LOG, search())).json()
        assert reply == load("call_log/response_error_ip")
        sandbox.faults.call_log_per_minute = None
        assert (await ask(sandbox, LOG, search())).json()["ERROR_NUMBER"] == 4


async def test_call_log_delays_rows_and_writes_lower_case(clock: FakeClock) -> None:
    async with Sandbox(clock=clock) as sandbox:
        sandbox.faults.call_log_delay_s = 120
        sandbox.faults.is_call_log_lower_case = True
        sandbox.world.ring("SIPSIP1", CALLER).hang_up()
        body = search() | {"fields": []}
        assert (await ask(sandbox, LOG, body)).json()["TOTAL_HITS"] == 0
        clock.advance(120)
        reply = (await ask(sandbox, LOG, body)).json()
        (row,) = reply["CDR_LIST"]
        assert row["callernumber"] == CALLER
        assert all(key == key.lower() for key in row)
        assert "queuename" not in row


async def test_call_log_returns_at_most_ten_thousand_rows(clock: FakeClock) -> None:
    async with Sandbox(clock=clock) as sandbox:
        for i in range(10_050):
            past(sandbox.world, i / 1000, call_id=str(i))
        reply = (await ask(sandbox, LOG, search())).json()
        assert (reply["TOTAL_HITS"], reply["RETURN_HITS"]) == (10_050, 10_000)
        assert len(reply["CDR_LIST"]) == 10_000
