"""Which days the history lists: a few that are asked for often, or from one day to another."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from agent_desk.ui import fonts
from agent_desk.ui.fonts import Role
from agent_desk.ui.painting import Box, draw_box
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.translation import QT_TRANSLATE_NOOP
from agent_desk.ui.widgets import Label, TabStop

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_FIELD_PX: Final = 32


class Span(Enum):
    """Which days are listed."""

    ANY = "any"
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    CHOSEN = "chosen"


_DAYS: Final = {Span.WEEK: 7, Span.MONTH: 30}
_WORDS: Final[dict[Span, str]] = {
    Span.ANY: QT_TRANSLATE_NOOP("history_dates", "Any day"),
    Span.TODAY: QT_TRANSLATE_NOOP("history_dates", "Today"),
    Span.YESTERDAY: QT_TRANSLATE_NOOP("history_dates", "Yesterday"),
    Span.WEEK: QT_TRANSLATE_NOOP("history_dates", "Last 7 days"),
    Span.MONTH: QT_TRANSLATE_NOOP("history_dates", "Last 30 days"),
    Span.CHOSEN: QT_TRANSLATE_NOOP("history_dates", "From … to …"),
}


def span_words(span: Span) -> str:
    """What ``span`` is called."""
    return QCoreApplication.translate("history_dates", _WORDS[span])


def bounds(
    span: Span, today: date, chosen: tuple[date, date] | None = None
) -> tuple[datetime | None, datetime | None]:
    """The first moment of ``span`` and the one at which it is over; ``chosen`` includes both."""
    if span is Span.CHOSEN and chosen is not None:
        first, last = chosen
    elif span is Span.YESTERDAY:
        first = last = today - timedelta(days=1)
    elif span is Span.ANY:
        return None, None
    else:
        first, last = today - timedelta(days=_DAYS.get(span, 1) - 1), today
    return _midnight(first), _midnight(last + timedelta(days=1))


class DayRange(QWidget):
    """From one day to another, both included. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._first, self._last = (self._edit(name) for name in (self.tr("From"), self.tr("To")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for said, edit in ((self.tr("From"), self._first), (self.tr("To"), self._last)):
            row.addWidget(Label(said, Role.LABEL, Token.TEXT2, is_fixed=True))
            row.addWidget(edit)
        row.addStretch(1)
        self.setFocusProxy(self._first)
        self._is_set = False

    def days(self, today: date) -> tuple[date, date]:
        """The days as they are chosen, in their order; a week until ``today`` at first."""
        if not self._is_set:
            self._is_set = True
            for edit, day in ((self._first, today - timedelta(days=6)), (self._last, today)):
                with QSignalBlocker(edit):
                    edit.setDate(QDate(day.year, day.month, day.day))
        first, last = (_day(edit.date()) for edit in (self._first, self._last))
        return min(first, last), max(first, last)

    def _edit(self, name: str) -> QDateEdit:
        edit = _DayEdit()
        # In a mirrored field Qt turns the parts of a date round, which reads as another date.
        edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat(QLocale().dateFormat(QLocale.FormatType.ShortFormat))
        edit.setAccessibleName(name)
        edit.setFont(fonts.font(Role.BODY))
        edit.setFixedHeight(_FIELD_PX)
        edit.dateChanged.connect(self._on_date_changed)
        return edit

    def _on_date_changed(self, _day: QDate) -> None:
        self.changed.emit()


class _DayEdit(TabStop, QDateEdit):
    """Qt's own field with our frame: its own one cannot be seen on dark grounds."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        has_focus, now = self.hasFocus(), tokens()
        border = colour(Token.FOCUS if has_focus else Token.CONTROL)
        painter = QPainter(self)
        frame = Box(border=border, border_px=now.focus_line if has_focus else now.line)
        draw_box(painter, QRectF(self.rect()), 4, frame)
        painter.end()


def _midnight(day: date) -> datetime:
    """The moment at which a local day begins."""
    return datetime.combine(day, time()).astimezone()


def _day(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())
