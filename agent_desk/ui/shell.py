"""All windows of the program behind one face."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from agent_desk.core.identity import LoginKind
from agent_desk.core.link import Link
from agent_desk.desk.link import LinkView
from agent_desk.ui import fault_words
from agent_desk.ui.call_board import CallBoard
from agent_desk.ui.card_marks import CardMarks
from agent_desk.ui.choose_extension import ChooseExtensionPage
from agent_desk.ui.closing import ClosingTimes
from agent_desk.ui.desk_commands import DeskCommands
from agent_desk.ui.desk_side import Standing
from agent_desk.ui.desk_window import DeskPage
from agent_desk.ui.front import Front
from agent_desk.ui.intent_signals import IntentSignals
from agent_desk.ui.pages import Pages
from agent_desk.ui.pop_stack import PopStack
from agent_desk.ui.replay_progress import ReplayProgress
from agent_desk.ui.settings_access import SettingsAccess
from agent_desk.ui.status_side import StatusSide
from agent_desk.ui.toasts import Toasts
from agent_desk.ui.tray import Tray, TrayState, tray_icon
from agent_desk.ui.warm_up import WarmUp

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from agent_desk.core.clock import Clock
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.caller_card import CallerCard
    from agent_desk.ui.intents import BlockRequest, ExtensionChoice
    from agent_desk.ui.main_window import MainWindow
    from agent_desk.ui.pop import Pop
    from agent_desk.ui.sign_in import SignInPage
    from agent_desk.ui.theme import Theme
    from agent_desk.ui.widgets import Toast

_TICK_MS: Final = 200


class Shell(QObject):
    """Shows what it is told and passes on what a person wants; decides nothing.

    ``intents`` says what a person wants of the shift that is being worked. Signals:
    ``sign_in_requested(SignInForm)`` and ``pop_painted(CallKey, float)`` with the monotonic second
    at which the paint ended that first showed this call in this phase. The others carry nothing.
    """

    sign_in_requested = Signal(object)
    sign_in_touched = Signal()
    demo_requested = Signal()
    sign_out_requested = Signal()
    quit_requested = Signal()
    pop_painted = Signal(object, float)

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        parent: QObject | None = None,
        *,
        front: Front | None = None,
        is_composited: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(parent)
        self.intents = IntentSignals(self)
        self._clock = clock
        self._link = LinkView(Link.SIGNED_OUT)
        self._is_replay = False
        self._extensions: tuple[str, ...] = ()
        front = front or Front()
        self._is_begun = front.is_shown
        self._sign_in = front.sign_in
        self._window = front.window
        self._window.setWindowIcon(tray_icon(TrayState.CONNECTED))
        self._choose = ChooseExtensionPage()
        self._desk = DeskPage(clock)
        self._window.add_page(self._choose)
        self.pages = Pages(self._window, self._desk, clock)
        self._pops = PopStack(clock, self._screen, is_composited=is_composited, parent=self)
        self._marks = CardMarks(self, is_composited=is_composited)
        self._pops.created.connect(self._marks.join_pop)
        self._desk.card_created.connect(self._marks.join)
        closing = ClosingTimes(clock, self._marks.stays)
        self._toasts = Toasts(self._window, self._pops)
        self._board = CallBoard(
            self._pops, self._desk, self.intents, self, toasts=self._toasts, closing=closing
        )
        self._tray = Tray(self)
        self._settings = SettingsAccess(
            self._window,
            theme=theme,
            pops=self._pops,
            closing=closing,
            parent=self,
        )
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._ticker.timeout.connect(self.tick)
        self._warm_up = WarmUp(self._pops, self._desk, self)
        theme.changed.connect(self._tray.refresh)
        self._connect()
        self._commands = DeskCommands(self, self._desk.aside.dial, self)
        self.status = StatusSide(
            self._desk, self._tray, self._commands, self.intents.status_requested, self
        )
        self._desk.header.commands_requested.connect(self._commands.open_palette)

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
        self._forget(is_paused=bool(notice_code))
        self._desk.set_keyring(has_keyring=keyring_available)
        self._sign_in.show_form(kind, identity, has_keyring=keyring_available, notice=notice_code)
        self._show_page(self._sign_in)
        self._sign_in.focus_first()

    @property
    def is_begun(self) -> bool:
        """Whether a person sees the sign-in page since before this was made."""
        return self._is_begun

    def go_on(self) -> None:
        """Go on with the sign-in page that stands already, and with what was typed there."""
        self._show_page(self._sign_in)

    @property
    def is_sign_in_touched(self) -> bool:
        """Whether a person has changed anything on the sign-in page since it was shown."""
        return self._sign_in.is_touched

    def set_keyring(self, *, is_available: bool) -> None:
        """Whether secrets can be kept, where that was not known before."""
        self._desk.set_keyring(has_keyring=is_available)
        self._sign_in.set_keyring(has_keyring=is_available)

    def sign_in_busy(self, busy: bool, *, can_type: bool = False) -> None:
        """Whether the service is being asked; a person ``can_type`` where they did not ask it."""
        self._sign_in.set_busy(is_busy=busy, can_type=can_type)

    def sign_in_failed(self, code: str, message: str, next_step: str) -> None:
        """Say why the sign-in did not work; the English texts serve unknown codes."""
        self._sign_in.fail(code, message, next_step)

    def ask_extensions(self, candidates: tuple[ExtensionChoice, ...]) -> None:
        """Ask which extensions are the agent's own."""
        self._sign_in.forget_secrets()
        self._window.need_person()
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
        self._extensions = extensions
        self._marks.begin(extensions)
        self._desk.header.set_can_choose(can_choose)
        self._sign_in.forget_secrets()
        self._desk.header.set_agent(agent_name, extensions, is_session_only=is_session_only)
        self._tray.set_signed_in(True)
        self._show_page(self._desk)

    # ------------------------------------------------------------------------------- the desk

    def show_replay(self, name: str) -> ReplayProgress:
        """Open the desk for the recording ``name``, before any call: it reaches no service."""
        self._is_replay = True
        self._settings.switch_off()
        self.pages.switch_off()
        self._board.set_replay()
        progress = ReplayProgress(self._desk, name)
        self._show_page(self._desk)
        return progress

    def set_link(self, view: LinkView) -> None:
        """Show the connection."""
        self._link = view
        self._desk.set_link(view)
        self._settings.show_link(view)
        self.pages.show_link(view)
        self._board.set_blind_since(view.blind_since)
        self._desk.header.set_cards(self._board.cards)
        self._follow()

    def set_cards(self, cards: tuple[Card, ...]) -> None:
        """Show these calls, newest first, as pops now and in the window next; others go."""
        self._board.set_cards(cards)
        self._follow()

    def ask_api_code(self, reason_code: str) -> None:
        """Show the panel that asks for the API code, without taking the keyboard."""
        self._desk.ask_api_code(reason_code)

    def block_result(self, request: BlockRequest, ok: bool, code: str, message: str) -> None:
        """Say how blocking, or taking it back, went."""
        self._board.block_result(request, ok, code, message)

    def notice(self, code: str, message: str) -> None:
        """Say something once, calmly."""
        self._desk.notice(fault_words.sentences(code, message))

    def show_toast(self, toast: Toast) -> None:
        """Let ``toast`` float where it is seen: in the window, above the pops where that is not."""
        self._toasts.show(toast)

    # ---------------------------------------------------------------------------- the windows

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self._window

    @property
    def settings(self) -> SettingsAccess:
        """The settings, and the way to them."""
        return self._settings

    @property
    def desk(self) -> DeskPage:
        """The page on which an agent works."""
        return self._desk

    @property
    def commands(self) -> DeskCommands:
        """What can be done in the main window: its keys and the palette."""
        return self._commands

    @property
    def standing(self) -> Standing:
        """How things stand, as far as commands go by it."""
        return Standing(
            self._board.cards,
            self._link,
            is_at_desk=self._window.is_railed,
            is_replay=self._is_replay,
            can_choose=self._desk.header.can_choose,
            presence=self._desk.header.presence,
        )

    def is_blocked(self, card: Card) -> bool:
        """Whether this caller's number was blocked from here."""
        return self._board.is_blocked(card)

    def has_blocked(self, number: PhoneNumber) -> bool:
        """Whether ``number`` was blocked from here, in whatever spelling."""
        return self._board.has_blocked(number)

    def dismiss_card(self, key: CallKey) -> None:
        """Let an ended call go at once; what was written on it is saved."""
        self._marks.save(key)
        self._board.dismiss(key)

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

    def take_number(self, number: str) -> bool:
        """Show what calling a number from outside would do; whether somebody could call it."""
        standing = self.standing
        can_dial = standing.is_at_desk and not standing.is_replay
        if can_dial:
            self._window.go_home()
            self._desk.aside.dial.take(number)
        return can_dial

    def raise_window(self) -> None:
        """Bring the main window to the front, because a person asked for it."""
        self._window.come_forward()

    def come_home(self) -> None:
        """Show the desk, in front, because a person asked for something there."""
        self._window.go_home()
        self.raise_window()

    def warm_up(self) -> None:
        """Build the pops now and not in the next idle moments."""
        self._warm_up.finish()

    def tick(self) -> None:
        """Let everything that runs follow the clock; a timer calls it while there is need."""
        now = self._clock.monotonic()
        self._board.tick(now)
        self._desk.tick()
        self._tray.tick(now)

    def close_all(self) -> None:
        """Hide everything, stop all timers, let go of the windows; once, before the loop ends."""
        self._ticker.stop()
        self._warm_up.stop()
        self._tray.hide()
        self._board.stop()
        self._marks.close()
        self._window.hide()
        self._window.deleteLater()

    # ------------------------------------------------------------------------------- privately

    def _connect(self) -> None:
        self._sign_in.submitted.connect(self.sign_in_requested)
        self._sign_in.touched.connect(self.sign_in_touched)
        self._sign_in.demo_requested.connect(self.demo_requested)
        intents = self.intents
        self._choose.chosen.connect(intents.extensions_chosen)
        self._choose.sign_out_requested.connect(self.sign_out_requested)
        self._desk.join(intents)
        self._desk.header.sign_out_requested.connect(self.sign_out_requested)
        self._desk.header.quit_requested.connect(self.quit_requested)
        self._window.close_requested.connect(self.quit_requested)
        self._tray.show_requested.connect(self.raise_window)
        self._tray.join(intents)
        self._tray.sign_out_requested.connect(self.sign_out_requested)
        self._tray.quit_requested.connect(self.quit_requested)
        for opened in (self._settings.open, self.raise_window):
            self._tray.settings_requested.connect(opened)
        self._settings.code_requested.connect(self.enter_code)
        self._settings.link_opened.connect(intents.link_opened)
        self._settings.guard_applied.connect(self._board.set_guard_settings)
        self.pages.join(intents)
        for page in (self._board, self.pages):
            page.code_requested.connect(self.enter_code)
        self.pages.dial_requested.connect(self._desk.aside.dial.call_back)
        self._board.card_closed.connect(self._on_board_card_closed)
        self._board.pop_painted.connect(self.pop_painted)

    def _show_page(self, page: SignInPage | ChooseExtensionPage | DeskPage) -> None:
        if page is not self._desk or not self._window.is_railed:
            self._window.show_page(page)
        self._window.present()
        if not self._is_replay:
            self._tray.show()
        self._follow()
        self._warm_up.start()

    def _forget(self, *, is_paused: bool) -> None:
        self._board.forget()
        if is_paused:
            self._marks.pause(self._extensions)
        else:
            self._marks.forget()
        self._follow()
        self._desk.forget()
        self.status.forget()
        self.pages.forget()
        self._tray.set_signed_in(False)

    def _follow(self) -> None:
        """Show the state in the tray, and run the timer only while something runs."""
        self._tray.set_view(self._link, self._board.cards, self._clock.monotonic())
        is_needed = bool(self._board.cards) or self._link.retry_at is not None
        if is_needed != self._ticker.isActive():
            (self._ticker.start if is_needed else self._ticker.stop)()
        self._commands.refresh()
        self._warm_up.follow()

    def _screen(self) -> QScreen | None:
        return self._settings.screen(self._window.screen() if self._window.isVisible() else None)

    def enter_code(self) -> None:
        """Ask for the API code, with the keyboard in its panel."""
        self._window.go_home()
        self._desk.ask_api_code("")
        self.raise_window()
        self._desk.focus_api_code()

    def _on_board_card_closed(self, key: CallKey) -> None:
        self._follow()
        self.intents.card_closed.emit(key)
