"""Titles and programs put together: what reaches the shift, and when nothing is watched at all."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from agent_desk.core.clock import SystemClock
from agent_desk.core.foreground import FrontSupport, FrontWindow
from agent_desk.core.guard_reach import GuardReach
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.card import Card, TitleSource
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.guard_rules import FLICKER_S
from agent_desk.desk.guard_settings import GuardSettings
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import CallKey, Direction, Phase
from agent_desk.guard_outside import GuardOutside
from agent_desk.system.directories import Directories
from agent_desk.system.guard_socket import GuardAction, ask, door_file, read_door
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication

    from tests.helpers.log_guard import ExpectLog

S = GuardState
FORM, MAIL = FrontWindow("Secret payment of Dana Levi"), FrontWindow("Inbox")
RULED = GuardSettings(title_patterns=("payment",))
OPEN = GuardSettings(lets_programs_mute=True)

CALL = Card(
    key=CallKey("SIPSIP1", "c1"),
    phase=Phase.TALKING,
    direction=Direction.INCOMING,
    number=PhoneNumber("0501234567"),
    title="Dana Levi",
    title_source=TitleSource.CALLER_NAME,
    number_text="",
    copy_text="",
    region="",
    queue_name="",
    line_text="",
    fields=(),
    guard=GuardView(S.RECORDING),
    why=(),
    elapsed_from=0.0,
    started_at=None,
)


class Desktop:
    """A desktop that shows what it is told to."""

    support = FrontSupport.UNKNOWN

    def __init__(self) -> None:
        self.watched = 0
        self.front: FrontWindow | None = MAIL
        self.see: Callable[[FrontWindow | None], None] = lambda _front: None
        self.changed: Callable[[FrontSupport], None] = lambda _support: None

    async def watch(
        self,
        seen: Callable[[FrontWindow | None], None],
        changed: Callable[[FrontSupport], None],
    ) -> FrontSupport:
        self.watched += 1
        self.see, self.changed = seen, changed
        seen(self.front)
        return FrontSupport.WATCHED

    async def close(self) -> None:
        self.see = lambda _front: None


class Scene:
    """A shift that does at once what is asked, as the cards then show."""

    def __init__(self, home: Path) -> None:
        self.asked: list[tuple[str, bool, MuteTrigger]] = []
        self.reached: list[GuardReach] = []
        self.desktop = Desktop()
        self.directories = Directories.below(home)
        self.card = CALL
        self.guard = GuardOutside(
            SystemClock(),
            self.directories,
            self._mute,
            self.reached.append,
            backend=self.desktop,
        )
        self.guard.follow((CALL,))

    def _mute(self, key: CallKey, *, muted: bool, trigger: MuteTrigger) -> None:
        self.asked.append((key.call_id, muted, trigger))
        self.turn(S.MUTING if muted else S.RESUMING)
        self.turn(S.MUTED if muted else S.RECORDING)

    def turn(self, state: GuardState) -> None:
        self.card = replace(self.card, guard=GuardView(state))
        self.guard.follow((self.card,))

    async def ask(self, action: GuardAction) -> dict[str, Any] | None:
        door = read_door(self.directories)
        return None if door is None else await ask(door, action, 10)


@asynccontextmanager
async def scene(home: Path) -> AsyncIterator[Scene]:
    made = Scene(home)
    scope = TaskScope("test")
    scope.start(made.guard.run(), name="guard")
    await asyncio.sleep(0)
    try:
        yield made
    finally:
        await scope.aclose()
        assert not door_file(made.directories).exists()


async def test_as_it_comes_nothing_is_watched_and_nobody_can_ask(
    qapp: QApplication, home: Path
) -> None:
    del qapp
    async with scene(home) as on:
        on.guard.set_settings(GuardSettings())
        on.turn(S.RECORDING)
        for _ in range(5):
            await asyncio.sleep(0)
        assert on.desktop.watched == 0
        assert await on.ask(GuardAction.STATUS) is None
    assert (on.asked, on.reached) == ([], [])


async def test_a_window_in_front_mutes_and_behind_it_is_recorded_again(
    qapp: QApplication, home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    del qapp
    async with scene(home) as on:
        on.guard.set_settings(RULED)
        await until(lambda: on.desktop.watched)
        on.desktop.see(FORM)
        assert on.asked == [("c1", True, MuteTrigger.RULE)]
        began = asyncio.get_running_loop().time()
        on.desktop.see(MAIL)
        await until(lambda: len(on.asked) == 2)
        assert on.asked[1] == ("c1", False, MuteTrigger.RULE)
        assert asyncio.get_running_loop().time() - began >= FLICKER_S - 0.05
        await until(lambda: on.reached)
    assert on.reached == [GuardReach(FrontSupport.WATCHED)]
    assert "ayment" not in caplog.text
    assert "Dana" not in caplog.text


async def test_a_call_that_comes_in_front_of_it_is_muted_after_all_have_heard_of_it(
    qapp: QApplication, home: Path
) -> None:
    del qapp
    async with scene(home) as on:
        on.guard.follow(())
        on.guard.set_settings(RULED)
        await until(lambda: on.desktop.watched)
        on.desktop.see(FORM)
        on.turn(S.WILL_RECORD)
        assert on.asked == []
        await until(lambda: on.asked)
        on.guard.set_settings(replace(RULED, remind_after_s=5))  # no other rule
        on.desktop.see(MAIL)
        await until(lambda: len(on.asked) == 2)


async def test_a_rule_that_is_switched_off_watches_no_longer(
    qapp: QApplication, home: Path
) -> None:
    del qapp
    async with scene(home) as on:
        on.guard.set_settings(RULED)
        await until(lambda: on.desktop.watched)
        on.desktop.see(FORM)
        on.desktop.see(MAIL)
        on.guard.set_settings(GuardSettings())
        on.guard.look()
        await asyncio.sleep(FLICKER_S + 0.1)
        assert len(on.asked) == 1
        on.guard.set_settings(RULED)
        await until(lambda: on.desktop.watched == 2)
        on.desktop.changed(FrontSupport.LOST)
        assert on.guard.reach.front is FrontSupport.LOST
        on.guard.look()
        await until(lambda: on.desktop.watched == 3)


async def test_programs_ask_while_that_is_allowed(qapp: QApplication, home: Path) -> None:
    del qapp
    async with scene(home) as on:
        on.guard.set_settings(OPEN)
        await until(lambda: on.guard.reach.is_door_open)
        answer = await on.ask(GuardAction.MUTE)
        assert answer is not None
        assert (answer["ok"], answer["state"], answer["call"]) == (True, "muted", "c1")
        assert on.asked == [("c1", True, MuteTrigger.COMMAND)]
        on.guard.set_settings(GuardSettings())
        await until(lambda: not on.guard.reach.is_door_open)
        assert await on.ask(GuardAction.STATUS) is None
        on.guard.set_settings(OPEN)
        await until(lambda: on.guard.reach.is_door_open)
        assert await on.ask(GuardAction.STATUS) is not None


async def test_a_socket_that_cannot_be_opened_is_said_and_tried_again(
    qapp: QApplication, home: Path, expect_log: ExpectLog
) -> None:
    del qapp
    expect_log("programs cannot ask")
    async with scene(home) as on:
        folder = door_file(on.directories)
        folder.mkdir(parents=True)
        on.guard.set_settings(OPEN)
        await until(lambda: on.guard.reach.has_door_failed)
        on.guard.look()
        for _ in range(20):
            await asyncio.sleep(0.005)
        assert not on.guard.reach.is_door_open
        folder.rmdir()
        on.guard.look()
        await until(lambda: on.guard.reach.is_door_open)
        assert not on.guard.reach.has_door_failed
