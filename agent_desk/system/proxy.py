"""The proxy that this system is set to use, automatic configuration included."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtNetwork import QNetworkProxy

REMEMBERED_S: Final = 60.0


class SystemProxy:
    """``proxy(url)`` is the URL of the proxy for a server, ``None`` for a direct connection.

    Asking may take seconds, where a script has to be fetched from the network first: call it in a
    thread. Answers are remembered for a minute, or until ``forget``. One that is not HTTP is
    given as it is (``socks5://...``), for whoever wants to say that it cannot be used. ``ask``
    lists Qt's proxies for a URL, best first.
    """

    def __init__(
        self,
        ask: Callable[[str], Sequence[QNetworkProxy]] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ask = ask or _ask_system
        self._monotonic = monotonic
        self._known: dict[str, tuple[float, str | None]] = {}

    def __call__(self, url: str) -> str | None:
        """The proxy for ``url``."""
        at, proxy = self._known.get(url, (float("-inf"), None))
        if self._monotonic() - at < REMEMBERED_S:
            return proxy
        proxy = _best(self._ask(url))
        self._known[url] = (self._monotonic(), proxy)
        return proxy

    def forget(self) -> None:
        """The network is another one: ask again."""
        self._known = {}


def _ask_system(url: str) -> Sequence[QNetworkProxy]:
    # Here, since it takes 20 ms that no start should pay, and commands may do without Qt.
    from PySide6.QtCore import QUrl  # noqa: PLC0415
    from PySide6.QtNetwork import QNetworkProxyFactory, QNetworkProxyQuery  # noqa: PLC0415

    return QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url)))


def _best(proxies: Sequence[QNetworkProxy]) -> str | None:
    """The first that can carry a websocket; where there is none, the first of another kind."""
    kinds = [proxy.type() for proxy in proxies]
    for proxy, kind in zip(proxies, kinds, strict=True):
        if kind in (kind.NoProxy, kind.DefaultProxy):
            return None
        if kind is kind.HttpProxy:
            return _url("http", proxy)
    for proxy, kind in zip(proxies, kinds, strict=True):
        if kind is kind.Socks5Proxy:
            return _url("socks5", proxy)
    return None


def _url(scheme: str, proxy: QNetworkProxy) -> str:
    host = proxy.hostName()
    if ":" in host:
        host = f"[{host}]"
    who = ":".join(quote(text, safe="") for text in (proxy.user(), proxy.password()) if text)
    return f"{scheme}://{who}{'@' if who else ''}{host}:{proxy.port()}"
