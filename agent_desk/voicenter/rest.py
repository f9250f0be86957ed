"""The one HTTP client: bounded answers, honest errors, quiet logs."""

from __future__ import annotations

import asyncio
import json
import logging
import math
from contextlib import aclosing
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Final, Self, cast

import httpx
import stamina
import stamina.instrumentation

from agent_desk.core.errors import BadInputError
from agent_desk.voicenter.errors import (
    CertificateError,
    ContractError,
    NameLookupError,
    NotSentError,
    ProxyError,
    RateLimitedError,
    TooBigError,
    UnknownOutcomeError,
    UnreachableError,
)
from agent_desk.voicenter.proxies import ProxyFor, environment_proxy
from agent_desk.voicenter.proxy_transport import ProxyTransport
from agent_desk.voicenter.reply import Reply, decode_json, service_fault
from agent_desk.voicenter.tls import client_context, connection_error
from agent_desk.voicenter.wire import as_int

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
    from types import TracebackType

MAX_BYTES: Final = 2 * 1024 * 1024
TIMEOUT_S: Final = 20.0

_CONNECT_S: Final = 10.0
_KEEP_ALIVE_S: Final = 30.0
_ATTEMPTS: Final = 3
_FIRST_WAIT_S: Final = 0.1
_LAST_WAIT_S: Final = 0.5
_LONGEST_PAUSE_S: Final = 300.0

_TOO_MANY: Final = 429
_GATEWAY_FAULTS: Final = frozenset({502, 503, 504})
_UNAVAILABLE: Final = 503

# Failures before the first byte of a request has left.
_NOT_SENT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


