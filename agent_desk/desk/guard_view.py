"""The words in which a recording guard is asked and answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent_desk.desk.guard_table import GuardState


class Failure(Enum):
    """What a request came to that was not answered with success.

    ``REFUSED``: it was not done, and asking again would not help. ``UNREACHED``: it was not done
    because nobody could be asked. ``UNCLEAR``: it may have been done.
    """

    REFUSED = 1
    UNREACHED = 2
    UNCLEAR = 3


@dataclass(frozen=True, slots=True)
class GuardView:
    """The guard of one call as a card paints it; ``muted_from`` is a monotonic second.

    ``is_reported_muted``: the service's events say muted although no answer here does, because
    somebody else muted, or this program before it was started anew. Only ``RECORDING`` and
    ``WILL_RECORD`` have it, and it takes the place of their words; such a call can be resumed.
    ``is_retrying``: the mute failed because Voicenter cannot be reached, and goes on being sent
    while the call lasts. ``resume_at`` is the monotonic second of the automatic resume, and
    ``reminders`` how many are due so far for this mute.
    """

    state: GuardState
    muted_from: float | None = None
    failure_code: str = ""
    is_reported_muted: bool = False
    is_retrying: bool = False
    resume_at: float | None = None
    reminders: int = 0


@dataclass(frozen=True, slots=True)
class MutePolicy:
    """After how many seconds of a mute to remind of it, each time anew, and to end it by itself.

    ``None`` is never.
    """

    remind_after_s: float | None = 90.0
    resume_after_s: float | None = None


@dataclass(frozen=True, slots=True)
class MuteRequest:
    """One request to send; hand it back with its answer. Later ones have higher numbers."""

    number: int
    muted: bool
