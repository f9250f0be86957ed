"""The live connection to Voicenter: connects, fails over, keeps alive, renews, resyncs.

One task owns it (``_run``): connect, serve until the connection ends, connect again. A renewed
token, a wake from sleep and the way back to the best server are all served in one manner: a second
connection is made first, and when it has its snapshot it takes over (``_switch``).
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Self, TypeAlias

from agent_desk.core.clock import Clock, SystemClock
from agent_desk.core.errors import AgentDeskError
from agent_desk.core.tasks import TaskScope
from agent_desk.voicenter.connector import Connector
from agent_desk.voicenter.dialing import WEBSOCKET, TokenRefusedError
from agent_desk.voicenter.errors import UnreachableError
from agent_desk.voicenter.events import (
    ConfigurationChanged,
    ExtensionsSnapshot,
    KeepaliveAnswered,
    MalformedEvent,
    TokenPushed,
)
from agent_desk.voicenter.feed import Feed
from agent_desk.voicenter.herald import Herald
from agent_desk.voicenter.liveness import Verdict, WakeWatch
from agent_desk.voicenter.monitors import Monitors
from agent_desk.voicenter.outlet import Outlet
from agent_desk.voicenter.pacing import Pacing
from agent_desk.voicenter.polling import Poller
from agent_desk.voicenter.stream import (
    Fallback,
    Item,
    LinkState,
    RealtimeOptions,
    Received,
    SessionSource,
)
from agent_desk.voicenter.timetable import MALFORMED_GAP_S, Resyncs, wait_for
from agent_desk.voicenter.tokens import SignedOutError, Tokens

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

__all__ = [
    "Fallback",
    "Item",
    "LinkState",
    "RealtimeConnection",
    "RealtimeOptions",
    "Received",
    "SessionSource",
]

_log = logging.getLogger(__name__)
_Outcome: TypeAlias = Feed | AgentDeskError | SignedOutError


class RealtimeConnection:
    """Follows the monitor servers for as long as ``items()`` is iterated.

    ``connected`` is said once the namespace is open and the first snapshot has come; that snapshot
    follows at once. Everything is handed out in the order in which it arrived. Where no socket can
    be had for long, ``polling`` is said and snapshots come from ``fallback``, until ``connected``.
    After ``signed_out`` the stream ends. Leaving ``async with``, or ``aclose()``, ends every task
    and socket.
    """

    def __init__(
        self,
        source: SessionSource,
        *,
        clock: Clock | None = None,
        options: RealtimeOptions | None = None,
        fallback: Fallback | None = None,
    ) -> None:
        self._clock = clock or SystemClock()
        self._options = options or RealtimeOptions()
        self._tokens = Tokens(source, self._clock)
        self._monitors = Monitors()
        self._pacing = Pacing(self._options)
        self._connector = Connector(self._clock, self._options)
        self._scope = TaskScope("realtime")
        self._outlet = Outlet(self._heed)
        self._watch = WakeWatch(self._clock)
        self._herald = Herald(self._outlet, self._monitors, self._pacing, self._clock)
        self._poller = Poller(
            fallback,
            self._scope,
            self._clock,
            self._options,
            deliver=self._outlet.deliver,
            on_change=self._say_searching,
        )
        self._resyncs = Resyncs()
        self._feed: Feed | None = None
        self._is_started = False
        self._wake = asyncio.Event()
        self._hurry = asyncio.Event()
        self._last_error: AgentDeskError | None = None
        self._signed_out: SignedOutError | None = None
        self._replacement: asyncio.Task[_Outcome] | None = None
        self._retry_at: float | None = None
        self._retries = 0
        self._return_at: float | None = None

    @property
    def state(self) -> LinkState:
        """What was said last about the connection."""
        return self._herald.state

    @property
    def dropped(self) -> int:
        """How many frames could not be decoded since the start."""
        return self._connector.dropped + (0 if self._feed is None else self._feed.dropped)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_exc_info: object) -> None:
        await self.aclose()

    def items(self) -> AsyncIterator[Item]:
        """Start, and give the stream; once. It rests the loop every few milliseconds in a burst."""
        if self._is_started:
            msg = "a connection is iterated once"
            raise RuntimeError(msg)
        self._is_started = True
        self._scope.start(self._run(), name="run")
        return self._outlet

    def resync(self) -> None:
        """Ask the server for fresh snapshots, at most every two seconds."""
        self._resyncs.want(self._clock.monotonic())
        self._wake.set()

    def try_now(self) -> None:
        """Connect at once: a person asks for it, the network changed, or the machine woke up.

        While connected, a second connection is made and takes over, since the first may be dead
        without knowing it.
        """
        self._pacing.forgive()
        self._hurry.set()
        self._wake.set()

    async def aclose(self) -> None:
        """End the stream, every task and socket; may be called twice."""
        await self._scope.aclose()
        self._outlet.end()

    # ---- the owner of the connection

    async def _run(self) -> None:
        try:
            successor: Feed | None = None
            while True:
                self._poller.start()
                feed = successor or await self._connect()
                await self._poller.stop()
                self._begin(feed)
                successor = await self._serve()
        except SignedOutError as signed_out:
            await self._poller.stop()
            self._herald.say_signed_out(signed_out.error)
        finally:
            self._outlet.end()
            await self._close_feeds()

    async def _close_feeds(self) -> None:
        if self._replacement is not None:
            self._replacement.cancel()
            await asyncio.wait({self._replacement})
            outcome = None if self._replacement.cancelled() else self._replacement.result()
            if isinstance(outcome, Feed):
                await outcome.aclose(is_polite=False)
        if self._feed is not None:
            await self._feed.aclose()

    async def _connect(self) -> Feed:
        """Try until one server is connected."""
        if self._signed_out is not None:
            raise self._signed_out
        while True:
            self._hurry.clear()
            try:
                session = await self._tokens.obtain()
            except AgentDeskError as error:
                await self._pause(error, self._pacing.failed(error))
                continue
            self._monitors.update(session.monitors)
            self._say_searching()
            try:
                return await self._connector.open(self._monitors.current, session)
            except AgentDeskError as error:
                await self._pause(error, self._after_failure(error))

    def _after_failure(self, error: AgentDeskError) -> float:
        """What an attempt that failed means for the next one, and how long that has to wait."""
        if isinstance(error, TokenRefusedError) and self._tokens.refused():
            return 0.0
        self._monitors.advance()
        return self._pacing.failed(error)

    def _begin(self, feed: Feed) -> None:
        """``feed`` is the connection from here on, after a time without one."""
        self._take_over(feed)
        self._watch.begin()
        self._last_error, now = None, self._clock.monotonic()
        self._resyncs.begin(now, is_told=feed.has_extensions)
        self._herald.say_connected(feed)
        self._pacing.connected()
        if self._outlet.has_overlapped:  # the one before told more than this one's greeting
            self._outlet.switch(now)
            feed.deliver_to(self._outlet.deliver, greeting_to=self._outlet.deliver_greeted)
            self._resyncs.want(now, 0.0)
        else:
            self._outlet.end_overlap()
            feed.deliver_to(self._outlet.deliver)

    def _take_over(self, feed: Feed) -> None:
        self._feed = feed
        self._retry_at = None
        self._retries = 0
        feed.lost.add_done_callback(lambda _: self._wake.set())
        self._tokens.accepted()
        self._monitors.update(feed.session.monitors)
        self._monitors.select(feed.server)
        due = feed.connected_at + self._options.return_after_s
        is_best = feed.server == self._monitors.first and feed.transport == WEBSOCKET
        self._return_at = None if is_best else due

    async def _serve(self) -> Feed | None:
        """Look after the connection until it has ended; gives its successor if there is one."""
        while (feed := self._feed) is not None:
            self._wake.clear()
            now = self._clock.monotonic()
            if self._watch.has_jumped():
                self._hurry.set()
            if feed.lost.done():
                return await self._end(feed, feed.lost.result())
            if await feed.tend(now) is Verdict.DEAD:
                return await self._end(feed, UnreachableError("The server has gone silent."))
            if self._replacement is None:
                self._replace_if_due(feed, now)
            elif self._replacement.done():
                await self._settle(feed, self._replacement.result())
                continue  # with the connection that serves now
            if self._resyncs.take(now):
                await feed.resync()
            await self._rest(feed)
        return None

    async def _rest(self, feed: Feed) -> None:
        """Sleep until something happens or falls due."""
        dues = [feed.liveness.due, self._resyncs.due]
        if self._replacement is None:
            dues += [self._tokens.due, self._return_at, self._retry_at]
        now = self._clock.monotonic()
        delays = [due - now for due in dues if due is not None]
        await wait_for(self._wake, min([self._options.tick_s, *delays]))

    async def _end(self, feed: Feed, error: AgentDeskError) -> Feed | None:
        """The connection is gone; a successor that is under way is waited for."""
        lived_s = self._clock.monotonic() - feed.connected_at
        self._feed = None
        self._last_error = error
        self._poller.start()
        await self._connector.end(feed, is_polite=False)
        if self._replacement is not None:
            self._say_searching()
            outcome = await self._replacement
            self._replacement = None
            if isinstance(outcome, Feed):
                return outcome
            if isinstance(outcome, SignedOutError):
                raise outcome
        if isinstance(error, TokenRefusedError):
            self._tokens.refused()
        else:
            self._monitors.advance()
        await self._pause(error, self._pacing.lost(error, lived_s))
        return None

    async def _pause(self, error: AgentDeskError, delay_s: float) -> None:
        """Say why, then wait; ``try_now`` and a wake from sleep end it."""
        _log.info("not connected: %s; next attempt in %.1f s", error.code, delay_s)
        self._last_error = error
        if delay_s <= 0:
            return
        end = self._clock.monotonic() + delay_s
        self._herald.next_attempt_at = end
        self._say_searching()
        while not self._hurry.is_set() and (now := self._clock.monotonic()) < end:
            await wait_for(self._hurry, min(end - now, self._options.tick_s))
            if self._watch.has_jumped():
                break
        self._herald.next_attempt_at = None

    def _say_searching(self) -> None:
        self._herald.say_searching(self._poller, self._last_error)

    # ---- taking over from a connection that still lives

    def _replace_if_due(self, feed: Feed, now: float) -> None:
        if self._signed_out is None and self._tokens.is_due():
            self._replace(feed.server, is_renewal=True)
        elif self._hurry.is_set() or (self._retry_at is not None and now >= self._retry_at):
            self._hurry.clear()
            self._replace(feed.server, is_renewal=False)
        elif self._return_at is not None and now >= self._return_at:
            self._return_at = now + self._options.return_after_s
            self._replace(self._monitors.first, is_renewal=False)

    def _replace(self, server: str, *, is_renewal: bool) -> None:
        self._retry_at = None
        self._outlet.begin_overlap()
        work = self._make_successor(server, is_renewal=is_renewal)
        self._replacement = self._scope.start(work, name="successor")

    async def _make_successor(self, server: str, *, is_renewal: bool) -> _Outcome:
        try:
            session = await (self._tokens.renew() if is_renewal else self._tokens.obtain())
            if server not in session.monitors:
                server = session.monitors[0]
            return await self._connector.open(server, session)
        except (AgentDeskError, SignedOutError) as error:
            return error
        finally:
            self._wake.set()

    async def _settle(self, feed: Feed, outcome: _Outcome) -> None:
        """A successor is there, or could not be made; until now the old one serves."""
        if isinstance(outcome, Feed):
            await self._switch(feed, outcome)
            self._replacement = None
            return
        self._replacement = None
        self._outlet.end_overlap()
        if isinstance(outcome, SignedOutError):
            # The connection that is up goes on: no call may be lost while a person signs in.
            self._signed_out = outcome
            self._herald.say_connected(feed, outcome.error)
            return
        _log.info("no successor for the connection: %s", outcome.code)
        if isinstance(outcome, TokenRefusedError):
            self._tokens.refused()
        self._retries += 1
        delay_s = self._options.backoff.delay_s(self._retries)
        self._retry_at = self._clock.monotonic() + delay_s
        if self._tokens.is_due():
            self._tokens.postpone(delay_s)

    async def _switch(self, old: Feed, new: Feed) -> None:
        """Let ``new`` take over, no event lost and none doubled.

        All that ``old`` was sent before ``new`` was greeted is fetched first, by a question whose
        answer comes after it. What ``new`` then brings for the second time is left out, and so is
        its greeting, which may be older than what ``old`` has delivered since. Where neither an
        answer nor an event came ``old`` may have been dead for long, and ``new`` starts afresh.
        """
        is_complete = await old.has_caught_up(self._options.barrier_s)
        old.mute()
        if is_complete or self._outlet.has_overlapped:
            is_other_way = (new.server, new.transport) != (old.server, old.transport)
            self._take_over(new)
            self._outlet.switch(self._clock.monotonic())
            new.deliver_to(self._outlet.deliver, greeting_to=self._outlet.deliver_greeted)
            if is_other_way:
                self._herald.say_connected(new)
            if is_other_way or not is_complete:
                self._resyncs.want(self._clock.monotonic(), 0.0)
        else:
            self._begin(new)
        await self._connector.end(old, is_polite=is_complete)

    # ---- what events ask of the connection itself

    def _heed(self, item: Received) -> None:
        match item.event:
            case ConfigurationChanged():
                self.resync()
            case ExtensionsSnapshot():
                self._resyncs.told()
            case MalformedEvent(name="ExtensionEvent"):
                self._resyncs.want(self._clock.monotonic(), MALFORMED_GAP_S)
                self._wake.set()
            case TokenPushed(body) if self._feed is not None:
                self._feed.session = self._tokens.pushed(body) or self._feed.session
            case KeepaliveAnswered(is_ok=True) if self._feed is not None:
                self._connector.answering.add(self._feed.server)
                self._tokens.praised()
            case KeepaliveAnswered(is_ok=False) if self._replacement is None:
                self._tokens.complained()
                self._wake.set()
