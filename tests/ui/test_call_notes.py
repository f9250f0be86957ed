"""What the desktop is asked to say of calls while our own windows cannot be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from agent_desk.core.note import Note
from agent_desk.desk.card import TitleSource
from agent_desk.desk.state import CallKey, Outcome, Phase
from agent_desk.ui.call_notes import CallNotes, are_pops_on_top
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

MISSED = {"phase": Phase.ENDED, "outcome": Outcome.MISSED}


class Heard:
    """The notes of a window, as they come and go."""

    def __init__(self, window: QWidget, *, has_pops_on_top: bool) -> None:
        self.notes = CallNotes(window, has_pops_on_top=has_pops_on_top)
        self.wanted: list[Note] = []
        self.over: list[str] = []
        self.notes.wanted.connect(self.wanted.append)
        self.notes.over.connect(self.over.append)

    def follow(self, *steps: list[Card]) -> None:
        for cards in steps:
            self.notes.follow(tuple(cards))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    qapp.setQuitOnLastWindowClosed(False)
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("outcome", [Outcome.MISSED, Outcome.CALLER_GAVE_UP])
@pytest.mark.parametrize("hide", ["hidden", "minimised"])
def test_a_missed_call_is_said_once_while_the_window_is_away(
    window: QWidget, clock: FakeClock, hide: str, outcome: Outcome
) -> None:
    if hide == "minimised":
        window.showMinimized()
    heard = Heard(window, has_pops_on_top=True)
    ended = dana(clock, phase=Phase.ENDED, outcome=outcome)
    heard.follow([dana(clock)], [dana(clock, phase=Phase.RING_STOPPED)], [ended], [ended], [])
    assert heard.wanted == [Note("SIPSIP1 1", "Missed call", "Dana Levi · Sales Queue")]
    assert heard.over == []


def test_nothing_is_said_of_what_can_be_seen(window: QWidget, clock: FakeClock) -> None:
    window.show()
    heard = Heard(window, has_pops_on_top=True)
    heard.follow([dana(clock)], [dana(clock, **MISSED)])
    window.hide()
    heard.follow([dana(clock, **MISSED)])
    assert heard.wanted == []


@pytest.mark.parametrize(
    "outcome", [Outcome.COMPLETED, Outcome.DECLINED, Outcome.TAKEN_ELSEWHERE, Outcome.NO_ANSWER]
)
def test_other_endings_are_no_news(window: QWidget, clock: FakeClock, outcome: Outcome) -> None:
    heard = Heard(window, has_pops_on_top=True)
    heard.follow([dana(clock, phase=Phase.ENDED, outcome=outcome)])
    assert heard.wanted == []


def test_where_no_window_stands_on_top_a_call_is_one_note_until_it_is_answered(
    window: QWidget, clock: FakeClock
) -> None:
    window.show()
    heard = Heard(window, has_pops_on_top=False)
    stopped = dana(clock, phase=Phase.RING_STOPPED)
    heard.follow([dana(clock)], [stopped], [dana(clock)], [dana(clock)])
    body = "Dana Levi · Sales Queue"
    assert heard.wanted == [Note("SIPSIP1 1", "Incoming call", body, is_lasting=True)]
    assert heard.over == []
    other = dana(clock, key=CallKey("SIPSIP1", "2"), queue_name="", title="Avi Cohen")
    heard.follow([other, dana(clock, phase=Phase.TALKING)])
    assert heard.over == ["SIPSIP1 1"]
    assert heard.wanted[1].body == "Avi Cohen"
    heard.follow([])
    assert heard.over == ["SIPSIP1 1", "SIPSIP1 2"]


def test_a_hidden_number_is_said_in_words(window: QWidget, clock: FakeClock) -> None:
    heard = Heard(window, has_pops_on_top=True)
    hidden = dana(clock, title="", title_source=TitleSource.HIDDEN, queue_name="", **MISSED)
    heard.follow([hidden])
    assert heard.wanted[0].body == "Hidden number"


def test_only_wayland_keeps_windows_down(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    del window
    assert are_pops_on_top()
    monkeypatch.setattr("PySide6.QtGui.QGuiApplication.platformName", lambda: "wayland-egl")
    assert not are_pops_on_top()
