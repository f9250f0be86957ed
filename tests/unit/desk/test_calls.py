from __future__ import annotations

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.calls import CallTable
from agent_desk.desk.moment import Moment
from agent_desk.desk.state import CallKey, Outcome, Phase
from agent_desk.voicenter.events import (
    Call,
    CallStatus,
    Direction,
    Extension,
    ExtensionChanged,
    ExtensionReason,
    ExtensionsSnapshot,
    HangupCause,
    LoginSucceeded,
    QueueReason,
    Recording,
)
from tests.unit.desk.scene import (
    COLLEAGUE,
    ME,
    QUEUE,
    Scene,
    at,
    dialing,
    held,
    leg,
    ringing,
    server,
    talking,
)

HOLD, UNHOLD = ExtensionReason.HOLD, ExtensionReason.UNHOLD
DIALING, TALKING = CallStatus.DIALING, CallStatus.TALKING


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_an_answered_incoming_call_rings_is_answered_and_ends(scene: Scene) -> None:
    assert scene.new(1, ringing()) == ["ringing"]
    assert scene.answer(5, talking()) == ["answered"]
    assert scene.hang_up(65, talking()) == ["ended"]
    facts = scene.facts()
    assert (facts.phase, facts.outcome) == (Phase.ENDED, Outcome.COMPLETED)
    assert (facts.ring_s, facts.talk_s, facts.ended_at) == (5, 60, at(65))
    assert not facts.is_adopted
    assert scene.wait(1000) == []


def test_hold_and_resume_keep_the_time_of_the_talk(scene: Scene) -> None:
    scene.new(1, ringing())
    scene.answer(5, talking())
    assert scene.tell(30, HOLD, held()) == ["held"]
    assert scene.timer(40) == 10
    assert scene.tell(45, UNHOLD, talking()) == ["resumed"]
    assert scene.timer(50) == 45
    assert scene.tell(60, HOLD, held()) == ["held"]
    assert scene.facts().hold_s == 15
    assert scene.hang_up(65, held()) == ["ended"]
    assert (scene.facts().talk_s, scene.facts().hold_s) == (60, 20)


def test_of_a_hold_that_began_unseen_only_what_was_seen_counts(scene: Scene) -> None:
    assert scene.snapshot(100, {ME: (held(since=40),)}) == ["held"]
    assert scene.tell(110, UNHOLD, talking(since=40)) == ["resumed"]
    scene.hang_up(130, talking(since=40))
    assert (scene.facts().talk_s, scene.facts().hold_s) == (90, 10)


@pytest.mark.parametrize(
    ("cause", "outcome"),
    [
        (HangupCause.ANSWERED_ELSEWHERE, "taken_elsewhere"),
        (HangupCause.REJECTED, "declined"),
    ],
)
def test_a_ring_with_a_certain_end_ends_at_once(
    scene: Scene, cause: HangupCause, outcome: str
) -> None:
    scene.new(1, ringing())
    assert scene.hang_up(7, ringing(), cause=cause) == ["ended"]
    assert scene.ends() == [(ME, "c1", outcome)]
    assert scene.facts().ring_s == 7


@pytest.mark.parametrize(
    "cause",
    [HangupCause.NORMAL, HangupCause.NO_RESPONSE, HangupCause.NO_ANSWER, HangupCause.UNKNOWN],
)
def test_a_ring_that_merely_stops_is_missed_eight_seconds_later(
    scene: Scene, cause: HangupCause
) -> None:
    scene.new(1, ringing())
    assert scene.hang_up(20, ringing(), cause=cause) == ["ring_stopped"]
    assert scene.facts().phase is Phase.RING_STOPPED
    assert scene.desk.next_due == pytest.approx(5028)
    assert scene.wait(27.9) == []
    assert scene.wait(28.1) == ["ended"]
    assert scene.desk.next_due is None
    assert scene.ends() == [(ME, "c1", "missed")]
    assert scene.facts().ended_at == at(20)
    assert scene.log[-1].at == at(28.1)
    assert scene.facts().ring_s == 20


def test_a_phone_that_rings_again_and_again_is_one_call(scene: Scene) -> None:
    for round_ in range(10):
        assert scene.new(round_ * 10 + 1, ringing(started_at=at(0))) == ["ringing"]
        assert scene.hang_up(round_ * 10 + 5, ringing()) == ["ring_stopped"]
    assert scene.finish() == ["ended"]
    assert scene.ends() == [(ME, "c1", "missed")]
    assert scene.log[-1].at == at(95)
    assert scene.desk.calls_seen() == {ME: 1}
    assert scene.facts().ring_s == 5 + 9 * 4
    assert scene.finish() == []


