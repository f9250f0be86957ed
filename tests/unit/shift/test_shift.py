from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.privacy import Secret
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import Outcome, Phase, TransitionKind
from agent_desk.sandbox import HttpFault, Sandbox
from agent_desk.voicenter.errors import CredentialsError
from tests.helpers.until import until
from tests.unit.shift.working import (
    ACCOUNT,
    COLLEAGUE,
    ME,
    TOKEN,
    Remembering,
    key_of,
    working,
)

if TYPE_CHECKING:
    from agent_desk.core.identity import Credentials
    from tests.helpers.clock import FakeClock

CALLER = PhoneNumber("0501234567")


def kinds(view: Remembering) -> list[TransitionKind]:
    return [transition.kind for transition in view.transitions]


# ------------------------------------------------------------------------------------ the own calls


async def test_a_users_sign_in_follows_the_own_extension_at_once() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        assert work.view.agents == [("Maya Cohen", (ME,))]
        assert work.view.choices == []


async def test_a_call_from_its_ring_to_its_end() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567", name="Dana Levi", queue="Sales queue")
        card = await work.until_phase(call, Phase.RINGING)
        assert (card.title, card.queue_name) == ("Dana Levi", "Sales queue")
        call.answer()
        await work.until_phase(call, Phase.TALKING)
        call.hang_up()
        card = await work.until_phase(call, Phase.ENDED)
        assert card.outcome is Outcome.COMPLETED
        assert kinds(work.view) == [
            TransitionKind.RINGING,
            TransitionKind.ANSWERED,
            TransitionKind.ENDED,
        ]
        work.shift.close_card(card.key)
        assert work.view.cards == ()


async def test_a_colleagues_call_is_not_shown() -> None:
    async with Sandbox() as sandbox, working(sandbox, ACCOUNT, extensions=(ME,)) as work:
        sandbox.world.ring(COLLEAGUE, "0521112222")
        call = sandbox.world.ring(ME, "0501234567")
        await work.until_phase(call, Phase.RINGING)
        assert [card.key for card in work.view.cards] == [key_of(call)]
        assert {t.call.key.extension for t in work.view.transitions} == {ME}


async def test_a_call_that_is_live_already_is_there_after_the_sign_in() -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        async with working(sandbox) as work:
            await work.until_phase(call, Phase.TALKING)


@pytest.mark.parametrize("credentials", [ACCOUNT, TOKEN], ids=["account", "token"])
async def test_who_sees_everybody_is_asked_once_which_extension_is_theirs(
    credentials: Credentials,
) -> None:
    async with Sandbox() as sandbox, working(sandbox, credentials) as work:
        [choice] = work.view.choices
        assert [c.sip for c in choice.candidates] == [ME, COLLEAGUE, "SIPSIP3"]
        ringing = sandbox.world.ring(COLLEAGUE, "0501234567")
        await sandbox.drop_connections()
        await until(lambda: Link.RECONNECTING in [view.state for view in work.view.links])
        await until(lambda: work.view.links[-1].state is Link.CONNECTED, 10)
        assert len(work.view.choices) == 1
        assert work.view.cards == ()
        work.shift.choose_extensions((COLLEAGUE,))
        assert work.view.agents == [("Noam Bar", (COLLEAGUE,))]
        await work.until_phase(ringing, Phase.RINGING)


async def test_remembered_extensions_are_not_asked_for_again() -> None:
    async with Sandbox() as sandbox, working(sandbox, ACCOUNT, extensions=(COLLEAGUE,)) as work:
        assert work.view.agents == [("Noam Bar", (COLLEAGUE,))]
        assert work.view.choices == []


async def test_extensions_that_are_gone_are_asked_for_again() -> None:
    async with Sandbox() as sandbox, working(sandbox, ACCOUNT, extensions=("SIPGONE",)) as work:
        assert work.view.agents == []
        assert len(work.view.choices) == 1


async def test_an_account_with_one_extension_needs_no_question() -> None:
    async with Sandbox(extensions=1) as sandbox, working(sandbox, ACCOUNT) as work:
        assert work.view.agents == [("Maya Cohen", (ME,))]


async def test_the_own_extensions_can_be_chosen_again() -> None:
    async with Sandbox() as sandbox, working(sandbox, ACCOUNT, extensions=(ME,)) as work:
        work.shift.choose_again()
        [choice] = work.view.choices
        assert COLLEAGUE in [candidate.sip for candidate in choice.candidates]
        work.shift.choose_extensions((COLLEAGUE,))
        assert work.view.agents[-1] == ("Noam Bar", (COLLEAGUE,))


# --------------------------------------------------------------------------------------- connection


