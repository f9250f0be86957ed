"""What a shift shows, put into the windows."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from agent_desk.core.link import Link
from agent_desk.core.privacy import pseudonym
from agent_desk.ui.intents import ExtensionChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.errors import AgentDeskError
    from agent_desk.desk.card import Card
    from agent_desk.desk.day import DayView
    from agent_desk.desk.gap import Gap
    from agent_desk.desk.history import SyncProgress
    from agent_desk.desk.link import LinkView
    from agent_desk.desk.own import OwnChoice
    from agent_desk.desk.presence import PresenceView
    from agent_desk.desk.queue_view import QueuesView
    from agent_desk.desk.recent import RecentCalls
    from agent_desk.desk.state import Transition
    from agent_desk.desk.team import TeamView
    from agent_desk.ui.shell import Shell

_log = logging.getLogger(__name__)


class ShellView:
    """The ``ShiftView`` of the window program.

    ``link`` is how the connection stands, ``cards`` are the calls on show. Before a shift begins,
    ``can_choose`` says whether its agent may choose other extensions. ``on_transition``,
    ``on_my_calls`` and ``on_cards`` hear of these after the windows were told.
    """

    def __init__(
        self,
        shell: Shell,
        on_transition: Callable[[Transition, float], None],
        on_my_calls: Callable[[RecentCalls], None],
        on_cards: Callable[[tuple[Card, ...]], None] = lambda _cards: None,
    ) -> None:
        self.link = Link.SIGNED_OUT
        self.cards: tuple[Card, ...] = ()
        self.can_choose = False
        self._is_session_only = True
        self._agent: tuple[str, tuple[str, ...]] | None = None
        self._shell = shell
        self._on_transition = on_transition
        self._on_my_calls = on_my_calls
        self._on_cards = on_cards

    def show_link(self, view: LinkView) -> None:
        """The connection changed."""
        if view.state is not self.link:
            how = f" by {view.transport}" if view.transport else ""
            _log.info("link %s%s: %s", view.state.value, how, view.error_code or "no error")
        self.link = view.state
        self._shell.set_link(view)

    def set_session_only(self, *, is_session_only: bool) -> None:
        """Whether nothing of the sign-in is kept; a slow keyring tells when the desk is open."""
        is_new = is_session_only is not self._is_session_only
        self._is_session_only = is_session_only
        if self.link is Link.SIGNED_OUT:
            self._agent = None
        elif is_new and self._agent is not None:
            self.show_agent(*self._agent)

    def show_agent(self, name: str, extensions: tuple[str, ...]) -> None:
        """The agent's extensions are known: the desk opens."""
        self._agent = (name, extensions)
        self._shell.show_desk(
            name,
            extensions,
            is_session_only=self._is_session_only,
            can_choose=self.can_choose,
        )

    def ask_extensions(self, choice: OwnChoice) -> None:
        """The agent has to say which extensions are theirs."""
        self._shell.ask_extensions(
            tuple(
                ExtensionChoice(c.sip, c.name, c.agent, is_suggested=c.is_suggested)
                for c in choice.candidates
            )
        )

    def show_seat(self, taken_by: str, moved_to: tuple[str, ...]) -> None:
        """Somebody else sits at the agent's telephone, or the agent sits elsewhere."""
        self._shell.desk.show_seat(taken_by, moved_to)

    def show_gap(self, gap: Gap) -> None:
        """A time in which calls could not be seen."""
        self._shell.desk.show_gap(gap)

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """All cards, newest first."""
        self.cards = cards
        self._shell.set_cards(cards)
        self._on_cards(cards)

    def show_transition(self, transition: Transition, arrival: float) -> None:
        """Something happened to a call; the cards say all there is to see of it."""
        _log.debug("call %s: %s", pseudonym(transition.call.key.call_id), transition.kind.value)
        self._on_transition(transition, arrival)

    def show_my_calls(self, calls: RecentCalls) -> None:
        """The agent's own recent calls."""
        self._shell.desk.set_my_calls(calls)
        self._on_my_calls(calls)

    def show_presence(self, presence: PresenceView) -> None:
        """The agent's status."""
        self._shell.status.show(presence)
        self._shell.pages.show_statuses(presence.statuses)

    def show_day(self, day: DayView) -> None:
        """The agent's day."""
        self._shell.desk.aside.show_day(day)

    def show_team(self, team: TeamView) -> None:
        """The team."""
        self._shell.pages.show_team(team)

    def show_queues(self, queues: QueuesView) -> None:
        """The queues."""
        self._shell.pages.show_queues(queues)

    def show_long_waits(self, count: int) -> None:
        """So many callers wait too long."""
        self._shell.pages.show_long_waits(count)

    def show_pull(self, progress: SyncProgress) -> None:
        """How reading the call log stands."""
        self._shell.pages.history.show_progress(progress)

    def history_changed(self) -> None:
        """The history is another now."""
        self._shell.pages.history.live_changed()

    def ask_api_code(self, error: AgentDeskError) -> None:
        """A wish needs the account's API code."""
        self._shell.ask_api_code(error.code)
