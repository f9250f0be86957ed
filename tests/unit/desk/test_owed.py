"""Who is owed a call back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.owed import Debt, debts, person_of
from agent_desk.desk.state import CallFacts, Outcome, Phase
from tests.unit.desk.scene import at
from tests.unit.desk.test_day import CLICK, DANA, HIDDEN, IN, OMER, OUT, book, logged, seen

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.desk.recent import RecentCall

PERSON = "+972501234567"


def owed(
    *facts: CallFacts | RecentCall, settled: dict[str, datetime] | None = None
) -> tuple[Debt, ...]:
    return debts(book(*facts), "IL", settled or {})


def test_a_missed_call_is_owed() -> None:
    [debt] = owed(seen(at_s=5))
    assert (debt.person, debt.number, debt.number_text) == (PERSON, DANA, "050-123-4567")
    assert (debt.at, debt.first_at, debt.count) == (at(5), at(5), 1)


def test_several_calls_of_one_person_are_one_debt_however_the_number_is_spelt() -> None:
    local = PhoneNumber("0501234567")
    [debt] = owed(seen("a", 5), logged("b", 60, number=local, queue_name="Sales queue"))
    assert (debt.count, debt.at, debt.first_at) == (2, at(60), at(5))
    assert (debt.number, debt.queue_name) == (local, "Sales queue")


def test_the_newest_debt_comes_first() -> None:
    assert [debt.number for debt in owed(seen("a", 5), seen("b", 9, number=OMER))] == [OMER, DANA]


def test_the_last_name_that_is_known_names_the_person() -> None:
    calls = book()
    calls.see(seen("a", 5), at(0), name="Dana")
    calls.see(seen("b", 9), at(0), name="Dana Levi")
    calls.see(seen("c", 12), at(0))
    assert [debt.name for debt in debts(calls, "IL", {})] == ["Dana Levi"]


@pytest.mark.parametrize("raw", ["Anonymous", "", "  "])
def test_who_hides_the_number_cannot_be_called_back(raw: str) -> None:
    assert owed(seen(number=PhoneNumber(raw))) == ()
    assert person_of(PhoneNumber(raw), "IL") == ""


def test_short_numbers_are_persons_too() -> None:
    [debt] = owed(seen(number=PhoneNumber("203")))
    assert (debt.person, debt.number_text) == ("203", "203")


@pytest.mark.parametrize(
    "fact",
    [
        seen("b", 60, outcome=Outcome.COMPLETED),
        seen("b", 60, phase=Phase.TALKING, outcome=None),
        seen("b", 60, direction=OUT, outcome=Outcome.COMPLETED),
        seen("b", 60, direction=CLICK, phase=Phase.TALKING, outcome=None),
        seen("b", 60, outcome=Outcome.TAKEN_ELSEWHERE),
        logged("b", 60, outcome=Outcome.COMPLETED),
        logged("b", 60, direction=OUT, outcome=Outcome.COMPLETED),
        logged("b", 60, outcome=Outcome.COMPLETED, agent="Noam Bar"),
    ],
)
def test_whoever_was_reached_is_owed_nothing_until_they_call_in_vain_again(
    fact: CallFacts | RecentCall,
) -> None:
    assert owed(seen("a", 5), fact) == ()
    [debt] = owed(seen("a", 5), fact, seen("c", 99))
    assert debt.count == 1


@pytest.mark.parametrize(
    "fact",
    [
        seen("b", 60, direction=OUT, outcome=Outcome.NO_ANSWER),
        seen("b", 60, direction=OUT, phase=Phase.DIALING, outcome=None),
        seen("b", 60, direction=CLICK, phase=Phase.CUSTOMER_RINGING, outcome=None),
        seen("b", 60, phase=Phase.RINGING, outcome=None),
        seen("b", 60, number=OMER, outcome=Outcome.COMPLETED),
        seen("b", 1, outcome=Outcome.COMPLETED),
    ],
)
def test_a_try_reaches_nobody(fact: CallFacts) -> None:
    assert [debt.person for debt in owed(seen("a", 5), fact)] == [PERSON]


def test_what_is_settled_is_owed_no_more_up_to_then() -> None:
    assert owed(seen("a", 5), settled={PERSON: at(5)}) == ()
    [debt] = owed(seen("a", 5), seen("b", 6), settled={PERSON: at(5)})
    assert (debt.count, debt.at) == (1, at(6))
    reached = seen("c", 9, outcome=Outcome.COMPLETED)
    assert owed(seen("a", 5), seen("b", 8), reached, settled={PERSON: at(5)}) == ()
    assert owed(seen("a", 10), reached, settled={PERSON: at(11)}) == ()


# --------------------------------------------------------------------------------------- order

FACTS = st.lists(
    st.one_of(
        st.builds(
            seen,
            st.sampled_from("abcdef"),
            st.integers(0, 9),
            sip=st.sampled_from(("SIPSIP1", "SIPSIP2")),
            direction=st.sampled_from((IN, OUT, CLICK)),
            outcome=st.sampled_from(Outcome),
            number=st.sampled_from((DANA, PhoneNumber("0501234567"), OMER, HIDDEN)),
        ),
        st.builds(
            logged,
            st.sampled_from("abcdef"),
            st.integers(0, 9),
            direction=st.sampled_from((IN, OUT)),
            outcome=st.sampled_from(Outcome),
            agent=st.sampled_from(("", "Noam Bar")),
            number=st.sampled_from((DANA, OMER, HIDDEN)),
        ),
    ),
    max_size=10,
    unique_by=lambda fact: fact.key if isinstance(fact, CallFacts) else fact.call_id,
)


@settings(max_examples=200)
@given(FACTS, st.randoms(use_true_random=False))
def test_in_any_order_the_same_facts_leave_the_same_debts(
    facts: list[CallFacts | RecentCall],
    random: Any,  # noqa: ANN401
) -> None:
    shuffled = list(facts)
    random.shuffle(shuffled)
    found = owed(*facts)
    assert found == owed(*shuffled)
    people = [debt.person for debt in found]
    assert len(people) == len(set(people))
    assert all(debt.first_at <= debt.at and debt.number for debt in found)
    assert [debt.at for debt in found] == sorted((debt.at for debt in found), reverse=True)
