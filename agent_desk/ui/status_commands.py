"""The commands that set the agent's status."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject

from agent_desk.desk.presence import STANDARD
from agent_desk.ui import status_words
from agent_desk.ui.commands import Command
from agent_desk.ui.desk_side import why_no_service

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.presence import Status
    from agent_desk.ui.desk_side import DeskSide

translate: Final = QCoreApplication.translate

STATUS: Final = "status_"
"""What the names of these commands begin with; the status's code follows."""


class StatusCommands(QObject):
    """One command for each status of the account."""

    def __init__(self, shell: DeskSide, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def of(self, statuses: Iterable[Status] = STANDARD) -> tuple[Command, ...]:
        """The commands, in the account's order."""
        line = self.tr("Status: {status}")
        also = self.tr("presence state available away break log in log out")
        return tuple(
            Command(
                f"{STATUS}{status.code}",
                line.format(status=status_words.name(status)),
                status_words.icon(status.code),
                partial(self._shell.intents.status_requested.emit, status.code),
                also=also,
                why_not=partial(self._why_not, status.code),
            )
            for status in statuses
        )

    def _why_not(self, code: int) -> str:
        standing = self._shell.standing
        reason = why_no_service(standing) or status_words.why_not(standing.presence)
        if not reason and status_words.is_now(standing.presence, code):
            return self.tr("This is your status")
        return reason
