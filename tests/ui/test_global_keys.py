"""Hotkeys that the system does not give, said where they would be pressed in vain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent_desk import global_keys
from agent_desk.core.hotkeys import (
    HotkeyAction,
    HotkeyProblem,
    Hotkeys,
    HotkeyState,
    HotkeySupport,
)
from agent_desk.core.tasks import TaskScope
from agent_desk.global_keys import GlobalKeys
from agent_desk.ui.handed_over import HandedOver
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from agent_desk.ui.widgets import Toast
from tests.helpers.clock import FakeClock
from tests.helpers.until import until
from tests.ui.finders import said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pytest
    from PySide6.QtWidgets import QApplication

    from agent_desk.core.combinations import Combination


class TakenKeys:
    """A system on which another program has every key."""

    support = HotkeySupport.PROGRAM

    async def bind(
        self,
        wanted: Mapping[HotkeyAction, Combination],
        fired: Callable[[HotkeyAction], None],  # noqa: ARG002 - the protocol's
        changed: Callable[[HotkeyState], None],  # noqa: ARG002 - the protocol's
    ) -> HotkeyState:
        return HotkeyState(self.support, dict.fromkeys(wanted, HotkeyProblem.TAKEN))

    async def close(self) -> None:
        pass


def toasts(app: QApplication) -> str:
    shown = [each for each in app.allWidgets() if isinstance(each, Toast) and each.isVisible()]
    return "\n".join(said(each) for each in shown)


async def test_a_key_that_another_program_has_is_said_outside_the_settings(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(global_keys, "hotkey_backend", lambda _titles: TakenKeys())
    clock = FakeClock()
    shell = Shell(Theme.apply(qapp, "light"), clock)
    scope = TaskScope("test")
    try:
        keys = GlobalKeys(shell, clock, HandedOver(shell.window))
        scope.start(keys.run(), name="keys")
        mute = Hotkeys(mute="Ctrl+Alt+M")
        shell.settings.choose(replace(shell.settings.preferences, hotkeys=mute))
        await until(lambda: "Mute or resume recording: Another program" in toasts(qapp))
    finally:
        await scope.aclose()
        shell.close_all()
