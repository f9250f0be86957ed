"""One colleague of the team's list, painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF

from agent_desk.ui import icons, team_words, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, mirrored
from agent_desk.ui.theme import Token, Tone, colour, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainter

    from agent_desk.desk.presence import Status
    from agent_desk.desk.team import Colleague

ROW_PX: Final = 48
WIDE_FROM_PX: Final = 680
"""From this width on the list has columns; below it a row says the same in two lines."""
EDGE_PX: Final = 16
_BAR_PX: Final = 3
_AVATAR_PX: Final = 32
_NAME_PX: Final = EDGE_PX + _AVATAR_PX + 12
_ICON_PX: Final = 16
_BUTTON_PX: Final = 32
_SINCE_PX: Final = 72
# In a wide list the rest beside the names is shared by the state and what the call came through.
_STATE_SHARE: Final = 0.22
_WAY_SHARE: Final = 0.17


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row shows beside the colleague; ``now`` is a monotonic second."""

    statuses: Mapping[int, Status]
    now: float
    is_rtl: bool
    is_favourite: bool = False
    is_current: bool = False
    is_focused: bool = False
    is_hovered: bool = False
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a list of ``width`` px are, laid out from the left."""

    width: int

    @property
    def is_wide(self) -> bool:
        """Whether there are columns at all."""
        return self.width >= WIDE_FROM_PX

    @property
    def star(self) -> QRect:
        """Where a press makes a favourite."""
        return QRect(self.width - EDGE_PX - 2 * _BUTTON_PX + 8, 8, _BUTTON_PX, _BUTTON_PX)

    @property
    def phone(self) -> QRect:
        """Where a press calls."""
        return QRect(self.width - EDGE_PX - _BUTTON_PX + 8, 8, _BUTTON_PX, _BUTTON_PX)

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.star.left() - 8

    @property
    def name(self) -> tuple[int, int]:
        """Left edge and width of the names."""
        if not self.is_wide:
            return _NAME_PX, self.end - _NAME_PX
        return _NAME_PX, self.state[0] - 16 - _NAME_PX

    @property
    def state(self) -> tuple[int, int]:
        """Left edge and width of the state; only in a wide list, as the next two."""
        width = round(self.width * _STATE_SHARE)
        return self.way[0] - 16 - width, width

    @property
    def way(self) -> tuple[int, int]:
        """Left edge and width of what the call came through."""
        width = round(self.width * _WAY_SHARE)
        return self.since[0] - 8 - width, width

    @property
    def since(self) -> tuple[int, int]:
        """Left edge and width of the time."""
        return self.end - _SINCE_PX, _SINCE_PX


def paint_row(painter: QPainter, rect: QRect, colleague: Colleague, look: RowLook) -> None:
    """Paint ``colleague`` within ``rect``."""
    painter.save()
    painter.translate(rect.topLeft())
    _Row(painter, QRect(0, 0, rect.width(), rect.height()), colleague, look).paint()
    painter.restore()


class _Row:
    """The parts of one row, from the leading edge on."""

    def __init__(
        self, painter: QPainter, whole: QRect, colleague: Colleague, look: RowLook
    ) -> None:
        self._painter = painter
        self._whole = whole
        self._colleague = colleague
        self._look = look
        self._columns = Columns(whole.width())
        said = team_words.look(colleague)
        self._icon, self._tone = said.icon, Tone.NEUTRAL if look.is_stale else said.tone

    def paint(self) -> None:
        self._paint_ground()
        self._paint_avatar()
        if self._columns.is_wide:
            self._paint_columns()
        else:
            self._paint_lines()
        self._paint_actions()

    def _paint_ground(self) -> None:
        look, whole, painter = self._look, QRectF(self._whole), self._painter
        if look.is_current:
            painter.fillRect(whole, colour(Token.ACCENT_BG))
            bar = QRectF(0, 0, _BAR_PX, whole.height())
            painter.fillRect(self._at(bar), colour(Token.ACCENT))
        elif look.is_hovered:
            painter.fillRect(whole, colour(Token.SUNKEN))
        line = tokens().line
        under = QRectF(EDGE_PX, whole.height() - line, whole.width() - 2 * EDGE_PX, line)
        painter.fillRect(under, colour(Token.HAIRLINE))
        if look.is_focused:
            edge = Box(border=colour(Token.FOCUS), border_px=tokens().focus_line)
            draw_box(painter, whole.adjusted(2, 2, -2, -2), 6, edge)

    def _paint_avatar(self) -> None:
        top = (ROW_PX - _AVATAR_PX) / 2
        circle = self._at(QRectF(EDGE_PX, top, _AVATAR_PX, _AVATAR_PX))
        now = tokens()
        edge = colour(Token.NEUTRAL) if now.is_high_contrast else None
        ground = Box(colour(Token.NEUTRAL_BG), edge, now.line)
        draw_box(self._painter, circle, _AVATAR_PX / 2, ground)
        letters = text.initials(self._colleague.name)
        line = Line(letters, Role.LABEL_STRONG, Token.NEUTRAL, Align.CENTER)
        draw_line(self._painter, circle, line, is_rtl=self._look.is_rtl)

    def _paint_columns(self) -> None:
        columns, name, number, state, way, since = self._columns, *self._words()
        left, width = columns.name
        self._line(left, 5, width, Line(name, Role.VALUE, Token.TEXT))
        self._line(left, 26, width, Line(number, Role.LABEL, Token.TEXT3))
        left, width = columns.state
        self._mark(left, 16)
        self._line(left + 24, 14, width - 24, Line(state, Role.ACTION, self._tone.fg))
        left, width = columns.way
        self._line(left, 14, width, Line(way, Role.BODY, Token.TEXT2))
        left, width = columns.since
        self._line(left, 14, width, Line(since, Role.BODY, Token.TEXT2, Align.END))

    def _paint_lines(self) -> None:
        name, number, state, way, since = self._words()
        left, width = self._columns.name
        far = Line(number, Role.LABEL, Token.TEXT3, Align.END)
        far_px = min(far.width + 1, width / 3)
        self._line(left, 5, width - far_px - 8, Line(name, Role.VALUE, Token.TEXT))
        self._line(left + width - far_px, 7, far_px, far)
        time = Line(since, Role.LABEL, Token.TEXT2)
        time_px = time.width + 1 if since else 0
        self._mark(left, 26)
        at = left + 22.0
        words = Line(state, Role.LABEL_STRONG, self._tone.fg)
        room = min(words.width + 1, left + width - at - time_px - 8)
        self._line(at, 26, room, words)
        at += room + 8
        self._line(at, 26, time_px, time)
        at += time_px + 8
        self._line(at, 26, left + width - at, Line(way, Role.LABEL, Token.TEXT3))

    def _words(self) -> tuple[str, str, str, str, str]:
        colleague, look = self._colleague, self._look
        return (
            team_words.name(colleague),
            team_words.number(colleague),
            team_words.state(colleague, look.statuses),
            team_words.way(colleague),
            team_words.since(colleague, look.now),
        )

    def _paint_actions(self) -> None:
        look, columns = self._look, self._columns
        is_picked = look.is_current or look.is_hovered
        if look.is_favourite:
            self._action(columns.star, Icon.STARRED, Token.ACCENT_TEXT)
        elif is_picked:
            self._action(columns.star, Icon.STAR, Token.TEXT2)
        if not self._colleague.is_own:
            ink = Token.TEXT if is_picked else Token.TEXT3
            self._action(columns.phone, Icon.PHONE, ink)

    def _action(self, rect: QRect, icon: Icon, ink: Token) -> None:
        inset = (_BUTTON_PX - _ICON_PX) / 2
        at = self._at(QRectF(rect).adjusted(inset, inset, -inset, -inset)).topLeft()
        icons.paint(self._painter, icon, at, _ICON_PX, colour(ink), is_rtl=self._look.is_rtl)

    def _mark(self, left: float, top: float) -> None:
        at = self._at(QRectF(left, top, _ICON_PX, _ICON_PX)).topLeft()
        ink = colour(self._tone.fg)
        icons.paint(self._painter, self._icon, at, _ICON_PX, ink, is_rtl=self._look.is_rtl)

    def _line(self, left: float, top: float, width: float, line: Line) -> None:
        spot = self._at(QRectF(left, top, width, line.role.line))
        draw_line(self._painter, spot, line, is_rtl=self._look.is_rtl)

    def _at(self, rect: QRectF) -> QRectF:
        return mirrored(rect, self._whole, is_rtl=self._look.is_rtl)
