"""How many calls were missed since somebody last looked at the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from agent_desk.ui.call_sounds import MISSED, OVER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from agent_desk.desk.state import Transition


class MissedCalls(QObject):
    """Counts what is missed while ``window`` is not the active one, each call once.

    Signals: ``changed(int)`` with how many there are; none as soon as a person comes to the window.
    """

    changed = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._missed: set[str] = set()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._on_focus_window_changed)

    def hear(self, transition: Transition) -> None:
        """Something happened to a call."""
        if transition.kind not in OVER:
            return
        call = transition.call
        before = len(self._missed)
        if call.outcome not in MISSED:
            self._missed.discard(call.key.call_id)  # it came back and was not missed after all
        elif not self._window.isActiveWindow():
            self._missed.add(call.key.call_id)
        if len(self._missed) != before:
            self.changed.emit(len(self._missed))

    def _on_focus_window_changed(self, _window: object) -> None:
        if self._missed and self._window.isActiveWindow():
            self._missed.clear()
            self.changed.emit(0)
