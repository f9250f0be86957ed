"""How the Team page keeps up with an organisation of 5,000 extensions.

Measured in one process, offscreen, on the program's Qt loop: from a snapshot's payload to the
painted list, and a stream of 500 events a second through the desk, the roster and the page that is
shown, while a task that beats every few milliseconds tells how long the loop was blocked. The
messages are made beforehand, as JSON, and go the program's way: decoded and parsed in one turn of
the loop, as ``voicenter.feed`` does it, put into the connection's stream, and applied in a turn of
whoever reads that. Sockets and cards are other benches'.

What the desk keeps has a size to which it grows with the first calls: those that are live, and
4,096 that are over. A first minute's events, sent beforehand, fill it, which is told; the minute
after it, of other calls, must not grow any more. Exit code 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import random
import statistics
import sys
import time
from typing import TYPE_CHECKING, Final, TypeAlias

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtWidgets import QApplication

from agent_desk.core.clock import SystemClock
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.eventloop import new_event_loop
from agent_desk.sandbox import World, build_account
from agent_desk.sandbox.calls import CallStatus
from agent_desk.shift.roster import Roster
from agent_desk.ui.team_page import TeamPage
from agent_desk.ui.theme import Theme
from agent_desk.voicenter.errors import ApiCodeMissingError
from agent_desk.voicenter.events import ExtensionsSnapshot, parse
from agent_desk.voicenter.outlet import Outlet
from agent_desk.voicenter.stream import Received
from tests.helpers.footprint import footprint

if TYPE_CHECKING:
    from agent_desk.desk.team import TeamView
    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.wire import WireEvent
    from agent_desk.voicenter.directory import DirectoryEntry

EXTENSIONS: Final = 5_000
RATE: Final = 500
SECONDS: Final = 60.0
TO_PAINT_MS: Final = 150.0
LONGEST_BLOCK_MS: Final = 50.0
CPU_SHARE: Final = 0.6
GROWTH_MIB: Final = 8.0
_LOOK_S: Final = 0.25
_BATCH_S: Final = 0.02
_BEAT_S: Final = 0.002
_SETTLED_S: Final = 10.0
_FILLING: Final = 30_000
_RECORDED: Final = 30_000
_BURST: Final = 20
_ROUNDS: Final = 5
# How often nothing but a status changes, a ring is answered, a talk is put on hold.
_STATUSES: Final = 0.3
_ANSWERED: Final = 0.8
_HELD: Final = 0.3


Message: TypeAlias = tuple[str, bytes]


class Collections:
    """How long the garbage collector ran at a time, which is a part of ``own_ms``."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._began = 0.0
        gc.callbacks.append(self._on_collection)

    def _on_collection(self, phase: str, _about: dict[str, int]) -> None:
        now = time.perf_counter()
        if phase == "start":
            self._began = now
        else:
            self.longest_ms = max(self.longest_ms, (now - self._began) * 1000)


class Pulse:
    """How long the loop was kept from a task that only wants to sleep; ``own_ms`` by our work."""

    def __init__(self) -> None:
        self.longest_ms = self.own_ms = 0.0

    async def beat(self) -> None:
        """Beat until cancelled."""
        while True:
            before, worked = time.perf_counter(), time.process_time()
            await asyncio.sleep(_BEAT_S)
            late_ms = (time.perf_counter() - before - _BEAT_S) * 1000
            own_ms = min(late_ms, (time.process_time() - worked) * 1000)
            self.longest_ms = max(self.longest_ms, late_ms)
            self.own_ms = max(self.own_ms, own_ms)

    def take(self) -> tuple[float, float]:
        """The longest since the last time, and the longest that was our own work."""
        longest = self.longest_ms, self.own_ms
        self.longest_ms = self.own_ms = 0.0
        return longest


