"""From credentials to a shift that runs: the part that knows every service."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk import numbers
from agent_desk.desk.desk import Desk
from agent_desk.desk.history import USUAL_HISTORY_DAYS
from agent_desk.shift.history_feed import Keeping
from agent_desk.shift.services import Services
from agent_desk.shift.shift import Agent, Shift
from agent_desk.voicenter.active_calls import OwnCalls
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.monitor_socket import DialOptions
from agent_desk.voicenter.realtime import RealtimeConnection, RealtimeOptions
from agent_desk.voicenter.session import Stack
from agent_desk.voicenter.standing import StandingSession
from agent_desk.voicenter.tls import client_context

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from concurrent.futures import Future

    from agent_desk.core.clock import Clock
    from agent_desk.core.identity import Credentials
    from agent_desk.desk.mute_record import MuteRecord
    from agent_desk.shift.history_feed import History
    from agent_desk.shift.view import ShiftView
    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.pace import RateLimiter
    from agent_desk.voicenter.proxies import ProxyFor


def prepare() -> None:
    """Do, in any thread, what takes long the first time: certificates, the rules of numbers."""
    client_context()
    numbers.show(PhoneNumber("972501234567"))


@asynccontextmanager
async def open_shift(
    credentials: Credentials,
    view: ShiftView,
    *,
    server: str,
    uses_new_login: bool = False,
    code: CodeSource,
    system_proxy: ProxyFor = lambda _url: None,
    clock: Clock,
    extensions: tuple[str, ...],
    region: str,
    on_mute_record: Callable[[MuteRecord], None] = lambda _record: None,
    log_pace: RateLimiter | None = None,
    history: History | None = None,
    history_days: int = USUAL_HISTORY_DAYS,
    watch_kept: Callable[[Future[None]], None] = lambda _kept: None,
) -> AsyncIterator[Shift]:
    """Sign in; the shift is ready to ``run`` inside the block, the connections end with it.

    ``server`` is the origin of all services, empty for Voicenter. ``log_pace`` is how fast the call
    log is read, one for all shifts of the program. Calls are kept in ``history``, those of the call
    log for so many days back; ``watch_kept`` is given what is being kept. Raises what signing in
    raises.
    """
    stack = Stack.NEW if uses_new_login else Stack.OLD
    endpoints = Endpoints.at(server) if server else Endpoints.voicenter()
    services = Services.open(endpoints, stack, code, system_proxy, log_pace=log_pace)
    try:
        standing = StandingSession(services.sign_in, credentials)
        session = await standing.current()
        options = RealtimeOptions(dial=DialOptions(tls=services.tls, proxy_for=services.proxy_for))
        agent = Agent(credentials.kind, session.person_id, extensions)
        desk = Desk(own=())
        fallback = OwnCalls(services.active_calls, lambda: desk.own)
        async with RealtimeConnection(
            standing, clock=clock, options=options, fallback=fallback
        ) as connection:
            yield Shift(
                agent,
                connection,
                services,
                view,
                desk=desk,
                clock=clock,
                region=region,
                on_mute_record=on_mute_record,
                keeping=None if history is None else Keeping(history, history_days, watch_kept),
            )
    finally:
        await services.aclose()
