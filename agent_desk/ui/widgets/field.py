"""Fields to type into: label above, a quiet frame, a thicker one while they have the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.ui import fonts, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Box, draw_box
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets.button import Button, Kind
from agent_desk.ui.widgets.focus import TabStop
from agent_desk.ui.widgets.label import Label
from agent_desk.ui.widgets.mark import IconView

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_FOCUS_PX: Final = 2
_RADIUS: Final = 8
_GAP: Final = 8


class Field(QWidget):
    """One line of input. ``height`` is 44 (sign-in, dial), 40 (forms) or 36 px (filters).

    ``edit`` is the QLineEdit itself, for validators and completers. ``is_ltr`` is for what reads
    from left to right in every language: numbers, addresses, tokens; it still starts where the
    window starts. Signals: ``text_changed(str)`` for each change, ``submitted()`` for Enter.
    """

    text_changed = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        label: str = "",
        *,
        height: int = 40,
        placeholder: str = "",
        icon: Icon | None = None,
        is_ltr: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if not (label or name):
            msg = "a field without a label needs an accessible name"
            raise ValueError(msg)
        self._is_ltr = is_ltr
        self.edit = _Edit(placeholder)
        self.edit.setAccessibleName(text.plain(name or label))
        self.edit.textChanged.connect(self.text_changed)
        self.edit.returnPressed.connect(self.submitted)
        self._frame = _Frame(self.edit, height, icon)
        self._fault = _Fault()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        if label:
            caption = Label(label, Role.ACTION)
            caption.setBuddy(self.edit)
            column.addWidget(caption)
        column.addWidget(self._frame)
        column.addWidget(self._fault)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.edit)
        self._align()

    def text(self) -> str:
        """What was typed, without direction marks that came along with a paste."""
        return text.plain(self.edit.text())

    def set_text(self, words: str) -> None:
        """Fill the field."""
        self.edit.setText(words)

    def set_fault(self, words: str) -> None:
        """Say below the field what is wrong with it; empty takes it back."""
        self._fault.set_words(words)
        self._frame.is_faulty = bool(words)
        self._frame.update()
        self.edit.setAccessibleDescription(text.plain(words))

    def add_trailing(self, widget: QWidget) -> None:
        """Put a button or a hint inside the frame at its far end."""
        self._frame.add_trailing(widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        is_rtl = self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        # Without "absolute" Qt would go by the text's own direction, and typing would jump.
        self.edit.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        if self._is_ltr:
            self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class PasswordField(Field):
    """A field whose text is hidden until the eye is pressed."""

    def __init__(self, label: str, *, height: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(label, height=height, is_ltr=True, parent=parent)
        self._eye = Button(
            kind=Kind.GHOST, icon=Icon.EYE, height=32, name=self.tr("Show what I typed")
        )
        self._eye.clicked.connect(self._on_eye_clicked)
        self.add_trailing(self._eye)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )

    def text(self) -> str:
        """What was typed, to the letter."""
        return self.edit.text()

    def set_text(self, words: str) -> None:
        """Fill the field; what comes next is hidden again, somebody else may type it."""
        self._open_eye(is_open=False)
        super().set_text(words)

    def _on_eye_clicked(self) -> None:
        self._open_eye(is_open=self.edit.echoMode() is QLineEdit.EchoMode.Password)

    def _open_eye(self, *, is_open: bool) -> None:
        # The name says what a press does; "checked" beside it would say the opposite.
        modes = QLineEdit.EchoMode
        self.edit.setEchoMode(modes.Normal if is_open else modes.Password)
        self._eye.set_icon(Icon.EYE_OFF if is_open else Icon.EYE)
        hide, show = self.tr("Hide what I typed"), self.tr("Show what I typed")
        self._eye.set_name(hide if is_open else show)


class _Edit(TabStop, QLineEdit):
    """The line edit without a frame of its own."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, on=False)
        self.setFont(fonts.font(Role.BODY))
        # The frame behind it is what is painted.
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)


class _Frame(QWidget):
    """The box round a line edit; a press anywhere in it goes to the edit."""

    def __init__(self, edit: QLineEdit, height: int, icon: Icon | None) -> None:
        super().__init__()
        self.is_faulty = False
        self._edit = edit
        self._height = height
        self._row = QHBoxLayout(self)
        # Symmetrical, since margins are not mirrored; what differs is spacing.
        self._row.setContentsMargins(4, 0, 4, 0)
        self._row.setSpacing(0)
        self._row.addSpacing(6)
        if icon is not None:
            self._row.addSpacing(2)
            self._row.addWidget(IconView(icon, 16, Token.TEXT3))
            self._row.addSpacing(6)
        self._row.addWidget(edit, 1)
        self._row.addSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusProxy(edit)
        edit.installEventFilter(self)

    def add_trailing(self, widget: QWidget) -> None:
        widget.setCursor(Qt.CursorShape.ArrowCursor)
        self._row.addWidget(widget)

    def sizeHint(self) -> QSize:
        return QSize(240, self._height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        border, width = Token.CONTROL, tokens().line
        if self._edit.hasFocus():
            border, width = Token.ACCENT, max(_FOCUS_PX, tokens().focus_line)
        if self.is_faulty:
            border = Token.MUTED
        if tokens().is_high_contrast and self._edit.hasFocus():
            border = Token.FOCUS
        box = Box(colour(Token.SURFACE), colour(border), width)
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), _RADIUS, box)
        painter.end()


class _Fault(QWidget):
    """A sentence with a triangle: colour is not the only sign."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconView(Icon.FAILED, 14, Token.MUTED), 0, Qt.AlignmentFlag.AlignTop)
        self._label = Label("", Role.LABEL, Token.MUTED, wrap=True)
        row.addWidget(self._label, 1)
        self.hide()

    def set_words(self, words: str) -> None:
        is_new = bool(words) and words != self._label.text()
        self._label.set_text(words)
        self.setVisible(bool(words))
        if is_new:
            text.announce(self._label, words, is_urgent=True)
