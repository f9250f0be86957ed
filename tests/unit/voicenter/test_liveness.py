from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from agent_desk.voicenter.liveness import Liveness, Verdict, WakeWatch


def liveness(*, does_answer: bool = True) -> Liveness:
    return Liveness(100.0, idle_s=20, answer_s=10, does_answer=does_answer)


def test_a_server_that_speaks_is_left_alone() -> None:
    alive = liveness()
    assert alive.check(119.9) is Verdict.WELL
    alive.heard(119.9)
    assert alive.check(139.8) is Verdict.WELL
    assert alive.due == 139.9


def test_two_unanswered_questions_mean_dead_after_forty_seconds() -> None:
    alive = liveness()
    assert [alive.check(now) for now in (120, 125, 130, 135, 139.9, 140)] == [
        Verdict.ASK,
        Verdict.WELL,
        Verdict.ASK,
        Verdict.WELL,
        Verdict.WELL,
        Verdict.DEAD,
    ]


def test_any_event_is_an_answer() -> None:
    alive = liveness()
    assert alive.check(120) is Verdict.ASK
    alive.heard(121)
    assert [alive.check(now) for now in (130, 141, 151)] == [
        Verdict.WELL,
        Verdict.ASK,
        Verdict.ASK,
    ]


def test_a_server_that_never_answered_is_never_called_dead() -> None:
    alive = liveness(does_answer=False)
    verdicts = [alive.check(now) for now in range(120, 400, 20)]
    assert set(verdicts) == {Verdict.ASK}


def test_one_answer_is_enough_to_expect_the_next() -> None:
    alive = liveness(does_answer=False)
    alive.heard(101, is_answer=True)
    assert [alive.check(now) for now in (121, 131, 141)] == [
        Verdict.ASK,
        Verdict.ASK,
        Verdict.DEAD,
    ]


class TwoHands:
    """A clock whose hands a test moves apart."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 3, 1, tzinfo=UTC)
        self.seconds = 50.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.seconds

    def move(self, wall_s: float, monotonic_s: float) -> None:
        self.wall += timedelta(seconds=wall_s)
        self.seconds += monotonic_s


@pytest.mark.parametrize(
    ("wall_s", "monotonic_s", "has_jumped"),
    [
        (5, 5, False),
        (600, 1, True),  # a sleep that one clock does not count
        (600, 600, True),  # one that both count
        (-600, 1, True),
    ],
)
def test_a_jump_of_the_clock_is_noticed_once(
    wall_s: float, monotonic_s: float, *, has_jumped: bool
) -> None:
    clock = TwoHands()
    watch = WakeWatch(clock)
    clock.move(wall_s, monotonic_s)
    assert watch.has_jumped() is has_jumped
    clock.move(1, 1)
    assert not watch.has_jumped()


def test_a_jump_before_the_connection_began_is_dealt_with() -> None:
    clock = TwoHands()
    watch = WakeWatch(clock)
    clock.move(600, 1)
    watch.begin()
    clock.move(1, 1)
    assert not watch.has_jumped()
