"""Queues as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from agent_desk.desk.recent import ListState

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.gave_up import GaveUp

MOST_GAVE_UP: Final = 100
"""More are only counted."""


class Level(Enum):
    """How a wait is to be taken."""

    FINE = "fine"
    LONG = "long"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From how many seconds on a wait is long, and too long."""

    long_s: int = 60
    too_long_s: int = 180

    def level(self, waited_s: float) -> Level:
        """How a wait of so many seconds is to be taken."""
        if waited_s >= self.too_long_s:
            return Level.TOO_LONG
        return Level.LONG if waited_s >= self.long_s else Level.FINE


USUAL: Final = Thresholds()


@dataclass(frozen=True, slots=True)
class Waiting:
    """One caller; ``waits_from`` is the monotonic second at which their wait began."""

    call_id: str
    number: PhoneNumber
    waits_from: float
    name: str = field(default="", repr=False)
    joined_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class QueueView:
    """One queue, those who wait in the order of the service, and what was seen of it today."""

    queue_id: int
    name: str = field(default="", repr=False)
    waiting: tuple[Waiting, ...] = ()
    answered: int = 0
    abandoned: int = 0

    @property
    def longest_from(self) -> float | None:
        """The monotonic second since which the one waits who waits longest."""
        return min((caller.waits_from for caller in self.waiting), default=None)


@dataclass(frozen=True, slots=True)
class QueuesView:
    """All that a page of queues shows.

    ``is_asked``: the service is asked every few seconds instead of telling by itself. A stale
    view is how it was ``as_of`` then. ``nameless`` have given up and cannot be called back,
    ``unseen`` left while nobody saw how; both, as the counts of the queues, since ``since``.
    """

    state: ListState = ListState.UNASKED
    queues: tuple[QueueView, ...] = ()
    gave_up: tuple[GaveUp, ...] = ()
    more_gave_up: int = 0
    nameless: int = 0
    unseen: int = 0
    since: datetime | None = None
    thresholds: Thresholds = USUAL
    region: str = "IL"
    is_asked: bool = False
    is_stale: bool = False
    as_of: datetime | None = None
    error_code: str = ""
    detail: str = ""
