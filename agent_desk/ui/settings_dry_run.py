"""The section that tries the rules for cards on the agent's own last calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.desk.cards import PLAIN, CardStyle
from agent_desk.desk.dry_run import row_of
from agent_desk.ui import dry_run_words, icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.masking import Revealing
from agent_desk.ui.painting import Align, Line, draw_line, mirrored
from agent_desk.ui.settings_parts import Choice, Section
from agent_desk.ui.theme import Token, colour
from agent_desk.ui.widgets import Button, EmptyState, Kind, Label, Separator
from agent_desk.ui.widgets.button import Pressable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from agent_desk.desk.dry_run import DryRunRow, PastCall
    from agent_desk.ui.dry_run_words import RowWords
    from agent_desk.ui.settings_values import Account

NUMBERS_OF_CALLS: Final = (10, 25, 50)
_ROW_PX: Final = 52
_INDENT_PX: Final = 24
_TURN_MS: Final = 8
"""How long the window may be held up at a time; what is left waits for the next turn."""


class RowHead(Revealing, Pressable):
    """One call in two lines: whom the card would name and when, its link and what rules did.

    Signals: ``clicked()`` from Qt, ``moved(int)`` where an arrow key asks for a row up or down.
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__("", "…", 6, None)
        self._row: DryRunRow | None = None
        self._shown: RowWords | None = None
        self._is_open = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.follow_masking()

    def show_row(self, row: DryRunRow, *, is_open: bool) -> None:
        """Show ``row``, whose reasons are shown below or not."""
        self._row, self._is_open = row, is_open
        self.reveal(self.is_revealed)

    def reveal(self, is_revealed: bool) -> None:
        if self._row is None:
            return
        self._shown = dry_run_words.of_row(self._row, is_revealed=is_revealed)
        said = (self._shown.title, self._shown.when, self._shown.summary)
        self.set_name(", ".join(filter(None, said)))
        state = self.tr("The reasons are shown.") if self._is_open else self.tr("Shows why.")
        self.setAccessibleDescription(state)
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _ROW_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, rtl, whole, width = self._shown, self.is_rtl, self.rect(), self.width()
        if shown is None:
            return
        painter = QPainter(self)
        ink = Token.TEXT2 if self._pressed_share() else Token.TEXT3
        at = mirrored(QRectF(0, 8, 16, 16), whole, is_rtl=rtl).topLeft()
        chevron = Icon.DOWN if self._is_open else Icon.FORWARD
        icons.paint(painter, chevron, at, 16, colour(ink), is_rtl=rtl)
        when = Line(shown.when, Role.LABEL, Token.TEXT3, Align.END)
        when_px = min(when.width + 1, width / 2)
        title = Line(shown.title, Role.VALUE, Token.TEXT)
        summary = Line(shown.summary, Role.LABEL, Token.TEXT2)
        near = QRectF(_INDENT_PX, 6, width - _INDENT_PX - when_px - 12, title.role.line)
        draw_line(painter, mirrored(near, whole, is_rtl=rtl), title, is_rtl=rtl)
        far = QRectF(width - when_px, 6, when_px, title.role.line)
        draw_line(painter, mirrored(far, whole, is_rtl=rtl), when, is_rtl=rtl)
        below = QRectF(_INDENT_PX, 28, width - _INDENT_PX, summary.role.line)
        draw_line(painter, mirrored(below, whole, is_rtl=rtl), summary, is_rtl=rtl)
        painter.end()


class CallRow(QWidget):
    """One call; pressed, it tells why its card would have looked so."""

    def __init__(self) -> None:
        super().__init__()
        self._row: DryRunRow | None = None
        self._is_open = False
        self._said: list[Label] = []
        self.head = RowHead()
        self.head.clicked.connect(self._on_head_clicked)
        self._reasons = QWidget()
        self._reasons.hide()
        self._lines = QVBoxLayout(self._reasons)
        self._lines.setContentsMargins(_INDENT_PX, 0, 0, 12)
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Separator())
        column.addWidget(self.head)
        column.addWidget(self._reasons)

    def show_row(self, row: DryRunRow) -> None:
        """Show ``row``; another call than before is folded."""
        if self._row is not None and self._row.call.facts.key != row.call.facts.key:
            self._is_open = False
        if row != self._row:
            self._row = row
            self._fill()

    def _fill(self) -> None:
        if self._row is None:
            return
        self.head.show_row(self._row, is_open=self._is_open)
        reasons = dry_run_words.reasons(self._row) if self._is_open else ()
        while len(self._said) < len(reasons):
            label = Label("", Role.LABEL, Token.TEXT2, wrap=True)
            self._said.append(label)
            self._lines.addWidget(label)
        for at, label in enumerate(self._said):
            label.set_text(reasons[at] if at < len(reasons) else "")
            label.setVisible(at < len(reasons))
        self._reasons.setVisible(self._is_open)

    def _on_head_clicked(self) -> None:
        self._is_open = not self._is_open
        self._fill()
        if self._is_open:
            text.announce(self, "\n".join(label.text() for label in self._said))


