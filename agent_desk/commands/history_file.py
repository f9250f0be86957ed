"""Calls in a CSV file that is there whole or not at all."""

from __future__ import annotations

import csv
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self

from agent_desk.core.cells import safe_cell
from agent_desk.core.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType

COLUMNS: Final = (
    "call_id",
    "at",
    "direction",
    "number",
    "name",
    "type",
    "outcome",
    "duration_s",
    "extension",
    "agent",
    "queue",
    "recording_url",
)


class CallFile:
    """UTF-8, with a mark for Excel where ``has_bom``; no cell can become a formula.

    Written beside ``path`` as the calls come, readable by this user only, and put in its place
    when the block ends well. What is no file (a pipe, a link) is written to as it is. Raises
    ``StorageError``.
    """

    def __init__(self, path: Path, *, has_bom: bool = False) -> None:
        self._path = path
        encoding = "utf-8-sig" if has_bom else "utf-8"
        self._temporary: Path | None = None
        try:
            if not path.is_symlink() and (path.is_file() or not path.exists()):
                handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
                os.close(handle)
                self._temporary = Path(name)
            self._file = (self._temporary or path).open(
                "w", encoding=encoding, errors="replace", newline=""
            )
        except OSError as error:
            self._refuse(error)
        self._writer = csv.writer(self._file)

    def __enter__(self) -> Self:
        self._write([COLUMNS])
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._file.close()
            if kind is None and self._temporary is not None:
                self._temporary.replace(self._path)
        except OSError as fault:
            if kind is None:
                self._refuse(fault)
        finally:
            if self._temporary is not None:
                with suppress(OSError):
                    self._temporary.unlink(missing_ok=True)

    def write(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Add calls as ``call_json`` gives them."""
        self._write([safe_cell(record[column]) for column in COLUMNS] for record in records)

    def _write(self, rows: Iterable[Iterable[str]]) -> None:
        try:
            self._writer.writerows(rows)
        except OSError as error:
            self._refuse(error)

    def _refuse(self, error: OSError) -> NoReturn:
        msg = f"The file {self._path} cannot be written."
        raise StorageError(msg) from error
