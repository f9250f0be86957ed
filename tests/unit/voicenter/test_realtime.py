from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from agent_desk.core.clock import SystemClock
from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.sandbox import Sandbox
from agent_desk.voicenter.backoff import Backoff
from agent_desk.voicenter.errors import CredentialsError, ServiceError, UnreachableError
from agent_desk.voicenter.events import ExtensionChanged, ExtensionReason, ExtensionsSnapshot
from agent_desk.voicenter.monitor_socket import DialOptions
from agent_desk.voicenter.realtime import LinkState
from agent_desk.voicenter.session import Credentials, LoginKind
from tests.helpers.live import FAST, following
from tests.helpers.until import until

SIP = "SIPSIP1"


@pytest.mark.parametrize("engineio", ["3", "4", "both"])
async def test_a_call_comes_through(engineio: str) -> None:
    async with Sandbox(engineio=engineio) as sandbox, following(sandbox) as link:  # type: ignore[arg-type]  # a literal
        call = sandbox.world.ring(SIP, "050-123-4567")
        call.answer()
        call.hang_up()
        await until(lambda: len(link.calls) == 3)
        assert link.calls == [f"{word} {call.ivrid}" for word in ("NEWCALL", "ANSWER", "HANGUP")]
        generation = 4 if engineio == "4" else 3
        assert link.connection.state.protocol == generation
        assert sandbox.connections[0].generation == generation


async def test_connected_is_said_right_before_the_snapshot() -> None:
    async with Sandbox() as sandbox, following(sandbox) as link:
        kinds = [i.state.value if isinstance(i, LinkState) else i.name for i in link.items[:5]]
        assert kinds[0] == "connecting"
        assert kinds[1] == "connected"
        assert "AllExtensionsStatus" in kinds
        state = link.states[1]
        assert (state.server, state.attempt, state.error) == (sandbox.url, 1, None)


async def test_a_missing_greeting_is_no_obstacle() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.has_login_success = False
        async with following(sandbox) as link:
            assert "loginSuccess" not in link.names()
            assert link.connection.state.state is Link.CONNECTED


async def test_arrival_is_stamped() -> None:
    async with Sandbox() as sandbox, following(sandbox) as link:
        first, last = link.received[0], link.received[-1]
        assert first.at.utcoffset() is not None
        assert first.monotonic <= last.monotonic


async def test_nothing_printed_holds_a_number_or_a_token() -> None:
    async with Sandbox() as sandbox, following(sandbox) as link:
        sandbox.world.ring(SIP, "050-123-4567", name="Secret Person")
        await until(lambda: link.calls)
        text = repr(link.items)
        token = sandbox.connections[0].session.token
        assert not [mark for mark in ("1234567", "Secret Person", token) if mark in text]


async def test_a_burst_keeps_its_order() -> None:
    async with Sandbox() as sandbox, following(sandbox) as link:
        for number in range(5000):
            sandbox.world.announce("numbered", {"n": number})
        await until(lambda: link.names()[-1] == "numbered" and len(link.received) >= 5000)
        await until(lambda: link.received[-1].payload == {"n": 4999})
        numbered = [item.payload for item in link.received if item.name == "numbered"]
        assert numbered == [{"n": number} for number in range(5000)]


async def test_resync_brings_fresh_snapshots() -> None:
    async with Sandbox() as sandbox, following(sandbox) as link:
        before = len(link.items)
        link.connection.resync()
        await link.until_event("AllExtensionsStatus", after=before)
        assert ("resync", ({"cache": False},)) in [(e.name, e.args) for e in sandbox.heard]


@pytest.mark.parametrize("name", ["ExtensionsUpdated", "QueuesUpdated", "DialersUpdated"])
async def test_an_edited_configuration_brings_fresh_snapshots(name: str) -> None:
    async with Sandbox() as sandbox, following(sandbox) as link:
        before = len(link.items)
        sandbox.world.announce(name, "7")
        await link.until_event("AllExtensionsStatus", after=before)


async def test_an_unreadable_event_brings_fresh_snapshots() -> None:
    async with Sandbox() as sandbox, following(sandbox) as link:
        before = len(link.items)
        sandbox.send_raw('42["ExtensionEvent",{"data":{"extenUser":"SIPSIP1"}}]')
        await link.until_event("AllExtensionsStatus", after=before)


