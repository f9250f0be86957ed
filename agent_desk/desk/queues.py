"""Who waits in which queue and since when, and how those who left have left.

Each queue event brings the whole list of those who still wait (Voicenter: QueueEvent), so that
every message mends what was lost before it. Who left is named by nothing but the event's own id.
Who is merely missing from a list has left while nobody saw how: that is never told as giving up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from agent_desk.desk.day import day_began, day_ends
from agent_desk.desk.gave_up import GaveUp, GaveUpList
from agent_desk.desk.moment import Moment
from agent_desk.desk.queue_view import QueueView, Waiting
from agent_desk.voicenter.events import (
    Direction,
    ExtensionChanged,
    QueueChanged,
    QueueReason,
    QueuesSnapshot,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.voicenter.events import Event, QueueCall

_REMEMBERED: Final = timedelta(days=7)
_LATE: Final = timedelta(seconds=5)
_AT_ONCE: Final = timedelta(0)
_MOST_LEFT: Final = 8192
_TALKS: Final = frozenset({Direction.INCOMING, Direction.OUTGOING})


class _How(Enum):
    ANSWERED = "answered"
    ABANDONED = "abandoned"
    MOVED = "moved"
    UNSEEN = "unseen"


@dataclass(slots=True)
class _Left:
    """How one caller has left one queue; ``caller`` is unknown where the leaving came first."""

    how: _How
    at: datetime
    caller: Waiting | None


@dataclass(slots=True)
class _Line:
    """One queue as it stands; ``heard_at`` is the server's time of the last event."""

    name: str = ""
    callers: dict[str, Waiting] = field(default_factory=dict)
    heard_at: datetime | None = None
    answered: int = 0
    abandoned: int = 0
    view: QueueView | None = None


