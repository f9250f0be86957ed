from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.core.clock import SystemClock
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.privacy import Secret
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import Outcome
from agent_desk.sandbox import HttpFault
from agent_desk.shift.look_up import MOST_TALKS, LookUp, recent_calls
from agent_desk.voicenter.call_log import CallLog, CallRecord
from agent_desk.voicenter.events import Direction
from agent_desk.voicenter.pace import RateLimiter
from tests.helpers.service import Client, sandboxed

if TYPE_CHECKING:
    from agent_desk.desk.recent import RecentCall

ME = "SIPSIP1"
COLLEAGUE = "SIPSIP2"
OWN = frozenset({ME})
CALLER = PhoneNumber("0501234567")
START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def row(call_id: str = "c1", at_s: float = 0, **more: Any) -> CallRecord:  # noqa: ANN401 - any field
    """A row of the log: an answered call from outside, of one minute."""
    fields: dict[str, Any] = {
        "cdr_type": 1,
        "type_name": "Incoming Call",
        "direction": Direction.INCOMING,
        "dial_status": "ANSWER",
        "caller": CALLER,
        "target": PhoneNumber("0722771234"),
        "target_extension": ME,
        "duration_s": 60,
    }
    return CallRecord(call_id=call_id, at=START + timedelta(seconds=at_s), **{**fields, **more})


def only(*rows: CallRecord) -> RecentCall:
    [call] = recent_calls(rows, OWN, "IL")
    return call


def look_up(client: Client) -> LookUp:
    """With a call log that is not held back to the service's pace."""
    pace = RateLimiter()
    log = CallLog(client.rest, client.endpoints, client.code, pace=pace)
    return LookUp(log, SystemClock(), "IL")


# --------------------------------------------------------------------------------------- grouping


def test_a_row_becomes_a_call() -> None:
    data = {"clientID": "12345"}
    call = only(row(queue_name="Sales queue", representative_name="Maya Cohen", custom_data=data))
    assert (call.call_id, call.at, call.direction) == ("c1", START, Direction.INCOMING)
    assert (call.number, call.number_text) == (CALLER, "+972 50-123-4567")
    assert (call.outcome, call.duration_s) == (Outcome.COMPLETED, 60)
    assert call.queue_name == "Sales queue"
    assert call.custom_data == data
    assert call.agent == ""


def test_newest_first_whatever_the_order_of_the_rows() -> None:
    calls = recent_calls([row("a", 10), row("b", 30), row("c", 20)], OWN, "IL")
    assert [call.call_id for call in calls] == ["b", "c", "a"]


def test_of_a_transferred_call_the_conversation_stands_for_all() -> None:
    ringing = row(dial_status="NOANSWER", duration_s=0)
    talking = row(at_s=5, duration_s=40)
    for rows in ((ringing, talking), (talking, ringing)):
        call = only(*rows)
        assert (call.outcome, call.duration_s) == (Outcome.COMPLETED, 40)


def test_of_two_conversations_the_longer_one_stands_for_both() -> None:
    assert only(row(duration_s=10), row(at_s=5, duration_s=90)).duration_s == 90
    assert only(row(duration_s=90), row(at_s=5, duration_s=10)).duration_s == 90


def test_of_a_click2call_the_number_is_the_customers() -> None:
    customer = PhoneNumber("0521112222")
    call = only(
        row(
            cdr_type=10,
            direction=Direction.CLICK2CALL,
            caller=PhoneNumber("0722771234"),
            target=customer,
            caller_extension=ME,
            target_extension="",
        )
    )
    assert call.number == customer


def test_that_the_agent_took_the_own_leg_of_a_click2call_is_no_conversation() -> None:
    """The customer was not reached, and still the call counted as answered."""
    leg: dict[str, Any] = {
        "direction": Direction.CLICK2CALL,
        "caller_extension": ME,
        "target_extension": "",
    }
    mine = row(cdr_type=9, duration_s=20, **leg)
    theirs = row(cdr_type=10, dial_status="NOANSWER", duration_s=0, **leg)
    for rows in ((mine, theirs), (theirs, mine)):
        call = only(*rows)
        assert (call.outcome, call.duration_s) == (Outcome.NO_ANSWER, 0)


@pytest.mark.parametrize(
    ("names", "agent"),
    [
        ({"representative_name": "Noam Bar", "user_name": "noam"}, "Noam Bar"),
        ({"user_name": "noam"}, "noam"),
        ({}, ""),
    ],
)
def test_a_colleagues_call_names_the_colleague(names: dict[str, Any], agent: str) -> None:
    assert only(row(target_extension=COLLEAGUE, **names)).agent == agent


def test_a_withheld_number_has_no_text() -> None:
    call = only(row(caller=PhoneNumber("Anonymous")))
    assert call.number.is_hidden
    assert call.number_text == ""


# ------------------------------------------------------------------------------------------ asking


