"""The live connection against the Socket.IO servers that Voicenter's monitors are made of."""

from __future__ import annotations

import asyncio
import json
import signal
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.voicenter.backoff import Backoff
from agent_desk.voicenter.dialing import (
    LONG_POLLING,
    WEBSOCKET,
    TokenRefusedError,
    WrongGenerationError,
)
from agent_desk.voicenter.errors import ContractError, UnreachableError
from agent_desk.voicenter.monitor_socket import DialOptions, MonitorSocket
from agent_desk.voicenter.realtime import (
    LinkState,
    RealtimeConnection,
    RealtimeOptions,
    Received,
)
from agent_desk.voicenter.session import Session
from tests.helpers.until import undisturbed, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SCRIPT = Path(__file__).parent / "js" / "server_monitor.js"
GENERATIONS = {"socket.io-1": 3, "socket.io-2": 3, "socket.io-4": 4}
PING_INTERVAL_MS = 300
PING_TIMEOUT_MS = 600
TOKEN = "t=1&u"

every_server = pytest.mark.parametrize("package", GENERATIONS)


@dataclass
class NodeServer:
    """A running server; ``silence`` stops the process without closing anything."""

    process: asyncio.subprocess.Process
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def silence(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    async def stop(self) -> None:
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()


@asynccontextmanager
async def running(
    node: str, package: str, port: int = 0, ping_interval_ms: int = PING_INTERVAL_MS
) -> AsyncIterator[NodeServer]:
    process = await asyncio.create_subprocess_exec(
        node,
        str(SCRIPT),
        package,
        str(port),
        str(ping_interval_ms),
        str(PING_TIMEOUT_MS),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    server = NodeServer(process, json.loads(await process.stdout.readline())["port"])
    try:
        yield server
    finally:
        await server.stop()


@dataclass
class Heard:
    """A bare connection and everything it was told."""

    socket: MonitorSocket
    events: list[tuple[str, Any]] = field(default_factory=list)

    async def event(self, name: str) -> Any:  # noqa: ANN401 - any JSON
        """The payload of the latest ``name``, waited for."""
        await until(lambda: name in [event for event, _ in self.events], what=name)
        return next(payload for event, payload in reversed(self.events) if event == name)


@asynccontextmanager
async def heard(
    server: NodeServer, protocol: int, token: str = TOKEN, transport: str = WEBSOCKET
) -> AsyncIterator[Heard]:
    events: list[tuple[str, Any]] = []
    options = DialOptions(namespace_s=3)
    socket = MonitorSocket(
        server.url, protocol, lambda *event: events.append(event), options, transport
    )
    try:
        await socket.open(Secret(token))
        yield Heard(socket, events)
    finally:
        await socket.aclose()


@every_server
async def test_it_connects_with_the_token_in_the_query(node: str, package: str) -> None:
    async with running(node, package) as server, heard(server, GENERATIONS[package]) as link:
        assert await link.event("hello") == {"token": TOKEN}


@every_server
async def test_events_come_in_order(node: str, package: str) -> None:
    async with running(node, package) as server, heard(server, GENERATIONS[package]) as link:
        await link.socket.emit("burst", 2000)
        await until(lambda: link.events[-1:] == [("numbered", {"n": 1999})])
        numbers = [payload["n"] for name, payload in link.events if name == "numbered"]
        assert numbers == list(range(2000))
        assert link.socket.dropped == 0


@every_server
async def test_a_keepalive_is_answered(node: str, package: str) -> None:
    async with running(node, package) as server, heard(server, GENERATIONS[package]) as link:
        await link.socket.emit("keepalive", TOKEN)
        assert (await link.event("keepaliveResponse"))["isOK"] is True


@every_server
async def test_a_question_is_acknowledged(node: str, package: str) -> None:
    async with running(node, package) as server, heard(server, GENERATIONS[package]) as link:
        await link.socket.emit("ask me")
        assert await link.event("answered") == {"answer": []}


async def outlive_pings(node: str, package: str, protocol: int, transport: str) -> None:
    """Six of them; without an answer the server cuts the connection after three, in 0.9 s."""
    async with running(node, package) as server, heard(server, protocol, TOKEN, transport) as link:
        pings = 0
        while pings < 6:
            link.events.clear()
            await link.socket.emit("count pings")
            await until(lambda: link.events or link.socket.lost.done())
            assert not link.socket.lost.done()
            pings = await link.event("pings")


@every_server
async def test_it_outlives_many_pings(node: str, package: str) -> None:
    await undisturbed(
        lambda: outlive_pings(node, package, GENERATIONS[package], WEBSOCKET),
        PING_TIMEOUT_MS / 1000,
    )


@every_server
async def test_a_silent_server_is_found(node: str, package: str) -> None:
    async with running(node, package) as server, heard(server, GENERATIONS[package]) as link:
        await link.event("hello")
        server.silence()
        started = asyncio.get_running_loop().time()
        error = await asyncio.wait_for(link.socket.lost, 5)
        assert isinstance(error, UnreachableError)
        assert "silent" in error.message
        limit_s = (PING_INTERVAL_MS + PING_TIMEOUT_MS) / 1000
        assert asyncio.get_running_loop().time() - started < limit_s + 0.5


@every_server
async def test_a_silent_server_is_found_whatever_pings_it_asks_for(node: str, package: str) -> None:
    """A minute between pings is Voicenter's own; the websocket's heartbeat does not wait for it."""
    events: list[str] = []
    async with running(node, package, ping_interval_ms=60_000) as server:
        options = DialOptions(heartbeat_s=0.4)
        socket = MonitorSocket(
            server.url, GENERATIONS[package], lambda name, _: events.append(name), options
        )
        await socket.open(Secret(TOKEN))
        await until(lambda: "hello" in events)
        server.silence()
        assert isinstance(await asyncio.wait_for(socket.lost, 5), UnreachableError)
        await socket.aclose()


@every_server
@pytest.mark.parametrize("word", ["part", "cut"])
async def test_a_parting_server_is_noticed(node: str, package: str, word: str) -> None:
    async with running(node, package) as server, heard(server, GENERATIONS[package]) as link:
        await link.socket.emit(word)
        error = await asyncio.wait_for(link.socket.lost, 3)
        assert error.message == "The server ended the connection."


@every_server
async def test_a_refused_token_is_told_apart(node: str, package: str) -> None:
    async with running(node, package) as server:
        with pytest.raises(TokenRefusedError):
            async with heard(server, GENERATIONS[package], token="bad-token"):
                pass


@every_server
async def test_the_wrong_generation_is_told_apart(node: str, package: str) -> None:
    async with running(node, package) as server:
        with pytest.raises(WrongGenerationError):
            async with heard(server, 7 - GENERATIONS[package]):
                pass


class OneSession:
    """A sign-in that never changes."""

    def __init__(self, url: str, client_version: str) -> None:
        self._session = Session(Secret("token"), (url,), client_version=client_version)

    async def current(self) -> Session:
        return self._session

    async def renew(self, *, relogin: bool) -> Session:
        raise AssertionError(relogin)

    def adopt(self, session: Session) -> None:
        raise AssertionError(session)


@every_server
@pytest.mark.parametrize("hint", ["", "2.4.0", "4.8.4"])
async def test_the_generation_is_found_whatever_the_login_says(
    node: str, package: str, hint: str
) -> None:
    options = RealtimeOptions(backoff=Backoff(scale=0.2))
    async with running(node, package) as server:
        source = OneSession(server.url, hint)
        async with RealtimeConnection(source, options=options) as connection:
            said: list[str] = []
            async for item in connection.items():
                said.append(item.state.value if isinstance(item, LinkState) else item.name)
                if said[-1] == "AllExtensionsStatus":
                    break
        state = connection.state
        assert (state.state, state.protocol) == (Link.CONNECTED, GENERATIONS[package])
        assert said == [
            "connecting", "connected", "hello", "loginSuccess", "loginStatus", "AllExtensionsStatus"
        ]  # fmt: skip
        assert options.generations == {server.url: GENERATIONS[package]}


@every_server
async def test_a_killed_server_is_found_again_on_its_port(node: str, package: str) -> None:
    options = RealtimeOptions(backoff=Backoff(scale=0.2))
    async with running(node, package) as first:
        source = OneSession(first.url, "")
        async with RealtimeConnection(source, options=options) as connection:
            items = connection.items()
            async for item in items:
                if isinstance(item, Received):
                    break
            await first.stop()
            async for item in items:
                if isinstance(item, LinkState) and item.retry_in_s:
                    break
            assert connection.state.state is Link.RECONNECTING
            assert connection.state.reason == "Voicenter cannot be reached."
            async with running(node, package, first.port):
                async for item in items:
                    if isinstance(item, LinkState) and item.state is Link.CONNECTED:
                        break
                assert connection.state.protocol == GENERATIONS[package]


class TestLongPolling:
    """Generation 4 without a websocket."""

    PACKAGE = "socket.io-4"

    async def test_events_come_in_order_and_questions_are_answered(self, node: str) -> None:
        async with (
            running(node, self.PACKAGE) as server,
            heard(server, 4, transport=LONG_POLLING) as link,
        ):
            assert await link.event("hello") == {"token": TOKEN}
            await link.socket.emit("burst", 2000)
            await until(lambda: link.events[-1:] == [("numbered", {"n": 1999})])
            numbers = [payload["n"] for name, payload in link.events if name == "numbered"]
            assert numbers == list(range(2000))
            await link.socket.emit("keepalive", TOKEN)
            assert (await link.event("keepaliveResponse"))["isOK"] is True
            await link.socket.emit("ask me")
            assert await link.event("answered") == {"answer": []}
            assert link.socket.dropped == 0

    async def test_it_outlives_many_pings(self, node: str) -> None:
        await undisturbed(
            lambda: outlive_pings(node, self.PACKAGE, 4, LONG_POLLING), PING_TIMEOUT_MS / 1000
        )

    @pytest.mark.parametrize("word", ["part", "cut"])
    async def test_a_parting_server_is_noticed(self, node: str, word: str) -> None:
        async with (
            running(node, self.PACKAGE) as server,
            heard(server, 4, transport=LONG_POLLING) as link,
        ):
            await link.socket.emit(word)
            error = await asyncio.wait_for(link.socket.lost, 5)
            assert isinstance(error, UnreachableError)

    async def test_a_silent_server_is_found(self, node: str) -> None:
        async with (
            running(node, self.PACKAGE) as server,
            heard(server, 4, transport=LONG_POLLING) as link,
        ):
            await link.event("hello")
            server.silence()
            error = await asyncio.wait_for(link.socket.lost, 8)
            assert "silent" in error.message or "in time" in error.message

    async def test_a_refused_token_is_told_apart(self, node: str) -> None:
        async with running(node, self.PACKAGE) as server:
            with pytest.raises(TokenRefusedError):
                async with heard(server, 4, token="bad-token", transport=LONG_POLLING):
                    pass

    @pytest.mark.parametrize("package", ["socket.io-1", "socket.io-2"])
    async def test_an_older_server_cannot_be_polled(self, node: str, package: str) -> None:
        async with running(node, package) as server:
            with pytest.raises(ContractError):
                async with heard(server, 4, transport=LONG_POLLING):
                    pass
