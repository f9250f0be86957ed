"""The lock of Windows: ``WTSRegisterSessionNotification`` (Microsoft: "WM_WTSSESSION_CHANGE").

Written after the documentation and never run on Windows: only what is above ``WtsApi32`` is tested.
"""

from __future__ import annotations

import asyncio
import ctypes
from ctypes import wintypes
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication
from PySide6.QtGui import QWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray

_WM_WTSSESSION_CHANGE: Final = 0x02B1
_THIS_SESSION: Final = 0
# What became of the session, in wParam; all other news is none of ours.
_LOCKED: Final = {0x7: True, 0x8: False}

# What Qt calls messages: those of a thread, and those of a window.
_MESSAGES: Final = frozenset({b"windows_dispatcher_MSG", b"windows_generic_MSG"})


class SessionNews(Protocol):
    """The system's list of windows that hear of their session."""

    def register(self, window: int) -> bool:
        """Let this window hear; ``False`` where the system refuses."""

    def unregister(self, window: int) -> None:
        """Enough."""


class WtsApi32:
    """The real list: wtsapi32.dll."""

    def __init__(self) -> None:
        library: Any = ctypes.WinDLL("wtsapi32")  # type: ignore[attr-defined,unused-ignore]  # Windows only
        self._register = library.WTSRegisterSessionNotification
        self._register.argtypes = [wintypes.HWND, wintypes.DWORD]
        self._register.restype = wintypes.BOOL
        self._unregister = library.WTSUnRegisterSessionNotification
        self._unregister.argtypes = [wintypes.HWND]
        self._unregister.restype = wintypes.BOOL

    def register(self, window: int) -> bool:
        """Let this window hear of its own session."""
        return bool(self._register(window, _THIS_SESSION))

    def unregister(self, window: int) -> None:
        """Enough."""
        self._unregister(window)


class SessionFilter(QAbstractNativeEventFilter):
    """Picks out the messages about the session."""

    def __init__(self, tell: Callable[[bool], None]) -> None:
        super().__init__()
        self._tell = tell

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if bytes(kind) in _MESSAGES:  # type: ignore[arg-type]  # a QByteArray has a buffer
            said = wintypes.MSG.from_address(int(message))
            is_locked = _LOCKED.get(int(said.wParam))
            if said.message == _WM_WTSSESSION_CHANGE and is_locked is not None:
                self._tell(is_locked)
        return False, 0


async def follow(tell: Callable[[bool], None], news: SessionNews | None = None) -> None:
    """Tell each change until cancelled; ends at once where the system refuses.

    A program that is started by hand begins unlocked.
    """
    news = WtsApi32() if news is None else news
    app = QCoreApplication.instance()
    window = QWindow()  # never shown: messages need one
    number = int(window.winId())
    if app is None or not news.register(number):
        return
    heard = SessionFilter(tell)
    app.installNativeEventFilter(heard)
    tell(False)  # noqa: FBT003 - a signal's value
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        app.removeNativeEventFilter(heard)
        news.unregister(number)
