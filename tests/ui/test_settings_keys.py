"""The section of the settings page in which hotkeys are set."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest

from agent_desk.choices import preferences_of, with_preferences
from agent_desk.config import Profile, SettingsFile
from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem, Hotkeys, HotkeyState, HotkeySupport
from agent_desk.ui import hotkey_words, language
from agent_desk.ui.settings_keys import KeysButton, KeysSection, combination_of
from agent_desk.ui.settings_values import Preferences
from agent_desk.ui.text import plain
from agent_desk.ui.theme import Theme
from tests.ui.finders import said, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

NOBODY: frozenset[str] = frozenset()
MUTE, DESK, DIAL = HotkeyAction
KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, META = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.MetaModifier
KEYPAD, NONE = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.NoModifier


class Person:
    """Sets hotkeys with keys alone, and hears what is chosen."""

    def __init__(self, section: KeysSection) -> None:
        self.section = section
        self.hotkeys: list[Hotkeys] = []
        self.waits: list[bool] = []
        section.chosen.connect(self._on_section_chosen)
        section.waiting_changed.connect(self.waits.append)

    def button(self, action: HotkeyAction) -> KeysButton:
        """The button of one action, by the name a screen reader says."""
        title = hotkey_words.title(action)
        buttons = self.section.findChildren(KeysButton)
        return next(each for each in buttons if each.accessibleName().startswith(title))

    def begin(self, action: HotkeyAction) -> None:
        """Press the button of ``action``."""
        self.button(action).setFocus()
        QTest.keyClick(self.button(action), KEY.Key_Space)
        assert self.button(action).is_waiting

    def type(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press keys wherever the keyboard is now."""
        focus = self.section.window().focusWidget()
        QTest.keyClick(focus, key, reduce(or_, modifiers, NONE))

    def set(self, action: HotkeyAction, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press the button of ``action`` and then these keys."""
        self.begin(action)
        self.type(key, *modifiers)
        assert not self.button(action).is_waiting

    def _on_section_chosen(self, preferences: Preferences) -> None:
        self.hotkeys.append(preferences.hotkeys)


@pytest.fixture
def section(qtbot: QtBot) -> KeysSection:
    section = KeysSection()
    qtbot.addWidget(section)
    section.resize(400, 400)
    section.show_preferences(Preferences(), NOBODY)
    section.show()
    section.activateWindow()
    return section


@pytest.fixture
def person(section: KeysSection) -> Person:
    return Person(section)


@pytest.fixture(params=["en", "he"])
def speech(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    code: str = request.param
    language.install(qapp, code)
    Theme.apply(qapp, "light")
    yield code
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.c())


def test_everything_has_a_name_and_none_is_set(speech: str, person: Person) -> None:
    assert list(unnamed(person.section)) == []
    none = {"en": "None", "he": "אין"}[speech]
    for action in HotkeyAction:
        assert person.button(action).accessibleName().endswith(f": {none}")


def test_keys_are_set_changed_and_cleared_without_a_pointer(person: Person) -> None:
    person.set(MUTE, KEY.Key_M, CTRL, ALT)
    person.set(DESK, KEY.Key_F9)
    person.set(MUTE, KEY.Key_Space, SHIFT, CTRL)
    person.set(MUTE, KEY.Key_Backspace)
    assert person.hotkeys == [
        Hotkeys(mute="Ctrl+Alt+M"),
        Hotkeys(mute="Ctrl+Alt+M", desk="F9"),
        Hotkeys(mute="Ctrl+Shift+Space", desk="F9"),
        Hotkeys(desk="F9"),
    ]
    assert person.waits == [True, False] * 4
    assert plain(person.button(DESK).text()) == "F9"


def test_escape_and_tab_leave_everything_as_it_is(person: Person) -> None:
    person.set(MUTE, KEY.Key_Escape)
    assert person.button(MUTE).hasFocus()
    person.set(MUTE, KEY.Key_Tab)
    assert person.button(DESK).hasFocus()
    person.begin(DESK)
    person.button(MUTE).setFocus()
    assert not person.button(DESK).is_waiting
    assert person.hotkeys == []


def test_no_shortcut_of_the_window_gets_the_keys(person: Person) -> None:
    used: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+K"), person.section)
    shortcut.activated.connect(lambda: used.append("Ctrl+K"))
    person.set(MUTE, KEY.Key_K, CTRL)
    assert used == []
    assert person.hotkeys == [Hotkeys(mute="Ctrl+K")]


def test_modifiers_alone_are_waited_on(person: Person) -> None:
    person.begin(MUTE)
    person.type(KEY.Key_Control, CTRL)
    assert person.button(MUTE).is_waiting
    person.type(KEY.Key_M, CTRL, SHIFT)
    assert person.hotkeys == [Hotkeys(mute="Ctrl+Shift+M")]


@pytest.mark.parametrize(
    ("key", "modifiers", "why"),
    [
        (KEY.Key_M, (), "Hold Ctrl or Alt with it"),
        (KEY.Key_M, (SHIFT,), "Hold Ctrl or Alt with it"),
        (KEY.Key_C, (CTRL,), "cannot be used"),
        (KEY.Key_Return, (CTRL,), "cannot be used"),
        (KEY.Key_5, (CTRL, KEYPAD), "cannot be used"),
        (KEY.Key_F9, (), "Go to the call has this"),
    ],
)
def test_a_refusal_is_said_and_changes_nothing(
    person: Person, key: Qt.Key, modifiers: tuple[Qt.KeyboardModifier, ...], why: str
) -> None:
    before = Preferences(hotkeys=Hotkeys(mute="Ctrl+Alt+M", desk="F9"))
    person.section.show_preferences(before, NOBODY)
    person.set(MUTE, key, *modifiers)
    assert why in person.button(MUTE).accessibleDescription()
    assert why in said(person.section)
    # What the system says of the old keys meanwhile does not hide it.
    person.section.show_state(HotkeyState(HotkeySupport.PROGRAM))
    assert why in said(person.section)
    assert person.hotkeys == []
    person.set(MUTE, KEY.Key_F10)
    assert why not in person.button(MUTE).accessibleDescription()
    assert person.hotkeys[-1].mute == "F10"


@pytest.mark.parametrize("key", [KEY.Key_F10, KEY.Key_Backspace])
def test_a_refusal_goes_with_the_next_choice_of_any_action(person: Person, key: Qt.Key) -> None:
    before = Preferences(hotkeys=Hotkeys(desk="F9"))
    person.section.show_preferences(before, NOBODY)
    person.set(MUTE, KEY.Key_F9)
    assert "has this combination already" in said(person.section)
    person.set(DESK, key)
    assert "has this combination already" not in said(person.section)
    assert person.button(MUTE).accessibleDescription() == ""
    person.set(MUTE, KEY.Key_F9)
    assert person.hotkeys[-1].mute == "F9"


def test_what_the_system_refuses_is_said_at_its_action(person: Person) -> None:
    person.section.show_preferences(Preferences(hotkeys=Hotkeys("F9", "F10", "F12")), NOBODY)
    for problem in HotkeyProblem:
        problems = {DESK: problem}
        person.section.show_state(HotkeyState(HotkeySupport.PROGRAM, problems))
        assert person.button(DESK).accessibleDescription() == hotkey_words.problem(problem)
        assert person.button(MUTE).accessibleDescription() == ""
    person.section.show_state(HotkeyState(HotkeySupport.PROGRAM))
    assert person.button(DESK).accessibleDescription() == ""


def test_a_desktop_that_decides_itself_is_explained(person: Person) -> None:
    person.section.show_preferences(Preferences(hotkeys=Hotkeys(mute="F9")), NOBODY)
    person.section.show_state(HotkeyState(HotkeySupport.DESKTOP, is_asking=True))
    assert "asks you now" in said(person.section)
    gives = HotkeyState(HotkeySupport.DESKTOP, triggers={MUTE: "<b>Super</b>+M"})
    person.section.show_state(gives)
    assert "The desktop gives: <b>Super</b>+M" in said(person.section)
    assert "Wayland" in said(person.section)


def test_where_it_is_not_possible_nothing_is_offered(person: Person) -> None:
    person.section.show_preferences(Preferences(), frozenset({"hotkeys"}))
    person.section.show_state(HotkeyState(HotkeySupport.NOBODY))
    assert not any(each.isVisible() for each in person.section.findChildren(KeysButton))
    assert "gives no program keys" in said(person.section)
    assert "administrator" not in said(person.section)
    person.section.show_state(HotkeyState(HotkeySupport.PROGRAM))
    assert all(each.isVisible() for each in person.section.findChildren(KeysButton))


def test_keys_are_called_as_the_platform_calls_them() -> None:
    assert hotkey_words.keys("meta+shift+d", "win32") == "Win+Shift+D"
    assert hotkey_words.keys("Meta+D", "linux") == "Super+D"
    assert hotkey_words.keys("what an administrator wrote") == "what an administrator wrote"


@pytest.mark.parametrize(
    ("platform", "scan_code", "virtual_key", "said"),
    [("xcb", 58, 0, "Alt+M"), ("windows", 50, 0x4D, "Alt+M"), ("xcb", 9, 0, None)],
)
def test_a_key_of_another_alphabet_is_known_by_its_place(
    platform: str, scan_code: int, virtual_key: int, said: str | None
) -> None:
    press = QEvent.Type.KeyPress
    tsadi = 0x05E6
    event = QKeyEvent(press, tsadi, ALT, scan_code, virtual_key, 0, "צ")
    combination = combination_of(event, platform)
    assert (combination and str(combination)) == said


def test_an_administrator_provides_them_and_a_person_chooses_otherwise(tmp_path: Path) -> None:
    provided = tmp_path / "provisioning.json"
    provided.write_text('{"default": {"hotkeys": {"mute": "Ctrl+Alt+M"}}}')
    file = SettingsFile(tmp_path / "settings.json", provided)
    settings = file.load().settings
    assert settings.profile.hotkeys == Hotkeys(mute="Ctrl+Alt+M")
    assert "hotkeys" in file.given(settings.profile)
    chosen = replace(preferences_of(settings.profile), hotkeys=Hotkeys(desk="F9"))
    profile = with_preferences(settings.profile, chosen)
    file.save(settings.with_profile(profile))
    again = file.load().settings.profile
    assert again.hotkeys == Hotkeys(desk="F9")
    assert "hotkeys" not in file.given(again)
    assert Profile().hotkeys == Hotkeys()
