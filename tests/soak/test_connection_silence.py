"""A link that swallows everything, with the program's own patience: found within 45 s."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.sandbox import Sandbox
from agent_desk.voicenter.realtime import RealtimeOptions
from tests.helpers.desk_link import scene
from tests.helpers.figures import show

if TYPE_CHECKING:
    from agent_desk.sandbox.sockets import EngineIo

LONGEST_S = 45.0


@pytest.mark.parametrize("engineio", ["3", "4"])
def test_silence_is_found(engineio: EngineIo, capsys: pytest.CaptureFixture[str]) -> None:
    found_s = asyncio.run(run(engineio))
    show(capsys, f"Engine.IO {engineio}: silence found after {found_s:.1f} s")
    assert found_s <= LONGEST_S


async def run(engineio: EngineIo) -> float:
    """Seconds from the last byte to the notice; the server asks for pings every five minutes."""
    sandbox = Sandbox(engineio=engineio, own_extensions=2, ping_interval_s=300, ping_timeout_s=600)
    async with scene(options=RealtimeOptions(), sandbox=sandbox, servers=2) as at:
        before = len(at.link.items)
        at.relay.swallow()
        began = time.monotonic()
        at.flight.go_on()
        await at.link.until_state(Link.RECONNECTING, after=before, timeout_s=60)
        found_s = time.monotonic() - began
        await at.reconnected(before)
        await at.lands()
        return found_s
