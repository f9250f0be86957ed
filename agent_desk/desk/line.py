"""One extension as the messages about it have told of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.desk.moment import Moment

LATE_TO: Final = timedelta(seconds=5)
"""A message that is older than the last one by more than this shows that a clock was changed."""


@dataclass(slots=True)
class Line:
    """When the state of an extension was last told, and what is live on it.

    ``server_at`` is the stamp of the last message. ``missing`` are calls that a list lacks which
    may be older than they are. ``doubted_at`` is the monotonic second at which messages first
    contradicted each other, until something settles it.
    """

    server_at: datetime | None = None
    heard_at: float = 0.0
    doubted_at: float | None = None
    seen: int = 0
    live: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    _newest_at: datetime | None = None

    def begin_connection(self) -> None:
        """Another server's clock counts from here."""
        self.server_at = self._newest_at = None

    def hear(self, now: Moment) -> bool:
        """A message tells of the extension; whether it may have been sent before another one.

        One of a later second settles every doubt.
        """
        if now.server is not None:
            self.server_at = now.server
        return self.miss(now)

    def miss(self, now: Moment) -> bool:
        """The same for a complete list of extensions that leaves this one out."""
        self.heard_at = now.monotonic
        is_tie = self._is_tie(now.server)
        if not is_tie:
            self.doubted_at = None
            if now.server is not None:
                self._newest_at = now.server
        return is_tie

    def doubt(self, now: Moment) -> None:
        """What has just come contradicts what came before."""
        if self.doubted_at is None:
            self.doubted_at = now.monotonic

    def _is_tie(self, server: datetime | None) -> bool:
        if server is None or self._newest_at is None:
            return False
        return timedelta(0) <= self._newest_at - server <= LATE_TO
