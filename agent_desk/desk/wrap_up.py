"""How long the agent has done the work that comes after a call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

WRAP_UP_STATUS: Final = 5
"""The service has no wrap-up time; "Administrative" is its status for that work (agent status)."""

_KEPT: Final = timedelta(days=2)


@dataclass(slots=True)
class _Stretch:
    began: datetime
    ended: datetime


class WrapUp:
    """The stretches of time spent in the status for paperwork, as far as they were seen.

    Times are those of the PC's clock, except the beginning of a stretch that was there before it
    was first seen: that is the service's word.
    """

    def __init__(self) -> None:
        self._stretches: dict[datetime | None, _Stretch] = {}
        self._is_seen = False

    def hear(self, code: int | None, since: datetime | None, now: datetime) -> None:
        """The status is ``code`` since ``since``; ``None`` while nobody can see it."""
        if code == WRAP_UP_STATUS:
            known = self._stretches.get(since)
            if known is None:
                was_there = not self._is_seen and since is not None and since < now
                self._stretches[since] = _Stretch(since if was_there and since else now, now)
            else:
                known.ended = max(known.ended, now)
        self._is_seen = code is not None

    def seconds(self, began: datetime) -> int:
        """All of it since ``began``, in whole seconds."""
        self._forget(began - _KEPT)
        spans = (each.ended - max(each.began, began) for each in self._stretches.values())
        return int(sum((max(span, timedelta()) for span in spans), timedelta()).total_seconds())

    def _forget(self, moment: datetime) -> None:
        self._stretches = {
            since: each for since, each in self._stretches.items() if each.ended >= moment
        }
