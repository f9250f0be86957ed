"""Combinations of keys: which there are, and how they are written.

``Ctrl+Alt+M``: modifiers in the order of Qt's portable texts, then one key by its name on an
English keyboard.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent_desk.core.hotkeys import Hotkeys


class Modifier(Flag):
    """Keys that are held down; the order is that of writing."""

    META = auto()
    CTRL = auto()
    ALT = auto()
    SHIFT = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its X keysym by name, and where it is on every PC keyboard.

    ``code`` is the number of the place in X and on Wayland (Linux's own plus 8); layouts change
    what stands on it, not the number.
    """

    keysym: str
    code: int


def _keys() -> dict[str, Key]:
    rows = (("1234567890", 10), ("QWERTYUIOP", 24), ("ASDFGHJKL", 38), ("ZXCVBNM", 52))
    found = {
        letter: Key(letter.lower(), first + at)
        for letters, first in rows
        for at, letter in enumerate(letters)
    }
    functions = (*range(67, 77), 95, 96, *range(191, 203))
    found |= {f"F{at}": Key(f"F{at}", code) for at, code in enumerate(functions, 1)}
    named = (
        "- minus 20, = equal 21, [ bracketleft 34, ] bracketright 35, ; semicolon 47,"
        " ' apostrophe 48, ` grave 49, \\ backslash 51, . period 60, / slash 61, Space space 65,"
        " Home Home 110, Up Up 111, PgUp Prior 112, Left Left 113, Right Right 114, End End 115,"
        " Down Down 116, PgDown Next 117, Ins Insert 118, Del Delete 119, Pause Pause 127"
    )
    for each in named.split(", "):
        name, keysym, code = each.split()
        found[name] = Key(keysym, int(code))
    found[","] = Key("comma", 59)
    return found


KEYS: Final[Mapping[str, Key]] = MappingProxyType(_keys())
"""All keys that a hotkey may have, by name."""

_BY_CODE: Final = {key.code: name for name, key in KEYS.items()}
_NAMES: Final = {name.casefold(): name for name in KEYS}
_MODIFIERS: Final = {
    "meta": Modifier.META,
    "super": Modifier.META,
    "win": Modifier.META,
    "ctrl": Modifier.CTRL,
    "control": Modifier.CTRL,
    "alt": Modifier.ALT,
    "shift": Modifier.SHIFT,
}
_REAL: Final = Modifier.META | Modifier.CTRL | Modifier.ALT
_MAX_LENGTH: Final = 64


def key_at(code: int) -> str:
    """The name of the key at this place of the keyboard; empty for one that no hotkey may have."""
    return _BY_CODE.get(code, "")


@dataclass(frozen=True, slots=True)
class Combination:
    """Modifiers and one of ``KEYS``."""

    modifiers: Modifier
    key: str

    @classmethod
    def read(cls, written: str) -> Combination | None:
        """What ``written`` says, in any order and case; ``None`` where it is no combination."""
        *held, last = written[:_MAX_LENGTH].replace(" ", "").split("+")
        key = _NAMES.get(last.casefold())
        modifiers = Modifier(0)
        for word in held:
            if word.casefold() not in _MODIFIERS:
                return None
            modifiers |= _MODIFIERS[word.casefold()]
        return None if key is None else cls(modifiers, key)

    def __str__(self) -> str:
        held = [each.name.capitalize() for each in Modifier if each in self.modifiers and each.name]
        return "+".join([*held, self.key])

    @property
    def has_enough(self) -> bool:
        """Whether nobody types it by the way: Ctrl, Alt or Meta are held, or F1 to F24 pressed."""
        return bool(self.modifiers & _REAL) or (self.key[0] == "F" and len(self.key) > 1)

    @property
    def is_everybodys(self) -> bool:
        """Whether other programs could not be used without it, such as Ctrl+C."""
        return self in _EVERYBODYS


_EVERYBODYS: Final = frozenset(
    {Combination(Modifier.CTRL, key) for key in "ACFNOPRSTVWXYZ"}
    | {Combination(Modifier.CTRL, key) for key in ("Ins", "Home", "End", "Left", "Right", "Del")}
    | {Combination(Modifier.ALT, key) for key in ("F4", "Space", "Left", "Right")}
    | {Combination(Modifier(0), key) for key in ("F1", "F2", "F3", "F5", "F11")}
    | {Combination(Modifier.CTRL | Modifier.ALT, "Del")}
)


def readable(
    hotkeys: Hotkeys,
) -> tuple[dict[HotkeyAction, Combination], dict[HotkeyAction, HotkeyProblem]]:
    """The combinations to ask the system for, and what is wrong with the others."""
    wanted: dict[HotkeyAction, Combination] = {}
    problems: dict[HotkeyAction, HotkeyProblem] = {}
    for action in HotkeyAction:
        written = hotkeys.of(action)
        if not written.strip():
            continue
        combination = Combination.read(written)
        if combination is None or not combination.has_enough or combination.is_everybodys:
            problems[action] = HotkeyProblem.UNREADABLE
        elif combination in wanted.values():
            problems[action] = HotkeyProblem.TWICE
        else:
            wanted[action] = combination
    return wanted, problems
