"""Things to press: buttons of five kinds, chips, and a row that keeps its buttons equal."""

from __future__ import annotations

from enum import Enum
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from agent_desk.ui import fonts, icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, mixed
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets.focus import FocusRinged

_LARGE: Final = 44
_LEAST_PADDING: Final = 3
_HOVER: Final = 0.08
_DOWN: Final = 0.16


class Kind(Enum):
    """How loud a button is. At most one PRIMARY in a view; OUTLINE on tints."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    OUTLINE = "outline"
    GHOST = "ghost"
    LINK = "link"


_INK: Final = {
    Kind.PRIMARY: Token.ON_ACCENT,
    Kind.SECONDARY: Token.TEXT,
    Kind.OUTLINE: Token.TEXT,
    Kind.GHOST: Token.TEXT2,
    Kind.LINK: Token.ACCENT_TEXT,
}


class Pressable(FocusRinged, QPushButton):
    """Base of every painted control that is pressed: name, pointer state, keyboard, focus ring.

    Signals: ``clicked()`` from Qt. Space and Enter press it.
    """

    def __init__(self, words: str, name: str, radius: float, parent: QWidget | None) -> None:
        super().__init__(parent)
        if not (words or name):
            msg = "a control without words needs an accessible name"
            raise ValueError(msg)
        self._words = ""
        self._name = name
        self.set_text(words)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.ring_radius = radius

    @property
    def is_rtl(self) -> bool:
        """Whether the window reads from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def set_text(self, words: str) -> None:
        """Show ``words``; an ampersand is an ampersand."""
        self._words = words
        super().setText(text.menu(words))
        self.setAccessibleName(text.plain(self._name or words))
        if self._name and not words:
            text.set_tool_tip(self, self._name)

    def set_name(self, name: str) -> None:
        """What a screen reader says in place of the words; the tool tip of a bare icon."""
        self._name = name
        self.set_text(self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt presses a button by Enter only inside of dialogs.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _pressed_share(self) -> float:
        """How far the ground moves towards the ink: not, hovered, held down."""
        if not self.isEnabled():
            return 0.0
        if self.isDown():
            return _DOWN
        return _HOVER if self.underMouse() else 0.0


class Button(Pressable):
    """Words, an icon, or both; an icon alone makes a square and needs ``name``.

    ``height`` is 48, 44, 36 or 32 px; a LINK is one text line high whatever is asked, without
    padding, so its words stand on the column's edge. ``gap`` lies between icon and words.
    """

    def __init__(
        self,
        words: str = "",
        kind: Kind = Kind.SECONDARY,
        *,
        icon: Icon | None = None,
        height: int = 36,
        name: str = "",
        role: Role = Role.ACTION,
        is_icon_last: bool = False,
        gap: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        self._kind = kind
        self._icon = icon
        self._height = role.line if kind is Kind.LINK else height
        self._role = role
        self._is_icon_last = is_icon_last
        self._icon_gap = gap
        self._is_icon_shown = True
        self._ink: Token | None = None
        super().__init__(words, name, 2 if kind is Kind.LINK else 8, parent)
        if kind is Kind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        elif not words:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: Token | None) -> None:
        """Words and icon in another colour; ``None`` goes back to the kind's own."""
        self._ink = ink
        self.update()

    def show_icon(self, is_shown: bool) -> None:
        """Leave the icon out where room is short (``ButtonRow`` does so for all of its own)."""
        if is_shown != self._is_icon_shown:
            self._is_icon_shown = is_shown
            self.update()

    @property
    def content_width(self) -> int:
        """Width in px of icon, gap and words without padding."""
        words = self.words_width
        if self._icon is None:
            return words
        return self._icon_size + (self._icon_gap + words if words else 0)

    @property
    def words_width(self) -> int:
        """Width in px of the words alone."""
        return ceil(fonts.width(self._role, self._words))

    @property
    def padding(self) -> int:
        """Room in px left and right of the content."""
        if self._kind is Kind.LINK:
            return 0
        if not self._words:
            return (self._height - self._icon_size) // 2
        return 16 if self._height >= _LARGE else 14

    @property
    def _icon_size(self) -> int:
        return 20 if self._height >= _LARGE else 16

    def sizeHint(self) -> QSize:
        return QSize(self.content_width + 2 * self.padding, self._height)

    def minimumSizeHint(self) -> QSize:
        side = self._height if not self._words else 0
        return QSize(side, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._ink or _INK[self._kind]
        if not self.isEnabled():
            ink = Token.TEXT3
        box = self._box()
        if box is not None:
            draw_box(painter, QRectF(self.rect()), 8, box)
        self._paint_content(painter, ink)
        painter.end()

    def _box(self) -> Box | None:
        now, share = tokens(), self._pressed_share()
        if self._kind is Kind.LINK:
            return None
        if self._kind is Kind.GHOST:
            return Box(mixed(colour(Token.SUNKEN), colour(Token.TEXT), share)) if share else None
        if now.is_high_contrast and not self.isEnabled():
            return Box(border=colour(Token.CONTROL), border_px=now.line, is_dashed=True)
        if self._kind is Kind.PRIMARY and self.isEnabled():
            # Darker, never lighter: the words on it must not lose contrast.
            return Box(mixed(colour(Token.ACCENT), QColor("black"), share))
        if self._kind is Kind.OUTLINE:
            fill = QColor(colour(Token.TEXT))
            fill.setAlphaF(share)
            return Box(fill, colour(Token.CONTROL), now.line)
        fill = mixed(colour(Token.SUNKEN), colour(Token.TEXT), share)
        border = colour(Token.CONTROL) if now.is_high_contrast else None
        return Box(fill, border, now.line)

    def _paint_content(self, painter: QPainter, ink: Token) -> None:
        has_icon = self._icon is not None and self._is_icon_shown
        words = fonts.width(self._role, self._words)
        icon = self._icon_size + (self._icon_gap if self._words else 0) if has_icon else 0
        room = max(self.width() - icon, 0)
        words = min(words, room)
        left = (self.width() - icon - words) / 2
        # Laid out in reading order, then mirrored as a whole.
        is_icon_left = self._is_icon_last == self.is_rtl
        text_left = left + icon if is_icon_left else left
        icon_left = left if is_icon_left else left + words + icon - self._icon_size
        if has_icon and self._icon is not None:
            at = QPointF(icon_left, (self.height() - self._icon_size) / 2)
            icons.paint(painter, self._icon, at, self._icon_size, colour(ink), is_rtl=self.is_rtl)
        line = Line(self._words, self._role, ink, Align.START)
        rect = QRectF(text_left, 0, words, self.height())
        draw_line(painter, rect, line, is_rtl=self.is_rtl)
        if self._kind is Kind.LINK and self._pressed_share():
            y = self.height() / 2 + fonts.metrics(self._role).ascent() / 2
            painter.fillRect(QRectF(text_left, round(y), words, 1), colour(ink))


class Chip(Pressable):
    """A filter, 32 px high: words, maybe an icon, a chevron where a menu opens.

    Being active shows in colour, so let its words change as well.
    """

    def __init__(
        self,
        words: str,
        *,
        icon: Icon | None = None,
        has_menu: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._has_menu = has_menu
        self._is_active = False
        super().__init__(words, "", 8, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_active(self, is_active: bool) -> None:
        """Whether it narrows the list now."""
        self._is_active = is_active
        self.update()

    def sizeHint(self) -> QSize:
        width = ceil(fonts.width(Role.ACTION, self._words)) + 24
        width += 24 if self._icon is not None else 0
        width += 24 if self._has_menu else 0
        return QSize(width, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = tokens()
        ink = Token.ACCENT_TEXT if self._is_active else Token.TEXT2
        ground = Token.ACCENT_BG if self._is_active else Token.SUNKEN
        ink = ink if self.isEnabled() else Token.TEXT3
        painter = QPainter(self)
        fill = mixed(colour(ground), colour(Token.TEXT), self._pressed_share())
        border = colour(ink) if now.is_high_contrast else None
        draw_box(painter, QRectF(self.rect()), 8, Box(fill, border, now.line))
        start = 12
        if self._icon is not None:
            self._paint_icon(painter, self._icon, start, ink)
            start += 24
        end = 12 + (24 if self._has_menu else 0)
        if self._has_menu:
            self._paint_icon(painter, Icon.DOWN, self.width() - 12 - 16, ink)
        left, right = (end, start) if self.is_rtl else (start, end)
        rect = QRectF(self.rect()).adjusted(left, 0, -right, 0)
        draw_line(painter, rect, Line(self._words, Role.ACTION, ink), is_rtl=self.is_rtl)
        painter.end()

    def _paint_icon(self, painter: QPainter, icon: Icon, x: int, ink: Token) -> None:
        left = self.width() - x - 16 if self.is_rtl else x
        icons.paint(painter, icon, QPointF(left, 8), 16, colour(ink), is_rtl=self.is_rtl)


class ButtonRow(QWidget):
    """Buttons of equal width; where one has no room for its icon, all go without.

    Where one has no room for its words even then, each is as wide as its own words ask for. Hidden
    buttons leave their place to the others.
    """

    def __init__(self, *buttons: Button, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self._gap = gap
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        for button in buttons:
            # Equal widths come from equal stretch; size hints would win over it.
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setSizePolicy(policy)
            row.addWidget(button, 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        widest = max((button.sizeHint().width() for button in shown), default=0)
        height = super().sizeHint().height()
        return QSize(max((widest + self._gap) * len(shown) - self._gap, 0), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _shown(self) -> list[Button]:
        return [button for button in self._buttons if not button.isHidden()]

    def _fit(self) -> None:
        shown = self._shown()
        each = (self.contentsRect().width() + self._gap) / max(len(shown), 1) - self._gap
        fits = all(button.content_width + 2 * _LEAST_PADDING <= each for button in shown)
        is_even = all(button.words_width + 2 * _LEAST_PADDING <= each for button in shown)
        for button in shown:
            button.show_icon(fits)
            share = 1 if is_even else button.words_width + 2 * _LEAST_PADDING
            at = self._row.indexOf(button)
            # Only what changes, or the layout would ask for another turn for ever.
            if self._row.stretch(at) != share:
                self._row.setStretch(at, share)
