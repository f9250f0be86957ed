"""What the desk's commands do, and why they cannot at times."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from agent_desk.core.link import Link
from agent_desk.desk.card import TitleSource
from agent_desk.desk.dialling import DialState, DialView
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.presence import PresenceView
from agent_desk.desk.state import CallKey, Outcome, Phase
from agent_desk.ui import language
from agent_desk.ui.desk_commands import DeskCommands
from agent_desk.ui.dial_field import DialField
from agent_desk.ui.main_window import MainWindow
from agent_desk.ui.theme import Scheme, Theme
from tests.ui.pictures import dana
from tests.ui.seat import Seat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

LANGUAGES = ("en", "he", "ar", "ru")
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
IN_A_CALL = (
    *("mute_recording", "resume_recording", "write_note", "copy_number", "open_link"),
    *("block_caller", "turn_details"),
)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    Theme.apply(qapp, "light")
    yield qapp
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.c())
    Theme.apply(qapp, "light")


@pytest.fixture
def window(app: QApplication) -> Iterator[MainWindow]:
    assert app
    window = MainWindow(QLineEdit())
    window.come_forward()
    assert QTest.qWaitForWindowActive(window)
    yield window
    window.hide()
    window.deleteLater()


def talking(clock: FakeClock, **changes: object) -> Card:
    guard = GuardView(GuardState.RECORDING)
    return dana(clock, **({"phase": Phase.TALKING, "guard": guard} | changes))


def ended(clock: FakeClock, call_id: str = "e") -> Card:
    key = CallKey("SIPSIP1", call_id)
    return dana(clock, key=key, phase=Phase.ENDED, outcome=Outcome.COMPLETED)


def reasons(seat: Seat, *names: str) -> list[str]:
    commands = DeskCommands(seat, DialField(), seat).commands
    return [commands[name].why_not() for name in names]


def test_everything_is_done_where_it_can_be(window: MainWindow, clock: FakeClock) -> None:
    muted = talking(clock, guard=GuardView(GuardState.MUTED))
    seat = Seat(window, talking(clock), ended(clock), link=Link.OFFLINE)
    here = PresenceView(is_there=True)
    seat.standing = replace(seat.standing, can_choose=True, presence=here)
    field = DialField()
    desk = DeskCommands(seat, field, window)
    later = ("resume_recording", "extend_mute", "hang_up")
    for command in desk.commands:
        if command.is_listed and command.name not in later:
            expected = "Chosen already" if command.name == "theme_system" else ""
            assert desk.commands.run(command.name) == expected, command.name
    seat.standing = replace(seat.standing, cards=(muted,))
    assert desk.commands.run("resume_recording") == ""
    ends = replace(muted, guard=GuardView(GuardState.MUTED, 0.0, resume_at=60.0))
    seat.standing = replace(seat.standing, cards=(ends,))
    assert desk.commands.run("extend_mute") == ""
    hung_up: list[bool] = []
    field.hang_up_requested.connect(lambda: hung_up.append(True))
    field.show_attempt(DialView(DialState.TALKING))
    assert desk.commands.run("hang_up") == ""
    assert hung_up == [True]
    wanted = [
        *("mute 1", "desk", "note", "open https://crm.example.com/ticket/222", "desk", "block?"),
        *("desk", "details", "dismiss e", "desk", "desk"),  # the last two: dial, call back
        *("desk", "desk", "my calls", "try now", "settings"),
        *("choose again", "enter code", "sign out", "quit"),
        *("theme light", "theme dark", "theme high-contrast"),
        *("settings: Appearance", "settings: Pops"),
        *("settings: Recording guard", "settings: Sounds"),
        *("settings: Keyboard shortcuts", "settings: Privacy", "settings: Custom data"),
        *("settings: What would have popped", "settings: Numbers", "settings: Sign-in"),
        *("settings: Start", "settings: Diagnostics", "settings: Check and report"),
        *("resume 1", "desk"),
    ]
    assert seat.told == wanted
    assert QGuiApplication.clipboard().text() == "+972501234567"
    assert seat.settings.preferences.scheme is Scheme.HIGH_CONTRAST


def test_without_a_call_each_says_so(window: MainWindow) -> None:
    assert set(reasons(Seat(window), *IN_A_CALL)) == {"No call right now"}
    assert reasons(Seat(window), "dismiss_card") == ["No call has just ended"]


@pytest.mark.parametrize(
    ("state", "mute", "resume"),
    [
        (GuardState.NOT_RECORDED, "This call is not recorded", "This call is not recorded"),
        (GuardState.WILL_RECORD, "", "The recording is not muted"),
        (GuardState.RECORDING, "", "The recording is not muted"),
        (GuardState.MUTING, "The service is being asked", "The service is being asked"),
        (GuardState.MUTED, "The recording is muted already", ""),
        (GuardState.MUTED_CONFIRMED, "The recording is muted already", ""),
        (GuardState.RESUMING, "The service is being asked", "The service is being asked"),
        (GuardState.MUTE_FAILED, "", "The recording is not muted"),
        (GuardState.RESUME_FAILED, "The recording is muted already", ""),
        (GuardState.UNKNOWN, "", ""),
    ],
)
def test_muting_goes_by_what_the_service_has_said(
    window: MainWindow, clock: FakeClock, state: GuardState, mute: str, resume: str
) -> None:
    seat = Seat(window, talking(clock, guard=GuardView(state)))
    assert reasons(seat, "mute_recording", "resume_recording") == [mute, resume]


def test_what_is_only_reported_as_muted_can_be_muted_and_resumed(
    window: MainWindow, clock: FakeClock
) -> None:
    guard = GuardView(GuardState.RECORDING, is_reported_muted=True)
    seat = Seat(window, talking(clock, guard=guard))
    assert reasons(seat, "mute_recording", "resume_recording") == ["", ""]


def test_only_a_mute_that_ends_by_itself_can_be_made_longer(
    window: MainWindow, clock: FakeClock
) -> None:
    assert reasons(Seat(window, talking(clock)), "extend_mute") == ["The recording is not muted"]
    seat = Seat(window, talking(clock, guard=GuardView(GuardState.MUTED, 0.0)))
    assert reasons(seat, "extend_mute") == ["It stays muted until you resume it"]


def test_muting_works_while_blind_but_not_after_the_end(
    window: MainWindow, clock: FakeClock
) -> None:
    blind = Seat(window, talking(clock, is_stale=True))
    assert reasons(blind, "mute_recording") == [""]
    assert reasons(Seat(window, ended(clock)), "mute_recording") == ["The call is over"]


def test_what_is_missing_in_a_call_is_said(window: MainWindow, clock: FakeClock) -> None:
    hidden = talking(clock, copy_text="", fields=(), title_source=TitleSource.HIDDEN)
    names = ("copy_number", "open_link", "block_caller")
    said = ["The number is hidden", "No link came with this call", "The number is hidden"]
    assert reasons(Seat(window, hidden), *names) == said
    colleague = Seat(window, talking(clock, title_source=TitleSource.EXTENSION))
    assert reasons(colleague, "block_caller") == ["This is an extension of your organisation"]
    known = Seat(window, talking(clock))
    known.blocked.add(CallKey("SIPSIP1", "1"))
    assert reasons(known, "block_caller") == ["Blocked already"]


def test_before_the_desk_only_the_program_can_be_left(window: MainWindow) -> None:
    seat = Seat(window)
    seat.standing = replace(seat.standing, is_at_desk=False)
    desk = DeskCommands(seat, DialField(), window)
    free = [each.name for each in desk.commands if each.is_listed and not each.why_not()]
    assert free == ["quit"]


def test_a_replay_offers_what_needs_no_service(window: MainWindow, clock: FakeClock) -> None:
    seat = Seat(window, talking(clock))
    seat.standing = replace(seat.standing, is_replay=True, is_at_desk=False)
    desk = DeskCommands(seat, DialField(), window)
    free = {each.name for each in desk.commands if each.is_listed and not each.why_not()}
    assert free == {"copy_number", "open_link", "turn_details", "show_desk", "quit"}


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        (Link.CONNECTED, "The connection is up"),
        (Link.CONNECTING, "Connecting right now"),
        (Link.RECONNECTING, ""),
        (Link.POLLING, ""),
    ],
)
def test_connecting_can_be_tried_where_there_is_need(
    window: MainWindow, link: Link, reason: str
) -> None:
    seat = Seat(window)
    seat.standing = replace(seat.standing, link=LinkView(link))
    assert reasons(seat, "try_now", "choose_extension") == [
        reason,
        "This sign-in sees no other extensions",
    ]


def test_all_keys_work_in_the_window_while_somebody_types(
    window: MainWindow, clock: FakeClock
) -> None:
    seat = Seat(window, talking(clock))
    field = window.page
    assert isinstance(field, QLineEdit)
    field.setText("half a sentence")
    field.setFocus()
    desk = DeskCommands(seat, DialField(), window)
    for key in (Qt.Key.Key_M, Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_I):
        QTest.keyClick(field, key, BOTH)
    assert seat.told == [
        *("mute 1", "desk", "note", "open https://crm.example.com/ticket/222", "desk", "details")
    ]
    QTest.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert desk.palette is not None
    assert desk.palette.is_open
    QTest.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not desk.palette.is_open
    assert field.text() == "half a sentence"
    assert field.hasFocus()


def test_keys_of_what_cannot_be_done_say_why(window: MainWindow) -> None:
    seat = Seat(window)
    desk = DeskCommands(seat, DialField(), window)
    refused: list[str] = []
    desk.refused.connect(refused.append)
    desk.open_palette()
    QTest.keyClick(window, Qt.Key.Key_M, BOTH)
    assert refused == ["No call right now"]
    assert seat.told == []
    assert desk.palette is not None
    assert not desk.palette.is_open


def test_the_palette_does_what_was_chosen_and_follows_the_desk(
    window: MainWindow, clock: FakeClock
) -> None:
    seat = Seat(window)
    desk = DeskCommands(seat, DialField(), window)
    desk.refresh()
    desk.open_palette()
    assert desk.palette is not None
    search = QApplication.focusWidget()
    assert search is not None
    QTest.keyClicks(search, "mute")
    assert desk.palette.model.rows[0][1] == "No call right now"
    seat.standing = replace(seat.standing, cards=(talking(clock),))
    desk.refresh()
    assert desk.palette.model.rows[0][1] == ""
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert seat.told == ["mute 1"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_has_its_words_and_the_same_keys(
    app: QApplication, window: MainWindow, code: str
) -> None:
    language.install(app, code)
    desk = DeskCommands(Seat(window), DialField(), window)
    words = [command.words for command in desk.commands]
    assert len(set(words)) == len(words)
    latin = {word for each in words for word in re.findall("[A-Za-z]{3,}", each)} - {"API", "CRM"}
    assert bool(latin) == (code == "en")
    keys = [command.keys for command in desk.commands if command.keys]
    assert len(set(keys)) == len(keys) == 17


@pytest.mark.parametrize(
    ("code", "typed"),
    [("en", "REC mu"), ("he", "הקלט השתק"), ("ar", "تسجيل كتم"), ("ru", "запис ОТКЛ")],
)
def test_muting_is_found_in_each_language(
    app: QApplication, window: MainWindow, code: str, typed: str
) -> None:
    language.install(app, code)
    commands = DeskCommands(Seat(window), DialField(), window).commands
    for words in (typed, "mute recording"):
        assert commands.found(words)[0][0].name == "mute_recording"
