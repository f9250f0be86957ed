"""``tail`` where no socket can be had: it asks for the calls instead."""

from __future__ import annotations

import asyncio
import io
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.commands.context import Context
from agent_desk.commands.output import Output
from agent_desk.commands.tail import Recorder, Tail
from agent_desk.core.tasks import TaskScope
from agent_desk.options import Options
from agent_desk.sandbox import Sandbox
from agent_desk.system.directories import Directories
from agent_desk.voicenter.standing import StandingSession
from agent_desk.voicenter.stream import RealtimeOptions
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

AT_ONCE = RealtimeOptions(poll_after_s=0.1, poll_s=0.1)


class Screen(io.StringIO):
    """What ``tail --json`` has printed."""

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.getvalue().splitlines()]

    @property
    def states(self) -> list[str]:
        return [line["state"] for line in self.lines if line["kind"] == "connection"]

    @property
    def transitions(self) -> list[tuple[str, str]]:
        kind = "transition"
        return [(line["type"], line["ivrid"]) for line in self.lines if line["kind"] == kind]


@asynccontextmanager
async def tailing(sandbox: Sandbox, home: Path) -> AsyncIterator[Screen]:
    """``tail`` at work in this process, with little patience."""
    screen = Screen()
    options = Options(server=sandbox.url, email="agent@example.com", extensions=("SIPSIP1",))
    output = Output(is_json=True, out=screen)
    scope = TaskScope("test")
    async with Context(options, output, Directories.below(home), asyncio.Event()) as context:
        session = StandingSession(context.sign_in, await context.credentials())
        tail = Tail(context, session, Recorder(None), is_raw=False, patience=AT_ONCE)
        scope.start(tail.follow(), name="follow")
        try:
            yield screen
        finally:
            await scope.aclose()


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENT_DESK_PASSWORD", "secret")
    monkeypatch.delenv("AGENT_DESK_CODE", raising=False)


async def test_without_a_socket_the_calls_are_asked_for(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGENT_DESK_CODE", "apicode")
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        async with tailing(sandbox, home) as screen:
            await until(lambda: "polling" in screen.states)
            call = sandbox.world.ring("SIPSIP1", "0501234567")
            await until(lambda: ("ringing", call.ivrid) in screen.transitions)
        asked = [r.path for r in sandbox.requests if "GetExtensionsCalls" in r.path]
        assert asked


async def test_without_the_api_code_nothing_is_asked(home: Path) -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        async with tailing(sandbox, home) as screen:
            await until(lambda: "offline" in screen.states, 20)
        assert "polling" not in screen.states
        assert not [r.path for r in sandbox.requests if "GetExtensionsCalls" in r.path]
