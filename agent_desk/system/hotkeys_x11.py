"""Hotkeys from an X server: passive grabs on a connection of their own, read by the loop.

Source: X Window System Protocol, X Version 11, "GrabKey", "Keyboard".
The server hands over the grabbed combinations and nothing else that is typed. A grab is for a place
on the keyboard, so it holds in every layout that is switched to; the place is that of the key in
the first of the layouts that has it, and that of an English keyboard where none has.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from agent_desk.core.combinations import KEYS, Modifier
from agent_desk.core.hotkeys import HotkeyProblem, HotkeyState, HotkeySupport
from agent_desk.system.hotkeys import HotkeysImpossibleError
from agent_desk.system.x_server import NoXServerError, connected, faults

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent_desk.core.combinations import Combination
    from agent_desk.core.hotkeys import HotkeyAction

_log = logging.getLogger(__name__)

# X Window System Protocol, "Keyboard": KeyPress, KeyRelease, MappingNotify; the modifiers.
_KEY_PRESS: Final = 2
_KEY_RELEASE: Final = 3
_MAPPING_NOTIFY: Final = 34
_GRAB_MODE_ASYNC: Final = 1
_SHIFT, _LOCK, _CONTROL = 0x01, 0x02, 0x04
_ALL_MODIFIERS: Final = 0xFF
_ALT_USUALLY: Final = 0x08
_META_USUALLY: Final = 0x40


class X11Hotkeys:
    """The keys of the X server that ``DISPLAY`` names."""

    support = HotkeySupport.PROGRAM

    def __init__(self) -> None:
        self._grabs: _Grabs | None = None

    async def bind(
        self,
        wanted: Mapping[HotkeyAction, Combination],
        fired: Callable[[HotkeyAction], None],
        changed: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        """Have these keys; see ``HotkeyBackend``."""
        await self.close()
        try:
            display = await connected()
        except NoXServerError as error:
            raise HotkeysImpossibleError(str(error)) from error
        grabs = _Grabs(display, wanted, fired, changed)
        if not wanted:
            grabs.close()
            return HotkeyState(self.support)
        self._grabs = grabs
        try:
            return grabs.begin()
        except faults() as error:
            await self.close()
            msg = f"the X server is gone ({type(error).__name__})"
            raise HotkeysImpossibleError(msg) from error

    async def close(self) -> None:
        """Leave the server, which gives everything back."""
        grabs, self._grabs = self._grabs, None
        if grabs is not None:
            grabs.close()


@dataclass(frozen=True, slots=True)
class _Place:
    """A key of the keyboard with what is held down, as the server's numbers."""

    code: int
    modifiers: int


