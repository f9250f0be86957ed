"""Opening a link in the person's browser, as something that is handed in."""

from __future__ import annotations

from typing import Protocol


class Opener(Protocol):
    """Opens links that have already been checked."""

    def open(self, url: str) -> bool:
        """Open ``url`` outside the program; ``False`` where the system has no way to."""
        ...