class DryRunSection(Section):
    """Shows what cards the last calls would have had under the rules as they stand on the page.

    Signals: ``calls_requested()`` for the newest calls; ``show_calls`` answers.
    """

    calls_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("What would have popped"))
        self._calls: tuple[PastCall, ...] = ()
        self._style: CardStyle = PLAIN
        self._most = NUMBERS_OF_CALLS[0]
        self._rows: list[CallRow] = []
        self._next = 0
        what = self.tr(
            "Your last calls, with the cards that the custom data above, saved or not, would"
            " give them. Open a call to read why."
        )
        self.body.addWidget(Label(what, Role.LABEL, Token.TEXT2, wrap=True))
        offered = [(number, text.isolate(str(number))) for number in NUMBERS_OF_CALLS]
        self._number = Choice(self.tr("Number of calls"), offered)
        self._number.select(self._most)
        self._number.on.chosen.connect(self._on_number_chosen)
        self.body.addLayout(self._number.layout)
        self._refresh = Button(self.tr("Look again"), Kind.LINK, icon=Icon.REFRESH)
        self._refresh.clicked.connect(self.calls_requested)
        again = QHBoxLayout()
        again.addWidget(self._refresh)
        again.addStretch(1)
        self.body.addLayout(again)
        self._empty = EmptyState(
            Icon.EMPTY,
            self.tr("No calls yet"),
            self.tr("Take a call, or make one, and look again: it is listed here."),
        )
        self.body.addWidget(self._empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self._code = self.hint(
            self.tr("With the API code (see Sign-in) the calls of the last week are here, too.")
        )
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._on_turn_timeout)

    def show_calls(self, calls: tuple[PastCall, ...]) -> None:
        """Try the rules on ``calls``, newest first."""
        self._calls = calls
        self._begin()

    def show_style(self, style: CardStyle) -> None:
        """Try these rules."""
        self._style = style
        self._begin()

    def show_account(self, account: Account) -> None:
        """Say what an API code would add, where there is none."""
        self._code.setVisible(not account.has_code)

    def _begin(self) -> None:
        shown = self._calls[: self._most]
        for row in self._rows[len(shown) :]:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self._rows[len(shown) :]
        self._empty.setVisible(not shown)
        self._next = 0
        if shown:
            self._turn.start(0)
        else:
            self._turn.stop()

    def _on_turn_timeout(self) -> None:
        """Show as many rows as one turn of the loop has time for: a call may bring 400 values."""
        clock = QElapsedTimer()
        clock.start()
        shown = self._calls[: self._most]
        while self._next < len(shown) and clock.elapsed() < _TURN_MS:
            if self._next == len(self._rows):
                self._add_row()
            self._rows[self._next].show_row(row_of(shown[self._next], self._style))
            self._next += 1
        if self._next < len(shown):
            self._turn.start(0)

    def _add_row(self) -> None:
        row = CallRow()
        row.head.moved.connect(self._on_head_moved)
        self._rows.append(row)
        self._list.addWidget(row)
        # Qt would do so one turn later, and the page would jump.
        row.show()

    def _on_number_chosen(self, number: object) -> None:
        if isinstance(number, int):
            self._most = number
            self._begin()

    def _on_head_moved(self, step: int) -> None:
        heads = [row.head for row in self._rows]
        moved = self.sender()
        at = heads.index(moved) + step if isinstance(moved, RowHead) else -1
        if 0 <= at < len(heads):
            heads[at].setFocus(Qt.FocusReason.TabFocusReason)
