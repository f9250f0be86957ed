"""Files that only their owner may read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from io import TextIOWrapper
    from pathlib import Path


def open_private(path: Path, mode: str) -> TextIOWrapper:
    """Open a UTF-8 text file that, if it is made now, only this user can read.

    ``mode`` is ``"a"`` or ``"w"``; what UTF-8 cannot hold is replaced. Raises ``OSError``.
    """

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, 0o600)

    stream = open(path, mode, encoding="utf-8", errors="replace", opener=opener)  # noqa: SIM115
    return cast("TextIOWrapper", stream)
