"""``guard status``: how recordings stand, from the program that runs; and asking it to mute."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from agent_desk.commands.errors import DONE
from agent_desk.core.errors import AgentDeskError
from agent_desk.system.directories import Directories
from agent_desk.system.guard_socket import GuardAction, ask, is_program_running, read_door

if TYPE_CHECKING:
    import argparse

    from agent_desk.commands.context import Context

# The program answers a question within its longest hold-up, and a wish once the service has.
_STATUS_S: Final = 5.0
_CHANGE_S: Final = 30.0

_UNSETTLED: Final = frozenset({"muting", "resuming", "unknown"})

_SENTENCES: Final = {
    "not_recorded": "is not recorded",
    "will_record": "will be recorded",
    "recording": "is recorded",
    "muting": "is being muted, not confirmed yet",
    "muted": "is muted",
    "muted_confirmed": "is muted, confirmed by an event",
    "resuming": "is being resumed, not confirmed yet",
    "mute_failed": "was NOT muted",
    "resume_failed": "was not resumed",
    "unknown": "may be recorded or not, nobody knows",
}


class NotRunningError(AgentDeskError):
    """No window program of this user."""

    code = "unreachable"
    message = "agent_desk does not run."
    next_step = "Start it."


class NotAllowedError(AgentDeskError):
    """The window program runs and lets nobody ask."""

    code = "unreachable"
    message = "agent_desk runs, but lets no other program ask."
    next_step = "Allow it under Recording guard in the settings of the window."


class GuardRefusedError(AgentDeskError):
    """The window program did not do it; its words say why."""

    code = "rejected"
    next_step = "Look at the call in the window."


class GuardUnknownError(AgentDeskError):
    """Nobody knows whether the recording was changed."""

    code = "unknown_outcome"
    message = "agent_desk has not answered in time."
    next_step = "Look at the call in the window."


async def run_status(context: Context, _args: argparse.Namespace) -> int:
    """Say how the recordings of the agent's calls stand."""
    try:
        said = await _asked(GuardAction.STATUS, _STATUS_S)
    except GuardUnknownError as error:
        raise NotRunningError(error.message) from error
    if said is None:
        raise await _why_not()
    if not said.get("ok"):
        raise GuardRefusedError(str(said.get("message")))
    calls = said.get("calls", [])
    text = "\n".join(_sentence(call) for call in calls) or "No call."
    context.output.record({"kind": "guard", "state": said.get("state"), "calls": calls}, text)
    return DONE


async def change_in_window(context: Context, *, muted: bool) -> bool:
    """Have the window program mute or resume its current call, where it lets itself be asked.

    ``False`` where it does not. Raises where it could not do it, or nobody knows.
    """
    action = GuardAction.MUTE if muted else GuardAction.UNMUTE
    said = await _asked(action, _CHANGE_S)
    if said is None:
        return False
    state, message = said.get("state"), str(said.get("message"))
    if not said.get("ok"):
        raise (GuardUnknownError if state in _UNSETTLED else GuardRefusedError)(message)
    result = {"kind": "result", "ok": True, "action": action.value, "ivrid": said.get("call")}
    context.output.record(result | {"state": state}, message)
    return True


async def _asked(action: GuardAction, limit_s: float) -> dict[str, Any] | None:
    """What the window program says; ``None`` where it does not run or lets nobody ask."""
    door = await asyncio.to_thread(read_door, Directories.of_this_user())
    if door is None:
        return None
    try:
        return await ask(door, action, limit_s)
    except TimeoutError as error:
        raise GuardUnknownError from error


async def _why_not() -> AgentDeskError:
    is_running = await is_program_running(Directories.of_this_user())
    return NotAllowedError() if is_running else NotRunningError()


def _sentence(call: dict[str, Any]) -> str:
    words = _SENTENCES.get(call["state"], call["state"])
    since = f" (for {call['muted_s']:.0f} s)" if call["muted_s"] else ""
    return f"Call {call['ivrid']} on {call['extension']} {words}{since}."
