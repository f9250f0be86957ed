"""What the recording guard can be reached by from outside the program's own windows."""

from __future__ import annotations

from dataclasses import dataclass

from agent_desk.core.foreground import FrontSupport


@dataclass(frozen=True, slots=True)
class GuardReach:
    """How it stands, for the settings page.

    ``front``: whether titles of windows can be seen here. ``is_door_open``: programs of this user
    can ask; ``has_door_failed``: they should, and it could not be opened.
    """

    front: FrontSupport = FrontSupport.UNKNOWN
    is_door_open: bool = False
    has_door_failed: bool = False
