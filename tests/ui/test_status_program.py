"""The agent's status in the whole program: chosen in the head, the tray and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.sandbox import HttpFault
from agent_desk.ui.status_menu import StatusMenu, StatusPill
from agent_desk.ui.text import plain
from tests.helpers.until import until
from tests.ui.test_program_calls import at_work

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication

    from tests.ui.person import Person

ME = "SIPSIP1"
LUNCH, TRAINING = 3, 11
SET = "/UserLogin/SetStatusFromAPI"


def pill(person: Person) -> StatusPill:
    """The status in the head of the window."""
    found = person.window.findChild(StatusPill)
    assert found is not None
    return found


async def until_said(person: Person, words: str) -> None:
    """Wait until the pill says ``words``."""
    await until(lambda: said(person) == words, 10, what=f"{words!r}, but {said(person)!r}")


def said(person: Person) -> str:
    return plain(pill(person).text())


def entry(menu: object, words: str) -> QAction:
    """The entry of a menu of statuses."""
    assert isinstance(menu, StatusMenu)
    return next(each for each in menu.actions() if plain(each.text()) == words)


def choose(person: Person, words: str) -> None:
    """Choose in the menu of the pill."""
    entry(pill(person).menu_of_statuses, words).trigger()


async def test_a_break_and_back(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        await until_said(person, "Available")
        choose(person, "Lunch")
        assert said(person) == "Lunch…"
        await until_said(person, "Lunch")
        assert entry(pill(person).menu_of_statuses, "Lunch").isChecked()
        tray = [each.menu() for each in person.shell.tray.menu.actions() if each.menu()]
        assert entry(tray[0], "Lunch").isChecked()
        entry(tray[0], "Available").trigger()
        await until_said(person, "Available")
        commands = person.shell.commands.commands
        assert commands.run("status_1") == "This is your status"
        [(command, _), *_] = commands.found("status lunch")
        assert commands.run(command.name) == ""
        await until_said(person, "Lunch")
        assert sandbox.world.extension(ME).status == LUNCH
        # The test ends with no request under way.
        await until(lambda: any(status.color for status in pill(person).view.statuses), 10)


async def test_what_went_wrong_is_said_until_it_is_mended(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, sandbox):
        await until_said(person, "Available")
        refused = '{"Status": 4, "StatusError": 1, "StatusErroMessage": "Status not support"}'
        sandbox.faults.http[SET] = HttpFault(body=refused)
        choose(person, "Lunch")
        await person.until_read("Your status was not changed to Lunch.")
        assert person.reads("Your account does not use this status.")
        assert said(person) == "Available"
        sandbox.faults.http[SET] = HttpFault(is_cut=True)
        choose(person, "Training")
        await person.until_read("Training is not confirmed yet: no clear answer came.")
        assert not person.reads("Your status was not changed")
        sandbox.world.set_status(ME, TRAINING)
        await until_said(person, "Training")
        assert not person.reads("not confirmed")


async def test_signing_out_takes_the_status_away(qapp: QApplication, home: Path) -> None:
    async with at_work(qapp, home) as (person, _sandbox):
        await until_said(person, "Available")
        await until(lambda: any(status.color for status in pill(person).view.statuses), 10)
        person.choose_in_menu("Sign out")
        await person.until_button("Sign in")
        assert pill(person).isHidden()
