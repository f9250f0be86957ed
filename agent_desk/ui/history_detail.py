"""All that is known of one call of the history, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk import numbers
from agent_desk.desk.cards import PLAIN, CardStyle
from agent_desk.desk.custom import fields_of, web_link
from agent_desk.ui import fault_words, history_words, text
from agent_desk.ui.card_fields import FieldCell
from agent_desk.ui.card_parts import BlockConfirm
from agent_desk.ui.fonts import Role
from agent_desk.ui.history_note import HistoryNote
from agent_desk.ui.history_parts import LegRow, MenuPath
from agent_desk.ui.icons import Icon
from agent_desk.ui.intents import BlockRequest
from agent_desk.ui.masking import Revealing, masking
from agent_desk.ui.scroll import ScrollPage
from agent_desk.ui.theme import Token, Tone, colour
from agent_desk.ui.widgets import Button, Kind, Label, Pill, Separator

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from agent_desk.core.clock import Clock
    from agent_desk.desk.history import HistoryCall, HistoryDetail

_INSET: Final = 16


class HistoryDetailView(QWidget):
    """The details of one call; what its row knew is shown until the rest has come.

    Signals: ``closed()``; ``dial_requested(PhoneNumber, str)`` with the name;
    ``block_requested(BlockRequest)``; ``link_opened(str)`` with a checked address. ``note`` has a
    signal of its own.
    """

    closed = Signal()
    dial_requested = Signal(object, str)
    block_requested = Signal(object)
    link_opened = Signal(str)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._style = PLAIN
        self._call: HistoryCall | None = None
        self._detail: HistoryDetail | None = None
        self.note: Final = HistoryNote()
        self._close = Button(kind=Kind.GHOST, icon=Icon.CLOSE, height=32, name=self.tr("Close"))
        self._close.clicked.connect(self.closed)
        self._back = Button(
            kind=Kind.GHOST, icon=Icon.BACK, height=32, name=self.tr("Back to the list")
        )
        self._back.clicked.connect(self.closed)
        self._who = _Who(clock)
        self._dial = Button(self.tr("Call back"), Kind.PRIMARY, icon=Icon.PHONE)
        self._dial.clicked.connect(self._on_dial_clicked)
        self._block = Button(self.tr("Block"), icon=Icon.BLOCK)
        self._block.clicked.connect(self._on_block_clicked)
        self._confirm = BlockConfirm()
        self._confirm.confirmed.connect(self._on_block_confirmed)
        self._confirm.cancelled.connect(self._on_block_cancelled)
        self._confirm.hide()
        self._recording = _Section(self.tr("Recording"))
        self._open = Button(self.tr("Open recording"), icon=Icon.PLAYABLE)
        self._open.clicked.connect(self._on_open_clicked)
        self._copy = Button(self.tr("Copy link"), Kind.LINK, icon=Icon.LINK)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._no_link = Label(
            self.tr("The call log gave no web address for it."), Role.LABEL, Token.TEXT3, wrap=True
        )
        self._path = _Section(self.tr("Way through the menu"))
        self._steps = MenuPath()
        self._legs = _Section(self.tr("Parts of the call"))
        self._leg_rows: list[LegRow] = []
        self._custom = _Section(self.tr("Custom data"))
        self._cells: list[FieldCell] = []
        self._grid = QGridLayout()
        self._wait = Label("", Role.LABEL, Token.TEXT3, wrap=True)
        self._build()
        masking.changed.connect(self._show_fields)

    @property
    def call(self) -> HistoryCall | None:
        """The call that is shown; ``None`` before the first."""
        return self._call

    def set_alone(self, is_alone: bool) -> None:
        """Whether it stands in the list's place, with a way back, or beside it."""
        self._back.setVisible(is_alone)
        self._close.setVisible(not is_alone)

    def show_style(self, style: CardStyle) -> None:
        """Show numbers and custom data by these choices."""
        self._style = style
        if self._call is not None:
            self._who.show_call(self._call, style.region)
        self._show_fields()

    def show_call(self, call: HistoryCall) -> None:
        """Show what a row knows of ``call``."""
        is_other = self._call is None or call.call_id != self._call.call_id
        self._call = call
        if is_other:
            self._detail = None
            self._confirm.hide()
            self._scroll.verticalScrollBar().setValue(0)
        self._who.show_call(call, self._style.region)
        self.note.show_call(call)
        has_number = bool(call.number)
        self._dial.setEnabled(has_number)
        self._block.setVisible(has_number)
        link = web_link(call.recording_url)
        self._recording.setVisible(bool(call.recording_url))
        self._open.setVisible(bool(link))
        self._copy.setVisible(bool(link))
        self._no_link.setVisible(not link)
        if is_other:
            for section in (self._path, self._legs, self._custom):
                section.hide()
            self._wait.set_text(self.tr("Loading details…"))
            self._wait.show()

    def show_detail(self, detail: HistoryDetail) -> None:
        """Show all that is kept of the call; of another one nothing is taken."""
        if self._call is None or detail.call.call_id != self._call.call_id:
            return
        self._detail = detail
        self.show_call(detail.call)
        self._wait.hide()
        while len(self._leg_rows) < len(detail.legs):
            row = LegRow()
            self._legs.body.addWidget(row)
            self._leg_rows.append(row)
        for at, row in enumerate(self._leg_rows):
            row.setVisible(at < len(detail.legs))
            if at < len(detail.legs):
                row.show_leg(detail.legs[at])
        self._legs.setVisible(bool(detail.legs))
        self._steps.show_path(detail.path)
        self._path.setVisible(bool(detail.path))
        line = numbers.show(PhoneNumber(detail.did), self._style.region).local_text
        self._who.show_line(text.isolate(line))
        self._show_fields()

    def show_trouble(self, call_id: str, code: str, detail: str) -> None:
        """What else is kept of this call cannot be shown, and why."""
        if self._call is not None and call_id == self._call.call_id:
            self._wait.set_text(fault_words.sentences(code, detail))
            self._wait.show()

    def focus_first(self) -> None:
        """Take the keyboard."""
        first = self._back if self._back.isVisibleTo(self) else self._dial
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.SURFACE))
        painter.end()

    def _build(self) -> None:
        self._scroll = ScrollPage()
        column = QVBoxLayout(self._scroll.content)
        column.setContentsMargins(_INSET, 12, _INSET, 24)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self._back, 0, top)
        head.addWidget(self._who, 1)
        head.addWidget(self._close, 0, top)
        column.addLayout(head)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        self._dial.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        acts.addWidget(self._dial, 1)
        acts.addWidget(self._block)
        column.addLayout(acts)
        column.addWidget(self._confirm)
        column.addWidget(Separator())
        column.addWidget(self.note)
        recording = QHBoxLayout()
        recording.setSpacing(16)
        recording.addWidget(self._open)
        recording.addWidget(self._copy)
        recording.addStretch(1)
        self._recording.body.addLayout(recording)
        self._recording.body.addWidget(self._no_link)
        self._path.body.addWidget(self._steps)
        self._legs.body.setSpacing(4)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        for at in (0, 1):
            self._grid.setColumnStretch(at, 1)
        self._custom.body.addLayout(self._grid)
        for widget in (self._recording, self._path, self._custom, self._legs, self._wait):
            column.addWidget(widget)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _show_fields(self) -> None:
        if self._detail is None:
            return
        fields = fields_of(self._detail.custom_data, self._style.labels)
        while len(self._cells) < len(fields):
            cell = FieldCell()
            cell.opened.connect(self.link_opened)
            at = len(self._cells)
            self._grid.addWidget(cell, at // 2, at % 2)
            self._cells.append(cell)
        hiding = self._detail.call.number.raw if masking.is_on else ""
        for at, cell in enumerate(self._cells):
            cell.setVisible(at < len(fields))
            if at < len(fields):
                cell.show_field(fields[at], hiding=hiding)
        self._custom.setVisible(bool(fields))

    def _on_dial_clicked(self) -> None:
        if self._call is not None:
            self.dial_requested.emit(self._call.number, self._call.name)

    def _on_block_clicked(self) -> None:
        if self._call is not None:
            self._confirm.ask(history_words.number_of(self._call, self._style.region))
            self._confirm.show()

    def _on_block_confirmed(self) -> None:
        self._confirm.hide()
        if self._call is not None:
            request = BlockRequest(None, self._call.number, self._call.name)
            self.block_requested.emit(request)
            self._block.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_block_cancelled(self) -> None:
        self._confirm.hide()
        self._block.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_open_clicked(self) -> None:
        link = web_link(self._call.recording_url) if self._call is not None else ""
        if link:
            self.link_opened.emit(link)

    def _on_copy_clicked(self) -> None:
        link = web_link(self._call.recording_url) if self._call is not None else ""
        if link:
            text.copy(link)
            text.announce(self, self.tr("Link copied"))


class _Section(QWidget):
    """A line, a title, and what belongs under it; hidden where there is nothing."""

    def __init__(self, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Separator())
        column.addSpacing(2)
        column.addWidget(Label(title, Role.SECTION))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body)
        self.hide()


