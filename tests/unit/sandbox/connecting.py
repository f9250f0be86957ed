"""Connecting to a sandbox: generation 3 frame by frame, generation 4 by python-socketio."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import socketio

from tests.helpers.fixtures import load
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from agent_desk.sandbox import Sandbox

SNAPSHOTS = [
    "loginSuccess",
    "loginStatus",
    "AllExtensionsStatus",
    "AllDialersStatus",
    "AllUsersStatus",
]


class Client3:
    """A bare generation 3 client: frames as they come."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, token: str) -> None:
        self.socket = socket
        self.token = token

    async def frame(self) -> str:
        return await self.socket.receive_str(timeout=5)

    async def event(self) -> tuple[str, Any]:
        frame = await self.frame()
        assert frame.startswith("42"), frame
        name, *args = json.loads(frame[2:])
        return name, args[0] if args else None

    async def events(self, count: int) -> list[str]:
        return [(await self.event())[0] for _ in range(count)]

    async def send(self, name: str, *args: object) -> None:
        await self.socket.send_str("42" + json.dumps([name, *args]))

    async def is_closed(self) -> bool:
        """Whether the next thing that happens is the end of the connection."""
        return (await self.socket.receive(timeout=5)).type in {
            aiohttp.WSMsgType.CLOSE,
            aiohttp.WSMsgType.CLOSED,
            aiohttp.WSMsgType.ERROR,
        }


def signed_in(sandbox: Sandbox, kind: str) -> str:
    """A socket token for that kind of login."""
    ours = sandbox.credentials
    session = {
        "user": lambda: sandbox.sessions.login_user(ours.email, ours.password),
        "account": lambda: sandbox.sessions.login_account(ours.account, ours.password),
        "token": lambda: sandbox.sessions.login_token(ours.token),
    }[kind]()
    assert session is not None
    return session.token


@asynccontextmanager
async def client3(
    sandbox: Sandbox, *, kind: str = "user", token: str | None = None, monitor: int = 0
) -> AsyncIterator[Client3]:
    """Connect and take the open packet."""
    token = signed_in(sandbox, kind) if token is None else token
    url = f"{sandbox.monitors[monitor].url}/socket.io/?EIO=3&transport=websocket&token={token}"
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
        client = Client3(socket, token)
        assert keys_of_open(await client.frame()) == set(load("realtime/engineio_open"))
        yield client


def keys_of_open(frame: str) -> set[str]:
    assert frame[0] == "0"
    return set(json.loads(frame[1:]))


@asynccontextmanager
async def connected3(sandbox: Sandbox, **more: Any) -> AsyncIterator[Client3]:  # noqa: ANN401
    """Connect and take everything up to the last snapshot."""
    async with client3(sandbox, **more) as client:
        assert await client.frame() == "40"
        assert await client.events(5) == SNAPSHOTS
        yield client


class Client4:
    """python-socketio's own client with what it heard."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, Any]] = []
        self.io = socketio.AsyncClient(reconnection=False)
        self.io.on("*", lambda name, payload=None: self.heard.append((name, payload)))

    def names(self) -> list[str]:
        return [name for name, _ in self.heard]

    async def heard_count(self, count: int) -> list[str]:
        await until(lambda: len(self.heard) >= count, what=f"{count} events")
        return self.names()


@asynccontextmanager
async def connected4(
    sandbox: Sandbox, transports: list[str] | None = None
) -> AsyncIterator[Client4]:
    client = Client4()
    url = f"{sandbox.url}?token={signed_in(sandbox, 'user')}"
    await client.io.connect(url, transports=transports or ["websocket"])
    try:
        assert await client.heard_count(5) == SNAPSHOTS
        yield client
    finally:
        await client.io.disconnect()
        # Where the server parts first, the library's own tasks end a moment later.
        await until(lambda: not _library_tasks(), what="the client's end")


def _library_tasks() -> list[asyncio.Task[object]]:
    return [task for task in asyncio.all_tasks() if "AsyncClient." in str(task.get_coro())]
