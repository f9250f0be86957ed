"""Today's figures as the desk shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent_desk.desk.day import DayFigures, DayView
from agent_desk.ui import words
from agent_desk.ui.text import plain
from agent_desk.ui.today import Figure, Today
from tests.ui.finders import said

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.helpers.clock import FakeClock

BUSY = DayFigures(answered=14, missed=2, made=3, talk_s=6759, hold_s=130, wrap_up_s=3725)


def shown(qtbot: QtBot, figures: DayFigures) -> Today:
    today = Today()
    qtbot.addWidget(today)
    today.show_day(DayView(figures))
    return today


def test_a_screen_reader_reads_each_figure_as_a_sentence(qtbot: QtBot) -> None:
    today = shown(qtbot, BUSY)
    figures = [plain(each.accessibleName()) for each in today.findChildren(Figure)]
    assert figures == [
        "Answered today: 14",
        "Missed today: 2",
        "Outgoing today: 3",
        "Talk time today: 1 h 53 min",
        "On hold, in calls seen here: 2 min",
        "Wrap-up, in the status for paperwork: 1 h 2 min",
    ]


def test_of_a_day_that_is_known_as_a_whole_nothing_more_is_said(qtbot: QtBot) -> None:
    assert said(shown(qtbot, BUSY)).splitlines()[:2] == ["Today", ""]


@pytest.mark.parametrize("is_at_least", [False, True])
def test_what_the_figures_do_not_cover_is_said(
    qtbot: QtBot, clock: FakeClock, *, is_at_least: bool
) -> None:
    since = replace(BUSY, since=clock.now(), is_at_least=is_at_least)
    time = plain(words.clock_time(clock.now()))
    more = ", and not every call was seen" if is_at_least else ""
    assert f"since {time}{more}" in said(shown(qtbot, since)).splitlines()


def test_blind_times_are_said(qtbot: QtBot) -> None:
    today = shown(qtbot, replace(BUSY, is_at_least=True))
    assert "at least: not every call was seen" in said(today)


def test_talk_time_that_the_log_only_estimates_is_about_so_long(qtbot: QtBot) -> None:
    today = shown(qtbot, replace(BUSY, is_talk_estimated=True))
    assert "Talk time today: about 1 h 53 min" in said(today)


@pytest.mark.parametrize(("seconds", "said_so"), [(0, "0 s"), (59, "59 s"), (125, "2 min")])
def test_short_talk_times(qtbot: QtBot, seconds: int, said_so: str) -> None:
    assert f"Talk time today: {said_so}" in said(shown(qtbot, DayFigures(talk_s=seconds)))


def test_where_room_is_short_the_label_is_cut_and_not_the_number(qtbot: QtBot) -> None:
    for figure in shown(qtbot, BUSY).findChildren(Figure):
        assert figure.minimumSizeHint().width() <= figure.sizeHint().width()
        assert figure.minimumSizeHint().width() > 16


def test_figures_change_in_place(qtbot: QtBot) -> None:
    today = shown(qtbot, BUSY)
    before = today.findChildren(Figure)
    today.show_day(DayView(replace(BUSY, missed=0, since=None)))
    assert today.findChildren(Figure) == before
    assert "Missed today: 0" in said(today)
    today.grab()
