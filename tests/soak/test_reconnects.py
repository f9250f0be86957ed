"""A thousand reconnects in a row leave nothing behind; prints the figures."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from agent_desk.sandbox import Sandbox
from tests.helpers.desk_link import scene
from tests.helpers.figures import show
from tests.helpers.footprint import Footprint, footprint
from tests.helpers.reconnects import HASTY, reconnect
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.sandbox.sockets import EngineIo

ROUNDS = 1000
LOOKS = 5
WARM_UP = 100
MAX_GROWTH_KIB = 6 * 1024
MAX_OBJECTS_A_ROUND = 1.0
SETTLED_S = 60.0


@pytest.mark.parametrize("engineio", ["3", "4"])
def test_a_thousand_reconnects(engineio: EngineIo, capsys: pytest.CaptureFixture[str]) -> None:
    first, last = asyncio.run(run(engineio, lambda text: show(capsys, text)))
    assert last.tasks <= first.tasks
    assert last.files <= first.files
    assert last.sockets <= first.sockets
    assert last.kib - first.kib <= MAX_GROWTH_KIB
    assert (last.objects - first.objects) / (ROUNDS - WARM_UP) <= MAX_OBJECTS_A_ROUND


async def run(engineio: EngineIo, say: Callable[[str], None]) -> tuple[Footprint, Footprint]:
    """The footprint after warming up and at the end."""
    looks: list[Footprint] = []
    # The sandbox's server keeps what it knows of a lost client until the next ping is due.
    sandbox = Sandbox(engineio=engineio, own_extensions=2, ping_interval_s=2, ping_timeout_s=10)
    async with scene(options=HASTY, sandbox=sandbox) as at:
        for turn in range(ROUNDS + 1):
            if turn in {WARM_UP, *range(ROUNDS // LOOKS, ROUNDS + 1, ROUNDS // LOOKS)}:
                await until(lambda: footprint().tasks <= (looks or [footprint()])[0].tasks)
                looks.append(footprint())
                say(f"Engine.IO {engineio}, {turn:4} reconnects: {looks[-1]}")
            await reconnect(at, turn)
        # Timers that were cancelled, and the sandbox's own, hold on to objects until they are due.
        most = looks[0].objects + (ROUNDS - WARM_UP) * MAX_OBJECTS_A_ROUND
        began = time.monotonic()
        with suppress(AssertionError):  # the figures say more
            await until(lambda: footprint().objects <= most, SETTLED_S)
        looks.append(footprint())
        say(f"Engine.IO {engineio}, {time.monotonic() - began:.0f} s later: {looks[-1]}")
    return looks[0], looks[-1]
