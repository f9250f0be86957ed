"""How the rows of the page of queues are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from agent_desk.desk.queue_view import Level
from agent_desk.ui import icons, queue_words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.looks import Look
from agent_desk.ui.masking import masking
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, mirrored
from agent_desk.ui.queue_model import GaveUpModel, QueueModel, QueueRole
from agent_desk.ui.theme import Token, Tone, colour, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from agent_desk.desk.gave_up import GaveUp
    from agent_desk.desk.queue_view import QueueView, Waiting

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROW_PX: Final = 48
GAVE_UP_PX: Final = 56
WIDE_FROM_PX: Final = 560
_INSET: Final = 16
_STEP: Final = 32
_PILL: Final = 20
_PILL_ICON: Final = 14
_COUNT_PX: Final = 96
_ACTION_PX: Final = 32
_END: Final = Align.END
_NOBODY: Final = Look(Icon.CONFIRMED, Tone.NEUTRAL)


class _Pen:
    """Places things from the side where reading begins, within one row."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self.whole = QRect(0, 0, option.rect.width(), option.rect.height())
        self._is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        self.width = self.whole.width()

    def line(self, left: float, top: float, width: float, line: Line) -> None:
        rect = QRectF(left, top, width, line.role.line)
        rect = mirrored(rect, self.whole, is_rtl=self._is_rtl)
        draw_line(self._painter, rect, line, is_rtl=self._is_rtl)

    def icon(self, left: float, top: float, size: int, icon: Icon, ink: Token) -> None:
        rect = mirrored(QRectF(left, top, size, size), self.whole, is_rtl=self._is_rtl)
        spot = QPointF(rect.left(), rect.top())
        icons.paint(self._painter, icon, spot, size, colour(ink), is_rtl=self._is_rtl)

    def pill(self, left: float, top: float, width: float, look: Look, words: str) -> None:
        now = tokens()
        border = colour(look.tone.fg) if now.is_high_contrast else None
        rect = mirrored(QRectF(left, top, width, _PILL), self.whole, is_rtl=self._is_rtl)
        draw_box(self._painter, rect, _PILL / 2, Box(colour(look.tone.bg), border, now.line))
        self.icon(left + 6, top + 3, _PILL_ICON, look.icon, look.tone.fg)
        line = Line(words, Role.LABEL_STRONG, look.tone.fg)
        self.line(left + 24, top + 2, width - 24 - 8, line)

    def ground(self, option: QStyleOptionViewItem, ground: Token | None, *, edge: int) -> None:
        """The row's ground, the line above it (none below 0) and the ring of the keyboard."""
        now, whole = tokens(), self.whole
        if option.state & QStyle.StateFlag.State_MouseOver:
            ground = Token.SUNKEN
        if ground is not None:
            self._painter.fillRect(whole, colour(ground))
        if edge >= 0:
            line = QRectF(edge, 0, whole.width() - edge - min(edge, _INSET), now.line)
            line = mirrored(line, whole, is_rtl=self._is_rtl)
            self._painter.fillRect(line, colour(Token.HAIRLINE))
        if is_current(option):
            ring = Box(border=colour(Token.FOCUS), border_px=now.focus_line)
            draw_box(self._painter, QRectF(whole).adjusted(4, 2, -4, -2), 6, ring)


def is_current(option: QStyleOptionViewItem) -> bool:
    """Whether the keyboard is on this row."""
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    widget: QWidget | None = option.widget
    return has_focus and widget is not None and widget.hasFocus()


def _is_revealed(option: QStyleOptionViewItem) -> bool:
    is_pointed_at = bool(option.state & QStyle.StateFlag.State_MouseOver)
    return not masking.is_on or is_pointed_at or is_current(option)


