"""What is kept of whoever signs in: settings in a file, secrets in the keyring."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import msgspec

from agent_desk.config import SignInChoice
from agent_desk.core.errors import SecretStoreError, StorageError
from agent_desk.system.secrets import SECRET_OF, SecretKind, SessionStore, secret_name

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from agent_desk.config import Profile, Settings, SettingsFile
    from agent_desk.core.errors import AgentDeskError
    from agent_desk.core.identity import Credentials
    from agent_desk.core.privacy import Secret
    from agent_desk.system.secrets import OpenedStore, SecretStore


class Kept:
    """Settings and secrets of the present identity; what cannot be kept goes to ``notice``.

    ``settings`` are those of the file at first; ``sign_in`` is who shall sign in, if not who did
    last. ``given_secret`` answers before the keyring is asked. Every method works in the background
    of the loop; none raises. ``server`` is this run's, empty for the one in the settings: what was
    kept for one server is never handed to another.
    """

    def __init__(
        self,
        settings: Settings,
        settings_file: SettingsFile,
        open_secrets: Callable[[], Awaitable[OpenedStore]],
        given_secret: Callable[[SecretKind], Secret | None],
        notice: Callable[[AgentDeskError], None],
        *,
        server: str = "",
        sign_in: SignInChoice | None = None,
    ) -> None:
        self.settings = settings
        if sign_in is not None:
            self.settings = msgspec.structs.replace(settings, sign_in=sign_in)
        self._file = settings_file
        self._open_secrets = open_secrets
        self._given_secret = given_secret
        self._notice = notice
        self._server = server
        self._early = SessionStore()
        self._secrets: SecretStore = self._early
        self._is_open = False
        self._saving = asyncio.Lock()
        self._saved = self.settings

    @property
    def is_lasting(self) -> bool:
        """Whether secrets outlive the program; taken for granted until the keyring is open."""
        return self._secrets.is_lasting or not self._is_open

    async def open(self) -> None:
        """Open the keyring; without one, secrets are kept for this session.

        What a person has let keep or forget while it was being opened is done there now.
        """
        opened = await self._open_secrets()
        self._secrets = opened.store
        self._is_open = True
        try:
            await self._early.repeat_in(opened.store)
        except SecretStoreError as error:
            self._notice(error)

    @property
    def profile(self) -> Profile:
        """What the present identity has chosen."""
        return self._here(self.settings).profile

    def choose(self, profile: Profile) -> None:
        """The present identity has chosen ``profile``: it counts from now on, ``save`` keeps it."""
        changed = self._here(self.settings).with_profile(profile)
        self.settings = msgspec.structs.replace(changed, server=self.settings.server)

    async def save(self) -> StorageError | None:
        """Write the settings as they are now; the result says why that was not possible."""
        # One after the other: an older state must not be written over a newer one.
        async with self._saving:
            settings = self.settings
            try:
                await asyncio.to_thread(self._file.save, settings)
            except StorageError as error:
                return error
            self._saved = settings
            return None

    async def settle(self) -> None:
        """Write the settings if anything in them is not saved yet."""
        if self.settings != self._saved:
            await self.save()

    def profile_of(self, credentials: Credentials) -> Profile:
        """What this identity has chosen before."""
        return self._here(self._with_choice(credentials)).profile

    def identity_key(self, credentials: Credentials) -> str:
        """The name under which everything of this identity is kept."""
        settings = self._here(self._with_choice(credentials))
        assert settings.sign_in is not None  # noqa: S101 - it was put there
        return settings.identity_key(settings.sign_in)

    async def sign_in_secret(self) -> Secret | None:
        """The password or token of whoever signed in last."""
        choice = self.settings.sign_in
        return None if choice is None else await self._secret(SECRET_OF[choice.kind])

    async def code(self) -> Secret | None:
        """The API code of the present identity."""
        return await self._secret(SecretKind.CODE)

    async def keep_code(self, code: Secret) -> None:
        """Keep the API code for the present identity."""
        await self._keep(SecretKind.CODE, code)

    async def forget_code(self) -> None:
        """The API code of the present identity is not to be used again."""
        await self._keep(SecretKind.CODE, None)

    async def keep_sign_in(self, credentials: Credentials, *, is_secret_kept: bool) -> None:
        """The service has accepted ``credentials``: they are the present identity."""
        self.settings = self._with_choice(credentials)
        await self._save()
        secret = credentials.secret if is_secret_kept else None
        await self._keep(SECRET_OF[credentials.kind], secret)

    async def keep_extensions(self, own: tuple[str, ...]) -> None:
        """The extensions that the present identity has chosen as its own."""
        self.choose(msgspec.structs.replace(self.profile, extensions=own))
        await self._save()

    async def forget_sign_in(self) -> None:
        """The person signed out: the next start asks again."""
        choice = self.settings.sign_in
        if choice is not None:
            await self._keep(SECRET_OF[choice.kind], None)

    def _with_choice(self, credentials: Credentials) -> Settings:
        choice = SignInChoice(kind=credentials.kind, identity=credentials.identity)
        return msgspec.structs.replace(self.settings, sign_in=choice)

    def _name(self, kind: SecretKind, choice: SignInChoice) -> str:
        return secret_name(kind, self._here(self.settings).identity_key(choice))

    def _here(self, settings: Settings) -> Settings:
        """``settings`` as they are for this run's server."""
        return msgspec.structs.replace(settings, server=self._server or settings.server)

    async def _save(self) -> None:
        error = await self.save()
        if error is not None:
            self._notice(error)

    async def _secret(self, kind: SecretKind) -> Secret | None:
        given = self._given_secret(kind)
        if given is not None or self.settings.sign_in is None:
            return given
        name = self._name(kind, self.settings.sign_in)
        try:
            return await self._secrets.get(name)
        except SecretStoreError as error:
            self._notice(error)
            return None

    async def _keep(self, kind: SecretKind, secret: Secret | None) -> None:
        if self.settings.sign_in is None:
            return
        name = self._name(kind, self.settings.sign_in)
        try:
            if secret is None:
                await self._secrets.delete(name)
            else:
                await self._secrets.set(name, secret)
        except SecretStoreError as error:
            self._notice(error)
