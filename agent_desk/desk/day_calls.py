"""The agent's own calls, each of them once, whatever told of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from agent_desk.desk.phases import CONVERSATION
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import Outcome, Phase
from agent_desk.voicenter.events import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.recent import RecentCall, RecentCalls
    from agent_desk.desk.state import CallFacts, CallKey

MOST_CALLS: Final = 4000
"""So many are remembered of those seen, and so many of those logged; the newest count."""

_TALKED: Final = frozenset({Outcome.COMPLETED, Outcome.TRANSFERRED})
_MISSED: Final = frozenset({Outcome.MISSED, Outcome.CALLER_GAVE_UP})
_UNANSWERED: Final = _MISSED | {Outcome.BUSY}
_OUTGOING: Final = frozenset({Direction.OUTGOING, Direction.CLICK2CALL})


@dataclass(frozen=True, slots=True)
class DayCall:
    """One call of the agent's, with all that is known of it.

    ``is_answered``: the agent and the other party have talked. ``is_reached``: somebody of the
    account has talked with them in this call. ``is_missed``: it rang here in vain, and the agent
    did not decline it. ``is_unanswered``: it came in and nobody took it. ``is_made``: the agent
    called, and it was more than a failed try. ``talk_s`` is 0 until the talk is over; where it
    ``is_estimated`` it comes from the log, which counts the wait in a queue, too. ``hold_s`` is the
    part of it that was seen to be on hold.
    """

    call_id: str
    at: datetime
    number: PhoneNumber
    name: str = field(default="", repr=False)
    queue_name: str = ""
    is_incoming: bool = True
    is_answered: bool = False
    is_reached: bool = False
    is_missed: bool = False
    is_unanswered: bool = False
    is_made: bool = False
    talk_s: int = 0
    hold_s: int = 0
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class _Leg:
    """A call as it was last seen on one extension."""

    facts: CallFacts
    at: datetime
    name: str
    queue_name: str

    @property
    def is_over(self) -> bool:
        return self.facts.phase is Phase.ENDED

    @property
    def has_talked(self) -> bool:
        return self.facts.phase in CONVERSATION or self.facts.outcome in _TALKED


class DayCalls:
    """Puts together what was seen of calls and what the log tells of them.

    In which order they came makes no difference.
    """

    def __init__(self) -> None:
        self._legs: dict[CallKey, _Leg] = {}
        self._rows: dict[str, DayCall] = {}

    def see(self, facts: CallFacts, at: datetime, *, name: str = "", queue_name: str = "") -> None:
        """A call on an own extension stands so now; ``at`` is when, where it does not say."""
        if facts.direction is Direction.SPY:
            return  # a supervisor who listens has no call of their own
        known = self._legs.get(facts.key)
        if known is None:
            at = facts.started_at or at
        else:
            at, name, queue_name = known.at, name or known.name, queue_name or known.queue_name
        self._legs[facts.key] = _Leg(facts, at, name, queue_name)
        if len(self._legs) > MOST_CALLS:
            del self._legs[next(iter(self._legs))]

    def read_log(self, calls: RecentCalls) -> None:
        """Take the agent's own calls of the log in place of those read before."""
        if calls.state is ListState.READY:
            newest = sorted(calls.calls, key=lambda call: (call.at, call.call_id), reverse=True)
            self._rows = {row.call_id: _of_row(row) for row in newest[:MOST_CALLS]}

    def forget_before(self, moment: datetime) -> None:
        """Let go of what was seen to end and began before ``moment``."""
        self._legs = {
            key: leg for key, leg in self._legs.items() if leg.at >= moment or not leg.is_over
        }

    def __iter__(self) -> Iterator[DayCall]:
        """Every call once, in no particular order."""
        legs: dict[str, list[_Leg]] = {}
        for key, leg in self._legs.items():
            legs.setdefault(key.call_id, []).append(leg)
        for call_id, logged in self._rows.items():
            seen = legs.pop(call_id, None)
            yield logged if seen is None else _of_legs(seen, logged)
        for seen in legs.values():
            yield _of_legs(seen, None)


def _of_row(row: RecentCall) -> DayCall:
    """A call that only the log knows; ``row.agent`` is the colleague who took it."""
    is_incoming = row.direction not in _OUTGOING
    is_reached = row.outcome in _TALKED
    is_answered = is_reached and not row.agent
    return DayCall(
        call_id=row.call_id,
        at=row.at,
        number=row.number,
        name=row.name,
        queue_name=row.queue_name,
        is_incoming=is_incoming,
        is_answered=is_answered,
        is_reached=is_reached,
        is_missed=is_incoming and row.outcome in _MISSED,
        # Of a call in an unknown direction nobody can say whose number the log gives.
        is_unanswered=row.direction is Direction.INCOMING and row.outcome in _UNANSWERED,
        is_made=not is_incoming and row.outcome is not Outcome.FAILED,
        talk_s=row.duration_s if is_answered else 0,
        is_estimated=is_answered and bool(row.queue_name),
    )


def _of_legs(legs: list[_Leg], logged: DayCall | None) -> DayCall:
    """A call that was seen on one or several own extensions, and maybe is in the log, too."""
    legs = sorted(legs, key=lambda leg: (leg.at, leg.facts.key))
    first = legs[0]
    outcomes = {leg.facts.outcome for leg in legs}
    is_declined = Outcome.DECLINED in outcomes
    is_taken = Outcome.TAKEN_ELSEWHERE in outcomes
    has_talked = any(leg.has_talked for leg in legs)
    # Merely missed is also what remains of a call whose answer was not seen: the log knows better.
    # What was seen to be declined or taken by others was no talk of the agent's.
    is_read = logged is not None and logged.is_answered and not (is_declined or is_taken)
    is_answered = has_talked or is_read
    is_reached = is_answered or is_taken or (logged is not None and logged.is_reached)
    is_incoming = first.facts.direction not in _OUTGOING
    is_over = all(leg.is_over for leg in legs)
    is_in_vain = is_incoming and is_over and not is_reached
    # A queue goes on ringing others after one has declined: only the log says whether in vain.
    is_open = is_declined and any(leg.facts.queue_id is not None for leg in legs)
    talk_s = max(leg.facts.talk_s for leg in legs)
    is_talk_read = is_over and is_answered and not talk_s and logged is not None
    name = next((leg.name for leg in legs if leg.name), "")
    queue_name = next((leg.queue_name for leg in legs if leg.queue_name), "")
    number = next((leg.facts.number for leg in legs if leg.facts.number), first.facts.number)
    return DayCall(
        call_id=first.facts.key.call_id,
        at=first.at,
        number=number,
        name=name,
        queue_name=queue_name,
        is_incoming=is_incoming,
        is_answered=is_answered,
        is_reached=is_reached,
        is_missed=is_in_vain and not is_declined,
        is_unanswered=is_in_vain and (not is_open or (logged is not None and logged.is_unanswered)),
        is_made=not is_incoming and (is_answered or (is_over and outcomes != {Outcome.FAILED})),
        talk_s=logged.talk_s if logged is not None and is_talk_read else talk_s,
        hold_s=max(leg.facts.hold_s for leg in legs) if is_over else 0,
        is_estimated=logged is not None and is_talk_read and logged.is_estimated,
    )
