"""Checks and the report for support, through the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from agent_desk.sandbox import Sandbox
from tests.helpers.until import until
from tests.ui.finders import button, has_button, said
from tests.ui.person import PASSWORD, program
from tests.ui.test_settings_program import at_the_settings

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.ui.person import Person


async def check(person: Person) -> None:
    person.press("Check everything")
    assert not button(person.window, "Checking…").isEnabled()
    await until(lambda: has_button(person.window, "Check everything"), 20)


def report_of(person: Person) -> str:
    (box,) = (box for box in person.window.findChildren(QPlainTextEdit) if box.isReadOnly())
    return box.toPlainText() if box.isVisible() else ""


async def test_everything_is_checked(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        await check(person)
        shown = said(person.window)
        for title in ("Names of the servers", "Encryption", "Signing in", "Live events", "Clock"):
            assert f"{title}\nFine" in shown
        assert "API code\nNo fault" in shown
        await check(person)
        assert said(person.window).count("Live events") == 1


async def test_what_does_not_work_is_said_in_words(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        sandbox.faults.handshake_status = 503
        await check(person)
        assert "Live events\nVoicenter reported a fault of its own." in said(person.window)


async def test_the_report_is_saved_as_it_was_shown(qapp: QApplication, home: Path) -> None:
    saved = home / "report.txt"
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        person.press("Prepare a report")
        await until(lambda: "none were made" in report_of(person))
        await check(person)
        person.press("Prepare a report")
        await until(lambda: "ok      login" in report_of(person))
        shown = report_of(person)
        assert "connected" in shown
        assert "theme: system" in shown
        for secret in (PASSWORD, "agent@example.com", "apicode", "good-token"):
            assert secret not in shown
        person.press("Save the report…")
        (dialog,) = person.window.findChildren(QFileDialog)
        dialog.selectFile(str(saved))
        dialog.accept()
        await person.until_read("The report is saved.")
        assert saved.read_text(encoding="utf-8") == shown
        assert saved.stat().st_mode & 0o077 == 0


async def test_a_report_that_cannot_be_saved_stays_on_the_page(
    qapp: QApplication, home: Path
) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        person.press("Prepare a report")
        await until(lambda: report_of(person))
        shown = report_of(person)
        person.shell.settings.report_saved.emit("/dev/null/report.txt", shown)
        await person.until_read("A file of this program cannot be written.")
        assert report_of(person) == shown