class Queues:
    """Takes events; whatever can be shown is asked for afterwards.

    ``now`` is when it begins. ``version`` grows with every change of what can be shown.
    """

    def __init__(self, region: str, now: datetime) -> None:
        self._lines: dict[int, _Line] = {}
        self._left: dict[tuple[int, str], _Left] = {}
        self._gave_up = GaveUpList(region)
        self._ahead: timedelta | None = None
        self._views: tuple[QueueView, ...] | None = None
        self._ends = day_ends(now)
        self.since = now
        self.nameless = 0
        self.unseen = 0
        self.version = 0

    # ------------------------------------------------------------------------------------- input

    def take(self, event: Event, monotonic: float, arrival: datetime) -> None:
        """Learn from an event, which came at ``arrival`` by the clock of this PC."""
        if isinstance(event, QueueChanged):
            self._take_change(event, self._moment(event, monotonic, arrival))
        elif isinstance(event, QueuesSnapshot):
            self._take_snapshot(event, self._moment(event, monotonic, arrival))
        elif isinstance(event, ExtensionChanged):
            for call in event.extension.calls:
                if call.is_answered and call.direction in _TALKS:
                    self.reached(call.number, call.answered_at or arrival)

    def begin_connection(self) -> None:
        """What comes next comes over another connection: earlier times say nothing of it."""
        for line in self._lines.values():
            line.heard_at = None

    def reached(self, number: PhoneNumber, at: datetime) -> None:
        """Somebody talked with this person: whatever is older is no longer to be called back."""
        if self._gave_up.reach(number, at):
            self.version += 1

    def settle(self, person: str) -> None:
        """A person said that one entry is done; giving up again makes a new one."""
        if self._gave_up.settle(person):
            self.version += 1

    def set_region(self, region: str) -> None:
        """Read numbers without a prefix as those of ``region``."""
        self._gave_up.set_region(region)
        self.version += 1

    def pass_by(self, now: datetime) -> None:
        """Time goes by: a new day is counted anew, and old entries go."""
        if now < self._ends:
            return
        self._ends = day_ends(now)
        self.since = day_began(now)
        self.nameless = self.unseen = 0
        for line in self._lines.values():
            line.answered = line.abandoned = 0
            line.view = None
        self._gave_up.forget_before(now - _REMEMBERED)
        self._change()

    # ------------------------------------------------------------------------------------ output

    @property
    def queues(self) -> tuple[QueueView, ...]:
        """All queues by name; one that has not changed is the same object as before."""
        if self._views is None:
            views = (_view(queue_id, line) for queue_id, line in self._lines.items())
            by_name = sorted(views, key=lambda view: (view.name.casefold(), view.queue_id))
            self._views = tuple(by_name)
        return self._views

    @property
    def gave_up(self) -> list[GaveUp]:
        """Who is to be called back, the newest first."""
        return self._gave_up.newest()

    def count_waiting(self, monotonic: float, *, least_s: float) -> int:
        """How many callers wait so long or longer."""
        latest = monotonic - least_s
        return sum(
            caller.waits_from <= latest
            for line in self._lines.values()
            for caller in line.callers.values()
        )

    # ---------------------------------------------------------------------------------- internal

    def _moment(
        self, event: QueueChanged | QueuesSnapshot, monotonic: float, arrival: datetime
    ) -> Moment:
        """When the event was sent by the server's clock, which one without a time goes on with."""
        if event.server_time is not None:
            self._ahead = event.server_time.at - arrival
        server = None if self._ahead is None else arrival + self._ahead
        return Moment(monotonic, server=server, arrival=server or arrival)

    def _take_snapshot(self, event: QueuesSnapshot, moment: Moment) -> None:
        if event.malformed == 0:
            there = {queue.queue_id for queue in event.queues}
            for queue_id in [known for known in self._lines if known not in there]:
                self._replace(queue_id, self._lines[queue_id], (), moment)
                del self._lines[queue_id]
                self._change()
        for queue in event.queues:
            line = self._line(queue.queue_id, queue.name)
            self._replace(queue.queue_id, line, queue.calls, moment)
            line.heard_at = None if event.server_time is None else event.server_time.at

    def _take_change(self, event: QueueChanged, moment: Moment) -> None:
        queue = event.queue
        line = self._line(queue.queue_id, queue.name)
        is_late = self._is_late(line, event)
        has_left = event.reason not in (QueueReason.JOIN, QueueReason.UNKNOWN)
        if has_left and event.call_id:
            self._take_leave(line, event, moment)
        if is_late:
            for call in queue.calls:
                self._has_left(line, (queue.queue_id, call.call_id), call, moment)
            return
        self._replace(queue.queue_id, line, queue.calls, moment)
        if event.server_time is not None:
            line.heard_at = event.server_time.at

    def _is_late(self, line: _Line, event: QueueChanged) -> bool:
        """Whether an event after it was applied already, so that its list is out of date.

        Times are whole seconds: of the same second is late what says nothing new.
        """
        back = _AT_ONCE
        if event.server_time is not None and line.heard_at is not None:
            back = line.heard_at - event.server_time.at
        if back != _AT_ONCE:
            return _AT_ONCE < back <= _LATE
        if event.reason is QueueReason.JOIN:
            return event.call_id in line.callers
        left = self._left.get((event.queue.queue_id, event.call_id))
        is_gone = left is not None and left.how is not _How.UNSEEN
        return is_gone and event.call_id not in line.callers

    def _take_leave(self, line: _Line, event: QueueChanged, moment: Moment) -> None:
        key, at = (event.queue.queue_id, event.call_id), _at(moment)
        caller, before = line.callers.get(event.call_id), self._left.get(key)
        if before is not None and (caller is None or at < (caller.joined_at or at)):
            if before.how is not _How.UNSEEN:
                return  # said before: of a caller who joined again the event is of the first time
            self.unseen = max(self.unseen - 1, 0)
            caller = before.caller
        line.callers.pop(event.call_id, None)
        line.view = None
        self._change()
        left = _Left(_how(event), at, caller)
        self._remember(key, left)
        line.answered += left.how is _How.ANSWERED
        line.abandoned += left.how is _How.ABANDONED
        self.nameless += left.how is _How.ABANDONED
        if caller is not None:
            self._conclude(
                line, left, caller, moment.seconds_since(caller.joined_at, caller.waits_from)
            )

    def _conclude(self, line: _Line, left: _Left, caller: Waiting, waited_s: int) -> None:
        """Whoever gave up is to be called back, whoever was answered no longer."""
        number = caller.number
        if left.how is _How.ANSWERED:
            self.reached(number, left.at)
        elif left.how is _How.ABANDONED and number:
            self.nameless = max(self.nameless - 1, 0)
            entry = GaveUp("", number, left.at, waited_s, caller.name, line.name)
            self._gave_up.add(entry)

    def _replace(
        self, queue_id: int, line: _Line, calls: Iterable[QueueCall], moment: Moment
    ) -> None:
        """These wait now, and nobody else."""
        callers = {}
        for call in calls:
            key = (queue_id, call.call_id)
            if self._has_left(line, key, call, moment):
                continue
            left = self._left.get(key)
            if left is not None and left.how is _How.UNSEEN:
                self.unseen = max(self.unseen - 1, 0)
                del self._left[key]
            callers[call.call_id] = _waiting(call, line.callers.get(call.call_id), moment)
        if list(callers.items()) == list(line.callers.items()):
            return
        for call_id in [known for known in line.callers if known not in callers]:
            left = _Left(_How.UNSEEN, _at(moment), line.callers[call_id])
            self._remember((queue_id, call_id), left)
            self.unseen += 1
        line.callers = callers
        line.view = None
        self._change()

    def _has_left(self, line: _Line, key: tuple[int, str], call: QueueCall, moment: Moment) -> bool:
        """Whether a list is older than what is known of this caller, who has left.

        Who was merely missing, or joined again since, waits. Of somebody who left before anybody
        knew of them the list tells who it was.
        """
        left = self._left.get(key)
        if left is None or left.how is _How.UNSEEN:
            return False
        first = left.at
        if left.caller is not None and left.caller.joined_at is not None and call.joined_at:
            first = left.caller.joined_at
        if (call.joined_at or _at(moment)) > first:
            return False
        if left.caller is None:
            left.caller = _waiting(call, None, moment)
            waited_s = (
                0 if call.joined_at is None else int((left.at - call.joined_at).total_seconds())
            )
            self._conclude(line, left, left.caller, waited_s)
            self._change()
        return True

    def _remember(self, key: tuple[int, str], left: _Left) -> None:
        self._left.pop(key, None)
        self._left[key] = left
        if len(self._left) > _MOST_LEFT:
            # Half of them at once: to find the oldest takes the longer the more have gone.
            for old in list(self._left)[: len(self._left) // 2]:
                del self._left[old]

    def _line(self, queue_id: int, name: str) -> _Line:
        line = self._lines.get(queue_id)
        if line is None:
            line = self._lines[queue_id] = _Line()
            self._change()
        if name and name != line.name:
            line.name = name
            line.view = None
            self._change()
        return line

    def _change(self) -> None:
        self.version += 1
        self._views = None


def _at(moment: Moment) -> datetime:
    assert moment.arrival is not None  # noqa: S101 - ``Queues`` makes none without it
    return moment.arrival


def _how(event: QueueChanged) -> _How:
    if event.reason is QueueReason.ABANDONED:
        return _How.ABANDONED
    is_taken = event.reason is QueueReason.ANSWER or bool(event.queue.answered_by)
    return _How.ANSWERED if is_taken else _How.MOVED


def _waiting(call: QueueCall, known: Waiting | None, moment: Moment) -> Waiting:
    """``call`` as it is shown: the same as before where nothing of it is different."""
    if known is not None and known.joined_at == call.joined_at:
        if (known.number, known.name) == (call.number, call.name):
            return known
        return Waiting(call.call_id, call.number, known.waits_from, call.name, call.joined_at)
    waits_from = moment.timer_from(call.joined_at)
    return Waiting(call.call_id, call.number, waits_from, call.name, call.joined_at)


def _view(queue_id: int, line: _Line) -> QueueView:
    if line.view is None:
        callers = tuple(line.callers.values())
        line.view = QueueView(queue_id, line.name, callers, line.answered, line.abandoned)
    return line.view
