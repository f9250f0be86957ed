"""The calls that are kept on this PC, as the command line lists and writes them."""

from __future__ import annotations

import asyncio
import csv
import json
from typing import TYPE_CHECKING

import pytest

from agent_desk import cli
from agent_desk.store.calls import CallHistory
from agent_desk.store.store import Store
from agent_desk.system.directories import Directories
from tests.helpers.call_records import BEGAN, facts

if TYPE_CHECKING:
    from pathlib import Path

DANA = ("--email", "dana@example.com")


@pytest.fixture
def kept() -> None:
    """Three calls, one on another extension, two noted."""

    async def keep() -> None:
        folder = Directories.of_this_user().identity_data("user:dana@example.com@voicenter")
        store = Store(folder)
        history = CallHistory(store)
        history.see(facts(1), BEGAN, name="Noa Katz")
        history.see(facts(2, phone="0529876543"), BEGAN)
        history.see(facts(3, extension="SIPSIP2"), BEGAN)
        history.note("call-1", "=asked for an invoice", "sold")
        await asyncio.wrap_future(history.note("call-2", "wants a call"))
        await store.aclose()

    asyncio.run(keep())


def export(*arguments: str) -> int:
    return cli.main(["export", *DANA, *arguments])


def ids(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert export(*arguments, "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["kind"] for line in lines} <= {"call"}
    return [line["call_id"] for line in lines]


@pytest.mark.usefixtures("kept")
def test_all_are_listed_the_newest_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert ids(capsys) == ["call-3", "call-2", "call-1"]
    assert export() == 0
    newest, *_, oldest = capsys.readouterr().out.splitlines()
    assert newest.startswith("2026-03-02 06:33:00  incoming    answered")
    assert oldest.endswith("[sold] =asked for an invoice")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("invoice",), ["call-1"]),
        (("KATZ", "invo"), ["call-1"]),
        (("052-987",), ["call-2"]),
        (("--extension", "SIPSIP2"), ["call-3"]),
        (("--from", "2026-03-02T06:32:00", "--to", "2026-03-02T06:33:00"), ["call-2"]),
        (("--to", "2026-03-01"), []),
        (("nobody",), []),
    ],
)
def test_some_are_found(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], found: list[str]
) -> None:
    assert ids(capsys, *arguments) == found


@pytest.mark.usefixtures("kept")
def test_a_table_opens_in_a_spreadsheet(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "calls.csv"
    assert export("invoice", "--csv", str(target), "--bom") == 0
    assert capsys.readouterr().out == f"1 calls written to {target}.\n"
    [row] = csv.DictReader(target.read_text("utf-8-sig").splitlines())
    assert (row["call_id"], row["note"]) == ("call-1", "'=asked for an invoice")
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")


def test_where_nothing_is_kept_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert export() == 0
    assert capsys.readouterr().err == "No such call is kept on this PC.\n"


def test_what_makes_no_sense_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert export("--bom") == 2
    assert export("--from", "2026-03-03", "--to", "2026-03-01") == 2
    assert export("--csv", str(tmp_path / "none" / "calls.csv")) == 1
    assert "cannot be written" in capsys.readouterr().err
