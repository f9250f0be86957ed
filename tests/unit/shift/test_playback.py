from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from agent_desk.core.tasks import TaskScope
from agent_desk.desk.state import Outcome, Phase
from agent_desk.sandbox import World
from agent_desk.shift.playback import play
from tests.helpers.until import until

if TYPE_CHECKING:
    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

ME = "SIPSIP1"
COLLEAGUE = "SIPSIP2"


def recording(clock: FakeClock, pause_s: float) -> list[str]:
    """Two calls, one at a colleague's, each step ``pause_s`` after the one before."""
    world = World(clock=clock)
    began = clock.monotonic()
    lines: list[str] = []
    world.subscribe(
        lambda event: lines.append(
            json.dumps(
                {"t": clock.monotonic() - began, "event": event.name, "payload": event.payload}
            )
        )
    )
    world.ring(COLLEAGUE, "0521112222")
    call = world.ring(ME, "0501234567")
    clock.advance(pause_s)
    call.answer()
    clock.advance(pause_s)
    call.hang_up()
    return lines


def phases(shown: list[tuple[Card, ...]], extension: str) -> list[Phase]:
    """What the newest call of ``extension`` went through."""
    found = [c.phase for cards in shown for c in cards if c.key.extension == extension]
    return [phase for at, phase in enumerate(found) if at == 0 or found[at - 1] is not phase]


async def test_a_recording_is_played_at_its_own_pace(clock: FakeClock) -> None:
    lines = recording(clock, 10)
    shown: list[tuple[Card, ...]] = []
    scope = TaskScope("test")
    playing = scope.start(play(lines, shown.append, clock, own=(ME,)), name="play")
    await until(lambda: phases(shown, ME) == [Phase.RINGING])
    clock.advance(9.9)
    await until(lambda: shown)
    assert phases(shown, ME) == [Phase.RINGING]
    clock.advance(0.2)
    await until(lambda: phases(shown, ME) == [Phase.RINGING, Phase.TALKING])
    clock.advance(10)
    await playing
    assert phases(shown, ME) == [Phase.RINGING, Phase.TALKING, Phase.ENDED]
    assert shown[-1][0].outcome is Outcome.COMPLETED
    await scope.aclose()


async def test_twice_the_speed_is_half_the_time(clock: FakeClock) -> None:
    lines = recording(clock, 10)
    shown: list[tuple[Card, ...]] = []
    scope = TaskScope("test")
    playing = scope.start(play(lines, shown.append, clock, own=(ME,), speed=2), name="play")
    await until(lambda: phases(shown, ME) == [Phase.RINGING])
    clock.advance(5.1)
    await until(lambda: phases(shown, ME) == [Phase.RINGING, Phase.TALKING])
    clock.advance(5)
    await playing
    await scope.aclose()


async def test_without_own_extensions_everybody_is_followed(clock: FakeClock) -> None:
    lines = recording(clock, 0)[:3]
    shown: list[tuple[Card, ...]] = []
    await play(lines, shown.append, clock)
    assert phases(shown, COLLEAGUE) == [Phase.RINGING]
    assert phases(shown, ME) == [Phase.RINGING, Phase.TALKING]


async def test_what_cannot_be_read_is_passed_over(clock: FakeClock) -> None:
    lines = ["", "no json", '{"t": 0}', "[]", *recording(clock, 0)]
    shown: list[tuple[Card, ...]] = []
    await play(lines, shown.append, clock, own=(ME,))
    assert phases(shown, ME)[-1] is Phase.ENDED


async def test_it_ends_only_when_every_ring_has_its_outcome(clock: FakeClock) -> None:
    world = World(clock=clock)
    lines: list[str] = []
    world.subscribe(
        lambda event: lines.append(
            json.dumps({"t": 0, "event": event.name, "payload": event.payload})
        )
    )
    world.ring(ME, "0501234567").hang_up()
    shown: list[tuple[Card, ...]] = []
    scope = TaskScope("test")
    playing = scope.start(play(lines, shown.append, clock, own=(ME,)), name="play")
    await until(lambda: phases(shown, ME) == [Phase.RINGING, Phase.RING_STOPPED])
    clock.advance(9)
    await playing
    assert phases(shown, ME)[-1] is Phase.ENDED
    await scope.aclose()


async def test_a_recording_that_counts_from_1970_begins_at_once(clock: FakeClock) -> None:
    lines = []
    for line in recording(clock, 10):
        record = json.loads(line)
        record["t"] += 1_703_764_800
        lines.append(json.dumps(record))
    shown: list[tuple[Card, ...]] = []
    scope = TaskScope("test")
    scope.start(play(lines, shown.append, clock, own=(ME,)), name="play")
    await until(lambda: phases(shown, ME) == [Phase.RINGING])
    await scope.aclose()


async def test_it_tells_how_far_it_is_and_how_much_could_be_read(clock: FakeClock) -> None:
    lines = ["no json", "", *recording(clock, 0)[:3]]
    told: list[tuple[int, int]] = []
    events = await play(
        lines,
        lambda _cards: None,
        clock,
        own=(ME,),
        progress=lambda done, total: told.append((done, total)),
    )
    assert events == 3
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


async def test_many_events_at_once_leave_turns_to_others(clock: FakeClock) -> None:
    lines = recording(clock, 0)
    turns: list[int] = []
    scope = TaskScope("test")

    async def count() -> None:
        while True:
            turns.append(1)
            await asyncio.sleep(0)

    scope.start(count(), name="count")
    await play(lines, lambda _cards: None, clock, own=(ME,))
    assert len(turns) >= len(lines) - 1
    await scope.aclose()
