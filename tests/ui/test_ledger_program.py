"""The ledger in the whole program: what becomes of a mute is read from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.sandbox import Sandbox
from tests.helpers.cli import run
from tests.helpers.until import until
from tests.ui.person import EMAIL, program
from tests.ui.test_program_calls import ME, at_work, mute_control

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from PySide6.QtWidgets import QApplication

    from tests.ui.person import Person


async def ledger(person: Person) -> list[dict[str, Any]]:
    """What another process reads of the person's mutes, oldest first."""
    options = ("--email", EMAIL, "--server", person.server, "--json")
    done = await run("guard", "ledger", *options)
    assert (done.code, done.err) == (0, "")
    return done.lines[::-1]


async def test_a_mute_is_kept_while_it_lasts_and_as_it_ended(
    qapp: QApplication, home: Path
) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        call = sandbox.world.ring(ME, "0501234567")
        call.answer()
        pop = await person.pop(call)
        await person.until_read("Talking", pop)
        mute_control(pop).click()
        await person.until_read("Recording muted", pop)
        [lasting] = await ledger(person)
        assert (lasting["call_id"], lasting["trigger"]) == (call.ivrid, "button")
        assert lasting["confirmed_at"] is not None
        assert lasting["end"] is None
        mute_control(pop).click()
        await until(lambda: not person.reads("Recording muted", pop))
        [ended] = await ledger(person)
        assert (ended["end"], ended["resume_trigger"]) == ("resumed", "button")
        assert ended["muted_s"] > 0
        mute_control(pop).click()
        await person.until_read("Recording muted", pop)
    # The program ended while the call was muted.
    assert [line["end"] for line in await ledger(person)] == ["resumed", "signed_out"]


async def test_nothing_is_made_for_a_sign_in_that_is_refused(
    qapp: QApplication, home: Path
) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.sign_in("wrong")
        await person.until_read("did not accept")
    assert not (home / "data").exists()
