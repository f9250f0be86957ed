"""The types of what the monitor socket says; import them from ``voicenter.events``.

Names, numbers, custom data and file names (which hold numbers) are left out of every ``repr``, so
that an event may be logged as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber

CustomValue: TypeAlias = (
    "str | int | float | bool | list[CustomValue] | dict[str, CustomValue] | None"
)


class Direction(Enum):
    """Who called whom; ``UNKNOWN`` for a value this program does not know."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    CLICK2CALL = "click2call"
    SPY = "spy"
    UNKNOWN = "unknown"


class CallStatus(Enum):
    """The wire's word for a live call; beware of Click2Call leg 2 (see ``desk.calls``)."""

    RINGING = "ringing"
    DIALING = "dialing"
    TALKING = "talking"
    HOLD = "hold"
    UNKNOWN = "unknown"


class ExtensionReason(Enum):
    """Why an extension event was sent; explains a transition, never decides it."""

    NEWCALL = "NEWCALL"
    ANSWER = "ANSWER"
    HOLD = "HOLD"
    UNHOLD = "UNHOLD"
    HANGUP = "HANGUP"
    STATUS = "userStatusUpdate"
    UNKNOWN = ""


class HangupCause(Enum):
    """The wire's ``cause``, compared without regard to case."""

    NORMAL = "normal hangup"
    ANSWERED_ELSEWHERE = "answered elsewhere"
    REJECTED = "call rejected"
    NO_RESPONSE = "no user responding"
    NO_ANSWER = "user alerting, no answer"
    BUSY = "user busy"
    BAD_NUMBER = "unallocated (unassigned) number"
    UNKNOWN = "unknown"
    NONE = ""


class QueueReason(Enum):
    """Why a queue event was sent."""

    JOIN = "JOIN"
    ANSWER = "ANSWER"
    EXIT = "EXIT"
    ABANDONED = "ABANDONED"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Recording:
    """What the service says of a call's recording; ``is_muted`` is ``None`` where it does not."""

    file_name: str = field(default="", repr=False)
    is_muted: bool | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it stands on one extension at the moment of the message."""

    call_id: str
    direction: Direction
    status: CallStatus
    is_answered: bool
    started_at: datetime | None
    answered_at: datetime | None
    number: PhoneNumber
    name: str = field(default="", repr=False)
    did: str = field(default="", repr=False)
    queue_id: int | None = None
    campaign_id: int | None = None
    click2call_leg: int | None = None
    custom_data: dict[str, CustomValue] = field(default_factory=dict, repr=False)
    recording: Recording = Recording()
    original_number: PhoneNumber | None = None
    original_name: str = field(default="", repr=False)
    related_call_ids: tuple[str, ...] = ()
    transferred_by: str = field(default="", repr=False)
    is_internal: bool = False
    is_spied_on: bool = False


@dataclass(frozen=True, slots=True)
class Extension:
    """One extension with every call live on it; ``sip`` is its key, case-sensitive and opaque."""

    sip: str
    calls: tuple[Call, ...] = ()
    current_call: Call | None = None
    user_id: int | None = None
    user_name: str = field(default="", repr=False)
    agent_name: str = field(default="", repr=False)
    online_user_id: int | None = None
    status_code: int | None = None
    status_since: datetime | None = None
    last_call_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class QueueCall:
    """One caller waiting in a queue."""

    call_id: str
    number: PhoneNumber
    name: str = field(default="", repr=False)
    joined_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue with those who still wait, oldest first."""

    queue_id: int
    name: str = field(default="", repr=False)
    calls: tuple[QueueCall, ...] = ()
    answered_by: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ServerTime:
    """The server's clock at the moment of the message; ``offset_min`` is what was subtracted."""

    at: datetime
    offset_min: int


@dataclass(frozen=True, slots=True)
class LoginSucceeded:
    """The socket token was accepted."""

    server_time: ServerTime | None = None


@dataclass(frozen=True, slots=True)
class LoginRefused:
    """The server answered the socket's sign-in with an error: the token is not accepted."""

    error_code: int
    server_time: ServerTime | None = None


@dataclass(frozen=True, slots=True)
class ExtensionsSnapshot:
    """Every extension this sign-in may see; replaces what was known.

    ``malformed`` counts the entries, extensions or calls, that could not be read.
    """

    extensions: tuple[Extension, ...]
    server_time: ServerTime | None = None
    malformed: int = 0


@dataclass(frozen=True, slots=True)
class QueuesSnapshot:
    """Every queue this sign-in may see; replaces what was known."""

    queues: tuple[Queue, ...]
    server_time: ServerTime | None = None
    malformed: int = 0


@dataclass(frozen=True, slots=True)
class ExtensionChanged:
    """An extension's complete new state, with the reason it was sent.

    ``hangup_call_id`` and ``hangup_number`` name the ended call where ``current_call`` is null.
    ``malformed`` counts live calls that could not be read and are therefore missing.
    """

    extension: Extension
    reason: ExtensionReason
    server_time: ServerTime | None = None
    cause: HangupCause = HangupCause.NONE
    dial_status: str = field(default="", repr=False)
    hangup_call_id: str = ""
    hangup_number: PhoneNumber | None = None
    malformed: int = 0


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """A queue's complete new state; ``call_id`` is who joined or left."""

    queue: Queue
    reason: QueueReason
    call_id: str = ""
    server_time: ServerTime | None = None


@dataclass(frozen=True, slots=True)
class Users:
    """Display names by user id."""

    names: dict[int, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Dialer:
    """One campaign as the monitor shows it."""

    campaign_id: int
    name: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    type_id: int | None = None
    numbers: dict[str, CustomValue] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class DialersSnapshot:
    """Every campaign this sign-in may see."""

    dialers: tuple[Dialer, ...]
    server_time: ServerTime | None = None
    malformed: int = 0


@dataclass(frozen=True, slots=True)
class DialerChanged:
    """One campaign's new state."""

    dialer: Dialer


@dataclass(frozen=True, slots=True)
class KeepaliveAnswered:
    """The answer to our keepalive; not ok means that a new login is due."""

    is_ok: bool
    server_time: ServerTime | None = None


@dataclass(frozen=True, slots=True)
class ConfigurationChanged:
    """Extensions, queues or campaigns were edited: fresh snapshots should be asked for."""

    what: str


@dataclass(frozen=True, slots=True)
class TokenPushed:
    """A new socket token, sent by older servers; ``body`` is for ``session.read_session``."""

    body: dict[str, object] = field(repr=False)


@dataclass(frozen=True, slots=True)
class UnknownEvent:
    """An event this program does not know; counted, otherwise ignored."""

    name: str


@dataclass(frozen=True, slots=True)
class MalformedEvent:
    """A known event whose body cannot be used; counted and visible in diagnostics.

    ``why`` is in our own words and never quotes the body.
    """

    name: str
    why: str


Event: TypeAlias = (
    LoginSucceeded
    | LoginRefused
    | ExtensionsSnapshot
    | QueuesSnapshot
    | ExtensionChanged
    | QueueChanged
    | Users
    | DialersSnapshot
    | DialerChanged
    | KeepaliveAnswered
    | ConfigurationChanged
    | TokenPushed
    | UnknownEvent
    | MalformedEvent
)
