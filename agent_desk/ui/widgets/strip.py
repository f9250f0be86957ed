"""The heads of a card: what the call does now, and the band that says recording is muted."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from agent_desk.ui import fonts, icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, mirrored, top_rounded
from agent_desk.ui.theme import Token, Tone, colour, tokens
from agent_desk.ui.widgets.button import Button, Kind
from agent_desk.ui.widgets.label import PlainText

_COMPACT_TO_PX: Final = 36
_BETWEEN: Final = " · "


class _TimedLine(PlainText):
    """Icon, word, running time, and words at the far end; the time ticks cheaply."""

    def __init__(self, height: int, inset: int, word_role: Role, time_role: Role) -> None:
        super().__init__()
        self._height = height
        self._inset = inset
        self._word_role = word_role
        self._time_role = time_role
        self._far_role = Role.BODY
        self._icon_px = 16 if word_role is Role.SECTION else 20
        self._icon = Icon.ENDED
        self._word = ""
        self._far: tuple[str, ...] = ()
        self._is_far_elided = True
        self._time = ""
        self._end_px = inset
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_seconds(self, seconds: int | None) -> None:
        """Show the running time, or none; repaints the time's rectangle and nothing else."""
        shown = "" if seconds is None else text.duration(seconds)
        if shown == self._time:
            return
        is_same_length = len(shown) == len(self._time)
        self._time = shown
        self.update(self.time_rect if is_same_length else self.rect())

    def set_far(self, *parts: str) -> None:
        """Say ``parts`` at the far end (queue and line), the last ones only where there is room."""
        if parts != self._far:
            self._far = parts
            self._speak()

    @property
    def time_rect(self) -> QRect:
        """Where the running time stands, in px of this widget."""
        width = ceil(fonts.width(self._time_role, self._time)) + 2
        rect = QRectF(self._text_left + self._word_width + 8, 0, width, self._height)
        return mirrored(rect, self.rect(), is_rtl=self.is_rtl).toAlignedRect()

    def sizeHint(self) -> QSize:
        far = ceil(fonts.width(self._far_role, _BETWEEN.join(self._far)))
        return QSize(self.time_rect.width() + self._near_end + 24 + far, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._near_end + self._end_px, self._height)

    @property
    def _text_left(self) -> int:
        return self._inset + self._icon_px + 8

    @property
    def _word_width(self) -> int:
        return ceil(fonts.width(self._word_role, self._word))

    @property
    def _near_end(self) -> int:
        time = ceil(fonts.width(self._time_role, self._time))
        return self._text_left + self._word_width + (8 + time if time else 0)

    def _speak(self) -> None:
        self._say(", ".join(part for part in (self._word, _BETWEEN.join(self._far)) if part))
        self.update()

    def _paint_line(self, painter: QPainter, only: QRect, ink: Token, far_ink: Token) -> None:
        rtl, whole = self.is_rtl, self.rect()
        if self._time:
            line = Line(self._time, self._time_role, ink)
            draw_line(painter, QRectF(self.time_rect), line, is_rtl=rtl)
            if self.time_rect.contains(only):
                return
        top = (self._height - self._icon_px) / 2
        box = QRectF(self._inset, top, self._icon_px, self._icon_px)
        at = mirrored(box, whole, is_rtl=rtl).topLeft()
        icons.paint(painter, self._icon, at, self._icon_px, colour(ink), is_rtl=rtl)
        word = QRectF(self._text_left, 0, self._word_width, self._height)
        rect = mirrored(word, whole, is_rtl=rtl)
        draw_line(painter, rect, Line(self._word, self._word_role, ink), is_rtl=rtl)
        start = self._near_end + 16
        far = QRectF(start, 0, self.width() - start - self._end_px, self._height)
        line = Line(self._far_within(far.width()), self._far_role, far_ink, Align.END)
        draw_line(painter, mirrored(far, whole, is_rtl=rtl), line, is_rtl=rtl)

    def _far_within(self, room: float) -> str:
        """What of the far end fits; a first part that does not is elided or left out."""
        for count in range(len(self._far), 0, -1):
            words = _BETWEEN.join(self._far[:count])
            if fonts.width(self._far_role, words) <= room or (count == 1 and self._is_far_elided):
                return words
        return ""


