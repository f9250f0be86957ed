"""Grounds: the card, the window that floats, and what is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent_desk.ui.fonts import Role
from agent_desk.ui.painting import SHADOW_MARGIN, Align, Box, draw_box, draw_shadow
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets.label import Label
from agent_desk.ui.widgets.mark import IconView

if TYPE_CHECKING:
    from agent_desk.ui.icons import Icon

CARD_RADIUS: Final = 12
_ALARM_PX: Final = 3


class Card(QWidget):
    """A white (or raised) sheet with round corners.

    ``body`` is the inset part of its layout; ``add_top`` puts strips and bands above it, edge to
    edge. Inside a window it has a hairline; floating it has the shadow that ``Floating`` paints.
    """

    def __init__(
        self, *, is_floating: bool = False, inset: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_floating = is_floating
        self._is_alarmed = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._tops = 0
        self.body = QVBoxLayout()
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(8)
        whole.addLayout(self.body)
        self._edge = _Edge(self)

    @property
    def is_floating(self) -> bool:
        """Whether it lies above a desktop and not in a window."""
        return self._is_floating

    @property
    def is_alarmed(self) -> bool:
        """Whether the red frame is on."""
        return self._is_alarmed

    def add_top(self, widget: QWidget) -> None:
        """Put ``widget`` above the body and below what was added before, edge to edge."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(self._tops, widget)
            self._tops += 1

    def set_alarmed(self, is_alarmed: bool) -> None:
        """Paint the red frame inside the card: only while its recording is muted."""
        self._is_alarmed = is_alarmed
        self._edge.update()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        # Whatever joined the layout lies above until the edge is raised again.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Resize):
            self._edge.fit(self.rect())
        return handled

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground = Token.RAISED if self._is_floating else Token.SURFACE
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), CARD_RADIUS, Box(colour(ground)))
        painter.end()


class _Edge(QWidget):
    """The card's hairline or red frame, above its children.

    Its mask leaves the inside free, so that a ticking timer there does not repaint it.
    """

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def fit(self, rect: QRect) -> None:
        """Cover the card, whose outline is ``rect``."""
        self.raise_()
        if rect == self.geometry():
            return
        self.setGeometry(rect)
        cross = QRegion(rect.adjusted(_ALARM_PX, CARD_RADIUS, -_ALARM_PX, -CARD_RADIUS))
        cross += rect.adjusted(CARD_RADIUS, _ALARM_PX, -CARD_RADIUS, -_ALARM_PX)
        self.setMask(QRegion(rect) - cross)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = tokens()
        if self._card.is_alarmed:
            box = Box(border=colour(Token.SOLID), border_px=_ALARM_PX)
        elif self._card.is_floating and not now.is_high_contrast:
            return
        else:
            box = Box(border=colour(Token.HAIRLINE), border_px=now.line)
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), CARD_RADIUS, box)
        painter.end()


class Floating(QWidget):
    """The see-through ground below floating cards: a margin of 24 px, a gap of 12, the shadows.

    The window that shows it sets its own flags; add cards to ``stack``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.stack = QVBoxLayout(self)
        margin = SHADOW_MARGIN
        self.stack.setContentsMargins(margin, margin, margin, margin)
        self.stack.setSpacing(12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for child in self.children():
            if isinstance(child, Card) and child.isVisibleTo(self):
                draw_shadow(painter, QRectF(child.geometry()), CARD_RADIUS)
        painter.end()


class EmptyState(QWidget):
    """What stands where nothing is: icon, title, one sentence."""

    def __init__(
        self, icon: Icon, title: str, sentence: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 20)
        column.setSpacing(0)
        column.addWidget(IconView(icon, 24, Token.TEXT3), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(Label(title, Role.VALUE, align=Align.CENTER))
        if sentence:
            column.addWidget(Label(sentence, Role.BODY, Token.TEXT3, align=Align.CENTER, wrap=True))
