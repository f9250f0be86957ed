"""Numbers that are hidden until somebody points at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from agent_desk.desk.recent import RecentCalls
from agent_desk.ui.masking import holds, mask, masking, shown
from agent_desk.ui.recent_list import MyCallRow, MyCalls
from agent_desk.ui.settings_values import Preferences
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from tests.ui.finders import drop_deleted, said
from tests.ui.pictures import my_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.helpers.clock import FakeClock

NUMBER = "+972 50-123-4567"
DOTS = "••• ••• ••67"


@pytest.fixture(autouse=True)
def switched_off() -> Iterator[None]:
    """No test hides the numbers of the next."""
    yield
    masking.switch(False)


@pytest.fixture
def calls(qtbot: QtBot, clock: FakeClock) -> MyCalls:
    """A list with a known and an unknown caller in it, in a window with a field."""
    widget = MyCalls(clock)
    qtbot.addWidget(widget)
    widget.resize(440, 680)
    widget.show_calls(my_calls(clock.now()))
    widget.show()
    return widget


def rows(calls: MyCalls) -> list[MyCallRow]:
    return [row for row in calls.findChildren(MyCallRow) if row.isVisibleTo(calls)]


def point_at(row: MyCallRow) -> None:
    here = QPointF(row.rect().center())
    QApplication.sendEvent(row, QEnterEvent(here, here, here))


@pytest.mark.parametrize(
    ("value", "number", "does_hold"),
    [
        ("0501234567", "972501234567", True),
        ("+972-50-123-4567", "0501234567", True),
        ("020 7946 0958", "442079460958", True),
        ("\u0660\u0665\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667", "972501234567", True),
        ("0521234567", "972501234567", False),
        ("Gold, until March", "972501234567", False),
        ("201", "201", True),
        ("20481", "201", False),
        ("12345", "Anonymous", False),
        ("", "", False),
    ],
)
def test_a_number_is_found_however_it_is_spelt(value: str, number: str, *, does_hold: bool) -> None:
    assert holds(value, number) is does_hold


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        (NUMBER, DOTS),
        ("0501234567", DOTS),
        ("972501234567", DOTS),
        ("*67", "•••"),
        ("12345", "•••"),
        ("123456", "••• ••• ••56"),
        ("SIPSIP1", "•••"),
        ("\u2066050-123-4567\u2069", DOTS),
        ("<b>0501234567</b>", DOTS),
        ("1" * 10_000, "••• ••• ••11"),
        ("", ""),
    ],
)
def test_a_number_shows_its_last_two_digits_at_most(number: str, masked: str) -> None:
    assert mask(number) == masked


def test_numbers_are_shown_unless_somebody_hides_them() -> None:
    assert shown(NUMBER) == NUMBER
    masking.switch(True)
    assert shown(NUMBER) == DOTS
    assert shown(NUMBER, is_revealed=True) == NUMBER


def test_a_list_hides_its_numbers_at_once_and_shows_them_again(calls: MyCalls) -> None:
    assert "+972 52-845-6712" in said(calls)
    masking.switch(True)
    assert "+972" not in said(calls)
    assert "••• ••• ••12" in said(calls)
    assert "Hidden number" in said(calls)
    masking.switch(False)
    assert "+972 52-845-6712" in said(calls)


def test_a_list_that_comes_later_is_hidden_too(calls: MyCalls, clock: FakeClock) -> None:
    masking.switch(True)
    calls.show_calls(RecentCalls())
    calls.show_calls(my_calls(clock.now()))
    assert "+972" not in said(calls)
    drop_deleted()  # what is gone no longer listens
    masking.switch(False)
    assert "+972" in said(calls)


def test_the_pointer_shows_the_number_it_is_on(calls: MyCalls) -> None:
    masking.switch(True)
    row, other = rows(calls)[1], rows(calls)[2]
    point_at(row)
    assert NUMBER in row.text()
    assert "•" in other.text()
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert NUMBER not in row.text()


def test_a_row_that_went_away_below_the_pointer_comes_back_hidden(calls: MyCalls) -> None:
    masking.switch(True)
    row = rows(calls)[1]
    point_at(row)
    calls.hide()
    calls.show()
    assert NUMBER not in row.text()


def test_the_keyboard_shows_the_number_it_is_on_and_a_reader_hears_it(
    calls: MyCalls, qtbot: QtBot
) -> None:
    row = rows(calls)[1]
    assert row.focusPolicy() is Qt.FocusPolicy.NoFocus
    masking.switch(True)
    assert row.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert NUMBER not in row.accessibleName()
    calls.activateWindow()
    with qtbot.waitActive(calls):
        pass
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert NUMBER in row.accessibleName()
    elsewhere = QLineEdit(calls)
    elsewhere.show()
    elsewhere.setFocus()
    assert NUMBER not in row.accessibleName()
    masking.switch(False)
    assert row.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_choice_is_in_force_at_once(qapp: QApplication, clock: FakeClock) -> None:
    shell = Shell(Theme.apply(qapp, "light"), clock)
    shell.settings.show_preferences(Preferences(blur_numbers=True), frozenset())
    assert masking.is_on
    shell.settings.show_preferences(Preferences(), frozenset())
    assert not masking.is_on
    shell.close_all()


def test_switching_twice_is_switching_once() -> None:
    heard: list[bool] = []

    def hear() -> None:
        heard.append(masking.is_on)

    masking.changed.connect(hear)
    masking.switch(True)
    masking.switch(True)
    masking.changed.disconnect(hear)
    assert heard == [True]
