"""A socket at which programs of this PC's user ask to mute a recording (docs/local-control.md).

One line of JSON in, one out, then the conversation ends. The socket lies in a folder that nobody
else enters, on Windows it is a pipe that admits only its user. A file that only this user reads
says where it is and holds the token of this start, without which nothing is answered.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import os
import secrets
import socket
import struct
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer

from agent_desk.core.errors import StorageError
from agent_desk.core.tasks import TaskScope
from agent_desk.system.directories import make_private
from agent_desk.system.single_instance import meeting_place

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from agent_desk.system.directories import Directories

    Answer = Callable[["GuardRequest"], Awaitable[Mapping[str, object]]]

VERSION: Final = 1
MAX_LINE: Final = 1024
MAX_CLIENTS: Final = 16

_SILENT_MS: Final = 5_000
_LEAVING_MS: Final = 5_000
_MAX_ID: Final = 64
_TOKEN_BYTES: Final = 32
_OWNER_ONLY: Final = 0o600

_log = logging.getLogger(__name__)


class GuardAction(Enum):
    """What can be asked."""

    MUTE = "mute"
    UNMUTE = "unmute"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class GuardRequest:
    """One question with the right token; ``call_id`` is ``None`` for the current call.

    ``is_command``: this program's own command line asks.
    """

    action: GuardAction
    call_id: str | None = None
    is_command: bool = False


@dataclass(frozen=True, slots=True)
class GuardDoor:
    """Where to ask, and with which token."""

    address: str
    token: str


class _BadRequestError(Exception):
    """The text tells the one who asked."""


def door_file(directories: Directories) -> Path:
    """The file that tells programs of this user where to ask."""
    return directories.state / "local-control.json"


def read_door(directories: Directories) -> GuardDoor | None:
    """Where to ask; ``None`` where nobody says so. Blocks on the disk."""
    try:
        said = json.loads(door_file(directories).read_bytes()[:MAX_LINE])
        if said["version"] == VERSION:
            return GuardDoor(str(said["address"]), str(said["token"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass
    return None


def _write_door(path: Path, door: GuardDoor) -> None:
    """Put it there in one step, for its owner only."""
    make_private(path.parent)
    said = {"version": VERSION, "address": door.address, "token": door.token}
    temporary = None
    try:
        if sys.platform != "win32":
            Path(door.address).chmod(_OWNER_ONLY)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(json.dumps(said) + "\n")
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()
        msg = f"The file {path} cannot be written."
        raise StorageError(msg) from error


def socket_address(directories: Directories) -> str:
    """The name of the socket: a path, on Windows that of a pipe. Raises ``StorageError``."""
    place = meeting_place(directories)
    if sys.platform == "win32":
        return rf"\\.\pipe\{place.name}-ask"
    return f"{place}.ask"


class GuardSocket(QObject):
    """Answers programs of this user while it is open; one question a conversation.

    ``answer`` gives what is said to a request that has the token; it may take its time.
    """

    def __init__(self, directories: Directories, answer: Answer) -> None:
        super().__init__()
        self._directories = directories
        self._answer = answer
        self._token = secrets.token_urlsafe(_TOKEN_BYTES)
        self._server: QLocalServer | None = None
        self._scope = TaskScope("guard socket")

    @property
    def is_open(self) -> bool:
        """Whether programs can ask."""
        return self._server is not None

    async def open(self) -> None:
        """Listen, then say where; raises ``StorageError``."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - most people never open it

        address = await asyncio.to_thread(socket_address, self._directories)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.setMaxPendingConnections(MAX_CLIENTS)
        QLocalServer.removeServer(address)  # of one that crashed: this program runs once
        if not server.listen(address):
            msg = f"The socket {address} cannot be opened."
            raise StorageError(msg)
        server.newConnection.connect(self._on_new_connection)
        self._server = server
        try:
            door = GuardDoor(address, self._token)
            await asyncio.to_thread(_write_door, door_file(self._directories), door)
        except BaseException:
            self._shut()
            raise
        _log.info("programs of this user may ask to mute")

    async def aclose(self) -> None:
        """End all conversations and take the token back."""
        was_open = self._shut()
        await self._scope.aclose()
        for client in self.findChildren(_Client):
            client.leave()
        if was_open:
            await asyncio.to_thread(self._remove_door)

    def _shut(self) -> bool:
        server, self._server = self._server, None
        if server is not None:
            server.close()
            server.deleteLater()
        return server is not None

    def _remove_door(self) -> None:
        door = read_door(self._directories)
        if door is not None and door.token == self._token:
            with suppress(OSError):
                door_file(self._directories).unlink()

    def _on_new_connection(self) -> None:
        while self._server is not None and (visitor := self._server.nextPendingConnection()):
            if len(self.findChildren(_Client)) >= MAX_CLIENTS or not _is_same_user(visitor):
                visitor.abort()
                visitor.deleteLater()
                continue
            client = _Client(visitor, self._take, self)
            client.read()

    def _take(self, client: _Client, line: bytes) -> None:
        try:
            request = self._read(line)
        except _BadRequestError as error:
            client.say({"kind": "result", "ok": False, "state": None, "call": None} | _said(error))
            return
        self._scope.start(self._reply(client, request), name=request.action.value)

    async def _reply(self, client: _Client, request: GuardRequest) -> None:
        client.say(await self._answer(request))

    def _read(self, line: bytes) -> GuardRequest:
        """The request in ``line``; raises ``_BadRequestError``."""
        try:
            asked = json.loads(line)
        except (ValueError, RecursionError):
            asked = None
        if not isinstance(asked, dict):
            msg = "One line with one JSON object is needed."
            raise _BadRequestError(msg)
        token = asked.get("token")
        given = token.encode(errors="replace") if isinstance(token, str) else b""
        if not hmac.compare_digest(given, self._token.encode()):
            _log.info("a program asked without the token of this start")
            msg = "The token is not that of this start. Read it anew."
            raise _BadRequestError(msg)
        try:
            action = GuardAction(asked.get("do"))
        except ValueError:
            msg = '"do" is one of mute, unmute, status.'
            raise _BadRequestError(msg) from None
        call_id = asked.get("ivrid")
        if call_id is not None and not (isinstance(call_id, str) and 0 < len(call_id) <= _MAX_ID):
            msg = '"ivrid" is the id of a call, or left out.'
            raise _BadRequestError(msg)
        return GuardRequest(action, call_id, asked.get("by") == "command")


