from __future__ import annotations

from dataclasses import replace

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.guard import (
    ANSWER_WITHIN_S,
    CONTRADICTED,
    CONTRADICTION_GRACE_S,
    UNKNOWN_OUTCOME,
    Failure,
    GuardState,
    GuardView,
    MutePolicy,
    MuteRequest,
    RecordingGuard,
)
from agent_desk.desk.guards import Guards
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


def crossed(guard: RecordingGuard) -> None:
    """Let a mute be answered after the resume that followed it."""
    first = press(guard)
    guard.tick(ANSWER_WITHIN_S)
    mute(guard, 21)
    guard.succeed(press(guard, 22, muted=False), 23)
    guard.succeed(first, 24)


def test_a_mute_overtaken_by_a_resume_leaves_nobody_knowing(guard: RecordingGuard) -> None:
    crossed(guard)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.UNKNOWN, None, UNKNOWN_OUTCOME
    )
    guard.fail(press(guard, 25, muted=False), REFUSED, 26)
    assert state(guard) is GuardState.UNKNOWN, "a refused resume does not tell whether it is muted"
    hear(guard, 28, is_muted=True)
    assert guard.view(Phase.TALKING, has_recording=True).failure_code == CONTRADICTED
    assert state(guard) is GuardState.RESUME_FAILED


def test_a_mute_overtaken_by_a_resume_while_that_waits_is_older_news(
    guard: RecordingGuard,
) -> None:
    first = press(guard)
    guard.tick(ANSWER_WITHIN_S)
    mute(guard, 21)
    resume = press(guard, 22, muted=False)
    guard.succeed(first, 23)
    assert state(guard) is GuardState.RESUMING
    guard.succeed(resume, 24)
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
        GuardState.UNKNOWN, None, UNKNOWN_OUTCOME
    )


def doubtful_mute(guard: RecordingGuard) -> None:
    mute(guard)
    resume = press(guard, 1, muted=False)
    guard.tick(1 + ANSWER_WITHIN_S)
    mute_again = press(guard, 30)
    guard.succeed(mute_again, 31)
    guard.succeed(resume, 32)
    assert state(guard) is GuardState.UNKNOWN


def test_an_event_holds_a_mute_that_had_become_unknown(guard: RecordingGuard) -> None:
    doubtful_mute(guard)
    hear(guard, 33, is_muted=True)  # may tell of the time before the answer
    assert state(guard) is GuardState.UNKNOWN
    hear(guard, 36, is_muted=True)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.MUTED_CONFIRMED, 31
    )


def test_an_event_ends_a_mute_that_had_become_unknown_loudly(guard: RecordingGuard) -> None:
    doubtful_mute(guard)
    hear(guard, 36, is_muted=False)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.MUTE_FAILED, None, CONTRADICTED
    )


def test_an_unknown_recording_can_be_muted_or_dismissed(guard: RecordingGuard) -> None:
    doubtful_mute(guard)
    mute(guard, 40)
    assert state(guard) is GuardState.MUTED
    guard.fail(press(guard, 50, muted=False), UNKNOWN_OUTCOME, 51, Failure.UNCLEAR)
    assert state(guard) is GuardState.UNKNOWN
    guard.dismiss(52)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.RECORDING)


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
    assert state(guard) is GuardState.UNKNOWN
    guard.dismiss(40)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.RECORDING)


@pytest.mark.parametrize("is_failed", [False, True])
def test_an_event_that_says_recording_settles_a_resume(
    guard: RecordingGuard, *, is_failed: bool
) -> None:
    mute(guard)
    request = press(guard, 10, muted=False)
    if is_failed:
        guard.fail(request, UNKNOWN_OUTCOME, 11, Failure.UNCLEAR)
    hear(guard, 12, is_muted=False)
    assert state(guard) is GuardState.RECORDING
    guard.succeed(request, 13)
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
    assert (view.state, view.failure_code) == (GuardState.RESUME_FAILED, CONTRADICTED)
    guard.dismiss(20)
    reported = GuardView(GuardState.RECORDING, is_reported_muted=True)
    assert guard.view(Phase.TALKING, has_recording=True) == reported
    hear(guard, 21, is_muted=True)
    assert guard.view(Phase.TALKING, has_recording=True) == reported, "it has been read"


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
    assert guard.due(0) is None
    guard.extend(0)
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


# ------------------------------------------------------------------------------------ sent again


