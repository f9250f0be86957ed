"""A TCP relay on loopback that does to connections what an office network does."""

from __future__ import annotations

import asyncio
import socket
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

from agent_desk.core.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST: Final = "127.0.0.1"
_CHUNK: Final = 65536
_RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)  # SO_LINGER: on, for no time at all


@dataclass
class Way:
    """What happens to the bytes of one direction, those of open connections included.

    ``delay_s`` postpones each of them, ``piece`` bounds how many are written at once, swallowed
    ones are lost for good.
    """

    delay_s: float = 0.0
    piece: int | None = None
    is_swallowing: bool = False
    _flows: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._flows.set()

    def hold(self) -> None:
        """Keep what comes, as a network does that lost its route: TCP sends it again later."""
        self._flows.clear()

    def release(self) -> None:
        """Let go of what was kept, in order."""
        self._flows.set()

    @property
    def is_flowing(self) -> bool:
        return self._flows.is_set()

    async def until_flowing(self) -> None:
        """Return once nothing is held."""
        await self._flows.wait()

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """``data`` as it is to be written."""
        size = self.piece or len(data)
        return (data[at : at + size] for at in range(0, len(data), size))


@dataclass(eq=False)
class Passage:
    """One client's connection; counts the bytes that went through, up to the server and down."""

    client: asyncio.StreamWriter
    server: asyncio.StreamWriter | None = None
    bytes_up: int = 0
    bytes_down: int = 0
    is_open: bool = True
    is_mute: bool = False
    task: asyncio.Task[None] | None = field(default=None, repr=False)

    def mute(self) -> None:
        """Swallow all that it carries from now on; others go on."""
        self.is_mute = True

    def cut(self, *, reset: bool) -> None:
        """End it on both sides at once, by RST or by FIN."""
        for writer in (self.client, self.server):
            if writer is None:
                continue
            if reset:
                tcp: socket.socket = writer.get_extra_info("socket")
                tcp.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            writer.transport.abort()
        if self.task is not None:
            self.task.cancel()


class TcpRelay:
    """``async with TcpRelay(port) as relay:`` takes connections for that port of loopback.

    ``up`` and ``down`` are the two ways; both may be changed at any time, and so may
    ``target_port``, for connections to come. ``passages`` are all there ever were, oldest first.
    """

    def __init__(self, target_port: int) -> None:
        self.target_port = target_port
        self.port = 0
        self.up = Way()
        self.down = Way()
        self.passages: list[Passage] = []
        self._scope = TaskScope("relay")
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        await self.accept()
        return self

    async def __aexit__(self, *_exc_info: object) -> None:
        self.refuse()
        self.cut()
        await self._scope.aclose()

    @property
    def open_passages(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.is_open]

    def url(self, scheme: str = "http", host: str = HOST) -> str:
        """This relay as the base of an address."""
        return f"{scheme}://{host}:{self.port}"

    async def accept(self) -> None:
        """Take connections, on the same port as before."""
        if self._server is None:
            self._server = await asyncio.start_server(self._on_client, HOST, self.port)
            self.port = self._server.sockets[0].getsockname()[1]

    def refuse(self) -> None:
        """Refuse new connections; those that exist go on."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def cut(self, *, reset: bool = False) -> None:
        """End every connection: the server has died, or something between here and there."""
        for passage in self.open_passages:
            passage.cut(reset=reset)

    def swallow(self) -> None:
        """Lose every byte of both ways, while connections stay open and new ones are taken."""
        self.up.is_swallowing = self.down.is_swallowing = True

    def hold(self) -> None:
        """Keep every byte of both ways back."""
        self.up.hold()
        self.down.hold()

    def slow_down(self, delay_s: float) -> None:
        """Let every byte take so long in each direction."""
        self.up.delay_s = self.down.delay_s = delay_s

    def chop(self, piece: int) -> None:
        """Write at most so many bytes at once."""
        self.up.piece = self.down.piece = piece

    def mend(self) -> None:
        """Let bytes through as they come; what was held goes first."""
        for way in (self.up, self.down):
            way.delay_s, way.piece, way.is_swallowing = 0.0, None, False
            way.release()

    def _on_client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        passage = Passage(writer)
        self.passages.append(passage)
        passage.task = self._scope.start(self._serve(passage, reader), name="passage")

    async def _serve(self, passage: Passage, client: asyncio.StreamReader) -> None:
        try:
            server, passage.server = await asyncio.open_connection(HOST, self.target_port)
            up, down = asyncio.Queue[_Parcel](), asyncio.Queue[_Parcel]()
            async with asyncio.TaskGroup() as group:
                group.create_task(self._take(passage, client, up, self.up))
                group.create_task(self._take(passage, server, down, self.down))
                group.create_task(_give(passage.server, up, self.up))
                group.create_task(_give(passage.client, down, self.down))
        except* OSError:
            pass  # one side is gone; the other one follows
        finally:
            passage.is_open = False
            for writer in (passage.client, passage.server):
                if writer is not None:
                    writer.close()

    async def _take(
        self, passage: Passage, reader: asyncio.StreamReader, parcels: _Parcels, way: Way
    ) -> None:
        loop = asyncio.get_running_loop()
        while data := await reader.read(_CHUNK):
            if way is self.up:
                passage.bytes_up += len(data)
            else:
                passage.bytes_down += len(data)
            if not (way.is_swallowing or passage.is_mute):
                parcels.put_nowait((loop.time() + way.delay_s, data))
        if not way.is_flowing:
            passage.cut(reset=True)  # whoever gave up has forgotten the connection by then
        parcels.put_nowait((loop.time() + way.delay_s, b""))


_Parcel = tuple[float, bytes]  # when it is due, and what; nothing means the end
_Parcels = asyncio.Queue[_Parcel]


async def _give(writer: asyncio.StreamWriter, parcels: _Parcels, way: Way) -> None:
    loop = asyncio.get_running_loop()
    while True:
        due, data = await parcels.get()
        await asyncio.sleep(due - loop.time())
        await way.until_flowing()
        if not data:
            if writer.can_write_eof():
                writer.write_eof()
            return
        for piece in way.pieces(data):
            writer.write(piece)
            await writer.drain()
            if way.piece is not None:
                await asyncio.sleep(0)  # the far end reads this one before the next is written
