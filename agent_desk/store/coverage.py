"""Of which times the call log was read completely, so that a pull goes on where it was cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from agent_desk.store.stamps import moment, stamp

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

Span: TypeAlias = "tuple[datetime, datetime]"


def keep_span(connection: sqlite3.Connection, scope: str, since: datetime, until: datetime) -> None:
    """Everything of ``scope`` from ``since`` until ``until`` is known; joins what it touches."""
    first, last = stamp(since), stamp(until)
    touched = (scope, first, last)
    where = "scope = ? AND until >= ? AND since <= ?"
    for begins, ends in connection.execute(
        f"SELECT since, until FROM covered WHERE {where}",  # noqa: S608 - our own words
        touched,
    ).fetchall():
        first, last = min(first, begins), max(last, ends)
    connection.execute(f"DELETE FROM covered WHERE {where}", touched)  # noqa: S608
    connection.execute(
        "INSERT INTO covered (scope, since, until) VALUES (?, ?, ?)", (scope, first, last)
    )


def read_spans(connection: sqlite3.Connection, scope: str) -> tuple[Span, ...]:
    """The known times of ``scope``, the earliest first; none touches another."""
    found = connection.execute(
        "SELECT since, until FROM covered WHERE scope = ? ORDER BY since", (scope,)
    )
    return tuple((moment(since), moment(until)) for since, until in found.fetchall())


def forget_before(connection: sqlite3.Connection, before: datetime) -> None:
    """What is known of the time before that moment was let go of."""
    at = stamp(before)
    connection.execute("DELETE FROM covered WHERE until <= ?", (at,))
    connection.execute("UPDATE covered SET since = ? WHERE since < ?", (at, at))