async def test_a_missing_list_of_extensions_is_asked_for() -> None:
    """``loginStatus`` alone proves the connection, but only the list of extensions ends ghosts."""
    async with Sandbox() as sandbox, following(sandbox) as link:
        assert [i for i in link.received if isinstance(i.event, ExtensionsSnapshot)]


async def test_an_account_feed_can_be_narrowed() -> None:
    account = Credentials(LoginKind.ACCOUNT, "acct", Secret("secret"))
    options = replace(FAST, monitored=(SIP,))
    async with Sandbox() as sandbox, following(sandbox, options, credentials=account) as link:
        await until(lambda: any(e.name == "updateMonitoredExtensions" for e in sandbox.heard))
        sandbox.world.ring("SIPSIP2", "050-123-4567")
        call = sandbox.world.ring(SIP, "050-123-4567")
        await until(lambda: link.calls)
        assert link.calls == [f"NEWCALL {call.ivrid}"]


class TestCredentials:
    async def test_a_wrong_password_ends_the_stream(self) -> None:
        wrong = Credentials(LoginKind.USER, "agent@example.com", Secret("wrong"))
        async with (
            Sandbox() as sandbox,
            following(sandbox, credentials=wrong, is_awaited=False) as link,
        ):
            state = await link.until_state(Link.SIGNED_OUT)
            assert isinstance(state.error, CredentialsError)
            assert state.reason == state.error.message
            await until(lambda: link.is_over)

    @pytest.mark.parametrize("engineio", ["3", "4"])
    async def test_a_refused_token_is_refreshed(self, engineio: str) -> None:
        async with Sandbox(engineio=engineio) as sandbox, following(sandbox) as link:  # type: ignore[arg-type]
            before = len(link.items)
            sandbox.sessions.expire_all()
            await sandbox.drop_connections()
            await link.until_state(Link.CONNECTED, after=before)
            assert link.source.asked == ["current", "refresh"]

    async def test_a_refused_refresh_means_one_full_login(self) -> None:
        async with Sandbox() as sandbox, following(sandbox) as link:
            before = len(link.items)
            sandbox.faults.refresh_status = 401
            sandbox.sessions.expire_all()
            await sandbox.drop_connections()
            await link.until_state(Link.CONNECTED, after=before)
            assert link.source.asked == ["current", "refresh", "login"]

    async def test_a_refused_login_signs_out(self) -> None:
        async with Sandbox() as sandbox, following(sandbox) as link:
            sandbox.faults.refresh_status = 401
            sandbox.faults.login_status = 403
            sandbox.sessions.expire_all()
            await sandbox.drop_connections()
            await link.until_state(Link.SIGNED_OUT)
            await until(lambda: link.is_over)
            assert link.source.asked == ["current", "refresh", "login"]

    async def test_a_login_service_out_of_order_is_waited_for(self) -> None:
        async with Sandbox() as sandbox:
            sandbox.faults.login_status = 500
            async with following(sandbox, is_awaited=False) as link:
                state = await link.until_state(lambda s: s.retry_in_s is not None)
                assert isinstance(state.error, ServiceError)
                sandbox.faults.login_status = None
                await link.until_state(Link.CONNECTED)

    async def test_a_server_that_refuses_good_tokens_is_tried_ever_more_slowly(self) -> None:
        async with Sandbox() as sandbox:
            sandbox.faults.namespace_refusal = "Unauthorized"
            async with following(sandbox, is_awaited=False) as link:
                state = await link.until_state(lambda s: (s.retry_in_s or 0) > 0)
                assert isinstance(state.error, CredentialsError)
                assert state.state is not Link.SIGNED_OUT
                assert link.source.asked[:3] == ["current", "refresh", "login"]
                sandbox.faults.namespace_refusal = None
                await link.until_state(Link.CONNECTED)

    @pytest.mark.parametrize("status", [401, 403])
    async def test_a_refused_handshake_is_a_refused_token(self, status: int) -> None:
        async with Sandbox() as sandbox, following(sandbox) as link:
            before = len(link.items)
            sandbox.faults.handshake_status = status
            await sandbox.drop_connections()
            await until(lambda: "login" in link.source.asked)
            sandbox.faults.handshake_status = None
            await link.until_state(Link.CONNECTED, after=before)

    async def test_an_error_in_the_keepalive_answer_renews_the_token(self) -> None:
        options = replace(FAST, keepalive_idle_s=0.1)
        async with Sandbox() as sandbox, following(sandbox, options) as link:
            sandbox.faults.keepalive_error = 1
            await until(lambda: link.source.asked == ["current", "refresh"])
            sandbox.faults.keepalive_error = None
            await until(lambda: len({c.session.token for c in sandbox.connections}) == 1)


