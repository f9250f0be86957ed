"""Making connections to a monitor server, in the generation of the protocol it speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.voicenter.dialing import WrongGenerationError
from agent_desk.voicenter.feed import Feed
from agent_desk.voicenter.monitors import Generations

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.voicenter.session import Session
    from agent_desk.voicenter.stream import RealtimeOptions


class Connector:
    """Opens feeds, and remembers what each server has shown of itself.

    ``answering`` are the servers that have answered a keepalive. ``dropped`` counts the frames that
    could not be decoded on connections that are ``ended``.
    """

    def __init__(self, clock: Clock, options: RealtimeOptions) -> None:
        self._clock = clock
        self._options = options
        self._generations = Generations(options.generations)
        self.answering: set[str] = set()
        self.dropped = 0

    async def open(self, server: str, session: Session) -> Feed:
        """A feed with its first snapshot; raises a ``VoicenterError``.

        Where the server refuses the likelier generation the other one is tried.
        """
        first, second = self._generations.candidates(server, session.client_version)
        try:
            return await self._open_in(first, server, session)
        except WrongGenerationError:
            return await self._open_in(second, server, session)

    async def end(self, feed: Feed, *, is_polite: bool) -> None:
        """Close ``feed``, with a good-bye where ``is_polite``, and count what it dropped."""
        self.dropped += feed.dropped
        await feed.aclose(is_polite=is_polite)

    async def _open_in(self, protocol: int, server: str, session: Session) -> Feed:
        feed = Feed(
            server,
            protocol,
            session,
            clock=self._clock,
            options=self._options,
            does_answer=server in self.answering,
        )
        try:
            await feed.open()
        except BaseException:
            await self.end(feed, is_polite=False)
            raise
        self._generations.remember(server, protocol)
        return feed
