"""``replay --headless``: what the app would have seen of a recorded file of events."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from agent_desk.commands.lines import summary_text, transition_text
from agent_desk.core.errors import BadInputError
from agent_desk.desk.desk import Desk
from agent_desk.desk.replay import read_line, replay
from agent_desk.voicenter.events import parse

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from agent_desk.commands.context import Context


async def run_replay(context: Context, args: argparse.Namespace) -> int:
    """Print transitions and a summary; as fast as it goes unless a speed is given."""
    has_ended = threading.Event()
    try:
        # In a thread, so that a long file does not keep an interruption waiting.
        await asyncio.to_thread(_play, context, Path(args.file), args.speed, has_ended)
    finally:
        has_ended.set()
    return 0


def _play(context: Context, path: Path, speed: float | None, has_ended: threading.Event) -> None:
    desk = Desk(context.options.extensions or None)
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            lines = _until(has_ended, file if speed is None else _paced(file, speed, has_ended))
            for record in replay(lines, desk, parse, region=context.region):
                if has_ended.is_set():
                    return
                is_summary = record["kind"] == "summary"
                text = summary_text(record) if is_summary else transition_text(record)
                context.output.record(record, text)
    except OSError as error:
        msg = f"The file {path} cannot be read."
        raise BadInputError(msg, next_step="Check its name.") from error


def _until(has_ended: threading.Event, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if has_ended.is_set():
            return
        yield line


def _paced(lines: Iterable[str], speed: float, has_ended: threading.Event) -> Iterator[str]:
    """Each line when it is due, the first at once."""
    before: float | None = None
    for line in lines:
        recorded = read_line(line)
        if recorded is not None:
            if before is not None and recorded.t > before:
                has_ended.wait((recorded.t - before) / speed)
            before = recorded.t if before is None else max(before, recorded.t)
        yield line
