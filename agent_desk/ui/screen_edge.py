"""A thin edge around every screen while a recording is muted, or was not muted when it should be.

It lies above everything, takes no key and no click, and says so by its colour, by its pattern and
by a word. Nothing of it is built before the first mute.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from agent_desk.ui import fonts, icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Line, draw_line, mirrored
from agent_desk.ui.pop import float_above
from agent_desk.ui.recordings import Recordings, RecordingSign, recordings
from agent_desk.ui.screens import ScreenWatch
from agent_desk.ui.theme import Token, colour

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QScreen

    from agent_desk.desk.card import Card

EDGE_PX: Final = 4
_TAG_PX: Final = 24
_ICON_PX: Final = 14
_PAD: Final = 12
_GAP: Final = 6
# The card comes first, as it does for the cards of the main window.
_TURN_MS: Final = 40


def can_show_edge() -> bool:
    """Whether this desktop lets a program put windows where it wants; Wayland's do not."""
    return not QGuiApplication.platformName().startswith("wayland")


@dataclass(frozen=True, slots=True)
class _Style:
    """A pattern of ``dash`` px in ``ground`` and ``gap`` px in ``other``, and the tag's ink."""

    ground: Token
    other: Token
    dash: int
    gap: int
    tag: Token
    ink: Token
    icon: Icon


_MUTED: Final = _Style(Token.SOLID, Token.ON_SOLID, 40, 4, Token.SOLID, Token.ON_SOLID, Icon.MUTED)
# A failure is an outline with a triangle, as on the card, and its edge a barrier tape.
_FAILED: Final = _Style(Token.MUTED, Token.MUTED_BG, 8, 8, Token.MUTED_BG, Token.MUTED, Icon.FAILED)
_STALE: Final = _Style(
    Token.NEUTRAL, Token.NEUTRAL_BG, 40, 4, Token.NEUTRAL_BG, Token.NEUTRAL, Icon.STALE
)
_STYLES: Final = {
    RecordingSign.MUTED: _MUTED,
    RecordingSign.NOT_MUTED: _FAILED,
    RecordingSign.UNKNOWN: _FAILED,
}


class EdgePiece(QWidget):
    """One window of the edge; ``QWidget`` paints nothing of its own here."""

    def __init__(self) -> None:
        super().__init__()
        float_above(self)
        self.setWindowFlag(Qt.WindowType.WindowTransparentForInput)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.style_now = _MUTED

    def show_style(self, style: _Style) -> None:
        """Look like this from now on."""
        if style is not self.style_now:
            self.style_now = style
            self.update()


