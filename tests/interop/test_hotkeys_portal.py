"""Hotkeys over a real message bus, from a portal as strict about types as desktops are."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem, Hotkeys, HotkeyState, HotkeySupport
from agent_desk.core.tasks import TaskScope
from agent_desk.system.hotkeys import GlobalHotkeys
from agent_desk.system.hotkeys_portal import PortalHotkeys
from tests.helpers.until import until

jeepney = pytest.importorskip("jeepney", reason="Linux only")
jeepney_io = pytest.importorskip("jeepney.io.asyncio", reason="Linux only")

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from PySide6.QtWidgets import QApplication

Foreign: TypeAlias = Any  # jeepney ships no types

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REQUEST = "org.freedesktop.portal.Request"
SESSION = "org.freedesktop.portal.Session"
TITLES = {action: f"title of {action.value}" for action in HotkeyAction}
MUTE, DESK, DIAL = HotkeyAction.MUTE, HotkeyAction.DESK, HotkeyAction.DIAL


class Portal:
    """Gives every key that is asked for, unless it ``refuses``; ``answers`` False: asks on."""

    def __init__(self, connection: Foreign) -> None:
        self.names: list[str] = []
        self.sessions: list[str] = []
        self.bound: list[dict[str, dict[str, Any]]] = []
        self.has_shortcuts = True
        self.takes_names = True
        self.refuses: set[str] = set()
        self.says_no = False
        self.answers = True
        self._peer = ""
        self._connection = connection

    async def serve(self) -> None:
        while True:
            message = await self._connection.receive()
            if message.header.message_type is jeepney.MessageType.method_call:
                self._peer = message.header.fields[jeepney.HeaderFields.sender]
                await self._answer(message)

    async def _answer(self, message: Foreign) -> None:
        fields = jeepney.HeaderFields
        heard = message.header.fields
        signature = heard.get(fields.signature, "")
        match heard[fields.interface], heard[fields.member], signature:
            case "org.freedesktop.host.portal.Registry", "Register", "sa{sv}" if self.takes_names:
                self.names.append(message.body[0])
                await self._connection.send(jeepney.new_method_return(message))
            case "org.freedesktop.DBus.Properties", "Get", "ss" if self.has_shortcuts:
                assert message.body == (SHORTCUTS, "version")
                await self._connection.send(
                    jeepney.new_method_return(message, "v", (("u", 1),)),
                )
            case interface, "CreateSession", "a{sv}" if interface == SHORTCUTS:
                [options] = message.body
                session = f"{PATH}/session/x/{options['session_handle_token'][1]}"
                self.sessions.append(session)
                await self._respond(message, options, {"session_handle": ("s", session)})
            case interface, "BindShortcuts", "oa(sa{sv})sa{sv}" if interface == SHORTCUTS:
                session, shortcuts, parent, options = message.body
                assert (session, parent) == (self.sessions[-1], "")
                self.bound.append(dict(shortcuts))
                given = [
                    (name, {"trigger_description": ("s", f"Press {about['preferred_trigger'][1]}")})
                    for name, about in shortcuts
                    if name not in self.refuses
                ]
                if self.answers:
                    results = {"shortcuts": ("a(sa{sv})", given)}
                    await self._respond(message, options, results, code=int(self.says_no))
            case _:
                error = "org.freedesktop.DBus.Error.UnknownMethod"
                await self._connection.send(jeepney.new_error(message, error))

    async def _respond(
        self, message: Foreign, options: Foreign, results: dict[str, Any], *, code: int = 0
    ) -> None:
        sender = self._peer.removeprefix(":").replace(".", "_")
        handle = f"{PATH}/request/{sender}/{options['handle_token'][1]}"
        # Before the call returns, as a quick portal may.
        await self.say(handle, REQUEST, "Response", "ua{sv}", code, results)
        await self._connection.send(jeepney.new_method_return(message, "o", (handle,)))

    async def say(
        self, path: str, interface: str, member: str, signature: str, *body: object
    ) -> None:
        """A signal for nobody but whoever asked last."""
        emitter = jeepney.DBusAddress(path, bus_name=NAME, interface=interface)
        message = jeepney.new_signal(emitter, member, signature or None, body)
        message.header.fields[jeepney.HeaderFields.destination] = self._peer
        await self._connection.send(message)

    async def press(self, name: str, session: str = "") -> None:
        """The person presses the key for ``name``."""
        body: tuple[Any, ...] = (session or self.sessions[-1], name, 17, {})
        await self.say(PATH, SHORTCUTS, "Activated", "osta{sv}", *body)


@asynccontextmanager
async def bus(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
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
        yield
    finally:
        process.kill()
        await process.communicate()


@asynccontextmanager
async def portal() -> AsyncIterator[Portal]:
    connection = await jeepney_io.open_dbus_connection()
    async with jeepney_io.DBusRouter(connection) as router:
        await jeepney_io.Proxy(jeepney.message_bus, router).RequestName(NAME)
    made = Portal(connection)
    scope = TaskScope("portal")
    scope.start(made.serve(), name="serve")
    try:
        yield made
    finally:
        await scope.aclose()
        await connection.close()


class Holder:
    """A program with hotkeys, and what it was asked for."""

    def __init__(self) -> None:
        self.hotkeys = GlobalHotkeys(PortalHotkeys(TITLES))
        self.pressed: list[str] = []
        self.states: list[HotkeyState] = []
        self.hotkeys.mute_requested.connect(lambda: self.pressed.append("mute"))
        self.hotkeys.desk_requested.connect(lambda: self.pressed.append("desk"))
        self.hotkeys.changed.connect(self.states.append)

    async def stands(self, **problems: HotkeyProblem) -> HotkeyState:
        """Wait until the desktop has answered with those problems."""
        wanted = {HotkeyAction(name): problem for name, problem in problems.items()}

        def state() -> HotkeyState | None:
            now = self.hotkeys.state
            is_so = now.support is HotkeySupport.DESKTOP and now.problems == wanted
            return now if is_so and not now.is_asking else None

        found = await until(state, what=f"{wanted}")
        assert found is not None
        return found


@asynccontextmanager
async def holder(hotkeys: Hotkeys) -> AsyncIterator[Holder]:
    made = Holder()
    scope = TaskScope("holder")
    scope.start(made.hotkeys.run(), name="hotkeys")
    made.hotkeys.set(hotkeys)
    try:
        yield made
    finally:
        await scope.aclose()


async def test_the_desktop_gives_keys_and_they_fire(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Hotkeys(mute="Ctrl+Alt+M", desk="Meta+Shift+PgUp")
    async with bus(monkeypatch), portal() as given, holder(wanted) as one:
        state = await one.stands()
        await given.press("mute")
        await given.press("mute", f"{PATH}/session/x/somebody_elses")
        await given.press("nonsense")
        await given.press("desk")
        await until(lambda: len(one.pressed) == 2)
        others = [("desk", {}), ("mute", {"trigger_description": ("s", "F7")})]
        body = (given.sessions[-1], others)
        await given.say(PATH, SHORTCUTS, "ShortcutsChanged", "oa(sa{sv})", *body)
        await until(lambda: one.hotkeys.state.triggers == {MUTE: "F7"})
    assert one.pressed == ["mute", "desk"]
    assert state.triggers == {MUTE: "Press CTRL+ALT+m", DESK: "Press SHIFT+LOGO+Prior"}
    assert given.names == ["agent-desk"]
    [bound] = given.bound
    assert bound["mute"] == {
        "description": ("s", "title of mute"),
        "preferred_trigger": ("s", "CTRL+ALT+m"),
    }
    assert [each.is_asking for each in one.states][:2] == [True, False]


async def test_what_the_person_does_not_allow_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async with bus(monkeypatch), portal() as given:
        given.refuses = {"dial"}
        async with holder(Hotkeys(mute="F9", dial="F10")) as one:
            await one.stands(dial=HotkeyProblem.NOT_GRANTED)
            given.says_no = True
            one.hotkeys.set(Hotkeys(mute="F9"))
            await one.stands(mute=HotkeyProblem.NOT_GRANTED)
            # Another choice is another session: one binds once.
            assert len(set(given.sessions)) == 2


async def test_a_person_may_take_their_time_and_choose_otherwise_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with bus(monkeypatch), portal() as given:
        given.answers = False
        async with holder(Hotkeys(mute="F9")) as one:
            await until(lambda: one.hotkeys.state.is_asking)
            given.answers = True
            one.hotkeys.set(Hotkeys(mute="F10"))
            state = await one.stands()
    assert state.triggers == {MUTE: "Press F10"}


@pytest.mark.parametrize("way", ["closed", "gone"])
async def test_keys_that_the_desktop_takes_back_are_said_and_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    async with bus(monkeypatch), holder(Hotkeys()) as one:
        async with portal() as given:
            one.hotkeys.set(Hotkeys(mute="F9"))
            await one.stands()
            if way == "closed":
                await given.say(given.sessions[-1], SESSION, "Closed", "a{sv}", {})
                await one.stands(mute=HotkeyProblem.LOST)
        await one.stands(mute=HotkeyProblem.LOST)
        async with portal():
            one.hotkeys.look()
            await one.stands()


async def test_without_a_bus_it_is_not_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    async with holder(Hotkeys(mute="F9")) as one:
        await until(lambda: one.hotkeys.state.support is HotkeySupport.NOBODY)


async def test_a_desktop_that_learns_it_later_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    async with bus(monkeypatch), holder(Hotkeys()) as one:
        one.hotkeys.look()
        await until(lambda: one.hotkeys.state.support is HotkeySupport.NOBODY)
        async with portal() as given:
            given.has_shortcuts = False
            one.hotkeys.set(Hotkeys(mute="F9"))
            await until(lambda: given.names)
            assert one.hotkeys.state.support is HotkeySupport.NOBODY
            given.has_shortcuts = True
            one.hotkeys.look()
            await one.stands()


async def test_an_older_portal_needs_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    async with bus(monkeypatch), portal() as given:
        given.takes_names = False
        async with holder(Hotkeys(mute="F9")) as one:
            await one.stands()
    assert given.names == []


async def test_it_works_on_the_loop_of_the_windows(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    async with bus(monkeypatch), portal() as given, holder(Hotkeys(mute="F9")) as one:
        await one.stands()
        await given.press("mute")
        await until(lambda: one.pressed)
