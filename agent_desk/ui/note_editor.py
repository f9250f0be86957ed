"""The small window in which a note on a call is written: the one that may take the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout

from agent_desk.ui import text, words
from agent_desk.ui.card_marks import MAX_NOTE
from agent_desk.ui.fonts import Role
from agent_desk.ui.masking import masking
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, Floating, Kind, Label
from agent_desk.ui.widgets import Card as Sheet
from agent_desk.ui.widgets.text_box import TextBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from agent_desk.desk.card import Card as Call
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.caller_card import CallerCard
    from agent_desk.ui.card_marks import CardMarks

_WIDTH: Final = 360
_LINES: Final = 5
_GAP: Final = 12


class NoteEditor(Floating):
    """Writes the note of one call at a time; what is written goes to the marks with every key.

    So nothing is lost when the call ends, another one comes or the window is closed: Escape leaves
    the words as they are, not saved, and the card stays. It opens on a person's click only.
    ``is_composited`` tells whether windows may be see-through: without that it has no shadow.
    """

    def __init__(self, marks: CardMarks, is_composited: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self._marks = marks
        self._is_composited = is_composited
        self._key: CallKey | None = None
        self._call: Call | None = None
        self._title = Label("", Role.SECTION)
        self._edit = TextBox(_LINES)
        self._edit.setAccessibleName(self.tr("Note"))
        self._edit.textChanged.connect(self._on_text_changed)
        self._edit.installEventFilter(self)
        hint = self.tr(
            "Ctrl+Enter saves. Esc closes, the words stay. Kept until you sign out or quit."
        )
        self._hint = Label(hint, Role.LABEL, Token.TEXT3, wrap=True)
        self._save = Button(self.tr("Save note"), Kind.PRIMARY)
        self._save.clicked.connect(self._on_save_clicked)
        self._discard = Button(self.tr("Discard"), Kind.GHOST, name=self.tr("Discard the changes"))
        self._discard.clicked.connect(self._on_discard_clicked)
        self._close = Button(self.tr("Close"), Kind.SECONDARY)
        self._close.clicked.connect(self._leave)
        self._build()
        marks.changed.connect(self._on_marks_changed)
        masking.changed.connect(self._show_title)

    @property
    def key(self) -> CallKey | None:
        """The call whose note is being written; ``None`` while nobody writes."""
        return self._key if self.isVisible() else None

    def open(self, card: CallerCard) -> None:
        """Write the note of the call that ``card`` shows; takes the keyboard."""
        if card.card is None:
            return
        self._key = card.card.key
        self._call = card.card
        # Task lists and other programs read the titles of windows.
        self.setWindowTitle(self.tr("Note"))
        self._show_title()
        self._fill()
        self.set_shadowed(self._is_composited())
        self._place(card)
        self.show()
        self.raise_()
        self.activateWindow()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_title(self) -> None:
        """Say with whom the call is; a number may be hidden from one moment to the next."""
        if self._call is not None:
            who = text.isolate_name(words.title(self._call))
            self._title.set_text(self.tr("Note on the call with {name}").format(name=who))

    def eventFilter(self, _edit: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the words saves; Enter alone is a new line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._on_save_clicked()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        # By the window manager: the words stay as with Escape.
        event.ignore()
        self._leave()

    def _build(self) -> None:
        sheet = Sheet(is_floating=True, inset=16)
        sheet.body.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._save)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        buttons.addWidget(self._discard)
        sheet.body.addWidget(self._title)
        sheet.body.addWidget(self._edit)
        sheet.body.addWidget(self._hint)
        sheet.body.addLayout(buttons)
        self.stack.addWidget(sheet)

    def _fill(self) -> None:
        with QSignalBlocker(self._edit):
            self._edit.setPlainText(self._marks.of(self._key).written)
        self._edit.moveCursor(QTextCursor.MoveOperation.End)
        self._show_saved()

    def _show_saved(self) -> None:
        is_unsaved = self._marks.of(self._key).is_unsaved
        self._save.setEnabled(is_unsaved)
        self._discard.setVisible(is_unsaved)

    def _place(self, card: CallerCard) -> None:
        """Beside a pop, which lies above everything; over a card of the window."""
        self.ensurePolished()
        self.setFixedWidth(_WIDTH + 2 * self.margin)
        layout = self.layout()
        height = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        self.setFixedHeight(height)
        margin = self.margin
        near = QRect(card.mapToGlobal(QPoint(0, 0)), card.size())
        free = card.screen().availableGeometry()
        if card.is_floating:
            is_left = near.left() - free.left() >= free.right() - near.right()
            x = near.left() - _GAP - _WIDTH if is_left else near.right() + 1 + _GAP
            y = near.bottom() + 1 - (height - 2 * margin)
        else:
            x = near.center().x() - _WIDTH // 2
            y = near.top() + _GAP * 4
        x = max(free.left(), min(x, free.right() + 1 - _WIDTH))
        y = max(free.top(), min(y, free.bottom() + 1 - (height - 2 * margin)))
        self.move(x - margin, y - margin)

    def _leave(self) -> None:
        self.hide()
        self._key = self._call = None

    def _on_text_changed(self) -> None:
        if self._key is None:
            return
        written = self._edit.toPlainText()
        if len(written) > MAX_NOTE:
            self._cut(written[:MAX_NOTE])
        self._marks.write(self._key, written)

    def _cut(self, kept: str) -> None:
        """Take away all behind ``kept``; Qt counts in units of UTF-16."""
        cursor = self._edit.textCursor()
        cursor.setPosition(len(kept.encode("utf-16-le")) // 2)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        with QSignalBlocker(self._edit):
            cursor.removeSelectedText()

    def _on_marks_changed(self, key: CallKey) -> None:
        if key == self._key:
            self._show_saved()

    def _on_save_clicked(self) -> None:
        if self._key is not None:
            self._marks.save(self._key)
            text.announce(self, self.tr("Note saved"))
            self._leave()

    def _on_discard_clicked(self) -> None:
        if self._key is not None:
            self._marks.discard(self._key)
            self._leave()
