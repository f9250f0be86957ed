"""A caller who waits in a queue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from agent_desk.sandbox import wire
from agent_desk.sandbox.call_log import CdrRow, CdrType
from agent_desk.sandbox.calls import Call, CallStatus
from agent_desk.sandbox.exchange import WorldError

if TYPE_CHECKING:
    from agent_desk.sandbox.account import Queue
    from agent_desk.sandbox.exchange import Exchange
    from agent_desk.sandbox.wire import JsonValue


class QueueCaller:
    """Somebody waiting; made by ``World.join_queue``. ``ring`` offers the call to an extension."""

    def __init__(
        self,
        exchange: Exchange,
        queue: Queue,
        number: str,
        *,
        name: str = "",
        did: str = "",
        custom_data: JsonValue = None,
        ivrid: str | None = None,
    ) -> None:
        self._exchange = exchange
        self.queue = queue
        self.number = number
        self.name = name
        self.did = did
        self.custom_data = {} if custom_data is None else custom_data
        self.ivrid = ivrid or exchange.new_ivrid()
        self.joined = exchange.clock.now()

    def __repr__(self) -> str:
        return f"<QueueCaller in {self.queue.name!r}>"

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has taken the call and the caller has not given up."""
        return self in self.queue.callers

    def join(self) -> None:
        """Enter the queue: QueueEvent JOIN."""
        self.queue.callers.append(self)
        self._emit("JOIN")

    def ring(self, extension: str) -> Call:
        """Ring ``extension`` for this caller, under the caller's id."""
        call = Call(
            self._exchange,
            self._exchange.extension(extension),
            direction="Incoming",
            status=CallStatus.RINGING,
            number=self.number,
            ivrid=self.ivrid,
            name=self.name,
            did=self.did,
            queue_id=self.queue.id,
            custom_data=self.custom_data,
        )
        call.begin()
        return call

    def leave(
        self, reason: Literal["EXIT", "ANSWER", "ABANDONED"], *, agent: str | None = None
    ) -> None:
        """Leave the queue; ``agent`` is the wire's ``AnsweredAgent`` (EXIT only).

        ABANDONED first stops every phone that still rings for the caller, and writes the call log.
        """
        if not self.is_waiting:
            msg = "This caller has already left the queue."
            raise WorldError(msg)
        if reason == "ABANDONED":
            for call in self._exchange.legs(self.ivrid):
                call.hang_up()
        self.queue.callers.remove(self)
        self._emit(reason, agent)
        if reason == "ABANDONED":
            self._write_log()

    def _emit(
        self,
        reason: Literal["JOIN", "EXIT", "ANSWER", "ABANDONED"],
        agent: str | None = None,
    ) -> None:
        self._exchange.emit(
            wire.queue_event(
                self.queue, reason, self.ivrid, self._exchange.stamp(), answered_agent=agent
            )
        )

    def _write_log(self) -> None:
        now = self._exchange.clock.now()
        self._exchange.call_log.add(
            CdrRow(
                call_id=self.ivrid,
                type=CdrType.QUEUE,
                began=self.joined,
                ended=now,
                caller=self.number,
                target=self.queue.name,
                dial_status="ABANDONE",
                talk_s=int((now - self.joined).total_seconds()),
                did=self.did,
                queue_id=self.queue.id,
                queue_name=self.queue.name,
                custom_data=self.custom_data,
            )
        )
