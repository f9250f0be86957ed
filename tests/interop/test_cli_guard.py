"""The command line asks the window program about recordings: both as real processes."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.clock import SystemClock
from agent_desk.core.foreground import FrontSupport
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.card import Card, TitleSource
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.guard_settings import GuardSettings
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import CallKey, Direction, Phase
from agent_desk.guard_outside import GuardOutside
from agent_desk.sandbox import Sandbox
from agent_desk.system.directories import Directories
from agent_desk.system.foreground import NoForeground
from agent_desk.system.guard_socket import door_file
from agent_desk.system.single_instance import Wish, claim, meeting_place
from tests.helpers.cli import run
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX sockets")

S = GuardState
CALL = Card(
    key=CallKey("SIPSIP1", "c1"),
    phase=Phase.TALKING,
    direction=Direction.INCOMING,
    number=PhoneNumber("0501234567"),
    title="Dana Levi",
    title_source=TitleSource.CALLER_NAME,
    number_text="",
    copy_text="",
    region="",
    queue_name="",
    line_text="",
    fields=(),
    guard=GuardView(S.RECORDING),
    why=(),
    elapsed_from=0.0,
    started_at=None,
)


class Window:
    """The window program's part in it; ``outcome`` is what the service makes of a wish."""

    def __init__(self, home: Path) -> None:
        self.directories = Directories.below(home)
        self.asked: list[tuple[str, bool, MuteTrigger]] = []
        self.outcome: GuardState | None = None
        self.guard = GuardOutside(
            SystemClock(), self.directories, self._mute, backend=NoForeground(FrontSupport.NOBODY)
        )
        self.guard.follow((CALL,))

    def _mute(self, key: CallKey, *, muted: bool, trigger: MuteTrigger) -> None:
        self.asked.append((key.call_id, muted, trigger))
        self.turn(S.MUTING if muted else S.RESUMING)
        done = self.outcome or (S.MUTED if muted else S.RECORDING)
        asyncio.get_running_loop().call_later(0.05, self.turn, done)

    def turn(self, state: GuardState) -> None:
        self.guard.follow((replace(CALL, guard=GuardView(state)),))


@asynccontextmanager
async def window(home: Path) -> AsyncIterator[Window]:
    made = Window(home)
    scope = TaskScope("window")
    scope.start(made.guard.run(), name="guard")
    made.guard.set_settings(GuardSettings(lets_programs_mute=True))
    try:
        await until(lambda: made.guard.reach.is_door_open)
        yield made
    finally:
        await scope.aclose()


async def test_mute_and_unmute_without_a_name_are_for_the_window(
    qapp: QApplication, home: Path
) -> None:
    del qapp
    async with window(home) as on:
        muted = await run("mute", "--json")
        assert (muted.code, muted.err) == (0, "")
        assert muted.only == {
            "kind": "result",
            "ok": True,
            "action": "mute",
            "ivrid": "c1",
            "state": "muted",
        }
        status = await run("guard", "status", "--json")
        assert status.code == 0
        assert status.only == {
            "kind": "guard",
            "state": "muted",
            "calls": [{"ivrid": "c1", "extension": "SIPSIP1", "state": "muted", "muted_s": 0.0}],
        }
        said = await run("guard", "status")
        assert said.out == "Call c1 on SIPSIP1 is muted.\n"
        assert (await run("unmute")).out == "The call is recorded.\n"
        on.guard.follow(())
        assert (await run("guard", "status")).out == "No call.\n"
    assert on.asked == [("c1", True, MuteTrigger.COMMAND), ("c1", False, MuteTrigger.COMMAND)]


@pytest.mark.parametrize(
    ("outcome", "code", "name"),
    [(S.MUTE_FAILED, 1, "rejected"), (S.UNKNOWN, 5, "unknown_outcome")],
)
async def test_what_the_window_could_not_do_is_said(
    qapp: QApplication, home: Path, outcome: GuardState, code: int, name: str
) -> None:
    del qapp
    async with window(home) as on:
        on.outcome = outcome
        done = await run("mute", "--json")
    assert (done.code, done.error["code"], done.out) == (code, name, "")


async def test_who_names_a_call_or_a_server_or_signs_in_means_the_service(
    qapp: QApplication, home: Path
) -> None:
    del qapp
    async with window(home) as on, Sandbox() as sandbox:
        call = sandbox.world.ring("SIPSIP1", "0501234567")
        call.answer()
        server = {"AGENT_DESK_SERVER": sandbox.url}
        assert (await run("mute", "--ivrid", call.ivrid, **server)).code == 0
        assert call.is_muted
        assert (await run("unmute", "--extension", "SIPSIP1", **server)).code == 0
        assert not call.is_muted
        assert (await run("mute", AGENT_DESK_TOKEN="good-token")).code == 2
        assert (await run("mute", "--email", "agent@example.com")).code == 2
    assert on.asked == []


async def test_without_the_window_mute_is_as_ever(home: Path) -> None:
    assert (await run("mute", "--json")).error["code"] == "usage"
    file = door_file(Directories.below(home))
    file.write_text(json.dumps({"version": 1, "address": str(home / "gone"), "token": "t"}))
    assert (await run("mute", "--json")).error["code"] == "usage"


async def test_why_there_is_no_status_is_said(qapp: QApplication, home: Path) -> None:
    del qapp
    done = await run("guard", "status")
    assert (done.code, done.err) == (4, "agent_desk does not run. Start it.\n")
    place = meeting_place(Directories.below(home))
    first = claim(place, Wish())
    assert first is not None
    first.listen()
    try:
        done = await run("guard", "status", "--json")
    finally:
        first.release()
    assert (done.code, done.error["code"]) == (4, "unreachable")
    assert "lets no other program ask" in done.error["message"]


async def test_a_window_that_hangs_is_not_waited_for_long(home: Path, tmp_path: Path) -> None:
    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    directories = Directories.below(home)
    directories.state.mkdir(parents=True)
    address = str(tmp_path / "s")
    door_file(directories).write_text(json.dumps({"version": 1, "address": address, "token": "t"}))
    async with await asyncio.start_unix_server(hang, address):
        done = await run("guard", "status", "--json")
    assert (done.code, done.error["message"]) == (4, "agent_desk has not answered in time.")


async def test_a_token_of_another_start_is_said(qapp: QApplication, home: Path) -> None:
    del qapp
    async with window(home) as on:
        file = door_file(on.directories)
        door = json.loads(file.read_text())
        file.write_text(json.dumps(door | {"token": "old"}))
        for words in (("guard", "status"), ("mute",)):
            done = await run(*words, "--json")
            assert (done.code, done.error["code"]) == (1, "rejected")
            assert "token" in done.error["message"]
        file.write_text(json.dumps(door))
    assert on.asked == []


async def test_guard_alone_is_a_usage_error() -> None:
    done = await run("guard", "--json")
    assert (done.code, done.error["code"]) == (2, "usage")


async def test_the_ledger_is_a_command_of_its_own() -> None:
    done = await run("guard", "ledger", "--json")
    assert (done.code, done.error["code"]) == (3, "not_signed_in")
