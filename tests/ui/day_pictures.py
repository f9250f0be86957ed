"""Pictures of today's figures and of the people who are owed a call back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.day import DayFigures, DayView
from agent_desk.desk.owed import Debt
from agent_desk.ui.masking import masking
from agent_desk.ui.owed_list import OwedList
from agent_desk.ui.theme import Token, colour
from agent_desk.ui.today import Today

if TYPE_CHECKING:
    from datetime import datetime

    from tests.helpers.clock import FakeClock
    from tests.ui.pictures import Studio

_COMPACT_PX: Final = 367  # what the rail leaves of the smallest window
_NAMES: Final = {
    "en": ("Omer Katz", "Sales Queue"),
    "he": ("עומר כץ", "תור מכירות"),
    "ar": ("ليلى حداد", "قسم المبيعات"),
    "ru": ("Дарья Левина", "Отдел продаж"),
}


def some_debts(now: datetime, count: int, language: str = "en") -> tuple[Debt, ...]:
    """So many people who called in vain, of several kinds."""
    name, queue = _NAMES[language]
    kinds = (
        ("97236129944", "03-612-9944", "", 1, 0.2, queue),
        ("972547654321", "054-765-4321", name, 2, 1.4, ""),
        ("203", "203", "", 1, 2.0, ""),
        ("447700900123", "+44 7700 900123", name, 14, 26.0, queue),
        ("97239456770", "03-945-6770", "", 1, 80.0, ""),
    )
    found = []
    for at in range(count):
        raw, shown, who, calls, hours, place = kinds[at % len(kinds)]
        when = now - timedelta(hours=hours + at)
        number = PhoneNumber(raw)
        found.append(Debt(f"p{at}", number, when, when, calls, shown, who, place))
    return tuple(found)


def a_day(now: datetime, debts: int, language: str = "en") -> DayView:
    """A day in its middle with so many debts."""
    since = None if debts else now - timedelta(minutes=90)
    return DayView(
        DayFigures(
            answered=14,
            missed=2 if debts else 0,
            made=128,
            talk_s=6759,
            hidden=3 if debts > 1 else 0,
            is_talk_estimated=debts == 1,
            since=since,
            is_at_least=debts != 1,
        ),
        some_debts(now, debts, language),
    )


def sheet(clock: FakeClock, day: DayView, width: int = _COMPACT_PX) -> QWidget:
    """Both as they stand on the desk."""
    page = QWidget()
    palette = page.palette()
    palette.setColor(QPalette.ColorRole.Window, colour(Token.WINDOW))
    page.setPalette(palette)
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(20)
    today, owed = Today(), OwedList(clock)
    for part in (today, owed):
        part.show_day(day)
        column.addWidget(part)
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.setFixedWidth(width)
    page.show()
    page.adjustSize()
    return page


def days(studio: Studio) -> None:
    """No debt, one and nine; nine of them where words are long, and where numbers are hidden."""
    for scheme, language, counts in (
        ("light", "en", (0, 1, 9)),
        ("dark", "he", (0, 1, 9)),
        ("light", "ar", (9,)),
        ("dark", "ru", (9,)),
        ("high-contrast", "en", (9,)),
    ):
        studio.look(scheme, language)
        for count in counts:
            _take(studio, f"day-{count}-{language}-{scheme}", count, language)
        studio.shell.close_all()
    studio.look("light")
    masking.switch(True)
    _take(studio, "day-masked-en-light", 9, "en")
    masking.switch(False)
    studio.shell.close_all()


def _take(studio: Studio, name: str, count: int, language: str) -> None:
    page = sheet(studio.clock, a_day(studio.clock.now(), count, language))
    studio.take(name, page)
    page.deleteLater()
