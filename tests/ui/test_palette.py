"""The command palette and the keys of commands, in a window of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from agent_desk.ui import language
from agent_desk.ui.commands import Command, Commands, Shortcuts
from agent_desk.ui.icons import Icon
from agent_desk.ui.palette import Palette
from agent_desk.ui.theme import Theme
from tests.ui.finders import drop_deleted, said, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A window with a field to type into, six commands, and the palette."""

    def __init__(self, qtbot: QtBot) -> None:
        self.done: list[str] = []
        self.reason = ""
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(440, 680)
        self.field = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.field)
        words = ("Mute recording", "Resume recording", "Write a note", "Settings", "Sign out")
        made = [
            Command(name, name, Icon.DESK, self._doing(name), keys)
            for name, keys in zip(words, ("Ctrl+Shift+M", "Ctrl+Shift+R", "", "", ""), strict=True)
        ]
        off = Command("Block", "Block", Icon.BLOCK, self._doing("Block"), why_not=self.why)
        self.commands = Commands([*made, off])
        self.palette = Palette(self.window, self.commands)
        self.palette.chosen.connect(self.commands.run)
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()
        assert QTest.qWaitForWindowActive(self.window)

    def why(self) -> str:
        return "No call right now"

    def _doing(self, name: str) -> Callable[[], None]:
        return lambda: self.done.append(name)

    @property
    def keyboard(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.keyboard, key)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.keyboard, words)

    @property
    def shown(self) -> list[str]:
        return [command.words for command, _reason in self.palette.model.rows]

    @property
    def current(self) -> str:
        command = self.palette.current
        return command.words if command else ""


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    Theme.apply(qapp, "light")
    yield Desk(qtbot)
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.c())
    Theme.apply(qapp, "light")


def test_it_is_a_part_of_its_window_and_opens_only_when_told(desk: Desk) -> None:
    assert not desk.palette.isVisible()
    assert not desk.palette.isWindow()
    windows = len(QApplication.topLevelWidgets())
    desk.palette.open()
    assert desk.palette.isVisible()
    assert len(QApplication.topLevelWidgets()) == windows
    assert desk.palette.geometry() == desk.window.rect()


def test_typing_finds_and_enter_does_it_with_the_keyboard_back(desk: Desk) -> None:
    desk.palette.open()
    assert desk.keyboard is not desk.field
    desk.type("rec resu")
    assert desk.shown == ["Resume recording"]
    desk.press(Key.Key_Return)
    assert desk.done == ["Resume recording"]
    assert not desk.palette.isVisible()
    assert desk.keyboard is desk.field
    assert desk.field.text() == ""


def test_escape_gives_the_keyboard_back_and_does_nothing(desk: Desk) -> None:
    desk.field.setText("half a sentence")
    desk.field.setCursorPosition(4)
    closed: list[bool] = []
    desk.palette.closed.connect(lambda: closed.append(True))
    desk.palette.open()
    desk.type("mute")
    desk.press(Key.Key_Escape)
    assert desk.keyboard is desk.field
    assert (desk.field.text(), desk.field.cursorPosition()) == ("half a sentence", 4)
    assert (desk.done, closed) == ([], [True])


def test_the_keyboard_goes_to_the_window_where_its_place_is_gone(desk: Desk) -> None:
    desk.palette.open()
    desk.field.deleteLater()
    drop_deleted()
    desk.press(Key.Key_Escape)
    assert not desk.palette.isVisible()
    assert QApplication.focusWidget() is desk.window


def test_keys_move_in_the_list_and_round_its_ends(desk: Desk) -> None:
    desk.palette.open()
    assert desk.current == "Mute recording"
    desk.press(Key.Key_Down, Key.Key_Down)
    assert desk.current == "Write a note"
    desk.press(Key.Key_End)
    assert desk.current == "Block"
    desk.press(Key.Key_Down)
    assert desk.current == "Mute recording"
    desk.press(Key.Key_Up)
    assert desk.current == "Block"
    desk.press(Key.Key_Home)
    assert desk.current == "Mute recording"
    desk.press(Key.Key_PageDown)
    assert desk.current == "Block"
    desk.press(Key.Key_PageUp)
    assert desk.current == "Mute recording"
    desk.press(Key.Key_Tab)
    assert desk.palette.isAncestorOf(desk.keyboard)


