"""Events, transitions and the connection as lines, for ``tail`` and ``replay``."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from agent_desk.core.clock import iso
from agent_desk.core.link import Link
from agent_desk.core.text import clean_text
from agent_desk.voicenter.events import ExtensionChanged, QueueChanged, TokenPushed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent_desk.voicenter.realtime import LinkState, Received

_MAX_NAME = 64

_LINK_WORDS = {
    Link.CONNECTING: "connecting",
    Link.CONNECTED: "connected",
    Link.RECONNECTING: "connection lost, reconnecting",
    Link.POLLING: "asking every few seconds instead of listening",
    Link.OFFLINE: "offline",
    Link.SIGNED_OUT: "signed out",
}


def connection_record(link: LinkState, at: datetime) -> dict[str, object]:
    """The line of kind ``connection``."""
    return {
        "kind": "connection",
        "at": iso(at),
        "state": link.state.value,
        "server": link.server,
        "protocol": link.protocol,
        "transport": link.transport,
        "attempt": link.attempt,
        "retry_in_s": None if link.retry_in_s is None else round(link.retry_in_s, 3),
        "reason": link.reason,
    }


def connection_text(link: LinkState, at: datetime) -> str:
    """The same for a person."""
    text = f"{_clock(at)}  -- {_LINK_WORDS[link.state]}"
    if link.server:
        text += f"  {link.server}"
    if link.protocol is not None:
        text += f"  (protocol {link.protocol}, {link.transport})"
    if link.reason:
        text += f"  {link.reason}"
    if link.retry_in_s:
        text += f"  Next attempt in {link.retry_in_s:.0f} s."
    return text


def extension_of(item: Received) -> str | None:
    """The extension that an event speaks of, if it is one."""
    return item.event.extension.sip if isinstance(item.event, ExtensionChanged) else None


def payload_of(item: Received) -> object:
    """The payload as it came, without the tokens that some servers push."""
    return {} if isinstance(item.event, TokenPushed) else item.payload


def event_record(item: Received, *, is_raw: bool) -> dict[str, object]:
    """The line of kind ``event``."""
    record: dict[str, object] = {
        "kind": "event",
        "at": iso(item.at),
        "event": clean_text(item.name, _MAX_NAME),
        "reason": _reason(item),
        "extension": extension_of(item),
    }
    if is_raw:
        record["payload"] = payload_of(item)
    return record


def event_text(item: Received, *, is_raw: bool) -> str:
    """The same for a person; a raw payload is JSON, whose escapes no terminal obeys."""
    words = [clean_text(item.name, _MAX_NAME), _reason(item), extension_of(item)]
    text = f"{_clock(item.at)}  .. {' '.join(word for word in words if word)}"
    return f"{text}  {json.dumps(payload_of(item))}" if is_raw else text


def transition_text(record: Mapping[str, Any]) -> str:
    """A line of kind ``transition`` for a person."""
    kind = str(record["type"])
    words = kind.replace("_", " ")
    if record["outcome"]:
        words += f": {record['outcome'].replace('_', ' ')}"
    if kind == "ended" and record["talk_s"]:
        words += f", {record['talk_s']} s"
    at = record.get("at")
    clock = _clock(datetime.fromisoformat(at)) if at else " " * 8
    parts = (clock, f">> {words}", record["extension"], record["number"], record["name"])
    return "  ".join(part for part in (*parts, f"[{record['ivrid']}]") if part)


def summary_text(record: Mapping[str, Any]) -> str:
    """The line of kind ``summary`` for a person."""
    calls = sum(record["calls"].values())
    live = sum(len(ids) for ids in record["live"].values())
    return (
        f"{record['events']} events, {record['dropped']} out of date, {record['malformed']} "
        f"unreadable; {calls} calls, {live} of them live."
    )


def _reason(item: Received) -> str | None:
    if isinstance(item.event, ExtensionChanged | QueueChanged):
        return item.event.reason.value or None
    return None


def _clock(at: datetime) -> str:
    return f"{at.astimezone(UTC):%H:%M:%S}"
