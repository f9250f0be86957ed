"""The language of the windows: the option, else the environment, else what was chosen."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from agent_desk.config import Profile, Settings, SettingsFile
from agent_desk.system.directories import Directories

if TYPE_CHECKING:
    from pathlib import Path

# The window program itself; a second thread looks at its language and asks it to leave.
LOOK = """
import os, signal, sys, threading, time
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from agent_desk.cli import main

def look():
    while not any(w.isVisible() for w in QApplication.topLevelWidgets()):
        time.sleep(0.01)
    print(QLocale.languageToCode(QLocale().language()), flush=True)
    os.kill(os.getpid(), signal.SIGTERM)

threading.Thread(target=look, daemon=True).start()
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("stored", "environ", "option", "expected"),
    [
        ("he", "", "", "he"),
        ("he", "ru", "", "ru"),
        ("he", "ru", "ar", "ar"),
        ("", "", "", "en"),
    ],
)
def test_option_over_environment_over_what_was_chosen(
    home: Path, stored: str, environ: str, option: str, expected: str
) -> None:
    settings = Settings(default=Profile(language=stored))
    SettingsFile(Directories.below(home).settings_file).save(settings)
    arguments = ["--lang", option] if option else []
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *arguments, "--server", "http://127.0.0.1:1"],
        check=True,
        capture_output=True,
        text=True,
        timeout=30,
        env={**os.environ, "LANG": "C.UTF-8", "AGENT_DESK_LANG": environ},
    )
    assert done.stdout.split() == [expected]
