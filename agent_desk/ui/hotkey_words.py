"""Hotkeys in words: what each does, how a combination is written here, why one does not work."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem
from agent_desk.ui import text
from agent_desk.ui.translation import QT_TRANSLATE_NOOP

translate: Final = QCoreApplication.translate

_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText

_TITLES: Final = {
    HotkeyAction.MUTE: QT_TRANSLATE_NOOP("hotkey_words", "Mute or resume recording"),
    HotkeyAction.DESK: QT_TRANSLATE_NOOP("hotkey_words", "Go to the call"),
    HotkeyAction.DIAL: QT_TRANSLATE_NOOP("hotkey_words", "Show the number on the clipboard"),
}
_PROBLEMS: Final = {
    HotkeyProblem.UNREADABLE: QT_TRANSLATE_NOOP(
        "hotkey_words", "This combination cannot be used. Choose another."
    ),
    HotkeyProblem.TWICE: QT_TRANSLATE_NOOP(
        "hotkey_words", "This combination is set twice. Choose another."
    ),
    HotkeyProblem.TAKEN: QT_TRANSLATE_NOOP(
        "hotkey_words", "Another program or the system has this combination. Choose another."
    ),
    HotkeyProblem.NO_SUCH_KEY: QT_TRANSLATE_NOOP(
        "hotkey_words", "This keyboard has no such key. Choose another."
    ),
    HotkeyProblem.NOT_GRANTED: QT_TRANSLATE_NOOP(
        "hotkey_words",
        "The desktop was not allowed to give this key. Clear it and set it again to be asked.",
    ),
    HotkeyProblem.LOST: QT_TRANSLATE_NOOP(
        "hotkey_words", "The desktop took this key back. Open the settings again to ask for it."
    ),
}
# What is printed on the key that Qt calls Meta everywhere but on a Mac.
_META: Final = {"win32": "Win", "linux": "Super"}


def title(action: HotkeyAction) -> str:
    """What a hotkey does."""
    return translate("hotkey_words", _TITLES[action])


def titles() -> dict[HotkeyAction, str]:
    """What each of them does."""
    return {action: title(action) for action in HotkeyAction}


def problem(why: HotkeyProblem) -> str:
    """Why one does not work, and what to do."""
    return translate("hotkey_words", _PROBLEMS[why])


def given(trigger: str) -> str:
    """The keys that the desktop gave, in its own words."""
    said = translate("hotkey_words", "The desktop gives: {keys}")
    return said.format(keys=text.isolate_name(trigger))


def keys(written: str, platform: str = sys.platform) -> str:
    """A combination as this platform writes it; as it is where it cannot be read."""
    # Here: the start of the program does not pay for tables of keys.
    from agent_desk.core.combinations import Combination, Modifier  # noqa: PLC0415

    combination = Combination.read(written)
    if combination is None:
        return written
    meta = _META.get(platform, "")
    if Modifier.META in combination.modifiers and meta:
        rest = replace(combination, modifiers=combination.modifiers & ~Modifier.META)
        return f"{meta}+{_native(str(rest))}"
    return _native(str(combination))


def _native(written: str) -> str:
    return QKeySequence(written, _PORTABLE).toString(_NATIVE)
