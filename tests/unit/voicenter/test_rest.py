"""The HTTP client against servers that misbehave in every known way."""

from __future__ import annotations

import gzip
import json
import logging
import socket

import httpx
import pytest

from agent_desk.core.errors import BadInputError
from agent_desk.voicenter.errors import (
    ContractError,
    NameLookupError,
    NetworkNotAllowedError,
    ProxyError,
    RateLimitedError,
    ServiceError,
    UnknownOutcomeError,
    UnreachableError,
    VoicenterError,
)
from agent_desk.voicenter.reply import decode_json
from agent_desk.voicenter.rest import MAX_BYTES, RestClient
from tests.helpers.http_server import Canned, free_port, raw_server, serving

HTML = Canned("<!doctype html><html>502</html>", headers={"Content-Type": "text/html"})


class Rest:
    """A client that ignores the environment, with the two kinds of request side by side."""

    def __init__(self, **options: object) -> None:
        self.client = RestClient(**options)  # type: ignore[arg-type]

    async def __aenter__(self) -> RestClient:
        return self.client

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()


async def test_a_request_and_its_answer() -> None:
    async with serving(Canned({"ErrorCode": "200"}, status=400)) as server, Rest() as rest:
        reply = await rest.post_json(
            f"{server.url}/path", {"name": "דנה \ud800"}, headers={"X-A": "ב"}, idempotent=True
        )
    assert "200" not in repr(reply)
    assert (reply.status, reply.body) == (400, {"ErrorCode": "200"})
    assert reply.fields() == {"errorcode": "200"}
    assert reply.verdict("errorcode") == ({"errorcode": "200"}, 200)
    [request] = server.requests
    assert (request.method, request.path, request.body) == ("POST", "/path", {"name": "דנה \ud800"})
    assert request.headers["Accept-Encoding"] == "identity"
    assert request.headers["Content-Type"] == "application/json"


async def test_parameters_of_a_get_are_escaped() -> None:
    async with serving(Canned([])) as server, Rest() as rest:
        assert (await rest.get_json(server.url, params={"code": "a&b=c"})).body == []
    assert server.requests[0].query["code"] == "a&b=c"


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (Canned(""), ContractError, "The answer was empty (HTTP 200)."),
        (HTML, ContractError, "A web page came instead of an answer (HTTP 200)."),
        (Canned('{"a": [1, 2'), ContractError, "cut short or is not JSON"),
        (Canned("Hello"), ContractError, "The answer was not JSON"),
        (Canned([1]), ContractError, "a list where an object"),
        (Canned('"text"'), ContractError, "not JSON"),
        (Canned("", status=302), ContractError, "HTTP 302"),
        (Canned("x", status=404), ContractError, "HTTP 404"),
        (Canned("Forbidden", status=403), NetworkNotAllowedError, "not on Voicenter's list"),
        (Canned("", status=407), ProxyError, "proxy asks for a sign-in"),
        (Canned("oops", status=500), ServiceError, "fault of its own (HTTP 500)"),
        (Canned("[" * 200_000), ContractError, "cut short or is not JSON"),
    ],
)
async def test_answers_that_are_no_object(
    answer: Canned, kind: type[VoicenterError], words: str
) -> None:
    async with serving(answer) as server, Rest() as rest:
        reply = await rest.post_json(server.url, {}, idempotent=True)
    with pytest.raises(kind) as caught:
        reply.fields()
    assert type(caught.value) is kind
    assert words in caught.value.message
    assert caught.value.next_step


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Canned({"error": "IP is not authorized"}, status=403), NetworkNotAllowedError),
        (Canned({"error": "oops"}, status=500), ServiceError),
        (Canned({"error": "oops"}), ContractError),
        (Canned({"ErrorCode": "none"}), ContractError),
    ],
)
async def test_no_code_is_no_success(answer: Canned, kind: type[VoicenterError]) -> None:
    async with serving(answer) as server, Rest() as rest:
        reply = await rest.post_json(server.url, {}, idempotent=True)
    with pytest.raises(kind) as caught:
        reply.verdict("errorcode")
    assert type(caught.value) is kind


async def test_a_body_of_5_mb_is_refused_and_1_mb_is_not() -> None:
    big = Canned('{"a": "' + "x" * 5_000_000 + '"}')
    small = Canned('{"a": "' + "x" * 1_000_000 + '"}')
    async with serving(big, small) as server, Rest() as rest:
        with pytest.raises(ContractError, match="far too big") as caught:
            await rest.post_json(server.url, {}, idempotent=True)
        assert "2048 KB" in caught.value.message
        reply = await rest.post_json(server.url, {}, idempotent=True)
        assert len(reply.content) == 1_000_009
    assert len(server.requests) == 2, "a big answer is not asked for again"


async def test_a_body_of_unknown_length_is_cut_off_too() -> None:
    chunk = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    async with raw_server(head, *[chunk] * 1000) as server, Rest() as rest:
        with pytest.raises(ContractError, match="far too big"):
            await rest.post_json(server.url, {}, idempotent=True)
    assert len(server.requests) == 1


