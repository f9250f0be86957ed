"""The organisation's extensions."""

from __future__ import annotations

import pytest

from agent_desk.core.privacy import Secret
from agent_desk.voicenter.directory import Directory, DirectoryEntry
from agent_desk.voicenter.errors import (
    ApiCodeError,
    ContractError,
    NetworkNotAllowedError,
    ServiceError,
    VoicenterError,
)
from tests.helpers.fixtures import load
from tests.helpers.http_server import Canned
from tests.helpers.service import Client, answered, sandboxed


def directory(client: Client) -> Directory:
    return Directory(client.rest, client.endpoints, client.code)


async def test_the_documented_answer() -> None:
    async with answered(load("extensions/response_ok")) as (client, server):
        entries = await directory(client).extensions(is_whole_organisation=False)
    assert entries[0] == DirectoryEntry(
        sip="SIPSIP1",
        name="Extension 1",
        speed_dial="11",
        account_id=12345678,
        account_name="Voicenter Account",
        user_name="John Doe",
        user_email="John.d@voicenter.co.il",
    )
    assert "John" not in repr(entries)
    assert server.requests[0].body == {"code": "apicode", "showAll": 0}


async def test_the_sandboxs_extensions() -> None:
    async with sandboxed() as (client, _):
        entries = await directory(client).extensions()
    assert [entry.sip for entry in entries] == ["SIPSIP1", "SIPSIP2", "SIPSIP3"]


async def test_entries_without_a_code_are_left_out() -> None:
    entries = [None, {"Name": "x"}, {"sip": "A", "speeddial": 11}]
    async with answered({"err": "0", "extensions": entries}) as (client, _):
        assert await directory(client).extensions() == (DirectoryEntry("A", speed_dial="11"),)


async def test_an_empty_list_means_a_wrong_code() -> None:
    async with sandboxed() as (client, _):
        wrong = Client(client.rest, client.endpoints, Secret("wrong"))
        with pytest.raises(ApiCodeError) as caught:
            await directory(wrong).extensions()
    assert caught.value.next_step
    async with answered(load("extensions/response_wrong_code_empty")) as (client, _):
        with pytest.raises(ApiCodeError, match="no extension") as caught:
            await directory(client).extensions()
    assert caught.value.next_step == "Check the API code."


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ({"ERR": 1, "DESC": "Unauthorized"}, ApiCodeError),
        ({"ERR": 2, "DESC": "Internal error."}, ServiceError),
        ({"EXTENSIONS": []}, ContractError),
        (Canned("", status=403), NetworkNotAllowedError),
        (Canned("<html>"), ContractError),
    ],
)
async def test_refusals(answer: object, kind: type[VoicenterError]) -> None:
    async with answered(answer) as (client, _):
        with pytest.raises(kind) as caught:
            await directory(client).extensions()
    assert type(caught.value) is kind
