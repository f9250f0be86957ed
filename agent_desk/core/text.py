"""Texts from callers and servers are hostile until they have passed through here."""

from __future__ import annotations

import unicodedata
from typing import Final

MAX_TEXT: Final = 256

# Joiners are the only format characters kept: Arabic script and emoji need them. The others
# (bidirectional controls, tags, zero-width spaces) could reorder a number or hide part of a name.
_JOINERS: Final = frozenset("\u200c\u200d")
_BLANK_LETTERS: Final = frozenset("\u115f\u1160\u3164\uffa0")
_SPACES: Final = frozenset({"Zs", "Zl", "Zp"})
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_MAX_COMBINING: Final = 4


def clean_text(value: str, limit: int = MAX_TEXT) -> str:
    """``value`` as one plain, printable line of at most ``limit`` characters.

    Control and format characters, lone surrogates, unassigned and invisible code points are
    dropped, all white space becomes single blanks, stacks of combining marks are cut. A cut text
    ends in an ellipsis.
    """
    out: list[str] = []
    combining = 0
    is_blank_due = False
    for char in value[: limit * 8]:
        if " " < char < "\x7f":
            combining = 0
        else:
            category = unicodedata.category(char)
            if category in _SPACES or char in "\t\r\n\v\f\x85":
                is_blank_due = bool(out)
                continue
            if char in _BLANK_LETTERS or (category in _DROPPED and char not in _JOINERS):
                continue
            if category in ("Mn", "Me"):
                combining += 1
                if combining > _MAX_COMBINING:
                    continue
            else:
                combining = 0
        if is_blank_due:
            out.append(" ")
            is_blank_due = False
        out.append(char)
        if len(out) > limit:
            return "".join(out[: limit - 1]).rstrip() + "…"
    return "".join(out)
