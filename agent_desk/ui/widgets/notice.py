"""What the program says by itself: banner, toast, one quiet line."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.ui import fonts, icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Box, Line, draw_box, draw_line, draw_shadow
from agent_desk.ui.theme import Token, Tone, colour, tokens
from agent_desk.ui.widgets.button import Button, Kind, Pressable
from agent_desk.ui.widgets.card import Afloat
from agent_desk.ui.widgets.label import Label
from agent_desk.ui.widgets.mark import IconView

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QHideEvent, QPaintEvent, QShowEvent

_TOAST_MS: Final = 6_000
_TOAST_PAD: Final = 14
_TOAST_RADIUS: Final = 10


class Banner(QWidget):
    """Full width below a header: icon, title, one sentence, then what can be done.

    Add buttons (OUTLINE or LINK, 32 px) with ``add_action``.
    """

    def __init__(
        self,
        icon: Icon,
        title: str,
        sentence: str = "",
        tone: Tone = Tone.RINGING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = IconView(icon, 20, tone.fg)
        self._title = Label(title, Role.SECTION, tone.fg, wrap=True)
        self._sentence = Label(sentence, wrap=True)
        self._sentence.setVisible(bool(sentence))
        self._actions = QHBoxLayout()
        self._actions.setSpacing(16)
        self._actions.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addLayout(self._actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def add_action(self, button: Button) -> None:
        """Put ``button`` after the others."""
        self._actions.setContentsMargins(0, 8, 0, 0)
        self._actions.insertWidget(self._actions.count() - 1, button)

    def set_message(self, icon: Icon, title: str, sentence: str = "") -> None:
        """Say something else; a new title is spoken."""
        is_new = title != self._title.text()
        self._icon.set_icon(icon)
        self._title.set_text(title)
        self._sentence.set_text(sentence)
        self._sentence.setVisible(bool(sentence))
        if is_new:
            text.announce(self, f"{title}. {sentence}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self._tone.bg))
        if now.is_high_contrast:
            painter.fillRect(0, 0, self.width(), now.line, colour(self._tone.fg))
            bottom = self.height() - now.line
            painter.fillRect(0, bottom, self.width(), now.line, colour(self._tone.fg))
        painter.end()


class Toast(Afloat):
    """A sentence that floats, spoken, gone after 6 s unless the pointer is on it.

    Its geometry includes ``margin`` px on each side. Signals: ``acted()`` when the one
    action was chosen, ``closed()`` when it has gone, either way.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        icon: Icon,
        words: str,
        *,
        tone: Tone = Tone.TALKING,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_TOAST_RADIUS, parent)
        self._words = words
        self.setAccessibleName(text.plain(words))
        row = self._row = QHBoxLayout(self)
        row.setSpacing(12)
        row.addWidget(IconView(icon, 20, tone.fg))
        row.addWidget(Label(words, Role.ACTION, wrap=True), 1)
        if action:
            button = Button(action, Kind.LINK)
            button.clicked.connect(self._on_action_clicked)
            row.addSpacing(12)
            row.addWidget(button)
        self._follow_margin()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOAST_MS)
        self._timer.timeout.connect(self.hide)

    def fit(self, width: int) -> int:
        """Be ``width`` px wide, margins aside, and as high as the words then need: 48 or more."""
        self._row.invalidate()
        height = self._row.totalHeightForWidth(width + 2 * self.margin)
        self.setFixedSize(width + 2 * self.margin, height)
        return height - 2 * self.margin

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        text.announce(self, self._words)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        if not event.spontaneous():
            self.closed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, margin = tokens(), self.margin
        rect = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        has_border = now.is_high_contrast or not self.is_shadowed
        border = colour(Token.HAIRLINE) if has_border else None
        painter = QPainter(self)
        self._paint_ground(painter)
        if self.is_shadowed:
            draw_shadow(painter, rect, _TOAST_RADIUS)
        box = Box(colour(Token.RAISED), border, now.line)
        draw_box(painter, rect, _TOAST_RADIUS, box)
        painter.end()

    def _follow_margin(self) -> None:
        side, end = self.margin + 16, self.margin + _TOAST_PAD
        self._row.setContentsMargins(side, end, side, end)

    def _on_action_clicked(self) -> None:
        self.acted.emit()
        self.hide()


class InfoRow(Pressable):
    """One quiet line that can be opened: icon, small words, a chevron at the far end."""

    def __init__(
        self,
        words: str,
        *,
        icon: Icon = Icon.WHY,
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        super().__init__(words, "", 6, parent)

    def sizeHint(self) -> QSize:
        return QSize(ceil(fonts.width(Role.LABEL, self._words)) + 48, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rtl, width, top = self.is_rtl, self.width(), (self.height() - 16) / 2
        ink = Token.TEXT2 if self._pressed_share() else Token.TEXT3
        painter = QPainter(self)
        first, last = (width - 16, 0) if rtl else (0, width - 16)
        icons.paint(painter, self._icon, QPointF(first, top), 16, colour(ink), is_rtl=rtl)
        icons.paint(painter, Icon.FORWARD, QPointF(last, top), 16, colour(ink), is_rtl=rtl)
        rect = QRectF(self.rect()).adjusted(24, 0, -24, 0)
        draw_line(painter, rect, Line(self._words, Role.LABEL, ink), is_rtl=rtl)
        painter.end()