def test_a_mute_that_did_not_reach_the_service_is_sent_again(guard: RecordingGuard) -> None:
    guard.fail(press(guard), "dns", 1, Failure.UNREACHED)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.MUTE_FAILED, None, "dns", is_retrying=True
    )
    at = 1.0
    for pause_s in (0.5, 1, 2, 2):
        assert guard.due(at + pause_s - 0.1) is None
        at += pause_s
        request = guard.due(at)
        assert request is not None
        assert request.muted
        assert guard.due(at + 60) is None, "it has not been answered"
        assert guard.view(Phase.TALKING, has_recording=True).is_retrying
        guard.fail(request, "unreachable", at, Failure.UNREACHED)
    request = guard.due(at, is_reachable=True)
    assert request is not None
    assert guard.due(at, is_reachable=True) is None
    guard.succeed(request, at)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.MUTED, at)
    assert guard.due(at + 60) is None


def test_a_refusal_that_comes_late_is_not_sent_again(guard: RecordingGuard) -> None:
    request = press(guard)
    guard.tick(ANSWER_WITHIN_S)
    guard.fail(request, REFUSED, 21)
    assert not guard.view(Phase.TALKING, has_recording=True).is_retrying
    assert guard.due(100) is None


def test_what_is_said_twice_changes_nothing(guard: RecordingGuard) -> None:
    first = press(guard)
    guard.tick(ANSWER_WITHIN_S)
    mute(guard, 21)
    guard.succeed(first, 22)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.MUTED, 21)
    resume = press(guard, 30, muted=False)
    guard.tick(30 + ANSWER_WITHIN_S)
    press(guard, 60)
    guard.succeed(resume, 61)
    assert state(guard) is GuardState.MUTING


def test_a_refusal_ends_the_trying(guard: RecordingGuard) -> None:
    guard.fail(press(guard), "dns", 1, Failure.UNREACHED)
    request = guard.due(2)
    assert request is not None
    guard.fail(request, REFUSED, 3)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.MUTE_FAILED, None, REFUSED
    )
    assert guard.due(60) is None


@pytest.mark.parametrize("how", ["dismissed", "over"])
def test_nothing_is_sent_again_once_it_is_of_no_use(guard: RecordingGuard, how: str) -> None:
    guard.fail(press(guard), "dns", 1, Failure.UNREACHED)
    guard.dismiss(1) if how == "dismissed" else guard.end(1)
    assert guard.due(60) is None
    assert guard.due(60, is_reachable=True) is None
    assert not guard.view(Phase.ENDED, has_recording=True).is_retrying


def test_without_a_link_a_mute_fails_soon_and_its_answer_counts_all_the_same(
    guard: RecordingGuard,
) -> None:
    request = guard.press(0, muted=True, within_s=1)
    assert request is not None
    guard.tick(0.9)
    assert state(guard) is GuardState.MUTING
    guard.tick(1)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.MUTE_FAILED, None, "unreachable", is_retrying=True
    )
    assert guard.due(5) is None, "the first one still waits for its answer"
    assert guard.due(5, is_reachable=True) is None
    guard.fail(request, "dns", 6, Failure.UNREACHED)
    again = guard.due(6.5)
    assert again is not None
    guard.succeed(again, 7)
    assert state(guard) is GuardState.MUTED


def test_a_mute_that_is_tried_while_it_rings_is_sent_at_once_when_it_is_answered(
    guard: RecordingGuard,
) -> None:
    early = guard.press(0, muted=True, within_s=1)
    assert early is not None
    guard.tick(1)
    request = guard.talk_began(2)
    assert request is not None
    guard.succeed(early, 3)
    assert state(guard) is GuardState.MUTE_FAILED, "that was before the call was answered"
    guard.succeed(request, 4)
    assert state(guard) is GuardState.MUTED


def test_a_mute_that_waits_when_the_call_is_answered_is_sent_anew(guard: RecordingGuard) -> None:
    early = press(guard)
    request = guard.talk_began(1)
    assert request is not None
    guard.succeed(early, 2)
    assert state(guard) is GuardState.MUTING
    guard.succeed(request, 3)
    assert state(guard) is GuardState.MUTED


def test_a_mute_from_before_a_contradiction_counts_no_more(guard: RecordingGuard) -> None:
    early = press(guard)
    guard.tick(ANSWER_WITHIN_S)
    mute(guard, 21)
    hear(guard, 30, is_muted=False)
    guard.succeed(early, 31)
    assert state(guard) is GuardState.MUTE_FAILED


# ----------------------------------------------------------------------------------------- resume


def test_a_call_that_is_only_reported_muted_can_be_resumed(guard: RecordingGuard) -> None:
    hear(guard, 1, is_muted=True)
    request = press(guard, 2, muted=False)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.RESUMING)
    guard.succeed(request, 3)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.RECORDING)


def test_a_reported_mute_that_cannot_be_resumed_is_reported_again(guard: RecordingGuard) -> None:
    hear(guard, 1, is_muted=True)
    guard.fail(press(guard, 2, muted=False), REFUSED, 3)
    assert state(guard) is GuardState.RESUME_FAILED
    guard.dismiss(4)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.RECORDING, is_reported_muted=True
    )


