"""Finished calls as Voicenter's Call Log keeps and finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from agent_desk.sandbox.numbers import international

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent_desk.sandbox.account import Account, User
    from agent_desk.sandbox.wire import Json

ROW_LIMIT: Final = 10_000


class CdrType(IntEnum):
    """Voicenter: ``CdrType``, those the sandbox writes."""

    INCOMING = 1
    OUTGOING = 4
    QUEUE = 8
    CLICK2CALL_LEG1 = 9
    CLICK2CALL_LEG2 = 10
    TRANSFERRED = 13


_TYPE_NAMES: Final = {
    CdrType.INCOMING: "Incoming Call",
    CdrType.OUTGOING: "Extension Outgoing",
    CdrType.QUEUE: "Queue",
    CdrType.CLICK2CALL_LEG1: "Click2Call leg1",
    CdrType.CLICK2CALL_LEG2: "Click2Call leg2",
    CdrType.TRANSFERRED: "XferCDR",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CdrRow:
    """One record; ``began`` and ``ended`` are aware UTC, durations seconds.

    A field without a value is missing from the wire, as the service leaves such fields out. The
    record appears ``late_s`` after the call, or when all do, if that is later.
    """

    call_id: str
    type: CdrType
    began: datetime
    ended: datetime
    caller: str
    target: str
    dial_status: str
    talk_s: int = 0
    ring_s: int = 0
    caller_extension: str = ""
    target_extension: str = ""
    did: str = ""
    queue_id: int | None = None
    queue_name: str | None = None
    representative: User | None = None
    custom_data: Any = field(default_factory=dict)
    dtmf: tuple[tuple[str, int, str], ...] = ()
    late_s: float = 0

    def wire(self, account: Account) -> Json:
        """The record with every field the service could return."""
        agent = self.representative
        is_recorded = self.dial_status == "ANSWER"
        row = {
            "CallerNumber": self.caller,
            "TargetNumber": self.target,
            "Date": f"{self.began.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "DateEpoch": int(self.began.timestamp()),
            "Duration": self.talk_s,
            "CallID": self.call_id,
            "CustomData": self.custom_data,
            "Type": _TYPE_NAMES[self.type],
            "CdrType": int(self.type),
            "DialStatus": self.dial_status,
            "TargetExtension": self.target_extension,
            "CallerExtension": self.caller_extension,
            "DID": self.did,
            "QueueName": self.queue_name,
            "RecordURL": f"https://cpanel.example.com/CallsHistory/PlayRecord/{self.call_id}.mp3"
            if is_recorded
            else "",
            "RecordExpect": is_recorded,
            "RingTime": self.ring_s,
            "Price": 0,
            "RepresentativeName": agent.name if agent else None,
            "RepresentativeCode": str(agent.id) if agent else None,
            "UserName": agent.name if agent else None,
            "UserId": agent.id if agent else None,
            "DTMFData": [
                {"LayerName": name, "DTMF": digit, "LayerNumber": number}
                for name, digit, number in self.dtmf
            ],
            "DepartmentName": account.name,
            "DepartmentId": account.account_id,
            "TargetPrefixName": "Israel" if self.type == CdrType.OUTGOING else None,
        }
        return {key: value for key, value in row.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class CdrQuery:
    """A search: empty filters let everything through; the window is UTC, both ends included."""

    start: datetime
    end: datetime
    phones: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    call_id: str | None = None
    types: tuple[int, ...] = ()
    queues: tuple[int, ...] = ()
    sort: tuple[tuple[str, bool], ...] = (("date", True),)

    def finds(self, row: CdrRow) -> bool:
        """Whether ``row`` matches every filter."""
        if not self.start <= row.began <= self.end:
            return False
        if self.call_id and row.call_id != self.call_id:
            return False
        if self.types and row.type not in self.types:
            return False
        if self.queues and row.queue_id not in self.queues:
            return False
        if self.extensions and not {row.caller_extension, row.target_extension} & {
            *self.extensions
        }:
            return False
        if not self.phones:
            return True
        numbers = {international(row.caller), international(row.target)}
        return bool(numbers & {international(p) for p in self.phones})


class CallLog:
    """Every record, newest additions last; one per (call, type) until the call was answered."""

    def __init__(self) -> None:
        self._rows: list[CdrRow] = []
        self._retryable: dict[tuple[str, CdrType], int] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[CdrRow]:
        return iter(self._rows)

    def add(self, row: CdrRow) -> None:
        """Keep ``row``; a further try of an unanswered call replaces its earlier record."""
        key = (row.call_id, row.type)
        index = self._retryable.pop(key, None)
        if index is None:
            index = len(self._rows)
            self._rows.append(row)
        else:
            self._rows[index] = row
        if row.dial_status != "ANSWER":
            self._retryable[key] = index

    def search(self, query: CdrQuery, *, now: datetime, delay_s: float = 0) -> list[CdrRow]:
        """All matches in order, without those that ended less than ``delay_s`` ago."""
        found = [
            row
            for row in self._rows
            if row.ended + timedelta(seconds=max(row.late_s, delay_s)) <= now and query.finds(row)
        ]
        for name, is_descending in reversed(query.sort):
            found.sort(
                key=lambda r: float(r.talk_s) if name == "duration" else r.began.timestamp(),
                reverse=is_descending,
            )
        return found
