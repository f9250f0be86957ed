from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from agent_desk.core.link import Link
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.state import CallKey, Outcome, Phase
from agent_desk.ui import language
from agent_desk.ui.text import plain
from agent_desk.ui.tray import Tray, TrayState, tray_icon, tray_state
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication

    from agent_desk.desk.card import Card
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


@pytest.mark.parametrize("state", [GuardState.MUTE_FAILED, GuardState.UNKNOWN])
@pytest.mark.parametrize("link", [Link.CONNECTED, Link.OFFLINE])
def test_a_mute_that_failed_is_shown_before_everything_else(
    link: Link, state: GuardState, clock: FakeClock
) -> None:
    failed = dana(clock, phase=Phase.TALKING, guard=GuardView(state))
    muted = dana(
        clock, key=CallKey("SIPSIP1", "2"), phase=Phase.HELD, guard=GuardView(GuardState.MUTED)
    )
    assert tray_state(link, [failed, muted]) is TrayState.NOT_MUTED


def test_the_tool_tip_counts_how_long_it_is_muted(qapp: QApplication, clock: FakeClock) -> None:
    tray = Tray(qapp)
    guard = GuardView(GuardState.MUTED, 100.0)
    tray.set_view(LinkView(Link.CONNECTED), (dana(clock, phase=Phase.TALKING, guard=guard),), 172.5)
    assert tray.tool_tip == "agent_desk: recording muted 01:12"
    tray.tick(172.9)
    tray.tick(173.0)
    assert tray.tool_tip == "agent_desk: recording muted 01:13"
    assert offered(tray)[0] == "recording muted"
    tray.set_view(LinkView(Link.CONNECTED), (), 174.0)
    assert tray.tool_tip == "agent_desk: Connected"


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

    assert offered(tray) == ["Show window", "Quit"]
    tray.set_signed_in(True)
    copied = "Show the number on the clipboard"
    assert offered(tray) == [copied, "Show window", "Settings", "Sign out", "Quit"]
    for words in offered(tray):
        choose(tray, words)
    assert asked == ["show", "settings", "sign out", "quit"]


def test_the_menu_says_how_things_are_and_what_was_missed(
    qapp: QApplication, clock: FakeClock
) -> None:
    language.install(qapp, "en")
    tray = Tray(qapp)
    connected = LinkView(Link.CONNECTED, server="monitor3")
    tray.set_view(connected, (dana(clock),), 0.0)
    tray.set_missed(1)
    assert offered(tray)[:3] == ["Ringing", "1 missed call", "Mute recording"]
    assert not action(tray, "Ringing").isEnabled()
    assert tray.tool_tip == "agent_desk: Ringing · 1 missed call"
    tray.set_missed(12)
    asked: list[str] = []
    tray.show_requested.connect(lambda: asked.append("show"))
    choose(tray, "12 missed calls")
    assert asked == ["show"]
    tray.set_missed(0)
    tray.set_view(connected, (), 0.0)
    assert offered(tray)[:2] == ["Connected · monitor3", "Show window"]
    assert tray.tool_tip == "agent_desk: Connected · monitor3"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("he", {1: "שיחה אחת שלא נענתה", 2: "2 שיחות שלא נענו", 11: "11 שיחות שלא נענו"}),
        ("ar", {1: "مكالمة فائتة واحدة", 2: "مكالمتان فائتتان", 3: "3 مكالمات فائتة",
                11: "11 مكالمة فائتة", 100: "100 مكالمة فائتة"}),
        ("ru", {1: "1 пропущенный звонок", 2: "2 пропущенных звонка", 5: "5 пропущенных звонков",
                21: "21 пропущенный звонок"}),
    ],
)  # fmt: skip
def test_missed_calls_are_counted_as_the_language_does(
    qapp: QApplication, code: str, said: dict[int, str]
) -> None:
    language.install(qapp, code)
    try:
        tray = Tray(qapp)
        for count, words in said.items():
            tray.set_missed(count)
            assert tray.tool_tip.endswith(words)
    finally:
        language.install(qapp, "en")
        QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize("side", [16, 22, 24, 32])
