"""What stands beside or below the current calls: dialling, today, calls owed, recent calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent_desk.desk.day import DayView
from agent_desk.desk.recent import RecentCalls
from agent_desk.ui.dial_field import DialField
from agent_desk.ui.fonts import Role
from agent_desk.ui.owed_list import OwedList
from agent_desk.ui.recent_list import MyCalls
from agent_desk.ui.today import Today
from agent_desk.ui.widgets import Label

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.ui.intent_signals import IntentSignals


class DeskAside(QWidget):
    """Four parts below each other; a call back goes through the field that dials.

    Signals: ``dial_shown()`` when a person who pressed a button elsewhere is to see the field.
    """

    dial_shown = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.dial = DialField()
        self.today = Today()
        self.owed = OwedList(clock)
        self.my_calls = MyCalls(clock)
        self._dial_title = Label(self.tr("Dial"), Role.SECTION)
        dial = QVBoxLayout()
        dial.setSpacing(8)
        dial.addWidget(self._dial_title)
        dial.addWidget(self.dial)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(dial)
        for part in (self.today, self.owed, self.my_calls):
            column.addWidget(part)
        self.owed.call_back_requested.connect(self._on_call_back_requested)
        self.my_calls.call_back_requested.connect(self._on_call_back_requested)

    def join(self, intents: IntentSignals) -> None:
        """Tell ``intents`` what a person wants here."""
        self.owed.done_requested.connect(intents.debt_settled)

    def set_wide(self, *, is_wide: bool) -> None:
        """Beside the calls the first part has a title, as they have."""
        self._dial_title.setVisible(is_wide)

    def show_day(self, day: DayView) -> None:
        """Show what the agent did today and whom they owe a call."""
        self.today.show_day(day)
        self.owed.show_day(day)

    def forget(self) -> None:
        """Somebody else may sign in."""
        self.dial.forget()
        self.show_day(DayView())
        self.my_calls.show_calls(RecentCalls())

    def _on_call_back_requested(self, number: PhoneNumber) -> None:
        self.dial.call_back(number)
        self.dial_shown.emit()
