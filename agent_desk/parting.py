"""Before the work ends: a recording that is muted would stay so, and nobody would say so."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from agent_desk.core.tasks import TaskScope
from agent_desk.desk.current import PENDING, can_resume
from agent_desk.desk.guard import ANSWER_WITHIN_S
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.question import Question
    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey
    from agent_desk.guard_answers import Mute

PATIENCE_S: Final = ANSWER_WITHIN_S + 1.0
"""So long the answer to a resume is waited for; the guard has given up by then."""

_LOOK_S: Final = 0.05


class Parting:
    """Between the wish to sign out or to quit and the end, while a recording is muted.

    ``cards`` are the calls now. The service ends no mute by itself before the call is over, so
    that the person says whether to resume first. The system's own ends (signals, the end of the
    session) ask nobody.
    """

    def __init__(
        self,
        question: Callable[[Parting, bool], Question],
        *,
        cards: Callable[[], tuple[Card, ...]],
        mute: Mute,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._question = question
        self._cards = cards
        self._mute = mute
        self._patience_s = patience_s
        self._scope = TaskScope("parting")
        self._asked: Question | None = None
        self._go_on: Callable[[], None] = _stay
        self._resuming: asyncio.Task[None] | None = None

    def part(self, go_on: Callable[[], None], *, is_quit: bool) -> None:
        """Call ``go_on`` at once where nothing is muted, else once the person has said how."""
        if not self._muted():
            self._close()
            go_on()
            return
        if self._asked is not None and go_on != self._go_on:
            self._close()  # signing out was asked about, and now it is quitting
        self._go_on = go_on
        if self._asked is None:
            self._asked = self._question(self, is_quit)
        self._asked.ask()

    def resume(self) -> None:
        """Resume what is muted; go on when the service has agreed."""
        if self._asked is not None and self._resuming is None:
            self._asked.show_waiting()
            self._resuming = self._scope.start(self._resume(self._asked), name="resume")

    def leave_muted(self) -> None:
        """Go on with the recording as it is."""
        self._go()

    def stay(self) -> None:
        """Go on working."""
        self._close()

    async def aclose(self) -> None:
        """The program ends."""
        self._close()
        await self._scope.aclose()

    async def _resume(self, asked: Question) -> None:
        pressed: set[CallKey] = set()
        try:
            async with asyncio.timeout(self._patience_s):
                while muted := self._muted():
                    fresh = [
                        card for card in muted if can_resume(card.guard) and card.key not in pressed
                    ]
                    if not fresh and not any(card.guard.state in PENDING for card in muted):
                        break  # refused, or unknown
                    for card in fresh:
                        pressed.add(card.key)
                        self._mute(card.key, muted=False, trigger=MuteTrigger.BUTTON)
                    await asyncio.sleep(_LOOK_S)
        except TimeoutError:
            pass  # said below, as every other failure
        self._resuming = None
        if self._muted():
            asked.show_failed()
        else:
            self._go()

    def _muted(self) -> list[Card]:
        """The live calls whose recording is muted, or may be."""
        return [
            card
            for card in self._cards()
            if card.phase is not Phase.ENDED
            and (can_resume(card.guard) or card.guard.state in PENDING)
        ]

    def _go(self) -> None:
        go_on = self._go_on
        self._close()
        go_on()

    def _close(self) -> None:
        """The question is answered, or means nothing any more."""
        self._go_on = _stay
        asked, self._asked = self._asked, None
        resuming, self._resuming = self._resuming, None
        if resuming is not None:
            resuming.cancel()
        if asked is not None:
            asked.close_question()


def _stay() -> None:
    """Nobody has asked to leave."""


def ask_with(parting: Parting, is_quit: bool) -> Question:  # noqa: FBT001 - a callback's
    """The question in a window, with its answers led to ``parting``."""
    from agent_desk.ui.leave_questions import RecordingQuestion  # noqa: PLC0415 - for few, and late

    question = RecordingQuestion(is_quit=is_quit)
    question.best_chosen.connect(parting.resume)
    question.leave_chosen.connect(parting.leave_muted)
    question.stay_chosen.connect(parting.stay)
    return question
