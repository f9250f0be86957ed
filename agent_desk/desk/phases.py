"""Where a call stands, read from the service's own description of it (docs: call states)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.desk.state import Phase, TransitionKind
from agent_desk.voicenter.events import CallStatus, Direction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.voicenter.events import Call

OPENING: Final = frozenset({Phase.RINGING, Phase.DIALING, Phase.AGENT_RINGING})
"""How a call begins that is seen from its beginning."""

CONVERSATION: Final = frozenset({Phase.TALKING, Phase.HELD})

_CLICK2CALL_CUSTOMER: Final = 2

# How far a call has come. One that falls back without the server's clock having moved on is a late
# message, not a new ring.
_PROGRESS: Final = {
    Phase.RINGING: 0,
    Phase.DIALING: 0,
    Phase.AGENT_RINGING: 0,
    Phase.AGENT_UP: 1,
    Phase.CUSTOMER_RINGING: 2,
    Phase.TALKING: 3,
    Phase.HELD: 3,
}

_KINDS: Final = {
    Phase.RINGING: TransitionKind.RINGING,
    Phase.DIALING: TransitionKind.DIALING,
    Phase.AGENT_RINGING: TransitionKind.AGENT_RINGING,
    Phase.CUSTOMER_RINGING: TransitionKind.CUSTOMER_RINGING,
    Phase.TALKING: TransitionKind.ANSWERED,
    Phase.HELD: TransitionKind.HELD,
}


def phase_of(call: Call, before: Phase | None = None) -> Phase:
    """The phase that ``call`` describes; ``before`` decides where its status is unknown.

    Three of the service's words do not mean what they say: leg 1 of a Click2Call that is answered
    is no conversation, leg 2 says Talking while the customer's phone still rings, and a call that
    a queue delivers says Talking with ``answered`` 0 although the agent is talking.
    """
    if call.status is CallStatus.HOLD:
        return Phase.HELD
    if call.direction is Direction.CLICK2CALL:
        return _click2call_phase(call)
    if call.status is CallStatus.TALKING or call.is_answered:
        return Phase.TALKING
    if call.status is CallStatus.UNKNOWN and before is not None:
        return before
    if call.direction is Direction.SPY and call.status is CallStatus.UNKNOWN:
        return Phase.TALKING
    if call.direction in (Direction.INCOMING, Direction.UNKNOWN):
        return Phase.RINGING
    return Phase.DIALING


def _click2call_phase(call: Call) -> Phase:
    is_up = call.is_answered or call.status is CallStatus.TALKING
    if call.click2call_leg == 1:
        return Phase.AGENT_UP if is_up else Phase.AGENT_RINGING
    if call.is_answered:
        return Phase.TALKING
    if call.click2call_leg == _CLICK2CALL_CUSTOMER or is_up:
        return Phase.CUSTOMER_RINGING
    return Phase.AGENT_RINGING


def falls_back(before: Phase, after: Phase) -> bool:
    """Whether ``after`` is an earlier stage of a live call than ``before``."""
    return _PROGRESS[after] < _PROGRESS[before]


def kind_of(before: Phase | None, after: Phase) -> TransitionKind | None:
    """What a live call's step says to the outside; ``None`` for the agent's own leg going up.

    ``before`` is ``None`` for a call that has just appeared.
    """
    if before is Phase.HELD and after is Phase.TALKING:
        return TransitionKind.RESUMED
    return _KINDS.get(after)


def by_call_id(calls: Iterable[Call]) -> dict[str, Call]:
    """The live calls by id; of a Click2Call's two legs the later one speaks for both."""
    found: dict[str, Call] = {}
    for call in calls:
        other = found.get(call.call_id)
        if other is None or (other.click2call_leg or 0) <= (call.click2call_leg or 0):
            found[call.call_id] = call
    return found
