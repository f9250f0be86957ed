"""The shift's book of queues: heard, else asked for; shown where somebody watches."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.queue_view import Thresholds
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import CallFacts, CallKey, Phase, Transition, TransitionKind
from agent_desk.shift.queue_book import GRACE_S, QueueBook
from agent_desk.voicenter.active_calls import POLL_S
from agent_desk.voicenter.errors import ApiCodeError, UnreachableError
from agent_desk.voicenter.events import (
    Call,
    CallStatus,
    Direction,
    Extension,
    ExtensionChanged,
    ExtensionReason,
    Queue,
    QueueCall,
    QueueChanged,
    QueueReason,
    QueuesSnapshot,
    ServerTime,
)
from tests.helpers.clock import FakeClock
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from agent_desk.core.errors import AgentDeskError
    from agent_desk.desk.queue_view import QueuesView
    from agent_desk.voicenter.events import Event

DANA = PhoneNumber("972501234567")


@dataclass
class Service:
    """Active Calls: answers with ``queues`` or ``error``, once ``gate`` is open."""

    queues_now: tuple[Queue, ...] = ()
    error: AgentDeskError | None = None
    asked: int = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def queues(self) -> QueuesSnapshot:
        self.asked += 1
        await self.gate.wait()
        if self.error is not None:
            raise self.error
        return QueuesSnapshot(self.queues_now)


class Scene:
    """A book with a service, what it showed and what it counted."""

    def __init__(self, scope: TaskScope) -> None:
        self.clock = FakeClock()
        self.service = Service()
        self.service.gate.set()
        self.scope = scope
        self.views: list[QueuesView] = []
        self.counts: list[int] = []
        self.book = QueueBook(
            self.views.append,
            self.counts.append,
            self.service,
            scope=scope,
            clock=self.clock,
            region="IL",
        )

    def hear(self, event: Event) -> None:
        self.book.hear(event, self.clock.monotonic(), self.clock.now())

    def call(self, call_id: str = "a") -> QueueCall:
        return QueueCall(call_id, DANA, "Dana Levi", self.clock.now())

    def snapshot(self, *calls: QueueCall) -> None:
        queues = (Queue(1, "Sales", calls),)
        self.hear(QueuesSnapshot(queues, ServerTime(self.clock.now(), 120)))

    def change(self, reason: QueueReason, call_id: str, *calls: QueueCall) -> None:
        time = ServerTime(self.clock.now(), 120)
        self.hear(QueueChanged(Queue(1, "Sales", calls), reason, call_id, time))

    async def look(self, seconds: float = 0) -> None:
        """Let time pass, look, and let what was asked be answered."""
        self.clock.advance(seconds)
        self.book.look()
        if self.service.gate.is_set():
            await until(lambda: not len(self.scope))

    @property
    def view(self) -> QueuesView:
        return self.views[-1]

    @property
    def to_call(self) -> int:
        return len(self.view.gave_up)

    @property
    def waiting(self) -> int:
        return sum(len(queue.waiting) for queue in self.view.queues)


@asynccontextmanager
async def working(link: Link = Link.CONNECTED) -> AsyncIterator[Scene]:
    scope = TaskScope("test")
    scene = Scene(scope)
    scene.book.see_link(link)
    try:
        yield scene
    finally:
        await scope.aclose()


# ------------------------------------------------------------------------------------- by events


async def test_nothing_is_shown_while_nobody_watches_and_all_of_it_then() -> None:
    async with working() as scene:
        scene.snapshot(scene.call())
        await scene.look(60)
        assert (scene.views, scene.service.asked) == ([], 0)
        scene.book.watch(True)
        assert (scene.view.state, scene.waiting) == (ListState.READY, 1)
        assert (scene.view.is_stale, scene.view.is_asked) == (False, False)
        shown = len(scene.views)
        await scene.look(1)
        assert len(scene.views) == shown
        scene.change(QueueReason.EXIT, "a")
        assert len(scene.views) == shown  # an event is only noted
        await scene.look(1)
        assert (len(scene.views), scene.waiting) == (shown + 1, 0)
        scene.book.watch(False)
        scene.snapshot(scene.call("b"))
        await scene.look(1)
        assert len(scene.views) == shown + 1


async def test_who_gives_up_is_kept_while_nobody_watches() -> None:
    async with working() as scene:
        scene.snapshot(scene.call())
        await scene.look(30)
        scene.change(QueueReason.ABANDONED, "a")
        await scene.look(30)
        scene.book.watch(True)
        [entry] = scene.view.gave_up
        assert (entry.name, entry.waited_s) == ("Dana Levi", 30)
        scene.book.settle(entry.person)
        assert not scene.views[-1].gave_up


@pytest.mark.parametrize("how", ["own call", "colleague", "told"])
async def test_who_was_reached_goes(how: str) -> None:
    async with working() as scene:
        scene.book.watch(True)
        scene.snapshot(scene.call())
        await scene.look(30)
        scene.change(QueueReason.ABANDONED, "a")
        await scene.look(30)
        assert scene.to_call == 1
        now = scene.clock.now()
        if how == "own call":
            facts = CallFacts(
                CallKey("SIPSIP1", "x"), Phase.TALKING, Direction.OUTGOING, DANA, elapsed_from=0
            )
            scene.book.see(Transition(TransitionKind.RINGING, facts))
            scene.book.see(Transition(TransitionKind.ANSWERED, facts))
        elif how == "colleague":
            talk = scene_call(scene)
            scene.hear(ExtensionChanged(Extension("SIPSIP2", talk), ExtensionReason.NEWCALL))
            scene.hear(ExtensionChanged(Extension("SIPSIP2", talk), ExtensionReason.ANSWER))
        else:
            scene.book.reached(DANA, now)
        await scene.look(1)
        assert scene.to_call == 0


def scene_call(scene: Scene) -> tuple[Call, ...]:
    at = scene.clock.now()
    return (Call("x", Direction.INCOMING, CallStatus.TALKING, True, at, at, DANA),)


async def test_how_many_wait_too_long_is_counted_watched_or_not() -> None:
    async with working() as scene:
        scene.snapshot(scene.call())
        await scene.look(100)
        assert scene.counts == []
        await scene.look(90)
        assert scene.counts == [1]
        await scene.look(10)
        scene.book.set_thresholds(Thresholds(200, 400))
        await scene.look(0.25)
        assert scene.counts == [1, 0]
        scene.book.set_thresholds(Thresholds(10, 20))
        await scene.look(0.25)
        scene.book.see_link(Link.OFFLINE)
        await scene.look(1)
        assert scene.counts == [1, 0, 1, 0]  # of what is not known any more nothing is counted


async def test_thresholds_and_region_are_shown() -> None:
    async with working() as scene:
        scene.snapshot(scene.call())
        scene.book.watch(True)
        scene.book.set_thresholds(Thresholds(1, 2))
        scene.book.set_region("US")
        assert (scene.view.thresholds, scene.view.region) == (Thresholds(1, 2), "US")


async def test_while_blind_all_is_as_it_was_and_nobody_has_given_up() -> None:
    async with working() as scene:
        scene.book.watch(True)
        scene.snapshot(scene.call(), scene.call("b"))
        heard_at = scene.clock.now()
        await scene.look(1)
        scene.book.see_link(Link.RECONNECTING)
        scene.book.see_link(Link.RECONNECTING)
        await scene.look(1)
        assert (scene.view.is_stale, scene.view.as_of, scene.waiting) == (True, heard_at, 2)
        assert scene.service.asked == 0  # it may be back any moment
        scene.book.see_link(Link.CONNECTED)
        await scene.look(1)
        assert scene.view.is_stale  # until the queues are told anew
        scene.snapshot(scene.call("b"))
        await scene.look(1)
        assert (scene.view.is_stale, scene.view.as_of, scene.waiting) == (False, None, 1)
        assert (scene.view.gave_up, scene.view.unseen) == ((), 1)


# ------------------------------------------------------------------------------------ by asking


async def test_without_events_the_service_is_asked_every_five_seconds() -> None:
    async with working(Link.POLLING) as scene:
        scene.service.queues_now = (Queue(1, "Sales", (scene.call(),)),)
        await scene.look(60)
        assert scene.service.asked == 0  # nobody watches
        scene.book.watch(True)
        assert scene.view.state is ListState.LOADING
        await scene.look()
        assert (scene.service.asked, scene.view.is_asked, scene.waiting) == (1, True, 1)
        assert (scene.view.is_stale, scene.view.as_of) == (False, scene.clock.now())
        for _ in range(9):
            await scene.look(0.5)
        assert scene.service.asked == 1
        await scene.look(POLL_S - 4.5)
        assert scene.service.asked == 2
        scene.book.watch(False)
        await scene.look(60)
        assert scene.service.asked == 2


async def test_an_account_without_queues_in_its_events_is_asked_for_them() -> None:
    async with working() as scene:
        scene.book.watch(True)
        scene.hear(QueuesSnapshot(()))
        await scene.look(1)
        assert scene.service.asked == 0
        scene.service.queues_now = (Queue(1, "Sales", (scene.call(),)),)
        await scene.look(GRACE_S)
        assert (scene.service.asked, scene.waiting) == (1, 1)
        scene.hear(QueuesSnapshot(()))
        await scene.look(1)
        assert scene.waiting == 1  # what was asked for is not taken away
        scene.snapshot()
        await scene.look(1)
        assert (scene.waiting, scene.view.is_asked) == (0, False)
        await scene.look(60)
        assert scene.service.asked == 1


async def test_an_answer_that_comes_when_events_do_is_too_late() -> None:
    async with working(Link.POLLING) as scene:
        scene.service.gate.clear()
        scene.book.watch(True)
        await scene.look(60)
        await until(lambda: scene.service.asked == 1)
        await scene.look(60)
        assert scene.service.asked == 1  # one at a time
        scene.book.see_link(Link.CONNECTED)
        scene.snapshot()
        await scene.look(1)
        scene.service.queues_now = (Queue(2, "Old"),)
        scene.service.gate.set()
        await scene.look(1)
        assert [queue.name for queue in scene.view.queues] == ["Sales"]


async def test_without_a_code_it_is_asked_again_only_when_there_is_another() -> None:
    async with working(Link.POLLING) as scene:
        scene.service.error = ApiCodeError()
        scene.book.watch(True)
        await scene.look(60)
        assert (scene.view.state, scene.view.error_code) == (ListState.NO_CODE, "api_code")
        await scene.look(60)
        assert scene.service.asked == 1
        scene.service.error = None
        scene.book.refresh()
        await scene.look(0.25)
        assert (scene.service.asked, scene.view.state) == (2, ListState.READY)
        assert scene.view.queues == ()


async def test_who_cannot_be_reached_is_asked_again() -> None:
    async with working(Link.POLLING) as scene:
        scene.service.error = UnreachableError()
        scene.book.watch(True)
        await scene.look(60)
        assert (scene.view.state, scene.view.error_code) == (ListState.FAILED, "unreachable")
        scene.service.error = None
        scene.service.queues_now = (Queue(1, "Sales"),)
        await scene.look(POLL_S)
        assert (scene.view.state, scene.view.error_code) == (ListState.READY, "")
        scene.service.error = UnreachableError()
        await scene.look(POLL_S)
        assert (scene.view.state, scene.view.is_stale) == (ListState.READY, True)


async def test_an_answer_after_the_page_has_gone_shows_nothing() -> None:
    async with working(Link.POLLING) as scene:
        scene.service.gate.clear()
        scene.book.watch(True)
        await scene.look(60)
        scene.book.watch(False)
        shown = len(scene.views)
        scene.service.gate.set()
        await scene.look()
        assert len(scene.views) == shown
