"""The agent's status: what the service says it is, and what was asked for.

A wish changes nothing that is shown: the status itself follows the service's events alone, and
the HTTP answer only says how the wish fares (Voicenter: agent status). The events confirm a wish,
also one whose answer was lost, and tell when somebody else set another status meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

CONFIRM_WITHIN_S: Final = 8.0
"""An accepted wish that no event has confirmed after so long is overdue."""

GRACE_S: Final = 3.0
"""An event this soon after the answer may tell of a change that was before ours."""

STANDARD_NAMES: Final = {
    1: "Login",
    2: "Logout",
    3: "Lunch",
    5: "Administrative",
    7: "Private",
    9: "Other",
    11: "Training",
    12: "Team meeting",
    13: "Brief",
}
"""Voicenter: agent status codes, with the service's names for them."""

# The service has done nothing for certain. After anything else (no answer, a broken one, a fault
# of its own) the status may well have been set.
_REFUSALS: Final = frozenset(
    {
        *("rejected", "seat_in_use", "status_not_used", "unknown_extension", "no_user"),
        *("api_code", "no_api_code", "network_not_allowed", "bad_input", "rate_limited"),
        *("dns", "certificate", "proxy"),
    }
)


class Stage(Enum):
    """How the last wish stands; ``SETTLED`` also where there was none.

    ``ASKING``: no answer yet. ``WAITING``: the service said yes, no event has said so.
    ``OVERDUE``: the same for too long, or nobody knows whether the service did it. ``PARTLY``: it
    did so on some of the extensions and refused the others. ``REFUSED``: it did not. ``ELSEWHERE``:
    it did, and then another status was set by somebody else.
    """

    SETTLED = "settled"
    ASKING = "asking"
    WAITING = "waiting"
    OVERDUE = "overdue"
    PARTLY = "partly"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"


PENDING: Final = frozenset({Stage.ASKING, Stage.WAITING})
_HOPEFUL: Final = frozenset({Stage.WAITING, Stage.OVERDUE, Stage.PARTLY})


@dataclass(frozen=True, slots=True)
class Status:
    """A status that can be chosen; no ``name`` means the standard one in the agent's language.

    ``color`` is the account's own, ``#rrggbb`` or nothing.
    """

    code: int
    name: str = ""
    color: str = ""


STANDARD: Final = tuple(Status(code) for code in STANDARD_NAMES)


@dataclass(frozen=True, slots=True)
class PresenceView:
    """The agent's status as it is painted.

    ``code`` is what the service last said, ``None`` where it never did, and ``since`` the UTC time
    of the change by the service's clock. ``asked`` is the last wish until it is settled;
    ``failure_code`` and ``failure_message`` say why it was refused or is in doubt; ``done_on`` and
    ``open_on`` are then the extensions on which the service had done it before, and the others,
    where there are both. ``stale_since`` is set while events cannot arrive. ``is_there`` is false
    where there is no own extension.
    """

    is_there: bool = False
    code: int | None = None
    since: datetime | None = None
    stage: Stage = Stage.SETTLED
    asked: int | None = None
    failure_code: str = ""
    failure_message: str = ""
    done_on: tuple[str, ...] = ()
    open_on: tuple[str, ...] = ()
    is_stale: bool = False
    stale_since: datetime | None = None
    statuses: tuple[Status, ...] = STANDARD

    def status(self, code: int) -> Status:
        """The status of this code, whether it can be chosen or not."""
        return next((each for each in self.statuses if each.code == code), Status(code))


NOBODY: Final = PresenceView()
"""No extension is followed."""


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """A status to set on these extensions; hand it back with its answer."""

    number: int
    code: int
    extensions: tuple[str, ...]


