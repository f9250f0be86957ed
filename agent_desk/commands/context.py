"""What every command needs: settings, secrets, the service's addresses, one HTTP client."""

from __future__ import annotations

import getpass
import sys
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Final, Self

from agent_desk.commands.errors import UsageError
from agent_desk.commands.stopping import prompting
from agent_desk.config import SettingsFile
from agent_desk.core.errors import NotSignedInError, SecretStoreError
from agent_desk.core.identity import Credentials
from agent_desk.core.privacy import Secret
from agent_desk.effective import effective_settings
from agent_desk.system.proxy import SystemProxy
from agent_desk.system.secrets import (
    SECRET_OF,
    VARIABLES,
    KeyringStore,
    SecretKind,
    given_secret,
    secret_name,
)
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.proxies import environment_or
from agent_desk.voicenter.rest import RestClient
from agent_desk.voicenter.session import SignIn, Stack
from agent_desk.voicenter.tls import client_context

if TYPE_CHECKING:
    import asyncio
    import ssl
    from collections.abc import Callable
    from types import TracebackType

    from agent_desk.commands.output import Output
    from agent_desk.config import Settings
    from agent_desk.options import Options
    from agent_desk.system.directories import Directories

_PROMPTS: Final = {
    SecretKind.PASSWORD: "Password of {}: ",
    SecretKind.TOKEN: "Token: ",
}


class Context:
    """Puts the parts together for one command; use it as an ``async with`` block.

    Secrets come from the environment (for scripts and tests), the system's keyring or a prompt,
    in this order, and never from an option.
    """

    def __init__(
        self,
        options: Options,
        output: Output,
        directories: Directories,
        stop: asyncio.Event,
    ) -> None:
        self.options = options
        self.output = output
        self.stop = stop
        self.is_underway = False  # a request that must not be sent twice may have been sent
        self.settings = _settings(options, output, directories)
        server = self.settings.server
        self.endpoints = Endpoints.at(server) if server else Endpoints.voicenter()
        self._secrets = KeyringStore()
        self._closing = AsyncExitStack()
        self.proxy_for = environment_or(SystemProxy())
        self._rest: RestClient | None = None
        self._tls: ssl.SSLContext | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._closing.aclose()

    @property
    def tls(self) -> ssl.SSLContext:
        """The one TLS context of this run."""
        if self._tls is None:
            self._tls = client_context()
        return self._tls

    @property
    def rest(self) -> RestClient:
        """The one HTTP client of this run."""
        if self._rest is None:
            self._rest = RestClient(ssl_context=self.tls, proxy_for=self.proxy_for)
            self._closing.push_async_callback(self._rest.aclose)
        return self._rest

    @property
    def sign_in(self) -> SignIn:
        """The login service."""
        stack = Stack.NEW if self.settings.uses_new_login else Stack.OLD
        return SignIn(self.rest, self.endpoints, stack)

    @property
    def extensions(self) -> tuple[str, ...]:
        """The extensions asked for, else those remembered as the agent's own; may be empty."""
        return self.options.extensions or self.settings.profile.extensions

    @property
    def extension(self) -> str:
        """The one extension to act on; raises ``UsageError`` where there is not exactly one."""
        if len(self.extensions) != 1:
            msg = "This command acts on one extension."
            raise UsageError(msg, next_step="Name it with --extension.")
        return self.extensions[0]

    @property
    def region(self) -> str:
        """The country in which numbers without a prefix are read."""
        return self.settings.profile.region

    async def code(self) -> Callable[[], Secret]:
        """What gives the account's API code; raises ``NotSignedInError`` where it is not known."""
        secret = await self._secret(SecretKind.CODE) or _ask("API code: ")
        if secret is None:
            msg = "The API code of the account is not known here."
            step = f"Ask your administrator for it and put it into {VARIABLES[SecretKind.CODE]}."
            raise NotSignedInError(msg, next_step=step)
        return lambda: secret

    async def known_code(self) -> Secret | None:
        """The account's API code where it is known; nobody is asked for it."""
        return await self._secret(SecretKind.CODE)

    async def credentials(self, *, may_ask: bool = True) -> Credentials:
        """With what to sign in; raises ``NotSignedInError`` where something is missing."""
        choice = self.settings.sign_in
        if choice is None:
            raise NotSignedInError
        kind = SECRET_OF[choice.kind]
        secret = await self._secret(kind)
        if secret is None and may_ask:
            secret = _ask(_PROMPTS[kind].format(choice.identity))
        if secret is None:
            msg = f"The {kind.value} is not known here."
            raise NotSignedInError(
                msg, next_step=f"Put it into {VARIABLES[kind]}, or sign in again."
            )
        return Credentials(choice.kind, choice.identity, secret)

    async def _secret(self, kind: SecretKind) -> Secret | None:
        """The secret from the environment, else from the keyring."""
        given = given_secret(kind)
        choice = self.settings.sign_in
        if given is not None or choice is None:
            return given
        try:
            return await self._secrets.get(secret_name(kind, self.settings.identity_key(choice)))
        except SecretStoreError:
            return None  # what the caller says next tells what to do


def _ask(prompt: str) -> Secret | None:
    """What the person types, unseen; nothing where nobody can be asked."""
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    with prompting():  # nothing else runs yet that a blocked loop could hold up
        return Secret(getpass.getpass(prompt)) or None


def _settings(options: Options, output: Output, directories: Directories) -> Settings:
    """The stored settings with this run's options over them."""
    loaded = SettingsFile(directories.settings_file, directories.provisioning_file).load()
    if loaded.notice is not None:
        output.notice(f"{loaded.notice.message} {loaded.notice.next_step}")
    return effective_settings(options, loaded.settings)
