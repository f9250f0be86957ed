"""One thread that does one thing after the other."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from agent_desk.core.threads import as_job

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Worker:
    """Runs jobs in the order in which they were handed in, in a daemon thread of that name.

    The end of the program does not wait for the thread: a disk that hangs must not keep the
    program. ``aclose`` waits, so long and no longer. The thread starts with the first job.
    """

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._ended: Future[None] = Future()
        self._is_closed = False

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Have ``work()`` done; from any thread. Once handed in it is done, whoever waits or not.

        What it raises is the future's. Raises ``RuntimeError`` after ``aclose`` began.
        """
        if self._is_closed:
            msg = "this worker is closed"
            raise RuntimeError(msg)
        job, outcome = as_job(work)
        if self._thread.ident is None:
            self._thread.start()
        self._jobs.put(job)
        return outcome

    async def aclose(self, *, timeout_s: float) -> bool:
        """Take no more jobs, do those that were handed in, end; whether that was done in time."""
        if not self._is_closed:
            self._is_closed = True
            self._jobs.put(None)
        if self._thread.ident is None:
            return True
        ended = asyncio.wrap_future(self._ended)
        done, _ = await asyncio.wait([ended], timeout=timeout_s)
        return bool(done)

    def _work(self) -> None:
        self._ended.set_running_or_notify_cancel()
        while (job := self._jobs.get()) is not None:
            job()
        self._ended.set_result(None)