class _Bar(EdgePiece):
    """One side of a screen."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(style.ground))
        other = colour(style.other)
        is_flat = self.width() > self.height()
        step = style.dash + style.gap
        for at in range(style.dash, max(self.width(), self.height()), step):
            spot = QRect(at, 0, style.gap, self.height())
            painter.fillRect(spot if is_flat else QRect(0, at, self.width(), style.gap), other)
        painter.end()


class _Tag(EdgePiece):
    """The word in the middle of the upper side."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def show_words(self, said: str) -> None:
        """Say this."""
        if said != self._words:
            self._words = said
            self.setAccessibleName(text.plain(said))
            self.update()

    def sizeHint(self) -> QSize:
        width = ceil(fonts.width(Role.LABEL_STRONG, self._words)) + _ICON_PX + _GAP + 2 * _PAD
        return QSize(width, _TAG_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, whole, rtl = self.style_now, self.rect(), self.isRightToLeft()
        painter = QPainter(self)
        painter.fillRect(whole, colour(style.ink if style.tag is not style.ground else style.tag))
        if style.tag is not style.ground:
            painter.fillRect(whole.adjusted(2, 0, -2, -2), colour(style.tag))
        box = QRectF(_PAD, (_TAG_PX - _ICON_PX) / 2, _ICON_PX, _ICON_PX)
        at = mirrored(box, whole, is_rtl=rtl).topLeft()
        icons.paint(painter, style.icon, at, _ICON_PX, colour(style.ink))
        left = _PAD + _ICON_PX + _GAP
        rect = QRectF(left, 0, self.width() - left - _PAD + 1, _TAG_PX)
        line = Line(self._words, Role.LABEL_STRONG, style.ink)
        draw_line(painter, mirrored(rect, whole, is_rtl=rtl), line, is_rtl=rtl)
        painter.end()


class _Frame:
    """The five windows of one screen."""

    def __init__(self) -> None:
        self._bars = tuple(_Bar() for _ in range(4))
        self._tag = _Tag()

    @property
    def pieces(self) -> tuple[EdgePiece, ...]:
        """All windows, the tag last."""
        return (*self._bars, self._tag)

    def show(self, screen: QScreen, style: _Style, said: str) -> None:
        """Stand around ``screen``."""
        self._tag.show_words(said)
        for piece, place in zip(self.pieces, self._places(screen.geometry()), strict=True):
            piece.show_style(style)
            if piece.geometry() != place:
                piece.setGeometry(place)
            if not piece.isVisible():
                piece.show()

    def _places(self, whole: QRect) -> tuple[QRect, ...]:
        x, y, width, height = whole.x(), whole.y(), whole.width(), whole.height()
        side = height - 2 * EDGE_PX
        size = self._tag.sizeHint()
        return (
            QRect(x, y, width, EDGE_PX),
            QRect(x, y + height - EDGE_PX, width, EDGE_PX),
            QRect(x, y + EDGE_PX, EDGE_PX, side),
            QRect(x + width - EDGE_PX, y + EDGE_PX, EDGE_PX, side),
            QRect(x + (width - size.width()) // 2, y, size.width(), _TAG_PX),
        )


class ScreenEdge(QObject):
    """Follows the recordings of all cards, on all screens there are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_wanted = True
        self._now = Recordings()
        self._frames: list[_Frame] = []
        self._screens: ScreenWatch | None = None
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._arrange)

    def pieces(self) -> list[EdgePiece]:
        """The windows that are shown now."""
        return [piece for frame in self._frames for piece in frame.pieces if piece.isVisible()]

    def set_wanted(self, is_wanted: bool) -> None:
        """Whether the person wants to see it."""
        if is_wanted != self._is_wanted:
            self._is_wanted = is_wanted
            self._arrange()

    def set_cards(self, cards: Iterable[Card]) -> None:
        """These are the calls now; the edge follows a moment after their cards."""
        now = recordings(cards)
        if now != self._now:
            self._now = now
            self._turn.start(_TURN_MS)

    def close(self) -> None:
        """Take it away for good."""
        self._turn.stop()
        if self._screens is not None:
            self._screens.stop()
        for frame in self._frames:
            for piece in frame.pieces:
                piece.hide()
                piece.deleteLater()
        self._frames = []

    def _arrange(self) -> None:
        style = _STYLES.get(self._now.sign)
        if style is None or not self._is_wanted or not can_show_edge():
            for piece in self.pieces():
                piece.hide()
            return
        if self._screens is None:
            self._screens = ScreenWatch(self)
            self._screens.changed.connect(self._arrange)
        if self._now.is_stale and style is _MUTED:
            style = _STALE
        screens = QGuiApplication.screens()
        while len(self._frames) < len(screens):
            self._frames.append(_Frame())
        for frame, screen in zip(self._frames, screens, strict=False):
            frame.show(screen, style, self._said())
        for frame in self._frames[len(screens) :]:
            for piece in frame.pieces:
                piece.hide()

    def _said(self) -> str:
        now = self._now
        if now.sign is RecordingSign.NOT_MUTED:
            return self.tr("Not muted, still recording")
        if now.sign is not RecordingSign.MUTED:
            return now.said()
        if now.is_stale:
            return self.tr("Muted when the link was lost")
        if now.calls > now.muted:
            counts = self.tr("Muted: {muted} of {calls} calls")
            muted, calls = (text.isolate(str(number)) for number in (now.muted, now.calls))
            return counts.format(muted=muted, calls=calls)
        return self.tr("Muted")
