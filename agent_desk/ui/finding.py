"""Finding something by a few typed words: in any order, in part, without accents or case."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from agent_desk.core import folding
from agent_desk.ui import text

NO_MATCH: Final = 1 << 20
"""Worse than every match."""

_SPLIT: Final = re.compile(r"[\W_]+")
_BEGINS, _BEGINS_BESIDE, _WITHIN, _WITHIN_BESIDE = range(4)


def folded(words: str) -> str:
    """``words`` as they compare, without direction marks."""
    return folding.folded(text.plain(words))


def rank(wanted: str, words: str, beside: str = "") -> int:
    """How well ``words`` fit what was typed; smaller is better, ``NO_MATCH`` is not at all.

    Each typed word must occur. One that begins a word weighs more than one within it, and
    ``words`` more than ``beside``, the further words by which a thing is known.
    """
    places = (_parts(words), _parts(beside))
    total = 0
    for needle in filter(None, _SPLIT.split(folded(wanted))):
        for weight in (_BEGINS, _BEGINS_BESIDE, _WITHIN, _WITHIN_BESIDE):
            whole, parts = places[weight % 2]
            if weight >= _WITHIN:
                is_found = needle in whole
            else:
                is_found = any(part.startswith(needle) for part in parts)
            if is_found:
                break
        else:
            return NO_MATCH
        total += weight
    return total


@lru_cache(maxsize=256)
def _parts(words: str) -> tuple[str, tuple[str, ...]]:
    """The words of a thing, folded: as they are, and one by one."""
    whole = folded(words)
    return whole, tuple(_SPLIT.split(whole))
