"""A recording played at its own pace, as if it came from the service."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.desk.numbers import DEFAULT_REGION
from agent_desk.desk.replay import read_line
from agent_desk.shift.card_table import CardTable
from agent_desk.voicenter.events import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card

_TICK_S: Final = 0.25


async def play(
    lines: Iterable[str],
    show: Callable[[tuple[Card, ...]], None],
    clock: Clock,
    *,
    own: tuple[str, ...] = (),
    speed: float | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> int:
    """Show the calls of a recording until it ends, and how its last calls ended.

    ``own`` limits it to these extensions, empty follows all. Lines that cannot be read are
    skipped; the result is how many could be. ``progress`` hears how many lines of how many are
    done, before the first and after each.
    """
    written = [line for line in lines if line.strip()]
    progress(0, len(written))
    desk = Desk(own or None)
    cards = CardTable(desk, show, clock, DEFAULT_REGION)
    began = clock.monotonic()
    first_t: float | None = None
    events = 0
    for done, line in enumerate(written, 1):
        await asyncio.sleep(0)  # where many are due at once, the windows have a turn between
        recorded = read_line(line)
        if recorded is None:
            progress(done, len(written))
            continue
        events += 1
        if first_t is None:
            first_t = recorded.t  # a recording may count from 1970 just as well as from 0
        due = began + (recorded.t - first_t) / (speed or 1.0)
        while (left := due - clock.monotonic()) > 0:
            await asyncio.sleep(min(left, _TICK_S))
            desk.expire(_now(clock))
            cards.refresh()
        desk.apply(parse(recorded.name, recorded.payload), _now(clock))
        cards.refresh()
        progress(done, len(written))
    while desk.next_due is not None:
        await asyncio.sleep(_TICK_S)
        desk.expire(_now(clock))
        cards.refresh()
    return events


def _now(clock: Clock) -> Moment:
    return Moment(clock.monotonic(), arrival=clock.now())
