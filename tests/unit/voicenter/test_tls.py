"""Who is trusted, and what a failed connection means in words."""

from __future__ import annotations

import socket
import ssl
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import aiohttp
import pytest

from agent_desk.voicenter.errors import CertificateError, NameLookupError, UnreachableError
from agent_desk.voicenter.rest import RestClient
from agent_desk.voicenter.tls import client_context, connection_error
from tests.helpers.certificates import self_signed
from tests.helpers.http_server import Canned, serving

if TYPE_CHECKING:
    from pathlib import Path


async def failure(url: str, context: ssl.SSLContext) -> CertificateError:
    async with RestClient(ssl_context=context) as rest:
        with pytest.raises(CertificateError) as caught:
            await rest.post_json(url, {}, idempotent=True)
    return caught.value


async def test_an_extra_authority_is_trusted_by_both_libraries(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    context = client_context(certificate.path)
    async with serving(Canned({"a": 1}), tls=certificate.server_context()) as server:
        async with RestClient(ssl_context=context) as rest:
            assert (await rest.get_json(server.url)).body == {"a": 1}
        connector = aiohttp.TCPConnector(ssl=context)
        async with aiohttp.ClientSession(connector=connector) as session:
            assert (await (await session.get(server.url)).json()) == {"a": 1}


def test_the_process_has_one_context() -> None:
    assert client_context() is client_context()


async def test_a_new_connection_does_not_read_the_systems_certificates_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = self_signed(tmp_path)
    context = client_context()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.path))
    async with serving(Canned(), tls=certificate.server_context()) as server:
        error = await failure(server.url, context)
    assert "could not prove" in error.message


async def test_an_unknown_authority_is_refused(tmp_path: Path) -> None:
    async with serving(Canned(), tls=self_signed(tmp_path).server_context()) as server:
        error = await failure(server.url, client_context())
        assert error.message == "The server could not prove that it is Voicenter."
        assert "proxy" in error.next_step
        assert server.requests == []


async def test_an_expired_certificate_points_at_the_clock(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path, valid_for=timedelta(days=-1))
    async with serving(Canned(), tls=certificate.server_context()) as server:
        error = await failure(server.url, client_context(certificate.path))
    assert "out of date" in error.message
    assert "date and time" in error.next_step


async def test_the_certificate_of_another_server_is_refused(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path, address="127.0.0.2")
    async with serving(Canned(), tls=certificate.server_context()) as server:
        error = await failure(server.url, client_context(certificate.path))
    assert "another server" in error.message


async def test_a_server_that_speaks_no_tls(tmp_path: Path) -> None:
    del tmp_path
    async with serving(Canned()) as server:
        error = await failure(server.url.replace("http:", "https:"), client_context())
    assert "secure connection" in error.message


def chained(*errors: BaseException) -> BaseException:
    """The first error, caused by the second, which came up while the third was handled ..."""
    for outer, inner in pairwise(errors):
        outer.__context__ = inner
    return errors[0]


def test_the_reason_is_found_however_deep_it_hides() -> None:
    lookup = socket.gaierror(-2, "Name or service not known")
    assert isinstance(connection_error(chained(OSError(), ValueError(), lookup)), NameLookupError)
    group = ExceptionGroup("all attempts", [OSError(), lookup])
    assert isinstance(connection_error(chained(OSError(), group)), NameLookupError)
    refused = connection_error(chained(OSError(), ConnectionRefusedError()))
    assert type(refused) is UnreachableError


def refused_certificate(code: int | None) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "no")
    if code is not None:
        error.verify_code = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (None, "could not prove"),
        (20, "could not prove"),
        (10, "out of date"),
        (0x800B0101, "out of date"),
        (-67818, "out of date"),
        (62, "another server"),
        (0x800B010F, "another server"),
        (-67602, "another server"),
    ],
)
def test_every_system_has_its_own_codes(code: int | None, words: str) -> None:
    error = connection_error(refused_certificate(code))
    assert isinstance(error, CertificateError)
    assert words in error.message


def test_an_error_without_a_code_may_come_from_one_that_has_it() -> None:
    error = connection_error(chained(refused_certificate(None), refused_certificate(10)))
    assert "out of date" in error.message


def test_a_circle_of_causes_ends() -> None:
    first, second = ValueError(), OSError()
    first.__context__, second.__context__ = second, first
    assert type(connection_error(first)) is UnreachableError
