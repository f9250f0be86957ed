"""What the settings page shows and hands back; nothing here does anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from agent_desk.core.hotkeys import NO_HOTKEYS, Hotkeys
from agent_desk.core.sound import Sound
from agent_desk.desk.guard_settings import USUAL_GUARD, GuardSettings
from agent_desk.desk.history import USUAL_HISTORY_DAYS
from agent_desk.desk.status_settings import USUAL_STATUS, StatusSettings
from agent_desk.ui.pop_layout import Corner
from agent_desk.ui.theme import Scheme

if TYPE_CHECKING:
    from agent_desk.desk.label_rule import LabelRule

SCREEN_IN_USE: Final = ""
"""Pops stand on the screen that the main window is on."""
PRIMARY_SCREEN: Final = "primary"
"""Pops stand on the screen that the desktop calls its first."""
UNTIL_DISMISSED: Final = 0
"""The length of stay of an ended call that somebody has to close."""
HEARD: Final = {
    Sound.RINGING: "is_ring_heard",
    Sound.MISSED: "is_missed_heard",
    Sound.FAILED: "is_failure_heard",
    Sound.MUTED: "is_mute_heard",
    Sound.RESUMED: "is_resume_heard",
    Sound.REMINDER: "is_reminder_heard",
}
"""Which of the ``Preferences`` switches a sound on."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """One person's choices.

    ``language`` is a code such as ``he``, empty for the system's; ``screen`` one of the two above
    or a screen's name; ``stay_s`` how long an ended call can be read, in seconds. ``link_hosts``
    limits where the links of ``labels`` lead, empty allows any host. Without ``less_motion`` it is
    as the system has it. ``blur_numbers`` hides numbers until they are pointed at. Calls are kept
    for ``history_days``, 0 for ever.
    """

    scheme: Scheme = Scheme.SYSTEM
    language: str = ""
    corner: Corner = Corner.BOTTOM_RIGHT
    screen: str = SCREEN_IN_USE
    stay_s: int = 8
    less_motion: bool = False
    region: str = "IL"
    labels: tuple[LabelRule, ...] = ()
    link_hosts: frozenset[str] = frozenset()
    blur_numbers: bool = False
    is_ring_heard: bool = False
    is_missed_heard: bool = False
    is_failure_heard: bool = True
    is_mute_heard: bool = False
    is_resume_heard: bool = False
    is_reminder_heard: bool = True
    hotkeys: Hotkeys = NO_HOTKEYS
    guard: GuardSettings = USUAL_GUARD
    history_days: int = USUAL_HISTORY_DAYS
    status: StatusSettings = USUAL_STATUS

    def hears(self, sound: Sound) -> bool:
        """Whether ``sound`` is to be played."""
        return bool(getattr(self, HEARD[sound]))


@dataclass(frozen=True, slots=True)
class Account:
    """Who is signed in. ``server`` is empty for Voicenter itself.

    ``is_kept`` is false in a run that leaves nothing behind: a demo.
    """

    who: str = field(default="", repr=False)
    server: str = ""
    has_code: bool = False
    has_keyring: bool = True
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class StoredPlaces:
    """Where this program keeps what, as paths that a person can follow; empty for nowhere."""

    settings: str = ""
    provisioning: str = ""
    log: str = ""
    data: str = ""
