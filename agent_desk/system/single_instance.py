"""One window program for each user and home: a later start hands over its wish and leaves.

A lock file says who is first, because two ``QLocalServer`` that admit only their user can listen
at the same name. A local socket carries the wish. Both lie in a folder that no other user can
enter; on Windows the socket is a pipe that admits only its user.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import stat
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from agent_desk.core.errors import AgentDeskError, StorageError
from agent_desk.system.directories import APP_NAME, HOME_VARIABLE, make_private
from agent_desk.system.phone_links import is_plain_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from agent_desk.system.directories import Directories

MAX_MESSAGE: Final = 512

# What a Wayland compositor gives to a start that a person asked for (xdg-activation).
ACTIVATION_VARIABLE: Final = "XDG_ACTIVATION_TOKEN"

# The first start may be importing still (cold disk), or be at its end: both take seconds.
PATIENCE_S: Final = 10.0
# A window that lives answers within its longest hold-up, 50 ms.
ANSWER_S: Final = 3.0

_ANSWER: Final = b"ok\n"
_MESSAGE: Final = re.compile(rb"agent-desk 1 number=(\S*) token=([!-~]*)\n")
_MAX_TOKEN: Final = 256
_MAX_SOCKET_PATH: Final = 100  # 104 bytes on macOS, with what ends them
_PAUSE_MS: Final = 50
_VISITOR_MS: Final = 2_000
_MAX_VISITORS: Final = 16
_FOREIGN_RIGHTS: Final = 0o077

_log = logging.getLogger(__name__)


class StillRunningError(AgentDeskError):
    """Another start of this program holds the place and does not answer."""

    code = "already_running"
    message = "agent_desk is already running, but it does not answer."
    next_step = "End it, or sign out of this computer and in again, then start it once more."


@dataclass(frozen=True, slots=True)
class Wish:
    """What a later start asks of the first: to come forward, and to show ``number``, if any.

    ``token`` is the Wayland compositor's leave to come forward.
    """

    number: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


def encode(wish: Wish) -> bytes:
    """``wish`` as the one line that goes through the socket."""
    token = wish.token if re.fullmatch(rf"[!-~]{{1,{_MAX_TOKEN}}}", wish.token) else ""
    return f"agent-desk 1 number={wish.number} token={token}\n".encode()


def decode(message: bytes) -> Wish | None:
    """The wish in ``message``; ``None`` for anything that this program does not send."""
    found = _MESSAGE.fullmatch(message)
    if found is None or len(message) > MAX_MESSAGE:
        return None
    number, token = (part.decode("ascii", "replace") for part in found.groups())
    if number and not is_plain_number(number):
        return None
    return Wish(number, token)


def meeting_place(directories: Directories, environ: Mapping[str, str] = os.environ) -> Path:
    """Where starts with these ``directories`` meet: a path without a suffix in a private folder.

    Not among the other files: those may lie on a file server, shared with other machines. Only
    ``AGENT_DESK_HOME`` keeps everything together, where the path is short enough for a socket.
    Raises ``StorageError`` where there is no such folder.
    """
    name = hashlib.blake2s(os.fsencode(directories.state), digest_size=8).hexdigest()
    if sys.platform == "win32":
        return make_private(directories.state) / f"window-{name}"
    user = os.getuid()
    folders = [Path(tempfile.gettempdir()) / f"{APP_NAME}-{user}"]
    if environ.get("XDG_RUNTIME_DIR"):
        folders.insert(0, Path(environ["XDG_RUNTIME_DIR"]) / APP_NAME)
    if environ.get(HOME_VARIABLE):
        with suppress(StorageError):
            folders.insert(0, make_private(directories.state))
    for folder in folders:
        place = folder / name
        if len(os.fsencode(f"{place}.sock")) <= _MAX_SOCKET_PATH and _is_private(folder, user):
            return place
    msg = f"There is no private folder for this program at {folders[-1]}."
    raise StorageError(msg)


def _is_private(folder: Path, user: int) -> bool:
    """Make ``folder``, if need be; whether it is a folder of ``user`` that nobody else enters."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == user
    return is_ours and not found.st_mode & _FOREIGN_RIGHTS


