"""The book of a day as a shift keeps it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.day import DayView
from agent_desk.desk.owed import MOST_DEBTS
from agent_desk.desk.people import People
from agent_desk.desk.recent import ListState, RecentCall, RecentCalls
from agent_desk.desk.state import (
    CallFacts,
    CallKey,
    Direction,
    Outcome,
    Phase,
    Transition,
    TransitionKind,
)
from agent_desk.shift.day_book import ASK_AGAIN_S, DayBook
from agent_desk.voicenter.events import QueuesSnapshot
from tests.helpers.clock import FakeClock
from tests.helpers.until import until
from tests.unit.desk.scene import QUEUE, queue_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

DANA = PhoneNumber("972501234567")
OMER = PhoneNumber("972547654321")
OWN = frozenset({"SIPSIP1"})
LAG_S = 300


@dataclass
class Log:
    """Answers what it was told to, and notes what it was asked."""

    clock: FakeClock
    mine: RecentCalls = field(default_factory=lambda: RecentCalls(ListState.NO_CODE))
    others: RecentCalls = field(default_factory=lambda: RecentCalls(ListState.READY))
    asked: list[tuple[str, ...]] = field(default_factory=list)
    gate: asyncio.Event | None = None

    async def my_calls(self, own: frozenset[str]) -> RecentCalls:
        assert own == OWN
        self.asked.append(("mine",))
        await self._answer()
        return replace(self.mine, asked_at=self.clock.now())

    async def calls_with(
        self, phones: Sequence[PhoneNumber], began: datetime, own: frozenset[str]
    ) -> RecentCalls:
        assert own == OWN
        assert began <= self.clock.now()
        self.asked.append(tuple(number.raw for number in phones))
        await self._answer()
        return self.others

    async def _answer(self) -> None:
        if self.gate is not None:
            await self.gate.wait()


class Stage:
    """A book, its clock, its log and what it has shown."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.log = Log(self.clock)
        self.shown: list[DayView] = []
        self.people = People()
        self.book = DayBook(self.shown.append, self.log, self.clock, "IL")
        self.began = self.clock.now()

    @property
    def view(self) -> DayView:
        return self.shown[-1]

    def ended(self, call_id: str = "c1", **more: Any) -> None:  # noqa: ANN401 - any field
        """A call has just ended: missed, unless ``more`` says otherwise."""
        fields: dict[str, Any] = {
            "direction": Direction.INCOMING,
            "number": DANA,
            "outcome": Outcome.MISSED,
        }
        kind = more.pop("kind", TransitionKind.ENDED)
        facts = CallFacts(
            key=CallKey("SIPSIP1", call_id),
            phase=Phase.ENDED,
            started_at=self.clock.now(),
            **(fields | more),
        )
        self.book.see(Transition(kind, facts, self.clock.now()), self.people)

    def read(self, *calls: RecentCall) -> None:
        """The log has told of these, and of nothing else since a week."""
        since = self.clock.now() - timedelta(days=7)
        self.log.mine = RecentCalls(ListState.READY, calls, since=since)
        self.book.read_log(replace(self.log.mine, asked_at=self.clock.now()))

    def row(self, call_id: str, ago_s: float, **more: Any) -> RecentCall:  # noqa: ANN401
        fields: dict[str, Any] = {
            "direction": Direction.INCOMING,
            "number": DANA,
            "outcome": Outcome.MISSED,
        }
        at = self.clock.now() - timedelta(seconds=ago_s)
        return RecentCall(call_id=call_id, at=at, number_text="", **(fields | more))


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_what_is_the_same_is_shown_once(stage: Stage) -> None:
    for _ in range(3):
        assert not stage.book.pass_by()
    assert [view.figures.since for view in stage.shown] == [stage.began]
    stage.ended()
    assert len(stage.shown) == 1
    stage.book.pass_by()
    assert (stage.view.figures.missed, len(stage.view.debts)) == (1, 1)
    stage.ended()
    stage.book.pass_by()
    assert len(stage.shown) == 2


