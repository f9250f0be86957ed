"""One row for a call, from all that is known of it: what was seen, and what the log tells.

In whichever order the facts came to be known, the row is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk import outcome
from agent_desk.desk.history import Ending, HistoryCall, HistoryDetail, HistoryLeg, Origin
from agent_desk.desk.state import Direction, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agent_desk.desk.logged import LoggedRow, SeenLeg
    from agent_desk.voicenter.events import CustomValue

_OUTGOING: Final = frozenset({Direction.OUTGOING, Direction.CLICK2CALL})
_TALKED: Final = frozenset({Ending.ANSWERED, Ending.TRANSFERRED})
_NOT_HERE: Final = frozenset({Ending.DECLINED, Ending.TAKEN_ELSEWHERE})

_ENDINGS: Final = {
    Outcome.COMPLETED: Ending.ANSWERED,
    Outcome.MISSED: Ending.MISSED,
    Outcome.DECLINED: Ending.DECLINED,
    Outcome.TAKEN_ELSEWHERE: Ending.TAKEN_ELSEWHERE,
    Outcome.TRANSFERRED: Ending.TRANSFERRED,
    Outcome.BUSY: Ending.BUSY,
    Outcome.NO_ANSWER: Ending.NO_ANSWER,
    Outcome.FAILED: Ending.FAILED,
    Outcome.CALLER_GAVE_UP: Ending.CALLER_GAVE_UP,
}

# Where the parts of a call that nobody took differ, what says the most stands for the call.
_IN_VAIN: Final = (
    Ending.VOICEMAIL,
    Ending.DECLINED,
    Ending.CALLER_GAVE_UP,
    Ending.MISSED,
    Ending.BUSY,
    Ending.BAD_NUMBER,
    Ending.NO_ANSWER,
)

# Voicenter: CdrType and DialStatus. An unallocated number leaves the second kind of status.
_OWN_LEG_CDR: Final = 9
_QUEUE_CDR: Final = 8
_VOICEMAIL_CDR: Final = 11
_VOICEMAIL: Final = "VOICEMAIL"
_BAD_NUMBER: Final = frozenset({"INVALIDARGS", "CHANUNAVAIL"})


def is_listed(seen: Sequence[SeenLeg], logged: Sequence[LoggedRow]) -> bool:
    """Whether the call is over, as far as is known."""
    return bool(logged) or all(leg.is_over for leg in seen)


def merged(call_id: str, seen: Iterable[SeenLeg], logged: Iterable[LoggedRow]) -> HistoryDetail:
    """The call of these facts, of which there is at least one; without its note."""
    legs = sorted(seen, key=lambda leg: (leg.at, leg.extension))
    rows = sorted(logged, key=lambda row: (row.at, row.cdr_type or 0))
    best = max(rows, key=_weight, default=None)
    ending = _ending(legs, rows)
    talk_s, is_estimated = _talk(legs, rows) if ending in _TALKED else (0, False)
    extensions = [leg.extension for leg in legs] + [each for row in rows for each in row.extensions]
    ranked = [] if best is None else [best, *rows]
    facts: tuple[SeenLeg | LoggedRow, ...] = (*legs, *ranked)
    everything: tuple[SeenLeg | LoggedRow, ...] = (*rows, *legs)
    call = HistoryCall(
        call_id=call_id,
        at=(legs or rows)[0].at,
        direction=legs[0].direction if legs else (best or rows[0]).direction,
        ending=ending,
        number=next((each.number for each in facts if each.number), PhoneNumber("")),
        name=next((leg.name for leg in legs if leg.name), ""),
        queue_name=next((each.queue_name for each in facts if each.queue_name), ""),
        talk_s=talk_s,
        is_estimated=is_estimated,
        taken_by=_taken_by(legs, rows) if ending is Ending.TAKEN_ELSEWHERE else "",
        origin=min((each.origin for each in everything), key=list(Origin).index),
        extensions=tuple(dict.fromkeys(each for each in extensions if each)),
        recording_url=next((row.recording_url for row in ranked if row.recording_url), ""),
    )
    custom_data: dict[str, CustomValue] = {}
    for each in everything:
        custom_data |= each.custom_data
    parts = [_shown_leg(leg) for leg in legs] + [_shown_row(row) for row in rows]
    return HistoryDetail(
        call=call,
        legs=tuple(sorted(parts, key=lambda part: part.at)),
        custom_data=custom_data,
        path=next((row.path for row in ranked if row.path), ()),
        did=next((each.did for each in facts if each.did), ""),
    )


def _weight(row: LoggedRow) -> tuple[bool, bool, bool, int]:
    """How much a row says of the call; the agent's own leg of a Click2Call the least."""
    return row.cdr_type != _OWN_LEG_CDR, _row_ending(row) in _TALKED, row.is_own, row.talk_s


