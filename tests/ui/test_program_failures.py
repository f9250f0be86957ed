"""Whatever stands in the way of a sign-in, the page says it in a sentence of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent_desk.sandbox import HttpFault, Sandbox
from agent_desk.voicenter.errors import CredentialsError
from tests.helpers.certificates import self_signed
from tests.helpers.http_server import Canned, free_port, serving
from tests.helpers.until import until
from tests.ui.person import ACCOUNT, TOKEN, Person, program

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

LOGIN = "/monitorAPI/Login/User"

NOT_ACCEPTED = ("Voicenter did not accept this sign-in.", "Check the name and the password")
NO_ANSWER = ("Voicenter cannot be reached.", "Check the network and try again.")
NO_NAME = ("The name of Voicenter's server could not be looked up.", "Check the network")
NO_PROOF = ("The server could not prove that it is Voicenter.", "Check this PC's clock")
NOT_VOICENTER = ("The answer was not one that Voicenter gives.", "a proxy or a log-in page")
OWN_FAULT = ("Voicenter reported a fault of its own.", "Try again in a minute.")


async def fail(person: Person, sentences: tuple[str, str]) -> None:
    """Sign in as a user; the page must say both sentences and be ready for another try."""
    await person.until_asked()
    person.sign_in()
    for sentence in sentences:
        await person.until_read(sentence)
    await person.until_asked()
    assert person.program.shift is None
    assert person.typed("E-mail") == "agent@example.com"


async def test_a_wrong_password(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.sign_in("wrong")
        for sentence in NOT_ACCEPTED:
            await person.until_read(sentence)
        assert not person.settings_file.path.exists()
        person.type("Password", "secret")
        person.press("Sign in")
        await person.until_connected()
        assert not person.reads(NOT_ACCEPTED[0])


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (ACCOUNT, {"User name": "acct", "Password": "wrong"}),
        (TOKEN, {"Token": "wrong"}),
    ],
    ids=["account", "token"],
)
async def test_the_other_ways_are_refused_in_the_same_words(
    qapp: QApplication, home: Path, kind: int, fields: dict[str, str]
) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.choose(kind)
        for name, words in fields.items():
            person.type(name, words)
        person.press("Sign in")
        await person.until_read(NOT_ACCEPTED[0])


async def test_nothing_filled_in_asks_nobody(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.press("Sign in")
        await person.until_read("Enter your e-mail")
        assert person.reads("Enter the password")
        assert sandbox.requests == []


async def test_a_server_that_is_down(qapp: QApplication, home: Path) -> None:
    async with program(qapp, home, f"http://127.0.0.1:{await free_port()}") as person:
        await fail(person, NO_ANSWER)


async def test_a_name_that_does_not_exist(qapp: QApplication, home: Path) -> None:
    async with program(qapp, home, "http://host.invalid") as person:
        await fail(person, NO_NAME)


async def test_a_certificate_that_nobody_vouches_for(
    qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    tls = self_signed(tmp_path).server_context()
    async with serving(Canned({}), tls=tls) as server, program(qapp, home, server.url) as person:
        await fail(person, NO_PROOF)
        assert server.requests == []


@pytest.mark.parametrize(
    ("fault", "sentences"),
    [
        (HttpFault.html(), NOT_VOICENTER),
        (HttpFault.html(404), NOT_VOICENTER),
        (HttpFault(200, ""), NOT_VOICENTER),
        (HttpFault(200, "[]"), NOT_VOICENTER),
        (HttpFault(200, '{"Data": {}}'), NOT_VOICENTER),
        (HttpFault(200, '{"Data": {"Socket": {"Token": '), NOT_VOICENTER),
        (HttpFault.huge(), NOT_VOICENTER),
        (HttpFault(200, '{"error": "Unauthorized"}'), NOT_ACCEPTED),
        (HttpFault(200, '{"error": "Database is gone"}'), OWN_FAULT),
        (HttpFault(500, '{"error": "Unexpected token"}'), NOT_ACCEPTED),
        (HttpFault(500, '{"error": "Database is gone"}'), OWN_FAULT),
        (HttpFault(401, "{}"), NOT_ACCEPTED),
        (HttpFault(403, "{}"), NOT_ACCEPTED),
        (HttpFault(is_cut=True), NO_ANSWER),
    ],
    ids=lambda value: None if isinstance(value, tuple) else f"{value.status} {value.body[:22]!r}",
)
async def test_a_strange_answer(
    qapp: QApplication, home: Path, fault: HttpFault, sentences: tuple[str, str]
) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        sandbox.faults.http[LOGIN] = fault
        await fail(person, sentences)
        sandbox.faults.http.clear()
        person.press("Sign in")
        await person.until_connected()


async def test_signed_in_but_no_server_that_listens(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        sandbox.faults.handshake_status = 503
        await person.until_asked()
        person.sign_in()
        await until(lambda: person.program.shift is not None)
        assert sandbox.connections == ()
        sandbox.faults.handshake_status = None
        person.program.shift.try_now()  # type: ignore[union-attr]  # it is there
        await person.until_connected()


async def test_a_sign_in_that_ends_in_the_middle_says_why(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        await person.until_asked()
        person.sign_in()
        await person.until_connected()
        await person.until_quiet()
        sandbox.faults.login_status = 401
        sandbox.faults.refresh_status = 401
        sandbox.sessions.expire_all()
        await sandbox.drop_connections()
        await person.until_read(CredentialsError.message)
        await person.until_asked()
        assert person.typed("E-mail") == "agent@example.com"


async def test_a_browser_that_is_missing_is_told(qapp: QApplication, home: Path) -> None:
    async with Sandbox() as sandbox, program(qapp, home, sandbox.url) as person:
        person.browser.is_there = False
        await person.until_asked()
        person.sign_in()
        await person.until_connected()
        call = sandbox.world.ring(
            "SIPSIP1", "0501234567", custom_data={"Client": "https://crm.example.com/1"}
        )
        pop = await person.pop(call)
        person.press("https://crm.example.com/1", pop)
        assert person.browser.opened == ["https://crm.example.com/1"]
        await person.until_read("This system has no way to open the link.")
