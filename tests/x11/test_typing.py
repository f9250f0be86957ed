"""A person types in another program's window while calls come and go: no key is lost."""

from __future__ import annotations

import asyncio
import os
import random
import string
import sys
import time
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import pytest

from agent_desk.core.tasks import TaskScope
from tests.helpers.figures import show
from tests.helpers.until import AwakeTime, until
from tests.x11.desktop import SIZE, desktop, missing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.x11.desktop import Desktop, Windows

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs an X server")

POPS: Final = 1_000
_MOST_AT_ONCE: Final = 4
_SAMPLE_S: Final = 0.002
_KEY_MS: Final = 4
_PAUSE_S: Final = 1.2
_CHUNK: Final = 250
_PATIENCE_S: Final = 5
_HEIGHT: Final = SIZE[1]
_READS: Final = 1_000
_MINIMISED_AT: Final = 200
_FULL_FROM, _FULL_TO = 250, 300
_LETTERS: Final = f" {string.ascii_letters} {string.digits} .,;:!?'()-+=/@#%&* "


@pytest.fixture(autouse=True)
def _programs() -> None:
    """Skip where there is no X server or window manager; a CI run must have them."""
    if absent := missing():
        reason = f"needs {', '.join(absent)}: `python3 dev.py test` installs or names them"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@dataclass
class Watch:
    """What was seen of the keyboard, every two milliseconds."""

    desktop: Desktop
    active: Counter[int] = field(default_factory=Counter)
    focus: Counter[int] = field(default_factory=Counter)

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            self.active[self.desktop.x.active()] += 1
            self.focus[self.desktop.x.focus()] += 1
            await asyncio.sleep(_SAMPLE_S)


@dataclass
class Typist:
    """Types a known text for as long as it is wanted."""

    desktop: Desktop
    chance: random.Random
    typed: str = ""
    has_to_stop: bool = False

    async def run(self) -> None:
        """Type, a piece at a time; whoever stops this waits for the last piece.

        With pauses: a window manager may keep new windows from the keyboard only while it is used.
        """
        while not self.has_to_stop:
            await self.type()
            await self.type()
            await asyncio.sleep(_PAUSE_S)

    async def type(self) -> None:
        """Type one piece."""
        piece = "".join(self.chance.choices(_LETTERS, k=_CHUNK))
        await self.desktop.do("type", "--delay", str(_KEY_MS), "--", piece)
        self.typed += piece


@dataclass
class Spectator:
    """Looks at each pop while it is shown."""

    desktop: Desktop
    text_window: int
    pops: Windows
    looks: int = 0
    waits_ms: list[float] = field(default_factory=list)

    async def look(self) -> dict[str, Any]:
        """Wait until all pops are to be seen, and give the program's last answer."""
        began, awake = time.monotonic(), AwakeTime()
        while wrong := self.complaint((now := await self.pops.ask())["windows"]):
            assert awake.look() < _PATIENCE_S, wrong
        self.waits_ms.append(1000 * (time.monotonic() - began))
        self.looks += len(now["windows"])
        return now

    def complaint(self, windows: list[list[int]]) -> str:
        """What there is to say against the windows: an id, a width and a height each."""
        x = self.desktop.x
        order, ground = x.stacking(), x.frame(self.text_window)
        above = order[order.index(ground) + 1 :]
        edge = 0
        places = {window: x.place(window) for window, *_ in windows}
        for window, *size in sorted(windows, key=lambda each: places[each[0]][1:2]):
            if not x.is_shown(window):
                return f"{window} is not mapped"
            if x.frame(window) not in above:
                return f"{window} is not above {self.text_window}: {order}"
            _, top, *real_size = places[window]
            if real_size != size or top < edge or top + size[1] > _HEIGHT:
                return f"{window} does not stand where it should: {places}, sizes {windows}"
            edge = top + size[1]
        return ""


