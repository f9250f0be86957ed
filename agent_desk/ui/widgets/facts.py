"""What is known about a caller: labelled values, and rows of earlier talks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.ui import icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Line, draw_line, mirrored
from agent_desk.ui.theme import Token, colour
from agent_desk.ui.widgets.button import Button, Kind
from agent_desk.ui.widgets.label import Label, PlainText

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ROW_PX: Final = 20
# Leading edge and width in px of: when, how long, who. The note takes the rest.
_COLUMNS: Final = ((24, 88), (120, 52), (180, 80))
_NOTE_LEFT: Final = 268


class KeyValue(QWidget):
    """A small label and the value below it.

    With ``is_link`` the value is pressed to open it; with ``can_copy`` a button puts the clean
    value on the clipboard. Signals: ``opened()``, ``copied()``.
    """

    opened = Signal()
    copied = Signal()

    def __init__(
        self,
        label: str,
        value: str,
        *,
        is_link: bool = False,
        can_copy: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value = value
        line = QHBoxLayout()
        line.setSpacing(4)
        if is_link:
            link = Button(
                value, Kind.LINK, icon=Icon.LINK_OUT, role=Role.VALUE, is_icon_last=True, gap=4
            )
            link.setAccessibleDescription(text.plain(label))
            link.clicked.connect(self.opened)
            line.addWidget(link)
        else:
            line.addWidget(Label(value, Role.VALUE))
        if can_copy:
            name = self.tr("Copy {label}").format(label=label)
            button = Button(kind=Kind.GHOST, icon=Icon.COPY, height=20, name=name)
            button.clicked.connect(self._on_copy_clicked)
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(label, Role.LABEL, Token.TEXT3))
        column.addLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _on_copy_clicked(self) -> None:
        text.copy(self._value)
        self.copied.emit()


@dataclass(frozen=True, slots=True)
class RecentCall:
    """One earlier talk in words that are ready to be shown."""

    icon: Icon
    when: str
    length: str
    who: str
    note: str = ""
    is_missed: bool = False


class RecentCallRow(PlainText):
    """One earlier talk on one line of 20 px; columns stand below each other."""

    def __init__(self, call: RecentCall, parent: QWidget | None = None) -> None:
        self._call = call
        parts = (call.when, call.length, call.who, call.note)
        super().__init__(", ".join(part for part in parts if part), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_NOTE_LEFT + 120, _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NOTE_LEFT, _ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        call, rtl, whole = self._call, self.is_rtl, self.rect()
        painter = QPainter(self)
        at = mirrored(QRectF(0, 2, 16, 16), whole, is_rtl=rtl).topLeft()
        ink = colour(Token.MUTED if call.is_missed else Token.TEXT3)
        icons.paint(painter, call.icon, at, 16, ink, is_rtl=rtl)
        for (left, width), words in zip(_COLUMNS, (call.when, call.length, call.who), strict=True):
            rect = mirrored(QRectF(left, 0, width, _ROW_PX), whole, is_rtl=rtl)
            draw_line(painter, rect, Line(words, Role.BODY, Token.TEXT2), is_rtl=rtl)
        line = Line(call.note, Role.BODY, Token.TEXT)
        left = _NOTE_LEFT
        if not call.who and line.width > self.width() - left:
            left = _COLUMNS[-1][0]  # long words take the empty column before theirs
        note = QRectF(left, 0, self.width() - left, _ROW_PX)
        draw_line(painter, mirrored(note, whole, is_rtl=rtl), line, is_rtl=rtl)
        painter.end()
