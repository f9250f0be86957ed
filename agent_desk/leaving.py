"""Leaving the program: whoever wants is asked first whether to be logged out."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from agent_desk.core.tasks import TaskScope
from agent_desk.desk.presence import PENDING, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.away import AtWork
    from agent_desk.core.question import Question
    from agent_desk.desk.status_settings import StatusSettings

LOGGED_OUT: Final = 2
PATIENCE_S: Final = 3.0
"""So long a person waits at most for their program to end."""

_LOOK_S: Final = 0.05

_log = logging.getLogger(__name__)


class Leaving:
    """Between the wish to quit and the end.

    Ask ``leave`` where a person wants to quit; the system's own ends (signals, the end of the
    session) ask nobody. Where the status was not set for certain the question says so and stays.
    """

    def __init__(
        self,
        question: Callable[[Leaving], Question],
        stop: Callable[[], None],
        *,
        at_work: Callable[[], AtWork | None],
        settings: Callable[[], StatusSettings],
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._question = question
        self._stop = stop
        self._at_work = at_work
        self._settings = settings
        self._patience_s = patience_s
        self._scope = TaskScope("leaving")
        self._asked: Question | None = None
        self._is_leaving = False

    def leave(self) -> None:
        """A person wants to quit; the second time they mean it as it is."""
        seat = self._at_work()
        is_asked = self._asked is not None or not self._settings().asks_on_quit
        if is_asked or seat is None or not _can_be_logged_out(seat):
            self.quit()
            return
        self._asked = self._question(self)
        self._asked.ask()

    def quit(self) -> None:
        """Quit, with the status as it is."""
        self._close()
        self._stop()

    def stay(self) -> None:
        """Go on working, unless it is too late for that."""
        if not self._is_leaving:
            self._close()

    def log_out(self) -> None:
        """Be logged out, then quit; it takes ``patience_s`` at most to know whether that works."""
        seat = self._at_work()
        if seat is None or self._is_leaving:
            self.quit()
            return
        self._is_leaving = True
        if self._asked is not None:
            self._asked.show_waiting()
        self._scope.start(self._log_out(seat), name="log_out")

    async def aclose(self) -> None:
        """The program ends."""
        await self._scope.aclose()

    async def _log_out(self, seat: AtWork) -> None:
        seat.set_status(LOGGED_OUT)
        try:
            async with asyncio.timeout(self._patience_s):
                while seat.presence.asked == LOGGED_OUT and seat.presence.stage in PENDING:  # noqa: ASYNC110 - views are read
                    await asyncio.sleep(_LOOK_S)
        except TimeoutError:
            _log.info("no word of the status within %.0f s", self._patience_s)
        view = seat.presence
        is_agreed = view.stage is Stage.WAITING and view.asked == LOGGED_OUT
        if is_agreed or (view.code == LOGGED_OUT and view.stage is Stage.SETTLED):
            self.quit()
        elif self._asked is not None:
            self._is_leaving = False
            self._asked.show_failed()

    def _close(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            asked.close_question()


def ask_with(leaving: Leaving) -> Question:
    """The question in a window, with its answers led to ``leaving``."""
    from agent_desk.ui.leave_questions import QuitQuestion  # noqa: PLC0415 - for few, and late

    question = QuitQuestion()
    question.best_chosen.connect(leaving.log_out)
    question.leave_chosen.connect(leaving.quit)
    question.stay_chosen.connect(leaving.stay)
    return question


def _can_be_logged_out(seat: AtWork) -> bool:
    """Whether there is a status to change, and a link over which to see it."""
    view = seat.presence
    return view.is_there and not view.is_stale and view.code not in (None, LOGGED_OUT)
