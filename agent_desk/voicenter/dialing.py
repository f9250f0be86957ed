"""Reaching a monitor server: with our own session under python-engineio, its errors in our words.

A ``Dialer`` is handed to engineio in place of an aiohttp session; ``websocket`` and
``long_polling`` hold the two kinds. What they raise passes through engineio and socketio
untouched, since those only catch aiohttp's errors.
"""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import aiohttp
import msgspec

from agent_desk.voicenter.errors import (
    ContractError,
    CredentialsError,
    ProxyError,
    RateLimitedError,
    ServiceError,
    UnreachableError,
    VoicenterError,
)
from agent_desk.voicenter.proxies import ProxyFor, environment_proxy, find_proxy
from agent_desk.voicenter.resolver import OwnThreadResolver
from agent_desk.voicenter.tls import connection_error
from agent_desk.voicenter.wire import as_int, fold

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from aiohttp.abc import AbstractResolver

_log = logging.getLogger(__name__)

WEBSOCKET: Final = "websocket"
LONG_POLLING: Final = "polling"
"""The transports by Engine.IO's names."""

BURST_S: Final = 0.004
MAX_MESSAGE_BYTES: Final = 16 * 1024 * 1024  # 5,000 extensions are 3.5 MB; aiohttp cuts at 4 MiB
PACKET_TYPES: Final = frozenset("0123456")
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
    """What the server sent cannot be a frame of ours, and ended the connection."""

    message = "The server sent data that breaks the connection."
    next_step = "Ask IT whether a proxy stands in between; trying goes on by itself."


@dataclass(frozen=True, slots=True)
class DialOptions:
    """How a monitor is dialled; times are seconds.

    ``connect_s`` covers name look-up, a proxy, TCP and TLS; the websocket's upgrade and the open
    packet may take ``open_s`` more, and opening the namespace ``namespace_s``.
    ``heartbeat_s`` is the pace of websocket pings, which find a dead link whatever the server's
    own ping interval is. ``tls`` ``None`` means the libraries' default trust.
    """

    tls: ssl.SSLContext | None = None
    connect_s: float = 10.0
    open_s: float = 10.0
    namespace_s: float = 10.0
    heartbeat_s: float = 20.0
    resolver: AbstractResolver | None = None
    proxy_for: ProxyFor = environment_proxy


class Dialer(ABC):
    """One aiohttp session for one connection.

    ``take`` is offered each text frame and tells whether it has dealt with it; ``on_ended`` is
    called when nothing more will come. Both may be set before the connection is made.
    ``was_refused`` tells that the way to the server is open, but not for this transport.
    """

    def __init__(self, options: DialOptions) -> None:
        self._options = options
        tls = True if options.tls is None else options.tls
        resolver = options.resolver or OwnThreadResolver()
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=tls, resolver=resolver),
            auto_decompress=False,
            headers={"Accept-Encoding": "identity"},
            timeout=aiohttp.ClientTimeout(connect=options.connect_s),
        )
        self.take: Callable[[str], bool] = lambda _frame: False
        self.on_ended: Callable[[], None] = lambda: None
        self.was_refused = False
        self.dropped = 0

    @property
    def patience_s(self) -> float:
        """How long all may take from the name's look-up to the open packet."""
        return self._options.connect_s + self._options.open_s

    @property
    def closed(self) -> bool:
        """Read by engineio, which would make a session of its own otherwise."""
        return False

    @abstractmethod
    def why_ended(self) -> VoicenterError:
        """Why nothing comes any more, once engineio has stopped reading."""

    @abstractmethod
    async def part(self) -> None:
        """Say good-bye; takes a second at most."""

    async def aclose(self) -> None:
        """Let go of the connection at once."""
        await self._session.close()

    async def _find_proxy(self, url: str) -> str | None:
        return await find_proxy(self._options.proxy_for, url)

    def _is_dealt_with(self, frame: str) -> bool:
        if frame[:1] not in PACKET_TYPES:
            self.dropped += 1  # engineio would end the connection over an empty frame
            return True
        return self.take(frame)


def check_open_packet(frame: str) -> None:
    """Raise unless this is an Engine.IO open packet that engineio can live with."""
    try:
        opened = msgspec.json.decode(frame.removeprefix("0"))
    except (msgspec.DecodeError, RecursionError):
        opened = None
    fields = fold(opened)
    times = [as_int(fields.get(key)) or 0 for key in ("pinginterval", "pingtimeout")]
    if (
        not frame.startswith("0")
        or not isinstance(fields.get("sid"), str)
        or not isinstance(fields.get("upgrades"), list)
        or min(times) <= 0
    ):
        raise ContractError


def dial_error(error: Exception) -> VoicenterError:
    """What an error of aiohttp means.

    The texts of those hold the whole URL, and the URL the token: neither a log nor a traceback may
    get to see them, so raise this ``from None``.
    """
    _log.debug("dialling failed: %s", type(error).__name__)
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return refusal(_PROXY_LOGIN) if error.status == _PROXY_LOGIN else ProxyError()
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return ProxyError("This network's proxy cannot be reached.")
    if isinstance(error, aiohttp.ClientResponseError):
        return refusal(error.status)
    if isinstance(error, aiohttp.InvalidURL):
        return ContractError("The address of the server cannot be used.")
    if isinstance(error, TimeoutError):
        return UnreachableError("The server did not answer in time.")
    return connection_error(error)


def refusal(status: int) -> VoicenterError:
    """What an HTTP status means where a connection was to begin."""
    if status in _REFUSED:
        return TokenRefusedError()
    if status == _BAD_REQUEST:
        return WrongGenerationError()
    if status == _PROXY_LOGIN:
        return ProxyError("This network's proxy asks for a sign-in.")
    if status == _TOO_MANY:
        return RateLimitedError()
    if status >= _FAULT:
        return ServiceError(f"The server reports a fault (code {status}).")
    return ContractError()
