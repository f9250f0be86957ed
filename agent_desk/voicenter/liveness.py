"""Whether the far end still speaks to us; pure, all moments are monotonic seconds."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock

_CLOCK_STEP_S: Final = 10.0


class Verdict(Enum):
    """What to do about a connection."""

    WELL = "well"
    ASK = "ask"
    DEAD = "dead"


class Liveness:
    """The pace of the application's ``keepalive`` on one connection.

    After ``idle_s`` without an event the server is asked; each question may stay open for
    ``answer_s``, and ``patience`` unanswered ones in a row mean that the stream is dead, provided
    that this server is known to answer at all (``does_answer``). Any event is an answer.
    """

    def __init__(
        self, now: float, *, idle_s: float, answer_s: float, does_answer: bool, patience: int = 2
    ) -> None:
        self._idle_s = idle_s
        self._answer_s = answer_s
        self._patience = patience
        self._due = now + idle_s
        self._asked = 0
        self.does_answer = does_answer

    @property
    def due(self) -> float:
        """When ``check`` should be called at the latest."""
        return self._due

    def heard(self, now: float, *, is_answer: bool = False) -> None:
        """An event was decoded; ``is_answer`` where it was the answer to a ``keepalive``."""
        self._due = now + self._idle_s
        self._asked = 0
        if is_answer:
            self.does_answer = True

    def hurry(self, now: float) -> None:
        """Ask at once: the network changed, or the machine was asleep."""
        self._due = now

    def check(self, now: float) -> Verdict:
        """The verdict at ``now``; ``ASK`` is given once for each question to be sent."""
        if now < self._due:
            return Verdict.WELL
        if self._asked >= self._patience and self.does_answer:
            return Verdict.DEAD
        self._asked += 1
        # A server that has never answered is not asked any faster: nothing would follow from it.
        self._due = now + (self._answer_s if self.does_answer else self._idle_s)
        return Verdict.ASK


class WakeWatch:
    """Notices that the machine slept or that its clock was set: the two clocks part then."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.begin()

    def begin(self) -> None:
        """Whatever has happened up to now is dealt with."""
        self._wall, self._monotonic = self._clock.now(), self._clock.monotonic()

    def has_jumped(self) -> bool:
        """Whether the clocks parted, or time passed, by more than ten seconds since last asked."""
        wall, monotonic = self._wall, self._monotonic
        self.begin()
        gone_s = self._monotonic - monotonic
        passed_s = (self._wall - wall).total_seconds() - gone_s
        return abs(passed_s) > _CLOCK_STEP_S or gone_s > _CLOCK_STEP_S
