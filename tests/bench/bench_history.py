"""How long the history of calls takes to answer while somebody types, with 100,000 calls in it.

A process of its own fills the store; the one that is measured opens it, types searches letter by
letter as a person would, reading the first page after each, filters, sorts, pages, and keeps calls
as they come. No window: what a window adds is its own. Exit code 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.history import Ending, HistoryQuery, SortBy
from agent_desk.desk.state import Direction, Outcome, Phase
from agent_desk.store.calls import CallHistory
from agent_desk.store.store import Store
from tests.bench.bench_pop_latency import figures
from tests.helpers.call_records import BEGAN, facts, invented, logged, row
from tests.helpers.footprint import footprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CALLS: Final = 100_000
KEYSTROKE_MS: Final = 50.0
FILTER_MS: Final = 100.0
INSERT_MS: Final = 5.0
GROWTH_MIB: Final = 40.0
_PAGE: Final = 50
_IN_FLIGHT: Final = 500
_NEW: Final = 1_000_000

_TYPED: Final = {
    "words": ("dana levi", "friedman", "facebook", "invoice", "support peter", "zzz nobody"),
    "Hebrew words": ("כהן", "לכהן", "דנה לוי", "מכירות", "ולחשבונית", "שירות לקוחות רחל"),
    "digits": ("050-12", "97250123", "+972-50-7", "5012", "0541234567", "77", "12345"),
    "words and digits": ("cohen 0541", "sales 505", "כהן 052", "yael 9725 radio"),
}


async def fill(folder: Path, count: int) -> None:
    """Keep so many calls: most of them seen and logged, as in a year of one agent."""
    store = Store(folder)
    history = CallHistory(store)
    await asyncio.wrap_future(history.begin())
    await asyncio.wrap_future(history.log(logged(count)))
    writes = []
    for number, (seen, at, name, queue_name, note) in enumerate(invented(count)):
        if number % 2 == 0:
            writes.append(history.see(seen, at, name=name, queue_name=queue_name))
        if note:
            writes.append(history.note(seen.key.call_id, note))
        if len(writes) >= _IN_FLIGHT:
            await asyncio.wrap_future(writes[-1])
            writes.clear()
    await store.aclose(timeout_s=60)


def p95(values: Sequence[float]) -> float:
    """What one in twenty exceeds."""
    return sorted(values)[int(len(values) * 0.95)]


class Bench:
    """One open history, asked again and again."""

    def __init__(self, history: CallHistory, rounds: int) -> None:
        self._history = history
        self._rounds = rounds
        self._is_met = True

    async def timed(self, query: HistoryQuery, offset: int = 0) -> float:
        """Milliseconds from the wish to the page with its total."""
        began = perf_counter()
        await self._history.query(query, offset, _PAGE)
        return 1000 * (perf_counter() - began)

    def show(self, name: str, taken: Sequence[float], target: float | None = None) -> None:
        """Print a line, with its target."""
        aim = "" if target is None else f"  target p95 <= {target:g} ms"
        print(figures(name, taken) + aim)
        self._is_met &= target is None or p95(taken) <= target

    async def searches(self) -> None:
        """Type each text letter by letter."""
        every: list[float] = []
        for kind, texts in _TYPED.items():
            taken = [
                await self.timed(HistoryQuery(text=text[: length + 1]))
                for _ in range(self._rounds)
                for text in texts
                for length in range(len(text))
            ]
            self.show(f"a keystroke: {kind}", taken)
            every += taken
        self.show("a keystroke: all of them", every, KEYSTROKE_MS)
        worst = {
            text[: length + 1]: await self.timed(HistoryQuery(text=text[: length + 1]))
            for texts in _TYPED.values()
            for text in texts
            for length in range(len(text))
        }
        slow = sorted(worst.items(), key=lambda item: -item[1])[:6]
        print("  the slowest:", ", ".join(f"{text!r} {ms:.1f}" for text, ms in slow))

    async def filters(self) -> None:
        """Choose each filter and each order, with and without a text."""
        since, until = BEGAN + timedelta(days=60), BEGAN + timedelta(days=90)
        answered = frozenset({Ending.ANSWERED})
        in_vain = frozenset({Ending.MISSED, Ending.DECLINED, Ending.NO_ANSWER})
        queries = [
            HistoryQuery(),
            HistoryQuery(since=since, until=until),
            HistoryQuery(endings=answered),
            HistoryQuery(endings=in_vain, since=since, until=until),
            HistoryQuery(directions=frozenset({Direction.INCOMING})),
            HistoryQuery(directions=frozenset({Direction.INCOMING}), endings=in_vain),
            HistoryQuery(queue_name="Sales"),
            HistoryQuery(has_note=True),
            HistoryQuery(text="dana", endings=answered, queue_name="Sales"),
        ]
        taken = [await self.timed(query) for _ in range(self._rounds) for query in queries]
        self.show("a filter", taken, FILTER_MS)
        orders = [
            replace(query, sort=sort, is_descending=down, text=text)
            for sort in SortBy
            for down in (True, False)
            for text in ("", "levi", "05")
            for query in (
                HistoryQuery(),
                HistoryQuery(since=since, until=until),
                HistoryQuery(endings=answered),
                HistoryQuery(endings=answered, since=since, until=until),
            )
        ]
        taken = [await self.timed(query) for _ in range(self._rounds) for query in orders]
        self.show("an order, with filters", taken, FILTER_MS)
        pages = (await self.timed(HistoryQuery(), at) for at in (0, 5_000, 50_000, CALLS - 60))
        self.show("a page further down", [each async for each in pages])

    async def other_reads(self) -> None:
        """One day's figures, one call with all its parts, the queues."""
        history = self._history
        began = perf_counter()
        await history.day((BEGAN + timedelta(days=40)).date(), UTC)
        day = perf_counter()
        await history.detail("2026030200005000")
        detail = perf_counter()
        await history.queues()
        parts = (day - began, detail - day, perf_counter() - detail)
        print(
            "  a day {:.1f} ms, a call {:.1f} ms, the queues {:.1f} ms".format(
                *(1000 * part for part in parts)
            )
        )

    async def inserts(self) -> None:
        """Calls come and end while somebody might type."""
        held: list[float] = []
        kept: list[float] = []
        for number in range(_NEW, _NEW + 20 * self._rounds):
            for call in (
                facts(number, Phase.RINGING),
                facts(number, Phase.TALKING),
                facts(number, outcome=Outcome.COMPLETED),
            ):
                began = perf_counter()
                write = self._history.see(call, BEGAN, name="Dana Levi", queue_name="Sales")
                held.append(1000 * (perf_counter() - began))
                await asyncio.wrap_future(write)
                kept.append(1000 * (perf_counter() - began))
        self.show("a live call: what the window's thread waits", held, INSERT_MS)
        self.show("a live call: until it is on the disk", kept)

    async def meanwhile(self) -> None:
        """Somebody types while a pull from the log is kept."""
        pull = self._history.log(row(number) for number in range(2 * _NEW, 2 * _NEW + 3000))
        taken = []
        began = perf_counter()
        while not pull.done():
            taken.append(await self.timed(HistoryQuery(text="dana")))
        self.show("a keystroke during a pull", taken)
        print(f"  3,000 rows of the log kept in {perf_counter() - began:.1f} s")

    def growth(self, before_kib: int) -> None:
        """What the process has grown by."""
        grown = (footprint().kib - before_kib) / 1024
        print(f"memory grown by {grown:.1f} MiB  target <= {GROWTH_MIB:g} MiB")
        self._is_met &= grown <= GROWTH_MIB

    @property
    def is_met(self) -> bool:
        """Whether no target was missed."""
        return self._is_met


