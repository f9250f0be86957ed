"""Every task has an owner: a scope that names, watches, cancels and awaits it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

T = TypeVar("T")

_log = logging.getLogger(__name__)


class TaskScope:
    """Owns the tasks of one component until ``aclose()``.

    A task that fails is logged with its traceback and handed to ``on_error``; it never takes its
    siblings along. After ``aclose()`` began, ``start`` refuses. Not thread-safe: use it on the
    loop's own thread.
    """

    def __init__(
        self, name: str, *, on_error: Callable[[BaseException], None] | None = None
    ) -> None:
        self._name = name
        self._on_error = on_error
        self._tasks: set[asyncio.Task[Any]] = set()
        self._is_closed = False

    def start(self, work: Coroutine[Any, Any, T], *, name: str) -> asyncio.Task[T]:
        """Run ``work`` in the background as ``<scope>.<name>``."""
        if self._is_closed:
            work.close()
            msg = f"scope {self._name} is closed"
            raise RuntimeError(msg)
        task = asyncio.get_running_loop().create_task(work, name=f"{self._name}.{name}")
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)
        return task

    def __len__(self) -> int:
        return len(self._tasks)

    async def aclose(self) -> None:
        """Cancel every task and wait until the last one is gone."""
        self._is_closed = True
        while self._tasks:
            for task in list(self._tasks):
                task.cancel()
            # Not gather: from Python 3.12 on it gives tasks that are done back at once, without a
            # turn of the loop, and _on_task_done would never come to take them off the list.
            await asyncio.wait(self._tasks)

    def _on_task_done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            _log.error("task %s failed", task.get_name(), exc_info=error)
            if self._on_error is not None:
                self._on_error(error)
