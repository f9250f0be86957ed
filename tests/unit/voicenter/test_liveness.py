from __future__ import annotations

from datetime import UTC, datetime, timedelta

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


def test_a_jump_of_the_clock_is_noticed_once() -> None:
    start = datetime(2026, 3, 1, tzinfo=UTC)
    watch = WakeWatch(start, 50.0)
    assert not watch.has_jumped(start + timedelta(seconds=5), 55.0)
    assert watch.has_jumped(start + timedelta(minutes=10), 56.0)
    assert not watch.has_jumped(start + timedelta(minutes=10, seconds=1), 57.0)
    assert watch.has_jumped(start, 58.0)
