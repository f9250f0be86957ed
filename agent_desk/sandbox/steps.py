"""The verbs a scenario file may use, one class each; the class's fields are the step's fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec

from agent_desk.sandbox.calls import NO_RESPONSE, NORMAL
from agent_desk.sandbox.click2call import Click2Call
from agent_desk.sandbox.exchange import WorldError
from agent_desk.sandbox.mutes import MuteBase, MuteFault, MuteReport, MuteRule

if TYPE_CHECKING:
    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.queues import QueueCaller
    from agent_desk.sandbox.world import World


class Stage:
    """The world a scenario plays on, and the names it has given."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.calls: dict[str, Call] = {}
        self.callers: dict[str, QueueCaller] = {}

    def is_over(self, step: Step) -> bool:
        """Whether ``step`` goes on with a call or caller that is gone, or never came."""
        return not all(self._is_there(field, name) for field, name in step.needs())

    def _is_there(self, field: str, name: str) -> bool:
        if field == "caller":
            return name in self.callers and self.callers[name].is_waiting
        return name in self.calls and self.calls[name].is_live

    def click2call(self, name: str) -> Click2Call:
        """The call ``name``, which must be a Click2Call."""
        call = self.calls[name]
        if not isinstance(call, Click2Call):
            msg = "This verb is for a Click2Call."
            raise WorldError(msg)
        return call


class Step(msgspec.Struct, frozen=True, tag_field="do", forbid_unknown_fields=True, kw_only=True):
    """One verb at its time."""

    after_s: float = 0.0

    @property
    def verb(self) -> str:
        """The step's ``do``."""
        return str(self.__struct_config__.tag)

    def needs(self) -> tuple[tuple[str, str], ...]:
        """(field, name) of everything an earlier step must have started."""
        return ()

    def starts(self) -> set[str]:
        """The names this step gives."""
        return set()

    def act(self, stage: Stage) -> None:
        """Let it happen."""
        raise NotImplementedError


class _Starts(Step, frozen=True):
    call: str

    def starts(self) -> set[str]:
        """The call it starts."""
        return {self.call}


class _GoesOn(Step, frozen=True):
    call: str

    def needs(self) -> tuple[tuple[str, str], ...]:
        """The call it goes on with."""
        return (("call", self.call),)


class Ring(_Starts, frozen=True, tag="ring"):
    """An incoming call rings; ``same_as`` names a call that already rings elsewhere."""

    extension: str
    number: str
    name: str = ""
    did: str | None = None
    queue: int | str | None = None
    custom_data: dict[str, Any] | None = None
    same_as: str | None = None

    def needs(self) -> tuple[tuple[str, str], ...]:
        """The other call, if there is one."""
        return () if self.same_as is None else (("same_as", self.same_as),)

    def act(self, stage: Stage) -> None:
        """``World.ring``."""
        stage.calls[self.call] = stage.world.ring(
            self.extension,
            self.number,
            name=self.name,
            did=self.did,
            queue=self.queue,
            custom_data=self.custom_data,
            ivrid=None if self.same_as is None else stage.calls[self.same_as].ivrid,
        )


class JoinQueue(Step, frozen=True, tag="join_queue"):
    """Somebody enters a queue."""

    caller: str
    queue: int | str
    number: str
    name: str = ""
    did: str | None = None
    custom_data: dict[str, Any] | None = None

    def starts(self) -> set[str]:
        """The caller."""
        return {self.caller}

    def act(self, stage: Stage) -> None:
        """``World.join_queue``."""
        stage.callers[self.caller] = stage.world.join_queue(
            self.queue, self.number, name=self.name, did=self.did, custom_data=self.custom_data
        )


class RingFromQueue(_Starts, frozen=True, tag="ring_from_queue"):
    """The queue offers its caller to an extension."""

    caller: str
    extension: str

    def needs(self) -> tuple[tuple[str, str], ...]:
        """Who waits."""
        return (("caller", self.caller),)

    def act(self, stage: Stage) -> None:
        """``QueueCaller.ring``."""
        stage.calls[self.call] = stage.callers[self.caller].ring(self.extension)


class LeaveQueue(Step, frozen=True, tag="leave_queue"):
    """The caller leaves the queue."""

    caller: str
    reason: Literal["EXIT", "ANSWER", "ABANDONED"]
    agent: str | None = None

    def needs(self) -> tuple[tuple[str, str], ...]:
        """Who waits."""
        return (("caller", self.caller),)

    def act(self, stage: Stage) -> None:
        """``QueueCaller.leave``."""
        stage.callers[self.caller].leave(self.reason, agent=self.agent)


class DeliverQueueCall(_Starts, frozen=True, tag="deliver_queue_call"):
    """A queue hands a call to an open line."""

    extension: str
    number: str
    queue: int | str
    name: str = ""
    custom_data: dict[str, Any] | None = None

    def act(self, stage: Stage) -> None:
        """``World.deliver_queue_call``."""
        stage.calls[self.call] = stage.world.deliver_queue_call(
            self.extension,
            self.number,
            queue=self.queue,
            name=self.name,
            custom_data=self.custom_data,
        )


class Dial(_Starts, frozen=True, tag="dial"):
    """The agent dials on the phone."""

    extension: str
    number: str

    def act(self, stage: Stage) -> None:
        """``World.dial``."""
        stage.calls[self.call] = stage.world.dial(self.extension, self.number)


