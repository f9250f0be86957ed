"""What every painted widget needs: crisp boxes, one line of text on its baseline, shadows.

Coordinates are logical px. "Start" is where reading begins: left, or right in a mirrored window.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from agent_desk.ui import fonts
from agent_desk.ui.theme import Token, colour, tokens

if TYPE_CHECKING:
    from agent_desk.ui.fonts import Role

SHADOW_MARGIN: Final = 24
"""Room in px that a floating thing leaves around itself."""
_SHADOW_BLUR: Final = 20
_SHADOW_DROP: Final = 6
# Colour and strength at the edge: black-blue on a light ground, black where all is dark.
_SHADOW_LIGHT: Final = ("#141C2D", 0.075)
_SHADOW_DARK: Final = ("#000000", 0.35)


class Align(Enum):
    """Where a line stands in its room."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """How a rounded rectangle is painted; ``None`` leaves a part out."""

    fill: QColor | None = None
    border: QColor | None = None
    border_px: float = 1
    is_dashed: bool = False


def mixed(base: QColor, with_colour: QColor, share: float) -> QColor:
    """``base`` moved towards ``with_colour`` by ``share`` (0 to 1)."""
    keep = 1 - share
    return QColor.fromRgbF(
        base.redF() * keep + with_colour.redF() * share,
        base.greenF() * keep + with_colour.greenF() * share,
        base.blueF() * keep + with_colour.blueF() * share,
    )


def draw_box(painter: QPainter, rect: QRectF, radius: float, box: Box) -> None:
    """Paint ``box`` within ``rect``; the border lies inside of it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = box.border_px / 2 if box.border is not None else 0.0
    if box.border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(box.border, box.border_px)
        if box.is_dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
    painter.setBrush(box.fill if box.fill is not None else Qt.BrushStyle.NoBrush)
    inner = max(radius - inset, 0)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), inner, inner)
    painter.restore()


def top_rounded(rect: QRectF, radius: float) -> QPainterPath:
    """``rect`` with round upper corners only."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    path.addRect(rect.adjusted(0, min(radius, rect.height()), 0, 0))
    return path


def mirrored(rect: QRectF, within: QRect, *, is_rtl: bool) -> QRectF:
    """``rect``, laid out from the left, where it belongs in the window's direction."""
    if not is_rtl:
        return rect
    return QRectF(within.width() - rect.right(), rect.y(), rect.width(), rect.height())


@dataclass(frozen=True, slots=True)
class Line:
    """One line of plain text as it is to be painted."""

    text: str
    role: Role
    ink: Token
    align: Align = Align.START

    @property
    def width(self) -> float:
        """Its natural width in px."""
        return fonts.width(self.role, self.text)


def draw_line(painter: QPainter, rect: QRectF, line: Line, *, is_rtl: bool) -> None:
    """Paint ``line`` in the middle of ``rect``'s height, cut with an ellipsis where it must be.

    The baseline comes from the main font, so neither Arabic nor isolates (which Qt takes from a
    fallback font) move it; the direction is the window's, so a name cannot turn a sentence round.
    """
    if not line.text or rect.width() <= 0:
        return
    shown, width = line.text, line.width
    if width > rect.width() + 0.5:
        shown = fonts.elided(line.role, line.text, rect.width())
        width = fonts.width(line.role, shown)
    if line.align is Align.CENTER:
        x = rect.center().x() - width / 2
    elif (line.align is Align.START) == is_rtl:
        x = rect.right() - width
    else:
        x = rect.left()
    base = rect.top() + fonts.baseline(line.role, line.text, rect.height())
    dpr = painter.device().devicePixelRatio()
    painter.setFont(fonts.font(line.role, line.text))
    painter.setPen(colour(line.ink))
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
    )
    painter.drawText(QPointF(x, round(base * dpr) / dpr), shown)


def draw_shadow(painter: QPainter, rect: QRectF, radius: int) -> None:
    """Paint the soft shadow of a floating thing that covers ``rect``; none in high contrast.

    The shadow is painted once into a pixmap and laid out as nine patches: an effect would blur
    the whole card again with every tick of its timer.
    """
    now = tokens()
    if now.is_high_contrast:
        return
    dpr = painter.device().devicePixelRatio()
    patch = _shadow(radius, dpr, *(_SHADOW_DARK if now.is_dark else _SHADOW_LIGHT))
    edge = SHADOW_MARGIN + radius + _SHADOW_BLUR
    side = patch.width() / dpr
    outer = rect.adjusted(-SHADOW_MARGIN, -SHADOW_MARGIN, SHADOW_MARGIN, SHADOW_MARGIN)
    cut_x, cut_y = min(edge, outer.width() / 2), min(edge, outer.height() / 2)
    to_x = (outer.left(), outer.left() + cut_x, outer.right() - cut_x, outer.right())
    to_y = (outer.top(), outer.top() + cut_y, outer.bottom() - cut_y, outer.bottom())
    from_x = (0.0, cut_x, side - cut_x, side)
    from_y = (0.0, cut_y, side - cut_y, side)
    for row in range(3):
        for column in range(3):
            target = QRectF(
                QPointF(to_x[column], to_y[row]), QPointF(to_x[column + 1], to_y[row + 1])
            )
            source = QRectF(
                QPointF(from_x[column] * dpr, from_y[row] * dpr),
                QPointF(from_x[column + 1] * dpr, from_y[row + 1] * dpr),
            )
            if not target.isEmpty() and (row, column) != (1, 1):
                painter.drawPixmap(target, patch, source)


@lru_cache(maxsize=16)
def _shadow(radius: int, dpr: float, ground: str, peak: float) -> QPixmap:
    side = 2 * (SHADOW_MARGIN + radius + _SHADOW_BLUR) + 4
    image = QImage(round(side * dpr), round(side * dpr), QImage.Format.Format_RGBA64_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(dpr)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    body = QRectF(0, 0, side, side).adjusted(
        SHADOW_MARGIN, SHADOW_MARGIN, -SHADOW_MARGIN, -SHADOW_MARGIN
    )
    dropped = body.translated(0, _SHADOW_DROP)
    # Laid over each other from the outside in, thin shapes add up to a soft edge. Sixteen bits a
    # channel and the alpha in the colour (an opacity has eight bits), or it would band or vanish.
    reach = SHADOW_MARGIN - _SHADOW_DROP
    shade, sum_before = QColor(ground), 0.0
    for step in range(2 * reach + 1):
        outset = reach - step / 2
        wanted = peak * (1 - outset / reach) ** 3
        shade.setAlphaF(wanted - sum_before)
        sum_before = wanted
        painter.setBrush(shade)
        corner = radius + outset
        painter.drawRoundedRect(dropped.adjusted(-outset, -outset, outset, outset), corner, corner)
    shade.setAlphaF(peak / 2)
    painter.setBrush(shade)
    painter.drawRoundedRect(body.adjusted(-0.5, 0, 0.5, 1), radius + 0.5, radius + 0.5)
    painter.end()
    return QPixmap.fromImage(image)
