"""What a text is when somebody wants to call it: which number, how sure, and what to ask first.

The text may come from anywhere: typed, pasted out of a mail or a table, from a ``tel:`` link.
phonenumbers is imported when there is something to read: it costs start-up time.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk import numbers

if TYPE_CHECKING:
    from collections.abc import Collection

_MAX_TEXT: Final = 512
_LINK: Final = re.compile(r"(?:tel|callto):(?://)?([^;?]*)", re.IGNORECASE)
_WRITTEN_AS_NUMBER: Final = re.compile(r"[0-9+\-()./ ]+")
_SERVICE_CODE: Final = re.compile(r"[*#][0-9*#]*")
_EXTENSION_CODE: Final = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9]{3,32}")
_VANITY: Final = re.compile(r"\+?[0-9][0-9 \-.]{2,6}[A-Z][A-Z \-]{2,13}")
_DASHES: Final = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be\ufe63"
_SHORTEST: Final = 2
_LONGEST_SHORT: Final = 6
_LONGEST_LOCAL: Final = 8
_LONGEST: Final = 15  # digits of E.164
_NO_NUMBER: Final = PhoneNumber("")
# Known to telephones everywhere, whatever the country.
_EMERGENCY_ANYWHERE: Final = frozenset({"112", "911"})
# Premium ranges by country code, for numbers of theirs that the library does not know (yet).
_PREMIUM: Final = {"1": "900", "44": "9", "972": "19"}


class DialKind(Enum):
    """What kind of number it is; ``EMERGENCY`` and ``PREMIUM`` are asked about first."""

    NORMAL = "normal"
    EXTENSION = "extension"
    SHORT_CODE = "short_code"
    EMERGENCY = "emergency"
    PREMIUM = "premium"
    IMPOSSIBLE = "impossible"
    HIDDEN = "hidden"


class DialFault(Enum):
    """Why a text cannot be called."""

    NOTHING = "nothing"
    WITHHELD = "withheld"
    NO_NUMBER = "no_number"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    SERVICE_CODE = "service_code"


@dataclass(frozen=True, slots=True)
class DialPlan:
    """What calling a text would do.

    ``target`` is what is sent: E.164 for a telephone number, otherwise as it was typed. ``text``
    is how it is shown, ``region`` the two-letter country or empty, ``line`` what kind of line it
    is. ``is_first_of_several``: the text holds more numbers, and this is the first good one.
    ``fault`` says why nothing can be called.
    """

    kind: DialKind
    target: PhoneNumber = _NO_NUMBER
    text: str = field(default="", repr=False)
    region: str = ""
    line: numbers.Line = numbers.Line.UNKNOWN
    is_first_of_several: bool = False
    fault: DialFault | None = None

    @property
    def can_be_called(self) -> bool:
        """Whether there is something to call."""
        return self.fault is None

    @property
    def asks_first(self) -> bool:
        """Whether a person has to say twice that they mean it."""
        return self.kind in (DialKind.EMERGENCY, DialKind.PREMIUM)


def plan(
    written: str, region: str = numbers.DEFAULT_REGION, extensions: Collection[str] = ()
) -> DialPlan:
    """Read ``written`` as somebody in ``region`` means it.

    ``extensions`` are the codes of the account's extensions, as far as they are known.
    """
    text = _cleaned(written)
    if not text:
        return _nothing(DialFault.NOTHING)
    if PhoneNumber(text).is_hidden:
        return DialPlan(DialKind.HIDDEN, fault=DialFault.WITHHELD)
    is_number = _WRITTEN_AS_NUMBER.fullmatch(text) is not None
    emergency = _emergency(text, region) if is_number else ""
    if emergency:
        return _as_typed(DialKind.EMERGENCY, emergency)
    extension = _extension(text, extensions)
    if extension:
        return _as_typed(DialKind.EXTENSION, extension)
    if is_number:
        found = _number(text, region)
        # Two numbers side by side are too many digits for one.
        return found if found.fault is not DialFault.TOO_LONG else _found_in(text, region) or found
    if _SERVICE_CODE.fullmatch(text.replace(" ", "").replace("-", "")):
        return _nothing(DialFault.SERVICE_CODE)
    if _VANITY.fullmatch(text):
        import phonenumbers

        found = _number(phonenumbers.convert_alpha_characters_in_number(text), region)
        if found.line is not numbers.Line.UNKNOWN:
            return found
    if _EXTENSION_CODE.fullmatch(text):
        return _as_typed(DialKind.EXTENSION, text)
    return _found_in(text, region) or _nothing(DialFault.NO_NUMBER)


def _cleaned(written: str) -> str:
    """``written`` in plain characters: no marks, one kind of blank, dash and digit; no link."""
    out = []
    for char in unicodedata.normalize("NFKC", written[:_MAX_TEXT]):
        category = unicodedata.category(char)
        if char in _DASHES:
            out.append("-")
        elif category == "Nd":
            out.append(str(unicodedata.decimal(char)))
        elif category[0] == "Z" or char in "\t\r\n":
            out.append(" ")
        elif category[0] != "C":
            out.append(char)
    text = " ".join("".join(out).split())
    link = _LINK.match(text)
    return text if link is None else _cleaned(unquote(link[1]))


def _extension(text: str, extensions: Collection[str]) -> str:
    """The extension that ``text`` names; its case matters only where two codes differ by it."""
    if text in extensions:
        return text
    folded = text.casefold()
    alike = [code for code in extensions if code.casefold() == folded]
    return alike[0] if len(alike) == 1 else ""


def _number(text: str, region: str) -> DialPlan:
    """What digits and the signs between them are."""
    digits = PhoneNumber(text).digits
    if len(digits) < _SHORTEST:
        return _nothing(DialFault.TOO_SHORT)
    shown = numbers.show(PhoneNumber(text), region)
    line = numbers.line_of(shown.copy_text) if shown.is_external else numbers.Line.UNKNOWN
    is_abroad = text.startswith(("+", "00"))
    if len(digits) <= _LONGEST_SHORT and not is_abroad:
        is_dear = numbers.is_dear_short_code(digits, region)
        return _as_typed(DialKind.PREMIUM if is_dear else DialKind.SHORT_CODE, digits)
    is_local = len(digits) <= _LONGEST_LOCAL and text[0] not in "+0("
    if is_local and line is numbers.Line.UNKNOWN:
        return _as_typed(DialKind.SHORT_CODE, digits)  # which area it lies in only they know
    if not shown.is_external:
        too_long = len(digits.removeprefix("00")) > _LONGEST
        return _nothing(DialFault.TOO_LONG if too_long or not is_abroad else DialFault.TOO_SHORT)
    is_dear = line is numbers.Line.PREMIUM or _is_dear_range(shown.copy_text)
    return DialPlan(
        DialKind.PREMIUM if is_dear else DialKind.NORMAL,
        PhoneNumber(shown.copy_text),
        shown.text,
        shown.region,
        line,
    )


def _found_in(text: str, region: str) -> DialPlan | None:
    """The first valid number inside ``text``, else the first possible one."""
    import phonenumbers

    found = [
        (phonenumbers.is_valid_number(match.number), match.number)
        for match in phonenumbers.PhoneNumberMatcher(
            text, region, leniency=phonenumbers.Leniency.POSSIBLE
        )
    ]
    if not found:
        return None
    number = next((number for is_valid, number in found if is_valid), found[0][1])
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return replace(_number(written, region), is_first_of_several=len(found) > 1)


@lru_cache(maxsize=256)
def _emergency(text: str, region: str) -> str:
    """The number for help that ``text`` calls, also with the country's code before it, or none."""
    digits = PhoneNumber(text).digits
    if not 0 < len(digits) <= _LONGEST_LOCAL:
        return ""

    import phonenumbers

    is_abroad = text.startswith(("+", "00"))
    code = str(phonenumbers.country_code_for_region(region))
    short = digits.removeprefix("00").removeprefix(code) if is_abroad else digits
    is_known = short in _EMERGENCY_ANYWHERE or phonenumbers.is_emergency_number(short, region)
    return short if is_known else ""


def _is_dear_range(e164: str) -> bool:
    digits = e164.removeprefix("+")
    return any(digits.startswith(code + first) for code, first in _PREMIUM.items())


def _as_typed(kind: DialKind, text: str) -> DialPlan:
    return DialPlan(kind, PhoneNumber(text), text)


def _nothing(fault: DialFault) -> DialPlan:
    return DialPlan(DialKind.IMPOSSIBLE, fault=fault)
