"""The history: rows of any quality, limits and refusals."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.core.tasks import TaskScope
from agent_desk.voicenter.call_log import CallLog, CallRecord, DialledKey
from agent_desk.voicenter.errors import (
    ApiCodeError,
    ContractError,
    NetworkNotAllowedError,
    RateLimitedError,
    RejectedError,
    ServiceError,
    VoicenterError,
)
from agent_desk.voicenter.event_types import Direction
from agent_desk.voicenter.pace import RateLimiter
from tests.helpers.fixtures import load
from tests.helpers.http_server import Canned
from tests.helpers.service import Client, answered, sandboxed

if TYPE_CHECKING:
    from tests.helpers.clock import FakeClock

FROM = datetime(2021, 10, 2, 8, 9, 40, tzinfo=UTC)
TO = datetime(2021, 11, 9, 23, 59, 40, tzinfo=UTC)


def call_log(client: Client, clock: FakeClock | None = None) -> CallLog:
    async def sleep(seconds: float) -> None:
        assert clock is not None
        clock.advance(seconds)

    pace = RateLimiter(5, 10, clock=clock, sleep=sleep) if clock else None
    return CallLog(client.rest, client.endpoints, client.code, pace=pace)


def page(*rows: object, total: int | None = None) -> dict[str, object]:
    return {
        "ERROR_NUMBER": 0,
        "TOTAL_HITS": len(rows) if total is None else total,
        "RETURN_HITS": len(rows),
        "CDR_LIST": list(rows),
    }


def row(**members: object) -> dict[str, object]:
    return {"CallID": "c1", "Date": "2021-10-10T09:04:58Z", "CdrType": 1, **members}


@pytest.mark.parametrize("name", ["response_ok", "response_ok_lowercase_keys"])
async def test_the_documented_answer_in_either_case(name: str) -> None:
    async with answered(load(f"call_log/{name}")) as (client, _):
        found = await call_log(client).fetch(FROM, TO)
    assert (found.total_hits, found.returned, found.malformed) == (2, 2, 0)
    assert found.is_complete
    assert found.rows == (
        CallRecord(
            call_id="202110101204550233243ghff3189e5c",
            at=datetime(2021, 10, 10, 9, 4, 58, tzinfo=UTC),
            cdr_type=4,
            type_name="Extension Outgoing",
            direction=Direction.OUTGOING,
            dial_status="ANSWER",
            caller=PhoneNumber("0722776772"),
            target=PhoneNumber("972501234567"),
            caller_extension="SipSip",
            duration_s=2,
            ring_s=10,
            recording_url="https://cpanel.voicenter.co.il/CallsHistory/PlayRecord/2021101043950926.mp3",
            representative_name="rep 1",
            representative_code="87654321",
            department_name="Test Account",
        ),
        CallRecord(
            call_id="202110021555160180fd3jhj455",
            at=datetime(2021, 10, 2, 12, 55, 18, tzinfo=UTC),
            cdr_type=1,
            type_name="Incoming Call",
            direction=Direction.INCOMING,
            dial_status="CHANUNAVAIL",
            caller=PhoneNumber("0501234567"),
            target=PhoneNumber("SipSip"),
            target_extension="SipSip",
            did="0722776772",
            ring_s=2,
            representative_name="rep 1",
            representative_code="87654321",
            department_name="Test Account",
            custom_data={"OriginalIvrUniqueID": "20211002156fdf534hfgh453df34"},
            keys=(DialledKey("rep 1", "1", "0"),),
        ),
    )
    assert found.rows[0].extensions == ("SipSip",)


async def test_what_is_asked() -> None:
    async with answered(page()) as (client, server):
        await call_log(client).fetch(
            FROM.astimezone(timezone(timedelta(hours=3))),
            TO + timedelta(milliseconds=1),
            extensions=["SipSip"],
            phones=[PhoneNumber("+972 50-123-4567"), PhoneNumber("Anonymous")],
            call_id="c1",
            cdr_types=[1, 8],
            newest_first=False,
        )
    body = server.requests[0].body
    assert server.requests[0].path == "/hub/cdr/"
    assert body["code"] == "apicode"
    assert set(body["fields"]) <= {
        *load("call_log/request")["fields"],
        *("RecordExpect", "UserName", "UserId", "TargetPrefixName"),
    }
    assert body["sort"] == [{"order": "asc", "field": "date"}]
    assert body["search"] == {
        "fromdate": "2021-10-02T08:09:40",
        "todate": "2021-11-09T23:59:41",
        "IdentityCriteria": "Account",
        "extensions": ["SipSip"],
        "phones": ["972501234567"],
        "CallID": "c1",
        "cdrTypes": [1, 8],
    }


async def test_finished_calls_of_the_sandbox_are_found() -> None:
    async with sandboxed() as (client, sandbox):
        call = sandbox.world.ring("SIPSIP1", "0501234567", custom_data={"Order": "17"})
        call.answer()
        call.hang_up()
        sandbox.world.dial("SIPSIP2", "0507654321").hang_up()
        sandbox.faults.is_call_log_lower_case = True
        log = CallLog(client.rest, client.endpoints, client.code, pace=RateLimiter())
        now = datetime.now(UTC)
        window = (now - timedelta(hours=1), now + timedelta(seconds=1))
        [by_number] = (await log.fetch(*window, phones=[PhoneNumber("0501234567")])).rows
        assert (by_number.call_id, by_number.direction) == (call.ivrid, Direction.INCOMING)
        assert by_number.custom_data == {"Order": "17"}
        [by_extension] = (await log.fetch(*window, extensions=["SIPSIP2"])).rows
        assert by_extension.direction is Direction.OUTGOING
        assert by_extension.extensions == ("SIPSIP2",)
        assert len((await log.fetch(*window)).rows) == 2
        assert len((await log.fetch(*window, call_id=call.ivrid)).rows) == 1
        assert (await log.fetch(*window, cdr_types=[11])).rows == ()


async def test_a_withheld_number_matches_nothing_rather_than_everything() -> None:
    async with answered(page(row())) as (client, server):
        found = await call_log(client).fetch(FROM, TO, phones=[PhoneNumber("Anonymous")])
        assert (found.rows, found.total_hits) == ((), 0)
        assert server.requests == []


@pytest.mark.parametrize(
    ("members", "field", "expected"),
    [
        ({"Duration": "12"}, "duration_s", 12),
        ({"Duration": -5}, "duration_s", 0),
        ({"Duration": None}, "duration_s", 0),
        ({"CdrType": "8"}, "direction", Direction.INCOMING),
        ({"CdrType": None}, "direction", Direction.UNKNOWN),
        ({"CdrType": 99}, "cdr_type", 99),
        ({"DialStatus": "abandone"}, "dial_status", "ABANDONE"),
        ({"RecordURL": "javascript:alert(1)"}, "recording_url", ""),
        ({"RecordURL": "http://[x"}, "recording_url", ""),
        ({"RecordExpect": "true"}, "is_recording_expected", True),
        ({"CallerNumber": 972501234567}, "caller", PhoneNumber("972501234567")),
        ({"CustomData": '{"a": 1}'}, "custom_data", {"a": 1}),
        ({"CustomData": None}, "custom_data", {}),
        ({"QueueName": "x" * 10_000}, "queue_name", "x" * 255 + "…"),
        ({"RepresentativeName": "<b>\u202eDana"}, "representative_name", "<b>Dana"),
        ({"DTMFData": "none"}, "keys", ()),
        ({"DTMFData": [None]}, "keys", (DialledKey("", "", ""),)),
        ({"Date": "2021-10-10T09:04:58"}, "at", datetime(2021, 10, 10, 9, 4, 58, tzinfo=UTC)),
        (
            {"Date": None, "CallID": "20211010120455x"},
            "at",
            datetime(2021, 10, 10, 9, 4, 55, tzinfo=UTC),
        ),
    ],
)
async def test_rows_of_any_quality(members: dict[str, Any], field: str, expected: object) -> None:
    async with answered(page(row(**members))) as (client, _):
        found = await call_log(client).fetch(FROM, TO)
    assert getattr(found.rows[0], field) == expected


async def test_rows_that_nobody_can_use_are_counted() -> None:
    bad: list[object] = [
        None,
        [],
        "x",
        row(CallID=""),
        row(Date="yesterday"),
        row(Date=None, CallID="99999999"),
    ]
    async with answered(page(row(), *bad, total=50)) as (client, _):
        found = await call_log(client).fetch(FROM, TO)
    assert (len(found.rows), found.malformed, found.returned) == (1, 6, 7)
    assert (found.total_hits, found.is_complete) == (50, False)


async def test_no_list_at_all_is_an_empty_page() -> None:
    async with answered({"ERROR_NUMBER": "0", "CDR_LIST": None}) as (client, _):
        found = await call_log(client).fetch(FROM, TO)
    assert (found.rows, found.total_hits, found.is_complete) == ((), 0, True)


@pytest.mark.parametrize("newest_first", [True, False])
async def test_rows_are_in_order_and_cut_whatever_the_service_does(*, newest_first: bool) -> None:
    rows = [row(CallID=str(day), Date=f"2021-10-{day:02d}T00:00:00Z") for day in (3, 5, 4)]
    async with answered(page(*rows)) as (client, _):
        found = await call_log(client).fetch(FROM, TO, newest_first=newest_first, limit=2)
    assert [r.call_id for r in found.rows] == (["5", "4"] if newest_first else ["3", "4"])
    assert found.returned == 3


async def test_ten_thousand_rows_do_not_hold_up_the_window() -> None:

    rows = [row(CallID=f"c{n}", CustomData={"a": "b"}) for n in range(10_000)]
    beats: list[float] = []

    async def beat() -> None:
        while True:
            beats.append(time.monotonic())
            await asyncio.sleep(0)

    async with answered(page(*rows)) as (client, _):
        scope = TaskScope("test")
        scope.start(beat(), name="beat")
        found = await call_log(client).fetch(FROM, TO)
        await scope.aclose()
    assert len(found.rows) == 10_000
    assert len(beats) > 100


# ----------------------------------------------------------------------------------- refusals
@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        ({"ERROR_NUMBER": 2, "STATUS_CODE": 403}, ApiCodeError, "API code"),
        (load("call_log/response_error_ip"), NetworkNotAllowedError, "Your network"),
        (Canned({"ERROR_NUMBER": "5"}, status=404), RejectedError, "refused this period"),
        ({"ERROR_NUMBER": 3}, ServiceError, "(code 3)"),
        ({"CDR_LIST": []}, ContractError, "did not say"),
        (Canned("", status=403), NetworkNotAllowedError, "Your network"),
        (Canned({"error": "IP"}, status=403), NetworkNotAllowedError, "Your network"),
        (Canned("<html>"), ContractError, "web page"),
        (Canned(""), ContractError, "empty"),
    ],
)
async def test_refusals(answer: object, kind: type[VoicenterError], words: str) -> None:
    async with answered(answer) as (client, _):
        with pytest.raises(kind) as caught:
            await call_log(client).fetch(FROM, TO)
    assert type(caught.value) is kind
    assert words in caught.value.message


async def test_told_to_slow_down_it_waits_five_seconds_and_asks_again(clock: FakeClock) -> None:
    limited = load("call_log/response_error_rate_limit")
    start = clock.monotonic()
    async with answered(limited, Canned("", status=429), page(row())) as (client, server):
        found = await call_log(client, clock).fetch(FROM, TO)
    assert len(found.rows) == 1
    assert len(server.requests) == 3
    assert clock.monotonic() - start == pytest.approx(10)


async def test_told_to_slow_down_three_times_it_gives_up(clock: FakeClock) -> None:
    async with answered(load("call_log/response_error_rate_limit")) as (client, server):
        with pytest.raises(RateLimitedError, match="pause between requests") as caught:
            await call_log(client, clock).fetch(FROM, TO)
    assert caught.value.retry_after_s == 5
    assert len(server.requests) == 3


async def test_two_lists_asked_for_together_come_together() -> None:
    async with answered(page()) as (client, _):
        log = call_log(client)
        async with asyncio.timeout(1.5):
            await log.fetch(FROM, TO)
            await log.fetch(FROM, TO)


async def test_no_more_than_thirty_requests_are_sent_in_any_minute(clock: FakeClock) -> None:
    sent = []
    async with answered(page()) as (client, _):
        log = call_log(client, clock)
        for _ in range(40):
            await log.fetch(FROM, TO)
            sent.append(clock.monotonic())
    assert all(later - first >= 60 for first, later in zip(sent, sent[30:], strict=False))
    assert sent[39] - sent[0] == pytest.approx(70)


async def test_a_period_that_ends_before_it_begins() -> None:
    async with answered(page()) as (client, server):
        with pytest.raises(RejectedError, match="ends before it begins"):
            await call_log(client).fetch(TO, FROM)
        with pytest.raises(ValueError, match="aware"):
            await call_log(client).fetch(FROM.replace(tzinfo=None), TO)
        assert server.requests == []


async def test_without_an_api_code_nothing_is_asked_and_no_turn_used_up(clock: FakeClock) -> None:
    start = clock.monotonic()
    async with answered(page()) as (client, server):
        log = call_log(Client(client.rest, client.endpoints, None), clock)
        for _ in range(6):
            with pytest.raises(ApiCodeError):
                await log.fetch(FROM, TO)
        assert server.requests == []
    assert clock.monotonic() == start