def test_a_second_ring_counts_its_own_time(scene: Scene) -> None:
    scene.new(3, ringing())
    assert scene.timer(3) == 3
    scene.hang_up(10, ringing())
    scene.new(15, ringing())
    assert scene.timer(20) == 5


def test_a_later_event_ends_a_ring_that_stopped_in_the_meantime(scene: Scene) -> None:
    scene.new(1, ringing())
    scene.hang_up(5, ringing())
    assert scene.new(20, ringing("c2", started_at=at(20))) == ["ended", "ringing"]


def test_a_caller_who_gives_up_in_the_queue(scene: Scene) -> None:
    scene.new(1, ringing(queue_id=QUEUE))
    scene.hang_up(9, ringing(queue_id=QUEUE))
    assert scene.queue(9, QueueReason.ABANDONED) == ["ended"]
    assert scene.ends() == [(ME, "c1", "caller_gave_up")]


def test_the_queue_may_say_so_before_the_phone_stops(scene: Scene) -> None:
    scene.new(1, ringing(queue_id=QUEUE))
    assert scene.queue(9, QueueReason.ABANDONED) == []
    assert scene.hang_up(9, ringing(queue_id=QUEUE)) == ["ended"]
    assert scene.ends() == [(ME, "c1", "caller_gave_up")]


def test_a_ring_is_not_missed_while_the_caller_still_waits(scene: Scene) -> None:
    scene.queues(0, "c1")
    scene.new(1, ringing(queue_id=QUEUE))
    scene.hang_up(15, ringing(queue_id=QUEUE))
    assert scene.wait(24) == []
    assert scene.new(40, ringing(queue_id=QUEUE)) == ["ringing"]
    assert scene.answer(44, talking(since=44)) == ["answered"]
    assert scene.queue(44, QueueReason.ANSWER) == []
    assert scene.hang_up(54, talking(since=44)) == ["ended"]
    assert scene.ends() == [(ME, "c1", "completed")]


def test_nobody_waits_in_a_queue_for_ever(scene: Scene) -> None:
    scene.queue(0, QueueReason.JOIN, "c1")
    scene.new(1, ringing(queue_id=QUEUE))
    scene.hang_up(15, ringing(queue_id=QUEUE))
    assert scene.wait(600) == []
    assert scene.wait(616) == ["ended"]


@pytest.mark.parametrize(
    ("reason", "by", "outcome"),
    [
        (QueueReason.ANSWER, "", "taken_elsewhere"),
        (QueueReason.EXIT, "Dana", "taken_elsewhere"),
        (QueueReason.EXIT, "", "missed"),
    ],
)
def test_the_queue_tells_who_took_the_call(
    scene: Scene, reason: QueueReason, by: str, outcome: str
) -> None:
    scene.new(1, ringing(queue_id=QUEUE))
    scene.hang_up(15, ringing(queue_id=QUEUE))
    assert scene.queue(16, reason, by=by) == []
    scene.wait(24)
    assert scene.ends() == [(ME, "c1", outcome)]
    assert scene.facts().taken_by == by


def test_what_the_queue_says_of_a_live_call_changes_nothing(scene: Scene) -> None:
    scene.new(1, ringing(queue_id=QUEUE))
    scene.queue(5, QueueReason.EXIT, by="Noa")
    scene.answer(5, talking())
    scene.queue(6, QueueReason.ABANDONED)
    assert scene.hang_up(15, talking()) == ["ended"]
    assert scene.ends() == [(ME, "c1", "completed")]


def test_a_colleague_who_answers_is_named(scene: Scene) -> None:
    scene.new(1, ringing())
    scene.new(1, ringing(), sip=COLLEAGUE, agent="Dana")
    scene.hang_up(6, ringing(), cause=HangupCause.ANSWERED_ELSEWHERE)
    assert scene.facts().taken_by == ""
    scene.answer(7, talking(since=7), sip=COLLEAGUE, agent="Dana")
    assert scene.facts().taken_by == "Dana"
    assert scene.ends() == [(ME, "c1", "taken_elsewhere")]


