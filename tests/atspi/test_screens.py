"""The program as a screen reader finds it over AT-SPI, on a desktop and buses of its own."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("AT-SPI is Linux's", allow_module_level=True)

from tests.atspi.reader import Address, Node, Place, Role, State, screen_reader
from tests.helpers.until import until
from tests.x11.desktop import desktop
from tests.x11.desktop import missing as missing_programs

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.atspi.reader import Event, Reader
    from tests.x11.desktop import Desktop, Windows

_SERVICE: Final = "dbus-1/services/org.a11y.Bus.service"
_MOST_STOPS: Final = 120
_WHOLE_PX, _USUAL_PX = 6000, 680
NAME: Final = "agent_desk"
ASSERTIVE: Final = 2
SCREENS: Final[tuple[dict[str, object], ...]] = (
    {"screen": "sign-in"},
    {"screen": "sign-in-faulty"},
    {"screen": "choose-extension"},
    {"screen": "desk"},
    {"cards": ["ring", "talk"]},
    {"screen": "settings"},
)

# What a person uses, and what it must then be able to do.
CONTROLS: Final = {
    Role.CHECK_BOX: "Action",
    Role.LINK: "Action",
    Role.LIST: "Component",
    Role.LIST_ITEM: "Component",
    Role.PAGE_TAB: "Action",
    Role.PAGE_TAB_LIST: "Component",
    Role.PASSWORD_TEXT: "EditableText",
    Role.PUSH_BUTTON: "Action",
    Role.RADIO_BUTTON: "Action",
    Role.TEXT: "EditableText",
}
# Where arrow keys lead and not Tab: items of a list, tabs, choices that are not the chosen one.
BY_ARROWS: Final = frozenset({Role.LIST_ITEM, Role.PAGE_TAB})
# Direction marks, private letters and markup would be spelled out or swallowed.
_UNSPEAKABLE: Final = re.compile(
    "[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]|<span"
)


def missing() -> list[str]:
    """What a screen reader's session lacks here."""
    absent = missing_programs()
    if shutil.which("dbus-daemon") is None:
        absent.append("dbus-daemon")
    folders = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    if not any(Path(folder, _SERVICE).exists() for folder in folders.split(":")):
        absent.append("at-spi2-core")
    return absent


@pytest.fixture(autouse=True)
def _programs() -> None:
    """Skip where there is no desktop or accessibility bus; a CI run must have them."""
    if absent := missing():
        reason = f"needs {', '.join(absent)}: `python3 dev.py test` installs or names them"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@dataclass(frozen=True, slots=True)
class Scene:
    """The program on a desktop, and a screen reader that follows it."""

    desktop: Desktop
    program: Windows
    reader: Reader

    async def show(self, screen: str) -> Node:
        """The main window with ``screen`` in it."""
        await self.program.ask(screen=screen)
        return await self.main_window()

    async def main_window(self) -> Node:
        """The main window as it is now."""
        windows = await self.reader.windows(NAME)
        return next(each for each in windows if each.name == NAME)

    async def until_focused(self, node: Node, since: int) -> None:
        """Wait until ``node`` was told to have the keyboard, after event number ``since``."""

        def is_it(event: Event) -> bool:
            return _is_focus(event) and event.source == node.address

        await self.reader.hear(is_it, f"{node} has the keyboard", since=since)

    async def round(self) -> list[Address]:
        """All that Tab reaches, until it comes round."""
        since = len(self.reader.events)
        for presses in range(1, _MOST_STOPS):
            await self.desktop.do("key", "Tab")
            # The order of the events counts: one from before the first press may come late.
            visited = await until(partial(self._visited, since, presses), what="the next control")
            if visited[-1] in visited[:-1]:
                return visited[visited.index(visited[-1]) : -1]
        msg = f"Tab goes on for {_MOST_STOPS} controls"
        raise AssertionError(msg)

    def _visited(self, since: int, at_least: int) -> list[Address]:
        focus = [event.source for event in filter(_is_focus, self.reader.events[since:])]
        changes = [source for source, _same in groupby(focus)]
        return changes if len(changes) >= at_least else []


def _is_said(event: Event) -> bool:
    return event.kind == "Announcement"


def _is_ring(event: Event) -> bool:
    return _is_said(event) and event.value.startswith("Ringing")


def _is_focus(event: Event) -> bool:
    return (event.kind, event.detail, event.first) == ("StateChanged", "focused", 1)


