"""The checks for whoever is signed in with the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent_desk.checkup.doctor import Doctor
from agent_desk.core.errors import NotSignedInError
from agent_desk.shift.services import Services
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.session import Stack

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator

    from agent_desk.core.checks import CheckResult
    from agent_desk.core.identity import Credentials
    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.proxies import ProxyFor
    from agent_desk.voicenter.rest import RestClient
    from agent_desk.voicenter.session import SignIn


@dataclass(frozen=True, slots=True)
class _Means:
    endpoints: Endpoints
    rest: RestClient
    tls: ssl.SSLContext
    proxy_for: ProxyFor
    sign_in: SignIn
    who: Credentials
    code_source: CodeSource

    async def credentials(self) -> Credentials:
        return self.who

    async def code(self) -> CodeSource:
        if self.code_source() is None:
            msg = "The API code of the account is not known here."
            raise NotSignedInError(msg, next_step="Ask your administrator for it.")
        return self.code_source


async def check_own(
    who: Credentials,
    *,
    server: str,
    uses_new_login: bool,
    code: CodeSource,
    system_proxy: ProxyFor,
) -> AsyncIterator[CheckResult]:
    """Check everything once, over connections of its own; ``server`` is empty for Voicenter."""
    endpoints = Endpoints.at(server) if server else Endpoints.voicenter()
    stack = Stack.NEW if uses_new_login else Stack.OLD
    services = Services.open(endpoints, stack, code, system_proxy)
    means = _Means(
        endpoints,
        services.rest,
        services.tls,
        services.proxy_for,
        services.sign_in,
        who=who,
        code_source=code,
    )
    try:
        async for found in Doctor(means).results():
            yield found
    finally:
        await services.aclose()
