"""Where no socket can be had, calls are asked for."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.sandbox import HttpFault, Sandbox
from agent_desk.voicenter.active_calls import ActiveCalls, OwnCalls
from agent_desk.voicenter.backoff import Backoff
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.errors import ApiCodeError
from agent_desk.voicenter.events import ExtensionsSnapshot
from agent_desk.voicenter.realtime import LinkState
from agent_desk.voicenter.rest import RestClient
from tests.helpers.http_server import Canned
from tests.helpers.live import FAST, following
from tests.helpers.service import answered
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.helpers.live import Follower

SIP = "SIPSIP1"
PATH = "/comet/API/GetExtensionsCalls"
POLLED = replace(FAST, backoff=Backoff(base_s=0.05, cap_s=0.2), poll_after_s=0.1, poll_s=0.05)


@asynccontextmanager
async def polling(
    sandbox: Sandbox, *, code: str | None = "apicode", own: tuple[str, ...] = (SIP,)
) -> AsyncIterator[Follower]:
    """A follower of a sandbox that may refuse every socket."""
    async with RestClient() as rest:
        secret = None if code is None else Secret(code)
        asked = ActiveCalls(rest, Endpoints.at(sandbox.url), lambda: secret)
        fallback = OwnCalls(asked, lambda: own)
        async with following(sandbox, POLLED, fallback=fallback, is_awaited=False) as link:
            yield link


def polls(sandbox: Sandbox) -> int:
    return sum(request.path == PATH for request in sandbox.requests)


def live(link: Follower) -> dict[str, list[str]]:
    """The live calls of a desk that saw everything so far."""
    desk = Desk()
    for item in link.items:
        if isinstance(item, LinkState):
            if item.state is Link.CONNECTED:
                desk.begin_connection()
        else:
            desk.apply(item.event, Moment(item.monotonic, arrival=item.at))
    return desk.live()


async def test_a_call_is_seen_although_no_socket_works() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        async with polling(sandbox) as link:
            await link.until_state(Link.POLLING)
            call = sandbox.world.ring(SIP, "050-123-4567")
            await until(lambda: live(link) == {SIP: [call.ivrid]})
            call.hang_up()
            await until(lambda: live(link) == {})


async def test_polling_is_said_right_before_its_first_snapshot() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        async with polling(sandbox) as link:
            first = await link.until_event("AllExtensionsStatus")
            before = link.items[link.items.index(first) - 1]
            assert isinstance(before, LinkState)
            assert before.state is Link.POLLING
            assert before.error is not None
            assert before.server == sandbox.url
            assert isinstance(first.event, ExtensionsSnapshot)
            assert [extension.sip for extension in first.event.extensions] == [SIP]


async def test_it_goes_back_to_the_socket_by_itself() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        async with polling(sandbox) as link:
            await link.until_state(Link.POLLING)
            call = sandbox.world.ring(SIP, "050-123-4567")
            await until(lambda: live(link) == {SIP: [call.ivrid]})
            sandbox.faults.handshake_status = None
            await link.until_state(Link.CONNECTED)
            asked = polls(sandbox)
            call.answer()
            await until(lambda: link.calls)
            assert live(link) == {SIP: [call.ivrid]}
            call.hang_up()
            await until(lambda: len(link.calls) == 2)
            assert polls(sandbox) == asked
            assert link.words[-2:] == ["polling", "connected"]


async def test_a_lost_connection_is_bridged() -> None:
    async with Sandbox() as sandbox, polling(sandbox) as link:
        await link.until_state(Link.CONNECTED)
        sandbox.faults.handshake_status = 503
        await sandbox.drop_connections()
        await link.until_state(Link.POLLING)
        sandbox.faults.handshake_status = None
        await link.until_state(Link.CONNECTED, after=len(link.items))


async def test_the_socket_is_tried_all_the_while() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        async with polling(sandbox) as link:
            await link.until_state(lambda s: s.state is Link.POLLING and s.attempt > 6)
            await link.until_state(lambda s: s.state is Link.POLLING and s.retry_in_s is not None)


async def test_a_short_break_is_not_bridged() -> None:
    async with Sandbox() as sandbox, polling(sandbox) as link:
        for _ in range(3):
            await link.until_state(Link.CONNECTED)
            before = len(link.items)
            await sandbox.drop_connections()
            await link.until_state(Link.CONNECTED, after=before)
        assert polls(sandbox) == 0


async def test_when_asking_fails_too_it_is_offline() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        async with polling(sandbox) as link:
            await link.until_state(Link.POLLING)
            before = len(link.items)
            sandbox.faults.http[PATH] = HttpFault(500, "{}")
            await link.until_state(Link.OFFLINE, after=before)
            before = len(link.items)
            sandbox.faults.http.clear()
            await link.until_state(Link.POLLING, after=before)


@pytest.mark.parametrize("code", [None, "bad code", "wrong"])
async def test_without_the_api_code_there_is_no_polling(code: str | None) -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        async with polling(sandbox, code=code) as link:
            await link.until_state(Link.OFFLINE)
            await until(lambda: polls(sandbox) or code is None)
            assert "polling" not in link.words


async def test_a_service_that_asks_for_a_pause_gets_it() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        sandbox.faults.http[PATH] = HttpFault(429, "{}")
        async with polling(sandbox) as link:
            await link.until_state(lambda s: s.attempt > 5)
            assert polls(sandbox) == 1


async def test_a_sign_in_that_ends_ends_the_polling() -> None:
    async with Sandbox() as sandbox, polling(sandbox) as link:
        await link.until_state(Link.CONNECTED)
        sandbox.faults.handshake_status = 503
        await sandbox.drop_connections()
        await link.until_state(Link.POLLING)
        sandbox.faults.handshake_status = 401
        sandbox.faults.login_status = sandbox.faults.refresh_status = 401
        await until(lambda: link.is_over)
        assert link.states[-1].state is Link.SIGNED_OUT


async def test_the_connection_can_be_closed_while_polling() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        async with polling(sandbox) as link:
            await link.until_state(Link.POLLING)


class TestOwnCalls:
    ANSWER = Canned({"ERR": 0, "DESC": "OK", "EXTENSIONS": [{"username": SIP, "calls": []}]})

    @pytest.mark.parametrize(
        ("own", "asked"),
        [
            ((), [None]),
            ((SIP,), [SIP]),
            (("A", "B"), ["A", "B"]),
            (("A", "B", "C", "D"), [None]),
        ],
    )
    async def test_few_extensions_are_asked_for_one_by_one(
        self, own: tuple[str, ...], asked: list[str | None]
    ) -> None:
        async with answered(self.ANSWER) as (client, server):
            source = ActiveCalls(client.rest, client.endpoints, client.code)
            [(name, payload)] = await OwnCalls(source, lambda: own).messages()
            assert name == "AllExtensionsStatus"
            assert isinstance(payload, dict)
            assert len(payload["extensions"]) == len(asked)
            assert [request.body.get("extension") for request in server.requests] == asked

    async def test_an_empty_list_says_nothing_about_calls(self) -> None:
        async with answered({"ERR": 0, "DESC": "OK", "EXTENSIONS": []}) as (client, _):
            source = ActiveCalls(client.rest, client.endpoints, client.code)
            with pytest.raises(ApiCodeError):
                await OwnCalls(source, tuple).messages()


async def test_the_sign_in_may_fail_and_calls_are_seen_all_the_same() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.login_status = 500
        async with polling(sandbox) as link:
            await link.until_state(Link.POLLING)
            sandbox.faults.login_status = None
            await link.until_state(Link.CONNECTED)
