"""Today's figures out of what was seen and what the log tells."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.day import DayFigures, day_began, day_ends, figures
from agent_desk.desk.day_calls import MOST_CALLS, DayCall, DayCalls
from agent_desk.desk.recent import ListState, RecentCall, RecentCalls
from agent_desk.desk.state import CallFacts, CallKey, Direction, Outcome, Phase
from agent_desk.desk.watch import LOG_LAG, Watch
from tests.unit.desk.scene import START, at

if TYPE_CHECKING:
    from collections.abc import Iterator

DANA = PhoneNumber("972501234567")
OMER = PhoneNumber("972547654321")
HIDDEN = PhoneNumber("Anonymous")
IN, OUT, CLICK = Direction.INCOMING, Direction.OUTGOING, Direction.CLICK2CALL
MIDNIGHT = START.replace(hour=0)


def seen(call_id: str = "c1", at_s: float = 0, **more: Any) -> CallFacts:  # noqa: ANN401
    """A call as it was seen to end: missed, unless ``more`` says otherwise."""
    key = CallKey(more.pop("sip", "SIPSIP1"), call_id)
    fields: dict[str, Any] = {
        "direction": IN,
        "number": DANA,
        "phase": Phase.ENDED,
        "outcome": Outcome.MISSED,
    }
    return CallFacts(key=key, started_at=at(at_s), **(fields | more))


def logged(call_id: str = "c1", at_s: float = 0, **more: Any) -> RecentCall:  # noqa: ANN401
    """An entry of the log: missed, unless ``more`` says otherwise."""
    fields: dict[str, Any] = {
        "direction": IN,
        "number": DANA,
        "outcome": Outcome.MISSED,
        "number_text": "",
    }
    return RecentCall(call_id=call_id, at=at(at_s), **(fields | more))


def log(*calls: RecentCall, **more: Any) -> RecentCalls:  # noqa: ANN401
    return RecentCalls(ListState.READY, calls, **more)


def book(*facts: CallFacts | RecentCall) -> DayCalls:
    calls = DayCalls()
    for each in facts:
        if isinstance(each, CallFacts):
            calls.see(each, at(0))
    calls.read_log(log(*(each for each in facts if isinstance(each, RecentCall))))
    return calls


def only(*facts: CallFacts | RecentCall) -> DayCall:
    [call] = book(*facts)
    return call


def day(*facts: CallFacts | RecentCall) -> DayFigures:
    return figures(book(*facts), MIDNIGHT)


# ------------------------------------------------------------------------------------ one call


def test_a_call_seen_and_logged_counts_once() -> None:
    row = logged(outcome=Outcome.COMPLETED, duration_s=60)
    found = day(seen(outcome=Outcome.COMPLETED, talk_s=61), row)
    assert found == DayFigures(answered=1, talk_s=61)


def test_a_call_that_rang_on_two_own_extensions_counts_once() -> None:
    taken = seen(sip="SIPSIP2", outcome=Outcome.TAKEN_ELSEWHERE)
    assert day(seen(outcome=Outcome.COMPLETED, talk_s=9), taken).answered == 1
    assert day(seen(), seen(sip="SIPSIP2")) == DayFigures(missed=1)


def test_the_time_on_hold_is_a_part_of_the_talk_that_was_seen() -> None:
    held = seen(outcome=Outcome.COMPLETED, talk_s=61, hold_s=20)
    found = day(held, seen("c2", outcome=Outcome.COMPLETED, talk_s=9, hold_s=4))
    assert (found.talk_s, found.hold_s) == (70, 24)
    assert day(seen(outcome=None, phase=Phase.HELD, hold_s=5)).hold_s == 0
    assert figures((), MIDNIGHT, wrap_up_s=300) == DayFigures(wrap_up_s=300)


def test_a_call_counts_as_answered_while_it_lasts_and_its_time_at_its_end() -> None:
    calls = book(seen(phase=Phase.RINGING, outcome=None))
    assert figures(calls, MIDNIGHT) == DayFigures()
    for phase in (Phase.TALKING, Phase.HELD):
        calls.see(seen(phase=phase, outcome=None), at(5))
        assert figures(calls, MIDNIGHT) == DayFigures(answered=1)
    calls.see(seen(outcome=Outcome.COMPLETED, talk_s=30), at(35))
    assert figures(calls, MIDNIGHT) == DayFigures(answered=1, talk_s=30)


@pytest.mark.parametrize(
    ("fact", "is_missed", "is_unanswered", "is_reached"),
    [
        (seen(), True, True, False),
        (seen(outcome=Outcome.CALLER_GAVE_UP), True, True, False),
        (seen(outcome=Outcome.DECLINED), False, True, False),
        (seen(outcome=Outcome.DECLINED, queue_id=7), False, False, False),
        (seen(outcome=Outcome.TAKEN_ELSEWHERE), False, False, True),
        (seen(outcome=Outcome.TRANSFERRED), False, False, True),
        (seen(phase=Phase.RING_STOPPED, outcome=None), False, False, False),
        (seen(direction=Direction.UNKNOWN), True, True, False),
        (seen(direction=OUT, outcome=Outcome.NO_ANSWER), False, False, False),
        (logged(), True, True, False),
        (logged(outcome=Outcome.CALLER_GAVE_UP), True, True, False),
        (logged(outcome=Outcome.BUSY), False, True, False),
        (logged(direction=Direction.UNKNOWN), True, False, False),
        (logged(outcome=Outcome.COMPLETED, agent="Noam Bar"), False, False, True),
        (logged(direction=OUT, outcome=Outcome.NO_ANSWER), False, False, False),
    ],
)
def test_what_is_missed_and_what_is_owed(
    fact: CallFacts | RecentCall, *, is_missed: bool, is_unanswered: bool, is_reached: bool
) -> None:
    call = only(fact)
    assert (call.is_missed, call.is_unanswered) == (is_missed, is_unanswered)
    assert call.is_reached is is_reached


def test_of_a_call_that_was_declined_in_a_queue_the_log_says_whether_in_vain() -> None:
    declined = seen(outcome=Outcome.DECLINED, queue_id=7)
    assert only(declined, logged(outcome=Outcome.CALLER_GAVE_UP)).is_unanswered
    taken = only(declined, logged(outcome=Outcome.COMPLETED, agent="Noam Bar"))
    assert (taken.is_unanswered, taken.is_reached, taken.is_answered) == (False, True, False)


def test_an_answer_that_was_not_seen_is_taken_from_the_log() -> None:
    """The link was down: all that was seen is a ring that stopped."""
    call = only(seen(), logged(outcome=Outcome.COMPLETED, duration_s=40))
    assert (call.is_answered, call.is_missed, call.talk_s) == (True, False, 40)
    assert not call.is_estimated


@pytest.mark.parametrize("outcome", [Outcome.DECLINED, Outcome.TAKEN_ELSEWHERE])
def test_what_was_seen_to_be_no_talk_of_mine_is_none(outcome: Outcome) -> None:
    call = only(seen(outcome=outcome), logged(outcome=Outcome.COMPLETED, duration_s=40))
    assert (call.is_answered, call.is_reached, call.talk_s) == (False, True, 0)


def test_a_call_that_was_taken_by_a_colleague_as_the_log_says_was_not_missed() -> None:
    call = only(seen(), logged(outcome=Outcome.COMPLETED, agent="Noam Bar", duration_s=40))
    assert (call.is_missed, call.is_answered, call.talk_s) == (False, False, 0)


def test_the_time_of_a_queue_call_that_only_the_log_knows_is_an_estimate() -> None:
    row = logged(outcome=Outcome.COMPLETED, duration_s=40, queue_name="Sales queue")
    assert day(row) == DayFigures(answered=1, talk_s=40, is_talk_estimated=True)
    assert day(seen(), row).is_talk_estimated
    talked = seen(outcome=Outcome.COMPLETED, talk_s=31)
    assert day(talked, row) == DayFigures(answered=1, talk_s=31)


@pytest.mark.parametrize(
    ("fact", "made"),
    [
        (seen(direction=OUT, phase=Phase.DIALING, outcome=None), 0),
        (seen(direction=OUT, phase=Phase.TALKING, outcome=None), 1),
        (seen(direction=OUT, outcome=Outcome.BUSY), 1),
        (seen(direction=CLICK, outcome=Outcome.NO_ANSWER), 1),
        (seen(direction=CLICK, outcome=Outcome.FAILED), 0),
        (logged(direction=CLICK, outcome=Outcome.COMPLETED, duration_s=9), 1),
        (logged(direction=OUT, outcome=Outcome.FAILED), 0),
    ],
)
def test_calls_made(fact: CallFacts | RecentCall, made: int) -> None:
    found = day(fact)
    assert (found.made, found.answered, found.missed) == (made, 0, 0)


def test_who_listens_to_a_colleague_has_no_call() -> None:
    assert list(book(seen(direction=Direction.SPY, phase=Phase.TALKING))) == []


def test_a_number_that_came_later_or_from_the_log_is_kept() -> None:
    known = seen(sip="SIPSIP2", number=DANA)
    assert only(seen(number=HIDDEN), known).number == DANA
    assert only(seen(number=HIDDEN)).number == HIDDEN


def test_hidden_numbers_are_counted() -> None:
    assert day(seen(number=HIDDEN), seen("c2")) == DayFigures(missed=2, hidden=1)


def test_names_stay() -> None:
    calls = DayCalls()
    calls.see(replace(seen(), started_at=None), at(7), name="Dana Levi", queue_name="Sales")
    calls.see(replace(seen(), started_at=None), at(9))
    [call] = calls
    assert (call.at, call.name, call.queue_name) == (at(7), "Dana Levi", "Sales")


# ------------------------------------------------------------------------------------- memory


def test_a_log_that_cannot_be_read_leaves_what_was_read() -> None:
    calls = book(logged())
    for state in (ListState.LOADING, ListState.FAILED, ListState.NO_CODE):
        calls.read_log(RecentCalls(state))
        assert len(list(calls)) == 1
    calls.read_log(log())
    assert list(calls) == []


def test_what_is_old_is_forgotten_and_what_lasts_is_not() -> None:
    calls = book(seen("a", 0), seen("b", 60), seen("c", 0, phase=Phase.TALKING, outcome=None))
    calls.forget_before(at(30))
    assert {call.call_id for call in calls} == {"b", "c"}


def test_not_more_is_remembered_than_there_is_room_for() -> None:
    calls = DayCalls()
    for number in range(MOST_CALLS + 2):
        calls.see(seen(f"c{number}", number), at(0))
    assert min(call.at for call in calls) == at(2)
    rows = [logged(f"r{number}", number) for number in range(MOST_CALLS + 2)]
    fresh = book(*rows)
    assert min(call.at for call in fresh) == at(2)


# ------------------------------------------------------------------------------------- the day


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A PC in Israel."""
    monkeypatch.setenv("TZ", "IST-2")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its zone")
