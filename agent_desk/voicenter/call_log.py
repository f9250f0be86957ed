"""The history of finished calls (Voicenter: Call Log)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from agent_desk.voicenter.api_code import reveal_code
from agent_desk.voicenter.errors import (
    ApiCodeError,
    NetworkNotAllowedError,
    RateLimitedError,
    RejectedError,
    ServiceError,
)
from agent_desk.voicenter.event_types import Direction
from agent_desk.voicenter.pace import call_log_pace
from agent_desk.voicenter.server_clock import read_stamp
from agent_desk.voicenter.wire import (
    Fields,
    as_bool,
    as_int,
    as_list,
    as_phone,
    as_str,
    custom_data,
    fold,
    parse_date,
    phone_digits,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.event_types import CustomValue
    from agent_desk.voicenter.pace import RateLimiter
    from agent_desk.voicenter.rest import RestClient

MAX_ROWS: Final = 10_000
"""No reply holds more rows; what matches beyond them can only be had by a narrower window."""

_MAX_BYTES: Final = 64 * 1024 * 1024
_TIMEOUT_S: Final = 60.0
_MORE_TRIES: Final = 2
_SLICE: Final = 100
_ID_TEXT: Final = 128
_URL_TEXT: Final = 2048

# The field's spellings differ between the vendor's pages; the service reads any letter case.
FIELDS: Final = (
    "CallerNumber",
    "TargetNumber",
    "Date",
    "Duration",
    "CallID",
    "CustomData",
    "Type",
    "CdrType",
    "DialStatus",
    "TargetExtension",
    "CallerExtension",
    "DID",
    "QueueName",
    "RecordURL",
    "RecordExpect",
    "RingTime",
    "RepresentativeName",
    "RepresentativeCode",
    "UserName",
    "UserId",
    "DTMFData",
    "DepartmentName",
    "TargetPrefixName",
)

_DIRECTIONS: Final = {
    1: Direction.INCOMING,
    4: Direction.OUTGOING,
    8: Direction.INCOMING,
    9: Direction.CLICK2CALL,
    10: Direction.CLICK2CALL,
    11: Direction.INCOMING,
}


class IdentityCriteria(Enum):
    """Whose calls are looked through, as far as the code is allowed to see them."""

    ACCOUNT = "Account"
    HIERARCHICAL = "Hierarchical"
    DEPARTMENT = "Department"
    USER = "User"


@dataclass(frozen=True, slots=True)
class DialledKey:
    """A key the caller pressed in one layer of the IVR."""

    layer_name: str
    layer_number: str
    key: str


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One row of the log; a transfer or a Click2Call leaves several under one ``call_id``.

    What makes a row unique is (``call_id``, ``cdr_type``, ``at``). ``duration_s`` is talk time,
    for queue calls the wait as well. ``dial_status`` is the service's word in capitals (``ANSWER``,
    ``ABANDONE`` ...), ``recording_url`` a page that may want a login of its own, ``""`` for none.
    ``direction`` is read from ``cdr_type``, where that says it.
    """

    call_id: str
    at: datetime
    cdr_type: int | None
    type_name: str
    direction: Direction
    dial_status: str
    caller: PhoneNumber
    target: PhoneNumber
    caller_extension: str = ""
    target_extension: str = ""
    did: str = ""
    queue_name: str = ""
    duration_s: int = 0
    ring_s: int = 0
    recording_url: str = ""
    is_recording_expected: bool | None = None
    representative_name: str = ""
    representative_code: str = ""
    user_name: str = ""
    user_id: int | None = None
    department_name: str = ""
    country: str = ""
    custom_data: dict[str, CustomValue] = field(default_factory=dict)
    keys: tuple[DialledKey, ...] = ()

    @property
    def extensions(self) -> tuple[str, ...]:
        """The extensions that took part, the caller's first."""
        return tuple(dict.fromkeys(e for e in (self.caller_extension, self.target_extension) if e))


