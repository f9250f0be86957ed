"""What is kept of one wish to mute a recording: when, by what, confirmed or not, for how long.

No number and no name is in it, so that it can be kept and handed on longer than the call itself.
"""

from __future__ import annotations

from dataclasses import dataclass
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
