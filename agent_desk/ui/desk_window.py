"""The desk: the page of the main window on which an agent works."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.desk.state import Phase
from agent_desk.ui import fault_words, text, words
from agent_desk.ui.api_code import ApiCodePanel
from agent_desk.ui.caller_card import CallerCard
from agent_desk.ui.card_parts import CardSize
from agent_desk.ui.desk_aside import DeskAside
from agent_desk.ui.desk_header import DeskHeader, LinkBanner
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.rail import RAIL_PX
from agent_desk.ui.scroll import ScrollPage
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, Card, EmptyState, IconView, Kind, Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card as CallView
    from agent_desk.desk.gap import Gap
    from agent_desk.desk.link import LinkView
    from agent_desk.desk.recent import RecentCalls
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.intent_signals import IntentSignals

WIDE_PX: Final = 900 - RAIL_PX
"""From this width in px the page has two columns: that of a window of 900 px with its rail."""
_FIRST_COLUMN: Final = 440
_BETWEEN_COLUMNS: Final = 32
_INSET: Final = 16
_WIDE_INSET: Final = 24
_UNBOUNDED: Final = 16_777_215  # Qt's QWIDGETSIZE_MAX
_SHORTEST_GAP: Final = timedelta(seconds=1)
_OVER: Final = frozenset({Phase.ENDED, Phase.RING_STOPPED})


class NoticeLine(Card):
    """Something that is said once, calmly, until it was read; with ``action``, what to do.

    Signals: ``acted()``, ``closed()``.
    """

    acted = Signal()
    closed = Signal()

    def __init__(self, words: str, action: str = "") -> None:
        super().__init__(inset=12)
        self._words = Label(words, Role.BODY, Token.TEXT2, wrap=True)
        close = Button(kind=Kind.GHOST, icon=Icon.CLOSE, height=32, name=self.tr("Dismiss"))
        close.clicked.connect(self._on_close_clicked)
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconView(Icon.WHY, 20, Token.TEXT3), 0, top)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self._words)
        if action:
            button = Button(action, Kind.LINK)
            button.clicked.connect(self.acted)
            said.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        row.addLayout(said, 1)
        row.addWidget(close, 0, top)
        self.body.setContentsMargins(12, 8, 8, 8)
        self.body.addLayout(row)

    def set_words(self, words: str) -> None:
        """Say it anew: more is known now."""
        self._words.set_text(words)

    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()


class DeskPage(QWidget):
    """Header, banner, current calls and what stands beside them; in two columns from ``WIDE_PX``.

    Signals: ``card_created(CallerCard)`` once for each card, so that the owner can listen to it;
    ``api_code_given(ApiCodeForm)``; ``my_calls_requested()``; ``try_now_requested()``;
    ``choose_again_requested()``.
    """

    card_created = Signal(object)
    api_code_given = Signal(object)
    my_calls_requested = Signal()
    try_now_requested = Signal()
    choose_again_requested = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._cards: dict[CallKey, CallerCard] = {}
        self._free: list[CallerCard] = []
        self._lines: dict[str, NoticeLine] = {}
        self.header = DeskHeader(clock)
        self.header.code_requested.connect(self._on_header_code_requested)
        self.header.choose_again_requested.connect(self.choose_again_requested)
        self._banner = LinkBanner()
        self._banner.try_now_requested.connect(self.try_now_requested)
        self._code = ApiCodePanel()
        self._code.given.connect(self._on_code_given)
        self._code.dismissed.connect(self._code.hide)
        self._code.hide()
        self._none = Card()
        self._none.body.setContentsMargins(0, 0, 0, 0)
        self._none.body.addWidget(
            EmptyState(
                Icon.PHONE, self.tr("No call right now"), self.tr("You answer on your phone")
            )
        )
        self._count = Label("", Role.SECTION, Token.TEXT3)
        self.aside = DeskAside(clock)
        self.aside.my_calls.refresh_requested.connect(self.my_calls_requested)
        self.aside.my_calls.code_requested.connect(self._on_header_code_requested)
        self.aside.dial_shown.connect(self._on_dial_shown)
        self._notices = QVBoxLayout()
        self._list = QVBoxLayout()
        self._first = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._scroll = ScrollPage()
        self._is_wide = False
        self._build()
        self._lay_out()

    def card(self, key: CallKey) -> CallerCard | None:
        """The card of one call, if it is shown."""
        return self._cards.get(key)

    def show_replay(self, name: str) -> None:
        """Say that what is shown are calls of the recording ``name``, without a service behind."""
        self.header.show_replay(name)
        self.aside.hide()
        self.notice(
            self.tr("These calls are over. In a replay nothing can be muted, blocked or looked up.")
        )

    def join(self, intents: IntentSignals) -> None:
        """Tell ``intents`` what a person wants here."""
        self.api_code_given.connect(intents.api_code_given)
        self.my_calls_requested.connect(intents.my_calls_requested)
        self.try_now_requested.connect(intents.try_now_requested)
        self.choose_again_requested.connect(intents.choose_again_requested)
        self.aside.join(intents)

    def set_link(self, view: LinkView) -> None:
        """Show the connection in the pill and, while it is not a good one, in the banner."""
        self.header.set_link(view)
        reason = ""
        if view.error_code:
            reason = fault_words.fault(view.error_code, view.detail).sentence
        self._banner.set_link(view, reason)

    def set_cards(
        self,
        cards: tuple[CallView, ...],
        as_of: datetime | None,
        is_blocked: Callable[[CallView], bool],
    ) -> None:
        """Show these calls, newest first; only what changed is touched."""
        self.header.set_cards(cards)
        keys = [card.key for card in cards]
        for key in [key for key in self._cards if key not in keys]:
            gone = self._cards.pop(key)
            gone.hide()
            self._list.removeWidget(gone)
            self._free.append(gone)
        for at, card in enumerate(cards):
            widget = self._cards.get(card.key)
            if widget is None:
                widget = self._free.pop() if self._free else self._new_card()
                self._cards[card.key] = widget
                self._list.insertWidget(at, widget)
            elif self._list.indexOf(widget) != at:
                self._list.removeWidget(widget)
                self._list.insertWidget(at, widget)
            widget.show_card(card, as_of=as_of, is_blocked=is_blocked(card))
            widget.show()
        self._none.setVisible(not cards)
        live = sum(card.phase not in _OVER for card in cards)
        self._count.set_text(text.isolate(str(live)) if live > 1 else "")

    def set_my_calls(self, calls: RecentCalls) -> None:
        """Show the agent's own recent calls."""
        self.aside.my_calls.show_calls(calls)

    def set_keyring(self, *, has_keyring: bool) -> None:
        """Whether the API code can be kept."""
        self._code.set_keyring(has_keyring=has_keyring)

    def ask_api_code(self, reason_code: str) -> None:
        """Show the panel that asks for the API code."""
        self._code.ask(reason_code)
        self._code.show()
        self._scroll.ensureVisible(0, 0)

    def focus_api_code(self) -> None:
        """Put the keyboard into the panel."""
        self._code.focus_first()

    def notice(self, said: str, *, about: str = "", action: str = "") -> None:
        """Say something until it is dismissed.

        A later notice ``about`` the same thing takes the place of the one before; without words
        it takes it away. ``action`` is the one thing to do: to choose the extension again.
        """
        about = about or said
        known = self._lines.get(about)
        if known is not None and said and not action:
            known.set_words(said)
            return
        if known is not None:
            self._drop(about)
        if not said:
            return
        line = self._lines[about] = NoticeLine(said, action)
        line.closed.connect(partial(self._drop, about))
        line.acted.connect(self.choose_again_requested)
        self._notices.addWidget(line)
        line.show()
        text.announce(self, said)

    def show_seat(self, taken_by: str, moved_to: tuple[str, ...]) -> None:
        """Say who sits where instead of the agent, and offer to choose where there is a choice."""
        action = self.tr("Choose my extension") if self.header.can_choose else ""
        self.notice(words.seat(taken_by, moved_to), about="seat", action=action)

    def show_gap(self, gap: Gap) -> None:
        """Say that nothing was seen for a while; not of a moment in which nothing was missed."""
        if gap.recovered or gap.ended - gap.began >= _SHORTEST_GAP:
            self.notice(words.gap(gap), about=f"gap {gap.began.isoformat()}")

    def forget(self) -> None:
        """Empty the desk: somebody else may sign in."""
        self.set_cards((), None, lambda _card: False)
        self.aside.forget()
        self._code.ask("")
        self._code.hide()
        for about in list(self._lines):
            self._drop(about)

    def warm_up(self, sample: CallView) -> None:
        """Build the first card now, filled with ``sample`` once and not shown."""
        if not self._cards and not self._free:
            card = self._new_card()
            card.hide()
            card.show_card(sample)
            self._free.append(card)

    def tick(self) -> None:
        """Let running times follow the clock."""
        self.header.tick()
        for card in self._cards.values():
            card.tick()

    def _build(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(Label(self.tr("Current calls"), Role.SECTION))
        title.addWidget(self._count)
        title.addStretch(1)
        self._notices.setSpacing(8)
        self._list.setSpacing(12)
        calls = QVBoxLayout()
        calls.setSpacing(8)
        calls.addLayout(title)
        calls.addLayout(self._list)
        calls.addWidget(self._none)
        first = QVBoxLayout(self._first)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(20)
        first.addWidget(self._code)
        first.addLayout(calls)
        top = Qt.AlignmentFlag.AlignTop
        self._columns.addWidget(self._first, 0, top)
        self._columns.addWidget(self.aside, 1, top)
        self._sheet = QVBoxLayout(self._scroll.content)
        self._sheet.setSpacing(20)
        self._sheet.addLayout(self._notices)
        self._sheet.addLayout(self._columns)
        self._sheet.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._banner)
        whole.addWidget(self._scroll, 1)

    def _lay_out(self) -> None:
        """Put calls and lists side by side where the page is wide, else below each other."""
        is_wide = self._is_wide
        inset = _WIDE_INSET if is_wide else _INSET
        self.header.set_wide(is_wide=is_wide)
        self._sheet.setContentsMargins(inset, inset, inset, inset)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._columns.setSpacing(_BETWEEN_COLUMNS if is_wide else 20)
        self.aside.set_wide(is_wide=is_wide)
        self._first.setMinimumWidth(_FIRST_COLUMN if is_wide else 0)
        self._first.setMaximumWidth(_FIRST_COLUMN if is_wide else _UNBOUNDED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE_PX
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            # All in this turn, or the next paint would show the old layout at the new width.
            with self._scroll.relaid("wide" if is_wide else ""):
                self._lay_out()
                self.header.updateGeometry()
                layout = self.layout()
                if layout is not None:
                    layout.activate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and any(c.cancel() for c in self._cards.values()):
            event.accept()
            return
        super().keyPressEvent(event)

    def _new_card(self) -> CallerCard:
        card = CallerCard(CardSize.DESK, self._clock, self)
        self.card_created.emit(card)
        return card

    def _drop(self, about: str) -> None:
        line = self._lines.pop(about)
        line.hide()
        self._notices.removeWidget(line)
        line.deleteLater()

    def _on_header_code_requested(self) -> None:
        self.ask_api_code("")
        self.focus_api_code()

    def _on_dial_shown(self) -> None:
        self._scroll.ensureWidgetVisible(self.aside.dial)

    def _on_code_given(self, form: object) -> None:
        self._code.hide()
        self.api_code_given.emit(form)
