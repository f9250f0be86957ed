"""The websocket under python-engineio: dialled with our own session, its errors in our words.

``WebSocketDialer`` is handed to engineio in place of an aiohttp session. What it raises passes
through engineio and socketio untouched, since those only catch aiohttp's errors, and what it
returns stamps each frame, rests the loop in long bursts and knows how the connection ended.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import msgspec

from agent_desk.voicenter.errors import (
    ContractError,
    CredentialsError,
    RateLimitedError,
    ServiceError,
    UnreachableError,
    VoicenterError,
)
from agent_desk.voicenter.tls import connection_error
from agent_desk.voicenter.wire import as_int, fold

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from aiohttp.abc import AbstractResolver

_log = logging.getLogger(__name__)

BURST_S: Final = 0.004
MAX_MESSAGE_BYTES: Final = 16 * 1024 * 1024  # 5,000 extensions are 3.5 MB; aiohttp cuts at 4 MiB
_CLOSE_S: Final = 0.5
_DATA: Final = frozenset({aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY})
_NOTHING: Final = aiohttp.WSMessage(aiohttp.WSMsgType.TEXT, "6", None)  # Engine.IO's NOOP
_PARTING: Final = ("1", "41")  # the packets that end the transport and the namespace
_PACKET_TYPES: Final = frozenset("0123456")
_REFUSED: Final = frozenset({401, 403})
_BAD_REQUEST: Final = 400
_PROXY_LOGIN: Final = 407
_TOO_MANY: Final = 429
_FAULT: Final = 500


class TokenRefusedError(CredentialsError):
    """A monitor server does not accept the socket token."""

    message = "The server does not accept this sign-in any more."
    next_step = "Wait a moment; signing in again is tried by itself."


class WrongGenerationError(ContractError):
    """The server speaks the other generation of Engine.IO."""

    message = "The server speaks another version of the protocol."


class FrameError(ContractError):
    """What the server sent cannot be a websocket frame of ours, and ended the connection."""

    message = "The server sent data that breaks the connection."
    next_step = "Ask IT whether a proxy stands in between; trying goes on by itself."


class WebSocketDialer:
    """One aiohttp session for one websocket; ``socket`` is that websocket once it is open.

    Proxies are taken from the environment unless ``is_direct``. ``take`` and
    ``on_ended`` may be set before the websocket is opened, see ``WebSocket``.
    """

    def __init__(
        self,
        tls: ssl.SSLContext | None,
        *,
        is_direct: bool,
        heartbeat_s: float,
        resolver: AbstractResolver | None,
    ) -> None:
        self._heartbeat_s = heartbeat_s
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=True if tls is None else tls, resolver=resolver),
            trust_env=not is_direct,
        )
        self.socket: WebSocket | None = None
        self.take: Callable[[str], bool] = lambda _frame: False
        self.on_ended: Callable[[], None] = lambda: None

    @property
    def closed(self) -> bool:
        """Read by engineio, which would make a session of its own otherwise."""
        return False

    async def ws_connect(self, url: str, **_options: Any) -> WebSocket:  # noqa: ANN401 - engineio's
        """Open the websocket; called by engineio, whose options are replaced by ours."""
        # aiohttp looks up proxies by scheme and knows HTTPS_PROXY but no WSS_PROXY.
        url = f"http{url.removeprefix('ws')}"
        try:
            socket = await self._session.ws_connect(
                url,
                timeout=aiohttp.ClientWSTimeout(ws_close=_CLOSE_S),
                heartbeat=self._heartbeat_s,
                max_msg_size=MAX_MESSAGE_BYTES,
            )
        except (aiohttp.ClientError, OSError) as error:
            # The texts of aiohttp's errors hold the whole URL, and the URL the token: neither a
            # log nor a traceback may get to see them.
            _log.debug("dialling failed: %s", type(error).__name__)
            raise _dial_error(error) from None
        self.socket = WebSocket(socket, self.take, self.on_ended)
        return self.socket

    async def part(self) -> None:
        """Say good-bye; waits half a second at most for the server's."""
        if self.socket is not None:
            try:
                async with asyncio.timeout(2 * _CLOSE_S):  # sending can be stuck, too
                    await self.socket.close()
            except TimeoutError:
                pass

    async def aclose(self) -> None:
        """Let go of the connection at once."""
        await self._session.close()
        if self.socket is not None:
            await self.socket.close()  # its transport is gone: this only lets go of it


class WebSocket:
    """The part of aiohttp's client websocket that engineio uses.

    ``take`` is offered each text frame and tells whether it has dealt with it. In a burst frames
    are then handled one after the other without engineio's way through the loop for each, which on
    a Qt loop is dear; every ``BURST_S`` the loop gets its turn. ``on_ended`` is called when nothing
    more will come: engineio's own report of that can get stuck behind a frame it wants to send.
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
        self.dropped = 0

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
                _check_open_packet(message)
                self._is_open = True
            elif message.type is aiohttp.WSMsgType.TEXT and self._is_dealt_with(message.data):
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

    def _is_dealt_with(self, frame: str) -> bool:
        if frame[:1] not in _PACKET_TYPES:
            self.dropped += 1  # engineio would end the connection over an empty frame
            return True
        return self._take(frame)

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


def _check_open_packet(message: aiohttp.WSMessage) -> None:
    """Raise unless this is an Engine.IO open packet that engineio can live with."""
    if message.type is aiohttp.WSMsgType.ERROR:
        # socket.io 4 takes the websocket of a generation 3 client and then writes its HTTP 400
        # into it, which no websocket reader can take for a frame.
        raise WrongGenerationError
    if message.type is not aiohttp.WSMsgType.TEXT:
        why = "The server ended the connection at once."
        raise UnreachableError(why)
    try:
        opened = msgspec.json.decode(message.data.removeprefix("0"))
    except (msgspec.DecodeError, RecursionError):
        opened = None
    fields = fold(opened)
    times = [as_int(fields.get(key)) or 0 for key in ("pinginterval", "pingtimeout")]
    if (
        not message.data.startswith("0")
        or not isinstance(fields.get("sid"), str)
        or not isinstance(fields.get("upgrades"), list)
        or min(times) <= 0
    ):
        raise ContractError


def _dial_error(error: Exception) -> VoicenterError:
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return UnreachableError(
            "The proxy does not let the connection through.",
            next_step="Ask IT about the proxy of this network.",
        )
    if isinstance(error, aiohttp.ClientResponseError):
        return _refusal(error.status)
    if isinstance(error, aiohttp.InvalidURL):
        return ContractError("The address of the server cannot be used.")
    if isinstance(error, aiohttp.ServerTimeoutError):
        return UnreachableError("The server did not answer in time.")
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        # It passes for a verification error of ssl, but has no code; the one inside has.
        error = error.certificate_error
    return connection_error(error)


def _refusal(status: int) -> VoicenterError:
    if status in _REFUSED:
        return TokenRefusedError()
    if status == _BAD_REQUEST:
        return WrongGenerationError()
    if status == _PROXY_LOGIN:
        return UnreachableError(
            "The proxy asks for a sign-in.", next_step="Ask IT about the proxy of this network."
        )
    if status == _TOO_MANY:
        return RateLimitedError()
    if status >= _FAULT:
        return ServiceError(f"The server reports a fault (code {status}).")
    return ContractError()
