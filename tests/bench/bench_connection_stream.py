"""How fast 20,000 events at once come through, compared with a bare python-socketio client.

The events are a call centre's, written beforehand; a server in a process of its own sends them as
fast as the socket takes them. Measured from the first event to the last: the bare client, our
connection alone, with a desk behind it, and both again on the program's Qt loop. A task that
beats every few milliseconds tells how long the loop was blocked. What lives before the first
event is kept from the garbage collector. Exit code 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import statistics
import sys
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication

from agent_desk.eventloop import new_event_loop
from tests.helpers.burst import EVENTS, bare, ours, remote_server

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.helpers.burst import Taken

LEAST_SHARE: Final = 0.5
LONGEST_BLOCK_MS: Final = 50.0


async def measure(count: int, rounds: int, *, has_bare: bool) -> dict[str, list[Taken]]:
    """Each client by turns, so that a busy machine is as busy for all of them."""
    taken: dict[str, list[Taken]] = {}
    async with remote_server(count) as server:
        for _ in range(rounds):
            if has_bare:
                taken.setdefault("bare client", []).append(await bare(server, count))
            for protocol in (4, 3):
                for has_desk in (False, True):
                    name = f"ours, Engine.IO {protocol}{', desk' if has_desk else ''}"
                    figure = await ours(server, count, protocol=protocol, has_desk=has_desk)
                    taken.setdefault(name, []).append(figure)
    return taken


def middle(taken: Sequence[Taken], count: int) -> float:
    """Events a second, at the median."""
    return statistics.median(each.rate(count) for each in taken)


def report(where: str, taken: dict[str, list[Taken]], count: int, bare_rate: float) -> bool:
    """Print; whether the targets are met."""
    is_met = True
    for name, figures in taken.items():
        rate, share = middle(figures, count), middle(figures, count) / bare_rate
        blocked = max(each.blocked_ms for each in figures)
        own = max(each.own_ms for each in figures)
        print(
            f"{where:8} {name:28} {rate:9.0f} events/s  {share:5.2f} of bare  "
            f"blocked at most {blocked:6.1f} ms (own work {own:6.1f} ms)"
        )
        if name.startswith("ours"):
            is_met &= share >= LEAST_SHARE and own <= LONGEST_BLOCK_MS
    return is_met


def main() -> int:
    """Print the figures; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=EVENTS, help=f"a burst ({EVENTS})")
    parser.add_argument("--rounds", type=int, default=3, help="how often (3)")
    args = parser.parse_args()
    gc.collect()
    gc.freeze()
    plain = asyncio.run(measure(args.events, args.rounds, has_bare=True))
    bare_rate = middle(plain["bare client"], args.events)
    is_met = report("asyncio", plain, args.events, bare_rate)
    app = QCoreApplication([])
    gc.freeze()
    with asyncio.Runner(loop_factory=lambda: new_event_loop(app)) as runner:
        on_qt = runner.run(measure(args.events, args.rounds, has_bare=False))
    is_met = report("Qt", on_qt, args.events, bare_rate) and is_met
    print(f"targets: {LEAST_SHARE:g} of bare, {LONGEST_BLOCK_MS:g} ms:", end=" ")
    print("met" if is_met else "MISSED")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
