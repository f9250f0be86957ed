from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.state import CallKey, Outcome, Phase
from agent_desk.ui.tray import Tray, TrayState, tray_icon, tray_state
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.helpers.clock import FakeClock


def test_the_state_that_matters_most_is_shown(clock: FakeClock) -> None:
    ringing = dana(clock)
    talking = dana(clock, phase=Phase.TALKING)
    held = dana(clock, phase=Phase.HELD)
    muted = dana(clock, phase=Phase.TALKING, guard=GuardView(GuardState.MUTED))
    ended = dana(clock, phase=Phase.ENDED, outcome=Outcome.MISSED)
    assert tray_state(Link.CONNECTED, []) is TrayState.CONNECTED
    assert tray_state(Link.CONNECTED, [ended]) is TrayState.CONNECTED
    assert tray_state(Link.CONNECTING, []) is TrayState.CONNECTING
    assert tray_state(Link.CONNECTED, [held]) is TrayState.HELD
    assert tray_state(Link.CONNECTED, [held, talking]) is TrayState.TALKING
    assert tray_state(Link.CONNECTED, [talking, ringing]) is TrayState.RINGING
    assert tray_state(Link.CONNECTED, [ringing, muted]) is TrayState.MUTED
    assert tray_state(Link.POLLING, [ringing]) is TrayState.RINGING


@pytest.mark.parametrize("link", [Link.OFFLINE, Link.RECONNECTING, Link.SIGNED_OUT])
def test_while_blind_nothing_is_claimed(link: Link, clock: FakeClock) -> None:
    muted = dana(clock, phase=Phase.TALKING, guard=GuardView(GuardState.MUTED))
    assert tray_state(link, [muted]) is TrayState.OFFLINE


def test_every_state_has_a_drawing_of_its_own(qapp: QApplication) -> None:
    drawings = [tray_icon(state).pixmap(32, 32).toImage() for state in TrayState]
    assert qapp
    for at, drawing in enumerate(drawings):
        assert all(drawing != other for other in drawings[:at])


def test_the_tool_tip_says_it_in_words(qapp: QApplication, clock: FakeClock) -> None:
    tray = Tray(qapp)
    connected = LinkView(Link.CONNECTED, server="monitor3")
    tray.set_view(connected, (), 0.0)
    assert tray.tool_tip == "agent_desk: Connected · monitor3"
    tray.set_view(connected, (dana(clock),), 0.0)
    assert tray.tool_tip == "agent_desk: Ringing"
    second = dana(clock, key=CallKey("SIPSIP1", "2"))
    tray.set_view(connected, (second, dana(clock)), 0.0)
    assert tray.tool_tip == "agent_desk: 2 calls"
    muted = dana(clock, phase=Phase.TALKING, guard=GuardView(GuardState.MUTED))
    tray.set_view(connected, (muted,), 0.0)
    assert tray.tool_tip == "agent_desk: recording muted"
    tray.set_view(LinkView(Link.OFFLINE), (muted,), 0.0)
    assert tray.tool_tip == "agent_desk: Offline"
    assert tray.state is TrayState.OFFLINE


def test_signing_out_is_offered_only_while_signed_in(qapp: QApplication) -> None:
    tray = Tray(qapp)
    asked: list[str] = []
    tray.sign_out_requested.connect(lambda: asked.append("sign out"))
    tray.quit_requested.connect(lambda: asked.append("quit"))
    tray.show_requested.connect(lambda: asked.append("show"))
    tray.settings_requested.connect(lambda: asked.append("settings"))

    def offered() -> list[str]:
        actions = tray.menu.actions()
        return [action.text() for action in actions if action.isVisible() and action.text()]

    assert offered() == ["Show window", "Quit"]
    tray.set_signed_in(True)
    assert offered() == ["Show window", "Settings", "Sign out", "Quit"]
    for action in tray.menu.actions():
        action.trigger()
    assert asked == ["show", "settings", "sign out", "quit"]
