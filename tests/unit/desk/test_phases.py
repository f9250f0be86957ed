from __future__ import annotations

import pytest

from agent_desk.desk.phases import phase_of
from agent_desk.desk.state import Phase
from agent_desk.voicenter.events import CallStatus, Direction
from tests.unit.desk.scene import call

S, D, P = CallStatus, Direction, Phase


@pytest.mark.parametrize(
    ("direction", "leg", "status", "is_answered", "phase"),
    [
        (D.INCOMING, None, S.RINGING, False, P.RINGING),
        (D.INCOMING, None, S.TALKING, True, P.TALKING),
        (D.INCOMING, None, S.TALKING, False, P.TALKING),
        (D.INCOMING, None, S.RINGING, True, P.TALKING),
        (D.INCOMING, None, S.DIALING, False, P.RINGING),
        (D.INCOMING, None, S.HOLD, True, P.HELD),
        (D.INCOMING, None, S.UNKNOWN, False, P.RINGING),
        (D.UNKNOWN, None, S.RINGING, False, P.RINGING),
        (D.OUTGOING, None, S.DIALING, False, P.DIALING),
        (D.OUTGOING, None, S.RINGING, False, P.DIALING),
        (D.OUTGOING, None, S.UNKNOWN, False, P.DIALING),
        (D.SPY, None, S.UNKNOWN, False, P.TALKING),
        (D.SPY, None, S.RINGING, False, P.DIALING),
        (D.CLICK2CALL, 1, S.DIALING, False, P.AGENT_RINGING),
        (D.CLICK2CALL, 1, S.TALKING, True, P.AGENT_UP),
        (D.CLICK2CALL, 1, S.TALKING, False, P.AGENT_UP),
        (D.CLICK2CALL, 2, S.TALKING, False, P.CUSTOMER_RINGING),
        (D.CLICK2CALL, 2, S.DIALING, False, P.CUSTOMER_RINGING),
        (D.CLICK2CALL, 2, S.TALKING, True, P.TALKING),
        (D.CLICK2CALL, 2, S.HOLD, True, P.HELD),
        (D.CLICK2CALL, None, S.DIALING, False, P.AGENT_RINGING),
        (D.CLICK2CALL, None, S.TALKING, False, P.CUSTOMER_RINGING),
    ],
)
def test_what_the_service_says_and_what_it_means(
    direction: Direction, leg: int | None, status: CallStatus, *, is_answered: bool, phase: Phase
) -> None:
    said = call(status=status, direction=direction, click2call_leg=leg, is_answered=is_answered)
    assert phase_of(said) is phase


def test_an_unknown_status_leaves_a_call_where_it_was() -> None:
    said = call(status=S.UNKNOWN)
    assert phase_of(said, Phase.DIALING) is Phase.DIALING
