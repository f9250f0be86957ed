"""Through the proxy of an office network, or not at all."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.sandbox import Sandbox
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.errors import CertificateError, ProxyError, VoicenterError
from agent_desk.voicenter.monitor_socket import DialOptions, MonitorSocket
from agent_desk.voicenter.pace import RateLimiter
from agent_desk.voicenter.proxies import environment_or, environment_proxy, find_proxy
from agent_desk.voicenter.realtime import LinkState, RealtimeConnection
from agent_desk.voicenter.rest import RestClient
from agent_desk.voicenter.session import SignIn
from agent_desk.voicenter.standing import StandingSession
from agent_desk.voicenter.tls import client_context
from tests.helpers.certificates import self_signed
from tests.helpers.connect_proxy import connect_proxy
from tests.helpers.http_server import Canned, free_port, serving
from tests.helpers.live import AGENT, FAST
from tests.helpers.until import until

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from tests.helpers.connect_proxy import ConnectProxy

    Fail = Callable[[str, ssl.SSLContext, str], Awaitable[VoicenterError]]

FAR = "https://desk.invalid/a"
VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@asynccontextmanager
async def office(tmp_path: Path) -> AsyncIterator[tuple[Sandbox, ConnectProxy, ssl.SSLContext]]:
    """A sandbox with TLS, a proxy, and the trust a client of both needs."""
    certificate = self_signed(tmp_path)
    context = client_context(certificate.path)
    async with Sandbox(tls=certificate.server_context()) as sandbox, connect_proxy() as proxy:
        yield sandbox, proxy, context


@pytest.mark.parametrize("is_websocket_refused", [False, True])
async def test_everything_goes_through_the_proxy(
    tmp_path: Path, *, is_websocket_refused: bool
) -> None:
    async with office(tmp_path) as (sandbox, proxy, tls):
        if is_websocket_refused:
            sandbox.faults.websocket_status = 503

        def proxy_for(_url: str) -> str:
            return proxy.url

        options = replace(FAST, dial=DialOptions(tls=tls, proxy_for=proxy_for, connect_s=2))
        async with RestClient(ssl_context=tls, proxy_for=proxy_for) as rest:
            sign_in = SignIn(rest, Endpoints.at(sandbox.url), pace=RateLimiter())
            standing = StandingSession(sign_in, AGENT)
            await standing.current()
            target = sandbox.url.removeprefix("https://")
            assert proxy.tunnels == [target]
            async with RealtimeConnection(standing, options=options) as connection:
                async for item in connection.items():
                    if not isinstance(item, LinkState) and item.name == "AllExtensionsStatus":
                        break
                assert connection.state.state is Link.CONNECTED
                assert connection.state.transport == (
                    "polling" if is_websocket_refused else "websocket"
                )
                assert set(proxy.tunnels) == {target}
                assert len(proxy.tunnels) >= 2
        await until(lambda: proxy.open_tunnels == 0)


async def socket_failure(proxy_url: str, tls: ssl.SSLContext, server: str) -> VoicenterError:

    options = DialOptions(tls=tls, proxy_for=lambda _: proxy_url, connect_s=2)
    link = MonitorSocket(server, 3, lambda _n, _p: None, options)
    with pytest.raises(VoicenterError) as caught:
        await link.open(Secret("t"))
    await link.aclose()
    return caught.value


async def rest_failure(proxy_url: str, tls: ssl.SSLContext, server: str) -> VoicenterError:

    async with RestClient(ssl_context=tls, proxy_for=lambda _: proxy_url) as rest:
        with pytest.raises(VoicenterError) as caught:
            await rest.post_json(server, {}, idempotent=False)
        with pytest.raises(VoicenterError):
            await rest.get_json(server)
    return caught.value


@pytest.mark.parametrize("fail", [socket_failure, rest_failure])
class TestFailure:
    async def test_it_wants_a_sign_in(self, tmp_path: Path, fail: Fail) -> None:
        async with office(tmp_path) as (sandbox, proxy, tls):
            proxy.sign_in = "user:word"
            error = await fail(proxy.url, tls, sandbox.url)
            assert type(error) is ProxyError
            assert error.code == "proxy"
            assert error.message == "This network's proxy asks for a sign-in."
            assert error.next_step

    async def test_it_refuses(self, tmp_path: Path, fail: Fail) -> None:
        async with office(tmp_path) as (sandbox, proxy, tls):
            proxy.refusal = 403
            error = await fail(proxy.url, tls, sandbox.url)
            assert type(error) is ProxyError
            assert error.message == "This network's proxy refused the connection."

    async def test_nobody_is_there(self, fail: Fail) -> None:
        proxy = f"http://127.0.0.1:{await free_port()}"
        error = await fail(proxy, client_context(), FAR)
        assert type(error) is ProxyError
        assert error.message == "This network's proxy cannot be reached."

    @pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "http://", "http://[bad", "x:0"])
    async def test_it_is_of_no_use(self, proxy: str, fail: Fail) -> None:
        error = await fail(proxy, client_context(), FAR)
        assert type(error) is ProxyError

    async def test_what_is_behind_it_must_prove_who_it_is(self, tmp_path: Path, fail: Fail) -> None:
        async with office(tmp_path) as (sandbox, proxy, _):
            error = await fail(proxy.url, client_context(), sandbox.url)
            assert isinstance(error, CertificateError)


async def test_a_proxy_may_be_signed_in_to_by_its_address(tmp_path: Path) -> None:
    async with office(tmp_path) as (sandbox, proxy, tls):
        proxy.sign_in = "user:word"
        known = proxy.url.replace("http://", "http://user:word@")
        async with RestClient(ssl_context=tls, proxy_for=lambda _: known) as rest:
            assert (await rest.get_json(sandbox.url)).status == 404
        assert proxy.tunnels


async def test_no_query_and_no_path_is_told_to_who_chooses_the_proxy() -> None:
    asked: list[str] = []
    await find_proxy(asked.append, "https://user:word@desk.invalid:8/a?token=x")
    assert asked == ["https://desk.invalid:8"]


class TestEnvironment:
    async def test_a_proxy_is_used_but_not_for_this_machine(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with serving(Canned({"via": "proxy"})) as proxy, serving(Canned({})) as server:
            monkeypatch.setenv("http_proxy", proxy.url)
            async with RestClient() as rest:
                assert (await rest.get_json("http://desk.invalid/a")).body == {"via": "proxy"}
                assert (await rest.get_json(server.url)).body == {}
                local = server.url.replace("127.0.0.1", "localhost")
                assert (await rest.get_json(local)).body == {}
            assert len(proxy.requests) == 1

    @pytest.mark.parametrize(
        ("variables", "url", "proxy"),
        [
            ({}, FAR, None),
            ({"https_proxy": "http://p:1"}, FAR, "http://p:1"),
            ({"HTTPS_PROXY": "http://p:1"}, FAR, "http://p:1"),
            ({"https_proxy": "p:1"}, FAR, "http://p:1"),
            ({"http_proxy": "http://p:1"}, FAR, None),
            ({"all_proxy": "http://p:1"}, FAR, "http://p:1"),
            ({"https_proxy": "http://p:1", "no_proxy": "desk.invalid"}, FAR, None),
            ({"https_proxy": "http://p:1", "no_proxy": ".invalid"}, FAR, None),
            ({"https_proxy": "http://p:1", "no_proxy": "other"}, FAR, "http://p:1"),
            ({"https_proxy": "http://p:1", "no_proxy": "*"}, FAR, None),
            ({"https_proxy": "http://p:1"}, "https://127.0.0.1:5/", None),
            ({"https_proxy": "http://p:1"}, "https://[::1]:5/", None),
            ({"https_proxy": "http://p:1"}, "https://localhost/", None),
        ],
    )
    async def test_the_usual_variables_count(
        self,
        variables: dict[str, str],
        url: str,
        proxy: str | None,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert await find_proxy(environment_proxy, url) == proxy

    @pytest.mark.parametrize(
        ("variables", "url", "proxy"),
        [
            ({}, FAR, "http://system:1"),
            ({}, "https://127.0.0.1", None),
            ({"no_proxy": "desk.invalid"}, FAR, "http://system:1"),
            ({"https_proxy": "http://p:1"}, FAR, "http://p:1"),
            ({"https_proxy": "http://p:1", "no_proxy": "desk.invalid"}, FAR, None),
        ],
    )
    def test_it_counts_before_the_system(
        self,
        variables: dict[str, str],
        url: str,
        proxy: str | None,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert environment_or(lambda _: "http://system:1")(url) == proxy

    async def test_a_proxy_of_no_use_is_said_and_stops_nothing_else(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:1")
        async with serving(Canned({})) as server, RestClient() as rest:
            assert (await rest.get_json(server.url)).body == {}
            with pytest.raises(ProxyError, match="of a kind"):
                await rest.get_json(FAR)
