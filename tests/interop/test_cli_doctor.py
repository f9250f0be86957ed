"""``doctor`` as a real process, against a local Voicenter with one fault at a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.sandbox import HttpFault, MuteFault, Sandbox
from tests.helpers.certificates import self_signed
from tests.helpers.cli import run
from tests.helpers.clock import FakeClock
from tests.helpers.connect_proxy import connect_proxy
from tests.helpers.http_server import free_port

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.cli import Done

SIGN_IN = {"AGENT_DESK_PASSWORD": "secret", "AGENT_DESK_CODE": "apicode"}


async def doctor(url: str, **environ: str) -> tuple[Done, dict[str, dict[str, Any]]]:
    options = ("--json", "--server", url, "--email", "agent@example.com")
    done = await run("doctor", *options, **{**SIGN_IN, **environ})
    assert "Traceback" not in done.err
    return done, {line["name"]: line for line in done.lines}


def failures(found: dict[str, dict[str, Any]]) -> set[str]:
    return {name for name, line in found.items() if line["ok"] is False}


@pytest.mark.parametrize(("engineio", "words"), [("3", "Engine.IO 3"), ("4", "Engine.IO 4")])
async def test_the_protocol_is_named(engineio: str, words: str) -> None:
    async with Sandbox(engineio=engineio) as sandbox:  # type: ignore[arg-type]  # a literal
        done, found = await doctor(sandbox.url)
    assert done.code == 0
    assert failures(found) == set()
    assert words in found["protocol"]["message"]
    assert found["websocket"]["message"].endswith(" by websocket.")
    assert all(line["ms"] >= 0 for line in found.values())


async def test_long_polling_is_something_to_live_with() -> None:
    async with Sandbox(engineio="4") as sandbox:
        sandbox.faults.websocket_status = 503
        done, found = await doctor(sandbox.url)
    assert done.code == 0
    assert found["websocket"]["ok"] is None
    assert "polling" in found["websocket"]["message"]
    assert found["protocol"]["ok"] is True
    assert found["clock"]["ok"] is True


async def test_a_socket_that_is_refused() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.handshake_status = 503
        done, found = await doctor(sandbox.url)
    assert done.code == 1
    assert failures(found) == {"websocket"}
    assert found["websocket"]["code"] == "service"
    assert found["websocket"]["next"]
    assert found["protocol"]["ok"] is None
    assert found["clock"]["ok"] is None


async def test_a_clock_that_is_wrong() -> None:
    clock = FakeClock(datetime.now(UTC) + timedelta(hours=3))
    async with Sandbox(clock=clock) as sandbox:
        done, found = await doctor(sandbox.url)
    assert done.code == 1
    assert failures(found) == {"clock"}
    assert "behind" in found["clock"]["message"]


async def test_a_token_that_is_dead_on_arrival() -> None:
    clock = FakeClock(datetime.now(UTC) - timedelta(days=3))
    async with Sandbox(clock=clock) as sandbox:
        _, found = await doctor(sandbox.url)
    assert {"token", "clock"} <= failures(found)


async def test_a_network_that_is_not_on_the_list() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.http["/Comet/api/GetExtensions"] = HttpFault(403, "IP")
        done, found = await doctor(sandbox.url)
    assert done.code == 1
    assert found["api_code"]["code"] == "network_not_allowed"


async def test_a_recording_control_that_does_not_answer() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.mute = MuteFault.LOST
        for path in ("/api/MuteUnmuteCalls", "/Comet/API/MuteUnmuteCalls"):
            sandbox.faults.http[path] = HttpFault(is_cut=True)
        done, found = await doctor(sandbox.url)
    assert done.code in {4, 5}
    assert failures(found) == {"mute"}


async def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    async with Sandbox(tls=certificate.server_context()) as sandbox:
        done, found = await doctor(sandbox.url)
    assert done.code == 4
    assert found["tls"]["code"] == "certificate"
    assert found["dns"]["ok"] is True


async def test_a_certificate_that_this_system_trusts(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    async with Sandbox(tls=certificate.server_context()) as sandbox:
        done, found = await doctor(sandbox.url, SSL_CERT_FILE=str(certificate.path))
    assert done.code == 0, found
    assert "loopback" in found["tls"]["message"]
    assert "encrypted" in found["tls"]["message"]


class TestProxy:
    """Names that nobody else looks up: only the proxy could."""

    FAR = "https://desk.invalid"

    async def test_it_is_used_and_named_without_its_password(self) -> None:
        async with connect_proxy() as proxy:
            proxy.refusal = 403
            known = proxy.url.replace("http://", "http://user:pass-word@")
            done, found = await doctor(self.FAR, https_proxy=known)
            assert set(proxy.tunnels) == {"desk.invalid:443"}
        assert done.code == 4
        assert found["proxy"]["ok"] is True
        assert found["dns"]["ok"] is None
        assert found["tls"]["code"] == "proxy"
        assert found["login"]["code"] == "proxy"
        assert "pass-word" not in done.out + done.err

    async def test_it_asks_for_a_sign_in(self) -> None:
        async with connect_proxy() as proxy:
            proxy.sign_in = "user:word"
            _, found = await doctor(self.FAR, https_proxy=proxy.url)
        assert "asks for a sign-in" in found["tls"]["message"]

    async def test_it_is_not_there(self) -> None:
        done, found = await doctor(self.FAR, https_proxy=f"http://127.0.0.1:{await free_port()}")
        assert done.code == 4
        assert found["proxy"]["code"] == "proxy"
        assert "cannot be reached" in found["proxy"]["message"]

    async def test_it_is_of_another_kind(self) -> None:
        _, found = await doctor(self.FAR, https_proxy="socks5://127.0.0.1:1080")
        assert found["proxy"]["code"] == "proxy"


async def test_a_name_that_cannot_be_looked_up() -> None:
    done, found = await doctor("https://desk.invalid")
    assert done.code == 4
    assert found["dns"]["code"] == "dns"
    assert "desk.invalid" in found["dns"]["message"]
