"""The team in front of the camera of ``tests.ui.pictures``."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent_desk.core.link import Link
from agent_desk.desk.link import LinkView
from agent_desk.desk.presence import Status
from agent_desk.desk.state import Direction, Phase
from agent_desk.desk.team import Colleague, Standing, TeamView
from agent_desk.ui.team_page import TeamPage
from agent_desk.ui.theme import Token, colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tests.helpers.clock import FakeClock
    from tests.ui.pictures import Studio

# Beside the rail in a window of 440 px, and in one that is wide.
COMPACT: Final = QSize(367, 680)
WIDE: Final = QSize(860, 720)
STATUSES: Final = (Status(1), Status(3), Status(14, "Wrap-up"), Status(2))
QUEUES: Final = {"he": ("תור מכירות", "תור תמיכה"), "en": ("Sales queue", "Support queue")}
NAMES: Final = {
    "he": (
        *("מאיה כהן", "נועם בר", "יעל לביא", "אבי שלום", "איבן פטרוב"),
        *("Mohammed Ali", "רות בן דוד", "טל גולן", "אלי קפלן", "שרה מזרחי"),
    ),
    "en": (
        *("Maya Cohen", "Noam Bar", "Yael Lavi", "Avi Shalom", "Ivan Petrov"),
        *("Mohammed Ali", "Ruth Ben David", "Tal Golan", "Eli Kaplan", "Sara Mizrahi"),
    ),
}
_IN_OUT: Final = (Direction.INCOMING, Direction.OUTGOING)


def a_team(clock: FakeClock, code: str = "en") -> tuple[Colleague, ...]:
    """Ten people, each in a state of their own."""
    sales, support = QUEUES.get(code, QUEUES["en"])
    free, on_call, away = Standing.FREE, Standing.ON_CALL, Standing.AWAY
    incoming, outgoing = _IN_OUT
    # Standing, status, phase, calls, queue, direction, seconds.
    states = (
        (on_call, 1, Phase.TALKING, 1, sales, incoming, 331),
        (on_call, 1, Phase.HELD, 2, "", incoming, 86),
        (on_call, 1, Phase.RINGING, 1, support, incoming, 9),
        (free, 1, None, 0, "", None, 760),
        (on_call, 1, Phase.DIALING, 1, "", outgoing, 2),
        (away, 3, None, 0, "", None, 1450),
        (away, 14, None, 0, "", None, 48),
        (on_call, 1, Phase.TALKING, 1, "", outgoing, 4137),
        (Standing.UNSEEN, None, None, 0, "", None, None),
        (Standing.OUT, 2, None, 0, "", None, 200_000),
    )
    team = []
    people = zip(NAMES.get(code, NAMES["en"]), states, strict=True)
    for at, (name, (standing, status, phase, calls, queue, direction, seconds)) in enumerate(
        people
    ):
        team.append(
            Colleague(
                f"SIPSIP{at + 1}",
                name,
                str(201 + at),
                standing,
                status,
                phase,
                calls=calls,
                queue_name=queue,
                direction=direction,
                since=None if seconds is None else clock.now() - timedelta(seconds=seconds),
                timer_from=None if seconds is None else clock.monotonic() - seconds,
                is_own=at == 0,
            )
        )
    return tuple(team)


class Ground(QWidget):
    """A window with a page in it, on the window's colour."""

    def __init__(self, page: QWidget, size: QSize) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.resize(size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.WINDOW))
        painter.end()


def team(studio: Studio) -> None:
    """The team in both widths and several languages, and what stands there without one."""
    for scheme, code in (("light", "en"), ("dark", "he"), ("high-contrast", "en"), ("light", "ru")):
        studio.look(scheme, code)
        everybody = TeamView(a_team(studio.clock, code), is_whole=True)
        for size, shape in ((COMPACT, "compact"), (WIDE, "wide")):
            page, window = _opened(studio, size)
            page.set_favourites(("SIPSIP3",))
            page.show_team(everybody)
            page.table.setCurrentIndex(page.table.rows.index(3))
            page.table.setFocus(Qt.FocusReason.TabFocusReason)
            studio.take(f"team-{shape}-{code}-{scheme}", window)
            _closed(window)
        studio.shell.close_all()
    studio.look("light")
    _odd(studio)
    studio.shell.close_all()


def _odd(studio: Studio) -> None:
    """Stale, no names, nobody found, nobody there."""
    everybody = TeamView(a_team(studio.clock), is_whole=True)
    page, window = _opened(studio, COMPACT)
    page.show_team(everybody)
    page.show_link(LinkView(Link.OFFLINE, blind_since=studio.clock.now()))
    studio.take("team-stale-en-light", window)
    _closed(window)
    page, window = _opened(studio, COMPACT)
    page.show_team(TeamView(is_whole=True, fault_code="api_code"))
    studio.take("team-none-en-light", window)
    _closed(window)


def _opened(studio: Studio, size: QSize) -> tuple[TeamPage, QWidget]:
    page = TeamPage(studio.clock)
    page.set_statuses(STATUSES)
    page.show_link(LinkView(Link.CONNECTED, server="monitor3"))
    window = Ground(page, size)
    window.show()
    return page, window


def _closed(window: QWidget) -> None:
    window.close()
    window.deleteLater()
