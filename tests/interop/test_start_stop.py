"""The window program ends as it should, whatever it does and whoever ends it.

A few rounds of what ``tests/soak/soak_start_stop.py`` does for long.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.helpers.cli import Running
from tests.helpers.until import awake_s, until
from tests.soak.soak_start_stop import LIMIT_S, How, When, can_listen, start_and_stop

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

TRIES = 3  # the quickest one counts: a machine with other work to do only ever adds to the seconds

# A resolver that hangs, as some do while the network is away.
HANGING = """
import socket, sys, threading
from agent_desk import cli

def hang(*_args, **_more):
    print("asked", flush=True)
    threading.Event().wait(60)

socket.getaddrinfo = hang
sys.exit(cli.main(sys.argv[1:]))
"""

# A signal that comes while the windows are still being imported.
EARLY = """
import os, signal, sys
from agent_desk.core.stopping import EarlyStop
EarlyStop().install()
os.kill(os.getpid(), signal.SIGTERM)
from agent_desk import cli
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("when", "how"),
    [
        (When.STARTING, How.SIGTERM),
        (When.SIGNING_IN, How.CLOSE),
        (When.CONNECTING, How.SIGTERM),
        (When.CONNECTED, How.TRAY),
        (When.CONNECTED, How.QUIT),
        (When.IN_A_CALL, How.SIGINT),
        (When.IN_A_CALL, How.CLOSE),
    ],
    ids=lambda value: value.value.replace(" ", "-"),
)
async def test_the_program_ends_in_time_and_in_silence(home: Path, when: When, how: How) -> None:
    for _ in range(TRIES):
        ending = await start_and_stop(when, how, home)
        assert [fault for fault in ending.faults if not fault.startswith("took ")] == []
        if ending.seconds <= LIMIT_S:
            break
    assert ending.faults == ()


async def test_a_signal_before_there_is_a_loop_counts(home: Path) -> None:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", EARLY), stdout=pipe, stderr=pipe
    )
    async with asyncio.timeout(20):
        out, err = await process.communicate()
    assert (process.returncode, out, err) == (0, b"", b"")
    assert "WARNING" not in (home / "state" / "window.log").read_text("utf-8")


async def test_a_name_look_up_that_hangs_holds_nobody_up() -> None:
    options = ("--server", "http://host.invalid", "--login", "user", "--email", "a@example.com")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", HANGING, *options),
        stdout=pipe,
        stderr=pipe,
        env=os.environ | {"AGENT_DESK_PASSWORD": "secret"},
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(20):
            assert await process.stdout.readline() == b"asked\n"
        began = awake_s()
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(20):
            _out, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert (process.returncode, err) == (0, b"")
    assert awake_s() - began < LIMIT_S


async def test_a_replay_in_windows_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    recording = tmp_path / "calls.jsonl"
    recording.write_text('{"t": 3600, "event": "ExtensionEvent", "payload": {}}\n', "utf-8")
    for _ in range(TRIES):
        async with Running("replay", str(recording)) as replay:
            await until(lambda: can_listen(replay.process.pid), 20)
            began = awake_s()
            done = await replay.end(signal.SIGTERM)
        seconds = awake_s() - began
        assert (done.code, done.out, done.err) == (0, "", "")
        if seconds <= LIMIT_S:
            break
    assert seconds <= LIMIT_S
