"""Small servers on loopback for answers that no Voicenter would give."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import json
import os
import socket
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Mapping


@dataclass(frozen=True, slots=True)
class Canned:
    """An answer: text and bytes as they are, anything else as JSON."""

    body: object = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    is_silent: bool = False  # nothing comes until the server is shut down

    @property
    def content(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    peer: object = None


@dataclass(slots=True)
class LocalServer:
    """``url`` is its origin; ``requests`` what it was asked, oldest first."""

    url: str
    requests: list[Received]


@asynccontextmanager
async def serving(
    *answers: Canned, tls: ssl.SSLContext | None = None
) -> AsyncIterator[LocalServer]:
    """A server that gives ``answers`` in turn, the last one again and again."""
    requests: list[Received] = []
    is_over = asyncio.Event()
    earlier_tasks = asyncio.all_tasks()

    async def handle(request: web.Request) -> web.Response:
        text = await request.text()
        with contextlib.suppress(ValueError):
            text = json.loads(text)
        peer = request.transport and request.transport.get_extra_info("peername")
        requests.append(
            Received(request.method, request.path, request.headers, request.query, text, peer)
        )
        answer = answers[min(len(requests), len(answers)) - 1]
        if answer.is_silent:
            await is_over.wait()
        headers = {"Content-Type": "application/json", **answer.headers}
        return web.Response(body=answer.content, status=answer.status, headers=headers)

    app = web.Application(client_max_size=32 * 1024 * 1024)
    app.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield LocalServer(f"http{'s' if tls else ''}://127.0.0.1:{port}", requests)
    finally:
        is_over.set()
        await runner.cleanup()
        # A TLS handshake that the client gave up is cleared away by a task of the loop's own.
        accepting = [
            task
            for task in asyncio.all_tasks() - earlier_tasks
            if "_accept_connection" in str(task.get_coro())
        ]
        if accepting:
            await asyncio.wait(accepting, timeout=1)


@asynccontextmanager
async def raw_server(*pieces: bytes, pause_s: float = 0.0) -> AsyncIterator[LocalServer]:
    """A server that reads the head of a request, sends ``pieces`` and closes the connection."""
    requests: list[Received] = []
    handlers: set[asyncio.Task[Any]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        handlers.add(task)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            method, path, _ = head.split(" ", 2)
            requests.append(Received(method, path, {}, {}, None))
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(pause_s)
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # the client left first, or the test is over
        finally:
            handlers.discard(task)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield LocalServer(f"http://127.0.0.1:{port}", requests)
    finally:
        server.close()
        for task in list(handlers):
            task.cancel()
        await asyncio.gather(*handlers, return_exceptions=True)
        await server.wait_closed()


async def free_port() -> int:
    """A port of loopback where nobody listens, kept from those who take any port."""
    keeper = socket.socket()
    if os.name == "posix":
        # So that a server that is told this very port gets it.
        keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    keeper.bind(("127.0.0.1", 0))
    atexit.register(keeper.close)
    port: int = keeper.getsockname()[1]
    return port
