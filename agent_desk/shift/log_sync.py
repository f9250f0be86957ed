"""Keeps the history as complete as the call log: the last days at first, then what is new."""

from __future__ import annotations

import asyncio
import logging
from contextlib import aclosing
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from agent_desk.core.errors import AgentDeskError
from agent_desk.desk.history import SyncProgress
from agent_desk.shift.logged_rows import logged_rows
from agent_desk.voicenter.call_log_pull import CallFilter, CallLogPull
from agent_desk.voicenter.call_log_windows import Window, second_of
from agent_desk.voicenter.errors import ApiCodeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Future
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.desk.logged import LoggedRow
    from agent_desk.voicenter.call_log import CallLog, CallRecord

SETTLED_AFTER: Final = timedelta(hours=6)
"""A call is in the log minutes after its end, under the moment of its beginning: what began so
long ago is complete, unless somebody talked for hours."""
FOR_EVER_DAYS: Final = 365
"""So far back the log is read where calls are kept without end."""
EVERY_S: Final = 600.0
AFTER_CALL_S: Final = 120.0
_AT_MOST_EVERY_S: Final = 30.0
_FIRST_WAIT_S: Final = 30.0
_SLICE: Final = 200

_log = logging.getLogger(__name__)


class History(Protocol):
    """Where the rows are kept: ``store.calls.CallHistory``."""

    def log(self, rows: Iterable[LoggedRow]) -> Future[int]:
        """Keep these; how many were new."""
        ...

    def cover(self, since: datetime, until: datetime, scope: str = "") -> Future[None]:
        """All of that time was kept."""
        ...

    async def covered(self, scope: str = "") -> tuple[tuple[datetime, datetime], ...]:
        """Of which times everything is kept."""
        ...


class LogSync:
    """Reads the call log of the agent's own extensions into ``history``.

    ``run`` it once the extensions are known. ``tell`` hears how a pull stands, ``on_news`` that
    there are calls in the history that were not there before. What the log tells of the last hours
    is asked for again each time, for it fills late.
    """

    def __init__(
        self,
        call_log: CallLog,
        history: History,
        clock: Clock,
        *,
        tell: Callable[[SyncProgress], None],
        on_news: Callable[[], None],
    ) -> None:
        self._pull = CallLogPull(call_log)
        self._history = history
        self._clock = clock
        self._tell = tell
        self._on_news = on_news
        self._wanted = asyncio.Event()
        self._due_at = 0.0
        self._is_asked = False
        self._limit: asyncio.Timeout | None = None
        self._is_stopped = False

    def ask(self) -> None:
        """Somebody wants to see what is new, or there is another API code: pull now."""
        self._is_asked = True
        self._due_at = self._clock.monotonic()
        self._wanted.set()

    def call_ended(self) -> None:
        """The log will tell of a call in a while."""
        due_at = self._clock.monotonic() + AFTER_CALL_S
        if due_at < self._due_at:
            self._due_at = due_at
            self._wanted.set()

    def cancel(self) -> None:
        """Let the pull that is under way be: what has come is kept, the next one goes on."""
        if self._limit is not None:
            self._is_stopped = True
            self._limit.reschedule(asyncio.get_running_loop().time())

    async def run(self, own: frozenset[str], days: int) -> None:
        """Pull the last ``days`` (0: without end) and then whatever is new, until cancelled."""
        days = days or FOR_EVER_DAYS
        wait_s = _FIRST_WAIT_S
        while True:
            self._is_asked = False
            error = await self._pull_once(own, days)
            now = self._clock.monotonic()
            if self._is_asked:
                self._due_at = now
            elif error is None:
                self._due_at, wait_s = now + EVERY_S, _FIRST_WAIT_S
            elif isinstance(error, ApiCodeError):
                self._due_at = now + EVERY_S  # or once there is another code
            else:
                self._due_at, wait_s = now + wait_s, min(2 * wait_s, EVERY_S)
            await self._wait(now + _AT_MOST_EVERY_S)

    async def _wait(self, earliest: float) -> None:
        """Until the next pull is due; ``ask`` is heard at once, a flood of calls is not."""
        while (left_s := self._due_at - self._clock.monotonic()) > 0:
            self._wanted.clear()
            try:
                async with asyncio.timeout(left_s):
                    await self._wanted.wait()
            except TimeoutError:
                continue
            if self._due_at > self._clock.monotonic():
                self._due_at = max(self._due_at, earliest)

    async def _pull_once(self, own: frozenset[str], days: int) -> AgentDeskError | None:
        """One pull to its end, or to where somebody stopped it; the result says why it failed."""
        found: AgentDeskError | None = None
        try:
            async with asyncio.timeout(None) as self._limit:
                await self._pull_all(own, days)
        except AgentDeskError as error:
            _log.info("the history is not up to date: %s", error.code)
            found = error
        except TimeoutError:
            if not self._is_stopped:
                raise
        finally:
            self._limit, self._is_stopped = None, False
        code, detail = ("", "") if found is None else (found.code, found.message)
        self._tell(SyncProgress(error_code=code, detail=detail))
        return found

    async def _pull_all(self, own: frozenset[str], days: int) -> None:
        now = self._clock.now()
        scope = " ".join(sorted(own))
        settled = second_of(now - SETTLED_AFTER)
        period = Window.of(now - timedelta(days=days), now)
        spans = await self._history.covered(scope)
        covered = tuple(Window.up_to(since, until) for since, until in spans if since < until)
        kept = set(covered)
        only = CallFilter(extensions=tuple(sorted(own)))
        async with aclosing(self._pull.batches(period, only, covered=covered)) as batches:
            async for batch in batches:
                stands = SyncProgress(True, batch.done, batch.total, period.began)  # noqa: FBT003
                self._tell(stands)
                if await self._keep(batch.rows, own):
                    self._on_news()
                for window in batch.covered:
                    until = min(window.until, settled)
                    if window not in kept and until > window.began:
                        await asyncio.wrap_future(self._history.cover(window.began, until, scope))
                    kept.add(window)

    async def _keep(self, rows: Sequence[CallRecord], own: frozenset[str]) -> int:
        """Keep ``rows``, a few at a time, for the window wants to be painted; how many were new."""
        news = 0
        for start in range(0, len(rows), _SLICE):
            part = logged_rows(rows[start : start + _SLICE], own)
            news += await asyncio.wrap_future(self._history.log(part))
        return news
