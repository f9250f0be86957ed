"""The account's API code, which most of the REST services ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from agent_desk.core.privacy import Secret
from agent_desk.voicenter.errors import ApiCodeMissingError

CodeSource: TypeAlias = Callable[[], Secret | None]
"""Gives the code as it is at this moment; ``None`` where the account's code is not known."""


def reveal_code(source: CodeSource) -> str:
    """The code for the wire; ``ApiCodeMissingError`` where there is none."""
    code = source()
    if not code:
        raise ApiCodeMissingError
    return code.reveal()
