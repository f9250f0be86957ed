from __future__ import annotations

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.guard import (
    ANSWER_WITHIN_S,
    CONTRADICTION_GRACE_S,
    Guards,
    GuardState,
    GuardView,
    MuteRequest,
    RecordingGuard,
)
from agent_desk.desk.state import CallFacts, CallKey, Direction, Phase
from agent_desk.voicenter.events import Recording
from tests.unit.desk.scene import talking

LATER_S = CONTRADICTION_GRACE_S + 1
REFUSED = "rejected"


@pytest.fixture
def guard() -> RecordingGuard:
    return RecordingGuard()


def state(guard: RecordingGuard, phase: Phase = Phase.TALKING) -> GuardState:
    return guard.view(phase, has_recording=True).state


def press(guard: RecordingGuard, at: float = 0, *, muted: bool = True) -> MuteRequest:
    request = guard.press(at, muted=muted)
    assert request is not None
    return request


def mute(guard: RecordingGuard, at: float = 0) -> None:
    guard.succeed(press(guard, at), at)


def hear(guard: RecordingGuard, at: float, *, is_muted: bool, is_reliable: bool = True) -> None:
    guard.hear(at, is_muted=is_muted, is_reliable=is_reliable)


def test_a_mute_is_told_only_after_the_answer(guard: RecordingGuard) -> None:
    assert state(guard) is GuardState.RECORDING
    request = press(guard, 10)
    assert state(guard) is GuardState.MUTING
    assert guard.view(Phase.TALKING, has_recording=True).muted_from is None
    guard.succeed(request, 11)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.MUTED, 11)


def test_an_event_confirms_and_a_resume_ends_it(guard: RecordingGuard) -> None:
    mute(guard, 10)
    hear(guard, 11, is_muted=True)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.MUTED_CONFIRMED, 10
    )
    request = press(guard, 20, muted=False)
    assert guard.view(Phase.TALKING, has_recording=True).muted_from == 10
    guard.succeed(request, 21)
    assert guard.view(Phase.TALKING, has_recording=True).state is GuardState.RECORDING
    assert guard.view(Phase.TALKING, has_recording=True).muted_from is None


def test_an_event_before_the_answer_confirms_with_it(guard: RecordingGuard) -> None:
    request = press(guard)
    hear(guard, 1, is_muted=True)
    assert state(guard) is GuardState.MUTING
    guard.succeed(request, 2)
    assert state(guard) is GuardState.MUTED_CONFIRMED


def test_a_failure_stays_until_it_is_dismissed(guard: RecordingGuard) -> None:
    guard.fail(press(guard), REFUSED, 1)
    view = guard.view(Phase.TALKING, has_recording=True)
    assert (view.state, view.failure_code) == (GuardState.MUTE_FAILED, REFUSED)
    guard.tick(1000)
    assert guard.view(Phase.ENDED, has_recording=True) == view
    guard.dismiss(1001)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.RECORDING)


def test_a_failed_mute_can_be_tried_again(guard: RecordingGuard) -> None:
    guard.fail(press(guard), REFUSED, 1)
    guard.succeed(press(guard, 2), 3)
    assert state(guard) is GuardState.MUTED


def test_no_answer_is_a_failure(guard: RecordingGuard) -> None:
    request = press(guard)
    guard.tick(ANSWER_WITHIN_S - 1)
    assert state(guard) is GuardState.MUTING
    guard.tick(ANSWER_WITHIN_S)
    assert guard.view(Phase.TALKING, has_recording=True).failure_code == "unknown_outcome"
    guard.succeed(request, ANSWER_WITHIN_S + 5)
    assert state(guard) is GuardState.MUTED


def test_a_late_success_counts_even_after_the_failure_was_dismissed(guard: RecordingGuard) -> None:
    request = press(guard)
    guard.tick(ANSWER_WITHIN_S)
    guard.dismiss(30)
    guard.succeed(request, 31)
    assert state(guard) is GuardState.MUTED


