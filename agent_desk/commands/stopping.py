"""SIGINT and SIGTERM as a polite request, from the first moment on."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TypeVar

from agent_desk.commands.errors import InterruptedRunError
from agent_desk.core.stopping import SIGNALS, leave_in_time, was_asked_early
from agent_desk.core.tasks import TaskScope
from agent_desk.core.threads import PlainEventLoop

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

T = TypeVar("T")


class StopRequest:
    """Remembers that the program was asked to stop, before and while a loop runs.

    What an ``EarlyStop`` has heard before counts, too. ``exit_code`` is what the process ends with
    if it does not manage to end by itself.
    """

    def __init__(self, exit_code: int = 0) -> None:
        self._exit_code = exit_code
        self._is_made = False
        self._pass_on: Callable[[], None] | None = None
        was_asked = was_asked_early()
        for number in SIGNALS:
            signal.signal(number, lambda *_args: self._on_signal())
        if was_asked:
            self._on_signal()

    def _on_signal(self) -> None:
        if not self._is_made:
            self._is_made = True
            leave_in_time(self._exit_code)
        if self._pass_on is not None:
            self._pass_on()

    def run(self, main: Callable[[asyncio.Event], Coroutine[None, None, T]]) -> T:
        """Run ``main(stop)`` on a fresh loop; ``stop`` is set by the first signal."""

        async def run() -> T:
            loop = asyncio.get_running_loop()
            stop = asyncio.Event()
            if sys.platform == "win32":
                self._pass_on = lambda: loop.call_soon_threadsafe(stop.set)
            else:
                self._pass_on = stop.set
                for number in SIGNALS:
                    loop.add_signal_handler(number, self._on_signal)
            if self._is_made:
                stop.set()
            try:
                return await main(stop)
            finally:
                self._pass_on = None

        with asyncio.Runner(loop_factory=PlainEventLoop) as runner:
            return runner.run(run())


async def until_stopped(work: Coroutine[None, None, T], stop: asyncio.Event) -> T:
    """The result of ``work``, cancelled when ``stop`` is set: ``InterruptedRunError`` then."""
    task = asyncio.current_task()
    if task is None:
        raise RuntimeError

    async def watch() -> None:
        await stop.wait()
        task.cancel()

    scope = TaskScope("command")
    scope.start(watch(), name="stop")
    try:
        return await work
    except asyncio.CancelledError:
        if not stop.is_set() or task.uncancel() > 0:
            raise
        raise InterruptedRunError from None
    finally:
        await scope.aclose()


@contextmanager
def prompting() -> Iterator[None]:
    """While a prompt blocks the loop, a signal ends the prompt with ``InterruptedRunError``."""

    def interrupt(*_args: object) -> NoReturn:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in SIGNALS}
    try:
        yield
    except KeyboardInterrupt:
        raise InterruptedRunError from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
