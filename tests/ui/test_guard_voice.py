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


@pytest.fixture
def spoken() -> tuple[GuardVoice, list[tuple[str, bool]]]:
    voice, said = GuardVoice(), list[tuple[str, bool]]()
    voice.said.connect(lambda _key, words, is_urgent: said.append((words, is_urgent)))
    return voice, said


def test_that_nobody_knows_is_urgent_and_so_is_that_it_is_sent_again(
    clock: FakeClock, spoken: tuple[GuardVoice, list[tuple[str, bool]]]
) -> None:
    voice, said = spoken
    for guard in (
        GuardView(S.MUTE_FAILED, failure_code="unreachable"),
        GuardView(S.MUTE_FAILED, failure_code="unreachable", is_retrying=True),
        GuardView(S.UNKNOWN, failure_code="unknown_outcome"),
    ):
        for _ in range(2):
            voice.follow([dana(clock, phase=Phase.TALKING, guard=guard)])
    why = "The service cannot be reached."
    assert said == [
        (f"Still recording. {why}", True),
        (f"Still recording. {why} It is sent again as soon as it can be.", True),
        (f"May be recording. Nobody knows whether this is recorded. {NO_ANSWER}", True),
    ]


def test_each_reminder_is_said_once(
    clock: FakeClock, spoken: tuple[GuardVoice, list[tuple[str, bool]]]
) -> None:
    voice, said = spoken
    for elapsed, reminders in ((10, 0), (91, 1), (95, 1), (185, 2), (190, 2)):
        guard = GuardView(S.MUTED, 0.0, reminders=reminders)
        voice.follow([dana(clock, phase=Phase.TALKING, guard=guard)])
        voice.tick(float(elapsed))
        voice.tick(elapsed + 0.2)
    assert said[1:] == [
        ("Still muted for 90 s. Resume?", False),
        ("Still muted for 3 min. Resume?", False),
    ]


def test_the_countdown_is_said_once_and_again_after_it_was_put_off(
    clock: FakeClock, spoken: tuple[GuardVoice, list[tuple[str, bool]]]
) -> None:
    voice, said = spoken
    for end in (60.0, 120.0):
        guard = GuardView(S.MUTED, 0.0, resume_at=end)
        voice.follow([dana(clock, phase=Phase.TALKING, guard=guard)])
        for before in (30, 15, 14, 3, 0):
            voice.tick(end - before)
    voice.follow([])
    voice.tick(119.0)
    assert said[1:] == [("Recording resumes in 15 s", True)] * 2