def _ending(legs: Sequence[SeenLeg], rows: Sequence[LoggedRow]) -> Ending:
    """How the call ended for the agent."""
    rows = [row for row in rows if row.cdr_type != _OWN_LEG_CDR] or rows
    lived = {_leg_ending(leg) for leg in legs}
    told = {_row_ending(row) for row in rows}
    is_incoming = _is_incoming(legs or rows)
    if any(leg.has_talked for leg in legs):
        # Whoever was handed the call has a row of a transfer, too: what was seen decides.
        return Ending.TRANSFERRED if Ending.TRANSFERRED in lived else Ending.ANSWERED
    talks = [row for row in rows if _row_ending(row) in _TALKED]
    is_others = all(_is_others(row) for row in talks)
    # What was seen to be declined or taken by others was no talk of the agent's.
    if talks and not lived & _NOT_HERE and not (is_others and is_incoming):
        return Ending.TRANSFERRED if Ending.TRANSFERRED in told else Ending.ANSWERED
    if Ending.TAKEN_ELSEWHERE in lived or any(_is_others(row) for row in talks):
        return Ending.TAKEN_ELSEWHERE
    endings = lived | told
    if Ending.CALLER_GAVE_UP in endings and not _is_given_up(legs, rows):
        endings = endings - {Ending.CALLER_GAVE_UP} | {Ending.MISSED}
    return next((ending for ending in _IN_VAIN if ending in endings), Ending.FAILED)


def _is_given_up(legs: Sequence[SeenLeg], rows: Sequence[LoggedRow]) -> bool:
    """Whether a caller who hung up did so in a queue or the IVR, not while a phone rang here."""
    return (
        any(leg.is_queued for leg in legs)
        or any(row.queue_name or row.cdr_type == _QUEUE_CDR for row in rows)
        or not (legs or any(row.is_own and row.extensions for row in rows))
    )


def _is_incoming(parts: Sequence[SeenLeg | LoggedRow]) -> bool:
    return parts[0].direction not in _OUTGOING


def _is_others(row: LoggedRow) -> bool:
    """Whether the row names somebody else."""
    return not row.is_own and bool(row.agent or row.extensions)


def _leg_ending(leg: SeenLeg) -> Ending:
    if leg.outcome is not None:
        return _ENDINGS[leg.outcome]
    if leg.has_talked:
        return Ending.ANSWERED
    return Ending.NO_ANSWER if leg.direction in _OUTGOING else Ending.MISSED


def _row_ending(row: LoggedRow) -> Ending:
    status = row.status.strip().upper()
    is_outgoing = row.direction in _OUTGOING
    if row.cdr_type == _VOICEMAIL_CDR or (status == _VOICEMAIL and not is_outgoing):
        return Ending.VOICEMAIL
    if is_outgoing and status in _BAD_NUMBER:
        return Ending.BAD_NUMBER
    known = outcome.of_row(row.cdr_type, status, talk_s=row.talk_s, is_from_extension=is_outgoing)
    return _ENDINGS[known]


def _talk(legs: Sequence[SeenLeg], rows: Sequence[LoggedRow]) -> tuple[int, bool]:
    """The seconds of talk, and whether a wait may be in them."""
    seen_s = max((leg.talk_s for leg in legs), default=0)
    talks = [row for row in rows if _row_ending(row) in _TALKED and row.cdr_type != _OWN_LEG_CDR]
    if seen_s or not talks or not all(leg.is_over for leg in legs):
        return seen_s, False
    longest = max(talks, key=_weight)
    return longest.talk_s, bool(longest.queue_name)


def _taken_by(legs: Sequence[SeenLeg], rows: Sequence[LoggedRow]) -> str:
    """The colleague's name; their extension where the log names nobody."""
    talks = [row for row in rows if _row_ending(row) in _TALKED and _is_others(row)]
    named = [leg.taken_by for leg in legs] + [row.agent for row in talks]
    known = (*named, *(extension for row in talks for extension in row.extensions))
    return next((name for name in known if name), "")


def _shown_leg(leg: SeenLeg) -> HistoryLeg:
    return HistoryLeg(
        at=leg.at,
        origin=leg.origin,
        ending=_leg_ending(leg),
        extension=leg.extension,
        agent=leg.taken_by,
        queue_name=leg.queue_name,
        ring_s=leg.ring_s,
        talk_s=leg.talk_s,
    )


def _shown_row(row: LoggedRow) -> HistoryLeg:
    ending = _row_ending(row)
    is_taken = ending in _TALKED and _is_others(row) and row.direction not in _OUTGOING
    return HistoryLeg(
        at=row.at,
        origin=row.origin,
        ending=Ending.TAKEN_ELSEWHERE if is_taken else ending,
        extension=next(iter(row.extensions), ""),
        agent=row.agent,
        kind=row.kind,
        status=row.status,
        queue_name=row.queue_name,
        ring_s=row.ring_s,
        talk_s=row.talk_s,
    )
