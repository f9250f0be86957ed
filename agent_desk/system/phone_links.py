"""Numbers that come from outside the program: a clicked link, another start's command line.

Any web page may hold such a link, so what comes out is only ever shown to a person.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from agent_desk.core.errors import BadInputError

SCHEMES: Final = ("tel:", "callto:")

_MAX_LENGTH: Final = 256
_VISUAL: Final = re.compile(r"[\s\-.()/]")  # RFC 3966, 5.1.1, and what people write
_NUMBER: Final = re.compile(r"\+?[0-9]{2,20}")


def is_phone_link(text: str) -> bool:
    """Whether ``text`` is a link to a telephone number, good or bad."""
    return text.casefold().startswith(SCHEMES)


def linked_number(text: str) -> str:
    """The digits of a ``tel:`` link or of a number in any writing, with its plus sign if any.

    Parameters (``;ext=``, ``;phone-context=``) are left out (RFC 3966). Raises ``BadInputError``,
    also for service codes such as ``*21#``: dialled by mistake, they would change the telephone.
    """
    number = text if len(text) <= _MAX_LENGTH else ""
    if is_phone_link(number):
        number = unquote(number.partition(":")[2]).removeprefix("//")
    number = _VISUAL.sub("", number.partition(";")[0])
    if not is_plain_number(number):
        msg = "This is no phone number that can be called."
        raise BadInputError(msg, next_step="Write it in digits, such as 050-123-4567.")
    return number


def is_plain_number(text: str) -> bool:
    """Whether ``text`` is what ``linked_number`` gives: 2 to 20 digits after an optional plus."""
    return _NUMBER.fullmatch(text) is not None
