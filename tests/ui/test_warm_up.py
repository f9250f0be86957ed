"""Windows for the next call are built in idle moments, and not before they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.desk.state import CallKey
from agent_desk.ui.pop import Pop
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from tests.helpers.clock import FakeClock
from tests.helpers.until import until
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def pops(app: QApplication) -> int:
    return sum(isinstance(window, Pop) for window in app.topLevelWidgets())


async def test_a_third_window_is_built_once_two_calls_are_there(qapp: QApplication) -> None:
    clock = FakeClock()
    shell = Shell(Theme.apply(qapp, "light"), clock)
    before = pops(qapp)
    try:
        shell.show_desk("Dana Levi", ("SIPSIP1",), is_session_only=False)
        await until(lambda: pops(qapp) == before + 2)
        calls = tuple(dana(clock, key=CallKey("SIPSIP1", number)) for number in "12")
        shell.set_cards(calls)
        await until(lambda: pops(qapp) == before + 3)
    finally:
        shell.close_all()
