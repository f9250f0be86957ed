"""What is kept of one identity: one file, one thread that reads and writes it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final, TypeVar

from agent_desk.store.faults import StoreDamagedError
from agent_desk.store.worker import Worker

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from agent_desk.core.errors import StorageError
    from agent_desk.store.database import Database

T = TypeVar("T")

FILE_NAME: Final = "store.sqlite3"
CLOSE_S: Final = 2.0

_log = logging.getLogger(__name__)


class Store:
    """The database in ``folder``; opened with the first thing asked of it, or ``begin``.

    Everything is done in the order in which it was asked for, by one thread. A file that cannot be
    opened is tried again with the next thing asked. ``on_rebuilt`` hears, in that thread, that the
    file was found damaged. Nothing here imports SQLite before it is needed.
    """

    def __init__(
        self, folder: Path, on_rebuilt: Callable[[StorageError], None] = lambda _error: None
    ) -> None:
        self.path = folder / FILE_NAME
        self._on_rebuilt = on_rebuilt
        self._worker = Worker("store")
        self._database: Database | None = None

    def put(self, work: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Do ``work`` in a transaction of its own; it is on the disk once the future is done.

        The future fails with ``StorageError``. Cancelling whoever waits takes nothing back.
        """
        return self._worker.submit(lambda: self._with_database(lambda base: base.write(work)))

    def erase(self, work: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """As ``put``, for work that deletes: what was deleted is gone from the disk, too."""

        def erase(base: Database) -> T:
            result = base.write(work)
            base.empty_log()
            return result

        return self._worker.submit(lambda: self._with_database(erase))

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What ``work`` reads; raises ``StorageError``."""
        reading = self._worker.submit(lambda: self._with_database(lambda base: base.read(work)))
        return await asyncio.wrap_future(reading)

    async def aclose(self, *, timeout_s: float = CLOSE_S) -> None:
        """Do what was asked for and close the file; waits no longer than ``timeout_s``."""
        self._worker.submit(self._close)
        if not await self._worker.aclose(timeout_s=timeout_s):
            _log.warning("the store did not close within %g s", timeout_s)

    # ------------------------------------------------------------------- in the worker's thread

    def _with_database(self, work: Callable[[Database], T]) -> T:
        try:
            return work(self._open())
        except StoreDamagedError:
            # It was whole when it was opened. Opening it anew sets it right, and saves what it can.
            self._close()
            database = self._open()
            database.index_anew()
            return work(database)

    def _open(self) -> Database:
        # Here, since SQLite takes 11 ms to import and the windows should not wait for it.
        from agent_desk.store.database import Database  # noqa: PLC0415

        if self._database is not None and not self._database.is_in_place:
            self._close()  # somebody deleted or replaced it: what is written there would be lost
        if self._database is None:
            self._database = Database.open(self.path)
            if self._database.rebuilt is not None:
                self._on_rebuilt(self._database.rebuilt)
        return self._database

    def _close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None
