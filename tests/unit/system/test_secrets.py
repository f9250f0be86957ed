"""Secrets are in the keyring or in memory, and "saved" is never a guess."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import InitError, PasswordDeleteError

from agent_desk.core.errors import SecretStoreError
from agent_desk.core.privacy import Secret
from agent_desk.system import secrets
from agent_desk.system.secrets import (
    KeyringStore,
    SecretKind,
    SecretStore,
    SessionStore,
    open_store,
    secret_name,
)

if TYPE_CHECKING:
    from pathlib import Path

SECRET = Secret("m4rk.ed-Value_9")


class MemoryKeyring(KeyringBackend):
    """A backend of the keyring library that keeps its entries in this object."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # untyped in the library
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError


class LockedKeyring(MemoryKeyring):
    """Nobody answers its prompt."""

    def get_password(self, service: str, username: str) -> str | None:
        msg = f"Prompt dismissed for {service} {username}"
        raise InitError(msg)


class StuckKeyring(MemoryKeyring):
    """Waits for a person who never comes, until released."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait(30)
        return super().get_password(service, username)


@pytest.fixture(params=["keyring", "session"])
def store(request: pytest.FixtureRequest) -> SecretStore:
    return KeyringStore(MemoryKeyring) if request.param == "keyring" else SessionStore()


async def test_a_secret_is_found_until_it_is_deleted(store: SecretStore) -> None:
    assert await store.get("code:anna") is None
    await store.set("code:anna", SECRET)
    await store.set("code:anna", SECRET)
    assert await store.get("code:anna") == SECRET
    assert await store.get("code:ben") is None
    await store.delete("code:anna")
    await store.delete("code:anna")
    assert await store.get("code:anna") is None


def test_a_store_says_whether_it_lasts() -> None:
    assert KeyringStore(MemoryKeyring).is_lasting
    assert not SessionStore().is_lasting


def test_names_keep_identities_and_kinds_apart() -> None:
    names = {secret_name(kind, who) for kind in SecretKind for who in ("anna", "ben")}
    assert len(names) == 2 * len(SecretKind)


async def test_without_a_keyring_one_is_told_so_and_can_go_on() -> None:
    opened = await open_store(KeyringStore(fail.Keyring))
    assert isinstance(opened.store, SessionStore)
    assert opened.problem is not None
    assert "this session" in opened.problem.next_step


async def test_with_a_keyring_there_is_no_problem() -> None:
    opened = await open_store(KeyringStore(MemoryKeyring))
    assert opened.store.is_lasting
    assert opened.problem is None


async def test_a_keyring_that_forgets_at_once_is_found_out() -> None:
    with pytest.raises(SecretStoreError, match="did not keep"):
        await KeyringStore(null.Keyring).set("code:anna", SECRET)


async def test_a_locked_keyring_is_our_error_and_quotes_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level("DEBUG"), pytest.raises(SecretStoreError) as caught:
        await KeyringStore(LockedKeyring).get("code:anna")
    assert "anna" not in str(caught.value)
    assert "anna" not in caplog.text
    assert "InitError" in caplog.text


async def test_a_keyring_that_waits_for_a_person_holds_up_nobody() -> None:
    backend = StuckKeyring()
    with pytest.raises(SecretStoreError, match="did not answer"):
        await KeyringStore(lambda: backend, timeout_s=0.05).get("code:anna")
    backend.released.set()


async def test_a_cancelled_question_is_cancelled() -> None:
    backend = StuckKeyring()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await KeyringStore(lambda: backend).get("code:anna")
    backend.released.set()


@pytest.mark.parametrize(("length", "fits"), [(1280, True), (1281, False)])
async def test_windows_keeps_only_short_secrets(length: int, fits: bool) -> None:  # noqa: FBT001
    backend = MemoryKeyring()
    store = KeyringStore(lambda: backend, limit=secrets.WINDOWS_LIMIT)
    if fits:
        await store.set("token:anna", Secret("x" * length))
        assert backend.entries
    else:
        with pytest.raises(SecretStoreError, match="too long"):
            await store.set("token:anna", Secret("x" * length))
        assert not backend.entries


async def test_characters_beyond_the_basic_plane_count_twice_on_windows() -> None:
    store = KeyringStore(MemoryKeyring, limit=2)
    await store.set("token:anna", Secret("\N{GRINNING FACE}"))
    with pytest.raises(SecretStoreError, match="too long"):
        await store.set("token:anna", Secret("\N{GRINNING FACE}x"))


def test_a_chosen_backend_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert isinstance(secrets.find_backend(), null.Keyring)


@pytest.mark.skipif(sys.platform != "linux", reason="its keyrings are reached over D-Bus")
def test_a_machine_without_a_keyring_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with pytest.raises(SecretStoreError):
        secrets.find_backend()


REAL = """
import asyncio
from agent_desk.core.privacy import Secret
from agent_desk.system.secrets import KeyringStore, open_store

async def main():
    opened = await open_store(KeyringStore(timeout_s=20))
    print(opened.store.is_lasting, opened.problem)
    await opened.store.set("code:anna", Secret("m4rk"))
    print((await opened.store.get("code:anna")).reveal())
    await opened.store.delete("code:anna")
    print(await opened.store.get("code:anna"))

asyncio.run(main())
"""


@pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("gnome-keyring-daemon") is None,
    reason="needs dbus-run-session and gnome-keyring-daemon",
)
def test_a_real_secret_service_keeps_secrets(tmp_path: Path) -> None:
    script = 'echo -n x | gnome-keyring-daemon --unlock --components=secrets; exec "$@"'
    environ = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": ":".join(sys.path),
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    done: subprocess.CompletedProcess[Any] = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script, "sh", sys.executable, "-c", REAL],  # noqa: S607
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines()[-3:] == ["True None", "m4rk", "None"], done.stderr
