"""Parts of the history's page: legs of a call, the way through the menu, how a pull stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.desk.history import SyncProgress
from agent_desk.ui import fault_words, history_words, icons, text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, mirrored
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets import Button, IconView, Kind, Label, PlainText

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from agent_desk.desk.history import HistoryLeg

_LEG_PX: Final = 44
_STEP_PX: Final = 26
_DOT: Final = 10
_BAR_PX: Final = 4


class LegRow(PlainText):
    """One part of a call in two lines: who and when, how it went and where that is known from."""

    def __init__(self) -> None:
        super().__init__()
        self._first = self._second = self._time = ""
        self._icon = Icon.ENDED
        self._ink = Token.TEXT2
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_leg(self, leg: HistoryLeg) -> None:
        """Show ``leg``."""
        look = history_words.look(leg.ending)
        self._icon, self._ink = look.icon, look.tone.fg
        who = [text.isolate(leg.extension), text.isolate_name(leg.agent)]
        self._first = " · ".join(filter(None, who)) or history_words.ending_of(leg.ending)
        self._time = words.clock_time(leg.at, is_exact=True)
        said = [history_words.ending_of(leg.ending)]
        if leg.ring_s:
            length = words.length_in_seconds(leg.ring_s)
            said.append(self.tr("rang {length}").format(length=length))
        if leg.talk_s:
            length = words.length(leg.talk_s)
            said.append(self.tr("talked {length}").format(length=length))
        if leg.queue_name:
            said.append(text.isolate_name(leg.queue_name))
        said.append(history_words.origin(leg.origin))
        # The service's own names come last: they are of use to whoever gives support.
        said += [text.isolate_name(each) for each in (leg.kind, leg.status) if each]
        self._second = " · ".join(said)
        self._say(f"{self._first}, {self._time}, {self._second}")
        text.set_tool_tip(self, self._second)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _LEG_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _LEG_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rtl, whole, width = self.is_rtl, self.rect(), self.width()
        at = mirrored(QRectF(0, 4, 16, 16), whole, is_rtl=rtl).topLeft()
        icons.paint(painter, self._icon, at, 16, colour(self._ink), is_rtl=rtl)
        time = Line(self._time, Role.LABEL, Token.TEXT3, Align.END)
        first = Line(self._first, Role.BODY, Token.TEXT)
        second = Line(self._second, Role.LABEL, Token.TEXT3)
        far = time.width + 1
        for x, y, room, line in (
            (24, 2, width - 24 - far - 8, first),
            (width - far, 4, far, time),
            (24, 23, width - 24, second),
        ):
            rect = mirrored(QRectF(x, y, room, line.role.line), whole, is_rtl=rtl)
            draw_line(painter, rect, line, is_rtl=rtl)
        painter.end()


class MenuPath(PlainText):
    """The way a caller took through the menus, one step below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_path(self, path: tuple[tuple[str, str], ...]) -> None:
        """Show the layers with the key that was pressed in each."""
        said = []
        self._steps = ()
        for layer, key in path:
            name = text.isolate_name(layer)
            if key:
                pressed = self.tr("{layer}, pressed {key}")
                said.append(pressed.format(layer=name, key=text.isolate(key)))
                self._steps = (*self._steps, f"{text.isolate(key)}  {name}")
            else:
                said.append(name)
                self._steps = (*self._steps, name)
        self._say("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, len(self._steps) * _STEP_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rtl, whole, line = self.is_rtl, self.rect(), max(tokens().line, 1)
        for at, step in enumerate(self._steps):
            top, is_last = at * _STEP_PX, at == len(self._steps) - 1
            if not is_last:
                rail = QRectF(3 + (_DOT - line) / 2, top + 18, line, _STEP_PX - _DOT)
                painter.fillRect(mirrored(rail, whole, is_rtl=rtl), colour(Token.CONTROL))
            dot = mirrored(QRectF(3, top + 8, _DOT, _DOT), whole, is_rtl=rtl)
            fill = colour(Token.CONTROL) if is_last else None
            draw_box(painter, dot, _DOT / 2, Box(fill, colour(Token.CONTROL), 2))
            rect = QRectF(24, top + 3, self.width() - 24, 20)
            words_line = Line(step, Role.BODY, Token.TEXT)
            draw_line(painter, mirrored(rect, whole, is_rtl=rtl), words_line, is_rtl=rtl)
        painter.end()


class _Bar(QWidget):
    """How much is done; a part of it in the middle where nobody knows how much there is."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float | None) -> None:
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _BAR_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole, rtl = QRectF(self.rect()), self.isRightToLeft()
        draw_box(painter, whole, _BAR_PX / 2, Box(colour(Token.HOVER)))
        share, start = (0.25, 0.375) if self._share is None else (self._share, 0.0)
        done = QRectF(whole.width() * start, 0, whole.width() * share, _BAR_PX)
        fill = Box(colour(Token.ACCENT))
        draw_box(painter, mirrored(done, self.rect(), is_rtl=rtl), _BAR_PX / 2, fill)
        painter.end()


class PullProgress(QWidget):
    """How a pull from the call log stands, with a way to stop it or to try it again.

    Signals: ``cancel_requested()``, ``pull_requested()``.
    """

    cancel_requested = Signal()
    pull_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = SyncProgress()
        self._icon = IconView(Icon.FAILED, 16, Token.MUTED)
        self._words = Label("", Role.LABEL, Token.TEXT2, wrap=True)
        self._stop = Button(self.tr("Stop"), Kind.LINK)
        self._stop.clicked.connect(self.cancel_requested)
        self._again = Button(self.tr("Try again"), Kind.LINK)
        self._again.clicked.connect(self.pull_requested)
        self._bar = _Bar()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._stop)
        row.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.hide()

    def show_progress(self, progress: SyncProgress) -> None:
        """Show how it stands; nothing where nothing runs and nothing is wrong."""
        before, self._shown = self._shown, progress
        is_wrong = bool(progress.error_code) and not progress.is_running
        if progress.is_running:
            said = self._running(progress)
        else:
            said = fault_words.sentences(progress.error_code, progress.detail) if is_wrong else ""
        self._words.set_text(said)
        self._icon.setVisible(is_wrong)
        self._again.setVisible(is_wrong)
        self._stop.setVisible(progress.is_running)
        self._bar.setVisible(progress.is_running)
        self._bar.setAccessibleName(text.plain(said))
        is_known = progress.total is not None and progress.total > 0
        share = min(progress.done / progress.total, 1.0) if is_known and progress.total else None
        self._bar.set_share(share)
        self.setVisible(progress.is_running or is_wrong)
        if is_wrong and progress != before:
            text.announce(self, said)

    def _running(self, progress: SyncProgress) -> str:
        done = text.isolate(f"{progress.done:,}")
        if progress.total is None:
            return self.tr("Fetching calls from the call log: {done}").format(done=done)
        total = text.isolate(f"{progress.total:,}")
        said = self.tr("Fetching calls from the call log: {done} of {total}")
        return said.format(done=done, total=total)
