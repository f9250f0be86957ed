"""Agent statuses."""

from __future__ import annotations

import pytest

from agent_desk.core.privacy import Secret
from agent_desk.voicenter.errors import (
    ApiCodeError,
    ContractError,
    NetworkNotAllowedError,
    RejectedError,
    ServiceError,
    VoicenterError,
)
from agent_desk.voicenter.status import (
    AgentStatus,
    SeatInUseError,
    StatusName,
    StatusNotUsedError,
    UnknownExtensionError,
)
from tests.helpers.fixtures import load
from tests.helpers.http_server import Canned
from tests.helpers.service import Client, answered, sandboxed


def statuses(client: Client) -> AgentStatus:
    return AgentStatus(client.rest, client.endpoints, client.code)


async def test_a_status_is_set() -> None:
    async with sandboxed() as (client, sandbox):
        await statuses(client).set(user_id=700001, extension="SIPSIP1", status=3)
        assert sandbox.world.extension("SIPSIP1").status == 3
    body = load("login/set_status_request") | {
        "Code": "apicode",
        "UserId": "700001",
        "ExtensionUser": "SIPSIP1",
        "Status": 3,
    }
    assert sandbox.requests[0].body == body


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (load("login/set_status_response_auth_failed"), ApiCodeError, "API code or the user"),
        (load("login/set_status_response_in_use"), SeatInUseError, "Somebody else is signed in"),
        ({"Status": "2", "StatusError": "1"}, ApiCodeError, "API code"),
        ({"Status": 3, "StatusError": 1}, UnknownExtensionError, "this extension"),
        ({"Status": 4, "StatusError": 1}, UnknownExtensionError, "this extension"),
        (
            {"Status": 4, "StatusError": 1, "StatusErroMessage": "Status not support"},
            StatusNotUsedError,
            "does not use this status",
        ),
        ({"Status": 2, "StatusError": 6}, RejectedError, "did not understand"),
        ({"Status": 1, "StatusError": 0}, RejectedError, "did not understand"),
        ({"Status": 1, "StatusError": 4}, ServiceError, "(code 1/4)"),
        ({"Status": 1}, ServiceError, "code 1"),
        ({"StatusError": 1}, ContractError, "did not say"),
        (Canned({"error": "IP"}, status=403), NetworkNotAllowedError, "Your network"),
        (Canned("<html>"), ContractError, "web page"),
    ],
)
async def test_refusals(answer: object, kind: type[VoicenterError], words: str) -> None:
    async with answered(answer) as (client, _):
        with pytest.raises(kind) as caught:
            await statuses(client).set(user_id=1, extension="SIPSIP1", status=1)
    assert type(caught.value) is kind
    assert words in caught.value.message


async def test_the_accounts_own_names() -> None:
    async with sandboxed() as (client, _):
        names = await statuses(client).names()
    assert StatusName(1, "Login", "#0A6638") in names


async def test_names_of_any_quality() -> None:
    entries = [
        {"id": "1", "NAME": "כניסה", "color": "red"},
        {"ID": None, "Name": "x"},
        {"ID": 2, "Name": ""},
        None,
    ]
    async with answered({"Statuses": entries}) as (client, server):
        assert await statuses(client).names() == (StatusName(1, "כניסה", ""),)
    assert dict(server.requests[0].query) == {"code": "apicode"}


async def test_no_names() -> None:
    async with sandboxed() as (client, _):
        wrong = Client(client.rest, client.endpoints, Secret("wrong"))
        with pytest.raises(ApiCodeError, match="no statuses"):
            await statuses(wrong).names()
    async with answered({"error": "x"}) as (client, _):
        with pytest.raises(ContractError, match="no list"):
            await statuses(client).names()
