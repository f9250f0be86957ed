from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from agent_desk.core.cells import safe_cell
from agent_desk.store.mute_export import COLUMNS, mute_json, to_csv, to_json_lines
from tests.helpers.mute_records import ASKED, FAILED, RESUMED


def test_one_mute_as_scripts_see_it() -> None:
    assert mute_json(RESUMED) == {
        "call_id": "20260302104200-1",
        "extension": "SIPSIP1",
        "ordinal": 1,
        "requested_at": "2026-03-02T10:42:10.250Z",
        "trigger": "button",
        "attempts": 2,
        "confirmed_at": "2026-03-02T10:42:11.250Z",
        "seen_at": "2026-03-02T10:42:11.750Z",
        "resume_requested_at": "2026-03-02T10:43:20.250Z",
        "resume_trigger": "countdown",
        "resumed_at": "2026-03-02T10:43:21.312Z",
        "ended_at": "2026-03-02T10:43:21.312Z",
        "end": "resumed",
        "muted_s": 70.062,
        "failure_code": "",
    }


def test_a_mute_that_failed_was_never_resumed() -> None:
    line = mute_json(FAILED)
    assert (line["confirmed_at"], line["resumed_at"], line["failure_code"]) == (
        *(None, None),
        "unreachable",
    )
    assert line["ended_at"] is not None


def test_json_has_one_object_a_line() -> None:
    lines = to_json_lines([ASKED, RESUMED]).splitlines()
    assert [json.loads(line) for line in lines] == [mute_json(ASKED), mute_json(RESUMED)]
    assert to_json_lines([]) == ""


def test_a_table_has_a_header_and_empty_cells_for_never() -> None:
    text = to_csv([ASKED, RESUMED])
    assert text.isascii()
    assert text.count("\r\n") == text.count("\n") == 3
    asked, resumed = csv.DictReader(io.StringIO(text))
    assert tuple(asked) == COLUMNS
    assert (asked["confirmed_at"], asked["end"], asked["muted_s"]) == ("", "", "0.0")
    assert (resumed["confirmed_at"], resumed["end"]) == ("2026-03-02T10:42:11.250Z", "resumed")


def test_the_mark_of_utf8_comes_first_where_it_is_wanted() -> None:
    assert to_csv([], has_bom=True) == "\ufeff" + to_csv([])
    assert to_csv([], has_bom=True).encode()[:3] == b"\xef\xbb\xbf"


def test_no_cell_becomes_a_formula() -> None:
    evil = replace(ASKED, call_id='=HYPERLINK("x")', extension="@SUM(1)", failure_code="-2+3")
    [row] = csv.DictReader(io.StringIO(to_csv([evil])))
    assert row["call_id"] == '\'=HYPERLINK("x")'
    assert row["extension"] == "'@SUM(1)"
    assert row["failure_code"] == "'-2+3"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\rx", "\nx", "  =1", "\uff1d1"])
def test_what_a_spreadsheet_would_calculate(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "cell"), [(None, ""), ("", ""), (0.5, "0.5"), ("a=1", "a=1"), (" x", " x")]
)
def test_what_is_only_text(value: object, cell: str) -> None:
    assert safe_cell(value) == cell
