"""Grounds: the card, the window that floats, and what is empty."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
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
        self._is_outlined = not is_floating
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

    @property
    def is_outlined(self) -> bool:
        """Whether a hairline goes round it."""
        return self._is_outlined or tokens().is_high_contrast

    def set_outlined(self, is_outlined: bool) -> None:
        """Paint a hairline round it, which a shadow makes needless."""
        self._is_outlined = is_outlined
        self._edge.update()

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
        elif not self._card.is_outlined:
            return
        else:
            box = Box(border=colour(Token.HAIRLINE), border_px=now.line)
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), CARD_RADIUS, box)
        painter.end()


class Afloat(QWidget):
    """What lies above other windows: with a shadow around it, or cut out where there can be none.

    ``margin`` px on each side belong to the shadow; it is 0 without one.
    """

    def __init__(self, radius: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._radius = radius
        self.margin = SHADOW_MARGIN
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    @property
    def is_shadowed(self) -> bool:
        """Whether there is a shadow, and room for it."""
        return self.margin > 0

    def set_shadowed(self, is_shadowed: bool) -> None:
        """Have a shadow, or none on a desktop that cannot mix windows: it would be black there."""
        if is_shadowed == self.is_shadowed:
            return
        self.margin = SHADOW_MARGIN if is_shadowed else 0
        self._follow_margin()
        if is_shadowed:
            self.clearMask()
        else:
            self._cut_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.is_shadowed:
            self._cut_out()

    def _follow_margin(self) -> None:
        """Lay everything out for ``margin``."""
        raise NotImplementedError

    def _paint_ground(self, painter: QPainter) -> None:
        """What shines through the soft edge of round corners where nothing is see-through."""
        if not self.is_shadowed:
            painter.fillRect(self.rect(), colour(Token.HAIRLINE))

    def _cut_out(self) -> None:
        # Row by row: of a path or an ellipse Qt makes a region with a few straight lines.
        whole, radius = self.rect(), self._radius
        shape = QRegion(whole.adjusted(0, radius, 0, -radius))
        for y in range(radius):
            inset = radius - round(sqrt(radius**2 - (radius - y - 0.5) ** 2))
            for top in (y, whole.height() - 1 - y):
                shape += QRect(inset, top, whole.width() - 2 * inset, 1)
        self.setMask(shape)


class Floating(Afloat):
    """The see-through ground below floating cards: a margin of 24 px, a gap of 12, the shadows.

    The window that shows it sets its own flags; add cards to ``stack``. Without shadows it holds
    one card.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CARD_RADIUS, parent)
        self.stack = QVBoxLayout(self)
        self.stack.setSpacing(12)
        self._follow_margin()

    def _follow_margin(self) -> None:
        self.stack.setContentsMargins(self.margin, self.margin, self.margin, self.margin)
        for child in self.children():
            if isinstance(child, Card):
                child.set_outlined(not self.is_shadowed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        for child in self.children() if self.is_shadowed else ():
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
