"""Whether the PC is locked, asked of a session manager and of screen savers over real buses."""

from __future__ import annotations

import asyncio
import ctypes
import os
import sys
from contextlib import asynccontextmanager
from ctypes import wintypes
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from agent_desk.core.tasks import TaskScope
from agent_desk.system import screen_lock, screen_lock_windows
from tests.helpers.until import until
from tests.interop.test_notifications import bus

jeepney = pytest.importorskip("jeepney", reason="Linux only")
jeepney_io = pytest.importorskip("jeepney.io.asyncio", reason="Linux only")

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from PySide6.QtWidgets import QApplication

Foreign: TypeAlias = Any  # jeepney ships no types

LOGIND = "org.freedesktop.login1"
SESSION = "org.freedesktop.login1.Session"
OWN, OTHER = "/org/freedesktop/login1/session/_31", "/org/freedesktop/login1/session/_32"
GNOME = ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver")
PLAIN = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver")


class Foreigner:
    """A service that answers exactly what it was asked rightly, and nothing else."""

    def __init__(self, connection: Foreign, *, is_locked: bool, has_process: bool) -> None:
        self._connection = connection
        self._is_locked = is_locked
        self._has_process = has_process

    async def serve(self) -> None:
        while True:
            message = await self._connection.receive()
            if message.header.message_type is jeepney.MessageType.method_call:
                await self._connection.send(self._answer(message))

    async def emit(self, path: str, interface: str, member: str, *body: Foreign) -> None:
        signature, values = body or (None, ())
        emitter = jeepney.DBusAddress(path, interface=interface)
        signal = jeepney.new_signal(emitter, member, signature, values)
        await self._connection.send(signal)

    async def hint(self, *, is_locked: bool, path: str = OWN) -> None:
        changed: tuple[object, ...] = (
            SESSION,
            {"IdleHint": ("b", True), "LockedHint": ("b", is_locked)},
            [],
        )
        properties = "org.freedesktop.DBus.Properties"
        await self.emit(path, properties, "PropertiesChanged", "sa{sv}as", changed)

    def _answer(self, message: Foreign) -> Foreign:
        fields = message.header.fields
        keys = jeepney.HeaderFields
        asked = tuple(fields.get(key) for key in (keys.path, keys.interface, keys.member))
        manager = ("/org/freedesktop/login1", f"{LOGIND}.Manager")
        if asked == (*manager, "GetSessionByPID") and self._has_process:
            return jeepney.new_method_return(message, "o", (OWN,))
        if asked == (*manager, "GetSession") and message.body == ("1",):
            return jeepney.new_method_return(message, "o", (OWN,))
        if asked == (OWN, "org.freedesktop.DBus.Properties", "Get"):
            assert message.body == (SESSION, "LockedHint")
            return jeepney.new_method_return(message, "v", (("b", self._is_locked),))
        if asked[2] == "GetActive" and asked[:2] in [(GNOME[1], GNOME[0]), (PLAIN[1], PLAIN[0])]:
            return jeepney.new_method_return(message, "b", (self._is_locked,))
        return jeepney.new_error(message, "org.freedesktop.DBus.Error.UnknownObject")


@asynccontextmanager
async def foreigner(
    name: str, *, is_locked: bool = False, has_process: bool = True
) -> AsyncIterator[Foreigner]:
    connection = await jeepney_io.open_dbus_connection()
    async with jeepney_io.DBusRouter(connection) as router:
        await jeepney_io.Proxy(jeepney.message_bus, router).RequestName(name)
    made = Foreigner(connection, is_locked=is_locked, has_process=has_process)
    scope = TaskScope("foreigner")
    scope.start(made.serve(), name="serve")
    try:
        yield made
    finally:
        await scope.aclose()
        await connection.close()


