"""Keeps the book of the queues during a shift: heard from events, else asked for."""

from __future__ import annotations

import logging
from math import inf
from typing import TYPE_CHECKING, Final, Protocol

from agent_desk.core.errors import AgentDeskError
from agent_desk.core.link import Link
from agent_desk.desk.queue_view import MOST_GAVE_UP, USUAL, QueuesView
from agent_desk.desk.queues import Queues
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import TransitionKind
from agent_desk.voicenter.active_calls import POLL_S
from agent_desk.voicenter.errors import ApiCodeError
from agent_desk.voicenter.events import (
    ExtensionChanged,
    ExtensionReason,
    QueueChanged,
    QueuesSnapshot,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.core.tasks import TaskScope
    from agent_desk.desk.queue_view import Thresholds
    from agent_desk.desk.state import Transition
    from agent_desk.voicenter.events import Event

GRACE_S: Final = 5.0
"""So long a new connection has to tell of queues before they are asked for."""

_COUNT_S: Final = 1.0

_log = logging.getLogger(__name__)


class Asked(Protocol):
    """Who answers what queues there are now: ``voicenter.active_calls.ActiveCalls``."""

    async def queues(self) -> QueuesSnapshot:
        """All queues with those who wait."""
        ...


class QueueBook:
    """All queues, shown when they are different and somebody watches.

    What comes in is only noted; ``look``, called every quarter or half second, works it out.
    ``show`` gets the whole view, ``count`` how many callers wait too long, watched or not.
    """

    def __init__(
        self,
        show: Callable[[QueuesView], None],
        count: Callable[[int], None],
        asked: Asked,
        *,
        scope: TaskScope,
        clock: Clock,
        region: str,
    ) -> None:
        self._show = show
        self._count = count
        self._asked = asked
        self._scope = scope
        self._clock = clock
        self._region = region
        self._thresholds = USUAL
        self._queues = Queues(region, clock.now())
        self._heard: list[tuple[Event, float, datetime]] = []
        self._link = Link.CONNECTING
        self._is_told = self._is_watched = self._is_asking = self._is_asked = False
        self._known_at: datetime | None = None
        self._error: AgentDeskError | None = None
        self._ask_at = clock.monotonic() + GRACE_S
        self._count_at = -inf
        self._counted = 0
        self._shown = QueuesView()
        self._shown_version = -1

    # -------------------------------------------------------------------------------- the shift

    def hear(self, event: Event, monotonic: float, arrival: datetime) -> None:
        """An event came; noted where it says something of queues or of a call that was answered."""
        if isinstance(event, (QueueChanged, QueuesSnapshot)) or (
            isinstance(event, ExtensionChanged) and event.reason is ExtensionReason.ANSWER
        ):
            self._heard.append((event, monotonic, arrival))

    def see(self, transition: Transition) -> None:
        """Something happened to one of the agent's calls: who answers has been reached."""
        if transition.kind is TransitionKind.ANSWERED:
            self.reached(transition.call.number, transition.at or self._clock.now())

    def see_link(self, link: Link) -> None:
        """The connection changed."""
        if link is self._link:
            return
        self._take_heard()
        self._link = link
        self._is_told = False
        self._ask_at = max(self._ask_at, self._clock.monotonic() + GRACE_S)
        if link is Link.CONNECTED:
            self._queues.begin_connection()

    def look(self) -> None:
        """Time passed: take over what was heard, and show what is different."""
        now = self._clock.monotonic()
        self._take_heard()
        self._queues.pass_by(self._clock.now())
        if now >= self._count_at:
            self._count_at = now + _COUNT_S
            self._tell_count(now)
        if not self._is_watched:
            return
        if not self._is_live and now >= self._ask_at and not self._is_asking:
            self._is_asking = True
            self._ask_at = now + POLL_S
            self._scope.start(self._ask(), name="queues")
        self._tell()

    # ---------------------------------------------------------------------------------- a person

    def watch(self, is_watched: bool) -> None:  # noqa: FBT001 - a slot
        """Whether somebody sees the queues; then the view is shown at once."""
        self._is_watched = is_watched
        if is_watched:
            self._take_heard()
            self._shown_version = -1
            self._tell()

    def settle(self, person: str) -> None:
        """This person need not be called back any more."""
        self._queues.settle(person)
        self._tell_watched()

    def reached(self, number: PhoneNumber, at: datetime) -> None:
        """Somebody talked with this person, from here or elsewhere."""
        self._take_heard()
        self._queues.reached(number, at)

    def refresh(self) -> None:
        """Ask again now where nothing tells by itself: somebody wants it, or the code is known."""
        self._error = None
        self._ask_at = min(self._ask_at, self._clock.monotonic())
        self._tell_watched()

    def set_region(self, region: str) -> None:
        """Read numbers without a prefix as those of ``region``."""
        self._region = region
        self._queues.set_region(region)
        self._tell_watched()

    def set_thresholds(self, thresholds: Thresholds) -> None:
        """Call waits long and too long from these seconds on."""
        self._thresholds = thresholds
        self._count_at = -inf
        self._tell_watched()

    # --------------------------------------------------------------------------------- privately

    @property
    def _is_live(self) -> bool:
        """Whether the queues tell of themselves; a list without any may be all that was sent."""
        return self._link is Link.CONNECTED and self._is_told

    def _take_heard(self) -> None:
        heard, self._heard = self._heard, []
        for event, monotonic, arrival in heard:
            if isinstance(event, QueuesSnapshot) and not event.queues and self._is_asked:
                continue  # this sign-in sees none; those that were asked for stay
            self._queues.take(event, monotonic, arrival)
            if isinstance(event, QueueChanged) or (
                isinstance(event, QueuesSnapshot) and event.queues
            ):
                self._is_told = True
                self._is_asked = False
                self._error = None
                self._known_at = arrival

    async def _ask(self) -> None:
        link = self._link
        try:
            found = await self._asked.queues()
        except AgentDeskError as error:
            _log.info("queues not known: %s", error.code)
            self._error = error
            if isinstance(error, ApiCodeError):
                self._ask_at = inf  # until there is another code, or somebody wants to try
        else:
            if not self._is_live and link is self._link:
                self._queues.take(found, self._clock.monotonic(), self._clock.now())
                self._known_at = self._clock.now()
                self._is_asked = True
                self._error = None
        finally:
            self._is_asking = False
        self._tell_watched()

    def _tell_count(self, now: float) -> None:
        is_known = self._is_live or self._is_asked
        least_s = self._thresholds.too_long_s
        count = self._queues.count_waiting(now, least_s=least_s) if is_known else 0
        if count != self._counted:
            self._counted = count
            self._count(count)

    def _tell_watched(self) -> None:
        if self._is_watched:
            self._tell()

    def _tell(self) -> None:
        is_new = self._queues.version != self._shown_version
        view = self._view(is_new=is_new)
        if is_new or view != self._shown:
            self._shown, self._shown_version = view, self._queues.version
            self._show(view)

    def _view(self, *, is_new: bool) -> QueuesView:
        queues, error, shown = self._queues, self._error, self._shown
        gave_up = tuple(queues.gave_up) if is_new else shown.gave_up
        is_stale = not self._is_live and not (self._is_asked and error is None)
        return QueuesView(
            state=self._state,
            queues=queues.queues,
            gave_up=gave_up[:MOST_GAVE_UP],
            more_gave_up=max(len(gave_up) - MOST_GAVE_UP, 0) if is_new else shown.more_gave_up,
            nameless=queues.nameless,
            unseen=queues.unseen,
            since=queues.since,
            thresholds=self._thresholds,
            region=self._region,
            is_asked=self._is_asked and not self._is_live,
            is_stale=is_stale and self._known_at is not None,
            as_of=None if self._is_live else self._known_at,
            error_code="" if error is None else error.code,
            detail="" if error is None else error.message,
        )

    @property
    def _state(self) -> ListState:
        if self._queues.queues or self._is_live or self._is_asked:
            return ListState.READY
        if self._error is None:
            return ListState.LOADING
        is_locked = isinstance(self._error, ApiCodeError)
        return ListState.NO_CODE if is_locked else ListState.FAILED
