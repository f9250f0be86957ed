"""Recent calls from the call log: those of one caller and those of the agent."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import AgentDeskError
from agent_desk.desk import numbers, outcome
from agent_desk.desk.recent import ListState, RecentCall, RecentCalls
from agent_desk.desk.state import Outcome
from agent_desk.voicenter.errors import ApiCodeError
from agent_desk.voicenter.events import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.voicenter.call_log import CallLog, CallRecord

TALKS_WINDOW: Final = timedelta(days=90)
MY_CALLS_WINDOW: Final = timedelta(days=7)
MOST_TALKS: Final = 5
MOST_MY_CALLS: Final = 50

# Of several rows under one id the one that says most about the call comes first.
_TELLING: Final = (Outcome.COMPLETED, Outcome.TRANSFERRED)
# Voicenter: CdrType 9, Click2Call leg 1.
_OWN_LEG: Final = 9


class LookUp:
    """Asks the call log; every method answers with a list or with the reason why there is none."""

    def __init__(self, call_log: CallLog, clock: Clock, region: str) -> None:
        self._call_log = call_log
        self._clock = clock
        self._region = region

    def set_region(self, region: str) -> None:
        """Read numbers without a prefix as those of ``region`` from the next list on."""
        self._region = region

    async def talks_with(self, number: PhoneNumber, own: frozenset[str]) -> RecentCalls:
        """The last calls of the account with one number; none for a withheld one."""
        if number.is_hidden:
            return RecentCalls(ListState.READY)
        return await self._fetch(TALKS_WINDOW, MOST_TALKS, own, phones=(number,))

    async def calls_with(
        self, phones: Sequence[PhoneNumber], began: datetime, own: frozenset[str]
    ) -> RecentCalls:
        """The calls of the account with any of these numbers from ``began`` on."""
        return await self._fetch_between(began, self._clock.now(), None, own, phones=phones)

    async def my_calls(self, own: frozenset[str]) -> RecentCalls:
        """The agent's own calls of the last days, all of them."""
        return await self._fetch(MY_CALLS_WINDOW, None, own, extensions=sorted(own))

    async def calls_between(
        self, began: datetime, ended: datetime, own: frozenset[str]
    ) -> RecentCalls:
        """The agent's own calls of a time that is over."""
        return await self._fetch_between(began, ended, None, own, extensions=sorted(own))

    async def _fetch(
        self,
        window: timedelta,
        most: int | None,
        own: frozenset[str],
        *,
        phones: Sequence[PhoneNumber] = (),
        extensions: Sequence[str] = (),
    ) -> RecentCalls:
        now = self._clock.now()
        return await self._fetch_between(
            now - window, now, most, own, phones=phones, extensions=extensions
        )

    async def _fetch_between(
        self,
        began: datetime,
        ended: datetime,
        most: int | None,
        own: frozenset[str],
        *,
        phones: Sequence[PhoneNumber] = (),
        extensions: Sequence[str] = (),
    ) -> RecentCalls:
        asked_at = self._clock.now()
        try:
            page = await self._call_log.fetch(began, ended, phones=phones, extensions=extensions)
        except ApiCodeError as error:
            return RecentCalls(ListState.NO_CODE, error_code=error.code, detail=error.message)
        except AgentDeskError as error:
            return RecentCalls(ListState.FAILED, error_code=error.code, detail=error.message)
        calls = recent_calls(page.rows, own, self._region)
        since = None if page.malformed else began
        if since is not None and not page.is_complete:
            since = page.rows[-1].at  # the newest were sent
        if most is not None and len(calls) > most:
            since = None
        return RecentCalls(ListState.READY, calls[:most], since=since, asked_at=asked_at)


def recent_calls(
    rows: Iterable[CallRecord], own: frozenset[str], region: str
) -> tuple[RecentCall, ...]:
    """Rows of the log as one entry for each call, newest first.

    A Click2Call or a transfer leaves several rows under one id; the one with the conversation
    stands for the call. The agent's own leg of a Click2Call is none.
    """
    best: dict[str, tuple[tuple[bool, bool, int], RecentCall]] = {}
    for row in rows:
        call = _recent_call(row, own, region)
        weight = (row.cdr_type != _OWN_LEG, call.outcome in _TELLING, call.duration_s)
        if row.call_id not in best or weight > best[row.call_id][0]:
            best[row.call_id] = (weight, call)
    calls = (call for _, call in best.values())
    return tuple(sorted(calls, key=lambda call: call.at, reverse=True))


def _recent_call(row: CallRecord, own: frozenset[str], region: str) -> RecentCall:
    is_incoming = row.direction is Direction.INCOMING
    number = row.caller if is_incoming else row.target
    is_mine = bool(own.intersection(row.extensions))
    return RecentCall(
        call_id=row.call_id,
        at=row.at,
        direction=row.direction,
        outcome=outcome.of_row(row.cdr_type, row.dial_status, talk_s=row.duration_s),
        number=number,
        number_text=numbers.show(number, region).text,
        duration_s=row.duration_s,
        agent="" if is_mine else row.representative_name or row.user_name,
        queue_name=row.queue_name,
        custom_data=row.custom_data,
    )
