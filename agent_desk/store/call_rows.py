"""The rows of the list: one for each call, worked out anew whenever a fact of it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.merge import is_listed, merged
from agent_desk.store.leg_rows import person_of, read_legs
from agent_desk.store.search import COLUMNS, call_terms, sort_name
from agent_desk.store.stamps import stamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from agent_desk.desk.history import HistoryDetail

_KEPT: Final = (*COLUMNS, "sort_name", "terms")
_INSERT: Final = (
    f"INSERT INTO calls (id, {', '.join(_KEPT)}) "  # noqa: S608 - our own names
    f"VALUES (?, {', '.join('?' * len(_KEPT))})"
)
_ADD_WORDS: Final = "INSERT INTO words (rowid, terms) VALUES (?, ?)"
_TAKE_WORDS: Final = "INSERT INTO words (words, rowid, terms) VALUES ('delete', ?, ?)"
_CHANGED: Final = " OR ".join(f"{name} <> ?{place + 1}" for place, name in enumerate(_KEPT))
_UPDATE: Final = (
    f"UPDATE calls SET {', '.join(f'{name} = ?{place + 1}' for place, name in enumerate(_KEPT))} "  # noqa: S608
    f"WHERE id = ?{len(_KEPT) + 1} AND ({_CHANGED})"
)
_SECOND: Final = 1_000_000
_AT_ONCE: Final = 500


def refresh(connection: sqlite3.Connection, call_id: str, *, is_cut_off: bool = False) -> None:
    """Work the row of a call out anew.

    A call that goes on has none; where ``is_cut_off`` nobody is left to see its end.
    """
    seen, logged = read_legs(connection, call_id)
    if (seen or logged) and (is_cut_off or is_listed(seen, logged)):
        detail = merged(call_id, seen, logged)
        _keep(connection, detail, *note_of(connection, call_id))


def refresh_cut_off(connection: sqlite3.Connection) -> int:
    """List the calls whose facts are there and who are in no list: what saw them has ended.

    A rebuilt file may have lost rows, too. How many those were.
    """
    found = connection.execute(
        "SELECT DISTINCT call_id FROM legs WHERE NOT EXISTS "
        "(SELECT 1 FROM calls WHERE calls.call_id = legs.call_id)"
    ).fetchall()
    for (call_id,) in found:
        refresh(connection, call_id, is_cut_off=True)
    return len(found)


def note_of(connection: sqlite3.Connection, call_id: str) -> tuple[str, str]:
    """The note and the disposition of a call; empty for none."""
    found = connection.execute("SELECT note, disposition FROM notes WHERE call_id = ?", (call_id,))
    for note, disposition in found.fetchall():
        return str(note), str(disposition)
    return "", ""


def delete_person(connection: sqlite3.Connection, number: PhoneNumber) -> int:
    """Delete all calls with ``number``, their facts and notes; how many those were."""
    person = person_of(number)
    if not person:
        return 0
    legs = connection.execute("SELECT DISTINCT call_id FROM legs WHERE person = ?", (person,))
    theirs = {call_id for (call_id,) in legs.fetchall()}
    # A damaged disk may have left a row without its facts.
    calls = connection.execute("SELECT call_id, number FROM calls").fetchall()
    theirs |= {call_id for call_id, raw in calls if person_of(PhoneNumber(raw)) == person}
    _delete(connection, theirs)
    if theirs:
        pack(connection)
    return len(theirs)


def delete_some_before(connection: sqlite3.Connection, before: int) -> int:
    """Delete the oldest calls that began before that stamp; 0 when none is left."""
    old = "SELECT call_id FROM calls WHERE id < ? ORDER BY id LIMIT ?"
    found = connection.execute(old, (before, _AT_ONCE)).fetchall()
    _delete(connection, (call_id for (call_id,) in found))
    if not found:
        connection.execute(
            "DELETE FROM notes WHERE written_at < ? AND NOT EXISTS "
            "(SELECT 1 FROM legs WHERE legs.call_id = notes.call_id)",
            (before,),
        )
    return len(found)


def pack(connection: sqlite3.Connection) -> None:
    """Write the index of words as one: until then it holds what was deleted."""
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")


def _delete(connection: sqlite3.Connection, call_ids: Iterable[str]) -> None:
    keys = [(call_id,) for call_id in call_ids]
    for key in keys:
        words = connection.execute("SELECT id, terms FROM calls WHERE call_id = ?", key).fetchall()
        connection.executemany(_TAKE_WORDS, words)
    for table in ("notes", "legs", "calls"):
        connection.executemany(f"DELETE FROM {table} WHERE call_id = ?", keys)  # noqa: S608


def _keep(
    connection: sqlite3.Connection, detail: HistoryDetail, note: str, disposition: str
) -> None:
    values = _values(detail, note, disposition)
    at, terms = stamp(detail.call.at), values[-1]
    known = connection.execute(
        "SELECT id, at, terms FROM calls WHERE call_id = ?", (detail.call.call_id,)
    ).fetchall()
    for number, kept_at, kept_terms in known:
        if kept_at == at:
            connection.execute(_UPDATE, (*values, number))
            if kept_terms != terms:
                connection.execute(_TAKE_WORDS, (number, kept_terms))
                connection.execute(_ADD_WORDS, (number, terms))
            return
        connection.execute(_TAKE_WORDS, (number, kept_terms))
        connection.execute("DELETE FROM calls WHERE id = ?", (number,))
    number = _free(connection, max(at, 1))
    connection.execute(_INSERT, (number, *values))
    connection.execute(_ADD_WORDS, (number, terms))


def _free(connection: sqlite3.Connection, number: int) -> int:
    """The first id from ``number`` on that nothing has, nearly: where many share a second."""
    taken = "SELECT 1 FROM calls WHERE id = ?"
    while connection.execute(taken, (number,)).fetchone():
        [[last]] = connection.execute(
            "SELECT max(id) FROM calls WHERE id >= ? AND id < ?", (number, number + _SECOND)
        ).fetchall()
        number = last + 1
    return number


def _values(detail: HistoryDetail, note: str, disposition: str) -> tuple[Any, ...]:
    call = detail.call
    return (
        call.call_id,
        stamp(call.at),
        call.direction.value,
        call.ending.value,
        call.number.raw,
        call.name,
        call.queue_name,
        call.talk_s,
        int(call.is_estimated),
        call.taken_by,
        call.origin.value,
        " ".join(call.extensions),
        call.recording_url,
        sort_name(call),
        call_terms(detail, note, disposition),
    )
