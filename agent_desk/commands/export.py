"""``export``: the calls kept on this PC with their notes, without asking the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.commands.kept_store import kept_store
from agent_desk.commands.moments import open_period
from agent_desk.commands.table_file import check_mark, write_table
from agent_desk.core.text import clean_text
from agent_desk.desk.history import HistoryQuery
from agent_desk.desk.history_export import call_json, to_csv
from agent_desk.store.calls import CallHistory, read_all

if TYPE_CHECKING:
    import argparse

    from agent_desk.commands.context import Context
    from agent_desk.desk.history import HistoryCall

_MOST_LETTERS: Final = 200


async def run_export(context: Context, args: argparse.Namespace) -> int:
    """Show the kept calls of a period, newest first, or write them to a file.

    Words find as in the window: beginnings of words, and numbers in any form.
    """
    check_mark(args)
    since, until = open_period(args.since, args.until)
    calls = await _read(context, HistoryQuery(" ".join(args.words), since, until))
    if args.csv:
        write_table(args.csv, to_csv(calls, has_bom=args.bom, region=context.region))
        result = {"kind": "result", "ok": True, "action": "export", "calls": len(calls)}
        context.output.record(result, f"{len(calls)} calls written to {args.csv}.")
        return 0
    for call in calls:
        record = call_json(call, context.region)
        context.output.record({"kind": "call", **record}, _line(call, str(record["number"])))
    if not calls and not context.output.is_json:
        context.output.notice("No such call is kept on this PC.")
    return 0


async def _read(context: Context, query: HistoryQuery) -> list[HistoryCall]:
    """All that ``query`` finds; a window that runs goes on writing meanwhile."""
    only = set(context.options.extensions)
    async with kept_store(context) as store:
        found = [] if store is None else await read_all(CallHistory(store), query)
    return [call for call in found if not only or only.intersection(call.extensions)]


def _line(call: HistoryCall, number: str) -> str:
    """One call for a person, in columns."""
    minutes, seconds = divmod(call.talk_s, 60)
    result = f"[{call.disposition}] " if call.disposition else ""
    return (
        f"{call.at:%Y-%m-%d %H:%M:%S}  {call.direction.value:<10}"
        f"  {call.ending.value.replace('_', ' '):<14}  {minutes:>4}:{seconds:02}  {number:<15}"
        f"  {clean_text(call.name, _MOST_LETTERS):<20}"
        f"  {clean_text(result + call.note, _MOST_LETTERS)}"
    ).rstrip()
