"""Hotkeys on a real X server, while another program's window has the keyboard."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pytest

from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem, Hotkeys, HotkeySupport
from agent_desk.core.tasks import TaskScope
from agent_desk.system.hotkeys import GlobalHotkeys
from agent_desk.system.hotkeys_x11 import X11Hotkeys
from tests.helpers.until import until
from tests.x11.desktop import desktop, missing

display = pytest.importorskip("Xlib.display", reason="Linux only")
xtest = pytest.importorskip("Xlib.ext.xtest", reason="Linux only")

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.x11.desktop import Desktop, Windows

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs an X server")

# Where keys are on a PC keyboard, as X numbers them; in French the letter M is beside the L.
CTRL, SHIFT, ALT, M, BESIDE_L = 37, 50, 64, 58, 47
PRESS, RELEASE = 2, 3
MUTE: Final = "Ctrl+Alt+M"
LONG_S, HUMAN_S = 1.0, 0.05


@pytest.fixture(autouse=True)
def _programs() -> None:
    """Skip where there is no X server or window manager; a CI run must have them."""
    absent = missing() + ([] if shutil.which("setxkbmap") else ["setxkbmap"])  # comes with xvfb
    if absent:
        reason = f"needs {', '.join(absent)}: `python3 dev.py test` installs or names them"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@dataclass
class Holder:
    """A program with hotkeys, and what it was asked for."""

    hotkeys: GlobalHotkeys
    pressed: list[HotkeyAction] = field(default_factory=list)

    def __post_init__(self) -> None:
        for action, signal in (
            (HotkeyAction.MUTE, self.hotkeys.mute_requested),
            (HotkeyAction.DESK, self.hotkeys.desk_requested),
            (HotkeyAction.DIAL, self.hotkeys.dial_requested),
        ):
            signal.connect(partial(self.pressed.append, action))

    def has_pressed(self, count: int) -> bool:
        """Whether hotkeys fired so often."""
        return len(self.pressed) == count

    async def has(self, **problems: HotkeyProblem) -> None:
        """Wait until the hotkeys stand so: those with a problem, all others in force."""
        wanted = {HotkeyAction(name): problem for name, problem in problems.items()}

        def is_so() -> bool:
            state = self.hotkeys.state
            return state.support is HotkeySupport.PROGRAM and state.problems == wanted

        await until(is_so, what=f"{wanted}, not {self.hotkeys.state}")


@asynccontextmanager
async def holder(hotkeys: Hotkeys) -> AsyncIterator[Holder]:
    """A program with these hotkeys for the length of a block."""
    made = Holder(GlobalHotkeys(X11Hotkeys()))
    scope = TaskScope("holder")
    scope.start(made.hotkeys.run(), name="hotkeys")
    made.hotkeys.set(hotkeys)
    try:
        yield made
    finally:
        await scope.aclose()


@dataclass
class Fingers:
    """Press keys by their places, whatever layout is in use."""

    x: Any  # python-xlib has no types

    def down(self, *codes: int) -> None:
        for code in codes:
            xtest.fake_input(self.x, PRESS, code)
        self.x.sync()

    def up(self, *codes: int) -> None:
        for code in reversed(codes):
            xtest.fake_input(self.x, RELEASE, code)
        self.x.sync()

    def press(self, *codes: int) -> None:
        self.down(*codes)
        self.up(*codes)


@dataclass
class Scene:
    desk: Desktop
    text: Windows
    window: int
    fingers: Fingers

    async def typed(self, words: str) -> dict[str, Any]:
        """What is in the text window once this is."""
        while True:
            known = await self.text.ask()
            if words in known["text"]:
                return known
            await asyncio.sleep(0.01)


@contextmanager
def fingers(desk: Desktop) -> Iterator[Fingers]:
    with closing(display.Display(desk.environ["DISPLAY"])) as connection:
        yield Fingers(connection)


@asynccontextmanager
async def scene(home: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    """A desktop on which another program's text window has the keyboard."""
    async with desktop(home) as desk, desk.windows("tests.x11.text_window") as text:
        monkeypatch.setenv("DISPLAY", desk.environ["DISPLAY"])
        window = (await text.answer())["window"]
        await until(lambda: desk.x.is_shown(window), what="the text window")
        await desk.do("windowactivate", str(window))
        await desk.until_active(window)
        with fingers(desk) as made:
            yield Scene(desk, text, window, made)


async def layout(desk: Desktop, *words: str) -> None:
    """Give the keyboard another layout."""
    process = await asyncio.create_subprocess_exec("setxkbmap", *words, env=desk.environ)
    assert await process.wait() == 0


async def test_a_hotkey_fires_and_the_window_keeps_the_keyboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with (
        scene(tmp_path, monkeypatch) as on,
        holder(Hotkeys(mute=MUTE, desk="F9", dial="Meta+Shift+D")) as one,
    ):
        await one.has()
        losses = (await on.text.ask())["losses"]
        activations = on.desk.x.changes("_NET_ACTIVE_WINDOW")
        await on.desk.do("type", "before ")
        await on.desk.do("key", "ctrl+alt+m", "F9", "super+shift+d")
        await on.desk.do("type", "after m d")
        known = await on.typed("after m d")
        await until(lambda: len(one.pressed) == 3)
        active, focus = on.desk.x.active(), on.desk.x.focus()
        changes = on.desk.x.changes("_NET_ACTIVE_WINDOW") - activations
    assert one.pressed == [HotkeyAction.MUTE, HotkeyAction.DESK, HotkeyAction.DIAL]
    assert known["text"] == "before after m d"
    assert (active, focus, changes) == (on.window, on.window, 0)
    assert known["losses"] == losses


