"""Who is first, what is handed over, and who is not listened to."""

from __future__ import annotations

import asyncio
import os
import socket
import stat
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.core.errors import StorageError
from agent_desk.system.directories import Directories
from agent_desk.system.single_instance import (
    MAX_MESSAGE,
    StillRunningError,
    Wish,
    claim,
    decode,
    encode,
    meeting_place,
)
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX sockets and rights")

SECOND = """
import pathlib, sys
from agent_desk.system.single_instance import Wish, claim
place, number, token = sys.argv[1:]
instance = claim(pathlib.Path(place), Wish(number, token))
print("handed over" if instance is None else "first")
instance is None or instance.release()
"""


class First:
    """The first one, and what it was asked for."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.wishes: list[Wish] = []
        instance = claim(place, Wish())
        assert instance is not None
        self.instance = instance
        self.instance.wished.connect(self.wishes.append)

    def connect(self) -> socket.socket:
        stranger = socket.socket(socket.AF_UNIX)
        stranger.setblocking(False)
        try:
            stranger.connect(f"{self.place}.sock")
        except OSError:
            stranger.close()
            raise
        return stranger


@pytest.fixture
def first(tmp_path: Path) -> Iterator[First]:
    first = First(tmp_path / "w")
    yield first
    first.instance.release()
    assert list(tmp_path.glob("w.*")) == []


def said(stranger: socket.socket) -> bytes | None:
    """What came back, empty at the end of the conversation, ``None`` as long as nothing did."""
    try:
        return stranger.recv(100)
    except BlockingIOError:
        return None
    except ConnectionResetError:
        return b""


async def second(place: Path, wish: Wish) -> asyncio.subprocess.Process:
    arguments = (str(place), wish.number, wish.token)
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", SECOND, *arguments), stdout=asyncio.subprocess.PIPE
    )


async def hand_over(place: Path, wish: Wish) -> str:
    """What becomes of a start at ``place`` in a process of its own."""
    out, _err = await (await second(place, wish)).communicate()
    return out.decode().strip()


async def test_the_second_start_hands_over_and_leaves(qtbot: QtBot, first: First) -> None:
    del qtbot
    assert first.instance.listen()
    wish = Wish("+972501234567", "token-1")
    assert await hand_over(first.place, wish) == "handed over"
    assert await hand_over(first.place, Wish()) == "handed over"
    await until(lambda: len(first.wishes) == 2)
    assert first.wishes == [wish, Wish()]


async def test_only_the_user_may_enter(qtbot: QtBot, first: First) -> None:
    del qtbot
    assert first.instance.listen()
    assert stat.S_IMODE(os.stat(f"{first.place}.sock").st_mode) & 0o077 == 0  # noqa: PTH116


async def test_a_first_one_that_ends_is_waited_for(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    first = First(tmp_path / "w")
    assert first.instance.listen()
    first.instance.hush()
    heir = await second(first.place, Wish("0501234567"))
    assert heir.stdout is not None
    line = asyncio.ensure_future(heir.stdout.readline())  # noqa: TID251 - awaited here
    done, _pending = await asyncio.wait([line], timeout=0.5)
    assert not done
    first.instance.release()
    assert await line == b"first\n"
    assert await heir.wait() == 0
    assert first.wishes == []


def test_a_first_one_that_hangs_is_not_waited_for_long(first: First) -> None:
    # It has the lock and never listens.
    with pytest.raises(StillRunningError, match="already running"):
        claim(first.place, Wish(), patience_s=0.2)


def test_a_first_one_that_is_silent_is_not_waited_for_long(first: First) -> None:
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(f"{first.place}.sock")
        mute.listen()
        with pytest.raises(StillRunningError):
            claim(first.place, Wish(), answer_s=0.1)
    os.unlink(f"{first.place}.sock")  # noqa: PTH108


def test_whoever_is_asked_to_stop_waits_no_longer(first: First) -> None:
    assert claim(first.place, Wish(), is_stopped=lambda: True) is None


def test_a_lock_left_by_a_process_number_that_lives_on(tmp_path: Path) -> None:
    # What a crash leaves where this test's process now has the number; nobody holds the file.
    place = tmp_path / "w"
    made = claim(place, Wish())
    assert made is not None
    content = (tmp_path / "w.lock").read_text("utf-8")
    made.release()
    (tmp_path / "w.lock").write_text(content, "utf-8")
    heir = claim(place, Wish(), patience_s=0.2)
    assert heir is not None
    heir.release()


async def test_a_socket_left_by_a_crash_is_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(tmp_path / "w.sock"))
    first = First(tmp_path / "w")
    assert first.instance.listen()
    assert await hand_over(first.place, Wish()) == "handed over"
    first.instance.release()


@pytest.mark.parametrize(
    "junk",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\n",
        b"\xff\x00\n",
        b"agent-desk 1 number=*21#0501234567 token=\n",
        b"agent-desk 1 number= token=\nagent-desk 1 number= token=\n",
        b"agent-desk 2 number= token=\n",
        b"x" * (MAX_MESSAGE + 1),
        b"x" * 1_000_000,
    ],
    ids=lambda junk: junk[:24].decode("latin-1") + f" ({len(junk)})",
)
async def test_a_stranger_is_shown_the_door(qtbot: QtBot, first: First, junk: bytes) -> None:
    del qtbot
    assert first.instance.listen()
    with first.connect() as stranger:
        stranger.send(junk)
        await until(lambda: said(stranger) == b"")
    assert await hand_over(first.place, Wish("100")) == "handed over"
    await until(lambda: first.wishes == [Wish("100")])


async def test_one_who_says_nothing_is_shown_the_door(qtbot: QtBot, first: First) -> None:
    del qtbot
    assert first.instance.listen()
    with first.connect() as stranger:
        stranger.send(b"agent-desk 1 num")
        await until(lambda: said(stranger) == b"")
    assert first.wishes == []


async def test_a_crowd_does_not_keep_the_next_start_out(qtbot: QtBot, first: First) -> None:
    del qtbot
    assert first.instance.listen()
    with ExitStack() as doors:
        crowd = [doors.enter_context(first.connect())]
        while said(crowd[-1]) is None:
            assert len(crowd) < 40
            crowd.append(doors.enter_context(first.connect()))
            await asyncio.sleep(0.01)
        assert await hand_over(first.place, Wish()) == "handed over"


async def test_whoever_ends_hears_nobody(qtbot: QtBot, first: First) -> None:
    del qtbot
    assert first.instance.listen()
    with first.connect() as stranger:
        await until(lambda: True)
        first.instance.hush()
        await until(lambda: said(stranger) == b"")
    with pytest.raises(FileNotFoundError):
        first.connect()


async def test_a_place_where_no_socket_can_be_is_no_disaster(
    qtbot: QtBot, first: First, expect_log: object
) -> None:
    del qtbot
    assert callable(expect_log)
    expect_log("other starts cannot be heard")
    folder = first.place.with_suffix(".sock")
    folder.mkdir()
    (folder / "full").touch()
    assert not first.instance.listen()
    (folder / "full").unlink()
    folder.rmdir()


def test_no_lock_can_be_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        claim(tmp_path / "nowhere" / "w", Wish())


def test_each_home_has_a_place_of_its_own(tmp_path: Path) -> None:
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    one = meeting_place(Directories.below(tmp_path / "a"), environ)
    assert one == meeting_place(Directories.below(tmp_path / "a"), environ)
    assert one != meeting_place(Directories.below(tmp_path / "b"), environ)
    assert one.parent == tmp_path / "agent-desk"
    assert stat.S_IMODE(one.parent.stat().st_mode) == 0o700


def test_a_home_that_was_named_keeps_everything_together(tmp_path: Path) -> None:
    home = tmp_path / "home"
    environ = {"XDG_RUNTIME_DIR": str(tmp_path), "AGENT_DESK_HOME": str(home)}
    assert meeting_place(Directories.below(home), environ).parent == home / "state"
    (tmp_path / "file").touch()
    environ["AGENT_DESK_HOME"] = str(tmp_path / "file")
    place = meeting_place(Directories.below(tmp_path / "file"), environ)
    assert place.parent == tmp_path / "agent-desk"


@pytest.mark.parametrize("fault", ["open to others", "a link", "a file", "too long"])
def test_a_folder_that_others_may_enter_is_not_used(
    tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    runtime = tmp_path / ("x" * 100 if fault == "too long" else "run")
    folder = runtime / "agent-desk"
    runtime.mkdir()
    if fault == "open to others":
        folder.mkdir()
        folder.chmod(0o770)
    elif fault == "a link":
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        folder.symlink_to(tmp_path / "elsewhere")
    elif fault == "a file":
        folder.touch()
    directories = Directories.below(tmp_path)
    place = meeting_place(directories, {"XDG_RUNTIME_DIR": str(runtime)})
    assert place.parent == tmp_path / f"agent-desk-{os.getuid()}"
    place.parent.chmod(0o755)
    with pytest.raises(StorageError, match="no private folder"):
        meeting_place(directories, {"XDG_RUNTIME_DIR": str(runtime)})


@given(st.from_regex(r"\A(\+?[0-9]{2,20})?\Z"), st.from_regex(r"\A[!-~]{0,256}\Z"))
def test_every_wish_arrives_as_it_was_sent(number: str, token: str) -> None:
    assert decode(encode(Wish(number, token))) == Wish(number, token)


@given(st.text(max_size=300))
def test_a_token_that_is_none_is_left_out(token: str) -> None:
    wish = decode(encode(Wish("100", token)))
    assert wish in (Wish("100", token), Wish("100"))


@given(st.binary(max_size=600))
def test_junk_is_nothing(junk: bytes) -> None:
    assert decode(junk) is None


def test_a_wish_does_not_print_its_number() -> None:
    assert "050" not in repr(Wish("0501234567", "t"))
