"""``mute`` and ``unmute``: stop and resume the recording of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.commands.errors import DONE
from agent_desk.commands.guard import change_in_window
from agent_desk.core.errors import NotSignedInError
from agent_desk.system.secrets import SECRET_OF, given_secret
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.errors import VoicenterError
from agent_desk.voicenter.recording import RecordingControl

if TYPE_CHECKING:
    import argparse

    from agent_desk.commands.context import Context


async def run_mute(context: Context, args: argparse.Namespace) -> int:
    """Stop recording; done only when the service has said so."""
    return await _set(context, args, is_muted=True)


async def run_unmute(context: Context, args: argparse.Namespace) -> int:
    """Record again."""
    return await _set(context, args, is_muted=False)


async def _set(context: Context, args: argparse.Namespace, *, is_muted: bool) -> int:
    if _is_for_window(context, args) and await change_in_window(context, muted=is_muted):
        return DONE
    call_id: str | None = args.ivrid
    extension = None if call_id else context.extension
    monitor = await _monitor(context, args.monitor)
    control = RecordingControl(context.rest, context.endpoints)
    await control.set_muted(monitor=monitor, call_id=call_id, extension=extension, muted=is_muted)
    target = f"call {call_id}" if call_id else f"the calls on {extension}"
    context.output.record(
        {
            "kind": "result",
            "ok": True,
            "action": "mute" if is_muted else "unmute",
            **({"ivrid": call_id} if call_id else {"extension": extension}),
        },
        f"The recording of {target} is muted."
        if is_muted
        else f"The recording of {target} goes on.",
    )
    return 0


def _is_for_window(context: Context, args: argparse.Namespace) -> bool:
    """Whether nothing says which call, as whom or where: then the program that runs is meant."""
    options = context.options
    named = (args.ivrid, args.monitor, options.extensions, options.server)
    signed_in = (options.login, options.email, options.username)
    return not any((*named, *signed_in)) and not any(map(given_secret, SECRET_OF.values()))


async def _monitor(context: Context, named: str | None) -> str | None:
    """The server to ask first: the named one, else the one a sign-in leads to, else none.

    Nobody is asked for a password here: where there is none, or no sign-in comes about, the older
    address serves. Card data is about to be spoken, and muting asks for no credential.
    """
    if named:
        return Endpoints.at(named).default_monitors[0]
    try:
        credentials = await context.credentials(may_ask=False)
    except NotSignedInError:
        return None
    try:
        session = await context.sign_in.sign_in(credentials)
    except VoicenterError as error:
        context.output.notice(error.message)
        return None
    return session.monitors[0]
