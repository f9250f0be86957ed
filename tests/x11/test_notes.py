"""A person writes a note from a pop: the editor has the keyboard for that, and gives it back."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.until import until
from tests.x11.desktop import Windows, desktop, missing

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs an X server")


@pytest.fixture(autouse=True)
def _programs() -> None:
    """Skip where there is no X server or window manager; a CI run must have them."""
    if absent := missing():
        reason = f"needs {', '.join(absent)}: `python3 dev.py test` installs or names them"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


async def until_said(windows: Windows, name: str, value: object) -> dict[str, Any]:
    """Ask until the answer says so."""
    for _ in range(2000):
        now = await windows.ask()
        if now[name] == value:
            return now
    msg = f"{name} is not {value!r}: {now}"
    raise AssertionError(msg)


async def test_only_a_click_on_note_takes_the_keyboard(tmp_path: Path) -> None:
    async with desktop(tmp_path) as desk, desk.windows("tests.x11.text_window") as text:
        text_window = (await text.answer())["window"]
        await desk.until_active(text_window)
        async with desk.windows("tests.x11.notes") as notes:
            known = await notes.answer()
            await desk.do("type", "--delay", "4", "one")
            await desk.do("mousemove", "--window", *map(str, known["note"]), "click", "1")
            await until(lambda: desk.x.active() not in (0, text_window), what="the editor")
            known = await notes.ask()
            await desk.until_active(known["editor"])
            await desk.do("type", "--delay", "4", "Asked for")
            await until_said(notes, "draft", "Asked for")
            await notes.ask(end=True)
            await desk.do("key", "Return")
            await desk.do("type", "--delay", "4", "an invoice")
            await until_said(notes, "draft", "Asked for\nan invoice")
            await desk.do("key", "Escape")
            await desk.until_active(text_window)
            assert (await notes.ask())["draft"] == "Asked for\nan invoice"
            await desk.do("type", "--delay", "4", " two")
            now = await until_said(notes, "editor", None)
            await desk.do("mousemove", "--window", *map(str, now["note"]), "click", "1")
            await until(lambda: desk.x.active() not in (0, text_window), what="the editor")
            await desk.do("key", "ctrl+Return")
            await desk.until_active(text_window)
            assert (await notes.ask())["saved"] == ["Asked for\nan invoice"]
            await desk.do("type", "--delay", "4", " three")
            await until_said(text, "text", "one two three")
