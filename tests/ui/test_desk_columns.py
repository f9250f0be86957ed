from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from agent_desk.desk.state import CallKey, Phase
from agent_desk.ui import language
from agent_desk.ui.desk_aside import DeskAside
from agent_desk.ui.desk_window import WIDE_PX, DeskPage
from agent_desk.ui.icons import Icon
from agent_desk.ui.main_window import MainWindow
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from tests.helpers.clock import FakeClock
from tests.ui.finders import button, drop_deleted
from tests.ui.pictures import START, dana, my_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from agent_desk.desk.card import Card

KEY = CallKey("SIPSIP1", "1")
NARROW, WIDE = WIDE_PX + 72, WIDE_PX + 73
TALL = 1400


@dataclass
class Office:
    """A main window with the desk, one call and a list on it."""

    window: MainWindow
    desk: DeskPage
    clock: FakeClock

    def show(self, *cards: Card) -> None:
        self.desk.set_cards(cards, None, lambda _card: False)
        QTest.qWait(0)

    def settle(self) -> None:
        QTest.qWait(0)
        QTest.qWait(0)

    def place(self, widget: QWidget | None) -> QRect:
        """Where ``widget`` stands on the page."""
        assert widget is not None
        return QRect(widget.mapTo(self.desk, QPoint(0, 0)), widget.size())

    @property
    def card(self) -> QRect:
        return self.place(self.desk.card(KEY))

    @property
    def lists(self) -> QRect:
        return self.place(self.desk.findChild(DeskAside))


@pytest.fixture
def office(qapp: QApplication) -> Iterator[Office]:
    language.install(qapp, "en")
    Theme.apply(qapp, "light")
    clock = FakeClock(START)
    desk = DeskPage(clock)
    window = MainWindow(desk)
    window.add_page(desk, "desk")
    for entry, icon in (("desk", Icon.DESK), ("settings", Icon.SETTINGS)):
        window.add_entry(entry, icon, entry, lambda: None)
    office = Office(window, desk, clock)
    window.show()
    window.activateWindow()
    office.show(dana(clock, phase=Phase.TALKING))
    desk.set_my_calls(my_calls(clock.now()))
    office.settle()
    yield office
    window.hide()
    window.deleteLater()
    drop_deleted()


def scroll_area(office: Office) -> QScrollArea:
    found = office.desk.findChild(QScrollArea)
    assert found is not None
    return found


def test_a_compact_window_has_one_column(office: Office) -> None:
    card, calls = office.card, office.lists
    assert (card.x(), card.width()) == (16, scroll_area(office).viewport().width() - 32)
    assert (calls.x(), calls.width()) == (card.x(), card.width())
    assert calls.y() > card.bottom()
    office.window.resize(NARROW, 680)
    assert office.lists.y() > office.card.bottom()


def test_a_wide_window_has_two_at_once(office: Office) -> None:
    office.window.resize(WIDE, TALL)  # no scroll bar takes room
    # No turn of the loop in between: nothing else is ever painted at this width.
    card, calls = office.card, office.lists
    assert (card.x(), card.width()) == (24, 440)
    assert (calls.x(), calls.right() + 1) == (24 + 440 + 32, WIDE_PX - 24)
    assert calls.y() == 65 + 24
    assert button(office.window, "Menu").mapTo(office.window, QPoint(0, 0)).y() == 14


def test_in_a_mirrored_window_the_first_column_is_on_the_right(office: Office) -> None:
    office.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    office.window.resize(1040, TALL)
    QTest.qWait(0)
    card, calls = office.card, office.lists
    assert (1040 - 73 - card.right() - 1, card.width()) == (24, 440)
    assert (calls.x(), calls.right() + 1) == (24, card.x() - 32)


def test_a_wide_window_becomes_compact_again(office: Office) -> None:
    before = office.card, office.lists
    office.window.resize(1200, 680)
    office.window.resize(440, 680)
    office.settle()
    assert (office.card, office.lists) == before


def test_the_focus_and_the_place_stay(office: Office) -> None:
    bar = scroll_area(office).verticalScrollBar()
    assert bar.maximum() > 100
    bar.setValue(bar.maximum())
    before = bar.value()
    refresh = button(office.window, "Refresh my recent calls")
    refresh.setFocus(Qt.FocusReason.TabFocusReason)
    office.window.resize(1000, 680)
    assert refresh.hasFocus()
    office.window.resize(440, 680)
    assert refresh.hasFocus()
    assert bar.value() == before


def test_what_has_the_focus_stays_in_sight(office: Office) -> None:
    area = scroll_area(office)
    block = button(office.window, "Refresh my recent calls")
    office.window.resize(1000, 680)
    block.setFocus(Qt.FocusReason.TabFocusReason)
    office.window.resize(440, 680)
    at = QRect(block.mapTo(area.viewport(), QPoint(0, 0)), block.size())
    assert area.viewport().rect().contains(at)


def test_a_call_moves_nothing_else(office: Office) -> None:
    office.window.resize(1000, 680)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    before = office.lists
    office.show(dana(office.clock, key=CallKey("SIPSIP1", "2")))
    assert office.desk.card(CallKey("SIPSIP1", "2")) is not None
    assert office.lists == before


def test_the_rail_leads_to_the_settings_and_back(qapp: QApplication) -> None:
    shell = Shell(Theme.apply(qapp, "light"), FakeClock(START))
    assert shell.window.rail is not None
    shell.show_sign_in()
    assert not shell.window.rail.isVisible()
    shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False)
    assert shell.window.rail.isVisible()
    button(shell.window, "Settings").click()
    assert shell.settings.is_open
    assert shell.window.rail.selected == "settings"
    button(shell.window, "Desk").click()
    assert not shell.settings.is_open
    assert shell.window.rail.selected == "desk"
    shell.close_all()
    drop_deleted()
