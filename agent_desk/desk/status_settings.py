"""What a person has chosen about the status that is set by itself; light, for the settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LEAVE_IT: Final = 0
"""No status: nothing is set by itself."""


@dataclass(frozen=True, slots=True)
class StatusSettings:
    """One person's choices; nothing happens by itself unless they want it.

    ``locked_code`` is the status while this PC is locked. With ``asks_on_quit`` whoever quits is
    asked whether to be logged out.
    """

    locked_code: int = LEAVE_IT
    asks_on_quit: bool = False


USUAL_STATUS: Final = StatusSettings()
