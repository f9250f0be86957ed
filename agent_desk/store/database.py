"""One SQLite file: opened safely, brought to the present form, used in short transactions."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Self, TypeVar

from agent_desk.store import rebuilding
from agent_desk.store.faults import (
    DiskFullError,
    StoreBusyError,
    StoreDamagedError,
    StoreNewerError,
    StoreRebuiltError,
    StoreUnusableError,
)
from agent_desk.store.schema import INDEX_ANEW, MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from agent_desk.core.errors import StorageError
    from agent_desk.store.schema import Migration

T = TypeVar("T")

BUSY_S: Final = 5.0

_PRIVATE_FOLDER: Final = 0o700
_PRIVATE_FILE: Final = 0o600
_SETTINGS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # docs/decisions/007: a power cut, too, takes nothing back
    "PRAGMA fullfsync = ON",  # macOS only: its plain fsync leaves data in the drive
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten
    "PRAGMA trusted_schema = OFF",
)
# More steps than any release will have: a version above is damage, not a newer program.
_MOST_STEPS: Final = 10_000
_KIND: Final = 0xFF  # SQLite's extended codes carry the plain one in their last byte
_FAULTS: Final[dict[int, type[StorageError]]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_BUSY: StoreBusyError,
    sqlite3.SQLITE_LOCKED: StoreBusyError,
    sqlite3.SQLITE_CORRUPT: StoreDamagedError,
    sqlite3.SQLITE_NOTADB: StoreDamagedError,
}

_log = logging.getLogger(__name__)


class Database:
    """An open file; every method blocks and belongs to the thread that opened it.

    Use it as a ``with`` block, or ``close`` it. ``rebuilt`` says that the file was found damaged
    and is a new one now.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, rebuilt: StoreRebuiltError | None
    ) -> None:
        self.rebuilt = rebuilt
        self._connection = connection
        self._path = path
        self._inode = _inode(path)

    @classmethod
    def open(
        cls,
        path: Path,
        migrations: Sequence[Migration] = MIGRATIONS,
        *,
        now: datetime | None = None,
        busy_s: float = BUSY_S,
    ) -> Self:
        """Open ``path``, make it where it is missing; raises ``StorageError``.

        One process opens at a time, the others wait up to ``busy_s``. A damaged file is set aside
        and what can be read of it carried over; one of a newer release is refused and not touched.
        """
        now = now or datetime.now(UTC)
        with storage_errors():
            _make_private(path.parent)
            with _alone(path, busy_s):
                rebuilding.finish(path, now)
                _make_file(path)
                try:
                    connection, rebuilt = _connect(path, migrations, busy_s), None
                except sqlite3.DatabaseError as error:
                    if not is_damage(error):
                        raise
                    _log.warning("the store is damaged: %s", error)
                    rows = rebuilding.rebuild(path, migrations, now)
                    _log.warning("the store was rebuilt with %d rows", rows)
                    connection, rebuilt = _connect(path, migrations, busy_s), StoreRebuiltError()
                return cls(connection, path, rebuilt)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def is_in_place(self) -> bool:
        """Whether the file is still the one that was opened: not deleted, not replaced."""
        return _inode(self._path) == self._inode

    def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What ``work`` reads, all of it as at one moment; raises ``StorageError``."""
        return self._in_transaction("BEGIN", work)

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do ``work`` whole or not at all; it is on the disk when this returns.

        Raises ``StorageError``.
        """
        return self._in_transaction("BEGIN IMMEDIATE", work)

    def empty_log(self) -> None:
        """Bring what was written into the file itself, so that deleted rows are gone for good.

        Where another process is reading, the next one that closes the file does it.
        """
        with storage_errors():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def index_anew(self) -> None:
        """Make the index of words anew from the calls; raises ``StorageError``.

        Its damage shows only when it is used: what looks whole at opening may have a false index.
        """
        self.write(lambda connection: connection.execute(INDEX_ANEW))

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def _in_transaction(self, begin: str, work: Callable[[sqlite3.Connection], T]) -> T:
        with storage_errors():
            self._connection.execute(begin)
            try:
                result = work(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # a full disk has rolled back by itself
                    self._connection.execute("ROLLBACK")
                raise
            return result


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turn what SQLite and the file system raise into a ``StorageError``."""
    try:
        yield
    except sqlite3.Error as error:
        kind = _kind(error)
        _log.info("the store failed: %s (%s)", error, getattr(error, "sqlite_errorname", ""))
        raise _FAULTS.get(kind, StoreUnusableError) from error
    except OSError as error:
        _log.info("the store failed: %s", error)
        raise StoreUnusableError from error


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is what is wrong."""
    return _FAULTS.get(_kind(error)) is StoreDamagedError


def _kind(error: sqlite3.Error) -> int:
    """SQLite's plain code; its general one for an error that Python's own layer raised."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _KIND


def _connect(path: Path, migrations: Sequence[Migration], busy_s: float) -> sqlite3.Connection:
    """An open connection to a file that was checked and has the present form."""
    connection = sqlite3.connect(path, timeout=busy_s, isolation_level=None)
    try:
        _prepare(connection, migrations)
    except UnicodeDecodeError as error:
        connection.close()
        verdict = "a name in the schema is damaged"
        raise _damage(verdict) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    connection.text_factory = rebuilding.as_text
    version = rebuilding.version_of(connection)
    if len(migrations) < version <= _MOST_STEPS:
        raise StoreNewerError
    for setting in _SETTINGS:
        connection.execute(setting)
    [[verdict]] = connection.execute("PRAGMA quick_check(1)").fetchall()
    if verdict != "ok":
        raise _damage(str(verdict))
    if not rebuilding.has_form(connection, migrations[:version]):
        verdict = f"not the form of version {version}"
        raise _damage(verdict)
    connection.execute("PRAGMA journal_mode = WAL")
    for step in range(version, len(migrations)):
        _migrate(connection, step + 1, migrations[step])


def _migrate(connection: sqlite3.Connection, version: int, migration: Migration) -> None:
    """One step, whole or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in migration:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version:d}")
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _damage(verdict: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(verdict)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


@contextmanager
def _alone(path: Path, busy_s: float) -> Iterator[None]:
    """Keep every other process from opening ``path`` meanwhile.

    The lock is SQLite's own, on an empty file beside: it works on every system and ends with the
    process that holds it, however that ends.
    """
    lock = path.with_name(f"{path.name}.lock")
    _make_file(lock)
    connection = sqlite3.connect(lock, timeout=busy_s, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")  # a full disk must not be in the way
        connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()


def _make_private(folder: Path) -> None:
    """Make ``folder`` and those above it that are missing, for this user's eyes only."""
    for missing in [parent for parent in folder.parents if not parent.exists()][::-1]:
        missing.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
    folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)


def _make_file(path: Path) -> None:
    """Make ``path`` where it is missing, for this user's eyes only; its log takes its rights."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, _PRIVATE_FILE))


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - once for every write: the quicker one
    except OSError:
        return None
    return found.st_dev, found.st_ino
