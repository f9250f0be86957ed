"""Waiting for a state instead of sleeping for a guess, by a time that stands still with us.

A machine under load may freeze this process for seconds: a continuous-integration runner was seen
to for more than five. A limit that went by the wall would then be over although nothing had a
chance to happen. So all limits here are counted in ``AwakeTime``.
"""

from __future__ import annotations

import asyncio
import selectors
import sys
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

T = TypeVar("T")

LONGEST_TURN_S = 0.25
_PAUSE_S = 0.005
_LOOK_S = 0.05
_TRIES = 5


class AwakeTime:
    """Seconds that pass while somebody looks: a longer gap between two looks is a stand-still.

    Whoever measures with it has to look oftener than every ``LONGEST_TURN_S``; of a longer gap
    only that much counts. ``read_clock`` gives the real seconds.
    """

    def __init__(self, read_clock: Callable[[], float] = time.monotonic) -> None:
        self._read_clock = read_clock
        self._last = read_clock()
        self._passed_s = 0.0

    def look(self) -> float:
        """The seconds that passed awake since the start."""
        now = self._read_clock()
        self._passed_s += min(now - self._last, LONGEST_TURN_S)
        self._last = now
        return self._passed_s


async def until(predicate: Callable[[], T], timeout_s: float = 15.0, *, what: str = "") -> T:
    """Wait until ``predicate()`` is true and give what it returned.

    Fails the test after ``timeout_s`` of awake time and then names ``what`` was waited for. The
    loop runs meanwhile: nothing is blocked.
    """
    awake = AwakeTime()
    while not (value := predicate()):
        if awake.look() > timeout_s:
            msg = f"after {timeout_s:g} s still not true: {what or predicate!r}"
            raise AssertionError(msg)
        await asyncio.sleep(_PAUSE_S)
    return value


@asynccontextmanager
async def within(seconds: float) -> AsyncIterator[asyncio.Timeout]:
    """As ``asyncio.timeout(seconds)``, in awake time on any loop: a guard against what hangs."""
    loop = asyncio.get_running_loop()
    awake = AwakeTime()
    limit = asyncio.timeout(None)
    timer: asyncio.TimerHandle

    def look() -> None:
        nonlocal timer
        left_s = seconds - awake.look()
        if left_s <= 0:
            limit.reschedule(loop.time())
        else:
            timer = loop.call_later(min(left_s, _LOOK_S), look)

    async with limit:
        timer = loop.call_later(min(seconds, _LOOK_S), look)
        try:
            yield limit
        finally:
            timer.cancel()


def awake_s() -> float:
    """A reading of the running loop's clock; on a loop of ``new_loop`` it counts awake time.

    For what has to be done within so many seconds and is awaited.
    """
    return asyncio.get_running_loop().time()


async def undisturbed(scene: Callable[[], Coroutine[Any, Any, None]], bearable_s: float) -> None:
    """Play ``scene``, again where it fails after a stand-still of more than ``bearable_s`` in all.

    For foreign programs, whose own short limits fall due meanwhile. On a loop of ``new_loop``:
    another one knows of no stand-still, and the first failure counts.
    """
    loop = asyncio.get_running_loop()
    for left in reversed(range(_TRIES)):
        began = time.monotonic() - loop.time()
        try:
            await scene()
        except AssertionError:
            stood_still_s = time.monotonic() - loop.time() - began
            if not left or stood_still_s <= bearable_s:
                raise
        else:
            return


class _RestlessSelector(selectors.DefaultSelector):
    """Comes back often enough for its loop to see how long it was away."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return super().select(_LOOK_S if timeout is None else min(timeout, _LOOK_S))


class SteadyLoop(asyncio.SelectorEventLoop):
    """An asyncio loop whose time is awake time.

    So no time-out falls due by a stand-still, neither one of a test nor one of the program, and
    what has arrived meanwhile is seen before anybody gives up.
    """

    def __init__(self) -> None:
        self._awake = AwakeTime()
        super().__init__(_RestlessSelector())

    def time(self) -> float:
        """Seconds awake since the loop was made."""
        return self._awake.look()


def new_loop() -> asyncio.AbstractEventLoop:
    """The loop of tests that need no Qt; Windows has no selector that serves child processes."""
    return asyncio.new_event_loop() if sys.platform == "win32" else SteadyLoop()
