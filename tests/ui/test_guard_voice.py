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


REPORTED = GuardView(S.RECORDING, is_reported_muted=True)


@pytest.mark.parametrize(
    ("guards", "heard"),
    [
        (
            [GuardView(S.WILL_RECORD, is_reported_muted=True), REPORTED, REPORTED],
            ["Reported muted"],
        ),
        (
            [GuardView(S.RECORDING), REPORTED, GuardView(S.RECORDING)],
            ["Reported muted", "Recording"],
        ),
        (
            [REPORTED, GuardView(S.MUTING), GuardView(S.MUTED_CONFIRMED)],
            ["Reported muted", "Recording muted"],
        ),
    ],
)
def test_a_mute_that_is_only_reported_is_heard_when_it_comes_and_goes(
    clock: FakeClock, guards: list[GuardView], heard: list[str]
) -> None:
    voice = GuardVoice()
    said: list[tuple[str, bool]] = []
    voice.said.connect(lambda _key, words, is_urgent: said.append((words, is_urgent)))
    for guard in guards:
        voice.follow([dana(clock, phase=Phase.TALKING, guard=guard)])
    assert said == [(words, False) for words in heard]


def test_of_a_call_that_ended_muted_nothing_is_heard(clock: FakeClock) -> None:
    voice = GuardVoice()
    said: list[str] = []
    voice.said.connect(lambda _key, words, _is_urgent: said.append(words))
    voice.follow([dana(clock, phase=Phase.ENDED, guard=GuardView(S.MUTED))])
    assert said == []
