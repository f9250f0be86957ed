"""Numbers from links and from the clipboard, shown in the window; nothing is done with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from agent_desk.ui import text
from agent_desk.ui.icons import Icon
from agent_desk.ui.masking import shown
from agent_desk.ui.theme import Tone
from agent_desk.ui.widgets import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.ui.main_window import MainWindow


def _not_taken(_number: str) -> bool:
    return False


class HandedOver(QObject):
    """Shows numbers in ``window``: any web page can hold a link to one, so it is never dialled.

    ``take`` puts a number into the field that dials, and says whether there is one now; where
    there is none (nobody is signed in) the number can be copied.
    """

    def __init__(self, window: MainWindow, take: Callable[[str], bool] = _not_taken) -> None:
        super().__init__(window)
        self._window = window
        self._take = take

    def show(self, number: str) -> None:
        """Come to the front, since a person asked for it, with ``number`` where there is one."""
        self._window.come_forward()
        if number:
            self._show(self.tr("Number from a link: {number}"), number)

    def show_copied(self, number: str) -> None:
        """Come to the front with a ``number`` that a person has copied."""
        self._window.come_forward()
        self._show(self.tr("Copied number: {number}"), number)

    def _show(self, words: str, number: str) -> None:
        if self._take(number):
            return
        said = words.format(number=text.isolate(shown(number)))
        toast = Toast(Icon.PHONE, said, tone=Tone.NEUTRAL, action=self.tr("Copy number"))
        toast.acted.connect(partial(text.copy, number))
        self._window.show_toast(toast)
