"""Work that may block for ever, in threads that nobody waits for."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


async def in_own_thread(work: Callable[[], T], *, name: str) -> T:
    """``work()`` in a daemon thread of that name.

    Unlike a pool's thread it takes nobody's place, and the end of the program does not wait for
    it. Cancelling this abandons the thread.
    """
    run, outcome = as_job(work)
    threading.Thread(target=run, name=name, daemon=True).start()
    return await asyncio.wrap_future(outcome)


def as_job(work: Callable[[], T]) -> tuple[Callable[[], None], Future[T]]:
    """A call for another thread that does ``work``, and the future of what it comes to.

    Whoever waits for that future cannot cancel the work.
    """
    outcome: Future[T] = Future()
    outcome.set_running_or_notify_cancel()

    def run() -> None:
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - carried over to the caller as it is
            outcome.set_exception(error)
        else:
            outcome.set_result(result)

    return run, outcome


class OwnThreadLookUps:
    """A mixin for event loops: looking up a host name happens in a thread of its own.

    asyncio's own way takes a worker of the default pool, and a look-up that hangs cannot be
    cancelled: it keeps one of few workers, and the end of the program waits for it.
    """

    async def getaddrinfo(
        self,
        host: bytes | str | None,
        port: bytes | str | int | None,
        *,
        family: int = 0,
        type: int = 0,  # noqa: A002 - asyncio's name
        proto: int = 0,
        flags: int = 0,
    ) -> list[tuple[Any, ...]]:
        """As ``socket.getaddrinfo``."""

        def look_up() -> list[tuple[Any, ...]]:
            return list(socket.getaddrinfo(host, port, family, type, proto, flags))

        return await in_own_thread(look_up, name="look-up")


if sys.platform == "win32":
    _PlainLoop = asyncio.ProactorEventLoop
else:
    _PlainLoop = asyncio.SelectorEventLoop


class PlainEventLoop(OwnThreadLookUps, _PlainLoop):
    """asyncio's loop with that mixin, for commands without a window."""
