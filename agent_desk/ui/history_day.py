"""One day in figures: how many calls, how long, and at which hours."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.desk.history import HOURS, DaySummary
from agent_desk.ui import history_words, text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, mirrored
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.today import Figure
from agent_desk.ui.widgets import Button, Kind, Label, PlainText, Separator

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from agent_desk.core.clock import Clock

_CHART_PX: Final = 132
_SCALE_PX: Final = 20
_TOP_PX: Final = 18
_FIRST_HOUR, _LAST_HOUR = 8, 18
_DASH_PX: Final = 3


class HourBars(PlainText):
    """Answered, missed and outgoing calls of each hour, side by side.

    Answered ones are solid, missed ones striped, outgoing ones outlined: colour is not the only
    sign. A screen reader gets the hours in which there was something.
    """

    def __init__(self) -> None:
        super().__init__()
        self._day: DaySummary | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, day: DaySummary) -> None:
        """Show the hours of ``day``."""
        self._day = day
        said = []
        for hour in range(HOURS):
            counts = (day.answered[hour], day.missed[hour], day.made[hour])
            if any(counts):
                line = self.tr("{hour}: {answered} answered, {missed} missed, {made} outgoing")
                answered, missed, made = counts
                at = f"{hour:02}:00"
                said.append(line.format(hour=at, answered=answered, missed=missed, made=made))
        self._say("; ".join(said) or self.tr("No calls on this day"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, _CHART_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _CHART_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        day = self._day
        if day is None:
            return
        used = [at for at in range(HOURS) if day.answered[at] or day.missed[at] or day.made[at]]
        first, last = min([*used, _FIRST_HOUR]), max([*used, _LAST_HOUR])
        most = max(*day.answered, *day.missed, *day.made, 1)
        ground = self.height() - _SCALE_PX
        step = self.width() / (last - first + 1)
        each = max(min((step - 4) / 3, 10.0), 2.0)
        painter = QPainter(self)
        rtl, whole = self.is_rtl, self.rect()
        painter.fillRect(QRectF(0, ground, self.width(), tokens().line), colour(Token.CONTROL))
        for hour in range(first, last + 1):
            left = (hour - first) * step + (step - 3 * each) / 2
            counts = (day.answered[hour], day.missed[hour], day.made[hour])
            for at, count in enumerate(counts):
                height = (ground - _TOP_PX) * count / most
                bar = QRectF(left + at * each, ground - height, each - 1, height)
                if count:
                    _draw_bar(painter, mirrored(bar, whole, is_rtl=rtl), at)
            # In most widths there is room for every second hour only.
            if (hour - first) % 2 == 0:
                spot = QRectF((hour - first) * step - 8, ground + 4, step + 16, 16)
                said = Line(text.isolate(str(hour)), Role.CAPTION, Token.TEXT3, Align.CENTER)
                draw_line(painter, mirrored(spot, whole, is_rtl=rtl), said, is_rtl=rtl)
        if not used:
            nothing = Line(self.text(), Role.BODY, Token.TEXT3, Align.CENTER)
            draw_line(painter, QRectF(0, 0, self.width(), ground), nothing, is_rtl=rtl)
        top = Line(text.isolate(str(most)) if used else "", Role.CAPTION, Token.TEXT3)
        draw_line(painter, mirrored(QRectF(0, 0, 40, 16), whole, is_rtl=rtl), top, is_rtl=rtl)
        painter.end()


class _Legend(PlainText):
    """What a bar stands for: a small one beside its word."""

    def __init__(self, at: int, said: str) -> None:
        super().__init__(said)
        self._at = at
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(Line(self.text(), Role.LABEL, Token.TEXT2).width) + 18, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rtl, whole = self.is_rtl, self.rect()
        _draw_bar(painter, mirrored(QRectF(0, 3, 10, 10), whole, is_rtl=rtl), self._at)
        line = Line(self.text(), Role.LABEL, Token.TEXT2)
        rect = mirrored(QRectF(16, 0, self.width() - 16, 16), whole, is_rtl=rtl)
        draw_line(painter, rect, line, is_rtl=rtl)
        painter.end()


class HistoryDay(QWidget):
    """The figures of one day, with the way to the days beside it.

    Signals: ``day_requested(date)``, ``closed()`` for the way back.
    """

    day_requested = Signal(object)
    closed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._day = clock.now().astimezone().date()
        self._is_today = True
        self._back = Button(
            kind=Kind.GHOST, icon=Icon.BACK, height=32, name=self.tr("Back to the list")
        )
        self._back.clicked.connect(self.closed)
        self._title = Label("", Role.PAGE)
        self._before = Button(
            kind=Kind.GHOST, icon=Icon.BACK, height=32, name=self.tr("The day before")
        )
        self._before.clicked.connect(self._on_before_clicked)
        self._after = Button(
            kind=Kind.GHOST, icon=Icon.FORWARD, height=32, name=self.tr("The day after")
        )
        self._after.clicked.connect(self._on_after_clicked)
        self._answered = Figure(self.tr("Answered"), self.tr("Answered: {count}"))
        self._missed = Figure(self.tr("Missed"), self.tr("Missed: {count}"))
        self._made = Figure(self.tr("Outgoing"), self.tr("Outgoing: {count}"))
        self._talk = Figure(self.tr("Talk time"), self.tr("Talk time: {count}"))
        self._bars = HourBars()
        self._hint = Label(
            self.tr("Choose a call to see its details."), Role.BODY, Token.TEXT3, wrap=True
        )
        self._build()
        self.show_day(DaySummary(self._day))

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._day

    def set_alone(self, is_alone: bool) -> None:
        """Whether it stands in the list's place, with a way back, or beside it."""
        self._back.setVisible(is_alone)
        self._hint.setVisible(not is_alone)

    def ask(self, day: date | None = None) -> None:
        """Ask for ``day``, by default the one that is shown; today goes on at midnight."""
        today = self._clock.now().astimezone().date()
        self._day = day or (today if self._is_today else self._day)
        self._is_today = self._day == today
        self._name()
        self.day_requested.emit(self._day)

    def show_day(self, summary: DaySummary) -> None:
        """Show these figures; those of another day than was asked for last are dropped."""
        if summary.day != self._day:
            return
        answered, missed, made = map(sum, (summary.answered, summary.missed, summary.made))
        self._answered.set_figure(str(answered))
        self._missed.set_figure(str(missed), Token.MUTED if missed else Token.TEXT)
        self._made.set_figure(str(made))
        self._talk.set_figure(words.length(summary.talk_s))
        self._bars.show_day(summary)
        self._name()

    def focus_first(self) -> None:
        """Take the keyboard."""
        first = self._back if self._back.isVisibleTo(self) else self._before
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.SURFACE))
        painter.end()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._back)
        head.addSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self._before)
        head.addWidget(self._after)
        figures = QHBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self._answered)
        for figure in (self._missed, self._made, self._talk):
            figures.addWidget(Separator(is_vertical=True))
            figures.addWidget(figure)
        legend = QHBoxLayout()
        legend.setSpacing(16)
        names = (self.tr("Answered"), self.tr("Missed"), self.tr("Outgoing"))
        for at, said in enumerate(names):
            legend.addWidget(_Legend(at, said))
        legend.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(figures)
        column.addWidget(Separator())
        column.addWidget(Label(self.tr("Calls by the hour"), Role.SECTION))
        column.addWidget(self._bars)
        column.addLayout(legend)
        column.addWidget(Separator())
        column.addWidget(self._hint)
        column.addStretch(1)

    def _name(self) -> None:
        now = self._clock.now()
        noon = datetime.combine(self._day, time(12)).astimezone()
        name = history_words.day(noon, now)
        long = QLocale().toString(
            QDate(self._day.year, self._day.month, self._day.day), QLocale.FormatType.LongFormat
        )
        is_near = (now.astimezone().date() - self._day).days in (0, 1)
        self._title.set_text(name if is_near else long)
        self._after.setEnabled(self._day < now.astimezone().date())

    def _on_before_clicked(self) -> None:
        self.ask(self._day - timedelta(days=1))

    def _on_after_clicked(self) -> None:
        self.ask(self._day + timedelta(days=1))


def _draw_bar(painter: QPainter, rect: QRectF, at: int) -> None:
    """The bar of the ``at``-th kind: answered, missed, outgoing."""
    if at == 0:
        draw_box(painter, rect, 1, Box(colour(Token.TALKING)))
        return
    ink = colour(Token.MUTED if at == 1 else Token.CONTROL)
    draw_box(painter, rect, 1, Box(border=ink, border_px=1))
    if at == 1:
        for step in range(_DASH_PX, int(rect.height()), _DASH_PX):
            painter.fillRect(QRectF(rect.left(), rect.top() + step, rect.width(), 1), ink)
