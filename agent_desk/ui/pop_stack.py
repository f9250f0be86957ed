"""All pops together: which calls have one, where each stands, what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor, QGuiApplication

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.card import Card, CustomField, TitleSource, WhyKind
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import CallKey, Direction, Phase
from agent_desk.ui import motion, pop_layout, text, words
from agent_desk.ui.masking import shown
from agent_desk.ui.pop import CARD_PX, MoreCalls, Pop, float_above
from agent_desk.ui.pop_layout import Area, Corner
from agent_desk.ui.screens import ScreenWatch

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QScreen

    from agent_desk.core.clock import Clock
    from agent_desk.ui.widgets import Toast

_EDGE: Final = 16
_AT_FIRST: Final = 2

# Calls that leave the whole card to one that goes on, the first before the second.
_QUIET: Final = (Phase.RING_STOPPED, Phase.ENDED)


class PopStack(QObject):
    """The pops of all calls. ``screen`` tells on which screen they stand.

    ``is_composited`` tells whether windows may be see-through: without that pops have no shadows.
    ``length_ms`` tells how long a movement may take. When a screen comes, goes or changes, all
    take their places again.

    Signals: ``painted(Card, float)``; ``created(Pop)`` once for each window, so that the owner
    can listen to its two cards (``Pop.faces``).
    """

    painted = Signal(object, float)
    created = Signal(object)

    def __init__(
        self,
        clock: Clock,
        screen: Callable[[], QScreen | None],
        corner: Corner = Corner.BOTTOM_RIGHT,
        is_composited: Callable[[], bool] = lambda: True,
        parent: QObject | None = None,
        *,
        length_ms: Callable[[int], int] = motion.window_ms,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._length_ms = length_ms
        self._cards: tuple[Card, ...] = ()
        self._as_of: datetime | None = None
        self._is_blocked: Callable[[Card], bool] = lambda _card: False
        self._screen = screen
        self._corner = corner
        self._is_composited = is_composited
        self._has_shadows = True
        self._pops: dict[CallKey, Pop] = {}
        self._free: list[Pop] = []
        self._unfolded: set[CallKey] = set()
        self._more = MoreCalls()
        self._toast: Toast | None = None
        self._closed_toast: Toast | None = None
        self._screens = ScreenWatch(self)
        self._screens.changed.connect(self.arrange)

    def set_corner(self, corner: Corner) -> None:
        """Grow from ``corner`` of the screen from now on."""
        if corner is not self._corner:
            self._corner = corner
            self.arrange()

    def warm_up(self) -> bool:
        """Build one more window and paint it once, hidden; whether there are enough now.

        Measured: a call that has to build its window first shows 20 ms later, and each window holds
        2 MiB.
        """
        if not self.is_warm:
            pop = self._new_pop()
            pop.show_card(sample_card(), as_of=None, is_blocked=False)
            pop.create()
            for is_folded in (True, False):
                pop.set_folded(is_folded)
                height = pop.height_of(is_folded=is_folded)
                pop.setFixedSize(CARD_PX + 2 * pop.margin, height + 2 * pop.margin)
                pop.grab()
            pop.release()
            self._free.append(pop)
        return self.is_warm

    @property
    def is_warm(self) -> bool:
        """Whether two calls at first, and then always one more, find their windows built."""
        wanted = min(max(len(self._pops) + 1, _AT_FIRST), pop_layout.MAX_POPS)
        return len(self._pops) + len(self._free) >= wanted

    def pop(self, key: CallKey) -> Pop | None:
        """The window of one call, if it has one now."""
        return self._pops.get(key)

    def pops(self) -> list[Pop]:
        """All windows that are shown."""
        return list(self._pops.values())

    def set_cards(
        self, cards: tuple[Card, ...], as_of: datetime | None, is_blocked: Callable[[Card], bool]
    ) -> None:
        """Show these calls, newest first; windows of others go."""
        if not self._pops:
            self._look_at_desktop()
        known = set(self._pops)
        self._cards, self._as_of, self._is_blocked = cards, as_of, is_blocked
        self.arrange()
        for card in reversed(cards):
            if card.phase is not Phase.ENDED and card.key in self._pops.keys() - known:
                self._announce(card)

    def arrange(self) -> None:
        """Put every window into its place again, after one changed its height or a screen did."""
        area = self._area()
        places = pop_layout.most(area.height - 2 * _EDGE)
        while not self._fill(area, places):
            places -= 1

    def show_toast(self, toast: Toast) -> None:
        """Let ``toast`` float above the pops; the one before goes."""
        self.close_toast()
        float_above(toast)
        if not self._pops:
            self._look_at_desktop()
        self._toast = toast
        toast.closed.connect(self._on_toast_closed)
        self.arrange()

    def close_toast(self) -> None:
        """Take the toast away."""
        if self._toast is not None:
            self._toast.hide()

    def tick(self) -> None:
        """Let the running times follow the clock."""
        for pop in self.pops():  # a copy: what turns up with time makes room for itself
            pop.tick()

    def close_all(self) -> None:
        """Hide everything and let go of the windows."""
        self._screens.stop()
        self._cards = ()
        self.close_toast()
        for key in list(self._pops):
            self._release(key)
        for pop in self._free:
            pop.deleteLater()
        self._free.clear()
        self._more.hide()
        self._more.deleteLater()

    def _new_pop(self) -> Pop:
        pop = Pop(self._clock, self._length_ms)
        pop.painted.connect(self.painted)
        pop.resized.connect(self.arrange)
        pop.unfold_requested.connect(self._on_unfold_requested)
        self.created.emit(pop)
        return pop

    def _release(self, key: CallKey) -> None:
        pop = self._pops.pop(key)
        pop.release()
        self._free.append(pop)

    def _fill(self, area: Area, places: int) -> bool:
        """Give windows to as many calls as there are ``places``; whether they had the room."""
        oldest_first = list(reversed(self._cards))
        chosen = pop_layout.shown([card.phase for card in oldest_first], places)
        kept = [oldest_first[at] for at in chosen]
        keys = {card.key for card in kept}
        for key in [key for key in self._pops if key not in keys]:
            self._release(key)
        self._unfolded &= keys
        for card in kept:
            pop = self._pops.pop(card.key, None) or self._taken()
            # In the order of the stack, which is that of the calls.
            self._pops[card.key] = pop
            pop.show_card(card, as_of=self._as_of, is_blocked=self._is_blocked(card))
        more = len(self._cards) - len(kept)
        for window in (self._toast, self._more, *self._pops.values()):
            if window is not None:
                window.set_shadowed(self._has_shadows)
        tops = [self._toast.fit(CARD_PX)] if self._toast is not None else []
        tops += [MoreCalls.HEIGHT] if more else []
        extra = sum(tops) + pop_layout.GAP * len(tops)
        pops = list(self._pops.values())
        room = area.height - 2 * _EDGE - extra
        heights = self._fold(pops, room)
        if places > 1 and len(pops) > 1 and not pop_layout.fits(heights, room):
            return False
        self._more.set_count(more)
        spots = pop_layout.places([*heights, *tops], CARD_PX, area, self._corner, _EDGE)
        for pop, height, (x, y) in zip(pops, heights, spots, strict=False):
            pop.place(x, y, height)
        if more:
            self._more.place(*spots[-1])
        else:
            self._more.hide()
        if self._toast is not None:
            self._place_toast(*spots[len(pops)])
        return True

    def _taken(self) -> Pop:
        """A window for one more call: one that has gone, before one that is still going."""
        is_small = bool(self._pops)
        free = next((pop for pop in self._free if not pop.is_leaving), None)
        pop = free or (self._free[0] if self._free else None)
        if pop is None:
            pop = self._new_pop()
        else:
            self._free.remove(pop)
        pop.set_folded(is_small)
        return pop

    def _fold(self, pops: list[Pop], room: int) -> list[int]:
        """Make all but the first call that goes on small, or but the unfolded one."""
        if len(pops) == 1:
            pops[0].set_folded(False)
            return [pops[0].height_of(is_folded=False)]
        first = min(pops, key=self._quietness, default=None)
        if self._unfolded:
            small = [self._key(pop) not in self._unfolded for pop in pops]
        else:
            small = [pop is not first for pop in pops]
        heights = [
            pop.height_of(is_folded=is_small) for pop, is_small in zip(pops, small, strict=True)
        ]
        for at, pop in enumerate(pops):
            if pop_layout.fits(heights, room):
                break
            small[at] = True
            heights[at] = pop.height_of(is_folded=True)
        for pop, is_small in zip(pops, small, strict=True):
            pop.set_folded(is_small)
        return heights

    @staticmethod
    def _quietness(pop: Pop) -> int:
        phase = Phase.ENDED if pop.card is None else pop.card.phase
        return _QUIET.index(phase) + 1 if phase in _QUIET else 0

    @staticmethod
    def _key(pop: Pop) -> CallKey | None:
        return pop.card.key if pop.card is not None else None

    def _place_toast(self, x: int, y: int) -> None:
        if self._toast is not None:
            margin = self._toast.margin
            self._toast.move(x - margin, y - margin)
            self._toast.show()

    def _look_at_desktop(self) -> None:
        """Asked anew for every first call: a compositor may come with the session or go."""
        self._has_shadows = self._is_composited()

    def _area(self) -> Area:
        screen = self._screen() or QGuiApplication.screenAt(QCursor.pos())
        screen = screen or QGuiApplication.primaryScreen()
        free = screen.availableGeometry()
        return Area(free.x(), free.y(), free.width(), free.height())

    def _announce(self, card: Card) -> None:
        pop = self._pops[card.key]
        parts = [words.state(card), words.title(card)]
        if card.title_source is not TitleSource.NUMBER and card.number_text:
            parts.append(shown(card.number_text))
        parts.append(words.way_in(card))
        is_urgent = card.phase is Phase.RINGING
        text.announce(pop, ", ".join(part for part in parts if part), is_urgent=is_urgent)

    def _on_unfold_requested(self) -> None:
        pop = self.sender()
        if isinstance(pop, Pop) and pop.card is not None:
            # One whole card at a time: the others make room.
            self._unfolded = {pop.card.key}
            self.arrange()

    def _on_toast_closed(self) -> None:
        # Held a little longer: this is called from inside the toast's own event.
        self._closed_toast, self._toast = self._toast, None
        if self._closed_toast is not None:
            self._closed_toast.deleteLater()
        self.arrange()


def sample_card() -> Card:
    """A call with a bit of everything, to be painted where nobody sees it."""
    return Card(
        key=CallKey("", ""),
        phase=Phase.RINGING,
        direction=Direction.INCOMING,
        number=PhoneNumber("0123456789"),
        title="Aa",
        title_source=TitleSource.CALLER_NAME,
        number_text="0123456789",
        copy_text="0123456789",
        region="IL",
        queue_name="Aa",
        line_text="0123456789",
        fields=tuple(CustomField("Aa", "0", "https://0" if at else "") for at in range(5)),
        guard=GuardView(GuardState.WILL_RECORD),
        why=(WhyKind.NAME_FROM_CALL, WhyKind.ADOPTED),
        elapsed_from=0.0,
        started_at=None,
    )
