"""Going from one connection to its successor without losing or doubling an event."""

from __future__ import annotations

from collections import Counter
from typing import Final

import msgspec

_FAULTS: Final = (ValueError, TypeError, OverflowError, RecursionError, msgspec.MsgspecError)


class Overlap:
    """Knows what the old connection delivered, so that the new one does not do it again.

    While both are open each event arrives on both. Equal ones are counted, not merged: an event
    that really came twice is delivered twice.
    """

    def __init__(self) -> None:
        self._delivered: Counter[bytes] = Counter()

    @property
    def is_empty(self) -> bool:
        """Whether the old connection has delivered nothing so far."""
        return not self._delivered

    def delivered(self, name: str, payload: object) -> None:
        """The old connection has delivered this."""
        key = _fingerprint(name, payload)
        if key is not None:
            self._delivered[key] += 1

    def is_repeat(self, name: str, payload: object) -> bool:
        """Whether the new connection brings what the old one has delivered already."""
        key = _fingerprint(name, payload)
        if key is None or not self._delivered[key]:
            return False
        self._delivered[key] -= 1
        return True


def _fingerprint(name: str, payload: object) -> bytes | None:
    try:
        return msgspec.json.encode((name, payload))
    except _FAULTS:
        return None
