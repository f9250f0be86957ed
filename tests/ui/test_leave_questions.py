"""The question before the program ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from agent_desk.ui.leave_questions import LeaveQuestion, QuitQuestion, RecordingQuestion
from tests.ui.finders import button, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def test_three_ways_out(qtbot: QtBot) -> None:
    chosen: list[str] = []
    question = QuitQuestion()
    qtbot.addWidget(question)
    question.best_chosen.connect(lambda: chosen.append("log out"))
    question.leave_chosen.connect(lambda: chosen.append("quit"))
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
    question.show_failed()
    assert "may be unchanged" in said(question)
    for name in ("Log out and quit", "Only quit", "Stay"):
        assert button(question, name).isEnabled()


@pytest.mark.parametrize(
    ("is_quit", "resume", "leave"),
    [
        (True, "Resume and quit", "Quit, leave muted"),
        (False, "Resume and sign out", "Sign out, leave muted"),
    ],
)
def test_a_muted_recording_is_asked_about(
    qtbot: QtBot, resume: str, leave: str, *, is_quit: bool
) -> None:
    chosen: list[str] = []
    question = RecordingQuestion(is_quit=is_quit)
    qtbot.addWidget(question)
    question.best_chosen.connect(lambda: chosen.append("resume"))
    question.leave_chosen.connect(lambda: chosen.append("leave"))
    question.stay_chosen.connect(lambda: chosen.append("stay"))
    question.ask()
    assert "the rest of the call is not recorded" in said(question)
    for name in (resume, leave, "Stay"):
        button(question, name).click()
    assert chosen == ["resume", "leave", "stay"]
    question.show_waiting()
    assert "has not confirmed it yet" in question.accessibleDescription()
    assert not button(question, resume).isEnabled()
    question.show_failed()
    assert "may still be muted" in said(question)
    assert button(question, resume).isEnabled()


@pytest.mark.parametrize("kind", [QuitQuestion, partial(RecordingQuestion, is_quit=True)])
def test_escape_stays(qtbot: QtBot, kind: Callable[[], LeaveQuestion]) -> None:
    question = kind()
    qtbot.addWidget(question)
    chosen: list[str] = []
    question.stay_chosen.connect(lambda: chosen.append("stay"))
    question.ask()
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert chosen == ["stay"]
