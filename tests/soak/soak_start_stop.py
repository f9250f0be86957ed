"""Starts the window program and ends it in every way there is, again and again.

``python tests/soak/soak_start_stop.py [ROUNDS]``; every round is a process of its own, offscreen,
signed in to a sandbox. It has to end within two seconds with exit code 0, nothing on stderr, no
complaint in its log, and no task or thread left over. Exit code 1 when a round did not.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import signal
import sys
import tempfile
from dataclasses import dataclass
from enum import Enum
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent_desk.sandbox import Sandbox
from tests.helpers.http_server import Canned, serving
from tests.helpers.until import awake_s, until

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS: Final = 50
LIMIT_S: Final = 2.0
_PATIENCE_S: Final = 20.0
_START_UP_S: Final = 0.3
_COMPLAINT: Final = re.compile(r"^\S+ (WARNING|ERROR|CRITICAL) .*", re.MULTILINE)

# The program as it is, and beside it a hand that does what it reads from stdin.
_RUNNER: Final = """
import asyncio, gc, json, sys, threading
from PySide6.QtCore import QSocketNotifier
from agent_desk import app, cli

def make_shell(qt, front=None, make=app.make_shell):
    shell = make(qt, front)
    def act():
        word = sys.stdin.readline().strip()
        if word == "close":
            shell.window.close()
        elif word == "tray":
            shell.tray.menu.actions()[-1].trigger()
        elif word == "quit":
            qt.quit()
        else:
            hand.setEnabled(False)
    hand = QSocketNotifier(0, QSocketNotifier.Type.Read, shell)
    hand.activated.connect(act)
    shell.pop_painted.connect(lambda _key, _at: print("pop", flush=True))
    return shell

app.make_shell = make_shell
code = cli.main(sys.argv[1:])
tasks = [t for t in gc.get_objects() if isinstance(t, asyncio.Task) and not t.done()]
threads = [t for t in threading.enumerate() if t is not threading.main_thread() and not t.daemon]
print(json.dumps({"tasks": [str(t) for t in tasks], "threads": [t.name for t in threads]}))
sys.exit(code)
"""


class When(Enum):
    """What the program is doing when it is ended."""

    STARTING = "starting"
    SIGNING_IN = "signing in"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    IN_A_CALL = "in a call"


class How(Enum):
    """What ends it."""

    SIGINT = "SIGINT"
    SIGTERM = "SIGTERM"
    CLOSE = "close"
    TRAY = "tray"
    QUIT = "quit"


_SIGNALS: Final = {How.SIGINT: signal.SIGINT, How.SIGTERM: signal.SIGTERM}

WAYS: Final = (
    *((When.CONNECTED, how) for how in How),
    *((When.IN_A_CALL, how) for how in How),
    *((When.CONNECTING, how) for how in (How.SIGTERM, How.CLOSE)),
    *((When.SIGNING_IN, how) for how in (How.SIGINT, How.TRAY)),
    *((When.STARTING, how) for how in (How.SIGINT, How.SIGTERM, How.SIGINT, How.SIGTERM)),
)


@dataclass(frozen=True, slots=True)
class Ending:
    """How one round went; ``faults`` is empty where it went well."""

    when: When
    how: How
    seconds: float
    faults: tuple[str, ...]

    def __str__(self) -> str:
        verdict = "ok" if not self.faults else "FAILED\n  " + "\n  ".join(self.faults)
        return f"{self.when.value:10} {self.how.value:8} {self.seconds:5.2f} s  {verdict}"


async def start_and_stop(when: When, how: How, home: Path) -> Ending:
    """One round, with the program's files in the folder ``home``."""
    async with Sandbox() as sandbox, serving(Canned(is_silent=True)) as mute_server:
        sandbox.faults.is_silent = when is When.CONNECTING
        is_held_up = when is When.SIGNING_IN
        process = await _start(mute_server.url if is_held_up else sandbox.url, home)
        try:
            if is_held_up:
                await until(lambda: mute_server.requests, _PATIENCE_S)
            else:
                await _reach(when, process, sandbox)
            began = awake_s()
            await _end(process, how)
            async with asyncio.timeout(_PATIENCE_S):
                out, err = await process.communicate()
            seconds = awake_s() - began
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        left_over = [line for line in out.decode().splitlines() if line.startswith("{")]
        faults = [] if process.returncode == 0 else [f"exit code {process.returncode}"]
        if seconds > LIMIT_S:
            faults.append(f"took {seconds:.2f} s")
        if err:
            faults.append(f"stderr: {err.decode()}")
        if left_over and any(json.loads(left_over[0]).values()):
            faults.append(f"left over: {left_over[0]}")
        log = home / "state" / "window.log"
        if log.exists():
            faults += (found[0] for found in _COMPLAINT.finditer(log.read_text("utf-8")))
        return Ending(when, how, seconds, tuple(faults))


async def _start(url: str, home: Path) -> asyncio.subprocess.Process:
    environ = {
        "AGENT_DESK_HOME": str(home),
        "AGENT_DESK_SERVER": url,
        "AGENT_DESK_PASSWORD": "secret",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONWARNINGS": "default",
        "QT_QPA_PLATFORM": "offscreen",
    }
    pipe = asyncio.subprocess.PIPE
    options = ("--login", "user", "--email", "agent@example.com", "--log-level", "debug")
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _RUNNER, *options),
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        env=os.environ | environ,
    )


async def _reach(when: When, process: asyncio.subprocess.Process, sandbox: Sandbox) -> None:
    """Wait until the program is where it shall be ended."""
    if when is When.STARTING:
        await until(lambda: can_listen(process.pid), _PATIENCE_S)
        await asyncio.sleep(random.uniform(0, _START_UP_S))  # noqa: S311 - no secret
    else:
        async with asyncio.timeout(_PATIENCE_S):
            await sandbox.wait_connected()
    if when is When.IN_A_CALL:
        assert process.stdout is not None
        call = sandbox.world.ring("SIPSIP1", "0501234567", name="Dana Levi")
        async with asyncio.timeout(_PATIENCE_S):
            await process.stdout.readline()
        call.answer()


async def _end(process: asyncio.subprocess.Process, how: How) -> None:
    if how in _SIGNALS:
        process.send_signal(_SIGNALS[how])
    else:
        assert process.stdin is not None
        process.stdin.write(f"{how.value}\n".encode())
        await process.stdin.drain()


def can_listen(pid: int) -> bool:
    """Whether the process has a handler for SIGTERM; before that it can only be cut off."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return True
    [caught] = re.findall(r"^SigCgt:\s*(\w+)$", status.read_text("ascii"), re.MULTILINE) or ["0"]
    return bool(int(caught, 16) & 1 << (signal.SIGTERM - 1))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def main(arguments: Sequence[str]) -> int:
    """Run so many rounds; 1 when one of them failed."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    endings = []
    for when, how in islice(cycle(WAYS), rounds):
        with tempfile.TemporaryDirectory() as home:
            endings.append(await start_and_stop(when, how, Path(home)))
        _say(f"{len(endings):4}  {endings[-1]}")
    failed = sum(bool(ending.faults) for ending in endings)
    slowest = max(ending.seconds for ending in endings)
    _say(f"{rounds} starts and stops, {failed} failed, the slowest end took {slowest:.2f} s")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
