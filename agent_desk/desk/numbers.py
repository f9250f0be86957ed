"""Phone numbers: read, matched, shown.

What comes over the wire is mixed: E.164 digits, local forms, two to five digit speed dials,
extension codes (Voicenter: phone numbers). phonenumbers is imported when the first real number is
read: it costs start-up time that no window should pay.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber as PhoneNumberObject

    from agent_desk.core.phone import PhoneNumber

DEFAULT_REGION: Final = "IL"

_ISRAEL: Final = "972"
_SHORTEST_REAL: Final = 7
_SHORTEST_MATCH: Final = 8


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number as a person reads it.

    ``text`` is spaced (``+972 50-123-4567``), ``local_text`` as people of the home country write
    their own numbers (``050-123-4567``), ``copy_text`` clean (``+972501234567``), ``region`` the
    two-letter country, ``is_external`` whether the number lies outside the organisation. Short
    codes, extensions and what is no number stay as they came.
    """

    text: str = ""
    local_text: str = ""
    copy_text: str = ""
    region: str = ""
    is_external: bool = False


def show(number: PhoneNumber, region: str = DEFAULT_REGION) -> ShownNumber:
    """How to show ``number``; all empty for a withheld one."""
    return ShownNumber() if number.is_hidden else _show(number.raw.strip(), region)


def e164(number: PhoneNumber, region: str = DEFAULT_REGION) -> str:
    """``+972501234567`` where the number is one, else the text as it came."""
    shown = show(number, region)
    return shown.copy_text if shown.is_external else number.raw


def comparable(number: PhoneNumber) -> str:
    """What two spellings of one number have in common; empty below eight digits.

    Digits without the leading ``972`` or ``0``, as the vendor advises for look-ups.
    """
    digits = number.digits.removeprefix("00").removeprefix(_ISRAEL).removeprefix("0")
    return digits if len(digits) >= _SHORTEST_MATCH else ""


def same(one: PhoneNumber, other: PhoneNumber) -> bool:
    """Whether two numbers reach the same telephone, as far as their digits tell."""
    digits = comparable(one)
    if digits:
        return digits == comparable(other)
    return bool(one) and one.raw == other.raw


class Line(Enum):
    """What kind of line a number leads to, as far as its digits tell."""

    UNKNOWN = "unknown"
    MOBILE = "mobile"
    FIXED = "fixed"
    TOLL_FREE = "toll_free"
    SHARED_COST = "shared_cost"
    PREMIUM = "premium"
    VOIP = "voip"


@lru_cache(maxsize=256)
def line_of(e164_text: str) -> Line:
    """The line of a number that ``e164`` gives."""
    import phonenumbers

    types = phonenumbers.PhoneNumberType
    known = {
        types.MOBILE: Line.MOBILE,
        types.FIXED_LINE: Line.FIXED,
        types.TOLL_FREE: Line.TOLL_FREE,
        types.SHARED_COST: Line.SHARED_COST,
        types.PREMIUM_RATE: Line.PREMIUM,
        types.VOIP: Line.VOIP,
    }
    kind = phonenumbers.number_type(phonenumbers.parse(e164_text))
    return known.get(kind, Line.UNKNOWN)


def is_dear_short_code(digits: str, region: str = DEFAULT_REGION) -> bool:
    """Whether a short code is known to cost more than a call does."""
    import phonenumbers

    with suppress(phonenumbers.NumberParseException):
        cost = phonenumbers.expected_cost_for_region(phonenumbers.parse(digits, region), region)
        return bool(cost == phonenumbers.ShortNumberCost.PREMIUM_RATE)
    return False


@lru_cache(maxsize=4096)
def _show(raw: str, region: str) -> ShownNumber:
    as_it_came = ShownNumber(raw, raw, raw)
    digits = "".join(c for c in raw if c.isascii() and c.isdigit())
    if len(digits) < _SHORTEST_REAL or any(c.isalpha() or c in "*#@" for c in raw):
        return as_it_came

    import phonenumbers

    parsed = _parse(raw, digits, region)
    if parsed is None:
        return as_it_came
    formats = phonenumbers.PhoneNumberFormat
    text = phonenumbers.format_number(parsed, formats.INTERNATIONAL)
    # A number whose prefix is younger than the library has no region of its own yet.
    country = phonenumbers.region_code_for_number(parsed)
    country = country or phonenumbers.region_code_for_country_code(parsed.country_code or 0)
    is_home = country == region
    return ShownNumber(
        text=text,
        local_text=phonenumbers.format_number(parsed, formats.NATIONAL) if is_home else text,
        copy_text=phonenumbers.format_number(parsed, formats.E164),
        region=country if country.isalpha() else "",
        is_external=True,
    )


def _parse(raw: str, digits: str, region: str) -> PhoneNumberObject | None:
    """The number, read as the service writes it: with the country's code but without a plus.

    Digits that are a valid number that way are taken so, else as dialled in ``region``. What is
    merely possible is good enough: new prefixes appear before the library knows them.
    """
    import phonenumbers

    readings = []
    for text in (raw,) if raw.startswith(("+", "0")) else (f"+{digits}", raw):
        with suppress(phonenumbers.NumberParseException):
            readings.append(phonenumbers.parse(text, region))
    for is_good in (phonenumbers.is_valid_number, phonenumbers.is_possible_number):
        for reading in readings:
            if is_good(reading):
                return reading
    return None
