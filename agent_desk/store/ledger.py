"""The ledger of mutes: which call was muted, by what, when that was confirmed, and how it ended.

No number and no name is in it, so it is kept by a rule of its own, longer than the calls.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from agent_desk.desk.mute_record import MuteEnd, MuteRecord, MuteTrigger

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from concurrent.futures import Future

    from agent_desk.store.store import Store

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_ALWAYS: Final = (-(1 << 62), 1 << 62)

_COLUMNS: Final = (
    "call_id",
    "extension",
    "ordinal",
    "requested_at",
    "triggered_by",
    "attempts",
    "answered_at",
    "seen_at",
    "failure_code",
    "resume_requested_at",
    "resume_triggered_by",
    "ended_at",
    "ending",
    "muted_s",
)
_KEY: Final = ("call_id", "ordinal", "requested_at")
_NAMES: Final = ", ".join(_COLUMNS)
_UPSERT: Final = (
    f"INSERT INTO mutes ({_NAMES}) VALUES ({', '.join('?' * len(_COLUMNS))}) "  # noqa: S608
    f"ON CONFLICT ({', '.join(_KEY)}) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS if name not in _KEY)
)
_SELECT: Final = (
    f"SELECT {_NAMES} FROM mutes WHERE requested_at >= ? AND requested_at < ? "  # noqa: S608
    "ORDER BY requested_at DESC, id DESC"
)

_log = logging.getLogger(__name__)


class MuteLedger:
    """The mutes in ``store``; every method raises ``StorageError``, ``put`` through its future."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, record: MuteRecord) -> Future[None]:
        """Keep ``record`` in the place of what was known of the same mute; from any thread.

        It is on the disk once the future is done. In the order of the calls.
        """

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(_UPSERT, _row(record))

        return self._store.put(write)

    async def write(self, record: MuteRecord) -> None:
        """Keep ``record`` as ``put`` does, and return when it is on the disk."""
        await asyncio.wrap_future(self.put(record))

    async def read(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> tuple[MuteRecord, ...]:
        """The mutes that were asked for from ``since`` to just before ``until``, newest first."""
        first = _ALWAYS[0] if since is None else _stamp(since)
        last = _ALWAYS[1] if until is None else _stamp(until)

        def select(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
            return connection.execute(_SELECT, (first, last)).fetchall()

        rows = await self._store.read(select)
        return _records(rows)

    async def prune(self, before: datetime) -> int:
        """Forget the mutes that were asked for before that moment; how many those were."""

        def delete(connection: sqlite3.Connection) -> int:
            done = connection.execute("DELETE FROM mutes WHERE requested_at < ?", (_stamp(before),))
            return done.rowcount

        return await asyncio.wrap_future(self._store.erase(delete))

    def end_cut_off(self) -> Future[int]:
        """Mark what has no end as ended in an unknown way: the program that knew is gone.

        For the start of a shift, before its first mute. The future tells how many those were.
        """

        def update(connection: sqlite3.Connection) -> int:
            done = connection.execute(
                "UPDATE mutes SET ending = ? WHERE ending IS NULL", (MuteEnd.UNKNOWN.value,)
            )
            return done.rowcount

        return self._store.put(update)


def _row(record: MuteRecord) -> tuple[str | int | float | None, ...]:
    return (
        record.call_id,
        record.extension,
        record.ordinal,
        _stamp(record.requested_at),
        record.trigger.value,
        record.attempts,
        _stamp_or_none(record.answered_at),
        _stamp_or_none(record.seen_at),
        record.failure_code,
        _stamp_or_none(record.resume_requested_at),
        None if record.resume_trigger is None else record.resume_trigger.value,
        _stamp_or_none(record.ended_at),
        None if record.end is None else record.end.value,
        record.muted_s,
    )


def _records(rows: Sequence[tuple[Any, ...]]) -> tuple[MuteRecord, ...]:
    """The rows as records; one that a damaged disk has changed is left out."""
    records = []
    for row in rows:
        try:
            records.append(_record(row))
        except (ArithmeticError, TypeError, ValueError):
            continue
    if len(records) < len(rows):
        _log.warning("%d mutes of the ledger cannot be read", len(rows) - len(records))
    return tuple(records)


def _record(row: tuple[Any, ...]) -> MuteRecord:
    values = dict(zip(_COLUMNS, row, strict=True))
    resumed_by, ending = values["resume_triggered_by"], values["ending"]
    return MuteRecord(
        call_id=str(values["call_id"]),
        extension=str(values["extension"]),
        ordinal=int(values["ordinal"]),
        requested_at=_moment(values["requested_at"]),
        trigger=MuteTrigger(values["triggered_by"]),
        attempts=int(values["attempts"]),
        answered_at=_moment_or_none(values["answered_at"]),
        seen_at=_moment_or_none(values["seen_at"]),
        failure_code=str(values["failure_code"]),
        resume_requested_at=_moment_or_none(values["resume_requested_at"]),
        resume_trigger=None if resumed_by is None else MuteTrigger(resumed_by),
        ended_at=_moment_or_none(values["ended_at"]),
        end=None if ending is None else MuteEnd(ending),
        muted_s=float(values["muted_s"]),
    )


def _stamp(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _stamp_or_none(moment: datetime | None) -> int | None:
    return None if moment is None else _stamp(moment)


def _moment(stamp: int) -> datetime:
    return _EPOCH + timedelta(microseconds=stamp)


def _moment_or_none(stamp: int | None) -> datetime | None:
    return None if stamp is None else _moment(stamp)
