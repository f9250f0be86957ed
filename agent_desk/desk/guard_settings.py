"""What a person has chosen about the recording guard; light, for the settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NEVER: Final = 0
"""A length of time in which nothing happens by itself."""


@dataclass(frozen=True, slots=True)
class GuardSettings:
    """One person's choices.

    ``remind_after_s`` and ``resume_after_s`` are seconds of a mute, 0 for never;
    ``title_patterns`` are parts of the titles of windows in front of which a call is muted, and
    ``resumes_on_leaving`` ends such a mute with the window. ``lets_programs_mute``: a program of
    this PC's user may mute and resume. The ledger of mutes is kept for ``ledger_days``.
    """

    remind_after_s: int = 90
    resume_after_s: int = NEVER
    has_screen_edge: bool = True
    title_patterns: tuple[str, ...] = ()
    resumes_on_leaving: bool = True
    lets_programs_mute: bool = False
    ledger_days: int = 365


USUAL_GUARD: Final = GuardSettings()
