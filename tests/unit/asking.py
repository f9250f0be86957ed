"""A question that nobody sees."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Asked:
    """Keeps in ``told`` what became of the question, and what a test adds to that."""

    told: list[str] = field(default_factory=list)

    def ask(self) -> None:
        self.told.append("asked")

    def show_waiting(self) -> None:
        self.told.append("waiting")

    def show_failed(self) -> None:
        self.told.append("failed")

    def close_question(self) -> None:
        self.told.append("closed")
