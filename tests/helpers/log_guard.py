"""No warning goes unnoticed: a record at WARNING or above that no test expects fails it."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Expectation:
    """Records that a test expects, by their finished message and their logger."""

    pattern: re.Pattern[str]
    logger: str

    def matches(self, record: logging.LogRecord) -> bool:
        is_from_there = not self.logger or f"{record.name}.".startswith(f"{self.logger}.")
        return is_from_there and self.pattern.search(record.getMessage()) is not None


class ExpectLog(Protocol):
    """The fixture ``expect_log``; see ``LogGuard.expect``."""

    def __call__(self, pattern: str, *, logger: str = "") -> None: ...


class LogGuard(logging.Handler):
    """Collects the records of one test and judges them at its end."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._expected: list[Expectation] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def expect(self, pattern: str, *, logger: str = "") -> None:
        """Allow records whose message matches ``pattern`` (``re.search``), and want at least one.

        ``logger`` narrows it to that logger and its children.
        """
        self._expected.append(Expectation(re.compile(pattern), logger))

    def faults(self) -> list[str]:
        """What a person should hear: unexpected records, and expected ones that never came."""
        formatter = logging.Formatter("unexpected %(levelname)s of %(name)s: %(message)s")
        unexpected = [
            formatter.format(record)
            for record in self._records
            if not any(expected.matches(record) for expected in self._expected)
        ]
        missing = [
            f"expected but never logged: {expected.pattern.pattern}"
            for expected in self._expected
            if not any(expected.matches(record) for record in self._records)
        ]
        return unexpected + missing
