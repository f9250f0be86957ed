"""The agent's status in front of the camera of ``tests.ui.pictures``."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent_desk.core.link import Link
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.presence import PresenceView, Stage, Status
from agent_desk.desk.state import Phase
from agent_desk.ui.desk_header import DeskHeader
from agent_desk.ui.status_menu import StatusPill

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.desk.card import Card
    from tests.ui.pictures import Studio

# Beside the rail in a window of 440 px, and in one that is wide.
COMPACT_PX: Final = 367
WIDE_PX: Final = 960
OWN: Final = (
    Status(1, "", "#0A6638"),
    Status(3, "", "#C2410C"),
    Status(12),
    Status(14, "Back office & mail", "#7C3AED"),
    Status(2),
)


def states(now: datetime) -> tuple[PresenceView, ...]:
    """The pill's states, one below the other."""
    available = PresenceView(is_there=True, code=1, since=now - timedelta(minutes=49))
    return (
        available,
        replace(available, code=3),
        replace(available, stage=Stage.ASKING, asked=3),
        replace(available, stage=Stage.OVERDUE, asked=3),
        replace(available, is_stale=True, stale_since=now),
        replace(available, code=None, since=None),
        replace(available, code=12),
        replace(available, code=14, statuses=OWN),
    )


def statuses(studio: Studio, call: Card) -> None:
    """The pill in all its states, its menu, and what is said of a wish that failed."""
    talking = replace(call, phase=Phase.TALKING, guard=GuardView(GuardState.RECORDING))
    for scheme, code in (("light", "en"), ("dark", "he"), ("high-contrast", "en"), ("light", "ru")):
        studio.look(scheme, code)
        name = f"{code}-{scheme}"
        agent = {"he": "מאיה כהן", "ru": "Мария Коган"}.get(code, "Maya Cohen")
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for at, view in enumerate(states(studio.clock.now())):
            header = DeskHeader(studio.clock)
            is_blind = view.is_stale
            link = LinkView(
                Link.OFFLINE if is_blind else Link.CONNECTED,
                server="monitor3",
                blind_since=studio.clock.now() if is_blind else None,
            )
            header.set_agent(agent, ("SIPSIP1",), is_session_only=at == 0)
            header.set_link(link)
            header.set_cards((talking,))
            header.set_presence(view)
            column.addWidget(header)
        wide = DeskHeader(studio.clock)
        wide.set_wide(is_wide=True)
        wide.set_agent(agent, ("SIPSIP1",), is_session_only=False)
        wide.set_link(LinkView(Link.CONNECTED, server="monitor3"))
        wide.set_cards((talking,))
        wide.set_presence(states(studio.clock.now())[0])
        sheet.setFixedWidth(COMPACT_PX)
        sheet.show()
        studio.take(f"status-{name}", sheet)
        sheet.close()
        sheet.deleteLater()
        wide.setFixedWidth(WIDE_PX)
        wide.show()
        studio.take(f"status-wide-{name}", wide)
        wide.close()
        wide.deleteLater()
        _in_the_window(studio, agent, name)
        studio.shell.close_all()


def _in_the_window(studio: Studio, agent: str, name: str) -> None:
    shell = studio.shell
    shell.show_desk(agent, ("SIPSIP1",), is_session_only=False)
    shell.set_link(LinkView(Link.CONNECTED, server="monitor3", protocol=3))
    view = replace(states(studio.clock.now())[0], statuses=OWN)
    refused = replace(view, stage=Stage.REFUSED, asked=3, failure_code="seat_in_use")
    shell.status.show(refused)
    pill = shell.window.findChild(StatusPill)
    assert pill is not None
    pill.open_menu()
    studio.take(f"status-menu-{name}", shell.window, pill.menu_of_statuses)
    pill.menu_of_statuses.close()
