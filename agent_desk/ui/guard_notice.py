"""The line that says that a recording has been muted for long, or goes on by itself soon."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agent_desk.desk.guard import EXTEND_S
from agent_desk.desk.guard_table import MUTED
from agent_desk.ui import text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Box, draw_box
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets import Button, IconView, Kind, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from agent_desk.desk.guard import GuardView

COUNTDOWN_S: Final = 15
"""So long before a recording goes on by itself its seconds are counted."""
"""How much longer it stays muted for who asks."""
_RADIUS: Final = 8


def seconds_left(guard: GuardView, now: float) -> int | None:
    """In how many seconds the recording goes on by itself, where that is soon; else ``None``."""
    if guard.resume_at is None or guard.state not in MUTED:
        return None
    left = ceil(guard.resume_at - now)
    return max(left, 0) if left <= COUNTDOWN_S else None


def resumes_at_s(guard: GuardView) -> int | None:
    """After how many seconds of this mute the recording goes on by itself; ``None`` for never."""
    if guard.resume_at is None or guard.muted_from is None or guard.state not in MUTED:
        return None
    return round(guard.resume_at - guard.muted_from)


def reminder(guard: GuardView, now: float) -> str:
    """What is said of a recording that has been muted for long; empty where it was not."""
    if not guard.reminders or guard.muted_from is None or guard.state not in MUTED:
        return ""
    return words.still_muted(now - guard.muted_from)


class GuardNotice(QWidget):
    """One tinted line, with a button where there is more time to be had.

    Signals: ``extend_requested()``.
    """

    extend_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconView(Icon.CLOCK, 16, Token.RINGING)
        self._words = Label("", Role.ACTION, Token.RINGING)
        more = self.tr("{more} s").format(more=text.isolate(f"+{int(EXTEND_S)}"))
        name = self.tr("Stay muted for {count} s more").format(count=int(EXTEND_S))
        self._more = Button(more, Kind.OUTLINE, height=32, name=name)
        self._more.clicked.connect(self.extend_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        if self.isRightToLeft():
            row.setContentsMargins(8, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._more)
        self.setFixedHeight(40)

    def show_left(self, seconds: int) -> None:
        """Count down to the moment at which the recording goes on."""
        self._icon.set_icon(Icon.CLOCK)
        left = text.isolate(text.duration(seconds))
        self._words.set_text(self.tr("Recording resumes in {time}").format(time=left))
        self._more.setVisible(True)

    def show_reminder(self, said: str) -> None:
        """Remind of the mute."""
        self._icon.set_icon(Icon.WAITING_LONG)
        self._words.set_text(said)
        self._more.setVisible(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = tokens()
        edge = colour(Token.RINGING) if now.is_high_contrast else None
        painter = QPainter(self)
        box = Box(colour(Token.RINGING_BG), edge, now.line)
        draw_box(painter, QRectF(self.rect()), _RADIUS, box)
        painter.end()