class TestFailOver:
    async def test_a_dead_server_is_left_for_the_next(self) -> None:
        async with Sandbox(monitors=3) as sandbox, following(sandbox) as link:
            before = len(link.items)
            await sandbox.monitors[0].stop()
            state = await link.until_state(Link.CONNECTED, after=before)
            assert state.server == sandbox.monitors[1].url
            lost = link.states[-2]
            assert lost.state is Link.RECONNECTING
            assert isinstance(lost.error, UnreachableError)

    async def test_two_dead_servers_of_three(self) -> None:
        async with Sandbox(monitors=3) as sandbox:
            await sandbox.monitors[0].stop()
            await sandbox.monitors[1].stop()
            async with following(sandbox) as link:
                assert link.connection.state.server == sandbox.monitors[2].url
                assert link.connection.state.attempt == 3

    async def test_the_first_server_is_gone_back_to(self) -> None:
        options = replace(FAST, return_after_s=0.2)
        async with Sandbox(monitors=2) as sandbox, following(sandbox, options) as link:
            before = len(link.items)
            await sandbox.monitors[0].stop()
            await link.until_state(Link.CONNECTED, after=before)
            before = len(link.items)
            await sandbox.monitors[0].start()
            state = await link.until_state(Link.CONNECTED, after=before)
            assert state.server == sandbox.monitors[0].url
            assert [s.state for s in link.states[-2:]] == [Link.CONNECTED, Link.CONNECTED]
            await until(lambda: len(sandbox.connections) == 1)

    async def test_a_cut_connection_is_taken_up_at_once(self) -> None:
        options = replace(FAST, backoff=Backoff(base_s=60))
        async with Sandbox() as sandbox, following(sandbox, options) as link:
            for polite in (True, False):
                before = len(link.items)
                await sandbox.drop_connections(politely=polite)
                await link.until_state(Link.CONNECTED, after=before)

    async def test_a_server_that_drops_every_connection_is_not_hammered(self) -> None:
        async with Sandbox() as sandbox, following(sandbox) as link:
            while not any(state.retry_in_s for state in link.states):
                connections = len([s for s in link.states if s.state is Link.CONNECTED])
                await sandbox.drop_connections()
                await until(
                    lambda seen=connections: (  # type: ignore[misc]  # a bound default
                        link.states[-1].retry_in_s
                        or len([s for s in link.states if s.state is Link.CONNECTED]) > seen
                    )
                )
            assert 3 <= len([s for s in link.states if s.state is Link.CONNECTED]) <= 8

    async def test_try_now_ends_the_waiting(self) -> None:
        options = replace(FAST, backoff=Backoff(base_s=1000, cap_s=10_000))
        async with Sandbox(monitors=2) as sandbox, following(sandbox, options) as link:
            for monitor in sandbox.monitors:
                await monitor.stop()
            await link.until_state(lambda s: (s.retry_in_s or 0) > 0)
            before = len(link.items)
            await sandbox.monitors[0].start()
            await sandbox.monitors[1].start()
            link.connection.try_now()
            await link.until_state(Link.CONNECTED, after=before)

    async def test_many_failures_are_called_offline(self) -> None:
        async with Sandbox(monitors=2) as sandbox, following(sandbox) as link:
            for monitor in sandbox.monitors:
                await monitor.stop()
            await link.until_state(Link.OFFLINE)
            assert link.words == ["connecting", "connected", "reconnecting", "offline"]
            await sandbox.monitors[1].start()
            await link.until_state(Link.CONNECTED, after=len(link.items))


class TestGeneration:
    async def test_what_the_server_proved_is_remembered(self) -> None:
        options = replace(FAST, generations={})
        async with Sandbox(engineio="4") as sandbox, following(sandbox, options):
            assert options.generations == {sandbox.url: 4}

    async def test_a_hint_is_followed_first(self) -> None:
        options = replace(FAST, generations={})
        async with (
            Sandbox(engineio="both") as sandbox,
            following(sandbox, options, client_version="4.8.4"),
        ):
            assert [c.generation for c in sandbox.connections] == [4]


