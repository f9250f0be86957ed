"""What the desktop itself should say of calls, because our windows cannot be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from agent_desk.core.note import Note
from agent_desk.desk.state import Outcome, Phase
from agent_desk.ui import words

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey

# A queue rings a phone many times for one call: that is one note.
_WAITING: Final = frozenset({Phase.RINGING, Phase.RING_STOPPED})
_MISSED: Final = frozenset({Outcome.MISSED, Outcome.CALLER_GAVE_UP})


def are_pops_on_top() -> bool:
    """Whether the platform lets a window stand above others: Wayland does not."""
    return not QGuiApplication.platformName().startswith("wayland")


class CallNotes(QObject):
    """Follows the cards: a missed call while ``window`` is hidden, and a ringing one on Wayland.

    Signals: ``wanted(Note)``; ``over(str)`` with the key of a note that is no longer true.
    """

    wanted = Signal(object)
    over = Signal(str)

    def __init__(self, window: QWidget, *, has_pops_on_top: bool) -> None:
        super().__init__(window)
        self._window = window
        self._has_pops_on_top = has_pops_on_top
        self._waiting: set[CallKey] = set()
        self._missed: set[CallKey] = set()

    @property
    def action(self) -> str:
        """What a click on a note does."""
        return self.tr("Show window")

    def follow(self, cards: Collection[Card]) -> None:
        """Say what is new since the last time."""
        waiting = {card.key: card for card in cards if card.phase in _WAITING}
        missed = {card.key: card for card in cards if card.outcome in _MISSED}
        if not self._has_pops_on_top:
            for key in waiting.keys() - self._waiting:
                self._want(waiting[key], self.tr("Incoming call"), is_lasting=True)
            for key in self._waiting - waiting.keys():
                self.over.emit(_name(key))
        if self._window.isHidden() or self._window.isMinimized():
            for key in missed.keys() - self._missed:
                self._want(missed[key], self.tr("Missed call"), is_lasting=False)
        self._waiting, self._missed = set(waiting), set(missed)

    def _want(self, card: Card, title: str, *, is_lasting: bool) -> None:
        body = " · ".join(filter(None, (words.title(card), card.queue_name)))
        self.wanted.emit(Note(_name(card.key), title, body, is_lasting))


def _name(key: CallKey) -> str:
    return f"{key.extension} {key.call_id}"
