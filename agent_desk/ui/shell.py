"""All windows of the program behind one face."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from agent_desk.core.identity import LoginKind
from agent_desk.core.link import Link
from agent_desk.desk.link import LinkView
from agent_desk.ui import fault_words, words
from agent_desk.ui.block_feedback import BlockFeedback
from agent_desk.ui.choose_extension import ChooseExtensionPage
from agent_desk.ui.closing import ClosingTimes
from agent_desk.ui.desk_window import DeskPage
from agent_desk.ui.main_window import MainWindow
from agent_desk.ui.pop_stack import PopStack, sample_card
from agent_desk.ui.sign_in import SignInPage
from agent_desk.ui.tray import Tray, warm_icons

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card
    from agent_desk.desk.gap import Gap
    from agent_desk.desk.recent import RecentCalls
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.caller_card import CallerCard
    from agent_desk.ui.intents import BlockRequest, ExtensionChoice
    from agent_desk.ui.pop import Pop
    from agent_desk.ui.theme import Theme
    from agent_desk.ui.widgets import Toast

_TICK_MS: Final = 200
_DESK_TURN_MS: Final = 40


class Shell(QObject):
    """Shows what it is told and passes on what a person wants; decides nothing.

    Signals, with what they carry: ``sign_in_requested(SignInForm)``,
    ``extensions_chosen(tuple[str, ...])``, ``mute_requested``, ``resume_requested``,
    ``guard_dismissed``, ``talks_requested`` and ``card_closed`` (a ``CallKey`` each),
    ``block_requested`` and ``unblock_requested(BlockRequest)``, ``api_code_given(ApiCodeForm)``,
    ``link_opened(str)`` with a checked address, and ``pop_painted(CallKey, float)`` with the
    monotonic second at which the paint ended that first showed this call in this phase. The
    others carry nothing.
    """

    sign_in_requested = Signal(object)
    demo_requested = Signal()
    extensions_chosen = Signal(object)
    mute_requested = Signal(object)
    resume_requested = Signal(object)
    guard_dismissed = Signal(object)
    block_requested = Signal(object)
    unblock_requested = Signal(object)
    talks_requested = Signal(object)
    my_calls_requested = Signal()
    api_code_given = Signal(object)
    card_closed = Signal(object)
    try_now_requested = Signal()
    choose_again_requested = Signal()
    sign_out_requested = Signal()
    quit_requested = Signal()
    link_opened = Signal(str)
    pop_painted = Signal(object, float)

    def __init__(self, theme: Theme, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._link = LinkView(Link.SIGNED_OUT)
        self._cards: tuple[Card, ...] = ()
        self._dismissed: set[CallKey] = set()
        self._blocks = BlockFeedback(self)
        self._can_choose = False
        self._closing = ClosingTimes(clock)
        self._is_warm = False
        self._sign_in = SignInPage()
        self._choose = ChooseExtensionPage()
        self._desk = DeskPage(clock)
        self._window = MainWindow(self._sign_in, self._choose, self._desk)
        self._pops = PopStack(clock, self._screen, parent=self)
        self._tray = Tray(self)
        self._ticker = QTimer(self)
        self._ticker.setInterval(_TICK_MS)
        self._ticker.timeout.connect(self.tick)
        self._warm_up = QTimer(self)
        self._warm_up.setInterval(0)
        self._warm_up.timeout.connect(self._warm_up_next)
        self._desk_turn = QTimer(self)
        self._desk_turn.setSingleShot(True)
        self._desk_turn.timeout.connect(self._on_desk_turn_timeout)
        theme.changed.connect(self._tray.refresh)
        self._connect()

    # ----------------------------------------------------------------------------- signing in

    def show_sign_in(
        self,
        *,
        kind: LoginKind = LoginKind.USER,
        identity: str = "",
        notice_code: str = "",
        keyring_available: bool = True,
    ) -> None:
        """Ask who the agent is; ``notice_code`` says why, where there is a reason."""
        self._forget()
        self._desk.set_keyring(has_keyring=keyring_available)
        self._sign_in.show_form(kind, identity, has_keyring=keyring_available, notice=notice_code)
        self._show_page(self._sign_in)
        self._sign_in.focus_first()

    def sign_in_busy(self, busy: bool) -> None:
        """Whether the service is being asked."""
        self._sign_in.set_busy(is_busy=busy)

    def sign_in_failed(self, code: str, message: str, next_step: str) -> None:
        """Say why the sign-in did not work; the English texts serve unknown codes."""
        self._sign_in.fail(code, message, next_step)

    def ask_extensions(self, candidates: tuple[ExtensionChoice, ...]) -> None:
        """Ask which extensions are the agent's own."""
        self._sign_in.forget_secrets()
        self._choose.ask(candidates)
        self._show_page(self._choose)
        self._choose.focus_first()

    def show_desk(
        self,
        agent_name: str,
        extensions: tuple[str, ...],
        *,
        is_session_only: bool,
        can_choose: bool = False,
    ) -> None:
        """The agent is signed in and follows ``extensions``; others exist if ``can_choose``."""
        self._can_choose = can_choose
        self._desk.header.set_can_choose(can_choose)
        self._sign_in.forget_secrets()
        self._desk.header.set_agent(agent_name, extensions, is_session_only=is_session_only)
        self._tray.set_signed_in(True)
        self._show_page(self._desk)

    # ------------------------------------------------------------------------------- the desk

    def set_link(self, view: LinkView) -> None:
        """Show the connection."""
        is_as_of_new = view.blind_since != self._link.blind_since
        self._link = view
        self._desk.set_link(view)
        if is_as_of_new:
            self._show_cards()
        else:
            self._desk.header.set_cards(self._cards)
        self._follow()

    def set_cards(self, cards: tuple[Card, ...]) -> None:
        """Show these calls, newest first, as pops now and in the window next; others go."""
        self._dismissed &= {card.key for card in cards}
        self._cards = tuple(card for card in cards if card.key not in self._dismissed)
        self._closing.follow(self._cards)
        self._show_cards()
        self._follow()

    def set_seat(self, taken_by: str, moved_to: tuple[str, ...]) -> None:
        """Somebody else is signed in on the agent's extension, or the agent on another one."""
        action = self.tr("Choose my extension") if self._can_choose else ""
        self._desk.notice(words.seat(taken_by, moved_to), about="seat", action=action)

    def show_gap(self, gap: Gap) -> None:
        """A blind time, and what the call log has told of it so far."""
        self._desk.notice(words.gap(gap), about=f"gap {gap.began.isoformat()}")

    def set_my_calls(self, calls: RecentCalls) -> None:
        """Show the agent's own recent calls."""
        self._desk.set_my_calls(calls)

    def ask_api_code(self, reason_code: str) -> None:
        """Show the panel that asks for the API code, without taking the keyboard."""
        self._desk.ask_api_code(reason_code)

    def block_result(self, request: BlockRequest, ok: bool, code: str, message: str) -> None:
        """Say how blocking, or taking it back, went."""
        if not self._blocks.is_undoing(request):
            for card in self._cards_of(request.key):
                card.set_block_result(ok)
        number = self._number_text(request)
        toast = self._blocks.toast(request, number, is_done=ok, code=code, message=message)
        self._show_cards()
        self._toast(toast)

    def notice(self, code: str, message: str) -> None:
        """Say something once, calmly."""
        fault = fault_words.fault(code, message)
        self._desk.notice(" ".join(filter(None, (fault.sentence, fault.next_step))))

    # ---------------------------------------------------------------------------- the windows

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self._window

    @property
    def tray(self) -> Tray:
        """The icon in the system's tray."""
        return self._tray

    def pop_widget(self, key: CallKey) -> Pop | None:
        """The pop of one call, if it has one now."""
        return self._pops.pop(key)

    def desk_card(self, key: CallKey) -> CallerCard | None:
        """The card of one call in the main window."""
        return self._desk.card(key)

    def raise_window(self) -> None:
        """Bring the main window to the front, because a person asked for it."""
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def warm_up(self) -> None:
        """Build the pops now and not in the next idle moments."""
        while self._warm_up_next():
            pass

    def tick(self) -> None:
        """Let everything that runs follow the clock; a timer calls it while there is need."""
        for card in self._cards:
            pop = self._pops.pop(card.key)
            desk_card = self._desk.card(card.key)
            if (pop and pop.is_hovered) or (desk_card and desk_card.underMouse()):
                self._closing.keep(card.key)
        for key in self._closing.due():
            self._on_card_closed(key)
        self._show_closing()
        self._pops.tick()
        self._desk.tick()

    def close_all(self) -> None:
        """Hide everything, stop all timers, let go of the windows; once, before the loop ends."""
        self._ticker.stop()
        self._warm_up.stop()
        self._desk_turn.stop()
        self._tray.hide()
        self._window.close_toast()
        self._pops.close_all()
        self._window.hide()
        self._window.deleteLater()

    # ------------------------------------------------------------------------------- privately

    def _connect(self) -> None:
        self._sign_in.submitted.connect(self.sign_in_requested)
        self._sign_in.demo_requested.connect(self.demo_requested)
        self._choose.chosen.connect(self.extensions_chosen)
        self._choose.sign_out_requested.connect(self.sign_out_requested)
        self._desk.card_created.connect(self._on_card_created)
        self._desk.api_code_given.connect(self.api_code_given)
        self._desk.my_calls_requested.connect(self.my_calls_requested)
        self._desk.try_now_requested.connect(self.try_now_requested)
        self._desk.choose_again_requested.connect(self.choose_again_requested)
        self._desk.header.sign_out_requested.connect(self.sign_out_requested)
        self._desk.header.quit_requested.connect(self.quit_requested)
        self._window.close_requested.connect(self.quit_requested)
        self._tray.show_requested.connect(self.raise_window)
        self._tray.sign_out_requested.connect(self.sign_out_requested)
        self._tray.quit_requested.connect(self.quit_requested)
        self._blocks.undo_requested.connect(self.unblock_requested)
        self._pops.created.connect(self._on_pop_created)
        self._pops.painted.connect(self._on_pops_painted)

    def _show_page(self, page: SignInPage | ChooseExtensionPage | DeskPage) -> None:
        self._window.show_page(page)
        self._window.show()
        self._tray.show()
        self._follow()
        if not self._is_warm:
            self._warm_up.start()

    def _warm_up_next(self) -> bool:
        """Build one more thing that a call will need; whether more are missing."""
        if not self._is_warm:
            self._is_warm = self._pops.warm_up()
        if self._is_warm:
            self._warm_up.stop()
            self._desk.warm_up(sample_card())
            warm_icons()
        return not self._is_warm

    def _forget(self) -> None:
        self._blocks.forget()
        self._window.close_toast()
        self._pops.close_toast()
        self.set_cards(())
        self._desk.forget()
        self._tray.set_signed_in(False)

    def _show_cards(self) -> None:
        self._pops.set_cards(self._cards, self._link.blind_since, self._blocks.is_blocked)
        # The window waits until the pop is painted; the timer serves where there is none to paint.
        self._desk_turn.start(_DESK_TURN_MS)
        self._show_closing()

    def _on_desk_turn_timeout(self) -> None:
        self._desk.set_cards(self._cards, self._link.blind_since, self._blocks.is_blocked)
        self._show_closing()

    def _show_closing(self) -> None:
        if self._closing.is_running:
            for card in self._cards:
                for widget in self._cards_of(card.key):
                    widget.set_closing(self._closing.left_s(card.key))

    def _follow(self) -> None:
        """Show the state in the tray, and run the timer only while something runs."""
        self._tray.set_view(self._link, self._cards, self._clock.monotonic())
        if self._cards or self._link.retry_at is not None:
            if not self._ticker.isActive():
                self._ticker.start()
        else:
            self._ticker.stop()

    def _cards_of(self, key: CallKey | None) -> list[CallerCard]:
        if key is None:
            return []
        pop, desk_card = self._pops.pop(key), self._desk.card(key)
        return [*([pop.face] if pop else []), *([desk_card] if desk_card else [])]

    def _number_text(self, request: BlockRequest) -> str:
        shown = [card.number_text for card in self._cards if card.key == request.key]
        return (shown and shown[0]) or request.number.raw

    def _screen(self) -> QScreen | None:
        return self._window.screen() if self._window.isVisible() else None

    def _toast(self, toast: Toast) -> None:
        if self._window.isActiveWindow():
            self._pops.close_toast()
            self._window.show_toast(toast)
        else:
            self._window.close_toast()
            self._pops.show_toast(toast)

    def _on_pop_created(self, pop: Pop) -> None:
        for face in pop.faces:
            self._on_card_created(face)

    def _on_card_created(self, card: CallerCard) -> None:
        card.mute_requested.connect(self.mute_requested)
        card.resume_requested.connect(self.resume_requested)
        card.guard_dismissed.connect(self.guard_dismissed)
        card.talks_requested.connect(self.talks_requested)
        card.block_requested.connect(self.block_requested)
        card.link_opened.connect(self.link_opened)
        card.code_requested.connect(self._on_card_code_requested)
        card.closed.connect(self._on_card_closed)

    def _on_pops_painted(self, card: Card, at: float) -> None:
        self.pop_painted.emit(card.key, at)
        if self._desk_turn.isActive():
            self._desk_turn.start(0)

    def _on_card_code_requested(self) -> None:
        self._desk.ask_api_code("")
        self.raise_window()
        self._desk.focus_api_code()

    def _on_card_closed(self, key: CallKey) -> None:
        self._dismissed.add(key)
        self.set_cards(self._cards)
        self.card_closed.emit(key)
