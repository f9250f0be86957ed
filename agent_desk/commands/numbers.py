"""Phone numbers on the command line and in files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import BadInputError
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.numbers import e164

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_FILE_BYTES: Final = 10_000_000
_MAX_NUMBER: Final = 64


def read_number(text: str) -> PhoneNumber:
    """What a person wrote as a number; raises ``BadInputError`` where it cannot be one."""
    number = PhoneNumber(text.strip())
    if not number.digits or len(number.raw) > _MAX_NUMBER:
        msg = "This is no phone number."
        raise BadInputError(msg, next_step="Write it in digits, such as 050-123-4567.")
    return number


def dialled(number: PhoneNumber, region: str) -> PhoneNumber:
    """``number`` in international form, as the service wants it; what is none stays as it is."""
    return PhoneNumber(e164(number, region))


def read_numbers(texts: Sequence[str], file: str | None) -> list[PhoneNumber]:
    """The numbers of the command line and of a file with one number a line, each once.

    In the file empty lines and lines that begin with ``#`` count for nothing.
    """
    numbers = [read_number(text) for text in texts]
    if file is not None:
        for count, line in enumerate(_lines(Path(file)), 1):
            text = line.strip()
            if text and not text.startswith("#"):
                try:
                    numbers.append(read_number(text))
                except BadInputError as error:
                    msg = f"Line {count} of the file is no phone number."
                    raise BadInputError(msg) from error
    if not numbers:
        msg = "There is no number to work on."
        raise BadInputError(msg, next_step="Name one, or a file with --file.")
    return list(dict.fromkeys(numbers))


def _lines(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(MAX_FILE_BYTES + 1)
    except (OSError, UnicodeDecodeError) as error:
        msg = f"The file {path} cannot be read."
        raise BadInputError(msg, next_step="Check its name and that it is plain text.") from error
    if len(text) > MAX_FILE_BYTES:
        msg = f"The file {path} is too big."
        raise BadInputError(msg, next_step="Split it.")
    return text.splitlines()
