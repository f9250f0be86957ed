"""One thread, one loop: Qt and asyncio together.

The only module that imports qasync, and of it only ``QEventLoop``.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import qasync
from PySide6.QtCore import QCoreApplication, QTimer

from agent_desk.core.stopping import SIGNALS, was_asked_early
from agent_desk.core.threads import OwnThreadLookUps

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from types import TracebackType

_log = logging.getLogger(__name__)
T = TypeVar("T")

WORKERS = 4


class QtEventLoop(OwnThreadLookUps, qasync.QEventLoop):  # type: ignore[misc]  # qasync ships no types
    """qasync's loop with one change: what runs, runs inside Qt's loop and nowhere else.

    The stock ``run_until_complete`` goes on stepping tasks after ``exec()`` has returned, which
    hangs or crashes at shut-down. This one stops Qt from a done-callback and returns the result.
    """

    def run_until_complete(self, future: Any) -> Any:  # noqa: ANN401 - the signature of asyncio
        """Run Qt's loop until ``future`` is done, then return its result or raise its error."""
        task = asyncio.ensure_future(future, loop=self)  # noqa: TID251 - this is the owner itself
        task.add_done_callback(self._stop_when_done)
        try:
            self.run_forever()
        finally:
            task.remove_done_callback(self._stop_when_done)
        if not task.done():
            msg = "the event loop was stopped before its main task was done"
            raise RuntimeError(msg)
        return task.result()

    def _stop_when_done(self, _task: asyncio.Future[Any]) -> None:
        self.stop()


def new_event_loop(app: QCoreApplication) -> QtEventLoop:
    """A loop that runs asyncio inside ``app``; blocking work goes to a small thread pool."""
    loop = QtEventLoop(app, set_running_loop=False)
    loop.set_default_executor(ThreadPoolExecutor(WORKERS, thread_name_prefix="worker"))
    return loop


def install_hooks(loop: asyncio.AbstractEventLoop) -> None:
    """Send what escapes from slots and from tasks to the log.

    Both hooks are needed: Qt's slots end in ``sys.excepthook``, tasks in the loop's handler.
    """

    def on_slot_error(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        _log.error("unexpected error", exc_info=(kind, error, trace))

    def on_task_error(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        _log.error("unexpected error in a task: %s", context.get("message"), exc_info=error)

    sys.excepthook = on_slot_error
    loop.set_exception_handler(on_task_error)


def on_stop_signals(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    """Call ``stop`` on SIGINT and SIGTERM; at once where one has come before there was a loop."""
    was_asked = was_asked_early()
    if sys.platform != "win32":
        for number in SIGNALS:
            loop.add_signal_handler(number, stop)
    else:
        for number in SIGNALS:
            signal.signal(number, lambda *_args: stop())
        # Python runs signal handlers only between bytecodes: wake it once a second.
        timer = QTimer(QCoreApplication.instance())
        timer.timeout.connect(lambda: None)
        timer.start(1000)
    if was_asked:
        stop()


def run(app: QCoreApplication, main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run ``main()`` to its end on a fresh loop bound to ``app``."""
    with asyncio.Runner(loop_factory=lambda: new_event_loop(app)) as runner:
        return runner.run(main())