def test_a_stopped_ring_ends_when_a_colleague_answers(scene: Scene) -> None:
    scene.new(1, ringing())
    scene.new(1, ringing(), sip=COLLEAGUE)
    scene.hang_up(6, ringing())
    assert scene.answer(7, talking(since=7), sip=COLLEAGUE, agent="") == ["answered", "ended"]
    assert scene.facts().taken_by == COLLEAGUE
    assert scene.ends() == [(ME, "c1", "taken_elsewhere")]


def test_the_caller_of_an_internal_call_takes_nothing_from_the_called(scene: Scene) -> None:
    scene.new(1, dialing(), sip=COLLEAGUE)
    scene.new(1, ringing())
    scene.hang_up(20, ringing())
    scene.answer(21, talking(direction=Direction.OUTGOING), sip=COLLEAGUE)  # voice mail
    scene.wait(40)
    assert scene.ends() == [(ME, "c1", "missed")]


@pytest.mark.parametrize(
    ("cause", "outcome"),
    [
        (HangupCause.BUSY, "busy"),
        (HangupCause.REJECTED, "busy"),
        (HangupCause.NO_ANSWER, "no_answer"),
        (HangupCause.NORMAL, "no_answer"),
        (HangupCause.BAD_NUMBER, "failed"),
        (HangupCause.NONE, "failed"),
    ],
)
def test_a_failed_attempt_to_dial(scene: Scene, cause: HangupCause, outcome: str) -> None:
    assert scene.new(1, dialing()) == ["dialing"]
    assert scene.hang_up(9, dialing(), cause=cause) == []
    assert scene.desk.live() == {}
    assert scene.wait(10.6) == ["ended"]
    assert scene.ends() == [(ME, "c1", outcome)]


def test_another_trunk_is_the_same_attempt(scene: Scene) -> None:
    scene.new(1, dialing())
    assert scene.hang_up(2, dialing(), cause=HangupCause.UNKNOWN) == []
    assert scene.new(2.5, dialing()) == []
    assert scene.timer(5) == 5
    assert scene.answer(9, talking(since=9, direction=Direction.OUTGOING)) == ["answered"]
    assert scene.hang_up(19, talking(since=9, direction=Direction.OUTGOING)) == ["ended"]
    assert scene.ends() == [(ME, "c1", "completed")]


def test_a_hang_up_that_comes_after_its_call_had_left_gives_the_reason(scene: Scene) -> None:
    scene.new(1, dialing())
    assert scene.status(3) == []
    assert scene.hang_up(3.5, dialing(), cause=HangupCause.BUSY) == []
    scene.finish()
    assert scene.ends() == [(ME, "c1", "busy")]


@pytest.mark.parametrize(
    ("cause", "kinds", "outcome"),
    [
        (HangupCause.REJECTED, ["ended"], "declined"),
        (HangupCause.NORMAL, [], "missed"),
    ],
)
def test_the_reason_of_a_ring_may_come_late(
    scene: Scene, cause: HangupCause, kinds: list[str], outcome: str
) -> None:
    scene.new(1, ringing())
    assert scene.status(3) == ["ring_stopped"]
    assert scene.hang_up(3, ringing(), cause=cause) == kinds
    scene.finish()
    assert scene.hang_up(4, ringing(), cause=cause) == []
    assert scene.ends() == [(ME, "c1", outcome)]


def test_a_lost_answer_shows_at_the_hang_up(scene: Scene) -> None:
    scene.new(1, ringing())
    assert scene.hang_up(65, talking()) == ["ended"]
    assert scene.ends() == [(ME, "c1", "completed")]
    assert scene.facts().talk_s == 60


def test_a_lost_answer_shows_even_after_the_call_had_left(scene: Scene) -> None:
    scene.new(1, ringing())
    scene.status(64)
    assert scene.hang_up(65, talking()) == ["ended"]
    assert scene.ends() == [(ME, "c1", "completed")]


def test_a_click2call_with_both_legs_is_one_call(scene: Scene) -> None:
    assert scene.new(0, leg(1, DIALING)) == ["agent_ringing"]
    assert scene.answer(2, leg(1, TALKING, since=2)) == []
    assert scene.facts().phase is Phase.AGENT_UP
    assert scene.new(3, leg(2, TALKING)) == ["customer_ringing"]
    assert scene.timer(5) == 2
    assert scene.answer(10, leg(2, TALKING, since=10)) == ["answered"]
    assert scene.timer(12) == 2
    assert scene.hang_up(70, leg(2, TALKING, since=10)) == ["ended"]
    assert scene.facts().talk_s == 60
    assert scene.desk.calls_seen() == {ME: 1}


