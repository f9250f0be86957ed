"""Which window is in front: asked of the system only while somebody wants to know.

One way for each platform; where there is none, ``FrontSupport`` says why. Titles are handed on and
neither logged nor kept.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtGui import QGuiApplication

from agent_desk.core.foreground import FrontSupport

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent_desk.core.foreground import FrontWindow

_log = logging.getLogger(__name__)

_INVISIBLE: Final = frozenset({"offscreen", "minimal"})

LONGEST_TITLE: Final = 1024
"""So many characters of a title are fetched."""


class ForegroundImpossibleError(Exception):
    """It cannot be known; ``support`` says why."""

    def __init__(self, support: FrontSupport) -> None:
        super().__init__(support.value)
        self.support = support


class ForegroundBackend(Protocol):
    """One way to know; ``support`` is what can be said of it before it is tried."""

    support: FrontSupport

    async def watch(
        self,
        seen: Callable[[FrontWindow | None], None],
        changed: Callable[[FrontSupport], None],
    ) -> FrontSupport:
        """Tell ``seen`` of the window in front, now and whenever it or its title is another.

        One without a title where there is none, ``None`` where it cannot be known any more;
        ``changed`` hears of the latter. May be cancelled. Raises ``ForegroundImpossibleError``.
        """

    async def close(self) -> None:
        """Watch no longer."""


class NoForeground:
    """Where there is no way; ``support`` says why."""

    def __init__(self, support: FrontSupport) -> None:
        self.support = support

    async def watch(
        self,
        seen: Callable[[FrontWindow | None], None],
        changed: Callable[[FrontSupport], None],
    ) -> FrontSupport:
        """Not possible."""
        del seen, changed
        raise ForegroundImpossibleError(self.support)

    async def close(self) -> None:
        """Nothing was watched."""


class Foreground:
    """Watches while it is wanted; all work is done by ``run``.

    ``seen`` hears of the window in front, ``changed`` of whether it can be known.
    """

    def __init__(
        self,
        backend: ForegroundBackend,
        seen: Callable[[FrontWindow | None], None],
        changed: Callable[[FrontSupport], None],
    ) -> None:
        self._backend = backend
        self._seen = seen
        self._changed = changed
        self._support = backend.support
        self._is_wanted = False
        self._is_watching = False
        self._asked = asyncio.Event()

    @property
    def support(self) -> FrontSupport:
        """Whether it can be known, as far as that is known."""
        return self._support

    def want(self, *, is_wanted: bool) -> None:
        """Watch from now on, or no longer. Wanted once more, what was lost is tried again."""
        self._is_wanted = is_wanted
        self._asked.set()

    async def run(self) -> None:
        """Serve until cancelled."""
        try:
            while True:
                await self._asked.wait()
                self._asked.clear()
                if self._is_wanted and not self._is_watching:
                    await self._begin()
                elif self._is_watching and not self._is_wanted:
                    self._is_watching = False
                    await self._backend.close()
                    self._seen(None)
        finally:
            await self._backend.close()

    async def _begin(self) -> None:
        try:
            support = await self._backend.watch(self._seen, self._tell)
        except ForegroundImpossibleError as error:
            support = error.support
            if support is not self._support:
                _log.info("the window in front cannot be known: %s", support.value)
        else:
            self._is_watching = True
        self._tell(support)

    def _tell(self, support: FrontSupport) -> None:
        if support is FrontSupport.LOST:
            self._is_watching = False
        if support is not self._support:
            self._support = support
            self._changed(support)


def foreground_backend(
    *,
    system: str = sys.platform,
    windows: str = "",
    environment: Mapping[str, str] = os.environ,
) -> ForegroundBackend:
    """The way of this desktop.

    ``windows`` is Qt's name of the platform, empty for that of the application.
    """
    if (windows or QGuiApplication.platformName()) in _INVISIBLE:
        return NoForeground(FrontSupport.NOBODY)
    if system == "win32":
        from agent_desk.system.foreground_windows import (  # noqa: PLC0415 - this platform's only
            User32Windows,
            WindowsForeground,
        )

        return WindowsForeground(User32Windows())
    if system == "darwin":
        return NoForeground(FrontSupport.MACOS)
    # On Wayland an X server knows its own windows only: a payment form may well be none of them.
    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        return NoForeground(FrontSupport.WAYLAND)
    from agent_desk.system.foreground_x11 import X11Foreground  # noqa: PLC0415

    return X11Foreground()
