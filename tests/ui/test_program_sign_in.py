"""The whole program, from the sign-in page to the desk, against the sandbox."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from agent_desk.config import SignInChoice
from agent_desk.core.identity import LoginKind
from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.sandbox import HttpFault, Sandbox
from agent_desk.system.secrets import SecretKind
from tests.helpers.http_server import free_port
from tests.helpers.until import until, within
from tests.ui.person import ACCOUNT, EMAIL, TOKEN, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


KEPT: dict[tuple[str, str], str] = {}


class Keyring(KeyringBackend):
    """A keyring that lasts from one program of a test to the next."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return KEPT.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        KEPT[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        KEPT.pop((service, username), None)


class FailingKeyring(Keyring):
    """A keyring that is there and keeps nothing."""

    def get_password(self, _service: str, _username: str) -> str | None:
        msg = "locked"
        raise KeyringError(msg)

    def set_password(self, _service: str, _username: str, _password: str) -> None:
        msg = "locked"
        raise KeyringError(msg)


class LockedKeyring(Keyring):
    """A keyring that answers when somebody has unlocked it."""

    is_unlocked = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.is_unlocked.wait(10)
        return super().get_password(service, username)


@pytest.fixture(autouse=True)
def kept() -> Iterator[dict[tuple[str, str], str]]:
    """What the keyring holds."""
    KEPT.clear()
    yield KEPT
    KEPT.clear()


