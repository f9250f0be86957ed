"""Who may ask at the guard's socket, what is made of it, and who is not listened to."""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import stat
import struct
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.core.errors import StorageError
from agent_desk.system import guard_socket
from agent_desk.system.directories import Directories
from agent_desk.system.guard_socket import (
    MAX_CLIENTS,
    MAX_LINE,
    GuardAction,
    GuardDoor,
    GuardRequest,
    GuardSocket,
    ask,
    door_file,
    is_program_running,
    read_door,
)
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX sockets and rights")


class Desk:
    """What stands behind the socket: notes what it is asked and answers when it may."""

    def __init__(self) -> None:
        self.asked: list[GuardRequest] = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def answer(self, request: GuardRequest) -> dict[str, object]:
        self.asked.append(request)
        await self.may_answer.wait()
        return {"kind": "result", "ok": True, "state": "muted", "call": request.call_id}


@asynccontextmanager
async def opened(home: Path) -> AsyncIterator[tuple[Desk, GuardDoor]]:
    desk = Desk()
    directories = Directories.below(home)
    place = GuardSocket(directories, desk.answer)
    await place.open()
    assert place.is_open
    try:
        door = read_door(directories)
        assert door is not None
        yield desk, door
    finally:
        await place.aclose()
        assert not place.is_open
        assert read_door(directories) is None
        assert is_gone(door.address)


def is_gone(address: str) -> bool:
    return not Path(address).exists()


async def tell(door: GuardDoor, line: bytes) -> bytes:
    """What comes back for one line, to the end of the conversation."""
    reader, writer = await asyncio.open_unix_connection(door.address)
    try:
        writer.write(line)
        async with asyncio.timeout(10):
            return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def say(door: GuardDoor, **question: object) -> dict[str, Any]:
    answer = await tell(door, json.dumps({"token": door.token} | question).encode() + b"\n")
    assert answer.endswith(b"\n")
    assert answer.count(b"\n") == 1
    found: dict[str, Any] = json.loads(answer)
    return found


async def test_who_has_the_token_is_answered(qapp: QApplication, home: Path) -> None:
    del qapp
    async with opened(home) as (desk, door):
        assert await say(door, do="mute", ivrid="c1") == {
            "kind": "result",
            "ok": True,
            "state": "muted",
            "call": "c1",
        }
        assert (await say(door, do="unmute", by="command"))["call"] is None
        await say(door, do="status", by=["anything"], more={})
        assert await ask(door, GuardAction.STATUS, 10) is not None
    assert desk.asked == [
        GuardRequest(GuardAction.MUTE, "c1"),
        GuardRequest(GuardAction.UNMUTE, is_command=True),
        GuardRequest(GuardAction.STATUS),
        GuardRequest(GuardAction.STATUS, is_command=True),
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"token": ""},
        {"token": None},
        {"token": 5},
        {"token": ["x"]},
        {"token": "wrong"},
        {"token": "\ud800"},
        {"do": "delete"},
        {"do": ["mute"]},
        {"do": None},
        {"ivrid": ""},
        {"ivrid": 5},
        {"ivrid": "x" * 65},
    ],
)
async def test_a_question_that_is_wrong_is_refused(
    qapp: QApplication, home: Path, more: dict[str, object]
) -> None:
    del qapp
    async with opened(home) as (desk, door):
        said = await say(door, **({"do": "mute"} | more))
    assert (said["kind"], said["ok"], said["state"], said["call"]) == ("result", False, None, None)
    assert said["message"]
    assert door.token not in said["message"]
    assert desk.asked == []


@pytest.mark.parametrize(
    "line",
    [b"\n", b"hello\n", b"\xff\xfe\0\n", b"[]\n", b"null\n", b"[" * 1000 + b"\n", b'"x"\n'],
)
async def test_junk_is_answered_and_left(qapp: QApplication, home: Path, line: bytes) -> None:
    del qapp
    async with opened(home) as (desk, door):
        said = json.loads(await tell(door, line))
    assert not said["ok"]
    assert desk.asked == []


async def test_too_long_a_line_ends_the_conversation(qapp: QApplication, home: Path) -> None:
    del qapp
    async with opened(home) as (desk, door):
        assert await tell(door, b"x" * (MAX_LINE + 1)) == b""
        assert await tell(door, b"x" * 1_000_000 + b"\n") == b""
        assert (await say(door, do="status"))["ok"]
    assert len(desk.asked) == 1


async def test_only_the_first_line_counts(qapp: QApplication, home: Path) -> None:
    del qapp
    async with opened(home) as (desk, door):
        line = json.dumps({"do": "mute", "token": door.token}).encode() + b"\n"
        assert (await tell(door, line * 5)).count(b"\n") == 1
    assert len(desk.asked) == 1


async def test_a_line_may_come_in_pieces(qapp: QApplication, home: Path) -> None:
    del qapp
    async with opened(home) as (desk, door):
        reader, writer = await asyncio.open_unix_connection(door.address)
        for piece in json.dumps({"do": "mute", "token": door.token}) + "\n":
            writer.write(piece.encode())
            await writer.drain()
        assert json.loads(await reader.readline())["ok"]
        writer.close()
    assert len(desk.asked) == 1


async def test_the_example_in_the_manual_works(
    qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    del qapp
    manual = (Path(__file__).parents[3] / "docs" / "local-control.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```python\n(.*?)```", manual, re.DOTALL)
    person = tmp_path / "person"
    (person / ".local/state").mkdir(parents=True)
    (person / ".local/state/agent-desk").symlink_to(home / "state")
    async with opened(home) as (desk, _door):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", example),
            stdout=asyncio.subprocess.PIPE,
            env=os.environ | {"HOME": str(person)},
        )
        out, _err = await process.communicate()
    assert process.returncode == 0
    assert "'state': 'muted'" in out.decode()
    assert desk.asked == [GuardRequest(GuardAction.MUTE)]