@pytest.mark.usefixtures("zone")
def test_the_day_is_that_of_the_pcs_calendar() -> None:
    late = datetime(2026, 3, 1, 21, 59, tzinfo=UTC)
    assert day_began(late) == datetime(2026, 2, 28, 22, 0, tzinfo=UTC)
    assert day_ends(late) == datetime(2026, 3, 1, 22, 0, tzinfo=UTC)
    assert day_began(late + timedelta(minutes=1)) == day_ends(late)


def test_a_call_belongs_to_the_day_it_began_on() -> None:
    calls = book(seen("a", 0), seen("b", 60))
    assert figures(calls, at(60)).missed == 1
    assert figures(calls, at(61)).missed == 0


# ----------------------------------------------------------------------------- what is covered


def covered(watch: Watch, now_s: float = 3600) -> tuple[datetime | None, bool]:
    found = figures((), MIDNIGHT, watch.holes(MIDNIGHT, at(now_s)))
    return found.since, found.is_at_least


def read(watch: Watch, asked_s: float, since: datetime | None = MIDNIGHT) -> None:
    watch.read_log(log(since=since, asked_at=at(asked_s)))


def test_without_the_log_the_day_is_known_since_the_sign_in() -> None:
    assert covered(Watch(at(0))) == (at(0), False)


