"""Finding things in windows the way a person or a screen reader does: by what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from agent_desk.ui.leave_questions import LeaveQuestion
from agent_desk.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_PRESSED = frozenset({QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.Link})


def drop_deleted() -> None:
    """Let windows that were given up go now; without a running loop they would stay."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def is_there(widget: QWidget, window: QWidget) -> bool:
    """Whether ``widget`` shows as soon as ``window`` does."""
    return widget.isVisibleTo(window)


def said(window: QWidget) -> str:
    """All that is written in ``window`` now, one text a line, without direction marks."""
    labels = [each for each in window.findChildren(QLabel) if is_there(each, window)]
    return "\n".join(plain(label.text()) for label in labels)


def button(window: QWidget, words: str) -> QAbstractButton:
    """The button that is called ``words``; it must be there."""
    for each in window.findChildren(QAbstractButton):
        if is_there(each, window) and words in (plain(each.text()), each.accessibleName()):
            return each
    raise LookupError(words)


def has_button(window: QWidget, words: str) -> bool:
    """Whether there is a button called ``words``."""
    try:
        button(window, words)
    except LookupError:
        return False
    return True


def unnamed(window: QWidget) -> Iterator[str]:
    """What a screen reader could not name although it can be used."""
    for each in window.findChildren(QWidget):
        spoken = QAccessible.queryAccessibleInterface(each)
        if spoken is None or not is_there(each, window):
            continue
        is_used = spoken.role() in _PRESSED or spoken.role() == QAccessible.Role.EditableText
        if is_used and not spoken.text(QAccessible.Text.Name):
            yield f"{type(each).__name__} in {type(each.parent()).__name__}"


def leave_question() -> LeaveQuestion | None:
    """What is asked of whoever wants to leave, where something is."""
    windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, LeaveQuestion))
    return next((each for each in windows if each.isVisible()), None)
