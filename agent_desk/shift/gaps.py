"""Times in which calls could not all be seen, and what the call log tells of them afterwards."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from agent_desk.core.link import Link
from agent_desk.desk.gap import Gap, GapCheck
from agent_desk.desk.recent import ListState, RecentCall

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.desk.recent import RecentCalls

    Span: TypeAlias = tuple[datetime, datetime]

ASK_AFTER_S: Final = (20.0, 120.0, 300.0)
"""Calls appear in the log minutes after they ended: it is asked more than once."""

ASK_WHILE_POLLING_S: Final = 300.0
"""Where sockets never work, short calls must not wait for one to appear."""

_MARGIN: Final = timedelta(seconds=30)

_CHECKS: Final = {
    ListState.READY: GapCheck.CHECKED,
    ListState.NO_CODE: GapCheck.NO_CODE,
}


@dataclass(frozen=True, slots=True)
class _Heard:
    """The last message: the service's stamp, and when it came by both of the PC's clocks."""

    server_at: datetime
    monotonic: float
    at: datetime


class BlindTimes:
    """Notes when calls could not all be seen, by the service's clock, whatever the PC's says.

    Such a time begins with the last message that came, since a connection may be dead for long
    before anybody notices, and ends with the first one of the next connection. While Active Calls
    are polled, calls shorter than the pause between two questions remain unseen. Every method
    answers with a time that may be asked about from now on, if there is one: began, ended.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._link = Link.CONNECTING
        self._has_polled = False
        self._heard: _Heard | None = None
        self._began: datetime | None = None

    def turn(self, link: Link) -> Span | None:
        """The connection has changed its state, or another one has taken over."""
        self._link = link
        if self._began is None and self._heard is not None:
            self._began = self._heard.server_at
        # Once: where every other question fails, polling begins again and again.
        is_first_poll = link is Link.POLLING and not self._has_polled
        self._has_polled |= is_first_poll
        return self._cut() if is_first_poll else None

    def hear(self, server_at: datetime | None, monotonic: float) -> Span | None:
        """A message has come, stamped by the service with this time."""
        if self._link is not Link.CONNECTED or server_at is None:
            return None
        began, self._began = self._began, None
        self._has_polled = False
        self._heard = _Heard(server_at, monotonic, self._clock.now())
        return None if began is None else (began, max(began, server_at))

    def pass_by(self) -> Span | None:
        """Time goes by; call it every now and then. What this answers was spent polling."""
        is_long = self._began is not None and (
            self._now() - self._began >= timedelta(seconds=ASK_WHILE_POLLING_S)
        )
        return self._cut() if is_long and self._link is Link.POLLING else None

    def _cut(self) -> Span | None:
        """The blind time up to now; another one begins."""
        now = self._now()
        began, self._began = self._began, now
        return None if began is None else (began, max(began, now))

    def _now(self) -> datetime:
        """The service's time, as far as can be told without hearing from it."""
        heard = self._heard
        if heard is None:
            return self._clock.now()
        elapsed = timedelta(seconds=self._clock.monotonic() - heard.monotonic)
        # The monotonic clock may stand still while the machine sleeps. A PC's clock that was set
        # forward only makes the time that is asked about longer.
        return heard.server_at + max(elapsed, self._clock.now() - heard.at)


class PastCalls(Protocol):
    """Who knows of calls that are over: ``LookUp``."""

    async def calls_between(
        self, began: datetime, ended: datetime, own: frozenset[str]
    ) -> RecentCalls:
        """The calls of these extensions in a time that is over."""
        ...


class Gaps:
    """Fills the gaps of one shift. ``was_seen`` says whether a call was followed live."""

    def __init__(
        self,
        past_calls: PastCalls,
        show: Callable[[Gap], None],
        was_seen: Callable[[RecentCall], bool],
        *,
        ask_after_s: tuple[float, ...] = ASK_AFTER_S,
    ) -> None:
        self._past_calls = past_calls
        self._show = show
        self._was_seen = was_seen
        self._ask_after_s = ask_after_s

    async def fill(
        self, began: datetime, ended: datetime, own: frozenset[str], *, is_quiet: bool = False
    ) -> None:
        """Ask for the calls between ``began`` and ``ended``; shows the gap after every answer.

        One that ``is_quiet`` is worth a word only where a call was missed in it. Returns after the
        last question. Cancel it with the shift.
        """
        gap = Gap(began, ended)
        if not is_quiet:
            self._show(gap)
        waited_s = 0.0
        for after_s in self._ask_after_s:
            await asyncio.sleep(after_s - waited_s)
            waited_s = after_s
            found = await self._past_calls.calls_between(began - _MARGIN, ended + _MARGIN, own)
            check = _CHECKS.get(found.state, GapCheck.FAILED)
            recovered = tuple(call for call in found.calls if self._is_lost(call, gap))
            if check is not GapCheck.CHECKED:
                recovered = gap.recovered
            if (check, recovered) != (gap.check, gap.recovered):
                gap = replace(gap, check=check, recovered=recovered)
                if recovered or not is_quiet:
                    self._show(gap)

    def _is_lost(self, call: RecentCall, gap: Gap) -> bool:
        began_within = gap.began - _MARGIN <= call.at <= gap.ended
        return began_within and not self._was_seen(call)
