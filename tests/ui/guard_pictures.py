"""Pictures of the recording guard: all its states, its times, the edge of the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import CallKey, Phase
from agent_desk.ui.caller_card import CallerCard
from agent_desk.ui.card_parts import CardSize
from agent_desk.ui.pop import settle
from agent_desk.ui.screen_edge import ScreenEdge
from agent_desk.ui.shots import picture

if TYPE_CHECKING:
    from agent_desk.desk.card import Card
    from tests.ui.pictures import Studio

_S = GuardState
_WIDTH: Final = 408
_COLUMNS: Final = 3
# Of the screen's upper side, in px of the picture: the tag and what is beside it.
_TOP: Final = QSize(480, 40)


def _views(now: float) -> list[GuardView]:
    """Each state, and what time and the service may add to it."""
    since = now - 72
    return [
        GuardView(_S.RECORDING),
        GuardView(_S.MUTING),
        GuardView(_S.MUTED, since),
        GuardView(_S.MUTED_CONFIRMED, since, resume_at=now + 48),
        GuardView(_S.MUTED_CONFIRMED, since - 120, reminders=2),
        GuardView(_S.MUTED, since, resume_at=now + 12, reminders=1),
        GuardView(_S.RESUMING, since),
        GuardView(_S.RESUME_FAILED, since, "service"),
        GuardView(_S.MUTE_FAILED, failure_code="unknown_outcome"),
        GuardView(_S.MUTE_FAILED, failure_code="unreachable", is_retrying=True),
        GuardView(_S.UNKNOWN, failure_code="unknown_outcome"),
        GuardView(_S.RECORDING, is_reported_muted=True),
    ]


def guard(studio: Studio, ringing: Card) -> None:
    """The states side by side as the window shows them, two of them as pops, two edges."""
    talking = replace(
        ringing, phase=Phase.TALKING, fields=(), why=(), elapsed_from=studio.clock.monotonic() - 228
    )
    for scheme, language in (("light", "en"), ("dark", "he")):
        studio.look(scheme, language)
        name = f"{language}-{scheme}"
        _take_states(studio, talking, name)
        _take_pops(studio, talking, name)
        _take_edge(studio, talking, name)
        studio.shell.close_all()


def _take_states(studio: Studio, talking: Card, name: str) -> None:
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(16, 16, 16, 16)
    row.setSpacing(16)
    columns = [QVBoxLayout() for _ in range(_COLUMNS)]
    for column in columns:
        column.setSpacing(16)
        row.addLayout(column)
    cards = [replace(talking, guard=view) for view in _views(studio.clock.monotonic())]
    blind = replace(talking, guard=GuardView(_S.RECORDING), is_stale=True)
    for at, card in enumerate((*cards, blind)):
        face = CallerCard(CardSize.DESK, studio.clock)
        face.setFixedWidth(_WIDTH)
        face.show_card(card, as_of=studio.clock.now())
        columns[at % _COLUMNS].addWidget(face)
    for column in columns:
        column.addStretch(1)
    settle(sheet)
    width = row.sizeHint().width()
    sheet.resize(width, row.totalHeightForWidth(width))
    sheet.show()
    studio.take(f"guard-states-{name}", sheet)
    sheet.close()


def _take_pops(studio: Studio, talking: Card, name: str) -> None:
    now = studio.clock.monotonic()
    ends = GuardView(_S.MUTED_CONFIRMED, now - 108, resume_at=now + 12)
    unknown = GuardView(_S.UNKNOWN, failure_code="unknown_outcome")
    for title, view in (("countdown", ends), ("unknown", unknown)):
        studio.cards(replace(talking, guard=view))
        studio.take_pops(f"pop-guard-{title}-{name}")
    studio.cards()


def _take_edge(studio: Studio, talking: Card, name: str) -> None:
    """Both edges, cut to what is at the top of the screen."""
    for title, state in (("muted", _S.MUTED), ("failed", _S.MUTE_FAILED)):
        edge = ScreenEdge()
        other = replace(talking, key=CallKey("SIPSIP1", "o"), guard=GuardView(_S.RECORDING))
        edge.set_cards((replace(talking, guard=GuardView(state)), other))
        while not edge.pieces():
            QTest.qWait(1)
        whole = picture(edge.pieces())
        middle = (whole.width() - _TOP.width()) // 2
        top = whole.copy(QRect(QPoint(middle, 0), _TOP))
        top.save(str(studio.folder / f"screen-edge-{title}-{name}.png"))
        edge.close()
