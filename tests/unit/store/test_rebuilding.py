from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.errors import StorageError
from agent_desk.store.database import Database
from agent_desk.store.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.helpers.log_guard import ExpectLog

NOW = datetime(2026, 11, 23, 20, 15, 42, tzinfo=UTC)
PAGE = 4096
ROWS = 400

INSERT = (
    "INSERT INTO mutes (call_id, extension, ordinal, requested_at, triggered_by, attempts, "
    "failure_code, muted_s) VALUES (?, 'SIPSIP1', 1, ?, 'button', 1, '', 2.5)"
)


def name(number: int) -> str:
    """Long enough for the rows to fill some pages."""
    return f"call-{number}-{'x' * 60}"


ALL = {name(number) for number in range(ROWS)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with rows in it, closed."""
    path = tmp_path / "store.sqlite3"
    with Database.open(path) as database:
        database.write(lambda to: to.executemany(INSERT, [(name(n), n) for n in range(ROWS)]))
    return path


def calls(database: Database) -> set[str]:
    found = database.read(lambda base: base.execute("SELECT call_id FROM mutes").fetchall())
    return {call for (call,) in found}


def pages_of(path: Path, table: str) -> list[int]:
    """The numbers of the leaf pages with the rows of ``table``."""
    data = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        [[root]] = connection.execute(sql, (table,)).fetchall()
    page = data[(root - 1) * PAGE : root * PAGE]
    assert page[0] == 5, "the rows fit into one page"
    cells = int.from_bytes(page[3:5], "big")
    places = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n], "big") for n in range(cells)]
    children = [int.from_bytes(page[place : place + 4], "big") for place in places]
    return [*children, int.from_bytes(page[8:12], "big")]


def overwrite(path: Path, page: int, content: bytes = b"\xa5" * PAGE) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(content)


def expect_damage(expect_log: ExpectLog) -> None:
    expect_log("the store is damaged")
    expect_log("the store was rebuilt with")


@pytest.mark.parametrize("which", [0, 3, -1], ids=["first", "inner", "last"])
def test_all_but_one_page_is_saved(path: Path, expect_log: ExpectLog, which: int) -> None:
    expect_damage(expect_log)
    pages = pages_of(path, "mutes")
    overwrite(path, pages[which])
    damaged = path.read_bytes()
    with Database.open(path, now=NOW) as database:
        assert database.rebuilt is not None
        assert "carried over" in database.rebuilt.message
        left = calls(database)
        assert left < ALL
        assert len(left) >= ROWS - ROWS * 2 // len(pages)
        database.write(lambda to: to.execute(INSERT, ("new", 1)))
    aside = path.with_name("store.damaged-20261123-201542.sqlite3")
    assert aside.read_bytes() == damaged
    with Database.open(path) as database:
        assert database.rebuilt is None
        assert calls(database) == left | {"new"}


def test_a_missing_index_is_made_anew(path: Path, expect_log: ExpectLog) -> None:
    expect_damage(expect_log)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP INDEX mutes_by_time")
    with Database.open(path, now=NOW) as database:
        assert calls(database) == ALL


def test_what_is_only_in_the_log_is_saved(
    path: Path, tmp_path: Path, expect_log: ExpectLog
) -> None:
    """A process was killed, so its last writes are in the log; then the file was damaged."""
    expect_damage(expect_log)
    killed = tmp_path / "killed" / path.name
    killed.parent.mkdir()
    with Database.open(path) as database:
        database.write(lambda to: to.execute(INSERT, ("late", 1)))
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", f"{killed}{suffix}")
    overwrite(killed, pages_of(path, "mutes")[1])
    with Database.open(killed, now=NOW) as database:
        assert "late" in calls(database)
    assert killed.with_name("store.damaged-20261123-201542.sqlite3-wal").exists()
    with Database.open(killed) as database:
        assert "late" in calls(database)


def zero(data: bytes) -> bytes:
    return bytes(len(data))


def cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def cut_in_a_page(data: bytes) -> bytes:
    return data[: PAGE + 100]


def garbage(data: bytes) -> bytes:
    return random.Random(1).randbytes(len(data))  # noqa: S311 - no secret


def text(_data: bytes) -> bytes:
    return b"This is no database at all.\n" * 50


def headless(data: bytes) -> bytes:
    return bytes(100) + data[100:]


def other_version(data: bytes) -> bytes:
    return data[:60] + b"\xff\x00\x00\x01" + data[64:]


def older_version(data: bytes) -> bytes:
    return data[:60] + bytes(4) + data[64:]


@pytest.mark.parametrize(
    ("harm", "least"),
    [
        (zero, 0),
        (cut, 50),
        (cut_in_a_page, 0),
        (garbage, 0),
        (text, 0),
        (headless, 0),
        (other_version, ROWS),
        (older_version, ROWS),
    ],
)
def test_whatever_became_of_it(
    path: Path, expect_log: ExpectLog, harm: Callable[[bytes], bytes], least: int
) -> None:
    expect_damage(expect_log)
    path.write_bytes(harm(path.read_bytes()))
    with Database.open(path, now=NOW) as database:
        assert database.rebuilt is not None
        assert len(calls(database)) >= least
        database.write(lambda to: to.execute(INSERT, ("new", 1)))
        assert "new" in calls(database)


@pytest.mark.parametrize("seed", range(30))
def test_any_flipped_bytes(path: Path, expect_log: ExpectLog, seed: int) -> None:
    """Damaged or not: it opens, can be written to, and says so where something was lost."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 5, 50])):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    with Database.open(path, now=NOW) as database:
        whole = [call for call in calls(database) if call in ALL]
        if database.rebuilt is None:
            assert len(whole) > ROWS * 0.85  # a changed letter is no damage that shows
        else:
            expect_damage(expect_log)
        database.write(lambda to: to.execute(INSERT, ("new", 1)))
    with Database.open(path, now=NOW) as database:
        assert "new" in calls(database)


def test_a_second_damage_in_the_same_second(path: Path, expect_log: ExpectLog) -> None:
    for _ in range(2):
        expect_damage(expect_log)
        path.write_bytes(b"nonsense" * 1000)
        Database.open(path, now=NOW).close()
    names = {file.name for file in path.parent.glob("store.damaged-*")}
    assert names == {
        "store.damaged-20261123-201542.sqlite3",
        "store.damaged-20261123-201542-2.sqlite3",
    }


def test_what_was_set_aside_is_forgotten_after_a_month(path: Path) -> None:
    old = path.with_name("store.damaged-20260901-101010.sqlite3-wal")
    young = path.with_name("store.damaged-20261110-101010.sqlite3")
    for file, age in ((old, 31), (young, 13)):
        file.touch()
        at = (NOW - timedelta(days=age)).timestamp()
        os.utime(file, (at, at))
    Database.open(path, now=NOW).close()
    assert young.exists()
    assert not old.exists()


def test_a_form_that_is_older_is_saved_and_then_brought_up(
    path: Path, expect_log: ExpectLog
) -> None:
    expect_damage(expect_log)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP INDEX mutes_by_time")
    more = (*MIGRATIONS, ("ALTER TABLE mutes ADD COLUMN remark TEXT NOT NULL DEFAULT 'none'",))
    with Database.open(path, more, now=NOW) as database:
        remarks = "SELECT DISTINCT remark FROM mutes"
        assert database.read(lambda base: base.execute(remarks).fetchall()) == [("none",)]
        assert calls(database) == ALL


class TestKilledMeanwhile:
    """The states of the files in which a process can be killed while it puts a new one in."""

    @pytest.fixture
    def rebuilt(self, path: Path) -> Path:
        """The new file, complete, beside the damaged one and its log."""
        rebuilt = path.with_name(f"{path.name}.rebuilt")
        path.rename(rebuilt)
        path.write_bytes(b"damaged")
        path.with_name(f"{path.name}-wal").write_bytes(b"its log")
        return rebuilt

    def test_while_it_is_filled(self, path: Path) -> None:
        half = path.with_name(f"{path.name}.rebuilding")
        half.write_bytes(b"half")
        half.with_name(f"{half.name}-journal").write_bytes(b"half")
        with Database.open(path) as database:
            assert calls(database) == ALL
        assert not list(path.parent.glob("*.rebuilding*"))

    @pytest.mark.parametrize("gone", [(), ("-wal",), ("-wal", "")])
    def test_while_it_takes_the_place(
        self, path: Path, rebuilt: Path, gone: tuple[str, ...]
    ) -> None:
        for suffix in gone:
            path.with_name(f"{path.name}{suffix}").unlink()
        with Database.open(path, now=NOW) as database:
            assert calls(database) == ALL
        assert not rebuilt.exists()
        aside = {file.read_bytes() for file in path.parent.glob("store.damaged-*")}
        assert len(aside) == 2 - len(gone)


def test_no_place_for_a_new_one_leaves_the_damaged(path: Path) -> None:
    path.write_bytes(b"nonsense" * 1000)
    path.with_name(f"{path.name}.rebuilding").mkdir()
    with pytest.raises(StorageError):
        Database.open(path)
    assert path.read_bytes() == b"nonsense" * 1000


def test_a_rebuilding_that_fails_leaves_the_damaged(path: Path, expect_log: ExpectLog) -> None:
    expect_log("the store is damaged")
    path.write_bytes(b"nonsense" * 1000)
    with pytest.raises(StorageError):
        Database.open(path, (("CREATE TABLE mutes (",),))
    assert path.read_bytes() == b"nonsense" * 1000
