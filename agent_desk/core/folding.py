"""Words as they compare: without case, accents, points and marks that cannot be seen."""

from __future__ import annotations

import unicodedata
from typing import Final

# Letters that are the same one to whoever types only the beginning of a word, and the stroke that
# only stretches a word: Hebrew final forms, Arabic yeh and teh marbuta.
_ALIKE: Final = str.maketrans("ךםןףץ\u0649\u0629", "כמנפצ\u064a\u0647", "\u0640")
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf"})


def folded(words: str) -> str:
    """``words`` in small letters without accents, vowel points and direction marks."""
    if words.isascii():
        return words.casefold()
    parts = unicodedata.normalize("NFKD", words).casefold()
    seen = (each for each in parts if unicodedata.category(each) not in _UNSEEN)
    return "".join(seen).translate(_ALIKE)
