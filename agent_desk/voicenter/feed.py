"""One connection with its decoded events."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from agent_desk.voicenter.errors import UnreachableError
from agent_desk.voicenter.events import (
    ExtensionsSnapshot,
    KeepaliveAnswered,
    LoginRefused,
    QueuesSnapshot,
    parse,
)
from agent_desk.voicenter.liveness import Liveness, Verdict
from agent_desk.voicenter.monitor_socket import MonitorSocket
from agent_desk.voicenter.stream import Received

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.clock import Clock
    from agent_desk.voicenter.session import Session
    from agent_desk.voicenter.stream import RealtimeOptions

_SNAPSHOTS: Final = (ExtensionsSnapshot, QueuesSnapshot)


class Feed:
    """A monitor connection; what it receives is held back until ``deliver_to``."""

    def __init__(
        self,
        server: str,
        protocol: int,
        transport: str,
        session: Session,
        *,
        clock: Clock,
        options: RealtimeOptions,
        does_answer: bool,
    ) -> None:
        self.server = server
        self.protocol = protocol
        self.session = session
        self.transport = transport
        self.connected_at = 0.0
        self.has_extensions = False
        self._clock = clock
        self._options = options
        self._offset_min: int | None = None
        self._held: list[Received] = []
        self._sink: Callable[[Received], None] = self._held.append
        self._later_sink: Callable[[Received], None] | None = None
        self._snapshot: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._answer: asyncio.Future[None] | None = None
        self._socket = MonitorSocket(server, protocol, self._on_event, options.dial, transport)
        self.lost = self._socket.lost
        self.liveness = Liveness(
            clock.monotonic(),
            idle_s=options.keepalive_idle_s,
            answer_s=options.keepalive_answer_s,
            does_answer=does_answer,
        )

    @property
    def dropped(self) -> int:
        """How many frames or packets could not be decoded."""
        return self._socket.dropped

    @property
    def was_refused(self) -> bool:
        """Whether the server can be reached, but not by this transport."""
        return self._socket.was_refused

    async def open(self) -> None:
        """Connect and wait for the first snapshot; raises a ``VoicenterError``."""
        await self._socket.open(self.session.token)
        if self._options.monitored:
            extensions = ",".join(self._options.monitored)
            await self._socket.emit("updateMonitoredExtensions", {"extensionsString": extensions})
        either: set[asyncio.Future[Any]] = {self._snapshot, self.lost}
        await asyncio.wait(
            either, timeout=self._options.snapshot_s, return_when=asyncio.FIRST_COMPLETED
        )
        if self.lost.done():
            raise self.lost.result()
        if not self._snapshot.done():
            why = "The server accepts the sign-in but says nothing."
            raise UnreachableError(why)
        self.connected_at = self._clock.monotonic()

    def deliver_to(
        self,
        sink: Callable[[Received], None],
        *,
        greeting_to: Callable[[Received], None] | None = None,
    ) -> None:
        """Hand over what was held back, and from now on each event as it comes.

        What belongs to the greeting goes to ``greeting_to`` where that is given: what was held
        back, and the rest of it up to the extensions' snapshot.
        """
        held, self._held = self._held, []
        first = greeting_to or sink
        self._sink, self._later_sink = (sink, None) if self.has_extensions else (first, sink)
        for item in held:
            first(item)

    def mute(self) -> None:
        """Hand over nothing more."""
        self._sink, self._later_sink = _discard, None

    async def tend(self, now: float) -> Verdict:
        """Look after the connection; ``DEAD`` when it does not speak any more."""
        verdict = self.liveness.check(now)
        if verdict is Verdict.ASK:
            await self._ask()
        return verdict

    async def has_caught_up(self, timeout_s: float) -> bool:
        """Wait until all that the server has sent so far is here: a question and its answer.

        ``False`` where no answer came.
        """
        self._answer = asyncio.get_running_loop().create_future()
        await self._ask()
        either: set[asyncio.Future[Any]] = {self._answer, self.lost}
        await asyncio.wait(either, timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)
        return self._answer.done()

    async def resync(self) -> None:
        """Ask the server for fresh snapshots."""
        await self._socket.emit("resync", {"cache": False})

    async def aclose(self, *, is_polite: bool = True) -> None:
        """End the connection."""
        self.mute()
        await self._socket.aclose(is_polite=is_polite)
        self._snapshot.cancel()

    async def _ask(self) -> None:
        await self._socket.emit("keepalive", self.session.token.reveal())

    def _on_event(self, name: str, payload: object) -> None:
        at = self._clock.now()
        now = self._clock.monotonic()
        event = parse(name, payload, fallback_offset_min=self._offset_min)
        server_time = getattr(event, "server_time", None)
        if server_time is not None:
            self._offset_min = server_time.offset_min
        is_answer = isinstance(event, KeepaliveAnswered)
        self.liveness.heard(now, is_answer=is_answer)
        self._sink(Received(name, payload, event, at, now))
        if isinstance(event, _SNAPSHOTS):
            if isinstance(event, ExtensionsSnapshot):
                self.has_extensions = True
                self._sink, self._later_sink = self._later_sink or self._sink, None
            if not self._snapshot.done():
                self._snapshot.set_result(None)
        elif is_answer and self._answer is not None and not self._answer.done():
            self._answer.set_result(None)
        elif isinstance(event, LoginRefused):
            self._socket.on_refused()


def _discard(_item: Received) -> None:
    """Nobody wants it."""
