"""Small signs: pill, badge, avatar, a bare icon."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from agent_desk.ui import fonts, icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, mixed
from agent_desk.ui.theme import Token, Tone, colour, tokens
from agent_desk.ui.widgets.button import Pressable
from agent_desk.ui.widgets.label import PlainText

_FIXED: Final = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
_GIVING: Final = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
_BADGE_MOST: Final = 99
_SMALL_AVATAR_PX: Final = 36


class Pill(PlainText):
    """Icon and word on a tint, 24 px high. NEUTRAL also for "connected": calm is grey."""

    def __init__(
        self,
        icon: Icon | None,
        words: str,
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._tone = tone
        super().__init__(words, parent)
        self.setSizePolicy(_GIVING)

    def set_state(self, icon: Icon | None, words: str, tone: Tone) -> None:
        """Show something else."""
        self._icon, self._tone = icon, tone
        self._say(words)
        self.update()

    def sizeHint(self) -> QSize:
        icon = 18 if self._icon is not None else 2
        return QSize(ceil(fonts.width(Role.LABEL_STRONG, self.text())) + icon + 16, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 48), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        _draw_ground(painter, self, self._tone, 0.0)
        start, rtl, ink = 9, self.is_rtl, self._tone.fg
        if self._icon is not None:
            left = self.width() - 7 - 14 if rtl else 7
            icons.paint(painter, self._icon, QPointF(left, 5), 14, colour(ink), is_rtl=rtl)
            start = 25
        rect = QRectF(self.rect()).adjusted(8 if rtl else start, 0, -(start if rtl else 8), 0)
        draw_line(painter, rect, Line(self.text(), Role.LABEL_STRONG, ink), is_rtl=rtl)
        painter.end()


class PillButton(Pressable):
    """A pill that opens something, 32 px high with a chevron: the agent's status."""

    def __init__(
        self,
        icon: Icon,
        words: str,
        tone: Tone = Tone.NEUTRAL,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._tone = tone
        super().__init__(words, name, 16, parent)
        self.setSizePolicy(_GIVING)

    def set_state(self, icon: Icon, words: str, tone: Tone) -> None:
        """Show something else; ``name``, where given, should be renewed with it."""
        self._icon, self._tone = icon, tone
        self.set_text(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(ceil(fonts.width(Role.ACTION, self._words)) + 62, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        _draw_ground(painter, self, self._tone, self._pressed_share())
        rtl, ink, width = self.is_rtl, self._tone.fg, self.width()
        first, last = (width - 26, 8) if rtl else (10, width - 24)
        icons.paint(painter, self._icon, QPointF(first, 8), 16, colour(ink), is_rtl=rtl)
        icons.paint(painter, Icon.DOWN, QPointF(last, 8), 16, colour(ink))
        rect = QRectF(self.rect()).adjusted(30 if rtl else 32, 0, -(32 if rtl else 30), 0)
        draw_line(painter, rect, Line(self._words, Role.ACTION, ink), is_rtl=rtl)
        painter.end()


class Badge(PlainText):
    """A count in a small solid round: red for missed calls, else the accent; hidden at zero."""

    def __init__(
        self, count: int = 0, *, is_missed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._is_missed = is_missed
        self.setSizePolicy(_FIXED)
        self.set_count(count)

    def set_count(self, count: int, name: str = "") -> None:
        """Show ``count`` (99+ at most); ``name`` tells a screen reader what it counts."""
        shown = f"{_BADGE_MOST}+" if count > _BADGE_MOST else str(count)
        self._say(text.isolate(shown))
        if name:
            self.setAccessibleName(name)
        self.setVisible(count > 0)

    def sizeHint(self) -> QSize:
        return QSize(max(16, ceil(fonts.width(Role.CAPTION, self.text())) + 8), 16)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground = Token.SOLID if self._is_missed else Token.ACCENT
        ink = Token.ON_SOLID if self._is_missed else Token.ON_ACCENT
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), 8, Box(colour(ground)))
        line = Line(self.text(), Role.CAPTION, ink, Align.CENTER)
        draw_line(painter, QRectF(self.rect()), line, is_rtl=self.is_rtl)
        painter.end()


class Avatar(PlainText):
    """A person's initials in a circle of 36 px (32 in lists); the name is what is spoken."""

    def __init__(self, name: str = "", size: int = 36, parent: QWidget | None = None) -> None:
        self._size = size
        super().__init__("", parent)
        self.setSizePolicy(_FIXED)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Stand for another person."""
        self.setText(text.initials(name))
        self.setAccessibleName(text.plain(name))

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        _draw_ground(painter, self, Tone.NEUTRAL, 0.0)
        role = Role.SECTION if self._size >= _SMALL_AVATAR_PX else Role.LABEL_STRONG
        line = Line(self.text(), role, Token.NEUTRAL, Align.CENTER)
        draw_line(painter, QRectF(self.rect()), line, is_rtl=self.is_rtl)
        painter.end()


class IconView(QWidget):
    """An icon that says nothing its neighbour does not say in words."""

    def __init__(
        self,
        icon: Icon,
        size: int = 16,
        ink: Token = Token.TEXT2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._size = size
        self._ink = ink
        self.setSizePolicy(_FIXED)

    def set_icon(self, icon: Icon, ink: Token | None = None) -> None:
        """Show another icon, in another colour where ``ink`` is given."""
        self._icon = icon
        self._ink = ink or self._ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        at = QPointF((self.width() - self._size) / 2, (self.height() - self._size) / 2)
        is_rtl = self.isRightToLeft()
        icons.paint(painter, self._icon, at, self._size, colour(self._ink), is_rtl=is_rtl)
        painter.end()


def _draw_ground(painter: QPainter, widget: QWidget, tone: Tone, share: float) -> None:
    now = tokens()
    border = colour(tone.fg) if now.is_high_contrast else None
    fill = mixed(colour(tone.bg), colour(tone.fg), share)
    draw_box(painter, QRectF(widget.rect()), widget.height() / 2, Box(fill, border, now.line))
