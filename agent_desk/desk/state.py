"""The words in which the desk speaks of calls."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from agent_desk.voicenter.events import Direction

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.voicenter.events import CustomValue

# Direction is named here for the windows, which know the desk only.
__all__ = [
    "CallFacts",
    "CallKey",
    "Direction",
    "Outcome",
    "Phase",
    "Transition",
    "TransitionKind",
]


@dataclass(frozen=True, slots=True, order=True)
class CallKey:
    """What tells one card from another: the same call may live on several extensions."""

    extension: str
    call_id: str


class Phase(Enum):
    """Where a call stands for this extension."""

    RINGING = "ringing"
    RING_STOPPED = "ring_stopped"
    DIALING = "dialing"
    AGENT_RINGING = "agent_ringing"
    AGENT_UP = "agent_up"
    CUSTOMER_RINGING = "customer_ringing"
    TALKING = "talking"
    HELD = "held"
    ENDED = "ended"


class Outcome(Enum):
    """How a call ended for this extension."""

    COMPLETED = "completed"
    MISSED = "missed"
    DECLINED = "declined"
    TAKEN_ELSEWHERE = "taken_elsewhere"
    TRANSFERRED = "transferred"
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    FAILED = "failed"
    CALLER_GAVE_UP = "caller_gave_up"


class TransitionKind(Enum):
    """What happened to a call; the values are those of the JSON lines.

    A call ends once. One that comes back after its ``ENDED`` (a queue rings a phone again that
    declined) and is over again is ``REVISED``: its outcome now is the one that counts.
    """

    RINGING = "ringing"
    RING_STOPPED = "ring_stopped"
    DIALING = "dialing"
    AGENT_RINGING = "agent_ringing"
    CUSTOMER_RINGING = "customer_ringing"
    ANSWERED = "answered"
    HELD = "held"
    RESUMED = "resumed"
    RECORDING_MUTED = "recording_muted"
    RECORDING_RESUMED = "recording_resumed"
    ENDED = "ended"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class CallFacts:
    """All that is known of one call on one extension.

    ``elapsed_from`` is the monotonic second at which the running timer of this phase stood at
    zero (ringing since, talking since, on hold since, ended since), so that a paint needs one
    subtraction. ``is_adopted`` says that we first saw the call in the middle, ``has_recording``
    that the service does not rule a recording out. ``talk_s``, ``hold_s`` (a part of it) and
    ``ring_s`` are final once the call has ended.
    """

    key: CallKey
    phase: Phase
    direction: Direction
    number: PhoneNumber
    name: str = field(default="", repr=False)
    original_name: str = field(default="", repr=False)
    did: str = field(default="", repr=False)
    queue_id: int | None = None
    campaign_id: int | None = None
    click2call_leg: int | None = None
    custom_data: dict[str, CustomValue] = field(default_factory=dict, repr=False)
    started_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    elapsed_from: float = 0.0
    is_recording_muted: bool | None = None
    has_recording: bool = False
    is_internal: bool = False
    is_spied_on: bool = False
    is_adopted: bool = False
    transferred_by: str = field(default="", repr=False)
    related_call_ids: tuple[str, ...] = ()
    taken_by: str = field(default="", repr=False)
    outcome: Outcome | None = None
    talk_s: int = 0
    hold_s: int = 0
    ring_s: int = 0


@dataclass(frozen=True, slots=True)
class Transition:
    """One thing that happened to one call, with the call as it stands afterwards."""

    kind: TransitionKind
    call: CallFacts
    at: datetime | None = None
