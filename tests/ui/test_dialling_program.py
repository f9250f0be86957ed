"""Calling from the window, in the whole program: each press asks the service at most once."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from agent_desk.app import replay_in
from agent_desk.core.clock import SystemClock
from agent_desk.core.tasks import TaskScope
from agent_desk.options import Options, ReplayOptions
from agent_desk.sandbox import Click2CallFault, Sandbox
from agent_desk.sandbox.click2call import Click2Call
from agent_desk.ui.handed_over import HandedOver
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from tests.helpers.until import until
from tests.ui.finders import drop_deleted, has_button, is_there, said
from tests.ui.test_program_calls import CODE, ME, at_work
from tests.ui.test_replay import recording

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from agent_desk.core.privacy import Secret
    from agent_desk.system.secrets import SecretKind
    from tests.helpers.clock import FakeClock
    from tests.ui.person import Person

PATH = "/ForwardDialer/click2call.aspx"
FIELD = "Number to call"
TYPED, SENT, SHOWN = "052-345-6789", "972523456789", "+972 52-345-6789"


class Caller:
    """A person at the field that calls, and the service behind it."""

    def __init__(self, person: Person, sandbox: Sandbox) -> None:
        self.person = person
        self.sandbox = sandbox

    def enter(self, written: str = TYPED) -> None:
        """Type a number and press Enter."""
        self.person.type(FIELD, written)
        self.press_enter()

    def press_enter(self) -> None:
        QTest.keyClick(self.person.field(FIELD).edit, Qt.Key.Key_Return)

    def sent(self, action: str = "call") -> list[str]:
        """To whom requests have gone, in their order."""
        return [
            request.params.text("target")
            for request in self.sandbox.requests
            if request.path == PATH and request.params.text("action") == action
        ]

    async def until_said(self, words: str) -> None:
        await until(lambda: words in self.said, 10, what=f"{words!r} in:\n{self.said}")

    @property
    def said(self) -> str:
        return said(self.person.window).replace("\u00a0", " ")

    async def rung(self) -> Click2Call:
        """The call that was started, once the agent's phone rings and the window says so."""
        await self.until_said(f"Calling your phone. Pick it up to be connected with {SHOWN}")
        [call] = self.sandbox.world.calls(extension=ME)
        assert isinstance(call, Click2Call)
        return call


@asynccontextmanager
async def calling(
    app: QApplication,
    home: Path,
    *,
    given: dict[SecretKind, Secret] = CODE,
    earlier: tuple[str, ...] = (),
) -> AsyncIterator[Caller]:
    async with at_work(app, home, given=given, earlier=earlier) as (person, sandbox):
        yield Caller(person, sandbox)


async def test_a_typed_number_is_called_once_and_followed_to_its_end(
    qapp: QApplication, home: Path
) -> None:
    async with calling(qapp, home) as caller:
        caller.person.type(FIELD, TYPED)
        await caller.until_said(f"Will dial {SHOWN}")
        assert caller.sent() == []
        for _ in range(2):
            caller.press_enter()  # an impatient second one is no second call
        call = await caller.rung()
        assert caller.person.typed(FIELD) == ""
        call.agent_answers()
        await caller.until_said(f"Calling {SHOWN}")
        call.customer_answers()
        await caller.until_said(f"Talking with {SHOWN}")
        call.hang_up()
        await caller.until_said(f"The call with {SHOWN} is over")
        assert caller.sent() == [SENT]


async def test_a_lost_answer_is_said_and_not_asked_again(qapp: QApplication, home: Path) -> None:
    async with calling(qapp, home) as caller:
        caller.sandbox.faults.click2call = Click2CallFault.DROPPED
        caller.enter()
        await caller.until_said("Maybe ringing: look at your phone")
        caller.enter()
        await caller.until_said("Nobody knows whether your phone still rings. Dial anyway?")
        caller.press_enter()
        assert caller.sent() == [SENT]


@pytest.mark.parametrize(
    ("becomes", "words"),
    [
        (Click2Call.reject, "Your phone was not picked up, so {number} was not called"),
        (partial(Click2Call.customer_fails, cause="User busy"), "{number} is busy"),
        (Click2Call.customer_fails, "{number} did not answer"),
        (
            partial(Click2Call.customer_fails, cause="Unallocated (unassigned) number"),
            "{number} could not be reached",
        ),
    ],
    ids=["not picked up", "busy", "no answer", "not reached"],
)
async def test_a_call_that_does_not_come_about_is_said_in_words(
    qapp: QApplication, home: Path, becomes: Callable[[Click2Call], None], words: str
) -> None:
    async with calling(qapp, home) as caller:
        caller.enter()
        call = await caller.rung()
        if becomes is not Click2Call.reject:
            call.agent_answers()
        becomes(call)
        await caller.until_said(words.format(number=SHOWN))
        assert caller.sent() == [SENT]


