"""What was found when one thing was checked that a working day depends on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckResult:
    """``name`` is stable; ``is_ok`` is ``None`` where the check does not apply or is no fault.

    ``message`` is an English sentence for support, ``code`` and ``next_step`` are those of the
    error, if there was one. ``took_ms`` is how long it took.
    """

    name: str
    is_ok: bool | None
    message: str
    code: str = ""
    next_step: str = ""
    took_ms: int = 0
