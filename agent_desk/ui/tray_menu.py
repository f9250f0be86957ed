"""The menu of the tray icon: what is the case, and what can be done without the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu

from agent_desk.desk.current import CAN_MUTE, PENDING, call_to_mute
from agent_desk.desk.guard import GuardState
from agent_desk.ui import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QAction

    from agent_desk.desk.card import Card

translate: Final = QCoreApplication.translate


class TrayMenu(QObject):
    """What the tray icon offers; ``widget`` is the menu itself.

    The clipboard is not looked at: its owner may hang, and the whole program with it.

    Signals: ``show_requested()``, ``settings_requested()``, ``sign_out_requested()``,
    ``quit_requested()``; ``mute_requested`` and ``resume_requested`` with a ``CallKey``;
    ``copied_requested()`` for the number that was copied.
    """

    show_requested = Signal()
    settings_requested = Signal()
    sign_out_requested = Signal()
    quit_requested = Signal()
    mute_requested = Signal(object)
    resume_requested = Signal(object)
    copied_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.widget = QMenu()
        self._call: Card | None = None
        self._status = self.widget.addAction("")
        self._status.setEnabled(False)
        self._missed = self._added("", self.show_requested)
        self.widget.addSeparator()
        self._mute = self.widget.addAction("")
        self._mute.triggered.connect(self._on_mute_triggered)
        copied = translate("hotkey_words", "Show the number on the clipboard")
        self._copied = self._added(copied, self.copied_requested)
        self.widget.addSeparator()
        self._added(self.tr("Show window"), self.show_requested)
        self._settings = self._added(self.tr("Settings"), self.settings_requested)
        self.widget.addSeparator()
        self._sign_out = self._added(self.tr("Sign out"), self.sign_out_requested)
        self._added(self.tr("Quit"), self.quit_requested)
        for action in (self._status, self._missed, self._mute):
            action.setVisible(False)
        self.set_signed_in(False)

    def set_signed_in(self, is_signed_in: bool) -> None:
        """Offer what only somebody who is signed in can do, or not."""
        self._copied.setVisible(is_signed_in)
        self._settings.setVisible(is_signed_in)
        self._sign_out.setVisible(is_signed_in)

    def set_status(self, state: str, missed: str) -> None:
        """Say in words how things are and what was missed; nothing is said of nothing."""
        for action, said in ((self._status, state), (self._missed, missed)):
            action.setText(text.menu(said))
            action.setVisible(bool(said))

    def set_cards(self, cards: Iterable[Card]) -> None:
        """Offer what can be done about the recording of the current call."""
        self._call = call_to_mute(cards)
        self._mute.setVisible(self._call is not None)
        if self._call is not None:
            state = self._call.guard.state
            self._mute.setText(self._mute_words(state))
            self._mute.setEnabled(state not in PENDING)

    def _added(self, words: str, wish: SignalInstance) -> QAction:
        action = self.widget.addAction(words)
        action.triggered.connect(wish)
        return action

    def _mute_words(self, state: GuardState) -> str:
        if state in PENDING:
            return self.tr("Muting…") if state is GuardState.MUTING else self.tr("Resuming…")
        return self.tr("Mute recording") if state in CAN_MUTE else self.tr("Resume recording")

    def _on_mute_triggered(self) -> None:
        if self._call is not None:
            is_mute = self._call.guard.state in CAN_MUTE
            (self.mute_requested if is_mute else self.resume_requested).emit(self._call.key)
