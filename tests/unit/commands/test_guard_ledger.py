"""The mutes of whoever signs in, as the command line shows them."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent_desk import cli
from agent_desk.commands.moments import moment_from, moment_to
from agent_desk.core.errors import BadInputError
from agent_desk.store.keeper import Keeper
from agent_desk.store.mute_export import mute_json
from agent_desk.system.directories import Directories
from tests.helpers.cli import run
from tests.helpers.mute_records import ASKED, FAILED, RESUMED, nth
from tests.helpers.store_processes import everything, kill_after, start_writer

if TYPE_CHECKING:
    from pathlib import Path

    from agent_desk.core.errors import AgentDeskError
    from agent_desk.desk.mute_record import MuteRecord
    from tests.helpers.log_guard import ExpectLog

DANA = ("--email", "dana@example.com")


def folder() -> Path:
    return Directories.of_this_user().identity_data("user:dana@example.com@voicenter")


def fail(error: AgentDeskError) -> None:
    pytest.fail(error.message)


def keep(*records: MuteRecord) -> None:
    async def keep_all() -> None:
        async with Keeper(folder(), fail) as keeper:
            for record in records:
                keeper.keep_mute(record)

    asyncio.run(keep_all())


def ledger(*options: str) -> int:
    return cli.main(["guard", "ledger", *DANA, *options])


def test_for_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    keep(nth(1), nth(2))
    assert ledger("--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [{"kind": "mute", **mute_json(nth(n))} for n in (2, 1)]


def test_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    keep(RESUMED, replace(FAILED, ordinal=2), replace(nth(1), end=None, answered_at=None))
    assert ledger() == 0
    lines = [re.split(r"  +", line) for line in capsys.readouterr().out.splitlines()]
    at = "2026-03-02 10:42:10"
    call = "20260302104200-1"
    assert lines == [
        [
            *("2026-03-02 10:43:10", "SIPSIP1", "button", "not confirmed"),
            *("1:10", "goes on", "call-1"),
        ],
        [at, "SIPSIP1", "button", "not confirmed", "0:00", "failed (unreachable)", call],
        [at, "SIPSIP1", "button", "confirmed", "1:10", "resumed (countdown)", call],
    ]


def test_a_period(capsys: pytest.CaptureFixture[str]) -> None:
    keep(*(nth(number * 60) for number in range(30)))
    assert ledger("--json", "--from", "2026-03-02T12:00", "--to", "2026-03-02") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["call_id"] for line in lines] == [f"call-{60 * n}" for n in range(13, 1, -1)]


def test_one_extension(capsys: pytest.CaptureFixture[str]) -> None:
    keep(nth(1), replace(nth(2), extension="SIPSIP2"))
    assert ledger("--json", "--extension", "SIPSIP2") == 0
    assert json.loads(capsys.readouterr().out)["call_id"] == "call-2"


@pytest.mark.parametrize("bom", [(), ("--bom",)])
def test_a_table(capsys: pytest.CaptureFixture[str], tmp_path: Path, bom: tuple[str, ...]) -> None:
    keep(RESUMED)
    file = tmp_path / "mutes.csv"
    assert ledger("--csv", str(file), *bom, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "kind": "result",
        "ok": True,
        "action": "guard_ledger",
        "mutes": 1,
    }
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") is bool(bom)
    [row] = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert row["resume_trigger"] == "countdown"


def test_nothing_was_ever_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert ledger() == 0
    assert capsys.readouterr().err == (
        "No mutes in this period of dana@example.com at Voicenter.\n"
    )
    assert not folder().exists()


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--from", "yesterday"), 2, "usage"),
        (("--from", "2026-03-02", "--to", "2026-02-02"), 2, "usage"),
        (("--bom",), 2, "usage"),
        (("--csv", "nowhere/at/all.csv"), 1, "storage"),
    ],
)
def test_what_is_wrong(
    capsys: pytest.CaptureFixture[str], options: tuple[str, ...], code: int, said: str
) -> None:
    assert ledger("--json", *options) == code
    assert json.loads(capsys.readouterr().err)["code"] == said


def test_nobody_is_signed_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["guard", "ledger", "--json"]) == 3
    assert json.loads(capsys.readouterr().err)["code"] == "not_signed_in"


def test_a_damaged_file_is_said(capsys: pytest.CaptureFixture[str], expect_log: ExpectLog) -> None:
    expect_log("the store ")
    keep(ASKED)
    (folder() / "store.sqlite3").write_bytes(b"nonsense" * 1000)
    assert ledger("--json") == 0
    assert "damaged" in json.loads(capsys.readouterr().err)["message"]


async def test_while_the_program_writes() -> None:
    writer = await start_writer(folder())
    assert writer.stdout is not None
    for _ in range(10):
        await writer.stdout.readline()
    done = await run("guard", "ledger", *DANA, "--json")
    assert (done.code, done.err) == (0, "")
    seen = len(done.lines)
    assert seen >= 9
    kept = await kill_after(writer, 5)
    assert len(await everything(folder())) >= max(seen, len(kept))


class TestMoments:
    def test_a_date_alone_is_the_whole_day(self) -> None:
        day = moment_to("2026-03-02") - moment_from("2026-03-02")
        assert day.total_seconds() == 24 * 3600

    def test_it_is_utc_unless_it_says_otherwise(self) -> None:
        assert moment_from("2026-03-02T12:00") == moment_from("2026-03-02T14:00+02:00")
        assert moment_to("2026-03-02T12:00") == moment_from("2026-03-02T12:00Z")

    @pytest.mark.parametrize("text", ["", "now", "2026-13-01", "0001-01-01T00:00+14:00"])
    def test_what_is_no_time(self, text: str) -> None:
        with pytest.raises(BadInputError):
            moment_from(text)
