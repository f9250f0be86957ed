"""The commands that call, by key and in the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from agent_desk.desk.current import current_call
from agent_desk.ui.commands import Command
from agent_desk.ui.desk_side import why_no_service
from agent_desk.ui.icons import Icon

if TYPE_CHECKING:
    from agent_desk.desk.card import Card
    from agent_desk.ui.desk_side import DeskSide
    from agent_desk.ui.dial_field import DialField


class DialCommands(QObject):
    """What can be done with ``field``, in the window that ``side`` stands for."""

    def __init__(self, side: DeskSide, field: DialField, parent: QObject) -> None:
        super().__init__(parent)
        self._side = side
        self._field = field

    def all(self) -> tuple[Command, ...]:
        """The commands."""
        return (
            Command(
                "dial_number",
                self.tr("Dial a number"),
                Icon.DIALPAD,
                self._dial,
                "Ctrl+L",
                self.tr("call phone field"),
                self._why_no_service,
            ),
            Command(
                "call_back",
                self.tr("Call the caller back"),
                Icon.OUTGOING,
                self._call_back,
                "Ctrl+Shift+L",
                self.tr("return dial again"),
                self._why_not_call_back,
            ),
            Command(
                "hang_up",
                self.tr("Hang up the call I started"),
                Icon.ENDED,
                self._hang_up,
                also=self.tr("end terminate"),
                why_not=self._why_not_hang_up,
            ),
        )

    @property
    def _call(self) -> Card | None:
        return current_call(self._side.standing.cards)

    def _dial(self) -> None:
        self._show()
        self._field.focus_field()

    def _call_back(self) -> None:
        call = self._call
        if call is not None:
            self._show()
            self._field.call_back(call.number, call.key)

    def _hang_up(self) -> None:
        self._show()
        self._field.hang_up()

    def _show(self) -> None:
        self._side.come_home()

    def _why_no_service(self) -> str:
        return why_no_service(self._side.standing)

    def _why_not_call_back(self) -> str:
        reason, call = self._why_no_service(), self._call
        if reason:
            return reason
        if call is None:
            return QCoreApplication.translate("DeskPage", "No call right now")
        hidden = QCoreApplication.translate("dial_words", "The number is hidden")
        return "" if call.number else hidden

    def _why_not_hang_up(self) -> str:
        reason = self._why_no_service()
        if reason or self._field.can_hang_up:
            return reason
        return self.tr("No call was started from here")
