"""A signal counts from the first instruction of ours on."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import os, signal, sys
from agent_desk.core.stopping import EarlyStop

EarlyStop().install()
os.kill(os.getpid(), signal.{name})

from agent_desk.commands.stopping import StopRequest

async def main(stop):
    await stop.wait()
    return 7

sys.exit(StopRequest().run(main))
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_that_came_while_modules_were_imported_is_followed(name: str) -> None:
    program = PROGRAM.format(name=name)
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=30
    )
    assert (done.returncode, done.stderr) == (7, "")
