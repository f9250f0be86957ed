"""Phone numbers as Voicenter's own servers normalise them."""

from __future__ import annotations

from typing import Final

_E164_DIGITS: Final = range(8, 16)


def international(number: str) -> str:
    """``number`` as E.164 digits without ``+``; Israeli local forms get their 972."""
    digits = "".join(c for c in number if c.isascii() and c.isdigit())
    return "972" + digits[1:] if digits.startswith("0") and digits[1:2] != "0" else digits


def is_dialable(number: str) -> bool:
    """Whether the blacklist would take ``number`` (its "valid E.164")."""
    return not number.strip("+0123456789 -()") and len(international(number)) in _E164_DIGITS
