"""Whether the desktop mixes windows, so that a see-through one shows what lies below.

Windows, macOS and Wayland always do. An X server does while somebody owns the selection
``_NET_WM_CM_Sn`` (freedesktop.org: Extended Window Manager Hints, "_NET_WM_CM_Sn Manager
Selection"); without that a see-through part is black.
"""

from __future__ import annotations

import ctypes
import os
import re
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class _Reply(ctypes.Structure):
    """The head that both answers share, and the one number after it: an atom, a window."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("value", ctypes.c_uint32),
    )


class _Cookie(ctypes.Structure):
    """A request that was sent."""

    _fields_ = (("sequence", ctypes.c_uint),)


class X11Compositor:
    """Asks the X server behind ``connection``, an ``xcb_connection_t *`` that stays open.

    ``OSError`` or ``AttributeError`` where libxcb is not what it is known to be.
    """

    def __init__(self, connection: int, screen: int) -> None:
        self._connection = ctypes.c_void_p(connection)
        self._name = f"_NET_WM_CM_S{screen}".encode()
        self._xcb = ctypes.CDLL("libxcb.so.1")
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]
        self._free.restype = None
        for request in (self._xcb.xcb_intern_atom, self._xcb.xcb_get_selection_owner):
            request.restype = _Cookie
        for reply in (self._xcb.xcb_intern_atom_reply, self._xcb.xcb_get_selection_owner_reply):
            reply.argtypes = [ctypes.c_void_p, _Cookie, ctypes.c_void_p]
            reply.restype = ctypes.POINTER(_Reply)

    def __call__(self) -> bool:
        """Whether a compositor runs now; two round trips to the server."""
        xcb, connection = self._xcb, self._connection
        only_if_exists = ctypes.c_uint8(1)
        length = ctypes.c_uint16(len(self._name))
        cookie = xcb.xcb_intern_atom(connection, only_if_exists, length, self._name)
        atom = self._value(xcb.xcb_intern_atom_reply(connection, cookie, None))
        if not atom:
            return False
        cookie = xcb.xcb_get_selection_owner(connection, ctypes.c_uint32(atom))
        return bool(self._value(xcb.xcb_get_selection_owner_reply(connection, cookie, None)))

    def _value(self, reply: Any) -> int:  # noqa: ANN401 - a pointer that ctypes cannot name
        if not reply:
            return 0
        value: int = reply.contents.value
        self._free(reply)
        return value


def compositor_check(environment: Mapping[str, str] = os.environ) -> Callable[[], bool]:
    """What tells, at any later time, whether windows are mixed; needs Qt's application."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication) or app.platformName() != "xcb":
        return lambda: True
    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        return lambda: True  # an X server inside a desktop that mixes
    from PySide6.QtGui import QNativeInterface  # noqa: PLC0415 - not on every platform

    native = app.nativeInterface()
    if not isinstance(native, QNativeInterface.QX11Application):
        return lambda: True
    screen = re.search(r":[0-9]+\.([0-9]+)$", environment.get("DISPLAY", ""))
    try:
        return X11Compositor(native.connection(), int(screen[1]) if screen else 0)
    except (AttributeError, OSError):
        return lambda: True