async def test_who_says_nothing_has_to_go(
    qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    monkeypatch.setattr(guard_socket, "_SILENT_MS", 50)
    async with opened(home) as (_desk, door):
        assert await tell(door, b'{"do"') == b""


async def test_many_at_once_do_not_keep_out_others_for_long(qapp: QApplication, home: Path) -> None:
    del qapp
    async with opened(home) as (desk, door):
        desk.may_answer.clear()
        line = json.dumps({"do": "mute", "token": door.token}).encode() + b"\n"
        waiting = [await asyncio.open_unix_connection(door.address) for _ in range(MAX_CLIENTS)]
        for _reader, writer in waiting:
            writer.write(line)
        await until(lambda: len(desk.asked) == MAX_CLIENTS)
        assert await tell(door, line) == b""
        desk.may_answer.set()
        for reader, writer in waiting:
            assert json.loads(await reader.readline())["ok"]
            writer.close()
        await asyncio.gather(*(until_closed(writer) for _reader, writer in waiting))
        await asyncio.sleep(0)
        assert (await say(door, do="status"))["ok"]


async def test_who_leaves_before_the_answer_harms_nobody(qapp: QApplication, home: Path) -> None:
    del qapp
    async with opened(home) as (desk, door):
        desk.may_answer.clear()
        _reader, writer = await asyncio.open_unix_connection(door.address)
        writer.write(json.dumps({"do": "mute", "token": door.token}).encode() + b"\n")
        await until(lambda: desk.asked)
        writer.close()
        await until_closed(writer)
        desk.may_answer.set()
        assert (await say(door, do="status"))["ok"]


async def until_closed(writer: asyncio.StreamWriter) -> None:
    async with asyncio.timeout(10):
        await writer.wait_closed()


async def test_at_its_end_those_who_wait_hear_the_end(qapp: QApplication, home: Path) -> None:
    del qapp
    async with opened(home) as (desk, door):
        desk.may_answer.clear()
        reader, writer = await asyncio.open_unix_connection(door.address)
        writer.write(json.dumps({"do": "mute", "token": door.token}).encode() + b"\n")
        await until(lambda: desk.asked)
    async with asyncio.timeout(10):
        assert await reader.read() == b""
    writer.close()
    assert await ask(door, GuardAction.STATUS, 10) is None


async def test_without_an_answer_the_limit_counts(qapp: QApplication, home: Path) -> None:
    del qapp
    async with opened(home) as (desk, door):
        desk.may_answer.clear()
        with pytest.raises(TimeoutError):
            await ask(door, GuardAction.MUTE, 0.05)


async def test_only_this_user_can_read_the_token_and_reach_the_socket(
    qapp: QApplication, home: Path
) -> None:
    del qapp
    async with opened(home) as (_desk, door):
        for path in (door_file(Directories.below(home)), Path(door.address)):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert not stat.S_IMODE(Path(door.address).parent.stat().st_mode) & 0o077
        first = door.token
    async with opened(home) as (_desk, door):
        assert door.token != first
        assert not (await say(door, do="status", token=first))["ok"]


async def test_another_user_is_not_answered(
    qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    if not hasattr(socket, "SO_PEERCRED"):
        pytest.skip("this system does not say who is at the other end")
    async with opened(home) as (desk, door):
        assert (await say(door, do="status"))["ok"]
        user = os.getuid()
        monkeypatch.setattr(os, "getuid", lambda: user + 1)
        assert await tell(door, b"{}\n") == b""
        monkeypatch.undo()
    assert len(desk.asked) == 1
    assert struct.calcsize("3i") == 12


async def test_where_no_file_can_be_written_nobody_can_ask(qapp: QApplication, home: Path) -> None:
    del qapp
    place = GuardSocket(Directories.below(home), Desk().answer)
    (home / "state").mkdir(parents=True)
    (home / "state" / "local-control.json").mkdir()
    with pytest.raises(StorageError):
        await place.open()
    assert not place.is_open
    assert [each.name for each in (home / "state").iterdir()] == ["local-control.json"]
    await place.aclose()


async def test_where_there_is_no_place_nobody_can_ask(
    qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp

    def refuse(_directories: Directories) -> str:
        return "/" + "x" * 300

    monkeypatch.setattr(guard_socket, "socket_address", refuse)
    with pytest.raises(StorageError):
        await GuardSocket(Directories.below(home), Desk().answer).open()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", "[" * 100_000, '{"version":2,"address":"a","token":"t"}', '{"version":1}'],
)
def test_a_file_that_is_not_ours_says_nothing(home: Path, text: str) -> None:
    directories = Directories.below(home)
    directories.state.mkdir(parents=True)
    door_file(directories).write_text(text)
    assert read_door(directories) is None


async def test_a_program_that_does_not_run_is_not_reached(home: Path) -> None:
    assert not await is_program_running(Directories.below(home))
    assert await ask(GuardDoor(str(home / "none"), "t"), GuardAction.STATUS, 5) is None


@pytest.mark.parametrize("line", [b"", b"x\n", b"[]\n", b"x" * 200_000])
async def test_an_answer_that_is_none_is_none(tmp_path: Path, line: bytes) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(line)
        writer.close()

    async with await asyncio.start_unix_server(answer, tmp_path / "s"):
        assert await ask(GuardDoor(str(tmp_path / "s"), "t"), GuardAction.STATUS, 5) is None
