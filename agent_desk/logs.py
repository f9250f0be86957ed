"""Logging: one redacted, private, rotating file; crashes of the interpreter in a second one.

Every record, third-party ones included, passes the redacting formatter in the thread that wrote
it; only then does it go through a queue to a thread that owns the file, so that a slow disk never
holds up the window.
"""

from __future__ import annotations

import copy
import faulthandler
import logging
import queue
import sys
import threading
import time
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from agent_desk.core.errors import StorageError
from agent_desk.core.files import open_private
from agent_desk.core.redaction import redact

if TYPE_CHECKING:
    from io import TextIOWrapper

MAX_BYTES: Final = 2_000_000
BACKUPS: Final = 3
CRASH_MAX_BYTES: Final = 1_000_000

# They log whole URLs and payloads below WARNING; what is worth knowing of them we log ourselves.
QUIET: Final = (
    "aiohttp",
    "asyncio",
    "engineio",
    "httpcore",
    "httpx",
    "keyring",
    "qasync",
    "secretstorage",
    "socketio",
    "stamina",
)

_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_log = logging.getLogger(__name__)


class RedactingFormatter(logging.Formatter):
    """Formats message, traceback and stack, each redacted, and touches nothing else."""

    def format(self, record: logging.LogRecord) -> str:
        """The finished text; the record itself stays as it was."""
        record = copy.copy(record)
        record.msg = redact(record.getMessage())
        record.args = None
        record.exc_text = None  # another handler may have cached the bare text
        return super().format(record)

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - the signature of logging
        """The traceback; its last line may quote anything."""
        return redact(super().formatException(ei))

    def formatStack(self, stack_info: str) -> str:  # noqa: N802 - the name of logging
        """The stack as asked for with ``stack_info``."""
        return redact(super().formatStack(stack_info))


class PrivateRotatingHandler(RotatingFileHandler):
    """A rotating file that only this user can read, and that never ends the program.

    A full disk or a file held by another process (Windows) costs log lines, nothing else.
    """

    def _open(self) -> TextIOWrapper:
        return open_private(Path(self.baseFilename), self.mode)

    def doRollover(self) -> None:  # noqa: N802 - the name of logging
        """Begin a new file; where that fails, go on in the old one."""
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:
                self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name of logging
        """Drop the record: there is no better place to say so."""


class Logs:
    """What ``set_up`` has installed; ``close`` takes it all back.

    After ``close`` every line is on the disk.
    """

    def __init__(
        self, listener: QueueListener, handler: QueueHandler, level: int, crash_file: TextIOWrapper
    ) -> None:
        root = logging.getLogger()
        self._listener = listener
        self._handler = handler
        self._crash_file = crash_file
        self._old_level = root.level
        self._old_hooks = (threading.excepthook, sys.unraisablehook)
        threading.excepthook = _on_thread_error
        sys.unraisablehook = _on_unraisable
        logging.captureWarnings(capture=True)
        self._owns_faulthandler = (
            not faulthandler.is_enabled()
        )  # else a developer wants it elsewhere
        if self._owns_faulthandler:
            faulthandler.enable(crash_file)
        root.setLevel(level)
        root.addHandler(handler)
        listener.start()

    def close(self) -> None:
        """Write what waits in the queue, close the files, restore the hooks."""
        root = logging.getLogger()
        root.removeHandler(self._handler)
        root.setLevel(self._old_level)
        logging.captureWarnings(capture=False)
        threading.excepthook, sys.unraisablehook = self._old_hooks
        self._handler.close()
        self._listener.stop()
        for handler in self._listener.handlers:
            if handler.get_name() == "file":
                handler.close()
        if self._owns_faulthandler:
            faulthandler.disable()
        self._crash_file.close()


def set_up(log_file: Path, *, level: int = logging.INFO, on_screen: bool = False) -> Logs:
    """Send every logger to ``log_file``, in an existing folder; raises ``StorageError``.

    ``on_screen`` shows the lines on stderr too, where there is one. Interpreter crashes go to
    ``<log_file>.crash``.
    """
    try:
        to_file = PrivateRotatingHandler(log_file, maxBytes=MAX_BYTES, backupCount=BACKUPS)
        crash_file = _open_crash_file(log_file.with_suffix(".crash"))
    except OSError as error:
        msg = f"The log file {log_file} cannot be written."
        raise StorageError(msg) from error
    formatter = logging.Formatter(_FORMAT)
    formatter.converter = time.gmtime
    formatter.default_time_format = "%Y-%m-%dT%H:%M:%S"
    formatter.default_msec_format = "%s.%03dZ"
    to_file.set_name("file")
    handlers: list[logging.Handler] = [to_file]
    if on_screen and sys.stderr is not None:
        handlers.append(logging.StreamHandler())
    for handler in handlers:
        handler.setFormatter(formatter)
    records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    to_queue = QueueHandler(records)
    to_queue.setFormatter(RedactingFormatter())
    for name in QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    return Logs(QueueListener(records, *handlers), to_queue, level, crash_file)


def _open_crash_file(path: Path) -> TextIOWrapper:
    is_full = path.exists() and path.stat().st_size > CRASH_MAX_BYTES
    return open_private(path, "w" if is_full else "a")


def _on_thread_error(args: threading.ExceptHookArgs) -> None:
    name = "unknown" if args.thread is None else args.thread.name
    if args.exc_value is not None:
        _log.error("unexpected error in thread %s", name, exc_info=args.exc_value)


def _on_unraisable(args: sys.UnraisableHookArgs) -> None:
    # The object itself is not printed: its text could hold anything.
    _log.error("unexpected error in %s", type(args.object).__qualname__, exc_info=args.exc_value)
