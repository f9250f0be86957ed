"""The focus ring: outside the control, and only for people who move by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFocusFrame,
    QLayout,
    QProxyStyle,
    QScrollArea,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from agent_desk.ui.painting import Box, draw_box
from agent_desk.ui.theme import Token, colour, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    _Control = QWidget
else:
    _Control = object

_CHILDREN: Final = Qt.FindChildOption.FindDirectChildrenOnly
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
        # In the window or its scroll area: the control's own parent would cut the ring off.
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
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


class TabStop(_Control):
    """A control from which Tab goes on as the window reads; a mixin, named before Qt's class.

    Qt's own order is that in which widgets joined the window: a new call would come last.
    """

    def focusNextPrevChild(self, is_next: bool) -> bool:
        stops = list(_stops(self.window()))
        behaviour = QGuiApplication.styleHints().tabFocusBehavior()
        if self not in stops or behaviour != Qt.TabFocusBehavior.TabFocusAllControls:
            return super().focusNextPrevChild(is_next)
        at = stops.index(self) + (1 if is_next else -1)
        stop = stops[at % len(stops)]
        reasons = Qt.FocusReason
        stop.setFocus(reasons.TabFocusReason if is_next else reasons.BacktabFocusReason)
        around = stop.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(stop)
            around = around.parentWidget()
        return True


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab reaches at and in ``widget``: by its layouts, then what lies above them."""
    if not (widget.isVisible() and widget.isEnabled()):
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    laid_out = [] if layout is None else list(_widgets(layout))
    known = set(laid_out)
    for child in widget.findChildren(QWidget, options=_CHILDREN):
        if child not in known and not child.isWindow():
            laid_out.append(child)
    for child in laid_out:
        yield from _stops(child)


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for item in filter(None, map(layout.itemAt, range(layout.count()))):
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _widgets(inner)


class FocusRinged(TabStop):
    """A control that shows a ring round itself while the keyboard brought the focus there.

    A mixin, named before Qt's class; ``ring_radius`` is that of the control's own corners, in px.
    Not an event filter: that would be asked about every event of every control (measured: 0.4 ms
    of each pop).
    """

    ring_radius: float = 8
    _ring: _Ring | None = None
    _is_by_keyboard = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._note_focus(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._note_focus(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._show_ring(is_shown=False)

    def _note_focus(self, event: QFocusEvent) -> None:
        reason = event.reason()
        # Away to another window and back, or to a menu and back, is no new focus.
        if reason not in _WINDOW_CAME_BACK:
            self._is_by_keyboard = event.gotFocus() and reason in _BY_KEYBOARD
        self._show_ring(is_shown=event.gotFocus() and self._is_by_keyboard)

    def _show_ring(self, *, is_shown: bool) -> None:
        if is_shown and self._ring is None:
            self._ring = _Ring(self, self.ring_radius)
        elif not is_shown and self._ring is not None:
            # The ring lives in the window, which may have gone before its control.
            if shiboken6.isValid(self._ring):
                self._ring.hide()
                self._ring.deleteLater()
            self._ring = None
