"""What is asked before the program ends or a person signs out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.ui.fonts import Role
from agent_desk.ui.theme import Token, colour
from agent_desk.ui.widgets import Button, Kind, Label


class LeaveQuestion(QDialog):
    """A window of its own, since the main one may be hidden; it blocks nothing.

    Shows ``title`` and ``words`` over two ways to leave and one to stay, which Escape takes, too.
    Signals: ``best_chosen`` (the first way), ``leave_chosen``, ``stay_chosen``.
    """

    best_chosen = Signal()
    leave_chosen = Signal()
    stay_chosen = Signal()

    def __init__(self, title: str, words: str, ways: tuple[str, str, str]) -> None:
        super().__init__()
        best, leave, stay = ways
        self.setModal(False)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self._words = Label(words, Role.BODY, Token.TEXT2, wrap=True)
        self._best = Button(best, Kind.PRIMARY, height=36)
        self._leave = Button(leave, Kind.OUTLINE, height=36)
        self._stay = Button(stay, Kind.GHOST, height=36)
        self._best.clicked.connect(self.best_chosen)
        self._leave.clicked.connect(self.leave_chosen)
        self._stay.clicked.connect(self.stay_chosen)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._best, self._leave, self._stay):
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
        self._best.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_question(self) -> None:
        """It is answered."""
        self.hide()
        self.deleteLater()

    def _say(self, words: str, *, ready: tuple[QWidget, ...]) -> None:
        """Other words, and which ways can be taken now; the keyboard goes to the first of them."""
        self._words.set_text(words)
        self.setAccessibleDescription(words)
        for button in (self._best, self._leave, self._stay):
            button.setEnabled(button in ready)
        ready[0].setFocus(Qt.FocusReason.OtherFocusReason)


class QuitQuestion(LeaveQuestion):
    """Whether to be logged out before the program ends; ``best_chosen`` is yes."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Set your status to logged out?"),
            self.tr("Otherwise it stays as it is, and calls go on coming to your phone."),
            (self.tr("Log out and quit"), self.tr("Only quit"), self.tr("Stay")),
        )
        self.setWindowTitle(self.tr("Quit"))

    def show_waiting(self) -> None:
        """The status is being set; only quitting at once is left to choose."""
        said = self.tr("Logging out. This takes three seconds at most.")
        self._say(said, ready=(self._leave,))

    def show_failed(self) -> None:
        """The status was not set for certain."""
        said = self.tr("Your status may be unchanged: calls may go on coming to your phone.")
        self._say(said, ready=(self._leave, self._best, self._stay))


class RecordingQuestion(LeaveQuestion):
    """Whether to resume a recording before the program ends, or before the sign-out.

    ``best_chosen`` is to resume.
    """

    def __init__(self, *, is_quit: bool) -> None:
        ways = (
            (self.tr("Resume and quit"), self.tr("Quit, leave muted"), self.tr("Stay"))
            if is_quit
            else (self.tr("Resume and sign out"), self.tr("Sign out, leave muted"), self.tr("Stay"))
        )
        super().__init__(
            self.tr("The recording is muted"),
            self.tr("Once you have left, nobody resumes it: the rest of the call is not recorded."),
            ways,
        )
        self.setWindowTitle(self.tr("Quit") if is_quit else self.tr("Sign out"))

    def show_waiting(self) -> None:
        """The service was asked to resume."""
        said = self.tr("Resuming the recording. Voicenter has not confirmed it yet.")
        self._say(said, ready=(self._stay, self._leave))

    def show_failed(self) -> None:
        """It was not resumed, as far as is known."""
        said = self.tr("The recording was not resumed for certain. It may still be muted.")
        self._say(said, ready=(self._best, self._leave, self._stay))
