"""After a blind time the call log tells what happened meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.gap import Gap, GapCheck
from agent_desk.desk.recent import ListState, RecentCall, RecentCalls
from agent_desk.desk.state import Direction, Outcome
from agent_desk.sandbox import Sandbox
from agent_desk.shift.gaps import BlindTimes, Gaps
from tests.helpers.until import until
from tests.unit.shift.working import USER, working

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.clock import FakeClock

BEGAN = datetime(2026, 3, 2, 10, 42, tzinfo=UTC)
ENDED = BEGAN + timedelta(minutes=1)
OWN = frozenset({"SIPSIP1"})
AT_ONCE = (0.0, 0.0, 0.0)


def after(seconds: float) -> datetime:
    return BEGAN + timedelta(seconds=seconds)


class TestBlindTimes:
    """``clock`` is the PC's: it is wrong by a day, and the times are the service's all the same."""

    @pytest.fixture
    def times(self, clock: FakeClock) -> BlindTimes:
        clock.advance(86_400)
        return BlindTimes(clock)

    @pytest.fixture
    def seeing(self, times: BlindTimes, clock: FakeClock) -> BlindTimes:
        assert times.turn(Link.CONNECTED) is None
        assert times.hear(BEGAN, clock.monotonic()) is None
        return times

    def test_it_lasts_from_the_last_message_to_the_first(
        self, seeing: BlindTimes, clock: FakeClock
    ) -> None:
        """For 45 s nobody knew that nothing could come any more."""
        clock.advance(45)
        assert seeing.turn(Link.RECONNECTING) is None
        assert seeing.turn(Link.OFFLINE) is None
        assert seeing.hear(after(50), clock.monotonic()) is None  # of the old connection
        assert seeing.turn(Link.CONNECTED) is None
        assert seeing.hear(None, clock.monotonic()) is None
        assert seeing.hear(after(60), clock.monotonic()) == (BEGAN, after(60))
        assert seeing.hear(after(61), clock.monotonic()) is None

    def test_a_connection_that_another_one_replaces_may_have_been_dead(
        self, seeing: BlindTimes, clock: FakeClock
    ) -> None:
        assert seeing.turn(Link.CONNECTED) is None
        assert seeing.hear(after(600), clock.monotonic()) == (BEGAN, after(600))

    def test_a_server_whose_clock_is_behind_makes_no_time_run_backwards(
        self, seeing: BlindTimes, clock: FakeClock
    ) -> None:
        seeing.turn(Link.RECONNECTING)
        seeing.turn(Link.CONNECTED)
        assert seeing.hear(after(-3), clock.monotonic()) == (BEGAN, BEGAN)

    def test_polling_is_half_blind(self, seeing: BlindTimes, clock: FakeClock) -> None:
        seeing.turn(Link.RECONNECTING)
        clock.advance(20)
        assert seeing.turn(Link.POLLING) == (BEGAN, after(20))
        assert seeing.hear(after(21), clock.monotonic()) is None
        clock.advance(40)
        assert seeing.turn(Link.POLLING) is None
        assert seeing.pass_by() is None
        seeing.turn(Link.CONNECTED)
        assert seeing.hear(after(60), clock.monotonic()) == (after(20), after(60))

    def test_polling_for_hours_is_asked_about_from_time_to_time(
        self, seeing: BlindTimes, clock: FakeClock
    ) -> None:
        assert seeing.pass_by() is None
        seeing.turn(Link.POLLING)
        clock.advance(299)
        assert seeing.pass_by() is None
        clock.advance(1)
        assert seeing.pass_by() == (BEGAN, after(300))
        assert seeing.pass_by() is None
        seeing.turn(Link.OFFLINE)
        clock.advance(1000)
        assert seeing.pass_by() is None

    def test_polling_that_fails_now_and_then_is_one_time(
        self, seeing: BlindTimes, clock: FakeClock
    ) -> None:
        seeing.turn(Link.RECONNECTING)
        assert seeing.turn(Link.POLLING) == (BEGAN, after(0))
        for _ in range(30):
            clock.advance(5)
            assert seeing.turn(Link.OFFLINE) is None
            clock.advance(5)
            assert seeing.turn(Link.POLLING) is None
        assert seeing.pass_by() == (after(0), after(300))

    def test_time_asleep_counts_although_the_monotonic_clock_stood_still(
        self, seeing: BlindTimes, clock: FakeClock
    ) -> None:
        seeing.turn(Link.POLLING)
        clock.sleep(7200)
        assert seeing.pass_by() == (BEGAN, after(7200))

    def test_polling_from_the_very_first(self, times: BlindTimes, clock: FakeClock) -> None:
        """The service has named no time yet: the PC's will have to do."""
        assert times.turn(Link.CONNECTING) is None
        assert times.turn(Link.POLLING) is None
        began = clock.now()
        clock.advance(300)
        assert times.pass_by() == (began, clock.now())