def recorded(extensions: int, count: int) -> tuple[list[Message], list[Message]]:
    """Snapshots, and ``count`` events of calls and statuses anywhere in the organisation."""
    world = World(build_account(extensions))
    chosen = random.Random(7)  # noqa: S311 - the same calls each time
    sips = list(world.account.extensions)
    queues = list(world.account.queues)
    snapshots = [_message(event) for event in world.snapshots()]
    events: list[Message] = []
    world.subscribe(lambda event: events.append(_message(event)))
    live: dict[str, Call] = {}
    while len(events) < count:
        sip = chosen.choice(sips)
        call = live.get(sip)
        if call is None:
            if chosen.random() < _STATUSES:
                world.set_status(sip, chosen.choice((1, 3, 5, 12)))
                continue
            queue = chosen.choice(queues)
            live[sip] = world.ring(sip, "050-123-4567", name="Dana Levi", queue=queue)
        elif call.status is CallStatus.RINGING and chosen.random() < _ANSWERED:
            call.answer()
        elif call.status is CallStatus.TALKING and chosen.random() < _HELD:
            call.hold()
        else:
            call.hang_up()
            del live[sip]
    return snapshots, events[:count]


def _message(event: WireEvent) -> Message:
    return event.name, msgspec.json.encode(event.payload)


class Stage:
    """Desk, roster and page, joined as in the program."""

    def __init__(self) -> None:
        self.clock = SystemClock()
        self.desk = Desk(("SIPSIP1",))
        self.page = TeamPage(self.clock)
        self.scope = TaskScope("bench")
        self.shown: list[float] = []
        self.told = asyncio.Event()
        self.has_read = False
        self.caught_up = asyncio.Event()
        self._waiting = 0
        self._outlet = Outlet(lambda _item: None)
        self.roster = Roster(
            self.desk, self._show, self.clock, ask_list=self._no_list, scope=self.scope
        )
        self.page.resize(960, 780)
        self.page.show()

    def _show(self, view: TeamView) -> None:
        began = time.perf_counter()
        self.page.show_team(view)
        self.shown.append((time.perf_counter() - began) * 1000)
        if self.has_read:
            self.told.set()

    def receive(self, name: str, payload: bytes) -> None:
        """One message of the service."""
        at, now = self.clock.now(), self.clock.monotonic()
        body = msgspec.json.decode(payload)
        self._waiting += 1
        self.caught_up.clear()
        self._outlet.deliver(Received(name, body, parse(name, body), at, now))

    async def work(self) -> None:
        """Take what was received, as the shift does."""
        async for item in self._outlet:
            if isinstance(item, Received):
                self.desk.apply(item.event, Moment(item.monotonic, arrival=item.at))
                self.has_read |= isinstance(item.event, ExtensionsSnapshot)
                self.roster.hear(item.event, item.monotonic)
                self._waiting -= 1
                if self._waiting == 0:
                    self.caught_up.set()

    async def _no_list(self) -> tuple[DirectoryEntry, ...]:
        raise ApiCodeMissingError


async def first_paint(stage: Stage, snapshots: list[Message], pulse: Pulse) -> tuple[float, float]:
    """Milliseconds from the messages to the painted list, the median of some rounds.

    And the longest that the loop was blocked by it.
    """
    taken, blocked_ms = [], 0.0
    for _ in range(_ROUNDS):
        stage.has_read = False
        stage.told.clear()
        began = time.perf_counter()
        for name, payload in snapshots:
            stage.receive(name, payload)
            await asyncio.sleep(0)
        await stage.told.wait()
        stage.page.table.viewport().repaint()
        taken.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(_LOOK_S)
        longest, own = pulse.take()
        blocked_ms = max(blocked_ms, own)
        print(
            f"snapshot: list filled {stage.shown[-1]:5.1f} ms, painted after {taken[-1]:5.1f} ms,"
            f" blocked at most {longest:5.1f} ms (own work {own:5.1f} ms)"
        )
    return statistics.median(taken), blocked_ms


async def fill(stage: Stage, events: list[Message]) -> None:
    """Bring what is kept to the size that it has during a shift."""
    before = footprint().kib
    for number, message in enumerate(events):
        stage.receive(*message)
        if number % _BURST == 0:
            await stage.caught_up.wait()  # a backlog would leave room in which growth hides
    await asyncio.sleep(1.0)
    print(f"{len(events)} events of calls: resident {(footprint().kib - before) / 1024:+.1f} MiB")


