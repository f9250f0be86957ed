"""Calls of the history as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.history import Ending, HistoryCall, Origin
from agent_desk.desk.history_export import BYTE_ORDER_MARK, COLUMNS, call_json, to_csv, to_json
from agent_desk.desk.state import Direction

CALL = HistoryCall(
    call_id="c1",
    at=datetime(2026, 11, 23, 10, 42, tzinfo=UTC),
    direction=Direction.INCOMING,
    ending=Ending.ANSWERED,
    number=PhoneNumber("0501234567"),
    name="Dana Levi",
    queue_name="Sales Queue",
    talk_s=331,
    origin=Origin.LIVE,
    extensions=("201", "202"),
    note="asked for an invoice",
    disposition="Resolved",
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_call_is_a_row_under_its_header() -> None:
    text = to_csv([CALL])
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    (row,) = rows(text)
    assert row["at"] == "2026-11-23T10:42:00Z"
    assert row["number"] == "'+972501234567"
    assert row["extensions"] == "201 202"
    assert (row["direction"], row["ending"], row["origin"]) == ("incoming", "answered", "live")


def test_no_cell_becomes_a_formula() -> None:
    bad = replace(CALL, name="=cmd|x", note="\t+1", queue_name="@a", disposition=" -2")
    (row,) = rows(to_csv([bad]))
    assert row["name"] == "'=cmd|x"
    assert row["note"] == "'\t+1"
    assert row["queue"] == "'@a"
    assert row["disposition"] == "' -2"


def test_the_byte_order_mark_is_a_wish() -> None:
    assert to_csv([], has_bom=True) == BYTE_ORDER_MARK + to_csv([])
    assert not to_csv([]).startswith(BYTE_ORDER_MARK)


def test_json_keeps_types_and_is_ascii() -> None:
    text = to_json([replace(CALL, name="דנה"), CALL])
    assert text.isascii()
    first, second = json.loads(text)
    assert first["name"] == "דנה"
    assert (second["talk_s"], second["is_estimated"]) == (331, False)
    assert second["extensions"] == ["201", "202"]
    assert list(second) == list(COLUMNS)
    assert json.loads(to_json([])) == []


def test_a_withheld_number_is_empty() -> None:
    assert call_json(replace(CALL, number=PhoneNumber("Anonymous")))["number"] == ""


def test_local_numbers_are_read_in_the_region() -> None:
    british = replace(CALL, number=PhoneNumber("02079460018"))
    assert call_json(british, "GB")["number"] == "+442079460018"
