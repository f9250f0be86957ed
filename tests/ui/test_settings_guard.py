"""The section of the recording guard on the settings page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from agent_desk.core.foreground import FrontSupport
from agent_desk.core.guard_reach import GuardReach
from agent_desk.desk.guard_settings import GuardSettings
from agent_desk.ui import screen_edge, settings_guard
from agent_desk.ui.settings_guard import GuardSection
from agent_desk.ui.settings_page import SettingsPage
from agent_desk.ui.settings_values import Preferences
from agent_desk.ui.text import plain
from agent_desk.ui.widgets import Field
from agent_desk.ui.widgets.text_box import TextBox
from tests.ui.finders import button, drop_deleted, said, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def section(qapp: QApplication) -> Iterator[GuardSection]:
    """The section with what is chosen at first."""
    made = GuardSection()
    made.show_preferences(Preferences(), frozenset())
    made.show()
    yield made
    made.deleteLater()
    drop_deleted()
    assert qapp


def chosen(section: GuardSection) -> list[GuardSettings]:
    """What is chosen from now on."""
    heard: list[GuardSettings] = []
    section.chosen.connect(lambda preferences: heard.append(preferences.guard))
    return heard


def of_group(section: GuardSection, title: str, words: str) -> QAbstractButton:
    """A choice of the group with this title."""
    for each in section.findChildren(QAbstractButton):
        if each.accessibleDescription() == title and plain(each.text()) == words:
            return each
    raise LookupError(words)


def box(section: GuardSection) -> TextBox:
    (found,) = section.findChildren(TextBox)
    return found


USUAL = GuardSettings()
REMIND, RESUME = "Remind me while it is muted", "Resume by itself"
KEEP = "Keep the ledger of mutes for"
EDGE = "Edge around the screen while muted"
PROGRAMS = "Let programs on this PC mute and resume"


def test_everything_can_be_chosen_and_has_a_name(section: GuardSection) -> None:
    heard = chosen(section)
    assert list(unnamed(section)) == []
    of_group(section, REMIND, "3 min").click()
    of_group(section, RESUME, "2 min").click()
    button(section, EDGE).click()
    button(section, "Resume when that window is left").click()
    button(section, PROGRAMS).click()
    of_group(section, KEEP, "90 days").click()
    of_group(section, REMIND, "Never").click()
    of_group(section, RESUME, "Never").click()
    expected = [
        now := replace(USUAL, remind_after_s=180),
        now := replace(now, resume_after_s=120),
        now := replace(now, has_screen_edge=False),
        now := replace(now, resumes_on_leaving=False),
        now := replace(now, lets_programs_mute=True),
        now := replace(now, ledger_days=90),
        now := replace(now, remind_after_s=0),
        replace(now, resume_after_s=0),
    ]
    assert heard == expected


@pytest.mark.parametrize(
    ("typed", "seconds"), [("45", 45), ("20", 20), ("19", None), ("4000", None), ("x", None)]
)
def test_another_time_is_a_number_of_seconds(
    section: GuardSection, typed: str, seconds: int | None
) -> None:
    heard = chosen(section)
    own = next(each for each in section.findChildren(Field) if each.isHidden())
    of_group(section, RESUME, "After another time").click()
    assert own.isVisible()
    assert heard == []
    own.set_text(typed)
    own.edit.editingFinished.emit()
    assert heard == ([] if seconds is None else [replace(USUAL, resume_after_s=seconds)])
    assert ("A number of seconds from 20 to 3600." in said(section)) is (seconds is None)


def test_what_is_in_force_is_shown_whatever_it_is(section: GuardSection) -> None:
    guard = GuardSettings(
        remind_after_s=75,
        resume_after_s=45,
        title_patterns=("Pay", "Card*"),
        ledger_days=7,
        lets_programs_mute=True,
    )
    section.show_preferences(Preferences(guard=guard), frozenset({"guard"}))
    assert of_group(section, REMIND, "75 s").isChecked()
    assert of_group(section, RESUME, "After another time").isChecked()
    assert any(each.isVisible() and each.text() == "45" for each in section.findChildren(Field))
    assert of_group(section, KEEP, "7 days").isChecked()
    assert box(section).toPlainText() == "Pay\nCard*"
    assert button(section, PROGRAMS).isChecked()
    assert "Set by your administrator; you can choose otherwise." in said(section)


async def test_titles_count_once_they_are_written(section: GuardSection) -> None:
    heard = chosen(section)
    section.activateWindow()
    box(section).setFocus()
    QTest.keyClicks(box(section), "Pay")
    assert heard == []  # half a word would fit nearly every window
    box(section).setPlainText("  Payment page \n\nCard*\nPayment page\n")
    section.show_preferences(Preferences(), frozenset())
    assert box(section).toPlainText().startswith("  Payment")
    button(section, EDGE).setFocus()
    assert heard == [replace(USUAL, title_patterns=("Payment page", "Card*"))]


@pytest.mark.parametrize("front", FrontSupport)
def test_what_this_desktop_cannot_do_is_said(section: GuardSection, front: FrontSupport) -> None:
    before = said(section)
    section.show_reach(GuardReach(front, has_door_failed=True))
    more = set(said(section).splitlines()) - set(before.splitlines())
    is_fine = front in (FrontSupport.UNKNOWN, FrontSupport.WATCHED)
    assert len(more) == (1 if is_fine else 2)
    section.show_reach(GuardReach(FrontSupport.WATCHED))
    assert said(section) == before


def test_an_edge_that_cannot_be_is_not_offered(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen_edge.can_show_edge()
    monkeypatch.setattr(settings_guard, "can_show_edge", lambda: False)
    made = GuardSection()
    made.show_preferences(Preferences(), frozenset())
    assert qapp
    assert not button(made, EDGE).isEnabled()
    assert not button(made, EDGE).isChecked()
    assert "This desktop (Wayland) lets no program put an edge there." in said(made)
    made.deleteLater()


def test_the_ledger_can_be_asked_for(section: GuardSection) -> None:
    asked: list[bool] = []
    section.ledger_export_requested.connect(lambda: asked.append(True))
    button(section, "Export the ledger…").click()
    assert asked == [True]


@pytest.mark.parametrize("words", ["muted edge", "ledger", "countdown", "payment", "CRM window"])
def test_the_search_finds_it(qapp: QApplication, words: str) -> None:
    page = SettingsPage("1")
    assert qapp
    assert page.guard.matches(words.casefold().split())
    assert isinstance(page, QWidget)
    page.deleteLater()
