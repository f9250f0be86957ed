"""The agent's status: what is known, what was asked for, what became of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.desk.presence import (
    CONFIRM_WITHIN_S,
    GRACE_S,
    NOBODY,
    PresenceState,
    Stage,
    Status,
    StatusRequest,
)

ME, SECOND = "SIPSIP1", "SIPSIP2"
LOGIN, LOGOUT, LUNCH, TRAINING = 1, 2, 3, 11
SINCE = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


def at_work(*own: str) -> PresenceState:
    """An agent who is logged in on ``own``, by default on one extension."""
    state = PresenceState()
    state.follow(own or (ME,))
    for sip in own or (ME,):
        state.hear(sip, LOGIN, SINCE, 0.0)
    return state


def asked(state: PresenceState, code: int = LUNCH, *own: str) -> StatusRequest:
    request = state.ask(code, own or (ME,))
    assert request is not None
    return request


def test_a_refusal_after_a_first_success_is_told_by_extension() -> None:
    state = at_work(ME, SECOND)
    request = asked(state, LUNCH, ME, SECOND)
    state.hear(ME, LUNCH, LATER, 1.0)
    state.fail(request, "seat_in_use", "", 1.0, done=1)
    view = state.view
    assert (view.code, view.stage) == (LUNCH, Stage.PARTLY)
    assert (view.done_on, view.open_on) == ((ME,), (SECOND,))
    state.hear(SECOND, LUNCH, LATER, 2.0)
    assert state.view.stage is Stage.SETTLED
    assert state.view.done_on == state.view.open_on == ()


def test_an_answer_lost_after_a_first_success_is_told_by_extension() -> None:
    state = at_work(ME, SECOND)
    request = asked(state, LUNCH, ME, SECOND)
    state.fail(request, "unreachable", "", 1.0, done=1)
    assert state.view.stage is Stage.OVERDUE
    assert (state.view.done_on, state.view.open_on) == ((ME,), (SECOND,))
    asked(state, TRAINING, ME, SECOND)
    assert state.view.done_on == ()


def test_what_was_set_partly_and_then_elsewhere_is_forgotten() -> None:
    state = at_work(ME, SECOND)
    request = asked(state, LUNCH, ME, SECOND)
    state.fail(request, "seat_in_use", "", 1.0, done=1)
    state.hear(ME, TRAINING, LATER, 1.0 + GRACE_S)
    assert (state.view.stage, state.view.done_on) == (Stage.ELSEWHERE, ())


def test_without_an_extension_there_is_no_status() -> None:
    assert PresenceState().view == NOBODY


def test_the_status_is_what_the_service_says() -> None:
    state = at_work()
    view = state.view
    assert (view.is_there, view.code, view.since, view.stage) == (True, LOGIN, SINCE, Stage.SETTLED)
    state.hear(ME, TRAINING, LATER, 1.0)
    assert (state.view.code, state.view.since) == (TRAINING, LATER)


@pytest.mark.parametrize("code", [None, 0])
def test_a_status_that_is_not_said_is_unknown(code: int | None) -> None:
    state = at_work()
    state.hear(ME, code, None, 1.0)
    assert (state.view.code, state.view.since) == (None, None)


def test_the_same_status_without_its_time_keeps_the_time() -> None:
    state = at_work()
    state.hear(ME, LOGIN, None, 1.0)
    assert state.view.since == SINCE


def test_of_several_extensions_the_first_is_shown() -> None:
    state = at_work(ME, SECOND)
    state.hear(SECOND, LUNCH, LATER, 1.0)
    assert (state.view.code, state.view.since) == (LOGIN, SINCE)


def test_other_extensions_begin_unknown() -> None:
    state = at_work()
    request = asked(state)
    state.follow((ME,))
    assert state.view.asked == LUNCH
    state.follow((SECOND,))
    view = state.view
    assert (view.code, view.since, view.asked) == (None, None, None)
    state.accept(request, 1.0)
    assert state.view.stage is Stage.SETTLED


def test_a_wish_changes_nothing_that_is_shown_until_an_event_confirms_it() -> None:
    state = at_work()
    request = asked(state)
    assert (state.view.code, state.view.asked, state.view.stage) == (LOGIN, LUNCH, Stage.ASKING)
    state.accept(request, 1.0)
    assert (state.view.code, state.view.asked, state.view.stage) == (LOGIN, LUNCH, Stage.WAITING)
    state.hear(ME, LUNCH, LATER, 1.5)
    assert (state.view.code, state.view.asked, state.view.stage) == (LUNCH, None, Stage.SETTLED)


def test_the_event_may_come_before_the_answer() -> None:
    state = at_work()
    request = asked(state)
    state.hear(ME, LUNCH, LATER, 0.5)
    assert state.view.stage is Stage.SETTLED
    state.accept(request, 1.0)
    state.fail(request, "unreachable", "", 1.0)
    assert (state.view.code, state.view.stage) == (LUNCH, Stage.SETTLED)


def test_what_is_so_already_is_not_asked_for() -> None:
    state = at_work()
    assert state.ask(LOGIN, (ME,)) is None


def test_what_was_so_before_the_link_was_lost_can_be_asked_for() -> None:
    state = at_work()
    state.see(is_stale=True, since=LATER)
    assert (state.view.is_stale, state.view.stale_since) == (True, LATER)
    request = asked(state, LOGIN)
    state.see(is_stale=False)
    state.accept(request, 1.0)
    assert state.view.stage is Stage.SETTLED


def test_to_take_a_wish_back_is_a_wish() -> None:
    state = at_work()
    first = asked(state)
    second = asked(state, LOGIN)
    assert not state.is_last(first)
    state.fail(first, "unreachable", "", 1.0)
    assert state.view.stage is Stage.ASKING
    state.accept(second, 1.0)
    assert (state.view.code, state.view.stage) == (LOGIN, Stage.SETTLED)


def test_all_extensions_have_to_confirm() -> None:
    state = at_work(ME, SECOND)
    state.accept(asked(state, LUNCH, ME, SECOND), 1.0)
    state.hear(ME, LUNCH, LATER, 1.1)
    assert (state.view.code, state.view.stage) == (LUNCH, Stage.WAITING)
    state.hear(SECOND, LUNCH, LATER, 1.2)
    assert state.view.stage is Stage.SETTLED


def test_a_refusal_has_a_reason_and_changes_nothing() -> None:
    state = at_work()
    state.fail(asked(state), "seat_in_use", "Somebody else.", 1.0)
    view = state.view
    assert (view.code, view.asked, view.stage) == (LOGIN, LUNCH, Stage.REFUSED)
    assert (view.failure_code, view.failure_message) == ("seat_in_use", "Somebody else.")
    state.tick(1.0 + CONFIRM_WITHIN_S)
    state.hear(ME, LOGIN, SINCE, 20.0)
    assert state.view == view
    asked(state, TRAINING)
    assert (state.view.stage, state.view.failure_code) == (Stage.ASKING, "")


@pytest.mark.parametrize("code", ["unknown_outcome", "unreachable", "service", "bad_answer"])
def test_a_lost_answer_is_no_refusal_and_an_event_may_still_confirm(code: str) -> None:
    state = at_work()
    state.fail(asked(state), code, "", 1.0)
    assert (state.view.code, state.view.stage) == (LOGIN, Stage.OVERDUE)
    state.hear(ME, LUNCH, LATER, 60.0)
    assert (state.view.code, state.view.stage, state.view.failure_code) == (
        LUNCH,
        Stage.SETTLED,
        "",
    )


def test_without_an_event_it_is_overdue_and_may_come_late() -> None:
    state = at_work()
    state.accept(asked(state), 1.0)
    state.tick(1.0 + CONFIRM_WITHIN_S - 0.1)
    waiting = state.view
    assert waiting.stage is Stage.WAITING
    state.tick(1.0 + CONFIRM_WITHIN_S)
    assert (state.view.code, state.view.stage) == (LOGIN, Stage.OVERDUE)
    state.hear(ME, LOGIN, SINCE, 20.0)  # the snapshot that was asked for
    assert state.view.stage is Stage.OVERDUE
    state.hear(ME, LUNCH, LATER, 30.0)
    assert (state.view.code, state.view.stage) == (LUNCH, Stage.SETTLED)


def test_another_status_set_elsewhere_is_said() -> None:
    state = at_work()
    state.accept(asked(state), 1.0)
    state.hear(ME, TRAINING, LATER, 1.0 + GRACE_S)
    view = state.view
    assert (view.code, view.asked, view.stage) == (TRAINING, LUNCH, Stage.ELSEWHERE)
    state.hear(ME, LUNCH, LATER, 10.0)
    assert state.view.stage is Stage.SETTLED


def test_an_event_soon_after_the_answer_may_tell_of_an_earlier_change() -> None:
    state = at_work()
    state.accept(asked(state), 1.0)
    state.hear(ME, TRAINING, LATER, 1.1)
    assert (state.view.code, state.view.stage) == (TRAINING, Stage.WAITING)
    state.hear(ME, LUNCH, LATER, 1.2)
    assert state.view.stage is Stage.SETTLED


def test_where_nothing_follows_such_an_event_it_counts_after_a_while() -> None:
    state = at_work()
    state.fail(asked(state), "unreachable", "", 1.0)
    state.hear(ME, TRAINING, LATER, 1.1)
    state.tick(1.0 + GRACE_S)
    assert (state.view.stage, state.view.failure_code) == (Stage.ELSEWHERE, "")


def test_another_status_before_the_answer_or_elsewhere_contradicts_nothing() -> None:
    state = at_work(ME, SECOND)
    request = asked(state)
    state.hear(ME, TRAINING, LATER, 0.1)
    state.accept(request, 1.0)
    state.hear(SECOND, LUNCH, LATER, 1.0 + GRACE_S)
    state.hear(ME, None, None, 1.0 + GRACE_S)
    assert state.view.stage is Stage.WAITING


def test_the_accounts_own_statuses() -> None:
    state = at_work()
    assert Status(LOGIN) in state.view.statuses
    own = (Status(LUNCH, "Siesta", "#c2410c"), Status(14, "Back office"))
    state.name(own)
    assert state.view.statuses == own
    assert state.view.status(LUNCH) == own[0]
    assert state.view.status(LOGOUT) == Status(LOGOUT)


_CODES = st.sampled_from([None, 0, LOGIN, LUNCH, TRAINING])


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("hear"), st.sampled_from([ME, SECOND]), _CODES),
            st.tuples(st.just("ask"), st.sampled_from([LOGIN, LUNCH, TRAINING])),
            st.tuples(st.just("accept")),
            st.tuples(st.just("fail"), st.sampled_from(["rejected", "unreachable"])),
            st.tuples(st.just("tick")),
        ),
        max_size=30,
    )
)
def test_the_status_is_never_anything_but_the_last_word_of_the_service(
    steps: list[tuple[str, ...]],
) -> None:
    state = PresenceState()
    state.follow((ME, SECOND))
    heard: int | None = None
    requests: list[StatusRequest] = []
    for at, (what, *rest) in enumerate(steps):
        if what == "hear":
            state.hear(rest[0], rest[1], None, at)  # type: ignore[arg-type]  # as drawn above
            heard = (rest[1] or None) if rest[0] == ME else heard  # type: ignore[assignment]  # as drawn
        elif what == "ask":
            request = state.ask(rest[0], (ME, SECOND))  # type: ignore[arg-type]  # as drawn above
            requests += [request] if request is not None else []
        elif what == "tick":
            state.tick(at)
        elif requests and what == "accept":
            state.accept(requests[-1], at)
        elif requests:
            state.fail(requests[-1], rest[0], "", at)
        view = state.view
        assert view.code == heard
        assert (view.asked is None) == (view.stage is Stage.SETTLED)
