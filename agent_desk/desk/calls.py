"""Every call on every extension: complete snapshots in, transitions out.

Each message carries all calls that are live on an extension, so the table never believes an event:
it compares the list with the one before. A doubled or late message changes nothing, a lost one is
made up for by the next. Reason and cause only explain (Voicenter: call state machine).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from agent_desk.desk.line import LATE_TO, Line
from agent_desk.desk.moment import Moment
from agent_desk.desk.phases import by_call_id
from agent_desk.desk.state import CallKey, Outcome, TransitionKind
from agent_desk.desk.track import RING_PAUSE_S, Track
from agent_desk.voicenter.events import Direction, ExtensionReason, HangupCause, QueueReason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from agent_desk.desk.state import CallFacts, Transition
    from agent_desk.voicenter.events import (
        Call,
        Extension,
        ExtensionChanged,
        ExtensionsSnapshot,
        QueueChanged,
        ServerTime,
    )

_STALE_FROM: Final = timedelta(seconds=1)

_WAIT_IN_QUEUE_S: Final = 600.0
"""How long a stopped ring is kept open because the caller still waits in a queue."""

_FORGET_AFTER_S: Final = 600.0

_SILENT: Final = frozenset({ExtensionReason.STATUS, ExtensionReason.UNKNOWN})


class CallTable:
    """All calls this sign-in may see.

    ``is_waiting`` says whether a caller still waits in a queue: as long as one does, a stopped
    ring is no missed call yet. Ended calls are kept for ten minutes, ``max_ended`` at most, and
    the mere ids of ``max_remembered`` older ones, so that a late message does not end them again.
    """

    def __init__(
        self,
        is_waiting: Callable[[str], bool],
        *,
        max_ended: int = 4096,
        max_remembered: int = 200_000,
    ) -> None:
        self._max_ended = max_ended
        self._max_remembered = max_remembered
        self._is_waiting = is_waiting
        self._lines: dict[str, Line] = {}
        self._tracks: dict[CallKey, Track] = {}
        # Tuples: thousands are kept, nearly all of one extension.
        self._extensions_of: dict[str, tuple[str, ...]] = {}
        self._open: set[CallKey] = set()
        self._ended: dict[CallKey, float] = {}
        # Every call that is no longer in the table, and whether its end has been told.
        self._remembered: dict[CallKey, bool] = {}

    def begin_connection(self) -> None:
        """Another server's clock counts from here; what is live stays until its first snapshot."""
        for line in self._lines.values():
            line.begin_connection()

    def is_stale(self, event: ExtensionChanged) -> bool:
        """Whether ``event`` is 1 to 5 s older than what its extension last said of itself.

        One that is older still is taken for a change of the server's clock.
        """
        line = self._lines.get(event.extension.sip)
        if line is None or line.server_at is None or event.server_time is None:
            return False
        return _STALE_FROM <= line.server_at - event.server_time.at <= LATE_TO

    def apply(self, event: ExtensionChanged, moment: Moment) -> list[Transition]:
        """One extension's complete new state; a stale event changes nothing."""
        now = _by_server(event.server_time, moment)
        found = self.expire(now)
        if not self.is_stale(event):
            found += self._apply(event.extension, now, event)
        return found

    def apply_snapshot(self, snapshot: ExtensionsSnapshot, moment: Moment) -> list[Transition]:
        """The complete state of every extension; those left out have no calls any more.

        Unless entries of it could not be read: then nothing is concluded from an absence.
        """
        now = _by_server(snapshot.server_time, moment)
        found = self.expire(now)
        for extension in snapshot.extensions:
            found += self._apply(extension, now)
        if snapshot.malformed == 0:
            present = {extension.sip for extension in snapshot.extensions}
            for sip in self._lines.keys() - present:
                is_tie = self._lines[sip].miss(now)
                found += self._end_others(sip, frozenset(), now, is_tie=is_tie)
        return found

    def apply_queue(self, event: QueueChanged, moment: Moment) -> list[Transition]:
        """Somebody left a queue: that ends a call whose ring has stopped, or says who took it."""
        now = _by_server(event.server_time, moment)
        found = self.expire(now)
        for sip in sorted(self._extensions_of.get(event.call_id, ())):
            key = CallKey(sip, event.call_id)
            track = self._tracks[key]
            if event.reason is QueueReason.ABANDONED:
                found += self._settle(key, track.caller_left(now))
            elif event.reason is QueueReason.ANSWER or event.queue.answered_by:
                track.queue_answered(event.queue.answered_by)
        return found

    def expire(self, now: Moment) -> list[Transition]:
        """End the calls whose ring stopped too long ago; forget what ended long ago."""
        found: list[Transition] = []
        for key in sorted(self._due(now.monotonic)):
            track = self._tracks[key]
            if track.is_withheld:
                self._open.discard(key)
                found += track.believe(now)
                continue
            is_patient = now.monotonic - track.stopped_at < _WAIT_IN_QUEUE_S
            if is_patient and self._is_waiting(key.call_id):
                track.postpone(now.monotonic + RING_PAUSE_S)
            else:
                found += self._settle(key, track.end(None, now))
        self._forget(now.monotonic - _FORGET_AFTER_S)
        return found

    def finish(self) -> list[Transition]:
        """Nothing more will come: end whatever has stopped ringing. Live calls stay live."""
        found: list[Transition] = []
        for key in sorted(key for key in self._open if not self.is_live(key)):
            track = self._tracks[key]
            found += self._settle(key, track.end(None, Moment(track.stopped_at)))
        return found

    @property
    def next_due(self) -> float | None:
        """The monotonic second at which ``expire`` will have something to say."""
        due = (self._tracks[key].due_at for key in self._open)
        return min((at for at in due if at is not None), default=None)

    def get(self, key: CallKey) -> CallFacts | None:
        """A call as it stands; ``None`` when unknown or forgotten."""
        track = self._tracks.get(key)
        return track.facts if track else None

    def has_seen(self, key: CallKey) -> bool:
        """Whether a call is or ever was in the table, as far back as it remembers."""
        return key in self._tracks or key in self._remembered

    def calls(self) -> list[CallFacts]:
        """Every call that is not forgotten yet, oldest first."""
        return [track.facts for track in self._tracks.values()]

    def is_live(self, key: CallKey) -> bool:
        """Whether the last message of its extension lists the call."""
        line = self._lines.get(key.extension)
        return line is not None and key.call_id in line.live

    def live(self) -> dict[str, list[str]]:
        """The ids of live calls, sorted, of the extensions that have any."""
        return {sip: sorted(line.live) for sip, line in self._lines.items() if line.live}

    def seen(self) -> dict[str, int]:
        """How many different calls each extension has had."""
        return {sip: line.seen for sip, line in self._lines.items() if line.seen}

    def lines(self, follow: frozenset[str] | None = None) -> Iterable[Line]:
        """What was told of each extension, of those in ``follow`` only where that is given."""
        return (line for sip, line in self._lines.items() if follow is None or sip in follow)

    def _line(self, sip: str) -> Line:
        line = self._lines.get(sip)
        if line is None:
            line = self._lines[sip] = Line()
        return line

    def _apply(
        self,
        extension: Extension,
        now: Moment,
        event: ExtensionChanged | None = None,
    ) -> list[Transition]:
        line = self._line(extension.sip)
        is_tie = line.hear(now)
        live = by_call_id(extension.calls)
        found: list[Transition] = []
        keep = frozenset(live)
        if event is not None:
            found += self._hear_reason(event, live, now)
            if event.malformed:
                # One of these may be the call that could not be read.
                keep |= line.live | line.missing
        elif extension.current_call is not None:
            self._remember(CallKey(extension.sip, extension.current_call.call_id))
        found += self._end_others(extension.sip, keep, now, is_tie=is_tie)
        announced = _announced_id(event)
        for call_id, call in live.items():
            is_first_news = call_id == announced
            found += self._see(extension, call, now, is_first_news=is_first_news, is_tie=is_tie)
        return found

    def _hear_reason(
        self, event: ExtensionChanged, live: dict[str, Call], now: Moment
    ) -> list[Transition]:
        """What the event says of a call that it does not list as live."""
        sip, call = event.extension.sip, event.extension.current_call
        is_hangup = event.reason is ExtensionReason.HANGUP
        call_id = call.call_id if call else event.hangup_call_id if is_hangup else ""
        if not call_id or call_id in live:
            return []
        key = CallKey(sip, call_id)
        if event.reason in _SILENT:
            self._remember(key)
            return []
        track = self._tracks.get(key)
        if track is None:
            if call is None or self._remembered.get(key, False):
                return []
            track = self._track(key, call)
            track.see(call, now)  # what it was while it lived is not news any more
        cause = event.cause if is_hangup else HangupCause.NONE
        dial_status = event.dial_status if is_hangup else ""
        step = track.leave if track.is_live or track.is_missing else track.explain
        return self._settle(key, step(now, cause, dial_status, call))

    def _see(
        self,
        extension: Extension,
        call: Call,
        now: Moment,
        *,
        is_first_news: bool,
        is_tie: bool,
    ) -> list[Transition]:
        sip = extension.sip
        key = CallKey(sip, call.call_id)
        track = self._tracks.get(key) or self._track(key, call)
        line = self._lines[sip]
        is_new = not track.is_live or track.is_withheld
        before = track.facts
        found = track.see(call, now, is_first_news=is_first_news, is_tie=is_tie)
        if track.is_doubtful:
            line.doubt(now)
        if is_new:
            line.live.add(call.call_id)
            line.missing.discard(call.call_id)
            self._ended.pop(key, None)
            if track.is_withheld:
                self._open.add(key)
            else:
                self._open.discard(key)
        if track.facts is before:
            return found
        if is_new:
            found = self._end_merged(sip, call, now) + found
        is_taken = call.direction is Direction.INCOMING and any(
            transition.kind is TransitionKind.ANSWERED for transition in found
        )
        if is_taken and len(self._extensions_of[call.call_id]) > 1:
            found += self._tell_others(extension, call.call_id, now)
        return found

    def _end_merged(self, sip: str, call: Call, now: Moment) -> list[Transition]:
        """A transferred call replaces those it was made of; their ring did not go unanswered."""
        found: list[Transition] = []
        for call_id in call.related_call_ids:
            key = CallKey(sip, call_id)
            if key in self._open:
                found += self._settle(key, self._tracks[key].end(Outcome.TRANSFERRED, now))
        return found

    def _tell_others(self, taker: Extension, call_id: str, now: Moment) -> list[Transition]:
        name = taker.agent_name or taker.user_name or taker.sip
        found: list[Transition] = []
        for sip in sorted(set(self._extensions_of[call_id]) - {taker.sip}):
            key = CallKey(sip, call_id)
            found += self._settle(key, self._tracks[key].taken_by(name, now))
        return found

    def _end_others(
        self, sip: str, keep: frozenset[str], now: Moment, *, is_tie: bool
    ) -> list[Transition]:
        """End, without a reason, what is tracked as live on ``sip`` and not in ``keep``."""
        found: list[Transition] = []
        line = self._lines[sip]
        for call_id in sorted((line.live | line.missing) - keep):
            key = CallKey(sip, call_id)
            track = self._tracks[key]
            found += self._settle(key, track.leave(now, is_tie=is_tie))
            if track.is_doubtful:
                line.doubt(now)
        return found

    def _settle(self, key: CallKey, found: list[Transition]) -> list[Transition]:
        """Put a call where its state says it belongs."""
        track = self._tracks[key]
        line = self._lines[key.extension]
        if not track.is_live:
            line.live.discard(key.call_id)
        if track.is_missing:
            line.missing.add(key.call_id)
        else:
            line.missing.discard(key.call_id)
        if track.is_over:
            self._open.discard(key)
            self._ended.setdefault(key, track.stopped_at)
        elif not track.is_live:
            self._open.add(key)
        return found

    def _track(self, key: CallKey, call: Call) -> Track:
        """Follow a call that is not in the table."""
        self._count(key)
        track = Track(key, call, has_ended=self._remembered.pop(key, False))
        self._tracks[key] = track
        self._extensions_of[key.call_id] = (
            *self._extensions_of.get(key.call_id, ()),
            key.extension,
        )
        return track

    def _remember(self, key: CallKey) -> None:
        """Count a call that is only mentioned."""
        if key not in self._tracks:
            self._count(key)
            self._remembered.setdefault(key, False)

    def _count(self, key: CallKey) -> None:
        if key not in self._remembered:
            self._lines[key.extension].seen += 1

    def _due(self, monotonic: float) -> Iterable[CallKey]:
        for key in self._open:
            due_at = self._tracks[key].due_at
            if due_at is not None and due_at <= monotonic:
                yield key

    def _forget(self, before: float) -> None:
        while self._ended:
            key, ended_at = next(iter(self._ended.items()))
            if ended_at > before and len(self._ended) <= self._max_ended:
                break
            del self._ended[key], self._tracks[key]
            others = tuple(
                sip for sip in self._extensions_of.pop(key.call_id) if sip != key.extension
            )
            if others:
                self._extensions_of[key.call_id] = others
            self._remembered[key] = True
        while len(self._remembered) > self._max_remembered:
            del self._remembered[next(iter(self._remembered))]


def _by_server(server_time: ServerTime | None, moment: Moment) -> Moment:
    return moment if server_time is None else replace(moment, server=server_time.at)


def _announced_id(event: ExtensionChanged | None) -> str:
    """The call that this event reports as new, if it does."""
    if event is None or event.reason is not ExtensionReason.NEWCALL:
        return ""
    call = event.extension.current_call
    return call.call_id if call else ""
