"""What the program costs while nothing happens: memory and processor time with the desk open.

The whole window program, offscreen, signed in to a sandbox in a process of its own, against a
bare PySide6 window in a process that has imported the very same modules, ours aside. Memory is
that of ``/proc/self/smaps_rollup``; processor time is counted while both are left alone. Exit
code 1 when a target is missed. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent_desk.program import Program

LARGEST_RATIO: Final = 1.5
MOST_CPU: Final = 1.0
_IDLE_S: Final = 20.0
_SETTLED_S: Final = 4.0
_OURS: Final = ("agent_desk", "tests", "__main__")


# ------------------------------------------------------------------------------ in the processes


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process holds and has used: KiB, KiB, seconds, waits for the next event."""

    resident: int
    proportional: int
    cpu_s: float
    wakeups: int

    @classmethod
    def now(cls) -> Cost:
        """Of this process."""
        sizes = dict(_lines("/proc/self/smaps_rollup"))
        state = dict(_lines("/proc/self/status"))
        return cls(
            resident=int(sizes["Rss"].split()[0]),
            proportional=int(sizes["Pss"].split()[0]),
            cpu_s=time.process_time(),
            wakeups=int(state["voluntary_ctxt_switches"]),
        )


def _lines(path: str) -> Iterator[tuple[str, str]]:
    for line in Path(path).read_text(encoding="ascii").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            yield name, value


async def sit(idle_s: float) -> dict[str, Any]:
    """Do nothing for so long, and tell what that cost."""
    await asyncio.sleep(_SETTLED_S)
    before = Cost.now()
    await asyncio.sleep(idle_s)
    return figures(before, Cost.now(), idle_s)


def figures(before: Cost, after: Cost, idle_s: float) -> dict[str, Any]:
    """Memory when the wait began, percent of a core and wakes a second while it lasted."""
    return {
        "resident": before.resident,
        "proportional": before.proportional,
        "cpu": 100 * (after.cpu_s - before.cpu_s) / idle_s,
        "wakeups": (after.wakeups - before.wakeups) / idle_s,
    }


def be_sandbox() -> None:
    """Serve until stdin ends."""
    from agent_desk.sandbox import Sandbox  # noqa: PLC0415 - in this process alone

    async def serve() -> None:
        async with Sandbox() as sandbox:
            print(sandbox.url, flush=True)
            await asyncio.to_thread(sys.stdin.read)

    asyncio.run(serve())


def be_program(url: str, idle_s: float) -> None:
    """The program at ``url``; prints what it cost and which modules it used."""
    # Here, since the bare window must not import them.
    from agent_desk import eventloop  # noqa: PLC0415
    from agent_desk.app import make_shell, work  # noqa: PLC0415
    from agent_desk.application import new_application  # noqa: PLC0415
    from agent_desk.config import SettingsFile  # noqa: PLC0415
    from agent_desk.core.clock import SystemClock  # noqa: PLC0415
    from agent_desk.core.identity import Credentials, LoginKind  # noqa: PLC0415
    from agent_desk.core.link import Link  # noqa: PLC0415
    from agent_desk.core.privacy import Secret  # noqa: PLC0415
    from agent_desk.surroundings import Surroundings  # noqa: PLC0415
    from agent_desk.system.opener import DesktopOpener  # noqa: PLC0415
    from agent_desk.system.secrets import OpenedStore, SessionStore  # noqa: PLC0415

    app = new_application("en")
    shell = make_shell(app)

    async def use(program: Program) -> int:
        known = Credentials(LoginKind.USER, "agent@example.com", Secret("secret"))
        program.work_at(url, known, Secret("apicode"))
        await until(lambda: program.link is Link.CONNECTED, 20)
        cost = await sit(idle_s)
        modules = [name for name in sys.modules if name.partition(".")[0] not in _OURS]
        print(json.dumps(cost | {"modules": modules}), flush=True)
        return 0

    async def open_secrets() -> OpenedStore:
        return OpenedStore(SessionStore())

    settings_file = SettingsFile(Path(os.environ["AGENT_DESK_HOME"]) / "settings.json")
    surroundings = Surroundings(
        settings_file=settings_file,
        loaded=settings_file.load(),
        opener=DesktopOpener(),
        clock=SystemClock(),
        open_secrets=open_secrets,
    )
    eventloop.run(app, lambda: work(app, shell, surroundings, use))


