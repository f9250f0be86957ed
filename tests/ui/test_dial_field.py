"""Calling from the window: what is shown, what is asked, and what is wished for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.dialling import (
    DialEnd,
    DialOptions,
    DialQuestion,
    DialState,
    DialView,
    DialWish,
)
from agent_desk.desk.state import CallKey, Phase
from agent_desk.ui.commands import Commands
from agent_desk.ui.dial_commands import DialCommands
from agent_desk.ui.dial_field import DialField
from agent_desk.ui.handed_over import HandedOver
from agent_desk.ui.main_window import MainWindow
from agent_desk.ui.masking import masking
from agent_desk.ui.text import plain
from agent_desk.ui.theme import Theme
from agent_desk.ui.widgets import Segmented, Toast
from tests.ui.finders import button, has_button, said, unnamed
from tests.ui.pictures import dana
from tests.ui.seat import Seat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.clock import FakeClock

NUMBER = PhoneNumber("+972501234567")
TEXT = "+972 50-123-4567"
WISH = DialWish(NUMBER, TEXT)
BLOCKED = PhoneNumber("+97236123456")


class Heard:
    """A field in a window, and what it asked for."""

    def __init__(self, window: MainWindow, field: DialField) -> None:
        self.window = window
        self.field = field
        self.wishes: list[DialWish] = []
        self.told: list[str] = []
        field.dial_requested.connect(self.wishes.append)
        field.hang_up_requested.connect(lambda: self.told.append("hang up"))
        field.question_dropped.connect(lambda: self.told.append("dropped"))

    @property
    def edit(self) -> QLineEdit:
        return self.field.findChildren(QLineEdit)[0]

    def type(self, written: str) -> None:
        self.edit.setText(written)

    def press(self, words: str) -> None:
        button(self.field, words).click()

    def enter(self) -> None:
        QTest.keyClick(self.edit, Qt.Key.Key_Return)

    def show(self, state: DialState, **more: object) -> str:
        self.field.show_attempt(replace(DialView(state, WISH), **more))  # type: ignore[arg-type]
        return self.said

    @property
    def said(self) -> str:
        return said(self.field).replace("\u00a0", " ")


@pytest.fixture
def heard(qapp: QApplication) -> Iterator[Heard]:
    Theme.apply(qapp, "light")
    field = DialField()
    field.read_with(lambda: "IL", lambda: ("SIPSIP1", "SIPSIP2"), lambda n: n == BLOCKED)
    window = MainWindow(field)
    window.come_forward()
    assert QTest.qWaitForWindowActive(window)
    yield Heard(window, field)
    masking.switch(False)
    window.hide()
    window.deleteLater()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("050 123 45 67", "Will dial +972 50-123-4567 · Israel"),
        ("052-345-6789", "Will dial +972 52-345-6789 · Israel, mobile"),
        ("+80012345678", "Will dial +800 1234 5678 · toll-free"),
        ("03-912-3456 / 052-345-6789", "landline · the first of several numbers"),
        ("sipsip2", "Will dial extension SIPSIP2"),
        ("144", "Will dial 144 as typed"),
        ("100", "100 is an emergency number"),
        ("1900123456", "may cost more than a usual call"),
        ("03-612-3456", "Blocked from here: the service will not connect this number"),
        ("5", "Too short for a phone number"),
        ("1" * 30, "Too long for a phone number"),
        ("*2700", "Codes with * or # are dialled on the phone itself"),
        ("call me", "There is no phone number in this text"),
        ("anonymous", "The number is hidden"),
    ],
)
def test_what_will_be_dialled_is_said_while_typing(heard: Heard, written: str, words: str) -> None:
    heard.type(written)
    assert words in heard.said
    assert words in heard.edit.accessibleDescription().replace("\u00a0", " ")
    assert heard.wishes == []
    heard.type("")
    assert heard.said == ""


def test_enter_and_the_button_call(heard: Heard) -> None:
    heard.type("050 123 45 67")
    heard.enter()
    heard.press("Call")
    assert heard.wishes == [WISH, WISH]


def test_what_cannot_be_called_is_said_and_not_wished(heard: Heard) -> None:
    heard.press("Call")
    assert "Type or paste a number" in heard.said
    heard.type("*21*050#")
    assert "Type or paste" not in heard.said
    heard.enter()
    assert heard.said.count("Codes with * or #") == 1
    assert heard.wishes == []


@pytest.mark.parametrize(("written", "target"), [("100", "100"), ("1900123456", "+9721900123456")])
def test_numbers_that_nobody_dials_by_the_way_take_two_presses(
    heard: Heard, written: str, target: str
) -> None:
    heard.type(written)
    for _ in range(3):
        heard.enter()
    assert heard.wishes == []
    heard.press("Cancel")
    assert not has_button(heard.field, "Call it")
    heard.press("Call")
    heard.press("Call it")
    assert [wish.target.raw for wish in heard.wishes] == [target]
    assert not has_button(heard.field, "Call it")


def test_escape_and_other_digits_take_the_question_back(heard: Heard) -> None:
    heard.type("100")
    heard.enter()
    QTest.keyClick(heard.edit, Qt.Key.Key_Escape)
    assert not has_button(heard.field, "Call it")
    heard.enter()
    heard.type("1001")
    assert not has_button(heard.field, "Call it")
    assert heard.wishes == []


def test_the_call_in_words(heard: Heard) -> None:
    assert "Asking the service to call +972 50-123-4567" in heard.show(DialState.SENDING)
    assert not has_button(heard.field, "Hang up")
    for state, words in (
        (DialState.ACCEPTED, "Your phone will ring"),
        (DialState.AGENT_RINGING, "Calling your phone. Pick it up to be connected"),
        (DialState.AGENT_UP, "Your phone is up"),
        (DialState.CUSTOMER_RINGING, "Calling +972 50-123-4567"),
        (DialState.TALKING, "Talking with +972 50-123-4567"),
    ):
        assert words in heard.show(state)
        assert has_button(heard.field, "Hang up")
    assert list(unnamed(heard.field)) == []


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (DialEnd.TALKED, "The call with +972 50-123-4567 is over"),
        (DialEnd.AGENT_DID_NOT_PICK_UP, "Your phone was not picked up, so +972 50-123-4567"),
        (DialEnd.BUSY, "+972 50-123-4567 is busy"),
        (DialEnd.NO_ANSWER, "+972 50-123-4567 did not answer"),
        (DialEnd.FAILED, "+972 50-123-4567 could not be reached"),
        (DialEnd.CANCELLED, "You ended the call before +972 50-123-4567 answered"),
        (DialEnd.NOT_SEEN, "What became of the call to +972 50-123-4567 could not be seen"),
    ],
)
def test_how_it_ended_stays_until_it_is_dismissed(heard: Heard, end: DialEnd, words: str) -> None:
    assert words in heard.show(DialState.ENDED, end=end)
    assert not has_button(heard.field, "Hang up")
    heard.press("Dismiss")
    assert heard.said == ""
    heard.show(DialState.IDLE, wish=None)
    heard.show(DialState.ENDED, end=end)
    heard.type("0")
    assert words not in heard.said


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("phone_offline", "Your phone is not connected to Voicenter"),
        ("calling_barred", "Your extension may not start calls by click"),
        ("not_started", "Voicenter could not start the call"),
        ("rejected", "Voicenter refused the call"),
        ("not_callable", "This number cannot be called by click"),
        ("no_api_code", "This needs your account's API code"),
        ("network_not_allowed", "Your network is not on Voicenter's list"),
    ],
)
def test_refusals_in_words(heard: Heard, code: str, words: str) -> None:
    assert words in heard.show(DialState.REFUSED, error_code=code)


def test_a_lost_answer_is_said_and_not_repeated(heard: Heard) -> None:
    assert "Maybe ringing: look at your phone" in heard.show(DialState.UNKNOWN)
    assert not has_button(heard.field, "Dial again")
    asked = "Nobody knows whether your phone still rings. Dial anyway?"
    question = {"question": DialQuestion.MAYBE_RINGING, "asked": WISH}
    assert asked in heard.show(DialState.UNKNOWN, **question)
    heard.press("Dial anyway")
    assert "Your phone has no call" in heard.show(DialState.UNKNOWN, is_free=True)
    heard.press("Dial again")
    assert heard.wishes == [replace(WISH, insists=True)] * 2


def test_on_a_call_it_takes_a_second_press(heard: Heard) -> None:
    question = {"question": DialQuestion.ON_A_CALL, "asked": WISH}
    words = heard.show(DialState.TALKING, **question)
    assert "You are on a call. Dial anyway?" in words
    heard.press("Cancel")
    assert heard.told == ["dropped"]
    heard.press("Dial anyway")
    assert heard.wishes == [replace(WISH, insists=True)]


def test_after_a_hang_up_without_an_answer_it_asks(heard: Heard) -> None:
    question = {"question": DialQuestion.HANG_UP_OPEN, "asked": WISH}
    words = heard.show(DialState.ENDED, **question)
    assert "The last hang-up has no answer yet and could end this call, too." in words
    heard.press("Dial anyway")
    assert heard.wishes == [replace(WISH, insists=True)]


def test_hanging_up_says_first_what_else_it_ends(heard: Heard) -> None:
    heard.show(DialState.TALKING)
    heard.press("Hang up")
    assert heard.told == ["hang up"]
    heard.show(DialState.TALKING, has_others=True)
    heard.press("Hang up")
    assert "This ends every call on your phone, also the one on hold" in heard.said
    heard.press("Cancel")
    heard.press("Hang up")
    heard.press("End all calls")
    assert heard.told == ["hang up"] * 2
    heard.show(DialState.TALKING, is_blind=True)
    heard.press("Hang up")
    assert "Not connected: this ends whatever runs on your phone now" in heard.said
    heard.press("Cancel")
    assert heard.told == ["hang up"] * 2
    heard.show(DialState.TALKING, hang_up_error="unreachable")
    assert "The call was not ended: Voicenter cannot be reached." in heard.said
    heard.show(DialState.TALKING, is_hanging_up=True)
    assert not has_button(heard.field, "Hang up")


def test_the_field_is_empty_once_its_call_rings(heard: Heard) -> None:
    heard.type("0501234567")
    heard.press("Call")
    heard.show(DialState.SENDING)
    assert heard.edit.text() == "0501234567"
    heard.show(DialState.AGENT_RINGING)
    assert heard.edit.text() == ""
    heard.type("03-912-3456")
    heard.show(DialState.CUSTOMER_RINGING)
    heard.show(DialState.ENDED, end=DialEnd.BUSY)
    heard.show(DialState.AGENT_RINGING, call_id="2")
    assert heard.edit.text() == "03-912-3456"


def test_options_are_folded_away_and_travel_with_one_call(heard: Heard) -> None:
    heard.type("0501234567")
    heard.press("Options")
    [recording] = heard.field.findChildren(Segmented)
    recording.select(1)
    caller_id = heard.field.findChildren(QLineEdit)[1]
    caller_id.setText("SIPSIP2")
    button(heard.field, "My phone answers by itself").click()
    heard.press("Call")
    assert "Not a phone number of your account" in heard.said
    assert heard.wishes == []
    caller_id.setText("072-277-6772")
    heard.press("Call")
    wanted = DialOptions(record=True, caller_id=PhoneNumber("+972722776772"), auto_answer=True)
    assert heard.wishes == [replace(WISH, options=wanted)]
    assert list(unnamed(heard.field)) == []
    heard.show(DialState.AGENT_RINGING)
    heard.type("0501234567")
    assert not has_button(heard.field, "My phone answers by itself")
    heard.press("Call")
    assert heard.wishes[1] == WISH
    heard.field.forget()
    assert heard.said == ""


def test_a_number_from_outside_is_shown_and_not_called(heard: Heard) -> None:
    def take(number: str) -> bool:
        heard.field.take(number)
        return True

    heard.field.focus_field()
    HandedOver(heard.window, take).show("+972501234567")
    assert "Will dial +972 50-123-4567" in heard.said
    assert not heard.edit.hasFocus()
    assert heard.window.findChildren(Toast) == []
    assert heard.wishes == []


def test_calling_back_asks_nothing_for_a_usual_number(heard: Heard) -> None:
    key = CallKey("SIPSIP1", "1")
    heard.field.call_back(PhoneNumber("0501234567"), key)
    assert heard.wishes == [replace(WISH, about=key)]
    assert heard.edit.text() == ""


def test_calling_back_asks_where_it_must(heard: Heard) -> None:
    heard.field.call_back(PhoneNumber("036123456"))
    assert "+972 3-612-3456 was blocked from here. Call it anyway?" in heard.said
    heard.press("Call it")
    heard.field.call_back(PhoneNumber("100"))
    assert "100 is an emergency number. Call it?" in heard.said
    heard.press("Cancel")
    heard.field.call_back(PhoneNumber("Anonymous"))
    assert "The number is hidden" in heard.said
    heard.press("Dismiss")
    assert heard.said == ""
    assert [wish.target for wish in heard.wishes] == [BLOCKED]


def test_hidden_numbers_stay_hidden_until_pointed_at(heard: Heard) -> None:
    masking.switch(True)
    QApplication.sendEvent(heard.field, QEvent(QEvent.Type.Leave))
    heard.field.take("+972501234567")
    heard.show(DialState.CUSTOMER_RINGING)
    assert "4567" not in heard.said
    assert heard.edit.echoMode() is QLineEdit.EchoMode.Password
    here = QPointF(heard.field.rect().center())
    QApplication.sendEvent(heard.field, QEnterEvent(here, here, here))
    assert heard.said.count("+972 50-123-4567") >= 1
    QApplication.sendEvent(heard.field, QEvent(QEvent.Type.Leave))
    assert "4567" not in heard.said
    heard.field.focus_field()
    assert heard.edit.echoMode() is QLineEdit.EchoMode.Normal


def test_commands(heard: Heard, clock: FakeClock) -> None:
    call = dana(clock, phase=Phase.TALKING)
    seat = Seat(heard.window, call)
    commands = Commands(DialCommands(seat, heard.field, heard.window).all())
    assert commands.run("dial_number") == ""
    assert heard.edit.hasFocus()
    assert commands.run("call_back") == ""
    assert [(wish.target, wish.about) for wish in heard.wishes] == [(NUMBER, call.key)]
    assert commands.run("hang_up") == "No call was started from here"
    heard.show(DialState.TALKING)
    assert commands.run("hang_up") == ""
    assert heard.told == ["hang up"]
    seat.standing = replace(seat.standing, cards=())
    assert commands.run("call_back") == "No call right now"
    hidden = dana(clock, phase=Phase.TALKING, number=PhoneNumber("Anonymous"))
    seat.standing = replace(seat.standing, cards=(hidden,))
    assert commands.run("call_back") == "The number is hidden"
    seat.standing = replace(seat.standing, is_at_desk=False)
    wanted = "Available at the desk, after signing in"
    assert {commands.run(each.name) for each in commands} == {wanted}


def test_hostile_text_is_text(heard: Heard) -> None:
    heard.type("<b>x</b>" * 2000 + "\x00\u202e050-123-4567")
    assert plain(heard.said) == "There is no phone number in this text"
    heard.enter()
    assert heard.wishes == []
