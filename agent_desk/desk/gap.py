"""A time in which calls could not be seen, and what the call log told of it afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.desk.recent import RecentCall


class GapCheck(Enum):
    """How far the call log has been asked about a gap; it fills minutes after a call."""

    WAITING = "waiting"
    CHECKED = "checked"
    NO_CODE = "no_code"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Gap:
    """One blind time; ``recovered`` are the agent's calls that only the log has seen."""

    began: datetime
    ended: datetime
    check: GapCheck = GapCheck.WAITING
    recovered: tuple[RecentCall, ...] = ()
