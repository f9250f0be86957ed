"""Typed events of the monitor socket, and the one door from the wire to them.

Every time is as the desk needs it: aware UTC datetimes, with the wire's shifted epochs already
corrected (``value - 60 * servertimeoffset``); ``None`` stands for the wire's 0, "never".
``parse`` is total: whatever arrives, it returns an event and never raises. Wire names, with the
vendor's misspellings, end in ``voicenter.parsing``.
"""

from __future__ import annotations

from agent_desk.voicenter.event_types import (
    Call,
    CallStatus,
    ConfigurationChanged,
    CustomValue,
    Dialer,
    DialerChanged,
    DialersSnapshot,
    Direction,
    Event,
    Extension,
    ExtensionChanged,
    ExtensionReason,
    ExtensionsSnapshot,
    HangupCause,
    KeepaliveAnswered,
    LoginRefused,
    LoginSucceeded,
    MalformedEvent,
    Queue,
    QueueCall,
    QueueChanged,
    QueueReason,
    QueuesSnapshot,
    Recording,
    ServerTime,
    TokenPushed,
    UnknownEvent,
    Users,
)
from agent_desk.voicenter.parsing import parse

__all__ = [
    "Call",
    "CallStatus",
    "ConfigurationChanged",
    "CustomValue",
    "Dialer",
    "DialerChanged",
    "DialersSnapshot",
    "Direction",
    "Event",
    "Extension",
    "ExtensionChanged",
    "ExtensionReason",
    "ExtensionsSnapshot",
    "HangupCause",
    "KeepaliveAnswered",
    "LoginRefused",
    "LoginSucceeded",
    "MalformedEvent",
    "Queue",
    "QueueCall",
    "QueueChanged",
    "QueueReason",
    "QueuesSnapshot",
    "Recording",
    "ServerTime",
    "TokenPushed",
    "UnknownEvent",
    "Users",
    "parse",
]
