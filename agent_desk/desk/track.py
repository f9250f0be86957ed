"""One call on one extension, followed from its first sight to its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from agent_desk.desk.outcome import at_hangup
from agent_desk.desk.phases import CONVERSATION, OPENING, falls_back, kind_of, phase_of
from agent_desk.desk.state import CallFacts, Outcome, Phase, Transition, TransitionKind
from agent_desk.voicenter.events import HangupCause

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.desk.moment import Moment
    from agent_desk.desk.state import CallKey
    from agent_desk.voicenter.events import Call

RING_PAUSE_S: Final = 8.0
"""A ring that stopped has ended the call when no new one follows for so long."""

RETRY_PAUSE_S: Final = 1.5
"""A call that failed while dialling may come back through another trunk within a second."""

DOUBT_S: Final = 8.0
"""How long two messages of one second may contradict each other before the last one is believed."""

_ALERTING: Final = frozenset({Phase.RINGING, Phase.DIALING, Phase.CUSTOMER_RINGING})
_OVER: Final = frozenset({Phase.RING_STOPPED, Phase.ENDED})


class Track:
    """The life of one call on one extension; every method answers with what happened.

    ``is_live`` says whether the last message lists the call. ``due_at`` is the monotonic second at
    which what is still open about it is settled: a call that has left the extension is over then.
    ``has_ended`` stays true when the call comes back: it ends only once.

    The service stamps whole seconds, so that of two messages of one second (``is_tie``) nobody can
    say which is the newer one. Where such a message brings a call back that has just left, or
    lacks one that has just come without telling of its end, the call ``is_doubtful`` and nothing
    is told: the next message of a later second decides, or ``due_at``.
    """

    __slots__ = (
        "_came",
        "_due_outcome",
        "_elapsed_from",
        "_entered",
        "_has_caller_left",
        "_has_talked",
        "_held",
        "_hold_s",
        "_is_adopted",
        "_is_new",
        "_phase_since",
        "_ring_s",
        "_seen",
        "_stopped",
        "_talk_from",
        "_talk_since",
        "_withheld",
        "due_at",
        "facts",
        "has_ended",
        "is_doubtful",
        "is_live",
        "is_missing",
    )

    def __init__(self, key: CallKey, call: Call, *, has_ended: bool = False) -> None:
        self.facts = CallFacts(key, phase_of(call), call.direction, call.number)
        self.is_live = False
        self.is_doubtful = False
        self.is_missing = False
        self.has_ended = has_ended
        self.due_at: float | None = None
        self._withheld: Call | None = None
        self._due_outcome = Outcome.MISSED
        self._is_new = True
        self._is_adopted = False
        self._elapsed_from = 0.0
        self._ring_s = self._hold_s = 0
        self._held: Moment | None = None
        self._has_talked = False
        self._has_caller_left = False
        self._came: Moment | None = None
        self._stopped: Moment | None = None
        self._seen: Call | None = None
        self._entered: datetime | None = None
        self._phase_since: datetime | None = None
        self._talk_since: datetime | None = None
        self._talk_from = 0.0

    @property
    def is_over(self) -> bool:
        """Whether nothing more is expected of this call."""
        return not self.is_live and self.due_at is None

    @property
    def stopped_at(self) -> float:
        """The monotonic second at which the call last left the extension."""
        return self._stopped.monotonic if self._stopped else 0.0

    @property
    def is_withheld(self) -> bool:
        """Whether the call is live again as far as one doubtful message goes."""
        return self._withheld is not None

    def see(
        self, call: Call, now: Moment, *, is_first_news: bool = False, is_tie: bool = False
    ) -> list[Transition]:
        """The call is live, as ``call`` describes it.

        ``is_first_news``: the service has just announced it, so that a conversation seen here for
        the first time began here too.
        """
        if self.is_live and call == self._seen:
            self.is_doubtful = False
            return []
        is_new_ring = is_first_news and phase_of(call) is Phase.RINGING and self._came_before(now)
        self.is_doubtful = is_tie and not is_new_ring and self._may_be_older(call, now)
        if self.is_doubtful and not self._is_going_on:
            self.is_live, self._withheld = True, call
            self.due_at = self.stopped_at + DOUBT_S
            return []
        self._drop_withheld()
        before = self.facts.phase if self._is_going_on else None
        after = phase_of(call, before)
        if before is not None and falls_back(before, after) and not self._is_later(now):
            after = before
        is_step = after is not before
        if self._is_new:
            self._is_adopted = after not in OPENING and not is_first_news
        if before is None:
            self._came = now
        if is_step:
            self._enter(before, after, call, now)
        was_muted = self.facts.is_recording_muted if self.is_live else None
        self.facts = self._described(call, after, was_muted=was_muted)
        self.is_live, self.due_at, self._is_new = True, None, False
        self.is_missing = False
        self._has_caller_left = False
        self._seen = call
        kinds = [kind_of(before, after)] if is_step else []
        is_muted = self.facts.is_recording_muted
        if is_muted and not was_muted:
            kinds.append(TransitionKind.RECORDING_MUTED)
        elif was_muted and not is_muted:
            kinds.append(TransitionKind.RECORDING_RESUMED)
        return [Transition(kind, self.facts, now.at) for kind in kinds if kind is not None]

    def leave(
        self,
        now: Moment,
        cause: HangupCause = HangupCause.NONE,
        dial_status: str = "",
        last: Call | None = None,
        *,
        is_tie: bool = False,
    ) -> list[Transition]:
        """The call is no longer on the extension; ``last`` is what its hang-up said of it.

        ``is_tie`` only where no hang-up tells of it.
        """
        if self.is_withheld:
            self.is_doubtful = False
            self._drop_withheld()
            return self.explain(now, cause, dial_status, last)
        self.is_doubtful = self.is_missing = is_tie and _is_no_later(now, self._came)
        if self.is_missing:
            if self.is_live:
                outcome = at_hangup(self.facts.phase, cause, has_talked=self._has_talked)
                self.is_live, self._seen, self._stopped = False, None, now
                self.due_at, self._due_outcome = now.monotonic + DOUBT_S, outcome or Outcome.MISSED
            return []
        self._note_talk(last, now)
        phase = self.facts.phase
        if phase in _ALERTING:
            self._ring_s += now.seconds_since(self._phase_since, self._elapsed_from)
        talk_s = self.facts.talk_s
        if phase in CONVERSATION:
            talk_s = max(talk_s, now.seconds_since(self._talk_since, self._talk_from))
        self._note_hold(now)
        self.facts = replace(
            self.facts, ring_s=self._ring_s, hold_s=min(self._hold_s, talk_s), talk_s=talk_s
        )
        self.is_live, self._seen, self._stopped = False, None, now
        outcome = at_hangup(phase, cause, dial_status, has_talked=self._has_talked)
        if outcome is None:
            return self._stop_ringing(now)
        if phase is Phase.RINGING or self._has_talked or outcome is Outcome.TRANSFERRED:
            return self.end(outcome, now)
        self.due_at, self._due_outcome = now.monotonic + RETRY_PAUSE_S, outcome
        return []

    def explain(
        self, now: Moment, cause: HangupCause, dial_status: str, last: Call | None
    ) -> list[Transition]:
        """The hang-up of a call that had left already: the reason, late."""
        if self.due_at is None:
            return []
        self._note_talk(last, now)
        outcome = at_hangup(self.facts.phase, cause, dial_status, has_talked=self._has_talked)
        if outcome is None:
            return []
        if self.facts.phase is Phase.RING_STOPPED:
            return self.end(outcome, now)
        self._due_outcome = outcome
        return []

    def caller_left(self, now: Moment) -> list[Transition]:
        """The queue says that the caller gave up."""
        if self.facts.phase is Phase.RING_STOPPED:
            return self.end(Outcome.CALLER_GAVE_UP, now)
        self._has_caller_left = self.is_live
        return []

    def taken_by(self, name: str, now: Moment) -> list[Transition]:
        """Another extension of the account has answered this call."""
        facts = self.facts
        if facts.phase is Phase.RING_STOPPED:
            self.facts = replace(facts, taken_by=name)
            return self.end(Outcome.TAKEN_ELSEWHERE, now)
        if facts.outcome is Outcome.TAKEN_ELSEWHERE and not facts.taken_by:
            self.facts = replace(facts, taken_by=name)
        return []

    def queue_answered(self, name: str) -> None:
        """The queue says that an agent, ``name``, took the call: not missed if nothing follows."""
        if self.facts.phase is Phase.RING_STOPPED:
            self._due_outcome = Outcome.TAKEN_ELSEWHERE
            self.facts = replace(self.facts, taken_by=name)

    def believe(self, now: Moment) -> list[Transition]:
        """Nothing has contradicted the doubtful message: the call is live again."""
        call = self._withheld
        self._drop_withheld()
        return [] if call is None else self.see(call, now)

    def postpone(self, due_at: float) -> None:
        """Wait longer: the caller is still in a queue and may ring again."""
        self.due_at = due_at

    def end(self, outcome: Outcome | None, now: Moment) -> list[Transition]:
        """The call is over; ``None`` takes the outcome that waiting for more has led to."""
        stopped = self._stopped or now
        self.facts = replace(
            self.facts,
            phase=Phase.ENDED,
            outcome=outcome or self._due_outcome,
            ended_at=stopped.at,
            elapsed_from=stopped.monotonic,
        )
        self.due_at, self.is_missing = None, False
        kind = TransitionKind.REVISED if self.has_ended else TransitionKind.ENDED
        self.has_ended = True
        at = now.server
        if at is None and stopped.at is not None:
            at = stopped.at + timedelta(seconds=now.monotonic - stopped.monotonic)
        return [Transition(kind, self.facts, at)]

    @property
    def _is_going_on(self) -> bool:
        # A dialled call that may come back through another trunk has not been seen to stop, nor
        # has one that is missing from a list which may be older than the call.
        is_open = self.due_at is not None and self.facts.phase not in _OVER
        return (self.is_live and not self.is_withheld) or is_open

    def _is_later(self, now: Moment) -> bool:
        return bool(now.server and self._entered and now.server > self._entered)

    def _came_before(self, now: Moment) -> bool:
        """Whether the last ring was announced in an earlier second: this is another's news."""
        came = self._came and self._came.server
        return bool(came and now.server and came < now.server)

    def _may_be_older(self, call: Call, now: Moment) -> bool:
        """Whether ``call`` may be how it was before it left, was put on hold or taken up."""
        if self.is_live and not self.is_withheld:
            is_turn = {self.facts.phase, phase_of(call)} == CONVERSATION
            return is_turn and not self._is_later(now)
        return call.started_at == self.facts.started_at and _is_no_later(now, self._stopped)

    def _drop_withheld(self) -> None:
        """Go back to what was true before the doubtful message."""
        if self._withheld is not None:
            self.is_live, self._withheld = False, None
            if self.facts.phase is Phase.ENDED:
                self.due_at = None

    def _stop_ringing(self, now: Moment) -> list[Transition]:
        if self._has_caller_left:
            return self.end(Outcome.CALLER_GAVE_UP, now)
        self.facts = replace(self.facts, phase=Phase.RING_STOPPED, elapsed_from=now.monotonic)
        self.due_at, self._due_outcome = now.monotonic + RING_PAUSE_S, Outcome.MISSED
        return [Transition(TransitionKind.RING_STOPPED, self.facts, now.at)]

    def _note_talk(self, last: Call | None, now: Moment) -> None:
        """Take from a hang-up that there was a conversation whose beginning we did not see."""
        if self._has_talked or last is None or phase_of(last) not in CONVERSATION:
            return
        since = last.answered_at or last.started_at
        self._has_talked = True
        self.facts = replace(
            self.facts,
            answered_at=last.answered_at,
            talk_s=now.seconds_since(since, self._elapsed_from),
        )

    def _note_hold(self, now: Moment) -> None:
        """The call is not on hold any more, if it was: only what was seen of it counts."""
        if self._held is not None:
            self._hold_s += now.seconds_since(self._held.server, self._held.monotonic)
            self._held = None

    def _enter(self, before: Phase | None, after: Phase, call: Call, now: Moment) -> None:
        if before in _ALERTING:
            self._ring_s += now.seconds_since(self._phase_since, self._elapsed_from)
        self._note_hold(now)
        if after is Phase.HELD:
            self._held = now
        # A call that is new to us began when the service says; a later step begins now.
        since = call.started_at if self._is_new else now.at
        if after in CONVERSATION and before not in CONVERSATION:
            self._has_talked = True
            self._talk_since = call.answered_at or since
            self._talk_from = now.timer_from(self._talk_since)
        if after is Phase.TALKING or (after is Phase.HELD and self._is_new):
            since = self._talk_since
        is_talk = after is Phase.TALKING
        self._elapsed_from = self._talk_from if is_talk else now.timer_from(since)
        self._phase_since, self._entered = since, now.server

    def _described(self, call: Call, phase: Phase, *, was_muted: bool | None) -> CallFacts:
        recording = call.recording
        facts = self.facts
        # The second leg of a Click2Call may call itself anonymous although the first did not.
        number = call.number if call.number or not facts.number else facts.number
        return CallFacts(
            key=facts.key,
            phase=phase,
            direction=call.direction,
            number=number,
            name=call.name or facts.name,
            original_name=call.original_name or facts.original_name,
            did=call.did or facts.did,
            queue_id=call.queue_id if call.queue_id is not None else facts.queue_id,
            campaign_id=call.campaign_id if call.campaign_id is not None else facts.campaign_id,
            click2call_leg=call.click2call_leg,
            custom_data=call.custom_data or facts.custom_data,
            started_at=call.started_at or facts.started_at,
            answered_at=call.answered_at or facts.answered_at,
            elapsed_from=self._elapsed_from,
            is_recording_muted=was_muted if recording.is_muted is None else recording.is_muted,
            has_recording=bool(recording.file_name) or recording.is_muted is None,
            is_internal=call.is_internal,
            is_spied_on=call.is_spied_on,
            is_adopted=self._is_adopted,
            transferred_by=call.transferred_by or facts.transferred_by,
            related_call_ids=call.related_call_ids or facts.related_call_ids,
            talk_s=facts.talk_s,
            hold_s=self._hold_s,
            ring_s=self._ring_s,
        )


def _is_no_later(now: Moment, then: Moment | None) -> bool:
    """Whether what came just after ``then`` was sent in the same second or before it."""
    if then is None or then.server is None or now.server is None:
        return False
    return now.server <= then.server and now.monotonic - then.monotonic < DOUBT_S
