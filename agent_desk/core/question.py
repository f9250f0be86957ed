"""A question to a person that is asked without waiting for its answer."""

from __future__ import annotations

from typing import Protocol


class Question(Protocol):
    """Whoever asks hears the answer in another way; see ``ui.leave_questions``."""

    def ask(self) -> None:
        """Show the question, or bring it to the front."""

    def show_waiting(self) -> None:
        """What was answered is being done."""

    def show_failed(self) -> None:
        """It was not done, as far as is known."""

    def close_question(self) -> None:
        """It is answered."""
