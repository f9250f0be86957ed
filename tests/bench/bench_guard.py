"""How long a press on "mute" takes to be on the wire, and its answer to be on the screen.

The whole window program, offscreen, signed in to a sandbox in a process of its own that notes by
the same clock when a request had come in and when its answer went out. Everything that process
does in between counts against us. One run: a mouse click on the pop's mute control, its answer
painted, a click that resumes, its answer painted. Exit code 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import httpx
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from agent_desk import eventloop
from agent_desk.app import work
from agent_desk.application import new_application
from agent_desk.config import SettingsFile
from agent_desk.core.clock import SystemClock
from agent_desk.core.identity import Credentials, LoginKind
from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.desk.state import CallKey
from agent_desk.sandbox import Sandbox
from agent_desk.surroundings import Surroundings
from agent_desk.system.opener import DesktopOpener
from agent_desk.system.secrets import OpenedStore, SessionStore
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from agent_desk.ui.widgets import MuteControl
from agent_desk.ui.widgets.mute import MuteState
from agent_desk.voicenter.tls import client_context
from tests.bench.bench_pop_latency import Bare, figures, p99
from tests.helpers.certificates import Certificate, self_signed
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from PySide6.QtGui import QPaintEvent

    from agent_desk.core.clock import Clock
    from agent_desk.program import Program

TO_WIRE_MS: Final = 10.0
TO_PAINT_MS: Final = 16.0
_UNMEASURED: Final = 10
_PER_CALL: Final = 20
_GAP_S: Final = 0.02
_SETTLED_S: Final = 0.5
_OWN: Final = "SIPSIP1"
_CERTIFICATE: Final = "BENCH_CERTIFICATE"
_PATH: Final = "/api/MuteUnmuteCalls"


# ---------------------------------------------------------------------------------- the sandbox


async def serve() -> None:
    """Be a sandbox that does what it reads, one word a line, and answers with a line of JSON.

    Its second address is the monitor's alone, so that nothing but mutes and events use it.
    Encrypted where the environment names a certificate.
    """
    trusted = os.environ.get(_CERTIFICATE)
    tls = Certificate(Path(trusted)).server_context() if trusted else None
    async with Sandbox(monitors=2, tls=tls) as sandbox:
        asked = sandbox.world.recorder.asked
        print(json.dumps([sandbox.url, sandbox.monitors[0].url]), flush=True)
        while word := (await asyncio.to_thread(sys.stdin.readline)).strip():
            if word == "talk":
                call = sandbox.world.ring(_OWN, "0501234567", name="Dana Levi")
                call.answer()
                print(json.dumps(call.ivrid), flush=True)
            elif word == "hang up":
                for call in sandbox.world.calls():
                    call.hang_up()
                print("true", flush=True)
            else:
                print(json.dumps([asked[-1].arrived, asked[-1].answered, len(asked)]), flush=True)


class RemoteSandbox:
    """The other end of ``serve``; ``monitor`` is the address of mutes."""

    def __init__(self, process: asyncio.subprocess.Process, url: str, monitor: str) -> None:
        self._process = process
        self.url = url
        self.monitor = monitor

    async def talk(self) -> CallKey:
        """Let a call come in and be answered."""
        return CallKey(_OWN, str(await self._ask("talk")))

    async def hang_up(self) -> None:
        """End the calls."""
        await self._ask("hang up")

    async def stamps(self) -> tuple[float, float, int]:
        """When the last request had come in, when its answer went out, and how many came."""
        arrived, answered, count = await self._ask("stamps")
        return arrived, answered, count

    async def _ask(self, word: str) -> Any:  # noqa: ANN401 - JSON
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n".encode())
        return json.loads(await _line(self._process))


@asynccontextmanager
async def remote_sandbox() -> AsyncIterator[RemoteSandbox]:
    """A sandbox in a process of its own."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, __file__, "--serve", stdin=pipe, stdout=pipe
    )
    try:
        yield RemoteSandbox(process, *json.loads(await _line(process)))
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()


