"""What is imported only after the window is there."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def import_network() -> ModuleType:
    """The part of the program that needs the network libraries: ``agent_desk.shift.opening``.

    Imported and prepared in a worker after the first paint: on the window's thread it would hold
    everything up for half a second. The settings page comes along: nobody sees it before.
    """
    import_module("agent_desk.ui.settings_page")
    module = import_module("agent_desk.shift.opening")
    module.prepare()
    # What is imported stays to the end. Out of the collector's sight it no longer makes a full
    # collection hold up the window for 20 to 50 ms.
    gc.freeze()
    return module
