"""One Socket.IO connection to one monitor server, from dialling to its end."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import engineio.exceptions
import socketio.exceptions

from agent_desk.voicenter.dialing import (
    LONG_POLLING,
    WEBSOCKET,
    Dialer,
    DialOptions,
    TokenRefusedError,
    WrongGenerationError,
)
from agent_desk.voicenter.engineio3 import SocketIo3, SocketIo4
from agent_desk.voicenter.errors import (
    ContractError,
    UnreachableError,
    VoicenterError,
)
from agent_desk.voicenter.long_polling import LongPollingDialer
from agent_desk.voicenter.websocket import WebSocketDialer

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.privacy import Secret

__all__ = ["DialOptions", "MonitorSocket"]

# ValueError is what engineio raises about an address that is none.
_LIBRARY_ERRORS: Final = (
    engineio.exceptions.EngineIOError,
    socketio.exceptions.SocketIOError,
    ValueError,
)
_GENERATIONS: Final = {3: SocketIo3, 4: SocketIo4}
_DIALERS: Final[dict[str, type[Dialer]]] = {
    WEBSOCKET: WebSocketDialer,
    LONG_POLLING: LongPollingDialer,
}


class MonitorSocket:
    """A connection to ``server`` in Engine.IO generation ``protocol`` (3 or 4).

    ``transport`` is ``WEBSOCKET``, or with generation 4 ``LONG_POLLING``.
    ``on_event(name, payload)`` is called in the order of arrival, from the reading task; it must
    not block. ``lost`` is done once the connection has ended by itself, with the reason.
    """

    def __init__(
        self,
        server: str,
        protocol: int,
        on_event: Callable[[str, object], None],
        options: DialOptions,
        transport: str = WEBSOCKET,
    ) -> None:
        self.server = server
        self.protocol = protocol
        self.lost: asyncio.Future[VoicenterError] = asyncio.get_running_loop().create_future()
        self._opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._on_event = on_event
        self._options = options
        self._transport = transport
        self._dialer = _DIALERS[transport](options)
        self._client = _GENERATIONS[protocol](self, self._dialer)
        self._is_closed = False

    @property
    def dropped(self) -> int:
        """How many frames or packets could not be decoded."""
        unread: int = self._client.dropped
        return unread + self._dialer.dropped

    @property
    def was_refused(self) -> bool:
        """Whether the server can be reached, but not by this transport."""
        return self._dialer.was_refused

    async def open(self, token: Secret) -> None:
        """Connect and wait for the namespace; raises a ``VoicenterError``, then ``aclose`` it.

        ``TokenRefusedError`` and ``WrongGenerationError`` ask for another try in another way.
        """
        url = f"{self.server}?token={quote(token.reveal(), safe='')}"
        try:
            async with asyncio.timeout(self._dialer.patience_s):
                await self._client.connect(url, transports=[self._transport], wait=False)
            for task in self._client.eio.tasks():
                task.add_done_callback(self._on_task_done)
            async with asyncio.timeout(self._options.namespace_s):
                either: set[asyncio.Future[Any]] = {self._opened, self.lost}
                await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        except TimeoutError as error:
            why = "The server did not answer in time."
            raise UnreachableError(why) from error
        except _LIBRARY_ERRORS as error:
            raise _own_error(error) from None  # theirs may quote the URL or what was received
        if self.lost.done():
            raise self.lost.result()

    async def emit(self, name: str, argument: object = None) -> None:
        """Queue an event for the server; without effect once the connection has ended."""
        if not self._is_closed and not self.lost.done() and self._opened.done():
            await self._client.emit(name, argument)

    async def aclose(self, *, is_polite: bool = True) -> None:
        """End the connection and every task of it; no event is delivered from now on.

        Without ``is_polite`` the far end, which may be dead, is not told. Cancelling this makes it
        impolite, not incomplete.
        """
        if self._is_closed:
            return
        self._is_closed = True
        is_polite = is_polite and self._opened.done() and not self.lost.done()
        self.lost.cancel()
        self._opened.cancel()
        try:
            await self._end_tasks()
            if is_polite:
                await self._dialer.part()
        finally:
            await self._dialer.aclose()

    async def _end_tasks(self) -> None:
        engine = self._client.eio
        tasks = set(engine.tasks())
        # First, since asyncio.wait_for of Python 3.11 may swallow a cancellation; engineio's tasks
        # then end because of this.
        engine.forget()
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    # ---- Listener

    def on_opened(self, *, has_sid: bool) -> None:
        """The namespace is open."""
        if self._opened.done():
            return
        if self.protocol == 4 and not has_sid:  # noqa: PLR2004 - the generation
            # Servers of generation 3 answer a client of 4 as if it were theirs, and cut it off
            # later, because it does not ping. Only theirs opens the namespace without an id.
            self._lose(WrongGenerationError())
        else:
            self._opened.set_result(None)

    def on_refused(self) -> None:
        """The server does not accept the token."""
        self._lose(TokenRefusedError())

    def on_event(self, name: str, payload: object) -> None:
        """Hand an event on."""
        if not self._is_closed:
            self._on_event(name, payload)

    def on_left(self) -> None:
        """The server has ended the connection, or engineio has given it up."""
        self._lose(self._dialer.why_ended())

    def _on_task_done(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled():
            task.exception()  # fetched, or asyncio would complain
        if not self._is_closed:
            self.on_left()

    def _lose(self, why: VoicenterError) -> None:
        if not self.lost.done():
            self.lost.set_result(why)


def _own_error(error: BaseException) -> VoicenterError:
    """Ours, where engineio has wrapped it."""
    cause: BaseException | None = error
    for _ in range(8):
        if cause is None:
            break
        if isinstance(cause, VoicenterError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return ContractError()
