"""How the connection stands, put into words and into the stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.core.link import Link
from agent_desk.voicenter.stream import LinkState

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.core.errors import AgentDeskError
    from agent_desk.voicenter.feed import Feed
    from agent_desk.voicenter.monitors import Monitors
    from agent_desk.voicenter.outlet import Outlet
    from agent_desk.voicenter.pacing import Pacing
    from agent_desk.voicenter.polling import Poller


class Herald:
    """Says how the connection stands; ``state`` is what was said last.

    ``next_attempt_at`` is the monotonic second up to which nothing is tried, if there is one.
    """

    def __init__(self, outlet: Outlet, monitors: Monitors, pacing: Pacing, clock: Clock) -> None:
        self.state = LinkState(Link.CONNECTING)
        self.next_attempt_at: float | None = None
        self._outlet = outlet
        self._monitors = monitors
        self._pacing = pacing
        self._clock = clock
        self._was_connected = False

    def say_connected(self, feed: Feed, error: AgentDeskError | None = None) -> None:
        """``feed`` serves; with ``error`` it cannot be renewed."""
        self._was_connected = True
        self._say(
            LinkState(
                Link.CONNECTED,
                server=feed.server,
                protocol=feed.protocol,
                transport=feed.transport,
                attempt=self._pacing.attempt,
                reason="" if error is None else error.message,
                error=error,
            )
        )

    def say_searching(self, poller: Poller, error: AgentDeskError | None) -> None:
        """There is no connection, because of ``error``; ``poller`` may see calls all the same."""
        self._say_without_feed(self._phase(poller), error)

    def say_signed_out(self, error: AgentDeskError) -> None:
        """Only a person can help."""
        self._say_without_feed(Link.SIGNED_OUT, error)

    def _phase(self, poller: Poller) -> Link:
        if poller.is_seeing:
            return Link.POLLING
        if poller.is_blind or self._pacing.is_offline(len(self._monitors)):
            return Link.OFFLINE
        return Link.RECONNECTING if self._was_connected else Link.CONNECTING

    def _say_without_feed(self, state: Link, error: AgentDeskError | None) -> None:
        retry_in_s = None
        if self.next_attempt_at is not None:
            retry_in_s = max(0.0, round(self.next_attempt_at - self._clock.monotonic(), 3))
        self._say(
            LinkState(
                state,
                server=self._monitors.current,
                attempt=self._pacing.attempt,
                retry_in_s=retry_in_s,
                reason="" if error is None else error.message,
                error=error,
            )
        )

    def _say(self, state: LinkState) -> None:
        self.state = state
        self._outlet.say(state)