async def test_a_larger_cap_can_be_asked_for() -> None:
    big = Canned('{"a": "' + "x" * MAX_BYTES + '"}')
    async with serving(big) as server, Rest() as rest:
        reply = await rest.post_json(server.url, {}, idempotent=True, max_bytes=2 * MAX_BYTES)
    assert reply.fields()


async def test_a_compressed_answer_is_refused_unopened() -> None:
    bomb = Canned(gzip.compress(b" " * 20_000_000), headers={"Content-Encoding": "gzip"})
    async with serving(bomb) as server, Rest() as rest:
        with pytest.raises(ContractError, match="compressed"):
            await rest.post_json(server.url, {}, idempotent=True)


async def test_a_cookie_is_never_sent_back() -> None:
    cookie = Canned({}, headers={"Set-Cookie": "who=me"})
    async with serving(cookie) as server, Rest() as rest:
        for _ in range(2):
            await rest.post_json(server.url, {}, idempotent=True)
    assert "Cookie" not in server.requests[1].headers


async def test_redirects_are_not_followed() -> None:
    async with serving(Canned("", status=302, headers={"Location": "/"})) as server, Rest() as rest:
        assert (await rest.get_json(server.url)).status == 302
    assert len(server.requests) == 1


# ------------------------------------------------------------------------ failures on the way
CUT = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"


async def test_nobody_listens() -> None:
    url = f"http://127.0.0.1:{await free_port()}"
    async with Rest() as rest:
        for is_idempotent in (True, False):
            with pytest.raises(UnreachableError) as caught:
                await rest.post_json(url, {}, idempotent=is_idempotent)
            assert type(caught.value) is UnreachableError
            assert caught.value.message == "Voicenter cannot be reached."