async def _line(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    return (await process.stdout.readline()).decode().strip()


# ---------------------------------------------------------------------------------- the program


class Mark(QWidget):
    """Lies on a mute control, so that its paint comes right after the control's.

    Notes when each state was first painted.
    """

    def __init__(self, clock: Clock, control: MuteControl) -> None:
        super().__init__(control)
        self._clock = clock
        self._control = control
        self._seen: MuteState | None = None
        self._at = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(control.size())
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._seen is not self._control.state:
            self._seen = self._control.state
            self._at = self._clock.monotonic()

    async def painted(self, state: MuteState) -> float:
        """When ``state`` was on the screen, at last."""
        await until(lambda: self._seen is state, what=state.value)
        return self._at


@dataclass
class Taken:
    """Milliseconds, a list for each figure."""

    mute_wire: list[float]
    mute_paint: list[float]
    resume_wire: list[float]
    resume_paint: list[float]
    bare_wire: list[float]
    bare_paint: list[float]


class Bench:
    """One program and one sandbox, pressed again and again."""

    def __init__(self, shell: Shell, clock: Clock, sandbox: RemoteSandbox) -> None:
        self._shell = shell
        self._clock = clock
        self._sandbox = sandbox
        self._count = 0
        self.taken = Taken([], [], [], [], [], [])

    async def run(self, presses: int) -> None:
        """Press "mute" so many times, and "resume" as often."""
        async with httpx.AsyncClient(trust_env=False, verify=client_context()) as client:
            while presses > 0:
                await self._call(min(presses, _PER_CALL), client)
                presses -= _PER_CALL

    async def _call(self, presses: int, client: httpx.AsyncClient) -> None:
        """One call and all that is pressed in it."""
        key = await self._sandbox.talk()
        control = await self._control(key)
        mark = Mark(self._clock, control)
        taken = self.taken
        for _ in range(presses):
            wire, paint = await self._press(control, mark, MuteState.MUTED)
            taken.mute_wire.append(wire)
            taken.mute_paint.append(paint)
            wire, paint = await self._press(control, mark, MuteState.RECORDING)
            taken.resume_wire.append(wire)
            taken.resume_paint.append(paint)
            taken.bare_wire.append(await self._bare_wire(client, key))
            taken.bare_paint.append(await self._bare_paint())
        await self._sandbox.hang_up()
        await until(lambda: not control.isVisible())
        mark.setParent(None)
        self._shell.dismiss_card(key)
        await until(lambda: self._shell.pop_widget(key) is None)

    async def _control(self, key: CallKey) -> MuteControl:
        """The mute control of the call's pop, once a person could press it."""

        def found() -> list[MuteControl]:
            pop = self._shell.pop_widget(key)
            there = [] if pop is None else pop.face.findChildren(MuteControl)
            return [each for each in there if each.isVisible()]

        [control] = await until(found)
        return control

    async def _press(
        self, control: MuteControl, mark: Mark, then: MuteState
    ) -> tuple[float, float]:
        """Milliseconds from the press to the request, and from the answer to its paint."""
        await asyncio.sleep(_GAP_S)
        QTest.mousePress(control, Qt.MouseButton.LeftButton)
        await asyncio.sleep(_GAP_S)  # a finger stays down for longer; the click is its coming up
        pressed = self._clock.monotonic()
        QTest.mouseRelease(control, Qt.MouseButton.LeftButton)
        painted = await mark.painted(then)
        arrived, answered = await self._stamps()
        assert pressed < arrived < answered < painted
        return 1000 * (arrived - pressed), 1000 * (painted - answered)

    async def _stamps(self) -> tuple[float, float]:
        """Of the one request that came since last time."""
        arrived, answered, count = await self._sandbox.stamps()
        assert count == self._count + 1, "not every press was one request"
        self._count = count
        return arrived, answered

    async def _bare_wire(self, client: httpx.AsyncClient, key: CallKey) -> float:
        """The same request on a connection kept open, with nothing in front of it."""
        await asyncio.sleep(_GAP_S)
        began = self._clock.monotonic()
        body = {"ivrid": key.call_id, "state": "0"}
        await client.post(self._sandbox.monitor + _PATH, json=body)
        return 1000 * ((await self._stamps())[0] - began)

    async def _bare_paint(self) -> float:
        """A window of the control's size that fills itself with one colour."""
        bare = Bare(self._clock)
        bare.setFixedSize(408, 48)
        bare.show()
        await until(lambda: bare.painted_at > 0)
        await asyncio.sleep(_GAP_S)
        bare.painted_at = 0.0
        began = self._clock.monotonic()
        bare.update()
        await until(lambda: bare.painted_at > 0)
        bare.hide()
        bare.deleteLater()
        return 1000 * (bare.painted_at - began)


def run(presses: int) -> Taken:
    """Run the program for so many presses."""
    clock = SystemClock()
    app = new_application("")
    shell = Shell(Theme.apply(app, "system"), clock)
    taken: list[Taken] = []

    async def use(program: Program) -> int:
        async with remote_sandbox() as sandbox:
            known = Credentials(LoginKind.USER, "agent@example.com", Secret("secret"))
            program.work_at(sandbox.url, known, Secret("apicode"))
            await until(lambda: program.link is Link.CONNECTED, 20)
            await asyncio.sleep(_SETTLED_S)
            bench = Bench(shell, clock, sandbox)
            await bench.run(presses)
            taken.append(bench.taken)
        return 0

    async def open_secrets() -> OpenedStore:
        return OpenedStore(SessionStore())

    with tempfile.TemporaryDirectory() as home:
        settings_file = SettingsFile(Path(home) / "settings.json")
        surroundings = Surroundings(
            settings_file=settings_file,
            loaded=settings_file.load(),
            opener=DesktopOpener(),
            clock=clock,
            open_secrets=open_secrets,
        )
        eventloop.run(app, lambda: work(app, shell, surroundings, use))
    return taken[0]


# --------------------------------------------------------------------------------------- figures


def first_presses(runs: int, *, is_encrypted: bool) -> list[float]:
    """The first press of so many fresh programs, each on a new connection, in milliseconds."""
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        more = {}
        if is_encrypted:
            path = str(self_signed(Path(folder)).path)
            more = {_CERTIFICATE: path, "SSL_CERT_FILE": path}  # for the server, for its client
        for _ in range(runs):
            done = subprocess.run(
                [sys.executable, __file__, "--first"],
                env={**os.environ, **more},
                stdout=subprocess.PIPE,
                check=True,
                text=True,
            )
            taken.append(json.loads(done.stdout))
    return taken


def main() -> int:
    """Print the figures; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presses", type=int, default=200, help="how many to measure (200)")
    parser.add_argument("--fresh", type=int, default=5, help="how many fresh programs (5)")
    for hidden in ("--serve", "--first"):
        parser.add_argument(hidden, action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        asyncio.run(serve())
        return 0
    if args.first:
        print(json.dumps(run(1).mute_wire[0]))
        return 0
    taken = run(_UNMEASURED + args.presses)
    wire, paint = taken.mute_wire[_UNMEASURED:], taken.mute_paint[_UNMEASURED:]
    print(figures("mute: press to request come in", wire), f" target p99 <= {TO_WIRE_MS:g} ms")
    print(figures("mute: answer sent to painted", paint), f" target p99 <= {TO_PAINT_MS:g} ms")
    print(figures("resume: press to request, new connection", taken.resume_wire[_UNMEASURED:]))
    print(figures("resume: answer sent to painted", taken.resume_paint[_UNMEASURED:]))
    print(figures("control: the request alone", taken.bare_wire[_UNMEASURED:]))
    print(figures("control: a bare window of that size", taken.bare_paint[_UNMEASURED:]))
    if args.fresh:
        plain, encrypted = (first_presses(args.fresh, is_encrypted=each) for each in (False, True))
        print(figures("mute: first press, new connection", plain))
        print(figures("mute: first press, new connection with TLS", encrypted))
    is_met = p99(wire) <= TO_WIRE_MS and p99(paint) <= TO_PAINT_MS
    print("targets met" if is_met else "TARGET MISSED")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
