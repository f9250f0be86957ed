"""Where one call is shown: its pop, and its card in the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.caller_card import CallerCard
    from agent_desk.ui.closing import ClosingTimes
    from agent_desk.ui.desk_window import DeskPage
    from agent_desk.ui.pop_stack import PopStack


class CardPlaces:
    """Finds the widgets of a call and tells all of them the same."""

    def __init__(self, pops: PopStack, desk: DeskPage) -> None:
        self._pops = pops
        self._desk = desk

    def of(self, key: CallKey | None) -> list[CallerCard]:
        """The widgets that show the call now."""
        if key is None:
            return []
        pop, card = self._pops.pop(key), self._desk.card(key)
        return [*([pop.face] if pop else []), *([card] if card else [])]

    def is_under_pointer(self, key: CallKey) -> bool:
        """Whether the pointer is on one of them."""
        pop, card = self._pops.pop(key), self._desk.card(key)
        return bool((pop and pop.is_hovered) or (card and card.underMouse()))

    def show_closing(self, cards: Iterable[Card], closing: ClosingTimes) -> None:
        """Say on the ended ones when they go."""
        if closing.is_running:
            for card in cards:
                for widget in self.of(card.key):
                    widget.set_closing(closing.left_s(card.key))
