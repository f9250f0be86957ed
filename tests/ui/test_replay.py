"""A recording in the windows: it plays, says what it is, and ends when somebody leaves."""

from __future__ import annotations

import asyncio
import json
import signal
from typing import TYPE_CHECKING

import pytest

from agent_desk.app import replay_in
from agent_desk.core.clock import SystemClock
from agent_desk.core.tasks import TaskScope
from agent_desk.options import Options, ReplayOptions
from agent_desk.sandbox import World
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from tests.helpers.cli import Running
from tests.helpers.until import until
from tests.ui.finders import drop_deleted, said

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.helpers.clock import FakeClock


def recording(clock: FakeClock) -> list[str]:
    """One call, from its ring to its end."""
    world = World(clock=clock)
    lines: list[str] = []
    world.subscribe(
        lambda event: lines.append(
            json.dumps({"t": 0, "event": event.name, "payload": event.payload})
        )
    )
    call = world.ring("SIPSIP1", "0501234567", name="Dana Levi")
    call.answer()
    call.hang_up()
    return lines


@pytest.mark.parametrize(
    ("is_readable", "end"), [(True, "Replay ended"), (False, "No event in this file")]
)
async def test_a_recording_is_played_to_its_end(
    qapp: QApplication, clock: FakeClock, tmp_path: Path, is_readable: bool, end: str
) -> None:
    shell = Shell(Theme.apply(qapp, "light"), SystemClock())
    lines = recording(clock) if is_readable else ["no json", ""]
    options = ReplayOptions(Options(), tmp_path / "calls.jsonl")
    stop = asyncio.Event()
    scope = TaskScope("test")
    playing = scope.start(replay_in(shell, lines, options, stop), name="replay")
    await until(lambda: end in said(shell.window))
    words = said(shell.window)
    assert "Replay of calls.jsonl" in words
    assert f"{len(lines) if is_readable else 1} of " in words
    if is_readable:
        await until(lambda: "Dana Levi" in said(shell.window))
    shell.quit_requested.emit()
    await playing
    await scope.aclose()
    drop_deleted()
    assert not any(window.isVisible() for window in qapp.topLevelWidgets())


async def test_a_replay_in_windows_is_logged_like_the_program(
    clock: FakeClock, tmp_path: Path, home: Path
) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text("\n".join(recording(clock)), encoding="utf-8")
    async with Running("replay", str(file)) as replay:
        await until(lambda: any("replays" in text for text in logged(home)), 20)
        done = await replay.end(signal.SIGTERM)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert not any("0501234567" in text for text in logged(home))


def logged(home: Path) -> list[str]:
    """What stands in the log files."""
    return [file.read_text("utf-8") for file in home.rglob("*.log")]
