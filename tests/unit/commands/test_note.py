"""The note of a call, as the command line shows and sets it."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from agent_desk import cli
from agent_desk.store.calls import CallHistory
from agent_desk.store.store import Store
from agent_desk.system.directories import Directories
from tests.helpers.call_records import BEGAN, facts

if TYPE_CHECKING:
    import pytest

DANA = ("--email", "dana@example.com")


def keep_a_call(note: str = "", disposition: str = "") -> None:
    async def keep() -> None:
        folder = Directories.of_this_user().identity_data("user:dana@example.com@voicenter")
        store = Store(folder)
        history = CallHistory(store)
        history.see(facts(), BEGAN)
        await asyncio.wrap_future(history.note("call-1", note, disposition))
        await store.aclose()

    asyncio.run(keep())


def note(*arguments: str) -> int:
    return cli.main(["note", *DANA, *arguments])


def shown(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert note("call-1", "--json") == 0
    line: dict[str, object] = json.loads(capsys.readouterr().out)
    return line


def test_it_is_set_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    keep_a_call()
    assert note("call-1") == 0
    assert capsys.readouterr().out == "Nothing is noted.\n"
    assert note("call-1", "asked for\tan invoice", "--json") == 0
    result = {"kind": "result", "ok": True, "action": "note", "call_id": "call-1"}
    assert json.loads(capsys.readouterr().out) == result
    assert shown(capsys) == {
        "kind": "note",
        "at": "2026-03-02T06:31:00+00:00",
        "call_id": "call-1",
        "note": "asked for an invoice",
        "disposition": "",
    }


def test_what_is_not_given_stays(capsys: pytest.CaptureFixture[str]) -> None:
    keep_a_call("hello", "sold")
    assert note("call-1", "other") == 0
    assert capsys.readouterr().out == "Noted.\n"
    assert note("call-1", "--disposition", "lost") == 0
    capsys.readouterr()
    assert note("call-1") == 0
    assert capsys.readouterr().out == "[lost] other\n"


def test_it_is_taken_away(capsys: pytest.CaptureFixture[str]) -> None:
    keep_a_call("hello")
    assert note("call-1", "") == 0
    assert capsys.readouterr().out == "Nothing is noted any more.\n"
    assert shown(capsys)["note"] == ""


def test_a_call_that_nobody_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert note("call-1", "hello") == 2
    keep_a_call()
    assert note("call-2", "hello") == 2
    assert "not in the history" in capsys.readouterr().err