def test_two_legs_in_one_list_are_the_later_one(scene: Scene) -> None:
    scene.new(3, leg(2, TALKING), leg(1, TALKING, since=2))
    assert scene.facts().phase is Phase.CUSTOMER_RINGING
    scene.new(4, leg(1, TALKING, since=2), leg(2, TALKING))
    assert scene.desk.live() == {ME: ["c1"]}
    assert scene.facts().phase is Phase.CUSTOMER_RINGING


@pytest.mark.parametrize(
    ("last", "cause", "outcome"),
    [
        (leg(1, DIALING), HangupCause.REJECTED, "failed"),
        (leg(1, TALKING, since=2), HangupCause.NORMAL, "failed"),
        (leg(2, TALKING), HangupCause.NORMAL, "no_answer"),
        (leg(2, TALKING), HangupCause.BUSY, "busy"),
    ],
)
def test_a_click2call_that_reaches_nobody(last: Call, cause: HangupCause, outcome: str) -> None:
    scene = Scene()
    scene.new(0, last)
    scene.hang_up(9, last, cause=cause)
    scene.finish()
    assert scene.ends() == [(ME, "c1", outcome)]


def test_the_second_leg_does_not_hide_the_number_of_the_first(scene: Scene) -> None:
    scene.new(0, leg(1, DIALING))
    scene.new(3, ringing(number=PhoneNumber("Anonymous"), direction=Direction.CLICK2CALL))
    assert scene.facts().number == PhoneNumber("0501234567")


def test_a_queue_call_that_begins_as_a_conversation(scene: Scene) -> None:
    assert scene.new(1, talking(since=None, queue_id=QUEUE)) == ["answered"]
    assert not scene.facts().is_adopted
    assert scene.timer(11) == 11
    assert scene.hang_up(31, talking(since=None, queue_id=QUEUE)) == ["ended"]
    assert scene.facts().talk_s == 31


def test_a_ring_that_turns_into_a_talk_without_an_answer_counts_from_there(scene: Scene) -> None:
    scene.new(1, ringing())
    assert scene.tell(9, UNHOLD, talking(since=None)) == ["answered"]
    assert scene.timer(19) == 10
    scene.hang_up(29, talking(since=None))
    assert scene.facts().talk_s == 20


def test_a_hang_up_may_leave_another_call_live(scene: Scene) -> None:
    scene.new(1, ringing("a"))
    scene.answer(5, talking("a"))
    scene.tell(30, HOLD, held("a"))
    assert scene.new(31, held("a"), dialing("b")) == ["dialing"]
    assert scene.hang_up(35, dialing("b"), held("a"), cause=HangupCause.BUSY) == []
    assert scene.desk.live() == {ME: ["a"]}
    assert scene.tell(40, UNHOLD, talking("a")) == ["ended", "resumed"]
    assert scene.ends() == [(ME, "b", "busy")]


def test_a_hang_up_without_a_current_call(scene: Scene) -> None:
    scene.new(1, ringing())
    event = ExtensionChanged(
        Extension(ME),
        ExtensionReason.HANGUP,
        server(9),
        cause=HangupCause.REJECTED,
        hangup_call_id="c1",
        hangup_number=PhoneNumber("0501234567"),
    )
    assert scene.send(9, event) == ["ended"]
    assert scene.ends() == [(ME, "c1", "declined")]


def test_a_call_that_a_snapshot_tells_as_over_has_been_seen(scene: Scene) -> None:
    ended = Extension(ME, current_call=talking("before"))
    assert scene.send(1, ExtensionsSnapshot((ended,), server(1))) == []
    assert scene.desk.has_seen(CallKey(ME, "before"))
    assert scene.desk.live() == {}


def test_a_hang_up_of_a_call_of_which_nothing_is_known(scene: Scene) -> None:
    event = ExtensionChanged(
        Extension(ME), ExtensionReason.HANGUP, server(9), hangup_call_id="gone"
    )
    assert scene.send(9, event) == []
    assert scene.send(10, ExtensionChanged(Extension(ME), ExtensionReason.HANGUP)) == []
    assert scene.desk.calls_seen() == {}


