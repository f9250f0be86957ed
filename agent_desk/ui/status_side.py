"""The agent's status wherever it is shown: head, tray, palette, and a notice where it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from agent_desk.desk.presence import NOBODY
from agent_desk.ui import status_words

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from agent_desk.desk.presence import PresenceView
    from agent_desk.ui.desk_commands import DeskCommands
    from agent_desk.ui.desk_window import DeskPage
    from agent_desk.ui.tray import Tray


class StatusSide(QObject):
    """Tells all of them; what a person chooses in one of them goes to ``wish``, a code."""

    def __init__(
        self,
        desk: DeskPage,
        tray: Tray,
        commands: DeskCommands,
        wish: SignalInstance,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tray = tray
        self._commands = commands
        self._trouble = ""
        desk.header.status_requested.connect(wish)
        tray.status_requested.connect(wish)

    def show(self, view: PresenceView) -> None:
        """Show this status everywhere; say what went wrong with the last wish, once."""
        before = self._desk.header.presence
        self._desk.header.set_presence(view)
        self._tray.set_presence(view)
        if view.statuses != before.statuses:
            self._commands.set_statuses(view.statuses)
        self._commands.refresh()
        trouble = status_words.trouble(view)
        if trouble != self._trouble:
            self._trouble = trouble
            self._desk.notice(trouble, about="status")

    def forget(self) -> None:
        """Nobody is signed in."""
        self.show(NOBODY)
