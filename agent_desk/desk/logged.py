"""The facts of which the history puts a call together: what was seen, and rows of the log."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from agent_desk.desk.history import Origin
from agent_desk.desk.phases import CONVERSATION
from agent_desk.desk.state import Outcome, Phase

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.state import CallFacts
    from agent_desk.voicenter.events import CustomValue, Direction

_TALKED: Final = frozenset({Outcome.COMPLETED, Outcome.TRANSFERRED})


@dataclass(frozen=True, slots=True)
class LoggedRow:
    """One row of the call log; what makes it unique is (``call_id``, ``cdr_type``, ``at``).

    ``at`` is aware and in UTC, ``number`` the other party. ``status`` and ``kind`` are the
    service's own words. ``is_own``: one of the agent's extensions took part. ``agent`` is whoever
    worked on the extension. ``talk_s`` counts the wait of a queue, too. ``path`` are the layers of
    the IVR with the key pressed in each.
    """

    call_id: str
    at: datetime
    cdr_type: int | None
    direction: Direction
    status: str
    number: PhoneNumber
    kind: str = ""
    extensions: tuple[str, ...] = ()
    is_own: bool = True
    agent: str = field(default="", repr=False)
    queue_name: str = ""
    did: str = field(default="", repr=False)
    talk_s: int = 0
    ring_s: int = 0
    recording_url: str = field(default="", repr=False)
    origin: Origin = Origin.LOG
    custom_data: dict[str, CustomValue] = field(default_factory=dict, repr=False, hash=False)
    path: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SeenLeg:
    """A call as it was last seen on one of the agent's extensions.

    ``at`` is when it began there, ``told_at`` when it stood so; both aware and in UTC.
    """

    call_id: str
    extension: str
    at: datetime
    told_at: datetime
    direction: Direction
    number: PhoneNumber
    outcome: Outcome | None = None
    has_talked: bool = False
    is_over: bool = False
    is_queued: bool = False
    name: str = field(default="", repr=False)
    queue_name: str = ""
    did: str = field(default="", repr=False)
    talk_s: int = 0
    ring_s: int = 0
    taken_by: str = field(default="", repr=False)
    origin: Origin = Origin.LIVE
    custom_data: dict[str, CustomValue] = field(default_factory=dict, repr=False, hash=False)


def seen_leg(
    facts: CallFacts,
    at: datetime,
    *,
    name: str = "",
    queue_name: str = "",
    origin: Origin = Origin.LIVE,
) -> SeenLeg:
    """A call as it stands ``at`` that moment."""
    return SeenLeg(
        call_id=facts.key.call_id,
        extension=facts.key.extension,
        at=facts.started_at or at,
        told_at=at,
        direction=facts.direction,
        number=facts.number,
        outcome=facts.outcome,
        has_talked=facts.phase in CONVERSATION or facts.outcome in _TALKED,
        is_over=facts.phase is Phase.ENDED,
        is_queued=facts.queue_id is not None,
        name=name or facts.name,
        queue_name=queue_name,
        did=facts.did,
        talk_s=facts.talk_s,
        ring_s=facts.ring_s,
        taken_by=facts.taken_by,
        origin=origin,
        custom_data=facts.custom_data,
    )


def latest(one: SeenLeg, other: SeenLeg) -> SeenLeg:
    """Two states of one leg as one: the later state, with what only the earlier one knew."""
    early, late = sorted((one, other), key=lambda leg: (leg.told_at, leg.is_over))
    return replace(
        late,
        at=min(early.at, late.at),
        number=late.number or early.number,
        has_talked=late.has_talked or early.has_talked,
        is_queued=late.is_queued or early.is_queued,
        name=late.name or early.name,
        queue_name=late.queue_name or early.queue_name,
        did=late.did or early.did,
        taken_by=late.taken_by or early.taken_by,
        custom_data=early.custom_data | late.custom_data,
    )
