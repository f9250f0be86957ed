"""The sandbox's real-time side: generation 3, frame by frame."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import aiohttp
import pytest

from agent_desk.sandbox import Sandbox
from tests.helpers.fixtures import load
from tests.unit.sandbox.connecting import SNAPSHOTS, client3, connected3

if TYPE_CHECKING:
    from agent_desk.sandbox.sockets import EngineIo
    from tests.helpers.clock import FakeClock

CALLER = "0501234567"


async def test_generation_3_follows_a_call() -> None:
    async with Sandbox(engineio="3") as sandbox, connected3(sandbox) as client:
        await sandbox.wait_connected()
        assert sandbox.connections[0].generation == 3
        call = sandbox.world.ring("SIPSIP1", CALLER)
        sandbox.world.ring("SIPSIP2", CALLER)
        call.hang_up()
        events = [await client.event() for _ in range(2)]
        assert [p["reason"] for _, p in events] == ["NEWCALL", "HANGUP"]
        assert "data" in events[0][1]


async def test_generation_3_answers_pings_acknowledges_and_shrugs_at_junk() -> None:
    async with Sandbox() as sandbox, connected3(sandbox) as client:
        await client.socket.send_str("2probe")
        assert await client.frame() == "3probe"
        for junk in ("42nonsense", "42{}", "42[]", "42[5]", "9", "40"):
            await client.socket.send_str(junk)
        await client.socket.send_str('4217["anything",1]')
        answer = await client.frame()
        assert answer.startswith("4317[{")
        assert json.loads(answer[4:])[0]["isOK"] is True
        assert [e.name for e in sandbox.heard] == ["anything"]


async def test_keepalive_is_answered_and_a_wrong_token_is_told(clock: FakeClock) -> None:
    async with Sandbox(clock=clock) as sandbox, connected3(sandbox) as client:
        expected = load("realtime/observed_keepalive_response")[1]
        for args in ((client.token,), ()):
            await client.send("keepalive", *args)
            name, payload = await client.event()
            assert (name, payload.keys(), payload["isOK"]) == (
                "keepaliveResponse",
                expected.keys(),
                True,
            )
        await client.send("keepalive", "wrong")
        _, payload = await client.event()
        assert (payload["isOK"], payload["errorCode"]) == (False, 1)
        sandbox.faults.keepalive_error = 7
        await client.send("keepalive", client.token)
        assert (await client.event())[1]["errorCode"] == 7
        sandbox.faults.is_keepalive_mute = True
        await client.send("keepalive", client.token)
        await client.send("resync", {"cache": False})
        assert await client.events(4) == SNAPSHOTS[1:]
        assert client.token not in repr(sandbox.heard)


async def test_user_sees_own_extension_and_queues_account_sees_all() -> None:
    async with Sandbox() as sandbox:
        for kind, phones, queues in (
            ("user", ["SIPSIP1"], [14000, 14001]),
            ("account", ["SIPSIP1", "SIPSIP2", "SIPSIP3"], [14000, 14001, 14002]),
            ("token", ["SIPSIP1", "SIPSIP2", "SIPSIP3"], [14000, 14001, 14002]),
        ):
            async with client3(sandbox, kind=kind) as client:
                await client.frame()
                seen = dict([await client.event() for _ in range(5)])
                assert [e["extenUser"] for e in seen["AllExtensionsStatus"]["extensions"]] == phones
                assert [q["QueueID"] for q in seen["loginStatus"]["queues"]] == queues
                sandbox.world.join_queue("Renewals", CALLER)
                sandbox.world.set_status("SIPSIP2", 1)
                sandbox.world.set_status("SIPSIP1", 1)
                names = await client.events(1 if kind == "user" else 3)
                assert names[-1] == "ExtensionEvent"


async def test_feed_can_be_narrowed_by_code_or_number() -> None:
    async with Sandbox() as sandbox, connected3(sandbox, kind="account") as client:
        await client.send("updateMonitoredExtensions", {"extensionsString": "SIPSIP1,50002"})
        assert await client.events(4) == SNAPSHOTS[1:]
        for sip in ("SIPSIP3", "SIPSIP2"):
            sandbox.world.set_status(sip, 1)
        assert (await client.event())[1]["data"]["extenUser"] == "SIPSIP2"
    async with Sandbox() as sandbox, connected3(sandbox) as client:
        await client.send("updateMonitoredExtensions", {"extensionsString": "SIPSIP1,SIPSIP2"})
        await client.events(1)
        _, payload = await client.event()
        assert len(payload["extensions"]) == 1, "no login sees more than it may"


@pytest.mark.parametrize("farewell", ["1", "41"])
async def test_generation_3_client_may_leave(farewell: str) -> None:
    async with Sandbox() as sandbox, connected3(sandbox) as client:
        await client.socket.send_str(farewell)
        assert await client.is_closed()
        await sandbox.wait_connected(0)


async def test_closeme_closes() -> None:
    async with Sandbox() as sandbox, connected3(sandbox) as client:
        await client.send("closeme", {})
        assert await client.is_closed()


async def test_generation_3_client_that_misses_its_pings_is_dropped() -> None:
    async with (
        Sandbox(ping_interval_s=0.05, ping_timeout_s=0.05) as sandbox,
        connected3(sandbox) as client,
    ):
        assert await client.is_closed()
        await sandbox.wait_connected(0)


async def test_generation_3_refuses_bad_tokens_in_the_namespace() -> None:
    async with Sandbox() as sandbox, client3(sandbox, token="wrong") as client:
        assert await client.frame() == '44"Unauthorized"'
        await client.socket.send_str("2")
        await client.socket.send_str('42["keepalive"]')
        assert await client.frame() == "3", "the transport stays open, as with the real server"
        assert not sandbox.connections
        assert not sandbox.heard


async def test_generation_3_polling_is_refused_cleanly() -> None:
    async with Sandbox() as sandbox, aiohttp.ClientSession() as session:
        reply = await session.get(f"{sandbox.url}/socket.io/?EIO=3&transport=polling")
        assert (reply.status, await reply.json()) == (
            400,
            {"code": 0, "message": "Transport unknown"},
        )


@pytest.mark.parametrize(
    ("engineio", "asked"), [("3", "4"), ("4", "3"), ("both", "2"), ("both", "")]
)
async def test_generation_that_is_not_spoken_is_refused(engineio: EngineIo, asked: str) -> None:
    async with Sandbox(engineio=engineio) as sandbox, aiohttp.ClientSession() as session:
        reply = await session.get(f"{sandbox.url}/socket.io/?EIO={asked}&transport=websocket")
        assert (reply.status, await reply.json()) == (
            400,
            {"code": 5, "message": "Unsupported protocol version"},
        )
