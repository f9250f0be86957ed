"""``block`` and ``unblock``: the organisation's blacklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.commands.numbers import dialled, read_numbers
from agent_desk.core.text import clean_text
from agent_desk.voicenter.blacklist import Blacklist, BlockEntry

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from agent_desk.commands.context import Context
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.voicenter.blacklist import NumberResult


async def run_block(context: Context, args: argparse.Namespace) -> int:
    """Put numbers on the list."""
    numbers = read_numbers(args.numbers, args.file)
    name = clean_text(args.name)
    blacklist = Blacklist(context.rest, context.endpoints, await context.code())
    entries = [BlockEntry(dialled(number, context.region), name) for number in numbers]
    return _report(context, "block", numbers, await blacklist.block(entries))


async def run_unblock(context: Context, args: argparse.Namespace) -> int:
    """Take numbers off the list."""
    numbers = read_numbers(args.numbers, args.file)
    blacklist = Blacklist(context.rest, context.endpoints, await context.code())
    asked = [dialled(number, context.region) for number in numbers]
    return _report(context, "unblock", numbers, await blacklist.unblock(asked))


def _report(
    context: Context,
    action: str,
    numbers: Sequence[PhoneNumber],
    results: Sequence[NumberResult],
) -> int:
    """One record for all, a line for each number; 0 only if every number went through."""
    failed = sum(not result.is_ok for result in results)
    record = {
        "kind": "result",
        "ok": not failed,
        "action": action,
        "numbers": [
            {
                "number": number.raw,
                "ok": result.is_ok,
                "code": result.code,
                "message": result.message,
            }
            for number, result in zip(numbers, results, strict=True)
        ],
    }
    width = max(len(number.raw) for number in numbers)
    done = "blocked" if action == "block" else "unblocked"
    lines = [
        f"{number.raw:<{width}}  {done if result.is_ok else result.message}"
        for number, result in zip(numbers, results, strict=True)
    ]
    if failed:
        lines.append(f"{failed} of {len(results)} numbers failed.")
    context.output.record(record, "\n".join(lines))
    return 1 if failed else 0
