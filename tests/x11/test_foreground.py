"""The window in front on a real X server: which it is, its title, what the guard makes of it."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.core.clock import SystemClock
from agent_desk.core.foreground import FrontSupport, FrontWindow
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.card import Card, TitleSource
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.guard_settings import GuardSettings
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import CallKey, Direction, Phase
from agent_desk.guard_outside import GuardOutside
from agent_desk.system.directories import Directories
from agent_desk.system.foreground import LONGEST_TITLE, Foreground
from agent_desk.system.foreground_x11 import X11Foreground
from tests.helpers.until import until
from tests.x11.desktop import desktop, missing

xlib = pytest.importorskip("Xlib.display", reason="Linux only")
X = pytest.importorskip("Xlib.X", reason="Linux only")
Xatom = pytest.importorskip("Xlib.Xatom", reason="Linux only")

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.x11.desktop import Desktop

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs an X server")

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
    guard=GuardView(GuardState.RECORDING),
    why=(),
    elapsed_from=0.0,
    started_at=None,
)


@pytest.fixture(autouse=True)
def _programs() -> None:
    """Skip where there is no X server or window manager; a CI run must have them."""
    if absent := missing():
        reason = f"needs {', '.join(absent)}: `python3 dev.py test` installs or names them"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@dataclass
class Scene:
    """A desktop with windows of any title, made without a toolkit."""

    desk: Desktop
    x: Any  # python-xlib has no types
    seen: list[FrontWindow | None] = field(default_factory=list)
    supports: list[FrontSupport] = field(default_factory=list)

    async def window(self, title: str, pid: int = 1) -> Any:  # noqa: ANN401 - no types
        """A window that is in front once this returns."""
        root = self.x.screen().root
        made = root.create_window(0, 0, 300, 200, 0, X.CopyFromParent)
        self.name(made, title)
        made.change_property(self.x.intern_atom("_NET_WM_PID"), Xatom.CARDINAL, 32, [pid])

        def is_shown() -> bool:
            made.map()  # a window manager that is just starting misses the first wish
            self.x.sync()
            return self.desk.x.is_shown(made.id)

        await until(is_shown, what="a window")
        await self.desk.until_active(made.id)
        return made

    async def raise_(self, window: Any) -> None:  # noqa: ANN401 - no types
        await self.desk.do("windowactivate", str(window.id))
        await self.desk.until_active(window.id)

    def name(self, window: Any, title: str) -> None:  # noqa: ANN401 - no types
        kind = self.x.intern_atom("UTF8_STRING")
        window.change_property(self.x.intern_atom("_NET_WM_NAME"), kind, 8, title.encode())
        self.x.sync()

    async def until_seen(self, front: FrontWindow | None) -> None:
        await until(lambda: self.seen and self.seen[-1] == front, what=f"{len(self.seen)} seen")

    async def until_support(self, support: FrontSupport) -> None:
        await until(lambda: self.supports and self.supports[-1] is support, what=support.value)


@asynccontextmanager
async def scene(home: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    async with desktop(home) as desk:
        monkeypatch.setenv("DISPLAY", desk.environ["DISPLAY"])
        with closing(xlib.Display(desk.environ["DISPLAY"])) as connection:
            yield Scene(desk, connection)


@asynccontextmanager
async def watched(home: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    async with scene(home, monkeypatch) as on:
        front = Foreground(X11Foreground(), on.seen.append, on.supports.append)
        scope = TaskScope("test")
        scope.start(front.run(), name="front")
        front.want(is_wanted=True)
        try:
            await on.until_support(FrontSupport.WATCHED)
            yield on
        finally:
            await scope.aclose()


async def test_the_window_in_front_and_its_title_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with watched(tmp_path, monkeypatch) as on:
        mail = await on.window("Inbox")
        await on.until_seen(FrontWindow("Inbox"))
        ours = await on.window("Desk", os.getpid())
        await on.until_seen(FrontWindow("Desk", is_ours=True, behind="Inbox"))
        on.name(mail, "Sent")
        await on.until_seen(FrontWindow("Desk", is_ours=True, behind="Sent"))
        await on.raise_(mail)
        await on.until_seen(FrontWindow("Sent"))
        on.name(mail, "תשלום מאובטח")
        await on.until_seen(FrontWindow("תשלום מאובטח"))
        count = len(on.seen)
        on.name(ours, "Other")
        on.name(mail, "תשלום מאובטח")
        mail.delete_property(on.x.intern_atom("_NET_WM_NAME"))
        mail.set_wm_name("Old style")
        on.x.sync()
        await on.until_seen(FrontWindow("Old style"))
        assert FrontWindow("Other") not in on.seen[count:]
        mail.destroy()
        on.x.sync()
        await on.until_seen(FrontWindow("Other", is_ours=True))
        ours.destroy()
        on.x.sync()
        await on.until_seen(FrontWindow(""))


async def test_a_hostile_title_is_cut_and_a_busy_one_read_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with watched(tmp_path, monkeypatch) as on:
        mail = await on.window("Inbox")
        await on.until_seen(FrontWindow("Inbox"))
        on.name(mail, "é\0\u202e" * 40_000)
        await until(lambda: on.seen[-1] != FrontWindow("Inbox"))
        last = on.seen[-1]
        assert last is not None
        assert 0 < len(last.title) <= LONGEST_TITLE
        count = len(on.seen)
        loop = asyncio.get_running_loop()
        began = loop.time()
        for at in range(500):
            on.name(mail, f"{at} %")
            await asyncio.sleep(0)
        await on.until_seen(FrontWindow("499 %"))
        assert len(on.seen) - count <= (loop.time() - began) / 0.1 + 3


async def test_a_desktop_that_says_no_more_which_it_is_and_then_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with watched(tmp_path, monkeypatch) as on:
        await on.window("Inbox")
        await on.until_seen(FrontWindow("Inbox"))
        for name in ("_NET_SUPPORTED", "_NET_ACTIVE_WINDOW"):
            on.x.screen().root.delete_property(on.x.intern_atom(name))
        on.x.sync()
        await on.until_support(FrontSupport.NO_WINDOW_MANAGER)
        await on.until_seen(None)
        await on.window("Other")
        await on.until_seen(FrontWindow("Other"))
        await on.until_support(FrontSupport.WATCHED)


async def test_when_the_x_server_goes_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[FrontWindow | None] = []
    supports: list[FrontSupport] = []
    front = Foreground(X11Foreground(), seen.append, supports.append)
    scope = TaskScope("test")
    scope.start(front.run(), name="front")
    front.want(is_wanted=True)
    monkeypatch.delenv("DISPLAY", raising=False)
    await until(lambda: supports == [FrontSupport.NO_X_SERVER])
    async with desktop(tmp_path) as desk:
        monkeypatch.setenv("DISPLAY", desk.environ["DISPLAY"])
        front.want(is_wanted=True)
        await until(lambda: FrontSupport.WATCHED in supports)
    await until(lambda: supports[-1] is FrontSupport.LOST)
    assert seen[-1] is None
    await scope.aclose()


async def test_a_window_that_comes_in_front_mutes_until_it_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, bool, MuteTrigger]] = []
    guard: GuardOutside

    def mute(key: CallKey, *, muted: bool, trigger: MuteTrigger) -> None:
        asked.append((key.call_id, muted, trigger))
        state = GuardState.MUTED if muted else GuardState.RECORDING
        guard.follow((replace(CALL, guard=GuardView(state)),))

    async with scene(tmp_path, monkeypatch) as on:
        guard = GuardOutside(
            SystemClock(), Directories.below(tmp_path), mute, backend=X11Foreground()
        )
        guard.follow((CALL,))
        guard.set_settings(GuardSettings(title_patterns=("*payment*",)))
        scope = TaskScope("test")
        scope.start(guard.run(), name="guard")
        try:
            await until(lambda: guard.reach.front is FrontSupport.WATCHED)
            mail = await on.window("Inbox")
            ours = await on.window("Payment desk", os.getpid())
            form = await on.window("Customer - Browser")
            assert asked == []
            on.name(form, "Secure payment - Browser")
            await until(lambda: asked == [("c1", True, MuteTrigger.RULE)])
            await on.raise_(ours)
            await on.raise_(mail)
            await on.raise_(form)
            await on.raise_(ours)
            assert len(asked) == 1
            await on.raise_(mail)
            await until(lambda: asked[1:] == [("c1", False, MuteTrigger.RULE)])
            await on.raise_(ours)
            await on.raise_(form)
            await until(lambda: len(asked) == 3)
            form.destroy()  # and the window manager gives the keyboard to ours
            on.x.sync()
            await on.desk.until_active(ours.id)
            await until(lambda: asked[3:] == [("c1", False, MuteTrigger.RULE)])
        finally:
            await scope.aclose()
