"""Calling by click: sent once, and honest about what may have happened."""

from __future__ import annotations

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.sandbox import HttpFault
from agent_desk.voicenter.click2call import (
    CallingBarredError,
    CallNotStartedError,
    Click2Call,
    PhoneOfflineError,
)
from agent_desk.voicenter.errors import (
    ApiCodeError,
    ContractError,
    NetworkNotAllowedError,
    NotSentError,
    RejectedError,
    ServiceError,
    UnknownOutcomeError,
    VoicenterError,
)
from tests.helpers.fixtures import load
from tests.helpers.http_server import Canned
from tests.helpers.service import Client, answered, sandboxed

TARGET = PhoneNumber("050-123-4567")
PATH = "/ForwardDialer/click2call.aspx"


def click2call(client: Client) -> Click2Call:
    return Click2Call(client.rest, client.endpoints, client.code)


async def test_a_call_is_started_and_ended() -> None:
    async with sandboxed() as (client, sandbox):
        call_id = await click2call(client).call("SIPSIP1", TARGET, variables={"Order": "17"})
        [call] = sandbox.world.calls(extension="SIPSIP1")
        assert call.ivrid == call_id
        await click2call(client).terminate("SIPSIP1")
        assert sandbox.world.calls() == []
    assert sandbox.requests[0].body == {
        "code": "apicode",
        "phone": "SIPSIP1",
        "target": "0501234567",
        "action": "call",
        "checkphonedevicestate": "true",
        "var_Order": "17",
        "format": "json",
    }
    assert sandbox.requests[1].body == load("click2call/request_terminate") | {
        "code": "apicode",
        "phone": "SIPSIP1",
    }


async def test_a_hang_up_whose_call_is_over_is_not_sent() -> None:
    # The service ends whatever runs: by the time the connection stands that may be another call.
    asked: list[int] = []

    def is_wanted() -> bool:
        asked.append(1)
        return False

    async with sandboxed() as (client, sandbox):
        service = click2call(client)
        await service.call("SIPSIP1", TARGET)
        with pytest.raises(NotSentError):
            await service.terminate("SIPSIP1", is_wanted=is_wanted)
        assert asked == [1]
        assert len(sandbox.world.calls()) == len(sandbox.requests) == 1
        await service.terminate("SIPSIP1", is_wanted=lambda: True)
        assert sandbox.world.calls() == []


async def test_everything_that_can_be_asked() -> None:
    async with answered(load("click2call/response_ok")) as (client, server):
        call_id = await click2call(client).call(
            "SIPSIP1",
            PhoneNumber("SIPSIP2"),
            record=False,
            caller_id=PhoneNumber("+972 72-277-6772"),
            auto_answer=True,
            language="he",
        )
    assert call_id == "20201200013quvnhxku5v"
    body = server.requests[0].body
    assert body["target"] == "SIPSIP2"
    assert body["record"] == "false"
    assert body["targetcallerid"] == "972722776772"
    assert body["phoneautoanswer"] == "true"
    assert body["language"] == "he"


@pytest.mark.parametrize("raw", ["", "Anonymous", "+", "call me", "*2700", "05\u0660", "../x"])
async def test_what_cannot_be_called_is_not_sent(raw: str) -> None:
    async with answered({}) as (client, server):
        with pytest.raises(RejectedError, match="not a number that can"):
            await click2call(client).call("SIPSIP1", PhoneNumber(raw))
        assert server.requests == []


async def test_no_more_than_ten_variables() -> None:
    async with answered({}) as (client, server):
        with pytest.raises(ValueError, match="10"):
            await click2call(client).call(
                "SIPSIP1", TARGET, variables={str(n): "x" for n in range(11)}
            )
        assert server.requests == []


@pytest.mark.parametrize(
    "answer", [load("click2call/success.xml"), "\n " + load("click2call/success.xml")]
)
async def test_xml_is_understood_too(answer: str) -> None:
    text = Canned(answer, headers={"Content-Type": "text/xml"})
    async with answered(text) as (client, _):
        assert await click2call(client).call("SIPSIP1", TARGET) == "20201200013quvnhxku5v"


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "0">]><methodResponse><params><param><value>'
    "<struct><member><name>ERRORCODE</name><value>&a;</value></member></struct></value></param>"
    "</params></methodResponse>"
)
NO_VALUE = "<methodResponse><member><name>ERRORCODE</name></member></methodResponse>"


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (load("click2call/response_error_offline"), PhoneOfflineError, "phone is not connected"),
        (Canned(load("click2call/error_phone_missing.xml")), RejectedError, "missing or wrong"),
        ({"ERRORCODE": "1", "ERRORMESSAGE": "Code is invalid"}, ApiCodeError, "API code"),
        ({"ERRORCODE": 2}, CallNotStartedError, "(code 2)"),
        ({"ERRORCODE": 4}, CallingBarredError, "may not start calls"),
        ({"ERRORCODE": 5}, UnknownOutcomeError, "may have been carried out (code 5)"),
        ({"ERRORCODE": -1}, UnknownOutcomeError, "(code -1)"),
        ({"ERRORCODE": "99", "CALLID": "c1"}, UnknownOutcomeError, "(code 99)"),
        ({"ERRORCODE": "?"}, UnknownOutcomeError, "may have been carried out"),
        ({}, UnknownOutcomeError, "may have been carried out"),
        (Canned(""), UnknownOutcomeError, "may have been carried out"),
        (Canned('{"ERRORCO'), UnknownOutcomeError, "may have been carried out"),
        (Canned("<html></html>"), ContractError, "web page"),
        (Canned("<p>not xml"), ContractError, "web page"),
        (Canned(BOMB), ContractError, "web page"),
        (Canned(NO_VALUE), ContractError, "web page"),
        (Canned("<methodResponse>" + " " * 70_000 + "</methodResponse>"), ContractError, "page"),
        (Canned("Forbidden", status=403), NetworkNotAllowedError, "Your network"),
        (Canned({"error": "IP"}, status=403), NetworkNotAllowedError, "Your network"),
        (Canned("oops", status=500), ServiceError, "HTTP 500"),
        (Canned("", status=502), UnknownOutcomeError, "may have been carried out"),
    ],
)
async def test_refusals(answer: object, kind: type[VoicenterError], words: str) -> None:
    async with answered(answer) as (client, server):
        with pytest.raises(kind) as caught:
            await click2call(client).call("SIPSIP1", TARGET)
        assert len(server.requests) == 1, "never sent twice"
    assert type(caught.value) is kind
    assert words in caught.value.message


async def test_a_lost_answer_is_not_asked_for_again() -> None:
    async with sandboxed() as (client, sandbox):
        sandbox.faults.http[PATH] = HttpFault(is_cut=True)
        for verb in (
            click2call(client).call("SIPSIP1", TARGET),
            click2call(client).terminate("SIPSIP1"),
        ):
            with pytest.raises(UnknownOutcomeError) as caught:
                await verb
            assert caught.value.next_step == "Look at your phone before you try again."
        assert len(sandbox.requests) == 2


async def test_the_sandboxs_own_refusals() -> None:
    async with sandboxed() as (client, sandbox):
        with pytest.raises(RejectedError, match="not connected"):
            await click2call(client).call("SIPSIP9", TARGET)
        sandbox.world.extension("SIPSIP1").is_barred_from_click2call = True
        with pytest.raises(RejectedError, match="may not"):
            await click2call(client).call("SIPSIP1", TARGET)
        sandbox.faults.is_ip_refused = True
        with pytest.raises(NetworkNotAllowedError):
            await click2call(client).terminate("SIPSIP1")
