"""Words: plain text on a fixed line height, never markup, mirrored with the window."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from agent_desk.ui import fonts, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.painting import Align, Line, draw_line
from agent_desk.ui.theme import Token, colour


class PlainText(QLabel):
    """Base of everything that shows words but is no control.

    A QLabel, so that a screen reader finds static text; never the one that paints it.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(0, 0, 0, 0)
        self._say(words)

    @property
    def is_rtl(self) -> bool:
        """Whether the window reads from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _say(self, words: str) -> None:
        """Tell screen readers ``words``; ``setText`` also asks the layout to look again."""
        self.setText(words)
        self.setAccessibleName(text.plain(words))


class Label(PlainText):
    """Text in one role; one line with an ellipsis, or wrapped.

    A one-line label gives way to its neighbours down to nothing unless ``is_fixed``; its full
    text is then the tool tip.
    """

    def __init__(
        self,
        words: str = "",
        role: Role = Role.BODY,
        ink: Token = Token.TEXT,
        *,
        align: Align = Align.START,
        wrap: bool = False,
        is_fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._role = role
        self._ink = ink
        self._align = align
        self._is_fixed = is_fixed
        super().__init__(words, parent)
        self.setWordWrap(wrap)
        vertical = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def set_text(self, words: str) -> None:
        """Show ``words``."""
        if words != self.text():
            self._say(words)

    def set_ink(self, ink: Token) -> None:
        """Show the words in another colour."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(ceil(fonts.width(self._role, self.text())), self._role.line)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._is_fixed else QSize(0, self._role.line)

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return self._role.line
        return max(1, self._wrapped(width).lineCount()) * self._role.line

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.wordWrap():
            self._paint_wrapped(painter)
        else:
            line = Line(self.text(), self._role, self._ink, self._align)
            draw_line(painter, QRectF(self.rect()), line, is_rtl=self.is_rtl)
            # Here, since an override of ``event`` costs each of a label's many events a call.
            is_cut = line.width > self.width() + 0.5
            text.set_tool_tip(self, self.text() if is_cut else "")
        painter.end()

    def _wrapped(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), fonts.font(self._role, self.text()))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # The window's direction, not the text's: a sentence may start with a foreign name.
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
        layout.endLayout()
        return layout

    def _paint_wrapped(self, painter: QPainter) -> None:
        layout = self._wrapped(self.width())
        base = fonts.baseline(self._role, self.text(), self._role.line)
        painter.setPen(colour(self._ink))
        is_right = (self._align is Align.START) == self.is_rtl
        shift = 0.5 if self._align is Align.CENTER else float(is_right)
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            spare = self.width() - line.naturalTextWidth()
            y = round(base + index * self._role.line) - line.ascent()
            # The line knows an alignment of its own; what counts is where its text begins.
            line.draw(painter, QPointF(spare * shift - line.naturalTextRect().x(), y - line.y()))
