"""Engine.IO 3 over websocket, the generation Voicenter's monitors speak, frame by frame.

python-socketio's server knows only generation 4. Polling is refused, as Voicenter offers none.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from typing import TYPE_CHECKING, Any, Final

from aiohttp import WSMsgType, web

from agent_desk.sandbox.sockets import Connection
from agent_desk.sandbox.wire import dump

if TYPE_CHECKING:
    from agent_desk.sandbox.sessions import Session
    from agent_desk.sandbox.sockets import SocketHub
    from agent_desk.sandbox.wire import WireEvent

OPEN: Final = "0"
CLOSE: Final = "1"
PING: Final = "2"
PONG: Final = "3"
CONNECTED: Final = "40"
DISCONNECT: Final = "41"
EVENT: Final = "42"
ACK: Final = "43"
REFUSED: Final = "44"

TRANSPORT_UNKNOWN: Final = {"code": 0, "message": "Transport unknown"}


class EngineIo3:
    """Answers the requests of generation 3 clients; ping times are seconds."""

    def __init__(self, hub: SocketHub, ping_interval_s: float, ping_timeout_s: float) -> None:
        self._hub = hub
        self._ping_interval_s = ping_interval_s
        self._ping_timeout_s = ping_timeout_s
        self._guests: set[web.WebSocketResponse] = set()

    async def handle(self, request: web.Request, monitor: int) -> web.StreamResponse:
        """One client from handshake to parting."""
        if request.query.get("transport") != "websocket":
            return web.json_response(TRANSPORT_UNKNOWN, status=400)
        # Voicenter: no per-message deflate.
        socket = web.WebSocketResponse(compress=False, max_msg_size=16 * 1024 * 1024)
        await socket.prepare(request)
        self._guests.add(socket)
        outbox: asyncio.Queue[str] = asyncio.Queue()
        outbox.put_nowait(OPEN + dump(self._handshake()))
        refusal = self._hub.faults.namespace_refusal
        session = self._hub.admit(request.query.get("token", ""))
        try:
            async with asyncio.TaskGroup() as group:
                writer = group.create_task(self._write(socket, outbox))
                if session is None or refusal is not None:
                    # Socket.IO 2 leaves the transport of a refused client open.
                    outbox.put_nowait(REFUSED + dump(refusal or "Unauthorized"))
                    await self._read(socket, outbox, None)
                else:
                    await self._serve(request, session, monitor, socket, outbox)
                writer.cancel()
        finally:
            self._guests.discard(socket)
        return socket

    async def aclose(self) -> None:
        """Part from clients that were refused and stayed; the hub parts from the others."""
        await asyncio.gather(*[socket.close() for socket in self._guests])

    async def _serve(
        self,
        request: web.Request,
        session: Session,
        monitor: int,
        socket: web.WebSocketResponse,
        outbox: asyncio.Queue[str],
    ) -> None:
        outbox.put_nowait(CONNECTED)
        connection = EngineIo3Connection(request, session, monitor, socket, outbox)
        self._hub.opened(connection)
        try:
            await self._read(socket, outbox, connection)
        finally:
            self._hub.closed(connection)

    async def _read(
        self,
        socket: web.WebSocketResponse,
        outbox: asyncio.Queue[str],
        connection: EngineIo3Connection | None,
    ) -> None:
        """Hear the client until it leaves or misses its pings."""
        patience_s = self._ping_interval_s + self._ping_timeout_s
        while True:
            try:
                message = await socket.receive(timeout=patience_s)
            except TimeoutError:
                break
            if message.type is not WSMsgType.TEXT:
                break
            frame: str = message.data
            if frame.startswith(PING):
                outbox.put_nowait(PONG + frame[1:])
            elif frame.startswith((CLOSE, DISCONNECT)):
                break
            elif frame.startswith(EVENT) and connection is not None:
                self._on_event(connection, frame[len(EVENT) :], outbox)
        await socket.close()

    def _on_event(
        self, connection: EngineIo3Connection, text: str, outbox: asyncio.Queue[str]
    ) -> None:
        ack_id = text[: len(text) - len(text.lstrip("0123456789"))]
        try:
            content = json.loads(text[len(ack_id) :])
        except ValueError:
            return
        if not (isinstance(content, list) and content and isinstance(content[0], str)):
            return
        answer = self._hub.on_event(connection, content[0], tuple(content[1:]))
        if ack_id:
            outbox.put_nowait(f"{ACK}{ack_id}{dump([answer])}")

    async def _write(self, socket: web.WebSocketResponse, outbox: asyncio.Queue[str]) -> None:
        while True:
            frame = await outbox.get()
            if self._hub.faults.is_silent:
                continue
            try:
                await socket.send_str(frame)
            except ConnectionError:
                return

    def _handshake(self) -> dict[str, Any]:
        return {
            "sid": secrets.token_urlsafe(15),
            "upgrades": [],
            "pingInterval": int(self._ping_interval_s * 1000),
            "pingTimeout": int(self._ping_timeout_s * 1000),
        }


class EngineIo3Connection(Connection):
    """A generation 3 client."""

    generation = 3

    def __init__(
        self,
        request: web.Request,
        session: Session,
        monitor: int,
        socket: web.WebSocketResponse,
        outbox: asyncio.Queue[str],
    ) -> None:
        super().__init__(request, session, monitor)
        self._socket = socket
        self._outbox = outbox

    def send(self, event: WireEvent) -> None:
        """Queue ``event``."""
        self._outbox.put_nowait(EVENT + event.text)

    def send_raw(self, frame: str) -> None:
        """Queue a whole frame."""
        self._outbox.put_nowait(frame)

    async def close(self) -> None:
        """Close the websocket."""
        await self._socket.close()
