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
) -> None:
    """Show the calls of a recording until it ends, and how its last calls ended.

    ``own`` limits it to these extensions, empty follows all. Lines that cannot be read are
    skipped.
    """
    desk = Desk(own or None)
    cards = CardTable(desk, show, clock, DEFAULT_REGION)
    began = clock.monotonic()
    first_t: float | None = None
    for line in lines:
        recorded = read_line(line)
        if recorded is None:
            continue
        if first_t is None:
            first_t = recorded.t  # a recording may count from 1970 just as well as from 0
        due = began + (recorded.t - first_t) / (speed or 1.0)
        while (left := due - clock.monotonic()) > 0:
            await asyncio.sleep(min(left, _TICK_S))
            desk.expire(_now(clock))
            cards.refresh()
        desk.apply(parse(recorded.name, recorded.payload), _now(clock))
        cards.refresh()
    while desk.next_due is not None:
        await asyncio.sleep(_TICK_S)
        desk.expire(_now(clock))
        cards.refresh()


def _now(clock: Clock) -> Moment:
    return Moment(clock.monotonic(), arrival=clock.now())
