"""``status``: show or set the agent's status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.commands.errors import UsageError
from agent_desk.desk.presence import STANDARD_NAMES
from agent_desk.voicenter.active_calls import ActiveCalls
from agent_desk.voicenter.errors import RejectedError, VoicenterError
from agent_desk.voicenter.status import AgentStatus

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from agent_desk.commands.context import Context
    from agent_desk.core.privacy import Secret
    from agent_desk.voicenter.event_types import Extension


async def run_status(context: Context, args: argparse.Namespace) -> int:
    """Show the status, or set it where one is named."""
    code = await context.code()
    extension = context.extension
    names = await _names(context, code)
    wanted = None if args.status is None else _status_code(args.status, names)
    if wanted is None or args.user_id is None:
        found = await _find(context, code, extension)
        user_id = args.user_id or found.online_user_id or found.user_id
        present = found.status_code
    else:
        user_id, present = args.user_id, None
    if wanted is not None:
        if not user_id:
            msg = "Voicenter does not say which user this extension belongs to."
            raise UsageError(msg, next_step="Name the user with --user-id.")
        service = AgentStatus(context.rest, context.endpoints, code)
        await service.set(user_id=user_id, extension=extension, status=wanted)
        present = wanted
    name = _name(present, names)
    context.output.record(
        {
            "kind": "result",
            "ok": True,
            "action": "status",
            "extension": extension,
            "user_id": user_id,
            "status": present,
            "name": name,
        },
        f"{extension}: {name}",
    )
    return 0


async def _names(context: Context, code: Callable[[], Secret]) -> dict[int, str]:
    """The account's own names; the standard ones where it keeps them to itself."""
    try:
        found = await AgentStatus(context.rest, context.endpoints, code).names()
    except VoicenterError:
        return dict(STANDARD_NAMES)
    return {status.code: status.name for status in found}


def _status_code(text: str, names: dict[int, str]) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    wanted = text.strip().casefold()
    for status, name in names.items():
        if name.casefold() == wanted:
            return status
    known = ", ".join(f"{status} {name}" for status, name in sorted(names.items()))
    msg = "There is no status of this name."
    raise UsageError(msg, next_step=f"Choose one of: {known}.")


def _name(status: int | None, names: dict[int, str]) -> str:
    if status is None:
        return "unknown"
    return names.get(status) or STANDARD_NAMES.get(status) or f"Status {status}"


async def _find(context: Context, code: Callable[[], Secret], extension: str) -> Extension:
    snapshot = await ActiveCalls(context.rest, context.endpoints, code).extensions(extension)
    for found in snapshot.extensions:
        if found.sip == extension:
            return found
    msg = "Voicenter does not know this extension."
    raise RejectedError(msg, next_step="Check the name given with --extension.")
