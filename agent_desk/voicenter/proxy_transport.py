"""HTTP through whichever proxy each server needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import httpx

from agent_desk.voicenter.errors import CertificateError, ProxyError
from agent_desk.voicenter.proxies import find_proxy
from agent_desk.voicenter.tls import connection_error

if TYPE_CHECKING:
    import ssl

    from agent_desk.voicenter.proxies import ProxyFor

_SIGN_IN: Final = re.compile(r"407\b")  # httpx keeps the status of CONNECT in its text alone


class ProxyTransport(httpx.AsyncBaseTransport):
    """One pool of connections for each proxy, and one without.

    What a proxy does wrong is raised as ``httpx.ProxyError`` from ours.
    """

    def __init__(self, tls: ssl.SSLContext, limits: httpx.Limits, proxy_for: ProxyFor) -> None:
        self._tls = tls
        self._limits = limits
        self._proxy_for = proxy_for
        self._pools: dict[str | None, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send ``request``."""
        try:
            proxy = await find_proxy(self._proxy_for, str(request.url.copy_with(query=None)))
        except ProxyError as error:
            raise httpx.ProxyError(error.message) from error
        try:
            return await self._pool(proxy).handle_async_request(request)
        except httpx.ProxyError as error:
            words = "asks for a sign-in" if _SIGN_IN.match(str(error)) else "refused the connection"
        except httpx.ConnectError as error:
            if proxy is None or isinstance(connection_error(error), CertificateError):
                raise
            words = "cannot be reached"
        own = ProxyError(f"This network's proxy {words}.")
        raise httpx.ProxyError(own.message) from own

    async def aclose(self) -> None:
        """Close all connections."""
        for pool in self._pools.values():
            await pool.aclose()

    def _pool(self, proxy: str | None) -> httpx.AsyncHTTPTransport:
        if proxy not in self._pools:
            self._pools[proxy] = httpx.AsyncHTTPTransport(
                verify=self._tls, limits=self._limits, proxy=proxy, trust_env=False
            )
        return self._pools[proxy]
