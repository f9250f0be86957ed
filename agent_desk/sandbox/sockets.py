"""The real-time side: every connected client, what it may see, what it says."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from agent_desk.sandbox.wire import WireEvent

if TYPE_CHECKING:
    from aiohttp import web

    from agent_desk.sandbox.faults import Faults
    from agent_desk.sandbox.sessions import Session, Sessions
    from agent_desk.sandbox.wire import Json
    from agent_desk.sandbox.world import World

EngineIo = Literal["3", "4", "both"]

_TOKEN_REFUSED: Final = 1
_KEPT: Final = 2_000


@dataclass(frozen=True, slots=True)
class ClientEvent:
    """What a client emitted; the arguments may hold a token and stay out of ``repr``."""

    name: str
    args: tuple[Any, ...] = field(repr=False)
    generation: int
    monitor: int


class Connection(ABC):
    """One client behind one websocket (or, Engine.IO 4 only, polling)."""

    generation: int

    def __init__(self, request: web.Request, session: Session, monitor: int) -> None:
        self._request = request
        self.session = session
        self.monitor = monitor
        self.view = session.view

    @abstractmethod
    def send(self, event: WireEvent) -> None:
        """Queue ``event``; frames leave in the order of the calls."""

    @abstractmethod
    def send_raw(self, frame: str) -> None:
        """Queue a frame exactly as given, Engine.IO packet type included (``42["x",{}]``)."""

    @abstractmethod
    async def close(self) -> None:
        """Part politely, as a server that shuts down."""

    def abort(self) -> None:
        """Cut the TCP connection without a word (RST)."""
        transport = self._request.transport
        if transport is not None:
            transport.abort()


class SocketHub:
    """Hands the world's events to the clients that may see them, and answers what they emit."""

    def __init__(self, world: World, sessions: Sessions, faults: Faults) -> None:
        self.world = world
        self.sessions = sessions
        self.faults = faults
        self.connections: list[Connection] = []
        self.heard: list[ClientEvent] = []
        self._changed = asyncio.Event()
        self._unsubscribe = world.subscribe(self._broadcast)

    def admit(self, token: str) -> Session | None:
        """The session a socket may have with ``token``."""
        return self.sessions.by_token(token)

    def opened(self, connection: Connection) -> None:
        """A client is in: give it the snapshots, then every event."""
        self._send_snapshots(connection)
        self.connections.append(connection)
        self._notify()

    def closed(self, connection: Connection) -> None:
        """A client is gone."""
        if connection in self.connections:
            self.connections.remove(connection)
            self._notify()

    async def wait_until(self, count: int) -> None:
        """Return once exactly or more than ``count`` clients are in; with 0, once all are gone."""
        while len(self.connections) < count or (count == 0 and self.connections):
            self._changed.clear()
            await self._changed.wait()

    def on_event(self, connection: Connection, name: str, args: tuple[Any, ...]) -> Json:
        """What a client emitted; the result goes out as acknowledgement where one was asked for."""
        self.heard.append(ClientEvent(name, args, connection.generation, connection.monitor))
        del self.heard[:-_KEPT]
        if name == "keepalive":
            self._answer_keepalive(connection, args)
        elif name == "resync":
            self._send_snapshots(connection, is_login=False)
        elif name == "updateMonitoredExtensions":
            self._narrow(connection, args)
        elif name == "closeme":
            connection.abort()
        return {"isOK": True, **self.world.stamp().common()}

    async def aclose(self) -> None:
        """Part from everybody."""
        self._unsubscribe()
        await asyncio.gather(*[connection.close() for connection in self.connections])

    def _notify(self) -> None:
        self._changed.set()

    def _broadcast(self, event: WireEvent) -> None:
        for connection in self.connections:
            if connection.view.shows(event):
                connection.send(event)

    def _send_snapshots(self, connection: Connection, *, is_login: bool = True) -> None:
        events = self.world.snapshots(connection.view)
        order = self.faults.snapshot_order
        if order is not None:
            events = [events[i] for i in order]
        for event in events:
            is_greeting = event.name == "loginSuccess"
            if is_greeting and not (is_login and self.faults.has_login_success):
                continue
            connection.send(event)

    def _answer_keepalive(self, connection: Connection, args: tuple[Any, ...]) -> None:
        if self.faults.is_keepalive_mute:
            return
        error = self.faults.keepalive_error or 0
        # The vendor's .NET client sends no token; only a token that is wrong is an error.
        if args and isinstance(args[0], str) and self.sessions.by_token(args[0]) is None:
            error = error or _TOKEN_REFUSED
        payload = {"isOK": not error, **self.world.stamp().common(), "errorCode": error}
        if error:
            payload["errorDesc"] = "Token is not valid"
        connection.send(WireEvent("keepaliveResponse", payload))

    def _narrow(self, connection: Connection, args: tuple[Any, ...]) -> None:
        asked = args[0] if args and isinstance(args[0], dict) else {}
        names = {n.strip() for n in str(asked.get("extensionsString", "")).split(",")}
        # Voicenter does not say whether codes or numbers are meant: both are understood.
        wanted = frozenset(
            e.sip
            for e in self.world.account.extensions.values()
            if e.sip in names or str(e.number) in names
        )
        allowed = connection.session.view
        if allowed.extensions is not None:
            wanted &= allowed.extensions
        connection.view = replace(allowed, extensions=wanted)
        self._send_snapshots(connection, is_login=False)
