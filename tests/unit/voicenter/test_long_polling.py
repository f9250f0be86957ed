"""Engine.IO 4 without websockets, as in networks that let none through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.sandbox import Sandbox
from agent_desk.voicenter.errors import (
    ContractError,
    CredentialsError,
    ServiceError,
    UnreachableError,
    VoicenterError,
)
from agent_desk.voicenter.monitor_socket import DialOptions, MonitorSocket
from tests.helpers.http_server import Canned, serving
from tests.helpers.live import FAST, following
from tests.helpers.until import until

SIP = "SIPSIP1"
OPEN = '0{"sid":"s1","upgrades":[],"pingInterval":1000,"pingTimeout":1000}'


@pytest.mark.parametrize("status", [400, 401, 403, 404, 500, 503, 200])
async def test_a_call_comes_through_although_websockets_are_refused(status: int) -> None:
    async with Sandbox(engineio="4") as sandbox:
        sandbox.faults.websocket_status = status
        async with following(sandbox) as link:
            state = link.connection.state
            assert (state.state, state.protocol, state.transport) == (Link.CONNECTED, 4, "polling")
            call = sandbox.world.ring(SIP, "050-123-4567")
            call.answer()
            call.hang_up()
            await until(lambda: len(link.calls) == 3)
            words = ("NEWCALL", "ANSWER", "HANGUP")
            assert link.calls == [f"{word} {call.ivrid}" for word in words]


async def test_with_a_websocket_nothing_is_polled() -> None:
    async with Sandbox() as sandbox, following(sandbox) as link:
        assert link.connection.state.transport == "websocket"


async def test_a_burst_keeps_its_order() -> None:
    async with Sandbox(engineio="4") as sandbox:
        sandbox.faults.websocket_status = 503
        async with following(sandbox) as link:
            for number in range(500):
                sandbox.world.announce("numbered", {"n": number})
            await until(lambda: link.names().count("numbered") == 500)
            numbered = [item.payload for item in link.received if item.name == "numbered"]
            assert numbered == [{"n": number} for number in range(500)]
            assert link.words == ["connecting", "connected"]


async def test_websockets_are_tried_again_later() -> None:
    options = replace(FAST, return_after_s=0.3)
    async with Sandbox(engineio="4") as sandbox:
        sandbox.faults.websocket_status = 503
        async with following(sandbox, options) as link:
            first = sandbox.connections[0]
            await until(lambda: sandbox.connections and first not in sandbox.connections)
            sandbox.faults.websocket_status = None
            await until(lambda: link.connection.state.transport == "websocket")
            call = sandbox.world.ring(SIP, "050-123-4567")
            await until(lambda: link.calls == [f"NEWCALL {call.ivrid}"])
            assert link.words == ["connecting", "connected"]
            await until(lambda: len(sandbox.connections) == 1)


async def test_what_the_network_refuses_is_remembered() -> None:
    async with Sandbox(engineio="4") as sandbox:
        sandbox.faults.websocket_status = 503
        async with following(sandbox) as link:
            sandbox.faults.websocket_status = None
            before = len(link.items)
            await sandbox.drop_connections()
            state = await link.until_state(Link.CONNECTED, after=before)
            assert state.transport == "polling"


async def test_a_server_of_generation_3_cannot_be_polled() -> None:
    async with Sandbox(engineio="3") as sandbox:
        sandbox.faults.websocket_status = 503
        async with following(sandbox, is_awaited=False) as link:
            state = await link.until_state(lambda s: s.error is not None)
            assert type(state.error) is ServiceError
            sandbox.faults.websocket_status = None
            await link.until_state(Link.CONNECTED)


async def test_a_token_that_is_refused_is_renewed() -> None:
    async with Sandbox(engineio="4") as sandbox:
        sandbox.faults.websocket_status = 503
        async with following(sandbox) as link:
            before = len(link.items)
            sandbox.sessions.expire_all()
            await sandbox.drop_connections()
            await link.until_state(Link.CONNECTED, after=before)
            assert link.source.asked == ["current", "refresh"]


async def test_a_refused_websocket_does_not_hide_that_the_token_is_refused() -> None:
    options = replace(FAST, return_after_s=0.01)  # what is known of the network is soon forgotten
    async with Sandbox(engineio="4") as sandbox:
        sandbox.faults.websocket_status = 503
        async with following(sandbox, options) as link:
            before = len(link.items)
            sandbox.sessions.expire_all()
            await sandbox.drop_connections()
            await link.until_state(Link.CONNECTED, after=before)
            assert "refresh" in link.source.asked


async def test_a_token_is_renewed_in_time_without_a_gap() -> None:
    async with Sandbox(engineio="4", token_life_s=1.3) as sandbox:
        sandbox.faults.websocket_status = 503
        async with following(sandbox) as link:
            sent = 0
            while link.source.asked.count("refresh") < 2:
                sandbox.world.announce("numbered", {"n": sent})
                sent += 1
                await until(lambda: link.names().count("numbered") == sent)  # noqa: B023
            assert link.words == ["connecting", "connected"]


async def test_a_silent_server_is_found() -> None:
    options = replace(FAST, keepalive_idle_s=0.2, keepalive_answer_s=0.2)
    async with Sandbox(engineio="4") as sandbox:
        sandbox.faults.websocket_status = 503
        async with following(sandbox, options) as link:
            await link.until_event("keepaliveResponse")
            before = len(link.items)
            sandbox.faults.is_silent = True
            state = await link.until_state(Link.RECONNECTING, after=before, timeout_s=2)
            assert isinstance(state.error, UnreachableError)
            sandbox.faults.is_silent = False
            await link.until_state(Link.CONNECTED, after=len(link.items))


@pytest.mark.parametrize(
    "frame",
    ["x", "42{}", '42["numbered"', "42" + "[" * 100_000, "47[]", "6", "5", "9", "b4AAA="],
)
async def test_a_hostile_packet_stops_nothing(frame: str) -> None:
    async with serving(
        Canned(OPEN), Canned(f'40{{"sid":"a"}}\x1e{frame}\x1e42["numbered",{{"n":1}}]')
    ) as server:
        names: list[str] = []
        link = MonitorSocket(server.url, 4, lambda n, _: names.append(n), DialOptions(), "polling")
        await link.open(Secret("t"))
        await until(lambda: "numbered" in names)
        assert not link.lost.done()
        await link.aclose()


class TestFailure:
    async def failure(self, *answers: Canned) -> VoicenterError:
        async with serving(*answers) as server:
            options = DialOptions(connect_s=1, open_s=1, namespace_s=1)
            link = MonitorSocket(server.url, 4, lambda _n, _p: None, options, "polling")
            try:
                with pytest.raises(VoicenterError) as caught:
                    await link.open(Secret("t"))
            finally:
                await link.aclose()
            return caught.value

    @pytest.mark.parametrize(
        "answer",
        [
            Canned(""),
            Canned("<html>"),
            Canned('0{"sid":5}'),
            Canned('96:0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":60000}2:40'),
            Canned(OPEN, status=302, headers={"Location": "/login"}),
            Canned(OPEN, headers={"Content-Encoding": "br"}),
            Canned("0" + "x" * 17_000_000),
        ],
        ids=range(7),
    )
    async def test_an_answer_that_is_none(self, answer: Canned) -> None:
        assert isinstance(await self.failure(answer), ContractError)

    @pytest.mark.parametrize(
        ("status", "kind"), [(401, CredentialsError), (500, ServiceError), (400, ContractError)]
    )
    async def test_a_refusal(self, status: int, kind: type[VoicenterError]) -> None:
        assert isinstance(await self.failure(Canned("{}", status=status)), kind)

    async def test_a_session_that_the_server_forgot(self) -> None:
        error = await self.failure(Canned(OPEN), Canned("{}", status=400))
        assert error.message == "The server ended the connection."

    async def test_a_namespace_that_does_not_open(self) -> None:
        error = await self.failure(Canned(OPEN), Canned("6"))
        assert error.message == "The server did not answer in time."

    async def test_nothing_comes(self) -> None:
        error = await self.failure(Canned(OPEN, is_silent=True))
        assert error.message == "The server did not answer in time."

    async def test_a_name_space_that_is_refused(self) -> None:
        async with Sandbox(engineio="4") as sandbox:
            link = MonitorSocket(sandbox.url, 4, lambda _n, _p: None, DialOptions(), "polling")
            with pytest.raises(CredentialsError):
                await link.open(Secret("wrong"))
            await link.aclose()


async def test_the_server_is_told_of_the_parting() -> None:
    async with Sandbox(engineio="4") as sandbox:
        sandbox.faults.websocket_status = 503
        async with following(sandbox):
            assert len(sandbox.connections) == 1
        await sandbox.wait_connected(0)
