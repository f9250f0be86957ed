"""The websocket under python-engineio: it rests the loop in bursts and knows how it ended."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, Final

import aiohttp

from agent_desk.voicenter.dialing import (
    BURST_S,
    MAX_MESSAGE_BYTES,
    Dialer,
    FrameError,
    WrongGenerationError,
    check_open_packet,
    dial_error,
)
from agent_desk.voicenter.errors import (
    ProxyError,
    RateLimitedError,
    UnreachableError,
    VoicenterError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_CLOSE_S: Final = 0.5
_DATA: Final = frozenset({aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY})
_NOTHING: Final = aiohttp.WSMessage(aiohttp.WSMsgType.TEXT, "6", None)  # Engine.IO's NOOP
_PARTING: Final = ("1", "41")  # the packets that end the transport and the namespace


class WebSocketDialer(Dialer):
    """One websocket."""

    _socket: WebSocket | None = None

    async def ws_connect(self, url: str, **_options: Any) -> WebSocket:  # noqa: ANN401 - engineio's
        """Open the websocket; called by engineio, whose options are replaced by ours."""
        # Proxies are looked up by scheme, and nobody knows one for wss.
        url = f"http{url.removeprefix('ws')}"
        proxy = await self._find_proxy(url)
        try:
            socket = await self._session.ws_connect(
                url,
                timeout=aiohttp.ClientWSTimeout(ws_close=_CLOSE_S),
                heartbeat=self._options.heartbeat_s,
                max_msg_size=MAX_MESSAGE_BYTES,
                proxy=proxy,
            )
        except (aiohttp.ClientError, OSError) as error:
            own = dial_error(error)
            self.was_refused = _is_refusal(error) and not isinstance(
                own, ProxyError | RateLimitedError
            )
            raise own from None
        self._socket = WebSocket(socket, self._is_dealt_with, self.on_ended)
        return self._socket

    def why_ended(self) -> VoicenterError:
        """Why nothing comes any more, once engineio has stopped reading."""
        if self._socket is None:
            return UnreachableError("The server ended the connection.")
        return self._socket.why_ended()

    async def part(self) -> None:
        """Say good-bye; waits half a second at most for the server's."""
        if self._socket is not None:
            try:
                async with asyncio.timeout(2 * _CLOSE_S):  # sending can be stuck, too
                    await self._socket.close()
            except TimeoutError:
                pass

    async def aclose(self) -> None:
        """Let go of the connection at once."""
        await super().aclose()
        if self._socket is not None:
            await self._socket.close()  # its transport is gone: this only lets go of it


class WebSocket:
    """The part of aiohttp's client websocket that engineio uses.

    In a burst frames that ``take`` deals with are handled one after the other without engineio's
    way through the loop for each, which on a Qt loop is dear; every ``BURST_S`` the loop gets its
    turn. ``on_ended`` is called when nothing more will come: engineio's own report of that can get
    stuck behind a frame it wants to send.
    """

    def __init__(
        self,
        socket: aiohttp.ClientWebSocketResponse,
        take: Callable[[str], bool],
        on_ended: Callable[[], None],
    ) -> None:
        self._socket = socket
        self._take = take
        self._on_ended = on_ended
        self._is_open = False
        self._is_burst = False
        self._is_waiting = False
        self._last: aiohttp.WSMessage | None = None

    async def receive(self) -> aiohttp.WSMessage:
        """The next message for engineio: a packet it must see, or the end of the connection.

        After a burst a packet that means nothing, so that engineio starts its wait for signs of
        life afresh.
        """
        if self._is_burst:
            await asyncio.sleep(0)
        end = time.monotonic() + BURST_S
        while True:
            message = await self._next_message()
            if not self._is_open:
                _check_open_message(message)
                self._is_open = True
            elif message.type is aiohttp.WSMsgType.TEXT and self._take(message.data):
                self._is_burst = time.monotonic() >= end
                if self._is_burst:
                    return _NOTHING
                continue
            return message

    async def _next_message(self) -> aiohttp.WSMessage:
        self._is_waiting = True
        try:
            message = await self._socket.receive()
        except asyncio.CancelledError:  # engineio has waited long enough
            self._on_ended()
            raise
        self._is_waiting = False
        self._last = message
        if message.type not in _DATA:
            self._on_ended()
        return message

    async def send_str(self, data: str) -> None:
        """Send a text frame."""
        await self._socket.send_str(data)

    async def send_bytes(self, data: bytes) -> None:
        """Send a binary frame."""
        await self._socket.send_bytes(data)

    async def close(self) -> None:
        """Say good-bye."""
        await self._socket.close()

    def why_ended(self) -> VoicenterError:
        """Why nothing comes any more, once engineio has stopped reading."""
        last = self._last
        if self._is_waiting or last is None:
            return UnreachableError("The server has gone silent.")
        if last.type in _DATA and not str(last.data).startswith(_PARTING):
            return FrameError()
        if last.type is aiohttp.WSMsgType.ERROR:
            if isinstance(last.data, aiohttp.WebSocketError):
                return FrameError()
            return UnreachableError("The connection was lost.")
        return UnreachableError("The server ended the connection.")


def _check_open_message(message: aiohttp.WSMessage) -> None:
    if message.type is aiohttp.WSMsgType.ERROR:
        # socket.io 4 takes the websocket of a generation 3 client and then writes its HTTP 400
        # into it, which no websocket reader can take for a frame.
        raise WrongGenerationError
    if message.type is not aiohttp.WSMsgType.TEXT:
        why = "The server ended the connection at once."
        raise UnreachableError(why)
    check_open_packet(message.data)


def _is_refusal(error: Exception) -> bool:
    """Whether the server, or what stands before it, can be reached but wants no websocket."""
    if isinstance(error, aiohttp.ClientResponseError | aiohttp.ServerDisconnectedError):
        return True
    is_cut = isinstance(error, aiohttp.ClientOSError)
    return is_cut and not isinstance(error, aiohttp.ClientConnectorError)
