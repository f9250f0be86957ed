"""The time in the status for paperwork."""

from __future__ import annotations

from agent_desk.desk.wrap_up import WRAP_UP_STATUS, WrapUp
from tests.unit.desk.scene import START, at

AVAILABLE = 1
MIDNIGHT = START.replace(hour=0)


def test_only_the_time_in_that_status_counts() -> None:
    wrap_up = WrapUp()
    wrap_up.hear(AVAILABLE, at(-600), at(0))
    wrap_up.hear(WRAP_UP_STATUS, at(10), at(10))
    wrap_up.hear(WRAP_UP_STATUS, at(10), at(100))
    assert wrap_up.seconds(MIDNIGHT) == 90
    wrap_up.hear(AVAILABLE, at(100), at(130))
    wrap_up.hear(WRAP_UP_STATUS, at(200), at(200))
    wrap_up.hear(WRAP_UP_STATUS, at(200), at(230))
    assert wrap_up.seconds(MIDNIGHT) == 120


def test_a_status_that_was_there_before_counts_from_its_beginning() -> None:
    wrap_up = WrapUp()
    wrap_up.hear(WRAP_UP_STATUS, at(-60), at(0))
    assert wrap_up.seconds(MIDNIGHT) == 60
    unknown = WrapUp()
    unknown.hear(WRAP_UP_STATUS, None, at(0))
    unknown.hear(WRAP_UP_STATUS, None, at(5))
    assert unknown.seconds(MIDNIGHT) == 5


def test_a_change_that_was_seen_counts_by_our_own_clock() -> None:
    # The service's clock is an hour behind: that must not become an hour of work.
    wrap_up = WrapUp()
    wrap_up.hear(AVAILABLE, at(-7200), at(0))
    wrap_up.hear(WRAP_UP_STATUS, at(-3600), at(1))
    wrap_up.hear(WRAP_UP_STATUS, at(-3600), at(31))
    assert wrap_up.seconds(MIDNIGHT) == 30


def test_what_nobody_saw_counts_only_where_it_went_on() -> None:
    wrap_up = WrapUp()
    wrap_up.hear(WRAP_UP_STATUS, at(0), at(0))
    wrap_up.hear(WRAP_UP_STATUS, at(0), at(10))
    wrap_up.hear(None, None, at(20))
    assert wrap_up.seconds(MIDNIGHT) == 10
    wrap_up.hear(WRAP_UP_STATUS, at(0), at(60))
    assert wrap_up.seconds(MIDNIGHT) == 60


def test_another_day_begins_at_nought() -> None:
    wrap_up = WrapUp()
    wrap_up.hear(WRAP_UP_STATUS, at(0), at(0))
    wrap_up.hear(WRAP_UP_STATUS, at(0), at(100))
    assert wrap_up.seconds(at(40)) == 60
    assert wrap_up.seconds(at(100)) == 0
    assert wrap_up.seconds(at(4 * 86_400)) == 0
    assert wrap_up.seconds(MIDNIGHT) == 0, "forgotten by now"