class StartClick2Call(_Starts, frozen=True, tag="click2call"):
    """A click in the CRM: the agent's phone rings first."""

    extension: str
    target: str
    anonymous: bool = True
    custom_data: dict[str, Any] | None = None

    def act(self, stage: Stage) -> None:
        """``World.click2call``."""
        stage.calls[self.call] = stage.world.click2call(
            self.extension,
            self.target,
            custom_data=self.custom_data,
            is_anonymous=self.anonymous,
        )


class Answer(_GoesOn, frozen=True, tag="answer"):
    """Whoever is being rung picks up (Click2Call: first the agent, then the customer)."""

    def act(self, stage: Stage) -> None:
        """``Call.answer``."""
        stage.calls[self.call].answer()


class AnswerElsewhere(_GoesOn, frozen=True, tag="answer_elsewhere"):
    """A colleague takes the ringing call; ``winner`` names the call on the colleague's phone."""

    by: str
    winner: str | None = None

    def starts(self) -> set[str]:
        """The colleague's part, if it gets a name."""
        return set() if self.winner is None else {self.winner}

    def act(self, stage: Stage) -> None:
        """``Call.answer_elsewhere``."""
        won = stage.calls[self.call].answer_elsewhere(self.by)
        if self.winner is not None:
            stage.calls[self.winner] = won


class Hold(_GoesOn, frozen=True, tag="hold"):
    """The call is put on hold."""

    def act(self, stage: Stage) -> None:
        """``Call.hold``."""
        stage.calls[self.call].hold()


class Unhold(_GoesOn, frozen=True, tag="unhold"):
    """The call is resumed."""

    def act(self, stage: Stage) -> None:
        """``Call.unhold``."""
        stage.calls[self.call].unhold()


class HangUp(_GoesOn, frozen=True, tag="hang_up"):
    """The call ends."""

    cause: str = NORMAL

    def act(self, stage: Stage) -> None:
        """``Call.hang_up``."""
        stage.calls[self.call].hang_up(self.cause)


class Reject(_GoesOn, frozen=True, tag="reject"):
    """The agent declines."""

    def act(self, stage: Stage) -> None:
        """``Call.reject``."""
        stage.calls[self.call].reject()


class RingTimeout(_GoesOn, frozen=True, tag="ring_timeout"):
    """Nobody picks up."""

    def act(self, stage: Stage) -> None:
        """``Call.ring_timeout``."""
        stage.calls[self.call].ring_timeout()


class CustomerFails(_GoesOn, frozen=True, tag="customer_fails"):
    """The customer of a Click2Call cannot be reached."""

    cause: str = NO_RESPONSE

    def act(self, stage: Stage) -> None:
        """``Click2Call.customer_fails``."""
        stage.click2call(self.call).customer_fails(self.cause)


class Transfer(_GoesOn, frozen=True, tag="transfer"):
    """The call is handed over; ``arrived`` names the new call."""

    to: str
    with_consultation: bool = True
    arrived: str | None = None

    def starts(self) -> set[str]:
        """The new call, if it gets a name."""
        return set() if self.arrived is None else {self.arrived}

    def act(self, stage: Stage) -> None:
        """``Call.transfer``."""
        new = stage.calls[self.call].transfer(self.to, with_consultation=self.with_consultation)
        if self.arrived is not None:
            stage.calls[self.arrived] = new


class Mutes(Step, frozen=True, tag="mutes"):
    """How requests to mute and to resume are taken from now on.

    ``call``, ``only`` and ``base`` say which ones, ``times`` how many. The newest step that fits a
    request counts.
    """

    fault: MuteFault = MuteFault.NONE
    delay_s: float = 0.0
    report: MuteReport = MuteReport.PASSING
    report_after_s: float = 0.0
    call: str | None = None
    only: Literal["mute", "resume"] | None = None
    base: MuteBase | None = None
    times: int | None = None

    def needs(self) -> tuple[tuple[str, str], ...]:
        """The call, if it is about one."""
        return () if self.call is None else (("call", self.call),)

    def act(self, stage: Stage) -> None:
        """``Recorder.rule``."""
        stage.world.recorder.rule(
            MuteRule(
                self.fault,
                self.delay_s,
                self.report,
                self.report_after_s,
                ivrid=None if self.call is None else stage.calls[self.call].ivrid,
                muted=None if self.only is None else self.only == "mute",
                base=self.base,
                times=self.times,
            )
        )


class SetMuted(_GoesOn, frozen=True, tag="set_muted"):
    """Somebody else mutes or resumes the recording."""

    muted: bool

    def act(self, stage: Stage) -> None:
        """``Call.set_muted``."""
        stage.calls[self.call].set_muted(is_muted=self.muted)


class SetStatus(Step, frozen=True, tag="set_status"):
    """An agent's status changes."""

    extension: str
    status: int

    def act(self, stage: Stage) -> None:
        """``World.set_status``."""
        stage.world.set_status(self.extension, self.status)


class Announce(Step, frozen=True, tag="announce"):
    """Any event with any payload."""

    event: str
    payload: Any
    extension: str | None = None

    def act(self, stage: Stage) -> None:
        """``World.announce``."""
        stage.world.announce(self.event, self.payload, extension=self.extension)


StepUnion = (
    Ring
    | JoinQueue
    | RingFromQueue
    | LeaveQueue
    | DeliverQueueCall
    | Dial
    | StartClick2Call
    | Answer
    | AnswerElsewhere
    | Hold
    | Unhold
    | HangUp
    | Reject
    | RingTimeout
    | CustomerFails
    | Transfer
    | Mutes
    | SetMuted
    | SetStatus
    | Announce
)
