"""Twenty thousand events at once, from a server in a process of its own.

``python -m tests.helpers.burst N`` is that server; the other names are for its clients.
"""

from __future__ import annotations

import asyncio
import sys
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import socketio
from aiohttp import web

from agent_desk.core.clock import SystemClock
from agent_desk.core.privacy import Secret
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.sandbox import World, build_account
from agent_desk.voicenter.events import ExtensionChanged
from agent_desk.voicenter.realtime import RealtimeConnection, RealtimeOptions, Received
from agent_desk.voicenter.session import Session
from tests.helpers.until import within

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from agent_desk.sandbox.wire import WireEvent

EVENTS: Final = 20_000
_BEAT_S: Final = 0.002
_PATIENCE_S: Final = 120.0
_ROOT: Final = Path(__file__).parents[2]
_OPEN: Final = '0{"sid":"burst","upgrades":[],"pingInterval":25000,"pingTimeout":20000}'


# ----------------------------------------------------------------------------------- the server


def recorded(count: int) -> tuple[list[str], list[str]]:
    """The greeting's frames, and ``count`` frames of calls on ten extensions."""
    world = World(build_account(10))
    events: list[WireEvent] = []
    world.subscribe(events.append)
    at = 0
    while len(events) < count:
        sip = f"SIPSIP{at % 10 + 1}"
        call = world.ring(sip, "050-123-4567", name="Dana Levi", custom_data={"ClientID": str(at)})
        call.answer()
        call.hold()
        call.unhold()
        call.hang_up()
        at += 1
    greeting = [f"42{event.text}" for event in world.snapshots()]
    return greeting, [f"42{event.text}" for event in events[:count]]


def as_frames(texts: list[str]) -> bytes:
    """Websocket text frames as a server writes them."""
    out = bytearray()
    for text in texts:
        data = text.encode()
        out.append(0x81)
        if len(data) < 126:
            out.append(len(data))
        elif len(data) < 65536:
            out.append(126)
            out += len(data).to_bytes(2, "big")
        else:
            out.append(127)
            out += len(data).to_bytes(8, "big")
        out += data
    return bytes(out)