def claim(
    place: Path,
    wish: Wish,
    *,
    patience_s: float = PATIENCE_S,
    answer_s: float = ANSWER_S,
    is_stopped: Callable[[], bool] = lambda: False,
) -> FirstInstance | None:
    """Be the first at ``place``, or hand ``wish`` to whoever is and get ``None``.

    Blocks, up to ``patience_s`` where the first one starts or ends just now; ``is_stopped`` cuts
    that short. Raises ``StillRunningError`` where it does not answer, ``StorageError`` where no
    lock can be made. Needs no application and no loop.
    """
    lock = QLockFile(f"{place}.lock")
    lock.setStaleLockTime(0)  # age means nothing: a shift is long; a dead owner is noticed anyhow
    end = time.monotonic() + patience_s
    is_first = lock.tryLock(0)
    while not is_first:
        if lock.error() is not QLockFile.LockError.LockFailedError:
            msg = f"The file {place}.lock cannot be written."
            raise StorageError(msg)
        if _hand_over(place, wish, _owner(lock), answer_s):
            return None
        is_first = lock.tryLock(_PAUSE_MS)
        if not is_first and is_stopped():
            return None
        if not is_first and time.monotonic() > end:
            # Left behind by a process whose number another one has now: nobody holds the file.
            is_first = lock.removeStaleLockFile() and lock.tryLock(0)
            if not is_first:
                raise StillRunningError
    return FirstInstance(place, lock)


def _owner(lock: QLockFile) -> int:
    """The process that has the lock, 0 where that cannot be told."""
    found = lock.getLockInfo()
    return int(found[0]) if isinstance(found, tuple) else 0


def _hand_over(place: Path, wish: Wish, owner: int, answer_s: float) -> bool:
    """Whether the first one took ``wish``; raises ``StillRunningError`` where it stays silent."""
    # Here, since a first start does not need it before its window is painted.
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

    if sys.platform == "win32":
        # Windows lets only the program in front, which is this one, say who may come forward.
        import ctypes  # noqa: PLC0415

        ctypes.windll.user32.AllowSetForegroundWindow(owner)
    answer_ms = round(answer_s * 1000)
    socket = QLocalSocket()
    socket.connectToServer(_address(place))
    try:
        if not socket.waitForConnected(answer_ms):
            return False
        socket.write(encode(wish))
        while not socket.canReadLine():
            if not socket.waitForReadyRead(answer_ms):
                if socket.error() is QLocalSocket.LocalSocketError.SocketTimeoutError:
                    raise StillRunningError
                return False  # it is at its end
        return socket.readLine(len(_ANSWER) + 1).data() == _ANSWER
    finally:
        socket.abort()


def _address(place: Path) -> str:
    """The name of the socket: a path, on Windows the name of a pipe."""
    return place.name if sys.platform == "win32" else f"{place}.sock"


class FirstInstance(QObject):
    """The one that came first; holds its place until ``release``.

    Signals: ``wished(Wish)`` when another start handed something over.
    """

    wished = Signal(object)

    def __init__(self, place: Path, lock: QLockFile) -> None:
        super().__init__()
        self._place = place
        self._lock = lock
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """Hear other starts from now on; needs the loop. ``False`` where that is not possible."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - not before the first paint

        address = _address(self._place)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(address)  # of one that crashed: the lock says that none lives
        if not server.listen(address):
            _log.warning("other starts cannot be heard: %s", server.errorString())
            return False
        server.newConnection.connect(self._on_new_connection)
        self._server = server
        return True

    def hush(self) -> None:
        """Hear nobody any more, but stay the first: what runs is about to end."""
        if self._server is not None:
            self._server.close()
            for visitor in self.findChildren(_Visitor):
                visitor.leave()

    def release(self) -> None:
        """Let another one be the first."""
        self.hush()
        self._lock.unlock()

    def _on_new_connection(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()):
            if len(self.findChildren(_Visitor)) >= _MAX_VISITORS:
                socket.abort()
                socket.deleteLater()
                continue
            visitor = _Visitor(socket, self)
            visitor.wished.connect(self.wished)
            visitor.read()


class _Visitor(QObject):
    """Another start at the socket, or a stranger: one message, then it has to go."""

    wished = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(MAX_MESSAGE + 1)
        socket.readyRead.connect(self.read)
        socket.disconnected.connect(self.deleteLater)
        self._limit = QTimer(self, singleShot=True, interval=_VISITOR_MS)
        self._limit.timeout.connect(self.leave)
        self._limit.start()

    def read(self) -> None:
        """Take the message, once it is there whole."""
        message = bytes(self._socket.peek(MAX_MESSAGE + 1).data())
        if b"\n" not in message and len(message) <= MAX_MESSAGE:
            return
        self._socket.readyRead.disconnect(self.read)
        wish = decode(message)
        if wish is None:
            _log.info("a message that is not of this program was ignored")
            self.leave()
            return
        self._socket.write(_ANSWER)
        self._socket.flush()
        self._socket.disconnectFromServer()
        self.wished.emit(wish)

    def leave(self) -> None:
        """End the conversation."""
        self._socket.abort()
        self.deleteLater()
