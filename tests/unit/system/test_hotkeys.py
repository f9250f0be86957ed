"""Who gets which keys, whatever system gives them; and what can be said of Windows from here."""

from __future__ import annotations

import asyncio
import ctypes
from contextlib import asynccontextmanager
from ctypes import wintypes
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.combinations import KEYS, Combination
from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem, Hotkeys, HotkeyState, HotkeySupport
from agent_desk.core.tasks import TaskScope
from agent_desk.system.hotkeys import (
    GlobalHotkeys,
    HotkeysImpossibleError,
    NoHotkeys,
    hotkey_backend,
)
from agent_desk.system.hotkeys_portal import PortalHotkeys
from agent_desk.system.hotkeys_windows import VIRTUAL_KEYS, HotkeyFilter, WindowsHotkeys
from agent_desk.system.hotkeys_x11 import X11Hotkeys
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from PySide6.QtWidgets import QApplication

    from agent_desk.system.hotkeys import HotkeyBackend

WM_HOTKEY = 0x0312


class Desktop:
    """A desktop that asks a person, who may take their time."""

    support = HotkeySupport.DESKTOP

    def __init__(self, *, is_quick: bool = True) -> None:
        self.asked: list[dict[HotkeyAction, str]] = []
        self.answer = asyncio.Event()
        self.problems: dict[HotkeyAction, HotkeyProblem] = {}
        self.is_possible = True
        self.is_closed = False
        self.fired: Callable[[HotkeyAction], None] = lambda _action: None
        self.changed: Callable[[HotkeyState], None] = lambda _state: None
        if is_quick:
            self.answer.set()

    async def bind(
        self,
        wanted: Mapping[HotkeyAction, Combination],
        fired: Callable[[HotkeyAction], None],
        changed: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        self.fired, self.changed = fired, changed
        self.asked.append({action: str(keys) for action, keys in wanted.items()})
        if not self.is_possible:
            msg = "not here"
            raise HotkeysImpossibleError(msg)
        changed(HotkeyState(self.support, is_asking=True))
        await self.answer.wait()
        return HotkeyState(self.support, self.problems)

    async def close(self) -> None:
        self.is_closed = True


@asynccontextmanager
async def serving(backend: HotkeyBackend) -> AsyncIterator[GlobalHotkeys]:
    hotkeys = GlobalHotkeys(backend)
    scope = TaskScope("test")
    scope.start(hotkeys.run(), name="hotkeys")
    try:
        yield hotkeys
    finally:
        await scope.aclose()


async def test_without_a_hotkey_nothing_is_asked_until_somebody_looks() -> None:
    desktop = Desktop()
    async with serving(desktop) as hotkeys:
        hotkeys.set(Hotkeys(mute="nonsense"))
        await until(lambda: hotkeys.state.problems)
        assert (desktop.asked, hotkeys.state.support) == ([], HotkeySupport.UNKNOWN)
        hotkeys.look()
        await until(lambda: hotkeys.state.support is HotkeySupport.DESKTOP)
        hotkeys.look()
        hotkeys.set(Hotkeys())
        await until(lambda: not hotkeys.state.problems)
    assert desktop.asked == [{}]
    assert desktop.is_closed


async def test_the_same_keys_are_asked_for_once() -> None:
    desktop = Desktop()
    async with serving(desktop) as hotkeys:
        for written in ("Ctrl+Alt+M", "ctrl+alt+m", "Alt+Ctrl+M", "F9"):
            hotkeys.set(Hotkeys(mute=written))
            await until(lambda: desktop.asked and not hotkeys.state.is_asking)
        await until(lambda: len(desktop.asked) == 2)
    keys = [asked[HotkeyAction.MUTE] for asked in desktop.asked]
    assert keys == ["Ctrl+Alt+M", "F9"]


async def test_another_choice_does_not_wait_for_the_answer_about_the_first() -> None:
    desktop = Desktop(is_quick=False)
    async with serving(desktop) as hotkeys:
        hotkeys.set(Hotkeys(mute="F9"))
        await until(lambda: hotkeys.state.is_asking)
        hotkeys.set(Hotkeys())
        await until(lambda: len(desktop.asked) == 2)
        desktop.answer.set()
        await until(lambda: not hotkeys.state.is_asking)
    assert desktop.asked[1] == {}


async def test_pressing_new_keys_neither_fires_nor_asks_the_person_again() -> None:
    desktop = Desktop()
    async with serving(desktop) as hotkeys:
        heard: list[str] = []
        hotkeys.mute_requested.connect(lambda: heard.append("mute"))
        hotkeys.desk_requested.connect(lambda: heard.append("desk"))
        hotkeys.dial_requested.connect(lambda: heard.append("dial"))
        hotkeys.set(Hotkeys(mute="F9", desk="F10", dial="F12"))
        await until(lambda: desktop.asked)
        for action in HotkeyAction:
            desktop.fired(action)
        hotkeys.pause(is_paused=True)
        desktop.fired(HotkeyAction.MUTE)
        hotkeys.pause(is_paused=False)
        desktop.fired(HotkeyAction.MUTE)
    assert heard == ["mute", "desk", "dial", "mute"]
    assert len(desktop.asked) == 1


async def test_keys_that_were_lost_are_asked_for_when_somebody_looks() -> None:
    desktop = Desktop()
    async with serving(desktop) as hotkeys:
        hotkeys.set(Hotkeys(mute="F9"))
        await until(lambda: hotkeys.state.support is HotkeySupport.DESKTOP)
        lost = {HotkeyAction.MUTE: HotkeyProblem.LOST}
        await until(lambda: not hotkeys.state.is_asking)
        desktop.changed(HotkeyState(HotkeySupport.DESKTOP, lost))
        assert hotkeys.state.problems == lost
        hotkeys.look()
        await until(lambda: not hotkeys.state.problems and not hotkeys.state.is_asking)
    assert len(desktop.asked) == 2


async def test_where_there_is_no_way_it_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "agent_desk.system.hotkeys")
    desktop = Desktop()
    desktop.is_possible = False
    async with serving(desktop) as hotkeys:
        hotkeys.set(Hotkeys(mute="F9"))
        await until(lambda: hotkeys.state.support is HotkeySupport.NOBODY)
        hotkeys.look()
        await until(lambda: len(desktop.asked) == 2)
    assert len(caplog.records) == 1


