"""A call log in memory behind the real HTTP client, for what no socket is needed."""

from __future__ import annotations

import json
import random
import ssl
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import httpx

from agent_desk.voicenter.call_log import CallLog
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.pace import RateLimiter
from agent_desk.voicenter.rest import RestClient
from tests.helpers.service import API_CODE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

START = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)


def at(second: float) -> datetime:
    """That many seconds into the day."""
    return START + timedelta(seconds=second)


@dataclass(frozen=True, slots=True)
class Logged:
    """A row; ``second`` counts from ``START`` and may have a fraction."""

    call_id: str
    second: float
    cdr_type: int = 1
    extension: str = "SIPSIP1"

    def wire(self) -> dict[str, Any]:
        stamp = at(self.second).replace(microsecond=0)
        return {
            "CallID": self.call_id,
            "Date": f"{stamp:%Y-%m-%dT%H:%M:%SZ}",
            "CdrType": self.cdr_type,
            "TargetExtension": self.extension,
        }


@dataclass(slots=True)
class LogService:
    """Answers from ``rows``, at most ``cap`` at a time; ``windows`` are those asked for.

    Some services count the end of a window in, some do not; some cut before they sort.
    ``longest_s`` refuses longer windows (error 5); ``faults`` are answered first, one a request.
    """

    rows: list[Logged]
    cap: int = 10_000
    has_end: bool = True
    is_sorted: bool = True
    longest_s: float | None = None
    faults: list[httpx.Response | Exception] = field(default_factory=list)
    on_request: Callable[[], None] = lambda: None
    bodies: list[dict[str, Any]] = field(default_factory=list)
    windows: list[tuple[float, float, tuple[int, ...], tuple[str, ...]]] = field(
        default_factory=list
    )

    def answer(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        self.bodies.append(body)
        search = body["search"]
        began, ended = (
            (datetime.fromisoformat(search[key]).replace(tzinfo=UTC) - START).total_seconds()
            for key in ("fromdate", "todate")
        )
        types = tuple(search.get("cdrTypes", ()))
        extensions = tuple(search.get("extensions", ()))
        self.windows.append((began, ended, types, extensions))
        self.on_request()
        if self.faults:
            fault = self.faults.pop(0)
            if isinstance(fault, Exception):
                raise fault
            return fault
        if self.longest_s is not None and ended - began > self.longest_s:
            return httpx.Response(404, json={"ERROR_NUMBER": 5, "STATUS_CODE": 404})
        found = [
            row
            for row in self.rows
            if began <= row.second
            and (row.second < ended or (self.has_end and row.second == ended))
            and (not types or row.cdr_type in types)
            and (not extensions or row.extension in extensions)
        ]
        is_descending = body["sort"][0]["order"] == "desc"
        if self.is_sorted:
            found.sort(key=lambda row: row.second, reverse=is_descending)
        else:
            random.Random(len(found)).shuffle(found)  # noqa: S311 - any disorder will do
        sent = [row.wire() for row in found[: self.cap]]
        return httpx.Response(
            200, json={"ERROR_NUMBER": 0, "TOTAL_HITS": len(found), "CDR_LIST": sent}
        )

    def _unread(self, request: httpx.Request) -> httpx.Response:
        """The answer as it comes from a socket: still to be read."""
        found = self.answer(request)
        stream = httpx.ByteStream(found.read())
        return httpx.Response(found.status_code, headers=found.headers, stream=stream)

    @asynccontextmanager
    async def log(self, pace: RateLimiter | None = None) -> AsyncIterator[CallLog]:
        """The client of it."""
        async with RestClient(
            ssl_context=_NO_TLS, transport=httpx.MockTransport(self._unread)
        ) as rest:
            endpoints = Endpoints.at("http://log.test")
            yield CallLog(rest, endpoints, lambda: API_CODE, pace=pace or RateLimiter())
