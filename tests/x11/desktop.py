"""A desktop of its own for one test: an X server, a window manager, programs with windows."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tests.helpers.until import until
from tests.x11.xclient import XClient, x_client

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator
    from pathlib import Path

PROGRAMS: Final = ("Xvfb", "openbox", "xdotool")
_PIPE: Final = asyncio.subprocess.PIPE
SIZE: Final = (1920, 1200)


def missing() -> list[str]:
    """Which programs a desktop lacks here."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


@dataclass(frozen=True, slots=True)
class Windows:
    """A program with windows, which answers each line of JSON with a line of JSON."""

    process: Process

    async def ask(self, **wish: object) -> dict[str, Any]:
        """Have it do something and give its answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(wish).encode() + b"\n")
        return await self.answer()

    async def answer(self) -> dict[str, Any]:
        """Its next line."""
        assert self.process.stdout is not None
        async with asyncio.timeout(30):
            line = await self.process.stdout.readline()
        assert line, f"the program ended with {await self.process.wait()}"
        found: dict[str, Any] = json.loads(line)
        return found


@dataclass(frozen=True, slots=True)
class Desktop:
    """A screen of its own; ``x`` looks at it."""

    x: XClient
    environ: dict[str, str]

    @asynccontextmanager
    async def windows(self, module: str, *arguments: str) -> AsyncIterator[Windows]:
        """A Python program of the tests, on this desktop; ends with the block."""
        command = (sys.executable, "-m", module, *arguments)
        async with _running(*command, environ=self.environ) as process:
            yield Windows(process)

    async def do(self, *words: str) -> None:
        """Have xdotool do something with keys, pointer or windows."""
        process = await asyncio.create_subprocess_exec("xdotool", *words, env=self.environ)
        try:
            code = await process.wait()
        finally:
            await _end(process)
        assert code == 0, f"xdotool {words[0]}: exit code {code}"

    async def until_active(self, window: int) -> None:
        """Wait until ``window`` has the keyboard."""
        await until(lambda: self.x.active() == window, what=f"{window} is active")


@asynccontextmanager
async def desktop(home: Path) -> AsyncIterator[Desktop]:
    """An X server without a screen, and openbox as it comes; ``home`` takes their files."""
    async with AsyncExitStack() as stack:
        look, tell = os.pipe()
        try:
            # -r: a key that is held longer on a busy machine must not begin to repeat.
            words = ("Xvfb", "-displayfd", str(tell), "-r", "-noreset")
            screen = ("-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24")
            server = _running(*words, *screen, "-nolisten", "tcp", keep=(tell,))
            await stack.enter_async_context(server)
        finally:
            os.close(tell)
        with os.fdopen(look, "rb") as said:
            line = await asyncio.to_thread(said.readline)
        number = int(line)
        kept = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
        environ = kept | {
            "DISPLAY": f":{number}",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "QT_QPA_PLATFORM": "xcb",
        }
        client = stack.enter_context(x_client(number))
        await stack.enter_async_context(_running("openbox", "--sm-disable", environ=environ))
        await until(lambda: client.changes("_NET_SUPPORTING_WM_CHECK"), what="a window manager")
        yield Desktop(client, environ)


@asynccontextmanager
async def _running(
    *command: str, environ: dict[str, str] | None = None, keep: tuple[int, ...] = ()
) -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        *command, stdin=_PIPE, stdout=_PIPE, env=environ, pass_fds=keep
    )
    try:
        yield process
    finally:
        await _end(process)


async def _end(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
        try:
            async with asyncio.timeout(5):
                await process.communicate()
        except TimeoutError:
            process.kill()
            await process.communicate()
