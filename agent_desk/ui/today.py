"""Today's own figures: big numbers with small labels, and how much of the day they cover."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.desk.day import DayView
from agent_desk.ui import text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.painting import Line, draw_line
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Card, Label, PlainText, Separator

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from agent_desk.desk.day import DayFigures

_MINUTE_S: Final = 60
_HOUR_S: Final = 3600
_PAD: Final = 8
_CELL_PX: Final = Role.PAGE.line + Role.LABEL.line


class Today(QWidget):
    """The agent's figures of this day, under their title."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: DayFigures | None = None
        self._cover = Label("", Role.LABEL, Token.TEXT3)
        self._answered = Figure(self.tr("Answered"), self.tr("Answered today: {count}"))
        self._missed = Figure(self.tr("Missed"), self.tr("Missed today: {count}"))
        self._made = Figure(self.tr("Outgoing"), self.tr("Outgoing today: {count}"))
        self._talk = Figure(self.tr("Talk time"), self.tr("Talk time today: {count}"))
        self._hold = Figure(self.tr("On hold"), self.tr("On hold, in calls seen here: {count}"))
        self._wrap_up = Figure(
            self.tr("Wrap-up"), self.tr("Wrap-up, in the status for paperwork: {count}")
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Today"), Role.SECTION, is_fixed=True))
        head.addWidget(self._cover, 1)
        sheet = Card(inset=0)
        sheet.body.setContentsMargins(8, 12, 8, 12)
        sheet.body.setSpacing(8)
        sheet.body.addLayout(_row(self._answered, self._missed, self._made))
        sheet.body.addWidget(Separator())
        sheet.body.addLayout(_row(self._talk, self._hold, self._wrap_up))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(sheet)
        self.show_day(DayView())

    def show_day(self, day: DayView) -> None:
        """Show these figures; what has not changed is not touched."""
        figures = day.figures
        if figures == self._shown:
            return
        self._shown = figures
        self._answered.set_figure(str(figures.answered))
        self._missed.set_figure(str(figures.missed), Token.MUTED if figures.missed else Token.TEXT)
        self._made.set_figure(str(figures.made))
        self._talk.set_figure(self._length(figures), said=self._length_said(figures))
        for figure, seconds in (
            (self._hold, figures.hold_s),
            (self._wrap_up, figures.wrap_up_s),
        ):
            figure.set_figure(self._short(seconds), said=words.length(seconds))
        self._cover.set_text(self._covered(figures))

    def _length(self, figures: DayFigures) -> str:
        """The time talked, short, with a sign where it is an estimate."""
        length = self._short(figures.talk_s)
        return f"~{length}" if figures.is_talk_estimated else length

    def _short(self, seconds: int) -> str:
        """A length of time, short: ``1 h 52 m``."""
        hours, rest = divmod(seconds, _HOUR_S)
        if not hours:
            return words.length(seconds)
        return self.tr("{hours} h {minutes} m").format(
            hours=text.isolate(str(hours)), minutes=text.isolate(str(rest // _MINUTE_S))
        )

    def _length_said(self, figures: DayFigures) -> str:
        length = words.length(figures.talk_s)
        if figures.is_talk_estimated:
            return self.tr("about {length}").format(length=length)
        return length

    def _covered(self, figures: DayFigures) -> str:
        """How much of the day is not in the figures; nothing where all of it is."""
        if figures.since is None:
            return self.tr("at least: not every call was seen") if figures.is_at_least else ""
        time = words.clock_time(figures.since)
        if figures.is_at_least:
            return self.tr("since {time}, and not every call was seen").format(time=time)
        return self.tr("since {time}").format(time=time)


def _row(first: Figure, *others: Figure) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(first)
    for cell in others:
        row.addWidget(Separator(is_vertical=True))
        row.addWidget(cell)
    return row


class Figure(PlainText):
    """One number above its label; ``sentence`` is what a screen reader says, ``{count}`` in it."""

    def __init__(self, label: str, sentence: str) -> None:
        super().__init__()
        self._label = Line(label, Role.LABEL, Token.TEXT3)
        self._sentence = sentence
        self._number = Line("", Role.PAGE, Token.TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_figure(self, number: str, ink: Token = Token.TEXT, *, said: str = "") -> None:
        """Show ``number``, which may have words in it; ``said`` is how it is spoken."""
        line = Line(number, Role.PAGE, ink)
        sentence = self._sentence.format(count=said or number)
        if (line, sentence) == (self._number, self.text()):
            return
        self._number = line
        self._say(sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(ceil(max(self._number.width, self._label.width)) + 2 * _PAD, _CELL_PX)

    def minimumSizeHint(self) -> QSize:
        # Where room is short the label is cut, never the number.
        return QSize(ceil(self._number.width) + 2 * _PAD, _CELL_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, rtl = self.width(), self.is_rtl
        room = width - 2 * _PAD
        number = QRectF(_PAD, 0, room, Role.PAGE.line)
        draw_line(painter, number, self._number, is_rtl=rtl)
        label = QRectF(_PAD, Role.PAGE.line, room, Role.LABEL.line)
        draw_line(painter, label, self._label, is_rtl=rtl)
        painter.end()
