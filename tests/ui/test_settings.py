"""The settings page by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from agent_desk.choices import LONGEST_STAY_S, preferences_of, with_preferences
from agent_desk.config import Corner as KeptCorner
from agent_desk.config import Profile
from agent_desk.config import Theme as KeptTheme
from agent_desk.core.link import Link
from agent_desk.desk.label_rule import LabelRule
from agent_desk.desk.link import LinkView
from agent_desk.ui import language
from agent_desk.ui.pop_layout import Corner
from agent_desk.ui.settings_labels import MAX_RULES
from agent_desk.ui.settings_page import SettingsPage
from agent_desk.ui.settings_values import PRIMARY_SCREEN, Account, Preferences
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Scheme, Theme
from tests.ui.finders import button, has_button, said, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.helpers.clock import FakeClock

PLAIN = Preferences(scheme=Scheme.LIGHT, language="en")
NOBODY: frozenset[str] = frozenset()


@pytest.fixture(params=["en", "he"])
def speech(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """A language that is read from the left, and one from the right."""
    code: str = request.param
    language.install(qapp, code)
    Theme.apply(qapp, "light")
    yield code
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.c())
    Theme.apply(qapp, "light")


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage("1.2.3")
    qtbot.addWidget(page)
    page.resize(440, 680)
    page.show_preferences(PLAIN, NOBODY)
    page.show_account(Account("maya@example.com"))
    page.show()
    return page


def chosen(page: SettingsPage) -> list[Preferences]:
    """What the page says was chosen, from now on."""
    heard: list[Preferences] = []
    page.chosen.connect(heard.append)
    return heard


def test_everything_on_it_has_a_name(speech: str, page: SettingsPage) -> None:
    assert speech
    page.show_autostart(True)
    page.show_preferences(replace(PLAIN, labels=(LabelRule("a"), LabelRule("b"))), NOBODY)
    assert list(unnamed(page)) == []


def test_corners_lie_as_on_the_screen_in_every_direction(speech: str, page: SettingsPage) -> None:
    words = {"en": ("Top left", "Top right"), "he": ("למעלה משמאל", "למעלה מימין")}[speech]
    left, right = (
        button(page, each).mapTo(page, button(page, each).rect().center()) for each in words
    )
    assert left.x() < right.x()
    assert left.y() == right.y()


def test_tab_comes_to_what_is_chosen_and_arrows_choose(page: SettingsPage) -> None:
    heard = chosen(page)
    light, dark = button(page, "Light"), button(page, "Dark")
    assert light.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not dark.focusPolicy() & Qt.FocusPolicy.TabFocus
    light.setFocus()
    QTest.keyClick(light, Qt.Key.Key_Down)
    assert [each.scheme for each in heard] == [Scheme.HIGH_CONTRAST]


def test_the_same_choice_again_is_none(page: SettingsPage) -> None:
    heard = chosen(page)
    button(page, "Light").click()
    assert heard == []


def test_a_screen_that_was_unplugged_stays_chosen(page: SettingsPage) -> None:
    page.show_preferences(replace(PLAIN, screen="HDMI-7"), NOBODY)
    assert button(page, "HDMI-7 (not there now)").isChecked()
    heard = chosen(page)
    button(page, "The desktop's first screen").click()
    assert [each.screen for each in heard] == [PRIMARY_SCREEN]


def test_a_length_that_is_not_offered_is_shown(page: SettingsPage) -> None:
    page.show_preferences(replace(PLAIN, stay_s=20), NOBODY)
    assert button(page, "20 s").isChecked()


@pytest.mark.parametrize("words", ["corner", "TOP  right", "pops screen", "ended call"])
def test_search_keeps_the_sections_with_the_words(page: SettingsPage, words: str) -> None:
    search(page, words)
    assert "Corner of the screen" in said(page)
    assert "Country of numbers" not in said(page)
    search(page, "")
    assert "Country of numbers" in said(page)


def search(page: SettingsPage, words: str) -> None:
    """Type ``words`` into the search."""
    page.begin()
    QTest.keyClicks(page.focusWidget(), words)


def test_escape_gives_up_a_field_before_the_page(page: SettingsPage) -> None:
    button(page, "Add a field").click()
    closed: list[bool] = []
    page.closed.connect(lambda: closed.append(True))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert has_button(page, "Add a field")
    assert closed == []
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert closed == [True]


def test_a_hostile_label_map_is_only_text(page: SettingsPage) -> None:
    rules = (
        LabelRule("<b>x</b>", "<img src=x>\u202e" * 4, link="javascript:{value}"),
        LabelRule("&key", "&amp;", link="https://crm.example.com/{value}"),
    )
    page.show_preferences(replace(PLAIN, labels=rules), NOBODY)
    opened: list[str] = []
    page.link_opened.connect(opened.append)
    assert "&amp;" in said(page)
    button(page, "12345").click()
    assert opened == ["https://crm.example.com/12345"]


def test_a_full_list_takes_no_more(page: SettingsPage) -> None:
    rules = tuple(LabelRule(f"key{at}") for at in range(MAX_RULES))
    page.show_preferences(replace(PLAIN, labels=rules), NOBODY)
    assert not button(page, "Add a field").isEnabled()


def test_moving_a_field_keeps_the_keyboard_on_it(page: SettingsPage) -> None:
    rules = tuple(LabelRule(key) for key in ("one", "two", "three"))
    page.show_preferences(replace(PLAIN, labels=rules), NOBODY)
    heard = chosen(page)
    button(page, "Move Three up").click()
    assert page.focusWidget() is button(page, "Move Three up")
    button(page, "Move Three up").click()
    assert page.focusWidget() is button(page, "Move Three down")
    assert not has_button(page, "Move Three up")
    assert [rule.key for rule in heard[-1].labels] == ["three", "one", "two"]
    for key in ("Three", "One", "Two"):
        button(page, f"Remove {key}").click()
    assert heard[-1].labels == ()
    assert page.focusWidget() is button(page, "Add a field")


def test_hiding_everything_is_said(page: SettingsPage) -> None:
    keys = ("clientID", "lastTicket", "campaign", "contract")
    rules = tuple(LabelRule(key, is_hidden=True) for key in keys)
    page.show_preferences(replace(PLAIN, labels=rules), NOBODY)
    assert "No custom data is shown." in said(page)


def test_what_the_desktop_cannot_do_is_said_only_where_it_applies(page: SettingsPage) -> None:
    words = "This PC has no keyring that could keep the sign-in."
    assert words not in said(page)
    page.show_account(Account("maya@example.com", has_keyring=False))
    page.show_account(Account("maya@example.com", has_keyring=False))
    assert said(page).count(words) == 1
    page.show_account(Account("", has_code=True))
    assert words not in said(page)
    assert "A token" in said(page)
    assert has_button(page, "Forget API code")


def test_diagnostics_say_how_the_connection_stands(page: SettingsPage) -> None:
    page.show_link(LinkView(Link.OFFLINE, error_code="unreachable", detail="secret detail"))
    button(page, "Copy").click()
    copied = QGuiApplication.clipboard().text()
    assert "Offline · Voicenter cannot be reached." in copied
    assert "1.2.3" in copied
    assert "detail" not in copied
    assert "maya" not in copied


def test_pops_stand_on_the_screen_that_was_chosen(qapp: QApplication, clock: FakeClock) -> None:
    shell = Shell(Theme.apply(qapp, "light"), clock)
    [there] = qapp.screens()
    assert shell.settings.screen(None) is None  # the pops look where the pointer is
    shell.settings.show_preferences(replace(PLAIN, screen=PRIMARY_SCREEN), NOBODY)
    assert shell.settings.screen(None) is there
    shell.settings.show_preferences(replace(PLAIN, screen="HDMI-7"), NOBODY)
    assert shell.settings.screen(there) is there
    shell.close_all()


class Monitor:
    """A screen with a name, as a desktop with several has them."""

    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        return self._name


def test_with_several_screens_one_is_chosen_by_name(
    qapp: QApplication, clock: FakeClock, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(Theme.apply(qapp, "light"), clock)  # it watches what screens there really are
    screens = [Monitor("HDMI-1"), Monitor("DP-2")]
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)
    page.show_preferences(PLAIN, NOBODY)
    heard = chosen(page)
    button(page, "DP-2").click()
    assert [each.screen for each in heard] == ["DP-2"]
    shell.settings.show_preferences(heard[0], NOBODY)
    found: object = shell.settings.screen(None)
    assert found is screens[1]
    shell.close_all()


def test_in_a_replay_there_are_no_settings(qapp: QApplication, clock: FakeClock) -> None:
    shell = Shell(Theme.apply(qapp, "light"), clock)
    shell.show_replay("calls.jsonl")
    assert not has_button(shell.window, "Settings")
    shell.close_all()


def test_choices_and_profile_say_the_same() -> None:
    profile = Profile(
        extensions=("SIPSIP1",),
        theme=KeptTheme.HIGH_CONTRAST,
        language="he",
        corner=KeptCorner.TOP_LEFT,
        screen="HDMI-1",
        stay_s=30,
        less_motion=True,
        region="US",
        labels=(LabelRule("a"),),
        link_hosts=("crm.example.com",),
        blur_numbers=True,
        is_ring_heard=True,
        is_missed_heard=True,
        is_failure_heard=False,
    )
    preferences = preferences_of(profile)
    assert preferences.scheme is Scheme.HIGH_CONTRAST
    assert preferences.corner is Corner.TOP_LEFT
    assert with_preferences(profile, preferences) == profile
    assert preferences_of(Profile(stay_s=-1)).stay_s == 0
    assert preferences_of(Profile(stay_s=99_999)).stay_s == LONGEST_STAY_S
