from __future__ import annotations

import pytest

from agent_desk.desk.outcome import at_hangup, direction_of_row, of_row
from agent_desk.desk.state import Outcome, Phase
from agent_desk.voicenter.events import Direction, HangupCause


@pytest.mark.parametrize("phase", [Phase.TALKING, Phase.HELD])
def test_a_conversation_is_completed_whatever_ends_it(phase: Phase) -> None:
    assert {at_hangup(phase, cause) for cause in HangupCause} == {Outcome.COMPLETED}


def test_a_conversation_is_remembered_when_the_phone_rings_again() -> None:
    outcome = at_hangup(Phase.RINGING, HangupCause.REJECTED, has_talked=True)
    assert outcome is Outcome.COMPLETED


@pytest.mark.parametrize("phase", list(Phase))
def test_a_transfer_is_one_in_every_phase(phase: Phase) -> None:
    assert at_hangup(phase, HangupCause.NONE, " Transfer ") is Outcome.TRANSFERRED


def test_a_recheck_says_nothing() -> None:
    assert at_hangup(Phase.RINGING, HangupCause.NONE, "Recheck") is None


@pytest.mark.parametrize(
    ("cdr_type", "is_from_extension", "direction"),
    [
        (1, False, Direction.INCOMING),
        (4, False, Direction.OUTGOING),
        (8, False, Direction.INCOMING),
        (9, True, Direction.CLICK2CALL),
        (10, False, Direction.CLICK2CALL),
        (13, True, Direction.OUTGOING),
        (13, False, Direction.INCOMING),
        (None, False, Direction.INCOMING),
        (99, True, Direction.OUTGOING),
    ],
)
def test_who_called_whom(
    cdr_type: int | None, *, is_from_extension: bool, direction: Direction
) -> None:
    assert direction_of_row(cdr_type, is_from_extension=is_from_extension) is direction


@pytest.mark.parametrize(
    ("cdr_type", "status", "outcome"),
    [
        (1, "ANSWER", Outcome.COMPLETED),
        (1, "answer", Outcome.COMPLETED),
        (1, "NOANSWER", Outcome.MISSED),
        (1, "CANCEL", Outcome.CALLER_GAVE_UP),
        (1, "BUSY", Outcome.BUSY),
        (1, "VOEND", Outcome.CALLER_GAVE_UP),
        (1, "CHANUNAVAIL", Outcome.MISSED),
        (1, "SOMETHING NEW", Outcome.MISSED),
        (8, "ABANDONE", Outcome.CALLER_GAVE_UP),
        (8, "ANSWER", Outcome.COMPLETED),
        (11, "ANSWER", Outcome.MISSED),
        (4, "ANSWER", Outcome.COMPLETED),
        (4, "NOANSWER", Outcome.NO_ANSWER),
        (4, "CANCEL", Outcome.NO_ANSWER),
        (4, "BUSY", Outcome.BUSY),
        (4, "CONGESTION", Outcome.FAILED),
        (9, "NOANSWER", Outcome.FAILED),
        (9, "ANSWER", Outcome.COMPLETED),
        (10, "NOANSWER", Outcome.NO_ANSWER),
        (13, "ANSWER", Outcome.TRANSFERRED),
        (13, "NOANSWER", Outcome.MISSED),
    ],
)
def test_a_row_of_the_call_log(cdr_type: int, status: str, outcome: Outcome) -> None:
    assert of_row(cdr_type, status) is outcome


@pytest.mark.parametrize(("talk_s", "outcome"), [(0, Outcome.MISSED), (7, Outcome.COMPLETED)])
def test_without_a_status_the_length_decides(talk_s: int, outcome: Outcome) -> None:
    assert of_row(1, "", talk_s=talk_s) is outcome
