"""A local Voicenter on loopback: HTTP and Socket.IO on one port, for demo, training and tests."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, Self

from aiohttp import web

from agent_desk.core.tasks import TaskScope
from agent_desk.sandbox.account import Credentials, build_account
from agent_desk.sandbox.answers import Answer, CutError
from agent_desk.sandbox.engineio3 import EngineIo3
from agent_desk.sandbox.engineio4 import EngineIo4
from agent_desk.sandbox.faults import Faults, pause
from agent_desk.sandbox.http_api import ApiPaths
from agent_desk.sandbox.http_call_log import CallLogPath
from agent_desk.sandbox.http_lists import ListPaths
from agent_desk.sandbox.http_login import LoginPaths
from agent_desk.sandbox.http_mute import MutePaths
from agent_desk.sandbox.monitors import Monitor
from agent_desk.sandbox.requests import RecordedRequest, record
from agent_desk.sandbox.scenario import ScenarioPlayer
from agent_desk.sandbox.sessions import Sessions
from agent_desk.sandbox.sockets import SocketHub
from agent_desk.sandbox.world import World

if TYPE_CHECKING:
    import ssl
    from types import TracebackType

    from agent_desk.core.clock import Clock
    from agent_desk.sandbox.answers import Handler
    from agent_desk.sandbox.click2call import Click2Call
    from agent_desk.sandbox.scenario import Scenario
    from agent_desk.sandbox.sockets import ClientEvent, Connection, EngineIo

_SOCKET_PATH: Final = "/socket.io"
_UNSUPPORTED: Final = {"code": 5, "message": "Unsupported protocol version"}
_DAY_S: Final = 86_400.0
_STOP_S: Final = 1.0
_KEPT: Final = 2_000
_MAX_REQUEST: Final = 32 * 1024 * 1024
# What the login names as the client to use, from which a client learns the generation.
_CLIENT_VERSIONS: Final = {"3": "2.4.0", "both": "2.4.0", "4": "4.8.4"}
# Generation -> (pingInterval, pingTimeout): Voicenter's own, and Socket.IO 4's.
_PINGS: Final = {3: (60.0, 180.0), 4: (25.0, 20.0)}


class Sandbox:
    """``async with Sandbox() as sb:`` is a running Voicenter at ``sb.url``.

    ``engineio`` is the Socket.IO generation it speaks: ``"3"``, ``"4"`` or ``"both"``.
    ``extensions`` is the size of the account, ``own_extensions`` how many of them belong to the
    agent of the user login. With ``monitors`` > 1 that many further ports are opened and named in
    the login's answer; each can be stopped and started alone while ``url`` goes on serving HTTP.
    ``click2call_pace_s`` lets agent and customer answer calls started over HTTP by themselves
    after so many seconds each; ``None`` leaves it to the test. Pings are seconds.
    ``client_version`` is what the login says of itself (2.4.0, or 4.8.4 with ``engineio="4"``).
    ``scenario`` fills the call log at once and is played, ``speed`` times as fast as written, when
    the first client is in; without ``is_autoplay`` it waits for ``player``'s verbs.

    Not thread-safe; one loop. Leaving the block closes every socket and task.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        engineio: EngineIo = "both",
        extensions: int = 3,
        own_extensions: int = 1,
        monitors: int = 1,
        clock: Clock | None = None,
        offset_minutes: int | None = None,
        world: World | None = None,
        credentials: Credentials | None = None,
        token_life_s: float = _DAY_S,
        ping_interval_s: float | None = None,
        ping_timeout_s: float | None = None,
        client_version: str | None = None,
        click2call_pace_s: tuple[float, float] | None = None,
        scenario: Scenario | None = None,
        speed: float = 1.0,
        is_autoplay: bool = True,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.credentials = credentials or Credentials()
        self.world = world or World(
            build_account(extensions, own_extensions, email=self.credentials.email),
            clock=clock,
            offset_minutes=offset_minutes,
        )
        self.faults = Faults()
        self.requests: list[RecordedRequest] = []
        self.sessions = Sessions(self.world, self.credentials, token_life_s)
        self._engineio = engineio
        self._client_version = client_version or _CLIENT_VERSIONS[engineio]
        self._pings = (ping_interval_s, ping_timeout_s)
        self._pace_s = click2call_pace_s
        self.player = ScenarioPlayer(self.world, scenario) if scenario else None
        if scenario and scenario.call_log:
            scenario.call_log.apply(self.faults)
        self._speed = speed if is_autoplay else None
        self._scope = TaskScope("sandbox")
        self._hub = SocketHub(self.world, self.sessions, self.faults)
        self._engine3 = EngineIo3(self._hub, *self._ping_times(3))
        self._engine4 = EngineIo4(self._hub, *self._ping_times(4))
        self._routes: dict[str, Handler] = {}
        app = web.Application(client_max_size=_MAX_REQUEST)
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, shutdown_timeout=_STOP_S, access_log=None)
        extra = monitors if monitors > 1 else 0
        self._ports = [Monitor(self._runner, host, port, tls)]
        self._ports += [Monitor(self._runner, host, 0, tls) for _ in range(extra)]

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        try:
            for monitor in self._ports:
                await monitor.start()
        except OSError:
            await self._stop()
            raise
        code = self.credentials.api_code
        urls = [m.url for m in self.monitors]
        for paths in (
            LoginPaths(self.sessions, self.faults, self.url, urls, self._client_version),
            ApiPaths(self.world, self.faults, code, self._on_click2call),
            CallLogPath(self.world, self.faults, code),
            ListPaths(self.world, self.faults, code),
            MutePaths(self.world, self.faults, self._scope),
        ):
            self._routes |= paths.routes()
        if self.player is not None and self._speed is not None:
            self._scope.start(self._play(self.player, self._speed), name="scenario")
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        await self._stop()

    @property
    def url(self) -> str:
        """The origin of every HTTP path, ``http://127.0.0.1:<port>``."""
        return self._ports[0].url

    @property
    def monitors(self) -> tuple[Monitor, ...]:
        """The monitor servers in the order the login names them."""
        return tuple(self._ports[1:] or self._ports)

    @property
    def connections(self) -> tuple[Connection, ...]:
        """The clients that are in, oldest first."""
        return tuple(self._hub.connections)

    @property
    def heard(self) -> list[ClientEvent]:
        """What clients emitted on their sockets, oldest first."""
        return self._hub.heard

    async def wait_connected(self, count: int = 1) -> None:
        """Return once at least ``count`` clients are in; with 0, once none is left."""
        await self._hub.wait_until(count)

    async def drop_connections(self, *, politely: bool = False) -> None:
        """Part from every client: TCP reset, or a websocket close."""
        for connection in self.connections:
            if politely:
                await connection.close()
            else:
                connection.abort()

    def send_raw(self, frame: str) -> None:
        """Send a frame to every client exactly as given (``42["ExtensionEvent",{}]``)."""
        for connection in self.connections:
            connection.send_raw(frame)

    # ------------------------------------------------------------------------------------ inside
    async def _stop(self) -> None:
        await self._scope.aclose()
        try:
            async with asyncio.timeout(_STOP_S):
                await self._hub.aclose()
                await self._engine3.aclose()
        except TimeoutError:
            pass  # a client that does not answer the parting is cut off below
        await self._engine4.aclose()
        for monitor in self._ports:
            await monitor.stop()
        await self._runner.cleanup()

    def _ping_times(self, generation: int) -> tuple[float, float]:
        interval_s, timeout_s = self._pings
        default = _PINGS[generation]
        return (
            default[0] if interval_s is None else interval_s,
            default[1] if timeout_s is None else timeout_s,
        )

    def _monitor_of(self, request: web.Request) -> int:
        port = request.transport.get_extra_info("sockname")[1] if request.transport else 0
        return next((i for i, m in enumerate(self.monitors) if m.port == port), 0)

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        try:
            if request.path.casefold().startswith(_SOCKET_PATH):
                return await self._handle_socket(request)
            if request.method == "OPTIONS":
                return _with_cors(request, web.Response(status=204))
            recorded = await record(request, self._monitor_of(request))
            self.requests.append(recorded)
            del self.requests[:-_KEPT]
            answer = await self._fault(request.path) or await self._answer(recorded)
        except (CutError, ConnectionResetError):  # the latter is a client that left
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=500)
        return _with_cors(request, _response(answer))

    async def _fault(self, path: str) -> Answer | None:
        """What goes wrong with ``path`` now; a fault that is only slow ends in ``None``."""
        fault = self.faults.take_http(path)
        if fault is None:
            return None
        await pause(fault.delay_s)
        if fault.is_cut:
            raise CutError
        return Answer(fault.body, fault.status, fault.content_type) if fault.status else None

    async def _answer(self, request: RecordedRequest) -> Answer:
        handler = self._routes.get(request.path.casefold().rstrip("/"))
        if handler is None:
            return Answer({"error": "Not found"}, status=404)
        if request.method not in {"GET", "POST"}:
            return Answer({"error": "Method not allowed"}, status=405)
        return await handler(request)

    async def _handle_socket(self, request: web.Request) -> web.StreamResponse:
        is_websocket = request.headers.get("Upgrade", "").casefold() == "websocket"
        status = self.faults.handshake_status
        if status is None and is_websocket:
            status = self.faults.websocket_status
        if status is not None:
            return web.json_response({"error": "refused"}, status=status)
        refusal = await self._fault(_SOCKET_PATH)
        if refusal is not None:
            return _response(refusal)
        monitor = self._monitor_of(request)
        asked = request.query.get("EIO", "")
        if asked == "4" and self._engineio in {"4", "both"}:
            return await self._engine4.handle(request, monitor)
        if asked == "3" and self._engineio in {"3", "both"}:
            return await self._engine3.handle(request, monitor)
        return _with_cors(request, web.json_response(_UNSUPPORTED, status=400))

    async def _play(self, player: ScenarioPlayer, speed: float) -> None:
        await self.wait_connected()
        await player.play(speed=speed)

    def _on_click2call(self, call: Click2Call) -> None:
        if self._pace_s is not None:
            self._scope.start(self._pick_up(call, *self._pace_s), name="click2call")

    async def _pick_up(self, call: Click2Call, agent_s: float, customer_s: float) -> None:
        for at, happen in enumerate(call.course(self.world.click2call_fate)):
            await asyncio.sleep(customer_s if at else agent_s)
            if not call.is_live:
                return
            happen()


def _response(answer: Answer) -> web.Response:
    return web.Response(
        body=answer.encoded(),
        status=answer.status,
        content_type=answer.content_type,
        charset="utf-8",
    )


def _with_cors(request: web.Request, response: web.Response) -> web.Response:
    """Let a browser page of any origin read the answer, as the vendor's browser SDK needs."""
    response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin", "*")
    response.headers["Vary"] = "Origin"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = request.headers.get(
            "Access-Control-Request-Headers", "*"
        )
        response.headers["Access-Control-Allow-Private-Network"] = "true"
    return response