async def test_talks_are_those_of_the_whole_account_with_the_number() -> None:
    async with sandboxed() as (client, sandbox):
        for extension, number in (
            (ME, "0501234567"),
            (COLLEAGUE, "0501234567"),
            (ME, "0521112222"),
        ):
            call = sandbox.world.ring(extension, number)
            call.answer()
            call.hang_up()
        talks = await look_up(client).talks_with(CALLER, OWN)
        assert talks.state is ListState.READY
        assert {call.agent for call in talks.calls} == {"", "Noam Bar"}


async def test_no_more_talks_than_a_card_has_room_for() -> None:
    async with sandboxed() as (client, sandbox):
        for _ in range(MOST_TALKS + 2):
            call = sandbox.world.ring(ME, "0501234567")
            call.answer()
            call.hang_up()
        talks = await look_up(client).talks_with(CALLER, OWN)
        assert len(talks.calls) == MOST_TALKS


async def test_a_withheld_number_is_not_asked_for() -> None:
    async with sandboxed() as (client, sandbox):
        talks = await look_up(client).talks_with(PhoneNumber("Anonymous"), OWN)
        assert (talks.state, talks.calls) == (ListState.READY, ())
        assert sandbox.requests == []


async def test_my_calls_are_those_of_the_own_extensions() -> None:
    async with sandboxed() as (client, sandbox):
        mine = sandbox.world.ring(ME, "0501234567")
        theirs = sandbox.world.ring(COLLEAGUE, "0521112222")
        for call in (mine, theirs):
            call.answer()
            call.hang_up()
        calls = await look_up(client).my_calls(OWN)
        assert [call.call_id for call in calls.calls] == [mine.ivrid]


async def test_calls_with_several_numbers_are_those_of_the_whole_account() -> None:
    async with sandboxed() as (client, sandbox):
        for extension, number in (
            (ME, "0501234567"),
            (COLLEAGUE, "0521112222"),
            (COLLEAGUE, "0543334444"),
        ):
            call = sandbox.world.ring(extension, number)
            call.answer()
            call.hang_up()
        began = datetime.now(UTC) - timedelta(hours=1)
        asked = (CALLER, PhoneNumber("0521112222"))
        found = await look_up(client).calls_with(asked, began, OWN)
        assert {call.agent for call in found.calls} == {"", "Noam Bar"}
        assert len(found.calls) == 2


async def test_an_answer_says_since_when_it_is_complete() -> None:
    async with sandboxed() as (client, sandbox):
        for _ in range(MOST_TALKS + 1):
            call = sandbox.world.ring(ME, "0501234567")
            call.answer()
            call.hang_up()
        asking = look_up(client)
        began = datetime.now(UTC) - timedelta(hours=1)
        found = await asking.calls_between(began, datetime.now(UTC), OWN)
        assert found.since == began
        assert found.asked_at is not None
        assert found.asked_at <= datetime.now(UTC)
        # Cut to what a card has room for it is not complete.
        assert (await asking.talks_with(CALLER, OWN)).since is None


async def test_calls_between_two_moments_are_all_of_them() -> None:
    async with sandboxed() as (client, sandbox):
        calls = [sandbox.world.ring(ME, "0501234567") for _ in range(MOST_TALKS + 2)]
        for call in calls:
            call.answer()
            call.hang_up()
        began = min(call.started for call in calls) - timedelta(seconds=1)
        found = await look_up(client).calls_between(began, datetime.now(UTC), OWN)
        assert len(found.calls) == len(calls)
        found = await look_up(client).calls_between(began - timedelta(hours=2), began, OWN)
        assert (found.state, found.calls) == (ListState.READY, ())


@pytest.mark.parametrize(
    ("code", "error_code"), [(None, "no_api_code"), (Secret("wrong"), "api_code")]
)
async def test_without_the_api_code_the_list_says_so(code: Secret | None, error_code: str) -> None:
    async with sandboxed() as (client, _sandbox):
        asking = look_up(Client(client.rest, client.endpoints, code))
        for found in (await asking.talks_with(CALLER, OWN), await asking.my_calls(OWN)):
            assert (found.state, found.error_code) == (ListState.NO_CODE, error_code)
            assert found.calls == ()
            assert found.detail


@pytest.mark.parametrize(
    ("fault", "error_code"),
    [
        (HttpFault.html(), "bad_answer"),
        (HttpFault(500, "{}"), "service"),
        (HttpFault(200, ""), "bad_answer"),
        (HttpFault(is_cut=True), "unreachable"),
    ],
)
async def test_a_failure_is_a_list_with_its_reason(fault: HttpFault, error_code: str) -> None:
    async with sandboxed() as (client, sandbox):
        sandbox.faults.http["/hub/cdr/"] = fault
        found = await look_up(client).my_calls(OWN)
        assert (found.state, found.error_code) == (ListState.FAILED, error_code)
