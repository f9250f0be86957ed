from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.desk.recent import ListState, RecentCalls
from agent_desk.desk.state import CallKey, Phase
from agent_desk.sandbox import World
from agent_desk.shift.card_table import MAX_OVER, CardTable
from agent_desk.voicenter.events import parse

if TYPE_CHECKING:
    from agent_desk.desk.card import Card
    from agent_desk.sandbox.wire import WireEvent
    from tests.helpers.clock import FakeClock

ME = "SIPSIP1"
FOUND = RecentCalls(ListState.READY)


class Stage:
    """A world whose events go to a desk, and all tables that were shown."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.world = World(clock=clock)
        self.desk = Desk((ME,))
        self.shown: list[tuple[Card, ...]] = []
        self.table = CardTable(self.desk, self.shown.append, clock, "IL")
        self.world.subscribe(self._on_event)

    def _on_event(self, event: WireEvent) -> None:
        moment = Moment(self.clock.monotonic(), arrival=self.clock.now())
        self.desk.apply(parse(event.name, event.payload), moment)
        self.table.refresh()

    @property
    def cards(self) -> tuple[Card, ...]:
        return self.shown[-1]

    def phases(self) -> list[Phase]:
        """Of the cards that are shown, newest first."""
        return [card.phase for card in self.cards]


@pytest.fixture
def stage(clock: FakeClock) -> Stage:
    return Stage(clock)


def test_calls_are_shown_newest_first_and_only_when_something_changed(stage: Stage) -> None:
    first = stage.world.ring(ME, "0501234567")
    stage.clock.advance(1)
    second = stage.world.ring(ME, "0521112222")
    assert [card.key.call_id for card in stage.cards] == [second.ivrid, first.ivrid]
    before = len(stage.shown)
    stage.table.refresh()
    assert len(stage.shown) == before


def test_numbers_are_read_in_the_region(stage: Stage) -> None:
    stage.world.ring(ME, "0501234567")
    assert stage.cards[0].number_text == "+972 50-123-4567"


def test_all_cards_say_when_the_link_is_down(stage: Stage) -> None:
    stage.world.ring(ME, "0501234567")
    stage.table.set_stale(is_stale=True)
    assert [card.is_stale for card in stage.cards] == [True]
    before = len(stage.shown)
    stage.table.set_stale(is_stale=True)
    assert len(stage.shown) == before
    stage.table.set_stale(is_stale=False)
    assert [card.is_stale for card in stage.cards] == [False]


def test_earlier_calls_stay_with_their_card(stage: Stage) -> None:
    call = stage.world.ring(ME, "0501234567")
    key = CallKey(ME, call.ivrid)
    place = stage.table.expect_talks(key)
    assert place is not None
    assert stage.cards[0].talks.state is ListState.LOADING
    assert stage.table.with_talks == (key,)
    stage.table.set_talks(key, FOUND, place=place)
    call.answer()
    assert stage.cards[0].talks == FOUND


def test_of_two_questions_about_one_caller_the_last_counts(stage: Stage) -> None:
    key = CallKey(ME, stage.world.ring(ME, "0501234567").ivrid)
    first, last = stage.table.expect_talks(key), stage.table.expect_talks(key)
    assert first is not None
    assert last is not None
    stage.table.set_talks(key, FOUND, place=last)
    stage.table.set_talks(key, RecentCalls(ListState.FAILED), place=first)
    assert stage.cards[0].talks == FOUND


def test_an_answer_that_comes_after_its_card_was_closed_is_dropped(stage: Stage) -> None:
    call = stage.world.ring(ME, "0501234567")
    key = CallKey(ME, call.ivrid)
    call.answer()
    call.hang_up()
    place = stage.table.expect_talks(key)
    assert place is not None
    stage.table.close(key)
    stage.table.set_talks(key, FOUND, place=place)
    assert stage.phases() == []
    assert stage.table.with_talks == ()
    assert stage.table.expect_talks(key) is None


def test_what_was_asked_about_a_card_goes_with_it(stage: Stage) -> None:
    call = stage.world.ring(ME, "0501234567")
    stage.table.expect_talks(CallKey(ME, call.ivrid))
    call.answer()
    call.hang_up()
    stage.desk.follow(("SIPSIP2",))
    stage.table.refresh()
    assert stage.phases() == []
    assert stage.table.with_talks == ()


def test_a_closed_card_stays_away_until_its_call_is_back(stage: Stage) -> None:
    call = stage.world.ring(ME, "0501234567")
    key = CallKey(ME, call.ivrid)
    stage.table.expect_talks(key)
    call.answer()
    call.hang_up()
    assert stage.phases() == [Phase.ENDED]
    stage.table.close(key)
    assert stage.phases() == []
    assert stage.table.with_talks == ()
    stage.table.refresh()
    assert stage.phases() == []
    stage.clock.advance(1)
    stage.world.ring(ME, "0501234567", ivrid=call.ivrid)
    assert stage.phases() == [Phase.RINGING]


def test_a_card_that_nobody_closes_stays(stage: Stage) -> None:
    """One that was to stay until it is closed went after ten minutes."""
    call = stage.world.ring(ME, "0501234567")
    key = CallKey(ME, call.ivrid)
    call.answer()
    call.hang_up()
    (before,) = stage.cards
    for _ in range(3):
        stage.clock.advance(3600)
        stage.desk.expire(Moment(stage.clock.monotonic(), arrival=stage.clock.now()))
        stage.table.refresh()
    assert stage.desk.facts(key) is None
    assert stage.cards == (before,)
    stage.world.ring(ME, "0521112222")
    assert stage.phases() == [Phase.RINGING, Phase.ENDED]
    stage.table.close(key)
    assert stage.phases() == [Phase.RINGING]


def test_of_very_many_ended_calls_the_oldest_cards_go(stage: Stage) -> None:
    for _ in range(MAX_OVER + 3):
        call = stage.world.ring(ME, "0501234567")
        call.answer()
        call.hang_up()
        stage.clock.advance(1)
    assert len(stage.cards) == MAX_OVER
    assert stage.cards[0].key.call_id == call.ivrid
