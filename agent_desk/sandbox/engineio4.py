"""Engine.IO 4 (websocket and polling) by python-socketio's own server."""

from __future__ import annotations

import asyncio
import math
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qs

import engineio
import socketio
from aiohttp import web
from engineio.async_drivers import aiohttp as driver
from engineio.packet import NOOP, Packet
from socketio.exceptions import ConnectionRefusedError as RefusedError

from agent_desk.core.tasks import TaskScope
from agent_desk.sandbox.sockets import Connection

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from agent_desk.sandbox.faults import Faults
    from agent_desk.sandbox.sessions import Session
    from agent_desk.sandbox.sockets import SocketHub
    from agent_desk.sandbox.wire import Json, WireEvent

T = TypeVar("T")

_SILENCE_S = 0.05
_MONITOR = web.RequestKey("sandbox.monitor", int)
_SOCKET = "sandbox.socket"


class _WebSocket(driver.WebSocket):  # type: ignore[misc] # the library has no types
    """The library's websocket, which can fall silent, be cut, and be reached for raw frames."""

    async def __call__(self, environ: dict[str, Any]) -> web.WebSocketResponse:
        # A client that comes from polling names its session; the others are found by environ.
        session = parse_qs(environ["QUERY_STRING"]).get("sid")
        (self.server.upgraded if session else environ)[session[0] if session else _SOCKET] = self
        self._request: web.Request = environ["aiohttp.request"]
        response: web.WebSocketResponse = await super().__call__(environ)
        return response

    async def close(self) -> None:
        """Part; a silent server does not even do that and waits until the client has left."""
        while self.server.faults.is_silent and not self._sock.closed:
            await self._sock.receive()
        await super().close()

    def abort(self) -> None:
        """Reset the TCP connection."""
        if self._request.transport is not None:
            self._request.transport.abort()

    async def send(self, message: str | bytes) -> None:
        if not self.server.faults.is_silent:
            await super().send(message)


class _EngineServer(engineio.AsyncServer):  # type: ignore[misc] # the library has no types
    """The library's server with its background tasks in a scope, so that none outlives a stop."""

    def __init__(self, *, scope: TaskScope, faults: Faults, **options: object) -> None:
        super().__init__(**options)
        self.scope = scope
        self.faults = faults
        self.upgraded: dict[str, _WebSocket] = {}
        self._async: dict[str, Any] = {**self._async, "websocket": _WebSocket}

    def start_background_task(
        self, target: Callable[..., Coroutine[Any, Any, T]], *args: object, **kwargs: object
    ) -> asyncio.Task[T]:
        """Start ``target`` in the scope."""
        return self.scope.start(target(*args, **kwargs), name="engineio")


class _SocketServer(socketio.AsyncServer):  # type: ignore[misc] # the library has no types
    def _engineio_server_class(self) -> type[_EngineServer]:
        return _EngineServer

    async def _handle_eio_disconnect(self, eio_sid: str, reason: str) -> None:
        # WORKAROUND https://github.com/socketio/engine.io/pull/291: a client that parts waits for
        # the answer to its pending poll; python-engineio lets it hang until the ping times out.
        # Remove when the library answers it as the JavaScript server does.
        self.eio.upgraded.pop(eio_sid, None)
        socket = self.eio.sockets.get(eio_sid)
        if socket is not None and not socket.upgraded:
            socket.queue.put_nowait(Packet(NOOP))
        await super()._handle_eio_disconnect(eio_sid, reason)


