"""A phone number as the service sent it or a person typed it."""

from __future__ import annotations

from dataclasses import dataclass

from agent_desk.core.privacy import pseudonym

_HIDDEN_WORDS = frozenset({"", "anonymous", "unknown", "private", "restricted", "unavailable"})


@dataclass(frozen=True, slots=True, repr=False)
class PhoneNumber:
    """The other party of a call; masked wherever it is printed.

    ``raw`` is kept exactly as received: E.164 digits, a local form, a 2 to 5 digit speed dial,
    an extension code, ``Anonymous`` or empty (contract: phone numbers). Parsing and formatting
    live in ``desk.numbers``.
    """

    raw: str

    @property
    def is_hidden(self) -> bool:
        """Whether the caller withheld the number."""
        return self.raw.strip().casefold() in _HIDDEN_WORDS

    @property
    def digits(self) -> str:
        """Only the ASCII digits of the number, without any plus sign."""
        return "".join(c for c in self.raw if c.isascii() and c.isdigit())

    def __bool__(self) -> bool:
        return not self.is_hidden

    def __repr__(self) -> str:
        return "<number hidden>" if self.is_hidden else f"<number {pseudonym(self.raw)}>"

    __str__ = __repr__

    def __format__(self, _spec: str) -> str:
        return repr(self)
