"""What screen readers are told of our windows beyond what Qt tells by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface

_WINDOWS: Final = frozenset({"MainWindow", "Pop", "MoreCalls"})
"""Classes that are windows. Qt knows its own only: it would call ours a filler."""


def install() -> None:
    """Let screen readers take our windows for windows; once, before the first is shown."""
    QAccessible.installFactory(_interface)


def _interface(name: str, what: QObject) -> QAccessibleInterface | None:
    """Qt asks for every class of a widget; nothing is asked while no screen reader listens."""
    if name in _WINDOWS and isinstance(what, QWidget) and what.isWindow():
        return QAccessibleWidget(what, QAccessible.Role.Window)
    return None
