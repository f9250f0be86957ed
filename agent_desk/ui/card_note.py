"""The last lines of a caller card: its note, and when it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agent_desk.ui import text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, IconView, Kind, Label

if TYPE_CHECKING:
    from agent_desk.ui.card_marks import CardMark


class NoteLine(QWidget):
    """The note of a call in one line; hidden where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", Role.LABEL, Token.TEXT2)
        self._unsaved = Label(self.tr("Not saved"), Role.LABEL_STRONG, Token.RINGING, is_fixed=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(IconView(Icon.NOTE, 16, Token.TEXT3))
        layout.addWidget(self._unsaved)
        layout.addWidget(self._words, 1)

    def show_mark(self, mark: CardMark) -> None:
        """Show what was written, and whether that is saved."""
        self._words.set_text(text.isolate_name(" ".join(mark.written.split())))
        self._unsaved.setVisible(mark.is_unsaved)
        self.setVisible(bool(mark.written) or mark.is_unsaved)


class ClosingLine(QWidget):
    """When an ended card goes by itself, and a way to let it go at once.

    Signals: ``dismissed()``.
    """

    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", Role.LABEL, Token.TEXT3)
        self._dismiss = Button(self.tr("Dismiss"), Kind.LINK, name=self.tr("Dismiss this card"))
        self._dismiss.clicked.connect(self.dismissed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(IconView(Icon.CLOCK, 16, Token.TEXT3))
        layout.addWidget(self._words, 1)
        layout.addWidget(self._dismiss)

    def set_seconds(self, seconds: int | None, mark: CardMark) -> None:
        """Say when the card closes, ``None``: not by itself, and why it stays.

        One with words that are not saved cannot be dismissed: they would be lost.
        """
        self._dismiss.setVisible(not mark.is_unsaved)
        if mark.is_unsaved:
            self._words.set_text(self.tr("Stays until its note is saved or you sign out"))
        elif mark.is_pinned:
            self._words.set_text(self.tr("Pinned: stays until it is dismissed"))
        elif seconds is None:
            self._words.set_text(self.tr("Stays until it is dismissed"))
        else:
            count = text.isolate(str(seconds))
            said = self.tr("Closes in {count} s, stays while the pointer is on it")
            self._words.set_text(said.format(count=count))
