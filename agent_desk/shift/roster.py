"""The team during a shift: told to whoever looks at it, and to nobody else."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import AgentDeskError
from agent_desk.desk.moment import Moment
from agent_desk.desk.people import Listed
from agent_desk.desk.team import Team, TeamView
from agent_desk.voicenter.errors import ApiCodeError, ApiCodeMissingError
from agent_desk.voicenter.events import (
    ConfigurationChanged,
    ExtensionChanged,
    ExtensionsSnapshot,
    QueuesSnapshot,
    Users,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.core.tasks import TaskScope
    from agent_desk.desk.desk import Desk
    from agent_desk.desk.team import Colleague
    from agent_desk.voicenter.directory import DirectoryEntry
    from agent_desk.voicenter.events import Event

_log = logging.getLogger(__name__)

LIST_FOR_S: Final = 1200.0
"""So long the organisation's list of extensions is good (Voicenter: 15 to 30 minutes)."""

_TOGETHER_S: Final = 0.03
"""Extensions, queues and people are told one after the other: shown together, once."""

_NEWS_FOR_ALL: Final = (ExtensionsSnapshot, QueuesSnapshot, Users)


class Roster:
    """Tells ``show`` of the team while it is watched.

    ``hear`` is for every event, after the desk has taken it, and only notes which extension it
    speaks of. ``look``, for a few times a second, tells of those; a snapshot is told of a moment
    later, with those that came with it. ``ask_list`` is the organisation's list of extensions
    (``voicenter.directory``): it is asked when somebody watches, in ``scope``.
    """

    def __init__(
        self,
        desk: Desk,
        show: Callable[[TeamView], None],
        clock: Clock,
        *,
        ask_list: Callable[[], Awaitable[tuple[DirectoryEntry, ...]]],
        scope: TaskScope,
    ) -> None:
        self._desk = desk
        self._show = show
        self._clock = clock
        self._ask_list = ask_list
        self._scope = scope
        self._team = Team(desk.people)
        self._is_watched = False
        self._is_whole_due = False
        self._own: tuple[str, ...] = ()
        self._heard: set[str] = set()
        self._server: tuple[datetime, float] | None = None
        self._listed_at: float | None = None
        self._fault = ("", "")

    def hear(self, event: Event, monotonic: float) -> None:
        """An event came, and the desk knows it."""
        server_time = getattr(event, "server_time", None)
        if server_time is not None:
            self._server = (server_time.at, monotonic)
        if isinstance(event, ConfigurationChanged):
            self._listed_at = None
        if not self._is_watched:
            return
        if isinstance(event, ExtensionChanged):
            self._heard.add(event.extension.sip)
        elif isinstance(event, _NEWS_FOR_ALL) and not self._is_whole_due:
            self._is_whole_due = True
            # Not here: the desk's own work on a snapshot was long enough for one turn.
            self._scope.start(self._look_soon(), name="team_snapshot")

    def watch(self, *, is_watched: bool) -> None:
        """Somebody looks at the team from now on, and gets all of it at once; or nobody."""
        self._is_watched = is_watched
        self._heard.clear()
        self._is_whole_due = is_watched
        if is_watched:
            self.look()
            self._ask()

    def code_changed(self) -> None:
        """The API code may be known now: ask for the list again."""
        self._listed_at = None
        if self._is_watched:
            self._ask()

    def look(self) -> None:
        """Tell what was heard since the last time."""
        if not self._is_watched:
            return
        own = self._desk.own
        if own != self._own:
            self._own, self._is_whole_due = own, True
        if self._is_whole_due:
            self._is_whole_due = False
            self._heard.clear()
            self._tell(self._team.build(self._moment(), own), is_whole=True)
        elif self._heard:
            changed = self._team.renew(self._heard, self._moment(), own)
            self._heard.clear()
            if changed:
                self._tell(changed, is_whole=False)

    async def _look_soon(self) -> None:
        await asyncio.sleep(_TOGETHER_S)
        self.look()

    def _tell(self, colleagues: tuple[Colleague, ...], *, is_whole: bool) -> None:
        code, message = self._fault
        self._show(TeamView(colleagues, is_whole, code, message))

    def _moment(self) -> Moment:
        """Now, by the server's clock as far as it was heard."""
        if self._server is None:
            return Moment(self._clock.monotonic(), arrival=self._clock.now())
        at, monotonic = self._server
        return Moment(monotonic, server=at)

    def _ask(self) -> None:
        now = self._clock.monotonic()
        if self._listed_at is None or now - self._listed_at >= LIST_FOR_S:
            self._listed_at = now
            self._scope.start(self._learn(), name="team_names")

    async def _learn(self) -> None:
        """Names for whoever no event speaks of; without the list the events' names serve."""
        before, self._fault = self._fault, ("", "")
        try:
            entries = await self._ask_list()
        except ApiCodeMissingError:
            self._listed_at = None
        except AgentDeskError as error:
            self._listed_at = None
            _log.info("no list of extensions: %s", error.code)
            if isinstance(error, ApiCodeError):
                self._fault = (error.code, error.message)
        else:
            names = {
                each.sip: Listed(each.user_name or each.name, each.speed_dial) for each in entries
            }
            self._desk.people.learn(names)
            self._is_whole_due = True
        self._is_whole_due |= self._fault != before
        self.look()
