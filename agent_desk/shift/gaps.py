"""After a blind time: ask the call log what happened meanwhile."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from agent_desk.desk.gap import Gap, GapCheck
from agent_desk.desk.recent import ListState, RecentCall

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from agent_desk.desk.recent import RecentCalls

ASK_AFTER_S: Final = (20.0, 120.0, 300.0)
"""Calls appear in the log minutes after they ended: it is asked more than once."""

_MARGIN: Final = timedelta(seconds=30)

_CHECKS: Final = {
    ListState.READY: GapCheck.CHECKED,
    ListState.NO_CODE: GapCheck.NO_CODE,
}


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

    async def fill(self, began: datetime, ended: datetime, own: frozenset[str]) -> None:
        """Ask for the calls between ``began`` and ``ended``; shows the gap after every answer.

        Returns after the last question. Cancel it with the shift.
        """
        gap = Gap(began, ended)
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
                self._show(gap)

    def _is_lost(self, call: RecentCall, gap: Gap) -> bool:
        began_within = gap.began - _MARGIN <= call.at <= gap.ended
        return began_within and not self._was_seen(call)
