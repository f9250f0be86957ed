"""Recent calls as a list shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.state import Outcome
    from agent_desk.voicenter.events import CustomValue, Direction


class ListState(Enum):
    """Whether a list that comes from the service can be shown."""

    UNASKED = "unasked"
    LOADING = "loading"
    READY = "ready"
    NO_CODE = "no_code"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RecentCall:
    """One finished call; ``agent`` is who took it, empty for the agent's own.

    ``is_recovered``: it happened while calls could not be seen; only the call log knows it.
    """

    call_id: str
    at: datetime
    direction: Direction
    outcome: Outcome
    number: PhoneNumber
    number_text: str
    name: str = ""
    duration_s: int = 0
    agent: str = ""
    queue_name: str = ""
    is_recovered: bool = False
    custom_data: dict[str, CustomValue] = field(default_factory=dict, repr=False, hash=False)


@dataclass(frozen=True, slots=True)
class RecentCalls:
    """A list of recent calls, newest first, with the reason where it is empty for one.

    From ``since`` on it has all that the log could tell at ``asked_at``.
    """

    state: ListState = ListState.UNASKED
    calls: tuple[RecentCall, ...] = ()
    error_code: str = ""
    detail: str = ""
    since: datetime | None = field(default=None, compare=False)
    asked_at: datetime | None = field(default=None, compare=False)
