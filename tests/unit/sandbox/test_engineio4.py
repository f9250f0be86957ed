"""The sandbox's real-time side: generation 4, by its own client."""

from __future__ import annotations

import aiohttp
import pytest
import socketio

from agent_desk.sandbox import Sandbox
from tests.helpers.until import until
from tests.unit.sandbox.connecting import SNAPSHOTS, Client4, connected4, signed_in

CALLER = "0501234567"


async def last_words(socket: aiohttp.ClientWebSocketResponse) -> None:
    """Return when the server parts; ``TimeoutError`` when it says nothing at all."""
    while (await socket.receive(timeout=0.3)).type is aiohttp.WSMsgType.TEXT:
        pass


@pytest.mark.parametrize("transports", [["websocket"], ["polling"], ["polling", "websocket"]])
async def test_generation_4_follows_a_call_and_acknowledges(transports: list[str]) -> None:
    async with (
        Sandbox(engineio="4") as sandbox,
        connected4(sandbox, transports) as client,
    ):
        assert sandbox.connections[0].generation == 4
        call = sandbox.world.ring("SIPSIP1", CALLER, name="דנה לוי")
        call.answer()
        call.hang_up()
        await client.heard_count(8)
        assert [p["reason"] for _, p in client.heard[5:]] == ["NEWCALL", "ANSWER", "HANGUP"]
        assert (await client.io.call("resync", {"cache": True}))["isOK"] is True
        assert (await client.heard_count(12))[8:] == SNAPSHOTS[1:]
        sandbox.send_raw('42["Odd",5]')
        assert (await client.heard_count(13))[-1] == "Odd"


@pytest.mark.parametrize("transports", [["websocket"], ["polling"], ["polling", "websocket"]])
@pytest.mark.parametrize("how", ["politely", "at once"])
async def test_generation_4_clients_can_be_dropped(transports: list[str], how: str) -> None:
    async with Sandbox() as sandbox, connected4(sandbox, transports) as client:
        await sandbox.drop_connections(politely=how == "politely")
        await sandbox.wait_connected(0)
        await until(lambda: not client.io.connected)


async def test_generation_4_refuses_bad_tokens_and_takes_them_as_auth() -> None:
    async with Sandbox() as sandbox:
        client = Client4()
        with pytest.raises(socketio.exceptions.ConnectionError):
            await client.io.connect(f"{sandbox.url}?token=wrong", transports=["websocket"])
        assert not sandbox.connections
        client = Client4()
        auth = {"token": signed_in(sandbox, "user")}
        await client.io.connect(sandbox.url, auth=auth, transports=["websocket"])
        await sandbox.wait_connected()
        await client.io.disconnect()
        await sandbox.wait_connected(0)


async def test_generation_4_can_fall_silent() -> None:
    async with Sandbox() as sandbox, connected4(sandbox) as client:
        sandbox.faults.is_silent = True
        sandbox.world.ring("SIPSIP1", CALLER)
        await client.io.emit("keepalive")
        await until(lambda: sandbox.heard)
        sandbox.faults.is_silent = False
        sandbox.world.set_status("SIPSIP1", 3)
        await client.heard_count(6)
        assert client.heard[-1][1]["reason"] == "userStatusUpdate"


async def test_generation_4_silence_outlasts_the_pings() -> None:
    async with Sandbox(ping_interval_s=0.05, ping_timeout_s=0.05) as sandbox:
        token = signed_in(sandbox, "user")
        url = f"{sandbox.url}/socket.io/?EIO=4&transport=websocket&token={token}"
        async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
            await socket.send_str("40")
            await sandbox.wait_connected()
            sandbox.faults.is_silent = True
            with pytest.raises(TimeoutError):
                await last_words(socket)
