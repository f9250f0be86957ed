"""Wishes to mute or resume recordings: sent, answered, sent again, and written down."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import AgentDeskError
from agent_desk.desk.guard_view import Failure
from agent_desk.desk.mute_record import MuteBook, MuteEnd, MuteTrigger
from agent_desk.desk.state import CallKey, Phase, TransitionKind
from agent_desk.voicenter.errors import (
    ContractError,
    ServiceError,
    UnknownOutcomeError,
    UnreachableError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from agent_desk.core.clock import Clock
    from agent_desk.core.tasks import TaskScope
    from agent_desk.desk.desk import Desk
    from agent_desk.desk.guard import RecordingGuard
    from agent_desk.desk.guard_view import MutePolicy, MuteRequest
    from agent_desk.desk.mute_record import MuteRecord
    from agent_desk.desk.state import Transition
    from agent_desk.shift.link_view import LinkBook
    from agent_desk.voicenter.recording import RecordingControl

_log = logging.getLogger(__name__)

_BLIND_WITHIN_S: Final = 1.0
"""Without a link, a mute is said to have failed after so long: its answer may yet come."""

_SENT_WITHIN_S: Final = 0.010
_ENDS: Final = frozenset({TransitionKind.ENDED, TransitionKind.REVISED})


class Muting:
    """Carries wishes to the service for ``Shift``; the cards say how it goes.

    ``refresh`` lets the cards be looked at again, ``on_record`` hears of every change of a wish.
    """

    def __init__(
        self,
        desk: Desk,
        recording: RecordingControl,
        link_book: LinkBook,
        clock: Clock,
        scope: TaskScope,
        *,
        refresh: Callable[[], None],
        on_record: Callable[[MuteRecord], None],
    ) -> None:
        self._desk = desk
        self._recording = recording
        self._link_book = link_book
        self._clock = clock
        self._scope = scope
        self._refresh = refresh
        self._on_record = on_record
        self._book = MuteBook()
        self._sips: dict[str, str] = {}

    # ---------------------------------------------------------------------------------- intents

    def mute(self, key: CallKey, *, muted: bool, trigger: MuteTrigger) -> None:
        """Mute or resume the recording of one call; nothing where the call is over."""
        if not self._is_over(key):
            request = self._press(key, muted=muted, trigger=trigger)
            if request is not None:
                self._send(key.call_id, request)

    def mute_extension(self, sip: str, *, trigger: MuteTrigger) -> None:
        """Mute every call that is on an extension now, with one request.

        What does not reach the service is sent again call by call. Later calls are recorded.
        """
        asked = []
        for call_id in self._desk.live().get(sip, ()):
            request = self._press(CallKey(sip, call_id), muted=True, trigger=trigger)
            if request is not None:
                asked.append((self._desk.guards.of(call_id), request))
        if asked:
            self._write()
            self._scope.start(self._ask(asked, extension=sip), name="mute")

    def extend(self, key: CallKey) -> None:
        """Let the automatic resume of one call come a minute later."""
        self._desk.guards.of(key.call_id).extend(self._clock.monotonic())
        self._refresh()

    def dismiss(self, key: CallKey) -> None:
        """The agent has read what went wrong."""
        self._desk.guards.of(key.call_id).dismiss(self._clock.monotonic())
        self._write()

    def set_policy(self, policy: MutePolicy) -> None:
        """Remind of mutes and end them so from now on."""
        self._desk.guards.set_policy(policy, self._clock.monotonic())
        self._refresh()

    # ------------------------------------------------------------------------------------ events

    def follow(self, transitions: Iterable[Transition], monotonic: float) -> None:
        """Calls that began to talk or ended; to be told before the cards are looked at."""
        guards = self._desk.guards
        for transition in transitions:
            call_id = transition.call.key.call_id
            if transition.kind is TransitionKind.ANSWERED:
                request = guards.of(call_id).talk_began(monotonic)
                if request is not None:
                    self._start(call_id, request)
            elif transition.kind in _ENDS and not self._is_live(call_id):
                guards.end(call_id, monotonic, MuteEnd.CALL_ENDED)
        self._write_changes()

    def tick(self, monotonic: float, *, is_reachable: bool = False) -> None:
        """Send what is due by itself; ``is_reachable``: the link has just come back."""
        due = self._desk.guards.due(monotonic, is_reachable=is_reachable)
        for call_id, request in due:
            self._start(call_id, request)
        if due:
            self._write()

    def close(self) -> None:
        """The shift is over: of no wish more will be known."""
        self._desk.guards.end_all(self._clock.monotonic(), MuteEnd.SIGNED_OUT)
        self._write_changes()

    # ---------------------------------------------------------------------------------- requests

    def _press(self, key: CallKey, *, muted: bool, trigger: MuteTrigger) -> MuteRequest | None:
        self._sips[key.call_id] = key.extension
        within_s = _BLIND_WITHIN_S if muted and self._link_book.is_blind else None
        guard = self._desk.guards.of(key.call_id)
        now = self._clock.monotonic()
        return guard.press(now, muted=muted, trigger=trigger, within_s=within_s)

    def _send(self, call_id: str, request: MuteRequest) -> None:
        self._start(call_id, request)
        self._scope.start(self._write_soon(), name="show")

    async def _write_soon(self) -> None:
        """Let the request go out first: painting the cards takes longer than sending it."""
        await asyncio.sleep(_SENT_WITHIN_S)
        self._write()

    def _start(self, call_id: str, request: MuteRequest) -> None:
        asked = [(self._desk.guards.of(call_id), request)]
        self._scope.start(self._ask(asked, call_id=call_id), name="mute")

    async def _ask(
        self,
        asked: list[tuple[RecordingGuard, MuteRequest]],
        *,
        call_id: str | None = None,
        extension: str | None = None,
    ) -> None:
        """Send one request that was asked of all these guards."""
        try:
            await self._recording.set_muted(
                monitor=self._link_book.monitor,
                call_id=call_id,
                extension=extension,
                muted=asked[0][1].muted,
            )
        except AgentDeskError as error:
            _log.info("recording not changed: %s", error.code)
            for guard, request in asked:
                failure = failure_of(error, muted=request.muted)
                guard.fail(request, error.code, self._clock.monotonic(), failure)
        else:
            for guard, request in asked:
                guard.succeed(request, self._clock.monotonic())
        self._write()

    def _is_over(self, key: CallKey) -> bool:
        facts = self._desk.facts(key)
        return facts is None or facts.phase is Phase.ENDED

    def _is_live(self, call_id: str) -> bool:
        return any(call_id in calls for calls in self._desk.live().values())

    # ------------------------------------------------------------------------------- the records

    def _write(self) -> None:
        self._write_changes()
        self._refresh()

    def _write_changes(self) -> None:
        changes = self._desk.guards.take_changes()
        for progress in changes:
            sip = self._sips.get(progress.call_id, "")
            self._on_record(self._book.record(progress, sip, self._clock.now()))
            if progress.end is not None:
                self._sips.pop(progress.call_id, None)


def failure_of(error: AgentDeskError, *, muted: bool) -> Failure:
    """What ``error`` says of a request to mute or to resume.

    A mute may be repeated, so it is wherever the service may do it the next time. A resume may have
    been done wherever the service did not say that it was not.
    """
    if isinstance(error, UnreachableError):
        return Failure.UNREACHED
    if isinstance(error, UnknownOutcomeError):
        return Failure.UNCLEAR
    if isinstance(error, ServiceError):
        if not muted:
            return Failure.UNCLEAR
        return Failure.REFUSED if isinstance(error, ContractError) else Failure.UNREACHED
    return Failure.REFUSED
