"""Where a window stood, for each set of screens, and where it may stand now. Pure arithmetic.

All lengths are logical px; a rectangle's position is that of its left upper corner.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TITLE_BAR_PX: Final = 40
"""How high a title bar may be; the window's own position is below it or at its upper edge."""
MOST_SETUPS: Final = 16
"""So many sets of screens are remembered, those in use last."""
_GRIP_PX: Final = 120


@dataclass(frozen=True, slots=True)
class Rect:
    """A part of the desktop."""

    x: int
    y: int
    width: int
    height: int

    def overlap(self, other: Rect) -> int:
        """How many px² both have in common."""
        width = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        height = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(width, 0) * max(height, 0)


@dataclass(frozen=True, slots=True)
class ScreenPlace:
    """A screen: its name, all of it, the part without task bars, and its scale."""

    name: str
    whole: Rect
    free: Rect
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Size and state of a window, and its position where the desktop tells that truly.

    ``x`` and ``y`` are of the window with its frame, ``width`` and ``height`` without. All are
    those that it has while it is not maximised.
    """

    width: int
    height: int
    x: int | None = None
    y: int | None = None
    is_maximised: bool = False


class PlaceStore(Protocol):
    """Keeps places between two runs; neither method raises."""

    def load(self) -> dict[str, WindowPlace]:
        """The place for each set of screens, the one in use last at the end."""

    def save(self, places: Mapping[str, WindowPlace]) -> None:
        """Keep ``places`` instead of those before."""


def setup_name(screens: Iterable[ScreenPlace]) -> str:
    """One name for a set of screens as they stand, in whatever order the system lists them."""
    return "; ".join(
        sorted(
            f"{each.name} {each.whole.width}x{each.whole.height}"
            f"{each.whole.x:+}{each.whole.y:+} @{each.scale:g}"
            for each in screens
        )
    )


def fitted(place: WindowPlace, screens: Sequence[ScreenPlace]) -> WindowPlace:
    """``place`` so that the window can be seen and moved; the first of ``screens`` is the main one.

    A window that is too large for its screen becomes as large as that. One whose title bar can be
    reached stays where it is, even if a part of it is outside; another one is moved inside.
    """
    if not screens:
        return place
    if place.x is None or place.y is None:
        area = screens[0].free
        return replace(place, width=_width(place, area), height=_height(place, area))
    frame = Rect(place.x, place.y, place.width, place.height + TITLE_BAR_PX)
    # Of equals the first: the main screen, if the window is on none.
    area = max(screens, key=lambda each: frame.overlap(each.free)).free
    width, height = _width(place, area), _height(place, area)
    kept = replace(place, width=width, height=height)
    if any(_is_reachable(place.x, place.y, width, each.free) for each in screens):
        return kept
    return replace(
        kept,
        x=_within(place.x, width, area.x, area.width),
        y=_within(place.y, height + TITLE_BAR_PX, area.y, area.height),
    )


def with_place(
    places: Mapping[str, WindowPlace], setup: str, place: WindowPlace
) -> dict[str, WindowPlace]:
    """``places`` with that of ``setup`` as the newest; the oldest go where there are too many."""
    others = [(name, each) for name, each in places.items() if name != setup]
    return dict([*others[-(MOST_SETUPS - 1) :], (setup, place)])


def _width(place: WindowPlace, area: Rect) -> int:
    return max(min(place.width, area.width), 1)


def _height(place: WindowPlace, area: Rect) -> int:
    return max(min(place.height, area.height - TITLE_BAR_PX), 1)


def _is_reachable(x: int, y: int, width: int, area: Rect) -> bool:
    """Whether enough of the title bar is in ``area`` to take hold of it."""
    shown = min(x + width, area.x + area.width) - max(x, area.x)
    is_wide_enough = shown >= min(_GRIP_PX, width)
    return is_wide_enough and area.y <= y <= area.y + area.height - TITLE_BAR_PX


def _within(at: int, length: int, start: int, room: int) -> int:
    return max(start, min(at, start + room - length))
