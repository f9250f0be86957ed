from __future__ import annotations

from datetime import UTC, datetime, timedelta

from agent_desk.desk.guard import CONTRADICTED, Failure, MutePolicy, MuteRequest
from agent_desk.desk.guards import Guards
from agent_desk.desk.mute_record import MuteBook, MuteEnd, MuteRecord, MuteTrigger

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


class Ledger:
    """One call's guard, and the records of it as they come."""

    def __init__(self) -> None:
        self.guards = Guards()
        self.guard = self.guards.of("c")
        self.book = MuteBook()

    def press(
        self, second: float, *, muted: bool = True, trigger: MuteTrigger = MuteTrigger.BUTTON
    ) -> MuteRequest:
        request = self.guard.press(second, muted=muted, trigger=trigger)
        assert request is not None
        return request

    def mute(self, second: float) -> None:
        self.guard.succeed(self.press(second), second)

    def records(self, second: float) -> list[MuteRecord]:
        changes = self.guards.take_changes()
        return [self.book.record(progress, "SIPSIP1", at(second)) for progress in changes]


def test_a_mute_from_the_wish_to_its_end() -> None:
    ledger = Ledger()
    request = ledger.press(0, trigger=MuteTrigger.RULE)
    (record,) = ledger.records(0)
    assert record == MuteRecord("c", "SIPSIP1", 1, at(0), MuteTrigger.RULE)
    ledger.guard.succeed(request, 1)
    ledger.guard.hear(5, is_muted=True, is_reliable=True)
    assert ledger.records(1)[-1].answered_at == at(1)
    assert ledger.records(2) == []
    ledger.guard.hear(9, is_muted=True, is_reliable=True)
    assert ledger.records(9) == [], "the first event counts"
    request = ledger.press(11, muted=False, trigger=MuteTrigger.LOCAL_PROGRAM)
    ledger.guard.succeed(request, 12)
    asked, ended = ledger.records(12)[0], ledger.records(12)
    assert ended == []
    assert asked.resume_requested_at == at(12)
    ledger.mute(20)
    assert [record.ordinal for record in ledger.records(20)] == [2, 2]


def test_the_end_of_a_resumed_mute() -> None:
    ledger = Ledger()
    ledger.mute(1)
    ledger.guard.succeed(ledger.press(11, muted=False), 12)
    record = ledger.records(12)[-1]
    assert (record.end, record.ended_at, record.muted_s) == (MuteEnd.RESUMED, at(12), 11)
    assert record.resume_trigger is MuteTrigger.BUTTON


def test_every_way_in_which_a_mute_ends() -> None:
    ends = []
    for what in ("contradicted", "refused", "over", "failed, over", "unknown", "unknown, over"):
        ledger = Ledger()
        if what == "refused":
            ledger.guard.fail(ledger.press(0), "rejected", 1)
        elif what == "failed, over":
            ledger.guard.fail(ledger.press(0), "dns", 1, Failure.UNREACHED)
            ledger.guards.end("c", 5, MuteEnd.CALL_ENDED)
        else:
            ledger.mute(0)
        if what == "contradicted":
            ledger.guard.hear(4, is_muted=False, is_reliable=True)
        elif what == "over":
            ledger.guards.end("c", 4, MuteEnd.CALL_ENDED)
        elif what.startswith("unknown"):
            request = ledger.press(4, muted=False)
            ledger.guard.fail(request, "unknown_outcome", 6, Failure.UNCLEAR)
            if what == "unknown":
                ledger.guard.dismiss(7)
            else:
                ledger.guards.end("c", 7, MuteEnd.CALL_ENDED)
        record = ledger.records(9)[-1]
        ends.append((record.end, record.muted_s))
    assert ends == [
        (MuteEnd.CONTRADICTED, 4),
        (MuteEnd.FAILED, 0),
        (MuteEnd.CALL_ENDED, 4),
        (MuteEnd.FAILED, 0),
        (MuteEnd.UNKNOWN, 4),
        (MuteEnd.UNKNOWN, 4),
    ]