def call(call_id: str, at: datetime) -> RecentCall:
    number = PhoneNumber("0501234567")
    return RecentCall(call_id, at, Direction.INCOMING, Outcome.MISSED, number, "")


class Log:
    """Answers in this order."""

    def __init__(self, *answers: RecentCalls) -> None:
        self._answers: Iterator[RecentCalls] = iter(answers)

    async def calls_between(
        self, began: datetime, ended: datetime, own: frozenset[str]
    ) -> RecentCalls:
        assert began < BEGAN
        assert ended > ENDED
        assert own == OWN
        return next(self._answers)


async def fill(
    *answers: RecentCalls, seen: tuple[str, ...] = (), is_quiet: bool = False
) -> list[Gap]:
    shown: list[Gap] = []
    log = Log(*answers)
    gaps = Gaps(log, shown.append, lambda c: c.call_id in seen, ask_after_s=AT_ONCE)
    await gaps.fill(BEGAN, ENDED, OWN, is_quiet=is_quiet)
    return shown


def found(*calls: RecentCall) -> RecentCalls:
    return RecentCalls(ListState.READY, calls)


async def test_a_call_that_the_log_learns_of_late_is_recovered() -> None:
    lost = call("lost", BEGAN + timedelta(seconds=20))
    shown = await fill(found(), found(lost), found(lost))
    assert [(gap.check, gap.recovered) for gap in shown] == [
        (GapCheck.WAITING, ()),
        (GapCheck.CHECKED, ()),
        (GapCheck.CHECKED, (lost,)),
    ]


async def test_a_call_that_was_seen_or_began_later_is_not_lost() -> None:
    known = call("known", BEGAN + timedelta(seconds=20))
    later = call("later", ENDED + timedelta(seconds=5))
    answer = found(known, later)
    shown = await fill(answer, answer, answer, seen=("known",))
    assert shown[-1] == Gap(BEGAN, ENDED, GapCheck.CHECKED)


async def test_a_quiet_time_is_worth_a_word_only_where_a_call_was_missed() -> None:
    lost = call("lost", BEGAN)
    assert await fill(found(), RecentCalls(ListState.FAILED), found(), is_quiet=True) == []
    shown = await fill(found(), found(lost), found(lost), is_quiet=True)
    assert shown == [Gap(BEGAN, ENDED, GapCheck.CHECKED, (lost,))]


async def test_what_was_recovered_stays_when_the_log_fails_later() -> None:
    lost = call("lost", BEGAN)
    failed = RecentCalls(ListState.FAILED)
    shown = await fill(found(lost), failed, RecentCalls(ListState.NO_CODE))
    assert [gap.check for gap in shown] == [
        GapCheck.WAITING,
        GapCheck.CHECKED,
        GapCheck.FAILED,
        GapCheck.NO_CODE,
    ]
    assert shown[-1].recovered == (lost,)


async def test_a_shift_recovers_the_call_that_came_while_it_was_blind() -> None:
    async with Sandbox(monitors=2) as sandbox, working(sandbox, USER) as at_work:
        first, second = sandbox.monitors
        await second.stop()
        await first.stop()
        await until(lambda: at_work.view.links[-1].blind_since is not None)
        sandbox.world.ring("SIPSIP1", "0521234567").hang_up()
        await first.start()
        await until(lambda: bool(at_work.view.gaps), timeout_s=10)
        assert at_work.view.gaps[0].check is GapCheck.WAITING
