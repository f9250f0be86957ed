"""``note``: the note and the result of one call of the history on this PC."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from agent_desk.commands.errors import UsageError
from agent_desk.commands.kept_store import kept_store
from agent_desk.core.text import clean_text
from agent_desk.store.calls import CallHistory

if TYPE_CHECKING:
    import argparse

    from agent_desk.commands.context import Context
    from agent_desk.desk.history import HistoryCall

_MOST_LETTERS: Final = 4000


async def run_note(context: Context, args: argparse.Namespace) -> int:
    """Show what was noted of a call, or set it; what is not given stays as it is."""
    async with kept_store(context) as store:
        history = None if store is None else CallHistory(store)
        detail = None if history is None else await history.detail(args.call_id)
        if history is None or detail is None:
            msg = "This call is not in the history on this PC."
            raise UsageError(msg, next_step="Look for its id in the History page.")
        if args.text is None and args.disposition is None:
            _show(context, detail.call)
            return 0
        text = detail.call.note if args.text is None else _cleaned(args.text)
        disposition = (
            detail.call.disposition if args.disposition is None else _cleaned(args.disposition)
        )
        await asyncio.wrap_future(history.note(args.call_id, text, disposition))
    result = {"kind": "result", "ok": True, "action": "note", "call_id": args.call_id}
    is_empty = not (text or disposition)
    context.output.record(result, "Nothing is noted any more." if is_empty else "Noted.")
    return 0


def _show(context: Context, call: HistoryCall) -> None:
    record = {
        "kind": "note",
        "at": call.at.isoformat(),
        "call_id": call.call_id,
        "note": call.note,
        "disposition": call.disposition,
    }
    result = f"[{_cleaned(call.disposition)}] " if call.disposition else ""
    text = f"{result}{_cleaned(call.note)}".strip()
    context.output.record(record, text or "Nothing is noted.")


def _cleaned(text: str) -> str:
    return clean_text(text, _MOST_LETTERS)