async def test_a_user_signs_in_and_out(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.sign_in()
        await person.until_connected()
        assert person.reads("Maya Cohen")
        assert person.program.shift is not None
        await person.until_quiet()
        person.choose_in_menu("Sign out")
        await person.until_asked()
        await sandbox.wait_connected(0)
        assert person.program.shift is None
        assert person.program.link is Link.SIGNED_OUT
        assert person.typed("E-mail") == EMAIL
        assert person.typed("Password") == ""
        person.sign_in()
        await person.until_connected()


async def test_the_call_log_keeps_its_pace_over_a_sign_out(qapp: QApplication, home: Path) -> None:
    """The service counts for the account, whoever is signed in: no sixth request in ten seconds."""
    secrets = {SecretKind.CODE: Secret("apicode")}
    async with (
        Sandbox() as sandbox,
        program(qapp, home, sandbox.url, given=secrets) as person,
    ):

        def asked() -> int:
            return sum("/hub/cdr" in request.path for request in sandbox.requests)

        async def sign_in_and_read() -> None:
            wanted = asked() + 1
            await person.until_asked()
            person.sign_in()
            await person.until_connected()
            await until(lambda: asked() >= wanted, 20)

        begun = time.monotonic()
        while asked() < 5:
            await sign_in_and_read()
            person.choose_in_menu("Sign out")
        await sign_in_and_read()  # the sixth
        assert time.monotonic() - begun >= 10


async def test_who_presses_sign_out_twice_and_signs_in_at_once_is_at_work(
    qapp: QApplication, home: Path
) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.sign_in()
        await person.until_connected()
        await person.until_quiet()
        for _ in range(2):  # both before the loop turns
            person.shell.sign_out_requested.emit()
        await person.until_asked()
        await sandbox.wait_connected(0)
        person.sign_in()
        await person.until_connected()
        await until(lambda: person.program.shift is not None)
        for _ in range(2):
            person.shell.sign_out_requested.emit()
            await asyncio.sleep(0)  # the first sign-out has begun, and waits for the shift's end
        await person.until_asked()
        assert person.program.shift is None
        person.sign_in()
        await person.until_connected()
        await until(lambda: person.program.shift is not None)
        assert len(sandbox.connections) == 1


async def test_an_account_chooses_its_extension_once(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox:
        async with program(qapp, home, sandbox.url, keyring=Keyring) as person:
            await person.until_asked()
            person.choose(ACCOUNT)
            person.type("User name", "acct")
            person.type("Password", "secret")
            person.press("Sign in")
            await person.until_read("Which extension is yours?")
            person.tick("SIPSIP2")
            person.press("Use this extension")
            await person.until_connected()
            assert person.reads("Noam Bar")
            call = sandbox.world.ring("SIPSIP2", "0501234567")
            await person.pop(call)
            other = sandbox.world.ring("SIPSIP1", "0521112222")
            assert not person.has_pop(other)
            await until(lambda: person.settings().profile.extensions == ("SIPSIP2",))
        # The next start signs in with what was kept, and asks nothing.
        async with program(qapp, home, sandbox.url, keyring=Keyring) as person:
            await person.until_connected()
            assert person.reads("Noam Bar")
        # When the extension is gone, it asks again.
        del sandbox.world.account.extensions["SIPSIP2"]
        async with program(qapp, home, sandbox.url, keyring=Keyring) as person:
            await person.until_read("Which extension is yours?")


async def test_a_token_signs_in(qapp: QApplication, home: Path) -> None:
    async with (
        Sandbox(extensions=1) as sandbox,
        program(qapp, home, sandbox.url) as person,
    ):
        await person.until_asked()
        person.choose(TOKEN)
        person.type("Token", " good-token ")
        person.press("Sign in")
        await person.until_connected()
        assert person.settings().sign_in == SignInChoice(kind=LoginKind.TOKEN)


async def test_the_command_line_and_the_environment_sign_in(qapp: QApplication, home: Path) -> None:
    choice = SignInChoice(kind=LoginKind.USER, identity=EMAIL)
    given = {SecretKind.PASSWORD: Secret("secret")}
    async with (
        Sandbox() as sandbox,
        program(qapp, home, sandbox.url, sign_in=choice, given=given) as person,
    ):
        await person.until_connected()
        assert not person.settings_file.path.exists()


async def test_the_command_line_without_a_secret_fills_the_page(
    qapp: QApplication, home: Path
) -> None:
    choice = SignInChoice(kind=LoginKind.ACCOUNT, identity="acct")
    async with (
        Sandbox() as sandbox,
        program(qapp, home, sandbox.url, sign_in=choice) as person,
    ):
        await person.until_typed("User name", "acct")
        assert sandbox.requests == []


async def test_who_wants_to_be_remembered_is(
    qapp: QApplication, home: Path, kept: dict[tuple[str, str], str]
) -> None:
    async with Sandbox() as sandbox:
        async with program(qapp, home, sandbox.url, keyring=Keyring) as person:
            await person.until_asked()
            person.sign_in()
            await person.until_connected()
            assert list(kept.values()) == ["secret"]
            assert "secret" not in person.settings_file.path.read_text("utf-8")
        async with program(qapp, home, sandbox.url, keyring=Keyring) as person:
            await person.until_connected()
            await person.until_quiet()
            person.choose_in_menu("Sign out")
            await person.until_asked()
            assert kept == {}
        async with program(qapp, home, sandbox.url, keyring=Keyring) as person:
            await person.until_typed("E-mail", EMAIL)
            assert person.program.shift is None


async def test_who_does_not_want_to_be_remembered_is_not(
    qapp: QApplication, home: Path, kept: dict[tuple[str, str], str]
) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url, keyring=Keyring) as person:
        await person.until_asked()
        person.press("Keep me signed in")
        person.sign_in()
        await person.until_connected()
        assert kept == {}


async def test_without_a_keyring_the_page_says_so(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        assert person.reads("This PC has no keyring: you sign in for this session only.")
        person.sign_in()
        await person.until_connected()
        assert person.reads("this session only")


async def test_a_kept_sign_in_waits_for_a_service_that_is_out_of_reach(
    qapp: QApplication, home: Path
) -> None:
    port = await free_port()
    url = f"http://127.0.0.1:{port}"
    choice = SignInChoice(kind=LoginKind.USER, identity=EMAIL)
    given = {SecretKind.PASSWORD: Secret("secret")}
    async with program(qapp, home, url, sign_in=choice, given=given) as person:
        await person.until_read("Voicenter cannot be reached.")
        async with Sandbox(port=port):
            await person.until_connected()


async def test_damaged_settings_are_put_aside_and_told(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox:
        settings = home / "config" / "settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text("{", encoding="utf-8")
        async with program(qapp, home, sandbox.url) as person:
            await person.until_asked()
            person.sign_in()
            await person.until_connected()
        assert list(settings.parent.glob("settings.damaged-*"))


async def test_the_demo_of_the_sign_in_page_and_back(qapp: QApplication, home: Path) -> None:
    async with program(qapp, home, "http://127.0.0.1:9") as person:
        await person.until_asked()
        person.press("Try without an account")
        await person.until_connected()
        assert person.reads("Maya Cohen")
        await person.until_quiet()
        person.choose_in_menu("Sign out")
        await person.until_asked()
        assert not person.settings_file.path.exists()


async def test_the_extension_can_be_chosen_again(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.choose(ACCOUNT)
        person.type("User name", "acct")
        person.type("Password", "secret")
        person.press("Sign in")
        for sip, agent in (("SIPSIP2", "Noam Bar"), ("SIPSIP1", "Maya Cohen")):
            await person.until_read("Which extension is yours?")
            person.tick(sip)
            person.press("Use this extension")
            await person.until_connected()
            assert person.reads(agent)
            await person.until_quiet()
            person.choose_in_menu("My extensions…")


async def test_the_api_code_is_kept_with_the_sign_in(
    qapp: QApplication, home: Path, kept: dict[tuple[str, str], str]
) -> None:
    async with Sandbox() as sandbox:
        async with program(qapp, home, sandbox.url, keyring=Keyring) as person:
            await person.until_asked()
            person.sign_in()
            await person.until_connected()
            await person.until_read("The call log needs your account's API code.")
            person.choose_in_menu("API code…")
            person.type("API code", "apicode")
            person.press("Use this code")
            await person.until_read("No calls yet")
            await until(lambda: sorted(kept.values()) == ["apicode", "secret"])
        async with program(qapp, home, sandbox.url, keyring=Keyring) as person:
            await person.until_connected()
            await person.until_read("No calls yet")


async def test_a_typed_code_is_kept_only_once_the_service_took_it(
    qapp: QApplication, home: Path, kept: dict[tuple[str, str], str]
) -> None:
    async with (
        Sandbox() as sandbox,
        program(qapp, home, sandbox.url, keyring=Keyring) as person,
    ):

        async def give(code: str) -> None:
            person.choose_in_menu("API code…")
            person.type("API code", code)
            person.press("Use this code")

        await person.until_asked()
        person.sign_in()
        await person.until_connected()
        await person.until_quiet()
        await give("apicode")
        await until(lambda: sorted(kept.values()) == ["apicode", "secret"])
        await give("mistyped")
        await person.until_read("Voicenter did not accept the API code.")
        assert person.typed("API code") == ""  # asked again
        await person.until_read("No calls yet")  # the old one still serves
        assert sorted(kept.values()) == ["apicode", "secret"]


async def test_a_typed_code_stays_untold_while_nobody_answers(
    qapp: QApplication, home: Path, kept: dict[tuple[str, str], str]
) -> None:
    async with (
        Sandbox() as sandbox,
        program(qapp, home, sandbox.url, keyring=Keyring) as person,
    ):
        await person.until_asked()
        person.sign_in()
        await person.until_connected()
        await person.until_quiet()
        sandbox.faults.http["/hub/cdr/"] = HttpFault.html(500)
        person.choose_in_menu("API code…")
        person.type("API code", "apicode")
        person.press("Use this code")
        await person.until_button("Try again")
        assert list(kept.values()) == ["secret"]
        sandbox.faults.http.clear()
        person.press("Try again")
        await until(lambda: sorted(kept.values()) == ["apicode", "secret"])


async def test_the_sign_in_page_shows_who_was_here_before_the_keyring_answers(
    qapp: QApplication, home: Path
) -> None:
    choice = SignInChoice(kind=LoginKind.ACCOUNT, identity="acct")
    async with (
        Sandbox() as sandbox,
        program(qapp, home, sandbox.url, sign_in=choice, keyring=LockedKeyring) as person,
    ):
        async with within(3):
            await person.until_typed("User name", "acct")
        LockedKeyring.is_unlocked.set()
        await person.until_asked()


async def test_a_keyring_that_fails_is_told_and_holds_nobody_up(
    qapp: QApplication, home: Path
) -> None:
    async with (
        Sandbox() as sandbox,
        program(qapp, home, sandbox.url, keyring=FailingKeyring) as person,
    ):
        await person.until_asked()
        person.sign_in()
        await person.until_connected()
        await person.until_read("This PC has no keyring that could keep the sign-in.")


async def test_settings_that_cannot_be_written_are_told(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.settings_file.path.mkdir(parents=True)
        person.sign_in()
        await person.until_connected()
        await person.until_read("A file of this program cannot be written.")
