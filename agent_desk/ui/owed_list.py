"""The people who are owed a call back, each with a way to call and a way to say it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.desk.day import DayView
from agent_desk.ui import icons, text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.masking import Revealing, shown
from agent_desk.ui.painting import Align, Line, draw_line, mirrored
from agent_desk.ui.theme import Token, colour
from agent_desk.ui.widgets import Button, Card, Kind, Label, PlainText, Separator

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from agent_desk.core.clock import Clock
    from agent_desk.desk.owed import Debt

MOST_SHOWN: Final = 6
"""More are behind a link."""

_ROW_PX: Final = 56
_TEXT_LEFT: Final = 28
_TEXT_GAP: Final = 8
_LEAST_TEXT: Final = _TEXT_LEFT + 138
"""Where a row's words would get less room, its button goes without its own."""


class OwedList(QWidget):
    """Who called in vain and was not called back yet, the newest first.

    Signals: ``call_back_requested(PhoneNumber, str)`` with the name, empty where none is known;
    ``done_requested(str)`` with the ``person`` of a debt.
    """

    call_back_requested = Signal(object, str)
    done_requested = Signal(str)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._shown: DayView | None = None
        self._date: date | None = None
        self._is_unfolded = False
        self._rows: dict[str, OwedRow] = {}
        self._count = Label("", Role.SECTION, Token.TEXT3)
        self._none = Label("", Role.BODY, Token.TEXT3, wrap=True)
        self._more = Button(self.tr("Show fewer"), Kind.LINK)
        self._more.clicked.connect(self._on_more_clicked)
        self._hidden = Label("", Role.LABEL, Token.TEXT3, wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Owed call-backs"), Role.SECTION, is_fixed=True))
        head.addWidget(self._count, 1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(4)
        for widget in (self._none, self._more, self._hidden):
            foot.addWidget(widget)
        sheet = Card(inset=0)
        sheet.body.setContentsMargins(0, 0, 0, 0)
        sheet.body.setSpacing(0)
        sheet.body.addLayout(self._list)
        sheet.body.addWidget(self._foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(sheet)
        self.show_day(DayView())

    @property
    def is_asking(self) -> bool:
        """Whether the call log is being asked about what is shown."""
        return self._shown is not None and self._shown.is_asking

    def show_day(self, day: DayView) -> None:
        """Show these debts; a row whose debt has not changed is not touched."""
        before, self._shown = self._shown, day
        now = self._clock.now()
        day_before, self._date = self._date, now.astimezone().date()
        is_same = before and (before.debts, before.more_debts) == (day.debts, day.more_debts)
        if not is_same or day_before != self._date:  # what was today is a day of the week tomorrow
            self._show_rows(day, now)
        figures = day.figures
        hidden = self.tr("%n missed calls hid their number", None, figures.hidden)
        self._hidden.set_text(hidden if figures.hidden else "")
        nobody = self.tr("No missed calls to return")
        if figures.since is not None:
            time = words.clock_time(figures.since)
            nobody = self.tr("No missed calls to return since {time}").format(time=time)
        self._none.set_text(nobody)
        self._none.setVisible(not day.debts)
        self._hidden.setVisible(figures.hidden > 0)
        is_long = len(day.debts) > MOST_SHOWN
        self._more.setVisible(is_long)
        self._foot.setVisible(is_long or not day.debts or figures.hidden > 0)

    def _show_rows(self, day: DayView, now: datetime) -> None:
        total = len(day.debts) + day.more_debts
        self._count.set_text(text.isolate(str(total)) if total else "")
        rest = max(total - MOST_SHOWN, 0)
        fewer = self.tr("Show fewer")
        self._more.set_text(fewer if self._is_unfolded else self.tr("%n more", None, rest))
        debts = day.debts if self._is_unfolded else day.debts[:MOST_SHOWN]
        people = [debt.person for debt in debts]
        heir = self._drop_all_but(people)
        for at, debt in enumerate(debts):
            row = self._rows.get(debt.person)
            if row is None:
                row = self._rows[debt.person] = OwedRow()
                row.call_back_requested.connect(self.call_back_requested)
                row.done_requested.connect(self.done_requested)
            if self._list.indexOf(row) != at:
                self._list.removeWidget(row)
                self._list.insertWidget(at, row)
            row.show_debt(debt, now, is_first=at == 0)
            row.show()
        if heir is not None and people:
            self._rows[people[min(heir, len(people) - 1)]].take_focus()

    def _drop_all_but(self, people: list[str]) -> int | None:
        """Let the other rows go; where the keyboard was in one, the place of that one."""
        heir = None
        for person in [person for person in self._rows if person not in people]:
            row = self._rows.pop(person)
            if row.isAncestorOf(self._focused()):
                heir = self._list.indexOf(row)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        return heir

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _on_more_clicked(self) -> None:
        self._is_unfolded = not self._is_unfolded
        if self._shown is not None:
            self._show_rows(self._shown, self._clock.now())


class OwedRow(Revealing, QWidget):
    """One debt: who, since when, and the two things to do.

    Signals: ``call_back_requested(PhoneNumber, str)``, ``done_requested(str)``.
    """

    call_back_requested = Signal(object, str)
    done_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._debt: Debt | None = None
        self._when = ""
        self._words = _OwedWords()
        self._line = Separator()
        # Two of one kind, of which one shows: how wide a button is goes with its words.
        self._call = Button(self.tr("Call back"), height=32)
        self._call_icon = Button(icon=Icon.PHONE, height=32, name=self.tr("Call back"))
        self._call_icon.clicked.connect(self._on_call_clicked)
        self._call_icon.hide()
        self._call.clicked.connect(self._on_call_clicked)
        done = self._done = Button(kind=Kind.GHOST, icon=Icon.TICK, height=32, name=self.tr("Done"))
        done.clicked.connect(self._on_done_clicked)
        self._call.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        row.addSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self._call)
        row.addWidget(self._call_icon)
        row.addWidget(done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        inset = QHBoxLayout()
        inset.setContentsMargins(16, 0, 16, 0)
        inset.addWidget(self._line)
        whole.addLayout(inset)
        whole.addLayout(row)

    def show_debt(self, debt: Debt, now: datetime, *, is_first: bool) -> None:
        """Show ``debt``; the first row of a list has no line above it."""
        self._line.setVisible(not is_first)
        when = words.clock_time(debt.at)
        if debt.at.astimezone().date() != now.astimezone().date():
            when = words.moment(debt.at, now)
        if (debt, when) == (self._debt, self._when):
            return
        is_new = self._debt is None
        self._debt, self._when = debt, when
        if is_new:
            self.follow_masking()
        else:
            self.reveal(self.is_revealed)

    def take_focus(self) -> None:
        """Take the keyboard from a row that has gone."""
        self._done.setFocus(Qt.FocusReason.TabFocusReason)

    def reveal(self, is_revealed: bool) -> None:
        debt = self._debt
        if debt is None:
            return
        number = text.isolate(shown(debt.number_text, is_revealed=is_revealed))
        title = debt.name or number
        parts = [self._when, number] if debt.name else [self._when]
        if debt.queue_name:
            parts.append(text.isolate_name(debt.queue_name))
        count = self.tr("%n calls", None, debt.count) if debt.count > 1 else ""
        self._words.set_words(title, count, " · ".join(parts))
        for button in (self._call, self._call_icon):
            button.set_name(self.tr("Call back {name}").format(name=title))
        self._done.set_name(self.tr("Done: {name}").format(name=title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rest = self.width() - self._call.sizeHint().width() - self._done.width() - 36
        is_wide = rest >= _LEAST_TEXT
        if is_wide is self._call.isHidden():
            has_keyboard = self._call.hasFocus() or self._call_icon.hasFocus()
            self._call.setVisible(is_wide)
            self._call_icon.setVisible(not is_wide)
            if has_keyboard:
                shown = self._call if is_wide else self._call_icon
                shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_call_clicked(self) -> None:
        if self._debt is not None:
            self.call_back_requested.emit(self._debt.number, self._debt.name)

    def _on_done_clicked(self) -> None:
        if self._debt is not None:
            self.done_requested.emit(self._debt.person)


class _OwedWords(PlainText):
    """The two lines of a debt, painted."""

    def __init__(self) -> None:
        super().__init__()
        self._title = self._count = self._second = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, title: str, count: str, second: str) -> None:
        """Show ``title`` above ``second``, and ``count`` beside it where there is room."""
        self._title, self._count, self._second = title, count, second
        self._say(", ".join(part for part in (title, count, second) if part))

    def sizeHint(self) -> QSize:
        return QSize(160, _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rtl, whole = self.is_rtl, self.rect()
        at = mirrored(QRectF(0, 20, 16, 16), whole, is_rtl=rtl).topLeft()
        icons.paint(painter, Icon.MISSED, at, 16, colour(Token.MUTED), is_rtl=rtl)
        room = self.width() - _TEXT_LEFT - _TEXT_GAP
        first = Line(self._title, Role.VALUE, Token.TEXT)
        far = Line(self._count, Role.LABEL, Token.TEXT3, Align.END)
        second = Line(self._second, Role.LABEL, Token.TEXT3)
        far_px = far.width + 1 if self._count else 0
        if first.width + _TEXT_GAP + far_px > room:
            far_px = 0
        for x, y, width, line in (
            (0, 9, room - far_px, first),
            (room - far_px, 11, far_px, far),
            (0, 31, room, second),
        ):
            rect = QRectF(_TEXT_LEFT + x, y, width, line.role.line)
            draw_line(painter, mirrored(rect, whole, is_rtl=rtl), line, is_rtl=rtl)
        is_cut = max(first.width, second.width) > room or bool(self._count and not far_px)
        painter.end()
        text.set_tool_tip(self, self.text() if is_cut else "")
