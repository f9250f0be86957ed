"""The few sounds of the program: the telephone itself rings, so most of them are off at first."""

from __future__ import annotations

from enum import StrEnum


class Sound(StrEnum):
    """What may be heard; the value names its file below ``resources/sounds``."""

    RINGING = "ringing"
    MISSED = "missed"
    FAILED = "failed"
    """A recording could not be muted or resumed: the one that is meant to be noticed."""
    MUTED = "muted"
    RESUMED = "resumed"
    REMINDER = "reminder"
    """A recording has been muted for long."""
