"""Finished calls as the history shows them: one row per call, with its legs inside."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.state import Direction
    from agent_desk.voicenter.events import CustomValue

HOURS: Final = 24
USUAL_HISTORY_DAYS: Final = 90
"""So long calls are kept where nobody has chosen; 0 stands for ever."""


class Origin(Enum):
    """How this program came to know a fact; the best first.

    ``RECOVERED``: it happened while calls could not be seen, and the log told of it afterwards.
    """

    LIVE = "live"
    RECOVERED = "recovered"
    LOG = "log"


class Ending(Enum):
    """How a call ended for the agent: what the list tells apart and the filter offers."""

    ANSWERED = "answered"
    MISSED = "missed"
    DECLINED = "declined"
    TAKEN_ELSEWHERE = "taken_elsewhere"
    CALLER_GAVE_UP = "caller_gave_up"
    VOICEMAIL = "voicemail"
    TRANSFERRED = "transferred"
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    BAD_NUMBER = "bad_number"
    FAILED = "failed"


class SortBy(Enum):
    """By what the list is sorted."""

    TIME = "time"
    NAME = "name"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class HistoryCall:
    """One call, however many legs it had; ``at`` is aware and in UTC.

    ``talk_s`` counts the wait of a queue, too, where ``is_estimated``. ``taken_by`` is the
    colleague of ``TAKEN_ELSEWHERE``. ``origin`` is the best of its legs'. ``recording_url`` may
    want a login of its own; empty for none.
    """

    call_id: str
    at: datetime
    direction: Direction
    ending: Ending
    number: PhoneNumber
    name: str = field(default="", repr=False)
    queue_name: str = ""
    talk_s: int = 0
    is_estimated: bool = False
    taken_by: str = field(default="", repr=False)
    origin: Origin = Origin.LOG
    extensions: tuple[str, ...] = ()
    note: str = field(default="", repr=False)
    disposition: str = ""
    recording_url: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HistoryLeg:
    """One part of a call: one extension that it rang or was made from, or one row of the log.

    ``status`` is the service's own word (``ANSWER``, ``ABANDONE`` ...), empty for what was seen
    live; ``kind`` its name for the part ("Incoming Call", "Click2Call leg1"), empty likewise.
    """

    at: datetime
    origin: Origin
    ending: Ending
    extension: str = ""
    agent: str = field(default="", repr=False)
    kind: str = ""
    status: str = ""
    queue_name: str = ""
    ring_s: int = 0
    talk_s: int = 0


@dataclass(frozen=True, slots=True)
class HistoryDetail:
    """All that is kept of one call; ``path`` are the IVR's layers with the key pressed in each."""

    call: HistoryCall
    legs: tuple[HistoryLeg, ...] = ()
    custom_data: dict[str, CustomValue] = field(default_factory=dict, repr=False)
    path: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    did: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HistoryQuery:
    """Which calls to list, and in which order; empty means all.

    ``text`` is what a person typed: words match the beginnings of words in names, notes, custom
    data and queues, digits match anywhere in a number in any form; all parts must match. ``since``
    and ``until`` are aware; ``until`` itself is not included.
    """

    text: str = field(default="", repr=False)
    since: datetime | None = None
    until: datetime | None = None
    directions: frozenset[Direction] = frozenset()
    endings: frozenset[Ending] = frozenset()
    queue_name: str = ""
    has_note: bool = False
    sort: SortBy = SortBy.TIME
    is_descending: bool = True


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some rows of what a query finds: those from ``offset`` on, of ``total`` altogether."""

    query: HistoryQuery
    offset: int
    calls: tuple[HistoryCall, ...]
    total: int


@dataclass(frozen=True, slots=True)
class DaySummary:
    """One local day in figures; the tuples have a place for each of its 24 hours."""

    day: date
    answered: tuple[int, ...] = (0,) * HOURS
    missed: tuple[int, ...] = (0,) * HOURS
    made: tuple[int, ...] = (0,) * HOURS
    talk_s: int = 0


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How a pull from the call log stands: ``done`` and ``total`` calls; ``None`` where unknown.

    ``error_code`` and ``detail`` say why it stopped before its end, in the desk's own codes.
    """

    is_running: bool = False
    done: int = 0
    total: int | None = None
    since: datetime | None = None
    error_code: str = ""
    detail: str = ""
