"""The program at work without an account: a local Voicenter plays a shift.

Without a display, or when asked, the demo uses the windows itself: it presses the same buttons a
person would, prints a JSON line for each step and saves pictures of what is on the screen.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from agent_desk.config import SettingsFile
from agent_desk.core.clock import SystemClock
from agent_desk.core.errors import StorageError
from agent_desk.sandbox.training import training_sandbox
from agent_desk.system.directories import Directories
from agent_desk.system.secrets import OpenedStore, SessionStore

if TYPE_CHECKING:
    from agent_desk.options import DemoOptions
    from agent_desk.program import Program


def run_demo(options: DemoOptions) -> int:
    """Play the demo; the exit code of the process, 1 where a step did not come about."""
    is_headless = options.is_headless or not _has_display()
    if is_headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if options.shots is not None:
        _make(options.shots)

    # Qt chooses its platform when it is imported first.
    from agent_desk import eventloop
    from agent_desk.app import make_shell, set_up_logs, work
    from agent_desk.application import new_application
    from agent_desk.demo_steps import Steps
    from agent_desk.outside import Outside
    from agent_desk.surroundings import Surroundings
    from agent_desk.system.opener import DesktopOpener

    clock = SystemClock()
    app = new_application(options.common.language)
    shell = make_shell(app)
    steps = Steps(shell, clock, options.shots)

    async def use(program: Program) -> int:
        async with training_sandbox(options.engineio, plays=not is_headless) as sandbox:
            if is_headless:
                return await steps.walk(program, sandbox)
            await steps.sign_in(program, sandbox)
            await program.stopped.wait()
            return 0

    async def open_secrets() -> OpenedStore:
        return OpenedStore(SessionStore())

    with tempfile.TemporaryDirectory(prefix="agent-desk-demo-") as home:
        directories = Directories.below(Path(home))
        log = set_up_logs(directories, options.common)
        # Sounds, notifications and hotkeys belong to a demo that somebody watches.
        outside = None if is_headless else Outside(shell, clock, None, "", directories)
        settings_file = SettingsFile(directories.settings_file)
        surroundings = Surroundings(
            settings_file=settings_file,
            loaded=settings_file.load(),
            opener=DesktopOpener(),
            clock=clock,
            open_secrets=open_secrets,
            on_transition=steps.on_transition,
        )
        if outside is not None:
            surroundings = replace(
                surroundings, on_transition=outside.hear, on_cards=outside.follow
            )
        try:
            return eventloop.run(app, lambda: work(app, shell, surroundings, use, outside=outside))
        finally:
            if log is not None:
                log.close()


def _has_display() -> bool:
    """Whether there is a screen to show windows on."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"The folder {folder} for the pictures cannot be made."
        raise StorageError(msg) from error
