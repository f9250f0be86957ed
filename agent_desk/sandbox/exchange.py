"""What all verbs share: the clock, call ids, the live calls, the call log, and who listens."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import AgentDeskError
from agent_desk.sandbox import wire
from agent_desk.sandbox.call_log import CallLog
from agent_desk.sandbox.times import israel_offset_minutes, wall_prefix

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.clock import Clock
    from agent_desk.sandbox.account import Account, Extension
    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.queues import QueueCaller

_KEPT_EVENTS: Final = 5_000


class WorldError(AgentDeskError):
    """A verb that the state of the world does not allow; nothing has changed."""

    code = "sandbox_refused"
    message = "The sandbox cannot do this now."
    next_step = "Correct the scenario or the test."


class Exchange:
    """The switchboard behind the verbs; use ``World`` from outside."""

    def __init__(self, account: Account, clock: Clock, offset_minutes: int | None = None) -> None:
        self.account = account
        self.clock = clock
        self.offset_minutes = offset_minutes
        self.dialect = wire.Dialect()
        self.call_log = CallLog()
        self.live: dict[tuple[str, str], Call] = {}
        self.events: deque[wire.WireEvent] = deque(maxlen=_KEPT_EVENTS)
        self._listeners: list[Callable[[wire.WireEvent], None]] = []
        self._calls_made = 0

    def stamp(self) -> wire.Stamp:
        """Now, with the offset in force: the configured one, else Israel's."""
        now = self.clock.now()
        offset = self.offset_minutes
        return wire.Stamp(now, israel_offset_minutes(now) if offset is None else offset)

    def new_ivrid(self) -> str:
        """A fresh call id: 32 characters that begin with the Israeli wall time."""
        self._calls_made += 1
        stamp = self.stamp()
        return f"{wall_prefix(stamp.moment, stamp.offset_minutes)}0239{self._calls_made:014d}"

    def extension(self, sip: str) -> Extension:
        """The extension with this code."""
        try:
            return self.account.extensions[sip]
        except KeyError:
            msg = "There is no such extension."
            raise WorldError(msg) from None

    def legs(self, ivrid: str) -> list[Call]:
        """Every live call with this id, on whatever extension."""
        return [call for (_, key), call in self.live.items() if key == ivrid]

    def waiting(self, ivrid: str) -> QueueCaller | None:
        """Who waits in a queue under this id."""
        for queue in self.account.queues.values():
            for caller in queue.callers:
                if caller.ivrid == ivrid:
                    return caller
        return None

    def subscribe(self, listener: Callable[[wire.WireEvent], None]) -> Callable[[], None]:
        """Hear every event in order, at once; the result ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def emit(self, event: wire.WireEvent) -> None:
        """Hand ``event`` to everybody who listens and remember it."""
        self.events.append(event)
        for listener in list(self._listeners):
            listener(event)

    def emit_extension(
        self,
        extension: Extension,
        reason: str,
        call: Call | None = None,
        hangup: tuple[str, str] | None = None,
    ) -> None:
        """Emit the ``ExtensionEvent`` that describes ``extension`` as it is now."""
        self.emit(
            wire.extension_event(
                extension,
                reason,
                self.account,
                self.stamp(),
                self.dialect,
                call=call,
                hangup=hangup,
            )
        )