def test_with_shift_home_and_end_are_those_of_the_field(desk: Desk) -> None:
    desk.palette.open()
    desk.type("o")
    desk.press(Key.Key_Down)
    here = desk.current
    QTest.keyClick(desk.keyboard, Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert desk.current == here
    QTest.keyClick(desk.keyboard, Key.Key_A, CTRL)
    QTest.keyClick(desk.keyboard, Key.Key_X, CTRL)
    assert len(desk.shown) == 6


def test_what_cannot_be_done_says_why_and_stays(desk: Desk) -> None:
    desk.palette.open()
    desk.type("block")
    desk.press(Key.Key_Return)
    assert desk.done == []
    assert desk.palette.is_open
    index = desk.palette.model.index(0)
    assert index.data() == "Block, No call right now"
    assert not index.flags() & Qt.ItemFlag.ItemIsEnabled


def test_nothing_found_is_said_and_enter_does_nothing(desk: Desk) -> None:
    desk.palette.open()
    desk.type("teleport")
    assert "No such command" in said(desk.palette)
    desk.press(Key.Key_Return, Key.Key_Down, Key.Key_End)
    assert desk.done == []
    assert desk.palette.is_open
    assert desk.palette.current is None


def test_what_was_done_last_comes_first(desk: Desk) -> None:
    desk.palette.open()
    desk.type("sign")
    desk.press(Key.Key_Return)
    desk.palette.open()
    assert desk.shown[0] == "Sign out"
    desk.type("mu")
    assert desk.current == "Mute recording"


def test_a_press_on_a_row_does_it_and_one_beside_the_panel_closes(desk: Desk) -> None:
    desk.palette.open()
    [rows] = desk.palette.findChildren(QListView)
    spot = rows.visualRect(desk.palette.model.index(2)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert desk.done == ["Write a note"]
    desk.palette.open()
    QTest.mouseClick(desk.palette, Qt.MouseButton.LeftButton, pos=QPoint(4, 670))
    assert not desk.palette.is_open
    assert desk.keyboard is desk.field


def test_it_goes_where_something_else_in_the_window_takes_the_keyboard(desk: Desk) -> None:
    other = QLineEdit(desk.window)
    other.show()
    desk.palette.open()
    other.setFocus()
    assert not desk.palette.isVisible()
    assert desk.keyboard is other


def test_it_waits_while_another_window_has_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    desk.palette.open()
    elsewhere = QLineEdit()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    assert QTest.qWaitForWindowActive(elsewhere)
    assert desk.palette.is_open
    elsewhere.hide()


def test_it_keeps_the_row_when_things_change(desk: Desk) -> None:
    desk.palette.refresh()
    assert not desk.palette.isVisible()
    desk.palette.open()
    desk.press(Key.Key_Down)
    desk.palette.refresh()
    assert desk.current == "Resume recording"


def test_it_fits_its_window_at_every_size(desk: Desk) -> None:
    desk.palette.open()
    [rows] = desk.palette.findChildren(QListView)
    for width, height in ((440, 300), (440, 680), (1400, 900)):
        desk.window.resize(width, height)
        panel = rows.parentWidget()
        assert panel is not None
        assert desk.palette.rect().contains(panel.geometry())
        assert panel.width() == min(560, width - 32)


def test_a_screen_reader_can_name_all_of_it(desk: Desk) -> None:
    desk.palette.open()
    assert list(unnamed(desk.palette)) == []
    [rows] = desk.palette.findChildren(QListView)
    spoken = QAccessible.queryAccessibleInterface(rows)
    assert spoken is not None
    assert spoken.role() == QAccessible.Role.List
    assert spoken.text(QAccessible.Text.Name) == "Commands"
    first = spoken.child(0)
    assert first is not None
    assert first.text(QAccessible.Text.Name) == "Mute recording, Ctrl+Shift+M"
    off = spoken.child(5)
    assert off is not None
    assert off.text(QAccessible.Text.Name) == "Block, No call right now"


def test_keys_work_while_the_window_has_the_keyboard_and_only_then(
    desk: Desk, qtbot: QtBot
) -> None:
    shortcuts = Shortcuts(desk.window, desk.commands, {"Resume recording"})
    pressed: list[str] = []
    shortcuts.pressed.connect(pressed.append)
    both = CTRL | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.field, Key.Key_M, both)
    QTest.keyClick(desk.field, Key.Key_R, both)
    assert pressed == ["Mute recording"]
    elsewhere = QLineEdit()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    assert QTest.qWaitForWindowActive(elsewhere)
    QTest.keyClick(elsewhere, Key.Key_M, both)
    assert pressed == ["Mute recording"]
    elsewhere.hide()
