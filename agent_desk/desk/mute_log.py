"""The wishes to mute one call, one after another, told to a journal whenever something changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent_desk.desk.mute_record import MuteProgress

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.desk.mute_record import MuteEnd, MuteTrigger


class MuteLog:
    """Keeps the wish that lasts, if any; what is told while none lasts changes nothing."""

    def __init__(self, call_id: str, tell: Callable[[MuteProgress], None]) -> None:
        self._call_id = call_id
        self._tell = tell
        self._count = 0
        self._muted_s = 0.0
        self._open: MuteProgress | None = None

    @property
    def is_open(self) -> bool:
        """Whether a wish to mute lasts."""
        return self._open is not None

    def ask(self, trigger: MuteTrigger) -> None:
        """A mute is sent: once more for the wish that lasts, else for a new one."""
        if self._open is not None:
            self._change(attempts=self._open.attempts + 1)
        else:
            self._count += 1
            self._muted_s = 0.0
            self._open = MuteProgress(self._call_id, self._count, trigger)
            self._tell(self._open)

    def answer(self, trigger: MuteTrigger) -> None:
        """The service said that it muted; a wish that was given up begins anew with that."""
        if self._open is None:
            self.ask(trigger)
        self._change(is_answered=True, failure_code="")

    def see(self) -> None:
        """An event says muted."""
        self._change(is_seen=True)

    def fail(self, code: str) -> None:
        """The mute or its resume was not done, or nobody knows."""
        self._change(failure_code=code)

    def ask_resume(self, trigger: MuteTrigger) -> None:
        """A resume is sent."""
        if self._open is not None:
            self._change(resumes=self._open.resumes + 1, resume_trigger=trigger)

    def add(self, muted_s: float) -> None:
        """It was muted for so long."""
        self._muted_s += max(0.0, muted_s)
        self._change(muted_s=self._muted_s)

    def close(self, end: MuteEnd) -> None:
        """The wish lasts no longer."""
        self._change(end=end)
        self._open = None

    def _change(self, **changes: object) -> None:
        if self._open is not None:
            changed = replace(self._open, **changes)  # type: ignore[arg-type]  # named above
            if changed != self._open:
                self._open = changed
                self._tell(changed)
