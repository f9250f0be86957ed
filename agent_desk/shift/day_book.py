"""Keeps the book of the agent's day, and of the calls back that are owed, during a shift."""

from __future__ import annotations

from datetime import timedelta
from math import inf
from typing import TYPE_CHECKING, Final, Protocol

from agent_desk.desk import numbers
from agent_desk.desk.card import TitleSource
from agent_desk.desk.cards import CardStyle, build_card
from agent_desk.desk.day import DayView, day_began, day_ends, figures
from agent_desk.desk.day_calls import DayCalls
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.owed import MOST_DEBTS, debts, person_of
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import Outcome, TransitionKind
from agent_desk.desk.watch import LOG_LAG, Watch
from agent_desk.desk.wrap_up import WRAP_UP_STATUS, WrapUp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.owed import Debt
    from agent_desk.desk.people import People
    from agent_desk.desk.recent import RecentCalls
    from agent_desk.desk.state import Transition
    from agent_desk.desk.watch import Span

ASK_AGAIN_S: Final = 600.0
"""So often the log is asked whether a colleague has reached somebody who is owed a call."""

REMEMBERED: Final = timedelta(days=7)
"""Calls before that are neither owed nor counted any more; the log is read as far back."""

_OVER: Final = frozenset({TransitionKind.ENDED, TransitionKind.REVISED})
_OWING: Final = frozenset({Outcome.MISSED, Outcome.CALLER_GAVE_UP, Outcome.DECLINED})
_TALKED: Final = frozenset({Outcome.COMPLETED, Outcome.TRANSFERRED})
_NAMED: Final = frozenset({TitleSource.CONTACT, TitleSource.CALLER_NAME, TitleSource.EXTENSION})
_UNGUARDED: Final = GuardView(GuardState.NOT_RECORDED)


class Log(Protocol):
    """Who asks the call log: ``LookUp``."""

    async def my_calls(self, own: frozenset[str]) -> RecentCalls:
        """The agent's own calls of the last days."""
        ...

    async def calls_with(
        self, phones: Sequence[PhoneNumber], began: datetime, own: frozenset[str]
    ) -> RecentCalls:
        """The calls of the account with any of these numbers from ``began`` on."""
        ...


