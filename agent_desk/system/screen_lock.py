"""Whether this PC is locked.

Linux: the session's ``LockedHint`` and its signals ``Lock`` and ``Unlock`` (systemd:
``org.freedesktop.login1``). Where that is not there, what screen savers say (``ActiveChanged`` of
``org.freedesktop.ScreenSaver`` and ``org.gnome.ScreenSaver``). Windows: ``WM_WTSSESSION_CHANGE``,
see ``screen_lock_windows``. macOS tells programs nothing that may be relied on.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from typing import TYPE_CHECKING, Any, Final

from agent_desk.system.session_bus import BusError, SessionBus

if TYPE_CHECKING:
    from collections.abc import Callable

_LOGIND: Final = "org.freedesktop.login1"
_MANAGER: Final = (_LOGIND, "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_SESSION: Final = "org.freedesktop.login1.Session"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_HINT: Final = "LockedHint"
# Name, path and interface: the path is where each desktop has it.
_SAVERS: Final = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
# D-Bus Specification, "Header Fields"
_INTERFACE: Final = 2
_MEMBER: Final = 3

_log = logging.getLogger(__name__)


async def follow(tell: Callable[[bool], None]) -> None:
    """Tell whether the PC is locked, now and at each change, until cancelled.

    Ends where this system never says so. Run it in a scope.
    """
    if sys.platform == "win32":
        from agent_desk.system import screen_lock_windows  # noqa: PLC0415 - Windows only

        await screen_lock_windows.follow(tell)
    elif sys.platform.startswith("linux"):
        try:
            await _follow_logind(tell)
        except BusError as error:
            _log.info("the session cannot be asked whether it is locked: %s", error)
        try:
            await _follow_savers(tell)
        except BusError as error:
            _log.info("no screen saver tells whether the screen is locked: %s", error)


async def _follow_logind(tell: Callable[[bool], None]) -> None:
    heard: asyncio.Queue[Any] = asyncio.Queue()
    finder = await SessionBus.open((), heard, is_system=True)
    try:
        path = await _session_path(finder)
    finally:
        await finder.close()
    bus = await SessionBus.open((_SESSION, _PROPERTIES), heard, is_system=True, path=path)
    try:
        [(_, is_locked)] = await bus.call(
            (_LOGIND, path, _PROPERTIES), "Get", "ss", (_SESSION, _HINT)
        )
        tell(bool(is_locked))
        while True:
            message = await heard.get()
            match message.header.fields.get(_MEMBER), message.body:
                case ("Lock", _):
                    tell(True)  # noqa: FBT003 - a signal's value
                case ("Unlock", _):
                    tell(False)  # noqa: FBT003 - a signal's value
                case ("PropertiesChanged", (str(), {"LockedHint": (_, is_locked)}, *_)):
                    tell(bool(is_locked))
    finally:
        await bus.close()


async def _session_path(bus: SessionBus) -> str:
    """Where this process's session is; of one that belongs to none the one that the desktop has."""
    try:
        [path] = await bus.call(_MANAGER, "GetSessionByPID", "u", (os.getpid(),))
    except BusError:
        name = os.environ.get("XDG_SESSION_ID", "")
        if not name:
            raise
        [path] = await bus.call(_MANAGER, "GetSession", "s", (name,))
    return str(path)


async def _follow_savers(tell: Callable[[bool], None]) -> None:
    heard: asyncio.Queue[Any] = asyncio.Queue()
    bus = await SessionBus.open([each[2] for each in _SAVERS], heard)
    try:
        known: dict[str, bool] = {}
        for saver in _SAVERS:
            try:
                [is_active] = await bus.call(saver, "GetActive", "", ())
            except BusError as error:
                _log.debug("%s is not known: %s", saver[0], error)
            else:
                known[saver[2]] = bool(is_active)
        if not known:
            msg = "there is none"
            raise BusError(msg)
        tell(any(known.values()))
        while True:
            message = await heard.get()
            fields = message.header.fields
            match fields.get(_MEMBER), message.body:
                case ("ActiveChanged", (bool(is_active),)):
                    known[fields[_INTERFACE]] = is_active
                    tell(any(known.values()))
    finally:
        await bus.close()
