"""The sandbox's state as Voicenter writes it on the socket, misspellings and oddities included."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from agent_desk.sandbox.times import shifted_epoch

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from agent_desk.sandbox.account import Account, Extension, Queue
    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.queues import QueueCaller

Json = dict[str, Any]
JsonValue = Any  # whatever JSON can say, hostile shapes included


@dataclass(slots=True)
class Dialect:
    """Which of the shapes seen in the field the sandbox writes; the defaults are the captured ones.

    ``is_envelope_inside`` puts ``reason``, ``servertime`` ... inside ``data`` as the vendor's
    printed samples do; ``is_current_call_null`` leaves ``currentCall`` empty at HANGUP.
    """

    is_envelope_inside: bool = False
    is_c2cdirection_text: bool = False
    is_current_call_null: bool = False


@dataclass(frozen=True)
class WireEvent:
    """One message for the clients, and whom it concerns (``None``: everybody)."""

    name: str
    payload: JsonValue = field(repr=False)
    extension: str | None = None
    queue: int | None = None

    @property
    def reason(self) -> str:
        """NEWCALL, ANSWER, JOIN ...; empty for snapshots."""
        outer = self.payload if isinstance(self.payload, dict) else {}
        inner = outer.get("data")
        inner = inner if isinstance(inner, dict) else {}
        return str(outer.get("reason") or inner.get("reason") or "")

    @cached_property
    def text(self) -> str:
        """``["name",payload]`` as JSON, encoded once however many clients listen."""
        return dump([self.name, self.payload])


@dataclass(frozen=True, slots=True)
class Stamp:
    """A server's moment: true UTC and the minutes the wire is shifted by."""

    moment: datetime
    offset_minutes: int

    def epoch(self, moment: datetime | None) -> int:
        """``moment`` as the wire writes it, 0 for never."""
        return shifted_epoch(moment, self.offset_minutes)

    def common(self) -> Json:
        """The four flat fields that snapshots and answers end with."""
        return {**self.times(), "errorCode": 0, "errorDesc": "OK"}

    def times(self) -> Json:
        """``servertime`` and ``servertimeoffset``."""
        return {"servertime": self.epoch(self.moment), "servertimeoffset": self.offset_minutes}


@dataclass(frozen=True, slots=True)
class View:
    """What one login may see; ``None`` means the whole account."""

    extensions: frozenset[str] | None = None
    queues: frozenset[int] | None = None

    def shows(self, event: WireEvent) -> bool:
        """Whether ``event`` may reach a client with this view."""
        if event.extension is not None and self.extensions is not None:
            return event.extension in self.extensions
        if event.queue is not None and self.queues is not None:
            return event.queue in self.queues
        return True


