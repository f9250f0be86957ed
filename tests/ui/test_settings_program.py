"""The settings in the whole program: in force at once, kept, there again after a restart."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, ClassVar

import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from agent_desk.config import Corner, Profile, Settings, SettingsFile, Theme
from agent_desk.core.errors import StorageError
from agent_desk.desk.label_rule import LabelRule
from agent_desk.sandbox import Sandbox
from agent_desk.system.directories import Directories
from agent_desk.ui.theme import Scheme, tokens
from tests.helpers.until import until
from tests.ui.finders import button, has_button, said, unnamed
from tests.ui.person import ACCOUNT, EMAIL, PASSWORD, Person, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget


class Keyring(KeyringBackend):
    """A keyring that lasts as long as the test."""

    priority = 1
    kept: ClassVar[dict[tuple[str, str], str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


class Switch:
    """An autostart switch; ``is_stuck`` ones cannot be moved, ``is_gone`` ones not even read."""

    def __init__(self, *, is_stuck: bool = False) -> None:
        self.is_set = False
        self.is_stuck = is_stuck
        self.is_gone = False

    def is_on(self) -> bool:
        if self.is_gone:
            msg = "The file cannot be read."
            raise StorageError(msg)
        return self.is_set

    def set_on(self, is_on: bool) -> None:
        if self.is_stuck:
            msg = "The file cannot be written."
            raise StorageError(msg)
        self.is_set = is_on


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    """No test leaves its colours or its secrets to the next."""
    Keyring.kept.clear()
    yield
    qapp.clipboard().clear()


async def at_the_settings(person: Person) -> None:
    """Sign in and go there."""
    await person.until_asked()
    person.sign_in()
    await person.until_connected()
    person.press("Settings")
    await person.until_read("Appearance")


def is_chosen(person: Person, words: str) -> bool:
    """Whether the radio button with these words is on."""
    return button(person.window, words).isChecked()


async def test_a_theme_is_in_force_at_once_and_after_a_restart(
    qapp: QApplication, home: Path
) -> None:
    async with Sandbox() as sandbox:
        async with program(qapp, home, sandbox.url) as person:
            await at_the_settings(person)
            assert is_chosen(person, "As the system")
            person.press("Dark")
            assert tokens().scheme is Scheme.DARK
            await until(lambda: person.settings().profile.theme is Theme.DARK)
        async with program(qapp, home, sandbox.url) as person:
            assert tokens().scheme is Scheme.DARK  # before anybody has signed in again
            await at_the_settings(person)
            assert is_chosen(person, "Dark")


async def test_a_choice_right_before_the_end_is_kept(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        for words in ("Dark", "Light", "High contrast", "Top left", "30 s", "Until I close it"):
            person.press(words)
        person.program.stop()
    profile = person.settings().profile
    assert profile.theme is Theme.HIGH_CONTRAST
    assert profile.corner is Corner.TOP_LEFT
    assert profile.stay_s == 0


async def test_a_choice_leaves_the_chosen_extension_alone(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.choose(ACCOUNT)
        person.type("User name", "acct")
        person.type("Password", PASSWORD)
        person.press("Sign in")
        await person.until_read("Which extension is yours?")
        person.tick("SIPSIP2")
        person.press("Use this extension")
        await person.until_connected()
        await until(lambda: person.settings().profile.extensions == ("SIPSIP2",))
        await person.until_quiet()
        person.press("Settings")
        await person.until_read("Appearance")
        person.press("Dark")
        await until(lambda: person.settings().profile.theme is Theme.DARK)
        assert person.settings().profile.extensions == ("SIPSIP2",)


async def test_pops_go_to_the_corner_that_was_chosen(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        call = sandbox.world.ring("SIPSIP1", "0501234567", name="Dana Levi")
        pop = await person.pop(call)
        area = pop.screen().availableGeometry()
        for corner, is_left, is_top in (
            ("Top left", True, True),
            ("Top right", False, True),
            ("Bottom left", True, False),
            ("Bottom right", False, False),
        ):
            person.press(corner)
            at = pop.geometry().center()
            assert (at.x() < area.center().x(), at.y() < area.center().y()) == (is_left, is_top)


async def test_an_ended_call_stays_as_long_as_was_chosen(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        assert is_chosen(person, "8 s")
        person.press("Until I close it")
        call = sandbox.world.ring("SIPSIP1", "0501234567", name="Dana Levi")
        pop = await person.pop(call)
        call.answer()
        await person.until_read("Talking", pop)
        call.hang_up()
        await person.until_read("Stays until it is dismissed", pop)
        person.press("Dismiss this card", pop)
        await until(lambda: not person.has_pop(call))


async def test_numbers_are_read_as_those_of_the_country(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        call = sandbox.world.ring("SIPSIP1", "2025550123", name="Dana Levi")
        pop = await person.pop(call)
        assert not person.reads("+1 202", pop)
        field = "Country of numbers without a prefix"
        assert person.typed(field) == "Israel"
        person.type(field, "united STATES")
        enter(person, field)
        assert person.typed(field) == "United States"
        await person.until_read("+1 202-555-0123", pop)
        person.type(field, "Atlantis")
        enter(person, field)
        assert person.reads("No such country; choose one from the list.")
        person.type(field, "gb")
        enter(person, field)
        assert person.typed(field) == "United Kingdom"
        await until(lambda: person.settings().profile.region == "GB")


def enter(person: Person, name: str) -> None:
    """Press Enter in the field of this name."""
    edit = person.field(name).edit
    popup = edit.completer().popup() if edit.completer() else None
    if popup is not None:
        popup.hide()
    QTest.keyClick(edit, Qt.Key.Key_Return)


async def test_custom_data_is_named_ordered_hidden_and_linked(
    qapp: QApplication, home: Path
) -> None:
    data = {"var_clientID": "a b/7", "campaign": "Spring", "contract": "Gold"}
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        call = sandbox.world.ring("SIPSIP1", "0501234567", name="Dana Levi", custom_data=data)
        pop = await person.pop(call)
        await person.until_read("Client ID", pop)

        def add(key: str, label: str = "", link: str = "") -> None:
            person.press("Add a field")
            person.type("Name in the custom data", key)
            person.type("Label on the card", label)
            person.type("Link, with {value} for the value", link)

        add("")
        person.press("Save field")
        assert person.reads("Enter the name as it comes with the call.")
        person.press("Cancel")
        add("campaign", "Where from")
        assert person.reads("Where from")  # on the sample, while it is being written
        person.press("Save field")
        await person.until_read("Where from", pop)
        for link in ("javascript:alert(1)", "crm.example.com", "https://{value}.example.com/"):
            add("clientid", "Customer", link)
            person.press("Save field")
            assert person.reads("The link must begin with http:// or https://")
            person.press("Cancel")
        add("clientid", "Customer", "https://crm.example.com/c/{value}")
        person.press("Save field")
        await person.until_read("Customer", pop)
        person.press("a b/7", pop)
        assert person.browser.opened == ["https://crm.example.com/c/a%20b%2F7"]
        add("CLIENT_ID", "Twice")
        person.press("Save field")
        assert person.reads("This name is in the list already.")
        person.press("Cancel")
        add("contract")
        button(person.window, "Do not show it").click()
        person.press("Save field")
        await until(lambda: "Gold" not in said(pop))
        assert order(pop, "Where from", "Customer")
        person.press("Move Customer up")
        await until(lambda: order(pop, "Customer", "Where from"))
        person.press("Remove Contract")
        await person.until_read("Gold", pop)
        person.press("Change Customer")
        assert person.typed("Label on the card") == "Customer"
        person.type("Label on the card", "Account")
        person.press("Save field")
        await person.until_read("Account", pop)
        await until(
            lambda: (
                person.settings().profile.labels
                == (
                    LabelRule("clientid", "Account", link="https://crm.example.com/c/{value}"),
                    LabelRule("campaign", "Where from"),
                )
            )
        )


def order(window: QWidget, first: str, second: str) -> bool:
    """Whether ``first`` is read before ``second``."""
    lines = said(window).split("\n")
    return lines.index(first) < lines.index(second)


async def test_the_api_code_can_be_given_and_forgotten(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url, keyring=Keyring) as person:
        await at_the_settings(person)
        assert person.reads(EMAIL)
        assert person.reads("Not set")
        person.press("Enter API code")
        await person.until_read("API code needed")
        person.type("API code", "apicode")
        person.press("Use this code")
        await until(lambda: "apicode" in Keyring.kept.values())
        await person.until_quiet()
        person.press("Settings")
        assert not person.reads("Not set")
        person.press("Forget API code")
        assert person.reads("Not set")
        await until(lambda: "apicode" not in Keyring.kept.values())
        assert "apicode" not in Directories.below(home).settings_file.read_text("utf-8")


async def test_on_a_full_disk_the_choice_holds_and_is_saved_later(
    qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        before = Directories.below(home).settings_file.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            person.press("Dark")
            await person.until_read("Your choice is not saved")
            assert person.reads("Your choice holds until the program ends.")
            assert tokens().scheme is Scheme.DARK
            assert Directories.below(home).settings_file.read_bytes() == before
        person.press("Save again")
        await until(lambda: not person.reads("Your choice is not saved"))
        assert person.settings().profile.theme is Theme.DARK


async def test_another_language_comes_with_the_next_start(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        later = "The windows speak this language from the next start on."
        assert not person.reads(later)
        person.press("עברית")
        assert person.reads(later)
        assert person.reads("Appearance")  # never half of each
        await until(lambda: person.settings().profile.language == "he")
        person.press("English")
        assert not person.reads(later)


async def test_what_the_administrator_set_is_shown_as_such(qapp: QApplication, home: Path) -> None:
    directories = Directories.below(home)
    directories.site.mkdir(parents=True)
    given = {"theme": "dark", "region": "US", "link_hosts": ["crm.example.com"]}
    directories.provisioning_file.write_text(json.dumps({"default": given}))
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        words = "Set by your administrator; you can choose otherwise."
        assert said(person.window).count(words) == 2
        assert person.reads("Your administrator allows links to crm.example.com only.")
        assert tokens().scheme is Scheme.DARK
        person.press("Light")
        assert said(person.window).count(words) == 1
        person.press("Add a field")
        person.type("Name in the custom data", "x")
        person.type("Link, with {value} for the value", "https://elsewhere.example.com/{value}")
        person.press("Save field")
        assert person.reads("The link must lead to a host that your administrator allows.")
        await until(lambda: person.settings().profile.theme is Theme.LIGHT)
        kept = json.loads(directories.settings_file.read_text("utf-8"))
        [profile] = kept["profiles"].values()
        assert profile == {"theme": "light"}


async def test_a_demo_leaves_the_settings_as_they_are(qapp: QApplication, home: Path) -> None:
    settings_file = SettingsFile(Directories.below(home).settings_file)
    settings_file.save(Settings(default=Profile(theme=Theme.DARK)))
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.press("Try without an account")
        await person.until_connected()
        assert tokens().scheme is Scheme.DARK
        person.press("Settings")
        await person.until_read("Nothing of this run is kept, its settings included.")
        person.press("Light")
        assert tokens().scheme is Scheme.LIGHT
        person.press("Back")
        await person.until_quiet()
        person.choose_in_menu("Sign out")
        await person.until_button("Sign in")
        assert tokens().scheme is Scheme.DARK
    assert settings_file.load().settings == Settings(default=Profile(theme=Theme.DARK))


async def test_the_switch_for_the_start_says_what_the_machine_says(
    qapp: QApplication, home: Path
) -> None:
    words = "Start when I log in to this PC"
    switch = Switch()
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url, autostart=switch) as person:
        await at_the_settings(person)
        await person.until_button(words)
        person.press(words)
        await until(lambda: switch.is_set)
        switch.is_stuck = True
        person.press(words)
        await person.until_read("Your choice is not saved")
        await until(lambda: button(person.window, words).isChecked())
        switch.is_gone = True
        person.press("Back")
        person.press("Settings")
        await until(lambda: not has_button(person.window, words))


async def test_without_a_switch_nothing_is_said_of_it(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        assert not has_button(person.window, "Start when I log in to this PC")


async def test_diagnostics_can_be_handed_on(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        person.press("Copy")
        copied = QGuiApplication.clipboard().text()
        assert "settings.json" in copied
        assert "window.log" in copied
        assert "Connected" in copied
        assert EMAIL not in copied
        assert "SIPSIP1" not in copied


async def test_the_way_there_and_back_by_keyboard(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        window = person.window
        window.activateWindow()
        await until(window.isActiveWindow)
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(window, Qt.Key.Key_Comma, control)
        assert not person.reads("Appearance")  # nobody is signed in
        person.sign_in()
        await person.until_connected()
        QTest.keyClick(window, Qt.Key.Key_Comma, control)
        await person.until_read("Appearance")
        search = person.field("Search settings").edit
        assert qapp.focusWidget() is search
        QTest.keyClicks(search, "corner")
        assert person.reads("Pops")
        assert not person.reads("Appearance")
        QTest.keyClick(search, Qt.Key.Key_Escape)
        assert person.reads("Appearance")
        QTest.keyClicks(search, "teleport")
        assert person.reads("Nothing found")
        QTest.keyClick(search, Qt.Key.Key_Escape)
        QTest.keyClick(search, Qt.Key.Key_Tab)
        assert qapp.focusWidget() is button(window, "As the system")
        QTest.keyClick(button(window, "As the system"), Qt.Key.Key_Right)
        assert tokens().scheme is Scheme.LIGHT
        assert list(unnamed(window)) == []
        assert qapp.focusWidget() is button(window, "Light")
        QTest.keyClick(button(window, "Light"), Qt.Key.Key_Escape)
        await person.until_read("Current calls")
        person.shell.tray.settings_requested.emit()
        await person.until_read("Appearance")
