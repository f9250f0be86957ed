"""Cards whose numbers are hidden until somebody points at them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.card import CustomField, TitleSource
from agent_desk.ui import words
from agent_desk.ui.caller_card import CallerCard
from agent_desk.ui.card_parts import CardSize
from agent_desk.ui.masking import masking
from tests.ui.finders import button, drop_deleted, has_button, said
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

NUMBER = "+972 50-123-4567"
DOTS = "••• ••• ••67"


# Held here: a visible window that only cycles hold could be collected while it is painted.
_HELD: list[CallerCard] = []


@pytest.fixture(autouse=True)
def hidden() -> Iterator[None]:
    """Numbers are hidden, and shown again for the next test."""
    masking.switch(True)
    yield
    masking.switch(False)
    for face in _HELD:
        face.hide()
        face.deleteLater()
    _HELD.clear()
    drop_deleted()


def shown_as(qtbot: QtBot, clock: FakeClock, card: Card, size: CardSize) -> CallerCard:
    face = CallerCard(size, clock)
    _HELD.append(face)
    assert qtbot
    face.show_card(card)
    face.show()
    return face


def by_number(clock: FakeClock) -> Card:
    return replace(dana(clock), title=NUMBER, title_source=TitleSource.NUMBER)


@pytest.mark.parametrize("size", list(CardSize))
@pytest.mark.parametrize("is_known", [True, False])
def test_a_card_hides_its_number_until_it_is_pointed_at(
    qtbot: QtBot, clock: FakeClock, size: CardSize, *, is_known: bool
) -> None:
    card = dana(clock) if is_known else by_number(clock)
    face = shown_as(qtbot, clock, card, size)
    assert DOTS in said(face)
    assert NUMBER not in said(face)
    here = QPointF(9, 9)
    QApplication.sendEvent(face, QEnterEvent(here, here, here))
    assert NUMBER in said(face)
    QApplication.sendEvent(face, QEvent(QEvent.Type.Leave))
    assert NUMBER not in said(face)
    button(face, "Copy number").click()
    assert QGuiApplication.clipboard().text() == card.copy_text
    masking.switch(False)
    assert NUMBER in said(face)


def test_the_keyboard_within_a_card_shows_its_number(qtbot: QtBot, clock: FakeClock) -> None:
    face = shown_as(qtbot, clock, dana(clock), CardSize.DESK)
    face.activateWindow()
    with qtbot.waitActive(face):
        button(face, "Copy number").setFocus(Qt.FocusReason.TabFocusReason)
    assert NUMBER in said(face)


@pytest.mark.parametrize(
    "value",
    ["0501234567", "050-123-4567", "+972501234567", "+972 (0)50 123 4567", "Dana: 050 1234567"],
)
def test_the_callers_number_is_hidden_in_the_custom_data_too(
    qtbot: QtBot, clock: FakeClock, value: str
) -> None:
    """It stayed readable there."""
    fields = (CustomField("Phone", value), CustomField("Other phone", "052-845-6712"))
    face = shown_as(qtbot, clock, replace(dana(clock), fields=fields), CardSize.POP)
    assert value not in said(face)
    assert said(face).splitlines().count(DOTS) == 2
    assert "052-845-6712" in said(face)
    here = QPointF(9, 9)
    QApplication.sendEvent(face, QEnterEvent(here, here, here))
    assert value in said(face)
    QApplication.sendEvent(face, QEvent(QEvent.Type.Leave))
    assert value not in said(face)
    masking.switch(False)
    assert value in said(face)


@pytest.mark.parametrize("value", ["054-765-4321", ""])
def test_a_link_that_shows_the_number_is_masked_and_opens_the_same(
    qtbot: QtBot, clock: FakeClock, value: str
) -> None:
    address = "https://crm.example.com/people/972547654321/edit"
    fields = (CustomField("Customer", value, address),)
    caller = PhoneNumber("972547654321")
    card = replace(dana(clock), number=caller, number_text="+972 54-765-4321", fields=fields)
    face = shown_as(qtbot, clock, card, CardSize.POP)
    opened: list[str] = []
    face.link_opened.connect(opened.append)
    button(face, "••• ••• ••21").click()
    assert opened == [address]
    masking.switch(False)
    assert has_button(face, value or address)


def test_the_next_call_in_the_same_card_is_hidden_again(qtbot: QtBot, clock: FakeClock) -> None:
    face = shown_as(qtbot, clock, dana(clock), CardSize.POP)
    here = QPointF(9, 9)
    QApplication.sendEvent(face, QEnterEvent(here, here, here))
    face.hide()
    face.show_card(by_number(clock))
    face.show()
    assert NUMBER not in said(face)


def test_what_is_said_of_a_card_elsewhere_has_no_number(clock: FakeClock) -> None:
    assert NUMBER not in words.title(by_number(clock))
    assert words.title(dana(clock)) == "Dana Levi"
