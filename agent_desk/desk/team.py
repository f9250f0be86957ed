"""The colleagues: who they are, what they do now and since when, found by a few words.

Whether somebody is free follows from the calls on their extension alone, their status from what
the service last said of it (Voicenter: extension object). Of a running call only the queue it came
through is kept, nothing of whom it is with.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from agent_desk.core.folding import folded
from agent_desk.desk.phases import by_call_id, phase_of
from agent_desk.desk.state import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from agent_desk.desk.moment import Moment
    from agent_desk.desk.people import People
    from agent_desk.desk.state import Direction
    from agent_desk.voicenter.events import Call, Extension

AVAILABLE: Final = 1
SIGNED_OUT: Final = 2

# Stamps are whole seconds: a timer that differs by less runs on as it did.
_JITTER_S: Final = 2.0
# The call that says most of what a person does, of several on one extension.
_WEIGHTS: Final = {
    Phase.TALKING: 0,
    Phase.CUSTOMER_RINGING: 1,
    Phase.AGENT_UP: 1,
    Phase.DIALING: 2,
    Phase.AGENT_RINGING: 2,
    Phase.HELD: 3,
    Phase.RINGING: 4,
}


class Standing(IntEnum):
    """What a colleague is to whoever looks for one; in the order in which states are sorted.

    ``ON_CALL``: a call rings, is dialled or runs. ``FREE``: none does, and they take some.
    ``AWAY``: another status. ``OUT``: signed out. ``UNSEEN``: this sign-in is not told.
    """

    FREE = 0
    ON_CALL = 1
    AWAY = 2
    OUT = 3
    UNSEEN = 4


class Order(Enum):
    """How the list is sorted; favourites always come first."""

    NAME = "name"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Colleague:
    """One extension and who works on it.

    ``sip`` is what is called, ``short`` what people dial (a speed dial, where known). ``phase`` is
    that of the call that says most, ``None`` without one; ``calls`` counts all. ``since`` is the
    UTC time at which that phase, else the status, began by the service's clock, ``timer_from`` the
    monotonic second at which its timer stood at zero; both ``None`` where nobody knows.
    """

    sip: str
    name: str = field(default="", repr=False)
    short: str = ""
    standing: Standing = Standing.UNSEEN
    status_code: int | None = None
    phase: Phase | None = None
    call_id: str = field(default="", repr=False)
    calls: int = 0
    queue_id: int | None = None
    queue_name: str = ""
    direction: Direction | None = None
    since: datetime | None = None
    timer_from: float | None = None
    last_call_at: datetime | None = None
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class TeamView:
    """News of the team.

    ``colleagues`` are those who changed, or with ``is_whole`` everybody: who is not among them is
    gone. ``fault_code`` and ``fault_message`` say why the organisation's list of extensions could
    not be read, where it was asked for.
    """

    colleagues: tuple[Colleague, ...] = ()
    is_whole: bool = False
    fault_code: str = ""
    fault_message: str = field(default="", repr=False)


class Team:
    """Everybody's rows, each built anew only where its extension is spoken of.

    ``own`` marks the agent's extensions. Nothing here is asked for while nobody looks.
    """

    def __init__(self, people: People) -> None:
        self._people = people
        self._rows: dict[str, Colleague] = {}

    def build(self, moment: Moment, own: tuple[str, ...]) -> tuple[Colleague, ...]:
        """Everybody, as of now; also those whom only the list of extensions knows."""
        people, rows = self._people, self._rows
        before = rows.get
        self._rows = {
            sip: _colleague(extension, people, moment, own, before(sip))
            for sip, extension in people.extensions.items()
        }
        for sip in people.listed:
            if sip not in self._rows:
                self._rows[sip] = Colleague(sip, people.agent_name(sip), people.short(sip))
        return tuple(self._rows.values())

    def renew(
        self, sips: Iterable[str], moment: Moment, own: tuple[str, ...]
    ) -> tuple[Colleague, ...]:
        """Of ``sips`` those that look different now."""
        changed = []
        for sip in sips:
            extension = self._people.extensions.get(sip)
            if extension is None:
                continue  # gone since; the snapshot that said so builds everybody
            before = self._rows.get(sip)
            after = _colleague(extension, self._people, moment, own, before)
            if after != before:
                self._rows[sip] = after
                changed.append(after)
        return tuple(changed)


def _colleague(
    extension: Extension,
    people: People,
    moment: Moment,
    own: tuple[str, ...],
    before: Colleague | None,
) -> Colleague:
    sip = extension.sip
    code = extension.status_code or None
    name, short, is_own = people.agent_name(sip), people.short(sip), sip in own
    if not extension.calls:
        since = extension.status_since
        return Colleague(
            sip,
            name,
            short,
            _standing(extension),
            code,
            since=since,
            timer_from=_timer(since, moment, before),
            last_call_at=extension.last_call_at,
            is_own=is_own,
        )
    calls = by_call_id(extension.calls)
    phase, call = _main(calls.values())
    since, timer_from = _call_timer(call, phase, moment, before)
    return Colleague(
        sip,
        name,
        short,
        Standing.ON_CALL,
        code,
        phase,
        call.call_id,
        len(calls),
        call.queue_id,
        people.queue_name(call.queue_id),
        call.direction,
        since,
        timer_from,
        extension.last_call_at,
        is_own,
    )


def _standing(extension: Extension) -> Standing:
    if extension.status_code == AVAILABLE:
        return Standing.FREE
    if extension.status_code == SIGNED_OUT:
        return Standing.OUT
    return Standing.AWAY if extension.status_code or extension.online_user_id else Standing.OUT


def _main(calls: Iterable[Call]) -> tuple[Phase, Call]:
    ranked = [(phase_of(call), call) for call in calls]
    return min(ranked, key=lambda each: _WEIGHTS[each[0]])


def _call_timer(
    call: Call, phase: Phase, moment: Moment, before: Colleague | None
) -> tuple[datetime | None, float | None]:
    """Since when the call is as it is; the service says so of rings and talks, not of holds."""
    if phase is Phase.TALKING:
        since = call.answered_at or call.started_at
        return since, _timer(since, moment, before)
    is_known = before is not None and before.call_id == call.call_id
    if before is not None and is_known and before.phase is phase:
        return before.since, before.timer_from
    if phase is Phase.HELD:
        return (moment.at, moment.monotonic) if is_known else (None, None)
    return call.started_at, _timer(call.started_at, moment, before)


def _timer(since: datetime | None, moment: Moment, before: Colleague | None) -> float | None:
    if since is None or moment.at is None:
        return None
    began = moment.monotonic - max((moment.at - since).total_seconds(), 0.0)
    if before is not None and before.since == since and before.timer_from is not None:
        return before.timer_from if abs(before.timer_from - began) < _JITTER_S else began
    return began


# ------------------------------------------------------------------------------------- the list

_Key: TypeAlias = tuple[bool, int, str, int, str]


class TeamList:
    """Who of the team is shown, and in which order; told of one change at a time.

    A list on the screen has to be told before and after rows come and go, so that adding,
    dropping and replacing are steps of their own: see ``place``, ``wanted_place``.
    """

    def __init__(self) -> None:
        self._all: dict[str, Colleague] = {}
        self._keys: list[_Key] = []
        self._key_of: dict[str, _Key] = {}
        self._folded: dict[str, str] = {}
        self._needles: tuple[str, ...] = ()
        self._standing: Standing | None = None
        self._order = Order.NAME
        self._favourites: frozenset[str] = frozenset()

    # ----------------------------------------------------------------------------------- choices

    def choose(
        self,
        *,
        words: str | None = None,
        standing: Standing | None = None,
        order: Order = Order.NAME,
        favourites: frozenset[str] = frozenset(),
    ) -> None:
        """What to show and how; ``words`` ``None`` leaves them. Then ``sift``."""
        if words is not None:
            self._needles = tuple(folded(words).split())
        self._standing, self._order, self._favourites = standing, order, favourites

    def is_favourite(self, sip: str) -> bool:
        """Whether it stands above the others."""
        return sip in self._favourites

    # ------------------------------------------------------------------------------------- whole

    def fill(self, colleagues: Iterable[Colleague]) -> None:
        """Take these for everybody, then ``sift``."""
        self._all = {each.sip: each for each in colleagues}
        self._folded = {}

    def sift(self) -> None:
        """Decide anew who is shown, in which order."""
        wanted = [self._key(each) for each in self._all.values() if self._is_wanted(each)]
        wanted.sort()
        self._keys = wanted
        self._key_of = {key[-1]: key for key in wanted}

    # ----------------------------------------------------------------------------------- one row

    def place(self, sip: str) -> int | None:
        """At which row an extension is shown; ``None`` where it is not."""
        key = self._key_of.get(sip)
        return None if key is None else bisect_left(self._keys, key)

    def stays(self, colleague: Colleague) -> bool:
        """Whether these news leave their row where it is, or hidden."""
        key = self._key(colleague) if self._is_wanted(colleague) else None
        return key == self._key_of.get(colleague.sip)

    def keep(self, colleague: Colleague) -> None:
        """Take the news; where the row is shown stays as it was."""
        self._all[colleague.sip] = colleague

    def drop(self, sip: str) -> None:
        """Show the row of an extension, which is shown, no longer."""
        del self._keys[bisect_left(self._keys, self._key_of.pop(sip))]

    def wanted_place(self, sip: str) -> int | None:
        """Where a row that is not shown belongs; ``None`` where it is not wanted."""
        colleague = self._all[sip]
        if not self._is_wanted(colleague):
            return None
        return bisect_left(self._keys, self._key(colleague))

    def add(self, sip: str) -> None:
        """Show the row where it belongs."""
        key = self._key_of[sip] = self._key(self._all[sip])
        insort(self._keys, key)

    # ------------------------------------------------------------------------------------ reading

    def __len__(self) -> int:
        return len(self._keys)

    def at(self, row: int) -> Colleague:
        """Who is shown at ``row``."""
        return self._all[self._keys[row][-1]]

    def get(self, sip: str) -> Colleague | None:
        """Whoever works on an extension, shown or not."""
        return self._all.get(sip)

    def everybody(self) -> Iterable[Colleague]:
        """All rows, shown or not."""
        return self._all.values()

    # ----------------------------------------------------------------------------------- internal

    def _is_wanted(self, colleague: Colleague) -> bool:
        if self._standing is not None and colleague.standing is not self._standing:
            return False
        if not self._needles:
            return True
        words = f"{self._fold(colleague.name)} {colleague.sip.casefold()} {colleague.short}"
        return all(needle in words for needle in self._needles)

    def _key(self, colleague: Colleague) -> _Key:
        sip = colleague.sip
        rank = colleague.standing.value if self._order is Order.STATE else 0
        # As a person counts: a longer number of the same name comes after a shorter one.
        name = self._fold(colleague.name or sip)
        return sip not in self._favourites, rank, name, len(sip), sip

    def _fold(self, name: str) -> str:
        found = self._folded.get(name)
        if found is None:
            found = self._folded[name] = folded(name)
        return found
