from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from agent_desk.ui.icons import Icon
from agent_desk.ui.main_window import MainWindow
from agent_desk.ui.theme import Theme
from agent_desk.ui.widgets import Toast
from tests.ui.finders import button, has_button, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from agent_desk.ui.rail import Rail

KEY = Qt.Key
DESK, TEAM, SETTINGS = "desk", "team", "settings"


class Page(QWidget):
    """A page with one field to type in."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName("Words")
        QVBoxLayout(self).addWidget(self.edit)


@dataclass
class Office:
    """A window with a page for somebody signed out and three on the rail."""

    window: MainWindow
    away: Page
    pages: dict[str, Page] = field(default_factory=dict)
    refuses: set[str] = field(default_factory=set)

    def add(self, entry: str, icon: Icon, word: str, *, is_last: bool = False) -> None:
        self.pages[entry] = Page()
        self.window.add_page(self.pages[entry], entry)
        self.window.add_entry(entry, icon, word, lambda: self.open(entry), is_last=is_last)

    def open(self, entry: str) -> None:
        if entry not in self.refuses:
            self.window.show_page(self.pages[entry])

    @property
    def rail(self) -> Rail:
        rail = self.window.rail
        assert rail is not None
        return rail

    @property
    def shown(self) -> str:
        return next(entry for entry, page in self.pages.items() if page is self.window.page)

    def has_focus(self, word: str) -> bool:
        return button(self.window, word).hasFocus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        target = self.window.focusWidget() or self.window
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def office(qapp: QApplication) -> Iterator[Office]:
    Theme.apply(qapp, "light")
    away = Page()
    office = Office(MainWindow(away), away)
    office.add(DESK, Icon.DESK, "Desk")
    office.add(SETTINGS, Icon.SETTINGS, "Settings", is_last=True)
    office.add(TEAM, Icon.TAKEN, "Team")
    office.window.show()
    office.window.activateWindow()
    office.open(DESK)
    yield office
    office.window.hide()
    office.window.deleteLater()


def test_the_rail_stands_beside_its_own_pages_only(office: Office) -> None:
    assert office.rail.isVisible()
    assert office.rail.width() == 73
    assert office.pages[DESK].width() == 440 - 73
    office.window.show_page(office.away)
    assert not office.rail.isVisible()
    assert not office.window.is_railed
    assert office.away.width() == 440


def test_one_entry_is_no_choice(office: Office) -> None:
    for entry in (TEAM, SETTINGS, "unknown"):
        office.window.remove_entry(entry)
    assert not office.rail.isVisible()
    assert office.window.is_railed


def test_entries_stand_in_their_order_and_the_last_one_apart(office: Office) -> None:
    assert office.rail.entries == (DESK, TEAM, SETTINGS)
    at = {word: button(office.window, word).geometry() for word in ("Desk", "Team", "Settings")}
    assert (at["Desk"].x(), at["Desk"].y(), at["Desk"].width(), at["Desk"].height()) == (
        *(6, 12),
        *(60, 52),
    )
    assert at["Team"].y() == 12 + 52 + 4
    assert at["Settings"].bottom() == office.rail.height() - 12 - 1


def test_in_a_mirrored_window_it_stands_on_the_other_side(office: Office) -> None:
    office.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.qWait(0)
    assert office.rail.mapTo(office.window, QPoint(0, 0)).x() == 440 - 73
    assert button(office.window, "Desk").x() == 73 - 6 - 60


def test_a_click_shows_the_page_and_leaves_the_keyboard_alone(office: Office) -> None:
    QTest.mouseClick(button(office.window, "Team"), Qt.MouseButton.LeftButton)
    assert office.shown == TEAM
    assert office.rail.selected == TEAM
    assert not office.has_focus("Team")
    assert button(office.window, "Team").isChecked()
    assert not button(office.window, "Desk").isChecked()


def test_what_does_not_open_is_not_selected(office: Office) -> None:
    office.refuses.add(TEAM)
    button(office.window, "Team").click()
    assert office.shown == DESK
    assert office.rail.selected == DESK
    assert not button(office.window, "Team").isChecked()
    button(office.window, "Desk").click()
    assert button(office.window, "Desk").isChecked()


def test_tab_reaches_it_once_and_arrows_move_within(office: Office) -> None:
    office.pages[DESK].edit.setFocus()
    office.press(KEY.Key_Tab)
    assert office.has_focus("Desk")
    for key, word in (
        (KEY.Key_Down, "Team"),
        (KEY.Key_Down, "Settings"),
        (KEY.Key_Down, "Desk"),
        (KEY.Key_Up, "Settings"),
        (KEY.Key_Home, "Desk"),
        (KEY.Key_End, "Settings"),
    ):
        office.press(key)
        assert office.has_focus(word)
        assert office.shown == DESK
    office.press(KEY.Key_Tab)
    assert office.pages[DESK].edit.hasFocus()
    office.press(KEY.Key_Backtab)
    assert office.has_focus("Desk")


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter])
def test_a_key_chooses(office: Office, key: Qt.Key) -> None:
    office.pages[DESK].edit.setFocus()
    office.press(KEY.Key_Tab)
    office.press(KEY.Key_Down)
    office.press(key)
    assert office.shown == TEAM
    assert office.has_focus("Team")


def test_digits_choose_from_anywhere(office: Office) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    office.pages[DESK].edit.setFocus()
    for key, entry in ((KEY.Key_2, TEAM), (KEY.Key_3, SETTINGS), (KEY.Key_1, DESK)):
        office.press(key, control)
        assert office.shown == entry
    office.window.show_page(office.away)
    office.press(KEY.Key_2, control)
    assert office.window.page is office.away


def test_digits_take_the_keyboard_along_on_the_rail(office: Office) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    office.pages[DESK].edit.setFocus()
    office.press(KEY.Key_Tab)
    office.press(KEY.Key_End)
    office.press(KEY.Key_1, control)
    assert office.has_focus("Desk")
    office.refuses.add(TEAM)
    office.press(KEY.Key_2, control)
    assert office.has_focus("Desk")
    office.press(KEY.Key_Tab)
    assert office.pages[DESK].edit.hasFocus()
    office.press(KEY.Key_1, control)
    assert office.pages[DESK].edit.hasFocus()


def test_digits_follow_the_entries_that_are_there(office: Office) -> None:
    office.window.remove_entry(TEAM)
    office.press(KEY.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert office.shown == SETTINGS
    assert not has_button(office.window, "Team")


def test_a_screen_reader_finds_names_and_states(office: Office) -> None:
    assert not list(unnamed(office.window))
    assert office.rail.accessibleName() == "Pages"
    for word in ("Desk", "Team", "Settings"):
        spoken = QAccessible.queryAccessibleInterface(button(office.window, word))
        assert spoken is not None
        assert spoken.role() == QAccessible.Role.RadioButton
        assert bool(spoken.state().checked) == (word == "Desk")


def test_what_is_unread_is_counted_and_said(office: Office) -> None:
    office.rail.set_badge(TEAM, 2, "2 missed calls", is_missed=True)
    team = button(office.window, "Team")
    assert team.accessibleDescription() == "2 missed calls"
    assert [each.isVisible() for each in team.findChildren(QWidget)] == [True]
    office.rail.set_badge(TEAM, 0)
    assert team.accessibleDescription() == ""
    assert not any(each.isVisible() for each in team.findChildren(QWidget))


def test_a_maximised_window_comes_back_maximised(office: Office) -> None:
    window = office.window
    window.showMaximized()
    window.showMinimized()
    window.come_forward()
    assert window.isMaximized()
    assert not window.isMinimized()


@pytest.mark.parametrize("width", [440, 1040])
def test_a_toast_floats_above_the_page_and_not_the_rail(office: Office, width: int) -> None:
    office.window.resize(width, 680)
    toast = Toast(Icon.WHY, "Something was done")
    office.window.show_toast(toast)
    card = toast.geometry().adjusted(toast.margin, 0, -toast.margin, 0)
    page = office.pages[DESK].geometry()
    assert card.width() == min(page.width(), 440) - 32
    assert abs(card.center().x() - page.center().x()) <= 1
    office.window.close_toast()
