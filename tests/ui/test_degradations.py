"""No tray, no notification service, no keyring, no sound: the program works, and says it once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import pytest

from agent_desk.core.sound import Sound
from agent_desk.sandbox import MuteFault, Sandbox
from agent_desk.system.directories import Directories
from agent_desk.ui.widgets import MuteControl
from tests.helpers.cli import Running
from tests.helpers.until import until
from tests.ui.around import EVERYTHING, KEYRING, NOTES, SOUND, TRAY, at_work, desktop, miss_a_call
from tests.ui.finders import said
from tests.ui.person import EMAIL, PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a Linux desktop is imitated")

SENTENCES: Final = {
    TRAY: "This desktop shows no tray icon. Keep the window open while you work.",
    KEYRING: "This PC has no keyring that could keep the sign-in.",
    SOUND: "This PC cannot play sounds now: the beep of the system is heard instead.",
}
NO_NOTES: Final = "This desktop shows no notifications. Keep the window open while you work."
LACKS: Final = [frozenset(), *(frozenset({each}) for each in EVERYTHING), frozenset(EVERYTHING)]


@pytest.mark.parametrize("lacks", LACKS, ids=lambda lacks: "+".join(sorted(lacks)) or "nothing")
async def test_what_is_not_there_is_said_once_and_missed_by_nobody(
    qapp: QApplication,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lacks: frozenset[str],
) -> None:
    async with (
        desktop(lacks, tmp_path / "players", monkeypatch) as around,
        at_work(qapp, home, around) as (person, sandbox),
    ):
        window = person.window
        # Two calls are missed while the window is away.
        window.showMinimized()
        for name in ("Dana Levi", "Avi Cohen"):
            await miss_a_call(person, sandbox, name)
        if around.service is not None:
            shown = around.service
            await until(lambda: len(shown.notes) == 2)
            assert around.bubbles == []
        elif TRAY in lacks:
            await person.until_read(NO_NOTES)
        else:
            await until(lambda: around.bubbles == ["Missed call"] * 2)
        await until(lambda: "2 missed calls" in person.shell.tray.tool_tip)
        is_said = lacks >= {NOTES, TRAY}
        assert said(window).count(NO_NOTES) == is_said
        # A recording that is not muted is loud.
        sandbox.faults.mute = MuteFault.REFUSED
        call = sandbox.world.ring("SIPSIP1", "0501234567")
        pop = await person.pop(call)
        call.answer()
        await person.until_read("Talking", pop)
        [control] = pop.face.findChildren(MuteControl)
        control.click()
        await person.until_button("Dismiss the warning", pop)
        if SOUND in lacks:
            await until(lambda: around.beeps == 1)
        else:
            await until(lambda: around.played == [Sound.FAILED])
        call.hang_up()
        # The window comes back, and the settings say what is lacking.
        person.shell.raise_window()
        assert window.isVisible()
        assert not window.isMinimized()
        await until(lambda: "missed" not in person.shell.tray.tool_tip)
        for _ in range(2):
            person.press("Settings")
            await person.until_read("Appearance")
            for lack, sentence in SENTENCES.items():
                assert said(window).count(sentence) == (lack in lacks), sentence
            person.press("Back")
        assert said(window).count(NO_NOTES) == is_said


async def test_the_program_starts_and_ends_without_any_of_them(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGENT_DESK_PASSWORD", PASSWORD)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    async with Sandbox() as sandbox:
        options = ("--server", sandbox.url, "--email", EMAIL, "--minimized")
        async with Running(*options) as program:
            await sandbox.wait_connected()
            for _ in range(2):
                caller = sandbox.world.join_queue("Sales queue", "0501234567", name="Dana Levi")
                caller.ring("SIPSIP1")
                caller.leave("ABANDONED")
            sandbox.world.ring("SIPSIP1", "0521234567").answer()
            await until(lambda: "no notifications of the desktop" in log(home), 20)
            done = await program.end()
    assert (done.code, done.out, done.err) == (0, "", "")
    lines = log(home)
    assert "Traceback" not in lines
    assert "WARNING" not in lines
    assert "ERROR" not in lines
    assert lines.count("no notifications of the desktop") == 1


def log(home: Path) -> str:
    """What the program has written down so far."""
    file = Directories.below(home).log_file("window")
    return file.read_text("utf-8") if file.exists() else ""
