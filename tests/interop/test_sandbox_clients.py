"""The sandbox against the npm clients that Voicenter's own pages use."""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.sandbox import Sandbox
from tests.helpers.until import undisturbed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from agent_desk.sandbox.sockets import EngineIo

SCRIPT = Path(__file__).parent / "js" / "sandbox_client.js"
SNAPSHOTS = [
    "loginSuccess",
    "loginStatus",
    "AllExtensionsStatus",
    "AllDialersStatus",
    "AllUsersStatus",
]
ANSWER = "keepaliveResponse"
CLIENTS = [("2", "websocket"), ("4", "websocket"), ("4", "polling"), ("4", "upgrade")]


class NodeClient:
    """The running script: what it said so far, and a way to make it emit."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.said: list[dict[str, Any]] = []

    async def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next line that ``wanted`` accepts; those before it are kept in ``said`` too."""
        assert self._process.stdout is not None
        while raw := await self._process.stdout.readline():
            line: dict[str, Any] = json.loads(raw)
            self.said.append(line)
            if wanted(line):
                return line
        pytest.fail(f"the client ended after {self.said}")

    async def event(self, name: str) -> Any:  # noqa: ANN401 - any JSON
        """The payload of the next ``name``."""
        return (await self.until(lambda line: line.get("event") == name))["payload"]

    def emit(self, name: str, *args: object, ack: bool = False) -> None:
        """Let the client emit; ``$TOKEN`` stands for its socket token."""
        assert self._process.stdin is not None
        line = json.dumps({"emit": name, "args": args, "ack": ack})
        self._process.stdin.write(line.encode() + b"\n")

    def events(self) -> list[str]:
        """The names of the events it printed."""
        return [line["event"] for line in self.said if "event" in line]


@asynccontextmanager
async def node_client(
    node: str, sandbox: Sandbox, generation: str, transport: str, *, token: str = ""
) -> AsyncIterator[NodeClient]:
    """Run the script until the block ends; it must then leave with code 0."""
    process = await asyncio.create_subprocess_exec(
        node,
        str(SCRIPT),
        generation,
        transport,
        sandbox.url,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "SANDBOX_TOKEN": token},
        limit=2**22,
    )
    try:
        yield NodeClient(process)
        assert process.stdin is not None
        process.stdin.close()
        await asyncio.wait_for(process.wait(), 5)
        assert process.returncode == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.mark.parametrize(("generation", "transport"), CLIENTS)
async def test_client_follows_a_call_from_ring_to_hang_up(
    node: str, generation: str, transport: str
) -> None:
    async with (
        Sandbox() as sandbox,
        node_client(node, sandbox, generation, transport) as client,
    ):
        await client.event("AllUsersStatus")
        assert client.events() == SNAPSHOTS
        call = sandbox.world.ring("SIPSIP1", "0501234567", name="דנה לוי")
        call.answer()
        call.hang_up()
        reasons = [(await client.event("ExtensionEvent"))["reason"] for _ in range(3)]
        assert reasons == ["NEWCALL", "ANSWER", "HANGUP"]
        assert client.said[-1]["payload"]["data"]["currentCall"]["callername"] == "דנה לוי"
        sandbox.world.ring("SIPSIP2", "0521234567").hang_up()
        client.emit("keepalive", "$TOKEN", ack=True)
        lines = [await client.until(lambda _: True), await client.until(lambda _: True)]
        assert {line.get("event", line.get("ack")) for line in lines} == {
            "keepalive",
            "keepaliveResponse",
        }, "another agent's extension is not shown"
        assert all((line.get("payload") or line["answer"])["isOK"] for line in lines)
        client.emit("resync", {"cache": False})
        await client.event("AllUsersStatus")
        assert client.events()[-4:] == SNAPSHOTS[1:]
    assert [event.name for event in sandbox.heard] == ["keepalive", "resync"]


@pytest.mark.parametrize(("generation", "transport"), CLIENTS)
async def test_client_stays_connected_over_several_ping_intervals(
    node: str, generation: str, transport: str
) -> None:
    await undisturbed(lambda: stay_connected(node, generation, transport), 0.5)


async def stay_connected(node: str, generation: str, transport: str) -> None:
    async with (
        # python-socketio announces whole seconds only.
        Sandbox(ping_interval_s=0.2 if generation == "2" else 1, ping_timeout_s=0.5) as sandbox,
        node_client(node, sandbox, generation, transport) as client,
    ):
        await client.event("AllUsersStatus")
        started = asyncio.get_running_loop().time()
        while asyncio.get_running_loop().time() - started < (1 if generation == "2" else 2.5):
            client.emit("keepalive", "$TOKEN")
            line = await client.until(
                lambda line: line.get("local") == "disconnect" or line.get("event") == ANSWER
            )
            assert line.get("event") == ANSWER
            await asyncio.sleep(0.1)
        assert not [line for line in client.said if line.get("local") == "disconnect"]
        assert len(sandbox.connections) == 1
        sandbox.world.ring("SIPSIP1", "0501234567")
        await client.event("ExtensionEvent")


@pytest.mark.parametrize(("generation", "said"), [("2", "error"), ("4", "connect_error")])
async def test_client_with_a_bad_token_hears_that_it_is_refused(
    node: str, generation: str, said: str
) -> None:
    async with (
        Sandbox() as sandbox,
        node_client(node, sandbox, generation, "websocket", token="nonsense") as client,
    ):
        line = await client.until(lambda line: "local" in line)
        assert line == {"local": said, "text": "Unauthorized"}
        assert not sandbox.connections


@pytest.mark.parametrize(("engineio", "generation"), [("3", "4"), ("4", "2")])
async def test_client_of_the_other_generation_is_turned_away(
    node: str, engineio: EngineIo, generation: str
) -> None:
    async with (
        Sandbox(engineio=engineio) as sandbox,
        node_client(node, sandbox, generation, "websocket") as client,
    ):
        line = await client.until(lambda line: "local" in line)
        assert line["local"] == "connect_error"
        assert not sandbox.connections


@pytest.mark.parametrize(("generation", "transport"), CLIENTS)
async def test_client_notices_that_the_server_closed(
    node: str, generation: str, transport: str
) -> None:
    async with (
        Sandbox() as sandbox,
        node_client(node, sandbox, generation, transport) as client,
    ):
        await client.event("AllUsersStatus")
        await sandbox.drop_connections(politely=True)
        await client.until(lambda line: line.get("local") == "disconnect")
        await sandbox.wait_connected(0)
