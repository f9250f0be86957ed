"""The settings: a page of the main window with one card for each subject and a search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.ui import fault_words, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.scroll import ScrollPage
from agent_desk.ui.settings_dry_run import DryRunSection
from agent_desk.ui.settings_facts import AutostartSection, DiagnosticsSection, SignInSection
from agent_desk.ui.settings_guard import GuardSection
from agent_desk.ui.settings_keys import KeysSection
from agent_desk.ui.settings_labels import LabelsSection
from agent_desk.ui.settings_privacy import PrivacySection
from agent_desk.ui.settings_sections import (
    AppearanceSection,
    NumbersSection,
    PopsSection,
    PreferenceSection,
    desktop_limits,
)
from agent_desk.ui.settings_sounds import SoundsSection
from agent_desk.ui.settings_status import StatusSection
from agent_desk.ui.settings_support import SupportSection
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets import Banner, Button, EmptyState, Field, Kind, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from agent_desk.core.hotkeys import HotkeyState
    from agent_desk.desk.dry_run import PastCall
    from agent_desk.desk.link import LinkView
    from agent_desk.ui.settings_parts import Section
    from agent_desk.ui.settings_values import Account, Preferences, StoredPlaces

_WIDEST_PX: Final = 640
_ROOM_PX: Final = 48


class SettingsPage(QWidget):
    """Shows choices and says which were made.

    Signals: ``chosen(Preferences)``; ``save_requested()`` to try again what could not be saved;
    ``code_requested()``, ``code_forgotten()``; ``autostart_chosen(bool)``; ``link_opened(str)``
    with a checked address; ``past_calls_requested()`` to show the newest of those;
    ``sound_requested(Sound)`` to hear it now; ``keys_awaited(bool)`` while hotkeys are pressed;
    ``closed()`` when the person wants to go back. ``guard`` and ``support`` have signals of
    their own.
    """

    chosen = Signal(object)
    save_requested = Signal()
    code_requested = Signal()
    code_forgotten = Signal()
    autostart_chosen = Signal(bool)
    link_opened = Signal(str)
    past_calls_requested = Signal()
    sound_requested = Signal(object)
    keys_awaited = Signal(bool)
    closed = Signal()

    def __init__(self, version: str) -> None:
        super().__init__()
        self._pops = PopsSection()
        self._sounds = SoundsSection()
        self._keys = KeysSection()
        self._labels = LabelsSection()
        self._dry_run = DryRunSection()
        self._sign_in = SignInSection()
        self._autostart = AutostartSection()
        self._diagnostics = DiagnosticsSection(version)
        self.guard = GuardSection()
        self.status = StatusSection()
        self.support = SupportSection()
        self._sections: tuple[Section, ...] = (
            AppearanceSection(),
            self._pops,
            self.guard,
            self.status,
            self._sounds,
            self._keys,
            PrivacySection(),
            self._labels,
            self._dry_run,
            NumbersSection(),
            self._sign_in,
            self._autostart,
            self._diagnostics,
            self.support,
        )
        self._chosen_by = tuple(
            each for each in self._sections if isinstance(each, PreferenceSection)
        )
        self._has_autostart = False
        self._back = Button(kind=Kind.GHOST, icon=Icon.BACK, height=36, name=self.tr("Back"))
        self._back.clicked.connect(self.closed)
        search = self.tr("Search settings")
        self._search = Field(height=36, placeholder=search, icon=Icon.SEARCH, name=search)
        self._search.text_changed.connect(self._on_search_text_changed)
        self._unsaved = Banner(Icon.FAILED, self.tr("Your choice is not saved"))
        again = Button(self.tr("Save again"), Kind.OUTLINE, icon=Icon.REFRESH, height=32)
        again.clicked.connect(self.save_requested)
        self._unsaved.add_action(again)
        self._unsaved.hide()
        self._nothing = EmptyState(
            Icon.SEARCH, self.tr("Nothing found"), self.tr("Try another word.")
        )
        self._nothing.hide()
        self._build()
        self._wanted: Section | None = None
        self._arrival = QTimer(self)
        self._arrival.setSingleShot(True)
        self._arrival.timeout.connect(self._on_arrival_timeout)
        self._follower = QTimer(self)
        self._follower.setSingleShot(True)
        self._follower.timeout.connect(self._on_follower_timeout)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        for section in self._chosen_by:
            section.chosen.connect(self.chosen)
        self._sign_in.code_requested.connect(self.code_requested)
        self._sign_in.code_forgotten.connect(self.code_forgotten)
        self._autostart.chosen.connect(self.autostart_chosen)
        self._labels.link_opened.connect(self.link_opened)
        self._sounds.play_requested.connect(self.sound_requested)
        self._keys.waiting_changed.connect(self.keys_awaited)
        self._labels.previewed.connect(self._dry_run.show_style)
        self._dry_run.calls_requested.connect(self.past_calls_requested)
        self._filter()

    def show_preferences(self, preferences: Preferences, given: frozenset[str]) -> None:
        """Show what is in force; ``given`` names the values that are the administrator's."""
        for section in self._chosen_by:
            section.show_preferences(preferences, given)

    def show_account(self, account: Account) -> None:
        """Show who is signed in."""
        self._sign_in.show_account(account)
        self._dry_run.show_account(account)
        self._pops.show_limits(desktop_limits(has_keyring=account.has_keyring))

    def show_sounds(self, *, can_play: bool) -> None:
        """Whether more than the system's beep can be heard."""
        self._sounds.show_ability(can_play=can_play)

    def show_hotkeys(self, state: HotkeyState) -> None:
        """How the hotkeys stand."""
        self._keys.show_state(state)

    def show_autostart(self, is_on: bool | None) -> None:
        """Whether the program begins with the session; ``None`` where that cannot be had."""
        self._has_autostart = is_on is not None
        self._autostart.show_state(is_on)
        self._filter()

    def show_past_calls(self, calls: tuple[PastCall, ...]) -> None:
        """Try the rules for cards on these calls, newest first."""
        self._dry_run.show_calls(calls)

    def show_places(self, places: StoredPlaces) -> None:
        """Show where things are kept."""
        self._diagnostics.show_places(places)

    def show_link(self, link: LinkView) -> None:
        """Show how the connection stands."""
        self._diagnostics.show_link(link)

    def show_saved(self, error_code: str, message: str) -> None:
        """Say that the last choice was saved, or with an error's code why it was not."""
        if error_code:
            fault = fault_words.fault(error_code, message)
            holds = self.tr("Your choice holds until the program ends.")
            said = " ".join(filter(None, (fault.sentence, fault.next_step, holds)))
            self._unsaved.set_message(Icon.FAILED, self.tr("Your choice is not saved"), said)
            if self._unsaved.isHidden():
                text.announce(self, said)
        self._unsaved.setVisible(bool(error_code))

    def begin(self) -> None:
        """A person comes to the page: everything is shown, and typing searches."""
        self._search.set_text("")
        self._scroll.verticalScrollBar().setValue(0)
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_section(self, title: str) -> None:
        """A person comes for one section: it stands on top, with the keyboard in it."""
        self.begin()
        for section in self._sections:
            if section.title == title and section.isVisibleTo(self):
                # Next turn: a page that has just been shown has its places only then.
                self._wanted = section
                self._arrival.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._search.text():
            self._search.set_text("")
        elif not self._labels.cancel():
            self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = tokens().line
        painter = QPainter(self)
        bottom = self._head.geometry().bottom() + 1
        painter.fillRect(0, bottom - line, self.width(), line, colour(Token.HAIRLINE))
        painter.end()

    def _build(self) -> None:
        self._head = QWidget()
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self._back)
        title.addWidget(Label(self.tr("Settings"), Role.PAGE), 1)
        head = QVBoxLayout(self._head)
        # So that the arrow, not its button, stands above the edge of the cards.
        head.setContentsMargins(6, 12, 6, 13)
        head.setSpacing(8)
        head.addLayout(title)
        search = QHBoxLayout()
        search.setContentsMargins(10, 0, 10, 0)
        search.addWidget(self._search, 1000)
        search.addStretch(1)
        head.addLayout(search)
        self._search.setMaximumWidth(_WIDEST_PX)
        self._scroll = ScrollPage()
        cards = QWidget()
        cards.setMaximumWidth(_WIDEST_PX)
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for section in self._sections:
            column.addWidget(section)
        column.addWidget(self._nothing)
        column.addStretch(1)
        row = QHBoxLayout(self._scroll.content)
        row.setContentsMargins(16, 16, 16, 16)
        # The cards take all there is up to their greatest width, and stand where reading starts.
        row.addWidget(cards, 1000)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._unsaved)
        whole.addWidget(self._scroll, 1)

    def _filter(self) -> None:
        needles = text.plain(self._search.text()).casefold().split()
        is_any = False
        for section in self._sections:
            is_there = section is not self._autostart or self._has_autostart
            is_found = is_there and section.matches(needles)
            section.setVisible(is_found)
            is_any = is_any or is_found
        if self._nothing.isHidden() and not is_any:
            text.announce(self, self.tr("Nothing found"))
        self._nothing.setVisible(not is_any)

    def _on_focus_changed(self, _before: object, _now: object) -> None:
        # Next turn: what has just been shown has its place only then.
        if self.isVisible():
            self._follower.start(0)

    def _on_arrival_timeout(self) -> None:
        section, self._wanted = self._wanted, None
        if section is not None:
            self._scroll.verticalScrollBar().setValue(section.y())
            section.focus_first()

    def _on_follower_timeout(self) -> None:
        now = QApplication.focusWidget()
        # Nothing moves away below a pointer that is pressing it.
        is_pressing = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and self._scroll.content.isAncestorOf(now) and not is_pressing:
            self._scroll.ensureWidgetVisible(now, 0, _ROOM_PX)

    def _on_search_text_changed(self, _words: str) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._filter()
