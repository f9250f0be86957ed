"""What reaches the log files, and what never does."""

from __future__ import annotations

import faulthandler
import io
import logging
import stat
import subprocess
import sys
import threading
from logging.handlers import QueueHandler
from typing import TYPE_CHECKING

import pytest

from agent_desk import logs
from agent_desk.core.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET = "m4rk.ed-Value_9"
NUMBER = "0501234567"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "window.log"


@pytest.fixture
def log() -> Iterator[logging.Logger]:
    """A logger that fails no test, whatever is written to it."""
    log = logging.getLogger("a.library")
    yield log
    log.setLevel(logging.NOTSET)


def test_messages_arguments_tracebacks_and_stacks_are_redacted(
    path: Path, log: logging.Logger
) -> None:
    installed = logs.set_up(path, level=logging.DEBUG)
    log.debug("GET https://x.example/?code=%s", SECRET)
    log.info("call from %s", NUMBER)
    try:
        int(f"token={SECRET} number={NUMBER}")
    except ValueError:
        log.info("failed for %s", NUMBER, exc_info=True, stack_info=True)
    installed.close()
    text = path.read_text()
    assert "DEBUG a.library: GET https://x.example/?<hidden>" in text
    assert "call from <number " in text
    assert "Traceback" in text
    assert "token=<hidden>" in text
    assert "Stack (most recent call last)" in text
    assert SECRET not in text
    assert NUMBER not in text


def test_time_stamps_survive_and_are_utc(path: Path, log: logging.Logger) -> None:
    installed = logs.set_up(path)
    log.info("hello")
    installed.close()
    stamp = path.read_text().split(" ", 1)[0]
    assert len(stamp) == len("2026-11-23T10:00:00.000Z")
    assert stamp.endswith("Z")


def test_a_record_stays_whole_for_other_handlers(path: Path, log: logging.Logger) -> None:
    seen: list[str] = []

    class Other(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(record.getMessage())

    other = Other()
    installed = logs.set_up(path)
    log.addHandler(other)
    try:
        log.info("call from %s", NUMBER)
    finally:
        log.removeHandler(other)
        installed.close()
    assert seen == [f"call from {NUMBER}"]


@pytest.mark.parametrize("name", ["httpx", "engineio.client", "socketio.client", "aiohttp.access"])
def test_chatty_libraries_are_quiet_even_at_debug(path: Path, name: str) -> None:
    installed = logs.set_up(path, level=logging.DEBUG)
    logging.getLogger(name).info("HTTP Request: GET https://x.example/?code=%s", SECRET)
    installed.close()
    assert path.read_text() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_only_the_owner_reads_the_files(path: Path, log: logging.Logger) -> None:
    installed = logs.set_up(path)
    log.info("hello")
    installed.close()
    modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {0o600}


def test_closing_takes_everything_back(path: Path) -> None:
    root = logging.getLogger()
    before = (list(root.handlers), root.level, threading.excepthook, sys.unraisablehook)
    was_enabled = faulthandler.is_enabled()
    logs.set_up(path, level=logging.DEBUG).close()
    assert (list(root.handlers), root.level, threading.excepthook, sys.unraisablehook) == before
    assert faulthandler.is_enabled() == was_enabled


def test_a_folder_that_is_missing_is_a_storage_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="log file"):
        logs.set_up(tmp_path / "nowhere" / "window.log")


def test_the_file_rotates_and_stays_private(path: Path) -> None:
    handler = logs.PrivateRotatingHandler(path, maxBytes=200, backupCount=2)
    for number in range(20):
        handler.emit(_record(f"line {number} {'x' * 40}"))
    handler.close()
    names = sorted(file.name for file in path.parent.iterdir())
    assert names == ["window.log", "window.log.1", "window.log.2"]
    assert "line 19" in path.read_text()


def test_where_rotation_fails_logging_goes_on(path: Path) -> None:
    handler = logs.PrivateRotatingHandler(path, maxBytes=100, backupCount=1)
    (path.parent / "window.log.1").mkdir()
    (path.parent / "window.log.1" / "inside").touch()
    for number in range(5):
        handler.emit(_record(f"line {number} {'x' * 60}"))
    handler.close()
    assert "line 4" in path.read_text()


def test_a_broken_record_costs_one_line_and_no_noise(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = logs.PrivateRotatingHandler(path)
    handler.emit(_record("%d", "no number"))
    handler.emit(_record("fine"))
    handler.close()
    assert path.read_text() == "fine\n"
    assert capsys.readouterr() == ("", "")


def test_lines_are_shown_on_screen_when_asked(
    path: Path, log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    installed = logs.set_up(path, on_screen=True)
    log.info("call from %s", NUMBER)
    installed.close()
    shown = capsys.readouterr().err
    assert "call from <number " in shown


def test_a_program_without_stderr_still_logs(
    path: Path, log: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    installed = logs.set_up(path, on_screen=True)
    log.info("hello")
    installed.close()
    assert "hello" in path.read_text()


def test_nothing_unredacted_waits_in_the_queue() -> None:
    formatter = logs.RedactingFormatter()
    handler = QueueHandler(io.StringIO())  # type: ignore[arg-type]  # only prepare() is used
    handler.setFormatter(formatter)
    prepared = handler.prepare(_record("call from %s", NUMBER))
    assert NUMBER not in str(vars(prepared))


CRASH = """
import sys, threading, ctypes
from pathlib import Path
from agent_desk import logs
installed = logs.set_up(Path(sys.argv[1]))
def fail():
    raise ValueError("number 0501234567")
thread = threading.Thread(target=fail, name="worker")
thread.start()
thread.join()
class Bad:
    def __del__(self):
        raise ValueError("number 0501234567")
Bad()
sys.stderr = None
if sys.argv[2] == "crash":
    ctypes.string_at(0)
installed.close()
"""


def run(path: Path, how: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CRASH, str(path), how], capture_output=True, text=True, check=False
    )


def test_errors_of_threads_and_finalizers_are_logged_and_not_printed(path: Path) -> None:
    done = run(path, "end")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = path.read_text()
    assert "unexpected error in thread worker" in text
    assert text.count("ValueError: number <number ") == 2
    assert NUMBER not in text


@pytest.mark.skipif(sys.platform == "win32", reason="the crash is a POSIX one")
def test_a_crash_of_the_interpreter_leaves_a_trace(path: Path) -> None:
    done = run(path, "crash")
    assert done.returncode < 0
    assert "Segmentation fault" in path.with_suffix(".crash").read_text()


def _record(message: str, *args: object) -> logging.LogRecord:
    return logging.LogRecord("a.library", logging.INFO, __file__, 1, message, args, None)
