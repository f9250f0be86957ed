"""An HTTP CONNECT proxy on loopback, as in an office network."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent_desk.core.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@dataclass(slots=True)
class ConnectProxy:
    """``tunnels`` lists the targets that were asked for, oldest first.

    With ``sign_in`` (``"user:password"``) it asks for that; with ``refusal`` it refuses every
    tunnel by that status; ``open_tunnels`` are up right now.
    """

    url: str = ""
    tunnels: list[str] = field(default_factory=list)
    sign_in: str = ""
    refusal: int | None = None
    open_tunnels: int = 0

    def answer(self, head: str) -> int:
        wanted = base64.b64encode(self.sign_in.encode()).decode()
        if (
            self.sign_in
            and f"proxy-authorization: basic {wanted.casefold()}" not in head.casefold()
        ):
            return 407
        return self.refusal or 200

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        method, target, _ = head.split(" ", 2)
        self.tunnels.append(target)
        status = self.answer(head) if method == "CONNECT" else 405
        writer.write(f"HTTP/1.1 {status} Because\r\nContent-Length: 0\r\n\r\n".encode())
        if status != 200:
            return
        host, _, port = target.rpartition(":")
        far_reader, far_writer = await asyncio.open_connection(host, int(port))
        self.open_tunnels += 1
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(_pump(reader, far_writer))
                both.create_task(_pump(far_reader, writer))
        finally:
            self.open_tunnels -= 1
            await _close(far_writer)


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def connect_proxy() -> AsyncIterator[ConnectProxy]:
    """A proxy that runs inside the block."""
    proxy = ConnectProxy()
    scope = TaskScope("proxy")

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                await proxy.serve(reader, writer)
        finally:
            await _close(writer)

    server = await asyncio.start_server(
        lambda r, w: scope.start(serve(r, w), name="tunnel"), "127.0.0.1", 0
    )
    proxy.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield proxy
    finally:
        server.close()
        await scope.aclose()
        await server.wait_closed()
