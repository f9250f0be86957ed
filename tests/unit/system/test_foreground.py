"""When the window in front is asked for, on which desktop, and what can be said of Windows here."""

from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.foreground import FrontSupport, FrontWindow
from agent_desk.core.tasks import TaskScope
from agent_desk.system.foreground import (
    LONGEST_TITLE,
    Foreground,
    ForegroundImpossibleError,
    NoForeground,
    foreground_backend,
)
from agent_desk.system.foreground_windows import (
    EVENT_DESTROY,
    EVENT_FOREGROUND,
    EVENT_HIDE,
    EVENT_NAME_CHANGE,
    WindowsForeground,
)
from agent_desk.system.foreground_x11 import X11Foreground
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from PySide6.QtWidgets import QApplication

    from agent_desk.system.foreground import ForegroundBackend

MAIL, FORM = FrontWindow("Inbox"), FrontWindow("Payment")


class Desktop:
    """A desktop that tells what it has in front, if it can."""

    support = FrontSupport.UNKNOWN

    def __init__(self) -> None:
        self.problem: FrontSupport | None = None
        self.watched = 0
        self.is_watched = False
        self.seen: Callable[[FrontWindow | None], None] = lambda _front: None
        self.changed: Callable[[FrontSupport], None] = lambda _support: None

    async def watch(
        self,
        seen: Callable[[FrontWindow | None], None],
        changed: Callable[[FrontSupport], None],
    ) -> FrontSupport:
        await asyncio.sleep(0)
        if self.problem is not None:
            raise ForegroundImpossibleError(self.problem)
        self.watched += 1
        self.is_watched = True
        self.seen, self.changed = seen, changed
        seen(MAIL)
        return FrontSupport.WATCHED

    async def close(self) -> None:
        self.is_watched = False


@dataclass
class Watcher:
    front: Foreground
    seen: list[FrontWindow | None]
    supports: list[FrontSupport]


@asynccontextmanager
async def watcher(backend: ForegroundBackend) -> AsyncIterator[Watcher]:
    seen: list[FrontWindow | None] = []
    supports: list[FrontSupport] = []
    made = Watcher(Foreground(backend, seen.append, supports.append), seen, supports)
    scope = TaskScope("test")
    scope.start(made.front.run(), name="front")
    try:
        yield made
    finally:
        await scope.aclose()


async def test_it_is_watched_while_that_is_wanted() -> None:
    desktop = Desktop()
    async with watcher(desktop) as one:
        await asyncio.sleep(0)
        assert not desktop.watched
        one.front.want(is_wanted=True)
        await until(lambda: one.seen == [MAIL])
        desktop.seen(FORM)
        one.front.want(is_wanted=True)
        await asyncio.sleep(0)
        one.front.want(is_wanted=False)
        await until(lambda: not desktop.is_watched)
        assert one.seen == [MAIL, FORM, None]
        one.front.want(is_wanted=False)
        await asyncio.sleep(0)
        one.front.want(is_wanted=True)
        await until(lambda: desktop.watched == 2)
        await until(lambda: one.front.support is FrontSupport.WATCHED)
    assert not desktop.is_watched
    assert one.supports == [FrontSupport.WATCHED]


async def test_why_it_cannot_be_known_is_said_once_and_tried_again() -> None:
    desktop = Desktop()
    desktop.problem = FrontSupport.NO_X_SERVER
    async with watcher(desktop) as one:
        one.front.want(is_wanted=True)
        await until(lambda: one.supports == [FrontSupport.NO_X_SERVER])
        one.front.want(is_wanted=True)
        for _ in range(3):
            await asyncio.sleep(0)
        desktop.problem = None
        one.front.want(is_wanted=True)
        await until(lambda: one.front.support is FrontSupport.WATCHED)
        desktop.changed(FrontSupport.LOST)
        assert one.front.support is FrontSupport.LOST
        one.front.want(is_wanted=True)
        await until(lambda: desktop.watched == 2)
        await until(lambda: one.front.support is FrontSupport.WATCHED)
    assert one.supports.count(FrontSupport.NO_X_SERVER) == 1


async def test_what_is_known_before_is_said_before() -> None:
    async with watcher(NoForeground(FrontSupport.WAYLAND)) as one:
        assert one.front.support is FrontSupport.WAYLAND
        one.front.want(is_wanted=True)
        for _ in range(3):
            await asyncio.sleep(0)
        assert one.supports == []


@pytest.mark.parametrize(
    ("system", "windows", "environment", "kind", "support"),
    [
        ("linux", "offscreen", {}, NoForeground, FrontSupport.NOBODY),
        ("linux", "xcb", {}, X11Foreground, FrontSupport.UNKNOWN),
        ("linux", "wayland", {"WAYLAND_DISPLAY": "w-0"}, NoForeground, FrontSupport.WAYLAND),
        ("linux", "xcb", {"XDG_SESSION_TYPE": "wayland"}, NoForeground, FrontSupport.WAYLAND),
        ("darwin", "cocoa", {}, NoForeground, FrontSupport.MACOS),
    ],
)
def test_each_desktop_has_its_way(
    system: str,
    windows: str,
    environment: dict[str, str],
    kind: type,
    support: FrontSupport,
) -> None:
    backend = foreground_backend(system=system, windows=windows, environment=environment)
    assert type(backend) is kind
    assert backend.support is support


