"""The main window out of sight, until a person asks for it or is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from agent_desk.ui.handed_over import HandedOver
from agent_desk.ui.main_window import MainWindow
from agent_desk.ui.widgets import Toast
from tests.helpers.until import until
from tests.ui.finders import button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> MainWindow:
    qapp.setQuitOnLastWindowClosed(False)
    made = MainWindow(QWidget())
    qtbot.addWidget(made)
    return made


def test_with_a_tray_it_stays_hidden(window: MainWindow) -> None:
    window.begin_in_background(has_tray=True)
    window.present()
    assert window.isHidden()


def test_without_a_tray_it_can_still_be_reached(window: MainWindow) -> None:
    window.begin_in_background(has_tray=False)
    window.present()
    assert window.isVisible()
    assert window.isMinimized()


@pytest.mark.parametrize("has_tray", [True, False])
async def test_a_person_who_asks_gets_it(qtbot: QtBot, window: MainWindow, has_tray: bool) -> None:
    del qtbot
    window.begin_in_background(has_tray=has_tray)
    window.come_forward()
    window.present()
    assert window.isVisible()
    assert not window.isMinimized()
    await until(window.isActiveWindow)


@pytest.mark.parametrize("has_tray", [True, False])
def test_it_comes_by_itself_where_only_a_person_can_go_on(
    window: MainWindow, has_tray: bool
) -> None:
    window.begin_in_background(has_tray=has_tray)
    window.need_person()
    assert window.isVisible()
    assert not window.isMinimized()


def test_nobody_is_disturbed_who_closed_it(window: MainWindow) -> None:
    window.present()
    window.hide()
    window.need_person()
    assert window.isHidden()


def test_a_number_from_outside_is_shown_and_can_be_copied(window: MainWindow) -> None:
    HandedOver(window).show("+972501234567")
    assert window.isVisible()
    [toast] = window.findChildren(Toast)
    assert toast.accessibleName() == "Number from a link: +972501234567"
    button(window, "Copy number").click()
    assert QGuiApplication.clipboard().text() == "+972501234567"


def test_without_a_number_there_is_only_the_window(window: MainWindow) -> None:
    HandedOver(window).show("")
    assert window.isVisible()
    assert window.findChildren(Toast) == []
