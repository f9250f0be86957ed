"""Blocking numbers: every single one is accounted for."""

from __future__ import annotations

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.sandbox import HttpFault
from agent_desk.voicenter.blacklist import CHUNK, Blacklist, BlockEntry, NumberResult
from agent_desk.voicenter.errors import (
    ApiCodeError,
    ContractError,
    NetworkNotAllowedError,
    RejectedError,
    ServiceError,
    UnknownOutcomeError,
    VoicenterError,
)
from tests.helpers.fixtures import load
from tests.helpers.http_server import Canned
from tests.helpers.service import Client, answered, sandboxed

LOCAL, LANDLINE = PhoneNumber("050-123-4567"), PhoneNumber("031234567")


def blacklist(client: Client) -> Blacklist:
    return Blacklist(client.rest, client.endpoints, client.code)


def entries(*numbers: PhoneNumber) -> list[BlockEntry]:
    return [BlockEntry(number) for number in numbers]


def verdicts(results: list[NumberResult]) -> list[bool]:
    return [result.is_ok for result in results]


async def test_a_number_is_blocked_and_unblocked() -> None:
    async with sandboxed() as (client, sandbox):
        service = blacklist(client)
        results = await service.block([BlockEntry(LOCAL, "דנה"), BlockEntry(LANDLINE)])
        assert [(r.number, r.is_ok, r.code) for r in results] == [
            (LOCAL, True, 0),
            (LANDLINE, True, 0),
        ]
        assert sandbox.world.blacklist == {"972501234567": "דנה", "97231234567": ""}
        assert verdicts(await service.unblock([PhoneNumber("+972501234567")])) == [True]
        assert sandbox.world.blacklist == {"97231234567": ""}
    assert sandbox.requests[0].body == {
        "Code": "apicode",
        "Phones": [{"Phone": "0501234567", "Name": "דנה"}, {"Phone": "031234567"}],
    }
    assert sandbox.requests[1].body == {"Code": "apicode", "Phones": [{"Phone": "972501234567"}]}


async def test_one_bad_number_does_not_hide_in_a_good_answer() -> None:
    async with answered(load("blacklist/response_partial_failure")) as (client, _):
        results = await blacklist(client).block(entries(LOCAL, PhoneNumber("12")))
    assert verdicts(results) == [True, False]
    assert results[1].code == 1
    assert results[1].message == "Voicenter does not take this as a phone number."


async def test_what_is_no_number_is_not_even_sent() -> None:
    bad = [PhoneNumber(raw) for raw in ("Anonymous", "", "SIPSIP1", "+")]
    async with sandboxed() as (client, sandbox):
        results = await blacklist(client).block(entries(*bad))
        assert verdicts(results) == [False] * 4
        assert sandbox.requests == []
    assert "withheld" in results[0].message


async def test_the_same_number_twice_is_sent_once_and_answered_twice() -> None:
    async with sandboxed() as (client, sandbox):
        results = await blacklist(client).unblock([LOCAL, PhoneNumber("00972501234567")])
        assert verdicts(results) == [True, True]
        assert len(sandbox.requests[0].body["Phones"]) == 1


async def test_a_number_the_answer_forgets_is_a_failure() -> None:
    answer = {
        "ErrorCode": 0,
        "Phones": [{"errorcode": "0", "phone": 972501234567}, None, {"Phone": "031234567"}],
    }
    async with answered(answer) as (client, _):
        results = await blacklist(client).unblock([LOCAL, LANDLINE, PhoneNumber("0509999999")])
    assert verdicts(results) == [True, False, False]
    assert {r.message for r in results[1:]} == {"Voicenter said nothing about this number."}


async def test_unknown_codes_of_a_number_are_shown() -> None:
    phones = [
        {"ErrorCode": 2, "Phone": "972501234567"},
        {"ErrorCode": 77, "Phone": "97231234567"},
    ]
    async with answered({"ErrorCode": 0, "Phones": phones}) as (client, _):
        results = await blacklist(client).unblock([LOCAL, LANDLINE])
    assert "fault of its own" in results[0].message
    assert "code 77" in results[1].message


async def test_once_sent_and_never_answered_nobody_knows() -> None:
    async with sandboxed() as (client, sandbox):
        sandbox.faults.http["/Blacklist/AddBlackList"] = HttpFault(is_cut=True)
        with pytest.raises(UnknownOutcomeError):
            await blacklist(client).block(entries(LOCAL), may_repeat=False)
        assert len(sandbox.requests) == 1
    async with answered({"ErrorCode": 0, "Phones": []}) as (client, _):
        [result] = await blacklist(client).unblock([LOCAL], may_repeat=False)
    assert result.is_unknown


def many(count: int) -> list[PhoneNumber]:
    return [PhoneNumber(f"05{number:08d}") for number in range(count)]


async def test_many_numbers_go_in_pieces() -> None:
    async with sandboxed() as (client, sandbox):
        results = await blacklist(client).block(entries(*many(250)))
        assert verdicts(results) == [True] * 250
        assert [len(r.body["Phones"]) for r in sandbox.requests] == [CHUNK, CHUNK, 50]


async def test_a_failure_half_way_does_not_lose_what_is_done() -> None:
    numbers = many(150)
    done = [{"ErrorCode": 0, "Phone": "972" + n.digits[1:]} for n in numbers[:CHUNK]]
    async with answered({"ErrorCode": 0, "Phones": done}, {"ErrorCode": 9}) as (client, _):
        results = await blacklist(client).unblock(numbers)
    assert verdicts(results) == [True] * CHUNK + [False] * 50
    assert results[-1].message == "Voicenter could not change the list (code 9)."


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (load("blacklist/response_error_auth"), ApiCodeError),
        ({"ErrorCode": "2", "ErrorMessage": "The Phone field is missing"}, RejectedError),
        ({"ErrorCode": 3}, ServiceError),
        ({"Phones": []}, ContractError),
        (Canned({"error": "IP is not authorized"}, status=403), NetworkNotAllowedError),
        (Canned("<html>"), ContractError),
        (Canned(""), ContractError),
    ],
)
async def test_a_request_that_fails_as_a_whole(answer: object, kind: type[VoicenterError]) -> None:
    async with answered(answer) as (client, _):
        for verb in (
            blacklist(client).block(entries(LOCAL)),
            blacklist(client).unblock([LOCAL]),
        ):
            with pytest.raises(kind) as caught:
                await verb
            assert type(caught.value) is kind


async def test_a_wrong_or_missing_api_code() -> None:
    async with sandboxed() as (client, sandbox):
        sandbox.faults.is_ip_refused = True
        with pytest.raises(NetworkNotAllowedError):
            await blacklist(client).unblock([LOCAL])
        without = Client(client.rest, client.endpoints, None)
        with pytest.raises(ApiCodeError, match="needs your account's API code") as caught:
            await blacklist(without).unblock([LOCAL])
        assert "administrator" in caught.value.next_step
        assert len(sandbox.requests) == 1
