"""The command palette in front of the camera of ``tests.ui.pictures``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from agent_desk.core.link import Link
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.state import Phase
from agent_desk.ui.desk_commands import DeskCommands
from agent_desk.ui.dial_field import DialField
from agent_desk.ui.widgets import Field
from tests.ui.seat import Seat

if TYPE_CHECKING:
    from agent_desk.desk.card import Card
    from tests.ui.pictures import Studio

# What somebody types who wants to do something about the recording.
WANTED: Final = {"en": "rec", "he": "הקלטה", "ar": "تسجيل", "ru": "запись"}


def palette(studio: Studio, call: Card) -> None:
    """The palette during a call, a search while there is none, and nothing found."""
    talking = replace(call, phase=Phase.TALKING, guard=GuardView(GuardState.RECORDING))
    for scheme, code in (
        ("light", "en"),
        ("dark", "he"),
        ("high-contrast", "en"),
        ("light", "ar"),
        ("dark", "ru"),
    ):
        studio.look(scheme, code)
        shell = studio.shell
        shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False)
        shell.set_link(LinkView(Link.CONNECTED, server="monitor3", protocol=3))
        seat = Seat(shell.window, talking)
        desk = DeskCommands(seat, DialField(), shell)
        desk.open_palette()
        studio.take(f"palette-{code}-{scheme}", shell.window)
        seat.standing = replace(seat.standing, cards=())
        assert desk.palette is not None
        search = desk.palette.findChild(Field)
        assert search is not None
        search.set_text(WANTED[code])
        studio.take(f"palette-search-{code}-{scheme}", shell.window)
        if (scheme, code) == ("light", "en"):
            search.set_text("teleport")
            studio.take("palette-nothing-en-light", shell.window)
            search.set_text("")
            shell.window.resize(1000, 700)
            studio.take("palette-wide-en-light", shell.window)
        shell.close_all()
