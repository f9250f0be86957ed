"""The sample payloads under ``tests/fixtures``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "fixtures"


def load(name: str) -> Any:  # noqa: ANN401 - any JSON
    """The fixture ``name``, as ``"call_log/response_ok"``: parsed JSON, or text with a suffix.

    ``"click2call/success.xml"`` gives the text of that file.
    """
    if Path(name).suffix:
        return (FOLDER / name).read_text(encoding="utf-8")
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def names(folder: str) -> list[str]:
    """The names for ``load`` of all JSON fixtures in a folder, for parametrised tests."""
    return sorted(f"{folder}/{path.stem}" for path in (FOLDER / folder).glob("*.json"))
