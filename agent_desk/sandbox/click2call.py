"""Click2Call: the agent's phone is rung first, then the customer, and the two are bridged."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from agent_desk.sandbox.call_log import CdrType
from agent_desk.sandbox.calls import NO_RESPONSE, Call, CallStatus
from agent_desk.sandbox.exchange import WorldError

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.sandbox.account import Extension
    from agent_desk.sandbox.exchange import Exchange
    from agent_desk.sandbox.wire import JsonValue


_AGENT: Final = 1
_CUSTOMER: Final = 2
_BUSY: Final = "User busy"
_BAD_NUMBER: Final = "Unallocated (unassigned) number"


class Fate(Enum):
    """What becomes of a Click2Call that goes on by itself."""

    ANSWERED = "answered"
    HUNG_UP = "hung_up"  # answered, and the talk is over at once
    REJECTED = "rejected"  # the agent declines
    NOT_PICKED_UP = "not_picked_up"  # the agent's phone rings in vain
    PHONE_BUSY = "phone_busy"
    AGENT_LEAVES = "agent_leaves"  # the agent hangs up while the customer's phone rings
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    BAD_NUMBER = "bad_number"


class Click2CallFault(Enum):
    """How the endpoint misbehaves."""

    NONE = "none"
    LOST = "lost"  # the phone rings, but the connection is cut before any answer
    DROPPED = "dropped"  # the connection is cut and nothing rings
    NO_ID = "no_id"  # accepted without a call id


class Click2Call(Call):
    """One id, two legs: leg 1 is the agent's phone, leg 2 the customer.

    ``reject``/``ring_timeout`` on leg 1: the agent did not pick up, the customer is never called.
    In the call log it becomes rows of type 9 (leg 1) and, once dialled, 10 (leg 2).
    """

    def __init__(
        self,
        exchange: Exchange,
        extension: Extension,
        target: str,
        *,
        custom_data: JsonValue = None,
        is_anonymous: bool = True,
    ) -> None:
        super().__init__(
            exchange,
            extension,
            direction="Click2Call",
            status=CallStatus.DIALING,
            number=target,
            custom_data=custom_data,
        )
        self.leg = _AGENT
        self._is_anonymous = is_anonymous
        self._agent_up_at = self.started

    @property
    def shown_number(self) -> str:
        """``Anonymous`` as captured, or the customer's number as printed."""
        return "Anonymous" if self._is_anonymous else self.number

    @property
    def dialled(self) -> None:
        """Never sent for a Click2Call."""
        return

    def agent_answers(self) -> None:
        """Leg 1 is up (ANSWER) and the customer is dialled (NEWCALL leg 2, already "Talking")."""
        self._require("answer leg 1", CallStatus.DIALING)
        super().answer()
        self._agent_up_at = self._exchange.clock.now()
        self.leg = _CUSTOMER
        self.answered_at = self.talking_since = None
        self._touch()
        self._emit("NEWCALL")

    def customer_answers(self) -> None:
        """Leg 2 is up: ANSWER; the talk begins."""
        self._require("answer leg 2", CallStatus.TALKING)
        if self.leg != _CUSTOMER or self.answered_at is not None:
            msg = "Cannot answer leg 2: the customer is not being called."
            raise WorldError(msg)
        self._start_talking()
        self._emit("ANSWER")

    def customer_fails(self, cause: str = NO_RESPONSE) -> None:
        """The customer cannot be reached: HANGUP with ``cause`` while leg 2 is unanswered."""
        if self.leg != _CUSTOMER or self.answered_at is not None:
            msg = "Cannot fail leg 2: the customer is not being called."
            raise WorldError(msg)
        self.hang_up(cause)

    def course(self, fate: Fate) -> tuple[Callable[[], object], ...]:
        """What happens one after the other until it has come to ``fate``."""
        match fate:
            case Fate.REJECTED:
                return (self.reject,)
            case Fate.NOT_PICKED_UP:
                return (self.ring_timeout,)
            case Fate.PHONE_BUSY:
                return (partial(self.hang_up, _BUSY),)
            case Fate.AGENT_LEAVES:
                return self.agent_answers, self.hang_up
            case Fate.BUSY:
                return self.agent_answers, partial(self.customer_fails, _BUSY)
            case Fate.NO_ANSWER:
                return self.agent_answers, self.customer_fails
            case Fate.BAD_NUMBER:
                return self.agent_answers, partial(self.customer_fails, _BAD_NUMBER)
            case Fate.HUNG_UP:
                return self.agent_answers, self.customer_answers, self.hang_up
        return self.agent_answers, self.customer_answers

    def answer(self) -> None:
        """Whichever end is being rung picks up."""
        if self.leg == _AGENT:
            self.agent_answers()
        else:
            self.customer_answers()

    def _ends_the_call(self) -> bool:
        return True

    def _write_log(self) -> None:
        talked = self.talking_since
        if self.leg == _CUSTOMER:
            self.talking_since = self._agent_up_at
            self._exchange.call_log.add(self._log_row(CdrType.CLICK2CALL_LEG1))
            self.talking_since = talked
            self._exchange.call_log.add(self._log_row(CdrType.CLICK2CALL_LEG2))
        else:
            self._exchange.call_log.add(self._log_row(CdrType.CLICK2CALL_LEG1))