def test_a_late_refusal_says_that_it_still_is_muted(guard: RecordingGuard) -> None:
    mute(guard)
    request = press(guard, 10, muted=False)
    guard.tick(10 + ANSWER_WITHIN_S)
    assert state(guard) is GuardState.UNKNOWN
    guard.fail(request, REFUSED, 31)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(
        GuardState.RESUME_FAILED, 0, REFUSED
    )
    guard.fail(request, REFUSED, 32)
    assert state(guard) is GuardState.RESUME_FAILED


def test_a_refusal_does_not_tell_what_became_of_the_resume_before(guard: RecordingGuard) -> None:
    mute(guard)
    guard.fail(press(guard, 10, muted=False), UNKNOWN_OUTCOME, 11, Failure.UNCLEAR)
    first = press(guard, 12, muted=False)
    guard.fail(first, REFUSED, 13)
    assert state(guard) is GuardState.UNKNOWN
    late = press(guard, 14, muted=False)
    guard.succeed(late, 15)
    assert state(guard) is GuardState.RECORDING


def test_a_resume_that_fails_after_a_new_mute_says_nothing(guard: RecordingGuard) -> None:
    mute(guard)
    request = press(guard, 10, muted=False)
    guard.tick(10 + ANSWER_WITHIN_S)
    mute(guard, 31)
    guard.fail(request, REFUSED, 32)
    assert state(guard) is GuardState.MUTED


# ------------------------------------------------------------------------- reminding and resuming

RESUMES = MutePolicy(remind_after_s=10, resume_after_s=30)


def test_reminders_come_again_and_again() -> None:
    guard = RecordingGuard("c", RESUMES)
    mute(guard, 5)
    seen = []
    for at in (14.9, 15, 24.9, 25, 36):
        guard.tick(at)
        seen.append(guard.view(Phase.TALKING, has_recording=True).reminders)
    assert seen == [0, 1, 1, 2, 3]
    guard.set_policy(MutePolicy(remind_after_s=None), 37)
    guard.tick(60)
    assert guard.view(Phase.TALKING, has_recording=True).reminders == 0


def test_a_mute_resumes_by_itself_and_only_once() -> None:
    guard = RecordingGuard("c", RESUMES)
    request = press(guard)
    assert guard.due(60) is None, "no answer, no resume"
    guard.succeed(request, 5)
    assert guard.view(Phase.TALKING, has_recording=True).resume_at == 35
    guard.extend(20)
    assert guard.view(Phase.TALKING, has_recording=True).resume_at == 95
    assert guard.due(94) is None
    resume = guard.due(95)
    assert resume is not None
    assert not resume.muted
    assert state(guard) is GuardState.RESUMING
    guard.fail(resume, UNKNOWN_OUTCOME, 96, Failure.UNCLEAR)
    assert state(guard) is GuardState.UNKNOWN
    assert guard.due(1000) is None


def test_a_refused_countdown_does_not_count_again() -> None:
    guard = RecordingGuard("c", RESUMES)
    mute(guard)
    request = guard.due(30)
    assert request is not None
    guard.fail(request, REFUSED, 31)
    guard.dismiss(32)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.MUTED, 0)
    assert guard.due(1000) is None


def test_a_policy_that_comes_later_counts_from_then() -> None:
    guard = RecordingGuard("c")
    guard.set_policy(MutePolicy(), 0)
    mute(guard)
    guard.set_policy(RESUMES, 100)
    assert guard.view(Phase.TALKING, has_recording=True).resume_at == 130
    guard.set_policy(RESUMES, 110)
    assert guard.view(Phase.TALKING, has_recording=True).resume_at == 130
    guard.set_policy(MutePolicy(), 120)
    assert guard.view(Phase.TALKING, has_recording=True).resume_at is None


# ----------------------------------------------------------------------------------------- the end


def test_a_call_that_is_over_begins_as_recording_when_it_comes_back(guard: RecordingGuard) -> None:
    mute(guard)
    guard.end(5)
    assert guard.view(Phase.TALKING, has_recording=True) == GuardView(GuardState.RECORDING)
    late = press(guard, 6)
    guard.end(7)
    guard.succeed(late, 8)
    assert state(guard) is GuardState.RECORDING
    guard.fail(late, REFUSED, 9)
    assert state(guard) is GuardState.RECORDING


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


def test_a_call_that_carries_on_a_muted_one_says_that_it_is_recorded() -> None:
    guards = Guards()
    mute(guards.of("a"))
    sequel = replace(facts("b"), related_call_ids=("a",), has_recording=False)
    assert guards.view(sequel) == GuardView(GuardState.RECORDING)
    other = replace(sequel, related_call_ids=("x",))
    assert guards.view(other) == GuardView(GuardState.NOT_RECORDED)