class TestLiveness:
    @pytest.mark.parametrize("engineio", ["3", "4"])
    async def test_a_silent_server_is_found_by_its_pings(self, engineio: str) -> None:
        async with (
            Sandbox(engineio=engineio, ping_interval_s=0.2, ping_timeout_s=0.3) as sandbox,  # type: ignore[arg-type]
            following(sandbox) as link,
        ):
            before = len(link.items)
            sandbox.faults.is_silent = True
            state = await link.until_state(Link.RECONNECTING, after=before, timeout_s=2)
            assert isinstance(state.error, UnreachableError)

    async def test_a_stream_that_stopped_is_found_by_unanswered_questions(self) -> None:
        options = replace(FAST, keepalive_idle_s=0.2, keepalive_answer_s=0.2)
        async with Sandbox(engineio="4") as sandbox, following(sandbox, options) as link:
            await link.until_event("keepaliveResponse")
            before = len(link.items)
            sandbox.faults.is_keepalive_mute = True
            state = await link.until_state(Link.RECONNECTING, after=before, timeout_s=2)
            assert state.reason == "The server has gone silent."

    async def test_a_server_that_never_answered_is_not_called_dead(self) -> None:
        options = replace(FAST, keepalive_idle_s=0.05, keepalive_answer_s=0.05)
        async with Sandbox() as sandbox:
            sandbox.faults.is_keepalive_mute = True
            async with following(sandbox, options) as link:
                await until(lambda: len([e for e in sandbox.heard if e.name == "keepalive"]) > 6)
                assert link.words == ["connecting", "connected"]

    async def test_it_outlives_many_pings(self) -> None:
        async with (
            Sandbox(ping_interval_s=0.1, ping_timeout_s=0.3) as sandbox,
            following(sandbox, replace(FAST, keepalive_idle_s=0.2)) as link,
        ):
            await until(lambda: link.names().count("keepaliveResponse") > 5)
            assert link.words == ["connecting", "connected"]


class TestHostileFrames:
    @pytest.mark.parametrize(
        "frame",
        [
            "",
            "x",
            "42",
            "42[]",
            "42{}",
            "42[5,{}]",
            "42[{}]",
            '42["numbered"',
            "42" + "[" * 100_000,
            '42["numbered",' + "9" * 5000 + "]",
            '451-["ExtensionEvent",{"_placeholder":true,"num":0}]',
            "4999999999999-[]",
            "47[]",
            "43[]",
            "4377[]",
            "40",
            "40[1,2]",
            "4/x,",
            "42/x,[1]",
            "5",
            "6",
            "0{}",
            "9",
        ],
    )
    @pytest.mark.parametrize("engineio", ["3", "4"])
    async def test_a_hostile_frame_stops_nothing(self, frame: str, engineio: str) -> None:
        async with Sandbox(engineio=engineio) as sandbox, following(sandbox) as link:  # type: ignore[arg-type]
            sandbox.send_raw(frame)
            sandbox.world.announce("numbered", {"n": 1})
            item = await link.until_event("numbered")
            assert item.payload == {"n": 1}
            assert link.words == ["connecting", "connected"]

    async def test_dropped_frames_are_counted(self) -> None:
        async with Sandbox() as sandbox, following(sandbox) as link:
            for frame in ("", "42{}", "451-[]"):
                sandbox.send_raw(frame)
            sandbox.world.announce("numbered", {})
            await link.until_event("numbered")
            assert link.connection.dropped == 3
            await sandbox.drop_connections()
            await link.until_state(Link.CONNECTED, after=len(link.items))
            assert link.connection.dropped == 3

    async def test_odd_json_is_handed_on(self) -> None:
        async with Sandbox() as sandbox, following(sandbox) as link:
            sandbox.send_raw(
                '42["ExtensionEvent",{"data":{"extenUser":"SIPSIP1","calls":[{'
                '"ivrid":"1","callername":"\\ud800Dana","callStarted":NaN}]}}, 2, 3]'
            )
            item = await link.until_event("ExtensionEvent")
            assert isinstance(item.event, ExtensionChanged)
            assert item.event.extension.calls[0].name == "Dana"

    async def test_a_large_snapshot_is_no_hostile_frame(self) -> None:
        async with Sandbox() as sandbox, following(sandbox) as link:
            sandbox.send_raw('42["big","' + "x" * 6_000_000 + '"]')
            item = await link.until_event("big")
            assert len(str(item.payload)) == 6_000_000

    async def test_a_frame_that_breaks_every_connection_trips_the_breaker(self) -> None:
        options = replace(FAST, breaker_after=3, breaker_s=50.0)
        frame = '42["big","' + "x" * 17_000_000 + '"]'
        async with Sandbox() as sandbox, following(sandbox, options) as link:
            seen = 0
            while link.connection.state.state is not Link.OFFLINE:
                await until(lambda: sandbox.connections or link.connection.state.retry_in_s)
                if len(link.states) > seen:
                    seen = len(link.states)
                    sandbox.send_raw(frame)
                await until(lambda: len(link.states) > seen)  # noqa: B023 - awaited here
            assert link.connection.state.retry_in_s == 50.0
            assert (
                link.connection.state.reason == "The server sent data that breaks the connection."
            )
            before = len(link.items)
            link.connection.try_now()
            await link.until_state(Link.CONNECTED, after=before)


