"""What another start of the program handed over, shown in the window; nothing is done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from agent_desk.ui import text
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Tone
from agent_desk.ui.widgets import Toast

if TYPE_CHECKING:
    from agent_desk.ui.main_window import MainWindow


class HandedOver(QObject):
    """Shows numbers in ``window``: any web page can hold a link to one, so it is never dialled."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def show(self, number: str) -> None:
        """Come to the front, since a person asked for it, with ``number`` where there is one."""
        self._window.come_forward()
        if number:
            words = self.tr("Number from a link: {number}").format(number=text.isolate(number))
            toast = Toast(Icon.PHONE, words, tone=Tone.NEUTRAL, action=self.tr("Copy number"))
            toast.acted.connect(partial(text.copy, number))
            self._window.show_toast(toast)