def test_a_desktop_that_nobody_sees_gives_no_keys(qapp: QApplication) -> None:
    del qapp
    assert isinstance(hotkey_backend({}), NoHotkeys)


@pytest.mark.parametrize(
    ("system", "windows", "environment", "kind"),
    [
        ("linux", "xcb", {"DISPLAY": ":0"}, X11Hotkeys),
        ("linux", "wayland", {"WAYLAND_DISPLAY": "wayland-0"}, PortalHotkeys),
        # The X server inside a Wayland desktop hears the keys of its own windows only.
        ("linux", "xcb", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, PortalHotkeys),
        ("darwin", "cocoa", {}, NoHotkeys),
    ],
)
def test_each_desktop_has_its_way(
    system: str, windows: str, environment: dict[str, str], kind: type
) -> None:
    found = hotkey_backend({}, system=system, windows=windows, environment=environment)
    assert type(found) is kind


async def test_where_there_is_no_way_a_hotkey_changes_nothing() -> None:
    async with serving(NoHotkeys()) as hotkeys:
        hotkeys.set(Hotkeys(mute="F9"))
        await until(lambda: hotkeys.state.support is HotkeySupport.NOBODY)


class Table:
    """The list of hotkeys of a Windows where Alt+F9 is somebody else's."""

    def __init__(self) -> None:
        self.held: dict[int, tuple[int, int]] = {}

    def register(self, number: int, modifiers: int, key: int) -> bool:
        is_free = (modifiers, key) != (0x4001, 0x78)
        if is_free:
            self.held[number] = (modifiers, key)
        return is_free

    def unregister(self, number: int) -> None:
        del self.held[number]


def _combinations(**written: str) -> dict[HotkeyAction, Combination]:
    found = {HotkeyAction(name): Combination.read(keys) for name, keys in written.items()}
    return {action: keys for action, keys in found.items() if keys is not None}


async def test_windows_is_asked_for_the_keys_without_repeats(qapp: QApplication) -> None:
    del qapp
    table, fired = Table(), list[HotkeyAction]()
    windows = WindowsHotkeys(table)
    wanted = _combinations(mute="Ctrl+Alt+M", desk="Alt+F9", dial="Meta+Shift+/")
    state = await windows.bind(wanted, fired.append, lambda _state: None)
    assert state.problems == {HotkeyAction.DESK: HotkeyProblem.TAKEN}
    assert sorted(table.held.values()) == [(0x4003, 0x4D), (0x400C, 0xBF)]
    await windows.bind({}, fired.append, lambda _state: None)
    assert table.held == {}


def test_only_messages_of_hotkeys_are_taken() -> None:
    pressed: list[int] = []

    def press(number: int) -> bool:
        pressed.append(number)
        return number == 7

    watch = HotkeyFilter(press)

    def say(kind: bytes, message: int, number: int) -> bool:
        said = wintypes.MSG()
        said.message, said.wParam = message, number
        return watch.nativeEventFilter(kind, ctypes.addressof(said))[0]

    assert say(b"windows_dispatcher_MSG", WM_HOTKEY, 7)
    assert not say(b"windows_generic_MSG", WM_HOTKEY, 8)
    assert not say(b"windows_dispatcher_MSG", 0x0100, 7)
    assert not say(b"xcb_generic_event_t", WM_HOTKEY, 7)
    assert pressed == [7, 8]


def test_windows_has_a_code_for_every_key() -> None:
    assert VIRTUAL_KEYS.keys() == KEYS.keys()
    assert len(set(VIRTUAL_KEYS.values())) == len(KEYS)
