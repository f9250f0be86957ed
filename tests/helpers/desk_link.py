"""The live connection with a desk behind it, as in the program, and calls in flight."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from agent_desk.core.clock import SystemClock
from agent_desk.core.link import Link
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.desk.state import Phase
from agent_desk.sandbox import Sandbox
from agent_desk.voicenter.realtime import LinkState, RealtimeConnection
from agent_desk.voicenter.rest import RestClient
from tests.helpers.desk_link_recovery import LOG_DELAY_S, Recovery, own_calls
from tests.helpers.flight import OWN, Flight, live_phases
from tests.helpers.live import AGENT, FAST, Follower, SandboxSource
from tests.helpers.tcp_relay import TcpRelay
from tests.helpers.until import until

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator

    from agent_desk.core.clock import Clock
    from agent_desk.desk.state import CallKey, Transition
    from agent_desk.sandbox.sockets import EngineIo
    from agent_desk.voicenter.realtime import RealtimeOptions, Received

_TICK_S: Final = 0.02
_OVER: Final = (Phase.RING_STOPPED, Phase.ENDED)


class ScaledClock:
    """Real time that runs ``speed`` times as fast; ``sleep_s`` has passed on top of it.

    ``is_counting_sleep`` tells whether the monotonic clock went on during that sleep, as it does
    on some systems. ``set_by_s`` is by how much somebody has set the wall clock.
    """

    def __init__(self, speed: float = 1.0) -> None:
        self.sleep_s = 0.0
        self.set_by_s = 0.0
        self.is_counting_sleep = False
        self._speed = speed
        self._began = monotonic()
        self._wall = datetime.now(UTC)

    def now(self) -> datetime:
        return self._wall + timedelta(seconds=self._elapsed_s + self.sleep_s + self.set_by_s)

    def monotonic(self) -> float:
        return 1000.0 + self._elapsed_s + (self.sleep_s if self.is_counting_sleep else 0.0)

    @property
    def _elapsed_s(self) -> float:
        return (monotonic() - self._began) * self._speed


class DeskFollower(Follower):
    """Iterates a connection into a desk and does what only time brings, as the program does."""

    def __init__(self, connection: RealtimeConnection, source: SandboxSource, clock: Clock) -> None:
        super().__init__(connection, source)
        self.desk = Desk(OWN)
        self.transitions: list[Transition] = []
        self.recovery: Recovery | None = None
        self._clock = clock
        self._is_seeing = False

    async def follow(self) -> None:
        async for item in self.connection.items():
            self.items.append(item)
            if isinstance(item, LinkState):
                self._take_state(item)
            else:
                self._take_event(item)
        self.is_over = True

    async def tick(self) -> None:
        while True:
            await asyncio.sleep(_TICK_S)
            now = self._clock.monotonic()
            self.transitions += self.desk.expire(Moment(now, arrival=self._clock.now()))
            if self._is_seeing and self.desk.needs_resync(now):
                self.connection.resync()

    def phases(self) -> dict[CallKey, Phase]:
        """Where every live call stands, by the desk."""
        shown = self.desk.shown(self._clock.monotonic())
        return {call.key: call.phase for call in shown if call.phase not in _OVER}

    def _take_state(self, state: LinkState) -> None:
        is_seeing = state.state is Link.CONNECTED
        if is_seeing and not self._is_seeing:
            self.desk.begin_connection()
        self._is_seeing = is_seeing
        if self.recovery is not None:
            self.recovery.on_state(state)

    def _take_event(self, item: Received) -> None:
        moment = Moment(item.monotonic, arrival=item.at)
        self.transitions += self.desk.apply(item.event, moment)
        if self.recovery is not None:
            self.recovery.on_received(item)


@dataclass(frozen=True, slots=True)
class Scene:
    """A signed-in desk with calls in flight before a sandbox.

    The connection goes by ``relays``, which are so many servers to it, best first.
    """

    sandbox: Sandbox
    relays: tuple[TcpRelay, ...]
    link: DeskFollower
    flight: Flight

    @property
    def relay(self) -> TcpRelay:
        """The first of them."""
        return self.relays[0]

    def die(self, *, reset: bool = False) -> None:
        """Let every server die; ``revive`` brings them back."""
        for relay in self.relays:
            relay.refuse()
            relay.cut(reset=reset)

    def die_silently(self) -> None:
        """Let every server stop speaking and hearing, while connections stay open."""
        for relay in self.relays:
            relay.swallow()

    async def die_seen(self) -> None:
        """The same, and wait until the sandbox knows: TLS goes on writing until it does."""
        self.die()
        await self.sandbox.wait_connected(0)

    async def revive(self) -> None:
        for relay in self.relays:
            await relay.accept()

    async def reconnected(self, after: int, timeout_s: float = 15.0) -> LinkState:
        """The first ``connected`` from item number ``after`` on, waited for."""
        return await self.link.until_state(Link.CONNECTED, after=after, timeout_s=timeout_s)

    async def rebuilt(self, timeout_s: float = 15.0) -> None:
        """Wait until the desk shows what is true."""
        await until(
            lambda: (
                self.link.phases() == live_phases(self.sandbox.world)
                and self.link.connection.state.state is Link.CONNECTED
            ),
            timeout_s,
            what=f"{self.link.phases()} is {live_phases(self.sandbox.world)}",
        )

    async def lands(self, *, was_seen: bool = False, timeout_s: float = 15.0) -> None:
        """See that the desk shows the truth now, and tells every call's story to its end.

        What it could not see has to come from the call log, and nothing else.
        """
        await self.rebuilt(timeout_s)
        self.flight.land()
        await self.rebuilt(timeout_s)
        told = [*self.link.transitions, *self.link.desk.finish()]
        faults = self.flight.faults(told, was_seen=was_seen)
        if faults:
            raise AssertionError("\n".join(faults))
        if self.link.recovery is not None:
            await self._recovers(self.link.recovery, was_seen=was_seen)

    async def _recovers(self, recovery: Recovery, *, was_seen: bool) -> None:
        wanted = set() if was_seen else {self.flight.passing.ivrid}
        world = self.sandbox.world
        await until(lambda: recovery.recovered == wanted and not recovery.lost(world))


@asynccontextmanager
async def desk_at(
    url: str,
    options: RealtimeOptions = FAST,
    *,
    clock: Clock | None = None,
    tls: ssl.SSLContext | None = None,
    is_recovering: bool = False,
    **changes: object,
) -> AsyncIterator[DeskFollower]:
    """A desk that follows the service at ``url``; ``changes`` replace members of every session.

    With ``is_recovering`` it polls Active Calls where no socket can be had, and asks the call log
    for what it could not see.
    """
    clock = clock or SystemClock()
    scope = TaskScope("desk")
    rest = RestClient(ssl_context=tls, timeout_s=2.0)
    source = SandboxSource(rest, url, AGENT)
    source.changes = changes
    try:
        fallback = own_calls(rest, url) if is_recovering else None
        async with RealtimeConnection(
            source, clock=clock, options=options, fallback=fallback
        ) as connection:
            follower = DeskFollower(connection, source, clock)
            if is_recovering:
                follower.recovery = Recovery(rest, url, follower.desk, clock, scope)
            scope.start(follower.follow(), name="follow")
            scope.start(follower.tick(), name="tick")
            yield follower
            # A request that is cut off in the middle makes the sandbox's web server complain.
            await until(lambda: follower.recovery is None or not follower.recovery.is_asking)
    finally:
        await scope.aclose()
        await rest.aclose()


@asynccontextmanager
async def scene(
    engineio: EngineIo = "3",
    options: RealtimeOptions = FAST,
    *,
    sandbox: Sandbox | None = None,
    clock: Clock | None = None,
    servers: int = 1,
    is_login_relayed: bool = False,
    tls: ssl.SSLContext | None = None,
    host: str = "127.0.0.1",
    is_recovering: bool = False,
) -> AsyncIterator[Scene]:
    """Calls in flight, all of them seen; ``tls`` is what the client trusts, for log-ins too.

    ``host`` is the name that the login gives the servers.
    """
    async with AsyncExitStack() as stack:
        sandbox = sandbox or Sandbox(engineio=engineio, own_extensions=2)
        sandbox.faults.call_log_delay_s = LOG_DELAY_S
        sandbox.faults.call_log_per_minute = None
        await stack.enter_async_context(sandbox)
        port = port_of(sandbox)
        relays = [await stack.enter_async_context(TcpRelay(port)) for _ in range(servers)]
        scheme = sandbox.url.partition(":")[0]
        link = await stack.enter_async_context(
            desk_at(
                relays[0].url(scheme) if is_login_relayed else sandbox.url,
                options,
                clock=clock,
                tls=tls,
                is_recovering=is_recovering,
                monitors=tuple(relay.url(scheme, host) for relay in relays),
            )
        )
        # A snapshot may also come from polling, where a busy machine is slow to connect.
        connected = await link.until_state(Link.CONNECTED)
        await link.until_event("AllExtensionsStatus", after=link.items.index(connected))
        staged = Scene(sandbox, tuple(relays), link, Flight(sandbox.world))
        staged.flight.take_off()
        await staged.rebuilt()
        yield staged


recovering_scene = partial(scene, is_recovering=True)
"""A scene in which no call may be lost, whether it was seen or not."""


def port_of(sandbox: Sandbox) -> int:
    """Where its first port listens."""
    return int(sandbox.url.rpartition(":")[2])
