"""The service's clock: Israeli wall time written as if it were UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from agent_desk.voicenter.wire import as_int

_WINTER_MIN: Final = 120
_SUMMER_MIN: Final = 180
_MAX_OFFSET_MIN: Final = 14 * 60
_MILLISECONDS_FROM: Final = 100_000_000_000


def read_offset_min(value: object) -> int | None:
    """A ``servertimeoffset`` in minutes, 0 included; ``None`` where it is missing or absurd."""
    minutes = as_int(value)
    return minutes if minutes is not None and abs(minutes) <= _MAX_OFFSET_MIN else None


def read_stamp(value: object, offset_min: int | None) -> datetime | None:
    """The UTC moment of a shifted epoch in seconds or milliseconds; ``None`` for 0, "never".

    Without ``offset_min`` the stamp is taken for Israeli wall time.
    """
    seconds = value if type(value) is int else as_int(value)
    if not seconds or seconds < 0:
        return None
    if seconds >= _MILLISECONDS_FROM:
        seconds //= 1000
    try:
        if offset_min is None:
            offset_min = israel_offset_min(seconds)
        return datetime.fromtimestamp(seconds - 60 * offset_min, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def israel_offset_min(wall_epoch: int) -> int:
    """Minutes by which Israeli clocks are ahead of UTC when they show ``wall_epoch``.

    By the rule in force since 2013 (summer time from the Friday before the last Sunday of March,
    02:00, to the last Sunday of October, 02:00), since Windows and slim systems have no time zone
    database. Of the hour that happens twice the second one is assumed.
    """
    wall = datetime.fromtimestamp(wall_epoch, UTC)
    begins = _last_sunday(wall.year, 3) - timedelta(days=2) + timedelta(hours=2)
    ends = _last_sunday(wall.year, 10) + timedelta(hours=1)
    return _SUMMER_MIN if begins <= wall < ends else _WINTER_MIN


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