class QueueRows(QStyledItemDelegate):
    """A queue in two lines, each of its callers in one."""

    def __init__(self, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: tuple[QueueView, Waiting | None] | None = index.data(QueueRole.ROW)
        if row is None:
            return
        queue, caller = row
        painter.save()
        painter.translate(option.rect.topLeft())
        pen = _Pen(painter, option)
        if caller is None:
            pen.ground(option, Token.SURFACE, edge=0)
            self._paint_queue(pen, queue)
        else:
            pen.ground(option, None, edge=_STEP)
            self._paint_caller(pen, caller, is_revealed=_is_revealed(option))
        painter.restore()

    def _paint_queue(self, pen: _Pen, queue: QueueView) -> None:
        is_stale = self._model.view.is_stale
        name = Line(queue_words.queue_name(queue), Role.VALUE, Token.TEXT)
        seen = Line(queue_words.counts(queue), Role.LABEL, Token.TEXT3)
        count = queue_words.waiting(len(queue.waiting))
        ink = Token.TEXT2 if is_stale or not queue.waiting else Token.TEXT
        number = Line(count, Role.SECTION if queue.waiting else Role.BODY, ink, Align.END)
        end = pen.width - _INSET
        count_px = min(number.width + 1, end * 0.4)
        state, look = self._state(queue)
        state_px = Line(state, Role.LABEL_STRONG, Token.TEXT).width + 33
        if pen.width >= WIDE_FROM_PX:
            pen.line(end - _COUNT_PX, 14, _COUNT_PX, number)
            left = end - _COUNT_PX - 12 - state_px
            pen.pill(left, 14, state_px, look, state)
            room = left - 12 - _INSET
            pen.line(_INSET, 5 if seen.text else 14, room, name)
            pen.line(_INSET, 26, room, seen)
            return
        pen.line(end - count_px, 4, count_px, number)
        pen.line(_INSET, 4, end - count_px - 8 - _INSET, name)
        state_px = min(state_px, end - _INSET)
        pen.pill(_INSET, 25, state_px, look, state)
        left = _INSET + state_px + 8
        seen = Line(seen.text, Role.LABEL, Token.TEXT3, Align.END)
        if seen.width <= end - left:
            pen.line(left, 27, end - left, seen)

    def _state(self, queue: QueueView) -> tuple[str, Look]:
        since = queue.longest_from
        if since is None:
            return queue_words.nobody(), _NOBODY
        waited_s = self._model.waited_s(since)
        level = self._model.level(waited_s)
        look = queue_words.look(level, is_stale=self._model.view.is_stale)
        return queue_words.longest(waited_s, level), look

    def _paint_caller(self, pen: _Pen, caller: Waiting, *, is_revealed: bool) -> None:
        view = self._model.view
        waited_s = self._model.waited_s(caller.waits_from)
        level = self._model.level(waited_s)
        time = Line(
            queue_words.wait(waited_s, level),
            Role.ACTION,
            _ink(level, is_stale=view.is_stale),
            _END,
        )
        end = pen.width - _INSET
        pen.line(end - time.width - 1, 14, time.width + 1, time)
        who = queue_words.caller_person(caller, view.region, is_revealed=is_revealed)
        room = end - time.width - 12 - _STEP
        title = Line(who.title, Role.BODY, Token.TEXT2 if view.is_stale else Token.TEXT)
        number = Line(who.number, Role.BODY, Token.TEXT3, _END)
        if who.number and title.width + 16 + number.width <= room:
            pen.line(_STEP + room - number.width - 16, 14, number.width, number)
        pen.line(_STEP, 14, min(room, title.width + 1), title)


class GaveUpRows(QStyledItemDelegate):
    """Who gave up, in two lines, with the two things to do at the far end."""

    def __init__(self, model: GaveUpModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, GAVE_UP_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: GaveUp | None = index.data(QueueRole.ROW)
        if entry is None:
            return
        who = queue_words.gave_up_person(
            entry, self._model.region, is_revealed=_is_revealed(option)
        )
        painter.save()
        painter.translate(option.rect.topLeft())
        pen = _Pen(painter, option)
        pen.ground(option, None, edge=_INSET if index.row() else -1)
        pen.icon(_INSET, 20, 16, Icon.GAVE_UP, Token.RINGING)
        left = _INSET + 28
        end = pen.width - _INSET - 2 * _ACTION_PX - 8
        times = Line(queue_words.times(entry), Role.LABEL, Token.TEXT3, _END)
        title = Line(who.title, Role.VALUE, Token.TEXT)
        times_px = times.width + 1 if title.width + 8 + times.width <= end - left else 0
        pen.line(end - times_px, 11, times_px, times)
        pen.line(left, 9, end - times_px - left, title)
        second = Line(self._model.line(entry, who), Role.LABEL, Token.TEXT3)
        pen.line(left, 31, end - left, second)
        for at, icon in enumerate((Icon.PHONE, Icon.TICK)):
            x = end + 8 + at * _ACTION_PX
            pen.icon(x + 8, 20, 16, icon, Token.ACCENT_TEXT if at == 0 else Token.TEXT2)
        painter.restore()


def action_at(spot: QPoint, row: QRect, *, is_rtl: bool) -> int:
    """Which action of a ``GaveUpRows`` row a point is on: 0 calls back, 1 is done, else -1."""
    far = row.right() + 1 - spot.x() if not is_rtl else spot.x() - row.left()
    at = (far - _INSET) // _ACTION_PX if far >= _INSET else 2
    return {0: 1, 1: 0}.get(at, -1)


def _ink(level: Level, *, is_stale: bool) -> Token:
    """The colour of a caller's time; a fine one needs none."""
    if is_stale or level is Level.FINE:
        return Token.TEXT2
    return queue_words.look(level, is_stale=False).tone.fg
