"""The account's API code in use; one that was just typed is on trial until the service took it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent_desk.core.privacy import Secret


@dataclass(frozen=True, slots=True)
class _Trial:
    """A typed code that no answer has judged yet, and the one it stands in for."""

    before: Secret | None
    is_for_good: bool


class ApiCode:
    """A ``CodeSource``: the services call it whenever they need the code.

    Whoever hears the first answer to a typed code says ``accept`` or ``refuse``.
    """

    def __init__(self) -> None:
        self._code: Secret | None = None
        self._trial: _Trial | None = None

    def __call__(self) -> Secret | None:
        """The code as it is at this moment."""
        return self._code

    def know(self, code: Secret | None) -> None:
        """A code that needs no trial, or none."""
        self._code = code
        self._trial = None

    def try_out(self, code: Secret, *, is_for_good: bool) -> None:
        """Use a code that was just typed; ``is_for_good`` says whether to keep it if it works."""
        before = self._code if self._trial is None else self._trial.before
        self._code = code
        self._trial = _Trial(before, is_for_good)

    def accept(self) -> Secret | None:
        """The service took the code; gives it where it is to be kept from now on."""
        trial, self._trial = self._trial, None
        return self._code if trial is not None and trial.is_for_good else None

    def refuse(self) -> bool:
        """The service refused the code; whether one was on trial. The one before counts again."""
        trial, self._trial = self._trial, None
        if trial is None:
            return False
        self._code = trial.before
        return True