def test_a_contradicted_resume_that_was_read_is_unknown() -> None:
    ledger = Ledger()
    ledger.mute(0)
    ledger.guard.fail(ledger.press(4, muted=False), "unknown_outcome", 5, Failure.UNCLEAR)
    ledger.guard.hear(8, is_muted=True, is_reliable=True)
    ledger.guard.dismiss(9)
    record = ledger.records(9)[-1]
    assert (record.end, record.failure_code, record.muted_s) == (
        MuteEnd.UNKNOWN,
        "unknown_outcome",
        4,
    )
    assert record.failure_code != CONTRADICTED


def test_what_is_sent_again_is_one_wish() -> None:
    ledger = Ledger()
    ledger.guard.fail(ledger.press(0), "dns", 1, Failure.UNREACHED)
    again = ledger.guard.due(2)
    assert again is not None
    ledger.guard.fail(again, "dns", 3, Failure.UNREACHED)
    ledger.guard.succeed(ledger.press(4), 5)
    record = ledger.records(5)[-1]
    assert (record.ordinal, record.attempts, record.failure_code) == (1, 3, "")


def test_a_mute_given_up_that_is_answered_late_is_one_wish() -> None:
    ledger = Ledger()
    request = ledger.press(0)
    ledger.guard.tick(20)
    ledger.guard.dismiss(21)
    assert ledger.records(21)[-1].end is None, "its answer may yet come"
    ledger.guard.succeed(request, 22)
    record = ledger.records(22)[-1]
    assert (record.ordinal, record.attempts, record.answered_at) == (1, 1, at(22))


def test_a_mute_given_up_that_fails_late_is_over() -> None:
    ledger = Ledger()
    request = ledger.press(0)
    ledger.guard.tick(20)
    ledger.guard.dismiss(21)
    ledger.guard.fail(request, "dns", 22, Failure.UNREACHED)
    assert ledger.records(22)[-1].end is MuteEnd.FAILED
    assert ledger.guard.due(60) is None


def test_a_mute_that_was_given_up_does_not_end_with_another_ones_resume() -> None:
    ledger = Ledger()
    ledger.press(0)
    ledger.guard.hear(1, is_muted=True, is_reliable=True)
    ledger.guard.tick(20)
    ledger.guard.dismiss(21)
    ledger.guard.succeed(ledger.press(22, muted=False), 23)
    record = ledger.records(23)[-1]
    assert (record.end, record.resume_trigger) == (MuteEnd.FAILED, None)


def test_an_answer_after_everything_was_given_up_is_a_new_wish() -> None:
    ledger = Ledger()
    ledger.mute(0)
    resume = ledger.press(1, muted=False)
    ledger.guard.tick(30)
    late = ledger.press(31)
    ledger.guard.tick(60)
    ledger.guard.succeed(ledger.press(61), 62)
    ledger.guard.succeed(resume, 63)
    ledger.guard.dismiss(64)
    assert ledger.records(64)[-1].end is MuteEnd.UNKNOWN
    ledger.guard.succeed(late, 65)
    record = ledger.records(65)[-1]
    assert (record.ordinal, record.requested_at, record.end) == (3, at(65), None)


def test_a_mute_that_is_asked_for_again_in_the_talk_counts_both_times() -> None:
    ledger = Ledger()
    ledger.mute(0)
    request = ledger.guard.talk_began(10)
    assert request is not None
    ledger.guard.succeed(request, 12)
    ledger.guards.end_all(20, MuteEnd.SIGNED_OUT)
    record = ledger.records(20)[-1]
    assert (record.attempts, record.muted_s, record.end) == (2, 18, MuteEnd.SIGNED_OUT)
    assert len(ledger.guards) == 0


def test_guards_send_what_is_due_and_end_what_they_know() -> None:
    guards = Guards()
    guards.end("nobody", 0, MuteEnd.CALL_ENDED)
    guards.set_policy(MutePolicy(resume_after_s=5), 0)
    for call_id in ("a", "b"):
        request = guards.of(call_id).press(0, muted=True)
        assert request is not None
        guards.of(call_id).succeed(request, 0)
    guards.of("b").extend(1)
    guards.set_policy(MutePolicy(resume_after_s=5), 2)
    assert [(call_id, request.muted) for call_id, request in guards.due(5)] == [("a", False)]
