"""Points in time as they are typed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from agent_desk.commands.errors import UsageError

_DATE_ONLY: Final = len("2026-11-23")


def moment_from(text: str) -> datetime:
    """The first moment that belongs to it, in UTC unless ``text`` says otherwise.

    A date alone means the whole day. Raises ``UsageError``.
    """
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        msg = "A time is written like 2026-11-23 or 2026-11-23T14:30:00."
        raise UsageError(msg, next_step="Correct --from or --to.") from error


def moment_to(text: str) -> datetime:
    """The first moment that no longer belongs to a period up to ``text``."""
    moment = moment_from(text)
    try:
        return moment + timedelta(days=1) if len(text) == _DATE_ONLY else moment
    except OverflowError:
        return moment


def open_period(since: str | None, until: str | None) -> tuple[datetime | None, datetime | None]:
    """The first moment of a period and the first after it; ``None`` where it is open.

    Raises ``UsageError``.
    """
    began = moment_from(since) if since else None
    ended = moment_to(until) if until else None
    if began is not None and ended is not None and began > ended:
        msg = "The period ends before it begins."
        raise UsageError(msg, next_step="Correct --from and --to.")
    return began, ended
