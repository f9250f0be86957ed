"""``export``: the calls kept on this PC with their notes, without asking the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from agent_desk.commands.kept_store import kept_store
from agent_desk.commands.moments import open_period
from agent_desk.commands.table_file import check_mark, write_table
from agent_desk.core.text import clean_text
from agent_desk.desk.history import HistoryQuery
from agent_desk.desk.history_export import call_json, to_csv
from agent_desk.store.calls import CallHistory

if TYPE_CHECKING:
    import argparse

    from agent_desk.commands.context import Context
    from agent_desk.desk.history import HistoryCall

_SLICE: Final = 1000
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
        context.output.record({"kind": "call", **record}, _line(record))
    if not calls and not context.output.is_json:
        context.output.notice("No such call is kept on this PC.")
    return 0


async def _read(context: Context, query: HistoryQuery) -> list[HistoryCall]:
    """All that ``query`` finds; a window that runs goes on writing meanwhile."""
    only = set(context.options.extensions)
    found: list[HistoryCall] = []
    async with kept_store(context) as store:
        if store is not None:
            history = CallHistory(store)
            while True:
                page = await history.query(query, len(found), _SLICE)
                found += page.calls
                if not page.calls or len(found) >= page.total:
                    break
    return [call for call in found if not only or only.intersection(call.extensions)]


def _line(record: dict[str, Any]) -> str:
    """One call for a person, in columns."""
    at = str(record["at"]).replace("T", " ").split(".")[0].rstrip("Z")
    minutes, seconds = divmod(int(record["talk_s"]), 60)
    said = " ".join(
        filter(None, (record["disposition"] and f"[{record['disposition']}]", record["note"]))
    )
    return (
        f"{at}  {record['direction']:<10}  {record['ending'].replace('_', ' '):<14}"
        f"  {minutes:>4}:{seconds:02}  {record['number']:<15}"
        f"  {clean_text(record['name'], _MOST_LETTERS):<20}  {clean_text(said, _MOST_LETTERS)}"
    ).rstrip()
