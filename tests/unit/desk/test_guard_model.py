"""The guards under every order of wishes, answers, events, hang-ups and pauses.

What may be shown is worked out by ``Truth``, which knows no states: only what was asked, what the
service answered, and what its events said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.guard import (
    ANSWER_WITHIN_S,
    CONTRADICTION_GRACE_S,
    Failure,
    GuardState,
    GuardView,
    MutePolicy,
    MuteRequest,
    RecordingGuard,
)
from agent_desk.desk.guards import Guards
from agent_desk.desk.mute_record import MuteBook, MuteEnd, MuteRecord, MuteTrigger
from agent_desk.desk.state import CallFacts, CallKey, Direction, Phase
from agent_desk.voicenter.events import Recording
from tests.unit.desk.scene import talking

CALLS = ("a", "b")
PLACES = st.sampled_from((0, 0, 0, 1, 2))
ONE_CALL = st.sampled_from(("a", "a", "a", "b"))
S = GuardState
MUTED = {S.MUTED, S.MUTED_CONFIRMED}
QUIET = {S.RECORDING, S.WILL_RECORD, S.NOT_RECORDED}
LOUD = {S.MUTE_FAILED, S.RESUME_FAILED, S.UNKNOWN}
CODES = {
    Failure.REFUSED: "rejected",
    Failure.UNREACHED: "dns",
    Failure.UNCLEAR: "unknown_outcome",
}
NOT_DONE = {"rejected", "dns"}
MUTE, RESUME = "mute", "resume"


@dataclass
class Truth:
    """What is known of one call, as far as anybody could know it.

    ``wish`` is the one that stands. ``is_answered``: the service has said yes to it, where it is a
    mute. ``said`` is what its last answer or counting event came to. ``resumes`` were sent after
    the last mute that was done, and not refused.
    """

    wish: str | None = None
    is_answered: bool = False
    said: str | None = None
    sent: dict[int, str] = field(default_factory=dict)
    resumes: set[int] = field(default_factory=set)
    void_until: int = 0
    muted_at: float | None = None
    resumed_at: float | None = None
    is_failed: bool = False
    is_reachable: bool = True
    is_over_a_resume: bool = False

    def ask(self, request: MuteRequest, wish: str) -> None:
        if request.number in self.sent:
            message = "a number was given twice"
            raise AssertionError(message)
        self.sent[request.number] = wish
        self.is_reachable = True
        if wish is RESUME:
            self.resumes.add(request.number)

    def may_say_muted(self) -> bool:
        return self.is_answered and self.said != "recording" and not self.resumes

    def must_be_loud_or_pending(self) -> bool:
        return self.wish is not None or self.is_failed

    def mute_done(self, number: int, at: float) -> None:
        later = [n for n, wish in self.sent.items() if wish is RESUME and n > number]
        if number <= self.void_until or later:
            return
        self.is_answered, self.said, self.muted_at = True, "muted", at
        self.wish, self.is_failed = MUTE, False
        self.resumes.clear()

    def resume_done(self, number: int, at: float) -> None:
        self.said, self.resumed_at = "recording", at
        self.resumes.discard(number)
        if not any(wish is MUTE and n > number for n, wish in self.sent.items()):
            self.wish, self.is_answered, self.is_failed = None, False, False
            self.resumes.clear()

    def hear(self, at: float, *, is_muted: bool, is_reliable: bool) -> None:
        before = self.resumed_at if is_muted else self.muted_at
        if before is not None and at - before < CONTRADICTION_GRACE_S:
            return
        if is_muted:
            self.said = "muted"
        elif is_reliable:
            self.said = "recording"
            if self.wish is RESUME:
                self.wish, self.is_failed = None, False
                self.resumes.clear()


@dataclass
class Asked:
    call_id: str
    guard: RecordingGuard
    truth: Truth
    request: MuteRequest


class GuardMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.guards = Guards()
        self.now = 100.0
        self.is_reliable = False
        self.open: list[Asked] = []
        self.truths = {call_id: Truth() for call_id in CALLS}
        self.book = MuteBook()
        self.records: dict[tuple[str, int, datetime], MuteRecord] = {}
        self.mutes_done: set[str] = set()

    def view(self, call_id: str, phase: Phase = Phase.TALKING) -> GuardView:
        number = PhoneNumber("0501234567")
        key = CallKey("SIPSIP1", call_id)
        facts = CallFacts(key, phase, Direction.INCOMING, number, has_recording=True)
        return self.guards.view(facts)

    def asked(self, call_id: str, request: MuteRequest, wish: str) -> None:
        truth = self.truths[call_id]
        truth.ask(request, wish)
        self.open.append(Asked(call_id, self.guards.of(call_id), truth, request))

    @initialize(
        remind=st.sampled_from([None, 5.0, 90.0]),
        resume=st.sampled_from([None, None, 4.0, 60.0]),
        is_reliable=st.booleans(),
    )
    def begin(self, *, remind: float | None, resume: float | None, is_reliable: bool) -> None:
        self.guards.set_policy(MutePolicy(remind, resume), self.now)
        self.is_reliable = is_reliable
        if is_reliable:  # it has told of another call's mute
            self.guards.hear([talking("x", recording=Recording("r", is_muted=True))], self.now)

    # ---------------------------------------------------------------------------------- wishes

    @rule(call_id=ONE_CALL, muted=st.booleans())
    def press(self, call_id: str, *, muted: bool) -> None:
        truth, before = self.truths[call_id], self.view(call_id)
        request = self.guards.of(call_id).press(self.now, muted=muted)
        can_mute = before.state in QUIET | LOUD
        can_resume = (
            before.state in MUTED | {S.RESUME_FAILED, S.UNKNOWN} or before.is_reported_muted
        )
        assert (request is not None) == (can_mute if muted else can_resume)
        if request is None:
            return
        truth.is_failed = truth.is_over_a_resume = False
        if muted:
            truth.wish, truth.is_answered = MUTE, False
        else:
            truth.wish = RESUME
        self.asked(call_id, request, MUTE if muted else RESUME)

    @rule(call_id=ONE_CALL)
    def talk_began(self, call_id: str) -> None:
        truth = self.truths[call_id]
        before = self.view(call_id)
        request = self.guards.of(call_id).talk_began(self.now)
        truth.void_until = max(truth.sent, default=0)
        assert (request is not None) == (before.state in MUTED | {S.MUTING} or before.is_retrying)
        if request is None:
            return
        truth.is_answered = False
        self.asked(call_id, request, MUTE)

    @precondition(lambda self: any(self.view(call_id).state in LOUD for call_id in CALLS))
    @rule(call_id=ONE_CALL)
    def dismiss(self, call_id: str) -> None:
        truth, before = self.truths[call_id], self.view(call_id)
        self.guards.of(call_id).dismiss(self.now)
        if before.state in LOUD:
            truth.is_failed = False
            is_refused = before.state is S.RESUME_FAILED and before.failure_code in NOT_DONE
            goes_back = is_refused and truth.is_answered and truth.wish is RESUME
            truth.wish = MUTE if goes_back else None

    @precondition(lambda self: any(self.view(call_id).resume_at for call_id in CALLS))
    @rule(call_id=ONE_CALL)
    def extend(self, call_id: str) -> None:
        before = self.view(call_id).resume_at
        self.guards.of(call_id).extend(self.now)
        after = self.view(call_id).resume_at
        assert after == (None if before is None else max(before, self.now) + 60)

    # --------------------------------------------------------------------------------- answers

    def take(self, place: int) -> Asked:
        """A request without an answer, the newest for 0."""
        return self.open.pop(-1 - place % len(self.open))

    @precondition(lambda self: self.open)
    @rule(place=PLACES)
    def succeed(self, place: int) -> None:
        asked = self.take(place)
        asked.guard.succeed(asked.request, self.now)
        if asked.truth is not self.truths[asked.call_id]:
            if not asked.request.muted and asked.guard is self.guards.of(asked.call_id):
                # The call is over, and what was unknown of it is known at last.
                self.truths[asked.call_id].is_failed &= self.view(asked.call_id).state in LOUD
            return
        truth, number = asked.truth, asked.request.number
        is_last = number == max(truth.sent)
        if asked.request.muted:
            self.mutes_done.add(asked.call_id)
            truth.mute_done(number, self.now)
            if is_last and truth.void_until < number and truth.said == "muted":
                assert self.view(asked.call_id).state in MUTED
        else:
            truth.resume_done(number, self.now)
            if is_last:
                assert self.view(asked.call_id).state is S.RECORDING

    @precondition(lambda self: self.view("a").state in QUIET)
    @rule(seconds=st.sampled_from([0.0, 4.0]))
    def mute_at_once(self, seconds: float) -> None:
        """The usual case, so that what follows upon it is looked at often."""
        self.press("a", muted=True)
        self.succeed(0)
        self.records_are_consistent()
        self.now += seconds

    @precondition(lambda self: self.open)
    @rule(place=PLACES, failure=st.sampled_from(Failure))
    def fail(self, place: int, failure: Failure) -> None:
        asked = self.take(place)
        asked.guard.fail(asked.request, CODES[failure], self.now, failure)
        truth, number = asked.truth, asked.request.number
        if truth is not self.truths[asked.call_id]:
            return
        is_last = number == max(truth.sent)
        if not asked.request.muted:
            if failure is not Failure.UNCLEAR:
                truth.resumes.discard(number)
            if is_last and truth.wish is RESUME:
                assert self.view(asked.call_id).state in {S.RESUME_FAILED, S.UNKNOWN}
        elif is_last and truth.wish is MUTE and not truth.is_answered:
            truth.is_reachable = failure is not Failure.REFUSED
            view = self.view(asked.call_id)
            assert view.state is S.MUTE_FAILED
            assert view.is_retrying == truth.is_reachable

    # ---------------------------------------------------------------------------------- events

    @rule(call_id=ONE_CALL, is_muted=st.booleans())
    def hear(self, call_id: str, *, is_muted: bool) -> None:
        self.snapshot({call_id: is_muted})

    @rule(said=st.dictionaries(st.sampled_from(CALLS), st.booleans(), min_size=2))
    def reconnect(self, said: dict[str, bool]) -> None:
        self.snapshot(said)

    def snapshot(self, said: dict[str, bool]) -> None:
        calls = [
            talking(call_id, recording=Recording("r.mp3", is_muted=is_muted))
            for call_id, is_muted in said.items()
        ]
        self.guards.hear(calls, self.now)
        for call_id, is_muted in said.items():
            self.is_reliable |= is_muted
            truth = self.truths[call_id]
            truth.hear(self.now, is_muted=is_muted, is_reliable=self.is_reliable)
            if truth.is_over_a_resume:  # of a call that is over, what was unknown may be known now
                truth.is_failed &= self.view(call_id).state in LOUD

    @rule(call_id=ONE_CALL, dice=st.integers(0, 3))
    def hang_up(self, call_id: str, dice: int) -> None:
        if dice:
            return  # most calls last longer
        self.now += 0.1
        self.guards.end(call_id, self.now, MuteEnd.CALL_ENDED)
        old = self.truths[call_id]
        view = self.view(call_id, Phase.ENDED)
        is_loud = view.state in LOUD
        assert is_loud or view == GuardView(S.NOT_RECORDED)
        assert not view.is_retrying
        self.truths[call_id] = Truth(
            is_failed=is_loud, is_over_a_resume=view.state is not S.MUTE_FAILED
        )
        if is_loud:  # the same guard goes on, and numbers its requests as before
            self.truths[call_id].sent = dict.fromkeys(old.sent, "over")
            self.truths[call_id].void_until = max(old.sent, default=0)
        else:
            assert self.view(call_id) == GuardView(S.RECORDING)

    # ------------------------------------------------------------------------------------ time

    @rule(seconds=st.sampled_from([0.4, 1.0, 2.0, 3.0, 9.0, 30.0]))
    def wait(self, seconds: float) -> None:
        self.now += seconds
        before = {call_id: self.view(call_id) for call_id in CALLS}
        self.guards.tick(self.now)
        for call_id, request in self.guards.due(self.now):
            truth, view = self.truths[call_id], before[call_id]
            if request.muted:
                assert self.view(call_id).is_retrying
                assert truth.wish is MUTE
                assert not truth.is_answered
                self.asked(call_id, request, MUTE)
            else:
                assert view.resume_at is not None
                assert self.now >= view.resume_at
                assert truth.may_say_muted(), "nothing resumes what is not known to be muted"
                truth.wish = RESUME
                self.asked(call_id, request, RESUME)

    @precondition(lambda self: any(self.view(c).state in {S.MUTING, S.RESUMING} for c in CALLS))
    @rule()
    def wait_for_long(self) -> None:
        """Pending for too long is a failure."""
        for call_id in CALLS:
            guard = self.guards.of(call_id)
            if self.view(call_id).state in {S.MUTING, S.RESUMING}:
                self.now += ANSWER_WITHIN_S
                guard.tick(self.now)
                assert self.view(call_id).state in LOUD

    # -------------------------------------------------------------------------------- invariants

    @invariant()
    def muted_is_said_only_where_the_service_said_so_last(self) -> None:
        for call_id in CALLS:
            if self.view(call_id).state in MUTED:
                assert self.truths[call_id].may_say_muted(), call_id

    @invariant()
    def a_wish_is_never_dropped_in_silence(self) -> None:
        for call_id in CALLS:
            view, truth = self.view(call_id), self.truths[call_id]
            if truth.must_be_loud_or_pending():
                assert view.state not in QUIET, (call_id, truth)
            if truth.wish is MUTE and truth.is_answered and truth.said == "recording":
                assert view.state in LOUD, (call_id, truth)

    @invariant()
    def a_timer_runs_only_where_a_mute_was_answered(self) -> None:
        for call_id in CALLS:
            view = self.view(call_id)
            assert (view.muted_from is not None) or view.state not in MUTED
            if view.muted_from is not None:
                assert view.state in MUTED | {S.RESUMING, S.RESUME_FAILED}
                assert self.truths[call_id].muted_at is not None
                assert view.muted_from <= self.now
            assert view.resume_at is None or view.state in MUTED
            assert view.reminders == 0 or view.state in MUTED

    @invariant()
    def records_are_consistent(self) -> None:
        now = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(seconds=self.now)
        for progress in self.guards.take_changes():
            record = self.book.record(progress, "SIPSIP1", now)
            key = (record.call_id, record.ordinal, record.requested_at)
            known = self.records.get(key)
            assert known is None or known.end is None, "it had ended"
            self.records[key] = record
        for record in self.records.values():
            lasted_s = ((record.ended_at or now) - record.requested_at).total_seconds()
            assert 0 <= record.muted_s <= lasted_s + 0.001
            assert (record.end is None) == (record.ended_at is None)
            assert record.attempts >= 1
            assert record.trigger is MuteTrigger.BUTTON
            if record.answered_at is not None:
                assert record.call_id in self.mutes_done
                assert record.requested_at <= record.answered_at
            else:
                assert record.muted_s == 0
                assert record.end not in {MuteEnd.RESUMED, MuteEnd.CONTRADICTED}
            if record.end is MuteEnd.RESUMED:
                assert record.resume_requested_at is not None
        for call_id in CALLS:
            lasting = [r for r in self.records.values() if r.call_id == call_id and r.end is None]
            assert len(lasting) <= 1
            if self.view(call_id).state in MUTED:
                assert [r.answered_at is not None for r in lasting] == [True]
            if self.view(call_id, Phase.ENDED).state is S.NOT_RECORDED and not lasting:
                assert self.view(call_id).state not in {S.MUTING, *MUTED}

    def teardown(self) -> None:
        self.guards.end_all(self.now, MuteEnd.SIGNED_OUT)
        self.records_are_consistent()
        assert all(record.end is not None for record in self.records.values())


TestGuard = GuardMachine.TestCase
TestGuard.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
