"""From a press of Enter in the window to a telephone that rings, and back in words."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from agent_desk.calling_out import CallingOut
from agent_desk.sandbox import Click2CallFault, Fate, Sandbox
from agent_desk.ui.dial_field import DialField
from agent_desk.ui.theme import Theme
from tests.helpers.until import until
from tests.ui.finders import button, has_button, said
from tests.unit.shift.working import CODE, ME, working

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from agent_desk.core.privacy import Secret

PATH = "/ForwardDialer/click2call.aspx"


class Desk:
    """The field at work, and the sandbox behind it."""

    def __init__(self, field: DialField, sandbox: Sandbox, calling: CallingOut) -> None:
        self.field = field
        self.sandbox = sandbox
        self.calling = calling
        self.asked: list[str] = []

    @property
    def edit(self) -> QLineEdit:
        return self.field.findChildren(QLineEdit)[0]

    def call(self, written: str) -> None:
        """Type a number and press Enter, and then, impatient, Enter and the button again."""
        self.edit.setText(written)
        QTest.keyClick(self.edit, Qt.Key.Key_Return)
        QTest.keyClick(self.edit, Qt.Key.Key_Return)
        button(self.field, "Call").click()

    async def until_said(self, words: str) -> None:
        await until(lambda: words in self.said, what=f"{words}, but {self.said}")

    @property
    def said(self) -> str:
        return said(self.field).replace("\u00a0", " ")

    def sent(self, action: str = "call") -> list[str]:
        """To whom requests have gone."""
        return [
            request.params.text("target")
            for request in self.sandbox.requests
            if request.path == PATH and request.params.text("action") == action
        ]


@asynccontextmanager
async def at_desk(
    qtbot: QtBot, app: QApplication, fate: Fate | None = None, code: Secret | None = CODE
) -> AsyncIterator[Desk]:
    Theme.apply(app, "light")
    field = DialField()
    qtbot.addWidget(field)
    field.show()
    asked: list[str] = []
    calling = CallingOut(
        field, region=lambda: "IL", is_blocked=lambda _number: False, ask_code=asked.append
    )
    async with Sandbox(click2call_pace_s=None if fate is None else (0, 0)) as sandbox:
        sandbox.world.click2call_fate = fate or Fate.ANSWERED
        async with working(sandbox, code=code) as work:
            desk = Desk(field, sandbox, calling)
            desk.asked = asked
            calling.begin(work.shift.dialling)
            yield desk
            calling.end()
            assert desk.said == ""


async def test_a_call_and_its_end(qtbot: QtBot, qapp: QApplication) -> None:
    async with at_desk(qtbot, qapp) as desk:
        desk.call("052-345-6789")
        await desk.until_said(
            "Calling your phone. Pick it up to be connected with +972 52-345-6789"
        )
        assert desk.edit.text() == ""
        [call] = desk.sandbox.world.calls(extension=ME)
        call.answer()
        await desk.until_said("Calling +972 52-345-6789")
        call.answer()
        await desk.until_said("Talking with +972 52-345-6789")
        desk.call("03-912-3456")
        await desk.until_said("You are on a call. Dial anyway?")
        assert desk.sent() == ["972523456789"]
        button(desk.field, "Cancel").click()
        button(desk.field, "Hang up").click()
        await desk.until_said("The call with +972 52-345-6789 is over")
        assert desk.sent("terminate") == [""]


@pytest.mark.parametrize(
    ("fate", "words"),
    [
        (Fate.REJECTED, "Your phone was not picked up, so +972 52-345-6789 was not called"),
        (Fate.BUSY, "+972 52-345-6789 is busy"),
        (Fate.NO_ANSWER, "+972 52-345-6789 did not answer"),
        (Fate.BAD_NUMBER, "+972 52-345-6789 could not be reached"),
    ],
)
async def test_bad_ends_in_words(qtbot: QtBot, qapp: QApplication, fate: Fate, words: str) -> None:
    async with at_desk(qtbot, qapp, fate) as desk:
        desk.call("052-345-6789")
        await desk.until_said(words)
        assert desk.sent() == ["972523456789"]


async def test_a_dead_phone_and_a_missing_code(qtbot: QtBot, qapp: QApplication) -> None:
    async with at_desk(qtbot, qapp) as desk:
        desk.sandbox.world.extension(ME).is_offline = True
        desk.call("052-345-6789")
        await desk.until_said("Your phone is not connected to Voicenter")
        assert desk.sent() == ["972523456789"]
    async with at_desk(qtbot, qapp, code=None) as desk:
        desk.call("052-345-6789")
        await desk.until_said("This needs your account's API code")
        assert desk.asked[:1] == ["no_api_code"]
        assert desk.sent() == []


async def test_a_lost_answer_dials_nobody_twice(qtbot: QtBot, qapp: QApplication) -> None:
    async with at_desk(qtbot, qapp) as desk:
        desk.sandbox.faults.click2call = Click2CallFault.DROPPED
        desk.call("052-345-6789")
        await desk.until_said("Maybe ringing: look at your phone")
        desk.call("052-345-6789")
        await desk.until_said("Nobody knows whether your phone still rings. Dial anyway?")
        assert desk.sent() == ["972523456789"]
        button(desk.field, "Cancel").click()
        assert not has_button(desk.field, "Dial anyway")
        desk.sandbox.faults.click2call = Click2CallFault.NONE
        desk.call("052-345-6789")
        button(desk.field, "Dial anyway").click()
        await desk.until_said("Calling your phone")
        assert desk.sent() == ["972523456789"] * 2


async def test_emergency_numbers_and_extensions(qtbot: QtBot, qapp: QApplication) -> None:
    async with at_desk(qtbot, qapp) as desk:
        desk.call("100")
        assert "100 is an emergency number. Call it?" in desk.said
        assert desk.sent() == []
        desk.call("sipsip1")
        await desk.until_said("Calling your phone")
        assert desk.sent() == ["SIPSIP1"]
