"""Being asked to stop while nobody can listen yet, and leaving in time in any case."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import FrameType

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)

# What was asked to stop has to be gone after two seconds.
_PATIENCE_S: Final = 1.7


class EarlyStop:
    """A signal handler that only remembers: while modules are imported there is no loop to tell.

    Whoever takes the signals over asks ``was_asked_early()`` before.
    """

    def __init__(self) -> None:
        self.was_asked = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        """What Python calls between two bytecodes after the signal."""
        self.was_asked = True

    def install(self) -> None:
        """Listen from now on, and know what was heard before; on the main thread only."""
        self.was_asked |= was_asked_early()
        for number in SIGNALS:
            signal.signal(number, self)


def was_asked_early() -> bool:
    """Whether an ``EarlyStop`` that still listens has heard a signal."""
    handlers = (signal.getsignal(number) for number in SIGNALS)
    return any(isinstance(handler, EarlyStop) and handler.was_asked for handler in handlers)


def leave_in_time(exit_code: int = 0) -> None:
    """End the process in 1.7 seconds if it has not ended by itself until then.

    A name look-up that hangs in the resolver cannot be cancelled, and Python would wait for its
    thread.
    """
    last_resort = threading.Timer(_PATIENCE_S, os._exit, (exit_code,))
    last_resort.daemon = True
    last_resort.start()
