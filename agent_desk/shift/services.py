"""The services a shift asks, over one HTTP client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent_desk.voicenter.active_calls import ActiveCalls
from agent_desk.voicenter.blacklist import Blacklist
from agent_desk.voicenter.call_log import CallLog
from agent_desk.voicenter.click2call import Click2Call
from agent_desk.voicenter.directory import Directory
from agent_desk.voicenter.proxies import environment_or
from agent_desk.voicenter.recording import RecordingControl
from agent_desk.voicenter.rest import RestClient
from agent_desk.voicenter.session import SignIn, Stack
from agent_desk.voicenter.status import AgentStatus
from agent_desk.voicenter.tls import client_context

if TYPE_CHECKING:
    import ssl

    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.pace import RateLimiter
    from agent_desk.voicenter.proxies import ProxyFor


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that is asked over HTTP; ``aclose()`` when the program ends."""

    tls: ssl.SSLContext
    proxy_for: ProxyFor
    rest: RestClient
    sign_in: SignIn
    recording: RecordingControl
    blacklist: Blacklist
    call_log: CallLog
    active_calls: ActiveCalls
    directory: Directory
    status: AgentStatus
    click2call: Click2Call

    @classmethod
    def open(
        cls,
        endpoints: Endpoints,
        stack: Stack,
        code: CodeSource,
        system_proxy: ProxyFor,
        *,
        log_pace: RateLimiter | None = None,
    ) -> Services:
        """Services at ``endpoints``.

        A proxy that the environment names counts before ``system_proxy``. Everybody who reads the
        call log does so through ``call_log``; a program that opens services more than once gives
        the same ``log_pace`` to all.
        """
        tls = client_context()
        proxy_for = environment_or(system_proxy)
        rest = RestClient(ssl_context=tls, proxy_for=proxy_for)
        return cls(
            tls=tls,
            proxy_for=proxy_for,
            rest=rest,
            sign_in=SignIn(rest, endpoints, stack),
            recording=RecordingControl(rest, endpoints),
            blacklist=Blacklist(rest, endpoints, code),
            call_log=CallLog(rest, endpoints, code, pace=log_pace),
            active_calls=ActiveCalls(rest, endpoints, code),
            directory=Directory(rest, endpoints, code),
            status=AgentStatus(rest, endpoints, code),
            click2call=Click2Call(rest, endpoints, code),
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self.rest.aclose()
