"""The window in front, from an X server: its window manager says which, the window says its title.

Source: freedesktop.org, Extended Window Manager Hints: ``_NET_ACTIVE_WINDOW``, ``_NET_WM_NAME``,
``_NET_CLIENT_LIST``, ``_NET_SUPPORTED``, ``_NET_WM_PID``; Inter-Client Communication Conventions
Manual: ``WM_NAME``. Nothing is polled: the server tells when one of them is written.
"""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Any, Final

from agent_desk.core.foreground import FrontSupport, FrontWindow
from agent_desk.system.foreground import LONGEST_TITLE, ForegroundImpossibleError
from agent_desk.system.x_server import NoXServerError, connected, faults

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

# X Window System Protocol, "PropertyNotify", "DestroyNotify" and the masks of events.
_PROPERTY_NOTIFY: Final = 28
_PROPERTY_CHANGES: Final = 1 << 22
_ANY_TYPE: Final = 0
_BYTES: Final = 8  # the format of a property: texts, and numbers of 32 bits
_NUMBERS: Final = 32

# In units of four bytes; a letter has at most four in UTF-8.
_TITLE_LENGTH: Final = LONGEST_TITLE
_MOST_HINTS: Final = 1024
_MOST_WINDOWS: Final = 4096

# A window may write its title a thousand times a second, and each reading waits for the server.
_PAUSE_S: Final = 0.1


class X11Foreground:
    """What the X server that ``DISPLAY`` names has in front."""

    support = FrontSupport.UNKNOWN

    def __init__(self) -> None:
        self._watch: _Watch | None = None

    async def watch(
        self,
        seen: Callable[[FrontWindow | None], None],
        changed: Callable[[FrontSupport], None],
    ) -> FrontSupport:
        """Tell of the window in front; see ``ForegroundBackend``."""
        await self.close()
        try:
            display = await connected()
        except NoXServerError as error:
            raise ForegroundImpossibleError(FrontSupport.NO_X_SERVER) from error
        self._watch = _Watch(display, seen, changed)
        return self._watch.begin()

    async def close(self) -> None:
        """Leave the server."""
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.close()