async def test_it_works_on_the_loop_of_the_windows(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    async with scene(tmp_path, monkeypatch) as on, holder(Hotkeys(mute=MUTE)) as one:
        await one.has()
        for count in range(1, 4):
            on.fingers.press(CTRL, ALT, M)
            await until(partial(one.has_pressed, count))


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock", "Scroll_Lock"])
async def test_a_lock_that_is_on_makes_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    async with scene(tmp_path, monkeypatch) as on, holder(Hotkeys(mute=MUTE)) as one:
        await one.has()
        await on.desk.do("key", lock)
        on.fingers.press(CTRL, ALT, M)
        await until(lambda: one.pressed)
        # Something more held down is another combination.
        on.fingers.press(CTRL, ALT, SHIFT, M)
        on.fingers.press(CTRL, ALT, M)
        await until(lambda: len(one.pressed) == 2)


async def test_a_key_that_is_held_fires_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as on, holder(Hotkeys(mute=MUTE)) as one:
        await one.has()
        on.fingers.x.change_keyboard_control(auto_repeat_mode=1)
        on.fingers.press(M)
        on.fingers.down(M)
        await on.typed("mmm")  # it does repeat here
        on.fingers.up(M)
        on.fingers.down(CTRL, ALT, M)
        await until(lambda: one.pressed)
        await asyncio.sleep(LONG_S)
        on.fingers.up(CTRL, ALT, M)
        await asyncio.sleep(HUMAN_S)  # within the same moment it would be a repeat
        on.fingers.press(CTRL, ALT, M)
        await until(lambda: len(one.pressed) > 1)
    assert len(one.pressed) == 2


async def test_a_layout_that_is_switched_to_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as on, holder(Hotkeys(mute=MUTE)) as one:
        await one.has()
        await layout(on.desk, "us,il", "-option", "grp:alt_shift_toggle")
        on.fingers.press(CTRL, ALT, M)
        await until(lambda: len(one.pressed) == 1)
        on.fingers.press(ALT, SHIFT)
        on.fingers.press(M)
        await on.typed("צ")
        on.fingers.press(CTRL, ALT, M)
        await until(lambda: len(one.pressed) == 2)


@pytest.mark.parametrize(("name", "place"), [("il", M), ("fr", BESIDE_L), ("ru,us", M)])
async def test_a_keyboard_that_is_changed_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: int
) -> None:
    async with scene(tmp_path, monkeypatch) as on, holder(Hotkeys(mute=MUTE)) as one:
        await one.has()
        await layout(on.desk, name)
        async with asyncio.timeout(15):
            while not one.pressed:  # the server tells of it in its own time
                on.fingers.press(CTRL, ALT, place)
                await asyncio.sleep(0.01)


async def test_a_combination_of_another_program_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as on, holder(Hotkeys(desk=MUTE)) as other:
        await other.has()
        async with holder(Hotkeys(mute=MUTE, dial="Ctrl+Alt+9")) as one:
            await one.has(mute=HotkeyProblem.TAKEN)
            on.fingers.press(CTRL, ALT, M)
            await on.desk.do("key", "ctrl+alt+9")
            await until(lambda: one.pressed and other.pressed)
            assert (one.pressed, other.pressed) == ([HotkeyAction.DIAL], [HotkeyAction.DESK])
            # Given back while a person presses new keys in the settings, and kept otherwise.
            other.hotkeys.pause(is_paused=True)
            await until(lambda: other.hotkeys.state.support is HotkeySupport.PROGRAM)
            async with asyncio.timeout(15):
                while one.hotkeys.state.problems:
                    one.hotkeys.look()
                    await asyncio.sleep(0.01)
            on.fingers.press(CTRL, ALT, M)
            await until(lambda: len(one.pressed) == 2)
            other.hotkeys.pause(is_paused=False)
            await other.has(desk=HotkeyProblem.TAKEN)
    assert other.pressed == [HotkeyAction.DESK]


async def test_what_is_wrong_with_a_combination_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with (
        scene(tmp_path, monkeypatch),
        holder(Hotkeys(mute="Ctrl+Alt+F24", desk="Ctrl+C", dial="F8")) as one,
    ):
        await one.has(mute=HotkeyProblem.NO_SUCH_KEY, desk=HotkeyProblem.UNREADABLE)
        one.hotkeys.set(Hotkeys(mute="F8", dial="f8"))
        await one.has(dial=HotkeyProblem.TWICE)
        one.hotkeys.set(Hotkeys())
        await one.has()


async def test_when_the_x_server_goes_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with holder(Hotkeys()) as one:
        async with scene(tmp_path, monkeypatch):
            one.hotkeys.set(Hotkeys(mute=MUTE))
            await one.has()
        await one.has(mute=HotkeyProblem.LOST)


async def test_without_an_x_server_it_is_not_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    async with holder(Hotkeys(mute=MUTE)) as one:
        await until(lambda: one.hotkeys.state.support is HotkeySupport.NOBODY)
        assert one.hotkeys.state.problems == {}
