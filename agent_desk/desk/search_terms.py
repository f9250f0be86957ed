"""What a person types, and what is searched, as terms that match by their beginnings.

A text becomes words: case and accents are folded, Hebrew points dropped, words end where letters
and digits end. A Hebrew word is found with and without the letters that are written onto it (the,
and, in, to, as, from, that). A number becomes its ends (``501234567``, ``01234567`` ...), so that
the beginning of one of them is any part of the number.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from agent_desk.core.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.voicenter.events import CustomValue

MOST_TERMS: Final = 16
"""So many parts of what was typed count."""

_MOST_WORDS: Final = 1000
_MOST_LETTERS: Final = 48
_MOST_TYPED: Final = 1000
_ABROAD: Final = "00"
_ISRAEL: Final = "972"
# In the place of 972, with which nearly all numbers here begin: what is typed after it tells.
_FROM_ISRAEL: Final = "\u00d7"
_SHORTEST_LOCAL: Final = 8
_SHORTEST_END: Final = 2

_ONTO: Final = frozenset("הובלכמש")
_MOST_ONTO: Final = 2
_LEAST_LEFT: Final = 2
_HEBREW: Final = re.compile("[א-ת]+")
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"[+(]?[0-9][0-9().+/*#-]*")
_ASCII_DIGITS: Final = re.compile("[0-9]+")

Choice = tuple[tuple[str, bool], ...]
"""Of which one must match: the term, and whether its beginning is enough."""


def words(text: str) -> Iterator[str]:
    """The words of ``text``; a number written in groups is one more, without its hyphens."""
    for part in folded(text).split():
        if _NUMBER.fullmatch(part) and not part.isdigit():
            yield _digits(part)[:_MOST_LETTERS]
        yield from (word[:_MOST_LETTERS] for word in _WORD.findall(part))


def text_terms(text: str) -> Iterator[str]:
    """The terms by which ``text`` is found."""
    for word in words(text):
        yield word
        yield from _without_onto(word)


def number_terms(number: PhoneNumber) -> Iterator[str]:
    """The terms by which ``number`` is found: every end of it, abroad's way and at home."""
    if not number:
        return
    digits = _digits(number.raw).removeprefix(_ABROAD)[:_MOST_LETTERS]
    if len(digits) >= _SHORTEST_LOCAL:
        if digits.startswith("0"):
            digits = _ISRAEL + digits[1:]
        if digits.startswith(_ISRAEL):
            at_home = digits.removeprefix(_ISRAEL)
            yield from ("0" + at_home, _FROM_ISRAEL + at_home, _ISRAEL)
            digits = digits[1:]
    for start in range(len(digits) - _SHORTEST_END + 1):
        yield digits[start:]
    yield from (word for word in words(number.raw) if not word.isdigit())


def terms(
    numbers: Iterable[PhoneNumber], texts: Iterable[str], custom_data: Mapping[str, CustomValue]
) -> list[str]:
    """All terms by which a call is found, each once."""
    found: dict[str, None] = {}
    for number in numbers:
        found.update(dict.fromkeys(number_terms(number)))
    for text in (*texts, *_texts(custom_data)):
        for term in text_terms(text):
            found[term] = None
            if len(found) >= _MOST_WORDS:
                return list(found)
    return list(found)


def wanted(typed: str) -> tuple[Choice, ...]:
    """What must be found for ``typed``: of each choice one. Any text will do."""
    choices: dict[Choice, None] = {}
    for part in folded(typed[:_MOST_TYPED]).split():
        if _NUMBER.fullmatch(part):
            choices[_number_typed(part)] = None
        else:
            for word in _WORD.findall(part):
                choices[_word_typed(word[:_MOST_LETTERS])] = None
    return tuple(choices)[:MOST_TERMS]


def _number_typed(part: str) -> Choice:
    digits = _digits(part)[:_MOST_LETTERS]
    if len(digits) > len(_ABROAD):
        digits = digits.removeprefix(_ABROAD)
    at_home = digits.removeprefix(_ISRAEL)
    if not at_home or at_home == digits:
        return ((digits, True),)
    # +972-050: a common slip. The digits may also be somewhere in a number of any country.
    return ((_FROM_ISRAEL + at_home.removeprefix("0"), True), (digits, True))


def _word_typed(word: str) -> Choice:
    # Two letters begin so many words that they have to be the whole of one.
    less = ((left, len(left) > _LEAST_LEFT) for left in _without_onto(word))
    return ((word, True), *less)


def _without_onto(word: str) -> Iterator[str]:
    """A Hebrew word without one and without two of the letters that are written onto words."""
    if not _HEBREW.fullmatch(word):
        return
    for count in range(1, _MOST_ONTO + 1):
        if word[count - 1] not in _ONTO or len(word) - count < _LEAST_LEFT:
            return
        yield word[count:]


def _digits(text: str) -> str:
    return "".join(_ASCII_DIGITS.findall(text))


def _texts(custom_data: Mapping[str, CustomValue]) -> Iterator[str]:
    """The values of the custom data; what is nested as its JSON."""
    for value in custom_data.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, dict)):
            yield json.dumps(value, ensure_ascii=False)
        elif value is not None and not isinstance(value, bool):
            yield str(value)
