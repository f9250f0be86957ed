"""Mutes of a shift at work: sent, sent again, ended by themselves, and written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.desk.guard import Failure, GuardState, GuardView, MutePolicy
from agent_desk.desk.mute_record import MuteEnd, MuteRecord, MuteTrigger
from agent_desk.desk.state import CallKey, Phase
from agent_desk.sandbox import HttpFault, MuteBase, MuteFault, MuteRule, Sandbox
from agent_desk.shift.muting import failure_of
from agent_desk.voicenter.errors import (
    CertificateError,
    ContractError,
    NetworkNotAllowedError,
    RateLimitedError,
    RejectedError,
    ServiceError,
    UnknownOutcomeError,
    UnreachableError,
)
from tests.helpers.until import until
from tests.unit.shift.working import ME, Work, key_of, working

if TYPE_CHECKING:
    from agent_desk.core.errors import AgentDeskError

PATHS = ("/api/MuteUnmuteCalls", "/Comet/API/MuteUnmuteCalls")


def unreachable(sandbox: Sandbox, *, is_away: bool) -> None:
    """Cut every request to mute at both addresses, or do so no more."""
    for path in PATHS:
        if is_away:
            sandbox.faults.http[path] = HttpFault(is_cut=True)
        else:
            del sandbox.faults.http[path]


async def until_record(work: Work, end: MuteEnd) -> MuteRecord:
    """The last record once it has ended so."""
    await until(lambda: work.records and work.records[-1].end is end, what=str(work.records[-1:]))
    return work.records[-1]


async def test_mute_and_resume_of_a_conversation() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        work.shift.mute(key_of(call), muted=True)
        await work.until_guard(call, GuardState.MUTED)
        assert call.is_muted
        work.shift.mute(key_of(call), muted=False)
        await work.until_guard(call, GuardState.RECORDING)
        assert not call.is_muted
        asked = [r for r in sandbox.requests if "muteunmute" in r.path.casefold()]
        assert [r.path for r in asked] == ["/api/MuteUnmuteCalls"] * 2


async def test_mute_falls_back_to_the_older_base() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        sandbox.faults.http["/api/MuteUnmuteCalls"] = HttpFault(404, "", "text/plain")
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        work.shift.mute(key_of(call), muted=True)
        await work.until_guard(call, GuardState.MUTED)
        assert call.is_muted
        asked = [r.path.casefold() for r in sandbox.requests if "muteunmute" in r.path.casefold()]
        assert asked == ["/api/muteunmutecalls", "/comet/api/muteunmutecalls"]


async def test_a_mute_that_is_refused_stays_a_failure_until_it_is_dismissed() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        sandbox.faults.mute = MuteFault.REFUSED
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        work.shift.mute(key_of(call), muted=True)
        card = await work.until_guard(call, GuardState.MUTE_FAILED)
        assert card.guard.failure_code == "rejected"
        call.hang_up()
        card = await work.until_phase(call, Phase.ENDED)
        assert card.guard.state is GuardState.MUTE_FAILED
        work.shift.dismiss_failure(card.key)
        await work.until_guard(call, GuardState.NOT_RECORDED)


async def test_a_mute_given_while_it_rings_is_sent_again_when_it_is_answered() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        await work.until_guard(call, GuardState.WILL_RECORD)
        work.shift.mute(key_of(call), muted=True)
        await work.until_guard(call, GuardState.MUTED)
        call.set_muted(is_muted=False)  # as if the service forgot it with the answer
        call.answer()
        await work.until_phase(call, Phase.TALKING)
        await until(lambda: call.is_muted)
        await work.until_guard(call, GuardState.MUTED)


async def test_an_unreachable_service_is_said_and_asked_again_until_it_mutes() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        unreachable(sandbox, is_away=True)
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        work.shift.mute(key_of(call), muted=True, trigger=MuteTrigger.HOTKEY)
        card = await work.until_guard(call, GuardState.MUTE_FAILED)
        assert card.guard.is_retrying
        assert card.guard.failure_code == "unreachable"
        asked = len(sandbox.requests)
        await until(lambda: len(sandbox.requests) > asked)
        assert work.card(call).guard == card.guard  # type: ignore[union-attr]  # it is there
        unreachable(sandbox, is_away=False)
        await work.until_guard(call, GuardState.MUTED)
        assert call.is_muted
        call.hang_up()
        record = await until_record(work, MuteEnd.CALL_ENDED)
        assert record.trigger is MuteTrigger.HOTKEY
        assert record.attempts >= 2
        assert record.answered_at is not None
        assert (record.call_id, record.extension, record.ordinal) == (call.ivrid, ME, 1)


async def test_a_mute_works_while_the_link_is_down() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        sandbox.faults.http["/socket.io"] = HttpFault(503, "", "text/plain")
        await sandbox.drop_connections()
        await until(lambda: work.view.links[-1].state is not Link.CONNECTED)
        work.shift.mute(key_of(call), muted=True)
        await work.until_guard(call, GuardState.MUTED)
        assert call.is_muted
        del sandbox.faults.http["/socket.io"]


async def test_without_a_link_a_mute_that_hangs_is_said_soon() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        sandbox.faults.http["/socket.io"] = HttpFault(503, "", "text/plain")
        await sandbox.drop_connections()
        await until(lambda: work.view.links[-1].state is not Link.CONNECTED)
        sandbox.world.recorder.rule(MuteRule(delay_s=2.5))
        work.shift.mute(key_of(call), muted=True)
        card = await work.until_guard(call, GuardState.MUTE_FAILED)
        assert card.guard.is_retrying
        assert not call.is_muted
        await work.until_guard(call, GuardState.MUTED)
        del sandbox.faults.http["/socket.io"]


async def test_a_mute_that_cannot_be_sent_is_not_sent_after_the_call() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        unreachable(sandbox, is_away=True)
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        work.shift.mute(key_of(call), muted=True)
        await work.until_guard(call, GuardState.MUTE_FAILED)
        call.hang_up()
        await work.until_phase(call, Phase.ENDED)
        card = await work.until_guard(call, GuardState.MUTE_FAILED)
        assert not card.guard.is_retrying
        unreachable(sandbox, is_away=False)
        record = await until_record(work, MuteEnd.FAILED)
        assert record.answered_at is None
        records = len(work.records)
        work.shift.mute(key_of(call), muted=True)
        work.shift.mute(CallKey(ME, "nobody"), muted=True)
        assert len(work.records) == records
        assert sandbox.world.recorder.asked == sandbox.world.recorder.asked.__class__()


async def test_a_mute_ends_by_itself_and_says_when() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        work.shift.set_mute_policy(MutePolicy(remind_after_s=0.5, resume_after_s=1.0))
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        work.shift.mute(key_of(call), muted=True)
        card = await work.until_guard(call, GuardState.MUTED)
        assert card.guard.muted_from is not None
        assert card.guard.resume_at == card.guard.muted_from + 1
        await work.until_guard(call, GuardState.RECORDING)
        assert not call.is_muted
        record = await until_record(work, MuteEnd.RESUMED)
        assert record.resume_trigger is MuteTrigger.COUNTDOWN
        assert record.muted_s >= 1


async def test_an_automatic_resume_can_be_put_off_and_called_off() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        work.shift.set_mute_policy(MutePolicy(resume_after_s=30))
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        work.shift.mute(key_of(call), muted=True)
        before = (await work.until_guard(call, GuardState.MUTED)).guard.resume_at
        work.shift.extend_mute(key_of(call))
        card = work.card(call)
        assert card is not None
        assert before is not None
        assert card.guard.resume_at == before + 60
        work.shift.set_mute_policy(MutePolicy())
        assert work.card(call).guard.resume_at is None  # type: ignore[union-attr]  # it is there


async def test_a_resume_without_an_answer_leaves_nobody_knowing() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        work.shift.mute(key_of(call), muted=True)
        await work.until_guard(call, GuardState.MUTED)
        sandbox.world.recorder.rule(MuteRule(MuteFault.LOST))
        work.shift.mute(key_of(call), muted=False)
        await work.until_guard(call, GuardState.UNKNOWN)
        assert [asked.muted for asked in sandbox.world.recorder.asked] == [True, False]
        sandbox.world.recorder.behave()
        work.shift.mute(key_of(call), muted=True)
        await work.until_guard(call, GuardState.MUTED)
        assert [record.ordinal for record in work.records if record.end] == [1]
        assert work.records[-1].ordinal == 2


async def test_all_calls_of_an_extension_are_muted_by_one_request() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        first = sandbox.world.ring(ME, "0501234567")
        first.answer()
        first.hold()
        second = sandbox.world.ring(ME, "0507654321")
        second.answer()
        await work.until_guard(second, GuardState.RECORDING)
        work.shift.mute_extension(ME, trigger=MuteTrigger.COMMAND)
        await work.until_guard(first, GuardState.MUTED)
        await work.until_guard(second, GuardState.MUTED)
        (asked,) = sandbox.world.recorder.asked
        assert asked.extension == ME
        work.shift.mute_extension(ME, trigger=MuteTrigger.COMMAND)
        work.shift.mute_extension("SIPSIP9", trigger=MuteTrigger.COMMAND)
        second.hang_up()
        third = sandbox.world.ring(ME, "0501111111")
        await work.until_guard(third, GuardState.WILL_RECORD)
        assert len(sandbox.world.recorder.asked) == 1


async def test_what_by_extension_did_not_reach_the_service_is_sent_again_by_call() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        unreachable(sandbox, is_away=True)
        work.shift.mute_extension(ME, trigger=MuteTrigger.COMMAND)
        await work.until_guard(call, GuardState.MUTE_FAILED)
        unreachable(sandbox, is_away=False)
        await work.until_guard(call, GuardState.MUTED)
        (asked,) = sandbox.world.recorder.asked
        assert (asked.extension, asked.base) == ("", MuteBase.MONITOR)


async def test_a_mute_that_lasts_when_the_shift_ends_is_written_down() -> None:
    async with Sandbox() as sandbox:
        async with working(sandbox) as work:
            call = sandbox.world.ring(ME, "0501234567")
            call.answer()
            await work.until_guard(call, GuardState.RECORDING)
            work.shift.mute(key_of(call), muted=True)
            await work.until_guard(call, GuardState.MUTED)
        record = await until_record(work, MuteEnd.SIGNED_OUT)
        assert record.ended_at is not None
        assert record.answered_at is not None


async def test_a_call_under_a_new_id_is_recorded_again() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await work.until_guard(call, GuardState.RECORDING)
        work.shift.mute(key_of(call), muted=True)
        await work.until_guard(call, GuardState.MUTED)
        call.hang_up()
        later = sandbox.world.ring(ME, "0501234567")
        later.answer()
        card = await work.until_guard(later, GuardState.RECORDING)
        assert card.guard == GuardView(GuardState.RECORDING)


@pytest.mark.parametrize(
    ("error", "of_mute", "of_resume"),
    [
        (UnreachableError(), Failure.UNREACHED, Failure.UNREACHED),
        (CertificateError(), Failure.UNREACHED, Failure.UNREACHED),
        (UnknownOutcomeError(), Failure.UNCLEAR, Failure.UNCLEAR),
        (ServiceError(), Failure.UNREACHED, Failure.UNCLEAR),
        (RateLimitedError(), Failure.UNREACHED, Failure.UNCLEAR),
        (ContractError(), Failure.REFUSED, Failure.UNCLEAR),
        (RejectedError(), Failure.REFUSED, Failure.REFUSED),
        (NetworkNotAllowedError(), Failure.REFUSED, Failure.REFUSED),
    ],
)
def test_what_an_error_says(error: AgentDeskError, of_mute: Failure, of_resume: Failure) -> None:
    assert failure_of(error, muted=True) is of_mute
    assert failure_of(error, muted=False) is of_resume