def dump(value: object) -> str:
    """Compact JSON with Hebrew left readable, as Node writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def call_object(call: Call, stamp: Stamp, dialect: Dialect) -> Json:
    """Voicenter: call object of the real-time feed."""
    started = stamp.epoch(call.started)
    shown = call.shown_number
    label = call.name or shown
    is_in = call.direction == "Incoming"
    ours = "" if is_in else call.own_line
    out: Json = {
        "callStarted": started,
        "calldurationinterval": started,
        "callAnswered": stamp.epoch(call.answered_at),
        "answered": int(call.answered_at is not None),
        "callername": label,
        "callerphone": shown,
        "outgoingcallername": ours,
        "outgoingcallerphone": ours,
        "callstatus": call.status.value,
        "customdata": call.custom_data,
        "direction": call.direction,
        "ivrid": call.ivrid,
        "recording": {
            "Filename": call.recording_name,
            "Options": "",
            "ApproximateURL": "",
            "IsMuted": int(call.says_muted),
        },
        "did": call.did,
        "relatedIvrUniqueIDs": list(call.related),
        "callType": call.direction,
    }
    if call.leg:
        out["c2cdirection"] = str(call.leg) if dialect.is_c2cdirection_text else call.leg
    out |= {
        "ip": "192.0.2.10",
        "channel": f"SIP/{call.extension.sip}-0000202c",
        "channel2": "SIP/Provider-0000202f",
    }
    if call.queue_id is not None:
        out["queueID"] = call.queue_id
    out |= {"isSpyed": False, "isInternal": call.is_internal, "blcServerID": 1}
    if is_in and shown != "Anonymous" and not call.related:
        out["originalCallerID"] = call.number
    dialled = call.dialled
    if dialled is not None:
        out["actualDialedNumber"] = dialled
    if call.transferred_by is not None:
        out["transferExtensionName"] = call.transferred_by
    return out


def extension_object(
    extension: Extension, account: Account, stamp: Stamp, dialect: Dialect
) -> Json:
    """Voicenter: extension object, without ``currentCall``."""
    online = extension.online_user
    return {
        "calls": [call_object(call, stamp, dialect) for call in extension.calls],
        "userID": extension.owner.id,
        "userName": extension.owner.name,
        "number": extension.number,
        "extenUser": extension.sip,
        "accountID": account.account_id,
        "topAccountID": account.top_account_id,
        "summery": {"representative": (online or extension.owner).name},
        "onlineUserID": online.id if online else 0,
        "representative": online.id if online else 0,
        "representativeStatus": extension.status,
        "lastCallEventEpoch": stamp.epoch(extension.last_call),
        "lastAnsweredCallEventEpoch": stamp.epoch(extension.last_answered),
        "lastHangupCallEpoch": stamp.epoch(extension.last_hangup),
        "representativeUpdated": stamp.epoch(extension.status_since) * 1000,
        "peerStatus": None,
    }


def extension_event(
    extension: Extension,
    reason: str,
    account: Account,
    stamp: Stamp,
    dialect: Dialect,
    *,
    call: Call | None = None,
    hangup: tuple[str, str] | None = None,
) -> WireEvent:
    """Voicenter: ``ExtensionEvent``; ``hangup`` is (cause, dialStatus)."""
    data = extension_object(extension, account, stamp, dialect)
    envelope: Json = {"eventName": "extension", "reason": reason, **stamp.times()}
    if call is not None:
        is_hidden = hangup is not None and dialect.is_current_call_null
        data["currentCall"] = None if is_hidden else call_object(call, stamp, dialect)
        envelope["telephonyservertime"] = envelope["servertime"] - 1
    if call is not None and hangup is not None:
        cause, dial_status = hangup
        envelope |= {
            "callerID": call.shown_number,
            "ivruniqueid": call.ivrid,
            "dialStatus": dial_status,
            "cause": cause,
        }
    is_inside = dialect.is_envelope_inside
    payload = {"data": {**envelope, **data}} if is_inside else {"data": data, **envelope}
    return WireEvent("ExtensionEvent", payload, extension=extension.sip)


def queue_object(queue: Queue, stamp: Stamp) -> Json:
    """Voicenter: queue object with everybody who waits, oldest first."""
    return {
        "QueueID": queue.id,
        "QueueName": queue.name,
        "UserID": 800001,
        "DistributorID": queue.distributor_id,
        "IsDistributedQueue": queue.is_distributed,
        "Calls": [_queue_call(caller, queue, stamp) for caller in queue.callers],
    }


def _queue_call(caller: QueueCaller, queue: Queue, stamp: Stamp) -> Json:
    joined = stamp.epoch(caller.joined)
    return {
        "CallerID": caller.number,
        "CallerName": caller.name or caller.number,
        "IvrUniqueID": caller.ivrid,
        "JoinTimeStamp": joined,
        "calldurationinterval": joined,
        "ivrid": caller.ivrid,
        "isDistributedQueue": queue.is_distributed,
        "customdata": caller.custom_data,
    }


def queue_event(
    queue: Queue,
    reason: Literal["JOIN", "ANSWER", "EXIT", "ABANDONED"],
    ivrid: str,
    stamp: Stamp,
    *,
    answered_agent: str | None = None,
) -> WireEvent:
    """Voicenter: ``QueueEvent``; the leaver is named by ``ivruniqueid`` alone."""
    data = queue_object(queue, stamp)
    if answered_agent is not None and reason == "EXIT":
        data["AnsweredAgent"] = answered_agent
    times = stamp.times()
    payload = {
        "data": data,
        "eventName": "queue",
        "reason": reason,
        **times,
        "telephonyservertime": times["servertime"] - 1,
        "ivruniqueid": ivrid,
    }
    return WireEvent("QueueEvent", payload, queue=queue.id)


def snapshots(account: Account, stamp: Stamp, dialect: Dialect, view: View) -> list[WireEvent]:
    """Everything a client gets after it connected, and again after ``resync``."""

    def visible(extensions: Iterable[Extension]) -> list[Extension]:
        return [e for e in extensions if view.extensions is None or e.sip in view.extensions]

    phones = visible(account.extensions.values())
    owners = {e.owner.id: e.owner for e in phones}
    is_all = view.extensions is None
    common = stamp.common()
    return [
        WireEvent("loginSuccess", common),
        WireEvent(
            "loginStatus",
            {
                "queues": [
                    queue_object(q, stamp)
                    for q in account.queues.values()
                    if view.queues is None or q.id in view.queues
                ],
                **common,
            },
        ),
        WireEvent(
            "AllExtensionsStatus",
            {
                "extensions": [extension_object(e, account, stamp, dialect) for e in phones],
                **common,
            },
        ),
        WireEvent("AllDialersStatus", {"dialers": account.dialers if is_all else [], **common}),
        WireEvent(
            "AllUsersStatus",
            {
                "users": [
                    {"userID": u.id, "userName": u.name, "accountID": account.account_id}
                    for u in owners.values()
                ],
                **common,
            },
        ),
    ]