async def test_while_the_link_is_down_every_card_says_so() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        await work.until_phase(call, Phase.RINGING)
        sandbox.faults.handshake_status = 503
        await sandbox.drop_connections()
        await until(lambda: work.view.cards[0].is_stale)
        lost = next(view for view in work.view.links if view.state is Link.RECONNECTING)
        assert lost.blind_since is not None
        call.answer()
        sandbox.faults.handshake_status = None
        work.shift.try_now()
        await until(lambda: not work.view.cards[0].is_stale, 10)
        assert (await work.until_phase(call, Phase.TALKING)).is_stale is False
        assert work.view.links[-1].blind_since is None
        await until(lambda: work.view.gaps)
        assert work.view.gaps[0].began <= lost.blind_since


async def test_a_sign_in_that_is_refused_in_the_middle_ends_the_shift() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        sandbox.faults.login_status = 401
        sandbox.faults.refresh_status = 401
        sandbox.sessions.expire_all()
        await sandbox.drop_connections()
        error = await work.end
        assert isinstance(error, CredentialsError)
        assert work.view.links[-1].state is Link.SIGNED_OUT


# --------------------------------------------------------------------------------------- blacklist


async def test_block_and_unblock() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        assert await work.shift.blocking.block(CALLER, "Dana Levi") is None
        assert list(sandbox.world.blacklist.values()) == ["Dana Levi"]
        assert await work.shift.blocking.unblock(CALLER) is None
        assert sandbox.world.blacklist == {}


async def test_a_number_that_the_service_refuses_is_an_error_of_its_own() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        error = await work.shift.blocking.block(PhoneNumber("12"), "")
        assert error is not None
        assert error.code == "rejected"
        assert "phone number" in error.message
        assert work.view.code_errors == []


async def test_a_number_that_the_answer_forgets_may_be_blocked() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        said_nothing = HttpFault(body='{"errorcode": "0", "Phones": []}')
        sandbox.faults.http["/Blacklist/AddBlackList"] = said_nothing
        error = await work.shift.blocking.block(CALLER, "")
        assert error is not None
        assert error.code == "unknown_outcome"


async def test_a_failing_service_is_an_error_of_the_wish() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        sandbox.faults.http["/Blacklist/AddBlackList"] = HttpFault.html(500)
        error = await work.shift.blocking.block(CALLER, "")
        assert error is not None
        assert error.code in ("service", "bad_answer")


@pytest.mark.parametrize(
    ("code", "error_code"), [(None, "no_api_code"), (Secret("wrong"), "api_code")]
)
async def test_without_the_api_code_it_is_asked_for(code: Secret | None, error_code: str) -> None:
    async with Sandbox() as sandbox, working(sandbox, code=code) as work:
        for wish in (work.shift.blocking.block(CALLER, ""), work.shift.blocking.unblock(CALLER)):
            error = await wish
            assert error is not None
            assert error.code == error_code
        assert [e.code for e in work.view.code_errors] == [error_code] * 2


# ---------------------------------------------------------------------------------- recent calls


async def test_my_calls_come_with_the_sign_in() -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        call.hang_up()
        async with working(sandbox) as work:
            await work.until_my_calls(ListState.READY)
            assert work.view.my_calls[0].state is ListState.LOADING
            assert [c.call_id for c in work.view.my_calls[-1].calls] == [call.ivrid]


async def test_talks_with_a_caller_are_fetched_when_asked_for() -> None:
    async with Sandbox() as sandbox:
        for extension in (ME, COLLEAGUE):
            earlier = sandbox.world.ring(extension, "0501234567")
            earlier.answer()
            earlier.hang_up()
        async with working(sandbox) as work:
            call = sandbox.world.ring(ME, "0501234567")
            card = await work.until_phase(call, Phase.RINGING)
            assert card.talks.state is ListState.UNASKED
            work.shift.ask_talks(card.key)
            await until(lambda: work.view.cards[0].talks.state is ListState.READY, 10)
            assert len(work.view.cards[0].talks.calls) == 2
            states = [table[0].talks.state for table in work.view.tables if table]
            assert states[-3:] == [ListState.UNASKED, ListState.LOADING, ListState.READY]


async def test_of_two_questions_for_the_same_list_the_last_counts() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        await work.until_my_calls(ListState.READY)
        sandbox.faults.http["/hub/cdr/"] = HttpFault(500, "", delay_s=0.3, times=1)
        before = len(sandbox.requests)
        work.shift.refresh_my_calls()
        await until(lambda: len(sandbox.requests) > before)
        work.shift.refresh_my_calls()
        await work.until_my_calls(ListState.READY)
        shown = len(work.view.my_calls)
        last = time.monotonic() + 0.6  # by then the first answer is there as well
        await until(lambda: time.monotonic() > last)
        assert len(work.view.my_calls) == shown


