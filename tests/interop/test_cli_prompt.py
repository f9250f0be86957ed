"""Secrets typed at a terminal: asked for there, never shown, and Ctrl+C leaves."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import pytest

from agent_desk.sandbox import Sandbox
from tests.helpers.until import awake_s

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

import pty
import termios

TIMEOUT_S = 20.0


class Terminal:
    """The program with a pseudo-terminal as stdin, stdout and stderr."""

    def __init__(self) -> None:
        self.shown = ""
        self._terminal, self._end = pty.openpty()

    async def start(self, *arguments: str) -> None:
        program = (sys.executable, "-m", "agent_desk", *arguments)
        self._process = await asyncio.create_subprocess_exec(
            *program, stdin=self._end, stdout=self._end, stderr=self._end, start_new_session=True
        )
        os.close(self._end)

    async def until(self, text: str) -> None:
        """Read until ``text`` has been shown."""
        while text not in self.shown:
            async with asyncio.timeout(TIMEOUT_S):
                self.shown += await asyncio.to_thread(self._read)

    def type(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def interrupt(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def is_echoing(self) -> bool:
        return bool(termios.tcgetattr(self._terminal)[3] & termios.ECHO)

    async def ended(self) -> int:
        """Read the rest; the exit code."""
        while rest := await asyncio.to_thread(self._read):
            self.shown += rest
        os.close(self._terminal)
        return await self._process.wait()

    def _read(self) -> str:
        try:
            return os.read(self._terminal, 4096).decode()
        except OSError:  # Linux says so when the program has ended
            return ""


async def started(*arguments: str) -> Terminal:
    terminal = Terminal()
    await terminal.start(*arguments)
    return terminal


async def test_the_api_code_is_asked_for_and_not_shown() -> None:
    async with Sandbox() as sb:
        terminal = await started("history", "--server", sb.url)
        await terminal.until("API code: ")
        terminal.type("apicode\n")
        assert await terminal.ended() == 0
    assert "apicode" not in terminal.shown
    assert "No calls in this period." in terminal.shown


async def test_the_password_is_asked_for_and_not_shown() -> None:
    async with Sandbox() as sb:
        terminal = await started("tail", "--server", sb.url, "--email", "agent@example.com")
        await terminal.until("Password of agent@example.com: ")
        terminal.type("secret\n")
        await terminal.until("connected")
        terminal.interrupt()
        assert await terminal.ended() == 0
    assert "secret" not in terminal.shown


async def test_ctrl_c_leaves_the_prompt_and_the_terminal_as_it_was() -> None:
    terminal = await started("history", "--server", "http://127.0.0.1:1")
    await terminal.until("API code: ")
    began = awake_s()
    terminal.interrupt()
    await terminal.until("Stopped")
    assert terminal.is_echoing()
    assert await terminal.ended() == 1
    assert awake_s() - began < 2
    assert "Traceback" not in terminal.shown
