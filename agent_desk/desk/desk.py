"""Everything that is known while connected: calls, people, recordings; one event in at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent_desk.desk.calls import CallTable
from agent_desk.desk.guards import Guards
from agent_desk.desk.people import People
from agent_desk.desk.state import Phase
from agent_desk.voicenter.events import (
    ExtensionChanged,
    ExtensionsSnapshot,
    LoginSucceeded,
    MalformedEvent,
    QueueChanged,
    QueuesSnapshot,
    UnknownEvent,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.moment import Moment
    from agent_desk.desk.state import CallFacts, CallKey, Transition
    from agent_desk.voicenter.events import Event

DOUBT_AFTER_S: Final = 1.0
"""Stamps are whole seconds: a snapshot that is asked for so late is newer than what is in doubt."""

RESYNC_AFTER_S: Final = 21.0
"""A lost last hang-up or first ring has no successor: ask for snapshots after so much silence.

Three times before half a minute has passed, and not before the connection has asked for a sign of
life, which it does after 20 s: the answers would keep it from ever doing so.
"""

LINGER_S: Final = 8.0
"""How long a call that is over stays on show."""

# The answer may be lost, too; but a server that never answers must not be pressed.
_ASK_AGAIN_S: Final = 4.0
_ASK_RARELY_S: Final = 30.0
_QUICK_ASKS: Final = 3

# Of the account's extensions, 700 bytes each, so many a second at most, on the average.
_EXTENSIONS_PER_S: Final = 25
_SMALL_VIEW: Final = 25
_MAX_UNKNOWN_NAMES: Final = 100
_MANY_GUARDS: Final = 64


@dataclass(slots=True)
class Counts:
    """What came and what became of it; the first three are those of the ``summary`` line.

    ``left_out`` are unreadable parts of messages that could be used all the same.
    """

    events: int = 0
    stale: int = 0
    malformed: int = 0
    left_out: int = 0


class Desk:
    """The state that the window, ``tail`` and ``replay`` share.

    ``own`` limits what is told to these extensions; ``None`` follows all. The others still tell
    who took a call and whom a number belongs to.
    """

    def __init__(self, own: Iterable[str] | None = None) -> None:
        self._own = None if own is None else frozenset(own)
        self.people = People()
        self.guards = Guards()
        self.counts = Counts()
        self.unknown_names: set[str] = set()
        self._table = CallTable(self.people.is_waiting)
        self._asked_at: float | None = None
        self._asks = 0

    # ------------------------------------------------------------------------------------ input

    def follow(self, own: Iterable[str] | None) -> None:
        """Whose calls to tell of from now on; see ``shown`` for those that are live already."""
        self._own = None if own is None else frozenset(own)

    def begin_connection(self) -> None:
        """The next message comes over a new connection."""
        self._table.begin_connection()

    def apply(self, event: Event, moment: Moment) -> list[Transition]:
        """Take one event; returns what happened to followed calls, in order."""
        self.counts.events += 1
        if isinstance(event, ExtensionChanged):
            return self._followed(self._apply_extension(event, moment))
        if isinstance(event, ExtensionsSnapshot):
            return self._followed(self._apply_snapshot(event, moment))
        if isinstance(event, QueueChanged):
            self.people.take(event)
            return self._followed(self._table.apply_queue(event, moment))
        self._note(event)
        return []

    def expire(self, moment: Moment) -> list[Transition]:
        """End what has waited long enough; call it at ``next_due`` or about once a second."""
        self.guards.tick(moment.monotonic)
        transitions = self._table.expire(moment)
        if len(self.guards) > _MANY_GUARDS:
            self.guards.keep(frozenset(call.key.call_id for call in self._table.calls()))
        return self._followed(transitions)

    def finish(self) -> list[Transition]:
        """Nothing more will come: every ring that stopped gets its outcome."""
        return self._followed(self._table.finish())

    # ----------------------------------------------------------------------------------- output

    @property
    def own(self) -> tuple[str, ...]:
        """The followed extensions, sorted; empty where none is known, or all are followed."""
        return tuple(sorted(self._own or ()))

    @property
    def next_due(self) -> float | None:
        """The monotonic second at which ``expire`` will have something to say."""
        return self._table.next_due

    def shown(self, monotonic: float, *, linger_s: float = LINGER_S) -> tuple[CallFacts, ...]:
        """The followed calls that deserve a card, newest first: live ones and those just over.

        One that was over and may be live again, as far as a doubtful message goes, stays as it was.
        """
        return tuple(
            call
            for call in reversed(self._table.calls())
            if self._is_own(call.key.extension)
            and (
                call.phase not in (Phase.RING_STOPPED, Phase.ENDED)
                or monotonic - call.elapsed_from < linger_s
                or self._table.is_live(call.key)
            )
        )

    def facts(self, key: CallKey) -> CallFacts | None:
        """What is known of one call; ``None`` when unknown or long forgotten."""
        return self._table.get(key)

    def has_seen(self, key: CallKey) -> bool:
        """Whether this call was ever followed here, however long ago."""
        return self._table.has_seen(key)

    def live(self) -> dict[str, list[str]]:
        """The ids of live calls by followed extension, sorted; only extensions that have some."""
        live = self._table.live()
        return {sip: live[sip] for sip in sorted(live) if self._is_own(sip)}

    def calls_seen(self) -> dict[str, int]:
        """How many different calls each followed extension has had so far."""
        seen = self._table.seen()
        return {sip: seen[sip] for sip in sorted(seen) if self._is_own(sip)}

    def needs_resync(self, monotonic: float) -> bool:
        """Whether to ask for snapshots; says so once for each question.

        Because messages about a followed extension contradict each other, or because it fell
        silent, where it has a live call or the view is small. A question is repeated after 4 s,
        from the third on after 30, more rarely where thousands of extensions would come.
        """
        if not self._is_unsure(monotonic):
            self._asks = 0
            return False
        pause_s = _ASK_AGAIN_S if self._asks < _QUICK_ASKS else _ASK_RARELY_S
        pause_s = max(pause_s, len(self.people.extensions) / _EXTENSIONS_PER_S)
        if self._asked_at is not None and monotonic - self._asked_at < pause_s:
            return False
        self._asked_at = monotonic
        self._asks += 1
        return True

    # --------------------------------------------------------------------------------- internal

    def _is_unsure(self, monotonic: float) -> bool:
        is_small = len(self.people.extensions) <= _SMALL_VIEW
        for line in self._table.lines(self._own):
            doubted_at = line.doubted_at
            if doubted_at is not None and monotonic - doubted_at >= DOUBT_AFTER_S:
                return True
            is_followed = is_small or line.live or line.missing
            if is_followed and monotonic - line.heard_at >= RESYNC_AFTER_S:
                return True
        return False

    def _apply_extension(self, event: ExtensionChanged, moment: Moment) -> list[Transition]:
        self.counts.left_out += event.malformed
        if self._table.is_stale(event):
            self.counts.stale += 1
        else:
            self.people.take(event)
            if self._is_own(event.extension.sip):
                self.guards.hear(event.extension.calls, moment.monotonic)
        return self._table.apply(event, moment)

    def _apply_snapshot(self, event: ExtensionsSnapshot, moment: Moment) -> list[Transition]:
        self.counts.left_out += event.malformed
        self.people.take(event)
        for extension in event.extensions:
            if self._is_own(extension.sip):
                self.guards.hear(extension.calls, moment.monotonic)
        return self._table.apply_snapshot(event, moment)

    def _note(self, event: Event) -> None:
        """What has no calls in it."""
        if isinstance(event, LoginSucceeded):
            self.begin_connection()
        elif isinstance(event, MalformedEvent):
            self.counts.malformed += 1
        elif isinstance(event, UnknownEvent):
            if len(self.unknown_names) < _MAX_UNKNOWN_NAMES:
                self.unknown_names.add(event.name)
        else:
            if isinstance(event, QueuesSnapshot):
                self.counts.left_out += event.malformed
            self.people.take(event)

    def _is_own(self, sip: str) -> bool:
        return self._own is None or sip in self._own

    def _followed(self, transitions: list[Transition]) -> list[Transition]:
        return [t for t in transitions if self._is_own(t.call.key.extension)]
