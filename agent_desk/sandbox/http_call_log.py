"""Voicenter's Call Log over HTTP, with everything that can go wrong with it."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from agent_desk.sandbox.answers import Answer, CutError
from agent_desk.sandbox.call_log import CdrQuery
from agent_desk.sandbox.faults import CallLogFault
from agent_desk.sandbox.requests import Params, fold

if TYPE_CHECKING:
    from agent_desk.sandbox.answers import Handler
    from agent_desk.sandbox.faults import Faults
    from agent_desk.sandbox.requests import RecordedRequest
    from agent_desk.sandbox.world import World

_WINDOW_S: Final = 60.0


class CallLogPath:
    """Searches the world's call log; changes nothing."""

    def __init__(self, world: World, faults: Faults, api_code: str) -> None:
        self._world = world
        self._faults = faults
        self._api_code = api_code
        self._asked_at: deque[float] = deque()
        self._asked = 0

    def routes(self) -> dict[str, Handler]:
        """Path in lower case -> handler."""
        return {"/hub/cdr": self._search}

    async def _search(self, request: RecordedRequest) -> Answer:
        faults = self._faults
        params = request.params
        if self._is_over_limit():
            return _error(1, 403, "Rate limit exceeded")
        self._asked += 1
        if faults.call_log_fails_every and self._asked % faults.call_log_fails_every == 0:
            return _fault(faults.call_log_fails_with)
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if self._api_code not in {params.text("code"), bearer}:
            return _error(2, 403, "Authorization failed")
        if faults.is_ip_refused:
            return _error(4, 403, "IP is not authorized")
        query = _query(params)
        if query is None:
            return _error(5, 404, "Date range is not valid")
        now = self._world.clock.now()
        found = self._world.call_log.search(query, now=now, delay_s=faults.call_log_delay_s)
        rows = [row.wire(self._world.account) for row in found[: faults.call_log_most_rows]]
        asked = {fold(name) for name in params.texts("fields")}
        if asked:
            rows = [{k: v for k, v in row.items() if fold(k) in asked} for row in rows]
        if faults.is_call_log_lower_case:
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


def _fault(fault: CallLogFault) -> Answer:
    match fault:
        case CallLogFault.STATUS_500:
            return Answer({"Message": "An error has occurred."}, status=500)
        case CallLogFault.CUT:
            raise CutError
        case CallLogFault.BAD_JSON:
            return Answer('{"ERROR_NUMBER":0,"TOTAL_HITS":3,"CDR_LIST":[{"CallID":"2026')
        case CallLogFault.RATE_LIMIT:
            return _error(1, 403, "Rate limit exceeded")


def _error(number: int, status: int, text: str) -> Answer:
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
