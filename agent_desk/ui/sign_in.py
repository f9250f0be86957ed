"""The sign-in page: three ways to sign in, and one to look around without an account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.core.identity import LoginKind
from agent_desk.core.privacy import Secret
from agent_desk.ui import fault_words, icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.intents import SignInForm
from agent_desk.ui.painting import Box, draw_box
from agent_desk.ui.scroll import ScrollPage
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets import (
    RING_PX,
    Button,
    CheckBox,
    Field,
    IconView,
    Kind,
    Label,
    PasswordField,
    Segmented,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_KINDS: Final = (LoginKind.USER, LoginKind.ACCOUNT, LoginKind.TOKEN)
_WIDTH: Final = 360
_LOW_PX: Final = 560
"""A screen of 1080 px at 200 % leaves less than this for the page."""
_LOGO_PX: Final = 56


class Logo(QWidget):
    """The program's sign."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_LOGO_PX, _LOGO_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), 16, Box(colour(Token.ACCENT)))
        at = QRectF(self.rect()).center()
        at.setX(at.x() - 14)
        at.setY(at.y() - 14)
        icons.paint(painter, Icon.LOGO, at, 28, colour(Token.ON_ACCENT))
        painter.end()


class Failure(QWidget):
    """What went wrong and what to do, on the tint of a failure; spoken when it appears."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = Label("", Role.ACTION, Token.MUTED, wrap=True)
        self._next = Label("", Role.LABEL, Token.TEXT, wrap=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._sentence)
        column.addWidget(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(IconView(Icon.FAILED, 20, Token.MUTED), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.hide()

    def say(self, sentence: str, next_step: str) -> None:
        """Show the two sentences; empty ones take them back."""
        self._sentence.set_text(sentence)
        self._next.set_text(next_step)
        self._next.setVisible(bool(next_step))
        self.setVisible(bool(sentence))
        if sentence:
            text.announce(self, f"{sentence} {next_step}", is_urgent=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = tokens()
        border = colour(Token.MUTED) if now.is_high_contrast else None
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), 8, Box(colour(Token.MUTED_BG), border, now.line))
        painter.end()


class SignInPage(QWidget):
    """Asks who the agent is.

    Signals: ``submitted(SignInForm)``, ``demo_requested()``, ``touched()`` when a person first
    changes anything after ``show_form``.
    """

    submitted = Signal(object)
    demo_requested = Signal()
    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._has_keyring = True
        self._is_busy = False
        self._is_touched = False
        self._kinds = Segmented(
            (self.tr("User"), self.tr("Account"), self.tr("Token")), name=self.tr("Sign in as")
        )
        self._kinds.selected_changed.connect(self._on_kinds_selected_changed)
        self._email = Field(self.tr("E-mail"), height=44, is_ltr=True)
        self._email.edit.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self._account = Field(self.tr("User name"), height=44, is_ltr=True)
        self._password = PasswordField(self.tr("Password"))
        self._token = PasswordField(self.tr("Token"))
        self._keep = CheckBox(
            self.tr("Keep me signed in"), self.tr("Kept in the system keyring, never in a file")
        )
        self._keep.setChecked(True)
        self._keep.clicked.connect(self._touch)
        self._no_keyring = Label(
            self.tr("This PC has no keyring: you sign in for this session only."),
            Role.LABEL,
            Token.TEXT3,
            wrap=True,
        )
        self._failure = Failure()
        self._submit = Button(self.tr("Sign in"), Kind.PRIMARY, height=44, role=Role.STATE)
        self._submit.clicked.connect(self._on_submitted)
        self._demo = Button(self.tr("Try without an account"), Kind.GHOST)
        self._demo.clicked.connect(self.demo_requested)
        for field in (self._email, self._account, self._password, self._token):
            field.submitted.connect(self._on_submitted)
            field.text_changed.connect(self._on_field_text_changed)
            field.edit.textEdited.connect(self._touch)
        self._logo = QWidget()
        self._column = QVBoxLayout()
        self._is_low = False
        self._build()
        self._fit()
        self.show_form(LoginKind.USER, "", has_keyring=True)

    @property
    def is_touched(self) -> bool:
        """Whether a person has changed anything since ``show_form``."""
        return self._is_touched

    def show_form(
        self, kind: LoginKind, identity: str, *, has_keyring: bool, notice: str = ""
    ) -> None:
        """Start afresh: ``identity`` is what was used last, ``notice`` the code of a reason."""
        with QSignalBlocker(self._kinds):
            self._kinds.select(_KINDS.index(kind))
        if kind is LoginKind.USER:
            self._email.set_text(identity)
        elif kind is LoginKind.ACCOUNT:
            self._account.set_text(identity)
        self._keep.setChecked(True)
        self.set_keyring(has_keyring=has_keyring)
        self.forget_secrets()
        self._is_touched = False
        self.set_busy(is_busy=False)
        self._arrange()
        if notice:
            self.fail(notice, "", "")
        else:
            self._failure.say("", "")

    def set_keyring(self, *, has_keyring: bool) -> None:
        """Whether a secret can be kept; nothing that a person has typed is changed."""
        self._has_keyring = has_keyring
        if not has_keyring:
            self._keep.setChecked(False)
        self._keep.setEnabled(has_keyring and not self._is_busy)
        self._no_keyring.setVisible(not has_keyring)

    def set_busy(self, *, is_busy: bool, can_type: bool = False) -> None:
        """While the service is asked nothing can be changed, unless a person ``can_type``."""
        self._is_busy = is_busy
        is_open = not is_busy or can_type
        self._submit.set_text(self.tr("Signing in…") if is_busy else self.tr("Sign in"))
        for widget in (self._kinds, self._email, self._account, self._password, self._token):
            widget.setEnabled(is_open)
        self._keep.setEnabled(self._has_keyring and is_open)
        self._submit.setEnabled(not is_busy)
        self._demo.setEnabled(is_open)
        if not is_open:
            self._failure.say("", "")

    def fail(self, code: str, message: str, next_step: str) -> None:
        """Say why it did not work; the words are chosen by ``code``."""
        self.set_busy(is_busy=False)
        fault = fault_words.fault(code, message, next_step)
        self._failure.say(fault.sentence, fault.next_step)
        secret = self._secret_field()
        if self.isVisible() and code == "credentials":
            secret.edit.selectAll()
            secret.setFocus()

    def forget_secrets(self) -> None:
        """Empty the fields that hide what is typed."""
        for field in (self._password, self._token):
            field.set_text("")
            field.set_fault("")

    def focus_first(self) -> None:
        """Put the keyboard where typing starts."""
        fields = [self._identity_field(), self._secret_field()]
        empty = [field for field in fields if field is not None and not field.text()]
        (empty[0] if empty else self._submit).setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.SURFACE))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < _LOW_PX
        if is_low != self._is_low:
            self._is_low = is_low
            self._fit()

    def _fit(self) -> None:
        """Spread out, or, in a low window, draw together so that the button is in sight."""
        self._logo.setVisible(not self._is_low)
        # With a failure of three lines all of it still fits in a window of 680 px.
        top, bottom = (8, 8) if self._is_low else (24, 12)
        self._column.setContentsMargins(RING_PX, top, RING_PX, bottom)
        self._column.setSpacing(12 if self._is_low else 18)

    def _build(self) -> None:
        logo = QVBoxLayout(self._logo)
        logo.setContentsMargins(0, 0, 0, 16)
        logo.addWidget(Logo())
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._logo)
        head.addWidget(Label(self.tr("Sign in"), Role.SIGN_IN))
        head.addSpacing(4)
        subtitle = self.tr("Calls pop here as soon as your phone rings.")
        head.addWidget(Label(subtitle, Role.BODY, Token.TEXT2))
        head.addSpacing(4)
        keep = QVBoxLayout()
        keep.setSpacing(4)
        keep.addWidget(self._keep)
        keep.addWidget(self._no_keyring)
        ways = QVBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self._submit)
        ways.addWidget(self._demo, 0, Qt.AlignmentFlag.AlignHCenter)
        form = QWidget()
        form.setFixedWidth(_WIDTH + 2 * RING_PX)
        column = self._column
        form.setLayout(column)
        column.addLayout(head)
        column.addWidget(self._kinds)
        for field in (self._email, self._account, self._password, self._token):
            column.addWidget(field)
        column.addLayout(keep)
        column.addWidget(self._failure)
        column.addLayout(ways)
        column.addStretch(1)
        scroll = ScrollPage()
        row = QHBoxLayout(scroll.content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(form)
        row.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _kind(self) -> LoginKind:
        return _KINDS[self._kinds.selected()]

    def _identity_field(self) -> Field | None:
        fields = {LoginKind.USER: self._email, LoginKind.ACCOUNT: self._account}
        return fields.get(self._kind())

    def _secret_field(self) -> PasswordField:
        return self._token if self._kind() is LoginKind.TOKEN else self._password

    def _arrange(self) -> None:
        kind = self._kind()
        self._email.setVisible(kind is LoginKind.USER)
        self._account.setVisible(kind is LoginKind.ACCOUNT)
        self._password.setVisible(kind is not LoginKind.TOKEN)
        self._token.setVisible(kind is LoginKind.TOKEN)

    def _on_kinds_selected_changed(self, _index: int) -> None:
        had_keyboard = self._kinds.hasFocus()  # the arrow keys go on to the next choice
        self._arrange()
        self._failure.say("", "")
        self._touch()
        if self.isVisible() and not had_keyboard:
            self.focus_first()

    def _on_field_text_changed(self, _words: str) -> None:
        field = self.sender()
        if isinstance(field, Field):
            field.set_fault("")

    def _touch(self) -> None:
        if not self._is_touched:
            self._is_touched = True
            self.touched.emit()

    def _on_submitted(self) -> None:
        if self._is_busy:
            return
        kind = self._kind()
        identity_field, secret_field = self._identity_field(), self._secret_field()
        identity = identity_field.text().strip() if identity_field is not None else ""
        secret = secret_field.text()
        if kind is LoginKind.TOKEN:
            secret = secret.strip()
        faulty: list[Field] = []
        if identity_field is not None and not identity:
            is_user = kind is LoginKind.USER
            asked = self.tr("Enter your e-mail") if is_user else self.tr("Enter the user name")
            identity_field.set_fault(asked)
            faulty.append(identity_field)
        if not secret:
            is_token = kind is LoginKind.TOKEN
            asked = self.tr("Enter the token") if is_token else self.tr("Enter the password")
            secret_field.set_fault(asked)
            faulty.append(secret_field)
        if faulty:
            faulty[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        keep = self._has_keyring and self._keep.isChecked()
        self.submitted.emit(SignInForm(kind, identity, Secret(secret), keep))
