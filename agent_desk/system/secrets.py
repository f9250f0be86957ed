"""Passwords, tokens and API codes: in the system's keyring, or in memory and nowhere else."""

from __future__ import annotations

import asyncio
import importlib
import logging
import os
import sys
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from agent_desk.core.errors import SecretStoreError
from agent_desk.core.identity import LoginKind
from agent_desk.core.privacy import Secret
from agent_desk.core.threads import in_own_thread

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from keyring.backend import KeyringBackend

SERVICE: Final = "agent-desk"
TIMEOUT_S: Final = 5.0

# Windows keeps at most 2,560 bytes of UTF-16 in one credential.
WINDOWS_LIMIT: Final = 1280

_BACKENDS: Final = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
}
_OTHER_BACKENDS: Final = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
)

_log = logging.getLogger(__name__)
T = TypeVar("T")


class SecretKind(Enum):
    """What is kept for one identity."""

    PASSWORD = "password"  # noqa: S105 - names, not secrets
    TOKEN = "token"  # noqa: S105
    CODE = "code"


SECRET_OF: Final = {
    LoginKind.USER: SecretKind.PASSWORD,
    LoginKind.ACCOUNT: SecretKind.PASSWORD,
    LoginKind.TOKEN: SecretKind.TOKEN,
}
"""With what each kind of sign-in proves who one is."""

VARIABLES: Final = {
    SecretKind.PASSWORD: "AGENT_DESK_PASSWORD",
    SecretKind.TOKEN: "AGENT_DESK_TOKEN",
    SecretKind.CODE: "AGENT_DESK_CODE",
}


def given_secret(kind: SecretKind, environ: Mapping[str, str] = os.environ) -> Secret | None:
    """A secret from the environment, as scripts and tests hand it over."""
    value = environ.get(VARIABLES[kind])
    return Secret(value) if value else None


def secret_name(kind: SecretKind, identity: str) -> str:
    """The name under which ``identity``'s secret of this kind is stored."""
    return f"{kind.value}:{identity}"


class SecretStore(Protocol):
    """A place for secrets; every method raises ``SecretStoreError`` and nothing else."""

    @property
    def is_lasting(self) -> bool:
        """Whether a secret is still there after the program has ended."""
        ...

    async def get(self, name: str) -> Secret | None:
        """The secret of this name, or ``None`` where there is none."""
        ...

    async def set(self, name: str, value: Secret) -> None:
        """Store ``value``; returns only when it can be read back."""
        ...

    async def delete(self, name: str) -> None:
        """Forget the secret of this name; nothing happens where there is none."""
        ...


class SessionStore:
    """Secrets in memory, for this session only."""

    is_lasting: Final = False

    def __init__(self) -> None:
        self._secrets: dict[str, Secret | None] = {}

    async def get(self, name: str) -> Secret | None:
        """The secret set earlier in this session."""
        return self._secrets.get(name)

    async def set(self, name: str, value: Secret) -> None:
        """Keep ``value`` until the program ends."""
        self._secrets[name] = value

    async def delete(self, name: str) -> None:
        """Forget it now."""
        self._secrets[name] = None

    async def repeat_in(self, store: SecretStore) -> None:
        """Set and delete in ``store`` what was set and deleted here; raises as ``store`` does."""
        for name, value in self._secrets.items():
            if value is None:
                await store.delete(name)
            else:
                await store.set(name, value)


class KeyringStore:
    """Secrets in the keyring of the system, through the keyring library.

    Every call runs in a thread of its own that is abandoned after ``timeout_s``: a locked keyring
    may wait for a person for ever, and neither the window nor the end of the program may wait
    with it. ``limit`` is the longest secret in UTF-16 characters that the backend can keep.
    """

    is_lasting: Final = True

    def __init__(
        self,
        open_backend: Callable[[], KeyringBackend] | None = None,
        *,
        timeout_s: float = TIMEOUT_S,
        limit: int | None = WINDOWS_LIMIT if sys.platform == "win32" else None,
    ) -> None:
        self._open_backend = open_backend or find_backend
        self._timeout_s = timeout_s
        self._limit = limit
        self._backend: KeyringBackend | None = None

    async def get(self, name: str) -> Secret | None:
        """Read from the keyring."""
        value = await self._ask(lambda backend: backend.get_password(SERVICE, name))
        return None if value is None else Secret(value)

    async def set(self, name: str, value: Secret) -> None:
        """Write to the keyring and read back, so that "saved" is never a guess."""
        plain = value.reveal()
        if self._limit is not None and len(plain.encode("utf-16-le")) > 2 * self._limit:
            msg = "This secret is too long for the system keyring."
            raise SecretStoreError(msg)

        def write(backend: KeyringBackend) -> bool:
            backend.set_password(SERVICE, name, plain)
            return backend.get_password(SERVICE, name) == plain

        if not await self._ask(write):
            msg = "The system keyring did not keep the secret."
            raise SecretStoreError(msg)

    async def delete(self, name: str) -> None:
        """Remove from the keyring."""

        def remove(backend: KeyringBackend) -> None:
            if backend.get_password(SERVICE, name) is not None:
                backend.delete_password(SERVICE, name)

        await self._ask(remove)

    async def _ask(self, question: Callable[[KeyringBackend], T]) -> T:
        def work() -> T:
            if self._backend is None:
                self._backend = self._open_backend()
            return question(self._backend)

        try:
            async with asyncio.timeout(self._timeout_s):
                return await in_own_thread(work, name="keyring")
        except TimeoutError as error:
            msg = "The system keyring did not answer."
            step = "Unlock the keyring if it asks for it, or sign in for this session only."
            raise SecretStoreError(msg, next_step=step) from error
        except SecretStoreError:
            raise
        except Exception as error:
            # Backends let through what their system throws: D-Bus, COM and OS errors alike. Their
            # texts may quote the entry, so only the kind of the error is told.
            _log.info("keyring failed: %s", type(error).__qualname__)
            raise SecretStoreError from error


@dataclass(frozen=True, slots=True)
class OpenedStore:
    """A store to use, and why it is not the keyring where it is not."""

    store: SecretStore
    problem: SecretStoreError | None = None


async def open_store(keyring_store: KeyringStore | None = None) -> OpenedStore:
    """The keyring if it answers, else memory with the reason; never raises."""
    store = keyring_store or KeyringStore()
    try:
        await store.get("probe")
    except SecretStoreError as error:
        return OpenedStore(SessionStore(), error)
    return OpenedStore(store)


def find_backend() -> KeyringBackend:
    """The keyring of this system; raises ``SecretStoreError`` where there is none.

    What a person chose for the keyring library (environment or its configuration file) wins. The
    library's own discovery is not used: it is slow, fails inside frozen programs, and would take
    a third party's plain-text file where nothing better is installed. Blocks; takes 100 ms.
    """
    core = importlib.import_module("keyring.core")
    chosen: KeyringBackend | None = core.load_env() or core.load_config()
    if chosen is not None:
        return chosen
    for name in _BACKENDS.get(sys.platform, _OTHER_BACKENDS):
        try:
            backend: KeyringBackend = core.load_keyring(name)
        except (RuntimeError, ImportError, OSError) as error:
            _log.debug("keyring %s: %s", name, type(error).__qualname__)
        else:
            return backend
    raise SecretStoreError
