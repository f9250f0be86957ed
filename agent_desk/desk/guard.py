"""The recording guard: what was asked, what the service confirmed, what went wrong.

One guard a call, because muting is the call's: the next call records again by itself (Voicenter:
mute call recording). "Muted" is said only after the service's success answer; an event whose
``IsMuted`` agrees is a second confirmation, one that disagrees is a loud failure, but only after
some grace and only where this service has been seen to report a mute at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.desk.guard_table import (
    FAILED,
    MUTED,
    SAID_MUTED,
    SETTLED,
    TABLE,
    UNTOUCHED,
    GuardState,
    Sign,
)
from agent_desk.desk.guard_view import Failure, GuardView, MutePolicy, MuteRequest
from agent_desk.desk.mute_log import MuteLog
from agent_desk.desk.mute_record import MuteEnd, MuteTrigger
from agent_desk.desk.phases import CONVERSATION
from agent_desk.desk.state import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.desk.mute_record import MuteProgress

__all__ = [
    "Failure",
    "GuardState",
    "GuardView",
    "MutePolicy",
    "MuteRequest",
    "RecordingGuard",
]

CONTRADICTION_GRACE_S: Final = 3.0
"""An event this soon after the answer may still tell of the time before it."""

ANSWER_WITHIN_S: Final = 20.0
"""A request without an answer after so long has failed; the service's own time-outs are shorter."""

EXTEND_S: Final = 60.0

CONTRADICTED: Final = "contradicted"
UNKNOWN_OUTCOME: Final = "unknown_outcome"

_PAUSES_S: Final = (0.5, 1.0, 2.0)
"""Between a mute that did not reach the service and the next try; the last one again and again."""

_S = GuardState