class _GatewayFault(Exception):  # noqa: N818 - never leaves this module
    """A server in front of the service had nothing to say; worth another try."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class RestClient:
    """JSON over HTTP for one run of the program; share it and ``aclose()`` it at the end.

    TLS trusts the operating system's store unless ``ssl_context`` says otherwise; ``proxy_for``
    says which proxy to take. Only idempotent requests are repeated, and only after failures that
    come at once: a time-out has already cost the person's patience. ``timeout_s`` bounds a whole
    call, repeats included.
    """

    def __init__(
        self,
        *,
        ssl_context: ssl.SSLContext | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        proxy_for: ProxyFor = environment_proxy,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        _keep_libraries_quiet()
        self._timeout_s = timeout_s
        context = ssl_context or client_context()

        def client(keep_alive: int) -> httpx.AsyncClient:
            limits = httpx.Limits(
                max_keepalive_connections=keep_alive, keepalive_expiry=_KEEP_ALIVE_S
            )
            return httpx.AsyncClient(
                transport=transport or ProxyTransport(context, limits, proxy_for),
                trust_env=False,
                headers={"User-Agent": "agent-desk", "Accept": "application/json"},
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            )

        # A connection kept open may turn out dead only when a request has been written to it, and
        # nobody can tell then whether the request arrived. What must not happen twice therefore
        # gets a connection of its own: if that cannot be made, nothing was sent.
        self._client = client(keep_alive=10)
        self._fresh_client = client(keep_alive=0)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()
        await self._fresh_client.aclose()

    async def post_json(
        self,
        url: str,
        body: Mapping[str, object],
        *,
        idempotent: bool,
        headers: Mapping[str, str] | None = None,
        max_bytes: int = MAX_BYTES,
        timeout_s: float | None = None,
        before_repeat: Callable[[], Awaitable[None]] | None = None,
        may_send: Callable[[], bool] | None = None,
    ) -> Reply:
        """Post ``body`` as JSON.

        ``idempotent`` tells that doing it twice is harmless. Otherwise ``UnknownOutcomeError`` is
        raised for every failure after which the request may have been carried out.
        ``before_repeat`` is awaited before each repetition, for services that count requests.
        ``may_send`` is asked when the connection stands and nothing has left yet: ``NotSentError``
        where it says no.
        """
        request = _Request(
            "POST",
            url,
            content=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **(headers or {})},
            max_bytes=max_bytes,
            timeout_s=timeout_s or self._timeout_s,
            before_repeat=before_repeat,
            may_send=may_send,
        )
        return await (self._repeatable(request) if idempotent else self._once(request))

    async def get_json(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        max_bytes: int = MAX_BYTES,
        timeout_s: float | None = None,
    ) -> Reply:
        """Get JSON; repeated like every idempotent request."""
        request = _Request(
            "GET",
            url,
            params=params,
            headers=headers or {},
            max_bytes=max_bytes,
            timeout_s=timeout_s or self._timeout_s,
        )
        return await self._repeatable(request)

    async def _repeatable(self, request: _Request) -> Reply:
        try:
            async with asyncio.timeout(request.timeout_s):
                return await _with_retries(self._client, request)
        except TimeoutError as error:
            raise _too_slow() from error
        except _GatewayFault as error:
            raise service_fault(error.status) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _unreachable(error) from error

    async def _once(self, request: _Request) -> Reply:
        try:
            async with asyncio.timeout(request.timeout_s):
                return await _send(self._fresh_client, request)
        except (*_NOT_SENT, httpx.InvalidURL) as error:
            raise _unreachable(error) from error
        except _GatewayFault as error:
            if error.status == _UNAVAILABLE:
                raise service_fault(error.status) from error
            raise UnknownOutcomeError from error
        except (TimeoutError, httpx.HTTPError, ContractError) as error:
            raise UnknownOutcomeError from error


@dataclass(frozen=True, slots=True, repr=False)
class _Request:
    method: str
    url: str
    headers: Mapping[str, str]
    max_bytes: int
    timeout_s: float
    content: bytes | None = None
    params: Mapping[str, str] | None = None
    before_repeat: Callable[[], Awaitable[None]] | None = None
    may_send: Callable[[], bool] | None = None

    async def trace(self, step: str, _details: object) -> None:
        """Called by httpcore before each step on a connection."""
        is_first_byte = step.endswith("send_request_headers.started")
        if is_first_byte and self.may_send is not None and not self.may_send():
            raise NotSentError


async def _with_retries(client: httpx.AsyncClient, request: _Request) -> Reply:
    async for attempt in stamina.retry_context(
        on=_is_worth_repeating,
        attempts=_ATTEMPTS,
        timeout=None,
        wait_initial=_FIRST_WAIT_S,
        wait_max=_LAST_WAIT_S,
        wait_jitter=_FIRST_WAIT_S,
    ):
        with attempt:
            if request.before_repeat is not None and attempt.num > 1:
                await request.before_repeat()
            return await _send(client, request)
    raise AssertionError  # pragma: no cover - the last attempt raises


def _is_worth_repeating(error: Exception) -> bool:
    if isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError):
        return not isinstance(connection_error(error), CertificateError | NameLookupError)
    return isinstance(error, _GatewayFault)


async def _send(client: httpx.AsyncClient, request: _Request) -> Reply:
    """One request and its whole answer."""
    async with client.stream(
        request.method,
        request.url,
        content=request.content,
        params=request.params,
        # Compressed, 200 KB may unfold to 200 MB in one piece.
        headers={**_header_bytes(request.headers), b"Accept-Encoding": b"identity"},
        timeout=httpx.Timeout(request.timeout_s, connect=min(_CONNECT_S, request.timeout_s / 2)),
        extensions={} if request.may_send is None else {"trace": request.trace},
    ) as response:
        content = await _read(response, request.max_bytes)
        status = response.status_code
        if status == _TOO_MANY:
            raise RateLimitedError(retry_after_s=_pause_s(response.headers.get("Retry-After")))
    body = decode_json(content)
    if status in _GATEWAY_FAULTS and body is None:
        raise _GatewayFault(status)
    return Reply(status, body, content)


def _header_bytes(headers: Mapping[str, str]) -> dict[bytes, bytes]:
    if any(not value.isprintable() for value in headers.values()):
        # h11 would quote the value in its exception, and the value may be a token.
        message = "The sign-in holds characters that cannot be sent."
        raise BadInputError(message, next_step="Sign in again.")
    return {name.encode(): value.encode("utf-8", "replace") for name, value in headers.items()}


async def _read(response: httpx.Response, max_bytes: int) -> bytes:
    if response.headers.get("Content-Encoding", "identity").strip().casefold() != "identity":
        message = "The answer was compressed although that was declined."
        raise ContractError(message)
    if (as_int(response.headers.get("Content-Length")) or 0) > max_bytes:
        raise _too_big(max_bytes)
    content = bytearray()
    # Closed here, not when it is collected: that would start a task of the loop's own.
    raw = cast("AsyncGenerator[bytes, None]", response.aiter_raw())
    async with aclosing(raw) as chunks:
        async for chunk in chunks:
            content += chunk
            if len(content) > max_bytes:
                raise _too_big(max_bytes)
    return bytes(content)


def _too_big(max_bytes: int) -> TooBigError:
    return TooBigError(f"The answer was far too big (more than {max_bytes // 1024} KB).")


def _pause_s(text: str | None) -> float:
    """``Retry-After`` in seconds; five where it says nothing usable."""
    try:
        seconds = float(text or "")
    except ValueError:
        return 5.0
    return 5.0 if math.isnan(seconds) else min(max(seconds, 1.0), _LONGEST_PAUSE_S)


def _too_slow() -> UnreachableError:
    return UnreachableError("Voicenter did not answer in time.")


def _unreachable(error: Exception) -> UnreachableError:
    if isinstance(error, httpx.TimeoutException):
        return _too_slow()
    if isinstance(error, httpx.ProxyError):
        return error.__cause__ if isinstance(error.__cause__, ProxyError) else ProxyError()
    if isinstance(error, httpx.RemoteProtocolError | httpx.ReadError):
        return UnreachableError("The connection broke before the answer was complete.")
    return connection_error(error)


def _keep_libraries_quiet() -> None:
    """At INFO httpx logs whole addresses, and stamina the arguments of what it repeats."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    stamina.instrumentation.set_on_retry_hooks(())
