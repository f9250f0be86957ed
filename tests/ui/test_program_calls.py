"""The main job in the whole program: a call pops, and its buttons do what they say."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.privacy import Secret
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import CallKey, TransitionKind
from agent_desk.sandbox import HttpFault, MuteFault, Sandbox
from agent_desk.system.secrets import SecretKind
from agent_desk.ui.intents import ApiCodeForm, BlockRequest
from agent_desk.ui.widgets import MuteControl
from tests.helpers.until import until
from tests.ui.finders import leave_question
from tests.ui.person import Person, program

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from agent_desk.ui.leave_questions import LeaveQuestion
    from agent_desk.ui.pop import Pop

ME = "SIPSIP1"
CODE = {SecretKind.CODE: Secret("apicode")}
NUMBER = "+972 50-123-4567"


@asynccontextmanager
async def at_work(
    app: QApplication,
    home: Path,
    *,
    given: dict[SecretKind, Secret] = CODE,
    earlier: tuple[str, ...] = (),
) -> AsyncIterator[tuple[Person, Sandbox]]:
    """A person who is signed in at a sandbox; ``given`` are secrets of the environment.

    ``earlier`` numbers have called and been answered before.
    """
    async with (
        Sandbox() as sandbox,
        program(app, home, sandbox.url, given=given) as person,
    ):
        for number in earlier:
            call = sandbox.world.ring(ME, number)
            call.answer()
            call.hang_up()
        await person.until_asked()
        person.sign_in()
        await person.until_connected()
        await person.until_quiet()
        yield person, sandbox


def mute_control(pop: Pop) -> MuteControl:
    """The control that mutes and resumes."""
    [control] = pop.face.findChildren(MuteControl)
    return control


async def test_a_call_pops_and_goes(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        painted: list[CallKey] = []
        person.shell.pop_painted.connect(lambda key, _at: painted.append(key))
        call = sandbox.world.ring(
            ME,
            "0501234567",
            name="Dana Levi",
            queue="Sales queue",
            custom_data={"ClientID": "20481"},
        )
        pop = await person.pop(call)
        for words in ("Ringing", "Dana Levi", NUMBER, "Sales queue", "20481", "Will be recorded"):
            assert person.reads(words, pop)
        await until(lambda: painted == [CallKey(ME, call.ivrid)])
        await person.until_read("Dana Levi")
        call.answer()
        await person.until_read("Talking", pop)
        call.hang_up()
        await person.until_read("Ended", pop)
        person.press("Dismiss this card", pop)
        assert not person.has_pop(call)
        await person.until_read("No call right now")
        assert [transition.kind for transition in person.transitions] == [
            TransitionKind.RINGING,
            TransitionKind.ANSWERED,
            TransitionKind.ENDED,
        ]


async def test_mute_and_resume(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        pop = await person.pop(call)
        await person.until_read("Talking", pop)
        mute_control(pop).click()
        await person.until_read("Recording muted", pop)
        assert call.is_muted
        mute_control(pop).click()
        await until(lambda: not person.reads("Recording muted", pop))
        assert not call.is_muted


async def until_asked_about_mute(title: str) -> LeaveQuestion:
    question = await until(leave_question)
    assert question is not None
    assert question.windowTitle() == title
    return question


async def test_quitting_asks_about_a_muted_recording(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        pop = await person.pop(call)
        await person.until_read("Talking", pop)
        mute_control(pop).click()
        await person.until_read("Recording muted", pop)
        person.window.close()
        question = await until_asked_about_mute("Quit")
        person.press("Stay", question)
        assert not person.program.stopped.is_set()
        person.choose_in_menu("Sign out")
        question = await until_asked_about_mute("Sign out")
        person.window.close()
        question = await until_asked_about_mute("Quit")
        assert call.is_muted
        person.press("Resume and quit", question)
        await until(person.program.stopped.is_set)
        assert not call.is_muted


async def test_a_call_that_was_muted_elsewhere_is_not_said_to_be_recorded(
    qapp: QApplication, home: Path
) -> None:
    said = "Reported muted"
    async with at_work(qapp, home) as (person, sandbox):
        call = sandbox.world.ring(ME, "0501234567")
        call.set_muted(is_muted=True)
        call.answer()
        pop = await person.pop(call)
        await person.until_read("Talking", pop)
        await person.until_read(said, pop)
        await person.until_read(said)
        assert not pop.face.is_alarmed
        mute_control(pop).click()
        await person.until_read("Recording muted", pop)
        assert not person.reads(said, pop)
        mute_control(pop).click()
        await until(lambda: not person.reads("Recording muted", pop))
        assert not person.reads(said, pop)


async def test_mute_through_the_older_base(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        sandbox.faults.http["/api/MuteUnmuteCalls"] = HttpFault(404, "", "text/plain")
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        pop = await person.pop(call)
        await person.until_read("Talking", pop)
        mute_control(pop).click()
        await person.until_read("Recording muted", pop)
        paths = [request.path.casefold() for request in sandbox.requests]
        asked = [path for path in paths if path.endswith("muteunmutecalls")]
        assert asked == ["/api/muteunmutecalls", "/comet/api/muteunmutecalls"]


async def test_a_refused_mute_is_loud_until_it_is_dismissed(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        sandbox.faults.mute = MuteFault.REFUSED
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        pop = await person.pop(call)
        await person.until_read("Talking", pop)
        mute_control(pop).click()
        await person.until_button("Dismiss the warning", pop)
        assert not person.reads("Recording muted", pop)
        call.hang_up()
        await person.until_read("Ended", pop)
        assert person.reads("Stays until it is dismissed", pop)
        person.press("Dismiss the warning", pop)
        await person.until_read("Closes in", pop)


async def test_block_with_undo(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        call = sandbox.world.ring(ME, "0501234567", name="Dana Levi")
        pop = await person.pop(call)
        person.press("Block", pop)
        assert person.reads(f"Block {NUMBER}?", pop)
        assert sandbox.world.blacklist == {}
        person.press("Block number", pop)
        await until(lambda: f"Blocked {NUMBER}" in person.toast())
        assert list(sandbox.world.blacklist.values()) == ["Dana Levi"]
        person.press_on_toast("Undo")
        await until(lambda: f"Unblocked {NUMBER}" in person.toast())
        assert sandbox.world.blacklist == {}


async def test_a_number_that_cannot_be_blocked_says_why(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        body = '{"ErrorCode":0,"Phones":[{"Phone":"972501234567","ErrorCode":2}]}'
        sandbox.faults.http["/Blacklist/AddBlackList"] = HttpFault(200, body)
        pop = await person.pop(sandbox.world.ring(ME, "0501234567"))
        person.press("Block", pop)
        person.press("Block number", pop)
        await until(person.toast)
        assert person.toast().startswith(f"{NUMBER} was not changed:")
        assert not person.reads("Blocked", pop)


async def test_without_the_code_a_panel_asks_for_it_and_the_list_appears(
    qapp: QApplication, home: Path
) -> None:
    async with at_work(qapp, home, given={}, earlier=("0521112222",)) as (person, sandbox):
        call = sandbox.world.ring(ME, "0501234567")
        pop = await person.pop(call)
        person.press("Block", pop)
        person.press("Block number", pop)
        await person.until_read("API code needed")
        assert sandbox.world.blacklist == {}
        person.type("API code", "apicode")
        person.press("Use this code")
        await person.until_read("+972 52-111-2222")
        assert not person.reads("API code needed")


async def test_recent_calls_with_the_caller(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home, earlier=("0501234567",)) as (person, sandbox):
        pop = await person.pop(sandbox.world.ring(ME, "0501234567"))
        person.press("Recent calls", pop)
        assert person.reads("Asking the call log…", pop)
        await until(lambda: not person.reads("Asking the call log…", pop), 10)
        assert not person.reads("No earlier calls with this number", pop)


async def test_a_request_without_an_answer_ends_with_the_sign_out(
    qapp: QApplication, home: Path
) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        sandbox.faults.http["/Blacklist/AddBlackList"] = HttpFault.slow(0.5)
        pop = await person.pop(sandbox.world.ring(ME, "0501234567"))
        person.press("Block", pop)
        person.press("Block number", pop)
        block = "/Blacklist/AddBlackList"
        await until(lambda: any(request.path == block for request in sandbox.requests))
        person.choose_in_menu("Sign out")
        await person.until_asked()
        assert person.program.shift is None
        assert person.toast() == ""


async def test_the_own_list_can_be_asked_for_again(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        await person.until_read("No calls yet")
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        call.hang_up()
        person.press("Refresh my recent calls")
        await until(lambda: not person.reads("No calls yet"), 10)


async def test_while_blind_a_button_tries_at_once(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        sandbox.faults.handshake_status = 503
        await sandbox.drop_connections()
        await person.until_read("Calls that arrive now do not pop.")
        sandbox.faults.handshake_status = None
        person.press("Try now")
        await until(lambda: person.program.link is Link.CONNECTED, 10)
        await until(lambda: not person.reads("Calls that arrive now do not pop."))


async def test_without_a_shift_no_wish_does_anything(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        shell, key = person.shell, CallKey(ME, "c1")
        request = BlockRequest(key, PhoneNumber("0501234567"))
        intents = shell.intents
        intents.mute_requested.emit(key, MuteTrigger.BUTTON)
        intents.resume_requested.emit(key, MuteTrigger.BUTTON)
        for wish in (intents.guard_dismissed, intents.talks_requested, intents.card_closed):
            wish.emit(key)
        intents.block_requested.emit(request)
        intents.unblock_requested.emit(request)
        intents.extensions_chosen.emit((ME,))
        intents.api_code_given.emit(ApiCodeForm(Secret("apicode"), keep=False))
        for bare in (
            intents.my_calls_requested,
            intents.try_now_requested,
            intents.choose_again_requested,
        ):
            bare.emit()
        assert sandbox.requests == []
        assert not person.settings_file.path.exists()
