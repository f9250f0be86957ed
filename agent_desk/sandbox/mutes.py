"""How the sandbox's recorder takes requests to mute and to resume, and what it was asked.

A rule says what goes wrong, for which requests, and for how many. The same fields are those of a
scenario's step ``mutes``.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock

_KEPT: Final = 2_000


class MuteFault(Enum):
    """What becomes of a request to mute or to resume."""

    NONE = "none"
    REFUSED = "refused"  # ErrorCode 400 in words nobody knows; nothing is done
    UNKNOWN_CALL = "unknown_call"  # 400 "UniqueIvrID not found"
    UNKNOWN_EXTENSION = "unknown_extension"  # 400 "Extension not found"
    BAD_PARAMETERS = "bad_parameters"  # 400 as the vendor prints it: not JSON
    NOT_OFFERED = "not_offered"  # HTTP 404: this base has no such service
    DROPPED = "dropped"  # the connection is cut before anything is done
    LOST = "lost"  # done, but the connection is cut before any answer
    CONTRADICTED = "contradicted"  # answers success, but the recording stays as it was


class MuteReport(Enum):
    """How events tell of a mute."""

    PASSING = "passing"  # the next event that comes for another reason: what is documented
    EVENT = "event"  # an event of its own, ``report_after_s`` later
    NEVER = "never"  # events go on saying what they said before


class MuteBase(Enum):
    """At which of the two addresses a request came in."""

    MONITOR = "monitor"
    OLDER = "older"


@dataclass(slots=True)
class MuteRule:
    """What happens to those requests that fit, ``times`` requests long (``None``: always).

    ``delay_s`` is how long it takes until something is done, and answered or cut. ``ivrid``,
    ``muted`` (mutes only, resumes only) and ``base`` narrow down which requests fit.
    """

    fault: MuteFault = MuteFault.NONE
    delay_s: float = 0.0
    report: MuteReport = MuteReport.PASSING
    report_after_s: float = 0.0
    ivrid: str | None = None
    muted: bool | None = None
    base: MuteBase | None = None
    times: int | None = None

    def fits(self, asked: MuteAsked) -> bool:
        """Whether ``asked`` is treated so."""
        return (
            self.times != 0
            and (self.ivrid is None or self.ivrid in asked.call_ids)
            and self.muted in (None, asked.muted)
            and self.base in (None, asked.base)
        )


@dataclass(slots=True)
class MuteAsked:
    """One request that came in: for which calls, and what became of it so far.

    ``arrived`` and ``answered`` are monotonic seconds; ``answered`` stays ``None`` where the
    connection was cut. ``is_done``: the recordings now are as asked. ``muted`` is ``None`` where
    the request said neither.
    """

    arrived: float
    base: MuteBase
    call_ids: tuple[str, ...]
    extension: str
    muted: bool | None
    fault: MuteFault = MuteFault.NONE
    is_done: bool = False
    answered: float | None = None


class Recorder:
    """The rules in force, and every request to mute or resume, oldest first in ``asked``.

    Whether a recording really is muted is ``Call.is_muted``, what events say ``Call.says_muted``.
    """

    def __init__(self, clock: Clock) -> None:
        self.asked: deque[MuteAsked] = deque(maxlen=_KEPT)
        self._clock = clock
        self._rules: list[MuteRule] = []

    def rule(self, rule: MuteRule) -> None:
        """Treat requests so from now on; of several rules that fit the newest counts."""
        self._rules.append(rule)

    def behave(self) -> None:
        """Forget all rules."""
        self._rules.clear()

    def hear(
        self, base: MuteBase, call_ids: tuple[str, ...], extension: str, *, muted: bool | None
    ) -> MuteAsked:
        """Note a request that has arrived."""
        asked = MuteAsked(self._clock.monotonic(), base, call_ids, extension, muted)
        self.asked.append(asked)
        return asked

    def take(self, asked: MuteAsked) -> MuteRule | None:
        """The rule for ``asked``, counted down where it only lasts some requests."""
        for rule in reversed(self._rules):
            if rule.fits(asked):
                if rule.times is not None:
                    rule.times -= 1
                return rule
        return None
