"""The system's proxy as a URL."""

from __future__ import annotations

import pytest
from PySide6.QtNetwork import QNetworkProxy

from agent_desk.system.proxy import SystemProxy

Kind = QNetworkProxy.ProxyType
SERVER = "https://desk.invalid"


def proxy(kind: Kind, host: str = "proxy.example", port: int = 8080) -> QNetworkProxy:
    return QNetworkProxy(kind, host, port)


@pytest.mark.parametrize(
    ("proxies", "url"),
    [
        ([], None),
        ([proxy(Kind.NoProxy)], None),
        ([proxy(Kind.DefaultProxy)], None),
        ([proxy(Kind.HttpProxy)], "http://proxy.example:8080"),
        ([proxy(Kind.HttpProxy, "::1")], "http://[::1]:8080"),
        ([proxy(Kind.HttpProxy), proxy(Kind.NoProxy)], "http://proxy.example:8080"),
        ([proxy(Kind.NoProxy), proxy(Kind.HttpProxy)], None),
        ([proxy(Kind.Socks5Proxy), proxy(Kind.HttpProxy)], "http://proxy.example:8080"),
        ([proxy(Kind.Socks5Proxy)], "socks5://proxy.example:8080"),
        ([proxy(Kind.HttpCachingProxy), proxy(Kind.FtpCachingProxy)], None),
    ],
)
def test_the_first_one_that_can_carry_a_websocket(
    proxies: list[QNetworkProxy], url: str | None
) -> None:
    assert SystemProxy(lambda _: proxies)(SERVER) == url


def test_who_signs_in_to_the_proxy_is_in_its_url() -> None:
    known = QNetworkProxy(Kind.HttpProxy, "proxy.example", 8080, "a b", "p@ss:/word")
    assert SystemProxy(lambda _: [known])(SERVER) == (
        "http://a%20b:p%40ss%3A%2Fword@proxy.example:8080"
    )


def test_the_answer_is_remembered_for_a_while_for_each_server() -> None:
    asked: list[str] = []
    now = 0.0

    def ask(url: str) -> list[QNetworkProxy]:
        asked.append(url)
        return []

    system = SystemProxy(ask, monotonic=lambda: now)
    for _ in range(3):
        system(SERVER)
    assert asked == [SERVER]
    system("https://other.invalid")
    now = 61.0
    system(SERVER)
    assert len(asked) == 3
    system.forget()
    system(SERVER)
    assert len(asked) == 4


def test_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")  # Qt's setting on Linux
    found = SystemProxy()(SERVER)
    assert found in {None, "http://proxy.example:3128"}  # elsewhere it has settings of its own
