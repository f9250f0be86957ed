"""``doctor``: everything a working day depends on, one line each."""

from __future__ import annotations

import asyncio
import time
import urllib.request
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from agent_desk.commands.errors import NotSignedInError, exit_code
from agent_desk.core.errors import AgentDeskError
from agent_desk.core.link import Link
from agent_desk.system.secrets import open_store
from agent_desk.voicenter.directory import Directory
from agent_desk.voicenter.errors import RejectedError, UnreachableError
from agent_desk.voicenter.monitor_socket import DialOptions
from agent_desk.voicenter.realtime import LinkState, RealtimeConnection, RealtimeOptions
from agent_desk.voicenter.recording import RecordingControl
from agent_desk.voicenter.standing import StandingSession
from agent_desk.voicenter.tls import connection_error

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable

    from agent_desk.commands.context import Context
    from agent_desk.voicenter.session import Session

CONNECT_S: Final = 10.0
SOCKET_S: Final = 20.0
CLOCK_LIMIT_S: Final = 30.0

# No call has this id: a service that works answers that it does not know it.
_NO_CALL: Final = "0" * 32
_MARKS: Final = {True: "ok", False: "FAILED", None: "-"}


class Skipped(Exception):  # noqa: N818 - no fault
    """A check does not apply here, or found something that one can live with."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class CheckError(AgentDeskError):
    """A check found something that is not any service's fault."""

    code = "check"


async def run_doctor(context: Context, _args: argparse.Namespace) -> int:
    """Check everything; the exit code is that of the first failure."""
    doctor = Doctor(context)
    for name, check in doctor.checks():
        await doctor.run(name, check)
    return doctor.exit_code


class Doctor:
    """Makes the checks, each building on those before it."""

    def __init__(self, context: Context) -> None:
        self.exit_code = 0
        self._context = context
        self._login = urlsplit(context.endpoints.login)
        self._standing: StandingSession | None = None
        self._clock_ahead_s: float | None = None

    def checks(self) -> list[tuple[str, Callable[[], Awaitable[str]]]]:
        """The checks by their stable names; each gives its good news or raises."""
        return [
            ("keyring", self._check_keyring),
            ("proxy", self._check_proxy),
            ("dns", self._check_dns),
            ("tls", self._check_tls),
            ("login", self._check_login),
            ("token", self._check_token),
            ("socket", self._check_socket),
            ("clock", self._check_clock),
            ("api_code", self._check_api_code),
            ("mute", self._check_mute),
        ]

    async def run(self, name: str, check: Callable[[], Awaitable[str]]) -> None:
        """Make one check and say how it went."""
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
            self.exit_code = self.exit_code or exit_code(error)
        record = {
            "kind": "check",
            "name": name,
            "ok": is_ok,
            "code": code,
            "message": message,
            "next": next_step,
            "ms": round((time.monotonic() - began) * 1000),
        }
        text = f"{_MARKS[is_ok]:<6}  {name:<8}  {message} {next_step}"
        self._context.output.record(record, text.rstrip())

    # ------------------------------------------------------------------------------- the checks

    async def _check_keyring(self) -> str:
        opened = await open_store()
        if opened.problem is not None:
            reason = f"{opened.problem.message} {opened.problem.next_step}"
            raise Skipped(reason)
        return "Passwords can be kept in the system keyring."

    async def _check_proxy(self) -> str:
        if self._has_proxy():
            return "A proxy is used for the service."
        return "No proxy is set; connections are direct."

    async def _check_dns(self) -> str:
        if self._has_proxy():
            reason = "The proxy looks names up."
            raise Skipped(reason)
        host = self._login.hostname or ""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(CONNECT_S):
                await loop.getaddrinfo(host, self._port)
        except TimeoutError as error:
            msg = "The name of the server was not looked up in time."
            raise UnreachableError(msg) from error
        except OSError as error:
            raise connection_error(error) from error
        return f"The name {host} was looked up."

    async def _check_tls(self) -> str:
        if self._has_proxy():
            reason = "The proxy makes the connection."
            raise Skipped(reason)
        is_secure = self._login.scheme == "https"
        tls = self._context.tls if is_secure else None
        try:
            async with asyncio.timeout(CONNECT_S):
                _, writer = await asyncio.open_connection(self._login.hostname, self._port, ssl=tls)
            writer.close()
        except TimeoutError as error:
            raise UnreachableError from error
        except OSError as error:
            raise connection_error(error) from error
        if is_secure:
            return "The server proved who it is; the connection is encrypted."
        return "The server answers. This connection is not encrypted."

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
            raise CheckError(msg, next_step="Check date, time and time zone of this PC.")
        return f"The sign-in lasts {minutes:.0f} minutes and is renewed by itself."

    async def _check_socket(self) -> str:
        self._session()
        link = await self._connect()
        if link.state is Link.CONNECTED:
            return f"Live events arrive from {link.server} (protocol {link.protocol})."
        raise link.error or UnreachableError()

    async def _check_clock(self) -> str:
        ahead_s = self._clock_ahead_s
        if ahead_s is None:
            reason = "Not known without live events."
            raise Skipped(reason)
        if abs(ahead_s) > CLOCK_LIMIT_S:
            word = "ahead" if ahead_s > 0 else "behind"
            msg = f"This PC's clock is {abs(ahead_s):.0f} s {word} of the service's."
            raise CheckError(msg, next_step="Let the system set the time by itself.")
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

    @property
    def _port(self) -> int:
        return self._login.port or (443 if self._login.scheme == "https" else 80)

    def _has_proxy(self) -> bool:
        host = self._login.hostname or ""
        proxies = urllib.request.getproxies()
        return self._login.scheme in proxies and not urllib.request.proxy_bypass(host)

    def _session(self) -> Session:
        session = None if self._standing is None else self._standing.session
        if session is None:
            reason = "Not possible without signing in."
            raise Skipped(reason)
        return session

    async def _connect(self) -> LinkState:
        """How a live connection stands once it works, or after the first failure."""
        assert self._standing is not None  # noqa: S101 - _session was asked before
        options = RealtimeOptions(dial=DialOptions(tls=self._context.tls))
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
