"""Voicenter's REST paths that only tell: call log, extension list, active calls, queues."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from agent_desk.sandbox import wire
from agent_desk.sandbox.answers import Answer
from agent_desk.sandbox.call_log import ROW_LIMIT, CdrQuery
from agent_desk.sandbox.http_api import IP_REFUSED
from agent_desk.sandbox.requests import Params, fold

if TYPE_CHECKING:
    from agent_desk.sandbox.account import Extension
    from agent_desk.sandbox.answers import Handler
    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.faults import Faults
    from agent_desk.sandbox.requests import RecordedRequest
    from agent_desk.sandbox.wire import Json
    from agent_desk.sandbox.world import World

_WINDOW_S: Final = 60.0
_CALL_FIELDS: Final = (
    "callStarted",
    "callAnswered",
    "answered",
    "callername",
    "callerphone",
    "callstatus",
    "customdata",
    "direction",
    "ivrid",
    "recording",
    "did",
)


class ListPaths:
    """Reads the world; changes nothing."""

    def __init__(self, world: World, faults: Faults, api_code: str) -> None:
        self._world = world
        self._faults = faults
        self._api_code = api_code
        self._asked_at: deque[float] = deque()

    def routes(self) -> dict[str, Handler]:
        """Path in lower case -> handler."""
        return {
            "/hub/cdr": self._call_log,
            "/comet/api/getextensions": self._extensions,
            "/comet/api/getextensionscalls": self._active_calls,
            "/comet/api/getqueuescallers": self._queue_callers,
        }

    # -------------------------------------------------------------------------------- call log
    async def _call_log(self, request: RecordedRequest) -> Answer:
        params = request.params
        if self._is_over_limit():
            return _log_error(1, 403, "Rate limit exceeded")
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if self._api_code not in {params.text("code"), bearer}:
            return _log_error(2, 403, "Authorization failed")
        if self._faults.is_ip_refused:
            return _log_error(4, 403, "IP is not authorized")
        query = _query(params)
        if query is None:
            return _log_error(5, 404, "Date range is not valid")
        now = self._world.clock.now()
        found = self._world.call_log.search(query, now=now, delay_s=self._faults.call_log_delay_s)
        rows = [row.wire(self._world.account) for row in found[:ROW_LIMIT]]
        asked = {fold(name) for name in params.texts("fields")}
        if asked:
            rows = [{k: v for k, v in row.items() if fold(k) in asked} for row in rows]
        if self._faults.is_call_log_lower_case:
            rows = [{k.lower(): v for k, v in row.items()} for row in rows]
        return Answer(
            {
                "ERROR_NUMBER": 0,
                "ERROR_DESCRIPTION": "OK",
                "STATUS_CODE": 200,
                "TOTAL_HITS": len(found),
                "RETURN_HITS": len(rows),
                "CDR_LIST": rows,
            }
        )

    def _is_over_limit(self) -> bool:
        limit = self._faults.call_log_per_minute
        if limit is None:
            return False
        now = self._world.clock.monotonic()
        while self._asked_at and now - self._asked_at[0] >= _WINDOW_S:
            self._asked_at.popleft()
        if len(self._asked_at) >= limit:
            return True
        self._asked_at.append(now)
        return False

    # -------------------------------------------------------------------------------- directory
    async def _extensions(self, request: RecordedRequest) -> Answer:
        if self._faults.is_ip_refused:
            return IP_REFUSED
        code = request.params.text("code")
        if not code.isalnum():
            return Answer({"ERR": 1, "DESC": "Unauthorized"})
        account = self._world.account
        # Voicenter: a well-formed but wrong code is answered with success and an empty list.
        phones = account.extensions.values() if code == self._api_code else ()
        return Answer(
            {
                "ERR": 0,
                "DESC": "OK",
                "EXTENSIONS": [
                    {
                        "SIP": e.sip,
                        "Name": f"Extension {e.speed_dial}",
                        "SpeedDial": str(e.speed_dial),
                        "AccountID": account.account_id,
                        "AccountName": account.name,
                        "UserName": e.owner.name,
                        "UserEmail": e.owner.email,
                    }
                    for e in phones
                ],
            }
        )

    # ----------------------------------------------------------------------------- active calls
    async def _active_calls(self, request: RecordedRequest) -> Answer:
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal
        wanted = request.params.text("extension")
        phones = [e for e in self._world.account.extensions.values() if wanted in ("", e.sip)]
        return Answer(
            {"ERR": 0, "DESC": "OK", "EXTENSIONS": [self._active_extension(e) for e in phones]}
        )

    def _active_extension(self, extension: Extension) -> Json:
        online = extension.online_user
        return {
            "name": extension.owner.name,
            "representative": (online or extension.owner).name,
            "username": extension.sip,
            "extensionID": extension.number,
            "userID": extension.owner.id,
            "onlineUserID": online.id if online else 0,
            "onlineUserStatus": extension.status,
            "calls": [self._active_call(call) for call in extension.calls],
        }

    def _active_call(self, call: Call) -> Json:
        full = wire.call_object(call, self._world.stamp(), self._world.dialect)
        return {key: full[key] for key in _CALL_FIELDS}

    async def _queue_callers(self, request: RecordedRequest) -> Answer:
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal
        wanted = request.params.text("queue")
        stamp = self._world.stamp()
        return Answer(
            {
                "ERR": 0,
                "DESC": "OK",
                "QUEUES": [
                    {
                        "Name": queue.name,
                        "ID": queue.id,
                        "Weight": queue.weight,
                        "Callers": [
                            {
                                "Phone": caller.number,
                                "CallID": caller.ivrid,
                                "JoinTime": stamp.epoch(caller.joined),
                                "Duration": int((stamp.moment - caller.joined).total_seconds()),
                            }
                            for caller in queue.callers
                        ],
                    }
                    for queue in self._world.account.queues.values()
                    if wanted in ("", str(queue.id))
                ],
            }
        )

    def _refusal(self, request: RecordedRequest) -> Answer | None:
        if self._faults.is_ip_refused:
            return IP_REFUSED
        if request.params.text("code") != self._api_code:
            return Answer({"ERR": 1, "DESC": "Authorization failed."})
        return None


def _log_error(number: int, status: int, text: str) -> Answer:
    return Answer(
        {
            "ERROR_NUMBER": number,
            "ERROR_DESCRIPTION": text,
            "STATUS_CODE": status,
            "TOTAL_HITS": 0,
            "RETURN_HITS": 0,
            "CDR_LIST": [],
        }
    )


def _query(params: Params) -> CdrQuery | None:
    """The search of either form (nested JSON, flat query); ``None`` for a bad date range."""
    search = params.inner("search") if "search" in params else params
    start, end = _date(search.text("fromdate")), _date(search.text("todate"))
    if start is None or end is None or start > end:
        return None
    order = params.value("sort")
    return CdrQuery(
        start=start,
        end=end,
        phones=tuple(search.texts("phones")),
        extensions=tuple(search.texts("extensions")),
        call_id=search.text("CallID") or None,
        types=_ints(search.texts("cdrTypes")),
        queues=_ints(search.texts("queueID")),
        sort=_sort(order if isinstance(order, list) else []),
    )


def _sort(asked: list[Any]) -> tuple[tuple[str, bool], ...]:
    keys = [Params(item) for item in asked if isinstance(item, dict)]
    return tuple(
        (key.text("field").casefold(), key.text("order").casefold() == "desc") for key in keys
    ) or (("date", True),)


def _date(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _ints(texts: list[str]) -> tuple[int, ...]:
    return tuple(int(t) for t in texts if t.isdecimal())
