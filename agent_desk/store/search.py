"""Which calls a query finds: the terms by which they are kept, and the SQL that reads them.

Everything a list can be narrowed by is a term of the one index, so that finding, counting and the
first page are three passes over short lists of ids, however many calls there are.
"""

from __future__ import annotations

from hashlib import blake2s
from typing import TYPE_CHECKING, Any, Final

from agent_desk.core.folding import folded
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.history import Ending, HistoryCall, HistoryPage, Origin, SortBy
from agent_desk.desk.search_terms import terms, wanted
from agent_desk.desk.state import Direction
from agent_desk.store.stamps import ALWAYS, moment, stamps

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from agent_desk.desk.history import HistoryDetail, HistoryQuery
    from agent_desk.desk.search_terms import Choice

COLUMNS: Final = (
    "call_id",
    "at",
    "direction",
    "ending",
    "number",
    "name",
    "queue_name",
    "talk_s",
    "is_estimated",
    "taken_by",
    "origin",
    "extensions",
    "recording_url",
)
SHOWN: Final = (
    f"SELECT {', '.join(f'calls.{name}' for name in COLUMNS)}, "  # noqa: S608 - our own names
    "coalesce(notes.note, ''), coalesce(notes.disposition, '') "
    "FROM calls LEFT JOIN notes ON notes.call_id = calls.call_id"
)

# So many can be read and sorted in no time; more are taken from an index that has the order.
_FEW: Final = 2000
_NAMELESS: Final = "\uffff"
_HAS_NOTE: Final = "_n"
_FOUND: Final = "SELECT rowid FROM words WHERE words MATCH :match AND {0}"
_INDEXES: Final = {SortBy.NAME: "sort_name", SortBy.TALK: "talk_s"}


def sort_name(call: HistoryCall) -> str:
    """By what a call is sorted among names: who has none comes after them, by number."""
    return folded(call.name) or _NAMELESS + call.number.digits


def call_terms(detail: HistoryDetail, note: str, disposition: str) -> str:
    """All by which a call is found, words and marks, as one text of blanks and terms."""
    call = detail.call
    texts = (call.name, call.queue_name, call.taken_by, note, disposition)
    marks = [_mark("e", call.ending.value), _mark("d", call.direction.value)]
    if call.queue_name:
        marks.append(_queue_mark(call.queue_name))
    if note or disposition:
        marks.append(_HAS_NOTE)
    return " ".join([*marks, *terms([call.number], texts, detail.custom_data)])


def find(
    connection: sqlite3.Connection, query: HistoryQuery, offset: int, limit: int
) -> HistoryPage:
    """One page of what ``query`` finds, and how many that are."""
    match = _match(query)
    span = stamps(query.since, query.until)
    values = {
        "match": match,
        "first": span[0],
        "last": span[1],
        "limit": max(limit, 0),
        "offset": max(offset, 0),
    }
    total = _count(connection, match, span, values)
    calls: tuple[HistoryCall, ...] = ()
    if total > offset and limit > 0:
        ids = connection.execute(_page(query, match, span, total), values).fetchall()
        calls = tuple(_read(connection, call_id) for (call_id,) in ids)
    return HistoryPage(query, offset, calls, total)


def call_of(row: tuple[Any, ...]) -> HistoryCall:
    """A row of ``SHOWN``."""
    values = dict(zip((*COLUMNS, "note", "disposition"), row, strict=True))
    values["at"] = moment(values["at"])
    values["direction"] = Direction(values["direction"])
    values["ending"] = Ending(values["ending"])
    values["origin"] = Origin(values["origin"])
    values["number"] = PhoneNumber(values["number"])
    values["is_estimated"] = bool(values["is_estimated"])
    values["extensions"] = tuple(values["extensions"].split())
    return HistoryCall(**values)


def _read(connection: sqlite3.Connection, number: int) -> HistoryCall:
    [row] = connection.execute(f"{SHOWN} WHERE calls.id = ?", (number,)).fetchall()
    return call_of(row)


def _count(
    connection: sqlite3.Connection, match: str, span: tuple[int, int], values: dict[str, Any]
) -> int:
    if match:
        sql = f"SELECT count(*) FROM words WHERE words MATCH :match AND {_within(span, 'rowid')}"  # noqa: S608
    else:
        sql = f"SELECT count(*) FROM calls WHERE {_within(span, 'id')}"  # noqa: S608
    [[total]] = connection.execute(sql, values).fetchall()
    return int(total)


def _page(query: HistoryQuery, match: str, span: tuple[int, int], total: int) -> str:
    """The SQL for the ids of one page, in order."""
    way = "DESC" if query.is_descending else "ASC"
    paged = "LIMIT :limit OFFSET :offset"
    if query.sort is SortBy.TIME:
        if match:
            return f"{_FOUND.format(_within(span, 'rowid'))} ORDER BY rowid {way} {paged}"
        return f"SELECT id FROM calls WHERE {_within(span, 'id')} ORDER BY id {way} {paged}"  # noqa: S608
    column = _INDEXES[query.sort]
    source = (
        "calls NOT INDEXED" if total <= _FEW else f"calls INDEXED BY calls_by_{query.sort.value}"
    )
    where = _within(span, "id")
    if match:
        where = f"id IN ({_FOUND.format(_within(span, 'rowid'))})"
    return f"SELECT id FROM {source} WHERE {where} ORDER BY {column} {way}, id {way} {paged}"  # noqa: S608


def _within(span: tuple[int, int], column: str) -> str:
    return "1" if span == ALWAYS else f"{column} >= :first AND {column} < :last"


def _match(query: HistoryQuery) -> str:
    """What the index is asked; empty for everything. No character of a text has a meaning."""
    parts = [_either(choice) for choice in wanted(query.text)]
    for letter, chosen, everything in (
        ("e", query.endings, Ending),
        ("d", query.directions, Direction),
    ):
        if 0 < len(chosen) < len(everything):
            parts.append(_any_of(_mark(letter, each.value) for each in chosen))
    if query.queue_name:
        parts.append(_any_of([_queue_mark(query.queue_name)]))
    if query.has_note:
        parts.append(_any_of([_HAS_NOTE]))
    return " AND ".join(parts)


def _either(choice: Choice) -> str:
    quoted = (f'"{term}"*' if is_beginning else f'"{term}"' for term, is_beginning in choice)
    return f"({' OR '.join(quoted)})"


def _any_of(marks: Iterable[str]) -> str:
    return _either(tuple((mark, False) for mark in marks))


def _mark(kind: str, value: str) -> str:
    return f"_{kind}{value}"


def _queue_mark(name: str) -> str:
    return _mark("q", blake2s(name.encode("utf-8", "replace"), digest_size=8).hexdigest())
