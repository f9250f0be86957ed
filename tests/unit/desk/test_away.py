"""Which status is set while the PC is locked, and which when it is unlocked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent_desk.desk.away import AVAILABLE, AwayRule
from agent_desk.desk.presence import NOBODY, PresenceView, Stage
from agent_desk.desk.status_settings import LEAVE_IT

LUNCH, PRIVATE = 3, 7
THERE = PresenceView(is_there=True, code=AVAILABLE)
AT_LUNCH = replace(THERE, code=LUNCH)


def locked(rule: AwayRule | None = None) -> AwayRule:
    rule = rule or AwayRule()
    rule.lock(is_locked=True)
    return rule


def step(
    rule: AwayRule, presence: PresenceView = THERE, code: int = LUNCH, *, is_on_call: bool = False
) -> int | None:
    return rule.step(presence, code, is_on_call=is_on_call)


def away() -> AwayRule:
    """A locked PC of somebody who was set away, as the service has confirmed."""
    rule = locked()
    assert step(rule) == LUNCH
    return rule


def test_away_and_back() -> None:
    rule = away()
    assert step(rule, AT_LUNCH) is None
    rule.lock(is_locked=False)
    assert rule.is_waiting
    assert step(rule, AT_LUNCH) == AVAILABLE
    assert not rule.is_waiting
    assert step(rule, AT_LUNCH) is None


def test_nobody_who_has_not_chosen_is_set_away() -> None:
    rule = locked()
    assert step(rule, code=LEAVE_IT) is None
    assert not rule.is_waiting
    assert step(locked(), code=AVAILABLE) is None


@pytest.mark.parametrize("code", [PRIVATE, 2, LUNCH])
def test_only_who_was_available_is_set_away(code: int) -> None:
    rule = locked()
    assert step(rule, replace(THERE, code=code)) is None
    assert not rule.is_waiting


def test_another_status_that_was_set_meanwhile_stays() -> None:
    rule = away()
    rule.lock(is_locked=False)
    assert step(rule, replace(THERE, code=PRIVATE)) is None
    assert not rule.is_waiting


@pytest.mark.parametrize(
    "presence",
    [
        replace(THERE, is_stale=True),
        replace(THERE, code=None),
        replace(THERE, stage=Stage.ASKING),
        replace(THERE, stage=Stage.WAITING),
        NOBODY,
    ],
)
def test_what_cannot_be_done_now_waits(presence: PresenceView) -> None:
    rule = locked()
    assert step(rule, presence) is None
    assert step(rule) == LUNCH


def test_in_a_call_nothing_is_changed() -> None:
    rule = locked()
    assert step(rule, is_on_call=True) is None
    assert step(rule) == LUNCH
    rule.lock(is_locked=False)
    assert step(rule, AT_LUNCH, is_on_call=True) is None
    assert step(rule, AT_LUNCH) == AVAILABLE


def test_unlocked_before_anything_could_be_done_nothing_is() -> None:
    rule = locked()
    assert step(rule, replace(THERE, is_stale=True)) is None
    rule.lock(is_locked=False)
    assert not rule.is_waiting
    assert step(rule) is None


def test_an_answer_that_is_still_awaited_is_awaited() -> None:
    rule = away()
    rule.lock(is_locked=False)
    assert step(rule, replace(THERE, stage=Stage.OVERDUE)) is None
    assert step(rule, AT_LUNCH) == AVAILABLE, "set late, and set back all the same"


def test_locked_again_before_it_was_set_back_it_stays_away() -> None:
    rule = away()
    rule.lock(is_locked=False)
    rule.lock(is_locked=True)
    assert step(rule, AT_LUNCH) is None
    rule.lock(is_locked=False)
    assert step(rule, AT_LUNCH) == AVAILABLE


def test_news_that_are_none_change_nothing() -> None:
    rule = away()
    rule.lock(is_locked=True)
    assert step(rule) is None


def test_switched_off_meanwhile_it_still_comes_back() -> None:
    rule = away()
    rule.lock(is_locked=False)
    assert step(rule, AT_LUNCH, LEAVE_IT) == AVAILABLE


def test_what_was_set_for_one_person_is_not_set_back_for_the_next() -> None:
    rule = away()
    rule.forget()
    assert step(rule, AT_LUNCH) is None
    rule.lock(is_locked=False)
    assert step(rule, AT_LUNCH) is None
