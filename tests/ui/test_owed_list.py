"""The people who are owed a call back, as the desk shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.day import DayFigures, DayView
from agent_desk.ui import words
from agent_desk.ui.masking import masking
from agent_desk.ui.owed_list import MOST_SHOWN, OwedList, OwedRow
from agent_desk.ui.text import plain
from tests.ui.day_pictures import some_debts
from tests.ui.finders import button, drop_deleted, has_button, said, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.helpers.clock import FakeClock

NUMBER = "054-765-4321"
DOTS = "••• ••• ••21"


@pytest.fixture(autouse=True)
def unmasked() -> Iterator[None]:
    yield
    masking.switch(False)
    drop_deleted()


@pytest.fixture
def owed(qtbot: QtBot, clock: FakeClock) -> OwedList:
    found = OwedList(clock)
    qtbot.addWidget(found)
    found.resize(480, 600)
    return found


def rows(owed: OwedList) -> list[OwedRow]:
    drop_deleted()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    found = (each for each in owed.findChildren(OwedRow) if each.isVisibleTo(owed))
    return sorted(found, key=lambda row: row.y())


def test_nobody_is_owed_a_call(owed: OwedList, clock: FakeClock) -> None:
    assert "No missed calls to return" in said(owed)
    owed.show_day(DayView(DayFigures(since=clock.now())))
    time = plain(words.clock_time(clock.now()))
    assert f"No missed calls to return since {time}" in said(owed)


def test_a_debt_has_a_name_a_number_a_time_and_how_often(owed: OwedList, clock: FakeClock) -> None:
    debts = some_debts(clock.now(), 2)
    owed.show_day(DayView(debts=debts))
    first, second = (plain(words.clock_time(debt.at)) for debt in debts)
    assert f"03-612-9944, {first} · Sales Queue" in said(owed)
    assert f"Omer Katz, 2 calls, {second} · {NUMBER}" in said(owed)
    assert "No missed calls" not in said(owed)
    assert list(unnamed(owed)) == []


def test_a_debt_of_another_day_says_which(owed: OwedList, clock: FakeClock) -> None:
    debt = replace(some_debts(clock.now(), 1)[0], at=clock.now() - timedelta(days=2))
    owed.show_day(DayView(debts=(debt,)))
    assert plain(words.moment(debt.at, clock.now())) in said(owed)


def test_what_was_today_says_its_day_tomorrow(owed: OwedList, clock: FakeClock) -> None:
    day = DayView(debts=some_debts(clock.now(), 1))
    owed.show_day(day)
    clock.advance(86_400)
    owed.show_day(replace(day, figures=DayFigures(answered=1)))
    assert plain(words.moment(day.debts[0].at, clock.now())) in said(owed)


def test_what_can_be_done(owed: OwedList, clock: FakeClock) -> None:
    called: list[tuple[PhoneNumber, str]] = []
    done: list[str] = []
    owed.call_back_requested.connect(lambda number, name: called.append((number, name)))
    owed.done_requested.connect(done.append)
    owed.show_day(DayView(debts=some_debts(clock.now(), 2)))
    owed.show()
    button(owed, "Call back Omer Katz").click()
    button(owed, "Call back 03-612-9944").click()
    button(owed, "Done: Omer Katz").click()
    assert called == [(PhoneNumber("972547654321"), "Omer Katz"), (PhoneNumber("97236129944"), "")]
    assert done == ["p1"]


def test_where_room_is_short_the_button_is_an_icon(owed: OwedList, clock: FakeClock) -> None:
    owed.show_day(DayView(debts=some_debts(clock.now(), 1)))
    owed.show()
    wide = button(owed, "Call back 03-612-9944")
    wide.setFocus()
    owed.resize(260, 300)
    narrow = button(owed, "Call back 03-612-9944")
    assert narrow.width() == narrow.height() < wide.width()
    narrow.setFocus()
    owed.resize(480, 300)
    assert button(owed, "Call back 03-612-9944") is wide


def test_more_debts_are_behind_a_link(owed: OwedList, clock: FakeClock) -> None:
    owed.show_day(DayView(debts=some_debts(clock.now(), 9), more_debts=2))
    owed.show()
    assert len(rows(owed)) == MOST_SHOWN
    assert said(owed).splitlines()[:2] == ["Owed call-backs", "11"]
    button(owed, "5 more").click()
    assert len(rows(owed)) == 9
    button(owed, "Show fewer").click()
    assert len(rows(owed)) == MOST_SHOWN
    owed.show_day(DayView(debts=some_debts(clock.now(), MOST_SHOWN)))
    assert not has_button(owed, "Show fewer")
    assert not has_button(owed, "0 more")


def test_hidden_numbers_are_counted_below(owed: OwedList, clock: FakeClock) -> None:
    hidden = "3 missed calls hid their number"
    owed.show_day(DayView(DayFigures(hidden=3), some_debts(clock.now(), 1)))
    assert hidden in said(owed)
    owed.show_day(DayView(DayFigures(hidden=3)))
    assert hidden in said(owed)
    owed.show_day(DayView())
    assert hidden not in said(owed)


def test_rows_stay_with_their_people(owed: OwedList, clock: FakeClock) -> None:
    debts = some_debts(clock.now(), 3)
    owed.show_day(DayView(debts=debts))
    owed.show()
    first, second, third = rows(owed)
    owed.show_day(DayView(DayFigures(missed=1), debts=debts, is_asking=True))
    assert owed.is_asking
    assert rows(owed) == [first, second, third]
    owed.show_day(DayView(debts=(debts[2], replace(debts[1], count=5))))
    assert not owed.is_asking
    assert rows(owed) == [third, second]
    assert "5 calls" in said(owed)


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_the_keyboard_goes_on_to_the_next_row_where_its_own_has_gone(
    qtbot: QtBot, owed: OwedList, clock: FakeClock, gone: int
) -> None:
    debts = some_debts(clock.now(), 3)
    owed.show_day(DayView(debts=debts))
    owed.show()
    owed.activateWindow()
    with qtbot.waitActive(owed):
        pass
    names = ["03-612-9944", "Omer Katz", "203"]
    button(owed, f"Done: {names[gone]}").setFocus(Qt.FocusReason.TabFocusReason)
    owed.show_day(DayView(debts=debts[:gone] + debts[gone + 1 :]))
    focused = owed.focusWidget()
    del names[gone]
    assert focused is button(owed, f"Done: {names[min(gone, 1)]}")


def test_hidden_numbers_show_while_a_row_is_pointed_at(owed: OwedList, clock: FakeClock) -> None:
    masking.switch(True)
    owed.show_day(DayView(debts=some_debts(clock.now(), 2)))
    owed.show()
    assert NUMBER not in said(owed)
    assert DOTS in said(owed)
    assert has_button(owed, "Call back ••• ••• ••44")
    row = rows(owed)[1]
    here = QPointF(9, 9)
    QApplication.sendEvent(row, QEnterEvent(here, here, here))
    assert NUMBER in said(owed)
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert NUMBER not in said(owed)


def test_a_row_paints_what_fits(owed: OwedList, clock: FakeClock) -> None:
    long = replace(some_debts(clock.now(), 2)[1], name="Omer Katz " * 9)
    owed.show_day(DayView(debts=(long,)))
    owed.show()
    owed.grab()
    [row] = rows(owed)
    assert any("Omer Katz" in each.toolTip() for each in row.findChildren(QLabel))
