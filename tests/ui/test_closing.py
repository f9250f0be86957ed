from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import Outcome, Phase
from agent_desk.ui.closing import STAY_S, ClosingTimes
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from agent_desk.desk.state import CallKey
    from tests.helpers.clock import FakeClock


def test_an_ended_card_goes_after_eight_seconds(clock: FakeClock) -> None:
    closing = ClosingTimes(clock)
    live = dana(clock)
    closing.follow([live])
    assert not closing.is_running
    ended = dana(clock, phase=Phase.ENDED, outcome=Outcome.MISSED)
    closing.follow([ended])
    assert closing.left_s(ended.key) == STAY_S
    clock.advance(7.5)
    closing.follow([ended])
    assert closing.left_s(ended.key) == 1
    assert closing.due() == []
    clock.advance(0.5)
    assert closing.due() == [ended.key]
    closing.follow([])
    assert not closing.is_running


def test_the_pointer_keeps_a_card_and_a_moment_longer(clock: FakeClock) -> None:
    closing = ClosingTimes(clock)
    ended = dana(clock, phase=Phase.ENDED, outcome=Outcome.MISSED)
    closing.follow([ended])
    closing.keep(ended.key)
    assert closing.left_s(ended.key) == STAY_S
    clock.advance(30)
    closing.keep(ended.key)
    assert closing.due() == []
    clock.advance(3)
    assert closing.due() == [ended.key]


def test_a_failure_that_nobody_read_stays(clock: FakeClock) -> None:
    closing = ClosingTimes(clock)
    failed = dana(
        clock,
        phase=Phase.ENDED,
        outcome=Outcome.COMPLETED,
        guard=GuardView(GuardState.MUTE_FAILED, failure_code="service"),
    )
    closing.follow([failed])
    clock.advance(60)
    assert closing.due() == []
    assert closing.left_s(failed.key) is None
    closing.follow([dana(clock, phase=Phase.ENDED, outcome=Outcome.COMPLETED)])
    assert closing.due() == [failed.key]


def test_a_call_that_is_not_ending_has_no_time(clock: FakeClock) -> None:
    closing = ClosingTimes(clock)
    card = dana(clock)
    closing.keep(card.key)
    assert closing.left_s(card.key) is None


def test_what_is_kept_stays_and_a_moment_longer(clock: FakeClock) -> None:
    kept: set[CallKey] = set()
    closing = ClosingTimes(clock, kept.__contains__)
    ended = dana(clock, phase=Phase.ENDED, outcome=Outcome.MISSED)
    kept.add(ended.key)
    closing.follow([ended])
    clock.advance(3600)
    assert closing.left_s(ended.key) is None
    assert closing.due() == []
    kept.clear()
    assert closing.left_s(ended.key) == 3
    clock.advance(3)
    assert closing.due() == [ended.key]
