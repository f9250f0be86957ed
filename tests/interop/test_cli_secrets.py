"""Marked secrets, numbers and names through every command: none may stay behind."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest

from agent_desk.sandbox import HttpFault, Sandbox
from agent_desk.sandbox.account import Credentials
from tests.helpers.cli import Done, Running, run

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "m4rked-password"
TOKEN = "m4rked-login-token"
CODE = "m4rked-api-code"
EMAIL = "m4rked.agent@example.com"
ACCOUNT = "m4rked-account"
NUMBERS = ("0501234567", "0529876543")
NAME = "M4rked Caller"
CUSTOM = "m4rked-custom-value"

ENVIRON = {
    "AGENT_DESK_PASSWORD": PASSWORD,
    "AGENT_DESK_TOKEN": TOKEN,
    "AGENT_DESK_CODE": CODE,
}


# What the sandbox's own tokens look like.
HANDED_OUT = re.compile(r"(socket|refresh|access)-[0-9a-f]{16}")


def assert_clean(text: str, where: str) -> None:
    """Nothing marked, however a number is written, and no token."""
    for marked in (PASSWORD, TOKEN, CODE, EMAIL, ACCOUNT, NAME, CUSTOM):
        assert marked.casefold() not in text.casefold(), f"{marked} in {where}"
    digits = re.sub(r"[ .()/-]", "", text)
    for number in NUMBERS:
        assert number.removeprefix("0") not in digits, f"{number} in {where}"
    assert HANDED_OUT.search(text) is None, f"a token in {where}"


def assert_files_clean(folder: Path) -> None:
    """The same for every file the program has written."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".log" and path.stat().st_size for path in files)
    for path in files:
        assert_clean(path.read_text("utf-8", "replace"), path.name)


@pytest.mark.time_limit(150)
async def test_nothing_marked_stays_in_logs_settings_or_on_stderr(home: Path) -> None:
    credentials = Credentials(EMAIL, ACCOUNT, PASSWORD, TOKEN, CODE)
    runs: list[Done] = []
    async with Sandbox(credentials=credentials) as sb:
        common = ("--server", sb.url, "--log-level", "debug", "--json")
        user = (*common, "--login", "user", "--email", EMAIL)
        logins = (
            user,
            (*common, "--login", "account", "--username", ACCOUNT),
            (*common, "--login", "token"),
        )
        for login in logins:
            async with Running("tail", *login, **ENVIRON) as running:
                await running.line_with(kind="connection", state="connected")
                call = sb.world.ring(
                    "SIPSIP1", NUMBERS[0], name=NAME, custom_data={"ClientID": CUSTOM}
                )
                await running.line_with(kind="transition", type="ringing")
                call.answer()
                await running.line_with(kind="transition", type="answered")
                await sb.drop_connections()
                await running.line_with(kind="connection", state="reconnecting")
                await running.line_with(kind="connection", state="connected")
                runs.append(await running.end())
            sb.faults.handshake_status = 403
            async with Running("tail", *login, **ENVIRON) as running:
                await running.line_with(kind="connection")
                await running.line_with(kind="connection")
                runs.append(await running.end())
            sb.faults.handshake_status = None
            runs.append(await run("doctor", *login, **ENVIRON))
        one = ("--extension", "SIPSIP1", *user)
        commands = (
            ("history", *user),
            ("history", "--number", NUMBERS[1], *user),
            ("block", *NUMBERS, "--name", NAME, *user),
            ("unblock", *NUMBERS, *user),
            ("dial", "052-987-6543", *one),
            ("mute", *one),
            ("unmute", *one),
            ("status", *one),
            ("status", "2", *one),
            ("hangup", "--yes", *one),
        )
        for command in commands:
            runs.append(await run(*command, **ENVIRON))
            assert runs[-1].code == 0, runs[-1].err
        for fault in (HttpFault(is_cut=True), HttpFault.html(500), HttpFault(400, f"{CODE}{NAME}")):
            for path in (
                "/hub/cdr/",
                "/Blacklist/AddBlackList",
                "/ForwardDialer/click2call.aspx",
                "/monitorAPI/Login/User",
                "/UserLogin/SetStatusFromAPI",
            ):
                sb.faults.http[path] = fault
            again = (("tail", *user), *commands[:3], commands[4], commands[8])
            runs += await asyncio.gather(*(run(*command, **ENVIRON) for command in again))
            sb.faults.http.clear()
    for done in runs:
        assert_clean(done.err, "stderr")
    assert_files_clean(home)