def test_the_log_tells_of_the_time_before_once_it_has_filled() -> None:
    watch = Watch(at(0))
    assert watch.read_until is None
    read(watch, 0)
    assert watch.read_until == at(0) - LOG_LAG
    assert covered(watch) == (None, True)
    assert watch.holes(MIDNIGHT, at(9)) == ((at(0) - LOG_LAG, at(0)),)
    read(watch, 300)
    assert covered(watch) == (None, False)


def test_a_log_that_was_cut_off_tells_of_less() -> None:
    watch = Watch(at(0))
    read(watch, 300, since=at(-600))
    assert covered(watch) == (at(-600), False)


@pytest.mark.parametrize(
    "found",
    [RecentCalls(ListState.NO_CODE), log(), log(since=MIDNIGHT), log(asked_at=at(900))],
)
def test_an_answer_that_says_not_what_it_covers_covers_nothing(found: RecentCalls) -> None:
    watch = Watch(at(0))
    watch.read_log(found)
    assert covered(watch) == (at(0), False)


def test_blind_times_make_the_figures_at_least_until_the_log_has_filled() -> None:
    watch = Watch(at(0))
    read(watch, 300)
    watch.set_blind(at(600), is_blind=True)
    watch.set_blind(at(610), is_blind=True)
    assert covered(watch, 600) == (None, True)
    watch.set_blind(at(660), is_blind=False)
    watch.set_blind(at(670), is_blind=False)
    assert watch.holes(MIDNIGHT, at(700)) == ((at(599), at(660)),)
    watch.add_blind(at(590), at(662))
    assert watch.holes(MIDNIGHT, at(700)) == ((at(590), at(662)),)
    watch.add_blind(at(600), at(610))
    assert watch.holes(MIDNIGHT, at(700)) == ((at(590), at(662)),)
    read(watch, 960)
    assert covered(watch, 970) == (None, True)
    read(watch, 962)
    assert covered(watch, 970) == (None, False)


