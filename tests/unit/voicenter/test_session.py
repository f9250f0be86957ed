"""Signing in against the sandbox, and against answers it would not give."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.core.privacy import Secret
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.errors import (
    ContractError,
    CredentialsError,
    RejectedError,
    ServiceError,
    UnreachableError,
    VoicenterError,
)
from agent_desk.voicenter.pace import RateLimiter
from agent_desk.voicenter.rest import RestClient
from agent_desk.voicenter.session import (
    Credentials,
    LoginKind,
    Session,
    SignIn,
    Stack,
    read_session,
)
from tests.helpers.fixtures import load
from tests.helpers.http_server import Canned, free_port
from tests.helpers.service import Client, answered, sandboxed

if TYPE_CHECKING:
    from tests.helpers.clock import FakeClock

USER = Credentials(LoginKind.USER, "agent@example.com", Secret("secret"))
ACCOUNT = Credentials(LoginKind.ACCOUNT, "acct", Secret("secret"))
TOKEN = Credentials(LoginKind.TOKEN, "", Secret("good-token"))
JANUARY = datetime(2030, 1, 1, tzinfo=UTC)


def at_once() -> RateLimiter:
    return RateLimiter()


def sign_in(client: Client, stack: Stack = Stack.OLD) -> SignIn:
    return SignIn(client.rest, client.endpoints, stack, pace=at_once())


# ------------------------------------------------------------------------------- the sandbox
@pytest.mark.parametrize("credentials", [USER, ACCOUNT, TOKEN])
async def test_the_old_stack_takes_all_three_kinds(credentials: Credentials) -> None:
    async with sandboxed() as (client, sandbox):
        session = await sign_in(client).sign_in(credentials)
        assert session.token
        assert session.refresh_token
        assert session.monitors == (sandbox.url,)
        assert session.client_version == "2.4.0"
        assert session.token_expires_at is not None


@pytest.mark.parametrize("credentials", [USER, TOKEN])
async def test_the_new_stack_takes_users_and_tokens(credentials: Credentials) -> None:
    async with sandboxed() as (client, sandbox):
        service = sign_in(client, Stack.NEW)
        session = await service.sign_in(credentials)
        assert session.monitors == (sandbox.url,), "as secure as the login, no more"
        newer = await service.refresh(session)
        assert newer.token != session.token
        assert newer.refresh_token != session.refresh_token


async def test_the_new_stack_has_no_account_sign_in() -> None:
    async with sandboxed() as (client, sandbox):
        with pytest.raises(RejectedError, match="no sign-in by account"):
            await sign_in(client, Stack.NEW).sign_in(ACCOUNT)
        assert sandbox.requests == []


async def test_a_refresh_replaces_both_tokens() -> None:
    async with sandboxed() as (client, _):
        service = sign_in(client)
        session = await service.sign_in(USER)
        newer = await service.refresh(session)
        assert newer.token != session.token
        assert newer.refresh_token != session.refresh_token
        with pytest.raises(CredentialsError, match="expired") as caught:
            await service.refresh(session)
        assert caught.value.next_step == "Sign in again."


async def test_without_a_refresh_token_nothing_is_asked() -> None:
    async with sandboxed() as (client, sandbox):
        with pytest.raises(CredentialsError):
            await sign_in(client).refresh(Session(Secret("t"), (sandbox.url,)))
        assert sandbox.requests == []


@pytest.mark.parametrize("stack", list(Stack))
@pytest.mark.parametrize(
    "credentials",
    [
        Credentials(LoginKind.USER, "agent@example.com", Secret("wrong")),
        Credentials(LoginKind.ACCOUNT, "acct", Secret("wrong")),
        Credentials(LoginKind.TOKEN, "", Secret("wrong")),
    ],
)
async def test_wrong_credentials_are_called_by_name(stack: Stack, credentials: Credentials) -> None:
    if (stack, credentials.kind) == (Stack.NEW, LoginKind.ACCOUNT):
        return
    async with sandboxed() as (client, _):
        with pytest.raises(CredentialsError) as caught:
            await sign_in(client, stack).sign_in(credentials)
    is_token = credentials.kind is LoginKind.TOKEN
    assert ("token" in caught.value.message) is is_token
    assert ("password" in caught.value.next_step) is not is_token


async def test_nobody_there() -> None:
    endpoints = Endpoints.at(f"http://127.0.0.1:{await free_port()}")
    async with RestClient() as rest:
        with pytest.raises(UnreachableError):
            await SignIn(rest, endpoints).sign_in(USER)


# ----------------------------------------------------------------------------- what is sent
@pytest.mark.parametrize(
    ("credentials", "stack", "path", "body"),
    [
        (
            USER,
            Stack.OLD,
            "/monitorAPI/Login/User",
            {"email": "agent@example.com", "pin": "secret"},
        ),
        (
            ACCOUNT,
            Stack.OLD,
            "/monitorAPI/Login/Account",
            {"username": "acct", "password": "secret"},
        ),
        (TOKEN, Stack.OLD, "/monitorAPI/Login/Token", {"token": "good-token"}),
        (
            USER,
            Stack.NEW,
            "/Auth/Login/Voicenter/Monitor",
            {"identityType": "User", "username": "agent@example.com", "password": "secret"},
        ),
        (
            TOKEN,
            Stack.NEW,
            "/Auth/Login/Voicenter/Monitor",
            {"identityType": "Token", "token": "good-token"},
        ),
    ],
)
async def test_the_bodies_are_voicenters(
    credentials: Credentials, stack: Stack, path: str, body: dict[str, str]
) -> None:
    async with answered(
        load("login/old_response_ok") if stack is Stack.OLD else load("login/new_response_ok"),
        load("login/new_get_settings_response"),
    ) as (client, server):
        await sign_in(client, stack).sign_in(credentials)
    assert (server.requests[0].path, server.requests[0].body) == (path, body)


async def test_the_documented_answers_of_the_old_stack() -> None:
    first, second = load("login/old_response_ok"), load("login/old_refresh_response_ok")
    async with answered(first, second) as (client, server):
        session = await sign_in(client).sign_in(USER)
        newer = await sign_in(client).refresh(session)
    assert session == Session(
        token=Secret("socket-token-1"),
        monitors=(
            "https://monitor5.voicenter.co.il",
            "https://monitor11.voicenter.co",
            "https://monitor4.voicenter.co.il",
        ),
        token_expires_at=JANUARY,
        refresh_token=Secret("refresh-token-1"),
        refresh_expires_at=datetime(2030, 1, 2, tzinfo=UTC),
        client_version="1.3.7",
        person_id=7654321,
    )
    assert (newer.token, newer.refresh_token) == (
        Secret("socket-token-2"),
        Secret("refresh-token-2"),
    )
    assert (server.requests[1].method, server.requests[1].path) == (
        "GET",
        "/monitorAPI/RefreshIdentityToken",
    )
    assert server.requests[1].headers["Authorization"] == "Bearer refresh-token-1"


async def test_the_documented_answers_of_the_new_stack() -> None:
    answers = (load("login/new_response_ok"), load("login/new_get_settings_response"))
    async with answered(*answers) as (client, server):
        session = await sign_in(client, Stack.NEW).sign_in(USER)
    assert session == Session(
        token=Secret("socket-token-1"),
        monitors=("http://monitor5.voicenter.co.il", "http://monitor11.voicenter.co"),
        token_expires_at=JANUARY,
        refresh_token=Secret("refresh-token-1"),
        client_version="1.3.7",
        person_id=7654321,
    )
    assert server.requests[1].headers["Authorization"] == "Bearer access-token-1"


# ------------------------------------------------------------------------------ what may come
def socket(**members: object) -> dict[str, Any]:
    return {"Data": {"Socket": {"Token": "t", "URLList": ["https://m1.example.com"], **members}}}


@pytest.mark.parametrize(
    ("body", "monitors"),
    [
        ({"URL": "https://m9.example.com", "URLList": []}, ["https://m9.example.com"]),
        ({"Url": "https://m9.example.com", "URLList": None}, ["https://m9.example.com"]),
        (
            {"URLList": ["m2.example.com", "wss://m1.example.com/", "https://m2.example.com"]},
            ["https://m2.example.com", "https://m1.example.com"],
        ),
        (
            {"URLList": ["ws://[::1]:80/x", "http://127.0.0.1:81"]},
            ["http://[::1]:80", "http://127.0.0.1:81"],
        ),
        (
            {"URLList": [7, None, "", "ftp://x", "https://", "https://a:b@x", "//[", "x:99999"]},
            ["https://7"],
        ),
        (
            {
                "URLList": [],
                "MonitorList": [
                    {"Domain": "low.example.com", "Priority": "1"},
                    {"Domain": "high.example.com", "Priority": 9},
                    {"Domain": "none.example.com"},
                    "junk",
                ],
            },
            ["https://high.example.com", "https://low.example.com", "https://none.example.com"],
        ),
    ],
)
def test_monitors_come_in_many_shapes(body: dict[str, object], monitors: list[str]) -> None:
    assert list(read_session(socket(**body)).monitors) == monitors


def test_members_at_the_top_count_where_the_inner_ones_say_nothing() -> None:
    body = {**socket(URLList=[]), "URLList": ["https://top.example.com"]}
    assert read_session(body).monitors == ("https://top.example.com",)
    flat = {"token": "t", "urllist": ["https://m1.example.com"]}
    assert read_session(flat).token == Secret("t")
    assert read_session({"Socket": flat}).token == Secret("t")


def test_a_pushed_answer_keeps_what_it_does_not_say() -> None:
    earlier = read_session(
        socket(RefreshToken="r", PersonID="5", Client="https://x/y?v=4.7.2", Version="1.0")
    )
    assert (earlier.person_id, earlier.client_version) == (5, "4.7.2")
    later = read_session({"Token": "t2"}, previous=earlier)
    assert later == Session(
        Secret("t2"), earlier.monitors, None, Secret("r"), None, "4.7.2", person_id=5
    )


def test_no_server_named_means_the_built_in_ones() -> None:
    built_in = read_session({"Token": "t"}, endpoints=Endpoints.voicenter()).monitors
    servers = load("login/default_servers")
    assert built_in == tuple(f"https://{server['Domain']}" for server in servers)
    moved = read_session({"Token": "t"}, endpoints=Endpoints.at("http://127.0.0.1:9"))
    assert moved.monitors == ("http://127.0.0.1:9",), "never Voicenter's own from elsewhere"


@pytest.mark.parametrize(
    ("members", "version"),
    [
        ({"Client": "https://x/GetSocketClient?v=1.3.7", "Version": "2.4.0"}, "1.3.7"),
        ({"Client": "https://[broken?v=1", "Version": "2.4.0"}, "2.4.0"),
        ({"Version": 2}, ""),
        ({}, ""),
        ({"MonitorList": [{"Domain": "a.example.com", "Version": "4.8.1"}]}, "4.8.1"),
    ],
)
def test_the_client_version(members: dict[str, object], version: str) -> None:
    assert read_session(socket(**members)).client_version == version


@pytest.mark.parametrize("body", [None, [], "x", {}, {"Token": ""}, {"Data": {"Socket": None}}])
def test_no_token_is_no_session(body: object) -> None:
    with pytest.raises(ContractError, match="no token"):
        read_session(body)


def test_no_server_at_all_is_no_session() -> None:
    with pytest.raises(ContractError, match="no server"):
        read_session({"Token": "t"})


# ----------------------------------------------------------------------------------- refusals
@pytest.mark.parametrize("stack", list(Stack))
@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Canned({"error": "Unauthorized"}, status=401), CredentialsError),
        (Canned("Unauthorized", status=401), CredentialsError),
        (Canned({"error": "Identity token is missing"}, status=403), CredentialsError),
        (Canned({"error": "Unexpected token"}, status=500), CredentialsError),
        (Canned("Unexpected token", status=500), CredentialsError),
        (Canned({"StatusCode": 401, "Status": "Unauthorized", "Data": None}), CredentialsError),
        (Canned({"error": "Unauthorized"}), CredentialsError),
        (Canned({"error": "Database is down"}), ServiceError),
        (Canned({"error": {"code": 5}}, status=400), ServiceError),
        (Canned({"StatusCode": "500", "Status": "Error"}), ServiceError),
        (Canned({"Message": "bad"}, status=400), ServiceError),
        (Canned("oops", status=500), ServiceError),
        (Canned(""), ContractError),
        (Canned("<html>log in</html>"), ContractError),
        (Canned({"StatusCode": 200, "Data": {}}), ContractError),
        (Canned('{"StatusCode": 200, "Da'), ContractError),
    ],
)
async def test_refused_logins(stack: Stack, answer: Canned, kind: type[VoicenterError]) -> None:
    async with answered(answer) as (client, _):
        with pytest.raises(kind) as caught:
            await sign_in(client, stack).sign_in(USER)
    assert type(caught.value) is kind
    assert caught.value.message.endswith(".")


async def test_refused_settings_of_the_new_stack() -> None:
    answers = (load("login/new_response_ok"), Canned({"error": "no"}, status=403))
    async with answered(*answers) as (client, _):
        with pytest.raises(CredentialsError):
            await sign_in(client, Stack.NEW).sign_in(USER)


async def test_logins_are_held_to_one_a_second(clock: FakeClock) -> None:
    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    start = clock.monotonic()
    async with answered(load("login/old_response_ok")) as (client, _):
        service = SignIn(
            client.rest,
            client.endpoints,
            pace=RateLimiter(1, 1.0, clock=clock, sleep=sleep),
        )
        for _ in range(3):
            await service.sign_in(USER)
    assert clock.monotonic() - start == pytest.approx(2.0)


def test_nothing_printed_gives_a_secret_away() -> None:
    session = read_session(socket(Token="MARKED", RefreshToken="MARKED"))
    credentials = Credentials(LoginKind.USER, "MARKED@example.com", Secret("MARKED"))
    assert "MARKED" not in f"{session!r} {session} {credentials!r} {credentials}"
