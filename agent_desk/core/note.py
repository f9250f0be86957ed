"""A word to the person by the desktop's own notifications."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """What a notification says; a later one with the same ``key`` takes its place.

    Both texts are plain. ``is_lasting`` keeps it on the screen, above others, until it is
    withdrawn: an incoming call.
    """

    key: str
    title: str = field(repr=False)
    body: str = field(default="", repr=False)
    is_lasting: bool = False
