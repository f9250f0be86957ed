"""Making connections to a monitor server, in whatever way it and the network allow."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from agent_desk.voicenter.dialing import (
    LONG_POLLING,
    WEBSOCKET,
    TokenRefusedError,
    WrongGenerationError,
)
from agent_desk.voicenter.errors import VoicenterError
from agent_desk.voicenter.feed import Feed
from agent_desk.voicenter.monitors import Generations

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.voicenter.session import Session
    from agent_desk.voicenter.stream import RealtimeOptions

_log = logging.getLogger(__name__)


class _NoWebSocketError(Exception):
    """The server can be reached, but wants no websocket; ``error`` is its refusal."""

    def __init__(self, error: VoicenterError) -> None:
        super().__init__()
        self.error = error


class Connector:
    """Opens feeds, and remembers what each server has shown of itself.

    ``answering`` are the servers that have answered a keepalive. ``dropped`` counts the frames that
    could not be decoded on connections that are ``ended``.
    """

    def __init__(self, clock: Clock, options: RealtimeOptions) -> None:
        self._clock = clock
        self._options = options
        self._generations = Generations(options.generations)
        self._polled_until: dict[str, float] = {}
        self.answering: set[str] = set()
        self.dropped = 0

    async def open(self, server: str, session: Session) -> Feed:
        """A feed with its first snapshot; raises a ``VoicenterError``.

        Where the server refuses the likelier generation the other one is tried. Where websockets
        are refused it is polled, in generation 4, since 3 has no polling here: what was known of
        the server may be out of date. That is remembered for a while, since ``return_after_s``
        later a websocket is tried again.
        """
        if self._clock.monotonic() < self._polled_until.pop(server, float("-inf")):
            return await self._open_polled(server, session)
        try:
            return await self._open_websocket(server, session)
        except _NoWebSocketError as refused:
            _log.info("no websocket to the server: %s", refused.error.code)
            try:
                return await self._open_polled(server, session)
            except TokenRefusedError:
                raise  # the sign-in has to be renewed, whatever became of the websocket
            except VoicenterError as error:
                _log.info("nor polling: %s", error.code)
                raise refused.error from None

    async def end(self, feed: Feed, *, is_polite: bool) -> None:
        """Close ``feed``, with a good-bye where ``is_polite``, and count what it dropped."""
        self.dropped += feed.dropped
        await feed.aclose(is_polite=is_polite)

    async def _open_websocket(self, server: str, session: Session) -> Feed:
        first, second = self._generations.candidates(server, session.client_version)
        try:
            return await self._open_in(first, WEBSOCKET, server, session)
        except _NoWebSocketError as refused:
            if not isinstance(refused.error, WrongGenerationError):
                raise
        except WrongGenerationError:
            pass
        return await self._open_in(second, WEBSOCKET, server, session)

    async def _open_polled(self, server: str, session: Session) -> Feed:
        feed = await self._open_in(4, LONG_POLLING, server, session)
        self._polled_until[server] = feed.connected_at + self._options.return_after_s
        return feed

    async def _open_in(self, protocol: int, transport: str, server: str, session: Session) -> Feed:
        feed = Feed(
            server,
            protocol,
            transport,
            session,
            clock=self._clock,
            options=self._options,
            does_answer=server in self.answering,
        )
        try:
            await feed.open()
        except BaseException as error:
            await self.end(feed, is_polite=False)
            if feed.was_refused and isinstance(error, VoicenterError):
                raise _NoWebSocketError(error) from None
            raise
        self._generations.remember(server, protocol)
        return feed
