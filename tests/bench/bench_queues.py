"""How long 500 queues take to the screen, and what 100 events a second cost with them in sight.

The parser, the shift's book and the page in its window, offscreen, on the program's own loop; the
book looks four times a second. As in the program a message is decoded and parsed in one turn of
the loop and taken in another. Exit code 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import random
import sys
import time
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec

from agent_desk import eventloop
from agent_desk.application import new_application
from agent_desk.core.clock import SystemClock
from agent_desk.core.link import Link
from agent_desk.core.tasks import TaskScope
from agent_desk.shift.queue_book import QueueBook
from agent_desk.ui.queues_page import QueuesPage
from agent_desk.ui.theme import Theme
from agent_desk.voicenter.events import QueuesSnapshot, parse
from tests.bench.bench_pop_latency import figures
from tests.helpers.until import until

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from agent_desk.desk.queue_view import QueuesView
    from agent_desk.voicenter.events import Event

PAINTED_MS: Final = 150.0
BLOCK_MS: Final = 50.0
CPU_PERCENT: Final = 60.0
_QUEUES: Final = 500
_CALLERS: Final = 10
_LOOK_S: Final = 0.25
_OFFSET_MIN: Final = 120


class Nobody:
    """Active Calls that is never asked."""

    async def queues(self) -> QueuesSnapshot:
        """No queues."""
        return QueuesSnapshot(())


class Painted(QueuesPage):
    """Notes when the list below it was painted last."""

    painted_at = 0.0

    def __init__(self, clock: SystemClock) -> None:
        super().__init__(clock)
        paint = self.queues.paintEvent

        def noted(event: QPaintEvent) -> None:
            paint(event)
            self.painted_at = time.perf_counter()

        self.queues.paintEvent = noted  # type: ignore[method-assign]  # looked up by name by Qt


class World:
    """What the service would send: queues and callers who come and go, others in each world."""

    def __init__(self, number: int = 0) -> None:
        self._random = random.Random(number)  # noqa: S311 - nothing secret
        self._count = 1_000_000 * number
        self._queues = {number: list(self._callers()) for number in range(1, _QUEUES + 1)}

    def _callers(self) -> list[dict[str, object]]:
        return [self._caller() for _ in range(_CALLERS)]

    def _caller(self) -> dict[str, object]:
        self._count += 1
        joined = int(time.time()) + 60 * _OFFSET_MIN - self._random.randrange(300)
        return {
            "CallerID": f"97250{self._random.randrange(10**7):07}",
            "CallerName": "",
            "IvrUniqueID": f"call{self._count}",
            "JoinTimeStamp": joined,
        }

    def _queue(self, number: int) -> dict[str, object]:
        calls = list(self._queues[number])
        return {"QueueID": number, "QueueName": f"Queue {number:03}", "Calls": calls}

    def _stamped(self, **more: object) -> dict[str, object]:
        now = int(time.time()) + 60 * _OFFSET_MIN
        return {**more, "servertime": now, "servertimeoffset": _OFFSET_MIN, "errorCode": 0}

    def snapshot(self) -> dict[str, object]:
        """The body of a ``loginStatus``."""
        return self._stamped(queues=[self._queue(number) for number in self._queues])

    def event(self) -> dict[str, object]:
        """The body of a ``QueueEvent``: somebody joins, or the first in a queue leaves."""
        number = self._random.randrange(_QUEUES) + 1
        waiting = self._queues[number]
        if len(waiting) < _CALLERS:
            who = self._caller()
            waiting.append(who)
            reason = "JOIN"
        else:
            who = waiting.pop(0)
            reason = self._random.choice(("ANSWER", "EXIT", "ABANDONED"))
        call_id = who["IvrUniqueID"]
        return self._stamped(
            eventName="queue", reason=reason, ivruniqueid=call_id, data=self._queue(number)
        )


class Bench:
    """One page, one book, one world."""

    def __init__(self, scope: TaskScope) -> None:
        self._clock = SystemClock()
        self.page = Painted(self._clock)
        self.views: list[QueuesView] = []
        self._book = QueueBook(
            self._show, self._count, Nobody(), scope=scope, clock=self._clock, region="IL"
        )
        self._book.see_link(Link.CONNECTED)
        self.page.watched.connect(self._book.watch)

    def _show(self, view: QueuesView) -> None:
        self.views.append(view)
        self.page.show_queues(view)

    def _count(self, _count: int) -> None:
        """Nobody reads it."""

    def take(self, event: Event) -> None:
        """One message of the service."""
        self._book.hear(event, self._clock.monotonic(), self._clock.now())

    async def snapshot(self, number: int) -> tuple[float, float]:
        """Milliseconds from a snapshot's arrival to its paint, and at most of it in one turn."""
        body = msgspec.json.encode(World(number).snapshot())
        self.page.painted_at = 0.0
        began = time.perf_counter()
        event = _read("loginStatus", body)
        was_read = time.perf_counter()
        await asyncio.sleep(0)
        taken = time.perf_counter()
        self.take(event)
        self._book.look()
        blocked = max(was_read - began, time.perf_counter() - taken)
        await until(lambda: self.page.painted_at > 0)
        return 1000 * (self.page.painted_at - began), 1000 * blocked

    async def stream(self, seconds: float, per_second: int) -> tuple[list[float], float, float]:
        """Gaps of the loop beyond a millisecond's nap, CPU in percent, growth of memory in KiB."""
        world = World()
        self.take(parse("loginStatus", world.snapshot()))
        self._book.look()
        await asyncio.sleep(1)
        gaps: list[float] = []
        memory = _rss_kib()
        began, used = time.perf_counter(), time.process_time()
        look_at, sent = began, 0
        before = began
        while (now := time.perf_counter()) - began < seconds:
            gaps.append(1000 * (now - before))
            if now >= look_at:
                look_at = now + _LOOK_S
                self._book.look()
            while sent < (now - began) * per_second:
                self.take(_read("QueueEvent", msgspec.json.encode(world.event())))
                sent += 1
            before = time.perf_counter()
            await asyncio.sleep(0.005)
        wall = time.perf_counter() - began
        return gaps, 100 * (time.process_time() - used) / wall, _rss_kib() - memory


