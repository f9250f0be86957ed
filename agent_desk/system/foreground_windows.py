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
EVENT_DESTROY: Final = 0x8001
EVENT_HIDE: Final = 0x8003
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

    def is_shown(self, window: int) -> bool:
        """Whether there is such a window and it is on a desktop, be it minimized."""

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
        self._is_visible = library.IsWindowVisible
        self._is_visible.argtypes, self._is_visible.restype = [window], wintypes.BOOL
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

    def is_shown(self, window: int) -> bool:
        """Whether it is there."""
        return bool(self._is_visible(window))

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
        # By thread: what happens all over a desktop is asked for only of these threads' windows.
        self._hooks: dict[int, tuple[int, ...]] = {}
        self._window = 0
        self._is_ours = False
        self._behind = 0  # the last that is not ours, while it is there
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
        hook = self._front_hook
        self._front_hook = self._window = self._behind = 0
        self._last = None
        if hook:
            self._table.unhook(hook)
        self._hear_of(set())

    def _on_front(self, window: int) -> None:
        self._window = window
        process, thread = self._table.owner(window) if window else (0, 0)
        self._is_ours = process == os.getpid()
        if window and not self._is_ours:
            self._behind = window
        behind = self._table.owner(self._behind)[1] if self._behind else 0
        self._hear_of({thread, behind} - {0})
        self._tell()

    def _hear_of(self, threads: set[int]) -> None:
        for thread in self._hooks.keys() - threads:
            for hook in filter(None, self._hooks.pop(thread)):
                self._table.unhook(hook)
        for thread in threads - self._hooks.keys():
            events = (EVENT_NAME_CHANGE, EVENT_DESTROY, EVENT_HIDE)
            self._hooks[thread] = tuple(
                self._table.hook(event, thread, self._on_change) for event in events
            )

    def _on_change(self, window: int) -> None:
        if window and window in (self._window, self._behind):
            self._tell()

    def _tell(self) -> None:
        if self._is_ours and self._behind and not self._table.is_shown(self._behind):
            self._behind = 0
        front = FrontWindow(self._title(self._window))
        if self._is_ours:
            front = FrontWindow(front.title, is_ours=True, behind=self._title(self._behind))
        if front != self._last:
            self._last = front
            self._seen(front)

    def _title(self, window: int) -> str:
        return self._table.title(window)[:LONGEST_TITLE] if window else ""
