"""``dial`` and ``hangup``: Click2Call from the agent's own phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from agent_desk.commands.errors import UsageError
from agent_desk.core.errors import BadInputError
from agent_desk.desk.dial_plan import DialFault, DialKind, plan
from agent_desk.desk.dialling import MAX_VARIABLES
from agent_desk.voicenter.active_calls import ActiveCalls
from agent_desk.voicenter.click2call import Click2Call
from agent_desk.voicenter.errors import VoicenterError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from agent_desk.commands.context import Context
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.dial_plan import DialPlan

_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")

_FAULTS: Final = {
    DialFault.TOO_SHORT: "This is too short for a phone number.",
    DialFault.TOO_LONG: "This is too long for a phone number.",
    DialFault.SERVICE_CODE: "Codes with * or # are dialled on the phone itself.",
}
_WARNINGS: Final = {
    DialKind.EMERGENCY: "This is an emergency number.",
    DialKind.PREMIUM: "Calling this number may cost more than usual.",
}


async def run_dial(context: Context, args: argparse.Namespace) -> int:
    """Ring the extension, then the number; accepted does not mean connected."""
    extension = context.extension
    found = _read(args.number, context)
    if found.asks_first and not args.yes:
        raise UsageError(_WARNINGS[found.kind], next_step="Add --yes to call it all the same.")
    caller_id = None if args.caller_id is None else _caller_id(args.caller_id, context)
    variables = _variables(args.var)
    click2call = Click2Call(context.rest, context.endpoints, await context.code())
    context.is_underway = True
    call_id = await click2call.call(
        extension,
        found.target,
        record=None if args.record is None else args.record == "on",
        caller_id=caller_id,
        auto_answer=args.auto_answer,
        variables=variables,
    )
    number = args.number.strip()
    context.output.record(
        {
            "kind": "result",
            "ok": True,
            "action": "dial",
            "extension": extension,
            "number": number,
            "ivrid": call_id,
        },
        f"{extension} is ringing; pick up to be connected with {found.text}. Call {call_id}.",
    )
    return 0


def _read(text: str, context: Context) -> DialPlan:
    """What to dial; raises ``BadInputError`` where it can be nothing."""
    found = plan(text, context.region, context.extensions)
    if found.is_first_of_several:
        msg = "There is more than one number in this text."
        raise BadInputError(msg, next_step="Write only the one to call.")
    if found.fault is not None:
        msg = _FAULTS.get(found.fault, "This is no phone number.")
        raise BadInputError(msg, next_step="Write it in digits, such as 050-123-4567.")
    return found


def _caller_id(text: str, context: Context) -> PhoneNumber:
    found = plan(text, context.region)
    if found.kind is not DialKind.NORMAL:
        msg = "The caller id is no phone number."
        raise BadInputError(msg, next_step="Write one of your account's numbers.")
    return found.target


def _variables(texts: Iterable[str]) -> dict[str, str]:
    """``NAME=VALUE`` each, as custom data of the call."""
    found = {}
    for text in texts:
        name, sign, value = text.partition("=")
        name = name.removeprefix("var_")
        if not sign or not _VARIABLE.fullmatch(name):
            msg = "A variable is written NAME=VALUE, its name in letters and digits."
            raise UsageError(msg)
        found[name] = value
    if len(found) > MAX_VARIABLES:
        msg = f"At most {MAX_VARIABLES} variables travel with a call."
        raise UsageError(msg)
    return found


async def run_hangup(context: Context, args: argparse.Namespace) -> int:
    """End every call on the extension; where there are several, ``--yes`` says that all are meant.

    ``terminate`` knows no single call: another one on hold would be ended as well.
    """
    extension = context.extension
    code = await context.code()
    if not args.yes:
        await _check_alone(context, ActiveCalls(context.rest, context.endpoints, code), extension)
    click2call = Click2Call(context.rest, context.endpoints, code)
    context.is_underway = True
    await click2call.terminate(extension)
    context.output.record(
        {"kind": "result", "ok": True, "action": "hangup", "extension": extension},
        f"The calls on {extension} were ended.",
    )
    return 0


async def _check_alone(context: Context, active_calls: ActiveCalls, extension: str) -> None:
    """Raise ``UsageError`` where more than one call would be ended."""
    try:
        found = await active_calls.extensions(extension)
    except VoicenterError:
        context.output.notice("Whether other calls are on this extension could not be seen.")
        return
    calls = {
        call.call_id for each in found.extensions if each.sip == extension for call in each.calls
    }
    if len(calls) > 1:
        msg = f"{len(calls)} calls are on {extension}, and hanging up would end them all."
        raise UsageError(msg, next_step="Add --yes to end them all the same.")
