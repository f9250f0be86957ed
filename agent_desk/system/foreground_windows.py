"""The window in front, from Windows: ``SetWinEventHook`` (Microsoft: "SetWinEventHook function").

The system calls back on the thread that asked, whenever that thread looks for messages, which has
to be Qt's; nothing is injected into other programs and no key is heard. Titles come from the
system's own copy (Microsoft: "GetWindowTextW function"), so a program that hangs holds nothing up.
Windows of programs that run as administrator may stay unknown to one that does not.
Written after the documentation and never run on Windows: only what is above ``User32Windows`` is
tested.
"""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING, Any, Final, Protocol

from agent_desk.core.foreground import FrontSupport, FrontWindow
from agent_desk.system.foreground import LONGEST_TITLE, ForegroundImpossibleError

if TYPE_CHECKING:
    from collections.abc import Callable

# Microsoft: "Event Constants", "Object Identifiers".
EVENT_FOREGROUND: Final = 0x0003
EVENT_NAME_CHANGE: Final = 0x800C
_WINDOW_ITSELF: Final = 0
_OUT_OF_CONTEXT: Final = 0x0000


class WindowTable(Protocol):
    """The system's windows, for the thread that calls."""

    def front(self) -> int:
        """The window in front; 0 for none."""

    def title(self, window: int) -> str:
        """What its title is, as far as the system knows it."""

    def owner(self, window: int) -> tuple[int, int]:
        """The process and the thread that it belongs to; 0 where there is no such window."""

    def hook(self, event: int, thread: int, called: Callable[[int], None]) -> int:
        """Have ``called`` with the window of every ``event``; of ``thread`` only, 0 for all.

        The hook, 0 where the system refuses.
        """

    def unhook(self, hook: int) -> None:
        """No longer."""


class User32Windows:
    """The real windows: user32.dll."""

    def __init__(self) -> None:
        # Here: elsewhere than on Windows these types are not all there.
        from ctypes import wintypes  # noqa: PLC0415

        library: Any = ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]  # Windows only
        word, long, handle, window = wintypes.DWORD, wintypes.LONG, wintypes.HANDLE, wintypes.HWND
        self._word = word
        self._kind: Any = ctypes.WINFUNCTYPE(  # type: ignore[attr-defined,unused-ignore]  # Windows only
            None, handle, word, window, long, long, word, word
        )
        self._front = library.GetForegroundWindow
        self._front.argtypes, self._front.restype = [], window
        self._text = library.GetWindowTextW
        self._text.argtypes = [window, wintypes.LPWSTR, ctypes.c_int]
        self._text.restype = ctypes.c_int
        self._owner = library.GetWindowThreadProcessId
        self._owner.argtypes, self._owner.restype = [window, ctypes.POINTER(word)], word
        self._hook = library.SetWinEventHook
        self._hook.argtypes = [word, word, wintypes.HMODULE, self._kind, word, word, word]
        self._hook.restype = handle
        self._unhook = library.UnhookWinEvent
        self._unhook.argtypes, self._unhook.restype = [handle], wintypes.BOOL
        # The system calls them for as long as they are hooked: they must not be collected.
        self._called: dict[int, Any] = {}

    def front(self) -> int:
        """The window in front."""
        return int(self._front() or 0)

    def title(self, window: int) -> str:
        """Its title."""
        room = ctypes.create_unicode_buffer(LONGEST_TITLE + 1)
        self._text(window, room, len(room))
        return room.value

    def owner(self, window: int) -> tuple[int, int]:
        """Its process and thread."""
        process = self._word(0)
        thread = self._owner(window, ctypes.byref(process))
        return int(process.value), int(thread)

    def hook(self, event: int, thread: int, called: Callable[[int], None]) -> int:
        """Hear of ``event``."""

        def call(
            _hook: object,
            _event: int,
            window: int | None,
            part: int,
            child: int,
            _thread: int,
            _time: int,
        ) -> None:
            if window and part == _WINDOW_ITSELF and not child:
                called(int(window))

        kept = self._kind(call)
        hook = int(self._hook(event, event, None, kept, 0, thread, _OUT_OF_CONTEXT) or 0)
        if hook:
            self._called[hook] = kept
        return hook

    def unhook(self, hook: int) -> None:
        """Hear of it no longer."""
        self._unhook(hook)
        self._called.pop(hook, None)


class WindowsForeground:
    """What Windows has in front."""

    support = FrontSupport.UNKNOWN

    def __init__(self, table: WindowTable) -> None:
        self._table = table
        self._front_hook = 0
        self._name_hook = 0
        self._window = 0
        self._thread = 0
        self._is_ours = False
        self._last: FrontWindow | None = None
        self._seen: Callable[[FrontWindow | None], None] = lambda _front: None

    async def watch(
        self,
        seen: Callable[[FrontWindow | None], None],
        changed: Callable[[FrontSupport], None],
    ) -> FrontSupport:
        """Tell of the window in front; see ``ForegroundBackend``. Nothing is lost later."""
        del changed
        await self.close()
        self._seen = seen
        self._front_hook = self._table.hook(EVENT_FOREGROUND, 0, self._on_front)
        if not self._front_hook:
            raise ForegroundImpossibleError(FrontSupport.NOBODY)
        self._on_front(self._table.front())
        return FrontSupport.WATCHED

    async def close(self) -> None:
        """Give the hooks back."""
        hooks = (self._front_hook, self._name_hook)
        self._front_hook = self._name_hook = self._window = self._thread = 0
        self._last = None
        for hook in filter(None, hooks):
            self._table.unhook(hook)

    def _on_front(self, window: int) -> None:
        self._window = window
        process, thread = self._table.owner(window) if window else (0, 0)
        self._is_ours = process == os.getpid()
        if thread != self._thread:
            # Names change all over a desktop: only those of this thread's windows are asked for.
            self._thread = thread
            if self._name_hook:
                self._table.unhook(self._name_hook)
            self._name_hook = (
                self._table.hook(EVENT_NAME_CHANGE, thread, self._on_name) if thread else 0
            )
        self._tell()

    def _on_name(self, window: int) -> None:
        if window == self._window:
            self._tell()

    def _tell(self) -> None:
        title = self._table.title(self._window)[:LONGEST_TITLE] if self._window else ""
        front = FrontWindow(title, self._is_ours)
        if front != self._last:
            self._last = front
            self._seen(front)