def test_yesterdays_holes_are_not_todays() -> None:
    watch = Watch(at(0))
    watch.add_blind(at(60), at(120))
    tomorrow = MIDNIGHT + timedelta(days=1)
    assert watch.holes(tomorrow, tomorrow + timedelta(hours=9)) == ()


def test_two_times_unknown_at_the_beginning_and_later() -> None:
    watch = Watch(at(0))
    watch.add_blind(at(60), at(120))
    assert covered(watch) == (at(0), True)


# --------------------------------------------------------------------------------------- order

FACTS = st.lists(
    st.one_of(
        st.builds(
            seen,
            st.sampled_from("abcd"),
            st.integers(0, 3),
            sip=st.sampled_from(("SIPSIP1", "SIPSIP2")),
            direction=st.sampled_from((IN, OUT, CLICK)),
            outcome=st.sampled_from(Outcome),
            talk_s=st.integers(0, 9),
            number=st.sampled_from((DANA, HIDDEN)),
        ),
        st.builds(
            logged,
            st.sampled_from("abcd"),
            st.integers(0, 3),
            outcome=st.sampled_from(Outcome),
            duration_s=st.integers(0, 9),
        ),
    ),
    max_size=8,
    unique_by=lambda fact: fact.key if isinstance(fact, CallFacts) else fact.call_id,
)


@settings(max_examples=150)
@given(FACTS, st.randoms(use_true_random=False))
def test_in_any_order_the_same_facts_make_the_same_figures(
    facts: list[CallFacts | RecentCall],
    random: Any,  # noqa: ANN401
) -> None:
    shuffled = list(facts)
    random.shuffle(shuffled)
    found = day(*facts)
    assert found == day(*shuffled)
    ids = {f.key.call_id if isinstance(f, CallFacts) else f.call_id for f in facts}
    assert found.answered + found.missed + found.made <= len(ids)