class RecordingGuard:
    """The guard of one call; every method is something that happened, at a monotonic second.

    A request is returned where one is to be sent. Muting twice is harmless, so a mute that did not
    reach the service is sent again by itself; a resume never is.
    """

    def __init__(
        self,
        call_id: str = "",
        policy: MutePolicy | None = None,
        tell: Callable[[MuteProgress], None] = lambda _progress: None,
    ) -> None:
        self._policy = policy or MutePolicy()
        self._log = MuteLog(call_id, tell)
        self._state = _S.RECORDING
        self._failure_code = ""
        self._muted_from: float | None = None
        self._is_reported_muted = False
        self._wishes_mute = False
        self._trigger = MuteTrigger.BUTTON
        # Requests: the last of each kind, those without an answer, resumes that may be done yet.
        self._number = 0
        self._last_asked = {True: 0, False: 0}
        self._unanswered: set[int] = set()
        self._doubts: set[int] = set()
        self._void_mutes = 0
        self._resume_asked_at = 0.0
        self._deadline = 0.0
        self._late_code = UNKNOWN_OUTCOME
        self._mute_answered_at: float | None = None
        self._resume_answered_at: float | None = None
        self._awaits_recording = False
        # Sending again, reminding, resuming by itself.
        self._is_trying = False
        self._tries = 0
        self._retry_at: float | None = None
        self._resume_at: float | None = None
        self._reminders = 0

    @property
    def has_failed(self) -> bool:
        """Whether something is to be read and dismissed."""
        return self._state in FAILED

    def press(
        self,
        at: float,
        *,
        muted: bool,
        trigger: MuteTrigger = MuteTrigger.BUTTON,
        within_s: float | None = None,
    ) -> MuteRequest | None:
        """Somebody asks to mute or to resume; ``None`` where that makes no sense now.

        ``within_s``: Voicenter is said to be out of reach after so long, because it looks as if it
        were.
        """
        is_touched = self._state is not _S.RECORDING or self._is_reported_muted
        if not muted and not is_touched:
            return None
        sign = Sign.PRESSED_MUTE if muted else Sign.PRESSED_RESUME
        if (self._state, sign) not in TABLE:
            return None
        if muted and self._state is _S.UNKNOWN:
            self._close(MuteEnd.UNKNOWN, self._resume_asked_at)
        elif not muted and self._state is _S.RECORDING:
            self._close(MuteEnd.FAILED, at)  # it may have been given up without an answer
        self._wishes_mute = muted
        self._stop_trying()
        if muted:
            self._count_muted(at)
            self._trigger = trigger
            self._log.ask(trigger)
        else:
            self._resume_asked_at = at
            self._resume_at = None  # it is not repeated by itself
            self._log.ask_resume(trigger)
        self._take(sign)
        return self._ask(at, muted=muted, within_s=within_s)

    def talk_began(self, at: float) -> MuteRequest | None:
        """The call was answered: a mute given while it rang is asked for again, to be sure.

        What the service says to one that was sent before counts no more.
        """
        self._void_mutes = self._number
        if self._is_trying:
            return self._again(at)
        if (self._state, Sign.TALK_BEGAN) not in TABLE:
            return None
        self._count_muted(at)
        self._log.ask(self._trigger)
        self._take(Sign.TALK_BEGAN)
        return self._ask(at, muted=True)

    def succeed(self, request: MuteRequest, at: float) -> None:
        """The service answered that it did what ``request`` asked."""
        self._unanswered.discard(request.number)
        is_crossed = request.number < self._last_asked[not request.muted]
        if request.muted and request.number <= self._void_mutes:
            return
        if is_crossed:
            # Which of the two the service did last, nobody knows.
            sign = Sign.MUTE_CROSSED if request.muted else Sign.RESUME_CROSSED
            if self._take(sign, UNKNOWN_OUTCOME):
                self._doubts.add(request.number)
                self._resume_asked_at = at
        elif request.muted:
            if self._take(Sign.MUTE_DONE):
                self._on_muted(at)
        else:
            self._resume_answered_at = at
            self._awaits_recording = True
            self._is_reported_muted = False
            if self._take(Sign.RESUME_DONE):
                self._close(MuteEnd.RESUMED, at)

    def fail(
        self, request: MuteRequest, code: str, at: float, failure: Failure = Failure.REFUSED
    ) -> None:
        """The request of ``code`` was not answered with success."""
        self._unanswered.discard(request.number)
        if not request.muted:
            self._fail_resume(request, code, failure)
        elif request.number == self._number:
            is_pending = self._state is _S.MUTING or self._is_trying
            if is_pending and self._take(Sign.MUTE_FAILED, code):
                self._log.fail(code)
                if failure is Failure.REFUSED:
                    self._stop_trying()
                else:
                    self._is_trying = True
                    self._retry_at = at + _PAUSES_S[min(self._tries, len(_PAUSES_S) - 1)]
                    self._tries += 1
        self._give_up(at)

    def hear(self, at: float, *, is_muted: bool, is_reliable: bool) -> None:
        """An event told whether the call is muted.

        ``is_reliable``: this service has been seen to report a mute; where it never did, "not
        muted" means nothing (no event is documented to follow a mute).
        """
        answered_at = self._resume_answered_at if is_muted else self._mute_answered_at
        if answered_at is not None and at - answered_at < CONTRADICTION_GRACE_S:
            return  # it may tell of the time before that answer
        if is_muted:
            self._hear_muted(at)
        elif is_reliable:
            self._is_reported_muted = self._awaits_recording = False
            is_lost = self._state is _S.UNKNOWN and self._wishes_mute
            if self._take(Sign.MUTE_LOST if is_lost else Sign.HEARD_RECORDING, CONTRADICTED):
                self._void_mutes = self._number
                end = MuteEnd.CONTRADICTED if self._wishes_mute else MuteEnd.RESUMED
                self._close(end, at)

    def tick(self, at: float) -> None:
        """Time passed: a request may have waited too long for its answer, a reminder be due."""
        if self._state is _S.MUTING and at >= self._deadline:
            self._take(Sign.MUTE_FAILED, self._late_code)
            self._log.fail(self._late_code)
            self._is_trying = True
            self._retry_at = at + ANSWER_WITHIN_S  # sooner where the answer is a failure
        elif self._state is _S.RESUMING and at >= self._deadline:
            self._doubts.add(self._number)
            self._take(Sign.RESUME_UNCLEAR, UNKNOWN_OUTCOME)
            self._log.fail(UNKNOWN_OUTCOME)
        pause_s = self._policy.remind_after_s
        if self._muted_from is not None and pause_s:
            self._reminders = max(0, int((at - self._muted_from) / pause_s))

    def due(self, at: float, *, is_reachable: bool = False) -> MuteRequest | None:
        """What is to be sent by itself now: a mute again, or the automatic resume.

        ``is_reachable``: something has just been heard of Voicenter, so do not wait any longer.
        """
        if self._retry_at is not None:
            is_due = at >= self._retry_at or (is_reachable and not self._unanswered)
            return self._again(at) if is_due else None
        if self._state in MUTED and self._resume_at is not None and at >= self._resume_at:
            return self.press(at, muted=False, trigger=MuteTrigger.COUNTDOWN)
        return None

    def extend(self, at: float, by_s: float = EXTEND_S) -> None:
        """Let the automatic resume come later."""
        if self._state in MUTED and self._resume_at is not None:
            self._resume_at = max(at, self._resume_at) + by_s

    def set_policy(self, policy: MutePolicy, at: float) -> None:
        """Remind and resume so from now on; an automatic resume that counts down goes on."""
        self._policy = policy
        self._reminders = 0
        if policy.resume_after_s is None:
            self._resume_at = None
        elif self._state in MUTED and self._resume_at is None:
            self._resume_at = at + policy.resume_after_s

    def dismiss(self, at: float) -> None:
        """The person has read the failure."""
        before, code = self._state, self._failure_code
        if not self._take(Sign.DISMISSED):
            return
        self._stop_trying()
        self._awaits_recording = False
        if before is _S.UNKNOWN:
            self._close(MuteEnd.UNKNOWN, self._resume_asked_at)
        elif before is _S.RESUME_FAILED:
            if self._muted_from is not None and code != CONTRADICTED:
                self._state, self._wishes_mute = _S.MUTED, True  # it was refused: muted as before
            else:
                self._close(MuteEnd.UNKNOWN, self._resume_asked_at)
        else:
            self._give_up(at)

    def end(self, at: float, how: MuteEnd = MuteEnd.CALL_ENDED) -> None:
        """The call is over, or nobody follows it any more; only a failure stays to be read."""
        if self._log.is_open:
            end, until = how, at
            if self._state is _S.UNKNOWN:
                end, until = MuteEnd.UNKNOWN, self._resume_asked_at
            elif self._state in (_S.MUTE_FAILED, _S.RECORDING):
                end = MuteEnd.FAILED
            self._close(end, until)
        self._stop_trying()
        self._void_mutes = self._number
        self._muted_from = None
        self._is_reported_muted = self._awaits_recording = False
        if self._state not in FAILED:
            self._state = _S.RECORDING

    def view(self, phase: Phase, *, has_recording: bool) -> GuardView:
        """What a card says while the call is in ``phase``.

        A hang-up resets everything but a failure, which stays until it is dismissed.
        ``has_recording``: the service names a recording for the call, or does not say.
        """
        state = self._state
        if phase is Phase.ENDED:
            if state not in FAILED:
                return GuardView(_S.NOT_RECORDED)
        elif state is _S.RECORDING and phase not in CONVERSATION:
            state = _S.WILL_RECORD
        elif state is _S.RECORDING and not has_recording:
            state = _S.NOT_RECORDED
        is_muted = state in MUTED
        return GuardView(
            state,
            self._muted_from if state in SAID_MUTED else None,
            self._failure_code,
            is_reported_muted=self._is_reported_muted and state in UNTOUCHED,
            is_retrying=self._is_trying and phase is not Phase.ENDED,
            resume_at=self._resume_at if is_muted else None,
            reminders=self._reminders if is_muted else 0,
        )

    # --------------------------------------------------------------------------------- internal

    def _hear_muted(self, at: float) -> None:
        sign = Sign.HEARD_MUTED
        if self._state is _S.UNKNOWN:
            if at - self._resume_asked_at < CONTRADICTION_GRACE_S:
                return
            sign = Sign.MUTE_HELD if self._wishes_mute else Sign.STILL_MUTED
        elif self._state is _S.RECORDING and self._awaits_recording:
            sign = Sign.STILL_MUTED
        self._is_reported_muted = True
        self._log.see()
        self._take(sign, CONTRADICTED)

    def _ask(self, at: float, *, muted: bool, within_s: float | None = None) -> MuteRequest:
        self._number += 1
        self._last_asked[muted] = self._number
        self._unanswered.add(self._number)
        self._deadline = at + (ANSWER_WITHIN_S if within_s is None else within_s)
        self._late_code = UNKNOWN_OUTCOME if within_s is None else "unreachable"
        return MuteRequest(self._number, muted)

    def _again(self, at: float) -> MuteRequest:
        """The mute that failed, once more; it goes on being shown as failed until it is done."""
        self._retry_at = None
        self._log.ask(self._trigger)
        return self._ask(at, muted=True)

    def _on_muted(self, at: float) -> None:
        self._stop_trying()
        self._wishes_mute = True
        self._mute_answered_at = self._muted_from = at
        self._awaits_recording = False
        self._reminders = 0
        after_s = self._policy.resume_after_s
        self._resume_at = None if after_s is None else at + after_s
        self._log.answer(self._trigger)
        if self._is_reported_muted:
            self._log.see()
            self._take(Sign.HEARD_MUTED)

    def _give_up(self, at: float) -> None:
        """A mute that has failed is over once nothing can come of it any more."""
        has_failed = self._state in (_S.MUTE_FAILED, _S.RECORDING)
        if has_failed and not (self._is_trying or self._unanswered):
            self._close(MuteEnd.FAILED, at)

    def _fail_resume(self, request: MuteRequest, code: str, failure: Failure) -> None:
        if request.number < self._last_asked[True]:
            return
        if failure is Failure.UNCLEAR:
            self._doubts.add(request.number)
        else:
            self._doubts.discard(request.number)
        is_pending = self._state is _S.RESUMING and request.number == self._number
        if is_pending or (self._state is _S.UNKNOWN and not self._doubts):
            self._take(Sign.RESUME_UNCLEAR if self._doubts else Sign.RESUME_REFUSED, code)
            self._log.fail(code)

    def _stop_trying(self) -> None:
        self._is_trying = False
        self._tries = 0
        self._retry_at = None

    def _close(self, end: MuteEnd, until: float) -> None:
        """The wish to mute is over, and with it the time in which the call was muted."""
        self._count_muted(until)
        self._log.close(end)

    def _count_muted(self, until: float) -> None:
        if self._muted_from is not None:
            self._log.add(until - self._muted_from)
            self._muted_from = None

    def _take(self, sign: Sign, code: str = "") -> bool:
        """Go on to the next state; whether ``sign`` means anything in this one."""
        after = TABLE.get((self._state, sign))
        if after is None:
            return False
        self._state = after
        self._failure_code = code if after in FAILED else ""
        if after in SETTLED:
            self._doubts.clear()
        return True
