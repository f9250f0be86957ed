"""The recording guard: what was asked, what the service confirmed, what went wrong.

One guard a call, because muting is the call's: the next call records again by itself (Voicenter:
mute call recording). "Muted" is said only after the service's success answer; an event whose
``IsMuted`` agrees is a second confirmation, one that disagrees is a loud failure, but only after
some grace and only where this service has been seen to report a mute at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from agent_desk.desk.phases import CONVERSATION
from agent_desk.desk.state import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.state import CallFacts
    from agent_desk.voicenter.events import Call

CONTRADICTION_GRACE_S: Final = 3.0
"""An event this soon after the answer may still tell of the time before it."""

ANSWER_WITHIN_S: Final = 20.0
"""A request without an answer after so long has failed; the service's own time-outs are shorter."""

CONTRADICTED: Final = "contradicted"
UNKNOWN_OUTCOME: Final = "unknown_outcome"


class GuardState(Enum):
    """What a person may be told about one call's recording.

    ``MUTED`` needs the service's success answer; ``MUTED_CONFIRMED`` additionally an event whose
    ``recording.IsMuted`` says the same. A failure stays until dismissed or tried again.
    """

    NOT_RECORDED = "not_recorded"
    WILL_RECORD = "will_record"
    RECORDING = "recording"
    MUTING = "muting"
    MUTED = "muted"
    MUTED_CONFIRMED = "muted_confirmed"
    RESUMING = "resuming"
    MUTE_FAILED = "mute_failed"
    RESUME_FAILED = "resume_failed"


class _Sign(Enum):
    """What can happen to a guard."""

    PRESSED_MUTE = 1
    PRESSED_RESUME = 2
    TALK_BEGAN = 3
    MUTE_DONE = 4
    MUTE_FAILED = 5
    RESUME_DONE = 6
    RESUME_FAILED = 7
    HEARD_MUTED = 8
    HEARD_RECORDING = 9
    STILL_MUTED = 10
    DISMISSED = 11


_S = GuardState

# (state, sign) -> next state. What is not listed changes nothing.
_TABLE: Final = {
    (_S.RECORDING, _Sign.PRESSED_MUTE): _S.MUTING,
    (_S.RECORDING, _Sign.MUTE_DONE): _S.MUTED,  # late, after its failure was dismissed
    (_S.RECORDING, _Sign.STILL_MUTED): _S.RESUME_FAILED,
    (_S.MUTING, _Sign.MUTE_DONE): _S.MUTED,
    (_S.MUTING, _Sign.MUTE_FAILED): _S.MUTE_FAILED,
    (_S.MUTED, _Sign.HEARD_MUTED): _S.MUTED_CONFIRMED,
    (_S.MUTED, _Sign.HEARD_RECORDING): _S.MUTE_FAILED,
    (_S.MUTED, _Sign.PRESSED_RESUME): _S.RESUMING,
    (_S.MUTED, _Sign.TALK_BEGAN): _S.MUTING,
    (_S.MUTED_CONFIRMED, _Sign.HEARD_RECORDING): _S.MUTE_FAILED,
    (_S.MUTED_CONFIRMED, _Sign.PRESSED_RESUME): _S.RESUMING,
    (_S.MUTED_CONFIRMED, _Sign.TALK_BEGAN): _S.MUTING,
    (_S.MUTE_FAILED, _Sign.PRESSED_MUTE): _S.MUTING,
    (_S.MUTE_FAILED, _Sign.MUTE_DONE): _S.MUTED,  # late
    (_S.MUTE_FAILED, _Sign.DISMISSED): _S.RECORDING,
    (_S.RESUMING, _Sign.RESUME_DONE): _S.RECORDING,
    (_S.RESUMING, _Sign.RESUME_FAILED): _S.RESUME_FAILED,
    (_S.RESUMING, _Sign.HEARD_RECORDING): _S.RECORDING,
    (_S.RESUME_FAILED, _Sign.PRESSED_RESUME): _S.RESUMING,
    (_S.RESUME_FAILED, _Sign.PRESSED_MUTE): _S.MUTING,
    (_S.RESUME_FAILED, _Sign.RESUME_DONE): _S.RECORDING,  # late
    (_S.RESUME_FAILED, _Sign.HEARD_RECORDING): _S.RECORDING,
    (_S.RESUME_FAILED, _Sign.DISMISSED): _S.MUTED,
}

