"""The program is started again while it runs: one window, whatever happens to the first."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.sandbox import Sandbox
from tests.helpers.cli import Running, run
from tests.helpers.until import awake_s, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

# The program as it is, and somebody beside it who writes down what a person would see.
WATCHED = """
import asyncio, json, os, sys
from PySide6.QtCore import QEvent, QObject
from agent_desk import cli, program
from agent_desk.ui import desk_aside, dial_field, front
from agent_desk.ui.widgets import Toast

def say(**what):
    print(json.dumps(what), flush=True)

class Watch(QObject):
    def eventFilter(self, window, event):
        if event.type() in (QEvent.Type.WindowStateChange, QEvent.Type.WindowActivate):
            say(active=window.isActiveWindow(), minimized=window.isMinimized())
        if event.type() == QEvent.Type.ChildAdded and isinstance(event.child(), Toast):
            say(toast=event.child().accessibleName())
        return False

class Front(front.Front):
    def __init__(self):
        super().__init__()
        self.window.installEventFilter(Watch(self.window))

async def run(self, run=program.Program.run):
    try:
        await run(self)
    finally:
        await asyncio.sleep(float(os.environ.get("SLOW_END_S", 0)))

class Field(dial_field.DialField):
    def take(self, number):
        super().take(number)
        say(field=number)

front.Front = Front
desk_aside.DialField = Field
program.Program.run = run
sys.exit(cli.main(sys.argv[1:]))
"""


class Watched:
    """A start of the program, and what was seen of its window."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.seen: list[dict[str, Any]] = []

    async def shows(self, **wanted: object) -> None:
        """Wait until the next time its window shows this."""
        assert self.process.stdout is not None
        while True:
            async with asyncio.timeout(20):
                line = await self.process.stdout.readline()
            assert line, f"ended without {wanted}, after {self.seen}"
            self.seen.append(json.loads(line))
            if self.seen[-1] == wanted:
                return


@asynccontextmanager
async def started(*arguments: str, **environ: str) -> AsyncIterator[Watched]:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", WATCHED, *arguments), stdout=pipe, env=os.environ | environ
    )
    try:
        yield Watched(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_a_later_start_raises_the_window_and_shows_the_number_and_leaves() -> None:
    async with (
        Sandbox() as sandbox,
        started(
            *("--minimized", "--login", "user", "--email", "agent@example.com"),
            AGENT_DESK_SERVER=sandbox.url,
            AGENT_DESK_PASSWORD="secret",
        ) as first,
    ):
        await first.shows(active=False, minimized=True)
        await sandbox.wait_connected()
        began = awake_s()
        second = await run("tel:+972-50-123-4567")
        seconds = awake_s() - began
        await first.shows(active=True, minimized=False)
        await first.shows(field="+972501234567")
        third = await run("--dial", "050 123 4567")
        await first.shows(field="0501234567")
        asked = [request.path for request in sandbox.requests]
    assert (
        (second.code, second.out, second.err) == (third.code, third.out, third.err) == (0, "", "")
    )
    assert not [path for path in asked if "click2call" in path.casefold()]
    assert {"active": False, "minimized": False} not in first.seen
    assert seconds < 5, "a later start is gone before a person wonders"


async def test_the_first_start_shows_the_number_it_was_given() -> None:
    async with started("tel:0501234567") as first:
        await first.shows(toast="Number from a link: 0501234567")


async def test_of_many_starts_at_once_one_stays() -> None:
    async with AsyncExitStack() as stack:
        starts = [await stack.enter_async_context(started()) for _ in range(4)]
        await until(lambda: sum(one.process.returncode is None for one in starts) == 1, 30)
        [first] = [one for one in starts if one.process.returncode is None]
        assert [one.process.returncode for one in starts if one is not first] == [0, 0, 0]
        assert (await run("tel:100")).code == 0
        await first.shows(toast="Number from a link: 100")


async def test_a_start_after_a_crash_is_the_first_again() -> None:
    async with started() as crashed:
        await crashed.shows(active=True, minimized=False)
        assert (await run("tel:100")).code == 0  # it listens, so its socket is there
        crashed.process.kill()
        await crashed.process.wait()
        async with started("tel:0501234567") as heir:
            await heir.shows(toast="Number from a link: 0501234567")
            assert (await run("tel:101")).code == 0
            await heir.shows(toast="Number from a link: 101")


async def test_a_first_one_that_hangs_does_not_hold_up_the_second() -> None:
    async with started() as hanging:
        await hanging.shows(active=True, minimized=False)
        assert (await run("tel:100")).code == 0
        hanging.process.send_signal(signal.SIGSTOP)
        second = await run("--json", "tel:0501234567")
    assert second.code == 1
    assert second.error["code"] == "already_running"
    assert "does not answer" in second.error["message"]
    assert "4567" not in second.err


async def test_a_start_while_the_first_one_ends_opens_a_window() -> None:
    async with started(SLOW_END_S="1") as ending:
        await ending.shows(active=True, minimized=False)
        assert (await run("tel:100")).code == 0  # it listens
        ending.process.send_signal(signal.SIGTERM)
        async with Running() as heir:
            assert await ending.process.wait() == 0
            assert (await run("tel:101")).code == 0
            assert heir.process.returncode is None


async def test_another_home_has_a_window_of_its_own(tmp_path: Path) -> None:
    async with started() as one, started(AGENT_DESK_HOME=str(tmp_path / "other")) as other:
        await one.shows(active=True, minimized=False)
        await other.shows(active=True, minimized=False)


@pytest.mark.parametrize(
    "arguments", [("tel:*21*0501234567#",), ("--dial", "x"), ("--dial",), ("--minimized", "tel:")]
)
async def test_what_is_no_number_is_wrong_usage(arguments: tuple[str, ...]) -> None:
    done = await run("--json", *arguments)
    assert done.code == 2
    assert "0501234567" not in done.err


async def test_without_a_private_folder_each_start_has_a_window(tmp_path: Path, home: Path) -> None:
    (home / "state").mkdir(mode=0o755, parents=True)
    (tmp_path / f"agent-desk-{os.getuid()}").touch()
    apart = {"TMPDIR": str(tmp_path), "XDG_RUNTIME_DIR": ""}
    async with started(**apart) as one, started(**apart) as other:
        await one.shows(active=True, minimized=False)
        await other.shows(active=True, minimized=False)
