"""What is kept of one wish to mute a recording: when, by what, confirmed or not, for how long.

No number and no name is in it, so that it can be kept and handed on longer than the call itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class MuteTrigger(Enum):
    """What asked to mute or to resume."""

    BUTTON = "button"
    HOTKEY = "hotkey"
    TRAY = "tray"
    COMMAND = "command"
    RULE = "rule"
    LOCAL_PROGRAM = "local_program"
    COUNTDOWN = "countdown"


class MuteEnd(Enum):
    """How a mute ended."""

    RESUMED = "resumed"
    CALL_ENDED = "call_ended"
    FAILED = "failed"
    CONTRADICTED = "contradicted"
    UNKNOWN = "unknown"
    SIGNED_OUT = "signed_out"


@dataclass(frozen=True, slots=True)
class MuteRecord:
    """One wish to mute one call, as it stands; handed on anew whenever that changes.

    The call, ``ordinal`` (1 for the call's first) and ``requested_at`` tell one from another. Times
    are aware UTC. ``answered_at`` is the service's success answer, ``seen_at`` the first event that
    says the same; ``attempts`` is how often it was sent. ``end`` is ``None`` while it lasts;
    ``muted_s`` is how long the call was muted, as far as the answers say.
    """

    call_id: str
    extension: str
    ordinal: int
    requested_at: datetime
    trigger: MuteTrigger
    attempts: int = 1
    answered_at: datetime | None = None
    seen_at: datetime | None = None
    failure_code: str = ""
    resume_requested_at: datetime | None = None
    resume_trigger: MuteTrigger | None = None
    ended_at: datetime | None = None
    end: MuteEnd | None = None
    muted_s: float = 0.0


@dataclass(frozen=True, slots=True)
class MuteProgress:
    """A wish to mute as its guard knows it, without dates; ``resumes`` counts wishes to resume."""

    call_id: str
    ordinal: int
    trigger: MuteTrigger
    attempts: int = 1
    is_answered: bool = False
    is_seen: bool = False
    failure_code: str = ""
    resumes: int = 0
    resume_trigger: MuteTrigger | None = None
    end: MuteEnd | None = None
    muted_s: float = 0.0


class MuteBook:
    """Dates the wishes to mute: what is new in one has happened when the book hears of it."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], tuple[MuteProgress, MuteRecord]] = {}

    def record(self, progress: MuteProgress, extension: str, now: datetime) -> MuteRecord:
        """The record of ``progress`` as it stands ``now`` (UTC).

        ``extension`` counts where the wish is new.
        """
        place = (progress.call_id, progress.ordinal)
        if place in self._open:
            before, record = self._open[place]
        else:
            before = MuteProgress(progress.call_id, progress.ordinal, progress.trigger)
            record = MuteRecord(
                progress.call_id, extension, progress.ordinal, now, progress.trigger
            )
        is_asked = progress.resumes != before.resumes
        record = replace(
            record,
            attempts=progress.attempts,
            answered_at=record.answered_at or (now if progress.is_answered else None),
            seen_at=record.seen_at or (now if progress.is_seen else None),
            failure_code=progress.failure_code,
            resume_requested_at=now if is_asked else record.resume_requested_at,
            resume_trigger=progress.resume_trigger,
            ended_at=None if progress.end is None else now,
            end=progress.end,
            muted_s=progress.muted_s,
        )
        if progress.end is None:
            self._open[place] = (progress, record)
        else:
            self._open.pop(place, None)
        return record
