"""Today's figures and what is owed, in the whole program."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from agent_desk.core.privacy import Secret
from agent_desk.sandbox import Sandbox
from agent_desk.system.secrets import SecretKind
from tests.helpers.until import until
from tests.ui.finders import has_button
from tests.ui.person import program

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

ME, COLLEAGUE = "SIPSIP1", "SIPSIP2"
CODE = {SecretKind.CODE: Secret("apicode")}


async def test_what_is_missed_is_owed_until_the_person_is_reached(
    qapp: QApplication, home: Path
) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.sign_in()
        await person.until_connected()
        assert person.reads("Answered today: 0")
        assert person.reads("No missed calls to return since")
        # Twice in vain: declined, which is certain at once.
        for _ in range(2):
            call = sandbox.world.ring(ME, "0501234567", name="Dana Levi")
            await person.pop(call)
            call.reject()
        await until(lambda: has_button(person.window, "Call back Dana Levi"), 10)
        await person.until_read("2 calls")
        assert person.reads("Missed today: 0")
        answered = sandbox.world.ring(ME, "0501234567", name="Dana Levi")
        await person.pop(answered)
        answered.answer()
        await until(lambda: not has_button(person.window, "Call back Dana Levi"), 10)
        await person.until_read("Answered today: 1")
        answered.hang_up()
        # The service stamps whole seconds, and nobody calls again within one.
        await until(lambda: datetime.now(UTC) >= answered.started + timedelta(seconds=1))
        again = sandbox.world.ring(ME, "0501234567", name="Dana Levi")
        await person.pop(again)
        again.reject()
        await person.until_button("Done: Dana Levi")
        person.press("Done: Dana Levi")
        await until(lambda: not has_button(person.window, "Done: Dana Levi"), 10)


async def test_the_log_tells_of_the_calls_before_the_sign_in(
    qapp: QApplication, home: Path
) -> None:
    async with Sandbox() as sandbox:
        missed = sandbox.world.ring(ME, "0501234567")
        missed.ring_timeout()
        lost = sandbox.world.ring(ME, "0521112222")
        lost.ring_timeout()
        theirs = sandbox.world.ring(COLLEAGUE, "0521112222")
        theirs.answer()
        theirs.hang_up()
        async with program(qapp, home, sandbox.url, given=CODE) as person:
            await person.until_asked()
            person.sign_in()
            await person.until_connected()
            await person.until_read("Missed today: 2")
            await person.until_button("Call back 050-123-4567")
            # A colleague has talked with the other one meanwhile.
            await until(lambda: not has_button(person.window, "Call back 052-111-2222"), 10)
