"""Looking up host names without keeping anybody waiting."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from aiohttp.abc import AbstractResolver, ResolveResult

from agent_desk.core.threads import in_own_thread
from agent_desk.voicenter.proxies import is_loopback

if TYPE_CHECKING:
    from collections.abc import Callable


class OwnThreadResolver(AbstractResolver):
    """The system's look-up, each in a thread of its own.

    A look-up that hangs cannot be cancelled: in the loop's pool it would keep one of few workers,
    and the end of the program would wait for it. ``get_addresses`` is ``socket.getaddrinfo``.
    """

    def __init__(
        self, get_addresses: Callable[..., list[tuple[object, ...]]] | None = None
    ) -> None:
        self._get_addresses = get_addresses or socket.getaddrinfo

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """All addresses of ``host``; raises ``OSError``."""
        # Without a network card that is up Windows finds not even localhost by this flag.
        flags = 0 if is_loopback(host) else socket.AI_ADDRCONFIG
        kind = socket.SOCK_STREAM
        found = await in_own_thread(
            lambda: self._get_addresses(host, port, family=family, type=kind, flags=flags),
            name="look-up",
        )
        return [
            ResolveResult(
                hostname=host,
                host=str(address[0]),  # type: ignore[index]  # a tuple, as getaddrinfo says
                port=port,
                family=found_family,  # type: ignore[typeddict-item]  # a number, likewise
                proto=0,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for found_family, _, _, _, address in found
        ]

    async def close(self) -> None:
        """Nothing is kept."""
