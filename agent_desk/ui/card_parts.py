"""The parts of a caller card: who calls, what can be done, and why."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.core.text import clean_text
from agent_desk.desk.card import TitleSource
from agent_desk.desk.guard import GuardState
from agent_desk.desk.state import Phase
from agent_desk.ui import icons, link_words, looks, masking, text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Line, draw_line, mirrored
from agent_desk.ui.theme import Token, colour
from agent_desk.ui.widgets import Button, IconView, Kind, Label, Pill
from agent_desk.ui.widgets.button import Pressable

if TYPE_CHECKING:
    from agent_desk.desk.card import Card

_MAX_NUMBER: Final = 24
_TARGET_PX: Final = 24
_LINE_END: Final = "\u2028"
# A ring that has stopped may come back; until then there is nothing to record.
NOT_RECORDING: Final = frozenset({Phase.ENDED, Phase.RING_STOPPED})
"""While in one of these a card says nothing of a recording."""


class CardSize(Enum):
    """Where a card stands: a pop of its own, a second one above it, the main window."""

    POP = "pop"
    SMALL = "small"
    DESK = "desk"

    @property
    def strip_px(self) -> int:
        """Height of the state strip."""
        return {CardSize.POP: 48, CardSize.SMALL: 40, CardSize.DESK: 36}[self]

    @property
    def inset(self) -> int:
        """Room in px between the card's edge and its content."""
        return 16 if self is CardSize.DESK else 24

    @property
    def title_role(self) -> Role:
        """The type of the caller's name."""
        return Role.CALLER if self is CardSize.POP else Role.PAGE


def column(parent: QWidget, *, top: int = 0, gap: int = 0) -> QVBoxLayout:
    """A layout for ``parent`` without margins but ``top`` px above, so that hiding closes gaps."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, top, 0, 0)
    layout.setSpacing(gap)
    return layout


def row(*, gap: int = 8) -> QHBoxLayout:
    """A horizontal layout without margins."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return layout


class Who(QWidget):
    """Name, number with a way to copy it, country, and what happens to the recording."""

    def __init__(self, size: CardSize) -> None:
        super().__init__()
        self._copy_text = ""
        self._title = Label("", size.title_role)
        self._listened = Pill(Icon.EYE, self.tr("Listened to"))
        self._number = Label("", Role.NUMBER, is_fixed=True)
        self._copy, self._title_copy = (
            Button(kind=Kind.GHOST, icon=Icon.COPY, height=_TARGET_PX, name=self.tr("Copy number"))
            for _ in range(2)
        )
        for button in (self._copy, self._title_copy):
            button.clicked.connect(self.copy)
        self._region = Label("", Role.BODY, Token.TEXT3)
        self._dot = IconView(Icon.RECORDING, 14, Token.TEXT2)
        self._recording = Label("", Role.BODY, Token.TEXT2)
        self._passed_on = Label("", Role.BODY, Token.TEXT2)

        name_row = row()
        name_row.addWidget(self._title)
        name_row.addWidget(self._title_copy)
        name_row.addStretch(1)
        name_row.addWidget(self._listened)
        self._number_row = QWidget()
        number_row = QHBoxLayout(self._number_row)
        number_row.setContentsMargins(0, 0, 0, 0)
        number_row.setSpacing(6)
        for widget in (self._number, self._copy, self._region):
            number_row.addWidget(widget)
        number_row.addStretch(1)
        recording_row = row(gap=6)
        recording_row.addWidget(self._dot)
        recording_row.addWidget(self._recording)
        self._has_recording_in_line = size is CardSize.POP
        if self._has_recording_in_line:
            number_row.addLayout(recording_row)
        layout = column(self, gap=2)
        layout.addLayout(name_row)
        layout.addWidget(self._number_row)
        if not self._has_recording_in_line:
            recording_row.addStretch(1)
            layout.addLayout(recording_row)
        layout.addWidget(self._passed_on)

    def show_card(self, card: Card, *, is_revealed: bool) -> None:
        """Show the caller of ``card``; a number that is to be hidden only if ``is_revealed``."""
        self._title.set_text(words.title(card, is_revealed=is_revealed))
        # A number that already is the title need not be said twice.
        is_title = card.title_source is TitleSource.NUMBER
        number = "" if is_title else clean_text(card.number_text, _MAX_NUMBER)
        self._number.set_text(text.isolate(masking.shown(number, is_revealed=is_revealed)))
        self._number.setVisible(bool(number))
        self._copy_text = card.copy_text
        self._copy.setVisible(bool(card.copy_text) and not is_title)
        self._title_copy.setVisible(bool(card.copy_text) and is_title)
        region = words.region(card.region) if card.region else ""
        self._region.set_text(region)
        self._region.setVisible(bool(region))
        # Muted is said by the band; what a stale card would say nobody knows.
        is_known = card.phase not in NOT_RECORDING and not card.is_stale
        state, is_reported = card.guard.state, card.guard.is_reported_muted
        says_recording = is_known and state not in looks.MUTED_STATES
        self._dot.setVisible(says_recording and state is not GuardState.NOT_RECORDED)
        self._dot.set_icon(Icon.MUTED if is_reported else Icon.RECORDING)
        self._recording.setVisible(says_recording)
        self._recording.set_text(words.recording(state, is_reported_muted=is_reported))
        self._listened.setVisible(card.is_spied_on)
        passed_on = ""
        if card.transferred_by:
            by = text.isolate_name(card.transferred_by)
            passed_on = self.tr("Transferred by {name}").format(name=by)
        self._passed_on.set_text(passed_on)
        self._passed_on.setVisible(bool(passed_on))
        in_line = says_recording and self._has_recording_in_line
        self._number_row.setVisible(bool(number or region) or in_line)

    def copy(self) -> bool:
        """Put the number on the clipboard; whether there was one."""
        if not self._copy_text:
            return False
        text.copy(self._copy_text)
        self._set_copy_icon(Icon.TICK)
        text.announce(self, self.tr("Number copied"))
        return True

    def forget_copy(self) -> None:
        """Offer to copy again, as if it had not been done."""
        self._set_copy_icon(Icon.COPY)

    def _set_copy_icon(self, icon: Icon) -> None:
        self._copy.set_icon(icon)
        self._title_copy.set_icon(icon)


