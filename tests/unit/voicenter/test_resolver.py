from __future__ import annotations

import asyncio
import socket
import threading

import pytest

from agent_desk.core.privacy import Secret
from agent_desk.core.threads import PlainEventLoop
from agent_desk.sandbox import Sandbox
from agent_desk.voicenter.errors import UnreachableError
from agent_desk.voicenter.monitor_socket import DialOptions, MonitorSocket
from agent_desk.voicenter.resolver import OwnThreadResolver
from agent_desk.voicenter.rest import RestClient


async def test_a_name_is_looked_up() -> None:
    found = await OwnThreadResolver().resolve("localhost", 80, socket.AF_INET)
    assert [(entry["host"], entry["port"], entry["family"]) for entry in found] == [
        ("127.0.0.1", 80, socket.AF_INET)
    ]


async def test_a_name_that_is_none() -> None:
    def no_such_name(*_args: object, **_options: object) -> list[tuple[object, ...]]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    with pytest.raises(socket.gaierror):
        await OwnThreadResolver(no_such_name).resolve("desk.invalid")


async def test_it_is_what_a_connection_uses_by_itself() -> None:
    async with Sandbox(engineio="3") as sandbox:
        session = sandbox.sessions.login_token("good-token")
        assert session is not None
        url = sandbox.url.replace("127.0.0.1", "localhost")
        link = MonitorSocket(url, 3, lambda _n, _p: None, DialOptions())
        await link.open(Secret(session.token))
        await link.aclose()


def test_a_look_up_that_hangs_holds_up_neither_others_nor_the_end() -> None:
    go_on = threading.Event()

    def hang(*_args: object, **_options: object) -> list[tuple[object, ...]]:
        go_on.wait()
        return []

    async def main() -> int:
        options = DialOptions(connect_s=0.05, open_s=0.05, resolver=OwnThreadResolver(hang))
        for _ in range(8):
            link = MonitorSocket("http://desk.invalid", 3, lambda _n, _p: None, options)
            with pytest.raises(UnreachableError):
                await link.open(Secret("t"))
            await link.aclose()
        return await asyncio.to_thread(lambda: 1)

    assert asyncio.run(main()) == 1
    go_on.set()


def test_a_look_up_of_the_http_client_holds_up_neither_others_nor_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = threading.Event()

    def hang(*_args: object, **_options: object) -> list[tuple[object, ...]]:
        go_on.wait()
        return []

    async def main() -> int:
        async with RestClient(timeout_s=0.05) as rest:
            for _ in range(8):
                with pytest.raises(UnreachableError):
                    await rest.get_json("http://desk.invalid")
        return await asyncio.to_thread(lambda: 1)

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with asyncio.Runner(loop_factory=PlainEventLoop) as runner:
        assert runner.run(main()) == 1
    go_on.set()