async def test_a_dead_telephone_is_said_in_words(qapp: QApplication, home: Path) -> None:
    async with calling(qapp, home) as caller:
        caller.sandbox.world.extension(ME).is_offline = True
        caller.enter()
        await caller.until_said("Your phone is not connected to Voicenter")
        assert caller.sent() == [SENT]


async def test_who_is_on_a_call_is_asked_first(qapp: QApplication, home: Path) -> None:
    async with calling(qapp, home) as caller:
        call = caller.sandbox.world.ring(ME, "0501234567", name="Dana Levi")
        await caller.person.pop(call)
        call.answer()
        await caller.until_said("Recording")
        caller.enter()
        await caller.until_said("You are on a call. Dial anyway?")
        assert caller.sent() == []
        caller.person.press("Dial anyway")
        await until(lambda: caller.sent() == [SENT], 10)
        await caller.until_said("Calling your phone")
        assert not has_button(caller.person.window, "Dial anyway")
        assert caller.sent() == [SENT]


async def test_without_an_api_code_it_is_asked_for(qapp: QApplication, home: Path) -> None:
    async with calling(qapp, home, given={}) as caller:
        assert "API code needed" not in caller.said
        caller.enter()
        await caller.until_said("API code needed")
        assert caller.sent() == []
        assert caller.person.typed(FIELD) == TYPED
        caller.person.type("API code", "apicode")
        caller.person.press("Use this code")
        await until(lambda: "API code needed" not in caller.said, 10)
        caller.enter()
        await caller.rung()
        assert caller.sent() == [SENT]


async def test_a_number_of_a_link_stands_in_the_field_and_is_not_called(
    qapp: QApplication, home: Path
) -> None:
    async with calling(qapp, home) as caller:
        shell = caller.person.shell
        shell.settings.open()
        HandedOver(shell.window, shell.take_number).show(TYPED)
        assert caller.person.typed(FIELD) == TYPED
        await caller.until_said(f"Will dial {SHOWN}")
        assert not caller.person.field(FIELD).edit.hasFocus()
        assert caller.sent() == []
        caller.press_enter()
        await caller.rung()
        assert caller.sent() == [SENT]


async def test_who_is_owed_a_call_is_called_back_once(qapp: QApplication, home: Path) -> None:
    async with calling(qapp, home) as caller:
        missed = caller.sandbox.world.ring(ME, TYPED, name="Dana Levi")
        await caller.person.pop(missed)
        missed.reject()
        owed = caller.person.shell.desk.aside.owed
        await caller.person.until_button("Call back Dana Levi", owed)
        for _ in range(2):
            caller.person.press("Call back Dana Levi", owed)
        await caller.rung()
        assert caller.sent() == [SENT]


async def test_a_recent_call_is_called_back_once(qapp: QApplication, home: Path) -> None:
    async with calling(qapp, home, earlier=(TYPED,)) as caller:
        mine = caller.person.shell.desk.aside.my_calls
        await caller.person.until_button("Call back", mine)
        for _ in range(2):
            caller.person.press("Call back", mine)
        await caller.rung()
        assert caller.sent() == [SENT]


async def test_nothing_typed_is_left_for_the_next_person(qapp: QApplication, home: Path) -> None:
    async with calling(qapp, home) as caller:
        caller.enter()
        call = await caller.rung()
        call.reject()
        await caller.until_said("Your phone was not picked up")
        caller.person.type(FIELD, "03-912-3456")
        caller.person.shell.sign_out_requested.emit()
        await caller.person.until_button("Sign in")
        assert caller.person.typed(FIELD) is None
        # Nobody is there who could call: the number of a link stays out of the field.
        assert not caller.person.shell.take_number(TYPED)
        caller.person.sign_in()
        await caller.person.until_connected()
        assert caller.person.typed(FIELD) == ""
        assert SHOWN not in said(caller.person.shell.desk.aside.dial).replace("\u00a0", " ")
        assert caller.sent() == [SENT]


async def test_a_replay_has_no_field_to_call_with(
    qapp: QApplication, clock: FakeClock, tmp_path: Path
) -> None:
    shell = Shell(Theme.apply(qapp, "light"), SystemClock())
    options = ReplayOptions(Options(), tmp_path / "calls.jsonl")
    scope = TaskScope("test")
    playing = scope.start(
        replay_in(shell, recording(clock), options, asyncio.Event()), name="replay"
    )
    await until(lambda: "Replay ended" in said(shell.window))
    assert not is_there(shell.desk.aside.dial, shell.window)
    assert not shell.take_number(TYPED)
    shell.quit_requested.emit()
    await playing
    await scope.aclose()
    drop_deleted()
