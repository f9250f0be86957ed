"""The services a shift asks, over one HTTP client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent_desk.voicenter.blacklist import Blacklist
from agent_desk.voicenter.call_log import CallLog
from agent_desk.voicenter.recording import RecordingControl
from agent_desk.voicenter.rest import RestClient
from agent_desk.voicenter.session import SignIn
from agent_desk.voicenter.tls import client_context

if TYPE_CHECKING:
    import ssl

    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.endpoints import Endpoints


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that is asked over HTTP; ``aclose()`` when the program ends."""

    tls: ssl.SSLContext
    rest: RestClient
    sign_in: SignIn
    recording: RecordingControl
    blacklist: Blacklist
    call_log: CallLog

    @classmethod
    def open(cls, endpoints: Endpoints, code: CodeSource) -> Services:
        """Services at ``endpoints``; blocks for some milliseconds (the system's certificates)."""
        tls = client_context()
        rest = RestClient(ssl_context=tls)
        return cls(
            tls=tls,
            rest=rest,
            sign_in=SignIn(rest, endpoints),
            recording=RecordingControl(rest, endpoints),
            blacklist=Blacklist(rest, endpoints, code),
            call_log=CallLog(rest, endpoints, code),
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self.rest.aclose()
