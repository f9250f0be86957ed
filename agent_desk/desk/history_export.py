"""What the history shows as text for spreadsheets and for scripts."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final

from agent_desk.core.cells import safe_cell
from agent_desk.core.clock import iso
from agent_desk.desk import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.history import HistoryCall

COLUMNS: Final = (
    "call_id",
    "at",
    "direction",
    "ending",
    "number",
    "name",
    "queue",
    "talk_s",
    "is_estimated",
    "taken_by",
    "extensions",
    "origin",
    "note",
    "disposition",
    "recording_url",
)
BYTE_ORDER_MARK: Final = "\ufeff"


def call_json(
    call: HistoryCall, region: str = numbers.DEFAULT_REGION
) -> dict[str, str | int | bool | list[str]]:
    """One call under the names of ``COLUMNS``.

    ``at`` is ISO 8601 in UTC, ``number`` E.164 where it is one (local ones are read in
    ``region``), else as it came; a withheld one is empty.
    """
    return {
        "call_id": call.call_id,
        "at": iso(call.at),
        "direction": call.direction.value,
        "ending": call.ending.value,
        "number": "" if call.number.is_hidden else numbers.e164(call.number, region),
        "name": call.name,
        "queue": call.queue_name,
        "talk_s": call.talk_s,
        "is_estimated": call.is_estimated,
        "taken_by": call.taken_by,
        "extensions": list(call.extensions),
        "origin": call.origin.value,
        "note": call.note,
        "disposition": call.disposition,
        "recording_url": call.recording_url,
    }


def to_json(calls: Iterable[HistoryCall], region: str = numbers.DEFAULT_REGION) -> str:
    """A list with one object on each line, in ASCII."""
    rows = ",\n".join(json.dumps(call_json(call, region)) for call in calls)
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def to_csv(
    calls: Iterable[HistoryCall], *, has_bom: bool = False, region: str = numbers.DEFAULT_REGION
) -> str:
    """A table with a header; no cell can become a formula.

    ``has_bom`` begins it with the mark by which older spreadsheets know UTF-8. Write it with
    ``newline=""``: the lines end as RFC 4180 has it.
    """
    text = io.StringIO(newline="")
    if has_bom:
        text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for call in calls:
        values = call_json(call, region) | {"extensions": " ".join(call.extensions)}
        writer.writerow([safe_cell(values[column]) for column in COLUMNS])
    return text.getvalue()
