"""Marked secrets, numbers, names and custom data through the whole window program at DEBUG."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from agent_desk import logs
from agent_desk.core.privacy import Secret
from agent_desk.sandbox import HttpFault, MuteFault, Sandbox
from agent_desk.sandbox.account import Credentials
from agent_desk.system.directories import Directories, make_private
from agent_desk.system.secrets import SecretKind
from agent_desk.ui.widgets import MuteControl
from tests.helpers.until import until
from tests.ui.finders import button
from tests.ui.person import ACCOUNT, TOKEN, Person, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication

PASSWORD = "m4rked-password"
LOGIN_TOKEN = "m4rked-login-token"
CODE = "m4rkedapicode"
EMAIL = "m4rked.agent@example.com"
USER_NAME = "m4rked-account"
NAME = "M4rked Caller"
CUSTOM = "m4rked-custom-value"
NUMBERS = ("0501234567", "0529876543")
MARKED = (PASSWORD, LOGIN_TOKEN, CODE, NAME, CUSTOM)

LOGINS = [f"/monitorAPI/Login/{way}" for way in ("User", "Account", "Token")]

# What the sandbox's own tokens look like.
HANDED_OUT = re.compile(r"(socket|refresh|access)-[0-9a-f]{16}")


def leaks(text: str, *also: str) -> Iterator[str]:
    """What of the marked values, however a number is written, stands in ``text``."""
    for marked in (*MARKED, *also):
        if marked.casefold() in text.casefold():
            yield marked
    digits = re.sub(r"[ .()/-]", "", text)
    yield from (number for number in NUMBERS if number.removeprefix("0") in digits)
    yield from (found[0] for found in HANDED_OUT.finditer(text))


def assert_clean(directories: Directories) -> None:
    """No file of the program holds anything marked, but for the history, which is of callers."""
    files = [path for path in directories.state.parent.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"window.log", "window.crash", "settings.json"}
    for path in files:
        # The settings name who signs in; that is what they are for.
        also = () if path == directories.settings_file else (EMAIL, USER_NAME)
        found = set(leaks(path.read_text("utf-8", "replace"), *also))
        if path.name.startswith("store.sqlite3"):
            found -= {NAME, CUSTOM, *NUMBERS}
        assert found == set(), path.name


def fill_in(person: Person, fields: dict[str, str]) -> None:
    """Fill the sign-in page and press the button."""
    for name, words in fields.items():
        person.type(name, words)
    person.press("Sign in")


async def until_asked_again(sandbox: Sandbox, before: int) -> None:
    """Wait until there are more requests than ``before``."""
    await until(lambda: len(sandbox.requests) > before)


async def work(person: Person, sandbox: Sandbox) -> None:
    """A call with everything that can be pressed on it, well and badly."""
    call = sandbox.world.ring("SIPSIP1", NUMBERS[0], name=NAME, custom_data={"ClientID": CUSTOM})
    pop = await person.pop(call)
    call.answer()
    await person.until_read("Talking", pop)
    [mute] = pop.face.findChildren(MuteControl)
    mute.click()
    await person.until_read("Recording muted", pop)
    mute.click()
    await until(lambda: not person.reads("Recording muted", pop))
    sandbox.faults.mute = MuteFault.REFUSED
    mute.click()
    await person.until_button("Dismiss the warning", pop)
    sandbox.faults.mute = MuteFault.NONE
    person.press("Block", pop)
    person.press("Block number", pop)
    await until(lambda: sandbox.world.blacklist)
    await until(lambda: "Blocked" in person.toast())
    person.press_on_toast("Undo")
    await until(lambda: "Unblocked" in person.toast())
    for fault in (HttpFault(400, f"{CODE}{NAME}{NUMBERS[0]}"), HttpFault(is_cut=True)):
        sandbox.faults.http["/Blacklist/AddBlackList"] = fault
        person.press("Block", pop)
        person.press("Block number", pop)
        await until(lambda: button(pop, "Cancel").isEnabled(), 10)
        assert "Not confirmed that" in person.toast()
        person.press("Cancel", pop)
    sandbox.faults.http.clear()
    person.press("Recent calls", pop)
    await until(lambda: not person.reads("Asking the call log…", pop), 10)
    await sandbox.drop_connections()
    await until(lambda: person.program.link.value == "reconnecting")
    await person.until_connected()
    sandbox.world.announce("ExtensionEvent", {"data": {"calls": NUMBERS[1], "name": NAME}})
    sandbox.world.announce(NAME, {"phone": NUMBERS[1]})
    call.hang_up()
    await person.until_read("Ended", pop)


async def test_nothing_marked_stays_in_files_or_on_stderr(
    qapp: QApplication,
    home: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    directories = Directories.below(home)
    make_private(directories.state)
    log = logs.set_up(directories.log_file("window"), level=logging.DEBUG)
    known = Credentials(EMAIL, USER_NAME, PASSWORD, LOGIN_TOKEN, CODE)
    ways = (
        (0, {"E-mail": EMAIL, "Password": PASSWORD}),
        (ACCOUNT, {"User name": USER_NAME, "Password": PASSWORD}),
        (TOKEN, {"Token": LOGIN_TOKEN}),
    )
    try:
        async with (
            Sandbox(credentials=known, extensions=1) as sandbox,
            program(qapp, home, sandbox.url, given={SecretKind.CODE: Secret(CODE)}) as person,
        ):
            await person.until_asked()
            for kind, fields in ways:
                person.choose(kind)
                for fault in (HttpFault(500, f"{PASSWORD}{EMAIL}"), HttpFault.html()):
                    sandbox.faults.http = dict.fromkeys(LOGINS, fault)
                    asked = len(sandbox.requests)
                    fill_in(person, fields)
                    await until_asked_again(sandbox, asked)
                    await person.until_asked()
                sandbox.faults.http = {}
                fill_in(person, fields)
                await person.until_connected()
                await person.until_quiet()
                await work(person, sandbox)
                await person.until_quiet()
                person.choose_in_menu("Sign out")
                await person.until_asked()
    finally:
        log.close()
    lines = directories.log_file("window").read_text("utf-8")
    assert lines.count("not signed in") == 2 * len(ways)
    assert lines.count("recording not changed") == len(ways)
    assert_clean(directories)
    assert capfd.readouterr().err == ""
