"""When a message came, on every clock that matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

_A_DAY_S: Final = 86_400.0


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant: the server's clock and the PC's wall clock where known, and the monotonic one.

    Only differences within one clock are ever taken, so that a PC whose clock is wrong counts
    right all the same.
    """

    monotonic: float
    server: datetime | None = None
    arrival: datetime | None = None

    @property
    def at(self) -> datetime | None:
        """The UTC time of this instant, the server's word first."""
        return self.server or self.arrival

    def age_s(self, since: datetime | None) -> float:
        """Seconds from ``since`` to now by the server's clock; 0 where that makes no sense.

        The service sends stamps that lie ahead of its own clock, and unknown ones.
        """
        if since is None or self.at is None:
            return 0.0
        seconds = (self.at - since).total_seconds()
        return seconds if 0 <= seconds <= _A_DAY_S else 0.0

    def timer_from(self, since: datetime | None) -> float:
        """The monotonic second at which a timer that runs since ``since`` stood at zero."""
        return self.monotonic - self.age_s(since)

    def seconds_since(self, since: datetime | None, timer_from: float) -> int:
        """Whole seconds since a beginning that is known on one clock or the other."""
        if since is not None and self.at is not None:
            return int(self.age_s(since))
        return max(0, int(self.monotonic - timer_from))
