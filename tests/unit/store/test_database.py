from __future__ import annotations

import sqlite3
import stat
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.core.errors import StorageError
from agent_desk.store.database import Database
from agent_desk.store.faults import (
    DiskFullError,
    StoreBusyError,
    StoreDamagedError,
    StoreNewerError,
    StoreUnusableError,
)
from agent_desk.store.schema import MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from agent_desk.store.schema import Migration

# A history of its own: what matters is the way from one version to the next.
STEPS: tuple[Migration, ...] = (
    ("CREATE TABLE calls (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",),
    (
        "ALTER TABLE calls ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0",
        "UPDATE calls SET seconds = 7",
    ),
    (
        "CREATE TABLE legs (id INTEGER PRIMARY KEY, call INTEGER NOT NULL REFERENCES calls)",
        "INSERT INTO legs (call) SELECT id FROM calls",
        "CREATE INDEX legs_by_call ON legs (call)",
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "one" / "store.sqlite3"


def rows(database: Database, sql: str) -> list[tuple[Any, ...]]:
    return database.read(lambda connection: connection.execute(sql).fetchall())


def do(database: Database, sql: str) -> None:
    database.write(lambda connection: connection.execute(sql))


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        [[found]] = connection.execute("PRAGMA user_version").fetchall()
    assert isinstance(found, int)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_nobody_else_may_look_into_it(path: Path) -> None:
    with Database.open(path) as database:
        do(database, "DELETE FROM mutes")
        files = list(path.parent.iterdir())
        assert {file.name.removeprefix(path.name) for file in files} == {
            *("", "-wal", "-shm", ".lock")
        }
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_it_survives_a_power_cut_and_forgets_thoroughly(path: Path) -> None:
    with Database.open(path) as database:
        assert rows(database, "PRAGMA journal_mode") == [("wal",)]
        assert rows(database, "PRAGMA synchronous") == [(2,)]
        assert rows(database, "PRAGMA foreign_keys") == [(1,)]
        assert rows(database, "PRAGMA secure_delete") == [(1,)]


def test_what_fails_half_way_leaves_nothing(path: Path) -> None:
    def half(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO calls (name) VALUES ('first')")
        connection.execute("INSERT INTO calls (name) VALUES (NULL)")

    with Database.open(path, STEPS) as database:
        with pytest.raises(StorageError):
            database.write(half)
        assert rows(database, "SELECT * FROM calls") == []
        do(database, "INSERT INTO calls (name) VALUES ('second')")
        assert rows(database, "SELECT name FROM calls") == [("second",)]


class TestVersions:
    @pytest.mark.parametrize("old", range(len(STEPS) + 1))
    def test_from_every_older_one(self, path: Path, old: int) -> None:
        with Database.open(path, STEPS[:old]) as database:
            if old:
                do(database, "INSERT INTO calls (name) VALUES ('Dana')")
        with Database.open(path, STEPS) as database:
            found = rows(database, "SELECT name, seconds, legs.id FROM calls JOIN legs ON call")
            assert database.rebuilt is None
        # A call of version 2 was never given seconds, one of version 3 never a leg.
        assert found == {0: [], 1: [("Dana", 7, 1)], 2: [("Dana", 0, 1)], 3: []}[old]
        assert version(path) == len(STEPS)

    @pytest.mark.parametrize("old", range(len(MIGRATIONS)))
    def test_the_real_ones(self, path: Path, old: int) -> None:
        Database.open(path, MIGRATIONS[:old]).close()
        with Database.open(path) as database:
            assert database.rebuilt is None
            assert rows(database, "SELECT * FROM mutes") == []

    def test_a_step_that_fails_leaves_the_version_before_it(self, path: Path) -> None:
        Database.open(path, STEPS[:1]).close()
        wrong = ("INSERT INTO calls (name) VALUES ('half')", "INSERT INTO nothing VALUES (1)")
        with pytest.raises(StorageError):
            Database.open(path, (STEPS[0], wrong))
        assert version(path) == 1
        with Database.open(path, STEPS) as database:
            assert rows(database, "SELECT * FROM calls") == []

    def test_a_newer_one_is_left_alone(self, path: Path) -> None:
        Database.open(path, STEPS).close()
        before = path.read_bytes()
        with pytest.raises(StoreNewerError) as raised:
            Database.open(path, STEPS[:2])
        assert "newer version" in raised.value.message
        assert "Update this program" in raised.value.next_step
        assert path.read_bytes() == before
        assert {file.name for file in path.parent.iterdir()} == {path.name, f"{path.name}.lock"}


class TestTrouble:
    def test_no_folder_can_be_made(self, path: Path) -> None:
        path.parent.parent.write_text("in the way")
        with pytest.raises(StoreUnusableError) as raised:
            Database.open(path)
        assert "rights" in raised.value.next_step

    def test_a_folder_in_the_place_of_the_file(self, path: Path) -> None:
        path.mkdir(parents=True)
        with pytest.raises(StoreUnusableError):
            Database.open(path)

    def test_a_full_disk_takes_back_the_whole_write(self, path: Path) -> None:
        with Database.open(path, STEPS) as database:
            do(database, "INSERT INTO calls (name) VALUES ('Dana')")
            do(database, "PRAGMA max_page_count = 1")
            with pytest.raises(DiskFullError) as raised:
                do(database, "INSERT INTO calls (name) VALUES (zeroblob(100000))")
            assert raised.value.next_step == "Free some space."
            do(database, "PRAGMA max_page_count = 1000")
            do(database, "INSERT INTO calls (name) VALUES ('Noam')")
            assert rows(database, "SELECT name FROM calls") == [("Dana",), ("Noam",)]

    def test_somebody_else_who_never_ends(self, path: Path) -> None:
        with Database.open(path, STEPS, busy_s=0.01) as database:
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                with pytest.raises(StoreBusyError):
                    do(database, "INSERT INTO calls (name) VALUES ('Dana')")
                assert rows(database, "SELECT * FROM calls") == []
            do(database, "INSERT INTO calls (name) VALUES ('Dana')")

    def test_somebody_else_who_opens_it_for_ever(self, path: Path) -> None:
        Database.open(path).close()
        lock = path.with_name(f"{path.name}.lock")
        with closing(sqlite3.connect(lock, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(StoreBusyError):
                Database.open(path, busy_s=0.01)
        Database.open(path).close()

    def test_damage_that_shows_while_it_is_open(self, path: Path) -> None:
        with Database.open(path, STEPS) as database:
            do(database, "INSERT INTO calls (name) VALUES ('Dana')")
            database.empty_log()
            do(database, "PRAGMA shrink_memory")  # else it answers from what it remembers
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
            with pytest.raises(StoreDamagedError):
                do(database, "INSERT INTO calls (name) VALUES ('Noam')")

    def test_a_file_that_is_gone_or_another(self, path: Path) -> None:
        with Database.open(path) as database:
            assert database.is_in_place
            path.rename(path.with_name("elsewhere"))
            assert not database.is_in_place
            path.touch()
            assert not database.is_in_place
