"""The call that a person means who says no other, and what can be done about its recording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.desk.guard import GuardState
from agent_desk.desk.state import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.card import Card
    from agent_desk.desk.guard import GuardView

_RINGING: Final = frozenset({Phase.RINGING, Phase.AGENT_RINGING})

CAN_MUTE: Final = frozenset(
    {
        GuardState.WILL_RECORD,
        GuardState.RECORDING,
        GuardState.MUTE_FAILED,
        GuardState.UNKNOWN,
    }
)
CAN_RESUME: Final = frozenset(
    {
        GuardState.MUTED,
        GuardState.MUTED_CONFIRMED,
        GuardState.RESUME_FAILED,
        GuardState.UNKNOWN,
    }
)
PENDING: Final = frozenset({GuardState.MUTING, GuardState.RESUMING})
"""The service has been asked and has not answered."""

_GUARDED: Final = CAN_MUTE | CAN_RESUME | PENDING


def current_call(cards: Iterable[Card]) -> Card | None:
    """The one that talks, else rings, else goes on; else the newest of those that are over.

    ``cards`` are the newest first.
    """

    def place(card: Card) -> int:
        if card.phase is Phase.TALKING:
            return 0
        if card.phase in _RINGING:
            return 1
        return 3 if card.phase is Phase.ENDED else 2

    return min(cards, key=place, default=None)


def can_mute(guard: GuardView) -> bool:
    """Whether it can be muted. Where it can be resumed as well, muting is the safe one."""
    return guard.state in CAN_MUTE


def can_resume(guard: GuardView) -> bool:
    """Whether it can be resumed: a call that only events report as muted can be, too."""
    return guard.state in CAN_RESUME or guard.is_reported_muted


def call_to_mute(cards: Iterable[Card]) -> Card | None:
    """The current call where its recording can be muted or resumed, or is being.

    ``None`` where it cannot: another call is not meant because this one is not recorded.
    """
    call = current_call(cards)
    if call is None or call.phase is Phase.ENDED:
        return None
    return call if call.guard.state in _GUARDED else None
