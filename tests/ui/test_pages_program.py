"""The pages beside the desk, in the whole program: history, team, queues."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from agent_desk.core.privacy import Secret
from agent_desk.sandbox import BusyDay, Sandbox
from agent_desk.system.secrets import SecretKind
from agent_desk.ui.widgets.text_box import TextBox
from tests.helpers.until import until
from tests.ui.finders import is_there
from tests.ui.person import program

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QApplication

    from tests.ui.person import Person

ME, COLLEAGUE = "SIPSIP1", "SIPSIP2"
CODE = {SecretKind.CODE: Secret("apicode")}


def rows(person: Person) -> list[str]:
    """What the lists of the page read out, a row each."""
    page = person.shell.window.page
    assert page is not None
    lists = [each for each in page.findChildren(QAbstractItemView) if is_there(each, page)]
    return [_said(each.model().index(at, 0)) for each in lists for at in range(_count(each))]


def _count(view: QAbstractItemView) -> int:
    return view.model().rowCount()


def _said(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def go(person: Person, entry: str) -> None:
    """Choose a page on the rail."""
    rail = person.shell.window.rail
    assert rail is not None
    rail.chosen.emit(entry)


async def until_row(person: Person, words: str) -> None:
    await until(lambda: any(words in row for row in rows(person)), 10, what=words)


async def test_calls_are_remembered_with_their_notes(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox:
        before = sandbox.world.ring(ME, "0529876543", name="Noa Barak")
        before.answer()
        before.hang_up()
        async with program(qapp, home, sandbox.url, given=CODE) as person:
            await person.until_asked()
            person.sign_in()
            await person.until_connected()
            go(person, "history")
            await until_row(person, "52-987-6543")  # only the call log knows it
            call = sandbox.world.ring(ME, "0501234567", name="Dana Levi")
            await person.pop(call)
            call.answer()
            call.hang_up()
            await until_row(person, "Dana Levi")
            view = next(
                each
                for each in person.window.findChildren(QAbstractItemView)
                if is_there(each, person.window)
            )
            at = next(at for at, row in enumerate(rows(person)) if "Dana Levi" in row)
            view.setCurrentIndex(view.model().index(at, 0))
            QTest.keyClick(view, Qt.Key.Key_Return)
            await until(lambda: not person.reads("Loading details…"), 10)
            [note] = [
                each
                for each in person.window.findChildren(TextBox)
                if is_there(each, person.window)
            ]
            note.setPlainText("Asked for the invoice")
            await person.until_read("Saved")
        async with program(qapp, home, sandbox.url, given=CODE) as person:
            await person.until_asked()
            person.sign_in()
            await person.until_connected()
            go(person, "history")
            await until_row(person, "Dana Levi")
            QTest.keyClicks(person.shell.pages.history.page.filters.search.edit, "invoice")
            await until(lambda: len(rows(person)) == 1)
            assert "Dana Levi" in rows(person)[0]


async def test_the_team_and_the_queues_are_followed_while_they_are_seen(
    qapp: QApplication, home: Path
) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url, given=CODE) as person:
        await person.until_asked()
        person.sign_in()
        await person.until_connected()
        go(person, "team")
        await until_row(person, ME)
        call = sandbox.world.ring(ME, "0501234567", name="Dana Levi")
        await until_row(person, "Ringing")
        call.answer()
        await until(lambda: not any("Ringing" in row for row in rows(person)), 10)
        call.hang_up()
        go(person, "queues")
        name = next(iter(sandbox.world.account.queues.values())).name
        await until_row(person, name)
        caller = sandbox.world.join_queue(name, "0521112222")
        await until_row(person, "052-111-2222")
        caller.leave("ABANDONED")
        await person.until_read("to call back")


async def test_who_keeps_calls_longer_gets_the_older_ones_at_once(
    qapp: QApplication, home: Path
) -> None:
    async with Sandbox() as sandbox:
        BusyDay(rows=40, days_ago=200).fill(sandbox.world)
        async with program(qapp, home, sandbox.url, given=CODE) as person:
            await person.until_asked()
            person.sign_in()
            await person.until_connected()
            go(person, "history")
            await person.until_read("No calls yet")
            shown = person.shell.settings.preferences
            person.shell.settings.chosen.emit(replace(shown, history_days=365))
            await until(lambda: len(rows(person)) > 0, 10)