def test_a_hang_up_may_be_the_first_that_is_seen_of_a_call(scene: Scene) -> None:
    assert scene.hang_up(65, talking()) == ["ended"]
    assert scene.ends() == [(ME, "c1", "completed")]
    assert (scene.facts().is_adopted, scene.facts().talk_s) == (True, 60)
    assert scene.hang_up(65, talking()) == []
    assert scene.desk.calls_seen() == {ME: 1}


def test_a_call_in_the_middle_is_adopted_with_the_right_time(scene: Scene) -> None:
    assert scene.snapshot(100, {ME: (talking(since=40),), COLLEAGUE: ()}) == ["answered"]
    assert scene.facts().is_adopted
    assert scene.timer(100) == 60
    assert scene.hang_up(110, talking(since=40)) == ["ended"]
    assert scene.facts().talk_s == 70


def test_a_held_call_in_the_middle_shows_how_long_it_has_been_a_call(scene: Scene) -> None:
    assert scene.snapshot(100, {ME: (held(since=40),)}) == ["held"]
    assert scene.timer(100) == 60


def test_a_ringing_phone_at_the_start_is_no_adopted_call(scene: Scene) -> None:
    assert scene.snapshot(4, {ME: (ringing(),)}) == ["ringing"]
    assert not scene.facts().is_adopted
    assert scene.timer(4) == 4


def test_an_event_about_a_call_that_is_over_already_ends_it(scene: Scene) -> None:
    assert scene.answer(9, about=talking()) == ["ended"]
    assert scene.new(20, about=ringing("c2")) == ["ring_stopped"]
    assert scene.desk.live() == {}


def test_a_status_change_carries_live_calls_and_leaves_them_alone(scene: Scene) -> None:
    scene.new(1, ringing())
    scene.answer(5, talking())
    assert scene.status(20, talking()) == []
    assert scene.desk.live() == {ME: ["c1"]}


@pytest.mark.parametrize("reason", [ExtensionReason.STATUS, ExtensionReason.UNKNOWN])
def test_what_is_no_call_event_ends_nothing_it_only_mentions(
    scene: Scene, reason: ExtensionReason
) -> None:
    assert scene.tell(9, reason, about=talking()) == []
    assert scene.tell(9, reason, about=talking()) == []
    assert scene.desk.calls_seen() == {ME: 1}
    assert scene.new(20, ringing()) == ["ringing"]
    assert scene.tell(21, reason, ringing(), about=ringing("c2")) == []
    assert scene.tell(21, reason, ringing(), about=ringing("c2")) == []
    assert scene.desk.calls_seen() == {ME: 2}
    assert scene.tell(22, reason, about=ringing()) == ["ring_stopped"]


def test_a_call_that_was_only_mentioned_may_still_end(scene: Scene) -> None:
    scene.tell(9, ExtensionReason.UNKNOWN, about=talking())
    assert scene.hang_up(10, talking()) == ["ended"]
    assert scene.desk.calls_seen() == {ME: 1}


def test_an_unknown_reason_still_brings_the_state(scene: Scene) -> None:
    assert scene.tell(1, ExtensionReason.UNKNOWN, ringing()) == ["ringing"]


def test_an_attended_transfer_in(scene: Scene) -> None:
    consult = talking("consult", direction=Direction.INCOMING, is_internal=True)
    scene.new(1, ringing("consult"))
    scene.answer(5, consult)
    assert scene.hang_up(60, consult, cause=HangupCause.NONE, dial_status="Transfer") == ["ended"]
    merged = talking("new", since=50, related_call_ids=("x", "consult"), transferred_by="Dana")
    assert scene.new(60, merged) == ["answered"]
    assert scene.ends() == [(ME, "consult", "transferred")]
    facts = scene.facts("new")
    assert (facts.transferred_by, facts.related_call_ids) == ("Dana", ("x", "consult"))
    assert not facts.is_adopted


def test_a_ring_that_became_part_of_a_transferred_call_was_not_missed(scene: Scene) -> None:
    scene.new(1, ringing("a"))
    scene.hang_up(5, ringing("a"))
    assert scene.new(6, talking("b", related_call_ids=("a",))) == ["ended", "answered"]
    assert scene.ends() == [(ME, "a", "transferred")]


