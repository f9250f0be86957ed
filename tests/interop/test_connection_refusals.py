"""Servers that refuse, and tokens that die, with calls in flight."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.state import CallKey
from agent_desk.sandbox import HttpFault, Sandbox
from agent_desk.voicenter.errors import CredentialsError, ServiceError
from tests.helpers.desk_link import ScaledClock, desk_at
from tests.helpers.desk_link import recovering_scene as scene
from tests.helpers.flight import live_phases, stories
from tests.helpers.live import FAST
from tests.helpers.until import until

if TYPE_CHECKING:
    from agent_desk.sandbox.sockets import EngineIo
    from tests.helpers.desk_link import DeskFollower

both = pytest.mark.parametrize("engineio", ["3", "4"])

UNSUPPORTED = HttpFault(400, '{"code":5,"message":"Unsupported protocol version"}')


class TestSockets:
    @both
    @pytest.mark.parametrize("status", [401, 403, 500, 503])
    async def test_websocket_refused(self, engineio: EngineIo, status: int) -> None:
        async with scene(engineio) as at:
            before = len(at.link.items)
            at.sandbox.faults.handshake_status = status
            at.relay.cut()
            at.flight.go_on()
            await at.link.until_state(lambda s: bool(s.retry_in_s), after=before)
            at.sandbox.faults.handshake_status = None
            await at.reconnected(before)
            await at.lands()

    @both
    async def test_no_socket_for_long(self, engineio: EngineIo) -> None:
        """Calls are seen by asking every now and then, and the log knows those in between."""
        options = replace(FAST, poll_after_s=0.05, poll_s=0.5)
        async with scene(engineio, options) as at:
            before = len(at.link.items)
            at.sandbox.faults.handshake_status = 503
            at.relay.cut()
            await at.link.until_state(Link.POLLING, after=before)
            await at.link.until_event("AllExtensionsStatus", after=before)
            at.flight.go_on()
            await until(lambda: at.link.phases() == live_phases(at.sandbox.world))
            at.sandbox.faults.handshake_status = None
            await at.reconnected(before)
            await at.lands()

    @both
    async def test_namespace_refused(self, engineio: EngineIo) -> None:
        async with scene(engineio) as at:
            before = len(at.link.items)
            at.sandbox.faults.namespace_refusal = "Unauthorized"
            at.relay.cut()
            at.flight.go_on()
            state = await at.link.until_state(lambda s: bool(s.retry_in_s), after=before)
            assert isinstance(state.error, CredentialsError)
            assert state.state is not Link.SIGNED_OUT
            assert at.link.source.asked == ["current", "refresh", "login"]
            at.sandbox.faults.namespace_refusal = None
            await at.reconnected(before)
            await at.lands()

    @both
    async def test_unsupported_protocol_version_for_a_while(self, engineio: EngineIo) -> None:
        async with scene(engineio) as at:
            before = len(at.link.items)
            at.sandbox.faults.http["/socket.io"] = UNSUPPORTED
            at.relay.cut()
            at.flight.go_on()
            await at.link.until_state(lambda s: bool(s.retry_in_s), after=before)
            at.sandbox.faults.http.clear()
            state = await at.reconnected(before)
            assert state.protocol == int(engineio)
            await at.lands()


class TestSignIn:
    @pytest.mark.parametrize("status", [401, 403])
    async def test_refused_at_login(self, status: int) -> None:
        async with Sandbox() as sandbox:
            sandbox.faults.login_status = status
            async with desk_at(sandbox.url) as link:
                state = await link.until_state(Link.SIGNED_OUT)
                assert isinstance(state.error, CredentialsError)
                await until(lambda: link.is_over)
                assert link.source.asked == ["current"]

    async def test_a_fault_at_login(self) -> None:
        async with Sandbox() as sandbox:
            sandbox.faults.login_status = 500
            async with desk_at(sandbox.url) as link:
                state = await link.until_state(lambda s: s.retry_in_s is not None)
                assert isinstance(state.error, ServiceError)
                call = sandbox.world.ring("SIPSIP1", "050-123-4567")
                sandbox.faults.login_status = None
                await link.until_state(Link.CONNECTED)
                await until(lambda: link.desk.live() == {"SIPSIP1": [call.ivrid]})

    @both
    @pytest.mark.parametrize("status", [401, 403])
    async def test_refused_at_refresh(self, engineio: EngineIo, status: int) -> None:
        async with scene(engineio) as at:
            before = len(at.link.items)
            at.sandbox.faults.refresh_status = status
            at.sandbox.sessions.expire_all()
            at.die()
            at.flight.go_on()
            await at.revive()
            await at.reconnected(before)
            assert at.link.source.asked == ["current", "refresh", "login"]
            await at.lands()

    @both
    async def test_a_fault_at_refresh(self, engineio: EngineIo) -> None:
        async with scene(engineio) as at:
            before = len(at.link.items)
            at.sandbox.faults.refresh_status = 500
            at.sandbox.sessions.expire_all()
            at.die()
            at.flight.go_on()
            await at.revive()
            await at.link.until_state(lambda s: isinstance(s.error, ServiceError), after=before)
            at.sandbox.faults.refresh_status = None
            await at.reconnected(before)
            await at.lands()

    @pytest.mark.parametrize("status", [401, 403])
    async def test_refused_everywhere(self, status: int) -> None:
        async with scene() as at:
            at.sandbox.faults.refresh_status = at.sandbox.faults.login_status = status
            at.sandbox.sessions.expire_all()
            at.relay.cut()
            state = await at.link.until_state(Link.SIGNED_OUT)
            assert isinstance(state.error, CredentialsError)
            await until(lambda: at.link.is_over)
            assert at.link.source.asked == ["current", "refresh", "login"]

    @both
    async def test_a_fault_everywhere(self, engineio: EngineIo) -> None:
        async with scene(engineio) as at:
            before = len(at.link.items)
            at.sandbox.faults.refresh_status = at.sandbox.faults.login_status = 500
            at.sandbox.sessions.expire_all()
            at.die()
            at.flight.go_on()
            await at.revive()
            await until(lambda: at.link.source.asked.count("refresh") >= 3)
            at.sandbox.faults.refresh_status = at.sandbox.faults.login_status = None
            await at.reconnected(before)
            await at.lands()


class TestTokenLife:
    """A token that lives 5 s is renewed for two minutes; clocks run fifteen times as fast."""

    SPEED = 15.0

    @pytest.mark.parametrize(
        ("engineio", "renewals", "is_mute"),
        [("3", 24, False), ("4", 6, False), ("3", 6, True), ("4", 6, True)],
    )
    async def test_no_event_is_lost_or_doubled(
        self, engineio: EngineIo, renewals: int, *, is_mute: bool
    ) -> None:
        """Nor where the server does not answer a keepalive, and the old one's end is unknown."""
        clock = ScaledClock(self.SPEED)
        sandbox = Sandbox(engineio=engineio, own_extensions=2, clock=clock, token_life_s=5.0)
        sandbox.faults.is_keepalive_mute = is_mute
        options = replace(FAST, barrier_s=0.1)
        async with scene(sandbox=sandbox, clock=clock, options=options) as at:
            talker = Talker(sandbox)
            scope = TaskScope("talker")
            try:
                scope.start(talker.talk(), name="talk")
                await until(
                    lambda: at.link.source.asked.count("refresh") >= renewals, 3.0 + renewals
                )
            finally:
                await scope.aclose()
            await until(lambda: numbers(at.link)[-1:] == [talker.said - 1])
            at.flight.go_on()
            assert numbers(at.link) == list(range(talker.said))
            assert at.link.words == ["connecting", "connected"]
            assert "login" not in at.link.source.asked
            await at.lands(was_seen=True)

    @both
    async def test_calls_that_come_and_go_meanwhile(self, engineio: EngineIo) -> None:
        """No call is told of twice although each new connection greets with all of them."""
        clock = ScaledClock(self.SPEED)
        sandbox = Sandbox(engineio=engineio, own_extensions=2, clock=clock, token_life_s=5.0)
        # Patience for the last answer of the old one: what it has not told by then is not seen.
        options = replace(FAST, barrier_s=10.0)
        async with scene(sandbox=sandbox, clock=clock, options=options) as at:
            told: list[CallKey] = []
            while at.link.source.asked.count("refresh") < 6:
                call = sandbox.world.ring("SIPSIP1", "050-123-4567")
                await asyncio.sleep(0.01)
                call.answer()
                await asyncio.sleep(0.01)
                call.hang_up()
                told.append(CallKey("SIPSIP1", call.ivrid))
            await until(lambda: f"HANGUP {call.ivrid}" in at.link.calls)
            heard = stories(at.link.transitions)
            whole = ["ringing", "answered", "ended:completed"]
            assert not [heard[key] for key in told if heard.get(key) != whole]
            assert at.link.words == ["connecting", "connected"]


class Talker:
    """Sends a numbered event every few milliseconds."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self.said = 0

    async def talk(self) -> None:
        while True:
            self._sandbox.world.announce("numbered", {"n": self.said})
            self.said += 1
            await asyncio.sleep(0.003)


def numbers(link: DeskFollower) -> list[object]:
    payloads = [item.payload for item in link.received if item.name == "numbered"]
    return [payload["n"] for payload in payloads if isinstance(payload, dict)]
