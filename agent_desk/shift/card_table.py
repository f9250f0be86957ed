"""All cards of a shift, rebuilt where something about them changed."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final

from agent_desk.desk.cards import CardStyle, build_card
from agent_desk.desk.recent import ListState, RecentCalls
from agent_desk.desk.state import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card
    from agent_desk.desk.desk import Desk
    from agent_desk.desk.guard import GuardView
    from agent_desk.desk.state import CallFacts, CallKey

MAX_OVER: Final = 50
"""An ended call's card is closed by the window or the person; this only bounds the memory."""

_NO_TALKS: Final = RecentCalls()


class CardTable:
    """Keeps what a card needs beside the call itself, and shows all cards when any changed."""

    def __init__(
        self, desk: Desk, show: Callable[[tuple[Card, ...]], None], clock: Clock, region: str
    ) -> None:
        self._desk = desk
        self._show = show
        self._clock = clock
        self._style = CardStyle(region=region)
        self._talks: dict[CallKey, RecentCalls] = {}
        self._over: dict[CallKey, tuple[CallFacts, GuardView]] = {}
        self._closed: set[CallKey] = set()
        self._is_stale = False
        self._shown: tuple[Card, ...] = ()

    @property
    def with_talks(self) -> tuple[CallKey, ...]:
        """The calls on whose card earlier ones were asked for."""
        return tuple(self._talks)

    def refresh(self) -> None:
        """Show all cards anew if any of them is different now."""
        calls = self._desk.shown(self._clock.monotonic(), linger_s=inf)
        self._closed &= {call.key for call in calls if call.phase is Phase.ENDED}
        open_calls = [call for call in calls if call.key not in self._closed]
        known = {call.key: (call, self._desk.guards.view(call)) for call in open_calls}
        # What the desk has forgotten meanwhile is older than all that it knows.
        everything = known | {key: each for key, each in self._over.items() if key not in known}
        shown = {key: each for key, each in everything.items() if self._is_own(key)}
        over = [key for key, (call, _) in shown.items() if call.phase is Phase.ENDED]
        for key in over[MAX_OVER:]:
            del shown[key]
            self._closed.add(key)
        self._over = {key: shown[key] for key in over[:MAX_OVER]}
        cards = tuple(self._card(*each) for each in shown.values())
        if cards != self._shown:
            self._shown = cards
            self._talks = {c.key: self._talks[c.key] for c in cards if c.key in self._talks}
            self._show(cards)

    def set_style(self, style: CardStyle) -> None:
        """Let all cards look so from now on."""
        self._style = style
        self.refresh()

    def set_stale(self, *, is_stale: bool) -> None:
        """Say on every card whether the link is down."""
        if is_stale != self._is_stale:
            self._is_stale = is_stale
            self.refresh()

    def expect_talks(self, key: CallKey) -> RecentCalls | None:
        """Say on the card that earlier calls are being looked up; ``None`` without such a card.

        Gives the place that ``set_talks`` fills.
        """
        if all(card.key != key for card in self._shown):
            return None
        place = self._talks[key] = RecentCalls(ListState.LOADING)
        self.refresh()
        return place

    def set_talks(self, key: CallKey, talks: RecentCalls, *, place: RecentCalls) -> None:
        """What was found of earlier calls with this caller.

        Without effect where the card was closed or a later question has taken the place.
        """
        if self._talks.get(key) is place:
            self._talks[key] = talks
            self.refresh()

    def close(self, key: CallKey) -> None:
        """Take an ended call's card away; a call that comes back gets a new one."""
        self._closed.add(key)
        self._over.pop(key, None)
        self._talks.pop(key, None)
        self.refresh()

    def _is_own(self, key: CallKey) -> bool:
        return not self._desk.own or key.extension in self._desk.own

    def _card(self, call: CallFacts, guard: GuardView) -> Card:
        return build_card(
            call,
            self._desk.people,
            guard,
            style=self._style,
            is_stale=self._is_stale,
            talks=self._talks.get(call.key, _NO_TALKS),
        )
