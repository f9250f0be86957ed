"""Checks everything that a working day depends on, one thing after the other."""

from __future__ import annotations

import asyncio
import socket
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Protocol

from agent_desk.checkup.reach import (
    Proof,
    Server,
    connect,
    connect_to_proxy,
    look_up,
    naming,
    servers_of,
)
from agent_desk.core.checks import CheckResult
from agent_desk.core.errors import AgentDeskError, NotSignedInError
from agent_desk.core.link import Link
from agent_desk.system.secrets import open_store
from agent_desk.voicenter.dialing import LONG_POLLING
from agent_desk.voicenter.directory import Directory
from agent_desk.voicenter.errors import RejectedError, UnreachableError, VoicenterError
from agent_desk.voicenter.monitor_socket import DialOptions
from agent_desk.voicenter.proxies import find_proxy
from agent_desk.voicenter.realtime import LinkState, RealtimeConnection, RealtimeOptions
from agent_desk.voicenter.recording import RecordingControl
from agent_desk.voicenter.standing import StandingSession

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Awaitable, Callable

    from agent_desk.core.identity import Credentials
    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.proxies import ProxyFor
    from agent_desk.voicenter.rest import RestClient
    from agent_desk.voicenter.session import Session, SignIn

SOCKET_S: Final = 20.0
CLOCK_LIMIT_S: Final = 30.0

# No call has this id: a service that works answers that it does not know it.
_NO_CALL: Final = "0" * 32
_SOCKETIO: Final = {3: "2", 4: "4"}


