"""The demo as a stranger sees it first: one command, a line for each step, pictures."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from tests.helpers.cli import Running, run

if TYPE_CHECKING:
    from pathlib import Path

STEPS = {
    "signed_in": {"login"},
    "connected": {"server"},
    "pop_shown": {"ms_from_frame"},
    "muted": {"confirmed"},
    "unmuted": set(),
    "blocked": set(),
    "unblocked": set(),
    "history_shown": {"calls"},
    "call_ended": set(),
    "done": set(),
}


def colours(picture: Path) -> int:
    """How many colours a thinned-out copy of ``picture`` has."""
    image = QImage(str(picture))
    assert not image.isNull(), picture.name
    image.convertTo(QImage.Format.Format_RGB32)
    return len(
        {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(image.height())}
    )


def files_in(folder: Path) -> list[Path]:
    """Everything below ``folder``."""
    return list(folder.rglob("*"))


@pytest.mark.parametrize(
    "options", [(), ("--lang", "he", "--engineio", "4")], ids=["plain", "hebrew"]
)
async def test_the_headless_demo_walks_through_the_main_job(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    shots = tmp_path / "new" / "shots"
    done = await run("demo", "--headless", "--shots", str(shots), *options)
    assert (done.code, done.err) == (0, "")
    assert [line["step"] for line in done.lines] == list(STEPS)
    for line in done.lines:
        assert line["kind"] == "step"
        assert line["ms"] >= 0
        assert set(line) == {"kind", "at", "step", "ms"} | STEPS[line["step"]]
    by_step = {line["step"]: line for line in done.lines}
    assert by_step["signed_in"]["login"] == "user"
    assert by_step["connected"]["server"].startswith("http://127.0.0.1:")
    assert 0 < by_step["pop_shown"]["ms_from_frame"] < 1000
    assert by_step["muted"]["confirmed"] in ("answer", "event")
    assert by_step["history_shown"]["calls"] > 0
    pictures = sorted(shots.iterdir())
    assert len(pictures) >= 4
    assert {picture.suffix for picture in pictures} == {".png"}
    assert {picture.stem for picture in pictures} >= {
        "sign-in",
        "desk",
        "pop-ringing",
        "pop-muted",
        "pop-block-question",
        "pop-recent-calls",
        "pop-ended",
        "pop-hebrew",
    }
    for picture in pictures:
        assert colours(picture) > 50, picture.name


async def test_the_demo_without_pictures_leaves_nothing_behind(tmp_path: Path) -> None:
    done = await run("demo", "--headless", TMPDIR=str(tmp_path))
    assert (done.code, done.err) == (0, "")
    assert files_in(tmp_path) == []


async def test_a_folder_that_cannot_be_made_is_said_before_anything_starts(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    done = await run("demo", "--headless", "--json", "--shots", str(file / "shots"))
    assert (done.code, done.out) == (1, "")
    assert done.error["code"] == "storage"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_the_demo_can_be_interrupted(number: signal.Signals) -> None:
    async with Running("demo", "--headless") as demo:
        await demo.line_with(step="connected")
        async with asyncio.timeout(2):
            done = await demo.end(number)
    assert (done.code, done.err) == (0, "")