async def stream(stage: Stage, events: list[Message], rate: int, seconds: float) -> None:
    """Send ``rate`` events a second, a few at a time, as a socket does; over and over."""
    began, sent = time.perf_counter(), 0
    while (passed := time.perf_counter() - began) < seconds:
        while sent < passed * rate:
            stage.receive(*events[sent % len(events)])
            sent += 1
        await asyncio.sleep(_BATCH_S)
    print(f"stream: {sent} events in {time.perf_counter() - began:.1f} s")


async def look(stage: Stage) -> None:
    """What the shift's tick does: the team shown, calls that are over forgotten."""
    while True:
        await asyncio.sleep(_LOOK_S)
        stage.desk.expire(Moment(stage.clock.monotonic(), arrival=stage.clock.now()))
        stage.roster.look()


async def measure(args: argparse.Namespace) -> bool:
    """Print the figures; whether all targets are met."""
    snapshots, events = recorded(args.extensions, _FILLING + _RECORDED)
    stage, pulse = Stage(), Pulse()
    gc.collect()
    gc.freeze()
    stage.roster.watch(is_watched=True)
    stage.scope.start(pulse.beat(), name="pulse")
    stage.scope.start(stage.work(), name="work")
    to_paint_ms, snapshot_ms = await first_paint(stage, snapshots, pulse)
    stage.scope.start(look(stage), name="look")
    await fill(stage, events[:_FILLING])
    del events[:_FILLING]
    await asyncio.sleep(0.5)
    pulse.take()
    stage.shown.clear()
    collections = Collections()
    blocked_ms = own_ms = garbage_ms = 0.0
    cpu, mib = time.process_time(), []
    began = time.perf_counter()
    sending = stage.scope.start(stream(stage, events, args.rate, args.seconds), name="stream")
    paused_cpu = paused = 0.0
    for at in (min(_SETTLED_S, args.seconds / 2), args.seconds):
        await asyncio.sleep(max(at - (time.perf_counter() - began), 0))
        longest, own = pulse.take()
        blocked_ms, own_ms = max(blocked_ms, longest), max(own_ms, own)
        garbage_ms = collections.longest_ms
        before, clock = time.process_time(), time.perf_counter()
        mib.append(footprint().kib / 1024)  # collects garbage: not the page's work
        paused_cpu += time.process_time() - before
        paused += time.perf_counter() - clock
        await asyncio.sleep(_BEAT_S * 2)
        pulse.take()
        collections.longest_ms = garbage_ms
    await sending
    share = (time.process_time() - cpu - paused_cpu) / (time.perf_counter() - began - paused)
    await stage.scope.aclose()
    print(
        f"list: {len(stage.shown)} times told, at most {max(stage.shown):.1f} ms\n"
        f"blocked at most {blocked_ms:.1f} ms (own work {own_ms:.1f} ms, of garbage collection "
        f"{garbage_ms:.1f} ms)\n"
        f"CPU {share:.0%} of a core\n"
        f"resident {mib[0]:.1f} MiB early, {mib[1]:.1f} MiB at the end"
    )
    stage.page.close()
    is_flat = mib[1] - mib[0] <= GROWTH_MIB
    is_quick = to_paint_ms <= TO_PAINT_MS and max(snapshot_ms, own_ms) <= LONGEST_BLOCK_MS
    return is_quick and is_flat and share < CPU_SHARE


def main() -> int:
    """Print the figures; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--extensions", type=int, default=EXTENSIONS, help=f"({EXTENSIONS})")
    parser.add_argument("--rate", type=int, default=RATE, help=f"events a second ({RATE})")
    parser.add_argument("--seconds", type=float, default=SECONDS, help=f"how long ({SECONDS:g})")
    args = parser.parse_args()
    app = QApplication([])
    Theme.apply(app, "light")
    with asyncio.Runner(loop_factory=lambda: new_event_loop(app)) as runner:
        is_met = runner.run(measure(args))
    print(
        f"targets: {TO_PAINT_MS:g} ms to the painted list, blocked {LONGEST_BLOCK_MS:g} ms, "
        f"CPU {CPU_SHARE:.0%}, growth {GROWTH_MIB:g} MiB:",
        "met" if is_met else "MISSED",
    )
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
