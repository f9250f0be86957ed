"""The edge of the screen: when it is there, what it says, what it costs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import CallKey, Phase
from agent_desk.ui import looks
from agent_desk.ui.screen_edge import EDGE_PX, EdgePiece, ScreenEdge
from agent_desk.ui.theme import Theme
from tests.helpers.until import until
from tests.ui.finders import drop_deleted
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

S = GuardState


@pytest.fixture
def edge(qapp: QApplication) -> Iterator[ScreenEdge]:
    made = ScreenEdge(qapp)
    yield made
    made.close()
    drop_deleted()


def talking(clock: FakeClock, state: GuardState, call_id: str = "1", **changes: object) -> Card:
    key, guard = CallKey("SIPSIP1", call_id), GuardView(state, clock.monotonic())
    return dana(clock, key=key, phase=Phase.TALKING, guard=guard, **changes)


def word(edge: ScreenEdge) -> str:
    """What the tag says; empty where there is no edge."""
    return next((each.accessibleName() for each in edge.pieces() if each.accessibleName()), "")


def begins(edge: ScreenEdge, words: str) -> bool:
    """Whether the tag begins with these words."""
    return word(edge).startswith(words)


@pytest.mark.parametrize("state", GuardState)
async def test_it_is_there_while_muted_and_where_muting_failed(
    edge: ScreenEdge, clock: FakeClock, state: GuardState
) -> None:
    said = dict.fromkeys(looks.MUTED_STATES, "Muted")
    said[S.MUTE_FAILED] = "Not muted, still recording"
    said[S.UNKNOWN] = "May be recording"
    edge.set_cards((talking(clock, state),))
    assert edge.pieces() == []  # the card is painted first
    edge.set_cards((talking(clock, state), talking(clock, S.WILL_RECORD, "2")))
    wanted = said.get(state, "")
    if wanted:
        await until(lambda: edge.pieces() != [], what="the edge")
    assert word(edge) == wanted
    edge.set_cards(())
    await until(lambda: edge.pieces() == [], what="no edge")


async def test_it_stands_around_the_screen_and_takes_nothing(
    edge: ScreenEdge, clock: FakeClock
) -> None:
    edge.set_cards((talking(clock, S.MUTED),))
    await until(lambda: len(edge.pieces()) == 5, what="the edge")
    whole = QGuiApplication.primaryScreen().geometry()
    *bars, tag = edge.pieces()
    area = sum(bar.width() * bar.height() for bar in bars)
    assert area == 2 * EDGE_PX * (whole.width() + whole.height() - 2 * EDGE_PX)
    for piece in (*bars, tag):
        assert whole.contains(piece.geometry())
        flags = piece.windowFlags()
        for flag in (
            Qt.WindowType.WindowTransparentForInput,
            Qt.WindowType.WindowDoesNotAcceptFocus,
            Qt.WindowType.WindowStaysOnTopHint,
        ):
            assert flags & flag
        assert piece.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


async def test_other_calls_that_are_recorded_are_counted(
    edge: ScreenEdge, clock: FakeClock
) -> None:
    edge.set_cards((talking(clock, S.RECORDING, "2"), talking(clock, S.MUTED)))
    await until(lambda: word(edge) == "Muted: 1 of 2 calls", what="both calls")
    edge.set_cards((talking(clock, S.MUTED, "2"), talking(clock, S.MUTED)))
    await until(lambda: word(edge) == "Muted", what="all muted")
    edge.set_cards((talking(clock, S.MUTE_FAILED, "2"), talking(clock, S.MUTED)))
    await until(lambda: word(edge).startswith("Not muted"), what="the failure")


async def test_a_lost_link_is_said(edge: ScreenEdge, clock: FakeClock) -> None:
    edge.set_cards((talking(clock, S.MUTED, is_stale=True),))
    await until(lambda: word(edge) == "Muted when the link was lost", what="stale")


async def test_who_does_not_want_it_has_none(edge: ScreenEdge, clock: FakeClock) -> None:
    edge.set_cards((talking(clock, S.MUTED),))
    await until(lambda: edge.pieces() != [], what="the edge")
    edge.set_wanted(False)
    assert edge.pieces() == []
    edge.set_wanted(True)
    assert len(edge.pieces()) == 5


def test_nothing_is_built_before_it_is_needed(qapp: QApplication, clock: FakeClock) -> None:
    edge = ScreenEdge(qapp)
    edge.set_cards((talking(clock, S.RECORDING),))
    edge.set_wanted(False)
    assert not any(isinstance(each, EdgePiece) for each in qapp.topLevelWidgets())
    edge.close()


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
async def test_its_pattern_says_it_without_colour(
    edge: ScreenEdge, clock: FakeClock, qapp: QApplication, scheme: str
) -> None:
    Theme.apply(qapp, scheme)
    patterns = []
    for state, found in ((S.MUTED, "Muted"), (S.MUTE_FAILED, "Not muted")):
        edge.set_cards((talking(clock, state),))
        await until(partial(begins, edge, found), what="the edge")
        row = edge.pieces()[0].grab().toImage()
        colours = [row.pixelColor(x, 1).lightness() for x in range(200)]
        changes = [x for x in range(1, 200) if colours[x] != colours[x - 1]]
        assert len(changes) > 4
        patterns.append(changes)
    assert patterns[0] != patterns[1]
    Theme.apply(qapp, "light")