def test_tests_have_no_window_in_front(qapp: QApplication) -> None:
    del qapp
    assert foreground_backend().support is FrontSupport.NOBODY


def test_a_title_is_not_in_what_is_printed_of_a_window() -> None:
    assert "Payment" not in repr(FORM)


# --------------------------------------------------------------------------------------- Windows


@dataclass
class Table:
    """Windows that Windows might have."""

    titles: dict[int, str] = field(default_factory=lambda: {7: "Inbox", 8: "Payment", 9: "Desk"})
    owners: dict[int, tuple[int, int]] = field(
        default_factory=lambda: {7: (1, 70), 8: (2, 80), 9: (os.getpid(), 90)}
    )
    now: int = 7
    hooks: dict[int, tuple[int, int, Callable[[int], None]]] = field(default_factory=dict)
    made: int = 0
    may_hook: bool = True

    def front(self) -> int:
        return self.now

    def title(self, window: int) -> str:
        return self.titles.get(window, "")

    def owner(self, window: int) -> tuple[int, int]:
        return self.owners.get(window, (0, 0))

    def is_shown(self, window: int) -> bool:
        return window in self.titles

    def hook(self, event: int, thread: int, called: Callable[[int], None]) -> int:
        if not self.may_hook:
            return 0
        self.made += 1
        self.hooks[self.made] = (event, thread, called)
        return self.made

    def unhook(self, hook: int) -> None:
        del self.hooks[hook]

    def happen(self, event: int, window: int) -> None:
        thread = self.owner(window)[1]
        for wanted, of, called in list(self.hooks.values()):
            if wanted == event and of in (0, thread):
                called(window)

    @property
    def hooked(self) -> list[tuple[int, int]]:
        return sorted((event, thread) for event, thread, _called in self.hooks.values())


def hooks_of(*threads: int) -> list[tuple[int, int]]:
    events = (EVENT_NAME_CHANGE, EVENT_DESTROY, EVENT_HIDE)
    own = [(event, thread) for event in events for thread in threads]
    return sorted([(EVENT_FOREGROUND, 0), *own])


async def test_windows_tells_of_the_window_in_front_and_its_title() -> None:
    table, seen = Table(), list[FrontWindow | None]()
    front = WindowsForeground(table)
    assert await front.watch(seen.append, lambda _support: None) is FrontSupport.WATCHED
    assert table.hooked == hooks_of(70)
    table.happen(EVENT_FOREGROUND, 8)
    table.happen(EVENT_NAME_CHANGE, 8)
    table.titles[8] = "Receipt"
    table.happen(EVENT_NAME_CHANGE, 8)
    table.titles[7] = "Sent"
    table.happen(EVENT_NAME_CHANGE, 7)
    table.owners[10], table.titles[10] = (2, 80), "Child"
    table.happen(EVENT_NAME_CHANGE, 10)
    table.happen(EVENT_FOREGROUND, 9)
    assert seen == [
        MAIL,
        FORM,
        FrontWindow("Receipt"),
        FrontWindow("Desk", is_ours=True, behind="Receipt"),
    ]
    assert table.hooked == hooks_of(80, 90)
    table.titles[8] = "x" * 5000
    table.happen(EVENT_FOREGROUND, 8)
    assert seen[-1] == FrontWindow("x" * LONGEST_TITLE)
    table.happen(EVENT_FOREGROUND, 99)  # gone meanwhile
    assert seen[-1] == FrontWindow("")
    await front.close()
    assert table.hooks == {}


@pytest.mark.parametrize("event", [EVENT_DESTROY, EVENT_HIDE])
async def test_windows_tells_of_what_becomes_of_the_window_behind_ours(event: int) -> None:
    table, seen = Table(), list[FrontWindow | None]()
    front = WindowsForeground(table)
    await front.watch(seen.append, lambda _support: None)
    table.happen(EVENT_FOREGROUND, 8)
    table.happen(EVENT_FOREGROUND, 9)
    assert seen[-1] == FrontWindow("Desk", is_ours=True, behind="Payment")
    table.titles[8] = "Receipt"
    table.happen(EVENT_NAME_CHANGE, 8)
    assert seen[-1] == FrontWindow("Desk", is_ours=True, behind="Receipt")
    del table.titles[8]
    table.happen(event, 8)
    assert seen[-1] == FrontWindow("Desk", is_ours=True)
    await front.close()
    assert table.hooks == {}


async def test_windows_may_have_nothing_in_front_or_refuse() -> None:
    table, seen = Table(now=0), list[FrontWindow | None]()
    front = WindowsForeground(table)
    await front.watch(seen.append, lambda _support: None)
    table.happen(EVENT_FOREGROUND, 8)
    assert seen == [FrontWindow(""), FORM]
    table.may_hook = False
    with pytest.raises(ForegroundImpossibleError):
        await front.watch(seen.append, lambda _support: None)
    assert table.hooks == {}
