"""What a first call needs, built in idle moments before there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from agent_desk.ui.pop_stack import sample_card
from agent_desk.ui.tray import warm_icons

if TYPE_CHECKING:
    from agent_desk.ui.desk_window import DeskPage
    from agent_desk.ui.pop_stack import PopStack


_LATER_MS: Final = 1_500


class WarmUp(QObject):
    """Builds the pops, a card of the window and the tray's icons, one thing a turn of the loop."""

    def __init__(self, pops: PopStack, desk: DeskPage, parent: QObject) -> None:
        super().__init__(parent)
        self._pops = pops
        self._desk = desk
        self._is_done = False
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._build_next)
        self._later = QTimer(self, singleShot=True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._turn.start)

    def start(self) -> None:
        """Begin, or go on; without effect once all is there."""
        if not self._is_done:
            self._turn.start()

    def finish(self) -> None:
        """Build all that is missing now."""
        while not self._is_done:
            self._build_next()

    def follow(self) -> None:
        """Calls came or went: a while after them, build what the next one needs."""
        if self._is_done and not self._pops.is_warm and not self._turn.isActive():
            self._later.start()

    def stop(self) -> None:
        """Leave the rest to the first call."""
        self._turn.stop()
        self._later.stop()

    def _build_next(self) -> None:
        if self._pops.warm_up():
            self._turn.stop()
            if not self._is_done:
                self._is_done = True
                self._desk.warm_up(sample_card())
                warm_icons()
