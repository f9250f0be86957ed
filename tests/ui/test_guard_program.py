"""The whole program, with a payment form beside it that asks, and one that comes in front."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.config import SettingsFile
from agent_desk.core.clock import SystemClock
from agent_desk.core.foreground import FrontSupport, FrontWindow
from agent_desk.core.identity import Credentials, LoginKind
from agent_desk.core.privacy import Secret
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.guard_settings import GuardSettings
from agent_desk.guard_outside import GuardOutside
from agent_desk.program import Program
from agent_desk.sandbox import MuteFault, Sandbox
from agent_desk.surroundings import Surroundings
from agent_desk.system.directories import Directories
from agent_desk.system.guard_socket import read_door
from agent_desk.system.secrets import OpenedStore, SessionStore
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from tests.helpers.until import until
from tests.ui.finders import button, drop_deleted, leave_question
from tests.ui.person import Browser

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from agent_desk.desk.card import Card
    from agent_desk.desk.mute_record import MuteTrigger
    from agent_desk.desk.state import CallKey

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX sockets")

FORM, MAIL = FrontWindow("Secure payment"), FrontWindow("Inbox")
ALL = GuardSettings(title_patterns=("payment",), lets_programs_mute=True)


class Desktop:
    """A desktop that shows what it is told to."""

    support = FrontSupport.UNKNOWN

    def __init__(self) -> None:
        self.see: Callable[[FrontWindow | None], None] | None = None

    async def watch(
        self, seen: Callable[[FrontWindow | None], None], _changed: object
    ) -> FrontSupport:
        self.see = seen
        return FrontSupport.WATCHED

    async def close(self) -> None:
        self.see = None


@dataclass
class Scene:
    sandbox: Sandbox
    shell: Shell
    guard: GuardOutside
    directories: Directories
    cards: list[Card]
    desktop: Desktop

    async def ask(self, do: str, **more: object) -> dict[str, Any]:
        """What a payment form would do, as docs/local-control.md has it."""
        door = read_door(self.directories)
        assert door is not None
        reader, writer = await asyncio.open_unix_connection(door.address)
        writer.write(json.dumps({"do": do, "token": door.token} | more).encode() + b"\n")
        async with asyncio.timeout(30):
            line = await reader.readline()
        writer.close()
        said: dict[str, Any] = json.loads(line)
        return said

    def see(self, front: FrontWindow) -> None:
        assert self.desktop.see is not None
        self.desktop.see(front)


@asynccontextmanager
async def scene(app: QApplication, home: Path) -> AsyncIterator[Scene]:
    """An agent at work, with the guard open to the outside."""
    clock, directories, desktop = SystemClock(), Directories.below(home), Desktop()
    shell = Shell(Theme.apply(app, "light"), clock)
    file = SettingsFile(directories.settings_file)
    cards: list[Card] = []

    async def open_secrets() -> OpenedStore:
        return OpenedStore(SessionStore())

    def mute(key: CallKey, *, muted: bool, trigger: MuteTrigger) -> None:
        intents = shell.intents
        (intents.mute_requested if muted else intents.resume_requested).emit(key, trigger)

    def follow(now: tuple[Card, ...]) -> None:
        cards[:] = now
        guard.follow(now)

    guard = GuardOutside(clock, directories, mute, backend=desktop)
    guard.set_settings(ALL)
    async with Sandbox() as sandbox:
        program = Program(
            shell,
            Surroundings(
                settings_file=file,
                loaded=file.load(),
                opener=Browser(),
                clock=clock,
                open_secrets=open_secrets,
                server=sandbox.url,
                directories=directories,
                on_cards=follow,
            ),
        )
        scope = TaskScope("test")
        run = scope.start(program.run(), name="program")
        scope.start(guard.run(), name="guard")
        try:
            known = sandbox.credentials
            credentials = Credentials(LoginKind.USER, known.email, Secret(known.password))
            program.work_at(sandbox.url, credentials, Secret(known.api_code))
            await sandbox.wait_connected()
            await until(lambda: guard.reach.is_door_open and desktop.see)
            yield Scene(sandbox, shell, guard, directories, cards, desktop)
        finally:
            program.stop()
            await run
            await scope.aclose()
            drop_deleted()


async def test_a_payment_form_mutes_asks_and_resumes(qapp: QApplication, home: Path) -> None:
    async with scene(qapp, home) as on:
        assert not (await on.ask("mute"))["ok"]
        call = on.sandbox.world.ring("SIPSIP1", "0501234567", name="Dana Levi")
        call.answer()
        await until(lambda: on.cards and on.cards[0].phase.value == "talking")
        muted = await on.ask("mute", ivrid=call.ivrid)
        assert (muted["ok"], muted["call"]) == (True, call.ivrid)
        assert call.is_muted
        status = await on.ask("status")
        [known] = status["calls"]
        assert status["state"] == known["state"] == muted["state"]
        assert known["muted_s"] >= 0
        for private in ("0501234567", "501234567", "Dana"):
            assert private not in json.dumps([muted, status])
        assert (await on.ask("unmute"))["ok"]
        assert not call.is_muted
        on.sandbox.faults.mute = MuteFault.REFUSED
        failed = await on.ask("mute")
        assert (failed["ok"], failed["state"]) == (False, "mute_failed")
        assert not call.is_muted
        call.hang_up()
        await until(lambda: not on.cards or on.cards[0].phase.value == "ended")
        assert (await on.ask("status"))["calls"] == []


async def test_a_form_in_front_mutes_and_is_left_again(qapp: QApplication, home: Path) -> None:
    async with scene(qapp, home) as on:
        call = on.sandbox.world.ring("SIPSIP1", "0501234567")
        call.answer()
        await until(lambda: on.cards and on.cards[0].phase.value == "talking")
        on.see(FORM)
        await until(lambda: call.is_muted)
        await until(lambda: on.cards[0].guard.state.value.startswith("muted"))
        on.see(MAIL)
        await until(lambda: not call.is_muted)
        await until(lambda: on.cards[0].guard.state.value == "recording")
        on.see(FORM)
        await until(lambda: call.is_muted)
        other = on.sandbox.world.ring("SIPSIP1", "0501234568")
        call.hang_up()
        other.answer()
        await until(lambda: other.is_muted)


async def test_after_the_sign_out_no_program_is_told_of_the_calls_before(
    qapp: QApplication, home: Path
) -> None:
    async with scene(qapp, home) as on:
        call = on.sandbox.world.ring("SIPSIP1", "0501234567")
        call.answer()
        await until(lambda: on.cards and on.cards[0].phase.value == "talking")
        assert (await on.ask("mute"))["ok"]
        on.shell.sign_out_requested.emit()
        asked = leave_question()
        assert asked is not None
        button(asked, "Sign out, leave muted").click()
        await on.sandbox.wait_connected(0)
        said = await on.ask("status")
        assert (said["calls"], said["state"], said["call"]) == ([], None, None)
        assert not (await on.ask("mute"))["ok"]
