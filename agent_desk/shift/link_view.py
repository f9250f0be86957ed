"""The connection as a person is told about it, with the time since when it is blind."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from agent_desk.core.link import Link
from agent_desk.desk.link import LinkView

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.voicenter.stream import LinkState


class LinkBook:
    """Turns what the connection says into what is shown; remembers when sight was lost.

    ``monitor`` is the base URL of the last working connection.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._blind_since: datetime | None = None
        self._was_seeing = False
        self.monitor: str | None = None

    @property
    def is_blind(self) -> bool:
        """Whether calls that come now would not be seen."""
        return not self._was_seeing

    def view(self, state: LinkState) -> LinkView:
        """What to show for ``state``."""
        sees = state.state in (Link.CONNECTED, Link.POLLING)
        if sees:
            self._blind_since = None
        elif self._was_seeing:
            self._blind_since = self._clock.now()
        self._was_seeing = sees
        if state.state is Link.CONNECTED:
            self.monitor = state.server
        retry_at = None
        if state.retry_in_s is not None:
            retry_at = self._clock.monotonic() + state.retry_in_s
        return LinkView(
            state.state,
            server=short_name(state.server),
            protocol=state.protocol,
            transport=state.transport,
            attempt=state.attempt,
            retry_at=retry_at,
            blind_since=self._blind_since,
            error_code="" if state.error is None else state.error.code,
            detail=state.reason,
        )


def short_name(server: str) -> str:
    """``monitor3`` for a monitor of Voicenter's, the whole host for an address or a plain name."""
    host = urlsplit(server).hostname or ""
    first = host.split(".", 1)[0]
    return host if first.isdigit() or ":" in host else first
