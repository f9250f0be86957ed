"""The settings' section that tries the rules for cards on calls of the past."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.dry_run import PastCall
from agent_desk.desk.label_rule import LabelRule
from agent_desk.desk.state import CallFacts, CallKey, Direction, Phase
from agent_desk.ui import language
from agent_desk.ui.dry_run_words import MAX_REASONS
from agent_desk.ui.masking import masking
from agent_desk.ui.settings_dry_run import DryRunSection, RowHead
from agent_desk.ui.settings_page import SettingsPage
from agent_desk.ui.settings_parts import Section
from agent_desk.ui.settings_values import Account, Preferences
from agent_desk.ui.theme import Scheme, Theme
from tests.ui.finders import button, has_button, said, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

PLAIN = Preferences(scheme=Scheme.LIGHT, language="en")
NOBODY: frozenset[str] = frozenset()
NUMBER = "+972 50-123-4567"
CRM = "https://crm.example.com/client/{value}"
TITLES = {
    "en": ("What would have popped", "Hide numbers until pointed at"),
    "he": ("מה היה קופץ", "הסתרת מספרים עד הצבעה עליהם"),
    "ar": ("ما الذي كان سينبثق", "إخفاء الأرقام حتى يُشار إليها"),
    "ru": ("Что бы всплыло", "Скрывать номера, пока на них не навели"),
}


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    """No test leaves its language or its hidden numbers to the next."""
    yield
    masking.switch(False)
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.c())
    Theme.apply(qapp, "light")


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    return made(qtbot)


def made(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage("1.2.3")
    qtbot.addWidget(page)
    page.resize(440, 2000)
    page.show_preferences(PLAIN, NOBODY)
    page.show_account(Account("maya@example.com"))
    page.show()
    return page


def past(call_id: str = "1", minute: int = 30, **more: Any) -> PastCall:  # noqa: ANN401 - any field
    fields = {"number": PhoneNumber("0501234567"), **more}
    key = CallKey("SIPSIP1", call_id)
    when = datetime(2026, 11, 3, 9, minute, tzinfo=UTC)
    return PastCall(CallFacts(key, Phase.ENDED, Direction.INCOMING, **fields), when)


def heads(page: SettingsPage) -> list[RowHead]:
    return [head for head in page.findChildren(RowHead) if head.isVisibleTo(page)]


def names(page: SettingsPage) -> list[str]:
    return [head.accessibleName() for head in heads(page)]


def show(qtbot: QtBot, page: SettingsPage, *calls: PastCall) -> list[RowHead]:
    """Have ``calls`` tried, and wait until all are shown."""
    page.show_past_calls(calls)
    qtbot.waitUntil(lambda: len(heads(page)) == len(calls))
    return heads(page)


def find(section: type[Section], page: SettingsPage) -> Section:
    [found] = page.findChildren(section)
    return found


def test_without_calls_it_says_what_to_do(page: SettingsPage) -> None:
    assert "Take a call, or make one, and look again" in said(page)
    assert "With the API code" in said(page)
    page.show_account(Account("maya@example.com", has_code=True))
    assert "With the API code" not in said(page)
    asked: list[bool] = []
    page.past_calls_requested.connect(lambda: asked.append(True))
    button(page, "Look again").click()
    assert asked == [True]


def test_a_row_says_whom_when_and_what_the_rules_did(qtbot: QtBot, page: SettingsPage) -> None:
    rules = (
        LabelRule("clientID", "Client", link=CRM),
        LabelRule("contract", is_hidden=True),
    )
    page.show_preferences(replace(PLAIN, labels=rules), NOBODY)
    data = {"var_clientID": "77", "contract": "Gold", "AIExists": "1"}
    log = replace(past("2", 20), is_from_log=True)
    show(
        qtbot,
        page,
        past(name="Dana Levi", custom_data=data),
        log,
        past("3", number=PhoneNumber("")),
    )
    first, second, third = names(page)
    assert first.startswith("Dana Levi, 3 Nov ")
    assert "Client opens crm.example.com · renamed: Client · hidden: Contract" in first
    assert second.startswith(NUMBER)
    assert second.endswith("No link · from the call log")
    assert third.startswith("Hidden number")
    assert list(unnamed(page)) == []


def test_a_row_opens_by_key_and_tells_every_reason(qtbot: QtBot, page: SettingsPage) -> None:
    rules = (
        LabelRule("clientID", "Client", link=CRM),
        LabelRule("contract", is_hidden=True),
        LabelRule("missing"),
        LabelRule("linked", link=CRM),
    )
    page.show_preferences(replace(PLAIN, labels=rules), NOBODY)
    data = {"clientID": "77", "contract": "Gold", "AIExists": "1", "campaign": "Spring"}
    [head] = show(qtbot, page, past(custom_data=data, number=PhoneNumber("")))
    assert "Title:" not in said(page)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(head, key)
    for reason in (
        "Title: the caller hides the number",
        "Also: no name came with the call",
        "Link of Client: a rule for custom data makes it",
        "clientID: shown as Client, by its rule · 77",
        "contract: not shown, its rule hides it",
        "AIExists: not shown, the service's own",
        "campaign: shown as Campaign, no rule renames it · Spring",
        "missing: its rule finds no such value in this call",
        "linked: its rule has a link, but the call no such value",
    ):
        assert reason in said(page).splitlines()
    assert head.accessibleDescription() == "The reasons are shown."
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert "Title:" not in said(page)


def test_a_call_of_the_log_says_what_the_log_cannot_know(qtbot: QtBot, page: SettingsPage) -> None:
    [head] = show(qtbot, page, replace(past(), is_from_log=True))
    head.click()
    assert "The call log keeps no names of callers" in said(page)


def test_arrow_keys_move_between_calls(qtbot: QtBot, page: SettingsPage) -> None:
    first, second = show(qtbot, page, past("1"), past("2"))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert page.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert page.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert page.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert page.focusWidget() is first


def test_a_rule_is_tried_while_it_is_written(qtbot: QtBot, page: SettingsPage) -> None:
    show(qtbot, page, past(name="Dana Levi", custom_data={"clientID": "77"}))
    assert "No link" in names(page)[0]
    chosen: list[Preferences] = []
    page.chosen.connect(chosen.append)
    button(page, "Add a field").click()
    for words in ("clientID", "Customer", CRM):
        QTest.keyClicks(page.focusWidget(), words)
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "Customer opens crm.example.com" in names(page)[0])
    assert chosen == []
    button(page, "Cancel").click()
    qtbot.waitUntil(lambda: "No link" in names(page)[0])


def test_numbers_are_read_in_the_country_that_is_chosen(qtbot: QtBot, page: SettingsPage) -> None:
    show(qtbot, page, past(number=PhoneNumber("2025550123")))
    page.show_preferences(replace(PLAIN, region="US"), NOBODY)
    qtbot.waitUntil(lambda: names(page)[0].startswith("+1 202-555-0123"))


def test_as_many_calls_are_tried_as_were_asked_for(qtbot: QtBot, page: SettingsPage) -> None:
    calls = tuple(past(str(at), at) for at in range(30))
    page.show_past_calls(calls)
    qtbot.waitUntil(lambda: len(heads(page)) == 10)
    button(page, "25").click()
    qtbot.waitUntil(lambda: len(heads(page)) == 25)
    button(page, "50").click()
    qtbot.waitUntil(lambda: len(heads(page)) == 30)
    button(page, "10").click()
    assert len(heads(page)) == 10
    page.show_past_calls(())
    assert heads(page) == []
    assert "No calls yet" in said(page)


def test_another_call_in_the_same_row_is_folded(qtbot: QtBot, page: SettingsPage) -> None:
    [head] = show(qtbot, page, past("1"))
    head.click()
    page.show_past_calls((past("1", name="Dana Levi"),))
    qtbot.waitUntil(lambda: names(page)[0].startswith("Dana"))
    assert "Title: the name came with the call" in said(page)
    page.show_past_calls((past("2", name="Omer Katz"),))
    qtbot.waitUntil(lambda: names(page)[0].startswith("Omer"))
    assert "Title:" not in said(page)


def test_a_call_of_which_nothing_is_known_would_not_pop(qtbot: QtBot, page: SettingsPage) -> None:
    call = past(number=PhoneNumber(""))
    nothing = replace(call, facts=replace(call.facts, direction=Direction.UNKNOWN), at=None)
    show(qtbot, page, nothing)
    assert names(page) == ["Hidden number, No pop: nothing is known of this call"]


def test_hostile_calls_are_only_text_and_hold_nobody_up(qtbot: QtBot, page: SettingsPage) -> None:
    evil = "<b>x</b>\u202e&amp;\u0000" + "W" * 10_000
    data: dict[str, Any] = {f"{evil}{at}": evil for at in range(400)}
    data |= {"url": "javascript:alert(1)", "site": "https://a@b.example.com/"}
    rules = tuple(LabelRule(f"{evil}{at}", evil, link=f"file:///{evil}") for at in range(40))
    page.show_preferences(replace(PLAIN, labels=rules), NOBODY)
    call = past(name=evil[:256], custom_data=data)
    longest_s = 0.0
    page.show_past_calls((call, past("2")))
    deadline = time.monotonic() + 20
    while len(heads(page)) < 2:
        assert time.monotonic() < deadline
        began = time.monotonic()
        qtbot.wait(1)
        longest_s = max(longest_s, time.monotonic() - began)
    width = page.width()
    heads(page)[0].click()
    qtbot.wait(1)
    assert page.width() == width
    lines = said(find(DryRunSection, page)).splitlines()
    assert max(len(line) for line in lines) < 600
    assert sum("shown as" in line for line in lines) <= MAX_REASONS
    assert "More than fits here is left out." in lines
    assert not has_button(page, "javascript:alert(1)")
    assert longest_s < 2


def test_titles_that_are_numbers_hide_with_the_others(qtbot: QtBot, page: SettingsPage) -> None:
    first, second = show(qtbot, page, past("1"), past("2", name="Dana Levi"))
    masking.switch(True)
    assert first.accessibleName().startswith("••• ••• ••67")
    assert second.accessibleName().startswith("Dana Levi")
    page.activateWindow()
    with qtbot.waitActive(page):
        first.setFocus()
    assert first.accessibleName().startswith(NUMBER)
    second.setFocus()
    assert first.accessibleName().startswith("•••")


@pytest.mark.parametrize("code", ["en", "he", "ar", "ru"])
def test_search_finds_the_sections_in_every_language(
    qtbot: QtBot, qapp: QApplication, code: str
) -> None:
    language.install(qapp, code)
    Theme.apply(qapp, "dark")
    page = made(qtbot)
    for words, mine in zip(TITLES[code], ("DryRunSection", "PrivacySection"), strict=True):
        page.begin()
        field = page.focusWidget()
        assert isinstance(field, QLineEdit)
        field.setText(words)
        there = [each for each in page.findChildren(Section) if each.isVisibleTo(page)]
        assert [type(each).__name__ for each in there] == [mine]


def test_sections_stand_in_the_order_in_which_they_are_needed(page: SettingsPage) -> None:
    page.show_autostart(True)
    order = [
        *("Appearance", "Pops", "Sounds", "Keyboard shortcuts", "Privacy", "Custom data"),
        *("What would have popped", "Numbers", "Sign-in", "Start", "Diagnostics"),
    ]
    lines = said(page).splitlines()
    there = [title for title in order if title in lines]
    assert [title for title in lines if title in there] == there


def test_hiding_numbers_is_a_choice(page: SettingsPage) -> None:
    heard: list[Preferences] = []
    page.chosen.connect(heard.append)
    box = button(page, "Hide numbers until pointed at")
    box.click()
    assert [each.blur_numbers for each in heard] == [True]
    page.show_preferences(PLAIN, frozenset({"blur_numbers"}))
    assert not box.isChecked()
    assert said(page).count("Set by your administrator") == 1
