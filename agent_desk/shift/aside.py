"""What a shift follows beside the agent's own calls: the team, the queues, the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.shift.history_feed import HistoryFeed
from agent_desk.shift.queue_book import QueueBook
from agent_desk.shift.roster import Roster

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.core.link import Link
    from agent_desk.core.tasks import TaskScope
    from agent_desk.desk.desk import Desk
    from agent_desk.desk.state import Transition
    from agent_desk.shift.history_feed import Keeping
    from agent_desk.shift.services import Services
    from agent_desk.shift.view import ShiftView
    from agent_desk.voicenter.stream import Received


class Aside:
    """Hands on what the shift hears; none of it holds up a call.

    ``history`` is ``None`` where nothing is kept.
    """

    def __init__(
        self,
        desk: Desk,
        services: Services,
        view: ShiftView,
        *,
        scope: TaskScope,
        clock: Clock,
        region: str,
        keeping: Keeping | None,
    ) -> None:
        self.roster = Roster(
            desk, view.show_team, clock, ask_list=services.directory.extensions, scope=scope
        )
        self.queues = QueueBook(
            view.show_queues,
            view.show_long_waits,
            services.active_calls,
            scope=scope,
            clock=clock,
            region=region,
        )
        self.history: HistoryFeed | None = None
        if keeping is not None:
            self.history = HistoryFeed(
                keeping,
                services.call_log,
                desk.people,
                clock,
                scope=scope,
                tell=view.show_pull,
                on_change=view.history_changed,
            )

    def hear(self, item: Received) -> None:
        """An event came, and the desk has taken it."""
        self.roster.hear(item.event, item.monotonic)
        self.queues.hear(item.event, item.monotonic, item.at)

    def see(self, transition: Transition) -> None:
        """Something happened to one of the agent's calls."""
        self.queues.see(transition)
        if self.history is not None:
            self.history.see(transition)

    def see_link(self, link: Link) -> None:
        """The connection changed."""
        self.queues.see_link(link)

    def follow(self, own: tuple[str, ...]) -> None:
        """These are the agent's extensions from now on."""
        if self.history is not None:
            self.history.follow(frozenset(own))

    def set_history_days(self, days: int) -> None:
        """Calls are kept for so many days from now on; 0 without end."""
        if self.history is not None:
            self.history.set_days(days)

    def set_region(self, region: str) -> None:
        """Read numbers without a prefix as those of ``region``."""
        self.queues.set_region(region)

    def code_changed(self) -> None:
        """There is another API code."""
        self.roster.code_changed()
        self.queues.refresh()
        if self.history is not None:
            self.history.sync.ask()

    def look(self) -> None:
        """Time passed: show what is different."""
        self.roster.look()
        self.queues.look()
        if self.history is not None:
            self.history.look()