class _Watch:
    """One connection that hears of the active window and its title."""

    def __init__(
        self,
        display: Any,  # noqa: ANN401 - python-xlib has no types
        seen: Callable[[FrontWindow | None], None],
        changed: Callable[[FrontSupport], None],
    ) -> None:
        self._display = display
        self._seen = seen
        self._changed = changed
        self._loop = asyncio.get_running_loop()
        self._number: int = display.fileno()  # python-xlib forgets it once the server is gone
        self._support = FrontSupport.NO_WINDOW_MANAGER
        self._last: FrontWindow | None = None
        self._window: Any = None
        self._is_ours = False
        self._behind: Any = None  # the last that is not ours, while it is there
        self._read_at = float("-inf")
        self._again: asyncio.TimerHandle | None = None
        self._atoms: dict[str, int] = {}
        self._root: Any = None

    def begin(self) -> FrontSupport:
        """Tell of what is in front now, and of changes from now on."""
        self._loop.add_reader(self._number, self._on_readable)
        self._guarded(self._look_first)
        return self._support

    def close(self) -> None:
        """Leave the server."""
        if self._display is None:
            return
        display, self._display = self._display, None
        self._loop.remove_reader(self._number)
        if self._again is not None:
            self._again.cancel()
        try:
            display.close()
        except faults():
            _log.debug("the X server is gone")

    def _look_first(self) -> None:
        root = ("_NET_ACTIVE_WINDOW", "_NET_CLIENT_LIST", "_NET_SUPPORTED")
        names = (*root, "_NET_WM_NAME", "WM_NAME", "_NET_WM_PID")
        self._atoms = {name: self._display.intern_atom(name) for name in names}
        self._root = self._display.screen().root
        self._root.change_attributes(event_mask=_PROPERTY_CHANGES)
        self._look_for_window()
        # What came while answers were awaited waits in the connection, and the reader cannot know.
        self._loop.call_soon(self._on_readable)

    def _on_readable(self) -> None:
        self._guarded(self._read)

    def _guarded(self, work: Callable[[], None]) -> None:
        if self._display is None:
            return
        try:
            work()
        except faults():
            self.close()
            _log.info("the window in front is not known any more: the X server is gone")
            self._support = FrontSupport.LOST
            self._seen(None)
            self._changed(self._support)

    def _read(self) -> None:
        is_other_window = is_other_title = False
        while self._display is not None and self._display.pending_events():
            event = self._display.next_event()
            if event.type != _PROPERTY_NOTIFY:
                continue
            if event.window == self._root:
                is_other_window |= event.atom in self._windows
            elif event.window in (self._window, self._behind):
                is_other_title |= event.atom in self._titles
        if is_other_window:
            self._look_for_window()
        elif is_other_title:
            self._look_at_title_soon()
        if is_other_window or is_other_title:
            self._loop.call_soon(self._on_readable)  # more may have come with the answers

    @property
    def _windows(self) -> tuple[int, int]:
        # Some window managers leave a window active that is closed, and only list it no more.
        return self._atoms["_NET_ACTIVE_WINDOW"], self._atoms["_NET_CLIENT_LIST"]

    @property
    def _titles(self) -> tuple[int, int]:
        return self._atoms["_NET_WM_NAME"], self._atoms["WM_NAME"]

    def _look_for_window(self) -> None:
        said = self._root.get_property(self._atoms["_NET_ACTIVE_WINDOW"], _ANY_TYPE, 0, 1)
        is_said = said is not None and said.format == _NUMBERS
        number = int(said.value[0]) if is_said and len(said.value) else 0
        # Before there was any window, nobody has said that there is none.
        is_known = is_said or self._is_promised()
        support = FrontSupport.WATCHED if is_known else FrontSupport.NO_WINDOW_MANAGER
        if support is not self._support:
            self._support = support
            self._changed(support)
        before = (self._window, self._behind)
        if self._window is not None and self._window.id != number:
            self._window = None
        if number and self._window is None:
            self._window = self._display.create_resource_object("window", number)
            # Before the title is read, so that none is missed in between.
            self._window.change_attributes(event_mask=_PROPERTY_CHANGES, onerror=_ignore)
            owner = self._property(self._window, "_NET_WM_PID", _NUMBERS, 1)
            self._is_ours = owner is not None and list(owner)[:1] == [os.getpid()]
        if self._window is not None and not self._is_ours:
            self._behind = self._window
        elif self._behind is not None and not self._is_listed(self._behind.id):
            self._behind = None
        for window in before:
            if window is not None and window not in (self._window, self._behind):
                window.change_attributes(event_mask=0, onerror=_ignore)
        self._look_at_title()

    def _is_listed(self, number: int) -> bool:
        said = self._root.get_property(self._atoms["_NET_CLIENT_LIST"], _ANY_TYPE, 0, _MOST_WINDOWS)
        return said is None or number in list(said.value)

    def _is_promised(self) -> bool:
        said = self._root.get_property(self._atoms["_NET_SUPPORTED"], _ANY_TYPE, 0, _MOST_HINTS)
        return said is not None and self._atoms["_NET_ACTIVE_WINDOW"] in list(said.value)

    def _look_at_title_soon(self) -> None:
        if self._again is None:
            due_s = self._read_at + _PAUSE_S - self._loop.time()
            self._again = self._loop.call_later(max(0.0, due_s), self._on_pause_over)

    def _on_pause_over(self) -> None:
        self._guarded(self._look_at_title)
        self._on_readable()

    def _look_at_title(self) -> None:
        if self._again is not None:
            self._again.cancel()
            self._again = None
        self._read_at = self._loop.time()
        front = None if self._support is FrontSupport.NO_WINDOW_MANAGER else self._front()
        if front != self._last:
            self._last = front
            self._seen(front)

    def _front(self) -> FrontWindow:
        """What is in front; without a title where nothing is."""
        if self._window is None:
            return FrontWindow("")
        title = self._title(self._window)
        if not self._is_ours:
            return FrontWindow(title)
        behind = "" if self._behind is None else self._title(self._behind)
        return FrontWindow(title, is_ours=True, behind=behind)

    def _title(self, window: Any) -> str:  # noqa: ANN401 - no types
        title, coding = self._property(window, "_NET_WM_NAME", _BYTES, _TITLE_LENGTH), "utf-8"
        if not title:
            title, coding = self._property(window, "WM_NAME", _BYTES, _TITLE_LENGTH), "latin-1"
        return bytes(title or b"").decode(coding, "replace")[:LONGEST_TITLE]

    def _property(self, window: Any, name: str, kind: int, length: int) -> Any:  # noqa: ANN401 - no types
        """What is written there, ``None`` where nothing is, or no such window any more."""
        from Xlib.error import BadWindow  # noqa: PLC0415

        try:
            said = window.get_property(self._atoms[name], _ANY_TYPE, 0, length)
        except BadWindow:
            if window is self._window:
                self._is_ours = False
            return None
        return said.value if said is not None and said.format == kind else None


def _ignore(_error: object, _request: object) -> bool:
    """The window has gone meanwhile; which one is in front now, the server tells next."""
    return True
