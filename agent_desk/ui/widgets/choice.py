"""Things to choose: one of a few, yes or no."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QTabBar, QWidget

from agent_desk.ui import fonts, icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, mirrored
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets.focus import FocusRinged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

_TRACK_PX: Final = 40
_INSET: Final = 4
_BOX_PX: Final = 18
_TEXT_LEFT: Final = 32


class Segmented(FocusRinged, QTabBar):
    """A few choices side by side, 40 px high; arrow keys move between them.

    Signals: ``selected_changed(int)`` with the index of the new choice.
    """

    selected_changed = Signal(int)

    def __init__(
        self, words: Sequence[str], *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = tuple(words)
        for each in words:
            self.addTab(text.menu(each))
        self.ring_radius = 10
        self.currentChanged.connect(self.selected_changed)

    def selected(self) -> int:
        """The index of what is chosen."""
        return self.currentIndex()

    def select(self, index: int) -> None:
        """Choose ``index``."""
        self.setCurrentIndex(index)

    def sizeHint(self) -> QSize:
        return QSize(self._widest * len(self._words), _TRACK_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def tabSizeHint(self, index: int) -> QSize:
        # Equal shares that add up to the whole, however it divides.
        share, rest = divmod(self.width(), len(self._words))
        return QSize(max(share + (index < rest), self._widest), _TRACK_PX)

    def minimumTabSizeHint(self, _index: int) -> QSize:
        return QSize(self._widest, _TRACK_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = tokens()
        is_rtl = self.isRightToLeft()
        line_px = now.line
        painter = QPainter(self)
        edge = colour(Token.HAIRLINE) if now.is_high_contrast else None
        draw_box(painter, QRectF(self.rect()), 10, Box(colour(Token.SUNKEN), edge, line_px))
        for index, words in enumerate(self._words):
            rect = QRectF(self.tabRect(index)).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            is_selected = index == self.currentIndex()
            if is_selected:
                ground = Token.HOVER if now.is_dark else Token.SURFACE
                draw_box(painter, rect, 6, Box(colour(ground), colour(Token.CONTROL), line_px))
            ink = Token.TEXT if is_selected else Token.TEXT2
            role = Role.SECTION if is_selected else Role.ACTION
            draw_line(painter, rect, Line(words, role, ink, Align.CENTER), is_rtl=is_rtl)
        painter.end()

    @property
    def _widest(self) -> int:
        return max((ceil(fonts.width(Role.SECTION, each)) for each in self._words), default=0) + 24


class CheckBox(FocusRinged, QCheckBox):
    """A box with one line, and a quieter second one that says what it means.

    Signals: ``toggled(bool)`` from Qt.
    """

    def __init__(self, words: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text.menu(words), parent)
        self._words = words
        self._hint = hint
        self.setAccessibleDescription(text.plain(hint))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.ring_radius = 6

    def sizeHint(self) -> QSize:
        words = fonts.width(Role.BODY, self._words)
        hint = fonts.width(Role.LABEL, self._hint)
        return QSize(_TEXT_LEFT + ceil(max(words, hint)), 40 if self._hint else 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(_TEXT_LEFT, self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rtl, whole, height = self.isRightToLeft(), self.rect(), self.height()
        painter = QPainter(self)
        box = QRectF(1, (height - _BOX_PX) / 2, _BOX_PX, _BOX_PX)
        self._paint_box(painter, mirrored(box, whole, is_rtl=rtl))
        ink = Token.TEXT if self.isEnabled() else Token.TEXT3
        room = self.width() - _TEXT_LEFT
        first = QRectF(_TEXT_LEFT, (height - 36) / 2 if self._hint else 0, room, 20)
        if not self._hint:
            first.setHeight(height)
        rect = mirrored(first, whole, is_rtl=rtl)
        draw_line(painter, rect, Line(self._words, Role.BODY, ink), is_rtl=rtl)
        if self._hint:
            second = QRectF(_TEXT_LEFT, first.bottom(), room, 16)
            rect = mirrored(second, whole, is_rtl=rtl)
            draw_line(painter, rect, Line(self._hint, Role.LABEL, Token.TEXT3), is_rtl=rtl)
        painter.end()

    def _paint_box(self, painter: QPainter, rect: QRectF) -> None:
        if not self.isChecked():
            border = colour(Token.TEXT2 if self.underMouse() else Token.CONTROL)
            draw_box(painter, rect, 5, Box(colour(Token.SURFACE), border, tokens().line))
            return
        is_on = self.isEnabled()
        draw_box(painter, rect, 5, Box(colour(Token.ACCENT if is_on else Token.SUNKEN)))
        ink = Token.ON_ACCENT if is_on else Token.TEXT3
        at = rect.topLeft() + QPointF(1, 1)
        icons.paint(painter, Icon.TICK, at, 16, colour(ink))
