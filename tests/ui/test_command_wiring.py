"""The commands in the real windows: what a person's keys do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from agent_desk.core.link import Link
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import Phase
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Scheme, Theme
from tests.ui.finders import drop_deleted, has_button, said
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.clock import FakeClock

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier
_MOMENT_MS = 60


@pytest.fixture
def shell(qapp: QApplication, clock: FakeClock) -> Iterator[Shell]:
    shell = Shell(Theme.apply(qapp, "light"), clock)
    shell.show_desk("Dana Levi", ("SIPSIP1",), is_session_only=False)
    shell.set_link(LinkView(Link.CONNECTED))
    shell.raise_window()
    assert QTest.qWaitForWindowActive(shell.window)
    yield shell
    shell.close_all()
    drop_deleted()
    Theme.apply(qapp, "light")


def press(shell: Shell, key: Qt.Key, modifiers: Qt.KeyboardModifier = BOTH) -> None:
    QTest.keyClick(QApplication.focusWidget() or shell.window, key, modifiers)


def choose(shell: Shell, words: str) -> None:
    """Open the palette, type, Enter."""
    press(shell, Key.Key_K, CTRL)
    search = keyboard()
    QTest.keyClicks(search, words)
    QTest.keyClick(search, Key.Key_Return)


def keyboard() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def show_call(shell: Shell, clock: FakeClock, **changes: object) -> None:
    guard = GuardView(GuardState.RECORDING)
    shell.set_cards((dana(clock, **({"phase": Phase.TALKING, "guard": guard} | changes)),))
    QTest.qWait(_MOMENT_MS)  # the window shows calls a moment after the pops
    shell.raise_window()  # offscreen there is no window manager that leaves the keyboard to it
    assert QTest.qWaitForWindowActive(shell.window)


def test_keys_reach_the_call_in_the_window(shell: Shell, clock: FakeClock) -> None:
    show_call(shell, clock)
    muted: list[object] = []
    shell.intents.mute_requested.connect(lambda _key, by: muted.append(by))
    press(shell, Key.Key_M)
    assert muted == [MuteTrigger.COMMAND]
    assert "Client ID" not in said(shell.window)
    press(shell, Key.Key_I)
    assert "Client ID" in said(shell.window)


def test_blocking_asks_first_with_the_keyboard_on_the_way_out(
    shell: Shell, clock: FakeClock
) -> None:
    show_call(shell, clock)
    asked: list[object] = []
    shell.intents.block_requested.connect(asked.append)
    shell.settings.open()
    choose(shell, "block")
    assert not shell.settings.is_open
    assert has_button(shell.window, "Block number")
    assert keyboard().accessibleName() == "Cancel"
    assert asked == []


def test_an_ended_call_is_dismissed(shell: Shell, clock: FakeClock) -> None:
    show_call(shell, clock, phase=Phase.ENDED)
    assert len(shell.standing.cards) == 1
    press(shell, Key.Key_D)
    assert not shell.standing.cards


def test_a_theme_is_chosen_as_on_the_page(shell: Shell) -> None:
    chosen: list[object] = []
    shell.settings.chosen.connect(chosen.append)
    choose(shell, "theme dark")
    assert shell.settings.preferences.scheme is Scheme.DARK
    assert chosen == [shell.settings.preferences]


def test_each_section_is_reached_with_the_keyboard_in_it(shell: Shell) -> None:
    shell.settings.show_autostart(True)
    for command in shell.commands.commands:
        if command.name.startswith("settings_"):
            title = command.words.split(": ")[1]
            choose(shell, command.words)
            QTest.qWait(_MOMENT_MS)
            assert shell.settings.is_open
            around = keyboard()
            while around is not shell.window and getattr(around, "title", "") != title:
                parent = around.parentWidget()
                assert parent is not None, title
                around = parent
            assert around is not shell.window, title


def test_the_settings_key_opens_them_once(shell: Shell) -> None:
    opened: list[bool] = []
    shell.settings.opened.connect(lambda: opened.append(True))
    press(shell, Key.Key_Comma, CTRL)
    assert shell.settings.is_open
    assert opened == [True]
    press(shell, Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert not shell.settings.is_open


def test_the_api_code_is_asked_for(shell: Shell) -> None:
    choose(shell, "api code")
    assert keyboard().accessibleName()
    assert has_button(shell.window, "Use this code") or "API code" in said(shell.window)


def test_signing_out_closes_the_palette(shell: Shell) -> None:
    press(shell, Key.Key_K, CTRL)
    palette = shell.commands.palette
    assert palette is not None
    assert palette.is_open
    shell.show_sign_in()
    assert not palette.is_open
    press(shell, Key.Key_K, CTRL)
    assert {reason for command, reason in palette.model.rows if command.name != "quit"} == {
        "Available at the desk, after signing in"
    }
