"""The way to a server, step by step: its name, a connection, its certificate."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from agent_desk.core.text import clean_text
from agent_desk.core.threads import in_own_thread
from agent_desk.voicenter.errors import NameLookupError, ProxyError, UnreachableError
from agent_desk.voicenter.tls import connection_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.voicenter.endpoints import Endpoints

CONNECT_S: Final = 10.0
_HTTPS: Final = 443
_HTTP: Final = 80


@dataclass(frozen=True, slots=True)
class Server:
    """A server by scheme, host and port; ``str`` is how a person knows it."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, url: str) -> Server:
        """The server that ``url`` points at."""
        parts = urlsplit(url)
        default = _HTTPS if parts.scheme == "https" else _HTTP
        return cls(parts.scheme, parts.hostname or "", parts.port or default)

    @property
    def url(self) -> str:
        """Its address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    def __str__(self) -> str:
        return self.host


@dataclass(frozen=True, slots=True)
class Proof:
    """Who vouched for a server, and until when; empty where the system does not tell."""

    issuer: str = ""
    valid_until: datetime | None = None


def servers_of(endpoints: Endpoints) -> list[Server]:
    """The servers that a working day needs, each once, the sign-in first."""
    urls = (endpoints.login, endpoints.call_log, endpoints.active_calls, endpoints.extensions)
    return list(dict.fromkeys(Server.of(url) for url in urls))


async def look_up(server: Server, get_addresses: Callable[..., object]) -> None:
    """Look the name up; raises ``UnreachableError``."""
    try:
        async with asyncio.timeout(CONNECT_S):
            await in_own_thread(lambda: get_addresses(server.host, server.port), name="look-up")
    except TimeoutError as error:
        message = f"The name {server} was not looked up in time."
        raise NameLookupError(message) from error
    except OSError as error:
        message = f"The name {server} could not be looked up."
        raise NameLookupError(message) from error


async def connect(server: Server, tls: ssl.SSLContext) -> Proof:
    """Connect without a proxy and say who vouched for the server; raises ``UnreachableError``."""
    context = tls if server.scheme == "https" else None
    try:
        async with asyncio.timeout(CONNECT_S):
            _, writer = await asyncio.open_connection(server.host, server.port, ssl=context)
    except TimeoutError as error:
        message = f"{server} did not answer in time."
        raise UnreachableError(message) from error
    except OSError as error:
        raise naming(server, connection_error(error)) from error
    proof = _proof(writer.get_extra_info("peercert"))
    writer.transport.abort()
    return proof


async def connect_to_proxy(proxy: Server) -> None:
    """Connect to a proxy itself; raises ``ProxyError``."""
    try:
        async with asyncio.timeout(CONNECT_S):
            _, writer = await asyncio.open_connection(proxy.host, proxy.port)
    except (TimeoutError, OSError) as error:
        message = f"This network's proxy {proxy.host}:{proxy.port} cannot be reached."
        raise ProxyError(message) from error
    writer.transport.abort()


def naming(server: Server, error: UnreachableError) -> UnreachableError:
    """``error``, with the server's name in front of what it says."""
    error.message = f"{server}: {error.message}"
    return error


def _proof(certificate: Any) -> Proof:  # noqa: ANN401 - the shape of ssl's getpeercert
    if not certificate:
        return Proof()
    names = {name: value for part in certificate.get("issuer", ()) for name, value in part}
    issuer = names.get("organizationName") or names.get("commonName") or ""
    try:
        until = datetime.fromtimestamp(ssl.cert_time_to_seconds(certificate["notAfter"]), UTC)
    except (KeyError, ValueError):
        until = None
    return Proof(clean_text(str(issuer)), until)
