from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.config import SettingsFile
from agent_desk.core.errors import AgentDeskError, SecretStoreError
from agent_desk.core.identity import Credentials, LoginKind
from agent_desk.core.privacy import Secret
from agent_desk.kept import Kept
from agent_desk.system.secrets import OpenedStore, SessionStore

if TYPE_CHECKING:
    from pathlib import Path

DANA = Credentials(LoginKind.USER, "dana@example.com", Secret("her password"))


class Keyring(SessionStore):
    """A keyring that outlives a program; ``is_locked`` makes it refuse."""

    is_locked = False

    async def set(self, name: str, value: Secret) -> None:
        if self.is_locked:
            raise SecretStoreError
        await super().set(name, value)


def program(tmp_path: Path, keyring: Keyring, notices: list[AgentDeskError] | None = None) -> Kept:
    """What one start of the program keeps and finds."""

    async def open_secrets() -> OpenedStore:
        return OpenedStore(keyring)

    file = SettingsFile(tmp_path / "settings.json")
    said: list[AgentDeskError] = [] if notices is None else notices
    return Kept(file.load().settings, file, open_secrets, lambda _kind: None, said.append)


async def test_what_is_kept_before_the_keyring_opens_reaches_it(tmp_path: Path) -> None:
    keyring = Keyring()
    kept = program(tmp_path, keyring)
    await kept.keep_sign_in(DANA, is_secret_kept=True)
    await kept.open()
    next_start = program(tmp_path, keyring)
    await next_start.open()
    assert await next_start.sign_in_secret() == DANA.secret


async def test_what_is_forgotten_before_the_keyring_opens_is_forgotten_there(
    tmp_path: Path,
) -> None:
    keyring = Keyring()
    before = program(tmp_path, keyring)
    await before.open()
    await before.keep_sign_in(DANA, is_secret_kept=True)
    kept = program(tmp_path, keyring)
    await kept.forget_sign_in()
    await kept.open()
    assert await kept.sign_in_secret() is None


async def test_a_keyring_that_refuses_is_said(tmp_path: Path) -> None:
    keyring = Keyring()
    notices: list[AgentDeskError] = []
    kept = program(tmp_path, keyring, notices)
    await kept.keep_sign_in(DANA, is_secret_kept=True)
    keyring.is_locked = True
    await kept.open()
    assert [type(notice) for notice in notices] == [SecretStoreError]
