"""Values that must not reach a log: each prints as a keyed pseudonym."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

_KEY: Final = secrets.token_bytes(16)


def pseudonym(value: str) -> str:
    """Eight hex digits that stand for ``value`` in this run of the program.

    The key is drawn at start and never stored, so the same number can be followed through one
    log but not looked up from it.
    """
    digest = hashlib.blake2s(value.encode("utf-8", "replace"), key=_KEY, digest_size=4)
    return digest.hexdigest()


class Secret:
    """A password, token or API code; only ``reveal()`` gives it away."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value itself, for the wire or the keyring only."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and secrets.compare_digest(
            self._value.encode(), other._value.encode()
        )

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return "Secret(***)"

    __str__ = __repr__
