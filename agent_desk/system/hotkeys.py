"""Hotkeys: keys that reach the program while another one has the keyboard.

Nothing here listens to what is typed: the system is asked for single combinations and hands over
those alone. One way for each platform; where there is none, the state says so.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem, Hotkeys, HotkeyState, HotkeySupport
from agent_desk.core.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent_desk.core.combinations import Combination

_log = logging.getLogger(__name__)

_INVISIBLE: Final = frozenset({"offscreen", "minimal"})


class HotkeysImpossibleError(Exception):
    """This desktop gives no program keys of its own; the text says why, for the log."""


class HotkeyBackend(Protocol):
    """One way to be given keys.

    ``support`` says who decides about them; with ``DESKTOP`` a person may be asked.
    """

    support: HotkeySupport

    async def bind(
        self,
        wanted: Mapping[HotkeyAction, Combination],
        fired: Callable[[HotkeyAction], None],
        changed: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        """Have these and no others; what was had before is given back first.

        With nothing wanted it only finds out whether there is a way. ``changed`` hears what later
        becomes of them. May be cancelled. Raises ``HotkeysImpossibleError``.
        """

    async def close(self) -> None:
        """Give everything back."""


class NoHotkeys:
    """Where there is no way: macOS for now, and windows that nobody sees."""

    support = HotkeySupport.NOBODY

    async def bind(
        self,
        wanted: Mapping[HotkeyAction, Combination],
        fired: Callable[[HotkeyAction], None],
        changed: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        """Not possible."""
        del wanted, fired, changed
        msg = "no way to take keys on this platform"
        raise HotkeysImpossibleError(msg)

    async def close(self) -> None:
        """Nothing was taken."""


class GlobalHotkeys(QObject):
    """Keeps the hotkeys of who is signed in; all work is done by ``run``.

    Signals: ``mute_requested()``, ``desk_requested()``, ``dial_requested()`` when one is pressed;
    ``changed(HotkeyState)`` when they stand otherwise. Without a hotkey the system is not asked for
    anything, until somebody comes to ``look``.
    """

    mute_requested = Signal()
    desk_requested = Signal()
    dial_requested = Signal()
    changed = Signal(object)

    def __init__(self, backend: HotkeyBackend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._hotkeys = Hotkeys()
        self._state = HotkeyState()
        self._asked = asyncio.Event()
        # None: what the backend has is not known.
        self._bound: dict[HotkeyAction, Combination] | None = {}
        self._is_paused = False
        self._is_looked_for = False

    @property
    def state(self) -> HotkeyState:
        """How they stand."""
        return self._state

    def set(self, hotkeys: Hotkeys) -> None:
        """Have these from now on."""
        if hotkeys != self._hotkeys:
            self._hotkeys = hotkeys
            self._asked.set()

    def look(self) -> None:
        """Find out what is possible here, and try again what was lost or refused."""
        self._is_looked_for = True
        self._asked.set()

    def pause(self, is_paused: bool) -> None:
        """Let the keys go for as long as somebody presses new ones in the settings."""
        if is_paused != self._is_paused:
            self._is_paused = is_paused
            self._asked.set()

    async def run(self) -> None:
        """Serve until cancelled. What is asked meanwhile ends the wait for a person's answer."""
        try:
            while True:
                await self._asked.wait()
                self._asked.clear()
                scope = TaskScope("hotkeys")
                try:
                    turn = scope.start(self._turn(), name="turn")
                    again = scope.start(self._asked.wait(), name="again")
                    await asyncio.wait((turn, again), return_when=asyncio.FIRST_COMPLETED)
                finally:
                    await scope.aclose()
        finally:
            await self._backend.close()

    async def _turn(self) -> None:
        wanted, wrong = self._readable()
        is_desktops = self._backend.support is HotkeySupport.DESKTOP
        if self._is_paused and not is_desktops:  # a desktop would ask the person once more
            wanted = {}
        was_looked_for, self._is_looked_for = self._is_looked_for, False
        is_unknown = self._state.support in (HotkeySupport.UNKNOWN, HotkeySupport.NOBODY)
        is_due = was_looked_for and (is_unknown or self._is_lacking)
        if wanted == self._bound and not is_due:
            self._tell(self._state, wrong)
            return
        self._bound = wanted
        try:
            state = await self._backend.bind(wanted, self._on_fired, self._on_backend_changed)
        except HotkeysImpossibleError as error:
            if self._state.support is not HotkeySupport.NOBODY:
                _log.info("no hotkeys: %s", error)
            state = HotkeyState(HotkeySupport.NOBODY)
        except asyncio.CancelledError:
            self._bound = None
            raise
        self._tell(state, wrong)

    def _readable(
        self,
    ) -> tuple[dict[HotkeyAction, Combination], dict[HotkeyAction, HotkeyProblem]]:
        # Here: the start of the program does not pay for tables of keys.
        from agent_desk.core.combinations import readable  # noqa: PLC0415

        return readable(self._hotkeys)

    @property
    def _is_lacking(self) -> bool:
        """Whether something that could be had is not."""
        mended = (HotkeyProblem.LOST, HotkeyProblem.TAKEN, HotkeyProblem.NO_SUCH_KEY)
        return any(problem in mended for problem in self._state.problems.values())

    def _tell(self, state: HotkeyState, wrong: Mapping[HotkeyAction, HotkeyProblem]) -> None:
        had = {
            action: problem
            for action, problem in state.problems.items()
            if action in (self._bound or ()) and action not in wrong
        }
        known = HotkeyState(state.support, {**had, **wrong}, state.triggers, state.is_asking)
        if known != self._state:
            self._state = known
            self.changed.emit(known)

    def _on_backend_changed(self, state: HotkeyState) -> None:
        _wanted, wrong = self._readable()
        self._tell(state, wrong)

    def _on_fired(self, action: HotkeyAction) -> None:
        if self._is_paused:
            return
        _log.info("hotkey %s", action.value)
        match action:
            case HotkeyAction.MUTE:
                self.mute_requested.emit()
            case HotkeyAction.DESK:
                self.desk_requested.emit()
            case HotkeyAction.DIAL:
                self.dial_requested.emit()


def hotkey_backend(
    titles: Mapping[HotkeyAction, str],
    *,
    system: str = sys.platform,
    windows: str = "",
    environment: Mapping[str, str] = os.environ,
) -> HotkeyBackend:
    """The way of this desktop; one that asks the person shows them the ``titles``.

    ``windows`` is Qt's name of the platform, empty for that of the application.
    """
    if (windows or QGuiApplication.platformName()) in _INVISIBLE:
        return NoHotkeys()
    if system == "win32":
        from agent_desk.system.hotkeys_windows import (  # noqa: PLC0415 - this platform's only
            User32,
            WindowsHotkeys,
        )

        return WindowsHotkeys(User32())
    if system == "darwin":
        return NoHotkeys()
    # On Wayland an X server serves its own windows only: its keys come while one of them is used.
    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        from agent_desk.system.hotkeys_portal import PortalHotkeys  # noqa: PLC0415

        return PortalHotkeys(titles)
    from agent_desk.system.hotkeys_x11 import X11Hotkeys  # noqa: PLC0415

    return X11Hotkeys()