@asynccontextmanager
async def session_bus(environ: dict[str, str]) -> AsyncIterator[str]:
    """The address of a message bus whose services see this desktop."""
    process = await asyncio.create_subprocess_exec(
        *("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=environ,
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(10):
            line = await process.stdout.readline()
        yield line.decode().strip()
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


@asynccontextmanager
async def session(home: Path) -> AsyncIterator[tuple[Desktop, Reader]]:
    """A desktop whose programs tell a screen reader everything."""
    async with (
        desktop(home) as bare,
        session_bus(bare.environ) as bus,
        screen_reader(bus) as reader,
    ):
        ours = {"DBUS_SESSION_BUS_ADDRESS": bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        yield replace(bare, environ=bare.environ | ours), reader


@asynccontextmanager
async def scene(home: Path, language: str = "en") -> AsyncIterator[Scene]:
    """The sign-in page in front of a person who does not see it."""
    async with (
        session(home) as (desk, reader),
        desk.windows("tests.atspi.screens", language) as program,
    ):
        window = (await program.answer())["window"]
        await desk.until_active(window)
        yield Scene(desk, program, reader)


def faults(window: Node) -> list[str]:
    """What a screen reader would say wrongly, or could not say."""
    found = []
    for node in window:
        if _UNSPEAKABLE.search(node.name + node.description):
            found.append(f"unspeakable: {node} {node.description!r}")
        if not {State.FOCUSABLE} <= node.states:
            continue
        if not node.name.strip():
            found.append(f"no name: {node}")
        if node.role not in CONTROLS:
            found.append(f"can have the keyboard and is no control: {node}")
        elif CONTROLS[Role(node.role)] not in node.interfaces:
            found.append(f"cannot be used: {node}")
    return found


def unreached(window: Node, stops: list[Address]) -> list[str]:
    """Controls to which neither Tab nor arrow keys lead."""
    return [
        str(node)
        for node in window
        if node.can_take_keys
        and node.address not in stops
        and node.role not in BY_ARROWS
        and not (node.role == Role.RADIO_BUTTON and State.CHECKED not in node.states)
    ]


def misplaced(stops: list[Node], *, is_rtl: bool) -> list[str]:
    """Steps of a round that lead back against the direction of reading, but the one to its start.

    What stands side by side is one line, whatever the heights.
    """
    found = []
    for before, after in pairwise([*stops, stops[0]]):
        one, two = before.place, after.place
        is_same_line = one.top < two.top + two.height / 2 < one.top + one.height
        forward = one.left - two.left if is_rtl else two.left - one.left
        if forward <= 0 if is_same_line else two.top < one.top:
            found.append((two.top, f"{before} {tuple(one)} -> {after} {tuple(two)}"))
    return [words for _top, words in sorted(found)[1:]]


@pytest.mark.parametrize("language", ["en", "he"])
async def test_every_screen_is_named_and_tab_goes_the_way_it_reads(
    tmp_path: Path, language: str
) -> None:
    async with scene(tmp_path, language) as on:
        for wish in SCREENS:
            await on.program.ask(**wish)
            stops = await on.round()
            # Places tell the order only where nothing is scrolled.
            await on.program.ask(height=_WHOLE_PX)
            window = await on.main_window()
            await on.program.ask(height=_USUAL_PX)
            nodes = {node.address: node for node in window}
            in_order = [nodes[stop] for stop in stops]
            assert faults(window) == [], wish
            assert unreached(window, stops) == [], [wish, *map(str, in_order)]
            assert misplaced(in_order, is_rtl=language == "he") == [], wish


async def test_every_list_and_group_has_its_items(tmp_path: Path) -> None:
    async with scene(tmp_path) as on:
        window = await on.show("sign-in")
        assert window.role == Role.FRAME
        [ways] = window.all(Role.PAGE_TAB_LIST)
        assert [tab.name for tab in ways.all(Role.PAGE_TAB)] == ["User", "Account", "Token"]
        keep = window.one(Role.CHECK_BOX, "Keep me signed in")
        assert keep.description == "Kept in the system keyring, never in a file"
        assert State.CHECKED in keep.states

        window = await on.show("choose-extension")
        rows = window.one(Role.LIST, "Extensions").all(Role.LIST_ITEM)
        assert rows[0].name == "Maya Cohen, 201, SIPSIP1"
        assert [State.CHECKED in row.states for row in rows] == [True] + [False] * 5
        since = len(on.reader.events)
        await on.desktop.do("key", "Down")
        await on.until_focused(rows[0], since)
        await on.desktop.do("key", "Down", "space")
        tick = await on.reader.hear(lambda event: event.detail == "checked", "a tick", since=since)
        assert (tick.source, tick.first) == (rows[1].address, 1)

        await on.show("desk")
        window = await on.show("settings")
        corner = window.one(Role.RADIO_BUTTON, "Bottom right")
        assert (corner.description, State.CHECKED in corner.states) == (
            "Corner of the screen",
            True,
        )
        link = window.one(Role.PUSH_BUTTON, "12345")
        assert link.description in ("", "Client")


async def test_a_field_can_be_filled_and_a_password_is_not_given_away(tmp_path: Path) -> None:
    async with scene(tmp_path) as on:
        window = await on.main_window()
        mail = window.one(Role.TEXT, "E-mail")
        await on.reader.type(mail, "maya@example.com")
        assert await on.reader.text(mail) == "maya@example.com"
        password = window.one(Role.PASSWORD_TEXT, "Password")
        await on.reader.type(password, "hunter-two")
        hidden = await on.reader.text(password)
        assert len(hidden) == len("hunter-two")
        assert len(set(hidden)) == 1
        [eye] = (each for each in window if each.name == "Show what I typed")
        await on.reader.press(eye)
        await on.reader.until_called(eye, "Hide what I typed")
        assert await on.reader.text(password) == "hunter-two"


async def test_a_wrong_password_is_said_at_once(tmp_path: Path) -> None:
    async with scene(tmp_path) as on:
        since = len(on.reader.events)
        await on.program.ask(screen="sign-in-faulty")
        said = await on.reader.hear(_is_said, "an announcement", since=since)
        assert "password" in said.value


async def test_a_call_is_said_and_muted_without_the_keyboard(tmp_path: Path) -> None:
    async with scene(tmp_path) as on, on.desktop.windows("tests.x11.text_window") as text:
        await on.show("desk")
        text_window = (await text.answer())["window"]
        await until(lambda: on.desktop.x.is_shown(text_window), what="the text window")
        await on.desktop.do("windowactivate", str(text_window))
        await on.desktop.until_active(text_window)
        losses = (await text.ask())["losses"]

        since = len(on.reader.events)
        await on.program.ask(cards=["talk"])
        said = await on.reader.hear(_is_said, "the talk", since=since)
        assert said.value == "Talking, Omer Katz, +972 54-765-4321, Sales Queue · line 072-277-1234"
        since = len(on.reader.events)
        await on.program.ask(cards=["ring", "talk"])
        said = await on.reader.hear(_is_said, "the ring", since=since)
        assert said.value == "Ringing, Dana Levi, +972 50-123-4567, Sales Queue · line 072-277-1234"
        assert said.first == ASSERTIVE

        pops = [each for each in await on.reader.windows(NAME) if each.name != NAME]
        assert len(pops) == 2
        for pop in pops:
            assert pop.role == Role.FRAME
            assert faults(pop) == []
        [mute] = (node for pop in pops for node in pop if node.name == "Mute recording")
        since = len(on.reader.events)
        await on.reader.press(mute)
        await on.program.ask(pressed=1)
        said = await on.reader.hear(_is_said, "it is muted", since=since)
        assert said.value == "Recording muted"
        await on.reader.until_called(mute, "Resume recording")

        assert on.desktop.x.active() == text_window
        assert (await text.ask())["losses"] == losses
        # The bridge has told nobody that the keyboard went anywhere.
        assert not any(map(_is_focus, on.reader.events[since:]))


def test_an_unnamed_control_is_a_fault() -> None:
    button = Node(
        Address("", ""),
        Role.PUSH_BUTTON,
        "",
        "<span>Close</span>",
        frozenset({State.FOCUSABLE, State.ENABLED, State.VISIBLE}),
        frozenset({"Action"}),
        Place(),
        (),
    )
    window = replace(button, role=Role.FILLER, name="\u2067Call", children=(button,))
    assert faults(window) == [
        "unspeakable: filler '\\u2067Call' '<span>Close</span>'",
        "can have the keyboard and is no control: filler '\\u2067Call'",
        "unspeakable: push_button '' '<span>Close</span>'",
        "no name: push_button ''",
    ]


async def test_the_program_itself_says_who_calls(tmp_path: Path) -> None:
    async with session(tmp_path) as (desk, reader), desk.windows("agent_desk", "demo"):
        said = await reader.hear(_is_ring, "a call of the demo")
        assert re.match(r"Ringing, \w.+, .*\d", said.value)
        windows = await reader.windows(NAME)
    assert [fault for window in windows for fault in faults(window)] == []
