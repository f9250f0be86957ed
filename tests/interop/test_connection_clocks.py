"""Sleep, and clocks that somebody sets, with calls in flight."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.desk.state import Phase
from agent_desk.sandbox import Sandbox
from agent_desk.voicenter.backoff import Backoff
from agent_desk.voicenter.monitor_socket import DialOptions
from tests.helpers.desk_link import ScaledClock
from tests.helpers.desk_link import recovering_scene as scene
from tests.helpers.live import FAST
from tests.helpers.until import until

if TYPE_CHECKING:
    from agent_desk.sandbox.sockets import EngineIo

both = pytest.mark.parametrize("engineio", ["3", "4"])
ten_minutes = pytest.mark.parametrize(
    "is_counting_sleep", [False, True], ids=["clock_stood_still", "clock_went_on"]
)

# So long that nothing but the look at the clocks can find out within a test.
PATIENT = replace(
    FAST,
    dial=DialOptions(connect_s=1.0, open_s=1.0, heartbeat_s=600.0),
    keepalive_idle_s=3600.0,
    keepalive_answer_s=3600.0,
)


@ten_minutes
@both
async def test_wake_from_sleep_finds_the_connection_dead(
    engineio: EngineIo, *, is_counting_sleep: bool
) -> None:
    """The router has forgotten it: what is sent on it is swallowed, a new one works at once."""
    clock, servers_clock = ScaledClock(), ScaledClock()
    clock.is_counting_sleep = is_counting_sleep
    sandbox = Sandbox(engineio=engineio, own_extensions=2, clock=servers_clock)
    async with scene(engineio, PATIENT, sandbox=sandbox, clock=clock) as at:
        old = at.relay.passages[0]
        at.relay.down.is_swallowing = True
        at.flight.go_on()
        await until(lambda: old.bytes_down > 5000)
        at.relay.down.is_swallowing = False
        old.mute()
        clock.sleep_s = servers_clock.sleep_s = 600.0
        await at.rebuilt()
        await at.lands()


@ten_minutes
async def test_wake_from_sleep_with_a_connection_that_survived(*, is_counting_sleep: bool) -> None:
    clock = ScaledClock()
    clock.is_counting_sleep = is_counting_sleep
    async with scene(options=FAST, clock=clock) as at:
        first = at.sandbox.connections[0]
        clock.sleep_s = 600.0
        at.flight.go_on()
        await until(lambda: first not in at.sandbox.connections)
        assert at.link.words == ["connecting", "connected"]
        await at.lands(was_seen=True)


@ten_minutes
@both
async def test_wake_from_sleep_while_waiting_for_the_next_attempt(
    engineio: EngineIo, *, is_counting_sleep: bool
) -> None:
    clock = ScaledClock()
    clock.is_counting_sleep = is_counting_sleep
    dice = random.Random(1)  # noqa: S311 - no secret; any other might draw a short wait
    options = replace(FAST, backoff=Backoff(base_s=1000.0, cap_s=10_000.0, rng=dice))
    async with scene(engineio, options, clock=clock) as at:
        before = len(at.link.items)
        at.die()
        await at.link.until_state(lambda s: (s.retry_in_s or 0) > 20, after=before)
        at.flight.go_on()
        await at.revive()
        clock.sleep_s = 600.0
        await at.reconnected(before, 2.0)
        await at.lands()


@pytest.mark.parametrize("hours", [3, -3])
@both
async def test_a_clock_that_is_set(engineio: EngineIo, hours: int) -> None:
    clock = ScaledClock()
    async with scene(engineio, clock=clock) as at:
        first = at.sandbox.connections[0]
        timers = {c.key: c.elapsed_from for c in at.link.desk.shown(clock.monotonic())}
        clock.set_by_s = 3600.0 * hours
        at.flight.go_on()
        await until(lambda: first not in at.sandbox.connections)
        await until(lambda: len(at.sandbox.connections) == 1)
        await at.rebuilt()
        for call in at.link.desk.shown(clock.monotonic()):
            if call.phase in (Phase.RINGING, Phase.HELD):
                since = timers.get(call.key, clock.monotonic())
                assert call.elapsed_from == pytest.approx(since, abs=2.5)
        assert at.link.words == ["connecting", "connected"]
        assert at.link.connection.state.state is Link.CONNECTED
        await at.lands(was_seen=True)


@pytest.mark.parametrize("hours", [3, -3])
@both
async def test_a_clock_that_is_set_does_not_wear_out_tokens(engineio: EngineIo, hours: int) -> None:
    clock = ScaledClock()
    async with scene(engineio, clock=clock) as at:
        first = at.sandbox.connections[0]
        clock.set_by_s = 3600.0 * hours
        await until(lambda: first not in at.sandbox.connections)
        before = len(at.link.items)
        at.die()
        at.flight.go_on()
        await at.revive()
        await at.reconnected(before)
        await at.lands()
        assert at.link.source.asked.count("refresh") <= 1
        assert "login" not in at.link.source.asked
