"""The question whether to be logged out before the program ends."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.ui.fonts import Role
from agent_desk.ui.theme import Token, colour
from agent_desk.ui.widgets import Button, Kind, Label


class QuitQuestion(QDialog):
    """A window of its own, since the main one may be hidden; it blocks nothing.

    Signals: ``log_out_chosen``, ``quit_chosen``, ``stay_chosen``.
    """

    log_out_chosen = Signal()
    quit_chosen = Signal()
    stay_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Quit"))
        self.setModal(False)
        title = self.tr("Set your status to logged out?")
        self.setAccessibleName(title)
        self._words = Label(
            self.tr("Otherwise it stays as it is, and calls go on coming to your phone."),
            Role.BODY,
            Token.TEXT2,
            wrap=True,
        )
        self._log_out = Button(self.tr("Log out and quit"), Kind.PRIMARY, height=36)
        self._quit = Button(self.tr("Only quit"), Kind.OUTLINE, height=36)
        self._stay = Button(self.tr("Stay"), Kind.GHOST, height=36)
        self._log_out.clicked.connect(self.log_out_chosen)
        self._quit.clicked.connect(self.quit_chosen)
        self._stay.clicked.connect(self.stay_chosen)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._log_out, self._quit, self._stay):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(Label(title, Role.SECTION))
        column.addWidget(self._words)
        column.addLayout(row)
        self.rejected.connect(self.stay_chosen)

    def ask(self) -> None:
        """Show the question, or bring it to the front."""
        palette = self.palette()
        palette.setColor(self.backgroundRole(), colour(Token.SURFACE))
        self.setPalette(palette)
        self.show()
        self.raise_()
        self.activateWindow()
        self._log_out.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_waiting(self) -> None:
        """The status is being set; only quitting at once is left to choose."""
        self._words.set_text(self.tr("Logging out. This takes three seconds at most."))
        self._log_out.setEnabled(False)
        self._stay.setEnabled(False)
        self._quit.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_question(self) -> None:
        """It is answered."""
        self.hide()
        self.deleteLater()
