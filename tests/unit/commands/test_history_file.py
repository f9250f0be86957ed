"""A CSV of calls is there whole or not at all."""

from __future__ import annotations

import csv
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from agent_desk.commands.history_file import COLUMNS, CallFile
from agent_desk.core.errors import StorageError


def call(**members: object) -> dict[str, Any]:
    return dict.fromkeys(COLUMNS, "") | members


def read(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "calls.csv"


@pytest.mark.parametrize("has_bom", [True, False])
def test_calls_are_appended_and_appear_at_the_end(path: Path, *, has_bom: bool) -> None:
    path.write_text("before")
    with CallFile(path, has_bom=has_bom) as file:
        file.write([call(call_id="a", agent="נועה לוי")])
        file.write([call(call_id="b", number="=1+1"), call(call_id="c", number="+972501234567")])
        assert path.read_text() == "before"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") is has_bom
    rows = read(path, "utf-8-sig")
    assert tuple(rows[0]) == COLUMNS
    assert [row["call_id"] for row in rows] == ["a", "b", "c"]
    assert rows[0]["agent"] == "נועה לוי"
    assert [row["number"] for row in rows] == ["", "'=1+1", "'+972501234567"]
    assert list(path.parent.iterdir()) == [path]


def test_a_block_that_fails_leaves_all_as_it_was(path: Path) -> None:
    path.write_text("before")
    with suppress(ZeroDivisionError), CallFile(path) as file:
        file.write([call(call_id="a")])
        raise ZeroDivisionError
    assert path.read_text() == "before"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_not_there(path: Path) -> None:
    with pytest.raises(StorageError, match=r"calls\.csv cannot be written"):
        CallFile(path.parent / "no" / "calls.csv")


@pytest.mark.skipif(sys.platform != "linux", reason="a device that is always full")
def test_a_full_disk_is_told() -> None:
    with (
        pytest.raises(StorageError, match="cannot be written"),
        CallFile(Path("/dev/full")) as file,
    ):
        file.write([call(call_id=str(n)) for n in range(100)])


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX links")
def test_a_link_stays_a_link(path: Path) -> None:
    target = path.parent / "real.csv"
    target.write_text("before")
    path.symlink_to(target)
    with CallFile(path) as file:
        file.write([call(call_id="a")])
    assert path.is_symlink()
    assert [row["call_id"] for row in read(target)] == ["a"]
