"""The field that calls, joined with the shift that is being worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from agent_desk.core.errors import AgentDeskError
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.dialling import DialWish
    from agent_desk.shift.dialling import Dialling
    from agent_desk.ui.dial_field import DialField


class CallingOut:
    """Hands the wishes of ``field`` to the shift, and shows there what becomes of them.

    ``region`` is where numbers are read, ``is_blocked`` knows those blocked from here, and
    ``ask_code`` asks for the API code with the short code of the reason.
    """

    def __init__(
        self,
        field: DialField,
        *,
        region: Callable[[], str],
        is_blocked: Callable[[PhoneNumber], bool],
        ask_code: Callable[[str], None],
    ) -> None:
        self._field = field
        self._ask_code = ask_code
        self._dialling: Dialling | None = None
        field.read_with(region, self._extensions, is_blocked)
        field.dial_requested.connect(self._on_dial_requested)
        field.hang_up_requested.connect(self._on_hang_up_requested)
        field.question_dropped.connect(self._on_question_dropped)

    def begin(self, dialling: Dialling) -> None:
        """A shift is being worked."""
        self._dialling = dialling
        dialling.follow(self._field.show_attempt, self._on_code_asked)

    def end(self) -> None:
        """Nobody works: somebody else may sign in."""
        self._dialling = None
        self._field.forget()

    def _extensions(self) -> Collection[str]:
        return () if self._dialling is None else self._dialling.extensions

    def _on_dial_requested(self, wish: DialWish) -> None:
        if self._dialling is not None:
            self._dialling.dial(wish)

    def _on_hang_up_requested(self) -> None:
        if self._dialling is not None:
            self._dialling.hang_up()

    def _on_question_dropped(self) -> None:
        if self._dialling is not None:
            self._dialling.drop_question()

    def _on_code_asked(self, error: AgentDeskError) -> None:
        self._ask_code(error.code)
