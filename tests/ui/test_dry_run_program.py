"""The rules for cards tried on the calls of a shift, in the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.sandbox import Sandbox
from agent_desk.ui.settings_dry_run import RowHead
from tests.helpers.until import until
from tests.ui.finders import drop_deleted
from tests.ui.person import program
from tests.ui.test_settings_program import at_the_settings

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.ui.person import Person

ME = "SIPSIP1"


def rows(person: Person) -> list[str]:
    """What the rows of the dry run say."""
    heads = person.window.findChildren(RowHead)
    return [head.accessibleName() for head in heads if head.isVisibleTo(person.window)]


async def test_calls_of_this_shift_can_be_tried_until_it_ends(
    qapp: QApplication, home: Path
) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        assert rows(person) == []
        sandbox.world.ring(ME, "0501234567", name="Dana Levi", custom_data={"clientID": "7"})
        await until(lambda: person.transitions)
        person.press("Look again")
        await until(lambda: [row for row in rows(person) if row.startswith("Dana Levi")])
        person.press("Back")
        person.choose_in_menu("Sign out")
        await person.until_asked()
        drop_deleted()
        assert person.window.findChildren(RowHead) == []