class WhyLine(Pressable):
    """Why the card looks as it does, in one line; more reasons than one unfold below.

    Signals: ``clicked()`` from Qt, only where there is more to show.
    """

    def __init__(self) -> None:
        super().__init__("", "?", 4, None)
        self._is_open = False
        self._has_more = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_reason(self, reason: str, *, has_more: bool, is_open: bool) -> None:
        """Show the first reason, and whether there are others and they are shown below."""
        self._has_more = has_more
        self._is_open = is_open
        line = self.tr("Why this card: {reason}").format(reason=reason)
        self.set_name(line)
        self.set_text(line)
        self.setEnabled(self._has_more)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, _TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _TARGET_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole, rtl = self.rect(), self.is_rtl
        top = (self.height() - 16) / 2
        ink = Token.TEXT2 if self._pressed_share() else Token.TEXT3
        at = mirrored(QRectF(0, top, 16, 16), whole, is_rtl=rtl).topLeft()
        icons.paint(painter, Icon.WHY, at, 16, colour(ink))
        line = QRectF(24, 0, self.width() - 24 - (24 if self._has_more else 0), self.height())
        words_line = Line(self._words, Role.LABEL, ink)
        draw_line(painter, mirrored(line, whole, is_rtl=rtl), words_line, is_rtl=rtl)
        if self._has_more:
            box = QRectF(self.width() - 16, top, 16, 16)
            at = mirrored(box, whole, is_rtl=rtl).topLeft()
            icon = Icon.DOWN if self._is_open else Icon.FORWARD
            icons.paint(painter, icon, QPointF(at), 16, colour(ink), is_rtl=rtl)
        painter.end()


class WhyPart(QWidget):
    """Why this name, and below, for who presses the line, why these links or none.

    Signals: ``unfolded()`` when its height changed by a press.
    """

    unfolded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._card: Card | None = None
        self._is_open = False
        self._line = WhyLine()
        self._line.clicked.connect(self._on_line_clicked)
        self._others = Label("", Role.LABEL, Token.TEXT3, wrap=True)
        layout = column(self, top=8)
        layout.addWidget(self._line)
        indented = QHBoxLayout()
        indented.addSpacing(24)
        indented.addWidget(self._others, 1)
        layout.addLayout(indented)

    def show_card(self, card: Card, *, is_shown: bool) -> None:
        """Give the reasons of ``card``, where there is room for any."""
        self._card = card
        self.setVisible(is_shown and bool(card.why))
        self._others.setVisible(self._is_open)
        if not card.why:
            return
        has_more = len(card.why) > 1 or bool(card.links)
        self._line.set_reason(words.why(card.why[0]), has_more=has_more, is_open=self._is_open)
        if self._is_open:
            also = self.tr("Also: {reason}")
            lines = [also.format(reason=words.why(reason)) for reason in card.why[1:]]
            self._others.set_text(_LINE_END.join([*lines, *link_words.reasons(card.links)]))

    def fold(self) -> None:
        """Show the first reason only, from the next card on."""
        self._is_open = False

    def _on_line_clicked(self) -> None:
        self._is_open = not self._is_open
        if self._card is not None:
            self.show_card(self._card, is_shown=True)
        self.unfolded.emit()


class BlockConfirm(QWidget):
    """The question before a number is blocked, with what blocking does.

    Signals: ``confirmed()``, ``cancelled()``.
    """

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number_text = ""
        self._question = Label("", Role.VALUE)
        sentence = Label(
            self.tr(
                "Nobody in your organisation can be connected to call this number. Whether its "
                "own calls are refused is decided in the phone system's menus."
            ),
            Role.BODY,
            Token.TEXT2,
            wrap=True,
        )
        self._block = Button(self.tr("Block number"), Kind.OUTLINE, icon=Icon.BLOCK, height=44)
        self._block.set_ink(Token.MUTED)
        self._block.clicked.connect(self.confirmed)
        self._cancel = Button(self.tr("Cancel"), height=44)
        self._cancel.clicked.connect(self.cancelled)
        # Cancel stands where Block stood: a double click must not confirm.
        buttons = row()
        for button in (self._block, self._cancel):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button, 1)
        layout = column(self, top=12, gap=4)
        layout.addWidget(self._question)
        layout.addWidget(sentence)
        layout.addSpacing(8)
        layout.addLayout(buttons)

    def ask(self, number_text: str) -> None:
        """Ask about this number; a screen reader hears the question."""
        self._number_text = number_text
        self.reveal(not masking.masking.is_on)
        self.set_busy(False)
        text.announce(self, self._question.text())

    def reveal(self, is_revealed: bool) -> None:
        """Name the number in full, or hidden."""
        number = masking.shown(self._number_text, is_revealed=is_revealed)
        self._question.set_text(self.tr("Block {number}?").format(number=text.isolate(number)))

    def set_busy(self, is_busy: bool) -> None:
        """While the service is asked nothing can be pressed."""
        self._block.setEnabled(not is_busy)
        self._block.set_text(self.tr("Blocking…") if is_busy else self.tr("Block number"))
        self._cancel.setEnabled(not is_busy)

    def focus_first(self) -> None:
        """Put the keyboard on the way out."""
        self._cancel.setFocus(Qt.FocusReason.TabFocusReason)
