"""The caller card: one call, in a pop of its own or in the main window."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agent_desk.desk.card import TitleSource
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import Phase
from agent_desk.ui import looks, text, words
from agent_desk.ui.card_fields import Fields
from agent_desk.ui.card_marks import CardMark
from agent_desk.ui.card_note import ClosingLine, NoteLine
from agent_desk.ui.card_parts import (
    BlockConfirm,
    CardSize,
    Who,
    WhyPart,
)
from agent_desk.ui.folding import show_fold
from agent_desk.ui.guard_part import GuardBand, GuardPart
from agent_desk.ui.icons import Icon
from agent_desk.ui.intents import BlockRequest
from agent_desk.ui.masking import Revealing
from agent_desk.ui.recent_list import Talks
from agent_desk.ui.widgets import Button, ButtonRow, StateStrip
from agent_desk.ui.widgets import Card as Sheet

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.card_marks import CardMarks

_TIMELESS: Final = frozenset({Phase.ENDED, Phase.RING_STOPPED})


class CallerCard(Revealing, Sheet):
    """One call as ``show_card`` was told; never changes by itself what the desk says.

    Pin and note need the ``CardMarks`` that it has joined.

    Signals carry the call's key: ``mute_requested``, ``resume_requested``, ``extend_requested``
    (stay muted for longer), ``guard_dismissed``, ``talks_requested``, ``closed`` (an ended card was
    dismissed). ``block_requested`` carries a ``BlockRequest``, ``link_opened`` an address,
    ``note_requested`` the card itself.
    ``code_requested()`` asks for the API code's panel, ``unfold_requested()`` for the whole card
    where this is the small one, and ``resized()`` says that a press or time changed the height.
    """

    mute_requested = Signal(object)
    resume_requested = Signal(object)
    extend_requested = Signal(object)
    guard_dismissed = Signal(object)
    talks_requested = Signal(object)
    block_requested = Signal(object)
    link_opened = Signal(str)
    code_requested = Signal()
    note_requested = Signal(object)
    closed = Signal(object)
    unfold_requested = Signal()
    resized = Signal()

    def __init__(self, size: CardSize, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(is_floating=size is not CardSize.DESK, inset=size.inset, parent=parent)
        self._size = size
        self._clock = clock
        self._card: Card | None = None
        self._as_of: datetime | None = None
        self._is_blocked = False
        self._marks: CardMarks | None = None
        self._closes_in_s: int | None = None
        self._is_replay = False
        self._is_confirming = False
        self._is_blocking = False
        self._has_talks_open = False
        self._has_details_open = size is CardSize.POP
        self._build()
        self.follow_masking()

    @property
    def card(self) -> Card | None:
        """What is shown."""
        return self._card

    def show_card(
        self, card: Card, *, as_of: datetime | None = None, is_blocked: bool = False
    ) -> None:
        """Show ``card``; ``as_of`` says since when a stale one may be wrong.

        What a person unfolded stays so as long as it is the same call.
        """
        if (card, as_of, is_blocked) == (self._card, self._as_of, self._is_blocked):
            self.tick()
            return
        if self._card is None or self._card.key != card.key:
            self._forget()
        self._card, self._as_of, self._is_blocked = card, as_of, is_blocked
        look = looks.of_card(card)
        self.setAccessibleName(text.plain(words.title(card)))
        self._strip.set_state(look.icon, words.state(card), look.tone)
        self._strip.set_far(*self._far_parts(card))
        self._who.show_card(card, is_revealed=self.is_revealed)
        self.set_alarmed(self._band.show_card(card, as_of))
        self._guard.show_card(card, self._clock.monotonic())
        self._show_fields(card)
        self._talks.show_calls(card.talks)
        self._closing.setVisible(card.phase is Phase.ENDED)
        self._show_mark()
        self._arrange(card)
        self.tick()

    def tick(self) -> None:
        """Let the running times follow the clock; cheap where no second has passed."""
        card = self._card
        if card is None:
            return
        now = self._clock.monotonic()
        is_timed = card.phase not in _TIMELESS and not card.is_stale
        self._strip.set_seconds(int(now - card.elapsed_from) if is_timed else None)
        self._band.tick(now)
        self._guard.tick(now)

    def reveal(self, is_revealed: bool) -> None:
        if self._card is not None:
            self.setAccessibleName(text.plain(words.title(self._card)))
            self._who.show_card(self._card, is_revealed=is_revealed)
            self._show_fields(self._card)
            self._confirm.reveal(is_revealed)

    def set_replay(self) -> None:
        """Be one of a replay from now on: say so, and offer nothing that needs a service."""
        self._is_replay = True
        self._guard.set_replay()

    def set_marks(self, marks: CardMarks) -> None:
        """Show from now on what ``marks`` tell of the call, and mark it there."""
        self._marks = marks
        marks.changed.connect(self._on_marks_changed)
        self._show_mark()

    def set_closing(self, seconds: int | None) -> None:
        """Say in how many seconds an ended card closes; ``None``: not by itself."""
        self._closes_in_s = seconds
        self._closing.set_seconds(seconds, self._mark)

    def set_block_result(self, is_done: bool) -> None:
        """The service has answered: the question goes away, or can be answered again."""
        self._is_blocking = False
        self._confirm.set_busy(False)
        if is_done:
            self._is_confirming = False
        self._rearrange()

    def cancel(self) -> bool:
        """Take back an open question; whether there was one."""
        was_asking = self._is_confirming and not self._is_blocking
        if was_asking:
            self._on_block_cancelled()
        return was_asking

    def focus_first_action(self) -> None:
        """Put the keyboard on what an agent needs first; for a card in the window."""
        buttons = (self._note, self._recent, self._details, self._block)
        if not self._guard.focus_first():
            usable = (each for each in buttons if each.isVisibleTo(self) and each.isEnabled())
            for button in islice(usable, 1):
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start_note(self) -> bool:
        """Open the editor for this call's note; whether there can be one."""
        can_note = self._card is not None and self._marks is not None and not self._is_replay
        if can_note:
            self.note_requested.emit(self)
        return can_note

    def request_block(self) -> bool:
        """Ask whether the number is to be blocked; whether it can be."""
        can_block = self._block.isVisibleTo(self) and self._block.isEnabled()
        if can_block and not self._is_confirming:
            self._on_block_clicked()
        return can_block

    def turn_details(self) -> None:
        """Show more of the card, or less, where there is more."""
        if self._details.isVisibleTo(self):
            self._on_details_clicked()

    @property
    def _mark(self) -> CardMark:
        if self._marks is None or self._card is None:
            return CardMark()
        return self._marks.of(self._card.key)

    def _show_mark(self) -> None:
        mark = self._mark
        self._strip.set_pinned(mark.is_pinned)
        self._note_line.show_mark(mark)
        self._closing.set_seconds(self._closes_in_s, mark)

    def _build(self) -> None:
        strip_px, inset = self._size.strip_px, self._size.inset
        self._strip = StateStrip(height=strip_px, inset=inset, has_pin=True)
        self._strip.pin_toggled.connect(self._on_pin_toggled)
        self._band = GuardBand(inset, self._clock)
        self._who = Who(self._size)
        self._guard = GuardPart(self._size)
        self._guard.mute_requested.connect(self.mute_requested)
        self._guard.resume_requested.connect(self.resume_requested)
        self._guard.extend_requested.connect(self.extend_requested)
        self._guard.dismissed.connect(self.guard_dismissed)
        self._guard.resized.connect(self.resized)
        self._fields = Fields()
        self._fields.link_opened.connect(self.link_opened)
        self._fields.unfolded.connect(self.resized)
        self._talks = Talks(self._clock)
        self._talks.retry_requested.connect(self._ask_talks)
        self._talks.code_requested.connect(self.code_requested)
        self._why = WhyPart()
        self._why.unfolded.connect(self.resized)
        self._note_line = NoteLine()
        self._closing = ClosingLine()
        self._closing.dismissed.connect(self._on_closing_dismissed)
        self._confirm = BlockConfirm()
        self._confirm.confirmed.connect(self._on_block_confirmed)
        self._confirm.cancelled.connect(self._on_block_cancelled)
        self.add_top(self._strip)
        self.add_top(self._band)
        self.body.setContentsMargins(inset, 16, inset, 16)
        self.body.setSpacing(0)
        # Unfolding pushes things away from the pointer: a pop stands on its lower edge, a card in
        # the window hangs from its upper one.
        is_pop = self._size is not CardSize.DESK
        parts = [self._who, *([self._talks] if is_pop else []), self._fields, self._guard]
        parts += [self._build_actions(), self._confirm, self._note_line]
        parts += [*([] if is_pop else [self._talks]), self._why, self._closing]
        for part in parts:
            self.body.addWidget(part)

    def _build_actions(self) -> QWidget:
        height = 44 if self._size is CardSize.POP else 36
        self._unfold = Button(self.tr("Show card"), icon=Icon.UP, height=height)
        self._unfold.clicked.connect(self.unfold_requested)
        self._recent = Button(self.tr("Recent calls"), icon=Icon.HISTORY, height=height)
        self._recent.clicked.connect(self._on_recent_clicked)
        self._details = Button(self.tr("Details"), icon=Icon.DOWN, height=height)
        self._details.clicked.connect(self._on_details_clicked)
        self._block = Button(self.tr("Block"), icon=Icon.BLOCK, height=height)
        self._block.clicked.connect(self._on_block_clicked)
        is_pop = self._size is CardSize.POP
        name = self.tr("Note")
        self._note = Button(name if is_pop else "", icon=Icon.NOTE, height=height, name=name)
        self._note.clicked.connect(self.start_note)
        others = (self._unfold, self._recent, self._details, self._block)
        self._actions = QWidget()
        layout = self._actions_row = QHBoxLayout(self._actions)
        layout.setSpacing(8)
        if is_pop:
            layout.addWidget(ButtonRow(self._note, *others))
        else:
            # Four words do not fit beside each other in every language.
            layout.addWidget(self._note)
            layout.addWidget(ButtonRow(*others), 1)
        return self._actions

    def _forget(self) -> None:
        self._is_confirming = self._is_blocking = False
        self._has_talks_open = False
        self._has_details_open = self._size is CardSize.POP
        self._fields.fold()
        self._why.fold()
        self._who.forget_copy()

    def _arrange(self, card: Card) -> None:
        """Show the parts that this card has in this place."""
        is_small = self._size is CardSize.SMALL
        has_details = self._has_details_open and not is_small
        self._fields.setVisible(has_details and bool(card.fields))
        self._talks.setVisible(self._has_talks_open and not is_small)
        self._confirm.setVisible(self._is_confirming)
        self._unfold.setVisible(is_small)
        can_ask = bool(card.copy_text) and not self._is_replay
        is_own_house = card.title_source is TitleSource.EXTENSION
        self._recent.setVisible(can_ask and not is_small)
        show_fold(self._recent, is_open=self._has_talks_open, closed=Icon.HISTORY)
        has_more = bool(card.fields or card.why) and self._size is CardSize.DESK
        self._details.setVisible(has_more)
        show_fold(self._details, is_open=self._has_details_open)
        self._block.setVisible(can_ask and not is_own_house)
        self._block.setEnabled(not self._is_blocked)
        self._block.set_text(self.tr("Blocked") if self._is_blocked else self.tr("Block"))
        self._note.setVisible(self._marks is not None and not self._is_replay)
        self._actions_row.setContentsMargins(0, 16 if self._guard.isHidden() else 8, 0, 0)
        has_actions = is_small or can_ask or has_more or not self._note.isHidden()
        self._actions.setVisible(has_actions and not self._is_confirming)
        self._why.show_card(card, is_shown=has_details)

    def _show_fields(self, card: Card) -> None:
        self._fields.show_fields(card.fields, hiding="" if self.is_revealed else card.number.raw)

    def _rearrange(self) -> None:
        if self._card is not None:
            self._arrange(self._card)
            self.resized.emit()

    def _as_of_words(self, card: Card) -> str:
        """When what a stale card says was so; empty for one that follows its call."""
        if self._as_of is None or not card.is_stale:
            return ""
        return self.tr("as of {time}").format(time=words.clock_time(self._as_of, is_exact=True))

    def _far_parts(self, card: Card) -> list[str]:
        stale = self._as_of_words(card)
        replay = [self.tr("Replay")] if self._is_replay else []
        return [stale] if stale else [*replay, *words.way_in_parts(card)]

    def _on_marks_changed(self, key: CallKey) -> None:
        if self._card is None or self._card.key != key:
            return
        was_hidden = self._note_line.isHidden()
        self._show_mark()
        if self._note_line.isHidden() is not was_hidden:
            self.resized.emit()

    def _on_pin_toggled(self, is_pinned: bool) -> None:
        if self._card is None or self._marks is None or is_pinned == self._mark.is_pinned:
            return
        self._marks.pin(self._card.key, is_pinned=is_pinned)
        stays = self.tr("Pinned: the card stays after the call")
        text.announce(self, stays if is_pinned else self.tr("No longer pinned"))

    def _on_closing_dismissed(self) -> None:
        if self._card is not None:
            self.closed.emit(self._card.key)

    def _on_recent_clicked(self) -> None:
        self._has_talks_open = not self._has_talks_open
        if self._has_talks_open:
            self._ask_talks()
        self._rearrange()

    def _ask_talks(self) -> None:
        if self._card is not None and self._card.talks.state is not ListState.LOADING:
            self.talks_requested.emit(self._card.key)

    def _on_details_clicked(self) -> None:
        self._has_details_open = not self._has_details_open
        self._rearrange()

    def _on_block_clicked(self) -> None:
        if self._card is None:
            return
        self._is_confirming = True
        self._confirm.ask(self._card.number_text or self._card.copy_text)
        self._confirm.reveal(self.is_revealed)
        self._rearrange()
        if self._size is CardSize.DESK:
            self._confirm.focus_first()

    def _on_block_cancelled(self) -> None:
        self._is_confirming = False
        self._rearrange()
        if self._size is CardSize.DESK:
            self._block.setFocus()

    def _on_block_confirmed(self) -> None:
        card = self._card
        if card is None:
            return
        self._is_blocking = True
        self._confirm.set_busy(True)
        has_name = card.title_source in (TitleSource.CONTACT, TitleSource.CALLER_NAME)
        name = text.plain(card.title) if has_name else ""
        self.block_requested.emit(BlockRequest(card.key, card.number, name))