async def run(folder: Path, rounds: int) -> bool:
    """Measure; whether the targets are met."""
    before_kib = footprint().kib
    store = Store(folder)
    history = CallHistory(store)
    began = perf_counter()
    await history.query(HistoryQuery(), 0, _PAGE)
    opened = perf_counter()
    await asyncio.wrap_future(history.begin())
    print(
        f"opened, checked, first page: {1000 * (opened - began):.0f} ms; "
        f"looked for calls cut off: {1000 * (perf_counter() - opened):.0f} ms; "
        f"{store.path.stat().st_size / 2**20:.0f} MiB on the disk"
    )
    bench = Bench(history, rounds)
    await bench.searches()
    await bench.filters()
    await bench.other_reads()
    await bench.inserts()
    await bench.meanwhile()
    bench.growth(before_kib)
    began = perf_counter()
    erased = await asyncio.wrap_future(history.erase(PhoneNumber("0501234567")))
    print(f"  {erased} calls of a person erased in {perf_counter() - began:.1f} s")
    await store.aclose(timeout_s=60)
    return bench.is_met


def _filled(folder: Path, count: int) -> None:
    began = perf_counter()
    arguments: Iterable[str] = ("--calls", str(count), "--fill", str(folder))
    subprocess.run([sys.executable, __file__, *arguments], check=True)
    print(f"{count} calls kept in {perf_counter() - began:.0f} s")


def main() -> int:
    """Print the figures; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=int, default=CALLS, help="how many (100,000)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (5)")
    parser.add_argument("--keep", metavar="DIR", help="use the store there, fill it if it is new")
    parser.add_argument("--fill", metavar="DIR", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.fill:
        asyncio.run(fill(Path(args.fill), args.calls))
        return 0
    with tempfile.TemporaryDirectory() as home:
        folder = Path(args.keep or home)
        if not Store(folder).path.exists():
            _filled(folder, args.calls)
        is_met = asyncio.run(run(folder, args.rounds))
    print("targets met" if is_met else "TARGET MISSED")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