class TestTokenLife:
    async def test_a_token_is_renewed_in_time_without_a_gap(self) -> None:
        async with Sandbox(token_life_s=1.5) as sandbox, following(sandbox) as link:
            call = sandbox.world.ring(SIP, "050-123-4567")
            await until(lambda: link.source.asked.count("refresh") >= 2)
            call.answer()
            await until(lambda: len(link.calls) == 2)
            assert link.words == ["connecting", "connected"]
            assert link.names().count("AllExtensionsStatus") == 1
            await until(lambda: len(sandbox.connections) == 1)

    async def test_nothing_is_lost_or_doubled_while_sockets_are_swapped(self) -> None:
        async with Sandbox(token_life_s=1.3) as sandbox, following(sandbox) as link:

            def numbers() -> list[object]:
                return [item.payload for item in link.received if item.name == "numbered"]

            sent = 0
            while link.source.asked.count("refresh") < 3:
                sandbox.world.announce("numbered", {"n": sent})
                sent += 1
                await until(lambda: len(numbers()) == sent)  # noqa: B023 - awaited here
            await until(lambda: len(sandbox.connections) == 1)
            assert numbers() == [{"n": number} for number in range(sent)]
            assert link.words == ["connecting", "connected"]

    async def test_nothing_is_lost_or_doubled_under_load(self) -> None:
        async with Sandbox() as sandbox, following(sandbox) as link:
            sent = 0
            for _ in range(10):
                old = sandbox.connections[-1]
                link.connection.try_now()
                while old in sandbox.connections:
                    sandbox.world.announce("numbered", {"n": sent})
                    sent += 1
                    await asyncio.sleep(0)
            await link.until_event("keepaliveResponse")
            await until(lambda: link.names().count("numbered") >= sent)
            numbers = [item.payload for item in link.received if item.name == "numbered"]
            assert numbers == [{"n": number} for number in range(sent)]
            assert link.words == ["connecting", "connected"]

    async def test_nothing_is_lost_or_doubled_where_no_question_is_answered(self) -> None:
        async with Sandbox() as sandbox:
            sandbox.faults.is_keepalive_mute = True
            async with following(sandbox) as link:
                old, sent = sandbox.connections[-1], 0
                link.connection.try_now()
                while old in sandbox.connections:
                    sandbox.world.announce("numbered", {"n": sent})
                    sent += 1
                    await asyncio.sleep(0.001)
                await until(lambda: link.names().count("numbered") >= sent)
                numbers = [item.payload for item in link.received if item.name == "numbered"]
                assert numbers == [{"n": number} for number in range(sent)]
                assert link.words == ["connecting", "connected"]
                await until(lambda: any(event.name == "resync" for event in sandbox.heard))

    async def test_a_refused_renewal_leaves_the_connection_up(self) -> None:
        async with Sandbox(token_life_s=1.3) as sandbox, following(sandbox) as link:
            sandbox.faults.refresh_status = 401
            sandbox.faults.login_status = 401
            state = await link.until_state(lambda s: s.error is not None)
            assert state.state is Link.CONNECTED
            assert isinstance(state.error, CredentialsError)
            call = sandbox.world.ring(SIP, "050-123-4567")
            await until(lambda: link.calls == [f"NEWCALL {call.ivrid}"])
            await sandbox.drop_connections()
            await link.until_state(Link.SIGNED_OUT)

    async def test_a_renewal_that_fails_is_tried_again(self) -> None:
        async with Sandbox(token_life_s=1.5) as sandbox, following(sandbox) as link:
            first = sandbox.connections[0]
            sandbox.faults.refresh_status = 500
            await until(lambda: link.source.asked.count("refresh") >= 2)
            sandbox.faults.refresh_status = None
            await until(lambda: first not in sandbox.connections)
            assert link.words == ["connecting", "connected"]

    async def test_a_pushed_token_is_used_from_then_on(self) -> None:
        options = replace(FAST, keepalive_idle_s=0.1)
        async with Sandbox() as sandbox, following(sandbox, options) as link:
            session = sandbox.sessions.login_token("good-token")
            assert session is not None
            first = sandbox.connections[0]
            sandbox.world.announce("loginResponse", {"Token": session.token})
            await until(lambda: any(e.args == (session.token,) for e in sandbox.heard))
            assert link.source.asked == ["current", "adopt"]
            assert sandbox.connections == (first,)
            await sandbox.drop_connections()
            await until(lambda: sandbox.connections and sandbox.connections[0] is not first)
            assert sandbox.connections[0].session is session
            assert "refresh" not in link.source.asked


