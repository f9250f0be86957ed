"""Messages that come twice, in another order or not at all: the desk tells the truth in the end.

The clocks run twenty times as fast as real ones, so that 30 s are one and a half.
"""

from __future__ import annotations

import asyncio
import random
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pytest

from agent_desk.sandbox import Sandbox
from tests.helpers.desk_link import DeskFollower, ScaledClock, desk_at
from tests.helpers.flight import OWN, Traffic, doubled, live_phases
from tests.helpers.frame_relay import FrameRelay, Mischief
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from agent_desk.sandbox.sockets import EngineIo

SPEED: Final = 20.0
HEALED_S: Final = 30.0 / SPEED
SLACK_S: Final = 0.5
STEP_S: Final = 0.01
both = pytest.mark.parametrize("engineio", ["3", "4"])
rolls = pytest.mark.parametrize(("engineio", "seed"), [("3", 1), ("3", 2), ("4", 3), ("4", 4)])


@dataclass(frozen=True, slots=True)
class Office:
    """A desk whose messages go by ``relay``, and an agent who is busy when told to."""

    sandbox: Sandbox
    relay: FrameRelay
    link: DeskFollower
    traffic: Traffic

    async def work(self, steps: int) -> None:
        """So many things happen, a fifth of a second apart."""
        for _ in range(steps):
            self.traffic.step()
            await asyncio.sleep(STEP_S)

    def has_no_ghosts(self) -> bool:
        """Whether all that the desk shows is still live."""
        return set(self.link.phases()) <= set(live_phases(self.sandbox.world))

    async def agrees(self, timeout_s: float) -> None:
        """Wait until the desk shows what is true."""
        world = self.sandbox.world
        try:
            await until(lambda: self.link.phases() == live_phases(world), timeout_s)
        except AssertionError:
            msg = f"the desk shows {self.link.phases()} but true is {live_phases(world)}"
            raise AssertionError(msg) from None


@asynccontextmanager
async def office(engineio: EngineIo, *, seed: int = 1) -> AsyncIterator[Office]:
    clock = ScaledClock(SPEED)
    async with (
        Sandbox(engineio=engineio, own_extensions=2, clock=clock) as sandbox,
        FrameRelay(sandbox.url, seed=seed) as relay,
        desk_at(sandbox.url, clock=clock, monitors=(relay.url,)) as link,
    ):
        await link.until_event("AllExtensionsStatus")
        traffic = Traffic(sandbox.world, random.Random(seed))  # noqa: S311 - dice
        yield Office(sandbox, relay, link, traffic)


@both
async def test_doubled(engineio: EngineIo) -> None:
    async with office(engineio) as at:
        at.relay.mischief.copies = 2
        await at.work(100)
        await at.agrees(SLACK_S)
        assert at.relay.counts.given >= 2 * 100
        assert not doubled(at.link.transitions)
        assert not [t for t in at.link.transitions if t.kind.value == "revised"]


@rolls
async def test_reordered_within_a_second(engineio: EngineIo, seed: int) -> None:
    async with office(engineio, seed=seed) as at:
        at.relay.mischief.jitter_s = 1.0 / SPEED
        await at.work(100)
        await at.agrees(HEALED_S + SLACK_S)
        assert at.relay.counts.overtaken > 10
        assert not doubled(at.link.transitions)


@rolls
async def test_doubled_and_reordered(engineio: EngineIo, seed: int) -> None:
    async with office(engineio, seed=seed) as at:
        at.relay.mischief.jitter_s = 1.0 / SPEED
        at.relay.mischief.copies = 2
        await at.work(100)
        await at.agrees(HEALED_S + SLACK_S)
        assert not doubled(at.link.transitions)


@rolls
async def test_a_fifth_lost(engineio: EngineIo, seed: int) -> None:
    """No ghost stays for longer; with the next event of a phone all of it is right again."""
    async with office(engineio, seed=seed) as at:
        at.relay.mischief.only = frozenset({"ExtensionEvent"})
        at.relay.mischief.drop_share = 0.2
        await at.work(100)
        await until(at.has_no_ghosts, HEALED_S + SLACK_S)
        assert at.relay.counts.dropped > 10
        at.relay.mischief.drop_share = 0.0
        for sip in OWN:
            at.sandbox.world.set_status(sip, 3)
        await at.agrees(SLACK_S)
        assert not doubled(at.link.transitions)


@both
async def test_a_lost_last_hang_up_leaves_no_ghost(engineio: EngineIo) -> None:
    async with office(engineio) as at:
        call = at.sandbox.world.ring("SIPSIP1", "050-123-4567")
        call.answer()
        await at.agrees(SLACK_S)
        at.relay.mischief.only = frozenset({"ExtensionEvent"})
        at.relay.mischief.drop_share = 1.0
        call.hang_up()
        await until(lambda: at.relay.counts.dropped)
        at.relay.mischief.drop_share = 0.0
        await at.agrees(HEALED_S + SLACK_S)
        assert [t.kind.value for t in at.link.transitions] == ["ringing", "answered", "ended"]


@both
async def test_a_lost_answer_to_that_is_asked_for_again(engineio: EngineIo) -> None:
    """The hang-up is lost, and so is the first snapshot that would have told of it."""
    async with office(engineio) as at:
        call = at.sandbox.world.ring("SIPSIP1", "050-123-4567")
        call.answer()
        await at.agrees(SLACK_S)
        at.relay.mischief.only = frozenset({"ExtensionEvent", "AllExtensionsStatus"})
        at.relay.mischief.drop_share = 1.0
        call.hang_up()
        await until(lambda: at.relay.counts.dropped == 2, HEALED_S + SLACK_S)
        at.relay.mischief.drop_share = 0.0
        began = asyncio.get_running_loop().time()
        await at.agrees(HEALED_S + SLACK_S)
        assert asyncio.get_running_loop().time() - began < 15.0 / SPEED
        assert [t.kind.value for t in at.link.transitions] == ["ringing", "answered", "ended"]


@both
async def test_a_lost_ring_is_seen_within_half_a_minute(engineio: EngineIo) -> None:
    """Nothing is live as far as the desk knows; the caller waits all the same."""
    async with office(engineio) as at:
        at.relay.mischief.only = frozenset({"ExtensionEvent"})
        at.relay.mischief.drop_share = 1.0
        at.sandbox.world.ring("SIPSIP1", "050-123-4567")
        await until(lambda: at.relay.counts.dropped)
        at.relay.mischief.drop_share = 0.0
        await at.agrees(HEALED_S + SLACK_S)
        assert [t.kind.value for t in at.link.transitions] == ["ringing"]


def test_mischief_leaves_control_packets_alone() -> None:
    mischief = Mischief()
    assert [f for f in ("0{}", "2", "3", "40", '42["x"]', "1") if mischief.concerns(f)] == [
        '42["x"]'
    ]