def test_a_ring_that_is_transferred_away(scene: Scene) -> None:
    scene.new(1, ringing())
    assert scene.hang_up(5, ringing(), dial_status="transfer") == ["ended"]
    assert scene.ends() == [(ME, "c1", "transferred")]


def test_listening_in_is_a_conversation(scene: Scene) -> None:
    assert scene.new(1, talking(direction=Direction.SPY, since=None)) == ["answered"]
    assert scene.facts().direction is Direction.SPY


# ------------------------------------------------------------------ late, doubled and lost messages


@pytest.mark.parametrize("late_s", [1, 3, 5])
def test_a_message_that_comes_a_little_late_is_dropped(scene: Scene, late_s: int) -> None:
    scene.new(1, ringing())
    scene.answer(10, talking())
    assert scene.new(10.2, ringing(), server_s=10 - late_s) == []
    assert scene.facts().phase is Phase.TALKING
    assert scene.desk.counts.stale == 1


@pytest.mark.parametrize("back_s", [6, 3600])
def test_a_larger_step_back_is_a_change_of_clock(scene: Scene, back_s: int) -> None:
    scene.new(1, ringing())
    scene.answer(10, talking())
    assert scene.hang_up(20, talking(), server_s=10 - back_s) == ["ended"]
    assert scene.desk.counts.stale == 0
    assert scene.facts().talk_s == 0


def test_a_new_connection_has_its_own_clock(scene: Scene) -> None:
    scene.new(10, ringing())
    scene.send(11, LoginSucceeded())
    assert scene.answer(12, talking(), server_s=8) == ["answered"]
    scene.desk.begin_connection()
    assert scene.hang_up(13, talking(), server_s=6) == ["ended"]


def test_a_doubled_message_changes_nothing(scene: Scene) -> None:
    for _ in range(2):
        scene.new(1, ringing())
    shown = scene.desk.shown(1)
    scene.new(1, ringing())
    assert scene.desk.shown(1) == shown
    for _ in range(2):
        scene.answer(5, talking())
    for _ in range(2):
        scene.hang_up(9, talking())
    assert [t.kind.value for t in scene.log] == ["ringing", "answered", "ended"]


def test_a_late_ring_in_the_same_second_does_not_undo_the_answer(scene: Scene) -> None:
    scene.answer(5, talking())
    assert scene.new(5, ringing()) == []
    assert scene.facts().phase is Phase.TALKING


def test_a_new_ring_after_a_lost_hang_up_rings(scene: Scene) -> None:
    scene.new(1, ringing())
    scene.answer(5, talking())
    assert scene.new(90, ringing()) == ["ringing"]
    assert scene.facts().phase is Phase.RINGING
    assert scene.hang_up(99, ringing()) == ["ended"]
    assert scene.ends() == [(ME, "c1", "completed")]


def test_without_a_server_clock_nothing_is_late(scene: Scene) -> None:
    def event(*calls: Call) -> ExtensionChanged:
        return ExtensionChanged(Extension(ME, calls), ExtensionReason.NEWCALL)

    assert scene.send(1, event(ringing())) == ["ringing"]
    assert scene.send(5, event(talking())) == ["answered"]
    assert scene.send(6, event(ringing())) == []
    assert scene.send(25, event()) == ["ended"]
    assert scene.facts().talk_s == 20


def test_a_call_ends_only_once_even_if_it_comes_back(scene: Scene) -> None:
    scene.new(1, ringing())
    scene.hang_up(5, ringing(), cause=HangupCause.REJECTED)
    assert scene.new(30, ringing()) == ["ringing"]
    assert scene.desk.live() == {ME: ["c1"]}
    assert scene.facts().outcome is None
    assert scene.answer(35, talking(since=35)) == ["answered"]
    assert scene.hang_up(45, talking(since=35)) == ["revised"]
    assert scene.ends() == [(ME, "c1", "declined")]
    assert (scene.facts().outcome, scene.facts().talk_s) == (Outcome.COMPLETED, 10)


def test_a_snapshot_ends_ghosts_and_finds_lost_calls(scene: Scene) -> None:
    scene.new(1, ringing("a"))
    scene.answer(5, talking("a"))
    scene.new(6, ringing("b"), sip=COLLEAGUE)
    assert scene.snapshot(60, {ME: (ringing("c", started_at=at(58)),)}) == [
        "ended",
        "ringing",
        "ring_stopped",
    ]
    assert scene.desk.live() == {ME: ["c"]}


