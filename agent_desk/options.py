"""What this run of the program was told on its command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from agent_desk.core.identity import LoginKind


@dataclass(frozen=True, slots=True)
class Options:
    """The options every command has; empty or ``None`` where the settings decide.

    ``server`` and ``language`` come from the option or else from ``AGENT_DESK_SERVER`` and
    ``AGENT_DESK_LANG``. ``log_level`` is one of the numbers
    of ``logging``. There is no secret among them and never will be.
    """

    server: str = ""
    login: LoginKind | None = None
    email: str = ""
    username: str = ""
    extensions: tuple[str, ...] = ()
    language: str = ""
    log_level: int | None = None
    is_json: bool = False


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What the window was asked for.

    ``number`` is one to show, never to dial by itself; ``is_minimized`` begins in the tray, on the
    task bar where there is none.
    """

    common: Options
    number: str = field(default="", repr=False)
    is_minimized: bool = False


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """What ``demo`` was asked for; ``shots`` is the folder for its pictures."""

    common: Options
    is_headless: bool = False
    shots: Path | None = None
    engineio: Literal["3", "4"] = "3"


@dataclass(frozen=True, slots=True)
class ReplayOptions:
    """What ``replay`` was asked for; ``speed`` 2 is twice as fast, ``None`` as recorded."""

    common: Options
    file: Path
    speed: float | None = None
