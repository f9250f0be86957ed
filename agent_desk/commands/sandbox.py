"""``sandbox``: the local Voicenter alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import AgentDeskError
from agent_desk.sandbox import Sandbox, load_scenario

if TYPE_CHECKING:
    import argparse

    from agent_desk.commands.context import Context

# After so many seconds the agent, then the customer, picks up a call started by click.
PICK_UP_S: Final = (1.5, 3.0)


async def run_sandbox(context: Context, args: argparse.Namespace) -> int:
    """Serve until interrupted; the first line tells the address."""
    scenario = load_scenario(Path(args.scenario)) if args.scenario else None
    sandbox = Sandbox(
        port=args.port,
        engineio=args.engineio,
        extensions=args.extensions,
        click2call_pace_s=PICK_UP_S,
        scenario=scenario,
    )
    try:
        async with sandbox:
            context.output.record({"kind": "sandbox", "url": sandbox.url}, sandbox.url)
            await context.stop.wait()
    except OSError as error:
        msg = f"The port {args.port} is in use or not allowed."
        raise AgentDeskError(msg, next_step="Choose another one, or none for any.") from error
    return 0