class _Grabs:
    """What one connection has grabbed."""

    def __init__(
        self,
        display: Any,  # noqa: ANN401 - python-xlib has no types
        wanted: Mapping[HotkeyAction, Combination],
        fired: Callable[[HotkeyAction], None],
        changed: Callable[[HotkeyState], None],
    ) -> None:
        self._display = display
        self._wanted = wanted
        self._fired = fired
        self._changed = changed
        self._loop = asyncio.get_running_loop()
        self._number: int = display.fileno()  # python-xlib forgets it once the server is gone
        self._places: dict[HotkeyAction, _Place] = {}
        self._locks: tuple[int, ...] = ()
        self._let_go: tuple[int, int] = (0, -1)
        self._state = HotkeyState(HotkeySupport.PROGRAM)

    def begin(self) -> HotkeyState:
        """Grab, and read from now on."""
        self._loop.add_reader(self._number, self._on_readable)
        self._grab()
        # What came while answers were awaited waits in the connection, and the reader cannot know.
        self._loop.call_soon(self._on_readable)
        return self._state

    def close(self) -> None:
        """Leave the server."""
        if self._display is None:
            return
        display, self._display = self._display, None
        self._loop.remove_reader(self._number)
        try:
            display.close()
        except faults():
            _log.debug("the X server is gone")

    def _on_readable(self) -> None:
        if self._display is None:
            return
        is_remapped = False
        try:
            while self._display is not None and self._display.pending_events():
                event = self._display.next_event()
                if event.type == _MAPPING_NOTIFY:
                    self._display.refresh_keyboard_mapping(event)
                    is_remapped = True
                else:
                    self._hear(event)
            if is_remapped and self._display is not None:
                self._remap()
                self._loop.call_soon(self._on_readable)
        except faults():
            self.close()
            _log.info("hotkeys lost: the X server is gone")
            lost = dict.fromkeys(self._wanted, HotkeyProblem.LOST)
            self._changed(HotkeyState(HotkeySupport.PROGRAM, lost))

    def _hear(self, event: Any) -> None:  # noqa: ANN401 - python-xlib has no types
        if event.type == _KEY_RELEASE:
            self._let_go = (event.detail, event.time)
        # A key that is held repeats: let go and pressed within the same moment.
        elif event.type == _KEY_PRESS and self._let_go != (event.detail, event.time):
            held = event.state & _ALL_MODIFIERS & ~self._lock_mask
            for action, place in self._places.items():
                if place == _Place(event.detail, held):
                    self._fired(action)

    def _remap(self) -> None:
        """The keyboard is another one: what was grabbed may lie elsewhere."""
        before = self._state
        for place in self._places.values():
            self._ungrab(place)
        self._grab()
        if self._state != before:
            self._changed(self._state)

    def _grab(self) -> None:
        names = self._held_by_name()
        self._locks = _all_of(names["Num_Lock"], names["Scroll_Lock"], _LOCK)
        self._places = {}
        problems = {}
        for action, wanted in self._wanted.items():
            code = self._code(wanted)
            if not code:
                problems[action] = HotkeyProblem.NO_SUCH_KEY
                continue
            place = _Place(code, self._mask(wanted.modifiers, names))
            if self._is_given(place):
                self._places[action] = place
            else:
                self._ungrab(place)
                problems[action] = HotkeyProblem.TAKEN
        self._display.sync()
        self._state = HotkeyState(HotkeySupport.PROGRAM, problems)

    def _is_given(self, place: _Place) -> bool:
        """Grab it with all locks that may be on; whether the server agreed to every one."""
        from Xlib.error import BadAccess, CatchError  # noqa: PLC0415

        refusal = CatchError(BadAccess)
        for root in self._roots():
            for locks in self._locks:
                modifiers = place.modifiers | locks
                modes = (_GRAB_MODE_ASYNC, _GRAB_MODE_ASYNC)
                root.grab_key(place.code, modifiers, False, *modes, onerror=refusal)  # noqa: FBT003 - the protocol's own order
        self._display.sync()
        return refusal.get_error() is None

    def _ungrab(self, place: _Place) -> None:
        for root in self._roots():
            for locks in self._locks:
                root.ungrab_key(place.code, place.modifiers | locks)

    def _roots(self) -> list[Any]:
        display = self._display
        return [display.screen(at).root for at in range(display.screen_count())]

    def _code(self, wanted: Combination) -> int:
        from Xlib.XK import string_to_keysym  # noqa: PLC0415

        key = KEYS[wanted.key]
        found = self._display.keysym_to_keycodes(string_to_keysym(key.keysym))
        # Plain keys before shifted ones, the first layout before the others.
        places = sorted((index, code) for code, index in found)
        if places:
            return int(places[0][1])
        first, last = self._display.display.info.min_keycode, self._display.display.info.max_keycode
        return key.code if len(wanted.key) == 1 and first <= key.code <= last else 0

    def _held_by_name(self) -> dict[str, int]:
        """The modifier bit of those keys that have a different one on each keyboard."""
        from Xlib.XK import string_to_keysym  # noqa: PLC0415

        rows = self._display.get_modifier_mapping()
        found = {}
        for name in ("Alt_L", "Super_L", "Num_Lock", "Scroll_Lock"):
            keysym = string_to_keysym(name)
            codes = {code for code, _index in self._display.keysym_to_keycodes(keysym)}
            found[name] = next((1 << at for at, row in enumerate(rows) if codes & set(row)), 0)
        return found

    def _mask(self, modifiers: Modifier, names: Mapping[str, int]) -> int:
        bits = {
            Modifier.SHIFT: _SHIFT,
            Modifier.CTRL: _CONTROL,
            Modifier.ALT: names["Alt_L"] or _ALT_USUALLY,
            Modifier.META: names["Super_L"] or _META_USUALLY,
        }
        return sum(bits[each] for each in Modifier if each in modifiers)

    @property
    def _lock_mask(self) -> int:
        return max(self._locks, default=0)


def _all_of(*bits: int) -> tuple[int, ...]:
    """Every sum of these bits, 0 among them; the greatest is that of all."""
    known = sorted({bit for bit in bits if bit})
    sums = (sum(some) for count in range(len(known) + 1) for some in combinations(known, count))
    return tuple(sums)
