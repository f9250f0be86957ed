"""The commands as scripts use them: real processes against a real local Voicenter."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from agent_desk.sandbox import HttpFault, Sandbox, bundled_scenario
from tests.helpers.cli import Running, run
from tests.helpers.until import awake_s

if TYPE_CHECKING:
    from pathlib import Path

CODE = {"AGENT_DESK_CODE": "apicode"}


class TestTheParser:
    async def test_options_stand_before_or_after_the_command(self) -> None:
        options = ["--json", "--server", "http://127.0.0.1:1", "--extension", "SIPSIP1"]
        for arguments in ([*options, "hangup"], ["hangup", *options]):
            done = await run(*arguments)
            assert done.code == 3
            assert done.error["code"] == "not_signed_in"

    async def test_extensions_of_both_places_count(self) -> None:
        done = await run("--extension", "A", "hangup", "--extension", "B", "--json", **CODE)
        assert done.code == 2
        assert "one extension" in done.error["message"]

    @pytest.mark.parametrize(
        "arguments",
        [
            ["nonsense"],
            ["history", "--extension"],
            ["sandbox", "--port", "70000"],
            ["replay", "x", "--speed", "0"],
            ["--login", "magic", "tail"],
            ["--log-level", "loud", "tail"],
            ["history", "--from", "yesterday"],
            ["history", "--from", "2026-01-02", "--to", "2026-01-01"],
            ["block"],
            ["block", "no number"],
            ["dial", "x", "--extension", "SIPSIP1"],
            ["hangup"],
            ["mute"],
            ["tail", "--login", "user"],
            ["--login", "account"],  # the window, too
            ["tail", "--email", "agent@example.com", "--username", "acct"],
            ["history", "--server", "not-an-address"],
            ["--server", "not-an-address"],
            ["demo", "--headless", "--server", "not-an-address"],
            ["history", "--serv", "http://127.0.0.1:1"],
        ],
    )
    async def test_wrong_usage_is_2_with_a_sentence_and_a_next_step(
        self, arguments: list[str]
    ) -> None:
        done = await run(*arguments, "--json", **CODE)
        assert done.code == 2
        assert done.out == ""
        assert done.error["kind"] == "error"
        assert done.error["message"].endswith(".")
        assert done.error["next"].endswith(".")

    async def test_people_read_a_sentence(self) -> None:
        done = await run("nonsense")
        assert (done.code, done.out) == (2, "")
        assert done.err.count("\n") == 1
        assert "See agent-desk --help." in done.err

    async def test_the_version_is_told(self) -> None:
        done = await run("--version")
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("agent-desk ")

    def test_help_needs_nothing_heavy(self) -> None:
        program = (
            "import sys; from agent_desk.cli import main\n"
            "try: main(['history', '--help'])\n"
            "except SystemExit: pass\n"
            "heavy = {'asyncio', 'httpx', 'aiohttp', 'socketio', 'msgspec', 'keyring', 'PySide6'}\n"
            "sys.exit(bool(heavy & sys.modules.keys()))"
        )
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)

    def test_a_command_without_a_window_loads_no_qt(self) -> None:
        program = (
            "import sys; from agent_desk.cli import main\n"
            "code = main(['history', '--server', 'http://127.0.0.1:1'])\n"
            "sys.exit(99 if 'PySide6' in sys.modules else code)"
        )
        done = subprocess.run(
            [sys.executable, "-c", program],
            check=False,
            capture_output=True,
            env=os.environ | CODE,
        )
        assert done.returncode == 4


class TestWhatCanGoWrong:
    @pytest.mark.parametrize(
        "arguments",
        [
            ["history"],
            ["block", "0501234567"],
            ["dial", "0501234567", "--extension", "SIPSIP1"],
            ["mute", "--ivrid", "1"],
            ["status", "--extension", "SIPSIP1"],
        ],
    )
    async def test_nobody_there_is_4(self, arguments: list[str]) -> None:
        done = await run(*arguments, "--server", "http://127.0.0.1:1", "--json", **CODE)
        assert done.code == 4
        assert done.error["code"] == "unreachable"
        assert done.error["next"]

    async def test_a_missing_code_is_3(self) -> None:
        async with Sandbox() as sb:
            done = await run("history", "--server", sb.url, "--json")
        assert done.code == 3
        assert done.error["code"] == "not_signed_in"
        assert "AGENT_DESK_CODE" in done.error["next"]

    async def test_a_wrong_code_is_1(self) -> None:
        async with Sandbox() as sb:
            done = await run("history", "--server", sb.url, "--json", AGENT_DESK_CODE="wrong")
        assert done.code == 1
        assert done.error["code"] == "api_code"

    async def test_a_server_that_is_something_else_is_1(self) -> None:
        async with Sandbox() as sb:
            sb.faults.http["/hub/cdr/"] = HttpFault.html()
            done = await run("history", "--server", sb.url, "--json", **CODE)
        assert done.code == 1
        assert done.error["code"] == "bad_answer"

    async def test_a_call_that_may_be_ringing_is_5(self) -> None:
        async with Sandbox() as sb:
            sb.faults.http["/ForwardDialer/click2call.aspx"] = HttpFault(is_cut=True)
            done = await run(
                "dial", "0501234567", "--extension", "SIPSIP1", "--server", sb.url, "--json", **CODE
            )
        assert done.code == 5
        assert done.error["code"] == "unknown_outcome"

    async def test_settings_that_are_damaged_are_said_so_and_kept(self, home: Path) -> None:
        (home / "config").mkdir(parents=True)
        (home / "config" / "settings.json").write_text("{")
        async with Sandbox() as sb:
            done = await run("history", "--server", sb.url, **CODE)
        assert done.code == 0
        assert "kept as" in done.err
        assert len(list((home / "config").glob("settings.damaged-*.json"))) == 1

    async def test_without_a_place_for_the_log_the_work_goes_on(self, home: Path) -> None:
        home.write_text("a file in place of the folder")  # noqa: ASYNC240 - nothing else runs yet
        async with Sandbox() as sb:
            done = await run("history", "--server", sb.url, **CODE)
        assert done.code == 0
        assert "cannot be" in done.err

    async def test_a_closed_pipe_is_no_error(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        async with Sandbox(scenario=bundled_scenario(), is_autoplay=False) as sb:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "agent_desk", "history", "--json", "--server", sb.url),
                stdout=writing,
                stderr=asyncio.subprocess.PIPE,
                env=os.environ | CODE,
            )
            os.close(writing)
            _, err = await process.communicate()
        assert (process.returncode, err) == (0, b"")


class TestTheSandboxCommand:
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    async def test_it_says_its_address_first_and_ends_cleanly(self, number: signal.Signals) -> None:
        async with Running("sandbox") as running:
            url = await running.line()
            assert url.startswith("http://127.0.0.1:")
            done = await run("history", "--server", url, **CODE)
            assert done.code == 0
            began = awake_s()
            ended = await running.end(number)
            assert awake_s() - began < 2
        assert (ended.code, ended.out, ended.err) == (0, "", "")

    async def test_with_json_the_address_is_in_an_object(self) -> None:
        async with Running("sandbox", "--json") as running:
            assert json.loads(await running.line())["url"].startswith("http://127.0.0.1:")
            assert (await running.end()).code == 0

    async def test_a_busy_port_is_1(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            done = await run("sandbox", "--port", str(taken.getsockname()[1]), "--json")
        assert done.code == 1
        assert "in use" in done.error["message"]

    async def test_a_scenario_that_cannot_be_read_is_2(self, tmp_path: Path) -> None:
        file = tmp_path / "scenario.json"
        file.write_text('{"format": 1, "title": "x", "steps": [{"do": "dance"}]}')
        done = await run("sandbox", "--scenario", str(file), "--json")
        assert done.code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
async def test_what_is_written_is_for_the_owner_only(home: Path) -> None:
    async with Sandbox() as sb:
        await run("history", "--server", sb.url, "--log-level", "debug", **CODE)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (home / "state").iterdir()}
    assert modes == {0o600}
