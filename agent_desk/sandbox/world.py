"""The sandbox's call centre as one object: verbs that make things happen, state to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.core.clock import Clock, SystemClock
from agent_desk.sandbox import wire
from agent_desk.sandbox.account import LOGOUT, STATUSES, Account, Extension, build_account
from agent_desk.sandbox.calls import Call, CallStatus
from agent_desk.sandbox.click2call import Click2Call, Fate
from agent_desk.sandbox.exchange import Exchange, WorldError
from agent_desk.sandbox.mutes import Recorder
from agent_desk.sandbox.queues import QueueCaller

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Callable

    from agent_desk.sandbox.account import Queue
    from agent_desk.sandbox.call_log import CallLog
    from agent_desk.sandbox.wire import JsonValue


# Voicenter: speed dials and internal numbers have 2 to 5 digits.
_MAX_INTERNAL: Final = 5


class World:
    """An account with phones, queues and calls; no I/O, and time only through ``clock``.

    Verbs return at once, after the events have been handed to every subscriber. What happens to a
    call afterwards are verbs of the ``Call``, ``Click2Call`` or ``QueueCaller`` they return.
    ``offset_minutes`` is the wire's ``servertimeoffset``; ``None`` follows Israeli time.
    ``click2call_fate`` is what becomes of those that go on by themselves.
    ``recorder`` takes rules of how requests to mute are treated, and knows which came.
    A verb that the state does not allow raises ``WorldError`` and changes nothing.
    """

    def __init__(
        self,
        account: Account | None = None,
        *,
        clock: Clock | None = None,
        offset_minutes: int | None = None,
    ) -> None:
        self.account = account or build_account()
        self.clock = clock or SystemClock()
        self.blacklist: dict[str, str] = {}
        self.recorder = Recorder(self.clock)
        self.click2call_fate = Fate.ANSWERED
        self._exchange = Exchange(self.account, self.clock, offset_minutes)

    @property
    def dialect(self) -> wire.Dialect:
        """Which shapes of the field the events take."""
        return self._exchange.dialect

    @property
    def call_log(self) -> CallLog:
        """The records of finished calls."""
        return self._exchange.call_log

    @property
    def events(self) -> deque[wire.WireEvent]:
        """The newest events emitted, oldest first."""
        return self._exchange.events

    def subscribe(self, listener: Callable[[wire.WireEvent], None]) -> Callable[[], None]:
        """Hear every event in order, at once; the result ends it."""
        return self._exchange.subscribe(listener)

    def stamp(self) -> wire.Stamp:
        """The server's moment and offset."""
        return self._exchange.stamp()

    def snapshots(self, view: wire.View | None = None) -> list[wire.WireEvent]:
        """What a client with ``view`` gets after it connected."""
        return wire.snapshots(self.account, self.stamp(), self.dialect, view or wire.View())

    def calls(self, *, extension: str | None = None, ivrid: str | None = None) -> list[Call]:
        """The live calls, of one extension or with one id where asked."""
        return [
            call
            for (sip, key), call in self._exchange.live.items()
            if extension in (None, sip) and ivrid in (None, key)
        ]

    def ring(
        self,
        extension: str,
        number: str,
        *,
        name: str = "",
        did: str | None = None,
        queue: int | str | None = None,
        custom_data: JsonValue = None,
        ivrid: str | None = None,
    ) -> Call:
        """An incoming call rings on ``extension``: NEWCALL Ringing.

        Give the ``ivrid`` of another ringing call to ring several phones for one caller.
        ``custom_data`` goes out as it is, whatever its type. ``queue`` (id or name) only labels
        the call; ``join_queue(...).ring(...)`` makes the caller wait in the queue as well.
        """
        call = Call(
            self._exchange,
            self.extension(extension),
            direction="Incoming",
            status=CallStatus.RINGING,
            number=number,
            ivrid=ivrid,
            name=name,
            did=self.account.main_line if did is None else did,
            queue_id=None if queue is None else self._queue(queue).id,
            custom_data=custom_data,
        )
        call.begin()
        return call

    def deliver_queue_call(
        self,
        extension: str,
        number: str,
        *,
        queue: int | str,
        name: str = "",
        custom_data: JsonValue = None,
    ) -> Call:
        """A queue hands a call to an open line: NEWCALL already Talking; no ANSWER follows."""
        call = Call(
            self._exchange,
            self.extension(extension),
            direction="Incoming",
            status=CallStatus.TALKING,
            number=number,
            name=name,
            queue_id=self._queue(queue).id,
            custom_data=custom_data,
        )
        call.begin()
        return call

    def dial(self, extension: str, number: str, *, ivrid: str | None = None) -> Call:
        """The agent dials on the phone: NEWCALL Dialing."""
        call = Call(
            self._exchange,
            self.extension(extension),
            direction="Outgoing",
            status=CallStatus.DIALING,
            number=number,
            ivrid=ivrid,
            is_internal=number.isdecimal() and len(number) <= _MAX_INTERNAL,
        )
        call.begin()
        return call

    def click2call(
        self,
        extension: str,
        target: str,
        *,
        custom_data: JsonValue = None,
        is_anonymous: bool = True,
    ) -> Click2Call:
        """Ring the agent for a call to ``target``: NEWCALL leg 1 Dialing.

        ``is_anonymous`` hides the customer behind ``Anonymous`` as the captured account did.
        """
        call = Click2Call(
            self._exchange,
            self.extension(extension),
            target,
            custom_data=custom_data,
            is_anonymous=is_anonymous,
        )
        call.begin()
        return call

    def join_queue(
        self,
        queue: int | str,
        number: str,
        *,
        name: str = "",
        did: str | None = None,
        custom_data: JsonValue = None,
    ) -> QueueCaller:
        """Somebody enters a queue (id or name): QueueEvent JOIN."""
        caller = QueueCaller(
            self._exchange,
            self._queue(queue),
            number,
            name=name,
            did=self.account.main_line if did is None else did,
            custom_data=custom_data,
        )
        caller.join()
        return caller

    def set_status(self, extension: str, status: int, *, user_id: int | None = None) -> None:
        """The agent's status changes: userStatusUpdate; 2 logs the agent out, others log in.

        ``user_id`` is who logs in; by default whoever is there, else the extension's owner.
        """
        phone = self.extension(extension)
        if status not in STATUSES:
            msg = "There is no such agent status."
            raise WorldError(msg)
        if user_id is not None and user_id not in self.account.users:
            msg = "There is no such user."
            raise WorldError(msg)
        user = self.account.users[user_id] if user_id is not None else None
        phone.status = status
        phone.status_since = self.clock.now()
        phone.online_user = None if status == LOGOUT else user or phone.online_user or phone.owner
        self._exchange.emit_extension(phone, "userStatusUpdate")

    def announce(self, name: str, payload: JsonValue, *, extension: str | None = None) -> None:
        """Send any event with any payload, for what has no verb (``ExtensionsUpdated``, junk)."""
        self._exchange.emit(wire.WireEvent(name, payload, extension=extension))

    def extension(self, sip: str) -> Extension:
        """The extension with this code."""
        return self._exchange.extension(sip)

    def _queue(self, key: int | str) -> Queue:
        try:
            return self.account.queue(key)
        except KeyError:
            msg = "There is no such queue."
            raise WorldError(msg) from None
