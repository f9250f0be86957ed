"""Asking for the account's API code, with words an agent can pass on to the administrator."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agent_desk.core.privacy import Secret
from agent_desk.ui import fault_words, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.intents import ApiCodeForm
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, Card, CheckBox, Kind, Label, PasswordField


class ApiCodePanel(Card):
    """A card in the main window; nothing waits for it.

    Signals: ``given(ApiCodeForm)``, ``dismissed()``.
    """

    given = Signal(object)
    dismissed = Signal()

    def __init__(self, *, has_keyring: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._request = self.tr(
            "Hello, I take calls with agent_desk on Voicenter. Please send me the API code of our "
            "account. The program needs it to show recent calls and to block numbers."
        )
        what = Label(
            self.tr(
                "Recent calls and blocking need the API code of your account. Your administrator "
                "has it."
            ),
            Role.BODY,
            Token.TEXT2,
            wrap=True,
        )
        self._copy = Button(
            self.tr("Copy a message for the administrator"), Kind.LINK, icon=Icon.COPY
        )
        self._copy.clicked.connect(self._on_copy_clicked)
        self._code = PasswordField(self.tr("API code"), height=40)
        self._code.submitted.connect(self._on_submitted)
        self._code.text_changed.connect(self._on_code_text_changed)
        self._keep = CheckBox(
            self.tr("Keep the code"), self.tr("Kept in the system keyring, never in a file")
        )
        self.set_keyring(has_keyring=has_keyring)
        save = Button(self.tr("Use this code"), Kind.PRIMARY)
        save.clicked.connect(self._on_submitted)
        later = Button(self.tr("Not now"), Kind.GHOST)
        later.clicked.connect(self.dismissed)
        buttons = QHBoxLayout()
        buttons.addWidget(save)
        buttons.addWidget(later)
        buttons.addStretch(1)
        self.body.setSpacing(12)
        self.body.addWidget(Label(self.tr("API code needed"), Role.SECTION))
        self.body.addWidget(what)
        self.body.addWidget(self._copy)
        self.body.addWidget(self._code)
        self.body.addWidget(self._keep)
        self.body.addLayout(buttons)

    def set_keyring(self, *, has_keyring: bool) -> None:
        """Whether the code can be kept at all."""
        self._keep.setEnabled(has_keyring)
        self._keep.setChecked(has_keyring)

    def ask(self, reason_code: str) -> None:
        """Start afresh; a reason says what was wrong with the code that was given before."""
        self._code.set_text("")
        self._copy.set_icon(Icon.COPY)
        self._code.set_fault(fault_words.fault(reason_code).sentence if reason_code else "")

    def focus_first(self) -> None:
        """Put the keyboard into the field."""
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_copy_clicked(self) -> None:
        text.copy(self._request)
        self._copy.set_icon(Icon.TICK)
        text.announce(self, self.tr("Message copied"))

    def _on_code_text_changed(self, _words: str) -> None:
        self._code.set_fault("")

    def _on_submitted(self) -> None:
        code = self._code.text().strip()
        if not code:
            self._code.set_fault(self.tr("Enter the API code"))
            return
        self._code.set_text("")
        self.given.emit(
            ApiCodeForm(Secret(code), self._keep.isEnabled() and self._keep.isChecked())
        )
