"""Several lines of plain text, to write on or to read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from agent_desk.ui import fonts
from agent_desk.ui.fonts import Role
from agent_desk.ui.painting import Box, draw_box
from agent_desk.ui.theme import Token, colour, tokens


class TextBox(QPlainTextEdit):
    """``lines`` lines high, framed as the fields are; Tab goes on to the next control."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setFont(fonts.font(Role.BODY))
        self.setViewportMargins(8, 6, 8, 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(lines * Role.BODY.line + 20)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def event(self, event: QEvent) -> bool:
        # What ``paintEvent`` paints here is the words' part, which lies above.
        if event.type() == QEvent.Type.Paint:
            has_focus = self.hasFocus()
            border = colour(Token.ACCENT if has_focus else Token.CONTROL)
            box = Box(colour(Token.SURFACE), border, 2 if has_focus else tokens().line)
            painter = QPainter(self)
            draw_box(painter, QRectF(self.rect()), 8, box)
            painter.end()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
