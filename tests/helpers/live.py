"""The live connection, signed in to a sandbox and listened to."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.core.tasks import TaskScope
from agent_desk.voicenter.backoff import Backoff
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.events import ExtensionChanged
from agent_desk.voicenter.monitor_socket import DialOptions
from agent_desk.voicenter.pace import RateLimiter
from agent_desk.voicenter.realtime import (
    Fallback,
    Item,
    LinkState,
    RealtimeConnection,
    RealtimeOptions,
    Received,
)
from agent_desk.voicenter.rest import RestClient
from agent_desk.voicenter.session import Credentials, LoginKind, Session, SignIn
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from agent_desk.core.clock import Clock
    from agent_desk.sandbox import Sandbox

AGENT = Credentials(LoginKind.USER, "agent@example.com", Secret("secret"))

# Everything that a person would wait for, made short.
FAST = RealtimeOptions(
    dial=DialOptions(connect_s=1.0, open_s=1.0, namespace_s=1.0),
    backoff=Backoff(scale=0.1),
    snapshot_s=1.0,
    barrier_s=0.3,
    tick_s=0.05,
)


class SandboxSource:
    """A ``SessionSource`` that signs in to a sandbox; ``asked`` lists what it was asked for."""

    def __init__(self, rest: RestClient, url: str, credentials: Credentials) -> None:
        self._sign_in = SignIn(rest, Endpoints.at(url), pace=RateLimiter())
        self._credentials = credentials
        self._session: Session | None = None
        self.asked: list[str] = []
        self.changes: dict[str, object] = {}

    async def current(self) -> Session:
        self.asked.append("current")
        return self._session or await self._log_in()

    async def renew(self, *, relogin: bool) -> Session:
        self.asked.append("login" if relogin else "refresh")
        if relogin or self._session is None:
            return await self._log_in()
        return self._keep(await self._sign_in.refresh(self._session))

    def adopt(self, session: Session) -> None:
        self.asked.append("adopt")
        self._session = session

    async def _log_in(self) -> Session:
        return self._keep(await self._sign_in.sign_in(self._credentials))

    def _keep(self, session: Session) -> Session:
        self._session = replace(session, **self.changes)  # type: ignore[arg-type]  # as tests say
        return self._session


class Follower:
    """Iterates a connection and keeps what came."""

    def __init__(self, connection: RealtimeConnection, source: SandboxSource) -> None:
        self.connection = connection
        self.source = source
        self.items: list[Item] = []
        self.is_over = False

    async def follow(self) -> None:
        async for item in self.connection.items():
            self.items.append(item)
        self.is_over = True

    @property
    def states(self) -> list[LinkState]:
        return [item for item in self.items if isinstance(item, LinkState)]

    @property
    def received(self) -> list[Received]:
        return [item for item in self.items if isinstance(item, Received)]

    @property
    def words(self) -> list[str]:
        """The states' names, repeats left out."""
        words = [state.state.value for state in self.states]
        return [word for i, word in enumerate(words) if i == 0 or words[i - 1] != word]

    @property
    def calls(self) -> list[str]:
        """Reason and call of each call event, as ``"NEWCALL 2026..."``."""
        events = [item.event for item in self.received if isinstance(item.event, ExtensionChanged)]
        return [
            f"{event.reason.value} {event.extension.current_call.call_id}"
            for event in events
            if event.extension.current_call is not None
        ]

    def names(self) -> list[str]:
        return [item.name for item in self.received]

    async def until_state(
        self, wanted: Link | Callable[[LinkState], bool], *, after: int = 0, timeout_s: float = 15.0
    ) -> LinkState:
        """The first state from item number ``after`` on that is ``wanted``, waited for."""

        def found() -> LinkState | None:
            for item in self.items[after:]:
                if isinstance(item, LinkState) and (
                    item.state is wanted if isinstance(wanted, Link) else wanted(item)
                ):
                    return item
            return None

        state = await until(found, timeout_s, what=f"{wanted}, but {self.words}")
        assert state is not None
        return state

    async def until_event(self, name: str, *, after: int = 0, timeout_s: float = 15.0) -> Received:
        """The first event ``name`` from item number ``after`` on, waited for."""

        def found() -> Received | None:
            items = (item for item in self.items[after:] if isinstance(item, Received))
            return next((item for item in items if item.name == name), None)

        item = await until(found, timeout_s, what=name)
        assert item is not None
        return item


@asynccontextmanager
async def following(
    sandbox: Sandbox,
    options: RealtimeOptions = FAST,
    *,
    credentials: Credentials = AGENT,
    clock: Clock | None = None,
    fallback: Fallback | None = None,
    is_awaited: bool = True,
    **changes: object,
) -> AsyncIterator[Follower]:
    """Follow ``sandbox``, connected when the block begins unless ``is_awaited`` is false.

    ``changes`` replace members of every session.
    """
    rest = RestClient()
    scope = TaskScope("follower")
    source = SandboxSource(rest, sandbox.url, credentials)
    source.changes = changes
    try:
        async with RealtimeConnection(
            source, clock=clock, options=options, fallback=fallback
        ) as connection:
            follower = Follower(connection, source)
            scope.start(follower.follow(), name="follow")
            if is_awaited:
                await follower.until_event("AllExtensionsStatus")
            yield follower
    finally:
        await scope.aclose()
        await rest.aclose()
