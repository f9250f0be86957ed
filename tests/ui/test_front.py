"""The window that is painted before the rest of the program is there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.clock import SystemClock
from agent_desk.core.identity import LoginKind
from agent_desk.ui.front import Front
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from agent_desk.ui.widgets import Field
from tests.ui.finders import drop_deleted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

# Says what was imported when the window had been painted, and ends.
_NOSY = """
import sys
from agent_desk import cli
from agent_desk.ui import front

class Front(front.Front):
    def wait_painted(self):
        super().wait_painted()
        heavy = {"asyncio", "httpx", "agent_desk.app", "agent_desk.voicenter"}
        print(sorted(heavy & {*sys.modules}))
        sys.exit(0)

front.Front = Front
cli.main([])
"""


@pytest.fixture
def front(qapp: QApplication) -> Iterator[Front]:
    Theme.apply(qapp, "light")
    made = Front()
    yield made
    made.window.hide()
    made.window.deleteLater()
    drop_deleted()


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "AGENT_DESK_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", _NOSY], env=env, capture_output=True, check=False, text=True
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_it_is_painted_with_what_is_known_of_the_agent(front: Front) -> None:
    front.show(LoginKind.ACCOUNT, "example")
    began = time.monotonic()
    front.wait_painted()
    assert time.monotonic() - began < 0.9, "the paint ends the wait, not its limit"
    assert front.window.isVisible()
    assert not front.sign_in.is_touched


def test_one_in_the_background_is_not_waited_for(front: Front) -> None:
    front.window.begin_in_background(has_tray=True)
    front.show(LoginKind.USER, "")
    began = time.monotonic()
    front.wait_painted()
    assert time.monotonic() - began < 0.5
    assert not front.window.isVisible()


def test_what_was_typed_before_the_rest_came_is_kept(qapp: QApplication, front: Front) -> None:
    front.show(LoginKind.USER, "")
    front.wait_painted()
    [email, *_] = front.sign_in.findChildren(Field)
    email.edit.insert("dana@example.com")
    shell = Shell(Theme.of(qapp), SystemClock(), front=front)
    assert shell.is_begun
    shell.go_on()
    assert email.text() == "dana@example.com"
    assert shell.window.isVisible()
    shell.close_all()


@pytest.mark.usefixtures("qtbot")
async def test_it_does_not_run_a_loop_inside_the_loop(front: Front) -> None:
    front.show(LoginKind.USER, "")
    with pytest.raises(RuntimeError, match="a loop is running"):
        front.wait_painted()
