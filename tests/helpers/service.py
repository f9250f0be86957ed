"""A client of the services, before a sandbox or before canned answers."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent_desk.core.privacy import Secret
from agent_desk.sandbox import Sandbox
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.rest import RestClient
from tests.helpers.http_server import Canned, LocalServer, serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@dataclass(frozen=True, slots=True)
class Client:
    """What every service is made of."""

    rest: RestClient
    endpoints: Endpoints
    secret: Secret | None

    def code(self) -> Secret | None:
        """The API code, as the services ask for it."""
        return self.secret


API_CODE = Secret("apicode")


@asynccontextmanager
async def sandboxed() -> AsyncIterator[tuple[Client, Sandbox]]:
    """A client of a running sandbox."""
    async with Sandbox() as sandbox, RestClient() as rest:
        yield Client(rest, Endpoints.at(sandbox.url), API_CODE), sandbox


@asynccontextmanager
async def answered(*answers: object) -> AsyncIterator[tuple[Client, LocalServer]]:
    """A client of a server that gives ``answers`` in turn: ``Canned``, or a JSON value."""
    canned = [answer if isinstance(answer, Canned) else Canned(answer) for answer in answers]
    async with serving(*canned) as server, RestClient(timeout_s=2) as rest:
        yield Client(rest, Endpoints.at(server.url), API_CODE), server