class Skipped(Exception):  # noqa: N818 - no fault
    """A check does not apply here, or found something that one can live with."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class ClockError(AgentDeskError):
    """This PC's clock is wrong: nobody else's fault."""

    code = "clock"


class Means(Protocol):
    """With what is checked: the addresses, the way there, and who signs in."""

    @property
    def endpoints(self) -> Endpoints:
        """Where the services are."""

    @property
    def rest(self) -> RestClient:
        """The HTTP client."""

    @property
    def tls(self) -> ssl.SSLContext:
        """Whom it trusts."""

    @property
    def proxy_for(self) -> ProxyFor:
        """The proxy for an address."""

    @property
    def sign_in(self) -> SignIn:
        """The login service."""

    async def credentials(self) -> Credentials:
        """Who signs in; raises ``NotSignedInError`` where that is not known."""

    async def code(self) -> CodeSource:
        """The API code; raises ``NotSignedInError`` where it is not known."""


class Doctor:
    """Makes the checks, each building on those before it.

    ``first_error`` is the first fault that was found, once ``results`` has come by it.
    """

    def __init__(self, context: Means) -> None:
        self.first_error: AgentDeskError | None = None
        self._context = context
        self._servers = servers_of(context.endpoints)
        self._proxies: dict[Server, str | None] = {}
        self._link: LinkState | None = None
        self._standing: StandingSession | None = None
        self._clock_ahead_s: float | None = None

    def _checks(self) -> list[tuple[str, Callable[[], Awaitable[str]]]]:
        """The checks by their stable names; each gives its good news or raises."""
        return [
            ("keyring", self._check_keyring),
            ("proxy", self._check_proxy),
            ("dns", self._check_dns),
            ("tls", self._check_tls),
            ("login", self._check_login),
            ("token", self._check_token),
            ("websocket", self._check_websocket),
            ("protocol", self._check_protocol),
            ("clock", self._check_clock),
            ("api_code", self._check_api_code),
            ("mute", self._check_mute),
        ]

    async def results(self) -> AsyncIterator[CheckResult]:
        """Make all checks; each result comes when it is known."""
        for name, check in self._checks():
            yield await self._result(name, check)

    async def _result(self, name: str, check: Callable[[], Awaitable[str]]) -> CheckResult:
        began = time.monotonic()
        is_ok: bool | None = True
        code, next_step = "", ""
        try:
            message = await check()
        except Skipped as skipped:
            is_ok, message = None, skipped.why
        except NotSignedInError as error:
            is_ok, message, next_step = None, error.message, error.next_step
        except AgentDeskError as error:
            is_ok, code, message, next_step = False, error.code, error.message, error.next_step
            self.first_error = self.first_error or error
        took_ms = round((time.monotonic() - began) * 1000)
        return CheckResult(name, is_ok, message, code, next_step, took_ms)

    # ------------------------------------------------------------------------------- the checks

    async def _check_keyring(self) -> str:
        opened = await open_store()
        if opened.problem is not None:
            reason = f"{opened.problem.message} {opened.problem.next_step}"
            raise Skipped(reason)
        return "Passwords can be kept in the system keyring."

    async def _check_proxy(self) -> str:
        for server in self._servers:
            self._proxies[server] = await find_proxy(self._context.proxy_for, server.url)
        used = {Server.of(proxy) for proxy in self._proxies.values() if proxy is not None}
        for proxy in used:
            await connect_to_proxy(proxy)
        if not used:
            return "No proxy is set; connections are direct."
        names = " and ".join(sorted(f"{proxy.host}:{proxy.port}" for proxy in used))
        return f"Connections go through the proxy {names}."

    async def _check_dns(self) -> str:
        direct = [server for server in self._servers if self._proxies.get(server) is None]
        if not direct:
            reason = "The proxy looks names up."
            raise Skipped(reason)
        for server in direct:
            await look_up(server, socket.getaddrinfo)
        names = ", ".join(dict.fromkeys(map(str, direct)))
        return f"Looked up: {names}."

    async def _check_tls(self) -> str:
        proofs = [await self._reach(server) for server in self._servers]
        if any(server.scheme != "https" for server in self._servers):
            return "The server answers. This connection is not encrypted."
        issuers = ", ".join(sorted({proof.issuer for proof in proofs if proof.issuer}))
        by = f" Their certificates are by {issuers}." if issuers else ""
        ends = [proof.valid_until for proof in proofs if proof.valid_until is not None]
        until = f" The first one ends on {min(ends):%Y-%m-%d}." if ends else ""
        return f"All servers proved who they are; connections are encrypted.{by}{until}"

    async def _reach(self, server: Server) -> Proof:
        if self._proxies.get(server) is None:
            return await connect(server, self._context.tls)
        try:
            await self._context.rest.get_json(server.url)
        except UnreachableError as error:
            raise naming(server, error) from None
        except VoicenterError:
            pass  # whatever it answers, it was reached
        return Proof()

    async def _check_login(self) -> str:
        context = self._context
        standing = StandingSession(context.sign_in, await context.credentials())
        session = await standing.current()
        self._standing = standing
        return f"Signed in; {len(session.monitors)} server(s) to listen to."

    async def _check_token(self) -> str:
        expires_at = self._session().token_expires_at
        if expires_at is None:
            return "The service does not say how long the sign-in lasts."
        minutes = (expires_at - datetime.now(UTC)).total_seconds() / 60
        if minutes <= 0:
            msg = "By this PC's clock the new sign-in has already expired."
            raise ClockError(msg, next_step="Check date, time and time zone of this PC.")
        return f"The sign-in lasts {minutes:.0f} minutes and is renewed by itself."

    async def _check_websocket(self) -> str:
        self._session()
        self._link = await self._connect()
        if self._link.state is not Link.CONNECTED:
            raise self._link.error or UnreachableError()
        if self._link.transport == LONG_POLLING:
            reason = (
                f"No websocket gets through to {self._link.server}; live events come by polling, "
                "a little later. Ask IT to let websockets through."
            )
            raise Skipped(reason)
        return f"Live events arrive from {self._link.server} by {self._link.transport}."

    async def _check_protocol(self) -> str:
        protocol = None if self._link is None else self._link.protocol
        if protocol is None:
            reason = "Not known without live events."
            raise Skipped(reason)
        return f"The server speaks Engine.IO {protocol} (Socket.IO {_SOCKETIO[protocol]})."

    async def _check_clock(self) -> str:
        ahead_s = self._clock_ahead_s
        if ahead_s is None:
            reason = "Not known without live events."
            raise Skipped(reason)
        if abs(ahead_s) > CLOCK_LIMIT_S:
            word = "ahead" if ahead_s > 0 else "behind"
            msg = f"This PC's clock is {abs(ahead_s):.0f} s {word} of the service's."
            raise ClockError(msg, next_step="Let the system set the time by itself.")
        return f"This PC's clock is right within {max(1, round(abs(ahead_s)))} s."

    async def _check_api_code(self) -> str:
        context = self._context
        directory = Directory(context.rest, context.endpoints, await context.code())
        entries = await directory.extensions()
        return f"The API code is accepted; {len(entries)} extension(s) in the organisation."

    async def _check_mute(self) -> str:
        session = None if self._standing is None else self._standing.session
        control = RecordingControl(self._context.rest, self._context.endpoints)
        monitor = None if session is None else session.monitors[0]
        try:
            await control.set_muted(monitor=monitor, call_id=_NO_CALL, muted=True)
        except RejectedError:
            return "The recording control answers."
        return "The recording control answers, even for a call that does not exist."

    # ------------------------------------------------------------------------------------ inside

    def _session(self) -> Session:
        session = None if self._standing is None else self._standing.session
        if session is None:
            reason = "Not possible without signing in."
            raise Skipped(reason)
        return session

    async def _connect(self) -> LinkState:
        """How a live connection stands once it works, or after the first failure."""
        assert self._standing is not None  # noqa: S101 - _session was asked before
        dial = DialOptions(tls=self._context.tls, proxy_for=self._context.proxy_for)
        options = RealtimeOptions(dial=dial)
        connection = RealtimeConnection(self._standing, options=options)
        try:
            async with asyncio.timeout(SOCKET_S):
                async for item in connection.items():
                    if isinstance(item, LinkState):
                        is_final = item.error is not None or item.state is Link.SIGNED_OUT
                        if is_final and item.state is not Link.CONNECTED:
                            return item
                    elif (stamp := getattr(item.event, "server_time", None)) is not None:
                        self._clock_ahead_s = (item.at - stamp.at).total_seconds()
                        return connection.state
        except TimeoutError:
            pass
        finally:
            await connection.aclose()
        return connection.state
