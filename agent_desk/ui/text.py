"""Text on its way to the screen and back: numbers that never turn round, nothing that is markup.

Texts from callers have been cleaned before (``core.text.clean_text``); what is added here are
only the invisible marks that keep a number's order in a right-to-left line.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LRI: Final = "\u2066"
_FSI: Final = "\u2068"
_PDI: Final = "\u2069"
_MARKS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MINUTE_S: Final = 60
_HOUR_S: Final = 3600


def isolate(text: str) -> str:
    """A number, address or identifier as a left-to-right island in any line."""
    return f"{_LRI}{text}{_PDI}" if text else ""


def isolate_name(text: str) -> str:
    """A name inside a sentence: its own direction within, the sentence's around it."""
    return f"{_FSI}{text}{_PDI}" if text else ""


def plain(text: str) -> str:
    """``text`` without direction marks: for the clipboard, for speech, for comparing."""
    return _MARKS.sub("", text)


def copy(text: str) -> None:
    """Put ``text`` on the clipboard without direction marks."""
    QGuiApplication.clipboard().setText(plain(text))


def tool_tip(text: str) -> str:
    """``text`` for ``setToolTip``, which would otherwise guess at markup."""
    return f"<span>{html.escape(text)}</span>" if text else ""


def set_tool_tip(widget: QWidget, text: str) -> None:
    """Show ``text`` while the pointer rests on ``widget``; empty takes it back.

    A screen reader would read the tool tip, its markup included, where there is no description.
    """
    tip = tool_tip(text)
    if tip != widget.toolTip():
        widget.setToolTip(tip)
        widget.setAccessibleDescription(plain(text))


def menu(text: str) -> str:
    """``text`` for a menu, tab or button of Qt's, where ``&`` would mark a shortcut."""
    return text.replace("&", "&&")


def duration(seconds: int) -> str:
    """Running time as ``03:48`` or ``1:02:03``; below zero counts as zero."""
    whole = max(seconds, 0)
    minutes, rest = divmod(whole % _HOUR_S, _MINUTE_S)
    hours = whole // _HOUR_S
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def initials(name: str) -> str:
    """At most two letters that stand for ``name``: of its first and its last word."""
    words = [letters for word in plain(name).split() if (letters := _letters(word))]
    if not words:
        return ""
    ends = (words[0],) if len(words) == 1 else (words[0], words[-1])
    return "".join(word[0].upper() for word in ends)


def announce(widget: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader say ``text``; nothing happens where none is running."""
    event = QAccessibleAnnouncementEvent(widget, plain(text))
    if is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def _letters(word: str) -> str:
    return "".join(char for char in word if char.isalnum())
