"""The program as a person runs it: a child process with its own folders."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from tests.helpers.until import within

if TYPE_CHECKING:
    from types import TracebackType

TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class Done:
    """A run that has ended; ``lines`` are stdout's JSON lines where there are any."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def only(self) -> dict[str, Any]:
        """The one line of stdout."""
        [line] = self.lines
        return line

    @property
    def error(self) -> dict[str, Any]:
        """The one line of stderr."""
        [line] = self.err.splitlines()
        found: dict[str, Any] = json.loads(line)
        return found


class Running:
    """A command that runs until it is interrupted; ends it when the block is left."""

    def __init__(self, *arguments: str, **environ: str) -> None:
        self._arguments = arguments
        self._environ = environ
        self.lines: list[str] = []

    async def __aenter__(self) -> Self:
        self.process = await _start(self._arguments, self._environ)
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self.process.returncode is None:
            self.process.kill()
            await self.process.communicate()

    async def line(self) -> str:
        """The next line of stdout; empty at its end."""
        assert self.process.stdout is not None
        async with within(TIMEOUT_S):
            line = (await self.process.stdout.readline()).decode().rstrip("\n")
        self.lines.append(line)
        return line

    async def line_with(self, **wanted: object) -> dict[str, Any]:
        """The next JSON line that has these members; those before it are passed over."""
        while True:
            text = await self.line()
            assert text, f"the output ended without {wanted}"
            found: dict[str, Any] = json.loads(text)
            if wanted.items() <= found.items():
                return found

    async def end(self, number: signal.Signals = signal.SIGINT) -> Done:
        """Interrupt the program; what it said from then on, and how it ended."""
        self.process.send_signal(number)
        async with within(TIMEOUT_S):
            out, err = await self.process.communicate()
        assert self.process.returncode is not None
        return Done(self.process.returncode, out.decode(), err.decode())


async def run(*arguments: str, stdin: str = "", **environ: str) -> Done:
    """Run ``agent-desk`` with these arguments and environment variables to its end."""
    process = await _start(arguments, environ)
    try:
        async with within(TIMEOUT_S):
            out, err = await process.communicate(stdin.encode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    assert process.returncode is not None
    return Done(process.returncode, out.decode(), err.decode())


async def _start(arguments: tuple[str, ...], environ: dict[str, str]) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "agent_desk",
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | environ,
    )
