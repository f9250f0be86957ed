"""Muting and unmuting: at the live monitor first, honest about what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent_desk.sandbox import HttpFault, MuteFault
from agent_desk.voicenter.errors import (
    ContractError,
    NetworkNotAllowedError,
    RejectedError,
    ServiceError,
    UnknownOutcomeError,
    UnreachableError,
    VoicenterError,
)
from agent_desk.voicenter.recording import RecordingControl
from tests.helpers.fixtures import load
from tests.helpers.http_server import Canned, free_port, serving
from tests.helpers.service import Client, answered, sandboxed

if TYPE_CHECKING:
    from agent_desk.sandbox import Sandbox

LIVE = "/api/MuteUnmuteCalls"
OLDER = "/Comet/API/MuteUnmuteCalls"
DONE = load("mute/by_ivrid_response_ok")


def control(client: Client, timeout_s: float = 2.0) -> RecordingControl:
    return RecordingControl(client.rest, client.endpoints, timeout_s=timeout_s)


def paths(sandbox: Sandbox) -> list[str]:
    return [request.path for request in sandbox.requests]


async def test_a_call_is_muted_and_unmuted_at_the_live_monitor() -> None:
    async with sandboxed() as (client, sandbox):
        call = sandbox.world.ring("SIPSIP1", "0501234567")
        call.answer()
        recording = control(client)
        await recording.set_muted(monitor=sandbox.url, call_id=call.ivrid, muted=True)
        assert call.is_muted
        await recording.set_muted(monitor=sandbox.url, call_id=call.ivrid, muted=False)
        assert not call.is_muted
        assert paths(sandbox) == [LIVE, LIVE]
        assert [r.body for r in sandbox.requests] == [
            {"ivrid": call.ivrid, "state": "1"},
            {"ivrid": call.ivrid, "state": "0"},
        ]


async def test_all_calls_of_an_extension_are_muted_at_the_older_base() -> None:
    async with sandboxed() as (client, sandbox):
        call = sandbox.world.ring("SIPSIP1", "0501234567")
        await control(client).set_muted(monitor=None, extension="SIPSIP1", muted=True)
        assert call.is_muted
        assert paths(sandbox) == [OLDER]


@pytest.mark.parametrize(
    ("target", "words"),
    [({"call_id": "gone"}, "does not know this call"), ({"extension": "X"}, "this extension")],
)
async def test_what_the_service_does_not_know(target: dict[str, str], words: str) -> None:
    async with sandboxed() as (client, sandbox):
        with pytest.raises(RejectedError, match=words) as caught:
            await control(client).set_muted(monitor=sandbox.url, muted=True, **target)
        assert caught.value.next_step
        assert paths(sandbox) == [LIVE], "a clear no is not asked for twice"


@pytest.mark.parametrize("is_muted", [True, False])
@pytest.mark.parametrize("status", [404, 405, 501])
async def test_a_monitor_without_the_service_falls_back(status: int, *, is_muted: bool) -> None:
    async with sandboxed() as (client, sandbox):
        sandbox.faults.http[LIVE] = HttpFault.html(status)
        call = sandbox.world.ring("SIPSIP1", "0501234567")
        await control(client).set_muted(monitor=sandbox.url, call_id=call.ivrid, muted=is_muted)
        assert paths(sandbox) == [LIVE, OLDER]


@pytest.mark.parametrize("is_muted", [True, False])
async def test_a_monitor_that_is_away_falls_back(*, is_muted: bool) -> None:
    away = f"http://127.0.0.1:{await free_port()}"
    async with sandboxed() as (client, sandbox):
        call = sandbox.world.ring("SIPSIP1", "0501234567")
        await control(client).set_muted(monitor=away, call_id=call.ivrid, muted=is_muted)
        assert paths(sandbox) == [OLDER]


async def test_muting_tries_everything() -> None:
    async with sandboxed() as (client, sandbox):
        call = sandbox.world.ring("SIPSIP1", "0501234567")
        for fault in (
            HttpFault.html(),
            HttpFault.html(403),
            HttpFault.html(500),
            HttpFault.huge(),
            HttpFault.slow(0.3),
            HttpFault(),
        ):
            sandbox.faults.http[LIVE] = fault
            call.set_muted(is_muted=False)
            await control(client, timeout_s=0.15).set_muted(
                monitor=sandbox.url, call_id=call.ivrid, muted=True
            )
            assert call.is_muted


async def test_a_lost_answer_to_muting_is_asked_for_again() -> None:
    async with sandboxed() as (client, sandbox):
        call = sandbox.world.ring("SIPSIP1", "0501234567")
        sandbox.faults.mute = MuteFault.LOST
        with pytest.raises(UnreachableError):
            await control(client).set_muted(monitor=sandbox.url, call_id=call.ivrid, muted=True)
        assert paths(sandbox) == [LIVE] * 3 + [OLDER] * 3


@pytest.mark.parametrize("fault", [HttpFault(is_cut=True), HttpFault.slow(0.3), HttpFault.huge()])
async def test_unmuting_is_never_repeated_blindly(fault: HttpFault) -> None:
    async with sandboxed() as (client, sandbox):
        call = sandbox.world.ring("SIPSIP1", "0501234567")
        sandbox.faults.http[LIVE] = fault
        with pytest.raises(UnknownOutcomeError, match="may or may not") as caught:
            await control(client, timeout_s=0.15).set_muted(
                monitor=sandbox.url, call_id=call.ivrid, muted=False
            )
        assert "card" in caught.value.next_step
        assert paths(sandbox) == [LIVE]


async def test_an_html_page_is_no_unmuting() -> None:
    async with sandboxed() as (client, sandbox):
        sandbox.faults.http[LIVE] = HttpFault.html()
        with pytest.raises(ContractError, match="web page"):
            await control(client).set_muted(monitor=sandbox.url, call_id="c", muted=False)
        assert paths(sandbox) == [LIVE]


@pytest.mark.parametrize("is_muted", [True, False])
async def test_a_monitor_that_refuses_this_network_has_done_nothing(*, is_muted: bool) -> None:
    async with sandboxed() as (client, sandbox):
        sandbox.faults.http[LIVE] = HttpFault.html(403)
        call = sandbox.world.ring("SIPSIP1", "0501234567")
        await control(client).set_muted(monitor=sandbox.url, call_id=call.ivrid, muted=is_muted)
        assert paths(sandbox) == [LIVE, OLDER]


async def test_nobody_offers_the_service() -> None:
    async with answered(Canned("", status=404)) as (client, server):
        with pytest.raises(ContractError, match="no recording control"):
            await control(client).set_muted(monitor=server.url, call_id="c", muted=True)


@pytest.mark.parametrize("target", [{}, {"call_id": "c", "extension": "e"}, {"call_id": ""}])
async def test_either_a_call_or_an_extension(target: dict[str, str]) -> None:
    async with answered(DONE) as (client, server):
        with pytest.raises(ValueError, match="either"):
            await control(client).set_muted(monitor=None, muted=True, **target)
        assert server.requests == []


BARE_QUOTES = (
    '{"ErrorCode":400,"Message":"Parameters are not valid, should be "ivrid" and "mute" "}'
)


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (load("mute/by_ivrid_response_not_found"), RejectedError, "this call any more"),
        (load("mute/by_extension_response_not_found"), RejectedError, "this extension"),
        (load("mute/by_ivrid_response_bad_params"), RejectedError, "did not understand"),
        (Canned(BARE_QUOTES), RejectedError, "did not understand"),
        (Canned(BARE_QUOTES, status=400), RejectedError, "did not understand"),
        ({"ErrorCode": "400", "Message": "Recorder is busy"}, RejectedError, "(code 400)"),
        ({"Message": "Success"}, ContractError, "did not say"),
        ({}, ContractError, "did not say"),
        ([], ContractError, "a list"),
        (Canned("<html>", status=403), NetworkNotAllowedError, "not on Voicenter's list"),
        (Canned({"error": "refused"}, status=403), NetworkNotAllowedError, "list"),
        (Canned("oops", status=500), ServiceError, "HTTP 500"),
    ],
)
async def test_anything_but_200_is_a_failure(
    answer: object, kind: type[VoicenterError], words: str
) -> None:
    async with answered(answer) as (client, _):
        with pytest.raises(kind) as caught:
            await control(client).set_muted(monitor=None, call_id="c", muted=True)
    assert type(caught.value) is kind
    assert words in caught.value.message


@pytest.mark.parametrize("code", ["200", 200, "200 ", 200.0])
async def test_200_in_any_type_is_success(code: object) -> None:
    async with answered(Canned({"errorcode": code}, status=500)) as (client, server):
        await control(client).set_muted(monitor=server.url + "/", call_id="c", muted=True)
    assert [request.path for request in server.requests] == [LIVE]


async def test_a_refusal_at_the_older_base_after_a_dead_monitor_is_told() -> None:
    async with (
        serving(Canned("", status=404)) as monitor,
        answered(load("mute/by_ivrid_response_not_found")) as (client, _),
    ):
        with pytest.raises(RejectedError):
            await control(client).set_muted(monitor=monitor.url, call_id="c", muted=True)
