"""A shift at work in a sandbox, shown to a view that only remembers."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent_desk.core.clock import SystemClock
from agent_desk.core.identity import Credentials, LoginKind
from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import CallKey
from agent_desk.shift.opening import open_shift
from tests.helpers.until import until

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator

    from agent_desk.core.clock import Clock
    from agent_desk.core.errors import AgentDeskError
    from agent_desk.desk.card import Card
    from agent_desk.desk.day import DayView
    from agent_desk.desk.gap import Gap
    from agent_desk.desk.guard import GuardState
    from agent_desk.desk.history import SyncProgress
    from agent_desk.desk.link import LinkView
    from agent_desk.desk.mute_record import MuteRecord
    from agent_desk.desk.own import OwnChoice
    from agent_desk.desk.presence import PresenceView
    from agent_desk.desk.queue_view import QueuesView
    from agent_desk.desk.recent import RecentCalls
    from agent_desk.desk.state import Phase, Transition
    from agent_desk.desk.team import TeamView
    from agent_desk.sandbox import Sandbox
    from agent_desk.sandbox.calls import Call
    from agent_desk.shift.shift import Shift
    from agent_desk.voicenter.api_code import CodeSource

ME = "SIPSIP1"
COLLEAGUE = "SIPSIP2"
CODE = Secret("apicode")

USER = Credentials(LoginKind.USER, "agent@example.com", Secret("secret"))
ACCOUNT = Credentials(LoginKind.ACCOUNT, "acct", Secret("secret"))
TOKEN = Credentials(LoginKind.TOKEN, "", Secret("good-token"))


@dataclass
class Remembering:
    """A ``ShiftView``; everything it was told, oldest first."""

    links: list[LinkView] = field(default_factory=list)
    agents: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    choices: list[OwnChoice] = field(default_factory=list)
    seats: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    tables: list[tuple[Card, ...]] = field(default_factory=list)
    transitions: list[Transition] = field(default_factory=list)
    my_calls: list[RecentCalls] = field(default_factory=list)
    code_errors: list[AgentDeskError] = field(default_factory=list)
    days: list[DayView] = field(default_factory=list)
    presences: list[PresenceView] = field(default_factory=list)
    teams: list[TeamView] = field(default_factory=list)
    queues: list[QueuesView] = field(default_factory=list)
    long_waits: list[int] = field(default_factory=list)
    pulls: list[SyncProgress] = field(default_factory=list)
    history_changes: int = 0
    tables_before_seat: int = 0

    def show_link(self, view: LinkView) -> None:
        self.links.append(view)

    def show_agent(self, name: str, extensions: tuple[str, ...]) -> None:
        self.agents.append((name, extensions))

    def ask_extensions(self, choice: OwnChoice) -> None:
        self.choices.append(choice)

    def show_seat(self, taken_by: str, moved_to: tuple[str, ...]) -> None:
        self.seats.append((taken_by, moved_to))
        self.tables_before_seat = len(self.tables)

    def show_gap(self, gap: Gap) -> None:
        self.gaps.append(gap)

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        self.tables.append(cards)

    def show_transition(self, transition: Transition, arrival: float) -> None:
        assert arrival > 0
        self.transitions.append(transition)

    def show_my_calls(self, calls: RecentCalls) -> None:
        self.my_calls.append(calls)

    def show_presence(self, presence: PresenceView) -> None:
        self.presences.append(presence)

    def show_day(self, day: DayView) -> None:
        self.days.append(day)

    def show_team(self, team: TeamView) -> None:
        self.teams.append(team)

    def show_queues(self, queues: QueuesView) -> None:
        self.queues.append(queues)

    def show_long_waits(self, count: int) -> None:
        self.long_waits.append(count)

    def show_pull(self, progress: SyncProgress) -> None:
        self.pulls.append(progress)

    def history_changed(self) -> None:
        self.history_changes += 1

    def ask_api_code(self, error: AgentDeskError) -> None:
        self.code_errors.append(error)

    @property
    def cards(self) -> tuple[Card, ...]:
        """What is shown now, newest first."""
        return self.tables[-1] if self.tables else ()


@dataclass
class Work:
    """A running shift. ``end`` gives its result, ``records`` what was told of each mute."""

    shift: Shift
    view: Remembering
    records: list[MuteRecord]
    end: asyncio.Task[AgentDeskError | None]

    @property
    def is_asking(self) -> bool:
        """Whether a list is being fetched."""
        lists = [*self.view.my_calls[-1:], *(card.talks for card in self.view.cards)]
        is_loading = any(each.state is ListState.LOADING for each in lists)
        return is_loading or any(day.is_asking for day in self.view.days[-1:])

    def card(self, call: Call) -> Card | None:
        """The card of ``call``, if it has one."""
        key = key_of(call)
        return next((card for card in self.view.cards if card.key == key), None)

    async def until_my_calls(self, state: ListState) -> None:
        """Wait until the list of the agent's own calls is in ``state``."""
        await until(lambda: [c for c in self.view.my_calls[-1:] if c.state is state], 10)

    async def until_phase(self, call: Call, phase: Phase) -> Card:
        """The card of ``call`` once it is in ``phase``."""

        def found() -> Card | None:
            card = self.card(call)
            return card if card is not None and card.phase is phase else None

        card = await until(found, what=f"{phase}, but {self.card(call)}")
        assert card is not None
        return card

    async def until_guard(self, call: Call, state: GuardState) -> Card:
        """The card of ``call`` once its recording is in ``state``."""

        def found() -> Card | None:
            card = self.card(call)
            return card if card is not None and card.guard.state is state else None

        card = await until(found, what=f"{state}, but {self.card(call)}")
        assert card is not None
        return card


def key_of(call: Call) -> CallKey:
    """How the desk knows ``call``."""
    return CallKey(call.extension.sip, call.ivrid)


@asynccontextmanager
async def working(
    sandbox: Sandbox,
    credentials: Credentials = USER,
    *,
    code: Secret | CodeSource | None = CODE,
    extensions: tuple[str, ...] = (),
    clock: Clock | None = None,
) -> AsyncIterator[Work]:
    """A shift signed in to ``sandbox`` and connected."""
    view = Remembering()
    records: list[MuteRecord] = []
    scope = TaskScope("working")
    async with open_shift(
        credentials,
        view,
        server=sandbox.url,
        code=code if callable(code) else lambda: code,
        clock=clock or SystemClock(),
        extensions=extensions,
        region="IL",
        on_mute_record=records.append,
    ) as shift:
        try:
            work = Work(shift, view, records, scope.start(shift.run(), name="run"))
            await until(lambda: view.links and view.links[-1].state is Link.CONNECTED)
            await until(lambda: view.agents or view.choices)
            yield work
            # A request that is cut off in the middle makes the sandbox's web server complain.
            await until(lambda: not work.is_asking, 10)
        finally:
            await scope.aclose()
