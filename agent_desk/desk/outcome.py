"""How a call ended: at its hang-up, and as the call log tells it afterwards."""

from __future__ import annotations

from typing import Final

from agent_desk.desk.phases import CONVERSATION
from agent_desk.desk.state import Outcome, Phase
from agent_desk.voicenter.events import Direction, HangupCause

_TRANSFER: Final = "transfer"

# Ringing on this extension: only these two causes are certain. Any other means that the ring
# stopped; whether the call was missed shows later.
_RING_CAUSES: Final = {
    HangupCause.ANSWERED_ELSEWHERE: Outcome.TAKEN_ELSEWHERE,
    HangupCause.REJECTED: Outcome.DECLINED,
}

# Dialling from this extension: it is the other side that refuses or does not answer.
_DIAL_CAUSES: Final = {
    HangupCause.BUSY: Outcome.BUSY,
    HangupCause.REJECTED: Outcome.BUSY,
    HangupCause.NORMAL: Outcome.NO_ANSWER,
    HangupCause.NO_RESPONSE: Outcome.NO_ANSWER,
    HangupCause.NO_ANSWER: Outcome.NO_ANSWER,
}

# The agent's own leg of a Click2Call: the customer was never called.
_AGENT_LEG: Final = frozenset({Phase.AGENT_RINGING, Phase.AGENT_UP})


def is_transfer(dial_status: str) -> bool:
    """Whether a hang-up's ``dialStatus`` says that the call was handed over."""
    return dial_status.strip().casefold() == _TRANSFER


def at_hangup(
    phase: Phase, cause: HangupCause, dial_status: str = "", *, has_talked: bool = False
) -> Outcome | None:
    """The outcome of a call that left the extension in ``phase``.

    ``None``: the ring merely stopped, and the rest has to be waited for. ``has_talked`` says that
    a conversation took place at any time.
    """
    if is_transfer(dial_status):
        return Outcome.TRANSFERRED
    if has_talked or phase in CONVERSATION:
        return Outcome.COMPLETED
    if phase in (Phase.RINGING, Phase.RING_STOPPED):
        return _RING_CAUSES.get(cause)
    if phase in _AGENT_LEG:
        return Outcome.FAILED
    return _DIAL_CAUSES.get(cause, Outcome.FAILED)


# Voicenter: CdrType. What the others are (queue, voice mail, IVR) came in from outside.
_OUTGOING_CDR: Final = frozenset({4, 14, 15, 23})
_CLICK2CALL_CDR: Final = frozenset({9, 10})
_CLICK2CALL_LEG1_CDR: Final = 9
_TRANSFERRED_CDR: Final = frozenset({13, 21, 22})
_VOICEMAIL_CDR: Final = 11

# Voicenter: DialStatus, for calls that came in ...
_INCOMING_STATUSES: Final = {
    "ANSWER": Outcome.COMPLETED,
    "VOEND": Outcome.CALLER_GAVE_UP,  # the call ended inside the IVR
    "EXIT": Outcome.MISSED,
    "ABANDONE": Outcome.CALLER_GAVE_UP,
    "ABANDONED": Outcome.CALLER_GAVE_UP,
    "CANCEL": Outcome.CALLER_GAVE_UP,
    "NOANSWER": Outcome.MISSED,
    "TIMEOUT": Outcome.MISSED,
    "BUSY": Outcome.BUSY,
    "VOICEMAIL": Outcome.MISSED,
    "FULL": Outcome.MISSED,
    "JOINEMPTY": Outcome.MISSED,
    "CHANUNAVAIL": Outcome.MISSED,
    "CONGESTION": Outcome.MISSED,
}
# ... and for calls that went out.
_OUTGOING_STATUSES: Final = {
    "ANSWER": Outcome.COMPLETED,
    "VOEND": Outcome.COMPLETED,
    "BUSY": Outcome.BUSY,
    "NOANSWER": Outcome.NO_ANSWER,
    "TIMEOUT": Outcome.NO_ANSWER,
    "CANCEL": Outcome.NO_ANSWER,
    "ABANDONE": Outcome.NO_ANSWER,
    "VOICEMAIL": Outcome.NO_ANSWER,
}


def direction_of_row(cdr_type: int | None, *, is_from_extension: bool = False) -> Direction:
    """Who called whom in a row of the call log.

    ``is_from_extension``: the row names an extension of the account as the caller and none as the
    target; it decides for types this program does not know, and for transfers.
    """
    if cdr_type in _CLICK2CALL_CDR:
        return Direction.CLICK2CALL
    if cdr_type in _OUTGOING_CDR or is_from_extension:
        return Direction.OUTGOING
    return Direction.INCOMING


def of_row(
    cdr_type: int | None,
    dial_status: str,
    *,
    talk_s: int = 0,
    is_from_extension: bool = False,
) -> Outcome:
    """How a call of the call log ended, for the extension that the row is about.

    ``dial_status`` is the service's word in any case; ``talk_s`` its duration, which decides only
    where the word is unknown (queue rows count the wait as duration).
    """
    status = dial_status.strip().upper()
    direction = direction_of_row(cdr_type, is_from_extension=is_from_extension)
    if cdr_type == _VOICEMAIL_CDR:
        return Outcome.MISSED
    if cdr_type == _CLICK2CALL_LEG1_CDR and status != "ANSWER":
        return Outcome.FAILED
    if cdr_type in _TRANSFERRED_CDR and status == "ANSWER":
        return Outcome.TRANSFERRED
    incoming = direction is Direction.INCOMING
    known = (_INCOMING_STATUSES if incoming else _OUTGOING_STATUSES).get(status)
    if known is not None:
        return known
    if not status and talk_s > 0:
        return Outcome.COMPLETED
    return Outcome.MISSED if incoming else Outcome.FAILED
