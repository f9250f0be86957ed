"""What a shift tells the history: the calls it sees, and what the call log knows besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from agent_desk.desk.state import TransitionKind
from agent_desk.shift.log_sync import History as LoggedHistory
from agent_desk.shift.log_sync import LogSync

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from concurrent.futures import Future
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.core.tasks import TaskScope
    from agent_desk.desk.history import SyncProgress
    from agent_desk.desk.people import People
    from agent_desk.desk.state import CallFacts, Transition
    from agent_desk.voicenter.call_log import CallLog

# Holds and mutes change nothing that the history shows.
_TOLD: frozenset[TransitionKind] = frozenset(TransitionKind) - {
    TransitionKind.HELD,
    TransitionKind.RESUMED,
    TransitionKind.RECORDING_MUTED,
    TransitionKind.RECORDING_RESUMED,
}


class History(LoggedHistory, Protocol):
    """Where calls are kept: ``store.calls.CallHistory``."""

    def see(
        self, facts: CallFacts, at: datetime, *, name: str = "", queue_name: str = ""
    ) -> Future[None]:
        """A call stands so now."""
        ...


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where calls are kept, and of how many days those of the call log; 0 without end.

    ``watch`` is given what is being kept: it may fail.
    """

    history: History
    days: int
    watch: Callable[[Future[None]], None]


class HistoryFeed:
    """Keeps the calls of a shift, and of the days before what the call log knows.

    ``tell`` hears how a pull from the log stands, ``on_change`` that the history is another now,
    at most once for each ``look``.
    """

    def __init__(
        self,
        keeping: Keeping,
        call_log: CallLog,
        people: People,
        clock: Clock,
        *,
        scope: TaskScope,
        tell: Callable[[SyncProgress], None],
        on_change: Callable[[], None],
    ) -> None:
        self._history = keeping.history
        self._watch = keeping.watch
        self._people = people
        self._clock = clock
        self._days = keeping.days
        self._scope = scope
        self._on_change = on_change
        self._is_changed = False
        self._own: frozenset[str] | None = None
        self._run: asyncio.Task[None] | None = None
        self.sync = LogSync(call_log, keeping.history, clock, tell=tell, on_news=self._note_change)

    def follow(self, own: frozenset[str]) -> None:
        """These are the agent's extensions from now on."""
        self._own = own
        if self._run is not None:
            self._run.cancel()
        self._run = self._scope.start(self.sync.run(own, self._days), name="log_sync")

    def set_days(self, days: int) -> None:
        """Keep what the call log knows of so many days from now on; 0 without end."""
        if days != self._days:
            self._days = days
            if self._own is not None:
                self.follow(self._own)

    def see(self, transition: Transition) -> None:
        """Something happened to one of the agent's calls."""
        if transition.kind not in _TOLD:
            return
        call = transition.call
        kept = self._history.see(
            call,
            transition.at or self._clock.now(),
            queue_name=self._people.queue_name(call.queue_id),
        )
        self._watch(kept)
        kept.add_done_callback(self._on_kept)
        if transition.kind is TransitionKind.ENDED:
            self.sync.call_ended()

    def look(self) -> None:
        """Say that there is something new, if there is."""
        if self._is_changed:
            self._is_changed = False
            self._on_change()

    def _note_change(self) -> None:
        self._is_changed = True

    def _on_kept(self, _kept: Future[None]) -> None:
        self._is_changed = True  # in the store's thread: ``look`` comes by
