"""What the live connection takes in and hands out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from agent_desk.voicenter.backoff import Backoff
from agent_desk.voicenter.monitor_socket import DialOptions

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from datetime import datetime

    from agent_desk.core.errors import AgentDeskError
    from agent_desk.core.link import Link
    from agent_desk.voicenter.events import Event
    from agent_desk.voicenter.session import Session


class SessionSource(Protocol):
    """Where the connection gets its sign-in from; the application, over ``session.SignIn``.

    The first two raise ``CredentialsError`` where the service refuses who one is, and another
    ``VoicenterError`` where something else stands in the way.
    """

    async def current(self) -> Session:
        """The session in use; signs in where there is none."""
        ...

    async def renew(self, *, relogin: bool) -> Session:
        """A new session, by the refresh token or, with ``relogin``, by the stored credentials."""
        ...

    def adopt(self, session: Session) -> None:
        """Go on with a session that the server pushed by itself."""
        ...


class Fallback(Protocol):
    """What tells of calls while no socket can be had; the application, over ``active_calls``."""

    async def messages(self) -> list[tuple[str, object]]:
        """Name and payload of the snapshots that a monitor server would send now.

        Raises an ``AgentDeskError``; ``ApiCodeError`` where asking is not possible at all.
        """
        ...


@dataclass(frozen=True, slots=True)
class Received:
    """One event of the monitor server, or a snapshot that was asked for while ``polling``.

    ``name`` and ``payload`` are as they came (for recordings); ``at`` and ``monotonic`` say when
    the frame was decoded.
    """

    name: str
    payload: object = field(repr=False)
    event: Event
    at: datetime
    monotonic: float


@dataclass(frozen=True, slots=True)
class LinkState:
    """How the connection stands.

    ``server`` is a base URL, ``protocol`` the Engine.IO generation (3 or 4) while connected and
    ``transport`` what carries it (``"websocket"`` or ``"polling"``), ``attempt`` counts from 1,
    ``retry_in_s`` is there while waiting. ``error`` says what went wrong last and what to do,
    ``reason`` is its sentence; a connection that is up while ``error`` is set works, but cannot be
    renewed.
    """

    state: Link
    server: str = ""
    protocol: int | None = None
    transport: str = ""
    attempt: int = 1
    retry_in_s: float | None = None
    reason: str = ""
    error: AgentDeskError | None = None


Item: TypeAlias = LinkState | Received


@dataclass(frozen=True, slots=True)
class RealtimeOptions:
    """The connection's patience; all times are seconds.

    ``snapshot_s`` is how long the first snapshot may take. After ``keepalive_idle_s`` without an
    event the server is asked, ``keepalive_answer_s`` is its time to answer. A connection that lived
    ``healthy_s`` was a good one; ``breaker_after`` broken by their own data in a row are followed
    by a pause of ``breaker_s``. ``return_after_s`` on another server the first is tried again.
    ``barrier_s`` bounds the wait for what the old connection still has to say when a new one takes
    over. ``tick_s`` is the longest time between two looks at the clocks. ``monitored`` narrows an
    account's feed to these extensions (unproven, hence empty by default). ``generations`` remembers
    the Engine.IO generation of each server and may be kept between runs. After ``poll_after_s``
    without a connection the ``Fallback`` is asked every ``poll_s``.
    """

    dial: DialOptions = field(default_factory=DialOptions)
    backoff: Backoff = field(default_factory=Backoff)
    snapshot_s: float = 20.0
    keepalive_idle_s: float = 20.0
    keepalive_answer_s: float = 10.0
    healthy_s: float = 10.0
    breaker_after: int = 3
    breaker_s: float = 60.0
    return_after_s: float = 360.0
    barrier_s: float = 1.0
    tick_s: float = 1.0
    poll_after_s: float = 15.0
    poll_s: float = 5.0
    monitored: tuple[str, ...] = ()
    generations: MutableMapping[str, int] = field(default_factory=dict)
