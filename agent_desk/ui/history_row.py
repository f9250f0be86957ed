"""One row of the history, painted: who, how it ended, what belongs to it, how long and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF

from agent_desk.desk.history import Ending, Origin
from agent_desk.ui import fonts, history_words, icons
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line
from agent_desk.ui.theme import Token, colour, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from agent_desk.desk.history import HistoryCall
    from agent_desk.ui.history_words import RowWords

ROW_PX: Final = 52
WIDE_FROM_PX: Final = 560
"""From here on a row has columns; below, its words stand in two lines."""
_INSET: Final = 16
_ICON: Final = 20
_TEXT: Final = _INSET + _ICON + 16
_MARK: Final = 20
_LOUD: Final = frozenset(
    {Ending.MISSED, Ending.CALLER_GAVE_UP, Ending.VOICEMAIL, Ending.FAILED, Ending.BAD_NUMBER}
)
# Widths in px of the columns at the far end of a wide row.
_WHEN_PX: Final = 72
_TALK_PX: Final = 68
_MARKS_PX: Final = 3 * _MARK + 8
_ENDING_PX: Final = 148


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands in its list: ``is_focused`` shows the keyboard on it.

    ``bar_px`` is how much a scroll bar takes of the room at the row's end.
    """

    is_selected: bool = False
    is_pointed_at: bool = False
    is_focused: bool = False
    is_first_of_day: bool = False
    is_rtl: bool = False
    bar_px: int = 0


class RowPainter:
    """Paints rows of one width; ``painter`` is not changed but for font and pen."""

    def paint(
        self, painter: QPainter, rect: QRect, call: HistoryCall, words: RowWords, state: RowState
    ) -> None:
        """Paint ``call`` into ``rect``."""
        painter.save()
        painter.translate(rect.topLeft())
        whole = QRect(0, 0, rect.width(), rect.height())
        self._ground(painter, whole, state)
        row = _Row(painter, whole, is_rtl=state.is_rtl, bar_px=state.bar_px)
        look = history_words.look(call.ending, call.direction)
        row.icon(_INSET, 16, _ICON, look.icon, look.tone.fg)
        ink = look.tone.fg if call.ending in _LOUD else Token.TEXT2
        if whole.width() >= WIDE_FROM_PX:
            _wide(row, call, words, ink)
        else:
            _compact(row, call, words, ink)
        painter.restore()

    def paint_missing(self, painter: QPainter, rect: QRect, *, is_rtl: bool) -> None:
        """Paint a row that is still to come: its place, quietly."""
        painter.save()
        painter.translate(rect.topLeft())
        row = _Row(painter, QRect(0, 0, rect.width(), rect.height()), is_rtl=is_rtl)
        for left, top, width in ((_INSET, 16, 20), (_TEXT, 12, 140), (_TEXT, 32, 96)):
            height = 20 if left == _INSET else 8
            shape = QRectF(left, top, width, height)
            row.box(shape, height / 2, Box(colour(Token.HOVER)))
        painter.restore()

    def _ground(self, painter: QPainter, whole: QRect, state: RowState) -> None:
        now = tokens()
        row = _Row(painter, whole, is_rtl=state.is_rtl, bar_px=state.bar_px)
        if state.is_first_of_day and not state.is_selected:
            row.fill(_INSET, 0, row.end - _INSET, now.line, Token.HAIRLINE)
        if state.is_selected:
            row.fill(0, 0, whole.width(), whole.height(), Token.ACCENT_BG)
            row.fill(0, 0, 3, whole.height(), Token.ACCENT)
            if now.is_high_contrast:
                border = Box(border=colour(Token.ACCENT), border_px=now.line)
                draw_box(painter, QRectF(whole), 0, border)
        elif state.is_pointed_at:
            row.fill(0, 0, whole.width(), whole.height(), Token.SUNKEN)
        if state.is_focused:
            ring = Box(border=colour(Token.FOCUS), border_px=now.focus_line)
            draw_box(painter, QRectF(whole), 4, ring)