@pytest.fixture
def no_such_host(monkeypatch: pytest.MonkeyPatch) -> str:
    def lookup(*_args: object, **_kwargs: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    return "https://host.invalid"


async def test_a_name_that_cannot_be_looked_up(no_such_host: str) -> None:
    async with Rest() as rest:
        for is_idempotent in (True, False):
            with pytest.raises(NameLookupError) as caught:
                await rest.post_json(no_such_host, {}, idempotent=is_idempotent)
            assert caught.value.message == "The name of Voicenter's server could not be looked up."
            assert "network connection" in caught.value.next_step


async def test_an_answer_that_never_comes() -> None:
    async with serving(Canned(is_silent=True)) as server, Rest(timeout_s=0.1) as rest:
        with pytest.raises(UnreachableError, match="did not answer in time") as caught:
            await rest.post_json(server.url, {}, idempotent=True)
        assert not isinstance(caught.value, UnknownOutcomeError)
        assert len(server.requests) == 1, "a time-out is not repeated"
        with pytest.raises(UnknownOutcomeError, match="may have been carried out"):
            await rest.post_json(server.url, {}, idempotent=False)
        assert len(server.requests) == 2


async def test_an_answer_that_drips_for_ever() -> None:
    drips = [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", *[b" "] * 1000]
    async with raw_server(*drips, pause_s=0.02) as server, Rest() as rest:
        with pytest.raises(UnreachableError, match="in time"):
            await rest.post_json(server.url, {}, idempotent=True, timeout_s=0.2)
        with pytest.raises(UnknownOutcomeError):
            await rest.post_json(server.url, {}, idempotent=False, timeout_s=0.2)


@pytest.mark.parametrize("pieces", [(), (CUT,), (CUT, b'{"a"')])
async def test_a_connection_that_breaks_is_tried_again_only_if_harmless(
    pieces: tuple[bytes, ...],
) -> None:
    async with raw_server(*pieces) as server, Rest() as rest:
        with pytest.raises(UnreachableError, match="connection broke"):
            await rest.post_json(server.url, {}, idempotent=True)
        assert len(server.requests) == 3
        with pytest.raises(UnknownOutcomeError):
            await rest.post_json(server.url, {}, idempotent=False)
        assert len(server.requests) == 4


async def test_a_gateway_that_recovers_is_asked_again() -> None:
    async with serving(Canned("", status=502), Canned({"a": 1})) as server, Rest() as rest:
        assert (await rest.get_json(server.url)).body == {"a": 1}


@pytest.mark.parametrize(
    ("status", "kind"),
    [(502, UnknownOutcomeError), (503, ServiceError), (504, UnknownOutcomeError)],
)
async def test_a_gateway_that_stays_broken(status: int, kind: type[VoicenterError]) -> None:
    async with serving(Canned("busy", status=status)) as server, Rest() as rest:
        with pytest.raises(ServiceError, match=f"HTTP {status}"):
            await rest.get_json(server.url)
        assert len(server.requests) == 3
        with pytest.raises(kind) as caught:
            await rest.post_json(server.url, {}, idempotent=False)
        assert type(caught.value) is kind
        assert len(server.requests) == 4


async def test_an_unreadable_answer_to_what_must_not_happen_twice() -> None:
    async with serving(Canned("x" * (MAX_BYTES + 1))) as server, Rest() as rest:
        with pytest.raises(UnknownOutcomeError):
            await rest.post_json(server.url, {}, idempotent=False)


async def test_what_must_not_happen_twice_never_uses_an_old_connection() -> None:
    async with serving(Canned({})) as server, Rest() as rest:
        ports = set()
        for _ in range(2):
            await rest.post_json(server.url, {}, idempotent=False)
            ports.add(server.requests[-1].peer)
        assert len(ports) == 2
        for _ in range(2):
            await rest.post_json(server.url, {}, idempotent=True)
            ports.add(server.requests[-1].peer)
        assert len(ports) == 3


@pytest.mark.parametrize(
    ("header", "pause_s"),
    [(None, 5), ("12", 12), ("soon", 5), ("0", 1), ("nan", 5), ("1e9", 300)],
)
async def test_too_many_requests(header: str | None, pause_s: float) -> None:
    headers = {} if header is None else {"Retry-After": header}
    async with serving(Canned({}, status=429, headers=headers)) as server, Rest() as rest:
        with pytest.raises(RateLimitedError) as caught:
            await rest.post_json(server.url, {}, idempotent=False)
    assert caught.value.retry_after_s == pause_s


@pytest.mark.parametrize("url", ["https://[::bad", "gopher://desk.invalid", "/path"])
async def test_an_address_that_is_none(url: str) -> None:
    async with Rest() as rest:
        with pytest.raises(UnreachableError):
            await rest.post_json(url, {}, idempotent=True)
        with pytest.raises(UnreachableError):
            await rest.post_json(url, {}, idempotent=False)


async def test_a_transport_of_ones_own() -> None:
    answer = httpx.ByteStream(b'{"a": 1}')
    transport = httpx.MockTransport(lambda _request: httpx.Response(200, stream=answer))
    async with Rest(transport=transport) as rest:
        assert (await rest.get_json("http://desk.invalid")).body == {"a": 1}


async def test_a_server_that_does_not_even_take_the_call() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout(request.method, request=request)

    async with Rest(transport=httpx.MockTransport(refuse)) as rest:
        for is_idempotent in (True, False):
            with pytest.raises(UnreachableError, match="in time"):
                await rest.post_json("http://desk.invalid", {}, idempotent=is_idempotent)


async def test_a_token_that_cannot_be_sent_is_not_quoted_either() -> None:
    async with serving(Canned({})) as server, Rest() as rest:
        with pytest.raises(BadInputError) as caught:
            await rest.get_json(server.url, headers={"Authorization": "Bearer se\ncret"})
    assert "cret" not in str(caught.value)
    assert server.requests == []


# ------------------------------------------------------------------------------------- privacy
async def test_no_secret_and_no_number_reaches_a_log_or_an_exception(
    caplog: pytest.LogCaptureFixture, no_such_host: str
) -> None:
    caplog.set_level(logging.DEBUG)
    marked = {"code": "MARKED-CODE", "phone": "972501234567"}
    headers = {"Authorization": "Bearer MARKED-TOKEN"}
    errors: list[VoicenterError] = []
    answers = (Canned({}), Canned("<p>972501234567 MARKED-CODE", status=403), Canned("", 502))
    async with serving(*answers) as server, Rest(timeout_s=1) as rest:
        for url in [server.url] * 4 + [no_such_host, f"http://127.0.0.1:{await free_port()}"]:
            try:
                reply = await rest.post_json(url, marked, headers=headers, idempotent=False)
                reply.fields()
            except VoicenterError as error:
                errors.append(error)
            try:
                reply = await rest.get_json(url, params=marked, headers=headers)
                assert "972501234567" not in repr(reply)
                reply.fields()
            except VoicenterError as error:
                errors.append(error)
    told = caplog.text + "".join(_full_text(error) for error in errors)
    assert len(errors) > 8
    assert "MARKED" not in told
    assert "972501234567" not in told


def _full_text(error: BaseException | None) -> str:
    if error is None:
        return ""
    return f"{error!r} {error} {_full_text(error.__cause__)} {_full_text(error.__context__)}"


# --------------------------------------------------------------------------------------- JSON
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"a": 1}', {"a": 1}),
        (b" \r\n[1]", [1]),
        (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
        ('{"a": "ש"}'.encode("utf-16"), {"a": "ש"}),
        (b'{"a": NaN}', None),
        (b'{"a": "\\ud800"}', {"a": "\ud800"}),
        (b'{"a": "\xff"}', {"a": "\ufffd"}),
        (b'{"a": "x\ny"}', None),
        (b'"text"', None),
        (b"5", None),
        (b"", None),
        (b"{", None),
        (b"[" * 100_000, None),
        (b'{"a":' * 100_000, None),
    ],
)
def test_json_is_read_where_anything_can_read_it(content: bytes, expected: object) -> None:
    value = decode_json(content)
    if content == b'{"a": NaN}':
        assert isinstance(value, dict)
        assert json.dumps(value) == '{"a": NaN}'
    else:
        assert value == expected
