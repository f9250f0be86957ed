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
from tests.helpers.footprint import Footprint, footprint
from tests.helpers.reconnects import HASTY, WAYS, reconnect
from tests.helpers.until import until

if TYPE_CHECKING:
    from agent_desk.sandbox.sockets import EngineIo

ROUNDS = 20
RECONNECTS = 50
CALM_LOOKS = 10
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


async def at_rest(before: Footprint | None = None) -> Footprint:
    """A look at what is held once what was ended has ended on both sides, as it is in here.

    That is when nothing has changed for a while, and no more is held than ``before``.
    """
    looks = [footprint()]

    def is_at_rest() -> bool:
        looks.append(footprint())
        held = {(look.tasks, look.files, look.sockets) for look in looks[-CALM_LOOKS:]}
        if len(looks) < CALM_LOOKS or len(held) > 1:
            return False
        return before is None or all(
            now <= then
            for now, then in (
                (looks[-1].tasks, before.tasks),
                (looks[-1].files, before.files),
                (looks[-1].sockets, before.sockets),
            )
        )

    await until(is_at_rest)
    return looks[-1]


@pytest.mark.parametrize("engineio", ["3", "4"])
async def test_reconnects_leave_nothing_behind(
    engineio: EngineIo, capsys: pytest.CaptureFixture[str]
) -> None:
    """The short version of the long run in ``tests/soak``."""
    async with scene(engineio, HASTY) as at:
        for turn in range(WAYS):
            await reconnect(at, turn)
        before = await at_rest()
        for turn in range(RECONNECTS):
            await reconnect(at, turn)
        after = await at_rest(before)
        show(capsys, f"Engine.IO {engineio}, {RECONNECTS} reconnects before: {before}")
        show(capsys, f"Engine.IO {engineio}, {RECONNECTS} reconnects after:  {after}")
        assert after.files <= before.files
        assert after.sockets <= before.sockets
