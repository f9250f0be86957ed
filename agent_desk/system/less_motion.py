"""Whether the system asks programs for less motion.

Windows says so by its "Animation effects", macOS by "Reduce motion", desktops of Linux through the
settings portal (XDG Desktop Portal: ``org.freedesktop.portal.Settings``).
"""

from __future__ import annotations

import asyncio
import ctypes
import logging
import sys
from typing import TYPE_CHECKING, Any, Final

from agent_desk.system.session_bus import BusError, SessionBus

if TYPE_CHECKING:
    from collections.abc import Callable

_SETTINGS: Final = "org.freedesktop.portal.Settings"
_PORTAL: Final = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    _SETTINGS,
)
# Namespace and key, and the value that asks for less; the first one that is known counts.
_WISHES: Final = (
    ("org.freedesktop.appearance", "reduced-motion", 1),
    ("org.gnome.desktop.interface", "enable-animations", False),
)
# What WinUser.h calls SPI_GETCLIENTAREAANIMATION.
_GET_CLIENT_AREA_ANIMATION: Final = 0x1042

_log = logging.getLogger(__name__)


def asks_for_less() -> bool:
    """What Windows or macOS says now; ``False`` elsewhere. Takes no time."""
    if sys.platform == "win32":
        return _windows_asks()
    return sys.platform == "darwin" and _macos_asks()


async def follow(tell: Callable[[bool], None]) -> None:
    """Tell what the system asks for, and on Linux each change until cancelled.

    Ends where nothing more can be learned. Waits for nobody at the start of the program: run it
    in a scope.
    """
    tell(asks_for_less())
    if sys.platform.startswith("linux"):
        try:
            await _follow_portal(tell)
        except BusError as error:
            _log.info("whether less motion is wanted cannot be asked: %s", error)


async def _follow_portal(tell: Callable[[bool], None]) -> None:
    heard: asyncio.Queue[Any] = asyncio.Queue()
    bus = await SessionBus.open((_SETTINGS,), heard)
    try:
        wishes = {}
        for namespace, key, less in _WISHES:
            try:
                [value] = await bus.call(_PORTAL, "Read", "ss", (namespace, key))
            except BusError as error:
                _log.debug("%s is not known: %s", key, error)
            else:
                wishes[namespace, key] = _bare(value) == less
        tell(_first(wishes))
        while True:
            match (await heard.get()).body:
                case (str(namespace), str(key), value):
                    for known in _WISHES:
                        if known[:2] == (namespace, key):
                            wishes[namespace, key] = _bare(value) == known[2]
                            tell(_first(wishes))
    finally:
        await bus.close()


def _first(wishes: dict[tuple[str, str], bool]) -> bool:
    known = (wishes[wish[:2]] for wish in _WISHES if wish[:2] in wishes)
    return next(known, False)


def _bare(value: object) -> object:
    """What is inside of a variant, or of a variant in a variant, as ``Read`` answers."""
    match value:
        case (str(), inner):
            return _bare(inner)
        case _:
            return value


def _windows_asks() -> bool:
    if sys.platform != "win32":
        return False
    is_animated = ctypes.c_int(1)
    known = ctypes.windll.user32.SystemParametersInfoW(
        _GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(is_animated), 0
    )
    return bool(known) and not is_animated.value


def _macos_asks() -> bool:
    """``NSWorkspace.sharedWorkspace.accessibilityDisplayShouldReduceMotion`` (AppKit)."""
    pointer, send = ctypes.c_void_p, ctypes.CFUNCTYPE
    try:
        objc = ctypes.CDLL("/usr/lib/libobjc.dylib")
        for finder in (objc.objc_getClass, objc.sel_registerName):
            finder.restype, finder.argtypes = pointer, [ctypes.c_char_p]
        give = send(pointer, pointer, pointer)(("objc_msgSend", objc))
        ask = send(ctypes.c_bool, pointer, pointer)(("objc_msgSend", objc))
        workspace = give(
            objc.objc_getClass(b"NSWorkspace"), objc.sel_registerName(b"sharedWorkspace")
        )
        wish = objc.sel_registerName(b"accessibilityDisplayShouldReduceMotion")
        return bool(workspace) and bool(ask(workspace, wish))
    except (OSError, AttributeError):
        return False
