"""The history of calls: kept as they are seen and logged, found again in an instant."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from agent_desk.desk.history import HOURS, DaySummary, Ending, HistoryDetail, Origin
from agent_desk.desk.logged import seen_leg
from agent_desk.desk.merge import merged
from agent_desk.desk.state import Direction
from agent_desk.store import call_rows, coverage, leg_rows, search
from agent_desk.store.stamps import moment, stamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import date, tzinfo

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.history import HistoryCall, HistoryPage, HistoryQuery
    from agent_desk.desk.logged import LoggedRow, SeenLeg
    from agent_desk.desk.state import CallFacts, CallKey
    from agent_desk.store.coverage import Span
    from agent_desk.store.store import Store

# Between two slices of a long pull whoever searches has their turn.
_SLICE: Final = 50
_MOST_SEEN: Final = 1000
_PAGE: Final = 1000

_OUTGOING: Final = frozenset({Direction.OUTGOING, Direction.CLICK2CALL})
_TALKED: Final = frozenset({Ending.ANSWERED, Ending.TRANSFERRED})
_MISSED: Final = frozenset({Ending.MISSED, Ending.CALLER_GAVE_UP, Ending.VOICEMAIL})


class CallHistory:
    """The calls in ``store``, on the thread of a loop.

    What is a future is on the disk once it is done, and fails with ``StorageError``, which the
    others raise. What was asked for first is done first.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen: dict[CallKey, tuple[SeenLeg, Future[None]]] = {}

    def begin(self) -> Future[int]:
        """List the calls whose end an earlier program did not see; before the first ``see``."""
        return self._store.put(call_rows.refresh_cut_off)

    def see(
        self,
        facts: CallFacts,
        at: datetime,
        *,
        name: str = "",
        queue_name: str = "",
        origin: Origin = Origin.LIVE,
    ) -> Future[None]:
        """A call on an own extension stands so now; what changes nothing is not written again."""
        leg = seen_leg(facts, at, name=name, queue_name=queue_name, origin=origin)
        if facts.direction is Direction.SPY:  # a supervisor who listens has no call of their own
            return _done()
        if facts.key in self._seen:
            known, kept = self._seen[facts.key]
            if replace(leg, told_at=known.told_at, at=known.at) == known and not _failed(kept):
                return kept
            leg = replace(leg, at=known.at)

        def write(connection: sqlite3.Connection) -> None:
            if leg_rows.keep_seen(connection, leg):
                call_rows.refresh(connection, leg.call_id)

        kept = self._store.put(write)
        self._seen.pop(facts.key, None)
        self._seen[facts.key] = (leg, kept)
        if len(self._seen) > _MOST_SEEN:
            del self._seen[next(iter(self._seen))]
        return kept

    def log(self, rows: Iterable[LoggedRow]) -> Future[int]:
        """Keep rows of the call log; how many were new or told something new.

        A row that is known already is left. It is done in slices: where it fails or is cut off,
        those before are kept, and all may be handed over again.
        """
        whole: Future[int] = Future()
        whole.set_running_or_notify_cancel()
        self._log_more(iter(tuple(rows)), 0, whole)
        return whole

    def note(self, call_id: str, text: str, disposition: str = "") -> Future[None]:
        """Keep the note of a call in the place of an earlier one; both empty: none any more."""
        now = stamp(datetime.now(UTC))

        def write(connection: sqlite3.Connection) -> None:
            if text or disposition:
                connection.execute(
                    "INSERT INTO notes (call_id, written_at, note, disposition) "
                    "VALUES (?, ?, ?, ?) ON CONFLICT (call_id) DO UPDATE SET written_at = "
                    "excluded.written_at, note = excluded.note, disposition = excluded.disposition",
                    (call_id, now, text, disposition),
                )
            else:
                connection.execute("DELETE FROM notes WHERE call_id = ?", (call_id,))
            call_rows.refresh(connection, call_id)

        return self._store.put(write)

    async def query(self, query: HistoryQuery, offset: int = 0, limit: int = 50) -> HistoryPage:
        """Some of what ``query`` finds, and how many that are, both as at one moment."""
        return await self._store.read(lambda base: search.find(base, query, offset, limit))

    async def detail(self, call_id: str) -> HistoryDetail | None:
        """All that is kept of a call, also while it goes on; ``None`` where nothing is."""

        def read(connection: sqlite3.Connection) -> HistoryDetail | None:
            seen, logged = leg_rows.read_legs(connection, call_id)
            if seen or logged:
                detail = merged(call_id, seen, logged)
                note, disposition = call_rows.note_of(connection, call_id)
                call = replace(detail.call, note=note, disposition=disposition)
                return replace(detail, call=call)
            found = connection.execute(f"{search.SHOWN} WHERE calls.call_id = ?", (call_id,))
            return next((HistoryDetail(search.call_of(row)) for row in found.fetchall()), None)

        return await self._store.read(read)

    async def day(self, day: date, zone: tzinfo) -> DaySummary:
        """The figures of one day as people in ``zone`` count it."""
        began = datetime.combine(day, time(), zone).astimezone(UTC)
        ended = datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)

        def read(connection: sqlite3.Connection) -> list[tuple[int, str, str, int]]:
            return connection.execute(
                "SELECT at, direction, ending, talk_s FROM calls WHERE id >= ? AND id < ?",
                (stamp(began), stamp(ended)),
            ).fetchall()

        return _summary(day, zone, await self._store.read(read))

    async def queues(self) -> tuple[str, ...]:
        """The names of all queues of which calls are kept, sorted."""

        def read(connection: sqlite3.Connection) -> tuple[str, ...]:
            found = connection.execute("SELECT DISTINCT queue_name FROM calls ORDER BY 1")
            return tuple(name for (name,) in found.fetchall() if name)

        return await self._store.read(read)

    def erase(self, number: PhoneNumber) -> Future[int]:
        """Forget a person: all calls with ``number`` in any spelling, with their notes.

        Nothing of it is left in the files once the future is done; how many calls those were.
        """
        self._seen.clear()
        return self._store.erase(lambda base: call_rows.delete_person(base, number))

    async def prune(self, before: datetime) -> int:
        """Forget the calls that began before that moment, with their notes; how many those were."""
        forgotten = 0
        last = stamp(before)
        while some := await asyncio.wrap_future(
            self._store.put(lambda base: call_rows.delete_some_before(base, last))
        ):
            forgotten += some

        def tidy(connection: sqlite3.Connection) -> None:
            coverage.forget_before(connection, before)
            call_rows.pack(connection)

        if forgotten:
            await asyncio.wrap_future(self._store.erase(tidy))
        return forgotten

    def cover(self, since: datetime, until: datetime, scope: str = "") -> Future[None]:
        """All that the log tells of ``scope`` in that time was handed to ``log``."""
        return self._store.put(lambda base: coverage.keep_span(base, scope, since, until))

    async def covered(self, scope: str = "") -> tuple[Span, ...]:
        """Of which times all of ``scope`` is kept, the earliest first; none touches another."""
        return await self._store.read(lambda base: coverage.read_spans(base, scope))

    def _log_more(self, rows: Iterator[LoggedRow], kept: int, whole: Future[int]) -> None:
        """Keep the next slice, then those after it; after the first in the store's thread."""
        part = tuple(islice(rows, _SLICE))
        if not part:
            whole.set_result(kept)
            return

        def write(connection: sqlite3.Connection) -> int:
            new = [row for row in part if leg_rows.keep_logged(connection, row)]
            for call_id in dict.fromkeys(row.call_id for row in new):
                call_rows.refresh(connection, call_id)
            return len(new)

        def then(done: Future[int]) -> None:
            error = done.exception()
            if error is None:
                self._log_more(rows, kept + done.result(), whole)
            else:
                whole.set_exception(error)

        try:
            self._store.put(write).add_done_callback(then)
        except RuntimeError as error:  # the store was closed meanwhile
            whole.set_exception(error)


async def read_all(history: CallHistory, query: HistoryQuery) -> list[HistoryCall]:
    """All that ``query`` finds, a page at a time, so that others get their turn.

    Raises ``StorageError``.
    """
    found: list[HistoryCall] = []
    while True:
        page = await history.query(query, len(found), _PAGE)
        found += page.calls
        if not page.calls or len(found) >= page.total:
            return found


def _summary(day: date, zone: tzinfo, rows: list[tuple[int, str, str, int]]) -> DaySummary:
    answered, missed, made = [0] * HOURS, [0] * HOURS, [0] * HOURS
    talk_s = 0
    for at, direction, ended, seconds in rows:
        hour = moment(at).astimezone(zone).hour
        ending = Ending(ended)
        talk_s += seconds
        if Direction(direction) in _OUTGOING:
            made[hour] += ending is not Ending.FAILED
        else:
            answered[hour] += ending in _TALKED
            missed[hour] += ending in _MISSED
    return DaySummary(day, tuple(answered), tuple(missed), tuple(made), talk_s)


def _failed(kept: Future[None]) -> bool:
    return kept.done() and kept.exception() is not None


def _done() -> Future[None]:
    done: Future[None] = Future()
    done.set_result(None)
    return done