class TestTakeOver:
    async def test_try_now_replaces_a_dead_connection(self) -> None:
        """The server's answers are swallowed, as after a sleep: the new connection tells all."""
        async with Sandbox() as sandbox, following(sandbox) as link:
            first = sandbox.connections[0]
            before = len(link.items)
            link.connection.try_now()
            await until(lambda: sandbox.connections and first not in sandbox.connections)
            call = sandbox.world.ring(SIP, "050-123-4567")
            await until(lambda: link.calls == [f"NEWCALL {call.ivrid}"])
            assert link.words == ["connecting", "connected"]
            assert not [i for i in link.items[before:] if isinstance(i, LinkState)]

    async def test_an_old_connection_that_does_not_answer_is_not_waited_for(self) -> None:
        async with Sandbox() as sandbox:
            sandbox.faults.is_keepalive_mute = True
            async with following(sandbox) as link:
                before = len(link.items)
                link.connection.try_now()
                await link.until_state(Link.CONNECTED, after=before)
                await link.until_event("AllExtensionsStatus", after=before)
                await until(lambda: len(sandbox.connections) == 1)


async def test_calls_in_progress_are_there_after_a_reconnect() -> None:
    async with Sandbox() as sandbox, following(sandbox) as link:
        call = sandbox.world.ring(SIP, "050-123-4567")
        await until(lambda: link.calls)
        before = len(link.items)
        await sandbox.drop_connections()
        call.answer()
        item = await link.until_event("AllExtensionsStatus", after=before)
        assert isinstance(item.event, ExtensionsSnapshot)
        own = next(e for e in item.event.extensions if e.sip == SIP)
        assert [c.call_id for c in own.calls] == [call.ivrid]
        assert not [
            i
            for i in link.received
            if isinstance(i.event, ExtensionChanged) and i.event.reason is ExtensionReason.ANSWER
        ]


class JumpingClock(SystemClock):
    """The machine's clocks, of which the wall clock can be set."""

    jump = timedelta(0)

    def now(self) -> datetime:
        return super().now() + self.jump


@pytest.mark.parametrize("hours", [3, -3])
async def test_after_a_sleep_or_a_set_clock_the_connection_is_made_anew(hours: int) -> None:
    clock = JumpingClock()
    async with Sandbox() as sandbox, following(sandbox, clock=clock) as link:
        first = sandbox.connections[0]
        clock.jump = timedelta(hours=hours)
        await until(lambda: first not in sandbox.connections)
        assert link.words == ["connecting", "connected"]


async def test_it_is_iterated_once() -> None:
    async with Sandbox() as sandbox, following(sandbox) as link:
        with pytest.raises(RuntimeError):
            link.connection.items()


async def test_time_outs_bound_every_step() -> None:
    dial = DialOptions(connect_s=0.2, open_s=0.2, namespace_s=0.2)
    options = replace(FAST, dial=dial, snapshot_s=0.2)
    async with Sandbox() as sandbox:
        sandbox.faults.is_silent = True
        async with following(sandbox, options, is_awaited=False) as link:
            state = await link.until_state(lambda s: s.error is not None)
            assert isinstance(state.error, UnreachableError)
            assert state.reason == "The server did not answer in time."
            sandbox.faults.is_silent = False
            await link.until_state(Link.CONNECTED)
