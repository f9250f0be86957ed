"""What a shift hands over to be kept; the shift goes on whether that works or not."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Self

from agent_desk.core.clock import SystemClock
from agent_desk.core.errors import AgentDeskError, StorageError
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.guard_settings import USUAL_GUARD
from agent_desk.desk.history import USUAL_HISTORY_DAYS
from agent_desk.store.calls import CallHistory
from agent_desk.store.ledger import MuteLedger
from agent_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from agent_desk.core.clock import Clock
    from agent_desk.desk.mute_record import MuteRecord

PRUNE_EVERY_S: Final = 24 * 3600.0
_MOST_DAYS: Final = 36_500

_log = logging.getLogger(__name__)


class Keeper:
    """Keeps what one signed-in identity leaves behind, in ``folder``; in nothing where ``None``.

    Use it as an ``async with`` block around the shift, on the loop's thread. Nothing is opened
    before ``begin``. What cannot be kept goes to ``notice``, each kind of trouble once; nothing
    but ``mutes`` raises.
    """

    def __init__(
        self,
        folder: Path | None,
        notice: Callable[[AgentDeskError], None],
        *,
        ledger_days: int = USUAL_GUARD.ledger_days,
        history_days: int = USUAL_HISTORY_DAYS,
        clock: Clock | None = None,
        prune_every_s: float = PRUNE_EVERY_S,
    ) -> None:
        self._notice = notice
        self._ledger_days = ledger_days
        self._history_days = history_days
        self._clock = clock or SystemClock()
        self._prune_every_s = prune_every_s
        self._scope = TaskScope("keeper")
        self._told: set[str] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_over = False
        self._store = None if folder is None else Store(folder, self._on_trouble)
        self._ledger = None if self._store is None else MuteLedger(self._store)
        self._calls = None if self._store is None else CallHistory(self._store)

    async def __aenter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            await self._scope.aclose()
        finally:
            self._is_over = True
            self._ledger = self._calls = None
            if self._store is not None:
                await self._store.aclose()
            self._loop = None

    @property
    def calls(self) -> CallHistory | None:
        """The history; ``None`` where nothing is kept, and after the block."""
        return self._calls

    def begin(self) -> None:
        """The sign-in was accepted: open the file, in the background, and keep it tidy."""
        if self._ledger is not None:
            self.watch(self._ledger.end_cut_off())
        if self._calls is not None:
            self.watch(self._calls.begin())
        self._scope.start(self._prune_daily(), name="prune")

    def keep_mute(self, record: MuteRecord) -> None:
        """Keep how a mute stands now; returns at once, and after the block does nothing."""
        if self._ledger is not None:
            self.watch(self._ledger.put(record))

    def set_ledger_days(self, days: int) -> None:
        """Keep mutes for so many days from now on; 0 for ever."""
        if days != self._ledger_days:
            self._ledger_days = days
            self._prune_soon()

    def set_history_days(self, days: int) -> None:
        """Keep calls for so many days from now on; 0 for ever."""
        if days != self._history_days:
            self._history_days = days
            self._prune_soon()

    def watch(self, done: Future[None] | Future[int]) -> None:
        """Something is being kept: tell where that fails."""
        done.add_done_callback(self._on_kept)

    async def mutes(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> tuple[MuteRecord, ...]:
        """The mutes from ``since`` to just before ``until``, newest first.

        Raises ``StorageError``.
        """
        if self._is_over:
            message = "Nobody is signed in any more."
            raise StorageError(message, next_step="Sign in, then try again.")
        return () if self._ledger is None else await self._ledger.read(since, until)

    async def _prune_daily(self) -> None:
        while True:
            await self._prune()
            await asyncio.sleep(self._prune_every_s)

    def _prune_soon(self) -> None:
        if self._loop is not None and not self._is_over:
            self._scope.start(self._prune(), name="prune")

    async def _prune(self) -> None:
        try:
            if self._ledger is not None and self._ledger_days > 0:
                mutes = await self._ledger.prune(self._before(self._ledger_days))
                if mutes:
                    _log.info("%d old mutes forgotten", mutes)
            if self._calls is not None and self._history_days > 0:
                calls = await self._calls.prune(self._before(self._history_days))
                if calls:
                    _log.info("%d old calls forgotten", calls)
        except StorageError as error:
            self._tell(error)

    def _before(self, days: int) -> datetime:
        return self._clock.now() - timedelta(days=min(days, _MOST_DAYS))

    # ------------------------------------------------------------------- in the store's thread

    def _on_kept(self, done: Future[None] | Future[int]) -> None:
        error = done.exception()
        if isinstance(error, AgentDeskError):
            self._on_trouble(error)
        elif error is not None:
            _log.error("something could not be kept", exc_info=error)

    def _on_trouble(self, error: AgentDeskError) -> None:
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # closed: nobody is there to be told
                loop.call_soon_threadsafe(self._tell, error)

    # ------------------------------------------------------------------- in the loop's thread

    def _tell(self, error: AgentDeskError) -> None:
        if error.code not in self._told:
            self._told.add(error.code)
            self._notice(error)