async def test_two_lists_asked_for_together_do_not_wait_for_each_other() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        card = await work.until_phase(call, Phase.RINGING)
        work.shift.refresh_my_calls()
        work.shift.ask_talks(card.key)
        await until(lambda: work.view.cards[0].talks.state is ListState.READY, 1.5)


async def test_talks_of_a_call_that_is_long_gone_are_not_asked_for() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        gone = key_of(call)
        call.hang_up()
        other = type(gone)("SIPSIP9", "nowhere")
        work.shift.ask_talks(other)
        await work.until_my_calls(ListState.READY)
        assert all(card.talks.state is ListState.UNASKED for card in work.view.cards)


async def test_once_the_code_is_known_what_was_missing_is_asked_for_again() -> None:
    codes: list[Secret | None] = [None]
    async with Sandbox() as sandbox:
        earlier = sandbox.world.ring(ME, "0501234567")
        earlier.answer()
        earlier.hang_up()
        async with working(sandbox, code=lambda: codes[-1]) as work:
            await work.until_my_calls(ListState.NO_CODE)
            call = sandbox.world.ring(ME, "0501234567")
            card = await work.until_phase(call, Phase.RINGING)
            work.shift.ask_talks(card.key)
            await until(lambda: work.view.cards[0].talks.state is ListState.NO_CODE, 10)
            codes.append(Secret("apicode"))
            work.shift.code_changed()
            await work.until_my_calls(ListState.READY)
            await until(lambda: work.view.cards[0].talks.state is ListState.READY, 10)
            assert len(work.view.cards[0].talks.calls) == 1


# -------------------------------------------------------------------------------- what time brings


async def test_a_ring_that_stopped_for_good_is_missed(clock: FakeClock) -> None:
    async with Sandbox() as sandbox, working(sandbox, clock=clock) as work:
        call = sandbox.world.ring(ME, "0501234567")
        await work.until_phase(call, Phase.RINGING)
        call.hang_up()
        await work.until_phase(call, Phase.RING_STOPPED)
        clock.advance(9)
        card = await work.until_phase(call, Phase.ENDED)
        assert card.outcome in (Outcome.MISSED, Outcome.CALLER_GAVE_UP)


async def test_the_list_is_fetched_again_when_the_log_may_know_the_call(clock: FakeClock) -> None:
    async with Sandbox() as sandbox, working(sandbox, clock=clock) as work:
        await work.until_my_calls(ListState.READY)
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        call.hang_up()
        await work.until_phase(call, Phase.ENDED)
        before = len(work.view.my_calls)
        clock.advance(121)
        await until(lambda: len(work.view.my_calls) > before)


async def test_when_a_live_call_falls_silent_snapshots_are_asked_for(clock: FakeClock) -> None:
    async with Sandbox() as sandbox, working(sandbox, clock=clock) as work:
        call = sandbox.world.ring(ME, "0501234567")
        await work.until_phase(call, Phase.RINGING)
        assert "resync" not in [heard.name for heard in sandbox.heard]
        clock.advance(31)
        await until(lambda: "resync" in [heard.name for heard in sandbox.heard])


async def test_the_card_comes_before_the_question_who_sits_here() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        sandbox.world.extension(ME).online_user = sandbox.world.extension(COLLEAGUE).owner
        sandbox.world.ring(ME, "0501234567")  # one message tells of both
        await until(lambda: work.view.seats)
        assert work.view.tables_before_seat == 1


async def test_what_came_is_in_the_log_at_the_end(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "agent_desk.shift")
    async with Sandbox() as sandbox, working(sandbox) as work:
        sandbox.world.announce("NewThing", {})
        sandbox.world.announce("ExtensionEvent", "nonsense")
        call = sandbox.world.ring(ME, "0501234567")
        await work.until_phase(call, Phase.RINGING)
    assert "1 unreadable, 0 unreadable parts" in caplog.text
    assert "does not know: NewThing" in caplog.text


async def test_somebody_else_at_the_own_telephone_is_told() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        stranger = sandbox.world.extension(COLLEAGUE).owner
        sandbox.world.set_status(ME, 1, user_id=stranger.id)
        await until(lambda: work.view.seats)
        assert work.view.seats == [("Noam Bar", ())]
        sandbox.world.set_status(ME, 1, user_id=sandbox.world.account.agent.id)
        await until(lambda: len(work.view.seats) > 1)
        assert work.view.seats[-1] == ("", ())
