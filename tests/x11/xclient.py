"""The few X11 requests that tell which window is active, which are shown, and in what order.

The X11 protocol over the server's own socket, by hand: an answer of "no such window" is a value
here, where Xlib would end the process. Source: X Window System Protocol, X Version 11 (sections 8
and 9, appendix B); freedesktop.org: Extended Window Manager Hints.
"""

from __future__ import annotations

import socket
import struct
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_ERROR, _REPLY, _PROPERTY_NOTIFY = 0, 1, 28
_CHANGE_ATTRIBUTES, _GET_ATTRIBUTES, _GET_GEOMETRY, _INTERN_ATOM = 2, 3, 14, 16
_QUERY_TREE, _GET_PROPERTY, _TRANSLATE, _GET_FOCUS = 15, 20, 40, 43
_EVENT_MASK, _PROPERTY_CHANGES = 0x800, 0x400000
_VIEWABLE: Final = 2
_MOST: Final = 4096


class XClient:
    """One connection; ``number`` is the display's."""

    def __init__(self, number: int) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(10)
        self._socket.connect(f"/tmp/.X11-unix/X{number}")  # noqa: S108 - where X servers listen
        self._atoms: dict[str, int] = {}
        self._changes: dict[int, int] = {}
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        is_welcome, _, _, _, words = struct.unpack("<BBHHH", self._read(8))
        said = self._read(words * 4)
        if is_welcome != 1:
            msg = f"the X server refuses: {said!r}"
            raise ConnectionError(msg)
        vendor_bytes, formats = struct.unpack_from("<H", said, 16)[0], said[21]
        [self.root] = struct.unpack_from("<I", said, 32 + (vendor_bytes + 3) // 4 * 4 + formats * 8)
        self._send(
            _CHANGE_ATTRIBUTES, 0, struct.pack("<III", self.root, _EVENT_MASK, _PROPERTY_CHANGES)
        )

    def close(self) -> None:
        """Leave."""
        self._socket.close()

    def active(self) -> int:
        """The window that the window manager calls active; 0 for none."""
        return next(iter(self._numbers(self.root, "_NET_ACTIVE_WINDOW")), 0)

    def focus(self) -> int:
        """The window that gets the keys; a low number for none or all."""
        return self._number_in(self._ask(_GET_FOCUS, 0, b""), 8)

    def stacking(self) -> list[int]:
        """The root's own windows, the lowest first: frames, and what no window manager frames."""
        return self._tree(self.root)[1]

    def frame(self, window: int) -> int:
        """The root's own window in which ``window`` stands, or itself; 0 where there is none."""
        parent = window
        while parent not in (0, self.root):
            window, parent = parent, self._tree(parent)[0]
        return window if parent else 0

    def is_shown(self, window: int) -> bool:
        """Whether ``window`` and all around it are mapped."""
        answer = self._ask(_GET_ATTRIBUTES, 0, struct.pack("<I", window))
        return answer is not None and answer[26] == _VIEWABLE

    def place(self, window: int) -> list[int]:
        """Left, top, width and height of ``window`` on the screen; empty where there is none."""
        size = self._ask(_GET_GEOMETRY, 0, struct.pack("<I", window))
        spot = self._ask(_TRANSLATE, 0, struct.pack("<IIhh", window, self.root, 0, 0))
        if size is None or spot is None:
            return []
        return [*struct.unpack_from("<hh", spot, 12), *struct.unpack_from("<HH", size, 16)]

    def changes(self, name: str) -> int:
        """How often this property of the root was written since the connection began."""
        atom = self._atom(name)
        self.focus()  # an answer comes after all events before it
        return self._changes.get(atom, 0)

    def _tree(self, window: int) -> tuple[int, list[int]]:
        """The parent, and the children from the lowest on; 0 where there is no such window."""
        answer = self._ask(_QUERY_TREE, 0, struct.pack("<I", window))
        if answer is None:
            return 0, []
        [count] = struct.unpack_from("<H", answer, 16)
        return self._number_in(answer, 12), list(struct.unpack_from(f"<{count}I", answer, 32))

    def _numbers(self, window: int, name: str) -> list[int]:
        body = struct.pack("<IIIII", window, self._atom(name), 0, 0, _MOST)
        answer = self._ask(_GET_PROPERTY, 0, body)
        if answer is None or answer[1] != 32:
            return []
        count = self._number_in(answer, 16)
        return list(struct.unpack_from(f"<{count}I", answer, 32))

    def _atom(self, name: str) -> int:
        if name not in self._atoms:
            letters = name.encode()
            body = struct.pack("<Hxx", len(letters)) + letters + b"\0" * (-len(letters) % 4)
            self._atoms[name] = self._number_in(self._ask(_INTERN_ATOM, 0, body), 8)
        return self._atoms[name]

    @staticmethod
    def _number_in(answer: bytes | None, at: int) -> int:
        return 0 if answer is None else int.from_bytes(answer[at : at + 4], "little")

    def _send(self, opcode: int, data: int, body: bytes) -> None:
        self._socket.sendall(struct.pack("<BBH", opcode, data, 1 + len(body) // 4) + body)

    def _ask(self, opcode: int, data: int, body: bytes) -> bytes | None:
        """The answer; ``None`` where the server reports an error."""
        self._send(opcode, data, body)
        while True:
            packet = self._read(32)
            kind = packet[0] & 0x7F
            if kind == _REPLY:
                return packet + self._read(4 * self._number_in(packet, 4))
            if kind == _ERROR:
                return None
            if kind == _PROPERTY_NOTIFY and self._number_in(packet, 4) == self.root:
                atom = self._number_in(packet, 8)
                self._changes[atom] = self._changes.get(atom, 0) + 1

    def _read(self, count: int) -> bytes:
        parts = b""
        while len(parts) < count:
            part = self._socket.recv(count - len(parts))
            if not part:
                msg = "the X server is gone"
                raise ConnectionError(msg)
            parts += part
        return parts


@contextmanager
def x_client(number: int) -> Iterator[XClient]:
    """A connection for the length of a block."""
    with closing(XClient(number)) as client:
        yield client
