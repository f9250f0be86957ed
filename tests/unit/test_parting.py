"""Leaving while a recording is muted: asked, resumed or left, and never silently."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from agent_desk.desk.guard import GuardState
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import CallKey
from agent_desk.parting import Parting
from agent_desk.sandbox import MuteFault, Sandbox
from tests.helpers.until import until
from tests.unit.asking import Asked
from tests.unit.shift.working import ME, Work, working

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from agent_desk.desk.card import Card


class Heard(Asked):
    """And what became of the wish."""

    def leave(self) -> None:
        self.told.append("left")

    def sign_out(self) -> None:
        self.told.append("signed out")


def cards(work: Work) -> tuple[Card, ...]:
    return work.view.cards


@asynccontextmanager
async def talking(sandbox: Sandbox, *, is_muted: bool) -> AsyncIterator[tuple[Work, CallKey]]:
    async with working(sandbox) as work:
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        key = CallKey(ME, call.ivrid)
        await work.until_guard(call, GuardState.RECORDING)  # a mute while it rings is sent twice
        if is_muted:
            work.shift.mute(key, muted=True, trigger=MuteTrigger.BUTTON)
            await work.until_guard(call, GuardState.MUTED)
        yield work, key


def parting(work: Work, heard: Heard, patience_s: float = 2.0) -> Parting:
    return Parting(
        lambda _parting, _is_quit: heard,
        cards=lambda: cards(work),
        mute=work.shift.mute,
        patience_s=patience_s,
    )


async def test_while_nothing_is_muted_nobody_is_asked() -> None:
    async with Sandbox() as sandbox, talking(sandbox, is_muted=False) as (work, _):
        heard = Heard()
        parting(work, heard).part(heard.leave, is_quit=True)
        assert heard.told == ["left"]


async def test_resumed_and_gone() -> None:
    async with Sandbox() as sandbox, talking(sandbox, is_muted=True) as (work, _):
        heard = Heard()
        way = parting(work, heard)
        way.part(heard.leave, is_quit=True)
        way.resume()
        way.resume()
        await until(lambda: "left" in heard.told)
        assert heard.told == ["asked", "waiting", "closed", "left"]
        assert [asked.muted for asked in sandbox.world.recorder.asked] == [True, False]
        await way.aclose()


async def test_a_mute_under_way_is_waited_for_and_resumed() -> None:
    async with Sandbox() as sandbox, talking(sandbox, is_muted=False) as (work, key):
        sandbox.faults.mute_delay_s = 0.3
        work.shift.mute(key, muted=True, trigger=MuteTrigger.BUTTON)
        await until(lambda: cards(work)[0].guard.state is GuardState.MUTING)
        heard = Heard()
        way = parting(work, heard, 5.0)
        way.part(heard.leave, is_quit=True)
        way.resume()
        await until(lambda: "left" in heard.told)
        assert cards(work)[0].guard.state is GuardState.RECORDING
        assert [asked.muted for asked in sandbox.world.recorder.asked] == [True, False]
        await way.aclose()


async def test_left_as_it_is_nothing_is_asked_of_the_service() -> None:
    async with Sandbox() as sandbox, talking(sandbox, is_muted=True) as (work, _):
        heard = Heard()
        way = parting(work, heard)
        way.part(heard.leave, is_quit=True)
        way.part(heard.leave, is_quit=True)
        way.leave_muted()
        assert heard.told == ["asked", "asked", "closed", "left"]
        assert len(sandbox.world.recorder.asked) == 1


async def test_whoever_stays_stays() -> None:
    async with Sandbox() as sandbox, talking(sandbox, is_muted=True) as (work, _):
        heard = Heard()
        way = parting(work, heard)
        way.part(heard.leave, is_quit=True)
        way.stay()
        way.leave_muted()  # of a question that is gone
        assert heard.told == ["asked", "closed"]


async def test_quitting_takes_the_place_of_signing_out() -> None:
    async with Sandbox() as sandbox, talking(sandbox, is_muted=True) as (work, _):
        heard = Heard()
        way = parting(work, heard)
        way.part(heard.sign_out, is_quit=False)
        way.part(heard.leave, is_quit=True)
        way.leave_muted()
        assert heard.told == ["asked", "closed", "asked", "closed", "left"]


@pytest.mark.parametrize("fault", [MuteFault.REFUSED, MuteFault.LOST])
async def test_what_is_not_resumed_for_certain_is_said(fault: MuteFault) -> None:
    async with Sandbox() as sandbox, talking(sandbox, is_muted=True) as (work, _):
        sandbox.faults.mute = fault
        heard = Heard()
        way = parting(work, heard, 0.5)
        way.part(heard.leave, is_quit=True)
        way.resume()
        await until(lambda: "failed" in heard.told)
        assert heard.told == ["asked", "waiting", "failed"]
        way.leave_muted()
        assert heard.told[3:] == ["closed", "left"]
        await way.aclose()


async def test_where_the_call_ends_meanwhile_nothing_is_left_to_resume() -> None:
    async with Sandbox() as sandbox, talking(sandbox, is_muted=True) as (work, _):
        heard = Heard()
        way = parting(work, heard)
        way.part(heard.leave, is_quit=True)
        for call in sandbox.world.calls():
            call.hang_up()
        await until(lambda: not cards(work) or cards(work)[0].phase.value == "ended")
        way.resume()
        await until(lambda: "left" in heard.told)
        assert len(sandbox.world.recorder.asked) == 1
        await way.aclose()
