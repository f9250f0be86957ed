"""One call that is started from here, from the wish to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.dialling import (
    SETTLE_S,
    UNDER_WAY,
    WAIT_S,
    Dial,
    DialEnd,
    DialQuestion,
    DialRequest,
    DialState,
    DialWish,
    variables_of,
)
from agent_desk.desk.state import CallFacts, CallKey, Direction, Outcome, Phase

if TYPE_CHECKING:
    from agent_desk.voicenter.events import CustomValue

ME = "SIPSIP1"
OTHER = "SIPSIP2"
NUMBER = PhoneNumber("+972501234567")
WISH = DialWish(NUMBER, "+972 50-123-4567")
INSISTING = DialWish(NUMBER, "+972 50-123-4567", insists=True)
CLICK = Direction.CLICK2CALL


def call(
    phase: Phase,
    call_id: str = "c1",
    *,
    outcome: Outcome | None = None,
    leg: int | None = None,
    direction: Direction = CLICK,
    number: str = "Anonymous",
    extension: str = ME,
) -> CallFacts:
    return CallFacts(
        CallKey(extension, call_id),
        phase,
        direction,
        PhoneNumber(number),
        outcome=outcome,
        click2call_leg=leg,
    )


def ended(outcome: Outcome, leg: int | None = 2, call_id: str = "c1") -> CallFacts:
    return call(Phase.ENDED, call_id, outcome=outcome, leg=leg)


def state(dial: Dial) -> DialState:
    return dial.view.state


def end_of(dial: Dial) -> DialEnd | None:
    return dial.view.end


def sent(dial: Dial, now: float = 0, wish: DialWish = WISH) -> DialRequest:
    request = dial.wish(wish, ME, (), now)
    assert request is not None
    return request


def accepted(dial: Dial, call_id: str = "c1") -> None:
    dial.accept(sent(dial), call_id, 0)


def test_a_call_from_the_wish_to_the_talk() -> None:
    dial = Dial()
    assert state(dial) is DialState.IDLE
    assert dial.extension == ""
    request = sent(dial)
    assert (request.extension, request.wish) == (ME, WISH)
    assert state(dial) is DialState.SENDING
    dial.accept(request, "c1", 1)
    seen = [state(dial)]
    for phase in (
        *(Phase.AGENT_RINGING, Phase.AGENT_UP, Phase.CUSTOMER_RINGING, Phase.TALKING, Phase.HELD),
    ):
        dial.look((call(phase),), 2)
        seen.append(state(dial))
    assert seen == [
        DialState.ACCEPTED,
        DialState.AGENT_RINGING,
        DialState.AGENT_UP,
        DialState.CUSTOMER_RINGING,
        DialState.TALKING,
        DialState.TALKING,
    ]
    dial.look((ended(Outcome.COMPLETED),), 3)
    assert (state(dial), end_of(dial)) == (DialState.ENDED, DialEnd.TALKED)
    assert dial.view.call_id == "c1"
    assert dial.view.wish == WISH


@pytest.mark.parametrize(
    ("last", "over", "end"),
    [
        (Phase.AGENT_RINGING, ended(Outcome.FAILED, 1), DialEnd.AGENT_DID_NOT_PICK_UP),
        (Phase.AGENT_UP, ended(Outcome.FAILED, None), DialEnd.AGENT_DID_NOT_PICK_UP),
        (Phase.CUSTOMER_RINGING, ended(Outcome.BUSY), DialEnd.BUSY),
        (Phase.CUSTOMER_RINGING, ended(Outcome.NO_ANSWER, None), DialEnd.NO_ANSWER),
        (Phase.CUSTOMER_RINGING, ended(Outcome.FAILED), DialEnd.FAILED),
        (Phase.CUSTOMER_RINGING, call(Phase.RING_STOPPED, leg=2), DialEnd.FAILED),
        (Phase.TALKING, ended(Outcome.TRANSFERRED), DialEnd.TALKED),
        (None, ended(Outcome.BUSY, 2), DialEnd.BUSY),
        (None, ended(Outcome.FAILED, 1), DialEnd.AGENT_DID_NOT_PICK_UP),
    ],
)
def test_how_it_ends(last: Phase | None, over: CallFacts, end: DialEnd) -> None:
    dial = Dial()
    accepted(dial)
    if last is not None:
        dial.look((call(last),), 1)
    dial.look((over,), 2)
    assert (state(dial), end_of(dial)) == (DialState.ENDED, end)


def test_events_that_come_before_the_answer_count() -> None:
    dial = Dial()
    request = sent(dial)
    dial.look((call(Phase.AGENT_RINGING),), 1)
    assert state(dial) is DialState.SENDING
    dial.accept(request, "c1", 2)
    dial.look((call(Phase.CUSTOMER_RINGING),), 2)
    assert state(dial) is DialState.CUSTOMER_RINGING


def test_without_an_id_it_is_the_call_by_click_that_came_up_since() -> None:
    dial = Dial()
    before = call(Phase.TALKING, "old")
    request = dial.wish(INSISTING, ME, (before,), 0)
    assert request is not None
    dial.accept(request, "", 1)
    strangers = (
        before,
        call(Phase.RINGING, "in", direction=Direction.INCOMING),
        call(Phase.AGENT_RINGING, "crm", number="0529876543"),
        call(Phase.AGENT_RINGING, "far", extension=OTHER),
    )
    dial.look(strangers, 2)
    assert state(dial) is DialState.ACCEPTED
    assert dial.view.has_others
    dial.look((*strangers, call(Phase.AGENT_RINGING, "mine", number="0501234567")), 3)
    assert (state(dial), dial.view.call_id) == (DialState.AGENT_RINGING, "mine")


def test_a_second_press_does_nothing() -> None:
    dial = Dial()
    accepted(dial)
    for phase in (None, Phase.AGENT_RINGING, Phase.AGENT_UP, Phase.CUSTOMER_RINGING):
        calls = () if phase is None else (call(phase),)
        dial.look(calls, 1)
        assert state(dial) in UNDER_WAY
        assert dial.wish(WISH, ME, calls, 1) is None
        assert dial.wish(INSISTING, ME, calls, 1) is None
        assert dial.view.question is None


def test_on_a_call_a_person_has_to_insist() -> None:
    dial = Dial()
    busy = (call(Phase.HELD, "x", direction=Direction.INCOMING),)
    assert dial.wish(WISH, ME, busy, 0) is None
    assert (dial.view.question, dial.view.asked) == (DialQuestion.ON_A_CALL, WISH)
    dial.drop_question()
    assert dial.view.question is None
    assert dial.wish(WISH, ME, busy, 0) is None
    assert dial.wish(INSISTING, ME, busy, 0) is not None
    assert dial.view.question is None


def test_calls_that_are_over_are_in_nobodys_way() -> None:
    dial = Dial()
    assert dial.wish(WISH, ME, (ended(Outcome.MISSED, call_id="x"),), 0) is not None


def test_the_next_call_may_follow_the_one_before() -> None:
    dial = Dial()
    accepted(dial)
    dial.look((call(Phase.TALKING),), 1)
    assert dial.wish(WISH, ME, (call(Phase.TALKING),), 1) is None
    assert (state(dial), dial.view.question) == (DialState.TALKING, DialQuestion.ON_A_CALL)
    over = (ended(Outcome.COMPLETED),)
    dial.look(over, 2)
    assert dial.wish(WISH, ME, over, 2) is not None
    assert (state(dial), end_of(dial)) == (DialState.SENDING, None)


def test_a_refusal_is_over_at_once() -> None:
    dial = Dial()
    dial.fail(sent(dial), "phone_offline", "off", 1)
    view = dial.view
    assert (view.state, view.error_code, view.detail) == (DialState.REFUSED, "phone_offline", "off")
    dial.look((call(Phase.AGENT_RINGING),), 2)
    assert dial.view == view
    assert dial.wish(WISH, ME, (), 3) is not None


@pytest.mark.parametrize("code", ["unknown_outcome", "bad_answer", "service", "something new"])
def test_without_a_clear_answer_only_who_insists_calls_again(code: str) -> None:
    dial = Dial()
    dial.fail(sent(dial), code, "", 1)
    assert state(dial) is DialState.UNKNOWN
    assert dial.wish(WISH, ME, (), 2) is None
    assert dial.view.question is DialQuestion.MAYBE_RINGING
    dial.look((), 1 + SETTLE_S - 0.1)
    assert not dial.view.is_free
    dial.look((), 1 + SETTLE_S, is_blind=True)
    assert not dial.view.is_free
    dial.look((), 1 + SETTLE_S)
    assert dial.view.is_free
    assert dial.wish(WISH, ME, (), 8) is None
    assert dial.wish(INSISTING, ME, (), 9) is not None


def test_the_call_whose_answer_was_lost_is_found_again() -> None:
    dial = Dial()
    dial.fail(sent(dial), "unknown_outcome", "", 1)
    dial.look((call(Phase.AGENT_RINGING),), 2)
    assert (state(dial), dial.view.call_id) == (DialState.AGENT_RINGING, "c1")
    dial.look((ended(Outcome.FAILED, 1),), 3)
    assert end_of(dial) is DialEnd.AGENT_DID_NOT_PICK_UP


def test_what_nobody_has_seen_is_over_after_a_while() -> None:
    dial = Dial()
    accepted(dial)
    dial.look((), WAIT_S)
    assert state(dial) is DialState.ACCEPTED
    dial.look((), WAIT_S + 1)
    assert end_of(dial) is DialEnd.NOT_SEEN
    dial.fail(sent(dial, 500), "unknown_outcome", "", 500)
    dial.look((), 501 + WAIT_S, is_blind=True)
    assert state(dial) is DialState.UNKNOWN
    dial.look((), 501 + WAIT_S)
    assert end_of(dial) is DialEnd.NOT_SEEN


def test_a_talk_that_is_gone_is_over_unless_nobody_sees() -> None:
    dial = Dial()
    accepted(dial)
    dial.look((call(Phase.TALKING),), 1)
    dial.look((), 2, is_blind=True)
    assert state(dial) is DialState.TALKING
    dial.look((), 3)
    assert end_of(dial) is DialEnd.TALKED


def test_another_trunk_is_the_same_call() -> None:
    dial = Dial()
    accepted(dial)
    dial.look((ended(Outcome.FAILED),), 1)
    dial.look((ended(Outcome.FAILED),), 1.2)
    assert end_of(dial) is DialEnd.FAILED
    dial.look((call(Phase.CUSTOMER_RINGING),), 2)
    assert (state(dial), end_of(dial)) == (DialState.CUSTOMER_RINGING, None)


def test_after_its_end_it_is_no_longer_followed() -> None:
    dial = Dial()
    assert not dial.is_followed(0)
    accepted(dial)
    assert dial.is_followed(0)
    dial.look((ended(Outcome.BUSY),), 1)
    assert dial.is_followed(2)
    dial.look((), 2)
    assert end_of(dial) is DialEnd.BUSY
    assert not dial.is_followed(20)


def test_hanging_up() -> None:
    dial = Dial()
    assert dial.hang_up() is None
    request = sent(dial)
    assert dial.hang_up() is None, "nothing rings yet for certain"
    dial.accept(request, "c1", 0)
    held = call(Phase.HELD, "x", direction=Direction.INCOMING)
    dial.look((call(Phase.CUSTOMER_RINGING), held), 1)
    assert dial.view.has_others
    assert dial.hang_up() == request
    assert dial.view.is_hanging_up
    assert dial.hang_up() is None, "once is enough"
    dial.hung_up(request, "unreachable")
    assert (dial.view.is_hanging_up, dial.view.hang_up_error) == (False, "unreachable")
    assert dial.hang_up() == request
    assert dial.view.hang_up_error == ""
    dial.hung_up(request)
    dial.look((ended(Outcome.NO_ANSWER),), 2)
    assert end_of(dial) is DialEnd.CANCELLED
    assert not dial.view.can_hang_up


def test_a_hang_up_is_wanted_only_while_its_call_is_live() -> None:
    dial = Dial()
    accepted(dial)
    request = dial.hang_up()
    assert request is not None
    assert dial.is_hang_up_wanted(request)
    dial.look((ended(Outcome.NO_ANSWER),), 1)
    assert not dial.is_hang_up_wanted(request), "it could only end another call"
    assert dial.wish(WISH, ME, (), 2) is None
    assert dial.view.question is DialQuestion.HANG_UP_OPEN
    dial.hung_up(request)
    dial.accept(sent(dial, 3), "c2", 3)
    assert not dial.is_hang_up_wanted(request)


def test_while_nobody_sees_it_the_call_may_be_another() -> None:
    dial = Dial()
    accepted(dial)
    dial.look((call(Phase.TALKING),), 1, is_blind=True)
    assert dial.view.is_blind
    assert dial.view.can_hang_up
    dial.look((call(Phase.TALKING),), 2)
    assert not dial.view.is_blind


@pytest.mark.parametrize("error_code", ["", "unreachable"])
@pytest.mark.parametrize("is_hanging_up", [False, True])
def test_the_late_answer_to_a_hang_up_says_nothing_of_the_next_call(
    error_code: str, *, is_hanging_up: bool
) -> None:
    dial = Dial()
    accepted(dial)
    first = dial.hang_up()
    assert first is not None
    dial.look((ended(Outcome.NO_ANSWER),), 1)
    dial.accept(sent(dial, 2, INSISTING), "c2", 2)
    if is_hanging_up:
        assert dial.hang_up() is not None
    view = dial.view
    dial.hung_up(first, error_code)
    assert dial.view == view
    dial.look((ended(Outcome.BUSY, call_id="c2"),), 3)
    assert end_of(dial) is DialEnd.BUSY, "nobody hung this one up"


def test_an_answer_that_nobody_waits_for_changes_nothing() -> None:
    dial = Dial()
    request = sent(dial)
    dial.accept(request, "c1", 0)
    view = dial.view
    dial.accept(request, "c2", 1)
    dial.fail(request, "rejected", "", 1)
    assert dial.view == view


def test_custom_data_that_travels_along() -> None:
    data: dict[str, CustomValue] = {"var_clientID": "12345", "VAR_n": 7, "other": "x"}
    data |= {"var_": "x", "var_a b": "x", "var_list": ["x"], "var_none": None}
    assert variables_of(data) == (("clientID", "12345"), ("n", "7"))
    many = {f"var_n{number}": "x" * 500 for number in range(20)}
    kept = variables_of(many)
    assert len(kept) == 10
    assert {len(value) for _, value in kept} == {256}


class Wishing(RuleBasedStateMachine):
    """Presses, answers, events and time in any order: one request for one wish that was meant."""

    def __init__(self) -> None:
        super().__init__()
        self.dial = Dial()
        self.now = 0.0
        self.calls: dict[str, CallFacts] = {}
        self.requests: list[DialRequest] = []
        self.open: DialRequest | None = None
        self.hang_ups: list[DialRequest] = []
        self.is_doubtful = False

    def press(self, wish: DialWish) -> None:
        before = self.dial.view.state
        over = (Phase.ENDED, Phase.RING_STOPPED)
        is_busy = any(each.phase not in over for each in self.calls.values())
        request = self.dial.wish(wish, ME, tuple(self.calls.values()), self.now)
        if request is None:
            return
        assert before not in UNDER_WAY, "an attempt stands"
        assert wish.insists or not is_busy
        assert wish.insists or before is not DialState.UNKNOWN
        assert self.open is None, "the answer to the one before is not in"
        self.open = request
        self.requests.append(request)

    @rule()
    def call_it(self) -> None:
        self.press(WISH)

    @rule()
    def insist(self) -> None:
        self.press(INSISTING)

    @rule(call_id=st.sampled_from(["c1", "c2", ""]))
    def accept(self, call_id: str) -> None:
        if self.open is not None:
            self.dial.accept(self.open, call_id, self.now)
            self.open = None

    @rule(code=st.sampled_from(["rejected", "unknown_outcome", "api_code", "service"]))
    def fail(self, code: str) -> None:
        if self.open is not None:
            self.dial.fail(self.open, code, "", self.now)
            self.open = None

    @rule(
        call_id=st.sampled_from(["c1", "c2", "x"]),
        phase=st.sampled_from(list(Phase)),
        outcome=st.sampled_from(list(Outcome)),
        direction=st.sampled_from(list(Direction)),
        leg=st.sampled_from([None, 1, 2]),
        is_blind=st.booleans(),
    )
    def event(
        self,
        call_id: str,
        phase: Phase,
        outcome: Outcome,
        direction: Direction,
        leg: int | None,
        *,
        is_blind: bool,
    ) -> None:
        is_over = phase is Phase.ENDED
        self.calls[call_id] = call(
            phase, call_id, outcome=outcome if is_over else None, leg=leg, direction=direction
        )
        self.dial.look(tuple(self.calls.values()), self.now, is_blind=is_blind)

    @rule(call_id=st.sampled_from(["c1", "c2", "x"]))
    def forget(self, call_id: str) -> None:
        self.calls.pop(call_id, None)
        self.dial.look(tuple(self.calls.values()), self.now)

    @rule(seconds=st.sampled_from([0.5, 6.0, 200.0]))
    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.dial.look(tuple(self.calls.values()), self.now)

    @rule()
    def hang_up(self) -> None:
        request = self.dial.hang_up()
        if request is not None:
            self.hang_ups.append(request)

    @rule(code=st.sampled_from(["", "unreachable"]))
    def hung_up(self, code: str) -> None:
        if self.hang_ups:
            request, before = self.hang_ups.pop(), self.dial.view
            self.dial.hung_up(request, code)
            assert request == self.requests[-1] or self.dial.view == before

    @invariant()
    def says_what_it_knows(self) -> None:
        view = self.dial.view
        assert (view.state is DialState.ENDED) == (view.end is not None)
        assert (view.state is DialState.SENDING) == (self.open is not None)
        assert len({request.serial for request in self.requests}) == len(self.requests)
        assert (view.question is None) == (view.asked is None)


TestWishing = Wishing.TestCase
TestWishing.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
