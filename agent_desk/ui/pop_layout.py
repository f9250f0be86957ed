"""Where pops stand: a stack that grows from a corner of the screen, newest on the far end.

Pure arithmetic on logical px; which window is which is the stack's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from agent_desk.desk.state import Phase

MAX_POPS: Final = 4
"""Never more cards than this at once; the others are counted."""
GAP: Final = 12
"""Room in px between two cards."""

_SMALL_PX: Final = 200
"""A small card needs about so much."""

_RANK: Final[dict[Phase, int]] = {
    Phase.TALKING: 0,
    Phase.RINGING: 1,
    Phase.DIALING: 1,
    Phase.AGENT_RINGING: 1,
    Phase.AGENT_UP: 1,
    Phase.CUSTOMER_RINGING: 1,
    Phase.HELD: 2,
    Phase.RING_STOPPED: 3,
    Phase.ENDED: 4,
}


class Corner(Enum):
    """Which corner of the screen the stack grows from."""

    TOP_LEFT = "top_left"
    TOP_RIGHT = "top_right"
    BOTTOM_LEFT = "bottom_left"
    BOTTOM_RIGHT = "bottom_right"

    @property
    def is_top(self) -> bool:
        """Whether the first card hangs from the upper edge."""
        return self in (Corner.TOP_LEFT, Corner.TOP_RIGHT)

    @property
    def is_left(self) -> bool:
        """Whether the stack keeps to the left edge."""
        return self in (Corner.TOP_LEFT, Corner.BOTTOM_LEFT)


@dataclass(frozen=True, slots=True)
class Area:
    """The free part of a screen, without task bars."""

    x: int
    y: int
    width: int
    height: int


def most(room: int) -> int:
    """How many cards ``room`` px of height have place for, small ones if need be; at least one."""
    return min(max((room + GAP) // (_SMALL_PX + GAP), 1), MAX_POPS)


def shown(phases: list[Phase], places: int = MAX_POPS) -> list[int]:
    """Which of the calls, oldest first, are worth one of the few places; in the order given.

    The conversation itself never gives way; then calls that want an answer; what has ended goes
    first. Among equals the newest stays.
    """
    by_worth = sorted(range(len(phases)), key=lambda at: (_RANK[phases[at]], -at))
    return sorted(by_worth[:places])


def fits(heights: list[int], room: int) -> bool:
    """Whether cards of these heights can stand above each other in ``room`` px."""
    return sum(heights) + GAP * (len(heights) - 1) <= room


def places(
    heights: list[int], width: int, area: Area, corner: Corner = Corner.BOTTOM_RIGHT, edge: int = 16
) -> list[tuple[int, int]]:
    """Left upper corners of cards of these heights, the first nearest to the corner.

    Cards that would leave ``area`` are pushed back in; a card is never outside, even if two of
    them then overlap on a screen that is too low.
    """
    x = area.x + edge if corner.is_left else area.x + area.width - edge - width
    x = max(area.x, min(x, area.x + area.width - width))
    result = []
    cursor = area.y + edge if corner.is_top else area.y + area.height - edge
    for height in heights:
        y = cursor if corner.is_top else cursor - height
        cursor = y + height + GAP if corner.is_top else y - GAP
        result.append((x, max(area.y, min(y, area.y + area.height - height))))
    return result
