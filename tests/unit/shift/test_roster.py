"""The team during a shift: told to whoever looks, at no cost to anybody else."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.tasks import TaskScope
from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.desk.team import Standing, TeamView
from agent_desk.shift.roster import LIST_FOR_S, Roster
from agent_desk.voicenter.directory import DirectoryEntry
from agent_desk.voicenter.errors import ApiCodeError, ApiCodeMissingError, ServiceError
from agent_desk.voicenter.events import (
    ConfigurationChanged,
    Event,
    Extension,
    ExtensionChanged,
    ExtensionReason,
    ExtensionsSnapshot,
    KeepaliveAnswered,
    QueuesSnapshot,
    ServerTime,
    Users,
)
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from agent_desk.core.errors import AgentDeskError
    from tests.helpers.clock import FakeClock


class Office:
    """A desk, a roster, and whoever looks at the team; the server's clock is an hour ahead."""

    def __init__(self, clock: FakeClock, scope: TaskScope) -> None:
        self.clock = clock
        self.desk = Desk(("SIPSIP1",))
        self.shown: list[TeamView] = []
        self.asked = 0
        self.listed: tuple[DirectoryEntry, ...] | AgentDeskError = ApiCodeMissingError()
        self.roster = Roster(
            self.desk, self.shown.append, clock, ask_list=self._ask_list, scope=scope
        )

    @property
    def server(self) -> ServerTime:
        return ServerTime(self.clock.now() + timedelta(hours=1), 120)

    def send(self, event: Event) -> None:
        now = self.clock.monotonic()
        self.desk.apply(event, Moment(now, arrival=self.clock.now()))
        self.roster.hear(event, now)

    def snapshot(self, *sips: str) -> None:
        since = self.server.at - timedelta(seconds=60)
        listed = tuple(Extension(sip, status_code=1, status_since=since) for sip in sips)
        self.send(ExtensionsSnapshot(listed, self.server))

    def tell(self, sip: str, status: int) -> None:
        extension = Extension(sip, status_code=status)
        self.send(ExtensionChanged(extension, ExtensionReason.STATUS, self.server))

    async def _ask_list(self) -> tuple[DirectoryEntry, ...]:
        self.asked += 1
        await asyncio.sleep(0)
        if isinstance(self.listed, tuple):
            return self.listed
        raise self.listed


@asynccontextmanager
async def an_office(clock: FakeClock) -> AsyncIterator[Office]:
    scope = TaskScope("test")
    try:
        yield Office(clock, scope)
    finally:
        await scope.aclose()


async def turn() -> None:
    """Let what was put off to the next turn of the loop happen."""
    for _ in range(4):
        await asyncio.sleep(0)


async def test_nobody_looks(clock: FakeClock) -> None:
    async with an_office(clock) as office:
        office.snapshot("SIPSIP1", "SIPSIP2")
        office.tell("SIPSIP2", 3)
        office.roster.code_changed()
        office.roster.look()
        await turn()
        assert (office.shown, office.asked) == ([], 0)


async def test_who_looks_gets_everybody_at_once(clock: FakeClock) -> None:
    async with an_office(clock) as office:
        office.snapshot("SIPSIP1", "SIPSIP2")
        clock.advance(10)
        office.roster.watch(is_watched=True)
        [view] = office.shown
        assert view.is_whole
        own, other = view.colleagues
        assert (own.sip, own.is_own, other.sip, other.is_own) == ("SIPSIP1", True, "SIPSIP2", False)
        # By the server's clock, whatever the PC's says.
        assert other.timer_from == clock.monotonic() - 70


async def test_before_the_server_has_said_the_time_the_pcs_serves(clock: FakeClock) -> None:
    async with an_office(clock) as office:
        since = clock.now() - timedelta(seconds=5)
        office.send(ExtensionsSnapshot((Extension("SIPSIP1", status_since=since),)))
        office.roster.watch(is_watched=True)
        assert office.shown[0].colleagues[0].timer_from == clock.monotonic() - 5


async def test_what_a_server_says_at_once_is_shown_at_once(clock: FakeClock) -> None:
    async with an_office(clock) as office:
        office.roster.watch(is_watched=True)
        await turn()  # the list of extensions is asked for
        begun = len(office.shown)
        office.send(QueuesSnapshot((), office.server))
        await turn()
        office.snapshot("SIPSIP1", "SIPSIP2")
        await turn()
        office.send(Users({1: "Dana Levi"}))
        await until(lambda: len(office.shown) > begun)
        [view] = office.shown[begun:]
        assert [each.sip for each in view.colleagues] == ["SIPSIP1", "SIPSIP2"]


