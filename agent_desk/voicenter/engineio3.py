"""Engine.IO 3 for python-socketio, and what both generations need of it (Voicenter: transport).

Voicenter's monitors speak Socket.IO 1.x/2.x, which is Engine.IO 3; python-socketio 5 speaks only
4. Over a websocket the two differ in three things: ``EIO=3`` in the query, pings are sent by the
client, and the server opens the namespace without being asked.
"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any, Final, Protocol

import engineio
import msgspec
import socketio
from engineio import packet as engine_packet
from engineio.base_client import connected_clients
from engineio.json import loads as careful_loads
from socketio.packet import Packet

if TYPE_CHECKING:
    from agent_desk.voicenter.dialing import Dialer

MAX_PING_S: Final = 20.0
MIN_PING_S: Final = 0.1

_EVENT: Final = "42"
_PLAIN_EVENT: Final = '42["'

# Both libraries log whole payloads, and their default loggers write to stderr by themselves.
_SILENT: Final = logging.Logger("agent_desk.silent", logging.CRITICAL + 1)  # noqa: LOG001 - outside the tree

# What a hostile packet makes the libraries raise while they decode it.
_PACKET_FAULTS: Final = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


class Listener(Protocol):
    """Who is told what happens on a Socket.IO connection; plain functions, called in order."""

    def on_opened(self, *, has_sid: bool) -> None:
        """The namespace is open; generation 4 servers name a session id with it."""
        ...

    def on_refused(self) -> None:
        """The server refuses the namespace."""
        ...

    def on_event(self, name: str, payload: object) -> None:
        """An event, with its first argument."""
        ...

    def on_left(self) -> None:
        """The server or the transport has ended the connection."""
        ...


class FastJson:
    """The JSON module that python-socketio is given: three times as fast on large snapshots."""

    @staticmethod
    def loads(text: str) -> object:
        """Decode; what msgspec refuses (NaN, lone surrogates) the standard library may take."""
        try:
            return msgspec.json.decode(text)
        except msgspec.DecodeError:
            return careful_loads(text)

    @staticmethod
    def dumps(value: object, **_options: object) -> str:
        """Encode without blanks."""
        return json.dumps(value, separators=(",", ":"))


class FastPacket(Packet):  # type: ignore[misc]  # python-socketio ships no types
    """A Socket.IO packet; its own class, since ``json=`` would change every client there is."""

    json = FastJson


class Engine4(engineio.AsyncClient):  # type: ignore[misc]  # python-engineio ships no types
    """Engine.IO 4 as python-engineio speaks it, with messages handled one after the other."""

    def tasks(self) -> list[asyncio.Task[None]]:
        """The tasks that engineio started for this connection."""
        return [task for task in (self.read_loop_task, self.write_loop_task) if task is not None]

    def forget(self) -> None:
        """Undo what engineio keeps about a connection whose tasks were cancelled."""
        self.state = "disconnected"
        self.http = None
        if self in connected_clients:
            connected_clients.remove(self)

    async def _trigger_event(self, event: str, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        # WORKAROUND python-engineio 4.15 starts one task for each message: a burst is then decoded
        # in a single run of the loop, which no pause in between can break up, and an exception
        # only reaches the loop's handler. Remove when it handles messages in the reading task.
        if event == "message":
            return await self.handlers[event](*args)
        return await super()._trigger_event(event, *args, **options)


class Engine3(Engine4):
    """Engine.IO 3, websocket only.

    WORKAROUND python-engineio 4 dropped generation 3, which Voicenter's monitors speak. Remove
    when every monitor speaks generation 4.
    """

    ping_interval: float
    ping_timeout: float
    _ping_task: asyncio.Task[None] | None = None

    def tasks(self) -> list[asyncio.Task[None]]:
        """The tasks of this connection, the pinging one included."""
        return super().tasks() + ([] if self._ping_task is None else [self._ping_task])

    def _get_engineio_url(self, url: str, engineio_path: str, transport: str) -> str:
        found: str = super()._get_engineio_url(url, engineio_path, transport)
        return found.replace("EIO=4", "EIO=3")

    async def _connect_websocket(
        self, url: str, headers: dict[str, str], engineio_path: str
    ) -> bool:
        is_open: bool = await super()._connect_websocket(url, headers, engineio_path)
        # Engineio's reading task gives up when nothing came for the sum of the two. As each ping
        # is answered by a pong, that is the missing pong; a server that asks for a ping a minute
        # may be pinged more often, so that a dead link is found in time.
        self.ping_interval = min(max(self.ping_interval, MIN_PING_S), MAX_PING_S)
        self.ping_timeout = min(max(self.ping_timeout, MIN_PING_S), MAX_PING_S)
        self._ping_task = self.start_background_task(self._ping)
        return is_open

    async def _ping(self) -> None:
        while self.state == "connected":
            await asyncio.sleep(self.ping_interval)
            await self._send_packet(engine_packet.Packet(engine_packet.PING))


class SocketIo4(socketio.AsyncClient):  # type: ignore[misc]  # python-socketio ships no types
    """A Socket.IO client that reports to a ``Listener`` and survives hostile packets.

    ``dropped`` counts packets that could not be decoded.
    """

    engine_class: type[Engine4] = Engine4
    _binary_packet: Any

    def __init__(self, listener: Listener, dialer: Dialer) -> None:
        super().__init__(
            reconnection=False,
            handle_sigint=False,
            logger=_SILENT,
            engineio_logger=_SILENT,
            serializer=FastPacket,
            http_session=dialer,
            request_timeout=dialer.patience_s,  # of one poll or post; five seconds otherwise
        )
        self._listener = listener
        self.dropped = 0
        dialer.take = self._take_event
        dialer.on_ended = listener.on_left

    def _engineio_client_class(self) -> type[Engine4]:
        return self.engine_class

    async def _handle_eio_message(self, data: str | bytes) -> None:
        if self._binary_packet is not None and isinstance(data, str):
            # It announced attachments, and those are never texts. Waiting for them would swallow
            # every event from here on, in silence.
            self._binary_packet = None
            self.dropped += 1
        try:
            await super()._handle_eio_message(data)
        except _PACKET_FAULTS:
            self.dropped += 1

    async def _handle_connect(self, namespace: str | None, data: Any) -> None:  # noqa: ANN401
        await super()._handle_connect(namespace, data)
        if "/" in self.namespaces:
            self._listener.on_opened(has_sid=data is not None)

    async def _handle_error(self, namespace: str | None, data: Any) -> None:  # noqa: ANN401
        await super()._handle_error(namespace, data)
        self._listener.on_refused()

    def _take_event(self, frame: str) -> bool:
        """Deal with an event that nobody has to answer: nearly all that ever comes."""
        if not frame.startswith(_PLAIN_EVENT) or "/" not in self.namespaces or self._binary_packet:
            return False
        try:
            self._report(FastJson.loads(frame[len(_EVENT) :]))
        except _PACKET_FAULTS:
            self.dropped += 1
        return True

    def _report(self, content: Any) -> None:  # noqa: ANN401 - any JSON
        name, *arguments = content
        if not isinstance(name, str):
            raise TypeError
        self._listener.on_event(name, arguments[0] if arguments else None)

    async def _handle_event(self, namespace: str | None, id: int | None, data: Any) -> None:  # noqa: A002, ANN401 - python-socketio's names
        self._report(data)
        if id is not None:
            reply = self.packet_class(socketio.packet.ACK, namespace=namespace, id=id, data=[])
            await self._send_packet(reply)

    async def _handle_disconnect(self, _namespace: str | None) -> None:
        # Not python-socketio's own: that closes the connection here and waits for the reading
        # task, which is the one that runs this.
        self._listener.on_left()

    async def _handle_eio_disconnect(self, reason: str) -> None:
        await super()._handle_eio_disconnect(reason)
        self._listener.on_left()


class SocketIo3(SocketIo4):
    """Socket.IO on Engine.IO 3: the server opens the namespace, so none is asked for."""

    engine_class = Engine3

    async def _handle_eio_connect(self) -> None:
        self.sid = self.eio.sid
