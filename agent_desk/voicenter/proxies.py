"""Which proxy stands between this machine and a server."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from ipaddress import ip_address
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from agent_desk.core.threads import in_own_thread
from agent_desk.voicenter.errors import ProxyError

ProxyFor: TypeAlias = Callable[[str], str | None]
"""Gives the proxy's URL for a server's (scheme and host count), ``None`` for a direct connection.

It may block, since automatic configuration asks the network: it is called in a thread of its own.
"""

_SCHEMES: Final = ("http", "https")


def environment_proxy(url: str) -> str | None:
    """What HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say.

    Where they say nothing on Windows and macOS, the system's plain settings; no automatic
    configuration. This machine itself is always reached directly.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if is_loopback(host) or urllib.request.proxy_bypass(host):
        return None
    proxies = urllib.request.getproxies()
    return proxies.get(parts.scheme) or proxies.get("all")


def environment_or(system: ProxyFor) -> ProxyFor:
    """What the environment says where it names any proxy, else ``system``."""

    def proxy_for(url: str) -> str | None:
        if is_loopback(urlsplit(url).hostname or ""):
            return None
        is_named = bool(urllib.request.getproxies_environment().keys() - {"no"})
        return environment_proxy(url) if is_named else system(url)

    return proxy_for


async def find_proxy(proxy_for: ProxyFor, url: str) -> str | None:
    """The proxy for ``url``, as a URL that both HTTP libraries take.

    Raises ``ProxyError`` where it is of a kind that they do not.
    """
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    proxy = await in_own_thread(lambda: proxy_for(origin), name="proxy")
    if not proxy:
        return None
    if "://" not in proxy:
        proxy = f"http://{proxy}"
    try:
        found = urlsplit(proxy)
        is_usable = found.scheme in _SCHEMES and bool(found.hostname) and found.port != 0
    except ValueError:
        is_usable = False
    if not is_usable:
        message = "The proxy of this network is of a kind that this program cannot use."
        raise ProxyError(message, next_step="Ask IT for an HTTP proxy.")
    return proxy


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
