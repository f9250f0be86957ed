"""The loop that carries Qt and asyncio together."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from tests.helpers.until import AwakeTime, within

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PRELUDE = """
import asyncio, sys, threading
from PySide6.QtCore import QTimer
from agent_desk import eventloop
from agent_desk.application import Application
app = Application([])
"""


def run_program(body: str, *, env: dict[str, str]) -> subprocess.Popen[str]:
    """Start a small program on the Qt loop; it prints ``ready`` once it runs."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PRELUDE + textwrap.dedent(body)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
    )


@pytest.fixture
def offscreen_env(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The environment of a child without a display."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return dict(os.environ) | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}


async def test_qt_timers_and_tasks_share_the_loop(qapp: QApplication) -> None:
    fired: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    QTimer.singleShot(10, qapp, lambda: fired.set_result("timer"))
    async with within(5):
        assert await fired == "timer"


@pytest.mark.usefixtures("qapp")
async def test_blocking_work_leaves_the_loop_running() -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.005)
            ticks += 1

    ticker = asyncio.get_running_loop().create_task(tick())
    await asyncio.to_thread(threading.Event().wait, 0.1)
    ticker.cancel()
    await asyncio.gather(ticker, return_exceptions=True)
    assert ticks >= 5


def test_quit_becomes_a_request_and_ends_nothing(offscreen_env: dict[str, str]) -> None:
    program = run_program(
        """
        async def main():
            app.setQuitOnLastWindowClosed(False)
            asked = asyncio.Event()
            app.quit_wanted.connect(asked.set)
            QTimer.singleShot(0, app.quit)
            await asked.wait()
            await asyncio.sleep(0.05)
            print("still here")
        eventloop.run(app, main)
        """,
        env=offscreen_env,
    )
    out, err = program.communicate(timeout=30)
    assert (program.returncode, out, err) == (0, "still here\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stop_signals_end_the_program_cleanly(
    number: signal.Signals, offscreen_env: dict[str, str]
) -> None:
    program = run_program(
        """
        async def main():
            stop = asyncio.Event()
            eventloop.on_stop_signals(asyncio.get_running_loop(), stop.set)
            print("ready", flush=True)
            await stop.wait()
        eventloop.run(app, main)
        """,
        env=offscreen_env,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    awake = AwakeTime()
    program.send_signal(number)
    while program.returncode is None:
        with suppress(subprocess.TimeoutExpired):
            _out, err = program.communicate(timeout=0.05)
        assert awake.look() < 2
    assert (program.returncode, err) == (0, "")


def test_the_result_and_the_error_of_main_come_out(offscreen_env: dict[str, str]) -> None:
    program = run_program(
        """
        async def good(): return 7
        async def bad(): raise ValueError("no")
        assert eventloop.run(app, good) == 7
        try:
            eventloop.run(app, bad)
        except ValueError as error:
            print(error)
        assert threading.active_count() == 1
        """,
        env=offscreen_env,
    )
    out, err = program.communicate(timeout=30)
    assert (program.returncode, out, err) == (0, "no\n", "")


def test_errors_of_slots_and_tasks_are_reported(offscreen_env: dict[str, str]) -> None:
    program = run_program(
        """
        import logging
        class Kept(logging.Handler):
            def emit(self, record): seen.append(record.exc_info[1])
        seen = []
        logging.getLogger().addHandler(Kept())
        async def fails(): raise KeyError("task")
        def slot(): raise ValueError("slot")
        async def main():
            loop = asyncio.get_running_loop()
            eventloop.install_hooks(loop)
            QTimer.singleShot(0, slot)
            task = loop.create_task(fails())
            await asyncio.sleep(0.05)
            del task
            import gc; gc.collect()
            await asyncio.sleep(0.05)
        eventloop.run(app, main)
        print(sorted(type(e).__name__ for e in seen))
        """,
        env=offscreen_env,
    )
    out, err = program.communicate(timeout=30)
    assert (out, err) == ("['KeyError', 'ValueError']\n", "")
