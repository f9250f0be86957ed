"""The calls on all windows: which are shown, what a person wants of them, when they go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.ui import looks, masking, text
from agent_desk.ui.block_feedback import BlockFeedback
from agent_desk.ui.card_places import CardPlaces
from agent_desk.ui.guard_voice import GuardVoice
from agent_desk.ui.intent_signals import MuteSource
from agent_desk.ui.screen_edge import ScreenEdge

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.card import Card
    from agent_desk.desk.guard_settings import GuardSettings
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.caller_card import CallerCard
    from agent_desk.ui.closing import ClosingTimes
    from agent_desk.ui.desk_window import DeskPage
    from agent_desk.ui.intent_signals import IntentSignals
    from agent_desk.ui.intents import BlockRequest
    from agent_desk.ui.pop import Pop
    from agent_desk.ui.pop_stack import PopStack
    from agent_desk.ui.toasts import Toasts

_DESK_TURN_MS: Final = 40


class CallBoard(QObject):
    """Keeps the pops and the cards of the window in step.

    What a person wants of a call goes to ``intents``. Signals: ``card_closed(CallKey)``,
    ``code_requested()`` where a person wants to enter the API code, and
    ``pop_painted(CallKey, float)`` with the monotonic second at which the paint ended that first
    showed this call in this phase.
    """

    card_closed = Signal(object)
    code_requested = Signal()
    pop_painted = Signal(object, float)

    def __init__(
        self,
        pops: PopStack,
        desk: DeskPage,
        intents: IntentSignals,
        parent: QObject,
        *,
        toasts: Toasts,
        closing: ClosingTimes,
    ) -> None:
        super().__init__(parent)
        self._intents = intents
        self._buttons = MuteSource(intents, MuteTrigger.BUTTON)
        self._pops = pops
        self._desk = desk
        self._toasts = toasts
        self._closing = closing
        self._cards: tuple[Card, ...] = ()
        self._blind_since: datetime | None = None
        self._dismissed: set[CallKey] = set()
        self._faces: list[CallerCard] = []
        self._is_replay = False
        self._blocks = BlockFeedback(self)
        self._voice = GuardVoice(self)
        self._edge = ScreenEdge(self)
        self._places = CardPlaces(pops, desk)
        self._desk_turn = QTimer(self, singleShot=True)
        self._desk_turn.timeout.connect(self._on_desk_turn_timeout)
        self._blocks.undo_requested.connect(intents.unblock_requested)
        self._blocks.again_requested.connect(intents.block_requested)
        self._voice.said.connect(self._on_voice_said)
        pops.created.connect(self._on_pops_created)
        pops.painted.connect(self._on_pops_painted)
        desk.card_created.connect(self._on_card_created)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The calls that are shown, newest first."""
        return self._cards

    def set_cards(self, cards: tuple[Card, ...]) -> None:
        """Show these calls, newest first, as pops now and in the window next; others go."""
        self._dismissed &= {card.key for card in cards}
        self._cards = tuple(
            card for card in cards if card.key not in self._dismissed and looks.is_worth_a_pop(card)
        )
        self._closing.follow(self._cards)
        self._show()
        self._voice.follow(self._cards)
        if not self._is_replay:
            self._edge.set_cards(self._cards)

    def is_blocked(self, card: Card) -> bool:
        """Whether this caller's number was blocked from here."""
        return self._blocks.is_blocked(card)

    def has_blocked(self, number: PhoneNumber) -> bool:
        """Whether ``number`` was blocked from here, in whatever spelling."""
        return self._blocks.has_blocked(number)

    def dismiss(self, key: CallKey) -> None:
        """Let an ended call go at once."""
        self._on_card_closed(key)

    def set_blind_since(self, blind_since: datetime | None) -> None:
        """Nothing was heard of the calls since then; ``None`` while all is heard."""
        if blind_since != self._blind_since:
            self._blind_since = blind_since
            self._show()

    def set_guard_settings(self, guard: GuardSettings) -> None:
        """How the recording guard is to show itself."""
        self._edge.set_wanted(guard.has_screen_edge)

    def set_replay(self) -> None:
        """The calls are those of a recording: nothing can be done with them."""
        self._is_replay = True
        for face in self._faces:
            face.set_replay()

    def block_result(self, request: BlockRequest, ok: bool, code: str, message: str) -> None:
        """Say how blocking, or taking it back, went."""
        if not self._blocks.is_undoing(request):
            for card in self._places.of(request.key):
                card.set_block_result(ok)
        shown = [card.number_text for card in self._cards if card.key == request.key]
        number = masking.shown((shown and shown[0]) or request.number.raw)
        toast = self._blocks.toast(request, number, is_done=ok, code=code, message=message)
        self._show()
        self._toasts.show(toast)

    def forget(self) -> None:
        """Show none: somebody else may sign in."""
        self._blocks.forget()
        self._toasts.close()
        self.set_cards(())

    def tick(self, now: float) -> None:
        """Let ended calls go when their time has come; ``now`` is the monotonic second."""
        self._voice.tick(now)
        for card in self._cards:
            if self._places.is_under_pointer(card.key):
                self._closing.keep(card.key)
        for key in self._closing.due():
            self._on_card_closed(key)
        self._places.show_closing(self._cards, self._closing)
        self._pops.tick()

    def stop(self) -> None:
        """Hide all; once, at the end."""
        self._desk_turn.stop()
        self._edge.close()
        self._toasts.close()
        self._pops.close_all()

    def _show(self) -> None:
        self._pops.set_cards(self._cards, self._blind_since, self._blocks.is_blocked)
        # The window waits until the pop is painted; the timer serves where there is none to paint.
        self._desk_turn.start(_DESK_TURN_MS)
        self._places.show_closing(self._cards, self._closing)

    def _on_desk_turn_timeout(self) -> None:
        self._desk.set_cards(self._cards, self._blind_since, self._blocks.is_blocked)
        self._places.show_closing(self._cards, self._closing)

    def _on_voice_said(self, key: CallKey, said: str, is_urgent: bool) -> None:
        text.announce(self._pops.pop(key) or self._desk, said, is_urgent=is_urgent)

    def _on_pops_created(self, pop: Pop) -> None:
        for face in pop.faces:
            self._on_card_created(face)

    def _on_card_created(self, face: CallerCard) -> None:
        self._faces.append(face)
        if self._is_replay:
            face.set_replay()
        face.mute_requested.connect(self._buttons.mute)
        face.resume_requested.connect(self._buttons.resume)
        face.extend_requested.connect(self._intents.extend_requested)
        face.guard_dismissed.connect(self._intents.guard_dismissed)
        face.talks_requested.connect(self._intents.talks_requested)
        face.block_requested.connect(self._intents.block_requested)
        face.link_opened.connect(self._intents.link_opened)
        face.code_requested.connect(self.code_requested)
        face.closed.connect(self._on_card_closed)

    def _on_pops_painted(self, card: Card, at: float) -> None:
        self.pop_painted.emit(card.key, at)
        if self._desk_turn.isActive():
            self._desk_turn.start(0)

    def _on_card_closed(self, key: CallKey) -> None:
        self._dismissed.add(key)
        self.set_cards(self._cards)
        self.card_closed.emit(key)