class PresenceState:
    """What is known of the agent's status; every method is something that happened.

    Of several own extensions the first is the one that is shown. Times ``at`` are monotonic.
    """

    def __init__(self) -> None:
        self._own: tuple[str, ...] = ()
        self._codes: dict[str, int | None] = {}
        self._since: datetime | None = None
        self._statuses = STANDARD
        self._is_stale = False
        self._stale_since: datetime | None = None
        self._number = 0
        self._stage = Stage.SETTLED
        self._asked: int | None = None
        self._targets: tuple[str, ...] = ()
        self._failure = ("", "")
        self._done_on: tuple[str, ...] = ()
        self._is_contradicted = False
        self._answered_at = 0.0

    @property
    def view(self) -> PresenceView:
        """All there is to paint."""
        main = self._own[0] if self._own else ""
        return PresenceView(
            is_there=bool(main),
            code=self._codes.get(main),
            since=self._since,
            stage=self._stage,
            asked=self._asked,
            failure_code=self._failure[0],
            failure_message=self._failure[1],
            done_on=self._done_on,
            open_on=self._targets[len(self._done_on) :] if self._done_on else (),
            is_stale=self._is_stale,
            stale_since=self._stale_since,
            statuses=self._statuses,
        )

    def follow(self, own: tuple[str, ...]) -> None:
        """These are the agent's extensions from now on; wishes for others are forgotten."""
        if own != self._own:
            self._own = own
            self._codes = {}
            self._since = None
            self._number += 1
            self._settle()

    def name(self, statuses: tuple[Status, ...]) -> None:
        """The account's own statuses, in its order."""
        self._statuses = statuses

    def see(self, *, is_stale: bool, since: datetime | None = None) -> None:
        """Whether events arrive, and if not, since when."""
        self._is_stale, self._stale_since = is_stale, since

    def hear(self, extension: str, code: int | None, since: datetime | None, at: float) -> None:
        """The service said which status an own extension has; 0 and ``None`` say nothing."""
        was_done = self._is_done
        before = self._codes.get(extension)
        code = code or None
        self._codes[extension] = code
        if extension == self._own[0] and (code != before or since is not None):
            self._since = since
        if self._is_done and not was_done:
            self._settle()
        elif extension in self._targets and code not in (None, self._asked, before):
            self._is_contradicted |= self._stage in _HOPEFUL
            self.tick(at)

    def ask(self, code: int, extensions: tuple[str, ...]) -> StatusRequest | None:
        """The agent wants ``code`` on ``extensions``; ``None`` where it is so already."""
        is_so = all(self._codes.get(each) == code for each in extensions)
        is_sure = self._stage is Stage.SETTLED and not self._is_stale
        if is_so and is_sure:
            return None
        self._settle()
        self._stage = Stage.ASKING
        self._asked = code
        self._targets = extensions
        self._number += 1
        return StatusRequest(self._number, code, extensions)

    def is_last(self, request: StatusRequest) -> bool:
        """Whether nothing else was asked for since."""
        return request.number == self._number

    def accept(self, request: StatusRequest, at: float) -> None:
        """The service said yes to ``request``."""
        if self._is_awaited(request):
            if self._is_done:
                self._settle()
            else:
                self._stage = Stage.WAITING
                self._answered_at = at

    def fail(
        self,
        request: StatusRequest,
        code: str,
        message: str,
        at: float,
        *,
        done: int = 0,
    ) -> None:
        """The service refused ``request``, or nobody knows what it did.

        It had said yes to the first ``done`` of the extensions before.
        """
        if self._is_awaited(request):
            refused = Stage.PARTLY if done else Stage.REFUSED
            self._stage = refused if code in _REFUSALS else Stage.OVERDUE
            self._failure = (code, message)
            self._done_on = request.extensions[:done]
            self._answered_at = at

    def tick(self, at: float) -> None:
        """Time passed, perhaps too much of it."""
        waited_s = at - self._answered_at
        if self._stage in _HOPEFUL and self._is_contradicted and waited_s >= GRACE_S:
            self._stage = Stage.ELSEWHERE
            self._failure, self._done_on = ("", ""), ()
        elif self._stage is Stage.WAITING and waited_s >= CONFIRM_WITHIN_S:
            self._stage = Stage.OVERDUE

    @property
    def _is_done(self) -> bool:
        """Whether the service says that all is as it was asked for."""
        return self._asked is not None and all(
            self._codes.get(each) == self._asked for each in self._targets
        )

    def _is_awaited(self, request: StatusRequest) -> bool:
        return self.is_last(request) and self._stage is Stage.ASKING

    def _settle(self) -> None:
        self._stage = Stage.SETTLED
        self._asked = None
        self._targets = self._done_on = ()
        self._failure = ("", "")
        self._is_contradicted = False
