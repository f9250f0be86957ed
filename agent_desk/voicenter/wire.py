"""Reading JSON that somebody else wrote: tolerant, bounded, never raising.

Voicenter's services spell one key in several ways (``Queues`` and ``queues``, ``isOK`` and
``isOk``) and send numbers as strings and back. Every object is therefore folded first, and every
value read through one of the ``as_...`` functions::

    fields = fold(body)                   # {"errorcode": "200", "message": "Success"}
    as_int(fields.get("errorcode"))       # 200

Names are written folded in the code: lower case, without ``_`` and blanks.
"""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Final, TypeAlias

from agent_desk.core.phone import PhoneNumber
from agent_desk.core.text import MAX_TEXT, clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent_desk.voicenter.event_types import CustomValue

Fields: TypeAlias = "dict[str, object]"

MAX_DEPTH: Final = 6
MAX_VALUES: Final = 200
MAX_VALUE_TEXT: Final = 2048
MAX_CUSTOM_JSON: Final = 65_536

_INT_LIMIT: Final = 2**63
_PHONE_TEXT: Final = 64
_MILLISECONDS_FROM: Final = 100_000_000_000
_TRUE: Final = frozenset({"1", "true", "yes", "y", "on"})
_FALSE: Final = frozenset({"0", "false", "no", "n", "off"})

# What clean_text would return unchanged, told in one regular expression instead of a loop over the
# characters: ASCII, Latin, Cyrillic, Hebrew and Arabic letters with single blanks between them.
_LETTERS: Final = r"[!-~\u00c0-\u024f\u0400-\u0481\u05d0-\u05ea\u0621-\u063a\u0641-\u064a]"
_is_clean: Final = re.compile(rf"(?:{_LETTERS}+(?: {_LETTERS}+)*)?").fullmatch

_is_dialling_text: Final = re.compile(r"[0-9+\-()./ ]+").fullmatch

_DOTNET_DATE: Final = re.compile(r"/?\\?/?Date\((-?\d{1,15})(?:[+-]\d{4})?\)\\?/?")


class _KeyCache(dict[str, str]):
    """Wire spelling -> folded spelling; bounded, because the keys come from outside."""

    _MAX_KEYS = 2048
    _MAX_LENGTH = 64

    def __missing__(self, key: str) -> str:
        folded = str(key).casefold().replace("_", "").replace(" ", "")
        if len(self) < self._MAX_KEYS and len(folded) <= self._MAX_LENGTH:
            self[key] = folded
        return folded


_KEYS: Final = _KeyCache()


def fold(value: object) -> Fields:
    """The members of a JSON object under folded names; empty for anything else.

    Where two spellings of one name occur, the last one counts. Values are not touched.
    """
    if not isinstance(value, dict):
        return {}
    keys = _KEYS
    return {keys[key]: item for key, item in value.items()}


def as_mapping(value: object) -> dict[str, object]:
    """A JSON object as it is (not folded); empty for anything else."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[object]:
    """A JSON array; empty for anything else."""
    if isinstance(value, list):
        return value
    return list(value) if isinstance(value, tuple) else []


def as_int(value: object) -> int | None:
    """A whole number, also one sent as a string or with a fraction; ``None`` where there is none.

    Numbers beyond 64 bits count as none: nothing on this wire is that large.
    """
    if isinstance(value, int):
        number = int(value)
    elif isinstance(value, float):
        if not math.isfinite(value):
            return None
        number = int(value)
    elif isinstance(value, str):
        parsed = _int_from_text(value)
        if parsed is None:
            return None
        number = parsed
    else:
        return None
    return number if -_INT_LIMIT <= number < _INT_LIMIT else None


def _int_from_text(text: str) -> int | None:
    if len(text) > _PHONE_TEXT:
        return None
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return None


def as_bool(value: object) -> bool | None:
    """A truth value in any of its spellings (``1``, ``"true"``, ``"No"``); ``None`` if unclear."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value != 0
    if isinstance(value, str):
        word = value.strip().casefold()
        if word in _TRUE:
            return True
        if word in _FALSE:
            return False
    return None


def as_str(value: object, limit: int = MAX_TEXT) -> str:
    """One clean line of text (see ``core.text``); a number becomes its digits, the rest ``""``."""
    if isinstance(value, str):
        if len(value) <= limit and ((value.isascii() and value.isalnum()) or _is_clean(value)):
            return value
        return clean_text(value, limit)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number_text(value)[:limit]
    return ""


