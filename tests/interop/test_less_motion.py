"""The wish for less motion, asked of a settings portal over a real message bus."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from agent_desk.core.tasks import TaskScope
from agent_desk.system import less_motion
from tests.helpers.until import until
from tests.interop.test_notifications import bus

jeepney = pytest.importorskip("jeepney", reason="Linux only")
jeepney_io = pytest.importorskip("jeepney.io.asyncio", reason="Linux only")

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Foreign: TypeAlias = Any  # jeepney ships no types

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
APPEARANCE = ("org.freedesktop.appearance", "reduced-motion")
GNOME = ("org.gnome.desktop.interface", "enable-animations")


class Portal:
    """Knows some settings, as variants in variants."""

    def __init__(self, connection: Foreign, known: dict[tuple[str, str], Foreign]) -> None:
        self._connection = connection
        self._known = known

    async def serve(self) -> None:
        while True:
            message = await self._connection.receive()
            if message.header.message_type is jeepney.MessageType.method_call:
                await self._connection.send(self._answer(message))

    async def change(self, wish: tuple[str, str], value: Foreign) -> None:
        emitter = jeepney.DBusAddress(PATH, bus_name=NAME, interface=SETTINGS)
        signal = jeepney.new_signal(emitter, "SettingChanged", "ssv", (*wish, value))
        await self._connection.send(signal)

    def _answer(self, message: Foreign) -> Foreign:
        fields = message.header.fields
        asked = (fields[jeepney.HeaderFields.member], message.body)
        if asked[0] == "Read" and message.body in self._known:
            return jeepney.new_method_return(message, "v", (("v", self._known[message.body]),))
        return jeepney.new_error(message, "org.freedesktop.portal.Error.NotFound")


@asynccontextmanager
async def portal(known: dict[tuple[str, str], Foreign]) -> AsyncIterator[Portal]:
    connection = await jeepney_io.open_dbus_connection()
    async with jeepney_io.DBusRouter(connection) as router:
        await jeepney_io.Proxy(jeepney.message_bus, router).RequestName(NAME)
    made = Portal(connection, known)
    scope = TaskScope("portal")
    scope.start(made.serve(), name="serve")
    try:
        yield made
    finally:
        await scope.aclose()
        await connection.close()


@asynccontextmanager
async def told() -> AsyncIterator[list[bool]]:
    heard: list[bool] = []
    scope = TaskScope("less motion")
    scope.start(less_motion.follow(heard.append), name="follow")
    try:
        yield heard
    finally:
        await scope.aclose()


@pytest.mark.parametrize(
    ("known", "is_less"),
    [
        ({GNOME: ("b", False)}, True),
        ({GNOME: ("b", True)}, False),
        ({APPEARANCE: ("u", 1), GNOME: ("b", True)}, True),
        ({APPEARANCE: ("u", 0), GNOME: ("b", False)}, False),
        ({}, False),
    ],
)
async def test_the_desktop_is_asked(
    monkeypatch: pytest.MonkeyPatch, known: dict[tuple[str, str], Foreign], *, is_less: bool
) -> None:
    async with bus(monkeypatch), portal(known), told() as heard:
        await until(lambda: len(heard) == 2)
    assert heard == [False, is_less]


async def test_a_change_of_mind_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    async with bus(monkeypatch), portal({GNOME: ("b", True)}) as desktop, told() as heard:
        await until(lambda: len(heard) == 2)
        await desktop.change(("org.gnome.desktop.interface", "font-name"), ("s", "Sans"))
        await desktop.change(GNOME, ("b", False))
        await until(lambda: heard[2:] == [True])
        await desktop.change(APPEARANCE, ("u", 0))
        await until(lambda: heard[3:] == [False])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
async def test_without_a_bus_nothing_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "agent_desk.system.less_motion")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    heard: list[bool] = []
    async with asyncio.timeout(10):
        await less_motion.follow(heard.append)
    assert heard == [False]
    assert "less motion" in caplog.text
