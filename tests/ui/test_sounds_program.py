"""Sounds in the whole program: off but for the loud one, switched on and tried in the settings."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.sound import Sound
from agent_desk.system.directories import Directories
from tests.helpers.until import until
from tests.ui.around import NOTES, SOUND, at_work, desktop, miss_a_call
from tests.ui.finders import button, said

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a Linux desktop is imitated")
NO_SOUND = "This PC cannot play sounds now"


async def test_what_is_switched_on_is_heard_and_kept(
    qapp: QApplication, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with (
        desktop(frozenset(), tmp_path / "players", monkeypatch) as around,
        at_work(qapp, home, around, ringing="0521234567") as (person, sandbox),
    ):
        await miss_a_call(person, sandbox, "Dana Levi")
        person.press("Settings")
        await person.until_read("Sounds")
        assert around.played == []
        person.press("Play: A call rings")
        await until(lambda: around.played == [Sound.RINGING])
        for words in ("A call rings", "A call was missed", "A recording was not muted"):
            person.press(words)
        await until(lambda: not person.settings().profile.is_failure_heard)
        profile = person.settings().profile
        assert profile.is_ring_heard
        assert profile.is_missed_heard
        await miss_a_call(person, sandbox, "Avi Cohen")
        await until(lambda: around.played == [Sound.RINGING, Sound.RINGING, Sound.MISSED])


async def test_a_call_that_rings_already_is_not_heard(
    qapp: QApplication, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provisioned = Directories.below(home).provisioning_file
    provisioned.parent.mkdir(parents=True)
    provisioned.write_text(json.dumps({"default": {"is_ring_heard": True}}))
    async with (
        desktop(frozenset(), tmp_path / "players", monkeypatch) as around,
        at_work(qapp, home, around, ringing="0521234567") as (person, sandbox),
    ):
        await person.until_read("Ringing")
        person.press("Settings")
        await person.until_read("Sounds")
        assert said(person.window).count("Set by your administrator") == 1
        assert button(person.window, "A call rings").isChecked()
        assert around.played == []
        await person.pop(sandbox.world.ring("SIPSIP1", "0501234567"))
        await until(lambda: around.played == [Sound.RINGING])


async def test_a_player_that_appears_takes_the_sentence_away(
    qapp: QApplication, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with (
        desktop(frozenset(), tmp_path / "players", monkeypatch) as around,
        at_work(qapp, home, around) as (person, _sandbox),
    ):
        person.press("Settings")
        await person.until_read("Sounds")
        assert not person.reads(NO_SOUND)
        (around.players / "paplay").unlink()
        person.press("Play: A recording was not muted")
        await person.until_read(NO_SOUND)
        assert around.beeps == 1
        around.add_player()
        person.press("Play: A recording was not muted")
        await until(lambda: not person.reads(NO_SOUND))
        assert around.played == [Sound.FAILED]


async def test_the_number_of_missed_calls_goes_when_somebody_looks(
    qapp: QApplication, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with (
        desktop(frozenset({NOTES, SOUND}), tmp_path / "players", monkeypatch) as around,
        at_work(qapp, home, around) as (person, sandbox),
    ):
        tray = person.shell.tray
        person.window.hide()
        await miss_a_call(person, sandbox, "Dana Levi")
        await until(lambda: "1 missed call" in tray.tool_tip)
        tray.show_requested.emit()
        await until(lambda: "missed" not in tray.tool_tip)
        assert around.beeps == 0