def test_wrap_up_is_shown_by_the_minute_and_exactly_when_it_is_over(stage: Stage) -> None:
    stage.book.hear_status(1, stage.began)
    began = stage.clock.now()
    for _ in range(3):
        stage.book.hear_status(5, began)
        stage.book.pass_by()
        stage.clock.advance(35)
    assert stage.view.figures.wrap_up_s == 60
    shown = len(stage.shown)
    stage.book.hear_status(1, stage.clock.now())
    stage.book.pass_by()
    assert stage.view.figures.wrap_up_s == 70
    assert len(stage.shown) == shown + 1


def test_a_debt_has_the_name_and_the_queue_of_the_call(stage: Stage) -> None:
    stage.people.take(QueuesSnapshot((queue_of(),)))
    stage.ended(name="Dana Levi", queue_id=QUEUE)
    stage.ended("c2", name="972547654321", number=OMER)
    stage.book.pass_by()
    assert {(debt.name, debt.queue_name) for debt in stage.view.debts} == {
        ("Dana Levi", "Sales"),
        ("", ""),
    }


def test_done_by_hand_holds_until_the_next_call_in_vain(stage: Stage) -> None:
    stage.ended()
    stage.book.pass_by()
    stage.book.settle("nobody")
    stage.book.settle(stage.view.debts[0].person)
    stage.book.pass_by()
    assert not stage.view.debts
    stage.clock.advance(60)
    stage.ended("c2")
    stage.book.pass_by()
    assert [debt.count for debt in stage.view.debts] == [1]


def test_done_by_hand_survives_a_change_of_extension_and_is_forgotten_in_the_end(
    stage: Stage,
) -> None:
    stage.ended()
    stage.book.pass_by()
    stage.book.settle(stage.view.debts[0].person)
    missed = stage.row("c1", 0)
    stage.book.follow()
    stage.read(missed)
    stage.book.pass_by()
    assert stage.view.debts == ()
    stage.clock.advance(8 * 86_400)
    stage.book.pass_by()
    assert stage.view == DayView()


def test_another_extension_is_another_day(stage: Stage) -> None:
    stage.ended()
    stage.book.pass_by()
    stage.clock.advance(60)
    stage.book.follow()
    assert stage.view.figures.missed == 0
    assert stage.view.figures.since == stage.clock.now()


def test_at_midnight_the_figures_begin_anew_and_the_debts_stay(stage: Stage) -> None:
    stage.ended()
    stage.ended("c2", outcome=Outcome.COMPLETED, talk_s=9, number=OMER)
    stage.book.pass_by()
    assert stage.view.figures.answered == 1
    stage.clock.advance(86_400)
    stage.book.pass_by()
    assert stage.view.figures.answered == stage.view.figures.missed == 0
    assert stage.view.figures.since is None
    assert len(stage.view.debts) == 1


def test_no_more_debts_are_shown_than_there_is_room_for(stage: Stage) -> None:
    for number in range(MOST_DEBTS + 3):
        stage.ended(f"c{number}", number=PhoneNumber(f"97250123{number:04}"))
    stage.book.pass_by()
    assert (len(stage.view.debts), stage.view.more_debts) == (MOST_DEBTS, 3)


def test_a_number_without_a_prefix_is_read_by_the_chosen_country(stage: Stage) -> None:
    stage.ended()
    stage.ended("c2", number=PhoneNumber("0501234567"))
    stage.book.pass_by()
    assert len(stage.view.debts) == 1
    stage.book.set_region("FR")
    stage.book.pass_by()
    assert len(stage.view.debts) == 2


def test_blind_times_are_said(stage: Stage) -> None:
    stage.book.set_blind(is_blind=True)
    stage.clock.advance(5)
    stage.book.pass_by()
    assert stage.view.figures.is_at_least is False  # the sign-in is the beginning of it all
    stage.book.set_blind(is_blind=False)
    stage.clock.advance(60)
    stage.book.add_blind(stage.clock.now() - timedelta(seconds=9), stage.clock.now())
    stage.clock.advance(1)
    stage.book.pass_by()
    assert stage.view.figures.is_at_least


# ------------------------------------------------------------------------------ asking the log


