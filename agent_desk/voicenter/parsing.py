"""From the monitor socket's payloads to typed events (Voicenter: real-time event catalogue).

Total by construction: nothing here trusts a type, every loop is bounded by the payload's own size
and nothing recurses but ``wire.custom_data``, which is bounded. An event that cannot be used comes
back as ``MalformedEvent``, a bad entry of a snapshot is left out and counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.core.text import clean_text
from agent_desk.voicenter import event_types as typed
from agent_desk.voicenter.server_clock import israel_offset_min, read_offset_min, read_stamp
from agent_desk.voicenter.wire import (
    Fields,
    as_bool,
    as_int,
    as_list,
    as_mapping,
    as_phone,
    as_str,
    custom_data,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_ID_TEXT: Final = 128
_NAME_TEXT: Final = 64
_NO_RECORDING: Final = typed.Recording()

_DIRECTIONS: Final = {d.value: d for d in typed.Direction if d is not typed.Direction.UNKNOWN}
_STATUSES: Final = {s.value: s for s in typed.CallStatus if s is not typed.CallStatus.UNKNOWN}
_REASONS: Final = {r.value.casefold(): r for r in typed.ExtensionReason}
_QUEUE_REASONS: Final = {r.value.casefold(): r for r in typed.QueueReason}
_CAUSES: Final = {c.value: c for c in typed.HangupCause}


def parse(name: str, payload: object, *, fallback_offset_min: int | None = None) -> typed.Event:
    """The event that the server sent as ``name`` with ``payload`` (decoded JSON); never raises.

    ``fallback_offset_min`` is the last ``servertimeoffset`` seen on this connection, for payloads
    without one; where that is missing too, Israel's offset at the server's time is taken.
    """
    reader = _READERS.get(name)
    if reader is None:
        reader = _READERS.get(name.casefold())
        if reader is None:
            return typed.UnknownEvent(clean_text(name, _NAME_TEXT))
    return reader(_Message(name, payload, fallback_offset_min))


class _Message:
    """One payload with its envelope, which stands beside ``data`` or inside it."""

    __slots__ = ("_envelope", "data", "name", "offset_min", "payload", "server_time")

    def __init__(self, name: str, payload: object, fallback_offset_min: int | None) -> None:
        self.name = name
        self.payload = payload
        self._envelope = fold(payload)
        data = self._envelope.get("data")
        self.data = fold(data) if isinstance(data, dict) else self._envelope
        offset_min = read_offset_min(self.get("servertimeoffset"))
        if offset_min is None:
            offset_min = fallback_offset_min
        seconds = as_int(self.get("servertime")) or 0
        at = read_stamp(seconds, offset_min)
        if at is not None and offset_min is None:
            offset_min = israel_offset_min(seconds)
        self.offset_min = offset_min
        self.server_time = (
            None if at is None or offset_min is None else typed.ServerTime(at, offset_min)
        )

    def get(self, key: str) -> object:
        """A member of the envelope, wherever that stands."""
        value = self._envelope.get(key)
        return self.data.get(key) if value is None else value

    def list(self, key: str) -> list[object] | None:
        """An array that must be there; ``None`` where it is not."""
        value = self.get(key)
        return value if isinstance(value, list) else None

    def error_code(self) -> int:
        """What the server says went wrong; 0 for nothing."""
        return as_int(self.get("errorcode")) or 0

    def malformed(self, why: str) -> typed.MalformedEvent:
        """The verdict on this message; a reported error code says more than ``why``."""
        code = self.error_code()
        return typed.MalformedEvent(self.name, f"the server reports error {code}" if code else why)


def _login_success(message: _Message) -> typed.Event:
    code = message.error_code()
    if code:
        return typed.LoginRefused(code, message.server_time)
    return typed.LoginSucceeded(message.server_time)


def _extensions_snapshot(message: _Message) -> typed.Event:
    entries = message.list("extensions")
    if entries is None:
        return message.malformed("no list of extensions")
    offset_min = message.offset_min
    extensions: list[typed.Extension] = []
    malformed = 0
    for entry in entries:
        found = _extension(fold(entry), offset_min)
        if found is None:
            malformed += 1
        else:
            extensions.append(found[0])
            malformed += found[1]
    return typed.ExtensionsSnapshot(tuple(extensions), message.server_time, malformed)


def _extension_event(message: _Message) -> typed.Event:
    found = _extension(message.data, message.offset_min)
    if found is None:
        return message.malformed("no extension, or no list of its calls")
    extension, malformed = found
    reason = _REASONS.get(as_str(message.get("reason")).casefold(), typed.ExtensionReason.UNKNOWN)
    if reason is not typed.ExtensionReason.HANGUP:
        return typed.ExtensionChanged(extension, reason, message.server_time, malformed=malformed)
    caller = message.get("callerid")
    return typed.ExtensionChanged(
        extension,
        reason,
        message.server_time,
        cause=_CAUSES.get(as_str(message.get("cause")).casefold(), typed.HangupCause.UNKNOWN),
        dial_status=as_str(message.get("dialstatus"), _NAME_TEXT),
        hangup_call_id=as_str(message.get("ivruniqueid"), _ID_TEXT),
        hangup_number=None if caller is None else as_phone(caller),
        malformed=malformed,
    )


def _extension(fields: Fields, offset_min: int | None) -> tuple[typed.Extension, int] | None:
    """The extension and how many of its calls could not be read; ``None`` if it is no extension.

    One without a list of calls counts as none: to take it for idle would end live calls.
    """
    get = fields.get
    sip = as_str(get("extenuser"), _ID_TEXT)
    entries = get("calls")
    if not sip or not isinstance(entries, list):
        return None
    calls: tuple[typed.Call, ...] = ()
    malformed = 0
    if entries:
        read = [_call(entry, offset_min) for entry in entries]
        calls = tuple(call for call in read if call is not None)
        malformed = len(read) - len(calls)
    current = get("currentcall")
    summary = get("summery")
    agent = fold(summary).get("representative") if summary else None
    online = as_int(get("onlineuserid"))
    extension = typed.Extension(
        sip=sip,
        calls=calls,
        current_call=None if current is None else _call(current, offset_min),
        user_id=as_int(get("userid")),
        user_name=as_str(get("username")),
        agent_name=as_str(agent) if isinstance(agent, str) else "",
        online_user_id=(as_int(get("representative")) if online is None else online) or None,
        status_code=as_int(get("representativestatus")),
        status_since=read_stamp(get("representativeupdated"), offset_min),
        last_call_at=read_stamp(get("lastcalleventepoch"), offset_min),
    )
    return extension, malformed


def _call(value: object, offset_min: int | None) -> typed.Call | None:
    fields = fold(value)
    get = fields.get
    call_id = as_str(get("ivrid"), _ID_TEXT)
    if not call_id:
        return None
    leg = as_int(get("c2cdirection"))
    original = get("originalcallerid")
    extra = get("customdata")
    related = get("relatedivruniqueids")
    direction = _word(get("direction"))
    return typed.Call(
        call_id=call_id,
        direction=_DIRECTIONS.get(direction or _word(get("calltype")), typed.Direction.UNKNOWN),
        status=_STATUSES.get(_word(get("callstatus")), typed.CallStatus.UNKNOWN),
        is_answered=bool(as_bool(get("answered"))),
        started_at=read_stamp(get("callstarted"), offset_min),
        answered_at=read_stamp(get("callanswered"), offset_min),
        number=as_phone(get("callerphone")),
        name=as_str(get("callername")),
        did=as_str(get("did"), _NAME_TEXT),
        queue_id=as_int(get("queueid")) or None,
        campaign_id=as_int(get("campaignid")) or None,
        click2call_leg=leg if leg in (1, 2) else None,
        custom_data=custom_data(extra) if extra else {},
        recording=_recording(get("recording")),
        original_number=None if not original else as_phone(original),
        original_name=as_str(get("originalcallername")),
        related_call_ids=_ids(related) if related else (),
        transferred_by=as_str(get("transferextensionname")),
        is_internal=bool(as_bool(get("isinternal"))),
        is_spied_on=bool(as_bool(get("isspyed"))),
    )


def _word(value: object) -> str:
    return value.strip().casefold() if isinstance(value, str) else ""


def _ids(value: object) -> tuple[str, ...]:
    return tuple(text for item in as_list(value) if (text := as_str(item, _ID_TEXT)))


def _recording(value: object) -> typed.Recording:
    if not isinstance(value, dict):
        return _NO_RECORDING
    fields = fold(value)
    return typed.Recording(as_str(fields.get("filename")), as_bool(fields.get("ismuted")))


def _queues_snapshot(message: _Message) -> typed.Event:
    entries = message.list("queues")
    if entries is None:
        return message.malformed("no list of queues")
    read = [_queue(fold(entry), message.offset_min) for entry in entries]
    found = [item for item in read if item is not None]
    malformed = len(read) - len(found) + sum(bad for _, bad in found)
    return typed.QueuesSnapshot(tuple(queue for queue, _ in found), message.server_time, malformed)


def _queue_event(message: _Message) -> typed.Event:
    found = _queue(message.data, message.offset_min)
    if found is None:
        return message.malformed("no queue, or no list of its calls")
    return typed.QueueChanged(
        found[0],
        _QUEUE_REASONS.get(_word(message.get("reason")), typed.QueueReason.UNKNOWN),
        as_str(message.get("ivruniqueid"), _ID_TEXT),
        message.server_time,
    )


def _queue(fields: Fields, offset_min: int | None) -> tuple[typed.Queue, int] | None:
    queue_id = as_int(fields.get("queueid"))
    entries = fields.get("calls")
    if queue_id is None or not isinstance(entries, list):
        return None
    read = [_queue_call(fold(entry), offset_min) for entry in entries]
    calls = tuple(call for call in read if call is not None)
    queue = typed.Queue(
        queue_id=queue_id,
        name=as_str(fields.get("queuename")),
        calls=calls,
        answered_by=as_str(fields.get("answeredagent")),
    )
    return queue, len(read) - len(calls)


def _queue_call(fields: Fields, offset_min: int | None) -> typed.QueueCall | None:
    call_id = as_str(fields.get("ivruniqueid"), _ID_TEXT) or as_str(fields.get("ivrid"), _ID_TEXT)
    if not call_id:
        return None
    return typed.QueueCall(
        call_id=call_id,
        number=as_phone(fields.get("callerid")),
        name=as_str(fields.get("callername")),
        joined_at=read_stamp(fields.get("jointimestamp"), offset_min),
    )


def _users(message: _Message) -> typed.Event:
    entries = message.list("users")
    if entries is None:
        return message.malformed("no list of users")
    names: dict[int, str] = {}
    for entry in entries:
        fields = fold(entry)
        user_id = as_int(fields.get("userid"))
        if user_id is not None:
            names[user_id] = as_str(fields.get("username"))
    return typed.Users(names)


def _dialers_snapshot(message: _Message) -> typed.Event:
    entries = message.list("dialers")
    if entries is None:
        return message.malformed("no list of campaigns")
    read = [_dialer(fold(entry)) for entry in entries]
    dialers = tuple(dialer for dialer in read if dialer is not None)
    return typed.DialersSnapshot(dialers, message.server_time, len(read) - len(dialers))


def _dialer_event(message: _Message) -> typed.Event:
    dialer = _dialer(message.data)
    return message.malformed("no campaign") if dialer is None else typed.DialerChanged(dialer)


def _dialer(fields: Fields) -> typed.Dialer | None:
    campaign_id = as_int(fields.get("campaignid"))
    if campaign_id is None:
        return None
    numbers = fields.get("statistics") or fields.get("data")  # the name changed in December 2023
    return typed.Dialer(
        campaign_id=campaign_id,
        name=as_str(fields.get("name")),
        code=as_str(fields.get("code")),
        type_id=as_int(fields.get("typeid")),
        numbers=custom_data(as_mapping(numbers)),
    )


def _keepalive_response(message: _Message) -> typed.Event:
    is_ok = as_bool(message.get("isok")) is not False and message.error_code() == 0
    return typed.KeepaliveAnswered(is_ok, message.server_time)


def _configuration(what: str) -> Callable[[_Message], typed.Event]:
    event = typed.ConfigurationChanged(what)
    return lambda _message: event


def _token_pushed(message: _Message) -> typed.Event:
    body = as_mapping(message.payload)
    return typed.TokenPushed(body) if body else message.malformed("no body")


# "AllExtensionStatus" is how the vendor's pages spell it in headings; the wire has the s.
_BY_NAME: Final[dict[str, Callable[[_Message], typed.Event]]] = {
    "ExtensionEvent": _extension_event,
    "QueueEvent": _queue_event,
    "AllExtensionsStatus": _extensions_snapshot,
    "AllExtensionStatus": _extensions_snapshot,
    "loginStatus": _queues_snapshot,
    "loginSuccess": _login_success,
    "keepaliveResponse": _keepalive_response,
    "AllUsersStatus": _users,
    "AllDialersStatus": _dialers_snapshot,
    "DialerEvent": _dialer_event,
    "ExtensionsUpdated": _configuration("extensions"),
    "QueuesUpdated": _configuration("queues"),
    "DialersUpdated": _configuration("campaigns"),
    "loginResponse": _token_pushed,
}
_READERS: Final = _BY_NAME | {name.casefold(): reader for name, reader in _BY_NAME.items()}