def test_an_unreadable_snapshot_entry_ends_nothing(scene: Scene) -> None:
    scene.new(6, ringing("b"), sip=COLLEAGUE)
    scene.new(6, ringing("a"))
    assert scene.snapshot(60, {ME: ()}, malformed=1) == ["ring_stopped"]
    assert scene.desk.live() == {COLLEAGUE: ["b"]}
    assert scene.desk.counts.left_out == 1


def test_a_call_that_cannot_be_read_is_not_taken_for_ended(scene: Scene) -> None:
    scene.new(1, ringing("a"))
    scene.new(2, ringing("a"), ringing("b"))
    assert scene.status(3, ringing("b"), malformed=1) == []
    assert scene.desk.live() == {ME: ["a", "b"]}
    assert scene.hang_up(4, ringing("a"), malformed=1, cause=HangupCause.REJECTED) == ["ended"]
    assert scene.desk.live() == {ME: ["b"]}


def test_a_stamp_from_the_future_or_the_far_past_makes_no_absurd_timer(scene: Scene) -> None:
    scene.new(1, ringing("a", started_at=at(500)))
    assert scene.timer(1, "a") == 0
    scene.new(2, ringing("a", started_at=at(500)), ringing("b", started_at=at(-999_999)))
    assert scene.timer(2, "b") == 0


# ------------------------------------------------------------------------------------- recordings


def test_muting_is_told_when_an_event_says_so(scene: Scene) -> None:
    scene.new(1, ringing())
    muted = talking(recording=Recording("r.mp3", is_muted=True))
    assert scene.answer(5, muted) == ["answered", "recording_muted"]
    assert scene.status(6, talking(recording=Recording("r.mp3"))) == []
    assert scene.facts().is_recording_muted
    assert scene.status(9, talking()) == ["recording_resumed"]
    assert scene.hang_up(12, talking()) == ["ended"]


def test_a_call_that_comes_back_records_again(scene: Scene) -> None:
    scene.new(1, talking(recording=Recording("r.mp3", is_muted=True)))
    scene.status(9)
    scene.new(20, talking(recording=Recording("r.mp3")))
    assert scene.facts().is_recording_muted is None


@pytest.mark.parametrize(
    ("recording", "has_recording"),
    [
        (Recording("r.mp3", is_muted=False), True),
        (Recording("r.mp3"), True),
        (Recording(), True),
        (Recording("", is_muted=False), False),
    ],
)
def test_only_an_explicit_word_rules_a_recording_out(
    scene: Scene, recording: Recording, *, has_recording: bool
) -> None:
    scene.new(1, ringing(recording=recording))
    assert scene.facts().has_recording is has_recording


# ------------------------------------------------------------------------------------- memory


def test_old_calls_are_forgotten_but_do_not_end_twice(scene: Scene) -> None:
    scene.new(1, ringing())
    scene.hang_up(5, ringing(), cause=HangupCause.REJECTED)
    scene.new(6, ringing("c2"), sip=COLLEAGUE)
    scene.new(6, ringing(), sip=COLLEAGUE)
    scene.wait(1000)
    assert scene.desk.facts(CallKey(ME, "c1")) is None
    assert scene.hang_up(1001, ringing(), cause=HangupCause.REJECTED) == []
    assert scene.desk.calls_seen() == {COLLEAGUE: 2, ME: 1}
    assert scene.new(1002, ringing()) == ["ringing"]
    assert scene.hang_up(1003, ringing(), cause=HangupCause.REJECTED) == ["revised"]
    assert scene.ends().count((ME, "c1", "declined")) == 1
    assert scene.desk.calls_seen() == {COLLEAGUE: 2, ME: 1}


def test_memory_is_bounded() -> None:
    table = CallTable(lambda _call_id: False, max_ended=3, max_remembered=5)

    def decline(call_id: str) -> int:
        event = ExtensionChanged(
            Extension(ME, (), ringing(call_id)), ExtensionReason.HANGUP, cause=HangupCause.REJECTED
        )
        return len(table.apply(event, Moment(0.0)))

    assert [decline(f"c{number}") for number in range(20)] == [1] * 20
    table.expire(Moment(0.0))
    assert [call.key.call_id for call in table.calls()] == ["c17", "c18", "c19"]
    assert table.seen() == {ME: 20}
    assert decline("c15") == 0
    assert decline("c0") == 1
