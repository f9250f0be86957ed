"""Context rules of the recording guard: which windows call for a mute, and what a rule then wants.

While a window whose title matches is in front, the current call is muted; when it is left, the rule
resumes what it has muted itself. What a person does in between stays. Choices made here:

- A mute is asked for once for each call and visit. Whoever resumes during the visit has decided.
- A countdown that has resumed counts as such a decision: else one would follow another for ever.
- What somebody else muted, a person or as the service reports another program, is never resumed.
- Our own windows are no place to go: what is behind them counts, and may be closed or renamed.
- A call is muted only while the window is really in front, not behind ours and not unseen.
- Where the front is not known any more, nothing is resumed: nobody has seen the window being left.
- Less than ``FLICKER_S`` away is not away. Muting waits for nothing, resuming waits for this.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent_desk.core.text import clean_text
from agent_desk.desk.current import CAN_MUTE, call_to_mute
from agent_desk.desk.guard import GuardState
from agent_desk.desk.state import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.core.foreground import FrontWindow
    from agent_desk.desk.card import Card
    from agent_desk.desk.guard import GuardView
    from agent_desk.desk.state import CallKey

FLICKER_S: Final = 0.7
"""A window that is away for less has not been left."""

MAX_PATTERNS: Final = 50
MAX_PATTERN: Final = 200
MAX_TITLE: Final = 512
"""So many characters of a title count; those that nobody sees are no characters."""

_ANY: Final = "*"

_IN_FORCE: Final = frozenset(
    {GuardState.MUTING, GuardState.MUTED, GuardState.MUTED_CONFIRMED, GuardState.MUTE_FAILED}
)
_MUTED: Final = frozenset({GuardState.MUTED, GuardState.MUTED_CONFIRMED})
_TO_MUTE: Final = CAN_MUTE | {GuardState.RESUME_FAILED}
# In these nobody else wants it muted.
_NOBODYS: Final = _TO_MUTE - {GuardState.MUTE_FAILED}


class TitlePatterns:
    """What titles are looked for: parts of them, or whole ones with ``*`` for anything.

    Small and capital letters are alike. Empty patterns and those of nothing but ``*`` match no
    title; of very many or long ones only so much counts (``MAX_PATTERNS``, ``MAX_PATTERN``).
    """

    def __init__(self, written: Iterable[str] = ()) -> None:
        plain = (_plain(each, MAX_PATTERN) for each in list(written)[:MAX_PATTERNS])
        self._patterns = tuple(each.split(_ANY) for each in plain if each.strip(f"{_ANY} "))

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def match(self, title: str) -> bool:
        """Whether one of them fits; takes time in proportion to the patterns, not more."""
        plain = _plain(title, MAX_TITLE)
        return any(_fits(parts, plain) for parts in self._patterns)


def _plain(value: str, limit: int) -> str:
    """As it is compared: without what is not seen, in one spelling, small."""
    return unicodedata.normalize("NFKC", clean_text(value, limit)).casefold().strip()


def _fits(parts: list[str], title: str) -> bool:
    if len(parts) == 1:
        return parts[0] in title
    first, *middle, last = parts
    if not title.startswith(first):
        return False
    at = len(first)
    for part in middle:  # the earliest place leaves the most room for the rest
        found = title.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return len(title) - at >= len(last) and title.endswith(last)


@dataclass(frozen=True, slots=True)
class RuleWish:
    """What the rule wants done to the recording of one call."""

    key: CallKey
    muted: bool


@dataclass(slots=True)
class _Served:
    """A call that this visit has seen to.

    ``has_begun`` once its mute was seen to be in force, ``last`` as it then stood; ``is_resumed``
    from the wish to resume until that shows.
    """

    key: CallKey
    is_ours: bool
    has_begun: bool
    last: GuardView
    is_resumed: bool = False


class TitleRule:
    """Decides for one person's windows and calls; every method is something that happened.

    ``at`` is a monotonic second. The result is what to do now, in this order.
    """

    def __init__(self) -> None:
        self._patterns = TitlePatterns()
        self._resumes = True
        self._cards: tuple[Card, ...] = ()
        self._is_visit = False
        self._is_in_front = False
        self._left_at: float | None = None
        self._served: dict[str, _Served] = {}
        self._seen: dict[str, GuardState] = {}

    @property
    def due_at(self) -> float | None:
        """When to ``tick``, if nothing else happens before."""
        return None if self._left_at is None else self._left_at + FLICKER_S

    def set(self, patterns: TitlePatterns, *, resumes: bool) -> None:
        """Another rule from now on. What was muted stays so; a window counts once it is told of."""
        self._patterns = patterns
        self._resumes = resumes
        self._is_visit = self._is_in_front = False
        self._left_at = None
        self._served = {}

    def see(self, front: FrontWindow | None, at: float) -> tuple[RuleWish, ...]:
        """This window is in front now; ``None`` where that is not known."""
        self._is_in_front = False
        if front is None:
            return self._decide(at)
        due_at = self.due_at
        if due_at is not None and at >= due_at:
            self._leave()
        if self._patterns.match(front.behind if front.is_ours else front.title):
            self._is_in_front = not front.is_ours
            if self._is_in_front and not self._is_visit:
                self._arrive()
            self._left_at = None
        elif self._is_visit and self._left_at is None:
            self._left_at = at
        return self._decide(at)

    def follow(self, cards: tuple[Card, ...], at: float) -> tuple[RuleWish, ...]:
        """These are the calls now, newest first."""
        self._cards = cards
        return self._decide(at)

    def tick(self, at: float) -> tuple[RuleWish, ...]:
        """Time passed."""
        return self._decide(at)

    def _decide(self, at: float) -> tuple[RuleWish, ...]:
        due_at = self.due_at
        if due_at is not None and at >= due_at:
            self._leave()
        self._observe()
        if self._is_visit:
            return self._serve() if self._is_in_front else ()
        return self._resume()

    def _arrive(self) -> None:
        self._is_visit = True
        # What was asked for and never came about is asked for again.
        self._served = {key: each for key, each in self._served.items() if each.has_begun}

    def _leave(self) -> None:
        self._is_visit = False
        self._left_at = None
        ours = {key: each for key, each in self._served.items() if each.is_ours}
        self._served = ours if self._resumes else {}

    def _observe(self) -> None:
        """See what became of each mute, and whose it is by now."""
        live = {card.key.call_id: card for card in self._cards if card.phase is not Phase.ENDED}
        for call_id, served in list(self._served.items()):
            card = live.get(call_id)
            if card is None:
                del self._served[call_id]
                continue
            before, now = served.last, card.guard
            if served.is_resumed:
                if now.state not in _MUTED:
                    del self._served[call_id]
                    self._seen[call_id] = now.state  # the rule's own wish, nobody's decision
            elif now.state in _IN_FORCE:
                was_failed = served.has_begun and before.state is GuardState.MUTE_FAILED
                if was_failed and now.state is GuardState.MUTING and not before.is_retrying:
                    served.is_ours = False  # somebody pressed "Try again"
                served.has_begun = True
                served.last = now
            elif served.has_begun:
                served.is_ours = served.has_begun = False
        self._see_decisions(live)

    def _see_decisions(self, live: dict[str, Card]) -> None:
        """Whoever resumes during a visit what the rule has not seen to has decided as well."""
        for call_id, card in live.items():
            before, now = self._seen.get(call_id), card.guard
            is_resumed = now.state is GuardState.RESUMING and before not in (None, now.state)
            if self._is_visit and is_resumed and call_id not in self._served:
                self._served[call_id] = _Served(card.key, is_ours=False, has_begun=True, last=now)
        self._seen = {call_id: card.guard.state for call_id, card in live.items()}

    def _serve(self) -> tuple[RuleWish, ...]:
        call = call_to_mute(self._cards)
        if call is None or call.key.call_id in self._served:
            return ()
        guard = call.guard
        is_wanted = guard.state in _TO_MUTE
        if is_wanted or guard.state in _IN_FORCE:
            self._served[call.key.call_id] = _Served(
                call.key,
                is_ours=guard.state in _NOBODYS and not guard.is_reported_muted,
                has_begun=not is_wanted,
                last=guard,
            )
        return (RuleWish(call.key, muted=True),) if is_wanted else ()

    def _resume(self) -> tuple[RuleWish, ...]:
        served = {key: each for key, each in self._served.items() if each.is_ours}
        self._served = served
        due = [each for each in served.values() if each.last.state in _MUTED]
        wishes = tuple(RuleWish(each.key, muted=False) for each in due if not each.is_resumed)
        for each in due:
            each.is_resumed = True
        return wishes
