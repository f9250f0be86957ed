"""What every command needs: settings, secrets, the service's addresses, one HTTP client."""

from __future__ import annotations

import getpass
import os
import sys
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Final, Self

import msgspec

from agent_desk.commands.errors import NotSignedInError, UsageError
from agent_desk.commands.stopping import prompting
from agent_desk.config import SettingsFile, SignInChoice
from agent_desk.core.errors import SecretStoreError
from agent_desk.core.identity import LoginKind
from agent_desk.core.privacy import Secret
from agent_desk.system.proxy import SystemProxy
from agent_desk.system.secrets import KeyringStore, SecretKind, SecretStore, secret_name
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.proxies import environment_or
from agent_desk.voicenter.rest import RestClient
from agent_desk.voicenter.session import Credentials, SignIn, Stack
from agent_desk.voicenter.session import LoginKind as SessionKind
from agent_desk.voicenter.tls import client_context

if TYPE_CHECKING:
    import asyncio
    import ssl
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from agent_desk.commands.output import Output
    from agent_desk.config import Settings
    from agent_desk.options import Options
    from agent_desk.system.directories import Directories

PASSWORD_VARIABLE: Final = "AGENT_DESK_PASSWORD"  # noqa: S105 - the name of a variable
TOKEN_VARIABLE: Final = "AGENT_DESK_TOKEN"  # noqa: S105
CODE_VARIABLE: Final = "AGENT_DESK_CODE"


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
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self.options = options
        self.output = output
        self.stop = stop
        self.is_underway = False  # a request that must not be sent twice may have been sent
        self.settings = _effective_settings(options, output, directories)
        server = self.settings.server
        self.endpoints = Endpoints.at(server) if server else Endpoints.voicenter()
        self._environ = environ
        self._secrets: SecretStore = KeyringStore()
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
        choice = self.settings.sign_in
        secret = await self._secret(CODE_VARIABLE, SecretKind.CODE, choice, "API code: ")
        if secret is None:
            msg = "The API code of the account is not known here."
            step = f"Ask your administrator for it and put it into {CODE_VARIABLE}."
            raise NotSignedInError(msg, next_step=step)
        return lambda: secret

    async def credentials(self, *, may_ask: bool = True) -> Credentials:
        """With what to sign in; raises ``NotSignedInError`` where something is missing."""
        choice = self.settings.sign_in
        if choice is None:
            raise NotSignedInError
        if choice.kind is LoginKind.TOKEN:
            variable, kind, prompt = TOKEN_VARIABLE, SecretKind.TOKEN, "Token: "
        else:
            variable, kind = PASSWORD_VARIABLE, SecretKind.PASSWORD
            prompt = f"Password of {choice.identity}: "
        secret = await self._secret(variable, kind, choice, prompt if may_ask else "")
        if secret is None:
            msg = f"The {kind.value} is not known here."
            raise NotSignedInError(msg, next_step=f"Put it into {variable}, or sign in again.")
        return Credentials(SessionKind(choice.kind.value), choice.identity, secret)

    async def _secret(
        self, variable: str, kind: SecretKind, choice: SignInChoice | None, prompt: str
    ) -> Secret | None:
        value = self._environ.get(variable)
        if value:
            return Secret(value)
        if choice is not None:
            try:
                stored = await self._secrets.get(
                    secret_name(kind, self.settings.identity_key(choice))
                )
            except SecretStoreError:
                stored = None  # the sentence that follows says what to do
            if stored is not None:
                return stored
        if not prompt or sys.stdin is None or not sys.stdin.isatty():
            return None
        with prompting():  # nothing else runs yet that a blocked loop could hold up
            return Secret(getpass.getpass(prompt)) or None


def _effective_settings(options: Options, output: Output, directories: Directories) -> Settings:
    """The stored settings with this run's options over them."""
    loaded = SettingsFile(directories.settings_file, directories.provisioning_file).load()
    if loaded.notice is not None:
        output.notice(f"{loaded.notice.message} {loaded.notice.next_step}")
    settings = loaded.settings
    return msgspec.structs.replace(
        settings,
        server=options.server or settings.server,
        sign_in=_choice(options, settings.sign_in),
    )


def _choice(options: Options, stored: SignInChoice | None) -> SignInChoice | None:
    """Who signs in: as the options say, else as last time."""
    kind = options.login
    if kind is None and options.email:
        kind = LoginKind.USER
    elif kind is None and options.username:
        kind = LoginKind.ACCOUNT
    if kind is None:
        return stored
    identity = {LoginKind.USER: options.email, LoginKind.ACCOUNT: options.username}.get(kind, "")
    if kind is LoginKind.TOKEN:
        return SignInChoice(kind=kind)
    if identity:
        return SignInChoice(kind=kind, identity=identity)
    if stored is not None and stored.kind is kind:
        return stored
    option = "--email" if kind is LoginKind.USER else "--username"
    msg = f"--login {kind.value} needs {option}."
    raise UsageError(msg)
