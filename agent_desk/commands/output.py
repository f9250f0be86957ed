"""What a command says: JSON lines or sentences on stdout, problems on stderr."""

from __future__ import annotations

import json
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent_desk.core.errors import AgentDeskError


class Output:
    """One command's voice.

    With ``is_json`` every record is one line of ASCII JSON on stdout and problems are records of
    kind ``error`` on stderr; otherwise a person reads sentences. Each line is flushed, so that a
    pipe sees it at once. Works where a windowed program has no streams at all.
    """

    def __init__(
        self, *, is_json: bool, out: TextIO | None = None, err: TextIO | None = None
    ) -> None:
        self.is_json = is_json
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        for stream in (self._out, self._err):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")  # a name no console font has ends nothing

    def record(self, record: Mapping[str, object], text: str | None) -> None:
        """Say one thing: ``record`` to scripts, ``text`` to people (nothing where ``None``)."""
        if self.is_json:
            _write(self._out, json.dumps(record))
        elif text is not None:
            _write(self._out, text)

    def notice(self, message: str) -> None:
        """A remark beside the result."""
        if self.is_json:
            _write(self._err, json.dumps({"kind": "notice", "message": message}))
        else:
            _write(self._err, message)

    def error(self, error: AgentDeskError) -> None:
        """What went wrong and what to do next."""
        text = f"{error.message} {error.next_step}".strip()
        _write(self._err, json.dumps(error.line()) if self.is_json else text)


def _write(stream: TextIO | None, line: str) -> None:
    if stream is not None:
        stream.write(f"{line}\n")
        stream.flush()