@dataclass
class Scene:
    """The text window in front with the keyboard, the program behind it, and whoever watches."""

    desktop: Desktop
    text: Windows
    pops: Windows
    main_window: int
    text_window: int
    chance: random.Random

    def __post_init__(self) -> None:
        self.watch = Watch(self.desktop)
        self.typist = Typist(self.desktop, self.chance)
        self.spectator = Spectator(self.desktop, self.text_window, self.pops)
        self.clicks = 0

    async def batch(self, number: int, count: int) -> None:
        """So many calls come, something happens to some of them, and they go."""
        is_talk = number % 10 == 5
        await self.pops.ask(**{"talk" if is_talk else "show": count})
        now = await self.spectator.look()
        if is_talk:
            spot = map(str, now["mute"])
            await self.desktop.do("mousemove", "--window", *spot, "click", "1")
            self.clicks += 1
            await self.pops.ask(muted=self.clicks)
        if number % 20 == 3:
            await self.pops.ask(toast=True)
        if number % 10 == 8:
            await self.desktop.do("windowraise", str(self.text_window))
        if number == _MINIMISED_AT:
            await self.desktop.do("windowminimize", str(self.main_window))
        if number in (_FULL_FROM, _FULL_TO):
            await self._go_full_screen(is_full=number == _FULL_FROM)
        await self.spectator.look()
        await self.pops.ask(hide="one by one" if number % 2 else "at once")

    async def _go_full_screen(self, *, is_full: bool) -> None:
        """The text window covers the screen, or no longer."""
        await self.text.ask(**{"full screen": is_full})
        x, whole = self.desktop.x, [0, 0, *SIZE]
        await until(lambda: (x.place(self.text_window) == whole) is is_full, what="another size")

    async def read(self) -> dict[str, Any]:
        """What the text window says once all that was typed has had time to arrive."""
        for _ in range(_READS):
            known = await self.text.ask()
            if len(known["text"]) >= len(self.typist.typed):
                break
            await asyncio.sleep(_SAMPLE_S)
        return known


@asynccontextmanager
async def scene(home: Path) -> AsyncIterator[Scene]:
    """A fresh desktop with both programs."""
    async with (
        desktop(home) as desk,
        desk.windows("tests.x11.pops") as pops,
        desk.windows("tests.x11.text_window") as text,
    ):
        main_window = (await pops.answer())["window"]
        await desk.until_active(main_window)
        text_window = (await text.answer())["window"]
        await until(lambda: desk.x.is_shown(text_window), what="the text window")
        await desk.do("windowactivate", str(text_window))
        await desk.until_active(text_window)
        yield Scene(desk, text, pops, main_window, text_window, random.Random(7))  # noqa: S311 - no secret


@asynccontextmanager
async def typing(on: Scene) -> AsyncIterator[None]:
    """Let somebody type and somebody watch for the length of a block, to the last key."""
    scope = TaskScope("typing")
    scope.start(on.watch.run(), name="watch")
    keys = scope.start(on.typist.run(), name="type")
    try:
        yield
        on.typist.has_to_stop = True
        await keys
    finally:
        await scope.aclose()


@pytest.mark.time_limit(240)
async def test_every_key_arrives_while_a_thousand_pops_come_and_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    async with scene(tmp_path) as on:
        losses = (await on.text.ask())["losses"]
        written = on.desktop.x.changes("_NET_ACTIVE_WINDOW")
        left, batches = POPS, 0
        async with typing(on):
            while left:
                count = min(1 + on.chance.randrange(_MOST_AT_ONCE), left)
                await on.batch(batches, count)
                left -= count
                batches += 1
        known = await on.read()
        rewritten = on.desktop.x.changes("_NET_ACTIVE_WINDOW") - written
    typed, active, waits = on.typist.typed, on.watch.active, on.spectator.waits_ms
    show(
        capsys,
        f"{len(typed)} characters typed, {len(known['text'])} arrived; {POPS} pops, 1 to "
        f"{_MOST_AT_ONCE} at once, each seen on top, at worst {max(waits):.0f} ms after its paint "
        f"(median {median(waits):.0f}); {on.clicks} clicks; {active.total()} samples of the active "
        f"window, {active.total() - active[on.text_window]} not the text window; "
        f"{time.monotonic() - began:.0f} s\n",
    )
    assert known["text"] == typed
    assert set(active) == set(on.watch.focus) == {on.text_window}
    # No sample can miss these: the window manager changed its mind, or Qt was told of a loss.
    assert (rewritten, known["losses"] - losses) == (0, 0)
    assert on.spectator.looks >= POPS
    assert batches > _FULL_TO
    assert min(on.clicks, active.total() // 100, len(typed) // 100) > 10


async def test_a_window_that_takes_the_keyboard_is_noticed(tmp_path: Path) -> None:
    async with scene(tmp_path) as on:
        losses = (await on.text.ask())["losses"]
        scope = TaskScope("watch")
        scope.start(on.watch.run(), name="watch")
        await on.pops.ask(rude=True)
        await until(lambda: len(on.watch.active) > 1, what="another active window")
        await scope.aclose()
        await on.typist.type()
        known = await on.text.ask()
    assert known["losses"] > losses
    assert known["text"] == ""
