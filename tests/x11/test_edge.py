"""The edge of the screen lies above other windows and takes neither their keys nor clicks."""

from __future__ import annotations

import asyncio
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.until import until
from tests.x11.desktop import SIZE, desktop, missing

if TYPE_CHECKING:
    from pathlib import Path

    from tests.x11.desktop import Windows

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs an X server")

LINE = "m" * 100
EDGE_PX, TAG_PX = 4, 24


@pytest.fixture(autouse=True)
def _programs() -> None:
    """Skip where there is no X server or window manager; a CI run must have them."""
    if absent := missing():
        reason = f"needs {', '.join(absent)}: `python3 dev.py test` installs or names them"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


async def until_typed(text: Windows, length: int) -> dict[str, Any]:
    """What is in the text window once it has so many letters."""
    async with asyncio.timeout(15):
        while True:
            known = await text.ask()
            if len(known["text"]) >= length:
                return known
            await asyncio.sleep(0.005)


@pytest.mark.parametrize("y", [EDGE_PX // 2, TAG_PX // 2], ids=["edge", "tag"])
async def test_keys_and_clicks_go_to_the_window_below(tmp_path: Path, y: int) -> None:
    async with (
        desktop(tmp_path) as desk,
        desk.windows("tests.x11.text_window") as text,
        desk.windows("tests.x11.edge") as edge,
    ):
        window = (await text.answer())["window"]
        assert (await edge.answer())["pieces"] == []
        await until(lambda: desk.x.is_shown(window), what="the text window")
        await desk.do("windowactivate", str(window))
        await desk.until_active(window)
        await text.ask(**{"full screen": True})
        await until(lambda: desk.x.place(window) == [0, 0, *SIZE], what="a full screen")
        losses = (await text.ask())["losses"]
        activations = desk.x.changes("_NET_ACTIVE_WINDOW")

        pieces = (await edge.ask(muted=True))["pieces"]
        for piece, *place in pieces:
            await until(partial(desk.x.is_shown, piece), what="a shown piece")
            assert desk.x.place(piece) == place
            order = desk.x.stacking()
            assert order.index(desk.x.frame(piece)) > order.index(desk.x.frame(window))
        assert len(pieces) == 5
        assert max(height for *_, height in pieces[:2]) == EDGE_PX

        await desk.do("type", "--delay", "4", LINE)
        await until_typed(text, len(LINE))
        tag = pieces[-1]
        # At the edge beside the tag, or on the tag: the caret leaves the end of the line.
        x = tag[1] + (tag[3] // 2 if y > EDGE_PX else -300)
        await desk.do("mousemove", str(x), str(y), "click", "1")
        await desk.do("type", "--delay", "4", "X")
        known = await until_typed(text, len(LINE) + 1)
        assert known["text"].index("X") < len(LINE)
        assert (desk.x.active(), desk.x.focus()) == (window, window)

        assert (await edge.ask(muted=False))["pieces"] == []
        assert not any(desk.x.is_shown(piece) for piece, *_ in pieces)
        known = await text.ask()
        assert (known["losses"], desk.x.changes("_NET_ACTIVE_WINDOW")) == (losses, activations)
