"""Somebody types on the sign-in page while the program tries what was kept: typing comes first."""

from __future__ import annotations

import asyncio
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from keyring.backend import KeyringBackend
from PySide6.QtTest import QTest

from agent_desk.config import SignInChoice
from agent_desk.core.identity import LoginKind
from agent_desk.core.privacy import Secret
from agent_desk.sandbox import Sandbox
from agent_desk.system.secrets import OpenedStore, SecretKind, SessionStore
from agent_desk.ui.widgets import Field
from tests.helpers.until import until
from tests.ui.finders import button, said
from tests.ui.person import EMAIL, PASSWORD, Person, program

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

CHOICE = SignInChoice(kind=LoginKind.USER, identity=EMAIL)
GIVEN = {SecretKind.PASSWORD: Secret(PASSWORD)}


class LockedKeyring(KeyringBackend):
    """A keyring that answers once somebody has unlocked it, and then knows the password."""

    priority = 1
    was_asked = threading.Event()
    is_unlocked = threading.Event()
    has_answered = threading.Event()

    def get_password(self, _service: str, _username: str) -> str | None:
        self.was_asked.set()
        self.is_unlocked.wait(10)
        self.has_answered.set()
        return PASSWORD

    def set_password(self, _service: str, _username: str, _password: str) -> None:
        pass

    def delete_password(self, _service: str, _username: str) -> None:
        pass


@pytest.fixture(autouse=True)
def locked() -> Iterator[None]:
    for event in (LockedKeyring.was_asked, LockedKeyring.is_unlocked, LockedKeyring.has_answered):
        event.clear()
    yield
    LockedKeyring.is_unlocked.set()


def field(person: Person, name: str) -> Field:
    """The field of this name."""
    fields = person.window.findChildren(Field)
    return next(each for each in fields if each.edit.accessibleName() == name)


def type_keys(person: Person, name: str, words: str) -> None:
    """Type ``words`` key by key, as far as the field takes them."""
    QTest.keyClicks(field(person, name).edit, words)


@asynccontextmanager
async def silent_server() -> AsyncIterator[str]:
    """A server that takes connections and never answers."""
    writers: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(lambda _reader, writer: writers.append(writer), "127.0.0.1")
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        for writer in writers:
            writer.close()
        server.close()


async def test_a_slow_keyring_changes_nothing_that_was_typed(
    qapp: QApplication, home: Path
) -> None:
    async with (
        Sandbox() as sandbox,
        program(qapp, home, sandbox.url, sign_in=CHOICE, keyring=LockedKeyring) as person,
    ):
        await until(LockedKeyring.was_asked.is_set)
        type_keys(person, "Password", "secr")
        LockedKeyring.is_unlocked.set()
        await until(LockedKeyring.has_answered.is_set)
        assert person.typed("Password") == "secr"
        type_keys(person, "Password", "et")
        assert sandbox.requests == []
        person.press("Sign in")
        await person.until_connected()


async def test_who_is_quicker_than_the_keyring_hears_that_there_is_none(
    qapp: QApplication, home: Path
) -> None:
    gate = asyncio.Event()

    async def opens_late() -> OpenedStore:
        await gate.wait()
        return OpenedStore(SessionStore())

    async with (
        Sandbox() as sandbox,
        program(qapp, home, sandbox.url, sign_in=CHOICE, opens=opens_late) as person,
    ):
        await until(lambda: person.typed("E-mail") == EMAIL)
        type_keys(person, "Password", "secret")
        person.press("Sign in")
        await person.until_connected()
        assert "this session only" not in said(person.window)
        gate.set()
        await until(lambda: "this session only" in said(person.window))


async def test_a_slow_keyring_signs_in_by_itself_where_nobody_types(
    qapp: QApplication, home: Path
) -> None:
    async with (
        Sandbox() as sandbox,
        program(qapp, home, sandbox.url, sign_in=CHOICE, keyring=LockedKeyring) as person,
    ):
        await until(LockedKeyring.was_asked.is_set)
        LockedKeyring.is_unlocked.set()
        await person.until_connected()


async def test_who_types_while_the_kept_sign_in_is_tried_takes_over(
    qapp: QApplication, home: Path
) -> None:
    async with (
        silent_server() as url,
        program(qapp, home, url, sign_in=CHOICE, given=GIVEN) as person,
    ):
        await person.until_button("Signing in…")
        type_keys(person, "Password", "other")
        await person.until_button("Sign in")
        await until(lambda: button(person.window, "Sign in").isEnabled())
        assert person.typed("Password") == "other"
        assert field(person, "E-mail").isEnabled()


async def test_choosing_another_way_to_sign_in_takes_over_too(
    qapp: QApplication, home: Path
) -> None:
    async with (
        silent_server() as url,
        program(qapp, home, url, sign_in=CHOICE, given=GIVEN) as person,
    ):
        await person.until_button("Signing in…")
        person.choose(2)
        await person.until_button("Sign in")
        type_keys(person, "Token", "abc")
        assert person.typed("Token") == "abc"
