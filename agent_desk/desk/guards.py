"""The recording guards of all calls, and what they have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.desk.guard import RecordingGuard
from agent_desk.desk.guard_view import MutePolicy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.guard_view import GuardView, MuteRequest
    from agent_desk.desk.mute_record import MuteEnd, MuteProgress
    from agent_desk.desk.state import CallFacts
    from agent_desk.voicenter.events import Call


class Guards:
    """The guards of all calls, and whether this service has been seen to report a mute."""

    def __init__(self) -> None:
        self._guards: dict[str, RecordingGuard] = {}
        self._is_reliable = False
        self._policy = MutePolicy()
        self._changes: list[MuteProgress] = []
        self._muted_ids: set[str] = set()

    def __len__(self) -> int:
        return len(self._guards)

    def of(self, call_id: str) -> RecordingGuard:
        """The guard of a call; a new call begins as recording."""
        guard = self._guards.get(call_id)
        if guard is None:
            guard = RecordingGuard(call_id, self._policy, self._note)
            self._guards[call_id] = guard
        return guard

    def hear(self, calls: Iterable[Call], at: float) -> None:
        """Take what a fresh event says of the calls that are live on an extension."""
        for call in calls:
            is_muted = call.recording.is_muted
            if is_muted is not None:
                self._is_reliable |= is_muted
                guard = self.of(call.call_id)
                guard.hear(at, is_muted=is_muted, is_reliable=self._is_reliable)

    def view(self, call: CallFacts) -> GuardView:
        """What the card of ``call`` says of its recording.

        One that carries on a muted call under a new id is recorded again, whatever the service
        says of a recording: nothing but an answer or an event may say otherwise.
        """
        is_sequel = not self._muted_ids.isdisjoint(call.related_call_ids)
        guard = self.of(call.key.call_id)
        return guard.view(call.phase, has_recording=call.has_recording or is_sequel)

    def tick(self, at: float) -> None:
        """Time passed, for all of them."""
        for guard in self._guards.values():
            guard.tick(at)

    def due(self, at: float, *, is_reachable: bool = False) -> list[tuple[str, MuteRequest]]:
        """What is to be sent by itself now, with the ids of the calls; as in ``RecordingGuard``."""
        found = []
        for call_id, guard in self._guards.items():
            request = guard.due(at, is_reachable=is_reachable)
            if request is not None:
                found.append((call_id, request))
        return found

    def set_policy(self, policy: MutePolicy, at: float) -> None:
        """Remind of mutes and end them so from now on."""
        self._policy = policy
        for guard in self._guards.values():
            guard.set_policy(policy, at)

    def end(self, call_id: str, at: float, how: MuteEnd) -> None:
        """A call is over; one that comes back begins as recording, unless a failure is unread."""
        guard = self._guards.get(call_id)
        if guard is not None:
            guard.end(at, how)
            if not guard.has_failed:
                del self._guards[call_id]

    def end_all(self, at: float, how: MuteEnd) -> None:
        """Nothing more will be heard of any call."""
        for call_id in tuple(self._guards):
            self.end(call_id, at, how)

    def take_changes(self) -> tuple[MuteProgress, ...]:
        """What became of wishes to mute since the last time, in order."""
        if not self._changes:
            return ()
        changes, self._changes = tuple(self._changes), []
        return changes

    def keep(self, call_ids: frozenset[str]) -> None:
        """Forget the guards of all other calls."""
        self._guards = {key: guard for key, guard in self._guards.items() if key in call_ids}

    def _note(self, progress: MuteProgress) -> None:
        self._changes.append(progress)
        self._muted_ids.add(progress.call_id)
