"""What a path of the sandbox answers, before it becomes an HTTP response."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from agent_desk.sandbox.requests import RecordedRequest
from agent_desk.sandbox.wire import dump


@dataclass(frozen=True, slots=True)
class Answer:
    """A body (text, bytes, or anything else as JSON) with its status."""

    body: Any
    status: int = 200
    content_type: str = "application/json"

    def encoded(self) -> bytes:
        """The body as bytes."""
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else dump(self.body)).encode()


class CutError(Exception):
    """The connection shall be closed without an answer."""


Handler = Callable[[RecordedRequest], Awaitable[Answer]]
