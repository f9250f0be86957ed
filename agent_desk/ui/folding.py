"""Buttons that fold something out and in again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from agent_desk.ui.icons import Icon

if TYPE_CHECKING:
    from agent_desk.ui.widgets import Button

translate: Final = QCoreApplication.translate


def show_fold(button: Button, *, is_open: bool, closed: Icon = Icon.DOWN) -> None:
    """Say with the icon of ``button``, and to screen readers, whether its part is shown."""
    button.set_icon(Icon.UP if is_open else closed)
    said = translate("folding", "Shown") if is_open else translate("folding", "Hidden")
    if button.accessibleDescription() != said:
        button.setAccessibleDescription(said)
