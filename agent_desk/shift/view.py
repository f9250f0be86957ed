"""What a shift shows, said to whoever paints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
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


class ShiftView(Protocol):
    """Called on the loop's thread, in order; every value is complete and immutable."""

    def show_link(self, view: LinkView) -> None:
        """The connection changed."""
        ...

    def show_agent(self, name: str, extensions: tuple[str, ...]) -> None:
        """Whose extensions are followed from now on."""
        ...

    def ask_extensions(self, choice: OwnChoice) -> None:
        """Several extensions arrived and the agent's own are not known."""
        ...

    def show_seat(self, taken_by: str, moved_to: tuple[str, ...]) -> None:
        """Who is signed in on the agent's extension instead, and where the agent is; or nobody."""
        ...

    def show_gap(self, gap: Gap) -> None:
        """A time in which calls could not be seen, and what the log told of it so far."""
        ...

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """All cards, newest first."""
        ...

    def show_transition(self, transition: Transition, arrival: float) -> None:
        """Something happened to a call of the agent's own; its message came at ``arrival``."""
        ...

    def show_my_calls(self, calls: RecentCalls) -> None:
        """The agent's own recent calls."""
        ...

    def show_presence(self, presence: PresenceView) -> None:
        """The agent's status, and how the last wish for another one stands."""
        ...

    def show_day(self, day: DayView) -> None:
        """What the agent did today, and whom they owe a call."""
        ...

    def show_team(self, team: TeamView) -> None:
        """The team, or those of it who are different, while it is watched."""
        ...

    def show_queues(self, queues: QueuesView) -> None:
        """The queues, while they are watched."""
        ...

    def show_long_waits(self, count: int) -> None:
        """So many callers wait too long."""
        ...

    def show_pull(self, progress: SyncProgress) -> None:
        """How reading the call log into the history stands."""
        ...

    def history_changed(self) -> None:
        """There is another call in the history, or one of them is another now."""
        ...

    def ask_api_code(self, error: AgentDeskError) -> None:
        """A wish needs the account's API code."""
        ...
