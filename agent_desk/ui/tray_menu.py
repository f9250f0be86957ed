"""The menu of the tray icon: what is the case, and what can be done without the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu

from agent_desk.desk.current import PENDING, call_to_mute, can_mute, can_resume
from agent_desk.desk.guard import GuardState
from agent_desk.ui import status_words, text
from agent_desk.ui.status_menu import StatusMenu

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QAction

    from agent_desk.desk.card import Card
    from agent_desk.desk.guard import GuardView
    from agent_desk.desk.presence import PresenceView

translate: Final = QCoreApplication.translate


class TrayMenu(QObject):
    """What the tray icon offers; ``widget`` is the menu itself.

    The clipboard is not looked at: its owner may hang, and the whole program with it.

    Signals: ``show_requested()``, ``settings_requested()``, ``sign_out_requested()``,
    ``quit_requested()``; ``mute_requested`` and ``resume_requested`` with a ``CallKey``;
    ``copied_requested()`` for the number that was copied; ``status_requested(int)`` with the code
    of a status.
    """

    show_requested = Signal()
    settings_requested = Signal()
    sign_out_requested = Signal()
    quit_requested = Signal()
    mute_requested = Signal(object)
    resume_requested = Signal(object)
    copied_requested = Signal()
    status_requested = Signal(int)

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
        # Where nobody knows, either may be wanted.
        self._resume = self.widget.addAction(self.tr("Resume recording"))
        self._resume.triggered.connect(self._on_resume_triggered)
        self._statuses = StatusMenu(self.widget)
        self._statuses.status_requested.connect(self.status_requested)
        self._presence = self.widget.addMenu(self._statuses)
        self._presence.setVisible(False)
        copied = translate("hotkey_words", "Show the number on the clipboard")
        self._copied = self._added(copied, self.copied_requested)
        self.widget.addSeparator()
        self._added(self.tr("Show window"), self.show_requested)
        self._settings = self._added(self.tr("Settings"), self.settings_requested)
        self.widget.addSeparator()
        self._sign_out = self._added(self.tr("Sign out"), self.sign_out_requested)
        self._added(self.tr("Quit"), self.quit_requested)
        for action in (self._status, self._missed, self._mute, self._resume):
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

    def set_presence(self, view: PresenceView) -> None:
        """Offer to change the agent's status, and say what it is."""
        self._statuses.set_view(view)
        _, said, _ = status_words.pill(view)
        said = self.tr("Status: {status}").format(status=said)
        self._presence.setText(text.menu(said))
        self._presence.setVisible(view.is_there)

    def set_cards(self, cards: Iterable[Card]) -> None:
        """Offer what can be done about the recording of the current call."""
        self._call = call_to_mute(cards)
        self._mute.setVisible(self._call is not None)
        guard = self._call.guard if self._call is not None else None
        is_either = guard is not None and can_mute(guard) and can_resume(guard)
        self._resume.setVisible(is_either)
        if guard is not None:
            self._mute.setText(self._mute_words(guard))
            self._mute.setEnabled(guard.state not in PENDING)

    def _added(self, words: str, wish: SignalInstance) -> QAction:
        action = self.widget.addAction(words)
        action.triggered.connect(wish)
        return action

    def _mute_words(self, guard: GuardView) -> str:
        if guard.state in PENDING:
            is_muting = guard.state is GuardState.MUTING
            return self.tr("Muting…") if is_muting else self.tr("Resuming…")
        return self.tr("Mute recording") if can_mute(guard) else self.tr("Resume recording")

    def _on_mute_triggered(self) -> None:
        if self._call is not None:
            is_mute = can_mute(self._call.guard)
            (self.mute_requested if is_mute else self.resume_requested).emit(self._call.key)

    def _on_resume_triggered(self) -> None:
        if self._call is not None:
            self.resume_requested.emit(self._call.key)
