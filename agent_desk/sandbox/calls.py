"""One extension's part of a call, and what can happen to it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, Literal

from agent_desk.sandbox.call_log import CdrRow, CdrType
from agent_desk.sandbox.exchange import WorldError
from agent_desk.sandbox.numbers import international

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.sandbox.account import Extension
    from agent_desk.sandbox.exchange import Exchange
    from agent_desk.sandbox.wire import JsonValue

Direction = Literal["Incoming", "Outgoing", "Click2Call"]

NORMAL: Final = "Normal hangup"
ELSEWHERE: Final = "Answered elsewhere"
REJECTED: Final = "Call Rejected"
NO_RESPONSE: Final = "No user responding"

_DIAL_STATUS: Final = {
    NORMAL.casefold(): "CANCEL",
    REJECTED.casefold(): "BUSY",
    "user busy": "BUSY",
    "unallocated (unassigned) number": "CHANUNAVAIL",
}


class CallStatus(Enum):
    """Voicenter: ``callstatus``; after a call ended the last live one stays."""

    RINGING = "Ringing"
    DIALING = "Dialing"
    TALKING = "Talking"
    HOLD = "Hold"


class Call:
    """A call on one extension, known by (extension, ivrid); made by the verbs of ``World``.

    Every verb emits what the service would emit and returns at once. A verb that the state does
    not allow raises ``WorldError`` and changes nothing. Moments are aware UTC. ``is_muted`` is the
    truth about the recording, ``says_muted`` what events say of it.
    """

    leg = 0

    def __init__(
        self,
        exchange: Exchange,
        extension: Extension,
        *,
        direction: Direction,
        status: CallStatus,
        number: str,
        ivrid: str | None = None,
        name: str = "",
        did: str = "",
        queue_id: int | None = None,
        custom_data: JsonValue = None,
        related: tuple[str, ...] = (),
        transferred_by: str | None = None,
        is_internal: bool = False,
    ) -> None:
        self._exchange = exchange
        self.extension = extension
        self.ivrid = ivrid or exchange.new_ivrid()
        self.direction = direction
        self.status = status
        self.number = number
        self.name = name
        self.did = did
        self.queue_id = queue_id
        self.custom_data = {} if custom_data is None else custom_data
        self.related = related
        self.transferred_by = transferred_by
        self.is_internal = is_internal
        self.is_muted = self.says_muted = False
        self.is_live = False
        self.started = exchange.clock.now()
        self.answered_at: datetime | None = None
        self.talking_since = self.started if status is CallStatus.TALKING else None
        self.ended_cause: str | None = None

    def __repr__(self) -> str:
        state = self.status.name if self.is_live else "ended"
        return f"<{type(self).__name__} {self.direction} {state} on {self.extension.sip}>"

    @property
    def shown_number(self) -> str:
        """What the wire calls ``callerphone``."""
        return self.number

    @property
    def own_line(self) -> str:
        """The number we present on calls out."""
        return self._exchange.account.main_line

    @property
    def dialled(self) -> str | int | None:
        """Voicenter: ``actualDialedNumber``, an int for short internal numbers."""
        if self.transferred_by is not None:
            return self.extension.speed_dial
        number = self.did if self.direction == "Incoming" else self.number
        return int(number) if self.is_internal and number.isdecimal() else number or None

    @property
    def recording_name(self) -> str:
        """Voicenter: ``recording.Filename``."""
        source, target = international(self.number), self.did
        if self.direction != "Incoming":
            source, target = self.extension.sip, international(self.number)
        return f"{self.ivrid}-srv1-{source}-{target}.mp3"

    def begin(self) -> None:
        """Put the call on its extension: NEWCALL."""
        key = (self.extension.sip, self.ivrid)
        if key in self._exchange.live:
            msg = f"This call is already on {self.extension.sip}."
            raise WorldError(msg)
        self._exchange.live[key] = self
        self.extension.calls.append(self)
        self.is_live = True
        self._touch()
        self._emit("NEWCALL")

    def answer(self) -> None:
        """Pick up, on the phone or (calls out) at the other end: ANSWER.

        Other extensions that ring for the same call first get HANGUP ``Answered elsewhere``; a
        caller who waits in a queue leaves it (QueueEvent ANSWER).
        """
        self._require("answer", CallStatus.RINGING, CallStatus.DIALING)
        for other in self._exchange.legs(self.ivrid):
            if other is not self and other.status is CallStatus.RINGING:
                other.hang_up(ELSEWHERE)
        self._start_talking()
        self._emit("ANSWER")
        caller = self._exchange.waiting(self.ivrid)
        if caller is not None:
            caller.leave("ANSWER")

    def answer_elsewhere(self, by_extension: str) -> Call:
        """Another extension takes the ringing call, ringing first where it does not ring yet."""
        self._require("answer elsewhere", CallStatus.RINGING)
        winner = self._exchange.live.get((by_extension, self.ivrid))
        if winner is None:
            winner = Call(
                self._exchange,
                self._exchange.extension(by_extension),
                direction=self.direction,
                status=CallStatus.RINGING,
                number=self.number,
                ivrid=self.ivrid,
                name=self.name,
                did=self.did,
                queue_id=self.queue_id,
                custom_data=self.custom_data,
            )
            winner.begin()
        winner.answer()
        return winner

    def hold(self) -> None:
        """Put the other party on hold: HOLD."""
        self._require("hold", CallStatus.TALKING)
        self.status = CallStatus.HOLD
        self._touch()
        self._emit("HOLD")

    def unhold(self) -> None:
        """Resume: UNHOLD. The service also sends it without a HOLD, or instead of ANSWER."""
        self._require("unhold", CallStatus.HOLD, CallStatus.TALKING, CallStatus.RINGING)
        if self.status is CallStatus.RINGING:
            self._start_talking()
        self.status = CallStatus.TALKING
        self._touch()
        self._emit("UNHOLD")

    def set_muted(self, *, is_muted: bool, is_told: bool = True) -> None:
        """Stop or resume the recording; only later events tell (``recording.IsMuted``).

        Not even they do where it ``is_told`` to nobody.
        """
        self._require("mute")
        self.is_muted = is_muted
        if is_told:
            self.says_muted = is_muted

    def tell_muted(self, *, is_muted: bool) -> None:
        """Let this and later events say so, whether it is true or not: userStatusUpdate."""
        self._require("tell")
        self.says_muted = is_muted
        self._exchange.emit_extension(self.extension, "userStatusUpdate")

    def hang_up(self, cause: str = NORMAL, *, dial_status: str = "") -> None:
        """End this extension's part: HANGUP with ``cause``, whatever the state.

        ``Normal hangup`` is also what the wire says of a ring that stopped because the caller gave
        up. The call log gets its row when no other extension goes on with the call.
        """
        self._require("hang up")
        self.is_live = False
        self.ended_cause = cause
        del self._exchange.live[self.extension.sip, self.ivrid]
        self.extension.calls.remove(self)
        self._touch()
        self.extension.last_hangup = self._exchange.clock.now()
        self._exchange.emit_extension(self.extension, "HANGUP", self, (cause, dial_status))
        if self._ends_the_call():
            self._write_log()

    def reject(self) -> None:
        """The agent declines: HANGUP ``Call Rejected``."""
        self._require("reject", CallStatus.RINGING, CallStatus.DIALING)
        self.hang_up(REJECTED)

    def ring_timeout(self) -> None:
        """Nobody picks up: HANGUP ``No user responding``."""
        self._require("time out", CallStatus.RINGING, CallStatus.DIALING)
        self.hang_up(NO_RESPONSE)

    def transfer(self, to_extension: str, *, with_consultation: bool = True) -> Call:
        """Hand the call over; the result is the new call, with a new id, on ``to_extension``.

        With consultation the agent first talks to the colleague: HOLD here, an internal call
        between the two, then HANGUP (``dialStatus`` Transfer, empty cause) of both parts and
        NEWCALL Talking there with ``relatedIvrUniqueIDs``. Without it only the last two.
        """
        self._require("transfer", CallStatus.TALKING, CallStatus.HOLD)
        target = self._exchange.extension(to_extension)
        if target is self.extension:
            msg = "A call can only be transferred to another extension."
            raise WorldError(msg)
        related = [self.ivrid]
        if with_consultation:
            if self.status is CallStatus.TALKING:
                self.hold()
            ours, theirs = self._consult(target)
            related.insert(0, ours.ivrid)
            theirs.hang_up("", dial_status="Transfer")
            ours.hang_up("", dial_status="Transfer")
        self.hang_up("", dial_status="Transfer")
        arrived = Call(
            self._exchange,
            target,
            direction="Incoming",
            status=CallStatus.TALKING,
            number=self.number,
            name=self.name,
            did=self.did,
            custom_data=self.custom_data,
            related=tuple(related),
            transferred_by=self.extension.owner.name,
        )
        arrived.answered_at = arrived.started
        arrived.begin()
        return arrived

    def _consult(self, target: Extension) -> tuple[Call, Call]:
        ours = Call(
            self._exchange,
            self.extension,
            direction="Outgoing",
            status=CallStatus.DIALING,
            number=str(target.speed_dial),
            name=target.owner.name,
            is_internal=True,
        )
        theirs = Call(
            self._exchange,
            target,
            direction="Incoming",
            status=CallStatus.RINGING,
            number=str(self.extension.speed_dial),
            ivrid=ours.ivrid,
            name=self.extension.owner.name,
            is_internal=True,
        )
        ours.begin()
        theirs.begin()
        theirs.answer()
        ours.answer()
        return ours, theirs

    def _require(self, verb: str, *allowed: CallStatus) -> None:
        if not self.is_live:
            msg = f"Cannot {verb}: the call has ended."
            raise WorldError(msg)
        if allowed and self.status not in allowed:
            msg = f"Cannot {verb}: the call is {self.status.value}."
            raise WorldError(msg)

    def _start_talking(self) -> None:
        self.status = CallStatus.TALKING
        self.answered_at = self.talking_since = self._exchange.clock.now()
        self._touch()

    def _touch(self) -> None:
        now = self._exchange.clock.now()
        self.extension.last_call = now
        if self.answered_at is not None:
            self.extension.last_answered = now

    def _emit(self, reason: str) -> None:
        self._exchange.emit_extension(self.extension, reason, self)

    def _ends_the_call(self) -> bool:
        if self.talking_since is not None:
            return True
        return (
            self.ended_cause != ELSEWHERE
            and not self._exchange.legs(self.ivrid)
            and self._exchange.waiting(self.ivrid) is None
        )

    def _write_log(self) -> None:
        if self.is_internal and self.direction == "Incoming":
            return  # the colleague's outgoing row tells of it
        if self.direction == "Outgoing":
            cdr_type = CdrType.OUTGOING
        elif self.transferred_by is not None:
            cdr_type = CdrType.TRANSFERRED
        else:
            cdr_type = CdrType.INCOMING if self.queue_id is None else CdrType.QUEUE
        self._exchange.call_log.add(self._log_row(cdr_type))

    def _log_row(self, cdr_type: CdrType) -> CdrRow:
        now = self._exchange.clock.now()
        is_in = self.direction == "Incoming"
        sip = self.extension.sip
        queue = self._exchange.account.queues.get(self.queue_id or 0)
        cause = (self.ended_cause or "").casefold()
        talked = self.talking_since
        custom_data = self.custom_data
        if self.related and isinstance(custom_data, dict):
            custom_data = {**custom_data, "OriginalIvrUniqueID": self.related[-1]}
        return CdrRow(
            call_id=self.ivrid,
            type=cdr_type,
            began=self.started,
            ended=now,
            caller=self.number if is_in else self.own_line,
            target=sip if is_in else self.number,
            dial_status="ANSWER" if talked else _DIAL_STATUS.get(cause, "NOANSWER"),
            talk_s=int((now - talked).total_seconds()) if talked else 0,
            ring_s=int(((talked or now) - self.started).total_seconds()),
            caller_extension="" if is_in else sip,
            target_extension=sip if is_in else "",
            did=self.did,
            queue_id=queue.id if queue else None,
            queue_name=queue.name if queue else None,
            representative=self.extension.online_user or self.extension.owner,
            custom_data=custom_data,
        )
