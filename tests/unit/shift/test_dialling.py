"""Calls started from the window, against a sandbox: once each, and ended in the right words."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.dialling import (
    DialEnd,
    DialOptions,
    DialQuestion,
    DialState,
    DialView,
    DialWish,
)
from agent_desk.desk.state import CallKey, Phase
from agent_desk.sandbox import Click2CallFault, Fate, HttpFault, Sandbox
from tests.helpers.until import until
from tests.unit.shift.working import CODE, ME, key_of, working

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from agent_desk.core.errors import AgentDeskError
    from agent_desk.core.privacy import Secret
    from agent_desk.sandbox.calls import Call
    from tests.unit.shift.working import Work

PATH = "/ForwardDialer/click2call.aspx"
NUMBER = PhoneNumber("+972501234567")
WISH = DialWish(NUMBER, "+972 50-123-4567")
INSISTING = DialWish(NUMBER, "+972 50-123-4567", insists=True)


@dataclass
class Seen:
    """A shift that dials, and all that was shown of it."""

    sandbox: Sandbox
    work: Work
    views: list[DialView] = field(default_factory=list)
    code_errors: list[AgentDeskError] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.work.shift.dialling.follow(self.views.append, self.code_errors.append)

    @property
    def view(self) -> DialView:
        return self.views[-1]

    @property
    def states(self) -> list[DialState]:
        """Each state once, in the order shown."""
        states = [view.state for view in self.views]
        return [s for at, s in enumerate(states) if at == 0 or states[at - 1] is not s]

    def requests(self, action: str = "call") -> int:
        """How many requests to dial have arrived."""
        return sum(
            request.path == PATH and request.params.text("action") == action
            for request in self.sandbox.requests
        )

    def dial(self, wish: DialWish = WISH, times: int = 1) -> None:
        for _ in range(times):
            self.work.shift.dialling.dial(wish)

    async def until(self, state: DialState) -> DialView:
        await until(lambda: self.view.state is state, what=f"{state}, but {self.states}")
        return self.view

    async def call(self) -> Call:
        return (await until(lambda: self.sandbox.world.calls(extension=ME)))[0]


@asynccontextmanager
async def dialling(fate: Fate | None = None, code: Secret | None = CODE) -> AsyncIterator[Seen]:
    pace = None if fate is None else (0.0, 0.0)
    async with Sandbox(click2call_pace_s=pace) as sandbox:
        if fate is not None:
            sandbox.world.click2call_fate = fate
        async with working(sandbox, code=code) as work:
            yield Seen(sandbox, work)


async def test_a_call_is_followed_from_the_wish_to_its_end() -> None:
    async with dialling() as seen:
        seen.dial()
        call = await seen.call()
        await seen.until(DialState.AGENT_RINGING)
        assert seen.view.call_id == call.ivrid
        call.answer()
        await seen.until(DialState.CUSTOMER_RINGING)
        call.answer()
        await seen.until(DialState.TALKING)
        call.hang_up()
        view = await seen.until(DialState.ENDED)
        assert view.end is DialEnd.TALKED
        assert seen.states[:2] == [DialState.IDLE, DialState.SENDING]
        assert seen.requests() == 1


ENDS = {
    Fate.HUNG_UP: DialEnd.TALKED,
    Fate.REJECTED: DialEnd.AGENT_DID_NOT_PICK_UP,
    Fate.NOT_PICKED_UP: DialEnd.AGENT_DID_NOT_PICK_UP,
    Fate.PHONE_BUSY: DialEnd.AGENT_DID_NOT_PICK_UP,
    Fate.AGENT_LEAVES: DialEnd.NO_ANSWER,
    Fate.BUSY: DialEnd.BUSY,
    Fate.NO_ANSWER: DialEnd.NO_ANSWER,
    Fate.BAD_NUMBER: DialEnd.FAILED,
}


@pytest.mark.parametrize("delay_s", [0.0, 0.2])
async def test_every_end_has_its_own_name(delay_s: float) -> None:
    found = {}

    async def play(fate: Fate) -> None:
        async with dialling(fate) as seen:
            seen.sandbox.faults.click2call_delay_s = delay_s  # then events come before the answer
            seen.dial(times=3)
            view = await seen.until(DialState.ENDED)
            found[fate] = view.end
            assert seen.requests() == 1

    # Side by side: what ends in its first second is believed a second later.
    async with asyncio.TaskGroup() as scene:
        for fate in ENDS:
            scene.create_task(play(fate))
    assert found == ENDS


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("offline", "phone_offline"),
        ("barred", "calling_barred"),
        ("network", "network_not_allowed"),
        ("error 2", "not_started"),
        ("error 1", "rejected"),
        ("gone", "not_callable"),
    ],
)
async def test_refusals_have_their_reasons(fault: str, code: str) -> None:
    async with dialling() as seen:
        extension = seen.sandbox.world.extension(ME)
        extension.is_offline = fault == "offline"
        extension.is_barred_from_click2call = fault == "barred"
        seen.sandbox.faults.is_ip_refused = fault == "network"
        if fault.startswith("error"):
            body = f'{{"ERRORCODE":{fault[-1]},"ERRORMESSAGE":"no"}}'
            seen.sandbox.faults.http[PATH] = HttpFault(body=body)
        number = PhoneNumber("*21*") if fault == "gone" else NUMBER
        seen.dial(DialWish(number))
        view = await seen.until(DialState.REFUSED)
        assert view.error_code == code
        assert seen.requests() == (0 if fault == "gone" else 1)


async def test_without_the_api_code_it_is_asked_for() -> None:
    async with dialling(code=None) as seen:
        seen.dial()
        await seen.until(DialState.REFUSED)
        assert [error.code for error in seen.code_errors] == ["no_api_code"]
        assert seen.requests() == 0


async def test_a_lost_answer_is_found_again_by_its_call() -> None:
    async with dialling() as seen:
        seen.sandbox.faults.click2call = Click2CallFault.LOST
        seen.dial(times=2)
        await seen.until(DialState.AGENT_RINGING)
        assert DialState.UNKNOWN in seen.states
        seen.dial(INSISTING)
        (await seen.call()).reject()
        view = await seen.until(DialState.ENDED)
        assert view.end is DialEnd.AGENT_DID_NOT_PICK_UP
        assert seen.requests() == 1


async def test_a_lost_request_is_sent_again_by_nobody_but_a_person() -> None:
    async with dialling() as seen:
        seen.sandbox.faults.click2call = Click2CallFault.DROPPED
        seen.dial()
        await seen.until(DialState.UNKNOWN)
        seen.dial(times=3)
        assert seen.view.question is DialQuestion.MAYBE_RINGING
        assert seen.requests() == 1
        seen.sandbox.faults.click2call = Click2CallFault.NONE
        seen.dial(INSISTING, times=3)
        await seen.until(DialState.AGENT_RINGING)
        assert seen.requests() == 2


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_a_broken_answer_is_no_answer(status: int) -> None:
    async with dialling() as seen:
        seen.sandbox.faults.http[PATH] = HttpFault.html(status)
        seen.dial()
        await seen.until(DialState.UNKNOWN)
        seen.dial(times=2)
        assert seen.requests() == 1


async def test_an_answer_without_an_id_still_finds_its_call() -> None:
    async with dialling() as seen:
        seen.sandbox.faults.click2call = Click2CallFault.NO_ID
        seen.dial()
        await seen.until(DialState.AGENT_RINGING)
        assert seen.view.call_id == (await seen.call()).ivrid


async def test_on_a_call_it_asks_first() -> None:
    async with dialling() as seen:
        talking = seen.sandbox.world.ring(ME, "0521112222")
        talking.answer()
        await seen.work.until_phase(talking, Phase.TALKING)
        seen.dial()
        assert seen.view.question is DialQuestion.ON_A_CALL
        seen.work.shift.dialling.drop_question()
        assert seen.view.question is None
        assert seen.requests() == 0
        talking.hold()
        seen.dial(INSISTING)
        view = await seen.until(DialState.AGENT_RINGING)
        await until(lambda: seen.view.has_others)
        assert view.can_hang_up


async def test_hanging_up_ends_what_runs_on_the_extension() -> None:
    async with dialling() as seen:
        seen.work.shift.dialling.hang_up()
        assert seen.requests("terminate") == 0
        seen.dial()
        (await seen.call()).answer()
        await seen.until(DialState.CUSTOMER_RINGING)
        for _ in range(3):
            seen.work.shift.dialling.hang_up()
        assert seen.view.is_hanging_up
        view = await seen.until(DialState.ENDED)
        await until(lambda: not seen.view.is_hanging_up)
        assert view.end in (DialEnd.CANCELLED, DialEnd.NO_ANSWER)
        assert seen.requests("terminate") == 1


async def test_a_hang_up_that_failed_says_so() -> None:
    async with dialling() as seen:
        seen.dial()
        await seen.until(DialState.AGENT_RINGING)
        seen.sandbox.faults.is_ip_refused = True
        seen.work.shift.dialling.hang_up()
        await until(lambda: seen.view.hang_up_error)
        assert seen.view.hang_up_error == "network_not_allowed"
        assert seen.view.can_hang_up


async def test_a_hang_up_that_is_answered_late_leaves_the_next_call_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    async with dialling() as seen:
        seen.dial()
        await seen.until(DialState.AGENT_RINGING)
        seen.sandbox.faults.http[PATH] = HttpFault(status=500, delay_s=2, times=1)
        seen.work.shift.dialling.hang_up()
        await until(lambda: seen.requests("terminate"))
        (await seen.call()).hang_up()
        await seen.until(DialState.ENDED)
        seen.dial()
        assert seen.view.question is DialQuestion.HANG_UP_OPEN
        seen.dial(INSISTING)
        await seen.until(DialState.AGENT_RINGING)
        await until(lambda: "not hung up" in caplog.text)
        assert {view.hang_up_error for view in seen.views} == {""}


async def test_while_nobody_sees_the_call_hanging_up_is_not_certain() -> None:
    async with dialling() as seen:
        seen.dial()
        await seen.until(DialState.AGENT_RINGING)
        assert not seen.view.is_blind
        seen.sandbox.faults.handshake_status = 503
        await seen.sandbox.drop_connections()
        await until(lambda: seen.view.is_blind)


async def test_an_answer_with_an_unknown_code_may_mean_that_the_phone_rings() -> None:
    async with dialling() as seen:
        seen.sandbox.faults.http[PATH] = HttpFault(body='{"ERRORCODE":99}', times=1)
        seen.dial()
        view = await seen.until(DialState.UNKNOWN)
        assert view.error_code == "unknown_outcome"
        seen.dial()
        assert seen.view.question is DialQuestion.MAYBE_RINGING
        assert seen.requests() == 1


async def test_options_and_custom_data_travel_along() -> None:
    async with dialling() as seen:
        asked = seen.sandbox.world.ring(
            ME, "0501234567", custom_data={"var_clientID": "12345", "other": "x"}
        )
        await seen.work.until_phase(asked, Phase.RINGING)
        asked.answer()
        asked.hang_up()
        await seen.work.until_phase(asked, Phase.ENDED)
        options = DialOptions(record=True, caller_id=PhoneNumber("072-277-6772"), auto_answer=True)
        seen.dial(DialWish(NUMBER, options=options, about=key_of(asked)))
        await seen.until(DialState.AGENT_RINGING)
        [request] = [each for each in seen.sandbox.requests if each.path == PATH]
        sent = {key: value for key, value in request.body.items() if key != "code"}
        assert sent == {
            "phone": ME,
            "target": "972501234567",
            "action": "call",
            "format": "json",
            "checkphonedevicestate": "true",
            "record": "true",
            "targetcallerid": "0722776772",
            "phoneautoanswer": "true",
            "var_clientID": "12345",
        }


async def test_a_call_back_to_a_call_that_is_forgotten_goes_all_the_same() -> None:
    async with dialling() as seen:
        seen.dial(DialWish(NUMBER, about=CallKey(ME, "long ago")))
        await seen.until(DialState.AGENT_RINGING)