class DayBook:
    """Today's figures and what is owed, shown whenever they are different.

    What comes in is only noted: all is worked out in ``pass_by``, which no call waits for. Nothing
    of it leaves the PC.
    """

    def __init__(
        self, show: Callable[[DayView], None], log: Log, clock: Clock, region: str
    ) -> None:
        self._show = show
        self._log = log
        self._clock = clock
        self._region = region
        self._shown = DayView()
        self._done: dict[PhoneNumber, datetime] = {}
        self._begin()

    def _begin(self) -> None:
        now = self._clock.now()
        self._calls = DayCalls()
        self._watch = Watch(now)
        self._wrap_up = WrapUp()
        self._wrap_up_s = 0
        self._reached: dict[PhoneNumber, datetime] = {}
        self._holes: tuple[Span, ...] = ()
        self._ends = now
        self._asked_at = -inf
        self._is_readable = self._is_asking = False
        self._is_changed = True

    def follow(self) -> None:
        """Other extensions are the agent's own from now on: theirs is another day."""
        self._begin()
        self.pass_by()

    def set_region(self, region: str) -> None:
        """Read numbers without a prefix as those of ``region``."""
        self._region = region
        self._is_changed = True

    def set_blind(self, *, is_blind: bool) -> None:
        """Whether calls cannot be seen from now on."""
        self._watch.set_blind(self._clock.now(), is_blind=is_blind)
        self._is_changed = True

    def add_blind(self, began: datetime, ended: datetime) -> None:
        """In that time calls could not all be seen."""
        self._watch.add_blind(began, ended)
        self._is_changed = True

    def see(self, transition: Transition, people: People) -> None:
        """Something happened to one of the agent's calls."""
        facts = transition.call
        name = queue_name = ""
        if transition.kind in _OVER and facts.outcome in _OWING:
            card = build_card(facts, people, _UNGUARDED, style=CardStyle(region=self._region))
            name = card.title if card.title_source in _NAMED else ""
            queue_name = card.queue_name
        at = transition.at or self._clock.now()
        self._calls.see(facts, at, name=name, queue_name=queue_name)
        self._is_changed = True

    def hear_status(self, code: int | None, since: datetime | None) -> None:
        """The agent's status now, by the service's clock; ``None`` while nobody can see it.

        Call it twice a second: the time in it is shown by the minute, and exactly when it is over.
        """
        now = self._clock.now()
        self._wrap_up.hear(code, since, now)
        wrap_up_s = self._wrap_up.seconds(day_began(now))
        if code == WRAP_UP_STATUS:
            wrap_up_s -= wrap_up_s % 60
        if wrap_up_s != self._wrap_up_s:
            self._wrap_up_s, self._is_changed = wrap_up_s, True

    def read_log(self, found: RecentCalls) -> None:
        """The log has been asked for the agent's own calls."""
        self._is_readable = found.state is ListState.READY
        self._calls.read_log(found)
        self._watch.read_log(found)
        self._is_changed = True

    def settle(self, person: str) -> None:
        """The agent said that nothing is owed to ``person`` any more; a new call owes anew."""
        for debt in self._shown.debts:
            if debt.person == person:
                self._done[debt.number] = debt.at
                self._is_changed = True

    def pass_by(self) -> bool:
        """Time goes by: show what is different now; whether it is time to ``ask``."""
        now = self._clock.now()
        if self._is_changed or now >= self._ends:
            self._is_changed = False
            self._work_out(now)
        if self._is_asking or not self._is_readable:
            return False
        return self._is_debt_due or self._is_hole_due

    async def ask(self, own: frozenset[str]) -> None:
        """Ask the log what it could not tell before; the answers count from the next turn on."""
        calls = self._calls
        self._is_asking = self._is_changed = True
        if self._is_hole_due:
            found = await self._log.my_calls(own)
            if calls is self._calls:
                self.read_log(found)
        if self._is_debt_due and calls is self._calls:
            await self._ask_colleagues(own)
        if calls is self._calls:
            self._is_asking, self._is_changed = False, True

    @property
    def _is_debt_due(self) -> bool:
        is_due = self._clock.monotonic() >= self._asked_at + ASK_AGAIN_S
        return self._is_readable and is_due and bool(self._asked_for())

    @property
    def _is_hole_due(self) -> bool:
        """Whether the log by now tells of a time of which it could not when it was read."""
        until = self._watch.read_until
        latest = self._clock.now() - LOG_LAG
        return until is not None and any(until < end <= latest for _, end in self._holes)

    def _asked_for(self) -> list[Debt]:
        """The debts that others may have paid: those to somebody outside."""
        owed = self._shown.debts
        return [debt for debt in owed if numbers.show(debt.number, self._region).is_external]

    async def _ask_colleagues(self, own: frozenset[str]) -> None:
        self._asked_at = self._clock.monotonic()
        asked = self._asked_for()
        began = min(debt.first_at for debt in asked)
        calls = self._calls
        found = await self._log.calls_with([debt.number for debt in asked], began, own)
        if calls is not self._calls:
            return
        self._is_readable = found.state is ListState.READY
        for call in found.calls:
            if call.outcome in _TALKED:
                # A call that rang here, too, may have begun before that: its end counts.
                until = call.at + timedelta(seconds=call.duration_s)
                self._reached[call.number] = max(until, self._reached.get(call.number, until))

    def _work_out(self, now: datetime) -> None:
        began, self._ends = day_began(now), day_ends(now)
        oldest = now - REMEMBERED
        self._calls.forget_before(oldest)
        calls = [call for call in self._calls if call.at >= oldest]
        self._holes = self._watch.holes(began, now)
        owed = debts(calls, self._region, self._settled(oldest))
        view = DayView(
            figures(calls, began, self._holes, wrap_up_s=self._wrap_up_s),
            owed[:MOST_DEBTS],
            max(len(owed) - MOST_DEBTS, 0),
            is_asking=self._is_asking,
        )
        if view != self._shown:
            self._shown = view
            self._show(view)

    def _settled(self, oldest: datetime) -> dict[str, datetime]:
        settled: dict[str, datetime] = {}
        for known in (self._done, self._reached):
            for number, until in list(known.items()):
                if until < oldest:
                    del known[number]
                    continue
                person = person_of(number, self._region)
                settled[person] = max(until, settled.get(person, until))
        return settled
