"""Text for the cells of a spreadsheet."""

from __future__ import annotations

from typing import Final

# With these a cell begins a formula; the wide ones do so in East Asian versions.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_CONTROL_STARTS: Final = ("\t", "\r", "\n")


def safe_cell(value: object) -> str:
    """``value`` as text that no spreadsheet takes for a formula; nothing for ``None``."""
    text = "" if value is None else str(value)
    is_risky = text.startswith(_CONTROL_STARTS) or text.lstrip().startswith(_FORMULA_STARTS)
    return f"'{text}" if is_risky else text