class _Who(Revealing, QWidget):
    """Name, number with a way to copy it, when and how long, how it ended and how that is known."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._call: HistoryCall | None = None
        self._region = numbers.DEFAULT_REGION
        self._line = ""
        self._title = Label("", Role.PAGE)
        self._number = Label("", Role.VALUE)
        self._copy = Button(
            kind=Kind.GHOST, icon=Icon.COPY, height=32, name=self.tr("Copy the number")
        )
        self._copy.clicked.connect(self._on_copy_clicked)
        self._when = Label("", Role.BODY, Token.TEXT2)
        self._way = Label("", Role.LABEL, Token.TEXT3, wrap=True)
        self._ending = Pill(Icon.ENDED, "")
        self._origin = Pill(Icon.EYE, "")
        number = QHBoxLayout()
        number.setSpacing(4)
        number.addWidget(self._number)
        number.addWidget(self._copy)
        number.addStretch(1)
        pills = QHBoxLayout()
        pills.setSpacing(8)
        pills.addWidget(self._ending)
        pills.addWidget(self._origin)
        pills.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(number)
        column.addWidget(self._when)
        column.addWidget(self._way)
        column.addSpacing(4)
        column.addLayout(pills)
        self.follow_masking()

    def show_call(self, call: HistoryCall, region: str) -> None:
        """Show ``call``, with local numbers of ``region``."""
        if self._call is None or call.call_id != self._call.call_id:
            self._line = ""
        self._call, self._region = call, region
        self.reveal(self.is_revealed)

    def show_line(self, line: str) -> None:
        """The number that was called, as it is shown; empty for none."""
        self._line = line
        self.reveal(self.is_revealed)

    def reveal(self, is_revealed: bool) -> None:
        call = self._call
        if call is None:
            return
        number = history_words.number_of(call, self._region, is_revealed=is_revealed)
        self._title.set_text(call.name or number)
        self._number.set_text(number if call.name else "")
        self._number.setVisible(bool(call.name))
        self._copy.setVisible(bool(call.number))
        moment = [history_words.when(call.at, self._clock.now())]
        moment += [history_words.talk_said(call)] if call.talk_s else []
        self._when.set_text(" · ".join(moment))
        way = [history_words.direction(call.direction), history_words.short(call.queue_name)]
        if self._line:
            way.append(self.tr("line {number}").format(number=self._line))
        way += [text.isolate(each) for each in call.extensions]
        self._way.set_text(" · ".join(filter(None, way)))
        look = history_words.look(call.ending, call.direction)
        self._ending.set_state(look.icon, history_words.ending(call), look.tone)
        icon = history_words.origin_icon(call.origin)
        self._origin.set_state(icon, history_words.origin(call.origin), Tone.NEUTRAL)

    def _on_copy_clicked(self) -> None:
        if self._call is not None:
            text.copy(numbers.show(self._call.number, self._region).copy_text)
            text.announce(self, self.tr("Number copied"))