def test_the_number_is_drawn_at_every_size_without_hiding_the_state(
    qapp: QApplication, side: int
) -> None:
    assert qapp
    for state in TrayState:
        drawn = [tray_icon(state, missed).pixmap(side, side).toImage() for missed in (0, 1, 9)]
        many = [tray_icon(state, missed).pixmap(side, side).toImage() for missed in (10, 400)]
        assert many[0] == many[1]
        assert all(one != other for one, other in combinations([*drawn, many[0]], 2))
    shown = [tray_icon(state, 10).pixmap(side, side).toImage() for state in TrayState]
    assert all(one != other for one, other in combinations(shown, 2))


def test_the_recording_of_the_current_call_can_be_muted(
    qapp: QApplication, clock: FakeClock
) -> None:
    tray = Tray(qapp)
    asked: list[tuple[str, str]] = []
    tray.mute_requested.connect(lambda key: asked.append(("mute", key.call_id)))
    tray.resume_requested.connect(lambda key: asked.append(("resume", key.call_id)))
    connected = LinkView(Link.CONNECTED)
    held = dana(clock, phase=Phase.HELD, guard=GuardView(GuardState.MUTED))

    def talking(state: GuardState, **changes: object) -> Card:
        key = CallKey("SIPSIP1", "2")
        return dana(clock, key=key, phase=Phase.TALKING, guard=GuardView(state), **changes)

    def entry(*cards: Card) -> str:
        tray.set_view(connected, cards, 0.0)
        words = [each for each in offered(tray) if "mut" in each.lower() or "resum" in each.lower()]
        return words[-1] if words and words[-1] != "recording muted" else ""

    assert entry(dana(clock)) == "Mute recording"
    assert entry(talking(GuardState.NOT_RECORDED)) == ""
    assert entry(talking(GuardState.RECORDING, is_stale=True)) == "Mute recording"
    assert entry(held, talking(GuardState.RECORDING)) == "Mute recording"
    choose(tray, "Mute recording")
    assert entry(talking(GuardState.MUTING)) == "Muting…"
    assert not action(tray, "Muting…").isEnabled()
    assert entry(talking(GuardState.MUTE_FAILED)) == "Mute recording"
    choose(tray, "Mute recording")
    assert entry(talking(GuardState.MUTED_CONFIRMED)) == "Resume recording"
    choose(tray, "Resume recording")
    assert entry(talking(GuardState.RESUMING)) == "Resuming…"
    assert entry(talking(GuardState.UNKNOWN)) == "Resume recording"
    assert "Mute recording" in offered(tray)
    choose(tray, "Resume recording")
    assert entry(talking(GuardState.RESUME_FAILED)) == "Resume recording"
    assert entry(held) == "Resume recording"
    choose(tray, "Resume recording")
    assert entry(dana(clock, phase=Phase.ENDED, guard=GuardView(GuardState.MUTE_FAILED))) == ""
    assert asked == [("mute", "2"), ("mute", "2"), *[("resume", "2")] * 2, ("resume", "1")]


def test_the_copied_number_is_asked_for_and_the_clipboard_left_alone(qapp: QApplication) -> None:
    tray = Tray(qapp)
    asked: list[str] = []
    tray.copied_requested.connect(lambda: asked.append("copied"))
    tray.set_signed_in(True)
    qapp.clipboard().setText("050-123-4567")
    tray.menu.aboutToShow.emit()
    qapp.clipboard().clear()
    assert not any("4567" in words for words in offered(tray))
    choose(tray, "Show the number on the clipboard")
    assert asked == ["copied"]


def offered(tray: Tray) -> list[str]:
    """The words of the menu, without direction marks."""
    actions = tray.menu.actions()
    return [plain(each.text()) for each in actions if each.isVisible() and each.text()]


def action(tray: Tray, words: str) -> QAction:
    """The entry with these words."""
    actions = (each for each in tray.menu.actions() if each.isVisible())
    return next(each for each in actions if plain(each.text()) == words)


def choose(tray: Tray, words: str) -> None:
    """Choose the entry with these words."""
    action(tray, words).trigger()
