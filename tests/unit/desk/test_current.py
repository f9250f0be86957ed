from __future__ import annotations

from dataclasses import replace

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.card import Card, TitleSource
from agent_desk.desk.current import (
    CAN_MUTE,
    CAN_RESUME,
    PENDING,
    call_to_mute,
    can_mute,
    can_resume,
    current_call,
)
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import CallKey, Direction, Phase

CALL = Card(
    key=CallKey("SIPSIP1", "1"),
    phase=Phase.TALKING,
    direction=Direction.INCOMING,
    number=PhoneNumber("0501234567"),
    title="Dana Levi",
    title_source=TitleSource.CALLER_NAME,
    number_text="",
    copy_text="",
    region="",
    queue_name="",
    line_text="",
    fields=(),
    guard=GuardView(GuardState.RECORDING),
    why=(),
    elapsed_from=0.0,
    started_at=None,
)


@pytest.mark.parametrize(
    ("phases", "chosen"),
    [
        ([Phase.RINGING, Phase.TALKING], 1),
        ([Phase.HELD, Phase.RINGING, Phase.ENDED], 1),
        ([Phase.HELD, Phase.AGENT_RINGING], 1),
        ([Phase.ENDED, Phase.HELD, Phase.HELD], 1),
        ([Phase.RINGING, Phase.RINGING], 0),
        ([Phase.ENDED, Phase.ENDED], 0),
    ],
)
def test_the_current_call_talks_or_rings_or_goes_on(phases: list[Phase], chosen: int) -> None:
    cards = [replace(CALL, phase=phase) for phase in phases]
    assert current_call(cards) is cards[chosen]


def test_without_calls_none_is_current() -> None:
    assert current_call(()) is None
    assert call_to_mute(()) is None


@pytest.mark.parametrize("state", GuardState)
def test_a_recording_is_muted_or_resumed_or_being_asked_about(state: GuardState) -> None:
    call = replace(CALL, guard=GuardView(state))
    is_known = state in CAN_MUTE | CAN_RESUME | PENDING
    assert call_to_mute([call]) == (call if is_known else None)
    assert is_known is (state is not GuardState.NOT_RECORDED)


def test_what_is_over_cannot_be_muted() -> None:
    assert call_to_mute([replace(CALL, phase=Phase.ENDED)]) is None


def test_a_mute_can_be_tried_while_the_link_is_down() -> None:
    stale = replace(CALL, is_stale=True)
    assert call_to_mute([stale]) is stale


@pytest.mark.parametrize(
    ("guard", "wishes"),
    [
        (GuardView(GuardState.RECORDING), {"mute"}),
        (GuardView(GuardState.RECORDING, is_reported_muted=True), {"mute", "resume"}),
        (GuardView(GuardState.MUTED), {"resume"}),
        (GuardView(GuardState.MUTE_FAILED), {"mute"}),
        (GuardView(GuardState.UNKNOWN), {"mute", "resume"}),
        (GuardView(GuardState.MUTING), set()),
    ],
)
def test_what_can_be_wished_of_a_recording(guard: GuardView, wishes: set[str]) -> None:
    possible = {
        "mute": can_mute(guard),
        "resume": can_resume(guard),
    }
    assert {wish for wish, is_possible in possible.items() if is_possible} == wishes


def test_another_call_is_not_meant() -> None:
    talking = replace(CALL, guard=GuardView(GuardState.NOT_RECORDED))
    held = replace(CALL, phase=Phase.HELD, guard=GuardView(GuardState.MUTED))
    assert call_to_mute([held, talking]) is None