class _Row:
    """Places things from the side where reading begins."""

    def __init__(self, painter: QPainter, whole: QRect, *, is_rtl: bool, bar_px: int = 0) -> None:
        self._painter = painter
        self._is_rtl = is_rtl
        self.width = whole.width()
        self.end: Final = self.width - _INSET + bar_px

    def icon(self, left: float, top: float, size: int, icon: Icon, ink: Token) -> None:
        x = self.width - left - size if self._is_rtl else left
        icons.paint(self._painter, icon, QPointF(x, top), size, colour(ink), is_rtl=self._is_rtl)

    def line(self, left: float, top: float, width: float, line: Line) -> None:
        x = self.width - left - width if self._is_rtl else left
        rect = QRectF(x, top, width, line.role.line)
        draw_line(self._painter, rect, line, is_rtl=self._is_rtl)

    def fill(self, left: float, top: float, width: float, height: float, token: Token) -> None:
        x = self.width - left - width if self._is_rtl else left
        self._painter.fillRect(QRectF(x, top, width, height), colour(token))

    def box(self, rect: QRectF, radius: float, box: Box) -> None:
        x = self.width - rect.right() if self._is_rtl else rect.left()
        placed = QRectF(x, rect.top(), rect.width(), rect.height())
        draw_box(self._painter, placed, radius, box)


def _marks(call: HistoryCall) -> list[Icon]:
    found = []
    if call.note or call.disposition:
        found.append(Icon.NOTE)
    if call.recording_url:
        found.append(Icon.PLAYABLE)
    if call.origin is Origin.RECOVERED:
        found.append(Icon.RECOVERED)
    return found


def _wide(row: _Row, call: HistoryCall, words: RowWords, ink: Token) -> None:
    end = row.end
    when = end - _WHEN_PX
    talk = when - _TALK_PX
    marks = talk - _MARKS_PX
    ending = marks - _ENDING_PX
    room = ending - _TEXT - 16
    row.line(_TEXT, 7, room, Line(words.title, Role.VALUE, Token.TEXT))
    row.line(_TEXT, 28, room, Line(words.second, Role.LABEL, Token.TEXT3))
    role = Role.ACTION if call.ending in _LOUD else Role.BODY
    row.line(ending, 16, _ENDING_PX - 8, Line(words.ending, role, ink))
    for at, icon in enumerate(_marks(call)):
        row.icon(marks + at * (_MARK + 2), 18, 16, icon, Token.TEXT2)
    row.line(talk, 16, _TALK_PX, Line(words.talk, Role.BODY, Token.TEXT2, Align.END))
    row.line(when, 7, _WHEN_PX, Line(words.time, Role.BODY, Token.TEXT2, Align.END))
    row.line(when, 28, _WHEN_PX, Line(words.day, Role.LABEL, Token.TEXT3, Align.END))


def _compact(row: _Row, call: HistoryCall, words: RowWords, ink: Token) -> None:
    end = row.end
    marks = _marks(call)
    said = words.talk if call.ending is Ending.ANSWERED and words.talk else words.ending
    role = Role.LABEL_STRONG if call.ending in _LOUD else Role.LABEL
    first = min(fonts.width(role, said) + 1, (end - _TEXT) * 0.5)
    row.line(end - first, 9, first, Line(said, role, ink, Align.END))
    row.line(_TEXT, 7, end - first - 8 - _TEXT, Line(words.title, Role.VALUE, Token.TEXT))
    second = min(fonts.width(Role.LABEL, words.when) + 1, (end - _TEXT) * 0.5)
    row.line(end - second, 28, second, Line(words.when, Role.LABEL, Token.TEXT3, Align.END))
    left = end - second - 8 - len(marks) * _MARK
    for at, icon in enumerate(marks):
        row.icon(left + at * _MARK, 28, 16, icon, Token.TEXT3)
    row.line(_TEXT, 28, left - 4 - _TEXT, Line(words.second, Role.LABEL, Token.TEXT3))
