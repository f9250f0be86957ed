"""Times as the database keeps them: whole microseconds since 1970 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

ALWAYS: Final = (-(1 << 62), 1 << 62)
"""Before and after every time."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def stamp(moment: datetime) -> int:
    """An aware ``moment`` as it is kept."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(kept: int) -> datetime:
    """What ``stamp`` made, in UTC; raises ``OverflowError`` for what no calendar has."""
    return _EPOCH + timedelta(microseconds=kept)


def stamps(since: datetime | None, until: datetime | None) -> tuple[int, int]:
    """A period as it is kept; ``None`` is no bound."""
    first = ALWAYS[0] if since is None else stamp(since)
    return first, ALWAYS[1] if until is None else stamp(until)
