"""Hidden numbers in the whole program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent_desk.sandbox import Sandbox
from agent_desk.system.directories import Directories
from agent_desk.ui.masking import masking
from tests.helpers.until import until
from tests.ui.finders import said
from tests.ui.person import program
from tests.ui.test_settings_program import at_the_settings, is_chosen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

HIDE = "Hide numbers until pointed at"


@pytest.fixture(autouse=True)
def shown_again() -> Iterator[None]:
    """No test hides the numbers of the next."""
    yield
    masking.switch(False)


async def test_numbers_that_were_hidden_are_so_after_a_restart(
    qapp: QApplication, home: Path
) -> None:
    async with Sandbox() as sandbox:
        async with program(qapp, home, sandbox.url) as person:
            await at_the_settings(person)
            assert not is_chosen(person, HIDE)
            person.press(HIDE)
            assert masking.is_on
            await until(lambda: person.settings().profile.blur_numbers)
        masking.switch(False)
        async with program(qapp, home, sandbox.url) as person:
            assert masking.is_on  # before anybody has signed in again
            await at_the_settings(person)
            assert is_chosen(person, HIDE)


async def test_an_administrator_hides_numbers_for_everybody(qapp: QApplication, home: Path) -> None:
    directories = Directories.below(home)
    directories.site.mkdir(parents=True)
    directories.provisioning_file.write_text(json.dumps({"default": {"blur_numbers": True}}))
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await at_the_settings(person)
        assert is_chosen(person, HIDE)
        assert "Set by your administrator" in said(person.window)
        person.press(HIDE)
        assert not masking.is_on
