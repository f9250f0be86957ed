"""Whether two pictures of a screen show the same, in a measure that a person would agree with.

Letters whose edges are smoothed a little differently, or that stand one pixel off, are the same;
a missing word, a control that moved or another colour is not. Two measures, each over tiles, so
that a small fault counts as much on a large screen as on a small one:

- structure: the distance of each pixel to the most similar one of its neighbours in the other
  picture, both ways, averaged over a tile. What one picture has and the other has not is far from
  everything nearby.
- colour: the distance between the mean colours of two larger tiles, however the ink lies in them
  and one pixel to and fro.

All of it is done by Qt's image functions: Python sees only one value a tile.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial, reduce
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE_PX: Final = 2
"""By how much a picture may be wider or higher, as words are in another version of the fonts."""

STRUCTURE_TILE_PX: Final = 8
MOST_STRUCTURE: Final = 32.0
COLOUR_TILE_PX: Final = 16
MOST_COLOUR: Final = 8.0

_NEIGHBOURS: Final = [QPoint(dx, dy) for dx in (0, -1, 1) for dy in (0, -1, 1)]
_MARK: Final = QColor("#FF00AA")
_Mode = QPainter.CompositionMode


@dataclass(frozen=True, slots=True)
class Match:
    """How far two pictures are apart: the worst tile of each measure, 0 to 255, and where."""

    structure: int
    colour: int
    sizes: tuple[QSize, QSize]
    faults: tuple[QRect, ...]

    @property
    def is_same(self) -> bool:
        """Whether a person would call them the same."""
        return not self.faults

    def __str__(self) -> str:
        approved, seen = ((size.width(), size.height()) for size in self.sizes)
        parts = [f"structure {self.structure} of {MOST_STRUCTURE:g}"]
        parts.append(f"colour {self.colour} of {MOST_COLOUR:g}")
        if approved != seen:
            parts.append(f"approved {approved}, seen {seen} px")
        if self.faults:
            first = self.faults[0]
            parts.append(f"{len(self.faults)} tiles, the first at {first.x()}, {first.y()}")
        return ", ".join(parts)


def match(approved: QImage, seen: QImage) -> Match:
    """Compare two pictures of one scale."""
    size = approved.size().boundedTo(seen.size())
    sizes = (approved.size(), seen.size())
    surplus = (approved.size() - size) + (seen.size() - size)
    if max(surplus.width(), surplus.height()) > SIZE_PX:
        return Match(255, 255, sizes, (QRect(QPoint(0, 0), size),))
    old, new = (_opaque(each).copy(QRect(QPoint(0, 0), size)) for each in (approved, seen))
    # Where all is in its place, which is nearly always, nobody has to look around.
    for spots in (_NEIGHBOURS[:1], _NEIGHBOURS):
        gaps = (_nearest(old, new, spots), _nearest(new, old, spots))
        gap = _shrunk(_combined(*gaps, _Mode.CompositionMode_Lighten), STRUCTURE_TILE_PX)
        structure = _values(gap)
        colour = _values(_nearest(old, new, spots, COLOUR_TILE_PX))
        faults = list(_faults(structure, gap.width(), STRUCTURE_TILE_PX, MOST_STRUCTURE))
        columns = _shrunk(old, COLOUR_TILE_PX).width()
        faults += _faults(colour, columns, COLOUR_TILE_PX, MOST_COLOUR)
        if not faults:
            break
    return Match(max(structure), max(colour), sizes, tuple(faults))


def side_by_side(approved: QImage, seen: QImage, faults: tuple[QRect, ...]) -> QImage:
    """The approved picture, the new one with its faults framed, and what differs, from the left."""
    old, new = _opaque(approved), _opaque(seen)
    difference = _combined(old, new, _Mode.CompositionMode_Difference)
    panes = (old, new, difference)
    width = sum(pane.width() for pane in panes) + 16 * (len(panes) - 1)
    sheet = QImage(width, max(pane.height() for pane in panes), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    left = 0
    for pane in panes:
        painter.drawImage(left, 0, pane)
        if pane is new:
            painter.setPen(_MARK)
            for fault in faults:
                painter.drawRect(fault.translated(left, 0))
        left += pane.width() + 16
    painter.end()
    return sheet


def _opaque(image: QImage) -> QImage:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(1)
    return plain


def _combined(below: QImage, above: QImage, mode: _Mode, spot: QPoint | None = None) -> QImage:
    """``above`` painted onto a copy of ``below``."""
    result = QImage(below)
    painter = QPainter(result)
    painter.setCompositionMode(mode)
    painter.drawImage(spot or QPoint(0, 0), above)
    painter.end()
    return result


def _nearest(image: QImage, other: QImage, spots: list[QPoint], tile_px: int = 1) -> QImage:
    """For each tile of ``image`` the distance to the most similar place near it in ``other``."""
    image = _shrunk(image, tile_px)
    gaps = []
    for spot in spots:
        # Moved over itself, so that the edge has a neighbour too.
        moved = _combined(other, other, _Mode.CompositionMode_Source, spot)
        gaps.append(_combined(image, _shrunk(moved, tile_px), _Mode.CompositionMode_Difference))
    return reduce(partial(_combined, mode=_Mode.CompositionMode_Darken), gaps)


def _shrunk(image: QImage, tile_px: int) -> QImage:
    """The mean colour of each tile."""
    if tile_px == 1:
        return image
    columns, rows = (max(1, round(side / tile_px)) for side in (image.width(), image.height()))
    ignore, smooth = (
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return image.scaled(columns, rows, ignore, smooth).convertToFormat(QImage.Format.Format_RGB32)


def _values(tiles: QImage) -> list[int]:
    """The strongest channel of each tile, row by row."""
    bits = bytes(tiles.constBits())  # blue, green, red, nothing
    return [max(bits[at : at + 3]) for at in range(0, len(bits), 4)]


def _faults(values: list[int], columns: int, tile_px: int, most: float) -> Iterator[QRect]:
    for at, value in enumerate(values):
        if value > most:
            row, column = divmod(at, columns)
            yield QRect(column * tile_px, row * tile_px, tile_px, tile_px)
