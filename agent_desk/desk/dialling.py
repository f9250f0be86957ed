"""One call that is started from here: from the wish to its end, and never sent twice.

The service rings the agent's phone first and then the number (Voicenter: Click2Call). Its answer
says only that it will; what becomes of the call shows in the calls of the extension, which may
come before the answer. Where no answer comes nobody knows whether the phone rings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from agent_desk.desk import numbers
from agent_desk.desk.state import CallKey, Direction, Outcome, Phase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.state import CallFacts
    from agent_desk.voicenter.events import CustomValue

MAX_VARIABLES: Final = 10
"""So many travel with a call (Voicenter: Click2Call)."""

WAIT_S: Final = 150.0
"""Both legs ring for 60 s at most; what nobody has seen by then is over."""

SETTLE_S: Final = 5.0
"""So long after an answer was lost a phone without calls is known not to ring."""

_LINGER_S: Final = 10.0
_LONGEST_VALUE: Final = 256
_VARIABLE: Final = "var_"
# After these nothing has been dialled for certain; after anything else the phone may ring.
_NOT_DIALLED: Final = frozenset(
    {
        *("rejected", "not_callable", "phone_offline", "calling_barred", "not_started"),
        *("api_code", "no_api_code", "network_not_allowed", "bad_input", "rate_limited"),
        *("unreachable", "dns", "certificate", "proxy"),
    }
)
_AGENT_LEG: Final = 1


class DialState(Enum):
    """Where the call stands that was asked for last."""

    IDLE = "idle"
    SENDING = "sending"
    ACCEPTED = "accepted"
    AGENT_RINGING = "agent_ringing"
    AGENT_UP = "agent_up"
    CUSTOMER_RINGING = "customer_ringing"
    TALKING = "talking"
    ENDED = "ended"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class DialEnd(Enum):
    """How a call ended that the service had accepted."""

    TALKED = "talked"
    AGENT_DID_NOT_PICK_UP = "agent_did_not_pick_up"
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    FAILED = "failed"
    CANCELLED = "cancelled"
    NOT_SEEN = "not_seen"


class DialQuestion(Enum):
    """Why nothing was sent: a person has to insist."""

    ON_A_CALL = "on_a_call"
    HANG_UP_OPEN = "hang_up_open"
    MAYBE_RINGING = "maybe_ringing"


UNDER_WAY: Final = frozenset(
    {
        DialState.SENDING,
        DialState.ACCEPTED,
        DialState.AGENT_RINGING,
        DialState.AGENT_UP,
        DialState.CUSTOMER_RINGING,
    }
)
"""While it is so, another wish does nothing: it is the second press of the same button."""

_ON_THE_PHONE: Final = UNDER_WAY - {DialState.SENDING} | {DialState.TALKING}
_FOLLOWED: Final = _ON_THE_PHONE | {DialState.UNKNOWN, DialState.ENDED}

_STATES: Final = {
    Phase.RINGING: DialState.AGENT_RINGING,
    Phase.AGENT_RINGING: DialState.AGENT_RINGING,
    Phase.AGENT_UP: DialState.AGENT_UP,
    Phase.DIALING: DialState.CUSTOMER_RINGING,
    Phase.CUSTOMER_RINGING: DialState.CUSTOMER_RINGING,
    Phase.TALKING: DialState.TALKING,
    Phase.HELD: DialState.TALKING,
}
OVER: Final = frozenset({Phase.ENDED, Phase.RING_STOPPED})
_ENDS: Final = {
    Outcome.COMPLETED: DialEnd.TALKED,
    Outcome.TRANSFERRED: DialEnd.TALKED,
    Outcome.BUSY: DialEnd.BUSY,
    Outcome.NO_ANSWER: DialEnd.NO_ANSWER,
}
_BEFORE_THE_CUSTOMER: Final = frozenset(
    {DialState.UNKNOWN, DialState.ACCEPTED, DialState.AGENT_RINGING, DialState.AGENT_UP}
)


@dataclass(frozen=True, slots=True)
class DialOptions:
    """How to call. ``None`` records as the account usually does.

    ``caller_id`` is what the customer sees, ``variables`` come back as custom data.
    """

    record: bool | None = None
    caller_id: PhoneNumber | None = None
    auto_answer: bool = False
    variables: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class DialWish:
    """Somebody wants to call ``target``, shown as ``text``.

    ``about`` is the call it goes back to, whose custom data travels along. ``insists``: although
    they are on a call, or their phone may be ringing already.
    """

    target: PhoneNumber
    text: str = field(default="", repr=False)
    options: DialOptions = DialOptions()
    about: CallKey | None = None
    insists: bool = False


@dataclass(frozen=True, slots=True)
class DialRequest:
    """One request to the service; ``serial`` tells it from all others."""

    serial: int
    extension: str
    wish: DialWish


@dataclass(frozen=True, slots=True)
class DialView:
    """How the last call from here stands, ready to be put into words.

    ``question`` is open where a wish was not sent. ``has_others``: the extension has more live
    calls, which hanging up would end as well. ``is_blind``: nobody sees whether ours is still the
    one that it would end. ``is_free``: where the answer was lost, the phone is known to have no
    call now.
    """

    state: DialState = DialState.IDLE
    wish: DialWish | None = None
    call_id: str = ""
    end: DialEnd | None = None
    error_code: str = ""
    detail: str = ""
    question: DialQuestion | None = None
    asked: DialWish | None = None
    is_hanging_up: bool = False
    hang_up_error: str = ""
    has_others: bool = False
    is_blind: bool = False
    is_free: bool = False

    @property
    def can_hang_up(self) -> bool:
        """Whether there is a call of ours to end."""
        return self.state in _ON_THE_PHONE and not self.is_hanging_up


class Dial:
    """The call that was started last; all times are monotonic seconds."""

    def __init__(self) -> None:
        self._serial = 0
        self._request: DialRequest | None = None
        self._state = DialState.IDLE
        self._since = 0.0
        self._call_id = ""
        self._before: frozenset[str] = frozenset()
        self._end: DialEnd | None = None
        self._error = ("", "")
        self._asked: tuple[DialQuestion, DialWish] | None = None
        self._is_hanging_up = self._was_hung_up = False
        self._open_hang_up: DialRequest | None = None
        self._hang_up_error = ""
        self._has_others = self._is_blind = self._is_free = False

    @property
    def view(self) -> DialView:
        """How it stands."""
        question, asked = self._asked or (None, None)
        return DialView(
            state=self._state,
            wish=None if self._request is None else self._request.wish,
            call_id=self._call_id,
            end=self._end,
            error_code=self._error[0],
            detail=self._error[1],
            question=question,
            asked=asked,
            is_hanging_up=self._is_hanging_up,
            hang_up_error=self._hang_up_error,
            has_others=self._has_others,
            is_blind=self._is_blind,
            is_free=self._is_free,
        )

    @property
    def extension(self) -> str:
        """From which extension it goes; empty before the first."""
        return "" if self._request is None else self._request.extension

    def is_followed(self, now: float) -> bool:
        """Whether what the extension does can still say something about it."""
        is_past = self._state is DialState.ENDED and now - self._since > _LINGER_S
        return self._state in _FOLLOWED and not is_past

    def wish(
        self, wish: DialWish, extension: str, calls: Iterable[CallFacts], now: float
    ) -> DialRequest | None:
        """What to send, once; ``None`` where nothing must be sent.

        ``calls`` are the agent's own. Nothing is sent for a second press while a call is being
        set up, insisted or not.
        """
        self._asked = None
        if self._state in UNDER_WAY:
            return None
        known = tuple(calls)
        if not wish.insists:
            if self._state is DialState.UNKNOWN:
                self._asked = (DialQuestion.MAYBE_RINGING, wish)
                return None
            if any(call.phase not in OVER for call in known):
                self._asked = (DialQuestion.ON_A_CALL, wish)
                return None
            if self._open_hang_up is not None:
                # It ends whatever runs when it arrives, and that may be the call to be made now.
                self._asked = (DialQuestion.HANG_UP_OPEN, wish)
                return None
        self._serial += 1
        self._request = DialRequest(self._serial, extension, wish)
        self._before = frozenset(call.key.call_id for call in known)
        self._call_id, self._end, self._error = "", None, ("", "")
        self._is_hanging_up = self._was_hung_up = False
        self._has_others = self._is_blind = self._is_free = False
        self._hang_up_error = ""
        self._turn(DialState.SENDING, now)
        return self._request

    def accept(self, request: DialRequest, call_id: str, now: float) -> None:
        """The service will ring the agent's phone; ``call_id`` may be empty."""
        if self._is_awaited(request):
            self._call_id = call_id
            self._turn(DialState.ACCEPTED, now)

    def fail(self, request: DialRequest, error_code: str, detail: str, now: float) -> None:
        """The service has refused, or given no clear answer: ``error_code`` tells."""
        if self._is_awaited(request):
            self._error = (error_code, detail)
            is_certain = error_code in _NOT_DIALLED
            self._turn(DialState.REFUSED if is_certain else DialState.UNKNOWN, now)

    def look(self, calls: Iterable[CallFacts], now: float, *, is_blind: bool = False) -> None:
        """Read from the extension's calls how it stands.

        ``is_blind``: the link is down, and that there is no call says nothing.
        """
        if not self.is_followed(now):
            return
        known = [call for call in calls if call.key.extension == self.extension]
        call = self._found(known)
        others = [each for each in known if each is not call and each.phase not in OVER]
        self._has_others, self._is_blind = bool(others), is_blind
        if call is not None and call.phase in OVER:
            self._finish(_end_of(call, self._state, was_hung_up=self._was_hung_up), now)
        elif call is not None:
            self._end = None
            self._turn(_STATES[call.phase], now)
        elif self._state is DialState.TALKING:
            if not is_blind:
                self._finish(DialEnd.TALKED, now)
        elif self._state in UNDER_WAY:
            if now - self._since > WAIT_S:
                self._finish(DialEnd.NOT_SEEN, now)
        elif self._state is DialState.UNKNOWN:
            self._is_free = not others and not is_blind and now - self._since >= SETTLE_S
            if self._is_free and now - self._since > WAIT_S:
                self._finish(DialEnd.NOT_SEEN, now)

    def hang_up(self) -> DialRequest | None:
        """The request whose extension's calls are to be ended; ``None`` where none is live."""
        if not self.view.can_hang_up:
            return None
        self._is_hanging_up, self._hang_up_error = True, ""
        self._open_hang_up = self._request
        return self._request

    def is_hang_up_wanted(self, request: DialRequest) -> bool:
        """Whether the call is still live that the hang-up was meant for."""
        return self._is_hanging_up and request == self._request

    def hung_up(self, request: DialRequest, error_code: str = "") -> None:
        """The service has ended the calls, or has not; nothing where ours is over already."""
        if request == self._open_hang_up:
            self._open_hang_up = None
        if self._is_hanging_up and request == self._request:
            self._is_hanging_up = False
            self._hang_up_error = error_code
            self._was_hung_up = not error_code

    def drop_question(self) -> None:
        """Nobody insists any more."""
        self._asked = None

    def _is_awaited(self, request: DialRequest) -> bool:
        return self._state is DialState.SENDING and request == self._request

    def _found(self, calls: list[CallFacts]) -> CallFacts | None:
        """Our call; where its id is not known the one that has come up since and can be ours."""
        if self._call_id:
            return next((call for call in calls if call.key.call_id == self._call_id), None)
        for call in calls:
            if call.key.call_id not in self._before and self._can_be_ours(call):
                self._call_id = call.key.call_id
                return call
        return None

    def _can_be_ours(self, call: CallFacts) -> bool:
        wish = None if self._request is None else self._request.wish
        is_click = call.direction is Direction.CLICK2CALL and wish is not None
        # The service often calls the customer "Anonymous".
        return is_click and (
            call.number.is_hidden or wish is None or numbers.same(call.number, wish.target)
        )

    def _finish(self, end: DialEnd, now: float) -> None:
        if self._state is not DialState.ENDED:
            self._end = end
            self._is_hanging_up = False
            self._turn(DialState.ENDED, now)

    def _turn(self, state: DialState, now: float) -> None:
        if state is not self._state:
            self._state, self._since = state, now


def variables_of(custom_data: Mapping[str, CustomValue]) -> tuple[tuple[str, str], ...]:
    """What of a call's custom data can travel with the call back: the first ten ``var_*``."""
    found = [
        (name[len(_VARIABLE) :], str(value)[:_LONGEST_VALUE])
        for name, value in custom_data.items()
        if name.casefold().startswith(_VARIABLE) and isinstance(value, str | int | float)
    ]
    return tuple((name, value) for name, value in found if name.isidentifier())[:MAX_VARIABLES]


def _end_of(call: CallFacts, state: DialState, *, was_hung_up: bool) -> DialEnd:
    end = _ENDS.get(call.outcome or Outcome.FAILED, DialEnd.FAILED)
    if end is DialEnd.TALKED:
        return end
    if was_hung_up:
        return DialEnd.CANCELLED
    # Seen only when it was over, the leg says how far it came.
    has_leg = call.click2call_leg is not None
    is_first = call.click2call_leg == _AGENT_LEG if has_leg else state in _BEFORE_THE_CUSTOMER
    return DialEnd.AGENT_DID_NOT_PICK_UP if is_first else end
