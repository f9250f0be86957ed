"""The file of ``--csv``, for tables of what is kept on this PC."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent_desk.commands.errors import UsageError
from agent_desk.core.errors import StorageError

if TYPE_CHECKING:
    import argparse


def check_mark(args: argparse.Namespace) -> None:
    """Raises ``UsageError`` where ``--bom`` comes without a file that it could mark."""
    if args.bom and not args.csv:
        msg = "--bom is for the file of --csv."
        raise UsageError(msg, next_step="Name the file with --csv.")


def write_table(path: str, text: str) -> None:
    """Write ``text``, whose lines end as they should, to a file or a pipe.

    Raises ``StorageError``.
    """
    try:
        Path(path).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        msg = f"The file {path} cannot be written."
        raise StorageError(msg) from error
