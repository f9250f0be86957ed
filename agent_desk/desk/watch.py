"""Of which times all calls are known: seen as they were, or read in the log afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from agent_desk.desk.recent import ListState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.recent import RecentCalls

Span: TypeAlias = tuple[datetime, datetime]

LOG_LAG: Final = timedelta(minutes=5)
"""A call is in the log so long after its end at the latest (Voicenter: minutes after a call)."""

_LAST_HEARD: Final = timedelta(seconds=1)


class Watch:
    """Keeps account of what was watched since ``began``, and of what the log told besides."""

    def __init__(self, began: datetime) -> None:
        self._began = began
        self._blind: list[Span] = []
        self._blind_since: datetime | None = None
        self._read: Span | None = None

    @property
    def read_until(self) -> datetime | None:
        """Up to when the log has told all; ``None`` while it has told nothing."""
        return None if self._read is None else self._read[1]

    def set_blind(self, now: datetime, *, is_blind: bool) -> None:
        """Whether calls cannot be seen from ``now`` on."""
        if is_blind:
            # What was heard last came before anybody noticed.
            self._blind_since = self._blind_since or now - _LAST_HEARD
        elif self._blind_since is not None:
            self.add_blind(self._blind_since, now)
            self._blind_since = None

    def add_blind(self, began: datetime, ended: datetime) -> None:
        """Between these moments calls could not all be seen."""
        self._blind.append((began, ended))

    def read_log(self, calls: RecentCalls) -> None:
        """The log has told of these; a later answer takes the place of the one before."""
        if calls.state is ListState.READY and calls.since and calls.asked_at:
            self._read = (calls.since, calls.asked_at - LOG_LAG)

    def holes(self, began: datetime, now: datetime) -> tuple[Span, ...]:
        """The times between these moments of which calls may be missing, oldest first."""
        self._blind = [span for span in self._blind if span[1] > began]
        unseen = [(began, self._began), *self._blind]
        if self._blind_since is not None:
            unseen.append((self._blind_since, now))
        left = [part for span in unseen for part in self._unread(*span)]
        within = ((max(start, began), min(end, now)) for start, end in left)
        return _joined(span for span in within if span[0] < span[1])

    def _unread(self, start: datetime, end: datetime) -> tuple[Span, ...]:
        if self._read is None:
            return ((start, end),)
        since, until = self._read
        return ((start, min(end, since)), (max(start, until), end))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
