"""What networks and dying servers do to a connection, with calls in flight."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.sandbox import Sandbox
from agent_desk.voicenter.engineio3 import MAX_PING_S
from agent_desk.voicenter.errors import CertificateError, NameLookupError, UnreachableError
from agent_desk.voicenter.monitor_socket import DialOptions
from agent_desk.voicenter.realtime import RealtimeOptions
from agent_desk.voicenter.tls import client_context
from tests.helpers.certificates import self_signed
from tests.helpers.desk_link import ScaledClock, port_of
from tests.helpers.desk_link import recovering_scene as scene
from tests.helpers.live import FAST
from tests.helpers.reissue import reissued
from tests.helpers.resolver import LoopbackResolver, NameService
from tests.helpers.until import until

if TYPE_CHECKING:
    from pathlib import Path

    from agent_desk.sandbox.sockets import EngineIo

both = pytest.mark.parametrize("engineio", ["3", "4"])

PATIENCE = RealtimeOptions()
# A tenth of the time that the program gives everything, for networks ten times as bad.
TENTH = replace(
    FAST,
    dial=DialOptions(
        connect_s=PATIENCE.dial.connect_s / 10,
        open_s=PATIENCE.dial.open_s / 10,
        namespace_s=PATIENCE.dial.namespace_s / 10,
        heartbeat_s=PATIENCE.dial.heartbeat_s / 10,
    ),
    snapshot_s=PATIENCE.snapshot_s / 10,
    keepalive_idle_s=PATIENCE.keepalive_idle_s / 10,
    keepalive_answer_s=PATIENCE.keepalive_answer_s / 10,
    barrier_s=PATIENCE.barrier_s / 10,
)
THREE_S = 0.3


class TestServers:
    @both
    @pytest.mark.parametrize("is_reset", [False, True], ids=["FIN", "RST"])
    async def test_a_cut(self, engineio: EngineIo, *, is_reset: bool) -> None:
        async with scene(engineio) as at:
            before = len(at.link.items)
            at.die(reset=is_reset)
            at.flight.go_on()
            await at.link.until_state(Link.RECONNECTING, after=before)
            await at.revive()
            await at.reconnected(before)
            await at.lands()

    @both
    async def test_killed_for_good(self, engineio: EngineIo) -> None:
        async with scene(engineio, servers=2) as at:
            before = len(at.link.items)
            at.relay.refuse()
            at.relay.cut(reset=True)
            at.flight.go_on()
            state = await at.reconnected(before)
            assert state.server == at.relays[1].url()
            await at.lands()

    @both
    async def test_restarted_without_its_memory(self, engineio: EngineIo) -> None:
        """The new one knows neither the token nor the refresh token."""
        async with scene(engineio, is_login_relayed=True) as at:
            before = len(at.link.items)
            at.die()
            at.flight.go_on()
            await at.link.until_state(Link.RECONNECTING, after=before)
            async with Sandbox(engineio=engineio, world=at.sandbox.world) as restarted:
                at.relay.target_port = port_of(restarted)
                await at.revive()
                await at.reconnected(before)
                await at.lands()
            assert at.link.source.asked == ["current", "refresh", "login"]

    @both
    async def test_two_of_three_dead(self, engineio: EngineIo) -> None:
        async with scene(engineio, servers=3) as at:
            before = len(at.link.items)
            at.die()
            await at.relays[2].accept()
            at.flight.go_on()
            state = await at.reconnected(before)
            assert state.server == at.relays[2].url()
            await at.lands()

    async def test_upgraded_to_the_other_generation(self) -> None:
        """What was remembered of it is answered with HTTP 400, "unsupported protocol version"."""
        async with scene("3", is_login_relayed=True) as at:
            before = len(at.link.items)
            at.die()
            at.flight.go_on()
            async with Sandbox(engineio="4", world=at.sandbox.world) as upgraded:
                at.relay.target_port = port_of(upgraded)
                await at.revive()
                state = await at.reconnected(before)
                assert state.protocol == 4
                await at.lands()


class TestSilence:
    def test_it_is_found_within_45_s_whatever_the_server_asks(self) -> None:
        """Each of three watches is quick enough alone."""
        options = PATIENCE
        asked = options.keepalive_idle_s + 2 * options.keepalive_answer_s
        websocket_ping = options.dial.heartbeat_s * 1.5  # aiohttp waits half of it for the pong
        engineio_ping = 2 * MAX_PING_S
        assert max(asked, websocket_ping, engineio_ping) + options.tick_s <= 45

    @both
    @pytest.mark.parametrize("is_lost", [True, False], ids=["swallowed", "held"])
    async def test_a_black_hole(self, engineio: EngineIo, *, is_lost: bool) -> None:
        """A hundredth of the defaults: 60 s of silence, and held bytes come all at once then."""
        options = replace(
            FAST,
            dial=DialOptions(connect_s=0.2, open_s=0.2, namespace_s=0.2, heartbeat_s=0.2),
            keepalive_idle_s=0.2,
            keepalive_answer_s=0.1,
        )
        async with scene(engineio, options, servers=2) as at:
            before = len(at.link.items)
            for relay in at.relays:
                relay.swallow() if is_lost else relay.hold()
            at.flight.go_on()
            state = await at.link.until_state(Link.RECONNECTING, after=before, timeout_s=1.0)
            assert isinstance(state.error, UnreachableError)
            await until(lambda: sum(len(relay.passages) for relay in at.relays) > 2)
            for relay in at.relays:
                relay.mend()
            await at.reconnected(before)
            await at.lands()

    @both
    async def test_a_minute_of_it(self, engineio: EngineIo) -> None:
        """On clocks that run a hundred times as fast: what came before it was noticed counts."""
        clock = ScaledClock(100.0)
        options = replace(FAST, keepalive_idle_s=20.0, keepalive_answer_s=10.0)
        sandbox = Sandbox(engineio=engineio, own_extensions=2, clock=clock)
        async with scene(engineio, options, sandbox=sandbox, clock=clock, servers=2) as at:
            await at.link.until_event("keepaliveResponse")
            before = len(at.link.items)
            at.die_silently()
            at.flight.go_on()
            await at.link.until_state(Link.RECONNECTING, after=before)
            gone = clock.monotonic() - at.link.received[-1].monotonic
            assert gone > 30.0
            for relay in at.relays:
                relay.mend()
            await at.reconnected(before)
            await at.lands()

    @both
    async def test_a_short_one_is_waited_for(self, engineio: EngineIo) -> None:
        """What was held comes all at once, in order."""
        async with scene(engineio) as at:
            at.relay.hold()
            at.flight.go_on()
            seen = len(at.link.received)
            await asyncio.sleep(0.1)
            assert len(at.link.received) == seen
            at.relay.mend()
            await at.lands(was_seen=True)
            assert at.link.words == ["connecting", "connected"]

    @both
    async def test_one_way_only(self, engineio: EngineIo) -> None:
        """The server hears us, but what it says is lost."""
        options = replace(FAST, dial=DialOptions(connect_s=0.5, open_s=0.5, heartbeat_s=0.2))
        async with scene(engineio, options, servers=2) as at:
            before = len(at.link.items)
            at.relay.down.is_swallowing = True
            at.flight.go_on()
            state = await at.reconnected(before)
            assert state.server == at.relays[1].url()
            await at.lands()

    @pytest.mark.parametrize(
        "watch",
        [
            {"dial": DialOptions(connect_s=0.5, open_s=0.5, heartbeat_s=0.2)},
            {"keepalive_idle_s": 0.2, "keepalive_answer_s": 0.1},
        ],
        ids=["websocket", "keepalive"],
    )
    @both
    async def test_each_watch_alone(self, engineio: EngineIo, watch: dict[str, object]) -> None:
        sandbox = Sandbox(
            engineio=engineio, own_extensions=2, ping_interval_s=300, ping_timeout_s=600
        )
        async with scene(engineio, replace(FAST, **watch), sandbox=sandbox) as at:  # type: ignore[arg-type]  # by name
            if "keepalive_idle_s" in watch:
                await at.link.until_event("keepaliveResponse")
            before = len(at.link.items)
            at.relay.swallow()
            at.flight.go_on()
            await at.link.until_state(Link.RECONNECTING, after=before, timeout_s=1.0)
            at.relay.mend()
            await at.reconnected(before)
            await at.lands()


class TestSlowness:
    @both
    async def test_latency(self, engineio: EngineIo) -> None:
        async with scene(engineio, TENTH) as at:
            at.relay.slow_down(THREE_S)
            at.flight.go_on()
            await at.lands(was_seen=True)
            assert at.link.words == ["connecting", "connected"]

    @both
    async def test_a_cut_with_latency(self, engineio: EngineIo) -> None:
        async with scene(engineio, TENTH) as at:
            at.relay.slow_down(THREE_S)
            before = len(at.link.items)
            at.die()
            at.flight.go_on()
            await at.revive()
            await at.reconnected(before)
            await at.lands()

    @both
    async def test_a_take_over_with_latency(self, engineio: EngineIo) -> None:
        """The answer that ends the old connection comes later than it is waited for."""
        async with scene(engineio, TENTH) as at:
            at.relay.slow_down(THREE_S)
            old = at.sandbox.connections[0]
            at.link.connection.try_now()
            await until(lambda: len(at.sandbox.connections) == 2)
            at.flight.go_on()
            await until(lambda: old not in at.sandbox.connections)
            await at.lands(was_seen=True)

    @both
    async def test_the_old_connection_dies_while_its_successor_is_made(
        self, engineio: EngineIo
    ) -> None:
        """The greeting of the new one is older than what the old one has told at last."""
        async with scene(engineio, TENTH) as at:
            at.relay.down.delay_s = THREE_S
            old = at.relay.passages[-1]
            at.link.connection.try_now()
            await until(lambda: len(at.sandbox.connections) == 2)
            at.relay.down.delay_s = 0.0  # for what the old one still gets
            seen = len(at.link.received)
            at.flight.go_on()
            await until(lambda: len(at.link.received) >= seen + 9)
            old.cut(reset=False)
            await at.lands(was_seen=True)

    @both
    async def test_one_byte_at_a_time(self, engineio: EngineIo) -> None:
        """With all the program's own patience: a busy machine needs more than a tenth of it."""
        async with scene(engineio, replace(PATIENCE, backoff=FAST.backoff)) as at:
            at.relay.chop(1)
            before = len(at.link.items)
            at.relay.cut()
            await at.reconnected(before)
            at.flight.go_on()
            await at.lands(was_seen=True)

    @both
    async def test_latency_under_tls(self, engineio: EngineIo, tmp_path: Path) -> None:
        """Two round trips more before anything is said."""
        certificate = self_signed(tmp_path)
        trust = client_context(certificate.path)
        options = replace(TENTH, dial=replace(TENTH.dial, tls=trust))
        sandbox = Sandbox(engineio=engineio, own_extensions=2, tls=certificate.server_context())
        async with scene(engineio, options, sandbox=sandbox, tls=trust) as at:
            at.relay.slow_down(THREE_S)
            before = len(at.link.items)
            await at.die_seen()
            at.flight.go_on()
            await at.revive()
            await at.reconnected(before)
            await at.lands()


