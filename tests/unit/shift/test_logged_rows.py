from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.history import Origin
from agent_desk.shift.logged_rows import logged_rows
from agent_desk.voicenter.call_log import CallRecord, DialledKey
from agent_desk.voicenter.event_types import Direction

CALLER, TARGET = PhoneNumber("972501234567"), PhoneNumber("0722776772")
RECORD = CallRecord(
    call_id="20260302104200-1",
    at=datetime(2026, 3, 2, 8, 42, tzinfo=UTC),
    cdr_type=8,
    type_name="Queue",
    direction=Direction.INCOMING,
    dial_status="ANSWER",
    caller=CALLER,
    target=TARGET,
    target_extension="SIPSIP1",
    did="0722776772",
    queue_name="Sales",
    duration_s=65,
    ring_s=7,
    recording_url="https://records.example/1",
    user_name="Gil Amar",
    custom_data={"a": 1},
    keys=(DialledKey("Main", "1", "3"), DialledKey("", "2", "9")),
)


def test_all_of_it() -> None:
    [row] = logged_rows([RECORD], frozenset({"SIPSIP1"}), origin=Origin.RECOVERED)
    assert (row.number, row.extensions, row.is_own) == (CALLER, ("SIPSIP1",), True)
    assert (row.kind, row.status, row.agent) == ("Queue", "ANSWER", "Gil Amar")
    assert (row.talk_s, row.ring_s, row.queue_name) == (65, 7, "Sales")
    assert row.path == (("Main", "3"), ("2", "9"))
    assert (row.origin, row.custom_data) == (Origin.RECOVERED, {"a": 1})


@pytest.mark.parametrize(
    ("own", "is_own"), [({"SIPSIP2"}, False), (set(), True), ({"SIPSIP1", "SIPSIP2"}, True)]
)
def test_whose_it_is(own: set[str], *, is_own: bool) -> None:
    [row] = logged_rows([RECORD], frozenset(own))
    assert row.is_own is is_own
    assert row.origin is Origin.LOG


def test_the_other_party_of_a_call_that_went_out() -> None:
    out = replace(RECORD, cdr_type=4, direction=Direction.OUTGOING)
    [row] = logged_rows([out], frozenset())
    assert row.number == TARGET


@pytest.mark.parametrize(
    ("caller", "target", "direction"),
    [
        ("SIPSIP1", "", Direction.OUTGOING),
        ("", "SIPSIP1", Direction.INCOMING),
        ("SIPSIP1", "SIPSIP2", Direction.INCOMING),
    ],
)
def test_of_a_transfer_the_extensions_tell_the_direction(
    caller: str, target: str, direction: Direction
) -> None:
    record = replace(
        RECORD,
        cdr_type=13,
        direction=Direction.UNKNOWN,
        caller_extension=caller,
        target_extension=target,
    )
    [row] = logged_rows([record], frozenset())
    assert row.direction is direction