@dataclass(frozen=True, slots=True)
class CallLogPage:
    """An answer of the log.

    ``total_hits`` matched, ``returned`` of them were sent, ``malformed`` of these could not be
    used (no id or no date).
    """

    rows: tuple[CallRecord, ...]
    total_hits: int
    returned: int
    malformed: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether the service sent all that matched; else narrow the window and ask again."""
        return self.total_hits <= self.returned


class CallLog:
    """Reads the history. Calls appear in it minutes after they ended.

    ``pace`` holds requests back; share it among all who read the log with one API code.
    """

    def __init__(
        self,
        rest: RestClient,
        endpoints: Endpoints,
        code: CodeSource,
        *,
        pace: RateLimiter | None = None,
    ) -> None:
        self._rest = rest
        self._endpoints = endpoints
        self._code = code
        self._pace = pace or call_log_pace()

    async def fetch(
        self,
        window_from: datetime,
        window_to: datetime,
        *,
        extensions: Sequence[str] = (),
        phones: Sequence[PhoneNumber] = (),
        call_id: str | None = None,
        cdr_types: Sequence[int] = (),
        identity: IdentityCriteria = IdentityCriteria.ACCOUNT,
        fields: Sequence[str] = FIELDS,
        newest_first: bool = True,
        limit: int | None = None,
        is_patient: bool = False,
    ) -> CallLogPage:
        """The calls of a window (aware datetimes, both ends included) that match every filter.

        The service has no limit of its own: ``limit`` cuts the rows after they came. Told to slow
        down, it waits and asks again, twice, before ``RateLimitedError``. Withheld numbers match
        nothing. ``fields`` are the service's own names; what is not asked for stays empty, and a
        row needs ``CallID``, ``CdrType`` and ``Date``. ``is_patient`` lets others go first.
        """
        search: dict[str, object] = {
            "fromdate": _utc_text(window_from),
            "todate": _utc_text(window_to + timedelta(seconds=1, microseconds=-1)),
            "IdentityCriteria": identity.value,
        }
        if window_from > window_to:
            message = "The period ends before it begins."
            raise RejectedError(message, next_step="Choose another period.")
        if phones:
            search["phones"] = [digits for number in phones if (digits := phone_digits(number))]
            if not search["phones"]:
                return CallLogPage((), 0, 0)
        if extensions:
            search["extensions"] = list(extensions)
        if call_id is not None:
            search["CallID"] = call_id
        if cdr_types:
            search["cdrTypes"] = list(cdr_types)
        body: dict[str, object] = {
            "fields": list(fields),
            "search": search,
            "sort": [{"order": "desc" if newest_first else "asc", "field": "date"}],
        }
        answer = await self._ask(body, is_patient=is_patient)
        return await _page(answer, newest_first=newest_first, limit=limit)

    async def _ask(self, body: dict[str, object], *, is_patient: bool) -> Fields:
        async def turn() -> None:
            await self._pace.wait(is_patient=is_patient)

        for tries_left in range(_MORE_TRIES, -1, -1):
            reveal_code(self._code)  # without one nothing is sent, and nobody's turn used up
            await turn()
            try:
                return await self._ask_once(body, turn)
            except RateLimitedError as error:
                self._pace.hold(error.retry_after_s)
                if not tries_left:
                    raise
        raise AssertionError  # pragma: no cover - the last try returns or raises

    async def _ask_once(
        self, body: dict[str, object], turn: Callable[[], Awaitable[None]]
    ) -> Fields:
        reply = await self._rest.post_json(
            self._endpoints.call_log,
            {"code": reveal_code(self._code), **body},
            idempotent=True,
            max_bytes=_MAX_BYTES,
            timeout_s=_TIMEOUT_S,
            before_repeat=turn,
        )
        fields, number = reply.verdict("errornumber")
        _check(number)
        return fields


def _utc_text(moment: datetime) -> str:
    if moment.tzinfo is None:
        message = "the call log needs aware datetimes"
        raise ValueError(message)
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"


def _check(number: int) -> None:
    match number:
        case 0:
            return
        case 1:
            raise RateLimitedError
        case 2:
            raise ApiCodeError
        case 4:
            raise NetworkNotAllowedError
        case 5:
            message = "Voicenter refused this period."
            raise RejectedError(message, next_step="Choose a shorter or more recent period.")
    message = f"Voicenter's call log reports a fault (code {number})."
    raise ServiceError(message)


async def _page(fields: Fields, *, newest_first: bool, limit: int | None) -> CallLogPage:
    items = as_list(fields.get("cdrlist"))
    rows: list[CallRecord] = []
    for start in range(0, len(items), _SLICE):
        read = (_record(fold(item)) for item in items[start : start + _SLICE])
        rows.extend(row for row in read if row is not None)
        await asyncio.sleep(0)  # 10,000 rows would hold up the window for a third of a second
    malformed = len(items) - len(rows)
    rows.sort(key=lambda row: row.at, reverse=newest_first)
    return CallLogPage(
        rows=tuple(rows[:limit]),
        total_hits=max(as_int(fields.get("totalhits")) or 0, len(items)),
        returned=len(items),
        malformed=malformed,
    )


def _record(fields: Fields) -> CallRecord | None:
    get = fields.get
    call_id = as_str(get("callid"), _ID_TEXT)
    at = parse_date(get("date"), zone=UTC) or _began(call_id)
    if not call_id or at is None:
        return None
    cdr_type = as_int(get("cdrtype"))
    return CallRecord(
        call_id=call_id,
        at=at,
        cdr_type=cdr_type,
        type_name=as_str(get("type")),
        direction=_DIRECTIONS.get(cdr_type or 0, Direction.UNKNOWN),
        dial_status=as_str(get("dialstatus")).upper(),
        caller=as_phone(get("callernumber")),
        target=as_phone(get("targetnumber")),
        caller_extension=as_str(get("callerextension"), _ID_TEXT),
        target_extension=as_str(get("targetextension"), _ID_TEXT),
        did=as_str(get("did")),
        queue_name=as_str(get("queuename")),
        duration_s=max(as_int(get("duration")) or 0, 0),
        ring_s=max(as_int(get("ringtime")) or 0, 0),
        recording_url=_web_address(get("recordurl")),
        is_recording_expected=as_bool(get("recordexpect")),
        representative_name=as_str(get("representativename")),
        representative_code=as_str(get("representativecode")),
        user_name=as_str(get("username")),
        user_id=as_int(get("userid")),
        department_name=as_str(get("departmentname")),
        country=as_str(get("targetprefixname")),
        custom_data=custom_data(get("customdata")),
        keys=tuple(_dialled_key(fold(item)) for item in as_list(get("dtmfdata"))),
    )


def _dialled_key(fields: Fields) -> DialledKey:
    return DialledKey(
        layer_name=as_str(fields.get("layername")),
        layer_number=as_str(fields.get("layernumber")),
        key=as_str(fields.get("dtmf")),
    )


def _web_address(value: object) -> str:
    text = as_str(value, _URL_TEXT)
    try:
        return text if urlsplit(text).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _began(call_id: str) -> datetime | None:
    """The start of a call whose row has no date: its id begins with it, in Israeli wall time."""
    try:
        wall = datetime.strptime(call_id[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return read_stamp(int(wall.timestamp()), None)
