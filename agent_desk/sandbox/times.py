"""Voicenter's clock arithmetic: Israeli wall time written as if it were UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

_WINTER_MIN: Final = 120
_SUMMER_MIN: Final = 180
_FRIDAY: Final = 4
_SUNDAY: Final = 6


def israel_offset_minutes(moment: datetime) -> int:
    """Minutes by which Israeli clocks are ahead of UTC at ``moment`` (aware UTC).

    By the rule in force since 2013 (summer time from the Friday before the last Sunday of March,
    02:00, to the last Sunday of October, 02:00 local), because a time zone database is missing on
    Windows and in slim containers.
    """
    last_march = _last_weekday(moment.year, 3, _SUNDAY) - timedelta(days=_SUNDAY - _FRIDAY)
    begins = last_march + timedelta(hours=2, minutes=-_WINTER_MIN)
    ends = _last_weekday(moment.year, 10, _SUNDAY) + timedelta(hours=2, minutes=-_SUMMER_MIN)
    return _SUMMER_MIN if begins <= moment < ends else _WINTER_MIN


def shifted_epoch(moment: datetime | None, offset_minutes: int) -> int:
    """Epoch seconds as the wire has them (``servertimeoffset``); 0 for never."""
    return 0 if moment is None else int(moment.timestamp()) + 60 * offset_minutes


def wall_prefix(moment: datetime, offset_minutes: int) -> str:
    """The ``yyyymmddHHMMSS`` that every call id begins with."""
    return f"{moment + timedelta(minutes=offset_minutes):%Y%m%d%H%M%S}"


def iso_millis(moment: datetime) -> str:
    """ISO 8601 with milliseconds and ``Z``, as JavaScript prints dates."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def _last_weekday(year: int, month: int, weekday: int) -> datetime:
    last = datetime(year, month, 31, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() - weekday) % 7)