async def test_the_log_is_read_again_once_it_knows_of_the_minutes_before(stage: Stage) -> None:
    stage.read()
    assert not stage.book.pass_by()
    assert (stage.view.figures.since, stage.view.figures.is_at_least) == (None, True)
    stage.clock.advance(LAG_S - 1)
    assert not stage.book.pass_by()
    stage.clock.advance(1)
    assert stage.book.pass_by()
    stage.log.mine = replace(stage.log.mine, calls=(stage.row("late", LAG_S + 60),))
    await stage.book.ask(OWN)
    stage.book.pass_by()
    assert not stage.view.figures.is_at_least
    assert stage.view.figures.missed == 1
    assert stage.log.asked == [("mine",)]


async def test_a_colleague_who_called_back_pays_the_debt(stage: Stage) -> None:
    stage.read(stage.row("a", 900), stage.row("b", 60, number=PhoneNumber("203")))
    assert stage.book.pass_by()
    rows = (
        stage.row("r", 500, direction=Direction.OUTGOING, outcome=Outcome.NO_ANSWER),
        stage.row("s", 400, outcome=Outcome.COMPLETED, agent="Noam Bar", duration_s=30),
        stage.row("t", 890, outcome=Outcome.COMPLETED, agent="Noam Bar", duration_s=1),
    )
    stage.log.others = RecentCalls(ListState.READY, rows)
    await stage.book.ask(OWN)
    stage.book.pass_by()
    assert stage.log.asked == [(DANA.raw,)]  # an extension is no number that could be looked up
    assert [debt.person for debt in stage.view.debts] == ["203"]
    assert not stage.view.is_asking
    stage.ended("c")
    stage.book.pass_by()
    assert len(stage.view.debts) == 2


async def test_the_call_itself_may_have_been_taken_by_a_colleague(stage: Stage) -> None:
    """The log dates it from when the caller came to the queue, before it rang here."""
    stage.read(stage.row("a", 60))
    stage.book.pass_by()
    taken = stage.row("a", 80, outcome=Outcome.COMPLETED, agent="Noam Bar", duration_s=70)
    stage.log.others = RecentCalls(ListState.READY, (taken,))
    await stage.book.ask(OWN)
    stage.book.pass_by()
    assert stage.view.debts == ()


async def test_debts_are_asked_about_every_ten_minutes(stage: Stage) -> None:
    stage.clock.advance(LAG_S)
    stage.read(stage.row("a", 60))
    stage.read(stage.row("a", 60))
    stage.book.pass_by()
    asked_at = []
    for second in range(1, 1802):
        stage.clock.advance(1)
        if stage.book.pass_by():
            asked_at.append(second)
            await stage.book.ask(OWN)
    assert stage.log.asked.count((DANA.raw,)) == 4
    assert asked_at[0] == 1
    assert ASK_AGAIN_S == 600


@pytest.mark.parametrize("state", [ListState.NO_CODE, ListState.FAILED])
async def test_a_log_that_cannot_be_read_is_left_alone(stage: Stage, state: ListState) -> None:
    stage.book.read_log(RecentCalls(state))
    stage.ended()
    stage.book.pass_by()
    assert not stage.book.pass_by()
    stage.read()
    stage.book.pass_by()
    assert stage.book.pass_by()
    stage.log.others = RecentCalls(state)
    await stage.book.ask(OWN)
    stage.clock.advance(3600)
    assert not stage.book.pass_by()


async def test_nothing_is_asked_twice_at_the_same_time(stage: Stage) -> None:
    stage.read(stage.row("a", 60))
    stage.book.pass_by()
    stage.log.gate = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(stage.book.ask(OWN))
        await until(lambda: stage.log.asked)
        assert not stage.book.pass_by()
        assert stage.view.is_asking
        stage.log.gate.set()
    stage.book.pass_by()
    assert not stage.view.is_asking


@pytest.mark.parametrize("wait_s", [0, LAG_S])
async def test_an_answer_about_other_extensions_is_dropped(stage: Stage, wait_s: int) -> None:
    stage.read(stage.row("a", 60))
    stage.clock.advance(wait_s)
    stage.book.pass_by()
    stage.log.gate = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(stage.book.ask(OWN))
        await until(lambda: stage.log.asked)
        stage.book.follow()
        stage.log.gate.set()
    stage.book.pass_by()
    assert stage.view.figures.since == stage.clock.now()
    assert (stage.view.debts, stage.view.is_asking) == ((), False)
    assert len(stage.log.asked) == 1
