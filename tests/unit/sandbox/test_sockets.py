"""Faults, monitors and the end of the sandbox's real-time side."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
import socketio

from agent_desk.sandbox import HttpFault, Sandbox
from tests.helpers.until import until
from tests.unit.sandbox.connecting import SNAPSHOTS, Client4, client3, connected3, signed_in

CALLER = "0501234567"


# ------------------------------------------------------------------------------------ faults
async def test_silence_swallows_pongs_and_events() -> None:
    async with Sandbox() as sandbox, connected3(sandbox) as client:
        sandbox.faults.is_silent = True
        await client.socket.send_str("2")
        await client.send("first")
        sandbox.world.ring("SIPSIP1", CALLER)
        await until(lambda: sandbox.heard)
        await asyncio.sleep(0.01)  # what is queued goes nowhere
        sandbox.faults.is_silent = False
        sandbox.world.set_status("SIPSIP1", 3)
        assert (await client.event())[1]["reason"] == "userStatusUpdate"


async def test_snapshots_can_be_shuffled_and_the_greeting_left_out() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.snapshot_order = (4, 2, 0, 1, 3)
        sandbox.faults.has_login_success = False
        async with client3(sandbox) as client:
            assert await client.frame() == "40"
            assert await client.events(4) == [SNAPSHOTS[i] for i in (4, 2, 1, 3)]


async def test_handshake_and_namespace_can_be_refused() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.namespace_refusal = "Too many"
        async with client3(sandbox) as client:
            assert await client.frame() == '44"Too many"'
        four = Client4()
        url = f"{sandbox.url}?token={signed_in(sandbox, 'user')}"
        with pytest.raises(socketio.exceptions.ConnectionError):
            await four.io.connect(url, transports=["websocket"])
        for status in (401, 500):
            sandbox.faults.handshake_status = status
            with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
                async with client3(sandbox):
                    pass
            assert caught.value.status == status
        sandbox.faults.handshake_status = None
        sandbox.faults.http["/socket.io/"] = HttpFault(503, "busy")
        with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
            async with client3(sandbox):
                pass
        assert caught.value.status == 503
        sandbox.faults.http = {"/socket.io/": HttpFault(is_cut=True)}
        with pytest.raises(aiohttp.ClientConnectionError):
            async with client3(sandbox):
                pass
        sandbox.faults.http.clear()
        sandbox.faults.namespace_refusal = None
        async with connected3(sandbox):
            pass


@pytest.mark.parametrize("how", ["politely", "at once"])
async def test_generation_3_clients_can_be_dropped(how: str) -> None:
    async with Sandbox() as sandbox, connected3(sandbox) as client:
        await sandbox.wait_connected()
        await sandbox.drop_connections(politely=how == "politely")
        assert await client.is_closed()
        await sandbox.wait_connected(0)


async def test_raw_frames_and_any_event_reach_the_client() -> None:
    async with Sandbox() as sandbox, connected3(sandbox) as client:
        await sandbox.wait_connected()
        sandbox.send_raw("452-[")
        sandbox.world.announce("VoiceBot", {"x": 1})
        assert await client.frame() == "452-["
        assert await client.event() == ("VoiceBot", {"x": 1})


# ---------------------------------------------------------------------------------- monitors
async def test_monitor_can_die_and_come_back_on_its_port() -> None:
    async with Sandbox(monitors=3) as sandbox:
        assert len({sandbox.url, *[m.url for m in sandbox.monitors]}) == 4
        async with connected3(sandbox, monitor=1) as client:
            await sandbox.wait_connected()
            assert sandbox.connections[0].monitor == 1
            await sandbox.monitors[1].stop()
            assert await client.is_closed()
            await sandbox.wait_connected(0)
        with pytest.raises(aiohttp.ClientConnectorError):
            async with client3(sandbox, monitor=1):
                pass
        assert not sandbox.monitors[1].is_listening
        await sandbox.monitors[1].start()
        await sandbox.monitors[1].start()
        async with connected3(sandbox, monitor=1), connected3(sandbox, monitor=2):
            await sandbox.wait_connected(2)


async def test_stop_parts_from_every_client_and_leaves_no_task() -> None:
    async with Sandbox() as sandbox:
        token = signed_in(sandbox, "user")
        url = f"{sandbox.url}/socket.io/?EIO=3&transport=websocket&token="
        session = aiohttp.ClientSession()
        sockets = [await session.ws_connect(url + t) for t in (token, token, "refused")]
        four = [Client4(), Client4()]
        for client, transport in zip(four, ("websocket", "polling"), strict=True):
            await client.io.connect(f"{sandbox.url}?token={token}", transports=[transport])
        await sandbox.wait_connected(4)
        started = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - started < 2
    for socket in sockets:
        while not socket.closed:
            await socket.receive(timeout=5)
    for client in four:
        await until(lambda client=client: not client.io.connected)  # type: ignore[misc]
        await client.io.disconnect()
    await session.close()
