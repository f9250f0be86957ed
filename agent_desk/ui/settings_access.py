"""The way to the settings and back, and what a choice changes in the windows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from agent_desk.core.guard_reach import GuardReach
from agent_desk.core.hotkeys import HotkeyState
from agent_desk.core.link import Link
from agent_desk.desk.link import LinkView
from agent_desk.ui import fault_words
from agent_desk.ui.icons import Icon
from agent_desk.ui.masking import masking
from agent_desk.ui.motion import Motion
from agent_desk.ui.save_dialog import ask_where
from agent_desk.ui.settings_values import (
    PRIMARY_SCREEN,
    SCREEN_IN_USE,
    Account,
    Preferences,
    StoredPlaces,
)
from agent_desk.ui.theme import Tone, tokens
from agent_desk.ui.widgets import Toast

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from agent_desk.core.checks import CheckResult
    from agent_desk.desk.dry_run import PastCall
    from agent_desk.ui.closing import ClosingTimes
    from agent_desk.ui.main_window import MainWindow
    from agent_desk.ui.pop_stack import PopStack
    from agent_desk.ui.settings_page import SettingsPage
    from agent_desk.ui.theme import Theme

LEDGER_NAME = "agent_desk-mutes.csv"
_SHORTCUT = "Ctrl+,"
_SETTINGS = "settings"


class SettingsAccess(QObject):
    """Shows the settings in the main window and puts them in force.

    The page is made when it is first asked for. Signals: ``opened()`` when a person comes to the
    page, so that what it shows can be brought up to date; ``chosen(Preferences)`` after they are
    in force; ``guard_applied(GuardSettings)`` whenever those are; ``ledger_exported(str)`` with the
    path of the file to write; the others are those of the page.
    """

    opened = Signal()
    chosen = Signal(object)
    save_requested = Signal()
    code_requested = Signal()
    code_forgotten = Signal()
    autostart_chosen = Signal(bool)
    link_opened = Signal(str)
    hotkeys_applied = Signal(object)
    guard_applied = Signal(object)
    keys_awaited = Signal(bool)
    past_calls_requested = Signal()
    sound_requested = Signal(object)
    check_requested = Signal()
    report_requested = Signal()
    report_saved = Signal(str, str)
    ledger_exported = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        *,
        theme: Theme,
        pops: PopStack,
        closing: ClosingTimes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self.motion = Motion(theme, self)
        self._pops = pops
        self._closing = closing
        self._page: SettingsPage | None = None
        self._preferences = Preferences()
        self._given: frozenset[str] = frozenset()
        self._account = Account()
        self._places = StoredPlaces()
        self._link = LinkView(Link.SIGNED_OUT)
        self._autostart: bool | None = None
        self._saved = ("", "")
        self._hotkeys = HotkeyState()
        self._past_calls: tuple[PastCall, ...] = ()
        self._can_play = True
        self._can_see_lock = True
        self._reach = GuardReach()
        self._shortcut = QShortcut(QKeySequence(_SHORTCUT), window)
        self._shortcut.activated.connect(self.open)
        words = self.tr("Settings")
        window.add_entry(_SETTINGS, Icon.SETTINGS, words, self.open, is_last=True)

    @property
    def is_open(self) -> bool:
        """Whether the main window shows the settings."""
        return self._page is not None and self._window.page is self._page

    @property
    def preferences(self) -> Preferences:
        """What is in force."""
        return self._preferences

    def show_preferences(self, preferences: Preferences, given: frozenset[str]) -> None:
        """Put ``preferences`` in force; ``given`` names the administrator's values."""
        self._given = given
        self._apply(preferences)
        if self._page is not None:
            self._page.show_preferences(preferences, given)

    def show_account(self, account: Account, places: StoredPlaces) -> None:
        """Who is signed in, and where what is kept."""
        self._account, self._places = account, places
        if self._page is not None:
            self._page.show_account(account)
            self._page.show_places(places)

    def show_link(self, link: LinkView) -> None:
        """How the connection stands."""
        self._link = link
        if self.is_open and self._page is not None:
            self._page.show_link(link)

    def show_autostart(self, is_on: bool | None) -> None:
        """Whether the program begins with the session; ``None`` where that cannot be had."""
        self._autostart = is_on
        if self._page is not None:
            self._page.show_autostart(is_on)

    def show_hotkeys(self, state: HotkeyState) -> None:
        """How the hotkeys stand."""
        self._hotkeys = state
        if self._page is not None:
            self._page.show_hotkeys(state)

    def show_saved(self, error_code: str = "", message: str = "") -> None:
        """The last choice was saved, or with an error's code it was not."""
        self._saved = (error_code, message)
        if self._page is not None:
            self._page.show_saved(error_code, message)

    def show_past_calls(self, calls: tuple[PastCall, ...]) -> None:
        """The agent's last calls, newest first; none once nobody is signed in."""
        self._past_calls = calls
        if self._page is not None:
            self._page.show_past_calls(calls)

    def show_lock(self, is_possible: bool) -> None:
        """Whether this system tells that the PC is locked."""
        self._can_see_lock = is_possible
        if self._page is not None:
            self._page.status.show_lock(is_possible=is_possible)

    def show_sounds(self, can_play: bool) -> None:
        """Whether more than the system's beep can be heard."""
        self._can_play = can_play
        if self._page is not None:
            self._page.show_sounds(can_play=can_play)

    def show_reach(self, reach: GuardReach) -> None:
        """What the recording guard can be reached by from outside these windows."""
        self._reach = reach
        if self._page is not None:
            self._page.guard.show_reach(reach)

    def show_ledger_exported(self, error_code: str = "", message: str = "") -> None:
        """The ledger was saved, or with an error's code it was not."""
        if error_code:
            said = fault_words.sentences(error_code, message)
            toast = Toast(Icon.FAILED, said, tone=Tone.MUTED)
        else:
            toast = Toast(Icon.TICK, self.tr("The ledger is saved."), tone=Tone.NEUTRAL)
        self._window.show_toast(toast)

    def show_checking(self, *, is_checking: bool) -> None:
        """Whether everything is being checked now."""
        if self._page is not None:
            self._page.support.show_checking(is_checking=is_checking)

    def show_check(self, result: CheckResult) -> None:
        """What one check has found."""
        if self._page is not None:
            self._page.support.show_result(result)

    def show_report(self, report: str) -> None:
        """The report for support, to be read before it is saved."""
        if self._page is not None:
            self._page.support.show_report(report)

    def show_report_saved(self, error_code: str = "", message: str = "") -> None:
        """The report was saved, or with an error's code it was not."""
        if self._page is not None:
            error = fault_words.sentences(error_code, message) if error_code else ""
            self._page.support.show_saved(error)

    def open(self) -> None:
        """Show the page, if somebody is signed in and at another one."""
        if self.is_open or not self._window.is_railed:
            return
        if self._page is None:
            self._page = self._made()
        self.opened.emit()
        self.past_calls_requested.emit()
        self._page.show_link(self._link)
        self._window.show_page(self._page)
        self._page.begin()

    def open_at(self, title: str) -> None:
        """Show the page at the section that is called ``title``."""
        self.open()
        if self.is_open and self._page is not None:
            self._page.show_section(title)

    def choose(self, preferences: Preferences) -> None:
        """Put ``preferences`` in force, as if a person had chosen them on the page."""
        self._on_page_chosen(preferences)

    def switch_off(self) -> None:
        """Let nobody come here: in a replay there is nobody whose choices could be kept."""
        self._shortcut.setEnabled(False)
        self._window.remove_entry(_SETTINGS)

    def screen(self, in_use: QScreen | None) -> QScreen | None:
        """The screen on which pops are to stand; ``None`` leaves it to them."""
        wanted = self._preferences.screen
        if wanted == SCREEN_IN_USE:
            return in_use
        if wanted == PRIMARY_SCREEN:
            return QGuiApplication.primaryScreen()
        # One that was unplugged gives way to the one in use until it is back.
        there = (each for each in QGuiApplication.screens() if each.name() == wanted)
        return next(there, in_use)

    def _made(self) -> SettingsPage:
        # Here, since its import would hold up the first paint for 25 ms.
        from agent_desk.ui.settings_page import SettingsPage  # noqa: PLC0415

        page = SettingsPage(QCoreApplication.applicationVersion())
        page.show_preferences(self._preferences, self._given)
        page.show_account(self._account)
        page.show_places(self._places)
        page.show_autostart(self._autostart)
        page.show_saved(*self._saved)
        page.show_hotkeys(self._hotkeys)
        page.show_past_calls(self._past_calls)
        page.show_sounds(can_play=self._can_play)
        page.status.show_lock(is_possible=self._can_see_lock)
        page.guard.show_reach(self._reach)
        page.chosen.connect(self._on_page_chosen)
        page.save_requested.connect(self.save_requested)
        page.code_requested.connect(self._on_page_code_requested)
        page.code_forgotten.connect(self.code_forgotten)
        page.autostart_chosen.connect(self.autostart_chosen)
        page.link_opened.connect(self.link_opened)
        page.keys_awaited.connect(self.keys_awaited)
        page.past_calls_requested.connect(self.past_calls_requested)
        page.sound_requested.connect(self.sound_requested)
        page.guard.ledger_export_requested.connect(self._on_ledger_export_requested)
        page.support.check_requested.connect(self.check_requested)
        page.support.report_requested.connect(self.report_requested)
        page.support.report_saved.connect(self.report_saved)
        page.closed.connect(self._window.go_home)
        self._window.add_page(page, _SETTINGS)
        return page

    def _apply(self, preferences: Preferences) -> None:
        self._preferences = preferences
        if self._theme.scheme is not preferences.scheme:
            self._theme.choose(preferences.scheme, is_still=tokens().is_still)
        masking.switch(preferences.blur_numbers)
        self._closing.set_stay(preferences.stay_s)
        self._pops.set_corner(preferences.corner)
        self.motion.choose(is_less=preferences.less_motion)
        self.hotkeys_applied.emit(preferences.hotkeys)
        self.guard_applied.emit(preferences.guard)

    def _on_page_chosen(self, preferences: Preferences) -> None:
        self._given = frozenset(
            name
            for name in self._given
            if getattr(preferences, name) == getattr(self._preferences, name)
        )
        self.show_preferences(preferences, self._given)
        self.chosen.emit(preferences)

    def _on_ledger_export_requested(self) -> None:
        title = self.tr("Save the ledger of mutes")
        ask_where(self._window, title, LEDGER_NAME, self.ledger_exported.emit)

    def _on_page_code_requested(self) -> None:
        self._window.go_home()
        self.code_requested.emit()
