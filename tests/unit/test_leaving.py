"""Leaving the program, logged out or not: within seconds, and with a true word."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent_desk.desk.presence import NOBODY
from agent_desk.desk.status_settings import StatusSettings
from agent_desk.leaving import Leaving
from agent_desk.sandbox import HttpFault, Sandbox
from tests.helpers.until import until
from tests.unit.asking import Asked
from tests.unit.shift.working import ME, working
from tests.unit.test_away import Seat, is_settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

LOGIN, LOGOUT = 1, 2
SET = "/UserLogin/SetStatusFromAPI"


class Heard(Asked):
    """And what became of the program."""

    def stop(self) -> None:
        self.told.append("stopped")


def leaving(heard: Heard, seat: Seat | None, *, asks: bool = True) -> Leaving:
    return Leaving(
        lambda _leaving: heard,
        heard.stop,
        at_work=lambda: seat,
        settings=lambda: StatusSettings(asks_on_quit=asks),
        patience_s=0.5,
    )


@asynccontextmanager
async def seated(sandbox: Sandbox) -> AsyncIterator[Seat]:
    async with working(sandbox) as work:
        seat = Seat(work)
        await until(lambda: is_settled(seat, LOGIN))
        yield seat


async def test_unasked_for_nobody_is_asked() -> None:
    async with Sandbox() as sandbox, seated(sandbox) as seat:
        for asks, who in ((False, seat), (True, None)):
            heard = Heard()
            leaving(heard, who, asks=asks).leave()
            assert heard.told == ["stopped"]


async def test_where_nothing_can_be_set_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Sandbox() as sandbox, seated(sandbox) as seat:
        known = seat.presence
        for view in (NOBODY, replace(known, code=LOGOUT), replace(known, is_stale=True)):
            monkeypatch.setattr(Seat, "presence", view)
            heard = Heard()
            leaving(heard, seat).leave()
            assert heard.told == ["stopped"]


async def test_logged_out_and_gone() -> None:
    async with Sandbox() as sandbox, seated(sandbox) as seat:
        heard = Heard()
        way = leaving(heard, seat)
        way.leave()
        assert heard.told == ["asked"]
        way.log_out()
        way.stay()
        await until(lambda: "stopped" in heard.told)
        assert heard.told == ["asked", "waiting", "closed", "stopped"]
        assert sandbox.world.extension(ME).status == LOGOUT
        await way.aclose()


@pytest.mark.parametrize("choice", ["quit", "leave"])
async def test_only_quitting_changes_nothing(choice: str) -> None:
    async with Sandbox() as sandbox, seated(sandbox) as seat:
        heard = Heard()
        way = leaving(heard, seat)
        way.leave()
        getattr(way, choice)()
        assert heard.told == ["asked", "closed", "stopped"]
        assert sandbox.world.extension(ME).status == LOGIN


async def test_whoever_stays_stays() -> None:
    async with Sandbox() as sandbox, seated(sandbox) as seat:
        heard = Heard()
        way = leaving(heard, seat)
        way.leave()
        way.stay()
        assert heard.told == ["asked", "closed"]
        way.leave()
        assert heard.told == ["asked", "closed", "asked"]


@pytest.mark.parametrize(
    "fault",
    [
        HttpFault(body='{"Status": 2, "StatusError": 2, "StatusErroMessage": "Seat in use"}'),
        HttpFault.slow(1.5),
    ],
)
async def test_refused_or_too_slow_the_question_says_so_and_stays(fault: HttpFault) -> None:
    async with Sandbox() as sandbox, seated(sandbox) as seat:
        sandbox.faults.http[SET] = fault
        heard = Heard()
        way = leaving(heard, seat)
        way.leave()
        way.log_out()
        await until(lambda: "failed" in heard.told)
        assert heard.told == ["asked", "waiting", "failed"]
        way.stay()
        way.leave()
        way.quit()
        assert heard.told == ["asked", "waiting", "failed", "closed", "asked", "closed", "stopped"]
        await way.aclose()
        await until(lambda: not seat.presence.asked or seat.presence.stage.value != "asking")