async def test_changes_are_gathered_until_the_next_look(clock: FakeClock) -> None:
    async with an_office(clock) as office:
        office.snapshot("SIPSIP1", "SIPSIP2", "SIPSIP3")
        office.roster.watch(is_watched=True)
        office.tell("SIPSIP2", 3)
        office.tell("SIPSIP3", 3)
        office.tell("SIPSIP2", 5)
        assert len(office.shown) == 1
        office.roster.look()
        view = office.shown[-1]
        assert not view.is_whole
        assert {each.sip: each.status_code for each in view.colleagues} == {
            "SIPSIP2": 5,
            "SIPSIP3": 3,
        }
        office.roster.look()
        office.tell("SIPSIP2", 5)
        office.roster.look()
        assert len(office.shown) == 2


async def test_a_snapshot_is_told_in_another_turn(clock: FakeClock) -> None:
    async with an_office(clock) as office:
        office.roster.watch(is_watched=True)
        await turn()
        office.snapshot("SIPSIP1", "SIPSIP2")
        office.snapshot("SIPSIP1", "SIPSIP2", "SIPSIP3")
        assert len(office.shown) == 1
        await until(lambda: len(office.shown) > 1)
        assert [len(view.colleagues) for view in office.shown] == [0, 3]
        assert office.shown[-1].is_whole


@pytest.mark.parametrize("event", [Users({7: "Noa"}), QueuesSnapshot(())])
async def test_names_may_change_everybody(clock: FakeClock, event: Event) -> None:
    async with an_office(clock) as office:
        office.snapshot("SIPSIP1")
        office.roster.watch(is_watched=True)
        office.send(event)
        await turn()
        assert [view.is_whole for view in office.shown] == [True, True]
        office.send(KeepaliveAnswered(is_ok=True))
        await turn()
        assert len(office.shown) == 2


async def test_nobody_looks_any_more(clock: FakeClock) -> None:
    async with an_office(clock) as office:
        office.snapshot("SIPSIP1", "SIPSIP2")
        office.roster.watch(is_watched=True)
        office.snapshot("SIPSIP1")
        office.roster.watch(is_watched=False)
        office.tell("SIPSIP1", 3)
        await turn()
        office.roster.look()
        assert len(office.shown) == 1
        office.roster.watch(is_watched=True)
        assert [each.status_code for each in office.shown[-1].colleagues] == [3]


async def test_other_extensions_are_the_agents_own(clock: FakeClock) -> None:
    async with an_office(clock) as office:
        office.snapshot("SIPSIP1", "SIPSIP2")
        office.roster.watch(is_watched=True)
        office.desk.follow(("SIPSIP2",))
        office.roster.look()
        assert [each.is_own for each in office.shown[-1].colleagues] == [False, True]


async def test_the_list_of_extensions_adds_names(clock: FakeClock) -> None:
    async with an_office(clock) as office:
        office.listed = (
            DirectoryEntry("SIPSIP1", "Desk 1", "201", user_name="Maya Cohen"),
            DirectoryEntry("SIPSIP9", "Noam Bar", "209"),
        )
        office.snapshot("SIPSIP1")
        office.roster.watch(is_watched=True)
        await until(lambda: len(office.shown) == 2, 5)
        first, second = office.shown[-1].colleagues
        assert (first.name, first.short) == ("Maya Cohen", "201")
        assert (second.name, second.standing) == ("Noam Bar", Standing.UNSEEN)
        office.roster.watch(is_watched=False)
        office.roster.watch(is_watched=True)
        await turn()
        assert office.asked == 1  # it is still good
        clock.advance(LIST_FOR_S)
        office.roster.watch(is_watched=True)
        await until(lambda: office.asked == 2, 5)
        office.send(ConfigurationChanged("ExtensionsUpdated"))
        office.roster.watch(is_watched=True)
        await until(lambda: office.asked == 3, 5)


async def test_an_empty_list_means_a_wrong_code(clock: FakeClock) -> None:
    async with an_office(clock) as office:
        office.snapshot("SIPSIP1")
        office.listed = ApiCodeError()
        office.roster.watch(is_watched=True)
        await until(lambda: len(office.shown) == 2, 5)
        assert office.shown[-1].fault_code == "api_code"
        assert len(office.shown[-1].colleagues) == 1
        office.listed = (DirectoryEntry("SIPSIP1", "Maya Cohen"),)
        office.roster.code_changed()
        await until(lambda: office.shown[-1].fault_code == "", 5)


@pytest.mark.parametrize("error", [ApiCodeMissingError(), ServiceError()])
async def test_without_the_list_the_events_serve(clock: FakeClock, error: AgentDeskError) -> None:
    async with an_office(clock) as office:
        office.listed = error
        office.snapshot("SIPSIP1")
        office.roster.watch(is_watched=True)
        await until(lambda: office.asked == 1, 5)
        await turn()
        assert [view.fault_code for view in office.shown] == [""]
        office.roster.watch(is_watched=True)
        await until(lambda: office.asked == 2, 5)
