"""``dial`` and ``hangup``: Click2Call from the agent's own phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.commands.numbers import dialled, read_number
from agent_desk.voicenter.click2call import Click2Call

if TYPE_CHECKING:
    import argparse

    from agent_desk.commands.context import Context


async def run_dial(context: Context, args: argparse.Namespace) -> int:
    """Ring the extension, then the number; accepted does not mean connected."""
    number = read_number(args.number)
    extension = context.extension
    click2call = Click2Call(context.rest, context.endpoints, await context.code())
    context.is_underway = True
    call_id = await click2call.call(extension, dialled(number, context.region))
    context.output.record(
        {
            "kind": "result",
            "ok": True,
            "action": "dial",
            "extension": extension,
            "number": number.raw,
            "ivrid": call_id,
        },
        f"{extension} is ringing; pick up to be connected with {number.raw}. Call {call_id}.",
    )
    return 0


async def run_hangup(context: Context, _args: argparse.Namespace) -> int:
    """End every call on the extension."""
    extension = context.extension
    click2call = Click2Call(context.rest, context.endpoints, await context.code())
    context.is_underway = True
    await click2call.terminate(extension)
    context.output.record(
        {"kind": "result", "ok": True, "action": "hangup", "extension": extension},
        f"The calls on {extension} were ended.",
    )
    return 0
