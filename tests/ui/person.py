"""The whole program in this process, and a person in front of it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QMenu

from agent_desk.config import SettingsFile
from agent_desk.core.clock import SystemClock
from agent_desk.core.link import Link
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.state import CallKey
from agent_desk.program import Program
from agent_desk.surroundings import Surroundings
from agent_desk.system.directories import Directories
from agent_desk.system.secrets import KeyringStore, OpenedStore, SessionStore
from agent_desk.ui.shell import Shell
from agent_desk.ui.text import plain
from agent_desk.ui.theme import Theme
from agent_desk.ui.widgets import Field, Segmented, Toast
from tests.helpers.until import until
from tests.ui.finders import button, drop_deleted, has_button, is_there, said

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from keyring.backend import KeyringBackend
    from PySide6.QtWidgets import QWidget

    from agent_desk.config import Settings, SignInChoice
    from agent_desk.core.privacy import Secret
    from agent_desk.desk.state import Transition
    from agent_desk.sandbox.calls import Call
    from agent_desk.system.autostart import Autostart
    from agent_desk.system.secrets import SecretKind
    from agent_desk.ui.pop import Pop

EMAIL, PASSWORD = "agent@example.com", "secret"
USER, ACCOUNT, TOKEN = range(3)  # the choices of the sign-in page, from the start


@dataclass
class Browser:
    """Notes what it was asked to open; ``is_there`` is what it answers."""

    opened: list[str] = field(default_factory=list)
    is_there: bool = True

    def open(self, url: str) -> bool:
        self.opened.append(url)
        return self.is_there


@dataclass
class Person:
    """Reads what the windows say and presses what is on them."""

    shell: Shell
    program: Program
    browser: Browser
    settings_file: SettingsFile
    transitions: list[Transition]
    has_begun: asyncio.Event
    server: str

    @property
    def window(self) -> QWidget:
        return self.shell.window

    def reads(self, words: str, where: QWidget | None = None) -> bool:
        """Whether ``words`` are to be read in ``where``, the main window if not said."""
        return words in said(where or self.window)

    async def until_read(self, words: str, where: QWidget | None = None) -> None:
        """Wait until ``words`` are to be read."""
        place = where or self.window
        await until(lambda: self.reads(words, place), 10, what=f"{words!r} in:\n{said(place)}")

    def press(self, words: str, where: QWidget | None = None) -> None:
        """Press the button with these words."""
        button(where or self.window, words).click()

    async def until_button(self, words: str, where: QWidget | None = None) -> None:
        """Wait until there is a button with these words."""
        await until(lambda: has_button(where or self.window, words), 10, what=words)

    def type(self, name: str, words: str) -> None:
        """Fill the field of this name."""
        [field] = self._fields(name)
        field.set_text(words)

    def field(self, name: str) -> Field:
        """The field of this name."""
        [field] = self._fields(name)
        return field

    def typed(self, name: str) -> str | None:
        """What stands in the field of this name; ``None`` where there is no such field."""
        fields = self._fields(name)
        return fields[0].text() if fields else None

    async def until_typed(self, name: str, words: str) -> None:
        """Wait until these words stand in the field."""
        await until(lambda: self.typed(name) == words, what=f"{words!r} in {name}")

    def tick(self, words: str) -> None:
        """Tick the row with ``words`` in the list that is on the screen, and only that."""
        [rows] = [each for each in self.window.findChildren(QListView) if each.isVisible()]
        model = rows.model()
        role = Qt.ItemDataRole.CheckStateRole
        for at in range(model.rowCount()):
            index = model.index(at, 0)
            is_wanted = words in index.data()
            state = Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked
            model.setData(index, state, role)

    def choose(self, kind: int) -> None:
        """Choose a way to sign in."""
        kinds = self.window.findChild(Segmented)
        assert kinds is not None
        kinds.select(kind)

    def sign_in(self, password: str = PASSWORD) -> None:
        """Fill the page as a user and press the button."""
        self.type("E-mail", EMAIL)
        self.type("Password", password)
        self.press("Sign in")

    async def until_connected(self) -> None:
        """Wait until the desk is there and follows calls."""
        await until(lambda: self.program.link is Link.CONNECTED, 10)
        await self.until_read("Current calls")

    async def until_asked(self) -> None:
        """Wait until the sign-in page can be used."""
        await self.has_begun.wait()
        await self.until_button("Sign in")
        await until(lambda: button(self.window, "Sign in").isEnabled())

    def choose_in_menu(self, words: str) -> None:
        """Trigger an entry of the window's menu."""
        actions = (action for menu in self.window.findChildren(QMenu) for action in menu.actions())
        next(action for action in actions if action.text() == words).trigger()

    async def until_quiet(self) -> None:
        """Wait until no list is being fetched: the web server minds requests that are cut off."""
        owed = self.shell.desk.aside.owed
        await until(lambda: not (owed.is_asking or self.reads("Asking the call log…")), 10)

    async def pop(self, call: Call) -> Pop:
        """The pop of ``call``, once it is on the screen."""
        key = CallKey(call.extension.sip, call.ivrid)
        await until(lambda: self.has_pop(call), 10)
        pop = self.shell.pop_widget(key)
        assert pop is not None
        return pop

    def has_pop(self, call: Call) -> bool:
        """Whether the pop of ``call`` is on the screen."""
        pop = self.shell.pop_widget(CallKey(call.extension.sip, call.ivrid))
        return pop is not None and pop.isVisible()

    def toast(self) -> str:
        """What the toast says."""
        words = [said(each) for each in self._toasts()]
        return plain(words[0]) if words else ""

    def press_on_toast(self, words: str) -> None:
        """Press the toast's button."""
        [toast] = self._toasts()
        button(toast, words).click()

    def settings(self) -> Settings:
        """What is kept in the file now, as it is for the sandbox's server."""
        kept = self.settings_file.load().settings
        return msgspec.structs.replace(kept, server=self.server)

    def _fields(self, name: str) -> list[Field]:
        fields = [each for each in self.window.findChildren(Field) if is_there(each, self.window)]
        return [each for each in fields if each.edit.accessibleName() == name]

    def _toasts(self) -> list[QWidget]:
        toasts = (each for each in QApplication.allWidgets() if isinstance(each, Toast))
        return [each for each in toasts if each.isVisible()]


