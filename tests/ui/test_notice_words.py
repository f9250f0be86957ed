"""What the desk says in the margin: hot desks and blind times."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.gap import Gap, GapCheck
from agent_desk.desk.recent import RecentCall
from agent_desk.desk.state import Direction, Outcome
from agent_desk.ui import language, words
from agent_desk.ui.text import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

BEGAN = datetime(2026, 3, 2, 10, 42, 10, tzinfo=UTC)
GAP = Gap(BEGAN, BEGAN + timedelta(seconds=55))
CALL = RecentCall(
    "1", BEGAN, Direction.INCOMING, Outcome.MISSED, PhoneNumber("0501234567"), "050-123-4567"
)


@pytest.mark.parametrize(
    ("taken_by", "moved_to", "said"),
    [
        ("", (), ""),
        ("Noam Bar", (), "Noam Bar is signed in on your extension."),
        ("", ("SIPSIP2",), "You are signed in on extension SIPSIP2."),
    ],
)
def test_who_sits_where(taken_by: str, moved_to: tuple[str, ...], said: str) -> None:
    assert plain(words.seat(taken_by, moved_to)) == said


@pytest.mark.parametrize(
    ("gap", "end"),
    [
        (GAP, "looked up in the call log in a few minutes."),
        (replace(GAP, check=GapCheck.NO_CODE), "calls of that time cannot be looked up."),
        (replace(GAP, check=GapCheck.FAILED), "could not be asked about your calls of that time."),
        (replace(GAP, check=GapCheck.CHECKED), "shows no other calls of yours in that time."),
        (
            replace(GAP, check=GapCheck.CHECKED, recovered=(CALL,)),
            "1 call was recovered from the call log.",
        ),
    ],
)
def test_a_blind_time_in_words(qapp: QApplication, gap: Gap, end: str) -> None:
    language.install(qapp, "en")
    said = plain(words.gap(gap))
    assert said.startswith("Not connected ")
    assert said.endswith(end)
