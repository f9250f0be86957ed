"""Which monitor server is next, and which generation of the protocol it is spoken to in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_MAJOR: Final = re.compile(r"\s*v?(\d{1,3})\b")
_LAST_OF_GENERATION_3: Final = 2


class Monitors:
    """The fail-over list, best first; ``current`` is the one to try."""

    def __init__(self) -> None:
        self._servers: tuple[str, ...] = ()
        self._index = 0

    def __len__(self) -> int:
        return len(self._servers)

    @property
    def current(self) -> str:
        """The server that is or will be connected to; ``""`` before a list came."""
        return self._servers[self._index] if self._servers else ""

    @property
    def first(self) -> str:
        """The best one."""
        return self._servers[0] if self._servers else ""

    def update(self, servers: tuple[str, ...]) -> None:
        """Take over the list of a new sign-in; stays with the current server if it is listed."""
        if servers == self._servers:
            return
        current = self.current
        self._servers = servers
        self._index = servers.index(current) if current in servers else 0

    def advance(self) -> None:
        """The current one failed: the next is due, after the last the first."""
        if self._servers:
            self._index = (self._index + 1) % len(self._servers)

    def select(self, server: str) -> None:
        """``server`` is connected; without effect where it is not listed."""
        if server in self._servers:
            self._index = self._servers.index(server)


class Generations:
    """The Engine.IO generation of each server, as remembered, hinted at or guessed."""

    def __init__(self, memory: MutableMapping[str, int]) -> None:
        self._memory = memory

    def candidates(self, server: str, client_version: str) -> tuple[int, int]:
        """Both generations, the likelier first.

        What the server itself proved counts most, then the version of the client script that the
        login answer names (1.x and 2.x speak 3, later ones 4), then 3, as production does.
        """
        known = self._memory.get(server) or generation_of(client_version)
        return (4, 3) if known == 4 else (3, 4)  # noqa: PLR2004 - the generation

    def remember(self, server: str, protocol: int) -> None:
        """``server`` has opened the namespace in ``protocol``."""
        self._memory[server] = protocol


def generation_of(client_version: str) -> int | None:
    """The Engine.IO generation of a Socket.IO client version; ``None`` where there is none."""
    match = _MAJOR.match(client_version)
    if match is None:
        return None
    return 3 if int(match[1]) <= _LAST_OF_GENERATION_3 else 4