_MUTED: Final = frozenset({_S.MUTED, _S.MUTED_CONFIRMED})
_UNTOUCHED: Final = frozenset({_S.RECORDING, _S.WILL_RECORD})
_SAID_MUTED: Final = _MUTED | {_S.RESUMING, _S.RESUME_FAILED}
_FAILED: Final = frozenset({_S.MUTE_FAILED, _S.RESUME_FAILED})
_PENDING: Final = {_S.MUTING: _Sign.MUTE_FAILED, _S.RESUMING: _Sign.RESUME_FAILED}


@dataclass(frozen=True, slots=True)
class GuardView:
    """The guard of one call as a card paints it; ``muted_from`` is a monotonic second.

    ``is_reported_muted``: the service's events say muted although no answer here does, because
    somebody else muted, or this program before it was started anew. Only ``RECORDING`` and
    ``WILL_RECORD`` have it, and it takes the place of their words.
    """

    state: GuardState
    muted_from: float | None = None
    failure_code: str = ""
    is_reported_muted: bool = False


@dataclass(frozen=True, slots=True)
class MuteRequest:
    """One request to send; hand it back with its answer. Later ones have higher numbers."""

    number: int
    muted: bool


class RecordingGuard:
    """The guard of one call; every method is something that happened, at a monotonic second.

    A request is returned where one is to be sent. Muting twice is harmless, so a failed mute may
    be pressed again at once; a resume is never repeated by itself.
    """

    def __init__(self) -> None:
        self._state = _S.RECORDING
        self._failure_code = ""
        self._muted_from: float | None = None
        self._is_reported_muted = False
        self._number = 0
        self._last_asked = {True: 0, False: 0}
        self._asked_at = 0.0
        self._done_at: float | None = None

    def press(self, at: float, *, muted: bool) -> MuteRequest | None:
        """The person asks to mute or to resume; ``None`` where that makes no sense now."""
        return self._ask(_Sign.PRESSED_MUTE if muted else _Sign.PRESSED_RESUME, at, muted=muted)

    def talk_began(self, at: float) -> MuteRequest | None:
        """The call was answered: a mute given while it rang is asked for again, to be sure."""
        return self._ask(_Sign.TALK_BEGAN, at, muted=True)

    def succeed(self, request: MuteRequest, at: float) -> None:
        """The service answered that it did what ``request`` asked."""
        if request.number < self._last_asked[not request.muted]:
            # Overtaken by the opposite wish; which of the two the service did last is unknown.
            if not request.muted and self._state in _MUTED:
                self._take(_Sign.HEARD_RECORDING, at, CONTRADICTED)
            return
        self._done_at = at
        self._take(_Sign.MUTE_DONE if request.muted else _Sign.RESUME_DONE, at)
        if not request.muted:
            self._is_reported_muted = False
        elif self._is_reported_muted:
            self._take(_Sign.HEARD_MUTED, at)

    def fail(self, request: MuteRequest, code: str, at: float) -> None:
        """The service refused, or (``unknown_outcome``) nobody knows whether it did it."""
        if request.number == self._number:
            sign = _Sign.MUTE_FAILED if request.muted else _Sign.RESUME_FAILED
            self._take(sign, at, code)

    def hear(self, at: float, *, is_muted: bool, is_reliable: bool) -> None:
        """An event told whether the call is muted.

        ``is_reliable``: this service has been seen to report a mute; where it never did, "not
        muted" means nothing (no event is documented to follow a mute).
        """
        has_settled = self._done_at is None or at - self._done_at >= CONTRADICTION_GRACE_S
        if is_muted:
            self._take(_Sign.HEARD_MUTED, at)
            is_resumed = self._state is _S.RECORDING and self._done_at is not None
            self._is_reported_muted |= has_settled or not is_resumed
            if has_settled and is_resumed:
                self._take(_Sign.STILL_MUTED, at, CONTRADICTED)
        elif is_reliable and has_settled:
            self._is_reported_muted = False
            self._take(_Sign.HEARD_RECORDING, at, CONTRADICTED)

    def tick(self, at: float) -> None:
        """Time passed: a request may have waited too long for its answer."""
        sign = _PENDING.get(self._state)
        if sign is not None and at - self._asked_at >= ANSWER_WITHIN_S:
            self._take(sign, at, UNKNOWN_OUTCOME)

    def dismiss(self, at: float) -> None:
        """The person has read the failure."""
        was_refused = self._failure_code not in (UNKNOWN_OUTCOME, CONTRADICTED)
        self._take(_Sign.DISMISSED, at)
        if self._state is _S.MUTED and not was_refused:
            self._state = _S.RECORDING  # whether it still is muted, nobody has said
            self._muted_from = None

    def view(self, phase: Phase, *, has_recording: bool) -> GuardView:
        """What a card says while the call is in ``phase``.

        A hang-up resets everything but a failure, which stays until it is dismissed.
        ``has_recording``: the service names a recording for the call, or does not say.
        """
        state = self._state
        if phase is Phase.ENDED:
            if state not in _FAILED:
                return GuardView(_S.NOT_RECORDED)
        elif state is _S.RECORDING and phase not in CONVERSATION:
            state = _S.WILL_RECORD
        elif state is _S.RECORDING and not has_recording:
            state = _S.NOT_RECORDED
        is_reported = self._is_reported_muted and state in _UNTOUCHED
        return GuardView(state, self._muted_from, self._failure_code, is_reported)

    def _ask(self, sign: _Sign, at: float, *, muted: bool) -> MuteRequest | None:
        if (self._state, sign) not in _TABLE:
            return None
        self._take(sign, at)
        self._number += 1
        self._last_asked[muted] = self._number
        self._asked_at = at
        return MuteRequest(self._number, muted)

    def _take(self, sign: _Sign, at: float, code: str = "") -> None:
        after = _TABLE.get((self._state, sign))
        if after is None:
            return
        self._state = after
        self._failure_code = code if after in _FAILED else ""
        if after not in _SAID_MUTED:
            self._muted_from = None
        elif self._muted_from is None:
            self._muted_from = at


