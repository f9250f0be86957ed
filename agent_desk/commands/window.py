"""No command: the window, once for each user. A later start hands over its wish and leaves."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from agent_desk.commands.errors import DONE
from agent_desk.core.errors import StorageError
from agent_desk.system.directories import Directories
from agent_desk.system.single_instance import ACTIVATION_VARIABLE, Wish, claim, meeting_place

if TYPE_CHECKING:
    from agent_desk.core.stopping import EarlyStop
    from agent_desk.options import WindowOptions
    from agent_desk.system.single_instance import FirstInstance


def run_one_window(options: WindowOptions, stop: EarlyStop) -> int:
    """The exit code of the process; raises ``StillRunningError`` where the first one hangs.

    The windows are imported only by the start that opens them: another one is gone in a fraction
    of a second. Without a place to meet, each start has a window of its own.
    """
    wish = Wish(options.number, os.environ.get(ACTIVATION_VARIABLE, ""))
    first: FirstInstance | None = None
    try:
        place = meeting_place(Directories.of_this_user())
        first = claim(place, wish, is_stopped=lambda: stop.was_asked)
        if first is None:
            return DONE
    except StorageError:
        pass
    from agent_desk.start import run_window

    return run_window(options, first)
