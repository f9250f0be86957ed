"""What a screen reader hears of a recording: each outcome once, however many cards show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from agent_desk.desk.guard import GuardState
from agent_desk.desk.state import Phase
from agent_desk.ui import fault_words, looks, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey

_ALIKE: Final = {GuardState.MUTED_CONFIRMED: GuardState.MUTED}
"""The second confirmation is seen, not said."""


class GuardVoice(QObject):
    """Follows the recordings of all cards.

    Signals: ``said(CallKey, str, bool)`` with the words and whether they are urgent.
    """

    said = Signal(object, str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[CallKey, tuple[GuardState, bool]] = {}

    def follow(self, cards: Iterable[Card]) -> None:
        """Say what became of the recordings of ``cards`` since the last time."""
        before, self._known = self._known, {}
        for card in cards:
            state = _ALIKE.get(card.guard.state, card.guard.state)
            now = self._known[card.key] = (state, card.guard.is_reported_muted)
            was, was_reported = before.get(card.key, (None, False))
            if now != (was, was_reported):
                self._say(card, state, was, was_reported=was_reported)

    def _say(
        self, card: Card, state: GuardState, was: GuardState | None, *, was_reported: bool
    ) -> None:
        is_reported = card.guard.is_reported_muted
        said = words.recording(state, is_reported_muted=is_reported)
        if state in looks.FAILED_STATES:
            reason = fault_words.guard_fault(card.guard.failure_code)
            self.said.emit(card.key, f"{said}. {reason}", True)  # noqa: FBT003 - a signal
        elif card.phase is Phase.ENDED:
            return  # nothing is recorded any more
        elif (
            state is GuardState.MUTED
            or was is GuardState.RESUMING
            or (is_reported is not was_reported and state is not GuardState.MUTING)
        ):
            self.said.emit(card.key, said, False)  # noqa: FBT003 - a signal
