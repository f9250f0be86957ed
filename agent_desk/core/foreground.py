"""The window in front, whichever program's it is: what can be known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class FrontWindow:
    """The window that has the keyboard; without a title where none has it.

    ``title`` is as its program wrote it, cut where it is endless; it is private: shown, logged and
    kept nowhere. ``is_ours`` says that it belongs to this program; ``behind`` is then the title of
    the other program's window that was in front last, empty once that is gone.
    """

    title: str = field(repr=False)
    is_ours: bool = False
    behind: str = field(default="", repr=False)


class FrontSupport(Enum):
    """Whether the window in front can be known here, and why not.

    ``UNKNOWN`` until somebody wants to know, ``WATCHED`` where it works. ``WAYLAND`` shows no
    program the windows of others, ``MACOS`` only with a permission that this program does not ask
    for. ``NO_X_SERVER``: there is none. ``NO_WINDOW_MANAGER``: none says which window is in front
    (it counts as soon as one does). ``LOST``: it did work, and the system ended it. ``NOBODY``: no
    screen, or a system that is not known.
    """

    UNKNOWN = "unknown"
    WATCHED = "watched"
    WAYLAND = "wayland"
    MACOS = "macos"
    NO_X_SERVER = "no_x_server"
    NO_WINDOW_MANAGER = "no_window_manager"
    LOST = "lost"
    NOBODY = "nobody"
