"""The agent's status as the head, the tray and the palette show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from agent_desk.desk.presence import NOBODY, PresenceView, Stage, Status
from agent_desk.ui import fault_words, language, status_words, words
from agent_desk.ui.commands import Command, Commands
from agent_desk.ui.desk_header import DeskHeader
from agent_desk.ui.icons import Icon
from agent_desk.ui.status_menu import StatusMenu, StatusPill
from agent_desk.ui.text import plain
from agent_desk.ui.theme import Scheme, Theme, Tone
from agent_desk.ui.tray import Tray

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.helpers.clock import FakeClock

LOGIN, LOGOUT, LUNCH, TRAINING = 1, 2, 3, 11
HERE = PresenceView(is_there=True, code=LOGIN)
ON_ONE = {"done_on": ("SIP1",), "open_on": ("SIP2",)}
OWN = (Status(LOGIN, "", "#0A6638"), Status(LUNCH, "Siesta & co", "#FFFFFF"), Status(14, "Mail"))


@pytest.fixture
def pill(qtbot: QtBot, clock: FakeClock) -> StatusPill:
    made = StatusPill(clock)
    qtbot.addWidget(made)
    return made


def offered(menu: StatusMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.isVisible()]


def ticked(menu: StatusMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.isChecked()]


def test_the_menu_ticks_what_the_service_says_and_nothing_else(qtbot: QtBot) -> None:
    menu = StatusMenu()
    qtbot.addWidget(menu)
    chosen: list[int] = []
    menu.status_requested.connect(chosen.append)
    menu.set_view(HERE)
    standard = ["Available", "Logged out", "Lunch", "Paperwork", "Private", "Other", "Training"]
    assert offered(menu) == [*standard, "Team meeting", "Briefing"]
    lunch = next(each for each in menu.actions() if each.text() == "Lunch")
    lunch.trigger()
    assert (chosen, ticked(menu)) == ([LUNCH], ["Available"])
    menu.set_view(replace(HERE, stage=Stage.ASKING, asked=LUNCH))
    assert ticked(menu) == ["Available"]
    menu.set_view(replace(HERE, code=LUNCH))
    assert ticked(menu) == ["Lunch"]
    menu.set_view(replace(HERE, code=14))
    assert ticked(menu) == []


def test_the_accounts_own_statuses_take_the_place_of_the_standard_ones(qtbot: QtBot) -> None:
    menu = StatusMenu()
    qtbot.addWidget(menu)
    menu.set_view(HERE)
    menu.set_view(replace(HERE, statuses=OWN))
    assert [plain(words) for words in offered(menu)] == ["Available", "Siesta && co", "Mail"]


def test_without_the_link_the_menu_says_why_nothing_can_be_chosen(qtbot: QtBot) -> None:
    menu = StatusMenu()
    qtbot.addWidget(menu)
    menu.set_view(replace(HERE, is_stale=True))
    assert offered(menu)[0] == "A status cannot be confirmed without the link"
    assert not any(each.isEnabled() for each in menu.actions())
    menu.set_view(HERE)
    assert offered(menu)[0] == "Available"
    assert next(each for each in menu.actions() if each.text() == "Lunch").isEnabled()


def test_colours_follow_the_scheme(qapp: QApplication, qtbot: QtBot) -> None:
    menu = StatusMenu()
    qtbot.addWidget(menu)
    drawn = []
    try:
        for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST):
            Theme.apply(qapp, scheme)
            menu.set_view(replace(HERE, statuses=OWN))
            [own] = [each for each in menu.actions() if plain(each.text()) == "Siesta && co"]
            drawn.append(own.icon().pixmap(16, 16).toImage())
    finally:
        Theme.apply(qapp, Scheme.LIGHT)
    light, dark, high = drawn
    assert light != dark  # white on white is nobody's choice
    assert high == dark


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        (HERE, (Icon.AVAILABLE, "Available", Tone.TALKING)),
        (replace(HERE, code=LOGOUT), (Icon.LEAVE, "Logged out", Tone.NEUTRAL)),
        (replace(HERE, code=42), (Icon.CLOCK, "Status 42", Tone.NEUTRAL)),
        (replace(HERE, code=None), (Icon.STALE, "Unknown", Tone.NEUTRAL)),
        (replace(HERE, stage=Stage.ASKING, asked=3), (Icon.PENDING, "Lunch…", Tone.NEUTRAL)),
        (replace(HERE, stage=Stage.WAITING, asked=3), (Icon.PENDING, "Lunch…", Tone.NEUTRAL)),
        (replace(HERE, stage=Stage.OVERDUE, asked=3), (Icon.STALE, "Available", Tone.NEUTRAL)),
        (replace(HERE, stage=Stage.REFUSED, asked=3), (Icon.AVAILABLE, "Available", Tone.TALKING)),
        (replace(HERE, is_stale=True), (Icon.STALE, "Available", Tone.NEUTRAL)),
    ],
)
def test_the_pill_says_what_is_known(view: PresenceView, shown: tuple[Icon, str, Tone]) -> None:
    icon, said, tone = status_words.pill(view)
    assert (icon, plain(said), tone) == shown


def test_what_was_so_before_the_link_was_lost_says_when(clock: FakeClock) -> None:
    _, said, _ = status_words.pill(replace(HERE, is_stale=True, stale_since=clock.now()))
    assert plain(said).startswith("Available at ")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, ""),
        ({"stage": Stage.ASKING}, ""),
        (
            {"stage": Stage.REFUSED, "failure_code": "seat_in_use"},
            "Your status was not changed to Lunch. Somebody else is signed in on this extension.",
        ),
        (
            {"stage": Stage.REFUSED, "failure_code": "no_api_code"},
            "Your status was not changed to Lunch. " + fault_words.sentences("no_api_code"),
        ),
        (
            {"stage": Stage.OVERDUE, "failure_code": "unreachable"},
            "Lunch is not confirmed yet: no clear answer came. It may have been set.",
        ),
        (
            {"stage": Stage.PARTLY, "failure_code": "seat_in_use", **ON_ONE},
            "Lunch was set on SIP1, but not on SIP2. Somebody else is signed in on this extension.",
        ),
        (
            {"stage": Stage.OVERDUE, "failure_code": "unreachable", **ON_ONE},
            "Lunch was set on SIP1. For SIP2 no clear answer came: it may have been set, too.",
        ),
        (
            {"stage": Stage.OVERDUE},
            "Lunch is not confirmed yet: Voicenter agreed, but does not show it so far.",
        ),
        (
            {"stage": Stage.ELSEWHERE, "code": TRAINING},
            "You asked for Lunch, then another status was set for you.",
        ),
    ],
)
def test_what_went_wrong_with_a_wish(change: dict[str, object], said: str) -> None:
    view = replace(HERE, asked=LUNCH, **change) if change else HERE  # type: ignore[arg-type]  # fields
    assert plain(status_words.trouble(view)) == said


def test_the_pill_is_there_only_with_an_extension(pill: StatusPill) -> None:
    assert pill.isHidden()
    pill.set_view(replace(HERE, code=None))
    assert not pill.isHidden()
    pill.set_view(NOBODY)
    assert pill.isHidden()


def test_the_pill_speaks_to_screen_readers(pill: StatusPill, clock: FakeClock) -> None:
    pill.set_view(replace(HERE, since=clock.now() - timedelta(minutes=5)))
    assert pill.accessibleName() == "Status: Available"
    assert pill.accessibleDescription().startswith("Available since ")
    asking = replace(HERE, stage=Stage.ASKING, asked=LUNCH)
    pill.set_view(asking)
    assert pill.accessibleName() == "Status: Lunch…"
    assert pill.accessibleDescription() == "Waiting until Voicenter confirms Lunch."
    pill.set_view(replace(asking, stage=Stage.OVERDUE, is_stale=True))
    said = "Not connected: it may have changed. · Lunch is not confirmed yet."
    assert pill.accessibleDescription() == said
    pill.set_view(HERE)
    assert pill.accessibleDescription() == ""


def test_a_status_since_yesterday_says_the_day(pill: StatusPill, clock: FakeClock) -> None:
    pill.set_view(replace(HERE, since=clock.now() - timedelta(days=1)))
    day = pill.view.since
    assert day is not None
    assert plain(words.moment(day, clock.now())) in pill.accessibleDescription()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_status_is_chosen_by_the_keyboard(pill: StatusPill, qtbot: QtBot) -> None:
    chosen: list[int] = []
    pill.status_requested.connect(chosen.append)
    pill.set_view(HERE)
    pill.show()
    assert pill.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(pill, Qt.Key.Key_Return)
    menu = pill.menu_of_statuses
    qtbot.waitUntil(menu.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert (chosen, menu.isVisible()) == ([LUNCH], False)


def test_the_head_passes_it_on(qtbot: QtBot, clock: FakeClock) -> None:
    header = DeskHeader(clock)
    qtbot.addWidget(header)
    chosen: list[int] = []
    header.status_requested.connect(chosen.append)
    header.set_presence(HERE)
    pill = header.findChild(StatusPill)
    assert pill is not None
    menu = pill.menu_of_statuses
    next(each for each in menu.actions() if each.text() == "Training").trigger()
    assert (chosen, header.presence) == ([TRAINING], HERE)


@pytest.mark.parametrize("is_wide", [False, True])
def test_the_head_keeps_room_for_the_agents_name(
    qtbot: QtBot, clock: FakeClock, is_wide: bool
) -> None:
    header = DeskHeader(clock)
    qtbot.addWidget(header)
    header.set_wide(is_wide=is_wide)
    header.set_agent("Maya Cohen", ("SIPSIP1",), is_session_only=True)
    header.set_presence(replace(HERE, code=14, statuses=(Status(14, "A very long status " * 5),)))
    assert header.minimumSizeHint().width() <= (900 if is_wide else 367)


def test_the_tray_offers_the_statuses(qapp: QApplication) -> None:
    tray = Tray(qapp)
    chosen: list[int] = []
    tray.status_requested.connect(chosen.append)
    tray.set_presence(replace(HERE, stage=Stage.WAITING, asked=LUNCH))
    [entry] = [each for each in tray.menu.actions() if each.menu() is not None]
    assert (entry.isVisible(), plain(entry.text())) == (True, "Status: Lunch…")
    menu = entry.menu()
    assert isinstance(menu, StatusMenu)
    assert ticked(menu) == ["Available"]
    next(each for each in menu.actions() if each.text() == "Logged out").trigger()
    assert chosen == [LOGOUT]
    tray.set_presence(NOBODY)
    assert not entry.isVisible()


def test_standard_names_are_translated_and_own_ones_are_not(qapp: QApplication) -> None:
    language.install(qapp, "he")
    try:
        assert status_words.name(Status(LUNCH)) == "הפסקת צהריים"
        assert plain(status_words.name(Status(LUNCH, "Siesta"))) == "Siesta"
    finally:
        language.install(qapp, "en")
        QLocale.setDefault(QLocale.c())


def test_commands_that_are_renewed_keep_their_places_in_what_was_used() -> None:
    done: list[str] = []

    def command(name: str, words: str) -> Command:
        return Command(name, words, Icon.CLOCK, lambda: done.append(words))

    commands = Commands((command("status_1", "Status: Login"), command("quit", "Quit")))
    assert commands.run("status_1") == ""
    commands.renew("status_", (command("status_1", "Status: Open"), command("status_14", "x")))
    assert [each.name for each in commands] == ["quit", "status_1", "status_14"]
    assert next(each.words for each, _ in commands.found("")) == "Status: Open"
    assert commands.run("status_1") == ""
    assert done == ["Status: Login", "Status: Open"]