def be_bare(idle_s: float) -> None:
    """A bare window with the modules that stdin names; prints what it cost."""
    from importlib import import_module  # noqa: PLC0415

    for name in json.load(sys.stdin):
        try:
            import_module(name)
        except ImportError:
            continue  # a name that only its own package can import
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    app = QApplication([])
    window = QWidget()
    window.resize(440, 680)
    window.show()
    costs: list[Cost] = []

    def note() -> None:
        costs.append(Cost.now())
        if len(costs) == 1:
            QTimer.singleShot(int(1000 * idle_s), note)
        else:
            app.quit()

    QTimer.singleShot(int(1000 * _SETTLED_S), note)
    app.exec()
    before, after = costs
    print(json.dumps(figures(before, after, idle_s)))


# --------------------------------------------------------------------------------------- figures


def ask(*words: str, home: str, stdin: str = "") -> dict[str, Any]:
    """Run this file as one of the processes and give what it prints."""
    environ = os.environ | {"AGENT_DESK_HOME": home}
    environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run(
        [sys.executable, __file__, *words],
        env=environ,
        input=stdin,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> int:
    """Print the figures; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--idle", type=float, default=_IDLE_S, help=f"seconds ({_IDLE_S:g})")
    parser.add_argument("--be", choices=("sandbox", "program", "bare"), help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.be == "sandbox":
        be_sandbox()
    elif args.be == "program":
        be_program(args.url, args.idle)
    elif args.be == "bare":
        be_bare(args.idle)
    else:
        return compare(args.idle)
    return 0


def compare(idle_s: float) -> int:
    """Run all three and judge."""
    idle = ("--idle", str(idle_s))
    command = [sys.executable, __file__, "--be", "sandbox"]
    pipe = subprocess.PIPE
    with (
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as sandbox,
    ):
        assert sandbox.stdout is not None
        assert sandbox.stdin is not None
        url = sandbox.stdout.readline().strip()
        ours = ask("--be", "program", "--url", url, *idle, home=home)
        bare = ask("--be", "bare", *idle, home=home, stdin=json.dumps(ours["modules"]))
        sandbox.stdin.close()
    ratio = ours["resident"] / bare["resident"]
    verdicts = [ratio <= LARGEST_RATIO]
    print(f"{_memory('resident', bare, ours)}  target <= {LARGEST_RATIO:g}")
    # Moves with whatever else runs here and shares the same libraries: to be seen, not judged.
    print(_memory("proportional", bare, ours))
    verdicts.append(ours["cpu"] < MOST_CPU)
    print(
        f"idle for {idle_s:g} s        bare {bare['cpu']:6.3f} % {bare['wakeups']:5.1f} wakes/s  "
        f"connected {ours['cpu']:6.3f} % {ours['wakeups']:5.1f} wakes/s  target < {MOST_CPU:g} %"
    )
    print("targets met" if all(verdicts) else "TARGET MISSED")
    return 0 if all(verdicts) else 1


def _memory(kind: str, bare: dict[str, Any], ours: dict[str, Any]) -> str:
    of_bare, of_ours = (cost[kind] / 1024 for cost in (bare, ours))
    ratio = f"{of_ours / of_bare:.2f} times"
    return f"memory, {kind:12}  bare {of_bare:6.1f} MiB  desk open {of_ours:6.1f} MiB  {ratio}"


if __name__ == "__main__":
    sys.exit(main())
