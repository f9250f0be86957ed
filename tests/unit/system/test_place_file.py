from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.window_place import WindowPlace
from agent_desk.system.place_file import PlaceFile

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {
    "desk 1920x1080+0+0 @1": WindowPlace(440, 680, -20, 30),
    "away 800x600+0+0 @2": WindowPlace(900, 500, is_maximised=True),
}


def test_places_are_there_again(tmp_path: Path) -> None:
    path = tmp_path / "state" / "window.json"
    PlaceFile(path).save(PLACES)
    assert PlaceFile(path).load() == PLACES
    assert list(PlaceFile(path).load()) == list(PLACES)
    assert [each.name for each in path.parent.iterdir()] == ["window.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_nobody_else_can_read_them(tmp_path: Path) -> None:
    path = tmp_path / "state" / "window.json"
    PlaceFile(path).save(PLACES)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_without_a_file_there_is_nothing(tmp_path: Path) -> None:
    assert PlaceFile(tmp_path / "window.json").load() == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b'{"places": {"a": 1}}',
        b'{"places": {"a": {"width": "wide", "height": 1}}}',
        b'{"version": 2, "places": {}}',
        b"[" * 60_000,
        b'{"version": 1, "places": {}}' + b" " * 70_000,
    ],
)
def test_a_damaged_file_is_ignored_and_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(content)
    file = PlaceFile(path)
    assert file.load() == {}
    file.save(PLACES)
    assert file.load() == PLACES


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    PlaceFile(blocked / "window.json").save(PLACES)
    (tmp_path / "window.json").mkdir()
    PlaceFile(tmp_path / "window.json").save(PLACES)
    assert PlaceFile(tmp_path / "window.json").load() == {}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "window.json"]
