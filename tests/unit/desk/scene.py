"""A stage for call tests: a message of the service in one line, and what the desk makes of it."""

# ruff: noqa: ANN401 - fields of a Call, of any type

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.desk.state import CallFacts, CallKey
from agent_desk.voicenter.events import (
    Call,
    CallStatus,
    Direction,
    Event,
    Extension,
    ExtensionChanged,
    ExtensionReason,
    ExtensionsSnapshot,
    HangupCause,
    Queue,
    QueueCall,
    QueueChanged,
    QueueReason,
    QueuesSnapshot,
    Recording,
    ServerTime,
    parse,
)
from tests.helpers.fixtures import load

if TYPE_CHECKING:
    from agent_desk.desk.state import Transition

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
MONOTONIC = 5000.0
ME = "SIPSIP1"
COLLEAGUE = "SIPSIP2"
QUEUE = 14000


def at(seconds: float) -> datetime:
    """The server's clock ``seconds`` after the beginning."""
    return START + timedelta(seconds=seconds)


def server(seconds: float) -> ServerTime:
    return ServerTime(at(seconds), 120)


def call(call_id: str = "c1", status: CallStatus = CallStatus.RINGING, **more: Any) -> Call:
    fields: dict[str, Any] = {
        "direction": Direction.INCOMING,
        "is_answered": False,
        "started_at": at(0),
        "answered_at": None,
        "number": PhoneNumber("0501234567"),
        "recording": Recording("recording.mp3", is_muted=False),
    }
    return Call(call_id=call_id, status=status, **(fields | more))


def ringing(call_id: str = "c1", **more: Any) -> Call:
    return call(call_id, CallStatus.RINGING, **more)


def dialing(call_id: str = "c1", **more: Any) -> Call:
    return call(call_id, CallStatus.DIALING, **({"direction": Direction.OUTGOING} | more))


def talking(call_id: str = "c1", *, since: float | None = 5, **more: Any) -> Call:
    """A conversation; ``since=None`` is one that says it was never answered."""
    fields = {
        "is_answered": since is not None,
        "answered_at": None if since is None else at(since),
    }
    return call(call_id, CallStatus.TALKING, **(fields | more))


def held(call_id: str = "c1", **more: Any) -> Call:
    return replace(talking(call_id, **more), status=CallStatus.HOLD)


def leg(number: int, status: CallStatus, *, since: float | None = None) -> Call:
    """A leg of a Click2Call."""
    return call(
        "c1",
        status,
        direction=Direction.CLICK2CALL,
        click2call_leg=number,
        is_answered=since is not None,
        answered_at=None if since is None else at(since),
    )


class Scene:
    """A desk on which messages arrive at given seconds; ``log`` keeps every transition."""

    def __init__(self, own: tuple[str, ...] | None = None) -> None:
        self.desk = Desk(own)
        self.log: list[Transition] = []

    def moment(self, seconds: float) -> Moment:
        return Moment(MONOTONIC + seconds, arrival=at(seconds))

    def send(self, seconds: float, event: Event) -> list[str]:
        """Apply ``event``; the kinds of transitions it caused."""
        found = self.desk.apply(event, self.moment(seconds))
        self.log += found
        return [transition.kind.value for transition in found]

    def tell(
        self,
        seconds: float,
        reason: ExtensionReason,
        *live: Call,
        about: Call | None = None,
        sip: str = ME,
        cause: HangupCause = HangupCause.NONE,
        dial_status: str = "",
        agent: str = "Noa",
        server_s: float | None = None,
        malformed: int = 0,
    ) -> list[str]:
        """An extension event; about the last live call unless ``about`` says otherwise."""
        if about is None and live and reason is not ExtensionReason.STATUS:
            about = live[-1]
        event = ExtensionChanged(
            Extension(sip, live, about, agent_name=agent),
            reason,
            server(seconds if server_s is None else server_s),
            cause=cause,
            dial_status=dial_status,
            malformed=malformed,
        )
        return self.send(seconds, event)

    def new(self, seconds: float, *live: Call, **more: Any) -> list[str]:
        return self.tell(seconds, ExtensionReason.NEWCALL, *live, **more)

    def answer(self, seconds: float, *live: Call, **more: Any) -> list[str]:
        return self.tell(seconds, ExtensionReason.ANSWER, *live, **more)

    def hang_up(
        self,
        seconds: float,
        about: Call,
        *live: Call,
        cause: HangupCause = HangupCause.NORMAL,
        **more: Any,
    ) -> list[str]:
        return self.tell(seconds, ExtensionReason.HANGUP, *live, about=about, cause=cause, **more)

    def status(self, seconds: float, *live: Call, **more: Any) -> list[str]:
        return self.tell(seconds, ExtensionReason.STATUS, *live, **more)

    def snapshot(
        self, seconds: float, extensions: dict[str, tuple[Call, ...]], *, malformed: int = 0
    ) -> list[str]:
        listed = tuple(Extension(sip, calls) for sip, calls in extensions.items())
        return self.send(seconds, ExtensionsSnapshot(listed, server(seconds), malformed))

    def queue(
        self, seconds: float, reason: QueueReason, *waiting: str, who: str = "c1", by: str = ""
    ) -> list[str]:
        queue = queue_of(*waiting, by=by)
        return self.send(seconds, QueueChanged(queue, reason, who, server(seconds)))

    def queues(self, seconds: float, *waiting: str) -> list[str]:
        return self.send(seconds, QueuesSnapshot((queue_of(*waiting),), server(seconds)))

    def fixture(self, seconds: float, name: str) -> list[str]:
        """A sample payload of the service."""
        return self.send(seconds, parse(*load(f"realtime/{name}")))

    def wait(self, seconds: float) -> list[str]:
        """Let time pass until ``seconds``."""
        found = self.desk.expire(self.moment(seconds))
        self.log += found
        return [transition.kind.value for transition in found]

    def finish(self) -> list[str]:
        found = self.desk.finish()
        self.log += found
        return [transition.kind.value for transition in found]

    def facts(self, call_id: str = "c1", sip: str = ME) -> CallFacts:
        found = self.desk.facts(CallKey(sip, call_id))
        assert found is not None
        return found

    def timer(self, seconds: float, call_id: str = "c1", sip: str = ME) -> float:
        """What the running timer of a call shows at ``seconds``."""
        return MONOTONIC + seconds - self.facts(call_id, sip).elapsed_from

    def ends(self) -> list[tuple[str, str, str]]:
        """Every ``ended``: extension, call, outcome."""
        return [
            (t.call.key.extension, t.call.key.call_id, t.call.outcome.value)
            for t in self.log
            if t.kind.value == "ended" and t.call.outcome is not None
        ]


def queue_of(*waiting: str, by: str = "") -> Queue:
    calls = tuple(QueueCall(call_id, PhoneNumber("0501234567")) for call_id in waiting)
    return Queue(QUEUE, "Sales", calls, by)
