"""Hotkeys, keys that work while another program has the keyboard: what they do, how they stand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class HotkeyAction(Enum):
    """What a hotkey asks for. The values are the names of the fields of ``Hotkeys``."""

    MUTE = "mute"
    DESK = "desk"
    DIAL = "dial"


@dataclass(frozen=True, slots=True)
class Hotkeys:
    """The combination for each action; empty for none.

    ``mute`` mutes or resumes the recording of the current call, ``desk`` shows it in the main
    window, ``dial`` shows the number on the clipboard there.
    """

    mute: str = ""
    desk: str = ""
    dial: str = ""

    def of(self, action: HotkeyAction) -> str:
        """The combination for ``action``."""
        written: str = getattr(self, action.value)
        return written

    def changed(self, action: HotkeyAction, written: str) -> Hotkeys:
        """The same with another combination for ``action``."""
        return replace(self, **{action.value: written})


NO_HOTKEYS: Final = Hotkeys()


class HotkeyProblem(Enum):
    """Why a hotkey that was set does not work.

    ``UNREADABLE``: no combination, or none that may be taken. ``TWICE``: another action has it.
    ``TAKEN``: the system or another program has it. ``NO_SUCH_KEY``: this keyboard has not.
    ``NOT_GRANTED``: the desktop asks the person, who has not agreed. ``LOST``: it did work.
    """

    UNREADABLE = "unreadable"
    TWICE = "twice"
    TAKEN = "taken"
    NO_SUCH_KEY = "no_such_key"
    NOT_GRANTED = "not_granted"
    LOST = "lost"


class HotkeySupport(Enum):
    """Who decides about hotkeys here; ``UNKNOWN`` until somebody looked."""

    UNKNOWN = "unknown"
    PROGRAM = "program"
    DESKTOP = "desktop"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class HotkeyState:
    """How the hotkeys stand.

    ``triggers`` are the desktop's own words for keys, where it decides; ``is_asking`` while it
    waits for the person.
    """

    support: HotkeySupport = HotkeySupport.UNKNOWN
    problems: Mapping[HotkeyAction, HotkeyProblem] = field(default_factory=dict)
    triggers: Mapping[HotkeyAction, str] = field(default_factory=dict)
    is_asking: bool = False
