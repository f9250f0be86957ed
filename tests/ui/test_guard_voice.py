from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import Phase
from agent_desk.ui.guard_voice import GuardVoice
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from tests.helpers.clock import FakeClock

S = GuardState
NO_ANSWER = "The service did not answer in time."


@pytest.mark.parametrize(
    ("states", "heard"),
    [
        (
            [S.RECORDING, S.MUTING, S.MUTED, S.MUTED, S.MUTED_CONFIRMED],
            [("Recording muted", False)],
        ),
        ([S.RECORDING, S.MUTING, S.MUTE_FAILED], [(f"Still recording. {NO_ANSWER}", True)]),
        ([S.MUTE_FAILED, S.RECORDING], [(f"Still recording. {NO_ANSWER}", True)]),
        (
            [S.MUTED, S.RESUMING, S.RECORDING],
            [("Recording muted", False), ("Recording", False)],
        ),
        (
            [S.MUTED, S.RESUMING, S.RESUME_FAILED],
            [("Recording muted", False), (f"Still muted. {NO_ANSWER}", True)],
        ),
        ([S.NOT_RECORDED, S.WILL_RECORD, S.RECORDING], []),
    ],
)
def test_each_outcome_is_heard_once(
    clock: FakeClock, states: list[GuardState], heard: list[tuple[str, bool]]
) -> None:
    voice = GuardVoice()
    said: list[tuple[str, bool]] = []
    voice.said.connect(lambda _key, words, is_urgent: said.append((words, is_urgent)))
    for state in states:
        guard = GuardView(state, failure_code="unknown_outcome")
        voice.follow([dana(clock, phase=Phase.TALKING, guard=guard)])
    assert said == heard


def test_of_a_call_that_ended_muted_nothing_is_heard(clock: FakeClock) -> None:
    voice = GuardVoice()
    said: list[str] = []
    voice.said.connect(lambda _key, words, _is_urgent: said.append(words))
    voice.follow([dana(clock, phase=Phase.ENDED, guard=GuardView(S.MUTED))])
    assert said == []
