"""What the beginning of a connection settles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.sandbox import HttpFault, Sandbox
from tests.helpers.desk_link import ScaledClock, port_of
from tests.helpers.frame_relay import FrameRelay
from tests.helpers.live import FAST, following
from tests.helpers.tcp_relay import TcpRelay
from tests.helpers.until import until

if TYPE_CHECKING:
    from agent_desk.sandbox.sockets import EngineIo

ASKING = replace(FAST, keepalive_idle_s=0.2, keepalive_answer_s=5.0)


async def test_a_sleep_while_connecting_is_dealt_with_by_the_connection() -> None:
    """Nobody needs a second one right after it."""
    clock = ScaledClock()
    async with Sandbox() as sandbox, TcpRelay(port_of(sandbox)) as relay:
        sandbox.faults.http["/socket.io"] = HttpFault.slow(0.1)
        async with following(
            sandbox, ASKING, clock=clock, is_awaited=False, monitors=(relay.url(),)
        ) as link:
            await link.until_state(Link.CONNECTING)
            clock.sleep_s = 600.0
            await link.until_state(Link.CONNECTED)
            await link.until_event("keepaliveResponse")
            assert len(relay.passages) == 1
            assert link.words == ["connecting", "connected"]


async def test_extensions_that_are_told_of_a_little_later_are_not_asked_for() -> None:
    clock = ScaledClock()
    clock.is_counting_sleep = True
    options = replace(FAST, keepalive_idle_s=5.0)
    async with Sandbox(engineio="4") as sandbox, FrameRelay(sandbox.url) as relay:
        relay.mischief.only = frozenset({"AllExtensionsStatus"})
        relay.mischief.is_holding = True
        async with following(
            sandbox, options, clock=clock, is_awaited=False, monitors=(relay.url,)
        ) as link:
            await link.until_state(Link.CONNECTED)
            assert "AllExtensionsStatus" not in link.names()
            relay.mischief.is_holding = False
            await link.until_event("AllExtensionsStatus")
            clock.sleep_s = 6.0
            await link.until_event("keepaliveResponse")  # the same look at the clock
            sandbox.world.announce("numbered", {})
            await link.until_event("numbered")
            assert "resync" not in [event.name for event in sandbox.heard]


async def test_extensions_that_are_never_told_of_are_asked_for() -> None:
    clock = ScaledClock()
    clock.is_counting_sleep = True
    async with Sandbox(engineio="4") as sandbox, FrameRelay(sandbox.url) as relay:
        relay.mischief.only = frozenset({"AllExtensionsStatus"})
        relay.mischief.drop_share = 1.0
        async with following(sandbox, clock=clock, is_awaited=False, monitors=(relay.url,)) as link:
            await link.until_state(Link.CONNECTED)
            relay.mischief.drop_share = 0.0
            clock.sleep_s = 6.0
            await link.until_event("AllExtensionsStatus")


@pytest.mark.parametrize("engineio", ["3", "4"])
async def test_a_greeting_that_comes_after_the_take_over_is_left_out(engineio: EngineIo) -> None:
    """It may be older than what the connection before has told meanwhile."""
    # Patience for the last answer of the old one: without it everything is asked for anew.
    options = replace(FAST, barrier_s=100.0)
    async with (
        Sandbox(engineio=engineio) as sandbox,
        FrameRelay(sandbox.url) as relay,
        following(sandbox, options, monitors=(relay.url,)) as link,
    ):
        old = sandbox.connections[0]
        relay.mischief.only = frozenset({"AllExtensionsStatus"})
        relay.mischief.is_holding = True
        link.connection.try_now()
        await until(lambda: old not in sandbox.connections)
        sandbox.world.announce("numbered", {})
        relay.mischief.is_holding = False
        await link.until_event("numbered")
        assert link.names().count("AllExtensionsStatus") == 1
        link.connection.resync()
        await until(lambda: link.names().count("AllExtensionsStatus") == 2)
