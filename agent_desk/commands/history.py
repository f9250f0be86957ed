"""``history``: finished calls."""

from __future__ import annotations

import asyncio
from contextlib import aclosing, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from agent_desk.commands.errors import UsageError
from agent_desk.commands.history_file import CallFile
from agent_desk.commands.moments import moment_from, moment_to
from agent_desk.commands.numbers import dialled, read_number
from agent_desk.commands.table_file import check_mark
from agent_desk.core.clock import iso
from agent_desk.desk.numbers import e164
from agent_desk.desk.outcome import direction_of_row, of_row
from agent_desk.voicenter.call_log import CallLog
from agent_desk.voicenter.call_log_pull import CallFilter, CallLogPull
from agent_desk.voicenter.call_log_windows import SECOND, Window
from agent_desk.voicenter.events import Direction

if TYPE_CHECKING:
    import argparse

    from agent_desk.commands.context import Context
    from agent_desk.voicenter.call_log import CallRecord
    from agent_desk.voicenter.call_log_pull import PullBatch

DEFAULT_DAYS: Final = 7


async def run_history(context: Context, args: argparse.Namespace) -> int:
    """Show the calls of a period, newest first, or write them to a file."""
    check_mark(args)
    period = _period(args.since, args.until)
    phones = (dialled(read_number(args.number), context.region),) if args.number else ()
    only = CallFilter(extensions=context.options.extensions, phones=phones)
    call_log = CallLog(context.rest, context.endpoints, await context.code())
    # Nobody else in this process reads the log, for whom a turn would have to be left.
    pull = CallLogPull(call_log, is_patient=False)
    last = None
    path = Path(args.csv) if args.csv else None
    try:
        with CallFile(path, has_bom=args.bom) if path else nullcontext() as file:
            async with aclosing(pull.batches(period, only)) as batches:
                async for last in batches:
                    _show(context, last, file)
                    await asyncio.sleep(0)  # a signal may have come while all this was written
            _say_what_is_missing(context, last)
    except asyncio.CancelledError:
        _say_what_was_done(context, last, path)
        raise
    done = 0 if last is None else last.done
    if path:
        record = {"kind": "result", "ok": True, "action": "history", "calls": done}
        context.output.record(record, f"{done} calls written to {path}.")
    elif not done and not context.output.is_json:
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


def _period(since: str | None, until: str | None) -> Window:
    """From the first to the last second that belongs to it, by default the last days."""
    now = datetime.now(UTC)
    ended = now
    if until is not None:
        over = moment_to(until)
        # A date means the whole day, a time that very second, too.
        ended = over if over == moment_from(until) else over - SECOND
    began = ended - timedelta(days=DEFAULT_DAYS) if since is None else moment_from(since)
    if began > ended:
        msg = "The period ends before it begins."
        raise UsageError(msg, next_step="Correct --from and --to.")
    # The clock of this PC may be wrong, but no call is of tomorrow.
    return Window.of(began, max(min(ended, now + timedelta(days=1)), began))


def _show(context: Context, batch: PullBatch, file: CallFile | None) -> None:
    records = (call_json(row, context.region) for row in batch.rows)
    if file is not None:
        file.write(records)
    else:
        for record in records:
            context.output.record({"kind": "call", **record}, _line(record))
    if batch.total is None or batch.done < batch.total:
        of = "" if batch.total is None else f" of {batch.total}"
        context.output.notice(f"{batch.done}{of} calls fetched.")


def _say_what_is_missing(context: Context, last: PullBatch | None) -> None:
    if last is not None and last.missing:
        context.output.notice(
            f"Voicenter kept back {last.missing} calls: it has more of one second than it sends."
        )


def _say_what_was_done(context: Context, last: PullBatch | None, path: Path | None) -> None:
    done = 0 if last is None else last.done
    if path is not None:
        context.output.notice(f"{done} calls were fetched. {path} was left as it was.")
    else:
        context.output.notice(f"{done} calls were shown, the newest ones; the rest is missing.")


def _line(record: dict[str, Any]) -> str:
    """One call for a person, in columns."""
    at = str(record["at"]).replace("T", " ").split(".")[0].rstrip("Z")
    minutes, seconds = divmod(int(record["duration_s"]), 60)
    return (
        f"{at}  {record['direction']:<10}  {record['outcome'].replace('_', ' '):<14}"
        f"  {minutes:>4}:{seconds:02}  {record['number']:<15}  {record['extension']:<8}"
        f"  {record['agent']:<16}  {record['queue']}"
    ).rstrip()