def _said(error: Exception) -> dict[str, object]:
    return {"message": str(error)}


def _is_same_user(visitor: QLocalSocket) -> bool:
    """Whether the program at the other end is this user's; where it cannot be told, rights say."""
    option = getattr(socket, "SO_PEERCRED", None)
    if option is None:
        return True
    with suppress(OSError):
        ours = socket.socket(fileno=os.dup(int(visitor.socketDescriptor())))
        with ours:
            said = ours.getsockopt(socket.SOL_SOCKET, option, struct.calcsize("3i"))
        _process, user, _group = struct.unpack("3i", said)
        return bool(user == os.getuid())
    return False


class _Client(QObject):
    """One program at the socket: one line, one answer, and little patience for either."""

    def __init__(
        self, visitor: QLocalSocket, take: Callable[[_Client, bytes], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._socket = visitor
        self._is_gone = False
        visitor.setParent(self)
        visitor.setReadBufferSize(MAX_LINE + 1)
        visitor.readyRead.connect(self.read)
        visitor.disconnected.connect(self._on_disconnected)
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self.leave)
        self._limit.start(_SILENT_MS)

    def read(self) -> None:
        """Take the line, once it is there whole."""
        if self._is_gone:
            return
        line, end, _rest = bytes(self._socket.peek(MAX_LINE + 1).data()).partition(b"\n")
        if end:
            self._socket.readyRead.disconnect(self.read)
            self._limit.stop()  # the answer takes as long as it takes
            self._take(self, line)
        elif len(line) > MAX_LINE:
            self.leave()

    def say(self, answer: Mapping[str, object]) -> None:
        """Give the answer and end; nothing, where nobody waits for it any more."""
        if not self._is_gone:
            self._socket.write(json.dumps(answer).encode() + b"\n")
            self._socket.flush()
            self._limit.start(_LEAVING_MS)
            self._socket.disconnectFromServer()

    def leave(self) -> None:
        """End the conversation."""
        self._socket.abort()
        self._on_disconnected()

    def _on_disconnected(self) -> None:
        self._is_gone = True
        self.deleteLater()


async def ask(door: GuardDoor, action: GuardAction, limit_s: float) -> dict[str, Any] | None:
    """What the program that runs answers to our own command line; ``None`` where none listens.

    Raises ``TimeoutError`` where it does not answer within ``limit_s``. On any loop.
    """
    question = {"do": action.value, "token": door.token, "by": "command"}
    async with asyncio.timeout(limit_s):
        try:
            reader, writer = await _connected(door.address)
        except OSError:
            return None
        try:
            writer.write(json.dumps(question).encode() + b"\n")
            line = await reader.readline()
            said = json.loads(line)
        except (OSError, ValueError, RecursionError):
            return None  # it was at its end
        finally:
            writer.close()
    return said if isinstance(said, dict) else None


async def is_program_running(directories: Directories) -> bool:
    """Whether a window program of this user takes connections, whatever it lets be asked."""
    try:
        place = await asyncio.to_thread(meeting_place, directories)
        pipe = rf"\\.\pipe\{place.name}"
        _reader, writer = await _connected(pipe if sys.platform == "win32" else f"{place}.sock")
    except (OSError, StorageError):
        return False
    writer.close()
    return True


async def _connected(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    if sys.platform != "win32":
        return await asyncio.open_unix_connection(address)
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    transport, _protocol = await loop.create_pipe_connection(lambda: protocol, address)
    return reader, asyncio.StreamWriter(transport, protocol, reader, loop)
