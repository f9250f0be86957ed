"""Polling gives the same snapshots as listening."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.core.privacy import Secret
from agent_desk.voicenter.active_calls import ActiveCalls
from agent_desk.voicenter.errors import (
    ApiCodeError,
    ContractError,
    NetworkNotAllowedError,
    ServiceError,
    VoicenterError,
)
from agent_desk.voicenter.event_types import (
    Call,
    CallStatus,
    Direction,
    Extension,
    Queue,
    QueueCall,
    Recording,
)
from tests.helpers.fixtures import load
from tests.helpers.http_server import Canned
from tests.helpers.service import Client, answered, sandboxed


def active_calls(client: Client) -> ActiveCalls:
    return ActiveCalls(client.rest, client.endpoints, client.code)


async def test_the_documented_extensions() -> None:
    async with answered(load("active_calls/get_extensions_calls_response")) as (client, server):
        snapshot = await active_calls(client).extensions("SIPSIP1")
    idle, talking = snapshot.extensions
    assert idle == Extension(
        "SIPSIP1", user_id=6946792, user_name="User 1", agent_name="User 1", status_code=2
    )
    assert talking.online_user_id == 46454322
    [call] = talking.calls
    assert call == Call(
        call_id="2020101201cc7b38df",
        direction=Direction.OUTGOING,
        status=CallStatus.TALKING,
        is_answered=True,
        # 01:23:38 on an Israeli clock, where summer time ended on 25 October 2020.
        started_at=datetime(2020, 10, 11, 22, 23, 38, tzinfo=UTC),
        answered_at=datetime(2020, 10, 11, 22, 23, 39, tzinfo=UTC),
        number=PhoneNumber("0722776772"),
        name="Voicenter",
        recording=Recording("2020101201cc7b38df-aws-SIPSIP2-972722776772.mp3", is_muted=False),
    )
    assert server.requests[0].path == "/comet/API/GetExtensionsCalls"
    assert server.requests[0].body == {"code": "apicode", "extension": "SIPSIP1"}


async def test_the_documented_queues() -> None:
    async with answered(load("active_calls/get_queues_callers_response")) as (client, server):
        snapshot = await active_calls(client).queues(12345678)
    waiting = QueueCall(
        "202010131430590714966",
        PhoneNumber("0722776772"),
        joined_at=datetime(2020, 10, 13, 11, 32, 45, tzinfo=UTC),
    )
    assert snapshot.queues == (
        Queue(12345678, "Sales Queue", (waiting,)),
        Queue(87654321, "Support Queue"),
    )
    assert server.requests[0].body == {"code": "apicode", "queue": "12345678"}


async def test_what_the_sandbox_says_matches_its_world() -> None:
    async with sandboxed() as (client, sandbox):
        call = sandbox.world.ring("SIPSIP1", "0501234567", custom_data={"Order": "17"})
        caller = sandbox.world.join_queue("Sales queue", "0507654321")
        service = active_calls(client)
        found = {e.sip: e for e in (await service.extensions()).extensions}
        assert list(found) == ["SIPSIP1", "SIPSIP2", "SIPSIP3"]
        [ringing] = found["SIPSIP1"].calls
        assert (ringing.call_id, ringing.status) == (call.ivrid, CallStatus.RINGING)
        assert ringing.custom_data == {"Order": "17"}
        assert ringing.started_at is not None
        assert abs(datetime.now(UTC) - ringing.started_at).total_seconds() < 10
        assert found["SIPSIP2"].calls == ()
        [queue] = [q for q in (await service.queues()).queues if q.calls]
        assert queue.calls[0].call_id == caller.ivrid
        [alone] = (await service.extensions("SIPSIP2")).extensions
        assert alone.sip == "SIPSIP2"


async def test_entries_nobody_can_use_are_counted() -> None:
    entries = [None, {"username": ""}, {"username": "A"}, {"username": "B", "calls": []}]
    async with answered({"ERR": "0", "EXTENSIONS": entries}) as (client, _):
        snapshot = await active_calls(client).extensions()
    assert [extension.sip for extension in snapshot.extensions] == ["B"]
    assert snapshot.malformed == 3


async def test_a_wrong_code() -> None:
    async with sandboxed() as (client, _):
        wrong = Client(client.rest, client.endpoints, Secret("wrong"))
        with pytest.raises(ApiCodeError):
            await active_calls(wrong).extensions()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (load("active_calls/response_error_auth"), ApiCodeError),
        ({"ERR": 2}, ServiceError),
        ({"ERR": 0}, ContractError),
        ({}, ContractError),
        (Canned({"error": "IP"}, status=403), NetworkNotAllowedError),
    ],
)
async def test_refusals(answer: object, kind: type[VoicenterError]) -> None:
    async with answered(answer) as (client, _):
        for verb in (active_calls(client).extensions(), active_calls(client).queues()):
            with pytest.raises(kind) as caught:
                await verb
            assert type(caught.value) is kind
