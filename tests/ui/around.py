"""A Linux desktop around the program, with or without a tray, notifications, keyring and sound."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from agent_desk.config import SettingsFile
from agent_desk.core.clock import SystemClock
from agent_desk.core.tasks import TaskScope
from agent_desk.outside import Outside
from agent_desk.program import Program
from agent_desk.sandbox import Sandbox
from agent_desk.surroundings import Surroundings
from agent_desk.system.directories import Directories
from agent_desk.system.secrets import KeyringStore, OpenedStore, SessionStore
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from tests.interop.test_notifications import bus, service
from tests.ui.finders import drop_deleted
from tests.ui.person import Browser, Person
from tests.ui.test_settings_program import Keyring

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import pytest

    from tests.interop.test_notifications import Service

TRAY, NOTES, KEYRING, SOUND = EVERYTHING = ("tray", "notifications", "keyring", "sound")


@dataclass
class DesktopAround:
    """What the program finds around itself, and what came of it there."""

    lacks: frozenset[str]
    players: Path
    service: Service | None = None
    beeps: int = 0
    bubbles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.players.mkdir()

    def add_player(self) -> None:
        """Install one that writes down what it should play."""
        player = self.players / "paplay"
        note = f'/usr/bin/basename "$1" .wav >> "{self.players}/played"'
        player.write_text(f"#!/bin/sh\n{note}\n")
        player.chmod(0o755)

    @property
    def played(self) -> list[str]:
        """The names of the sounds that were heard."""
        record = self.players / "played"
        return record.read_text().split() if record.exists() else []


@asynccontextmanager
async def desktop(
    lacks: frozenset[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[DesktopAround]:
    """A desktop that has everything but ``lacks``."""
    made = DesktopAround(lacks, folder)
    if SOUND not in lacks:
        made.add_player()

    def beep() -> None:
        made.beeps += 1

    monkeypatch.setattr(QApplication, "beep", beep)
    # The platform without a screen has no tray.
    has_tray = TRAY not in lacks
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: has_tray)
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _icon: has_tray)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, title, *_more: made.bubbles.append(title)
    )
    async with AsyncExitStack() as stack:
        if NOTES in lacks:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
        else:
            await stack.enter_async_context(bus(monkeypatch))
            made.service = await stack.enter_async_context(service("actions"))
        monkeypatch.setenv("PATH", str(folder))
        yield made


@asynccontextmanager
async def at_work(
    app: QApplication, home: Path, around: DesktopAround, *, ringing: str = ""
) -> AsyncIterator[tuple[Person, Sandbox]]:
    """The program as it is put together for a person, signed in at a sandbox.

    A call from ``ringing`` rings already when the person signs in.
    """
    has_keyring = KEYRING not in around.lacks
    async with Sandbox() as sandbox:
        if ringing:
            sandbox.world.ring("SIPSIP1", ringing)
        clock = SystemClock()
        shell = Shell(Theme.apply(app, "light"), clock)
        directories = Directories.below(home)
        outside = Outside(shell, clock, None, "", directories)
        settings_file = SettingsFile(directories.settings_file, directories.provisioning_file)
        browser = Browser()

        async def open_secrets() -> OpenedStore:
            person.has_begun.set()
            return OpenedStore(KeyringStore(Keyring) if has_keyring else SessionStore())

        running = Program(
            shell,
            Surroundings(
                settings_file=settings_file,
                loaded=settings_file.load(),
                opener=browser,
                clock=clock,
                open_secrets=open_secrets,
                server=sandbox.url,
                directories=directories,
                on_cards=outside.follow,
                on_transition=outside.hear,
            ),
        )
        person = Person(shell, running, browser, settings_file, [], asyncio.Event(), sandbox.url)
        scope = TaskScope("test")
        run = scope.start(running.run(), name="program")
        scope.start(outside.run(running.stopped), name="outside")
        try:
            await person.until_asked()
            person.sign_in()
            await person.until_connected()
            await person.until_quiet()
            yield person, sandbox
            await person.until_quiet()
        finally:
            running.stop()
            await run
            await scope.aclose()
            drop_deleted()


async def miss_a_call(person: Person, sandbox: Sandbox, name: str) -> None:
    """A call comes and goes while nobody is there."""
    caller = sandbox.world.join_queue("Sales queue", "0501234567", name=name)
    call = caller.ring("SIPSIP1")
    pop = await person.pop(call)
    caller.leave("ABANDONED")
    await person.until_read("Caller gave up", pop)
