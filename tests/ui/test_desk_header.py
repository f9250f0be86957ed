"""The recording that the head of the window speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import Phase
from agent_desk.ui.desk_header import DeskHeader
from agent_desk.ui.widgets import Pill
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.helpers.clock import FakeClock

S = GuardState
REPORTED = GuardView(S.RECORDING, is_reported_muted=True)
TO_COME = GuardView(S.WILL_RECORD, is_reported_muted=True)
SAID = "Reported muted"


def pills(header: DeskHeader) -> list[str]:
    """What the pills say, but for the connection's."""
    shown = [pill for pill in header.findChildren(Pill) if pill.isVisibleTo(header)]
    return [pill.text() for pill in shown[1:]]


@pytest.mark.parametrize(
    ("phase", "guards", "said"),
    [
        (Phase.TALKING, [], []),
        (Phase.TALKING, [GuardView(S.NOT_RECORDED)], []),
        (Phase.RINGING, [GuardView(S.WILL_RECORD)], []),
        (Phase.TALKING, [GuardView(S.RECORDING)], ["Recording"]),
        (Phase.TALKING, [REPORTED], [SAID]),
        (Phase.RINGING, [TO_COME], [SAID]),
        (Phase.RING_STOPPED, [TO_COME], []),
        (Phase.TALKING, [REPORTED, GuardView(S.RECORDING)], ["Recording"]),
        (Phase.TALKING, [REPORTED, GuardView(S.MUTED)], ["Recording muted"]),
    ],
)
def test_what_matters_most_is_said(
    qtbot: QtBot, clock: FakeClock, phase: Phase, guards: list[GuardView], said: list[str]
) -> None:
    header = DeskHeader(clock)
    qtbot.addWidget(header)
    header.set_cards(tuple(dana(clock, phase=phase, guard=guard) for guard in guards))
    assert pills(header) == said