class EngineIo4:
    """Answers the requests of generation 4 clients; ping times are seconds."""

    def __init__(self, hub: SocketHub, ping_interval_s: float, ping_timeout_s: float) -> None:
        self._hub = hub
        self._scope = TaskScope("sandbox.engineio4")
        self._connections: dict[str, EngineIo4Connection] = {}
        self._server = _SocketServer(
            async_mode="aiohttp",
            async_handlers=False,
            cors_allowed_origins="*",
            monitor_clients=False,
            # The library announces whole seconds and rounds down; the second figure is added.
            ping_interval=(ping_interval_s, math.ceil(ping_interval_s) - ping_interval_s),
            ping_timeout=ping_timeout_s,
            scope=self._scope,
            faults=hub.faults,
        )
        self._server.on("connect", self._on_connect)
        self._server.on("disconnect", self._on_disconnect)
        self._server.on("*", self._on_event)

    async def handle(self, request: web.Request, monitor: int) -> web.StreamResponse:
        """One request: handshake, poll, post or a whole websocket."""
        request[_MONITOR] = monitor
        response: web.StreamResponse = await self._server.handle_request(request)
        is_poll = not isinstance(response, web.WebSocketResponse)
        while is_poll and self._hub.faults.is_silent:  # noqa: ASYNC110 - nothing tells of its end
            await asyncio.sleep(_SILENCE_S)
        return response

    async def aclose(self) -> None:
        """Answer the polls of clients that have left, and cancel what the library left running."""
        for socket in self._server.eio.sockets.values():
            if not socket.upgraded:
                socket.queue.put_nowait(Packet(NOOP))
        await self._scope.aclose()

    def _on_connect(self, sid: str, environ: dict[str, Any], auth: object) -> None:
        query = parse_qs(environ["QUERY_STRING"])
        token = query.get("token", [""])[0]
        if isinstance(auth, dict):
            token = str(auth.get("token", token))
        session = self._hub.admit(token)
        refusal = self._hub.faults.namespace_refusal
        if session is None or refusal is not None:
            raise RefusedError(refusal or "Unauthorized")
        connection = EngineIo4Connection(environ, session, self._server, self._scope, sid)
        self._connections[sid] = connection
        self._hub.opened(connection)
        # The first write comes after the library's CONNECT packet, which it queues without
        # giving way to another task.
        self._scope.start(connection.write(), name="writer")

    def _on_disconnect(self, sid: str, _reason: str) -> None:
        connection = self._connections.pop(sid, None)
        if connection is not None:
            connection.finish()
            self._hub.closed(connection)

    def _on_event(self, name: str, sid: str, *args: object) -> Json | None:
        connection = self._connections.get(sid)
        return None if connection is None else self._hub.on_event(connection, name, args)


class EngineIo4Connection(Connection):
    """A generation 4 client."""

    generation = 4

    def __init__(
        self,
        environ: dict[str, Any],
        session: Session,
        server: _SocketServer,
        scope: TaskScope,
        sid: str,
    ) -> None:
        request: web.Request = environ["aiohttp.request"]
        super().__init__(request, session, request[_MONITOR])
        self._server = server
        self._scope = scope
        self._sid = sid
        self._eio_sid: str = server.manager.eio_sid_from_sid(sid, "/")
        self._environ = environ
        self._outbox: asyncio.Queue[WireEvent | str | None] = asyncio.Queue()

    async def write(self) -> None:
        """Send what is queued, in order, until the client is gone."""
        while (item := await self._outbox.get()) is not None:
            if isinstance(item, str):
                await self._write_raw(item)
            else:
                await self._server.emit(item.name, item.payload, to=self._sid)

    def finish(self) -> None:
        """Let ``write`` end."""
        self._outbox.put_nowait(None)

    def send(self, event: WireEvent) -> None:
        """Queue ``event``."""
        self._outbox.put_nowait(event)

    def send_raw(self, frame: str) -> None:
        """Queue a whole frame."""
        self._outbox.put_nowait(frame)

    async def close(self) -> None:
        """Send ``41`` and close."""
        await self._server.disconnect(self._sid)

    def abort(self) -> None:
        """Reset the TCP connection; a polling client, which keeps none, is sent away."""
        socket = self._socket()
        if socket is not None:
            socket.abort()
        else:
            self._scope.start(self.close(), name="close")

    async def _write_raw(self, frame: str) -> None:
        socket = self._socket()
        if socket is not None:
            await socket.send(frame)
        else:
            packet = Packet(int(frame[0]), data=frame[1:])
            await self._server.eio.send_packet(self._eio_sid, packet)

    def _socket(self) -> _WebSocket | None:
        upgraded: _WebSocket | None = self._server.eio.upgraded.get(self._eio_sid)
        return upgraded or self._environ.get(_SOCKET)
