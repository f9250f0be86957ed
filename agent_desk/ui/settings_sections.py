"""The sections of the settings page in which plain values are chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QSystemTrayIcon, QVBoxLayout, QWidget

from agent_desk.ui import fault_words, language, text, words
from agent_desk.ui.countries import COUNTRIES
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.pop_layout import Corner
from agent_desk.ui.settings_parts import Choice, GivenLine, Section
from agent_desk.ui.settings_values import (
    PRIMARY_SCREEN,
    SCREEN_IN_USE,
    UNTIL_DISMISSED,
    Preferences,
)
from agent_desk.ui.theme import Scheme, Token
from agent_desk.ui.widgets import Field, IconView, Label

if TYPE_CHECKING:
    from collections.abc import Sequence


translate: Final = QCoreApplication.translate

_STAYS_S: Final = (5, 8, 15, 30, 60, UNTIL_DISMISSED)
_COUNTRIES_SHOWN: Final = 7


class PreferenceSection(Section):
    """A section that changes preferences.

    Signals: ``chosen(Preferences)`` with the whole of them.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.preferences = Preferences()

    def show_preferences(self, preferences: Preferences, given: frozenset[str]) -> None:
        """Show what is in force; ``given`` names the administrator's values."""
        self.preferences = preferences
        self._fill(given)

    def _fill(self, given: frozenset[str]) -> None:
        raise NotImplementedError

    def _choose(self, **changes: object) -> None:
        changed = replace(self.preferences, **changes)  # type: ignore[arg-type]  # names of fields
        if changed != self.preferences:
            self.preferences = changed
            self.chosen.emit(changed)


