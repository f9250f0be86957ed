"""Requests as the sandbox sees them: recorded for tests, read without regard to letter case."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiohttp import web

    from agent_desk.sandbox.wire import JsonValue

_SECRETS: Final = frozenset(
    {"code", "password", "pin", "token", "accesstoken", "refreshtoken", "campaign"}
)
_MAX_BODY: Final = 32 * 1024 * 1024


def fold(name: str) -> str:
    """A key without regard to letter case, ``_`` and blanks, as the service reads it."""
    return name.replace("_", "").replace(" ", "").casefold()


class Params:
    """What a request asks, whether it came as query, form or JSON body."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = {fold(key): value for key, value in values.items()}

    def value(self, name: str) -> JsonValue:
        """The raw value, ``None`` where it is missing."""
        return self._values.get(fold(name))

    def text(self, name: str) -> str:
        """One value as text, the first of several; empty where it is missing."""
        value = self.value(name)
        if isinstance(value, list):
            value = value[0] if value else None
        return "" if value is None else str(value)

    def texts(self, name: str) -> list[str]:
        """A list as texts; a lone value is a list of one."""
        value = self.value(name)
        if value is None or value == "":
            return []
        return [str(v) for v in value] if isinstance(value, list) else [str(value)]

    def inner(self, name: str) -> Params:
        """The object under ``name``; empty where there is none."""
        value = self.value(name)
        return Params(value if isinstance(value, Mapping) else {})

    def prefixed(self, prefix: str) -> dict[str, Any]:
        """Every value whose name begins with ``prefix`` (given folded), by its folded name."""
        return {k: v for k, v in self._values.items() if k.startswith(prefix)}

    def __contains__(self, name: str) -> bool:
        return fold(name) in self._values


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """One HTTP request the sandbox received, for assertions; secrets do not show in ``repr``."""

    method: str
    path: str
    query: Mapping[str, Any] = field(repr=False)
    body: Any = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    monitor: int

    @property
    def params(self) -> Params:
        """Query and body together, the body winning."""
        body = self.body if isinstance(self.body, Mapping) else {}
        return Params({**self.query, **body})

    def __repr__(self) -> str:
        asked = {**self.query, **(self.body if isinstance(self.body, Mapping) else {})}
        shown = ", ".join(f"{k}={_masked(k, v)}" for k, v in asked.items())
        return f"<{self.method} {self.path} {shown}>"


def _masked(key: str, value: object) -> str:
    return "***" if fold(key) in _SECRETS else repr(value)


async def record(request: web.Request, monitor: int) -> RecordedRequest:
    """Read ``request`` completely. A body that is neither JSON nor a form is kept as text."""
    raw = (await request.read())[:_MAX_BODY].decode("utf-8", "replace")
    body: Any = None
    if raw:
        if request.content_type == "application/x-www-form-urlencoded":
            body = _multi((await request.post()).items())
        else:
            try:
                body = json.loads(raw)
            except ValueError:
                body = raw
    return RecordedRequest(
        method=request.method,
        path=request.path,
        query=_multi(request.query.items()),
        body=body,
        headers=dict(request.headers),
        monitor=monitor,
    )


def _multi(items: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in items:
        if key in out:
            earlier = out[key]
            out[key] = [*earlier, value] if isinstance(earlier, list) else [earlier, value]
        else:
            out[key] = value
    return out
