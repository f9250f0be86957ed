"""Phone numbers on the command line and in files."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent_desk.commands.stopping import prompting
from agent_desk.core.errors import BadInputError
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.text import clean_text
from agent_desk.desk.numbers import e164

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_FILE_BYTES: Final = 10_000_000
STDIN: Final = "-"

_MAX_NUMBER: Final = 64
_LONGEST: Final = 15  # digits of a number anywhere in the world
_NAMED_LINES: Final = 20
_WRITTEN_AS_NUMBER: Final = re.compile(r"\+?[0-9() ./-]+")
_SEPARATOR: Final = re.compile(r"[,\t]")


@dataclass(frozen=True, slots=True)
class ListedNumber:
    """A number to work on, the name given with it, and its line where it is from a file."""

    number: PhoneNumber
    name: str = field(default="", repr=False)
    line: int | None = None


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


def read_numbers(texts: Sequence[str], file: str | None, region: str) -> list[ListedNumber]:
    """The numbers of the command line and of a file, each once, whatever way it is written.

    A line of the file is a number, with a name after a comma or a tab if there is one; empty lines
    and lines that begin with ``#`` count for nothing. ``-`` is the standard input. Raises
    ``BadInputError`` that names every line which is no number.
    """
    found = [ListedNumber(read_number(text)) for text in texts]
    if file is not None:
        found += _read_lines(_lines(file))
    if not found:
        msg = "There is no number to work on."
        raise BadInputError(msg, next_step="Name one, or a file with --file.")
    once: dict[str, ListedNumber] = {}
    for each in found:
        key = e164(each.number, region)
        first = once.setdefault(key, each)
        if each.name and not first.name:
            once[key] = replace(first, name=each.name)
    return list(once.values())


def _read_lines(lines: Sequence[str]) -> list[ListedNumber]:
    found, bad = [], []
    for count, line in enumerate(lines, 1):
        written, *rest = _SEPARATOR.split(line.strip(), maxsplit=1)
        if not (written or rest) or written.startswith("#"):
            continue
        text = clean_text(_unquoted(written), _MAX_NUMBER)
        number = PhoneNumber(text)
        if _WRITTEN_AS_NUMBER.fullmatch(text) and 0 < len(number.digits) <= _LONGEST:
            name = clean_text(_unquoted(rest[0])) if rest else ""
            found.append(ListedNumber(number, name, count))
        else:
            bad.append(count)
    if bad:
        raise BadInputError(_fault(bad), next_step="Correct the file; nothing has been sent.")
    return found


def _unquoted(text: str) -> str:
    """What stands in a cell that a spreadsheet has put into quotes."""
    text = text.strip()
    is_quoted = len(text) > 1 and text[0] == text[-1] == '"'
    return text[1:-1].replace('""', '"') if is_quoted else text


def _fault(bad: Sequence[int]) -> str:
    if len(bad) == 1:
        return f"Line {bad[0]} of the file is no phone number."
    named = ", ".join(map(str, bad[:_NAMED_LINES]))
    more = f" and {len(bad) - _NAMED_LINES} more" if len(bad) > _NAMED_LINES else ""
    return f"These lines of the file are no phone numbers: {named}{more}."


def _lines(file: str) -> list[str]:
    try:
        content = _standard_input() if file == STDIN else _content(Path(file))
        text = content.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        msg = f"The file {file} cannot be read."
        step = "Check its name and that it is plain text in UTF-8."
        raise BadInputError(msg, next_step=step) from error
    if len(content) > MAX_FILE_BYTES:
        msg = f"The file {file} is too big."
        raise BadInputError(msg, next_step="Split it.")
    return text.split("\n")


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_FILE_BYTES + 1)


def _standard_input() -> bytes:
    if sys.stdin is None:
        msg = "there is no standard input"
        raise OSError(msg)
    with prompting():  # nothing else runs yet that a blocked loop could hold up
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