def _read(name: str, body: bytes) -> Event:
    return parse(name, msgspec.json.decode(body))


def _rss_kib() -> float:
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - one number
        pages = int(file.read().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1024


async def bench(seconds: float, per_second: int, runs: int) -> bool:
    """Print the figures; whether the targets are met."""
    scope = TaskScope("bench")
    own = Bench(scope)
    own.page.resize(1000, 800)
    own.page.show()
    gc.collect()
    gc.freeze()  # as the program does
    painted, blocked = [], []
    for number in range(1, runs + 1):
        one, other = await own.snapshot(number)
        painted.append(one)
        blocked.append(other)
        await asyncio.sleep(0.3)
    gaps, cpu, growth = await own.stream(seconds, per_second)
    own.page.close()
    own.page.deleteLater()
    await scope.aclose()
    print(figures("snapshot come in to painted", painted), f" target max <= {PAINTED_MS:g} ms")
    print(figures("snapshot: loop blocked by parser, book and model", blocked))
    print(figures(f"{per_second} events/s: gaps of the loop", gaps), f" target <= {BLOCK_MS:g} ms")
    print(f"CPU {cpu:.0f} % of one core (target < {CPU_PERCENT:g} %), memory {growth:+.0f} KiB")
    is_met = max(painted) <= PAINTED_MS and max(gaps) <= BLOCK_MS and cpu < CPU_PERCENT
    print("targets met" if is_met else "TARGET MISSED")
    return is_met


def main() -> int:
    """1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="how long events come (60)")
    parser.add_argument("--events", type=int, default=100, help="how many a second (100)")
    parser.add_argument("--runs", type=int, default=10, help="how many snapshots (10)")
    args = parser.parse_args()
    app = new_application("")
    Theme.apply(app, "light")
    results: list[bool] = []

    async def run() -> int:
        results.append(await bench(args.seconds, args.events, args.runs))
        return 0

    eventloop.run(app, run)
    return 0 if results[0] else 1


if __name__ == "__main__":
    sys.exit(main())
