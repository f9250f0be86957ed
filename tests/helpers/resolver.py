"""Names that lead to loopback, until they do not."""

from __future__ import annotations

import asyncio
import socket
from enum import Enum

from aiohttp.abc import AbstractResolver, ResolveResult


class NameService(Enum):
    """How the name server behaves."""

    ANSWERING = "answering"
    FAILING = "failing"
    SILENT = "silent"


class LoopbackResolver(AbstractResolver):
    """Resolves every name to 127.0.0.1 while it is ``ANSWERING``; ``asked`` lists the names."""

    def __init__(self) -> None:
        self.service = NameService.ANSWERING
        self.asked: list[str] = []

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002 - aiohttp's signature
    ) -> list[ResolveResult]:
        self.asked.append(host)
        if self.service is NameService.SILENT:
            await asyncio.get_running_loop().create_future()
        if self.service is NameService.FAILING:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [
            ResolveResult(
                hostname=host,
                host="127.0.0.1",
                port=port,
                family=socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Nothing is kept."""
