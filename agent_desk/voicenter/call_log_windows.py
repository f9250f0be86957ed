"""Spans of time in whole seconds, as the call log counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

SECOND: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A span of whole seconds, both ends included; aware datetimes in UTC."""

    began: datetime
    ended: datetime

    @classmethod
    def of(cls, began: datetime, ended: datetime) -> Self:
        """The seconds from that of ``began`` to that of ``ended`` (aware datetimes)."""
        return cls(second_of(began), second_of(ended))

    @classmethod
    def up_to(cls, began: datetime, until: datetime) -> Self:
        """The seconds from that of ``began`` to the last before that of ``until``."""
        return cls(second_of(began), second_of(until) - SECOND)

    @property
    def until(self) -> datetime:
        """The first moment that no longer belongs to it."""
        return self.ended + SECOND

    def __contains__(self, moment: datetime) -> bool:
        return self.began <= moment <= self.ended

    @property
    def seconds(self) -> int:
        """How many seconds it holds."""
        return (self.ended - self.began) // SECOND + 1

    def pieces(self, longest: timedelta) -> tuple[Self, ...]:
        """Cut into pieces of at most ``longest`` (whole seconds), oldest first."""
        found = []
        began = self.began
        while began <= self.ended:
            ended = min(began + longest - SECOND, self.ended)
            found.append(type(self)(began, ended))
            began = ended + SECOND
        return tuple(found)

    def halves(self) -> tuple[Self, ...]:
        """Cut in the middle, oldest first; a single second stays whole."""
        return self.pieces((self.seconds + 1) // 2 * SECOND)


def second_of(moment: datetime) -> datetime:
    """The whole second that an aware ``moment`` lies in."""
    return moment.astimezone(UTC).replace(microsecond=0)


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """The same seconds in as few windows as possible, oldest first."""
    found: list[Window] = []
    for window in sorted(windows):
        if found and window.began <= found[-1].ended + SECOND:
            found[-1] = Window(found[-1].began, max(found[-1].ended, window.ended))
        else:
            found.append(window)
    return tuple(found)


def gaps(window: Window, covered: Iterable[Window]) -> tuple[Window, ...]:
    """What of ``window`` is not in ``covered``, oldest first."""
    found: list[Window] = []
    began = window.began
    for done in merged(covered):
        if done.began > window.ended:
            break
        if began < done.began:
            found.append(Window(began, done.began - SECOND))
        began = max(began, done.ended + SECOND)
    if began <= window.ended:
        found.append(Window(began, window.ended))
    return tuple(found)


def before(windows: Iterable[Window], moment: datetime) -> tuple[Window, ...]:
    """What of ``windows`` lies before the second of ``moment``.

    The log fills minutes after a call: what was covered up to the moment it was asked is not yet
    final, and this leaves of it what is.
    """
    last = second_of(moment) - SECOND
    return merged(Window(w.began, min(w.ended, last)) for w in windows if w.began <= last)
