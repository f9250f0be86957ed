"""A listening port that can be taken down and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    import ssl


class Monitor:
    """One port of the sandbox; ``port`` 0 picks a free one, which then stays the same."""

    def __init__(
        self, runner: web.AppRunner, host: str, port: int, tls: ssl.SSLContext | None
    ) -> None:
        self._runner = runner
        self._host = host
        self._tls = tls
        self._site: web.TCPSite | None = None
        self.port = port

    @property
    def url(self) -> str:
        """Scheme, host and port, without a slash at the end."""
        return f"{'https' if self._tls else 'http'}://{self._host}:{self.port}"

    @property
    def is_listening(self) -> bool:
        """Whether new connections are accepted."""
        return self._site is not None

    async def start(self) -> None:
        """Accept connections, on the same port as before."""
        if self._site is None:
            site = web.TCPSite(self._runner, self._host, self.port, ssl_context=self._tls)
            await site.start()
            self._site = site
            self.port = int(self._runner.addresses[-1][1])

    async def stop(self) -> None:
        """Die like a killed server: refuse connections and cut those that exist."""
        if self._site is not None:
            site, self._site = self._site, None
            await site.stop()
            self.cut()

    def cut(self) -> None:
        """Reset every TCP connection to this port, idle HTTP ones too."""
        server = self._runner.server
        for handler in server.connections if server is not None else ():
            transport = handler.transport
            if transport is None or transport.is_closing():
                continue  # one that is closed knows no address any more where it was encrypted
            if transport.get_extra_info("sockname")[1] == self.port:
                transport.abort()
