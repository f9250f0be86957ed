"""A damaged database is set aside, and what can still be read of it goes into a new one.

The new file is filled beside the old one, renamed to ``*.rebuilt`` when it is complete, and only
then takes the old one's place. A process that is killed in between leaves either the old file or
one that ``finish`` puts into its place.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from agent_desk.store.schema import INDEX_ANEW, SEARCHED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path
    from typing import Any

    from agent_desk.store.schema import Migration

KEPT_ASIDE: Final = timedelta(days=30)

UNREADABLE: Final = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises; the second where SQLite's words quote a damaged name."""

_PRIVATE_FILE: Final = 0o600
_MOST_TRIES: Final = 10_000
_FAR: Final = 1 << 52  # beyond every row, where the last cannot be read: some ids are times
_COMPANIONS: Final = ("-wal", "-shm", "-journal")


def as_text(value: bytes) -> str:
    """Text as it is read: bytes that are no text spoil one value, not the whole answer."""
    return value.decode("utf-8", "replace")


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps of the schema the file has been through."""
    [[version]] = connection.execute("PRAGMA user_version").fetchall()
    return int(version)


def has_form(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> bool:
    """Whether the file has the tables, columns and indexes that those steps make."""
    with closing(_made(":memory:", migrations)) as ideal:
        return _form(connection) == _form(ideal)


def rebuild(path: Path, migrations: Sequence[Migration], now: datetime) -> int:
    """Put a new file in the place of the damaged ``path``; how many rows were carried over.

    Nobody else may be opening the file meanwhile. Raises ``sqlite3.Error`` or ``OSError`` and
    leaves the damaged file then.
    """
    fresh = _beside(path, "rebuilding")
    fresh.touch(mode=_PRIVATE_FILE)
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as damaged:
        damaged.text_factory = as_text
        # It is opened for reading only; with this a file that was cut off is read to its end.
        damaged.execute("PRAGMA writable_schema = ON")
        with suppress(*UNREADABLE):
            known = version_of(damaged)
            if 0 < known < len(migrations):
                migrations = migrations[:known]
        with closing(_made(fresh, migrations)) as new:
            new.execute("PRAGMA foreign_keys = ON")
            new.execute("BEGIN")
            rows = sum(_carry_over(table, damaged, new) for table in _tables(new))
            if _columns(new, SEARCHED):
                new.execute(INDEX_ANEW)
            new.execute("COMMIT")
    fresh.replace(_beside(path, "rebuilt"))
    finish(path, now)
    return rows


def finish(path: Path, now: datetime) -> None:
    """Complete what a killed process began, and delete what was set aside long enough ago.

    Raises ``OSError``.
    """
    for suffix in ("", *_COMPANIONS):
        path.with_name(f"{_beside(path, 'rebuilding').name}{suffix}").unlink(missing_ok=True)
    rebuilt = _beside(path, "rebuilt")
    if rebuilt.exists():
        aside = _unused(path, f"damaged-{now:%Y%m%d-%H%M%S}")
        for suffix in (*_COMPANIONS, ""):
            part = path.with_name(f"{path.name}{suffix}")
            if part.exists():
                part.replace(aside.with_name(f"{aside.name}{suffix}"))
        rebuilt.replace(path)
    for old in path.parent.glob(f"{path.stem}.damaged-*"):
        if old.stat().st_mtime < (now - KEPT_ASIDE).timestamp():
            old.unlink()


def _made(place: Path | str, migrations: Sequence[Migration]) -> sqlite3.Connection:
    """A new database of that form."""
    connection = sqlite3.connect(place, isolation_level=None)
    try:
        for migration in migrations:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations):d}")
    except BaseException:
        connection.close()
        raise
    return connection


def _form(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    """What is in the file: kind, name and columns. Not the SQL: its wording is SQLite's own."""
    found = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    ).fetchall()
    return {(kind, name, *_columns(connection, name)) for kind, name in found}


def _tables(connection: sqlite3.Connection) -> list[str]:
    """The tables in the order in which they were made: those referred to come first.

    Without the index of words and the tables it consists of: it is made anew from the calls.
    """
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' "
        "ESCAPE '~' ORDER BY rowid"
    )
    names = [name for (name,) in found]
    return [name for name in names if name != SEARCHED and not name.startswith(f"{SEARCHED}_")]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    found = connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))
    return [name for (name,) in found]


def _carry_over(table: str, damaged: sqlite3.Connection, new: sqlite3.Connection) -> int:
    """Copy the rows of one table that can be read; how many those were."""
    try:
        known = set(_columns(damaged, table))
    except UNREADABLE:
        return 0
    columns = [column for column in _columns(new, table) if column in known]
    if not columns:
        return 0
    names = ", ".join(columns)
    places = ", ".join("?" * len(columns))
    insert = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - our names
    carried = 0
    for row in _rows(damaged, table, names):
        with suppress(sqlite3.IntegrityError):
            carried += new.execute(insert, row).rowcount
    return carried


def _rows(connection: sqlite3.Connection, table: str, names: str) -> Iterator[tuple[Any, ...]]:
    """The rows that can be read: where reading fails, the span behind is halved and tried again."""
    select = (
        f"SELECT rowid, {names} FROM {table} NOT INDEXED "  # noqa: S608 - our own names
        "WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
    )
    spans = [(0, _last_row(connection, table))]
    for _ in range(_MOST_TRIES):
        if not spans:
            return
        first, last = spans.pop()
        reached = first - 1
        try:
            for reached, *row in connection.execute(select, (first, last)):  # noqa: B007 - used below
                yield tuple(row)
        except UNREADABLE:
            first = reached + 1
            if first < last:
                middle = (first + last) // 2
                spans += [(middle + 1, last), (first, middle)]


def _last_row(connection: sqlite3.Connection, table: str) -> int:
    try:
        [[last]] = connection.execute(f"SELECT max(rowid) FROM {table}").fetchall()  # noqa: S608
    except UNREADABLE:
        return _FAR
    return int(last or 0)


def _beside(path: Path, word: str) -> Path:
    return path.with_name(f"{path.name}.{word}")


def _unused(path: Path, word: str) -> Path:
    """A name that nothing has yet, so that no earlier damaged file is lost."""
    number = 1
    while True:
        mark = word if number == 1 else f"{word}-{number}"
        aside = path.with_name(f"{path.stem}.{mark}{path.suffix}")
        if not any(aside.parent.glob(f"{aside.name}*")):
            return aside
        number += 1