@asynccontextmanager
async def both_buses(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """One bus that is the session's and the system's."""
    async with bus(monkeypatch):
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", os.environ["DBUS_SESSION_BUS_ADDRESS"])
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        yield


@asynccontextmanager
async def told() -> AsyncIterator[list[bool]]:
    heard: list[bool] = []
    scope = TaskScope("screen lock")
    scope.start(screen_lock.follow(heard.append), name="follow")
    try:
        yield heard
    finally:
        await scope.aclose()


@pytest.mark.parametrize("is_locked", [False, True])
async def test_the_session_tells_how_it_is_and_each_change(
    monkeypatch: pytest.MonkeyPatch, *, is_locked: bool
) -> None:
    async with (
        both_buses(monkeypatch),
        foreigner(LOGIND, is_locked=is_locked) as logind,
        told() as heard,
    ):
        await until(lambda: heard == [is_locked])
        await logind.hint(is_locked=True, path=OTHER)  # somebody else at this machine
        await logind.emit(OTHER, SESSION, "Lock")
        await logind.hint(is_locked=not is_locked)
        await until(lambda: heard[1:] == [not is_locked])
        await logind.emit(OWN, SESSION, "Unlock")
        await logind.emit(OWN, SESSION, "Lock")
        await until(lambda: heard[2:] == [False, True])


async def test_a_process_of_no_session_takes_the_one_of_its_desktop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with both_buses(monkeypatch), foreigner(LOGIND, has_process=False) as logind:
        monkeypatch.setenv("XDG_SESSION_ID", "1")
        async with told() as heard:
            await until(lambda: heard == [False])
            await logind.hint(is_locked=True)
            await until(lambda: heard == [False, True])


async def test_without_a_session_manager_a_screen_saver_tells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with both_buses(monkeypatch), foreigner(GNOME[0]) as saver, told() as heard:
        await until(lambda: heard == [False])
        await saver.emit(GNOME[1], GNOME[0], "WakeUpScreen")
        await saver.emit(GNOME[1], GNOME[0], "ActiveChanged", "b", (True,))
        await until(lambda: heard[1:] == [True])
        await saver.emit(GNOME[1], GNOME[0], "ActiveChanged", "b", (False,))
        await until(lambda: heard[2:] == [False])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
async def test_where_nobody_tells_it_ends(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "agent_desk.system.screen_lock")
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    heard: list[bool] = []
    async with asyncio.timeout(10):
        await screen_lock.follow(heard.append)
    assert heard == []
    assert "screen saver" in caplog.text
    async with both_buses(monkeypatch), asyncio.timeout(10):
        await screen_lock.follow(heard.append)
    assert heard == []


class News:
    """The list of Windows, which may refuse."""

    def __init__(self, *, is_refused: bool = False) -> None:
        self._is_refused = is_refused
        self.windows: list[int] = []

    def register(self, window: int) -> bool:
        if not self._is_refused:
            self.windows.append(window)
        return not self._is_refused

    def unregister(self, window: int) -> None:
        self.windows.remove(window)


def test_messages_of_windows_about_the_session_are_picked_out() -> None:
    heard: list[bool] = []
    picked = screen_lock_windows.SessionFilter(heard.append)
    for number, parameter in ((0x02B1, 7), (0x02B1, 8), (0x02B1, 5), (0x0312, 7)):
        message = wintypes.MSG()
        message.message, message.wParam = number, parameter
        kind = b"windows_generic_MSG"
        assert picked.nativeEventFilter(kind, ctypes.addressof(message)) == (False, 0)
    assert picked.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert heard == [True, False]


async def test_windows_is_asked_for_news_of_a_window_of_ours(qapp: QApplication) -> None:
    del qapp
    news, heard = News(), list[bool]()
    scope = TaskScope("windows")
    scope.start(screen_lock_windows.follow(heard.append, news), name="follow")
    await until(lambda: heard == [False])
    assert len(news.windows) == 1
    await scope.aclose()
    assert news.windows == []
    refusing = News(is_refused=True)
    await screen_lock_windows.follow(heard.append, refusing)
    assert heard == [False]
