"""Notes over a real message bus, to a service as strict about types as desktops are."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from agent_desk.core.note import Note
from agent_desk.core.tasks import TaskScope
from agent_desk.sandbox import Sandbox
from agent_desk.system.notifications import DesktopNotifications
from tests.helpers.cli import Running
from tests.helpers.until import until

jeepney = pytest.importorskip("jeepney", reason="Linux only")
jeepney_io = pytest.importorskip("jeepney.io.asyncio", reason="Linux only")

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from pytestqt.qtbot import QtBot

Foreign: TypeAlias = Any  # jeepney ships no types

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
NOTIFY = "susssasa{sv}i"


class Service:
    """Shows nothing and writes everything down. ``is_silent``: it never answers."""

    def __init__(self, connection: Foreign, abilities: list[str]) -> None:
        self.notes: list[tuple[Any, ...]] = []
        self.closed: list[int] = []
        self.arrived = asyncio.Event()
        self.refuses = False
        self.is_silent = False
        self._connection = connection
        self._abilities = abilities

    async def serve(self) -> None:
        while True:
            message = await self._connection.receive()
            is_call = message.header.message_type is jeepney.MessageType.method_call
            if is_call and not self.is_silent:
                await self._connection.send(self._answer(message))

    def _answer(self, message: Foreign) -> Foreign:
        fields = message.header.fields
        member = fields[jeepney.HeaderFields.member]
        signature = fields.get(jeepney.HeaderFields.signature, "")
        if member == "GetCapabilities":
            return jeepney.new_method_return(message, "as", (self._abilities,))
        if member == "Notify" and signature == NOTIFY and not self.refuses:
            self.notes.append(message.body)
            self.arrived.set()
            return jeepney.new_method_return(
                message, "u", (message.body[1] or 40 + len(self.notes),)
            )
        if member == "CloseNotification" and signature == "u":
            self.closed.append(message.body[0])
            return jeepney.new_method_return(message)
        return jeepney.new_error(message, "org.freedesktop.DBus.Error.InvalidArgs")

    async def say(self, member: str, signature: str, *body: object) -> None:
        emitter = jeepney.DBusAddress(PATH, bus_name=NAME, interface=NAME)
        await self._connection.send(jeepney.new_signal(emitter, member, signature, body))


class Desk:
    """Whoever shows notes, and what came back."""

    def __init__(self) -> None:
        self.chosen: list[tuple[str, str]] = []
        self.refused: list[Note] = []
        self.notifications = DesktopNotifications(
            "Show", lambda key, token: self.chosen.append((key, token)), self.refused.append
        )


@asynccontextmanager
async def bus(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[asyncio.subprocess.Process]:
    """A message bus of this test's own."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("needs dbus-daemon (Debian: dbus-daemon)")
    process = await asyncio.create_subprocess_exec(
        *(daemon, "--session", "--nofork", "--nopidfile", "--print-address"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(10):
            address = (await process.stdout.readline()).decode().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@asynccontextmanager
async def service(*abilities: str) -> AsyncIterator[Service]:
    connection = await jeepney_io.open_dbus_connection()
    async with jeepney_io.DBusRouter(connection) as router:
        await jeepney_io.Proxy(jeepney.message_bus, router).RequestName(NAME)
    made = Service(connection, list(abilities))
    scope = TaskScope("service")
    scope.start(made.serve(), name="serve")
    try:
        yield made
    finally:
        await scope.aclose()
        await connection.close()


@asynccontextmanager
async def desk() -> AsyncIterator[Desk]:
    made = Desk()
    scope = TaskScope("desk")
    scope.start(made.notifications.run(), name="notifications")
    try:
        yield made
    finally:
        await scope.aclose()


async def test_a_note_is_shown_replaced_and_withdrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    async with bus(monkeypatch), service("actions", "body", "body-markup") as shown, desk() as one:
        call = Note("call", "Dana Levi", "<b>Sales</b> & more", is_lasting=True)
        one.notifications.show(call)
        one.notifications.show(Note("call", "Dana Levi", "Talking"))
        one.notifications.withdraw("call")
        one.notifications.withdraw("call")
        await until(lambda: shown.closed == [41])
        assert one.refused == []
    [first, second] = shown.notes
    app, known, _icon, title, body, actions, hints, duration = first
    assert (app, known, title) == ("agent-desk", 0, "Dana Levi")
    assert body == "&lt;b&gt;Sales&lt;/b&gt; &amp; more"
    assert actions == ["default", "Show"]
    assert (hints["urgency"], duration) == (("y", 2), 0)
    assert (second[1], second[4], second[6]["urgency"], second[7]) == (41, "Talking", ("y", 1), -1)


async def test_a_plain_service_gets_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    async with bus(monkeypatch), service("body") as shown, desk() as one:
        one.notifications.show(Note("call", "A & B", "1 < 2"))
        await until(lambda: shown.notes)
    assert shown.notes[0][3:6] == ("A & B", "1 < 2", [])


async def test_a_click_comes_back_with_the_leave_to_come_forward(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with bus(monkeypatch), service("actions") as shown, desk() as one:
        one.notifications.show(Note("call", "Dana Levi"))
        one.notifications.show(Note("other", "Avi Cohen"))
        await until(lambda: len(shown.notes) == 2)
        await shown.say("ActionInvoked", "us", 7, "default")
        await shown.say("ActionInvoked", "s", "junk")
        await shown.say("ActivationToken", "us", 42, "token-1")
        await shown.say("ActionInvoked", "us", 42, "default")
        await shown.say("ActionInvoked", "us", 41, "default")
        await shown.say("NotificationClosed", "uu", 41, 2)
        await shown.say("ActionInvoked", "us", 41, "default")
        await shown.say("ActionInvoked", "us", 42, "default")
        await until(lambda: len(one.chosen) == 3)
    assert one.chosen == [("other", "token-1"), ("call", ""), ("other", "")]


async def test_without_a_service_each_note_comes_back_and_it_is_said_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "agent_desk.system.notifications")
    notes = [Note("a", "Dana Levi", "050-123-4567"), Note("b", "Avi Cohen")]
    async with bus(monkeypatch), desk() as one:
        for note in notes:
            one.notifications.show(note)
        one.notifications.withdraw("a")
        await until(lambda: one.refused == notes)
        # One that comes later is found.
        async with service() as shown:
            one.notifications.show(notes[0])
            await until(lambda: shown.notes)
    [said] = [record.getMessage() for record in caplog.records]
    assert "ServiceUnknown" in said


@pytest.mark.parametrize("address", [None, "", "tcp:host=127.0.0.1", "unix:path=/nowhere", "x"])
async def test_without_a_bus_a_note_comes_back(
    monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    async with desk() as one:
        one.notifications.show(Note("a", "Dana Levi"))
        await until(lambda: len(one.refused) == 1)


async def test_a_service_that_refuses_or_is_silent_or_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Note("a", "Dana Levi")
    async with bus(monkeypatch) as daemon, desk() as one:
        async with service() as shown:
            one.notifications.show(note)
            await until(lambda: len(shown.notes) == 1)
            shown.refuses = True
            one.notifications.show(note)
            await until(lambda: len(one.refused) == 1)
            shown.refuses, shown.is_silent = False, True
            one.notifications.show(note)
            await until(lambda: len(one.refused) == 2)
            shown.is_silent = False
            one.notifications.show(note)
            await until(lambda: len(shown.notes) == 2)
        one.notifications.withdraw("a")
        daemon.kill()
        await daemon.wait()
        one.notifications.show(note)
        await until(lambda: len(one.refused) == 3)


async def test_an_incoming_call_does_not_outlive_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with bus(monkeypatch), service() as shown:
        async with desk() as one:
            one.notifications.show(Note("missed", "Dana Levi"))
            one.notifications.show(Note("ringing", "Avi Cohen", is_lasting=True))
            one.notifications.show(Note("other", "Yael Lavi"))
            await until(lambda: len(shown.notes) == 3)
        await until(lambda: shown.closed)
    assert shown.closed == [42]


async def test_another_note_that_fails_leaves_an_incoming_call_to_be_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with bus(monkeypatch), service() as shown, desk() as one:
        one.notifications.show(Note("ringing", "Avi Cohen", is_lasting=True))
        await until(lambda: len(shown.notes) == 1)
        shown.refuses = True
        one.notifications.show(Note("missed", "Dana Levi"))
        await until(lambda: len(one.refused) == 1)
        one.notifications.withdraw("ringing")
        await until(lambda: shown.closed == [41])


async def test_it_ends_when_it_is_asked_to_whatever_is_under_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Once in a while the answer comes in the very turn in which nobody waits for it any more.
    async with bus(monkeypatch), service() as shown:
        for number in range(100):
            one = Desk()
            task = asyncio.get_running_loop().create_task(one.notifications.run())
            one.notifications.show(Note("a", "Dana Levi"))
            await shown.arrived.wait()
            shown.arrived.clear()
            for _ in range(number % 10):
                await asyncio.sleep(0)
            task.cancel()
            done, _pending = await asyncio.wait([task], timeout=5)
            assert done
            assert task.cancelled()


async def test_a_flood_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    one = Desk()
    for number in range(100):
        one.notifications.show(Note(str(number), "Dana Levi"))
        one.notifications.withdraw(str(number))
    assert one.refused


async def test_a_call_that_is_over_is_taken_away_however_much_is_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with bus(monkeypatch), service() as shown, desk() as one:
        one.notifications.show(Note("ringing", "Dana Levi", is_lasting=True))
        await until(lambda: len(shown.notes) == 1)
        while not one.refused:
            one.notifications.show(Note("missed", "Avi Cohen"))
        one.notifications.withdraw("ringing")
        await until(lambda: shown.closed == [41])


async def test_a_note_that_is_waiting_is_taken_away_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with bus(monkeypatch), service() as shown, desk() as one:
        for number in range(40):
            one.notifications.show(Note(f"missed {number}", "Avi Cohen"))
        one.notifications.show(Note("ringing", "Dana Levi", is_lasting=True))
        while not one.refused:
            one.notifications.show(Note("missed", "Avi Cohen"))
        one.notifications.withdraw("ringing")
        await until(lambda: shown.closed)
        assert shown.notes[shown.closed[0] - 41][3] == "Dana Levi"


async def test_a_call_missed_while_the_window_is_away_is_said_by_the_desktop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AGENT_DESK_PASSWORD", "secret")
    async with bus(monkeypatch), service("actions") as shown, Sandbox() as sandbox:
        options = ("--minimized", "--server", sandbox.url, "--email", "agent@example.com")
        async with Running(*options) as program:
            async with asyncio.timeout(20):
                await sandbox.wait_connected()
            async with asyncio.timeout(20):
                # A call may be over before a program that has just connected is told of any.
                while not shown.notes:
                    caller = sandbox.world.join_queue("Sales queue", "0501234567", name="Dana Levi")
                    caller.ring("SIPSIP1")
                    caller.leave("ABANDONED")
                    with suppress(TimeoutError):
                        await asyncio.wait_for(shown.arrived.wait(), 2)
            done = await program.end()
    assert (done.code, done.out, done.err) == (0, "", "")
    assert shown.notes[0][3] == "Missed call"
    assert "Dana Levi" in shown.notes[0][4]


async def test_it_works_on_the_loop_of_the_windows(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    async with bus(monkeypatch), service() as shown, desk() as one:
        one.notifications.show(Note("a", "Dana Levi"))
        await until(lambda: shown.notes)
        assert one.refused == []


def test_a_note_does_not_print_what_it_says() -> None:
    assert "050" not in repr(Note("a", "050-123-4567", "050-123-4567"))