class StateStrip(_TimedLine):
    """State icon and word, running time, queue and line, and a pin where it is asked for.

    ``height`` is 48 (pop), 40 (small card) or 36 px (desk). Signals: ``pin_toggled(bool)``.
    """

    pin_toggled = Signal(bool)

    def __init__(self, *, height: int = 48, inset: int = 24, has_pin: bool = False) -> None:
        is_compact = height <= _COMPACT_TO_PX
        word = Role.SECTION if is_compact else Role.STATE
        super().__init__(height, inset, word, Role.ACTION if is_compact else Role.NUMBER)
        self._tone = Tone.NEUTRAL
        self._pin: Button | None = None
        if has_pin:
            pin = Button(kind=Kind.GHOST, icon=Icon.PIN, height=32, name=self.tr("Keep open"))
            pin.setParent(self)
            pin.setCheckable(True)
            pin.toggled.connect(self._on_pin_toggled)
            self._pin = pin
            # The hit area reaches 8 px beyond the icon, which ends at the inset.
            self._end_px = inset + 16 + 16

    def set_state(self, icon: Icon, word: str, tone: Tone) -> None:
        """Show another state; a NEUTRAL tone also serves for stale and ended."""
        self._icon, self._word, self._tone = icon, word, tone
        self._speak()

    def set_pinned(self, is_pinned: bool) -> None:
        """Show whether the card is pinned; the signal is for a person's press, or this change."""
        if self._pin is not None:
            self._pin.setChecked(is_pinned)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pin is not None:
            top = (self._height - 32) // 2
            left = self.width() - self._inset - 24
            x = self._inset - 8 if self.is_rtl else left
            self._pin.setGeometry(x, top, 32, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, rect = tokens(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(top_rounded(rect, 12), colour(self._tone.bg))
        if now.is_high_contrast:
            line = QRectF(0, self.height() - now.line, self.width(), now.line)
            painter.fillRect(line, colour(Token.HAIRLINE))
        self._paint_line(painter, event.rect(), self._tone.fg, Token.TEXT2)
        painter.end()

    def _on_pin_toggled(self, is_pinned: bool) -> None:
        if self._pin is not None:
            self._pin.set_icon(Icon.PINNED if is_pinned else Icon.PIN)
            self._pin.set_ink(Token.ACCENT_TEXT if is_pinned else None)
        self.pin_toggled.emit(is_pinned)


class MutedBand(_TimedLine):
    """The solid red band, 40 px high: only while a recording **is** muted.

    ``radius`` 0 spans a card, 8 stands alone. Its time counts how long recording has been muted.
    """

    def __init__(self, *, inset: int = 24, radius: int = 0) -> None:
        super().__init__(40, inset, Role.STATE, Role.STATE)
        self._radius = radius
        self._is_confirmed = False
        self._icon = Icon.MUTED
        self._word = self.tr("Recording muted")
        self._far_role = Role.LABEL_STRONG
        # The check mark says as much as its word.
        self._is_far_elided = False
        self._speak()

    def set_confirmed(self, is_confirmed: bool) -> None:
        """Put a check mark at the far end: an event has said the same as the answer."""
        self._is_confirmed = is_confirmed
        self._end_px = self._inset + (24 if is_confirmed else 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), self._radius, Box(colour(Token.SOLID)))
        self._paint_line(painter, event.rect(), Token.ON_SOLID, Token.ON_SOLID)
        if self._is_confirmed:
            box = QRectF(self.width() - self._inset - 16, 12, 16, 16)
            at: QPointF = mirrored(box, self.rect(), is_rtl=self.is_rtl).topLeft()
            icons.paint(painter, Icon.CONFIRMED, at, 16, colour(Token.ON_SOLID))
        painter.end()


class Separator(QWidget):
    """A hairline, or 2 px in high contrast; it carries no meaning."""

    def __init__(self, *, is_vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_vertical = is_vertical
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, wide) if is_vertical else (wide, fixed)))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        # Always the width of the thicker line, so that a change of scheme moves nothing.
        return QSize(2, 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = tokens().line
        width, height = self.width(), self.height()
        rect = QRect(0, 0, line, height) if self._is_vertical else QRect(0, 0, width, line)
        painter = QPainter(self)
        painter.fillRect(rect, colour(Token.HAIRLINE))
        painter.end()
