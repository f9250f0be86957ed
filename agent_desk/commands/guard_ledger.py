"""``guard ledger``: what was muted, by what, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.commands.kept_store import kept_store
from agent_desk.commands.moments import open_period
from agent_desk.commands.table_file import check_mark, write_table
from agent_desk.desk.mute_record import MuteEnd
from agent_desk.store.ledger import MuteLedger
from agent_desk.store.mute_export import mute_json, to_csv

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from agent_desk.commands.context import Context
    from agent_desk.desk.mute_record import MuteRecord


async def run_ledger(context: Context, args: argparse.Namespace) -> int:
    """Show the mutes of a period, newest first, or write them to a file."""
    check_mark(args)
    since, until = open_period(args.since, args.until)
    records = await _read(context, since, until)
    if args.csv:
        write_table(args.csv, to_csv(records, has_bom=args.bom))
        result = {"kind": "result", "ok": True, "action": "guard_ledger", "mutes": len(records)}
        context.output.record(result, f"{len(records)} mutes written to {args.csv}.")
        return 0
    for record in records:
        context.output.record({"kind": "mute", **mute_json(record)}, _line(record))
    if not records and not context.output.is_json:
        context.output.notice(f"No mutes in this period of {_whose(context)}.")
    return 0


async def _read(
    context: Context, since: datetime | None, until: datetime | None
) -> tuple[MuteRecord, ...]:
    """What is kept of whoever signs in; a window that runs goes on writing meanwhile."""
    only = context.options.extensions
    async with kept_store(context) as store:
        records = () if store is None else await MuteLedger(store).read(since, until)
    return tuple(record for record in records if not only or record.extension in only)


def _whose(context: Context) -> str:
    """Whose ledger was read: the one of the stored sign-in, if nothing else was said."""
    choice, server = context.settings.sign_in, context.settings.server
    who = "nobody" if choice is None else choice.identity or "the token"
    return f"{who} at {server or 'Voicenter'}"


def _line(record: MuteRecord) -> str:
    """One mute for a person, in columns."""
    minutes, seconds = divmod(int(record.muted_s), 60)
    state = "not confirmed" if record.answered_at is None else "confirmed"
    return (
        f"{record.requested_at:%Y-%m-%d %H:%M:%S}  {record.extension:<8}"
        f"  {record.trigger.value.replace('_', ' '):<13}  {state:<13}"
        f"  {minutes:>4}:{seconds:02}  {_ending(record):<28}  {record.call_id}"
    )


def _ending(record: MuteRecord) -> str:
    if record.end is None:
        return "goes on"
    words = record.end.value.replace("_", " ")
    if record.end is MuteEnd.RESUMED and record.resume_trigger is not None:
        return f"{words} ({record.resume_trigger.value.replace('_', ' ')})"
    return f"{words} ({record.failure_code})" if record.failure_code else words
