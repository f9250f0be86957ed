"""``history``: finished calls."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from agent_desk.commands.errors import UsageError
from agent_desk.commands.numbers import dialled, read_number
from agent_desk.core.clock import iso
from agent_desk.core.errors import StorageError
from agent_desk.desk.numbers import e164
from agent_desk.desk.outcome import direction_of_row, of_row
from agent_desk.voicenter.call_log import CallLog
from agent_desk.voicenter.events import Direction

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from agent_desk.commands.context import Context
    from agent_desk.voicenter.call_log import CallRecord

COLUMNS: Final = (
    "call_id",
    "at",
    "direction",
    "number",
    "name",
    "type",
    "outcome",
    "duration_s",
    "extension",
    "agent",
    "queue",
    "recording_url",
)
DEFAULT_DAYS: Final = 7

_DATE_ONLY: Final = len("2026-11-23")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


async def run_history(context: Context, args: argparse.Namespace) -> int:
    """Show the calls of a period, newest first, or write them to a file."""
    until = _moment(args.until, is_end=True) or datetime.now(UTC)
    since = _moment(args.since) or until - timedelta(days=DEFAULT_DAYS)
    if since > until:
        msg = "The period ends before it begins."
        raise UsageError(msg, next_step="Correct --from and --to.")
    phones = [dialled(read_number(args.number), context.region)] if args.number else []
    call_log = CallLog(context.rest, context.endpoints, await context.code())
    page = await call_log.fetch(since, until, extensions=context.options.extensions, phones=phones)
    if not page.is_complete:
        context.output.notice(
            f"Voicenter sent {page.returned} of {page.total_hits} calls. Choose a shorter period "
            "to see the others."
        )
    region = context.region
    if args.csv:
        _write_csv(Path(args.csv), page.rows, region)
        record = {"kind": "result", "ok": True, "action": "history", "calls": len(page.rows)}
        context.output.record(record, f"{len(page.rows)} calls written to {args.csv}.")
        return 0
    for row in page.rows:
        record = call_json(row, region)
        context.output.record({"kind": "call", **record}, _line(record))
    if not page.rows and not context.output.is_json:
        context.output.notice("No calls in this period.")
    return 0


def call_json(row: CallRecord, region: str) -> dict[str, Any]:
    """One row as scripts see it; ``number`` is the other party's."""
    is_outgoing = bool(row.caller_extension) and not row.target_extension
    direction = direction_of_row(row.cdr_type, is_from_extension=is_outgoing)
    is_ours = direction is not Direction.INCOMING
    outcome = of_row(
        row.cdr_type, row.dial_status, talk_s=row.duration_s, is_from_extension=is_outgoing
    )
    return {
        "call_id": row.call_id,
        "at": iso(row.at),
        "direction": direction.value,
        "number": e164(row.target if is_ours else row.caller, region),
        "name": "",  # the service keeps no name of the other party
        "type": row.type_name,
        "outcome": outcome.value,
        "duration_s": row.duration_s,
        "extension": (row.caller_extension if is_ours else row.target_extension)
        or next(iter(row.extensions), ""),
        "agent": row.representative_name,
        "queue": row.queue_name,
        "recording_url": row.recording_url,
        "custom_data": row.custom_data,
    }


def _line(record: dict[str, Any]) -> str:
    """One call for a person, in columns."""
    at = str(record["at"]).replace("T", " ").split(".")[0].rstrip("Z")
    minutes, seconds = divmod(int(record["duration_s"]), 60)
    return (
        f"{at}  {record['direction']:<10}  {record['outcome'].replace('_', ' '):<14}"
        f"  {minutes:>4}:{seconds:02}  {record['number']:<15}  {record['extension']:<8}"
        f"  {record['agent']:<16}  {record['queue']}"
    ).rstrip()


def _moment(text: str | None, *, is_end: bool = False) -> datetime | None:
    """A point in time, UTC unless it says otherwise; a date alone means the whole day."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        msg = "A time is written like 2026-11-23 or 2026-11-23T14:30:00."
        raise UsageError(msg, next_step="Correct --from or --to.") from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    if is_end and len(text) == _DATE_ONLY:
        moment += timedelta(days=1, seconds=-1)
    return moment.astimezone(UTC)


def _write_csv(path: Path, rows: Sequence[CallRecord], region: str) -> None:
    """UTF-8 with a mark, so that spreadsheets read Hebrew; no cell can become a formula."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for row in rows:
                record = call_json(row, region)
                writer.writerow([_cell(record[column]) for column in COLUMNS])
    except OSError as error:
        msg = f"The file {path} cannot be written."
        raise StorageError(msg) from error


def _cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
