"""The status while the PC is locked, around a shift."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent_desk.away import Away
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.presence import PresenceView, Stage
from agent_desk.desk.status_settings import StatusSettings
from agent_desk.sandbox import Sandbox
from tests.helpers.until import until
from tests.unit.shift.working import ME, Work, working

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

LOGIN, LUNCH = 1, 3


@dataclass
class Screen:
    """A PC that is locked and unlocked; ``is_mute`` never tells."""

    is_mute: bool = False
    tell: Callable[[bool], None] | None = None
    supports: list[bool] = field(default_factory=list)

    async def follow(self, tell: Callable[[bool], None]) -> None:
        self.tell = tell
        if not self.is_mute:
            await asyncio.get_running_loop().create_future()

    def lock(self, *, is_locked: bool) -> None:
        assert self.tell is not None
        self.tell(is_locked)


@dataclass
class Seat:
    """A shift, by what it shows."""

    work: Work
    questions: int = 0

    @property
    def presence(self) -> PresenceView:
        shown = self.work.view.presences
        return shown[-1] if shown else PresenceView()

    @property
    def is_on_call(self) -> bool:
        self.questions += 1
        return self.work.shift.dialling.is_on_call

    def set_status(self, code: int) -> None:
        self.work.shift.set_status(code)


@asynccontextmanager
async def watched(screen: Screen, seat: Seat | None, code: int = LUNCH) -> AsyncIterator[None]:
    away = Away(
        screen.follow,
        at_work=lambda: seat,
        settings=lambda: StatusSettings(locked_code=code),
        show_support=screen.supports.append,
    )
    scope = TaskScope("away")
    scope.start(away.run(), name="away")
    try:
        await until(lambda: screen.tell)
        yield
    finally:
        await scope.aclose()


def is_settled(seat: Seat, code: int) -> bool:
    return seat.presence.code == code and seat.presence.stage is Stage.SETTLED


async def test_locked_it_is_away_and_unlocked_back() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        seat, screen = Seat(work), Screen()
        await until(lambda: is_settled(seat, LOGIN))
        async with watched(screen, seat):
            screen.lock(is_locked=True)
            await until(lambda: is_settled(seat, LUNCH))
            assert sandbox.world.extension(ME).status == LUNCH
            screen.lock(is_locked=False)
            await until(lambda: is_settled(seat, LOGIN))
        assert screen.supports == []


async def test_a_call_is_waited_for() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        seat, screen = Seat(work), Screen()
        await until(lambda: is_settled(seat, LOGIN))
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        await until(lambda: seat.is_on_call)
        async with watched(screen, seat):
            screen.lock(is_locked=True)
            asked = seat.questions
            await until(lambda: seat.questions > asked + 1)
            assert sandbox.world.extension(ME).status == LOGIN
            call.hang_up()
            await until(lambda: is_settled(seat, LUNCH))


async def test_while_nobody_works_nothing_is_set_and_where_nobody_tells_it_ends() -> None:
    screen = Screen(is_mute=True)
    async with watched(screen, None):
        await until(lambda: screen.supports == [False])
