"""A relay that understands websockets and does to Socket.IO events what no TCP fault could."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

import aiohttp
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_EVENT: Final = "42"
_MAX_MESSAGE: Final = 16 * 1024 * 1024
_STOP_S: Final = 1.0


@dataclass
class Mischief:
    """What happens to each event on its way to the client; other packets pass unharmed.

    ``copies`` go out of each, ``drop_share`` of them never arrive, each takes up to ``jitter_s``
    of its own, so that they overtake each other by as much; ``is_holding`` keeps them all. Only
    names in ``only`` are touched where that is not empty. The dice are seeded.
    """

    copies: int = 1
    drop_share: float = 0.0
    jitter_s: float = 0.0
    is_holding: bool = False
    only: frozenset[str] = frozenset()
    rng: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311 - dice

    def concerns(self, frame: str) -> bool:
        """Whether ``frame`` is an event that may be harmed."""
        if not frame.startswith(_EVENT):
            return False
        return not self.only or any(frame.startswith(f'42["{name}"') for name in self.only)


@dataclass
class Counts:
    """How many events came, went out, were dropped and were overtaken."""

    taken: int = 0
    given: int = 0
    dropped: int = 0
    overtaken: int = 0


class FrameRelay:
    """``async with FrameRelay(sandbox.url) as relay:`` is a monitor server at ``relay.url``."""

    def __init__(self, target_url: str, *, seed: int = 1) -> None:
        self.mischief = Mischief(rng=random.Random(seed))  # noqa: S311 - dice
        self.counts = Counts()
        self.url = ""
        self._target_url = target_url
        app = web.Application()
        app.router.add_get("/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, shutdown_timeout=_STOP_S, access_log=None)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_exc_info: object) -> None:
        assert self._session is not None
        await self._session.close()
        await self._runner.cleanup()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        assert self._session is not None
        try:
            server = await self._session.ws_connect(
                f"{self._target_url}{request.path_qs}", max_msg_size=_MAX_MESSAGE
            )
        except aiohttp.WSServerHandshakeError as error:
            return web.Response(status=error.status)
        client = web.WebSocketResponse(compress=False, max_msg_size=_MAX_MESSAGE)
        await client.prepare(request)
        outbox = _Outbox(self.mischief, self.counts)
        async with asyncio.TaskGroup() as group:
            writing = group.create_task(outbox.write(client))
            up = group.create_task(_pass_on(client, server.send_str))
            down = group.create_task(_pass_on(server, outbox.put))
            await asyncio.wait((up, down, writing), return_when=asyncio.FIRST_COMPLETED)
            await server.close()
            await client.close()
            for task in (up, down, writing):
                task.cancel()
        return client


class _Outbox:
    """What waits for its turn to go to one client."""

    def __init__(self, mischief: Mischief, counts: Counts) -> None:
        self._mischief = mischief
        self._counts = counts
        self._waiting: list[tuple[float, int, bool, str]] = []
        self._order = itertools.count()
        self._last = -1
        self._has_news = asyncio.Event()

    async def put(self, frame: str) -> None:
        mischief = self._mischief
        now = asyncio.get_running_loop().time()
        is_event = mischief.concerns(frame)
        self._counts.taken += is_event
        if is_event and mischief.rng.random() < mischief.drop_share:
            self._counts.dropped += 1
            return
        for _ in range(mischief.copies if is_event else 1):
            due = now + (mischief.rng.uniform(0, mischief.jitter_s) if is_event else 0.0)
            heapq.heappush(self._waiting, (due, next(self._order), is_event, frame))
        self._has_news.set()

    async def write(self, client: web.WebSocketResponse) -> None:
        loop = asyncio.get_running_loop()
        while not client.closed:
            if not self._waiting:
                self._has_news.clear()
                await self._has_news.wait()
                continue
            due, order, is_event, frame = self._waiting[0]
            if due > loop.time() or (self._mischief.is_holding and is_event):
                await asyncio.sleep(min(max(due - loop.time(), 0.001), 0.01))
                continue
            heapq.heappop(self._waiting)
            self._counts.given += is_event
            self._counts.overtaken += order < self._last
            self._last = max(self._last, order)
            try:
                await client.send_str(frame)
            except ConnectionError:
                return


async def _pass_on(
    source: aiohttp.ClientWebSocketResponse | web.WebSocketResponse,
    give: Callable[[str], Awaitable[None]],
) -> None:
    async for message in source:
        if message.type is not aiohttp.WSMsgType.TEXT:
            return
        try:
            await give(message.data)
        except ConnectionError:
            return
