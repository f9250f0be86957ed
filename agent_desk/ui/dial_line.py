"""How a call from here stands, or what it asks, with the buttons that go with it."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from agent_desk.ui import text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Token, Tone
from agent_desk.ui.widgets import Button, Card, IconView, Label

if TYPE_CHECKING:
    from collections.abc import Iterable


class LineAction(Enum):
    """What a press means."""

    CALL = "call"
    DIAL_ANYWAY = "dial_anyway"
    DIAL_AGAIN = "dial_again"
    HANG_UP = "hang_up"
    END_ALL = "end_all"
    DISMISS = "dismiss"
    CANCEL = "cancel"


class DialLine(Card):
    """One sentence with an icon, and below it what can be done.

    Signals: ``chosen(LineAction)``.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(inset=12)
        self._icon = IconView(Icon.PHONE, 20, Token.TEXT3)
        self._words = Label("", Role.BODY, Token.TEXT, wrap=True)
        said = {
            LineAction.CALL: self.tr("Call it"),
            LineAction.DIAL_ANYWAY: self.tr("Dial anyway"),
            LineAction.DIAL_AGAIN: self.tr("Dial again"),
            LineAction.HANG_UP: self.tr("Hang up"),
            LineAction.END_ALL: self.tr("End all calls"),
            LineAction.DISMISS: self.tr("Dismiss"),
            LineAction.CANCEL: self.tr("Cancel"),
        }
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self._buttons: dict[LineAction, Button] = {}
        for action, words in said.items():
            icon = Icon.ENDED if action is LineAction.HANG_UP else None
            button = self._buttons[action] = Button(words, icon=icon, height=36)
            button.clicked.connect(partial(self._on_button_clicked, action))
            button.hide()
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.hide()

    def show_words(self, words: str, icon: Icon, tone: Tone, actions: Iterable[LineAction]) -> None:
        """Say ``words`` and offer ``actions``; without words it goes away."""
        is_new = bool(words) and words != self._words.text()
        self._icon.set_icon(icon, tone.fg)
        self._words.set_text(words)
        offered = frozenset(actions)
        for action, button in self._buttons.items():
            if button.isHidden() is (action in offered):
                button.setVisible(action in offered)
        if self.isHidden() is bool(words):
            self.setVisible(bool(words))
        if is_new:
            text.announce(self, words, is_urgent=tone is Tone.MUTED)

    def _on_button_clicked(self, action: LineAction) -> None:
        self.chosen.emit(action)