async def serve(count: int) -> None:
    """Greet whoever comes, and send all events to them for each line read."""
    greeting, burst = recorded(count)
    blob = as_frames(burst)
    clients: list[web.Request] = []

    async def handle(request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        await socket.send_str(_OPEN)
        if request.query["EIO"] == "4":
            await socket.receive()
            await socket.send_str('40{"sid":"burst"}')
        else:
            await socket.send_str("40")
        for frame in greeting:
            await socket.send_str(frame)
        clients.append(request)
        async for message in socket:
            if message.data == "2":
                await socket.send_str("3")
        clients.remove(request)
        return socket

    app = web.Application()
    app.router.add_get("/socket.io/", handle)
    runner = web.AppRunner(app, shutdown_timeout=1.0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    while (await asyncio.to_thread(sys.stdin.readline)).strip():
        for request in clients:
            assert request.transport is not None
            request.transport.write(blob)
    await runner.cleanup()


class RemoteServer:
    """The other end of ``serve``."""

    def __init__(self, process: asyncio.subprocess.Process, url: str) -> None:
        self._process = process
        self.url = url

    def burst(self) -> None:
        """Let it send everything, at once."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"burst\n")


@asynccontextmanager
async def remote_server(count: int) -> AsyncIterator[RemoteServer]:
    """The server in a process of its own."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.helpers.burst", str(count)),
        cwd=_ROOT,
        stdin=pipe,
        stdout=pipe,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    port = int(await process.stdout.readline())
    try:
        yield RemoteServer(process, f"http://127.0.0.1:{port}")
    finally:
        process.stdin.close()
        await process.wait()


# ---------------------------------------------------------------------------------- the clients


@dataclass(frozen=True, slots=True)
class Taken:
    """What one burst took, from its first event to its last.

    ``cpu_s`` is this thread's own work, ``blocked_ms`` the longest time between two beats of the
    loop, ``own_ms`` how much of one such time this thread was at work: the figure that does not
    depend on what else the machine does.
    """

    seconds: float
    cpu_s: float
    blocked_ms: float
    own_ms: float

    def rate(self, count: int) -> float:
        """Events a second."""
        return count / self.seconds


class Tally:
    """Counts what comes, and checks that nothing is missing and all is in order."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.came = 0
        self.began = 0.0
        self.cpu_began = 0.0
        self.is_whole = asyncio.Event()
        self.ids: list[tuple[str, str]] = []

    def take(self, reason: str, call_id: str) -> None:
        """One more event."""
        if not self.came:
            self.began = time.monotonic()
            self.cpu_began = time.thread_time()
        self.came += 1
        self.ids.append((reason, call_id))
        if self.came == self._count:
            self.is_whole.set()

    def check(self) -> None:
        """Raise unless each call's events came whole and in the order they were sent."""
        steps = ("NEWCALL", "ANSWER", "HOLD", "UNHOLD", "HANGUP")
        if self.came != self._count or len(set(self.ids)) != self._count:
            msg = f"{self.came} events came, {len(set(self.ids))} different, of {self._count}"
            raise AssertionError(msg)
        order = [call_id for _, call_id in self.ids[::5]]
        wanted = [(step, call_id) for call_id in order for step in steps][: self._count]
        if self.ids != wanted or order != sorted(order):
            msg = "the events came in another order"
            raise AssertionError(msg)


class Heart:
    """Beats as fast as it may; knows the longest pause, by the clock and of our own work."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        self.longest_own_s = 0.0

    async def beat(self) -> None:
        """Until cancelled."""
        last, last_own = time.monotonic(), time.thread_time()
        while True:
            await asyncio.sleep(_BEAT_S)
            now, own = time.monotonic(), time.thread_time()
            self.longest_s = max(self.longest_s, now - last - _BEAT_S)
            self.longest_own_s = max(self.longest_own_s, own - last_own)
            last, last_own = now, own


async def _measured(server: RemoteServer, tally: Tally) -> Taken:
    """Send everything and wait for the last of it."""
    heart = Heart()
    scope = TaskScope("burst")
    scope.start(heart.beat(), name="heart")
    server.burst()
    try:
        async with within(_PATIENCE_S):
            await tally.is_whole.wait()
    finally:
        await scope.aclose()
    seconds, cpu_s = time.monotonic() - tally.began, time.thread_time() - tally.cpu_began
    tally.check()
    return Taken(seconds, cpu_s, 1000 * heart.longest_s, 1000 * heart.longest_own_s)


async def bare(server: RemoteServer, count: int) -> Taken:
    """A python-socketio client that keeps what it gets."""
    client = socketio.AsyncClient(reconnection=False)
    tally = Tally(count)
    is_greeted = asyncio.Event()

    def on_event(payload: dict[str, Any]) -> None:
        tally.take(payload["reason"], payload["data"]["currentCall"]["ivrid"])

    client.on("ExtensionEvent", on_event)
    client.on("AllExtensionsStatus", lambda _payload: is_greeted.set())
    await client.connect(f"{server.url}?token=t", transports=["websocket"])
    await is_greeted.wait()
    try:
        return await _measured(server, tally)
    finally:
        await client.disconnect()


class OneSession:
    """A sign-in that never ends."""

    def __init__(self, url: str, version: str) -> None:
        self._session = Session(Secret("t"), (url,), client_version=version)

    async def current(self) -> Session:
        """The only one."""
        return self._session

    async def renew(self, *, relogin: bool) -> Session:  # noqa: ARG002 - of the protocol
        """The only one."""
        return self._session

    def adopt(self, session: Session) -> None:
        """Not asked for here."""


async def ours(server: RemoteServer, count: int, *, protocol: int, has_desk: bool) -> Taken:
    """Our connection; with ``has_desk`` each event is also applied to a desk."""
    version = "4.8.4" if protocol == 4 else "2.4.0"
    tally = Tally(count)
    desk = Desk()
    is_greeted = asyncio.Event()
    clock = SystemClock()
    scope = TaskScope("burst")
    options = replace(RealtimeOptions(), generations={})

    async def follow() -> None:
        async for item in link.items():
            if not isinstance(item, Received):
                continue
            if item.name == "AllExtensionsStatus":
                is_greeted.set()
            if has_desk:
                desk.apply(item.event, Moment(item.monotonic, arrival=item.at))
            if isinstance(item.event, ExtensionChanged):
                call = item.event.extension.current_call
                assert call is not None
                tally.take(item.event.reason.value, call.call_id)

    async with RealtimeConnection(
        OneSession(server.url, version), clock=clock, options=options
    ) as link:
        try:
            scope.start(follow(), name="follow")
            await is_greeted.wait()
            assert link.state.protocol == protocol
            return await _measured(server, tally)
        finally:
            await scope.aclose()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
