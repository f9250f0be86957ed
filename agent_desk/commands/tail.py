"""``tail``: the connection, events and what they mean for calls, until interrupted."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from agent_desk.commands.errors import InterruptedRunError
from agent_desk.commands.lines import (
    connection_record,
    connection_text,
    event_record,
    event_text,
    extension_of,
    payload_of,
    summary_text,
    transition_text,
)
from agent_desk.commands.stopping import until_stopped
from agent_desk.core.clock import SystemClock, iso
from agent_desk.core.errors import StorageError
from agent_desk.core.files import open_private
from agent_desk.core.link import Link
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.desk.replay import summary_line
from agent_desk.desk.transition_json import transition_lines
from agent_desk.voicenter.active_calls import ActiveCalls, OwnCalls
from agent_desk.voicenter.monitor_socket import DialOptions
from agent_desk.voicenter.realtime import LinkState, RealtimeConnection, RealtimeOptions
from agent_desk.voicenter.standing import StandingSession

if TYPE_CHECKING:
    import argparse
    from io import TextIOWrapper
    from types import TracebackType

    from agent_desk.commands.context import Context
    from agent_desk.core.errors import AgentDeskError
    from agent_desk.desk.state import Transition
    from agent_desk.voicenter.realtime import Received

TICK_S: Final = 1.0


async def run_tail(context: Context, args: argparse.Namespace) -> int:
    """Follow the monitor servers; a first sign-in that fails ends the command."""
    session = StandingSession(context.sign_in, await context.credentials())
    with Recorder(Path(args.record) if args.record else None) as recorder:
        tail = Tail(context, session, recorder, is_raw=args.raw)
        with suppress(InterruptedRunError):
            await until_stopped(session.current(), context.stop)
            await until_stopped(tail.follow(), context.stop)
        tail.say_summary()
    if tail.error is not None:
        raise tail.error
    return 0


class Tail:
    """Says what comes; ``error`` is why the stream ended by itself."""

    def __init__(
        self,
        context: Context,
        session: StandingSession,
        recorder: Recorder,
        *,
        is_raw: bool,
        patience: RealtimeOptions | None = None,
    ) -> None:
        self.error: AgentDeskError | None = None
        self._output = context.output
        self._region = context.region
        self._only = frozenset(context.options.extensions)
        self._recorder = recorder
        self._is_raw = is_raw
        self._clock = SystemClock()
        self._desk = Desk(self._only or None)
        dial = DialOptions(tls=context.tls, proxy_for=context.proxy_for)
        self._connection = RealtimeConnection(
            session,
            clock=self._clock,
            options=replace(patience or RealtimeOptions(), dial=dial),
            fallback=AskedCalls(context),
        )

    async def follow(self) -> None:
        """Say everything until the service refuses the sign-in."""
        scope = TaskScope("tail")
        scope.start(self._tick(), name="tick")
        try:
            async for item in self._connection.items():
                if isinstance(item, LinkState):
                    self._say_connection(item)
                else:
                    self._take(item)
        finally:
            await self._connection.aclose()
            await scope.aclose()

    def say_summary(self) -> None:
        """What came, in numbers; frames that could not be decoded count as events, too."""
        self._desk.counts.events += self._connection.dropped
        self._desk.counts.malformed += self._connection.dropped
        record = summary_line(self._desk) | {"at": iso(self._clock.now())}
        self._output.record(record, summary_text(record))

    async def _tick(self) -> None:
        """Let rings that stopped come to their outcome, and heal what was lost."""
        while True:
            await asyncio.sleep(TICK_S)
            moment = Moment(monotonic=self._clock.monotonic(), arrival=self._clock.now())
            self._say_transitions(self._desk.expire(moment))
            if self._desk.needs_resync(moment.monotonic):
                self._connection.resync()

    def _take(self, item: Received) -> None:
        self._recorder.write(item)
        if not self._only or extension_of(item) in {None, *self._only}:
            record = event_record(item, is_raw=self._is_raw)
            self._output.record(record, event_text(item, is_raw=self._is_raw))
        moment = Moment(monotonic=item.monotonic, arrival=item.at)
        self._say_transitions(self._desk.apply(item.event, moment))

    def _say_connection(self, link: LinkState) -> None:
        if link.state is Link.CONNECTED:
            self._desk.begin_connection()
        elif link.state is Link.SIGNED_OUT:
            self.error = link.error
        at = self._clock.now()
        self._output.record(connection_record(link, at), connection_text(link, at))

    def _say_transitions(self, transitions: list[Transition]) -> None:
        for record in transition_lines(transitions, region=self._region):
            self._output.record(record, transition_text(record))


class AskedCalls:
    """A ``stream.Fallback``: Active Calls of the named extensions, or of all.

    Needs the API code; nobody is asked for it, and the keyring once, when there is no connection.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._calls: OwnCalls | None = None

    async def messages(self) -> list[tuple[str, object]]:
        """The snapshots that a monitor server would send now."""
        if self._calls is None:
            context = self._context
            code = await context.known_code()
            own = tuple(sorted(set(context.options.extensions)))
            active_calls = ActiveCalls(context.rest, context.endpoints, lambda: code)
            self._calls = OwnCalls(active_calls, lambda: own)
        return await self._calls.messages()


class Recorder:
    """Writes a file for ``replay``: one event a line, in seconds since the first one.

    Use it as a ``with`` block; without a path it writes nothing. The file holds personal data and
    is readable by its owner only; tokens that a server pushes are left out.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: TextIOWrapper | None = None
        self._began: float | None = None

    def __enter__(self) -> Self:
        if self._path is not None:
            try:
                self._file = open_private(self._path, "w")
            except OSError as error:
                raise self._problem() from error
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()

    def write(self, item: Received) -> None:
        """Add one event; raises ``StorageError``."""
        if self._file is None:
            return
        if self._began is None:
            self._began = item.monotonic
        seconds = round(item.monotonic - self._began, 3)
        line = {"t": seconds, "event": item.name, "payload": payload_of(item)}
        try:
            self._file.write(f"{json.dumps(line)}\n")
            self._file.flush()
        except OSError as error:
            raise self._problem() from error

    def _problem(self) -> StorageError:
        return StorageError(f"The file {self._path} cannot be written.")
