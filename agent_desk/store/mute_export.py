"""The ledger of mutes as text for spreadsheets and for scripts."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final

from agent_desk.core.cells import safe_cell
from agent_desk.core.clock import iso
from agent_desk.desk.mute_record import MuteEnd

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from agent_desk.desk.mute_record import MuteRecord

COLUMNS: Final = (
    "call_id",
    "extension",
    "ordinal",
    "requested_at",
    "trigger",
    "attempts",
    "confirmed_at",
    "seen_at",
    "resume_requested_at",
    "resume_trigger",
    "resumed_at",
    "ended_at",
    "end",
    "muted_s",
    "failure_code",
)
BYTE_ORDER_MARK: Final = "\ufeff"


def mute_json(record: MuteRecord) -> dict[str, str | int | float | None]:
    """One mute under the names of ``COLUMNS``; times are ISO 8601 in UTC, ``None`` for never.

    ``confirmed_at`` is the service's success answer, ``seen_at`` the first event that said the
    same. ``resumed_at`` is when the resume was confirmed, ``ended_at`` the end of whatever kind.
    """
    resumed_by = record.resume_trigger
    return {
        "call_id": record.call_id,
        "extension": record.extension,
        "ordinal": record.ordinal,
        "requested_at": iso(record.requested_at),
        "trigger": record.trigger.value,
        "attempts": record.attempts,
        "confirmed_at": _iso(record.answered_at),
        "seen_at": _iso(record.seen_at),
        "resume_requested_at": _iso(record.resume_requested_at),
        "resume_trigger": None if resumed_by is None else resumed_by.value,
        "resumed_at": _iso(record.ended_at if record.end is MuteEnd.RESUMED else None),
        "ended_at": _iso(record.ended_at),
        "end": None if record.end is None else record.end.value,
        "muted_s": round(record.muted_s, 3),
        "failure_code": record.failure_code,
    }


def to_json_lines(records: Iterable[MuteRecord]) -> str:
    """One object a line, in ASCII."""
    return "".join(f"{json.dumps(mute_json(record))}\n" for record in records)


def to_csv(records: Iterable[MuteRecord], *, has_bom: bool = False) -> str:
    """A table with a header; no cell can become a formula.

    ``has_bom`` begins it with the mark by which older spreadsheets know UTF-8. Write it with
    ``newline=""``: the lines end as RFC 4180 has it.
    """
    text = io.StringIO(newline="")
    if has_bom:
        text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for record in records:
        values = mute_json(record)
        writer.writerow([safe_cell(values[column]) for column in COLUMNS])
    return text.getvalue()


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else iso(moment)
