"""The facts of which calls are put together, as rows of the database and back."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, Final

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk import numbers
from agent_desk.desk.history import Origin
from agent_desk.desk.logged import LoggedRow, SeenLeg, latest
from agent_desk.desk.state import Direction, Outcome
from agent_desk.store.stamps import moment, stamp

if TYPE_CHECKING:
    import sqlite3

    from agent_desk.desk.logged import LoggedRow as Row

SEEN: Final = "seen"
LOGGED: Final = "logged"

_SEEN_ONCE: Final = 0  # a leg has one row, whenever it began
_UPSERT: Final = (
    "INSERT INTO legs (call_id, source, part, at, person, facts) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (call_id, source, part, at) DO UPDATE SET "
    "person = excluded.person, facts = excluded.facts WHERE facts <> excluded.facts"
)
_ONE: Final = "SELECT facts FROM legs WHERE call_id = ? AND source = ? AND part = ? AND at = ?"
_NO_LEG: Final[dict[str, Any]] = {
    **dict.fromkeys(("number", "name", "queue_name", "did", "taken_by"), ""),
    **dict.fromkeys(("has_talked", "is_over", "is_queued"), False),
    **dict.fromkeys(("talk_s", "ring_s"), 0),
    "outcome": None,
    "custom_data": {},
}
_NO_ROW: Final[dict[str, Any]] = {
    **dict.fromkeys(("status", "number", "kind", "agent", "queue_name", "did"), ""),
    **dict.fromkeys(("talk_s", "ring_s"), 0),
    "recording_url": "",
    "is_own": False,
    "extensions": (),
    "custom_data": {},
    "path": (),
}
_ALL: Final = "SELECT source, part, facts FROM legs WHERE call_id = ?"

_log = logging.getLogger(__name__)


def person_of(number: PhoneNumber) -> str:
    """What all spellings of a number have in common; a withheld one is nobody's."""
    return (numbers.comparable(number) or number.raw.strip().casefold()) if number else ""


def keep_seen(connection: sqlite3.Connection, leg: SeenLeg) -> bool:
    """Keep how a leg stands now; whether that is new."""
    key = (leg.call_id, SEEN, leg.extension, _SEEN_ONCE)
    for (facts,) in connection.execute(_ONE, key).fetchall():
        known = _read(SEEN, leg.call_id, leg.extension, facts)
        if isinstance(known, SeenLeg):
            leg = latest(known, leg)
    row = (*key, person_of(leg.number), _text(_of_leg(leg)))
    return connection.execute(_UPSERT, row).rowcount > 0


def keep_logged(connection: sqlite3.Connection, row: Row) -> bool:
    """Keep a row of the log; whether that is new."""
    part = "" if row.cdr_type is None else str(row.cdr_type)
    key = (row.call_id, LOGGED, part, stamp(row.at))
    facts = _of_row(row)
    for (known,) in connection.execute(_ONE, key).fetchall():
        before = _read(LOGGED, row.call_id, part, known)
        if isinstance(before, LoggedRow) and before.origin is Origin.RECOVERED:
            facts["origin"] = Origin.RECOVERED.value
    values = (*key, person_of(row.number), _text(facts))
    return connection.execute(_UPSERT, values).rowcount > 0


def read_legs(
    connection: sqlite3.Connection, call_id: str
) -> tuple[list[SeenLeg], list[LoggedRow]]:
    """All facts of a call; what a damaged disk has changed is left out."""
    seen: list[SeenLeg] = []
    logged: list[LoggedRow] = []
    for source, part, facts in connection.execute(_ALL, (call_id,)).fetchall():
        leg = _read(source, call_id, part, facts)
        if isinstance(leg, SeenLeg):
            seen.append(leg)
        elif leg is not None:
            logged.append(leg)
    return seen, logged


def _read(source: str, call_id: str, part: str, facts: str) -> SeenLeg | LoggedRow | None:
    try:
        values = json.loads(facts)
        if source == SEEN:
            return _leg(call_id, part, _NO_LEG | values)
        return _row(call_id, part, _NO_ROW | values)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        _log.warning("a part of a call in the history cannot be read")
        return None


def _text(facts: dict[str, Any]) -> str:
    """The facts without what goes without saying: half the space."""
    said = {name: value for name, value in facts.items() if value}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _of_leg(leg: SeenLeg) -> dict[str, Any]:
    return {
        "at": stamp(leg.at),
        "told_at": stamp(leg.told_at),
        "direction": leg.direction.value,
        "number": leg.number.raw,
        "outcome": None if leg.outcome is None else leg.outcome.value,
        "has_talked": leg.has_talked,
        "is_over": leg.is_over,
        "is_queued": leg.is_queued,
        "name": leg.name,
        "queue_name": leg.queue_name,
        "did": leg.did,
        "talk_s": leg.talk_s,
        "ring_s": leg.ring_s,
        "taken_by": leg.taken_by,
        "origin": leg.origin.value,
        "custom_data": leg.custom_data,
    }


def _leg(call_id: str, part: str, values: dict[str, Any]) -> SeenLeg:
    ended = values["outcome"]
    return SeenLeg(
        call_id=call_id,
        extension=part,
        at=moment(values["at"]),
        told_at=moment(values["told_at"]),
        direction=Direction(values["direction"]),
        number=PhoneNumber(str(values["number"])),
        outcome=None if ended is None else Outcome(ended),
        has_talked=bool(values["has_talked"]),
        is_over=bool(values["is_over"]),
        is_queued=bool(values["is_queued"]),
        name=str(values["name"]),
        queue_name=str(values["queue_name"]),
        did=str(values["did"]),
        talk_s=int(values["talk_s"]),
        ring_s=int(values["ring_s"]),
        taken_by=str(values["taken_by"]),
        origin=Origin(values["origin"]),
        custom_data=dict(values["custom_data"]),
    )


def _of_row(row: Row) -> dict[str, Any]:
    return {
        "at": stamp(row.at),
        "direction": row.direction.value,
        "status": row.status,
        "number": row.number.raw,
        "kind": row.kind,
        "extensions": row.extensions,
        "is_own": row.is_own,
        "agent": row.agent,
        "queue_name": row.queue_name,
        "did": row.did,
        "talk_s": row.talk_s,
        "ring_s": row.ring_s,
        "recording_url": row.recording_url,
        "origin": row.origin.value,
        "custom_data": row.custom_data,
        "path": row.path,
    }


def _row(call_id: str, part: str, values: dict[str, Any]) -> LoggedRow:
    return LoggedRow(
        call_id=call_id,
        at=moment(values["at"]),
        cdr_type=int(part) if part else None,
        direction=Direction(values["direction"]),
        status=str(values["status"]),
        number=PhoneNumber(str(values["number"])),
        kind=str(values["kind"]),
        extensions=tuple(str(each) for each in values["extensions"]),
        is_own=bool(values["is_own"]),
        agent=str(values["agent"]),
        queue_name=str(values["queue_name"]),
        did=str(values["did"]),
        talk_s=int(values["talk_s"]),
        ring_s=int(values["ring_s"]),
        recording_url=str(values["recording_url"]),
        origin=Origin(values["origin"]),
        custom_data=dict(values["custom_data"]),
        path=tuple((str(layer), str(key)) for layer, key in values["path"]),
    )
