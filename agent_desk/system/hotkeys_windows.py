"""Hotkeys from Windows: ``RegisterHotKey`` (Microsoft: "RegisterHotKey function", "WM_HOTKEY").

The system posts a message to the thread that asked, which has to be Qt's; no keyboard hook is set.
Written after the documentation and never run on Windows: only what is above ``User32`` is tested.
"""

from __future__ import annotations

import ctypes
import string
from ctypes import wintypes
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

from agent_desk.core.combinations import Modifier
from agent_desk.core.hotkeys import HotkeyProblem, HotkeyState, HotkeySupport

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QByteArray

    from agent_desk.core.combinations import Combination
    from agent_desk.core.hotkeys import HotkeyAction

_WM_HOTKEY: Final = 0x0312
_NO_REPEAT: Final = 0x4000
_MODIFIERS: Final = {
    Modifier.ALT: 0x1,
    Modifier.CTRL: 0x2,
    Modifier.SHIFT: 0x4,
    Modifier.META: 0x8,
}
# Ours begin here; numbers up to 0xBFFF are a program's own.
_FIRST_NUMBER: Final = 0x4D00

# What Qt calls messages: those of a thread, and those of a window.
_MESSAGES: Final = frozenset({b"windows_dispatcher_MSG", b"windows_generic_MSG"})


def _codes() -> dict[str, int]:
    """Microsoft: "Virtual-Key Codes"; punctuation as on a US keyboard."""
    codes = {letter: ord(letter) for letter in string.ascii_uppercase + string.digits}
    codes |= {f"F{at}": 0x6F + at for at in range(1, 25)}
    codes |= {"Pause": 0x13, "Space": 0x20, "PgUp": 0x21, "PgDown": 0x22, "End": 0x23}
    codes |= {"Home": 0x24, "Left": 0x25, "Up": 0x26, "Right": 0x27, "Down": 0x28}
    codes |= {"Ins": 0x2D, "Del": 0x2E, ";": 0xBA, "=": 0xBB, ",": 0xBC, "-": 0xBD, ".": 0xBE}
    return codes | {"/": 0xBF, "`": 0xC0, "[": 0xDB, "\\": 0xDC, "]": 0xDD, "'": 0xDE}


VIRTUAL_KEYS: Final = _codes()
"""The codes of all keys that a hotkey may have."""


class HotkeyTable(Protocol):
    """The system's own list of hotkeys, for the thread that calls."""

    def register(self, number: int, modifiers: int, key: int) -> bool:
        """Have this combination; ``False`` where the system refuses."""

    def unregister(self, number: int) -> None:
        """Give it back."""


class User32:
    """The real list: user32.dll."""

    def __init__(self) -> None:
        library: Any = ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]  # Windows only
        self._register = library.RegisterHotKey
        self._register.argtypes = [wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT]
        self._register.restype = wintypes.BOOL
        self._unregister = library.UnregisterHotKey
        self._unregister.argtypes = [wintypes.HWND, ctypes.c_int]
        self._unregister.restype = wintypes.BOOL

    def register(self, number: int, modifiers: int, key: int) -> bool:
        """Have this combination; without a window, so for the thread."""
        return bool(self._register(None, number, modifiers, key))

    def unregister(self, number: int) -> None:
        """Give it back."""
        self._unregister(None, number)


class HotkeyFilter(QAbstractNativeEventFilter):
    """Picks out the messages of our hotkeys and hands their numbers to ``pressed``."""

    def __init__(self, pressed: Callable[[int], bool]) -> None:
        super().__init__()
        self._pressed = pressed

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if bytes(kind) not in _MESSAGES:  # type: ignore[arg-type]  # a QByteArray has a buffer
            return False, 0
        said = wintypes.MSG.from_address(int(message))
        return said.message == _WM_HOTKEY and self._pressed(int(said.wParam)), 0


class WindowsHotkeys:
    """The keys that Windows gives to this thread."""

    support = HotkeySupport.PROGRAM

    def __init__(self, table: HotkeyTable) -> None:
        self._table = table
        self._given: dict[int, HotkeyAction] = {}
        self._fired: Callable[[HotkeyAction], None] = lambda _action: None
        self._filter = HotkeyFilter(self._on_pressed)

    async def bind(
        self,
        wanted: Mapping[HotkeyAction, Combination],
        fired: Callable[[HotkeyAction], None],
        changed: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        """Have these keys; see ``HotkeyBackend``. Nothing changes later."""
        del changed
        await self.close()
        self._fired = fired
        problems = {}
        for number, (action, combination) in enumerate(wanted.items(), _FIRST_NUMBER):
            held = sum(_MODIFIERS[each] for each in Modifier if each in combination.modifiers)
            if self._table.register(number, held | _NO_REPEAT, VIRTUAL_KEYS[combination.key]):
                self._given[number] = action
            else:
                problems[action] = HotkeyProblem.TAKEN
        # Asked about every message, so only while there is need.
        app = QCoreApplication.instance()
        if self._given and app is not None:
            app.installNativeEventFilter(self._filter)
        return HotkeyState(self.support, problems)

    async def close(self) -> None:
        """Give everything back."""
        given, self._given = self._given, {}
        for number in given:
            self._table.unregister(number)
        app = QCoreApplication.instance()
        if given and app is not None:
            app.removeNativeEventFilter(self._filter)

    def _on_pressed(self, number: int) -> bool:
        """Whether the hotkey with this number is one of ours."""
        action = self._given.get(number)
        if action is not None:
            self._fired(action)
        return action is not None
