"""The focus ring: outside the control, and only for people who move by keyboard."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from agent_desk.ui.painting import Box, draw_box
from agent_desk.ui.theme import Token, colour, tokens

_GAP: Final = 3
RING_PX: Final = 6
"""How far the ring reaches out of its control; what is round that one must leave it the room."""
_BY_KEYBOARD: Final = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
    | {Qt.FocusReason.ShortcutFocusReason}
)
_WINDOW_CAME_BACK: Final = frozenset(
    {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
)


class _RingStyle(QProxyStyle):
    """Fusion with room for the ring; set on the ring alone."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        ):
            return RING_PX
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        # Qt would cut the control's rectangle out of the ring, and with it the round corners.
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, data)


class _Ring(QFocusFrame):
    def __init__(self, target: QWidget, radius: float) -> None:
        super().__init__(target)
        self._radius = radius
        style = _RingStyle("Fusion")
        style.setParent(self)
        self.setStyle(style)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setWidget(target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = tokens().focus_line
        inset = RING_PX - _GAP - width
        painter = QPainter(self)
        draw_box(
            painter,
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset),
            self._radius + _GAP + width,
            Box(border=colour(Token.FOCUS), border_px=width),
        )
        painter.end()


class FocusRing(QObject):
    """Shows a ring round its parent ``widget`` while the keyboard brought the focus there."""

    def __init__(self, widget: QWidget, radius: float) -> None:
        super().__init__(widget)
        self._widget = widget
        self._radius = radius
        self._ring: _Ring | None = None
        self._is_by_keyboard = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Not FocusAboutToChange, which has the class of the other two but says nothing yet.
        kinds = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)
        if event.type() in kinds and isinstance(event, QFocusEvent):
            reason = event.reason()
            # Away to another window and back, or to a menu and back, is no new focus.
            if reason not in _WINDOW_CAME_BACK:
                self._is_by_keyboard = event.gotFocus() and reason in _BY_KEYBOARD
            self._show(is_shown=event.gotFocus() and self._is_by_keyboard)
        elif event.type() == QEvent.Type.Hide:
            self._show(is_shown=False)
        return super().eventFilter(watched, event)

    def _show(self, *, is_shown: bool) -> None:
        if is_shown and self._ring is None:
            self._ring = _Ring(self._widget, self._radius)
        elif not is_shown and self._ring is not None:
            # The ring lives in the window, which may have gone before its control.
            if shiboken6.isValid(self._ring):
                self._ring.hide()
                self._ring.deleteLater()
            self._ring = None
