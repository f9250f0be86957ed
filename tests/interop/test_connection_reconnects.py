"""Many reconnects, and how soon after a kill the desk is right again."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.clock import SystemClock
from agent_desk.core.link import Link
from agent_desk.voicenter.realtime import RealtimeOptions
from tests.helpers.desk_link import scene
from tests.helpers.figures import show
from tests.helpers.footprint import footprint
from tests.helpers.reconnects import HASTY, WAYS, reconnect
from tests.helpers.until import until

if TYPE_CHECKING:
    from agent_desk.sandbox.sockets import EngineIo

ROUNDS = 20
RECONNECTS = 50
REBUILT_MEDIAN_S = 2.0
REBUILT_WORST_S = 5.0


async def test_a_killed_server_is_made_up_for_in_seconds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With all the program's own patience; each kill hits a connection that is one of many."""
    taken = []
    for at_round in range(ROUNDS):
        options = RealtimeOptions(generations={})
        async with scene("4" if at_round % 2 else "3", options, servers=2) as at:
            clock = SystemClock()
            began = clock.monotonic()
            at.relay.refuse()
            at.relay.cut(reset=at_round % 4 > 1)
            at.flight.go_on()
            await at.link.until_state(Link.RECONNECTING)
            await at.rebuilt(10.0)
            taken.append(clock.monotonic() - began)
    median, worst = statistics.median(taken), max(taken)
    show(capsys, f"rebuilt after a kill: n {ROUNDS}  p50 {median:.3f}  max {worst:.3f} s")
    assert median <= REBUILT_MEDIAN_S
    assert worst <= REBUILT_WORST_S


@pytest.mark.parametrize("engineio", ["3", "4"])
async def test_reconnects_leave_nothing_behind(
    engineio: EngineIo, capsys: pytest.CaptureFixture[str]
) -> None:
    """The short version of the long run in ``tests/soak``."""
    async with scene(engineio, HASTY) as at:
        for turn in range(WAYS):
            await reconnect(at, turn)
        before = footprint()
        for turn in range(RECONNECTS):
            await reconnect(at, turn)
        await until(lambda: footprint().tasks <= before.tasks)
        after = footprint()
        show(capsys, f"Engine.IO {engineio}, {RECONNECTS} reconnects before: {before}")
        show(capsys, f"Engine.IO {engineio}, {RECONNECTS} reconnects after:  {after}")
        assert after.files <= before.files
        assert after.sockets <= before.sockets
