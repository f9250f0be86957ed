"""When a sound is wanted, and how many calls were missed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from agent_desk.core.phone import PhoneNumber
from agent_desk.core.sound import Sound
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import (
    CallFacts,
    CallKey,
    Direction,
    Outcome,
    Phase,
    Transition,
    TransitionKind,
)
from agent_desk.ui.call_sounds import CallSounds
from agent_desk.ui.missed_calls import MissedCalls
from tests.helpers.until import until
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

K, S = TransitionKind, GuardState
FIRST, SECOND = "SIPSIP1", "SIPSIP2"


def step(
    kind: TransitionKind, sip: str = FIRST, call_id: str = "1", outcome: Outcome | None = None
) -> Transition:
    key, number = CallKey(sip, call_id), PhoneNumber("0501234567")
    call = CallFacts(key, Phase.ENDED, Direction.INCOMING, number, outcome=outcome)
    return Transition(kind, call)


def missed(call_id: str = "1", sip: str = FIRST, outcome: Outcome = Outcome.MISSED) -> Transition:
    return step(K.ENDED, sip, call_id, outcome)


@pytest.fixture
def heard() -> tuple[CallSounds, list[Sound]]:
    made, sounds = CallSounds(), list[Sound]()
    made.wanted.connect(sounds.append)
    return made, sounds


@pytest.mark.parametrize(
    ("steps", "times"),
    [
        ([step(K.RINGING), step(K.ANSWERED), step(K.HELD), step(K.RESUMED)], 1),
        ([step(K.RINGING), step(K.RINGING)], 1),
        ([step(K.RINGING), step(K.RING_STOPPED), step(K.RINGING)], 2),
        ([step(K.RINGING), step(K.RINGING, SECOND)], 1),
        ([step(K.RINGING), step(K.RINGING, SECOND), step(K.RING_STOPPED), step(K.RINGING)], 1),
        ([step(K.RINGING), step(K.RINGING, call_id="2")], 2),
        ([step(K.DIALING), step(K.AGENT_RINGING), step(K.CUSTOMER_RINGING), step(K.ANSWERED)], 0),
    ],
)
def test_each_ring_is_heard_once(
    heard: tuple[CallSounds, list[Sound]], steps: list[Transition], times: int
) -> None:
    sounds, wanted = heard
    for each in steps:
        sounds.hear(each)
    assert wanted == [Sound.RINGING] * times


@pytest.mark.parametrize("outcome", Outcome)
def test_a_missed_call_is_heard_once_and_no_other_ending(
    heard: tuple[CallSounds, list[Sound]], outcome: Outcome
) -> None:
    sounds, wanted = heard
    sounds.hear(missed(outcome=outcome))
    sounds.hear(missed(sip=SECOND, outcome=outcome))
    sounds.hear(step(K.REVISED, outcome=outcome))
    is_missed = outcome in (Outcome.MISSED, Outcome.CALLER_GAVE_UP)
    assert wanted == [Sound.MISSED] * is_missed


def test_a_long_day_is_not_remembered_for_ever(heard: tuple[CallSounds, list[Sound]]) -> None:
    sounds, wanted = heard
    for number in range(200):
        sounds.hear(missed(str(number)))
        sounds.hear(missed(str(number), SECOND))
    assert len(wanted) == 200


@pytest.mark.parametrize(
    ("states", "times"),
    [
        ([S.RECORDING, S.MUTING, S.MUTED, S.MUTED_CONFIRMED, S.RESUMING, S.RECORDING], 0),
        ([S.MUTING, S.MUTE_FAILED, S.MUTE_FAILED], 1),
        ([S.MUTED, S.RESUMING, S.RESUME_FAILED, S.MUTED], 1),
        ([S.MUTE_FAILED, S.MUTING, S.MUTE_FAILED], 2),
    ],
)
def test_each_failure_is_heard_once_however_many_cards_show_it(
    heard: tuple[CallSounds, list[Sound]],
    clock: FakeClock,
    states: list[GuardState],
    times: int,
) -> None:
    sounds, wanted = heard
    for state in states:
        guard = GuardView(state)
        twin = dana(clock, key=CallKey(SECOND, "1"), phase=Phase.TALKING, guard=guard)
        sounds.follow([dana(clock, phase=Phase.TALKING, guard=guard)])
        sounds.follow([dana(clock, phase=Phase.TALKING, guard=guard), twin])
    assert [sound for sound in wanted if sound is Sound.FAILED] == [Sound.FAILED] * times


@pytest.mark.parametrize(
    ("guards", "expected"),
    [
        ([(S.RECORDING, 0), (S.MUTING, 0), (S.MUTED, 0), (S.MUTED_CONFIRMED, 0)], [Sound.MUTED]),
        ([(S.MUTED, 0), (S.RESUMING, 0), (S.RECORDING, 0)], [Sound.RESUMED]),
        ([(S.MUTED, 0), (S.MUTED, 1), (S.MUTED, 1), (S.MUTED, 2)], [Sound.REMINDER] * 2),
        ([(S.MUTE_FAILED, 0), (S.MUTED, 0)], [Sound.FAILED, Sound.MUTED]),
        ([(S.RESUMING, 0), (S.UNKNOWN, 0), (S.RECORDING, 0)], [Sound.FAILED]),
        ([(S.MUTE_FAILED, 0), (S.RECORDING, 0)], [Sound.FAILED]),
        ([(S.MUTED, 1)], []),
    ],
)
def test_what_becomes_of_a_recording_is_heard_once(
    heard: tuple[CallSounds, list[Sound]],
    clock: FakeClock,
    guards: list[tuple[GuardState, int]],
    expected: list[Sound],
) -> None:
    sounds, wanted = heard
    for state, reminders in guards:
        guard = GuardView(state, 0.0, reminders=reminders)
        talks = dana(clock, phase=Phase.TALKING, guard=guard)
        over = dana(clock, key=CallKey(SECOND, "1"), phase=Phase.ENDED)
        sounds.follow([over, talks])
        sounds.follow([talks])
    assert wanted == expected


def test_the_end_of_a_muted_call_is_not_heard(
    heard: tuple[CallSounds, list[Sound]], clock: FakeClock
) -> None:
    sounds, wanted = heard
    sounds.follow([dana(clock, phase=Phase.TALKING, guard=GuardView(S.MUTED))])
    sounds.follow([dana(clock, phase=Phase.ENDED, guard=GuardView(S.NOT_RECORDED))])
    sounds.follow([])
    assert wanted == []


def test_of_several_only_the_failure_is_heard(
    heard: tuple[CallSounds, list[Sound]], clock: FakeClock
) -> None:
    sounds, wanted = heard

    def calls(first: GuardState, second: GuardState) -> list[Card]:
        keys = (CallKey(FIRST, "1"), CallKey(FIRST, "2"))
        guards = (GuardView(first), GuardView(second))
        return [
            dana(clock, key=key, phase=Phase.TALKING, guard=guard)
            for key, guard in zip(keys, guards, strict=True)
        ]

    sounds.follow(calls(S.MUTING, S.MUTING))
    sounds.follow(calls(S.MUTED, S.MUTE_FAILED))
    assert wanted == [Sound.FAILED]


def test_cards_alone_ring_nothing(heard: tuple[CallSounds, list[Sound]], clock: FakeClock) -> None:
    # So is what was there already when somebody signed in, and all of a replay.
    sounds, wanted = heard
    sounds.follow([dana(clock), dana(clock, phase=Phase.ENDED, outcome=Outcome.MISSED)])
    sounds.hear(missed(outcome=Outcome.COMPLETED))
    assert wanted == []


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    qapp.setQuitOnLastWindowClosed(False)
    made = QWidget()
    qtbot.addWidget(made)
    return made


async def test_missed_calls_are_counted_until_somebody_looks(window: QWidget) -> None:
    calls = MissedCalls(window)
    counts: list[int] = []
    calls.changed.connect(counts.append)
    calls.hear(step(K.RINGING))
    calls.hear(missed("1"))
    calls.hear(missed("1", SECOND))
    calls.hear(missed("2", outcome=Outcome.CALLER_GAVE_UP))
    calls.hear(missed("3", outcome=Outcome.DECLINED))
    assert counts == [1, 2]
    calls.hear(step(K.REVISED, call_id="2", outcome=Outcome.COMPLETED))
    assert counts == [1, 2, 1]
    window.show()
    window.activateWindow()
    await until(lambda: counts[-1] == 0)
    calls.hear(missed("4"))  # before their eyes
    assert counts == [1, 2, 1, 0]
    other = QWidget()
    other.show()
    other.activateWindow()
    await until(other.isActiveWindow)
    calls.hear(missed("5"))
    assert counts == [1, 2, 1, 0, 1]
    window.activateWindow()
    await until(lambda: counts[-1] == 0)
    other.close()