def test_the_failure_of_an_older_request_says_nothing_about_the_newer(
    guard: RecordingGuard,
) -> None:
    first = press(guard)
    guard.tick(ANSWER_WITHIN_S)
    second = press(guard, 21)
    guard.fail(first, REFUSED, 22)
    assert state(guard) is GuardState.MUTING
    guard.succeed(first, 23)
    assert state(guard) is GuardState.MUTED
    guard.fail(second, REFUSED, 24)
    assert state(guard) is GuardState.MUTED


def test_a_mute_overtaken_by_a_resume_does_not_count(guard: RecordingGuard) -> None:
    first = press(guard)
    guard.tick(ANSWER_WITHIN_S)
    mute(guard, 21)
    guard.succeed(press(guard, 22, muted=False), 23)
    guard.succeed(first, 24)
    assert state(guard) is GuardState.RECORDING


def test_a_resume_overtaken_by_a_mute_makes_the_mute_doubtful(guard: RecordingGuard) -> None:
    mute(guard)
    resume = press(guard, 1, muted=False)
    guard.tick(1 + ANSWER_WITHIN_S)
    again = press(guard, 30)
    guard.succeed(resume, 31)
    assert state(guard) is GuardState.MUTING
    guard.succeed(again, 32)
    assert state(guard) is GuardState.MUTED
    guard.succeed(resume, 33)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.MUTE_FAILED, None, "contradicted"
    )


def test_a_contradiction_is_loud(guard: RecordingGuard) -> None:
    mute(guard)
    hear(guard, CONTRADICTION_GRACE_S - 0.1, is_muted=False)
    assert state(guard) is GuardState.MUTED
    hear(guard, CONTRADICTION_GRACE_S, is_muted=False)
    assert guard.view(Phase.TALKING, has_recording=True).failure_code == "contradicted"
    guard.dismiss(9)
    assert state(guard) is GuardState.RECORDING


def test_a_service_that_never_reports_a_mute_contradicts_nothing(guard: RecordingGuard) -> None:
    mute(guard)
    hear(guard, LATER_S, is_muted=False, is_reliable=False)
    assert state(guard) is GuardState.MUTED


def test_a_refused_resume_leaves_the_mute(guard: RecordingGuard) -> None:
    mute(guard)
    guard.fail(press(guard, 10, muted=False), REFUSED, 11)
    assert state(guard) is GuardState.RESUME_FAILED
    guard.dismiss(12)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.MUTED, 0)


def test_a_resume_of_unknown_outcome_leaves_nothing_to_promise(guard: RecordingGuard) -> None:
    mute(guard)
    press(guard, 10, muted=False)
    guard.tick(10 + ANSWER_WITHIN_S)
    assert state(guard) is GuardState.RESUME_FAILED
    guard.dismiss(40)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.RECORDING)


@pytest.mark.parametrize("is_failed", [False, True])
def test_an_event_that_says_recording_settles_a_resume(
    guard: RecordingGuard, *, is_failed: bool
) -> None:
    mute(guard)
    request = press(guard, 10, muted=False)
    if is_failed:
        guard.fail(request, "unknown_outcome", 11)
    hear(guard, 12, is_muted=False)
    assert state(guard) is GuardState.RECORDING


def test_a_failed_resume_can_be_tried_again_both_ways(guard: RecordingGuard) -> None:
    mute(guard)
    guard.fail(press(guard, 10, muted=False), REFUSED, 11)
    guard.fail(press(guard, 12, muted=False), REFUSED, 13)
    guard.succeed(press(guard, 14), 15)
    assert state(guard) is GuardState.MUTED


def test_still_muted_after_a_resume_is_loud(guard: RecordingGuard) -> None:
    mute(guard)
    guard.succeed(press(guard, 10, muted=False), 11)
    hear(guard, 12, is_muted=True)
    assert state(guard) is GuardState.RECORDING
    hear(guard, 11 + LATER_S, is_muted=True)
    view = guard.view(Phase.TALKING, has_recording=True)
    assert (view.state, view.failure_code) == (GuardState.RESUME_FAILED, "contradicted")
    guard.dismiss(20)
    assert state(guard) is GuardState.RECORDING


def test_a_mute_by_somebody_else_is_reported_but_not_promised(guard: RecordingGuard) -> None:
    hear(guard, 1, is_muted=True)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.RECORDING, is_reported_muted=True
    )
    mute(guard, 2)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.MUTED_CONFIRMED, 2)
    hear(guard, 2 + LATER_S, is_muted=False)
    assert not guard.view(Phase.TALKING, has_recording=True).is_reported_muted


