"""Why a command cannot do its work, and what the process then ends with."""

from __future__ import annotations

from typing import Final

from agent_desk.core.errors import AgentDeskError, BadInputError

DONE: Final = 0
FAILED: Final = 1
USAGE: Final = 2
NOT_SIGNED_IN: Final = 3
UNREACHABLE: Final = 4
UNKNOWN_OUTCOME: Final = 5

# By the code of an error or of the nearest ancestor that is listed; FAILED where none is.
_EXIT_CODES: Final = {
    "bad_input": USAGE,
    "credentials": NOT_SIGNED_IN,
    "not_signed_in": NOT_SIGNED_IN,
    "unreachable": UNREACHABLE,
    "unknown_outcome": UNKNOWN_OUTCOME,
}


def exit_code(error: AgentDeskError) -> int:
    """The exit code of a command that ends with ``error``."""
    for kind in type(error).__mro__:
        code = _EXIT_CODES.get(getattr(kind, "code", ""))
        if code is not None:
            return code
    return FAILED


class UsageError(BadInputError):
    """The command line cannot be understood, or its parts do not go together."""

    code = "usage"
    next_step = "See --help."


class InterruptedRunError(AgentDeskError):
    """The person stopped the command before it was done."""

    code = "interrupted"
    message = "Stopped before it was done."
    next_step = ""