@asynccontextmanager
async def program(
    app: QApplication,
    home: Path,
    server: str,
    *,
    sign_in: SignInChoice | None = None,
    given: dict[SecretKind, Secret] | None = None,
    keyring: type[KeyringBackend] | None = None,
    autostart: Autostart | None = None,
    opens: Callable[[], Awaitable[OpenedStore]] | None = None,
) -> AsyncIterator[Person]:
    """The program at ``server`` with its files below ``home``, from its start to its end.

    ``given`` are secrets of the environment. Without a ``keyring`` secrets are kept for this
    session only. ``opens`` opens the keyring in another way.
    """
    clock = SystemClock()
    shell = Shell(Theme.apply(app, "light"), clock)
    directories = Directories.below(home)
    settings_file = SettingsFile(directories.settings_file, directories.provisioning_file)
    browser = Browser()
    transitions: list[Transition] = []

    has_begun = asyncio.Event()

    async def open_secrets() -> OpenedStore:
        has_begun.set()
        return OpenedStore(SessionStore() if keyring is None else KeyringStore(keyring))

    running = Program(
        shell,
        Surroundings(
            settings_file=settings_file,
            loaded=settings_file.load(),
            opener=browser,
            clock=clock,
            open_secrets=opens or open_secrets,
            given_secret=(given or {}).get,
            server=server,
            sign_in=sign_in,
            directories=directories,
            autostart=autostart,
            on_transition=lambda transition, _arrival: transitions.append(transition),
        ),
    )
    scope = TaskScope("test")
    run = scope.start(running.run(), name="program")
    try:
        person = Person(shell, running, browser, settings_file, transitions, has_begun, server)
        yield person
        await person.until_quiet()
    finally:
        running.stop()
        await run
        await scope.aclose()
        drop_deleted()