def _number_text(value: float) -> str:
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        if not value.is_integer() or abs(value) >= _INT_LIMIT:
            return repr(value)
        value = int(value)
    return str(value) if -_INT_LIMIT <= value < _INT_LIMIT else ""


def as_phone(value: object) -> PhoneNumber:
    """The other party's number as received, cleaned of invisible characters."""
    return PhoneNumber(as_str(value, _PHONE_TEXT))


def phone_digits(number: PhoneNumber) -> str:
    """The number as the services take it: E.164 or local digits without ``+`` or ``00``.

    ``""`` for what is no plain number: withheld, an extension code, with ``*`` or an extension
    behind it. Its digits alone would be the number of somebody else.
    """
    if not _is_dialling_text(number.raw):
        return ""
    return number.digits.removeprefix("00")


def parse_date(value: object, *, zone: tzinfo | None = None) -> datetime | None:
    """A date of the service in UTC; ``None`` for 0, nothing, or what is no date.

    Reads ISO 8601 with or without a zone, ``/Date(ms)/`` and epoch numbers in seconds or
    milliseconds. A date without a zone is in ``zone``, by default this machine's own (as both of
    the vendor's clients read it; nobody documents it, so an expiry alone is never to be trusted).
    """
    try:
        if isinstance(value, str):
            return _date_from_text(value.strip(), zone)
        number = as_int(value)
        return None if number is None else _date_from_number(number)
    except (ValueError, OverflowError, OSError):
        return None


def _date_from_text(text: str, zone: tzinfo | None) -> datetime | None:
    if len(text) > _PHONE_TEXT:
        return None
    match = _DOTNET_DATE.fullmatch(text)
    if match is not None:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(match[1]))
    if text.isascii() and text.isdigit() and len(text) != len("20300101"):
        return _date_from_number(int(text))
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None and zone is not None:
        moment = moment.replace(tzinfo=zone)
    return moment.astimezone(UTC)


def _date_from_number(number: int) -> datetime | None:
    if number <= 0:
        return None
    seconds = number / 1000 if number >= _MILLISECONDS_FROM else number
    return datetime.fromtimestamp(seconds, UTC)


def custom_data(value: object) -> dict[str, CustomValue]:
    """The custom data of a call in one shape: texts under names.

    Accepts what the services send: an object, ``null``, ``""``, or a string that holds JSON
    (Voicenter: custom data). Nested objects and lists are kept down to ``MAX_DEPTH`` levels and
    ``MAX_VALUES`` values in all, deeper or later ones are left out. All texts, names included, are
    cleaned. What has no names gets some: a list is numbered from ``"1"``, a plain text or number
    stands under ``"value"``, so that nothing a CRM sent is lost.
    """
    for _ in range(2):  # seen in the field: JSON that was put into a string twice
        if not isinstance(value, str) or value.lstrip()[:1] not in ("{", "[", '"'):
            break
        value = _loads(value)
    if isinstance(value, list | tuple):
        value = {str(number): item for number, item in enumerate(value[:MAX_VALUES], 1)}
    elif not isinstance(value, dict):
        value = {"value": value}
        if _is_nothing(value["value"]):
            return {}
    return _Collector().mapping(value, MAX_DEPTH)


def _is_nothing(value: object) -> bool:
    return not isinstance(value, str | int | float) or as_str(value) in ("", "null")


def _loads(text: str) -> object:
    if len(text) > MAX_CUSTOM_JSON:
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


class _Collector:
    """Copies a JSON value within bounds."""

    def __init__(self) -> None:
        self._left = MAX_VALUES

    def mapping(self, value: Mapping[str, object], depth: int) -> dict[str, CustomValue]:
        found: dict[str, CustomValue] = {}
        for key, item in value.items():
            if self._left <= 0:
                break
            name = as_str(key)
            if not name:
                continue
            self._left -= 1
            found[name] = self._value(item, depth - 1)
        return found

    def _list(self, value: Sequence[object], depth: int) -> list[CustomValue]:
        found: list[CustomValue] = []
        for item in value:
            if self._left <= 0:
                break
            self._left -= 1
            found.append(self._value(item, depth - 1))
        return found

    def _value(self, value: object, depth: int) -> CustomValue:
        if isinstance(value, dict):
            return self.mapping(value, depth) if depth > 0 else None
        if isinstance(value, list | tuple):
            return self._list(value, depth) if depth > 0 else None
        if isinstance(value, str):
            return as_str(value, MAX_VALUE_TEXT)
        return _number_or_none(value)


def _number_or_none(value: object) -> CustomValue:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int):  # a bool is one too
        return value if as_int(value) is not None else None
    return None