@pytest.mark.parametrize("after_s", [1, LATER_S])
def test_after_a_resume_an_older_report_counts_no_more(
    guard: RecordingGuard, after_s: float
) -> None:
    mute(guard)
    hear(guard, 5, is_muted=True)
    guard.succeed(press(guard, 10, muted=False), 11)
    recording = GuardView(GuardState.RECORDING)
    assert guard.view(Phase.TALKING, has_recording=True) == recording
    hear(guard, 12, is_muted=True)  # may tell of the time before the answer
    assert guard.view(Phase.TALKING, has_recording=True) == recording
    hear(guard, 11 + after_s, is_muted=False)
    assert guard.view(Phase.TALKING, has_recording=True) == recording


def test_only_a_recording_that_nobody_touched_here_is_reported_muted(
    guard: RecordingGuard,
) -> None:
    hear(guard, 1, is_muted=True)
    assert guard.view(Phase.RINGING, has_recording=True) == GuardView(
        GuardState.WILL_RECORD, is_reported_muted=True
    )
    assert guard.view(Phase.TALKING, has_recording=False) == GuardView(GuardState.NOT_RECORDED)
    press(guard, 2)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.MUTING)


def test_what_makes_no_sense_sends_nothing(guard: RecordingGuard) -> None:
    assert guard.press(0, muted=False) is None
    assert guard.talk_began(0) is None
    press(guard)
    assert guard.press(1, muted=True) is None
    assert guard.press(1, muted=False) is None
    guard.dismiss(2)
    assert state(guard) is GuardState.MUTING


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_a_mute_given_while_it_rang_is_asked_for_again(
    guard: RecordingGuard, *, is_confirmed: bool
) -> None:
    mute(guard)
    if is_confirmed:
        hear(guard, 1, is_muted=True)
    request = guard.talk_began(5)
    assert request is not None
    assert request.muted
    assert state(guard) is GuardState.MUTING


def test_what_a_quiet_guard_says_in_each_phase(guard: RecordingGuard) -> None:
    assert state(guard, Phase.RINGING) is GuardState.WILL_RECORD
    assert state(guard, Phase.CUSTOMER_RINGING) is GuardState.WILL_RECORD
    assert state(guard, Phase.HELD) is GuardState.RECORDING
    silent = guard.view(Phase.TALKING, has_recording=False)
    assert silent.state is GuardState.NOT_RECORDED
    mute(guard)
    assert state(guard, Phase.RINGING) is GuardState.MUTED
    assert guard.view(Phase.ENDED, has_recording=True) == GuardView(GuardState.NOT_RECORDED)


def facts(call_id: str) -> CallFacts:
    return CallFacts(
        CallKey("SIPSIP1", call_id),
        Phase.TALKING,
        Direction.INCOMING,
        PhoneNumber("0501234567"),
        has_recording=True,
    )


def test_one_guard_for_each_call() -> None:
    guards = Guards()
    mute(guards.of("a"))
    assert guards.view(facts("a")).state is GuardState.MUTED
    assert guards.view(facts("b")).state is GuardState.RECORDING
    assert len(guards) == 2
    guards.keep(frozenset({"b"}))
    assert guards.view(facts("a")).state is GuardState.RECORDING


def test_a_service_becomes_reliable_once_it_reports_a_mute_on_any_call() -> None:
    guards = Guards()
    mute(guards.of("a"))
    guards.hear([talking("a"), talking("x", recording=Recording("r.mp3"))], 10)
    assert guards.view(facts("a")).state is GuardState.MUTED
    guards.hear([talking("b", recording=Recording("r.mp3", is_muted=True))], 20)
    guards.hear([talking("a")], 21)
    assert guards.view(facts("a")).state is GuardState.MUTE_FAILED


def test_time_passes_for_all_guards() -> None:
    guards = Guards()
    press(guards.of("a"))
    guards.tick(ANSWER_WITHIN_S)
    assert guards.view(facts("a")).state is GuardState.MUTE_FAILED
