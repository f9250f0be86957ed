"""An async client library for Voicenter's services; no Qt, usable without the application.

Names are loaded when they are first used, so that who needs one event type does not import a
network library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from agent_desk.voicenter.active_calls import ActiveCalls
    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.blacklist import Blacklist, BlockEntry, NumberResult
    from agent_desk.voicenter.call_log import CallLog, CallLogPage, CallRecord
    from agent_desk.voicenter.click2call import Click2Call
    from agent_desk.voicenter.directory import Directory, DirectoryEntry
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.pace import RateLimiter
    from agent_desk.voicenter.recording import RecordingControl
    from agent_desk.voicenter.rest import RestClient
    from agent_desk.voicenter.session import Credentials, LoginKind, Session, SignIn, Stack
    from agent_desk.voicenter.status import AgentStatus, StatusName
    from agent_desk.voicenter.tls import client_context

_MODULES: Final = {
    "active_calls": ("ActiveCalls",),
    "api_code": ("CodeSource",),
    "blacklist": ("Blacklist", "BlockEntry", "NumberResult"),
    "call_log": ("CallLog", "CallLogPage", "CallRecord"),
    "click2call": ("Click2Call",),
    "directory": ("Directory", "DirectoryEntry"),
    "endpoints": ("Endpoints",),
    "pace": ("RateLimiter",),
    "recording": ("RecordingControl",),
    "rest": ("RestClient",),
    "session": ("Credentials", "LoginKind", "Session", "SignIn", "Stack"),
    "status": ("AgentStatus", "StatusName"),
    "tls": ("client_context",),
}
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "ActiveCalls",
    "AgentStatus",
    "Blacklist",
    "BlockEntry",
    "CallLog",
    "CallLogPage",
    "CallRecord",
    "Click2Call",
    "CodeSource",
    "Credentials",
    "Directory",
    "DirectoryEntry",
    "Endpoints",
    "LoginKind",
    "NumberResult",
    "RateLimiter",
    "RecordingControl",
    "RestClient",
    "Session",
    "SignIn",
    "Stack",
    "StatusName",
    "client_context",
]


def __getattr__(name: str) -> object:
    """Import the module that a public name lives in."""
    home = _HOMES.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
