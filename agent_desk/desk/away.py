"""Away while the PC is locked, back when it is unlocked.

Only who was available is set away, and only who still is in that status is set back: whatever the
agent or a supervisor chose meanwhile stays. Nothing is changed during a call (a phone beside a
locked PC goes on talking) and nothing while the link is down; both wait, and what the lock asked
for is done afterwards only if the PC still is locked. After a restart of the program nothing is
known of a status that was set before, so it stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.desk.presence import PENDING, Stage
from agent_desk.desk.status_settings import LEAVE_IT

if TYPE_CHECKING:
    from agent_desk.desk.presence import PresenceView

AVAILABLE: Final = 1

_OPEN: Final = PENDING | {Stage.OVERDUE}


class AwayRule:
    """Decides which status to set; ``is_waiting`` tells that there may be something to do."""

    def __init__(self) -> None:
        self._is_locked = False
        self._is_due = False
        self._away: int | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether ``step`` can have an answer: call it again and again meanwhile."""
        return self._is_due or self._away is not None

    def lock(self, *, is_locked: bool) -> None:
        """The PC was locked or unlocked."""
        if is_locked is not self._is_locked:
            self._is_locked = is_locked
            # Locked again before the status was set back: it is away already.
            self._is_due = is_locked and self._away is None

    def forget(self) -> None:
        """Somebody else may sit here now: what was set is no longer ours."""
        self._is_due, self._away = self._is_locked, None

    def step(self, presence: PresenceView, locked_code: int, *, is_on_call: bool) -> int | None:
        """The status to ask for now, once; ``None`` where there is nothing to do yet or at all."""
        if locked_code == LEAVE_IT:
            self._is_due = False
            if self._away is None:
                return None
        code = presence.code
        is_unknown = code is None or presence.is_stale or not presence.is_there
        if is_unknown or is_on_call or presence.stage in _OPEN:
            return None
        if self._is_due:
            self._is_due = False
            if code == AVAILABLE != locked_code:
                self._away = locked_code
                return locked_code
        elif self._away is not None and not self._is_locked:
            away, self._away = self._away, None
            return AVAILABLE if code == away else None
        return None
