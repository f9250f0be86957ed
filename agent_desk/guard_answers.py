"""What local programs are told that ask about the recording guard, and what is done for them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol

from agent_desk.desk.current import CAN_MUTE, PENDING, call_to_mute, can_resume, current_call
from agent_desk.desk.guard import ANSWER_WITHIN_S, GuardState
from agent_desk.desk.guard_table import MUTED, UNTOUCHED
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import Phase
from agent_desk.system.guard_socket import GuardAction

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card
    from agent_desk.desk.guard import GuardView
    from agent_desk.desk.state import CallKey
    from agent_desk.system.guard_socket import GuardRequest

LONGEST_ANSWER_S: Final = ANSWER_WITHIN_S + 3.0
"""So long a program waits for the service at most, behind a request that was under way already."""

_SHOWN_WITHIN_S: Final = 0.5

_TO_MUTE: Final = CAN_MUTE | {GuardState.RESUME_FAILED}

_WORDS: Final = {
    GuardState.MUTE_FAILED: "The recording was not muted.",
    GuardState.RESUME_FAILED: "The recording was not resumed.",
    GuardState.UNKNOWN: "It is not known whether the call is recorded.",
    GuardState.NOT_RECORDED: "The call is not recorded.",
}


class Mute(Protocol):
    """Carries a wish to the shift, which soon shows in the cards what becomes of it."""

    def __call__(self, key: CallKey, *, muted: bool, trigger: MuteTrigger) -> None:
        """Mute or resume the recording of one call."""


class GuardAnswers:
    """Answers ``GuardRequest``s from the cards; a mute is answered when the service has answered.

    No number and no name goes out: ids, extensions and states only.
    """

    def __init__(self, clock: Clock, mute: Mute) -> None:
        self._clock = clock
        self._mute = mute
        self._cards: tuple[Card, ...] = ()
        self._waiting: set[asyncio.Future[None]] = set()

    def follow(self, cards: tuple[Card, ...]) -> None:
        """These are the calls now, newest first."""
        self._cards = cards
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)

    async def answer(self, request: GuardRequest) -> dict[str, object]:
        """The line for ``request``, see docs/local-control.md."""
        if request.action is GuardAction.STATUS:
            return self._status()
        muted = request.action is GuardAction.MUTE
        if request.call_id is None:
            call = call_to_mute(self._cards)
            if call is None:
                return _line(None, "No call is being recorded now.")
        else:
            call = self._call(request.call_id)
            if call is None:
                return _line(None, "The agent has no such call now.")
        trigger = MuteTrigger.COMMAND if request.is_command else MuteTrigger.LOCAL_PROGRAM
        try:
            async with asyncio.timeout(LONGEST_ANSWER_S):
                return await self._change(call.key.call_id, trigger, muted=muted)
        except TimeoutError:
            return _line(self._call(call.key.call_id), "The service has not answered in time.")

    async def _change(
        self, call_id: str, trigger: MuteTrigger, *, muted: bool
    ) -> dict[str, object]:
        was_asked = False
        while True:
            call = self._call(call_id)
            if call is None:
                return _line(None, "The call has ended.")
            if _is_so(call.guard, muted=muted):
                words = "The recording is muted." if muted else "The call is recorded."
                return _line(call, words, is_ok=True)
            if call.guard.state in PENDING:
                await self._next_cards()
            elif not was_asked and _can(call.guard, muted=muted):
                was_asked = True
                self._mute(call.key, muted=muted, trigger=trigger)
                # The request goes out before the cards tell of it.
                with suppress(TimeoutError):
                    async with asyncio.timeout(_SHOWN_WITHIN_S):
                        await self._next_cards()
            else:
                return _line(call, _why_not(call.guard))

    async def _next_cards(self) -> None:
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.add(waiting)
        try:
            await waiting
        finally:
            self._waiting.discard(waiting)

    def _call(self, call_id: str) -> Card | None:
        live = (card for card in self._cards if card.phase is not Phase.ENDED)
        return next((card for card in live if card.key.call_id == call_id), None)

    def _status(self) -> dict[str, object]:
        now = self._clock.monotonic()
        live = [card for card in self._cards if card.phase is not Phase.ENDED]
        calls = [
            {
                "ivrid": card.key.call_id,
                "extension": card.key.extension,
                "state": card.guard.state.value,
                "muted_s": _muted_s(card.guard, now),
            }
            for card in live
        ]
        return _line(current_call(live), "", is_ok=True) | {"calls": calls}


def _muted_s(guard: GuardView, now: float) -> float:
    return 0.0 if guard.muted_from is None else round(max(0.0, now - guard.muted_from), 1)


def _is_so(guard: GuardView, *, muted: bool) -> bool:
    if muted:
        return guard.state in MUTED
    # One that was not muted is recorded still, unless it goes on being tried.
    is_recorded = guard.state in UNTOUCHED or (
        guard.state is GuardState.MUTE_FAILED and not guard.is_retrying
    )
    return is_recorded and not guard.is_reported_muted


def _can(guard: GuardView, *, muted: bool) -> bool:
    if muted:
        return guard.state in _TO_MUTE
    return can_resume(guard)


def _why_not(guard: GuardView) -> str:
    words = _WORDS.get(guard.state, "That is not possible now.")
    return f"{words} It goes on being tried." if guard.is_retrying else words


def _line(call: Card | None, message: str, *, is_ok: bool = False) -> dict[str, object]:
    return {
        "kind": "result",
        "ok": is_ok,
        "state": None if call is None else call.guard.state.value,
        "call": None if call is None else call.key.call_id,
        "message": message,
    }
