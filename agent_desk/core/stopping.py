"""Being asked to stop while nobody can listen yet, and leaving in time in any case."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import FrameType

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)

PATIENCE_S: Final = 1.7
"""What was asked to stop has to be gone after two seconds."""


class EarlyStop:
    """A signal handler that only remembers: while modules are imported there is no loop to tell.

    Whoever takes the signals over asks ``was_asked`` afterwards.
    """

    def __init__(self) -> None:
        self.was_asked = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        """What Python calls between two bytecodes after the signal."""
        self.was_asked = True

    def install(self) -> None:
        """Listen from now on, and know what was heard before; on the main thread only."""
        for number in SIGNALS:
            before = signal.getsignal(number)
            if isinstance(before, EarlyStop):
                self.was_asked |= before.was_asked
            signal.signal(number, self)


def leave_in_time(exit_code: int = 0) -> None:
    """End the process in ``PATIENCE_S`` seconds if it has not ended by itself until then.

    A name look-up that hangs in the resolver cannot be cancelled, and Python would wait for its
    thread.
    """
    last_resort = threading.Timer(PATIENCE_S, os._exit, (exit_code,))
    last_resort.daemon = True
    last_resort.start()
