"""A busy agent's messages on a bad way: late by their own fault, doubled, lost; no time passes.

Everything is computed, so that thousands of situations can be gone through in seconds.
"""

from __future__ import annotations

import heapq
import itertools
import random
from typing import TYPE_CHECKING, Final

from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.desk.state import Phase
from agent_desk.sandbox.wire import View
from agent_desk.sandbox.world import World
from agent_desk.voicenter.events import parse
from tests.helpers.clock import FakeClock
from tests.helpers.flight import OWN, Traffic, live_phases

if TYPE_CHECKING:
    from agent_desk.desk.state import CallKey, Transition
    from agent_desk.sandbox.wire import WireEvent

_TICK_S: Final = 0.1
_STEPS_A_TICK: Final = 0.5
_LATENCY_S: Final = 0.05
_VIEW: Final = View(extensions=frozenset(OWN), queues=frozenset())
_OVER: Final = (Phase.RING_STOPPED, Phase.ENDED)


class Disorder:
    """A desk at the end of such a way; it asks for snapshots as the program does.

    Each message takes up to ``jitter_s`` of its own, comes ``copies`` times and is lost with the
    probability ``lost``; snapshots are as badly off. ``questions`` are the moments of resyncs.
    """

    def __init__(
        self, seed: int, *, jitter_s: float = 0.0, copies: int = 1, lost: float = 0.0
    ) -> None:
        self.clock = FakeClock()
        self.world = World(clock=self.clock)
        self.desk = Desk(OWN)
        self.transitions: list[Transition] = []
        self.questions: list[float] = []
        self.overtaken = 0
        self.lost = lost
        self._rng = random.Random(seed)  # noqa: S311 - dice
        self._traffic = Traffic(self.world, self._rng)
        self._jitter_s = jitter_s
        self._copies = copies
        self._order = itertools.count()
        self._last = -1
        self._under_way: list[tuple[float, int, str, object]] = []
        self._asked: list[float] = []
        self.world.subscribe(self._send)
        self._send_snapshots()

    def work(self, seconds: float) -> None:
        """The agent is busy for so long."""
        self._pass(seconds, self._traffic)

    def rest(self, seconds: float) -> None:
        """Nothing more happens for so long."""
        self._pass(seconds, None)

    def phases(self) -> dict[CallKey, Phase]:
        """Where every live call stands, by the desk."""
        shown = self.desk.shown(self.clock.monotonic())
        return {call.key: call.phase for call in shown if call.phase not in _OVER}

    def truth(self) -> dict[CallKey, Phase]:
        """Where every live call stands."""
        return live_phases(self.world)

    def _pass(self, seconds: float, traffic: Traffic | None) -> None:
        for _ in range(round(seconds / _TICK_S)):
            if traffic is not None and self._rng.random() < _STEPS_A_TICK:
                traffic.step()
            self.clock.advance(_TICK_S)
            self._arrive()
            self._tick()

    def _send(self, event: WireEvent) -> None:
        if not _VIEW.shows(event) or self._rng.random() < self.lost:
            return
        for _ in range(self._copies):
            due = self.clock.monotonic() + self._rng.uniform(0.0, self._jitter_s)
            heapq.heappush(self._under_way, (due, next(self._order), event.name, event.payload))

    def _send_snapshots(self) -> None:
        for event in self.world.snapshots(_VIEW):
            if event.name != "loginSuccess":
                self._send(event)

    def _arrive(self) -> None:
        while self._under_way and self._under_way[0][0] <= self.clock.monotonic():
            due, order, name, payload = heapq.heappop(self._under_way)
            self.overtaken += order < self._last
            self._last = max(self._last, order)
            self.transitions += self.desk.apply(parse(name, payload), Moment(due))

    def _tick(self) -> None:
        now = self.clock.monotonic()
        self.transitions += self.desk.expire(Moment(now))
        if self.desk.needs_resync(now):
            self.questions.append(now)
            self._asked.append(now + _LATENCY_S)
        while self._asked and self._asked[0] <= now:
            del self._asked[0]
            self._send_snapshots()
