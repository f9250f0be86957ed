"""The question before the program ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from agent_desk.ui.quit_question import QuitQuestion
from tests.ui.finders import button, said

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_three_ways_out(qtbot: QtBot) -> None:
    chosen: list[str] = []
    question = QuitQuestion()
    qtbot.addWidget(question)
    question.log_out_chosen.connect(lambda: chosen.append("log out"))
    question.quit_chosen.connect(lambda: chosen.append("quit"))
    question.stay_chosen.connect(lambda: chosen.append("stay"))
    question.ask()
    assert "Set your status to logged out?" in said(question)
    for name in ("Log out and quit", "Only quit", "Stay"):
        button(question, name).click()
    assert chosen == ["log out", "quit", "stay"]
    question.show_waiting()
    assert "three seconds" in said(question)
    assert not button(question, "Stay").isEnabled()
    assert button(question, "Only quit").isEnabled()


def test_escape_stays(qtbot: QtBot) -> None:
    question = QuitQuestion()
    qtbot.addWidget(question)
    chosen: list[str] = []
    question.stay_chosen.connect(lambda: chosen.append("stay"))
    question.ask()
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert chosen == ["stay"]
