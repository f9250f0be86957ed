"""What the desk says of a recording that is played on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from agent_desk.ui.desk_window import DeskPage

translate: Final = QCoreApplication.translate


class ReplayProgress:
    """Turns ``desk`` into that of the recording ``name`` and says how far it was played."""

    def __init__(self, desk: DeskPage, name: str) -> None:
        self._desk = desk
        desk.show_replay(name)

    def show(self, done: int, total: int) -> None:
        """So many of so many events were played."""
        self._desk.header.set_replay(done, total)

    def end(self, *, is_empty: bool) -> None:
        """Nothing more will come; ``is_empty`` where nothing could be read."""
        self._desk.header.end_replay()
        if is_empty:
            said = translate("ReplayProgress", "No event in this file could be read.")
            self._desk.notice(said)