class AppearanceSection(PreferenceSection):
    """Colours, language, motion."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Appearance"))
        self._scheme = Choice(
            self.tr("Theme"),
            (
                (Scheme.SYSTEM, self.tr("As the system")),
                (Scheme.LIGHT, self.tr("Light")),
                (Scheme.DARK, self.tr("Dark")),
                (Scheme.HIGH_CONTRAST, self.tr("High contrast")),
            ),
        )
        names = [(code, text.isolate_name(name)) for code, name in language.LANGUAGES.items()]
        self._language = Choice(self.tr("Language"), [("", self.tr("As the system")), *names])
        self.body.addLayout(self._scheme.layout)
        self.body.addLayout(self._language.layout)
        self._later = self.hint(self.tr("The windows speak this language from the next start on."))
        self._later.hide()
        stillness = ((False, self.tr("As the system")), (True, self.tr("On")))
        self._less_motion = Choice(self.tr("Less motion"), stillness)
        self.body.addLayout(self._less_motion.layout)
        self._less_motion.on.chosen.connect(self._on_less_motion_chosen)
        self._scheme.on.chosen.connect(self._on_scheme_chosen)
        self._language.on.chosen.connect(self._on_language_chosen)

    def _fill(self, given: frozenset[str]) -> None:
        self._scheme.select(self.preferences.scheme)
        self._scheme.set_given("scheme" in given)
        self._language.select(self.preferences.language)
        self._language.set_given("language" in given)
        self._less_motion.select(self.preferences.less_motion)
        self._less_motion.set_given("less_motion" in given)
        # Windows that were made in one language are never half in another.
        now = language.choose(QLocale().name())
        wanted = language.choose(self.preferences.language, QLocale.system().uiLanguages())
        is_later = wanted != now
        if is_later and self._later.isHidden() and self.isVisible():
            text.announce(self, self._later.text())
        self._later.setVisible(is_later)

    def _on_scheme_chosen(self, scheme: object) -> None:
        self._choose(scheme=scheme)

    def _on_language_chosen(self, code: object) -> None:
        self._choose(language=code)

    def _on_less_motion_chosen(self, is_less: object) -> None:
        self._choose(less_motion=is_less)


class PopsSection(PreferenceSection):
    """Where pops stand and how long; what this desktop cannot do."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Pops"))
        corners = (
            (Corner.TOP_LEFT, self.tr("Top left")),
            (Corner.TOP_RIGHT, self.tr("Top right")),
            (Corner.BOTTOM_LEFT, self.tr("Bottom left")),
            (Corner.BOTTOM_RIGHT, self.tr("Bottom right")),
        )
        self._corner = Choice(self.tr("Corner of the screen"), corners, is_fixed_sides=True)
        self._screen = Choice(self.tr("Screen"), self._screens(""))
        self._stay = Choice(self.tr("An ended call stays"), self._stays(8))
        for choice in (self._corner, self._screen, self._stay):
            self.body.addLayout(choice.layout)
        self._limits = QVBoxLayout()
        self._limits.setSpacing(8)
        self.body.addLayout(self._limits)
        self._limits_said: tuple[str, ...] = ()
        self._corner.on.chosen.connect(self._on_corner_chosen)
        self._screen.on.chosen.connect(self._on_screen_chosen)
        self._stay.on.chosen.connect(self._on_stay_chosen)

    def show_limits(self, limits: Sequence[str]) -> None:
        """Say what this desktop cannot do, one sentence each."""
        if tuple(limits) == self._limits_said:
            return
        self._limits_said = tuple(limits)
        while (item := self._limits.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in limits:
            line = _Sentence(Icon.WHY, sentence)
            self._limits.addWidget(line)
            line.show()

    def _fill(self, given: frozenset[str]) -> None:
        now = self.preferences
        self._corner.select(now.corner)
        self._corner.set_given("corner" in given)
        # Screens come and go.
        self._screen.fill(self._screens(now.screen))
        self._screen.select(now.screen)
        self._screen.set_given("screen" in given)
        if not self._stay.offers(now.stay_s):
            self._stay.fill(self._stays(now.stay_s))
        self._stay.select(now.stay_s)
        self._stay.set_given("stay_s" in given)

    def _screens(self, chosen: str) -> list[tuple[str, str]]:
        offered = [
            (SCREEN_IN_USE, self.tr("Where this window is")),
            (PRIMARY_SCREEN, self.tr("The desktop's first screen")),
        ]
        there = [screen.name() for screen in QGuiApplication.screens() if screen.name()]
        if len(there) > 1:
            offered += [(name, text.isolate(name)) for name in there]
        if all(value != chosen for value, _words in offered):
            gone = self.tr("{screen} (not there now)").format(screen=text.isolate(chosen))
            offered.append((chosen, text.isolate(chosen) if chosen in there else gone))
        return offered

    def _stays(self, chosen: int) -> list[tuple[int, str]]:
        lengths = sorted({chosen, *_STAYS_S} - {UNTIL_DISMISSED})
        until = (UNTIL_DISMISSED, self.tr("Until I close it"))
        return [*((seconds, words.length(seconds)) for seconds in lengths), until]

    def _on_corner_chosen(self, corner: object) -> None:
        self._choose(corner=corner)

    def _on_screen_chosen(self, screen: object) -> None:
        self._choose(screen=screen)

    def _on_stay_chosen(self, seconds: object) -> None:
        self._choose(stay_s=seconds)


class NumbersSection(PreferenceSection):
    """The country in which numbers without a prefix are read."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Numbers"))
        self._codes = _countries()
        self._names = {code: name for name, code in self._codes.items()}
        self._country = Field(self.tr("Country of numbers without a prefix"), icon=Icon.SEARCH)
        completer = QCompleter(QStringListModel(list(self._codes), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_COUNTRIES_SHOWN)
        completer.activated.connect(self._on_completer_activated)
        self._country.edit.setCompleter(completer)
        self._country.edit.editingFinished.connect(self._on_edit_finished)
        self.body.addWidget(self._country)
        self._given = GivenLine()
        self.body.addWidget(self._given)
        self.hint(self.tr("Type a part of its name. Cards read numbers this way at once."))

    def _fill(self, given: frozenset[str]) -> None:
        self._given.setVisible("region" in given)
        self._country.set_fault("")
        code = self.preferences.region
        self._country.set_text(self._names.get(code, code))
        self._country.edit.setCursorPosition(0)

    def _on_completer_activated(self, name: str) -> None:
        self._take(name)

    def _on_edit_finished(self) -> None:
        popup = self._country.edit.completer().popup()
        if popup is None or not popup.isVisible():
            self._take(self._country.text())

    def _take(self, typed: str) -> None:
        """A whole name, in any case, or a two-letter code."""
        wanted = typed.strip().casefold()
        for name, code in self._codes.items():
            if wanted in (name.casefold(), code.casefold()):
                self._country.set_text(name)
                self._country.set_fault("")
                self._choose(region=code)
                return
        self._country.set_fault(self.tr("No such country; choose one from the list."))


def desktop_limits(*, has_keyring: bool) -> list[str]:
    """What this desktop cannot do, one sentence each; empty where it can do everything."""
    limits = []
    if QGuiApplication.platformName().startswith("wayland"):
        limits.append(
            translate(
                "settings_sections",
                "This desktop (Wayland) decides itself where windows stand: pops may be elsewhere,"
                " and below other windows.",
            )
        )
    if not QSystemTrayIcon.isSystemTrayAvailable():
        fault = fault_words.fault("no_tray")
        limits.append(f"{fault.sentence} {fault.next_step}")
    if not has_keyring:
        limits.append(fault_words.fault("no_keyring").sentence)
    return limits


class _Sentence(QWidget):
    def __init__(self, icon: Icon, sentence: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconView(icon, 16, Token.TEXT3), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(sentence, Role.LABEL, Token.TEXT2, wrap=True), 1)


def _countries() -> dict[str, str]:
    """The codes of the countries by their names in the language of the windows, in its order."""
    known = frozenset(COUNTRIES)
    names = {}
    for territory in QLocale.Country:
        if QLocale.territoryToString(territory) in known:
            code = QLocale.territoryToCode(territory)
            names[words.region(code)] = code
    return {name: names[name] for name in sorted(names, key=str.casefold)}
