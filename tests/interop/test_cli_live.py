"""``tail``, ``replay`` and ``doctor`` as real processes against a real local Voicenter."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import time
from typing import TYPE_CHECKING

import pytest

from agent_desk.sandbox import Sandbox
from tests.helpers.cli import Running, run
from tests.helpers.fixtures import load
from tests.helpers.until import awake_s, until
from tests.soak.soak_start_stop import can_listen

if TYPE_CHECKING:
    from pathlib import Path

EMAIL = ("--login", "user", "--email", "agent@example.com")
PASSWORD = {"AGENT_DESK_PASSWORD": "secret"}
NUMBER = "0501234567"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z")


def tail(sb: Sandbox, *arguments: str, **environ: str) -> Running:
    return Running("tail", "--json", "--server", sb.url, *EMAIL, *arguments, **(PASSWORD | environ))


class TestTail:
    @pytest.mark.parametrize(("engineio", "protocol"), [("3", 3), ("4", 4)])
    async def test_an_answered_call_is_ringing_answered_ended(
        self, engineio: str, protocol: int
    ) -> None:
        async with Sandbox(engineio=engineio) as sb, tail(sb) as running:  # type: ignore[arg-type]  # a literal
            connected = await running.line_with(kind="connection", state="connected")
            assert connected["protocol"] == protocol
            assert connected["server"] == sb.url
            assert connected["transport"] == "websocket"
            call = sb.world.ring("SIPSIP1", NUMBER, name="Dana Levi", custom_data={"ClientID": "1"})
            ringing = await running.line_with(kind="transition")
            assert ringing["type"] == "ringing"
            assert ringing["extension"] == "SIPSIP1"
            assert ringing["ivrid"] == call.ivrid
            assert ringing["direction"] == "incoming"
            assert ringing["number"] == "+972501234567"
            assert ringing["name"] == "Dana Levi"
            assert ringing["custom_data"] == {"ClientID": "1"}
            assert ringing["outcome"] is None
            call.answer()
            assert (await running.line_with(kind="transition"))["type"] == "answered"
            call.hang_up()
            ended = await running.line_with(kind="transition")
            assert (ended["type"], ended["outcome"]) == ("ended", "completed")
            done = await running.end()
        assert (done.code, done.err) == (0, "")
        summary = done.lines[-1]
        assert summary["kind"] == "summary"
        assert summary["calls"] == {"SIPSIP1": 1}
        assert summary["live"] == {}
        assert summary["malformed"] == 0
        assert summary["events"] >= 3
        lines = [json.loads(line) for line in running.lines] + done.lines
        assert all(MOMENT.fullmatch(line["at"]) for line in lines)

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    async def test_an_interruption_ends_it_within_two_seconds(self, number: signal.Signals) -> None:
        async with Sandbox() as sb, tail(sb) as running:
            await running.line_with(kind="connection", state="connected")
            began = awake_s()
            done = await running.end(number)
            assert awake_s() - began < 2
        assert (done.code, done.err) == (0, "")
        assert done.lines[-1]["kind"] == "summary"

    async def test_an_interruption_before_the_connection_stands_is_no_failure(self) -> None:
        async with Sandbox() as sb:
            sb.faults.handshake_status = 503
            async with tail(sb) as running:
                await running.line_with(kind="connection")
                began = awake_s()
                done = await running.end()
                assert awake_s() - began < 2
        assert (done.code, done.err) == (0, "")

    async def test_raw_events_carry_their_payload_and_can_be_replayed(self, tmp_path: Path) -> None:
        file = tmp_path / "events.jsonl"
        async with Sandbox() as sb, tail(sb, "--raw", "--record", str(file)) as running:
            await running.line_with(kind="connection", state="connected")
            call = sb.world.ring("SIPSIP1", NUMBER)
            event = await running.line_with(kind="event", event="ExtensionEvent")
            assert event["reason"] == "NEWCALL"
            assert event["extension"] == "SIPSIP1"
            assert event["payload"]["data"]["currentCall"]["ivrid"] == call.ivrid
            call.reject()
            await running.line_with(kind="transition", type="ended")
            seen = [json.loads(line) for line in running.lines]
            await running.end()
        recorded = [json.loads(line) for line in file.read_text().splitlines()]
        assert all(line.keys() == {"t", "event", "payload"} for line in recorded)
        assert recorded[0]["t"] == 0
        done = await run("replay", "--headless", "--json", str(file))
        assert (done.code, done.err) == (0, "")
        again = [(x["type"], x["outcome"]) for x in done.lines if x["kind"] == "transition"]
        assert again == [(x["type"], x["outcome"]) for x in seen if x["kind"] == "transition"]
        assert done.lines[-1]["events"] == len(recorded)

    async def test_only_the_named_extension_is_told_of(self) -> None:
        environ = {"AGENT_DESK_TOKEN": "good-token"}
        async with (
            Sandbox() as sb,
            Running(
                *("tail", "--json", "--login", "token", "--server", sb.url),
                *("--extension", "SIPSIP2"),
                **environ,
            ) as running,
        ):
            await running.line_with(kind="connection", state="connected")
            sb.world.ring("SIPSIP1", NUMBER)
            call = sb.world.ring("SIPSIP2", NUMBER)
            await running.line_with(kind="transition", ivrid=call.ivrid)
            done = await running.end()
            lines = [json.loads(line) for line in running.lines] + done.lines
        assert {line.get("extension") for line in lines} <= {None, "SIPSIP2"}
        assert done.lines[-1]["live"] == {"SIPSIP2": [call.ivrid]}

    async def test_a_lost_connection_is_told_and_made_again(self) -> None:
        async with Sandbox() as sb, tail(sb) as running:
            await running.line_with(kind="connection", state="connected")
            await sb.drop_connections()
            assert await running.line_with(kind="connection", state="reconnecting")
            assert await running.line_with(kind="connection", state="connected")
            done = await running.end()
        assert done.code == 0

    async def test_a_wrong_password_is_3(self) -> None:
        async with Sandbox() as sb:
            done = await run(
                *("tail", "--json", "--server", sb.url, *EMAIL), AGENT_DESK_PASSWORD="wrong"
            )
        assert done.code == 3
        assert json.loads(done.err)["code"] == "credentials"

    async def test_without_anybody_to_sign_in_it_is_3(self) -> None:
        done = await run("tail", "--json")
        assert done.code == 3
        assert done.error["code"] == "not_signed_in"

    async def test_an_unreachable_service_is_4(self) -> None:
        done = await run("tail", "--json", "--server", "http://127.0.0.1:1", *EMAIL, **PASSWORD)
        assert done.code == 4
        assert json.loads(done.err)["code"] == "unreachable"

    async def test_people_read_lines(self) -> None:
        async with (
            Sandbox() as sb,
            Running("tail", "--server", sb.url, *EMAIL, **PASSWORD) as running,
        ):
            while "connected" not in await running.line():
                pass
            sb.world.ring("SIPSIP1", NUMBER, name="Dana Levi")
            while ">> ringing" not in (line := await running.line()):
                pass
            assert "Dana Levi" in line
            done = await running.end()
        assert "1 of them live" in done.out


class TestReplay:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        names = ["incoming_1_newcall", "incoming_2_answer", "incoming_3_hangup"]
        lines = [
            {"t": t, "event": "ExtensionEvent", "payload": load(f"realtime/{name}")[1]}
            for t, name in zip((0.0, 0.1, 0.4), names, strict=True)
        ]
        path = tmp_path / "events.jsonl"
        path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
        return path

    async def test_transitions_then_a_summary(self, file: Path) -> None:
        done = await run("replay", str(file), "--headless", "--json")
        assert (done.code, done.err) == (0, "")
        *transitions, summary = done.lines
        assert [line["type"] for line in transitions] == ["ringing", "answered", "ended"]
        assert summary["kind"] == "summary"
        assert summary["events"] == 3

    async def test_with_a_speed_it_takes_its_time(self, file: Path) -> None:
        began = time.monotonic()
        done = await run("replay", str(file), "--headless", "--json", "--speed", "0.4")
        assert time.monotonic() - began > 1.0
        assert done.code == 0

    async def test_broken_lines_are_counted(self, file: Path) -> None:
        with file.open("a") as stream:
            stream.write('nonsense\n{"t": "x"}\n')
        done = await run("replay", str(file), "--headless", "--json")
        assert done.code == 0
        assert done.lines[-1]["malformed"] == 2
        assert done.lines[-1]["events"] == 5

    async def test_it_can_be_interrupted(self, file: Path) -> None:
        async with Running("replay", str(file), "--headless", "--json", "--speed", "0.001") as one:
            await one.line_with(kind="transition")
            began = awake_s()
            done = await one.end()
            assert awake_s() - began < 2
        assert done.code == 1
        assert json.loads(done.err)["code"] == "interrupted"

    async def test_a_file_that_is_not_there_is_2(self) -> None:
        done = await run("replay", "nowhere.jsonl", "--headless", "--json")
        assert done.code == 2
        assert done.error["code"] == "bad_input"


class TestDoctor:
    async def test_all_is_well(self) -> None:
        async with Sandbox() as sb:
            done = await run(
                "doctor",
                "--json",
                "--server",
                sb.url,
                *EMAIL,
                AGENT_DESK_CODE="apicode",
                **PASSWORD,
            )
        assert (done.code, done.err) == (0, "")
        assert [line["name"] for line in done.lines] == [
            *("keyring", "proxy", "dns", "tls", "login", "token", "websocket", "protocol"),
            *("clock", "api_code", "mute"),
        ]
        found = {line["name"]: line["ok"] for line in done.lines}
        assert found.pop("keyring") is None  # the tests have none
        assert set(found.values()) == {True}

    async def test_a_wrong_password_is_named_and_the_rest_goes_on(self) -> None:
        async with Sandbox() as sb:
            done = await run(
                *("doctor", "--json", "--server", sb.url, *EMAIL),
                AGENT_DESK_PASSWORD="wrong",
                AGENT_DESK_CODE="wrong",
            )
        assert done.code == 3
        found = {line["name"]: line for line in done.lines}
        assert found["login"]["code"] == "credentials"
        assert found["login"]["next"]
        assert found["websocket"]["ok"] is None
        assert found["api_code"]["code"] == "api_code"
        assert found["mute"]["ok"] is True

    async def test_nobody_there_is_4(self) -> None:
        done = await run("doctor", "--json", "--server", "http://127.0.0.1:1", *EMAIL, **PASSWORD)
        assert done.code == 4
        assert {line["name"] for line in done.lines if line["ok"] is False} >= {"tls", "login"}

    async def test_people_read_a_line_each(self) -> None:
        async with Sandbox() as sb:
            done = await run("doctor", "--server", sb.url, AGENT_DESK_CODE="apicode")
        assert done.code == 0
        assert done.out.count("\n") == 11


async def test_interruptions_at_any_moment_leave_no_traceback() -> None:
    """From the first instruction of ours on, an interrupted ``tail`` ends well."""
    async with Sandbox() as sb:
        for step in range(10):
            async with tail(sb) as running:
                await until(lambda: can_listen(running.process.pid))
                await asyncio.sleep(step * 0.05)
                done = await running.end(signal.SIGTERM if step % 2 else signal.SIGINT)
            assert "Traceback" not in done.err
            assert done.code == 0, done.err