class TestNames:
    @both
    @pytest.mark.parametrize("service", [NameService.FAILING, NameService.SILENT])
    async def test_the_name_server_goes_and_comes_back(
        self, engineio: EngineIo, service: NameService, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("NO_PROXY", "*")
        resolver = LoopbackResolver()
        options = replace(FAST, dial=DialOptions(connect_s=0.3, open_s=0.3, resolver=resolver))
        async with scene(engineio, options, host="monitor1.example.com") as at:
            before = len(at.link.items)
            resolver.service = service
            at.relay.cut()
            at.flight.go_on()
            state = await at.link.until_state(lambda s: s.retry_in_s is not None, after=before)
            wanted = NameLookupError if service is NameService.FAILING else UnreachableError
            assert isinstance(state.error, wanted)
            resolver.service = NameService.ANSWERING
            await at.reconnected(before)
            await at.lands()


class TestCertificates:
    @both
    @pytest.mark.parametrize("is_trusted", [True, False], ids=["renewed", "foreign"])
    async def test_the_certificate_is_replaced(
        self, engineio: EngineIo, tmp_path: Path, *, is_trusted: bool
    ) -> None:
        old = self_signed(tmp_path)
        (tmp_path / "foreign").mkdir()
        foreign = self_signed(tmp_path / "foreign")
        new = reissued(old, tmp_path / "renewed.pem") if is_trusted else foreign
        trust = client_context(old.path)
        server_tls = old.server_context()
        sandbox = Sandbox(engineio=engineio, own_extensions=2, tls=server_tls)
        options = replace(FAST, dial=replace(FAST.dial, tls=trust))
        async with scene(engineio, options, sandbox=sandbox, tls=trust) as at:
            before = len(at.link.items)
            server_tls.load_cert_chain(new.path)
            await at.die_seen()
            at.flight.go_on()
            await at.revive()
            if not is_trusted:
                state = await at.link.until_state(
                    lambda s: isinstance(s.error, CertificateError), after=before
                )
                assert state.state is not Link.CONNECTED
                server_tls.load_cert_chain(old.path)
            await at.reconnected(before)
            await at.lands()
