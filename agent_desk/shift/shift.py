"""One signed-in agent at work: events become cards, intents become requests."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from agent_desk.core.link import Link
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.dry_run import PastCalls
from agent_desk.desk.moment import Moment
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.own import all_candidates, choose_own
from agent_desk.desk.recent import ListState, RecentCalls
from agent_desk.desk.state import CallKey, TransitionKind
from agent_desk.shift.aside import Aside
from agent_desk.shift.blocking import Blocking
from agent_desk.shift.card_table import CardTable
from agent_desk.shift.day_book import DayBook
from agent_desk.shift.dialling import Dialling
from agent_desk.shift.gaps import BlindTimes, Gaps
from agent_desk.shift.link_view import LinkBook
from agent_desk.shift.look_up import MOST_MY_CALLS, LookUp
from agent_desk.shift.muting import Muting
from agent_desk.shift.presence import Presence
from agent_desk.shift.seat import Seat
from agent_desk.voicenter.events import ExtensionsSnapshot
from agent_desk.voicenter.stream import LinkState, Received

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.core.errors import AgentDeskError
    from agent_desk.core.identity import LoginKind
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.cards import CardStyle
    from agent_desk.desk.desk import Desk
    from agent_desk.desk.dry_run import PastCall
    from agent_desk.desk.gap import Gap
    from agent_desk.desk.guard import MutePolicy
    from agent_desk.desk.mute_record import MuteRecord
    from agent_desk.desk.presence import PresenceView
    from agent_desk.desk.recent import RecentCall
    from agent_desk.desk.state import Transition
    from agent_desk.shift.history_feed import Keeping
    from agent_desk.shift.services import Services
    from agent_desk.shift.view import ShiftView
    from agent_desk.voicenter.realtime import RealtimeConnection

_log = logging.getLogger(__name__)

_TICK_S: Final = 0.5
_FRUITLESS: Final = frozenset({Link.RECONNECTING, Link.OFFLINE})
_LOG_DELAY_S: Final = 120.0


def _forget(_record: MuteRecord) -> None:
    """Nobody keeps what becomes of mutes."""


@dataclass(frozen=True, slots=True)
class Agent:
    """Who signed in; ``extensions`` are the own ones remembered from last time."""

    kind: LoginKind
    person_id: int | None = None
    extensions: tuple[str, ...] = ()


class Shift:
    """Follows the agent's own calls until ``run`` is cancelled or the sign-in ends.

    What is to be seen goes to ``view``, what becomes of each mute to ``on_mute_record``. Wishes are
    plain methods that return at once; ``dialling`` starts calls, ``blocking`` changes the
    blacklist, ``aside`` follows the team, the queues and the history, which is kept by ``keeping``.
    """

    def __init__(
        self,
        agent: Agent,
        link: RealtimeConnection,
        services: Services,
        view: ShiftView,
        *,
        desk: Desk,
        clock: Clock,
        region: str,
        on_mute_record: Callable[[MuteRecord], None] = _forget,
        keeping: Keeping | None = None,
    ) -> None:
        self._agent = agent
        self._link = link
        self._desk = desk
        self._services = services
        self._view = view
        self._clock = clock
        self._own: tuple[str, ...] = ()
        self._is_choosing = False
        self._seat = Seat(agent.kind, agent.person_id, desk.people, view)
        self._past_calls = PastCalls()
        self._cards = CardTable(desk, view.show_cards, clock, region)
        self._look_up = LookUp(services.call_log, clock, region)
        self._link_book = LinkBook(clock)
        self._blind_times = BlindTimes(clock)
        self.blocking = Blocking(services.blacklist, view.ask_api_code)
        self.dialling = Dialling(
            services.click2call,
            desk,
            clock,
            is_blind=lambda: self._link_book.is_blind,
            resync=link.resync,
        )
        self._gaps = Gaps(self._look_up, self._on_gap, self._was_seen)
        self._recovered: set[str] = set()
        self._scope = TaskScope("shift")
        self._muting = Muting(
            desk,
            services.recording,
            self._link_book,
            clock,
            self._scope,
            refresh=self._cards.refresh,
            on_record=on_mute_record,
        )
        self._presence = Presence(
            services,
            desk.people,
            view,
            ask_events=link.resync,
            scope=self._scope,
            clock=clock,
            person_id=agent.person_id,
        )
        self._day_book = DayBook(view.show_day, self._look_up, clock, region)
        self.aside = Aside(
            desk, services, view, scope=self._scope, clock=clock, region=region, keeping=keeping
        )
        self._my_calls_due: float | None = None
        self._my_calls_place: RecentCalls | None = None

    async def run(self) -> AgentDeskError | None:
        """Work until the sign-in ends; the result says why it did."""
        self._scope.start(self._tick(), name="tick")
        try:
            async for item in self._link.items():
                if isinstance(item, LinkState):
                    self._on_link(item)
                    if item.state is Link.SIGNED_OUT:
                        return item.error
                else:
                    self._on_received(item)
            return None
        finally:
            self._muting.close()  # first: whoever quits now may cut short what has to be awaited
            await self._scope.aclose()
            await self.dialling.aclose()
            self._log_counts()

    @property
    def past_calls(self) -> tuple[PastCall, ...]:
        """The agent's last calls, newest first: seen in this shift, or known from the call log."""
        return self._past_calls.newest

    @property
    def presence(self) -> PresenceView:
        """How the agent's status stands."""
        return self._presence.view

    @property
    def is_on_call(self) -> bool:
        """Whether a call is live on an own extension."""
        return self.dialling.is_on_call

    # ---------------------------------------------------------------------------------- intents

    def choose_extensions(self, own: tuple[str, ...]) -> None:
        """The agent said which extensions are their own."""
        self._is_choosing = False
        self._follow(own)

    def choose_again(self) -> None:
        """The agent wants to choose other extensions."""
        extensions = self._desk.people.extensions.values()
        self._view.ask_extensions(all_candidates(extensions, user_id=self._agent.person_id))

    def set_style(self, style: CardStyle) -> None:
        """Show cards and numbers so from now on."""
        self._cards.set_style(style)
        self._look_up.set_region(style.region)
        self.aside.set_region(style.region)
        self._day_book.set_region(style.region)

    def mute(self, key: CallKey, *, muted: bool, trigger: MuteTrigger = MuteTrigger.BUTTON) -> None:
        """Mute or resume the recording of one call; the card says how it goes."""
        self._muting.mute(key, muted=muted, trigger=trigger)

    def mute_extension(self, sip: str, *, trigger: MuteTrigger) -> None:
        """Mute every call that is on an extension now, with one request."""
        self._muting.mute_extension(sip, trigger=trigger)

    def extend_mute(self, key: CallKey) -> None:
        """Let the automatic resume of one call come a minute later."""
        self._muting.extend(key)

    def set_mute_policy(self, policy: MutePolicy) -> None:
        """Remind of mutes and end them so from now on."""
        self._muting.set_policy(policy)

    def dismiss_failure(self, key: CallKey) -> None:
        """The agent has read why muting failed."""
        self._muting.dismiss(key)

    def ask_talks(self, key: CallKey) -> None:
        """Fetch the last calls with this caller."""
        facts = self._desk.facts(key)
        if facts is not None:
            self._scope.start(self._fetch_talks(key, facts.number), name="talks")

    def refresh_my_calls(self) -> None:
        """Fetch the agent's own recent calls."""
        self._my_calls_due = None
        if self._own:
            self._scope.start(self._fetch_my_calls(), name="my_calls")

    def code_changed(self) -> None:
        """The API code is known now: ask again for what could not be shown without it."""
        self.refresh_my_calls()
        self._presence.code_changed()
        self.aside.code_changed()
        for key in self._cards.with_talks:
            self.ask_talks(key)

    def set_status(self, code: int) -> None:
        """The agent wants this status."""
        self._presence.ask(code)

    def settle_debt(self, person: str) -> None:
        """The agent owes this person no call any more."""
        self._day_book.settle(person)

    def close_card(self, key: CallKey) -> None:
        """The card of an ended call was closed."""
        self._cards.close(key)

    def try_now(self) -> None:
        """Connect without waiting."""
        self._link.try_now()

    # ------------------------------------------------------------------------------------ events

    def _on_link(self, state: LinkState) -> None:
        if state.state is Link.CONNECTED:
            self._desk.begin_connection()
        self._view.show_link(self._link_book.view(state))
        if state.state in _FRUITLESS and not (self._own or self._is_choosing):
            # Signed in, but no monitor answers: the desk says so, the sign-in page could not.
            self._view.show_agent("", self._agent.extensions)
        is_blind = self._link_book.is_blind
        self._cards.set_stale(is_stale=is_blind)
        self._presence.see(is_blind=is_blind)
        self._day_book.set_blind(is_blind=is_blind)
        self.aside.see_link(state.state)
        if state.error is None or state.state is not Link.CONNECTED:
            # Connected with an error is no other connection: only its token was not renewed.
            self._fill(self._blind_times.turn(state.state))
        if state.state is Link.CONNECTED:
            self._muting.tick(self._clock.monotonic(), is_reachable=True)
            if self._own:
                self.refresh_my_calls()

    def _on_received(self, item: Received) -> None:
        transitions = self._desk.apply(item.event, Moment(item.monotonic, arrival=item.at))
        if isinstance(item.event, ExtensionsSnapshot) and not self._own:
            self._choose(item.event)
        self._seat.hear(item.event)
        self.aside.hear(item)
        self._show(transitions, item.monotonic)
        self._presence.look()
        server_time = getattr(item.event, "server_time", None)
        self._fill(self._blind_times.hear(server_time and server_time.at, item.monotonic))

    def _show(self, transitions: list[Transition], monotonic: float) -> None:
        has_ended = any(transition.kind is TransitionKind.ENDED for transition in transitions)
        if has_ended and self._my_calls_due is None:
            # The first of several counts: for a busy agent there would never be a last.
            self._my_calls_due = monotonic + _LOG_DELAY_S
        self._muting.follow(transitions, monotonic)
        self._cards.refresh()
        self.dialling.look()
        for transition in transitions:
            self._past_calls.see(transition, self._desk.people)
            self._day_book.see(transition, self._desk.people)
            self.aside.see(transition)
            self._view.show_transition(transition, monotonic)

    def _choose(self, snapshot: ExtensionsSnapshot) -> None:
        choice = choose_own(
            snapshot.extensions,
            self._agent.kind,
            remembered=self._agent.extensions,
            user_id=self._agent.person_id,
        )
        if choice.own:
            self._follow(choice.own)
        elif choice.candidates and not self._is_choosing:
            self._is_choosing = True
            self._view.ask_extensions(choice)

    def _follow(self, own: tuple[str, ...]) -> None:
        if own != self._own:
            self._day_book.follow()
        self._own = own
        self._desk.follow(own)
        self._view.show_agent(self._desk.people.agent_name(own[0]) or own[0], own)
        self._cards.refresh()
        self._seat.follow(own)
        self._presence.follow(own)
        self.aside.follow(own)
        self.refresh_my_calls()

    def _fill(
        self, blind_time: tuple[datetime, datetime] | None, *, is_quiet: bool = False
    ) -> None:
        if blind_time is not None:
            self._day_book.add_blind(*blind_time)
        if blind_time is not None and self._own:
            own = frozenset(self._own)
            self._scope.start(self._gaps.fill(*blind_time, own, is_quiet=is_quiet), name="gap")

    def _on_gap(self, gap: Gap) -> None:
        self._view.show_gap(gap)
        if gap.recovered:
            self._recovered |= {call.call_id for call in gap.recovered}
            self.refresh_my_calls()

    def _was_seen(self, call: RecentCall) -> bool:
        return any(self._desk.has_seen(CallKey(sip, call.call_id)) for sip in self._own)

    async def _tick(self) -> None:
        """What only time brings: rings that stopped for good, silence, lists to fetch again."""
        while True:
            await asyncio.sleep(_TICK_S)
            now = self._clock.monotonic()
            self._show(self._desk.expire(Moment(now, arrival=self._clock.now())), now)
            self._muting.tick(now)
            if not self._link_book.is_blind and self._desk.needs_resync(now):
                self._link.resync()
            self._fill(self._blind_times.pass_by(), is_quiet=True)
            self._seat.look()
            self._presence.tick()
            self.aside.look()
            self._day_book.hear_status(*self._presence.status)
            if self._day_book.pass_by():
                self._scope.start(self._day_book.ask(frozenset(self._own)), name="day_book")
            if self._my_calls_due is not None and now >= self._my_calls_due:
                self.refresh_my_calls()

    # ---------------------------------------------------------------------------------- requests

    async def _fetch_talks(self, key: CallKey, number: PhoneNumber) -> None:
        place = self._cards.expect_talks(key)
        if place is None:
            return
        talks = await self._look_up.talks_with(number, frozenset(self._own))
        self._cards.set_talks(key, talks, place=place)

    async def _fetch_my_calls(self) -> None:
        place = self._my_calls_place = RecentCalls(ListState.LOADING)
        self._view.show_my_calls(place)
        found = await self._look_up.my_calls(frozenset(self._own))
        if self._my_calls_place is not place:
            return  # somebody asked again meanwhile: the later answer counts
        self._past_calls.read_log(found)
        self._day_book.read_log(found)
        marked = tuple(
            replace(call, is_recovered=call.call_id in self._recovered)
            for call in found.calls[:MOST_MY_CALLS]
        )
        self._view.show_my_calls(replace(found, calls=marked))

    def _log_counts(self) -> None:
        """What came in this shift, for whoever reads the log."""
        counts = self._desk.counts
        _log.info(
            "shift over: %d events, %d out of date, %d unreadable, %d unreadable parts",
            counts.events,
            counts.stale,
            counts.malformed,
            counts.left_out,
        )
        # Names of events are identifiers; what is none may be a caller's words.
        names = sorted(name for name in self._desk.unknown_names if name.isidentifier())
        if names:
            _log.info("events that this program does not know: %s", ", ".join(names))
