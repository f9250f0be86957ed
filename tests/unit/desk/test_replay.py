from __future__ import annotations

import json
from typing import Any

import pytest

from agent_desk.desk.desk import Desk
from agent_desk.desk.replay import RecordedEvent, read_line, replay
from agent_desk.voicenter.events import parse
from tests.helpers.fixtures import load

FIRST = "20231228120000023900000000000001"


def line(t: object, fixture: str) -> str:
    name, payload = load(f"realtime/{fixture}")
    return json.dumps({"t": t, "event": name, "payload": payload}) + "\n"


def play(lines: list[str], desk: Desk | None = None) -> list[dict[str, Any]]:
    return list(replay(lines, desk or Desk(), parse))


WHOLE_CALL = [
    line(0, "observed_newcall_queue_ringing"),
    line(7, "observed_answer"),
    line(89, "observed_hangup_after_answer"),
]


def test_a_recorded_call() -> None:
    records = play(WHOLE_CALL)
    assert [record.get("type") for record in records] == ["ringing", "answered", "ended", None]
    assert records[2] == {
        "kind": "transition",
        "at": "2023-12-28T10:01:30Z",
        "type": "ended",
        "extension": "AbCdEf12",
        "ivrid": FIRST,
        "direction": "incoming",
        "number": "+972501234567",
        "name": "Sales Queue",
        "queue_id": 14000,
        "custom_data": {},
        "outcome": "completed",
        "talk_s": 82,
    }
    assert records[0]["outcome"] is None
    assert records[-1] == {
        "kind": "summary",
        "events": 3,
        "dropped": 0,
        "malformed": 0,
        "live": {},
        "calls": {"AbCdEf12": 1},
    }
    assert json.loads(json.dumps(records)) == records


def test_the_summary_names_what_is_still_live() -> None:
    summary = play([*WHOLE_CALL[:2], *WHOLE_CALL[:1]])[-1]
    assert summary["live"] == {"AbCdEf12": [FIRST]}
    assert summary["dropped"] == 0


def test_a_late_line_is_dropped_and_counted() -> None:
    late = json.loads(WHOLE_CALL[0])
    late["payload"]["servertime"] += 5
    summary = play([WHOLE_CALL[1], json.dumps(late)])[-1]
    assert (summary["dropped"], summary["events"]) == (1, 2)


def test_a_ring_waits_its_eight_seconds_in_the_files_own_time() -> None:
    lines = [
        line(0, "observed_newcall_queue_ringing"),
        line(20, "observed_hangup_ring_timeout"),
        line(27, "observed_keepalive_response"),
        line(29, "observed_keepalive_response"),
    ]
    assert [record.get("type") for record in play(lines)] == [
        "ringing",
        "ring_stopped",
        "ended",
        None,
    ]
    assert len(play(lines[:3])) == 4


def test_broken_lines_are_counted_and_harm_nothing() -> None:
    lines = ["", " \n", "{oops", "[1]", '{"event": 7}', "[" * 100_000, *WHOLE_CALL]
    summary = play(lines)[-1]
    assert (summary["events"], summary["malformed"]) == (7, 4)
    assert summary["calls"] == {"AbCdEf12": 1}


def test_known_events_with_a_useless_body_are_malformed() -> None:
    summary = play(['{"t": 1, "event": "ExtensionEvent", "payload": []}'])[-1]
    assert (summary["events"], summary["malformed"]) == (1, 1)


@pytest.mark.parametrize("t", ["5", None, True, -1, 1e300, [1]])
def test_a_line_without_a_usable_time_happens_with_the_one_before(t: object) -> None:
    assert read_line(json.dumps({"t": t, "event": "x"})) == RecordedEvent(0.0, "x", None)
    lines = [
        line(0, "observed_newcall_queue_ringing"),
        line(20, "observed_hangup_ring_timeout"),
        line(t, "observed_newcall_queue_ringing"),
    ]
    assert [record.get("type") for record in play(lines)][2:] == ["ringing", None]


def test_a_file_may_count_from_1970() -> None:
    payload = {"extenUser": "A", "calls": [{"ivrid": "1", "direction": "Incoming"}]}
    event = {"event": "ExtensionEvent", "payload": {"reason": "NEWCALL", "data": payload}}
    assert play([json.dumps(event | {"t": 1_700_000_000})])[0]["at"] == "2023-11-14T22:13:20Z"
    assert "at" not in play([json.dumps(event | {"t": 5})])[0]


def test_only_the_followed_extension() -> None:
    records = play([*WHOLE_CALL, line(100, "observed_hangup_transfer")], Desk(["GhIjKl34"]))
    assert [record.get("type") for record in records] == ["ended", None]
    assert records[-1]["calls"] == {"GhIjKl34": 1}
    assert records[-1]["events"] == 4


def test_the_last_offset_stands_in_for_a_missing_one() -> None:
    name, payload = load("realtime/observed_hangup_rejected")
    del payload["servertimeoffset"]
    first = json.loads(WHOLE_CALL[0])
    first["payload"]["servertimeoffset"] = 0
    lines = [json.dumps(first), json.dumps({"t": 5, "event": name, "payload": payload})]
    assert play(lines)[1]["at"] == "2023-12-28T12:00:05Z"


def test_a_call_that_comes_back_after_it_was_declined_ends_once_for_scripts() -> None:
    again = json.loads(line(6, "observed_newcall_queue_ringing"))
    answered = json.loads(line(9, "observed_answer"))
    hung_up = json.loads(line(50, "observed_hangup_after_answer"))
    for late_s, record in enumerate((again, answered, hung_up), 60):
        record["payload"]["servertime"] += late_s
    records = play(
        [
            line(0, "observed_newcall_queue_ringing"),
            line(3, "observed_hangup_rejected"),
            *(json.dumps(record) for record in (again, answered, hung_up)),
        ]
    )
    kinds = [record.get("type") for record in records[:-1]]
    assert kinds == ["ringing", "ended", "ringing", "answered"]
