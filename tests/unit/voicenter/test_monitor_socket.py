"""How a connection that does not come about is put into words."""

from __future__ import annotations

import logging
import socket
import time
import traceback
from typing import TYPE_CHECKING

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from agent_desk.core.privacy import Secret
from agent_desk.sandbox import HttpFault, Sandbox
from agent_desk.voicenter.dialing import TokenRefusedError, WrongGenerationError
from agent_desk.voicenter.errors import (
    CertificateError,
    ContractError,
    NameLookupError,
    ProxyError,
    RateLimitedError,
    ServiceError,
    UnreachableError,
    VoicenterError,
)
from agent_desk.voicenter.monitor_socket import DialOptions, MonitorSocket
from agent_desk.voicenter.tls import client_context
from tests.helpers.certificates import self_signed
from tests.helpers.until import until

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "token-that-nobody-may-see"


async def failure(server: str, options: DialOptions | None = None) -> VoicenterError:
    """The error of an attempt, which must not show the token anywhere."""
    link = MonitorSocket(server, 3, lambda _name, _payload: None, options or DialOptions())
    try:
        with pytest.raises(VoicenterError) as caught:
            await link.open(Secret(TOKEN))
    finally:
        await link.aclose()
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    return caught.value


class NoNames(AbstractResolver):
    """As without a network: no name can be looked up."""

    async def resolve(self, *_args: object, **_options: object) -> list[ResolveResult]:
        message = "no such host"
        raise OSError(message) from socket.gaierror()

    async def close(self) -> None:
        pass


async def test_a_name_that_cannot_be_looked_up() -> None:
    options = DialOptions(resolver=NoNames())
    assert isinstance(await failure("https://monitor.invalid", options), NameLookupError)


async def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    error = await failure(f"http://127.0.0.1:{port}")
    assert type(error) is UnreachableError


async def test_a_certificate_that_nobody_trusts(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    async with Sandbox(tls=certificate.server_context()) as sandbox:
        error = await failure(sandbox.url, DialOptions(tls=client_context()))
        assert isinstance(error, CertificateError)


async def test_a_certificate_that_is_trusted(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    async with Sandbox(tls=certificate.server_context()) as sandbox:
        names: list[str] = []
        options = DialOptions(tls=client_context(certificate.path))
        link = MonitorSocket(sandbox.url, 3, lambda name, _: names.append(name), options)
        session = sandbox.sessions.login_token("good-token")
        assert session is not None
        await link.open(Secret(session.token))
        await until(lambda: "AllExtensionsStatus" in names)
        await link.aclose()


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, ContractError),
        (302, ContractError),
        (400, WrongGenerationError),
        (401, TokenRefusedError),
        (403, TokenRefusedError),
        (404, ContractError),
        (407, ProxyError),
        (429, RateLimitedError),
        (500, ServiceError),
        (502, ServiceError),
    ],
)
async def test_a_refused_upgrade(status: int, kind: type[VoicenterError]) -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = status
        assert type(await failure(sandbox.url)) is kind


async def test_a_page_instead_of_a_websocket() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.http["/socket.io"] = HttpFault.html()
        assert type(await failure(sandbox.url)) is ContractError


async def test_a_token_that_is_refused() -> None:
    async with Sandbox(engineio="3") as sandbox:
        assert isinstance(await failure(sandbox.url), TokenRefusedError)


async def test_a_server_that_never_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        server = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        error = await failure(server, DialOptions(connect_s=0.1, open_s=0.1))
        assert error.message == "The server did not answer in time."


async def test_an_address_that_is_none() -> None:
    assert isinstance(await failure("http://[::1"), ContractError)


async def test_the_token_stays_out_of_every_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 500
        await failure(sandbox.url)
        sandbox.faults.handshake_status = None
        await failure(sandbox.url)
    assert TOKEN not in caplog.text


async def test_a_server_that_does_not_even_speak_tls_is_given_up_early(tmp_path: Path) -> None:
    """Reaching it has a time of its own; ``open_s`` is for a server that has been reached."""
    certificate = self_signed(tmp_path)
    options = DialOptions(tls=client_context(certificate.path), connect_s=0.1, open_s=50.0)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        began = time.monotonic()
        error = await failure(f"https://127.0.0.1:{deaf.getsockname()[1]}", options)
    assert error.message == "The server did not answer in time."
    assert time.monotonic() - began < 10