class Guards:
    """The guards of all calls, and whether this service has been seen to report a mute."""

    def __init__(self) -> None:
        self._guards: dict[str, RecordingGuard] = {}
        self._is_reliable = False

    def __len__(self) -> int:
        return len(self._guards)

    def of(self, call_id: str) -> RecordingGuard:
        """The guard of a call; a new call begins as recording."""
        guard = self._guards.get(call_id)
        if guard is None:
            guard = self._guards[call_id] = RecordingGuard()
        return guard

    def hear(self, calls: Iterable[Call], at: float) -> None:
        """Take what a fresh event says of the calls that are live on an extension."""
        for call in calls:
            is_muted = call.recording.is_muted
            if is_muted is not None:
                self._is_reliable |= is_muted
                guard = self.of(call.call_id)
                guard.hear(at, is_muted=is_muted, is_reliable=self._is_reliable)

    def view(self, call: CallFacts) -> GuardView:
        """What the card of ``call`` says of its recording."""
        return self.of(call.key.call_id).view(call.phase, has_recording=call.has_recording)

    def tick(self, at: float) -> None:
        """Time passed, for all of them."""
        for guard in self._guards.values():
            guard.tick(at)

    def keep(self, call_ids: frozenset[str]) -> None:
        """Forget the guards of all other calls."""
        self._guards = {key: guard for key, guard in self._guards.items() if key in call_ids}
