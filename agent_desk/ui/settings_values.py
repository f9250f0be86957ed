"""What the settings page shows and hands back; nothing here does anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from agent_desk.ui.pop_layout import Corner
from agent_desk.ui.theme import Scheme

if TYPE_CHECKING:
    from agent_desk.desk.custom import LabelRule

SCREEN_IN_USE: Final = ""
"""Pops stand on the screen that the main window is on."""
PRIMARY_SCREEN: Final = "primary"
"""Pops stand on the screen that the desktop calls its first."""
UNTIL_DISMISSED: Final = 0
"""The length of stay of an ended call that somebody has to close."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """One person's choices.

    ``language`` is a code such as ``he``, empty for the system's; ``screen`` one of the two above
    or a screen's name; ``stay_s`` how long an ended call can be read, in seconds. ``link_hosts``
    limits where the links of ``labels`` lead, empty allows any host.
    """

    scheme: Scheme = Scheme.SYSTEM
    language: str = ""
    corner: Corner = Corner.BOTTOM_RIGHT
    screen: str = SCREEN_IN_USE
    stay_s: int = 8
    region: str = "IL"
    labels: tuple[LabelRule, ...] = ()
    link_hosts: frozenset[str] = frozenset()


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
