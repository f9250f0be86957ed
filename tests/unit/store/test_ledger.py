from __future__ import annotations

import asyncio
import re
from dataclasses import fields, replace
from datetime import timedelta
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING

import pytest

from agent_desk.desk.mute_record import MuteEnd, MuteRecord, MuteTrigger
from agent_desk.store.ledger import MuteLedger
from agent_desk.store.store import FILE_NAME, Store
from tests.helpers.mute_records import ASKED, BEGAN, CONFIRMED, FAILED, RESUMED, nth

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from tests.helpers.log_guard import ExpectLog


class Shelf:
    """A store with its ledger, closed by whoever opened it."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder)
        self.ledger = MuteLedger(self.store)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    yield shelf
    asyncio.run(shelf.store.aclose())


def in_the_files(folder: Path) -> str:
    """All that is in the store's file and its log, as letters."""
    files = (folder / FILE_NAME, folder / f"{FILE_NAME}-wal")
    return b"".join(file.read_bytes() for file in files).decode("latin-1")


@pytest.mark.parametrize("record", [ASKED, CONFIRMED, RESUMED, FAILED])
async def test_a_mute_comes_back_as_it_was(shelf: Shelf, record: MuteRecord) -> None:
    await shelf.ledger.write(record)
    assert await shelf.ledger.read() == (record,)


async def test_every_trigger_and_end(shelf: Shelf) -> None:
    records = [
        replace(nth(number), trigger=trigger, resume_trigger=trigger, end=end)
        for number, (trigger, end) in enumerate(product(MuteTrigger, MuteEnd))
    ]
    for record in records:
        shelf.ledger.put(record)
    assert await shelf.ledger.read() == tuple(records[::-1])


async def test_a_mute_is_kept_as_it_stands_last(shelf: Shelf) -> None:
    for record in (ASKED, CONFIRMED, RESUMED):
        shelf.ledger.put(record)
    assert await shelf.ledger.read() == (RESUMED,)


@pytest.mark.parametrize(
    "other",
    [
        replace(ASKED, call_id="another"),
        replace(ASKED, ordinal=2),
        replace(ASKED, requested_at=BEGAN + timedelta(microseconds=1)),
    ],
)
async def test_another_mute_is_another(shelf: Shelf, other: MuteRecord) -> None:
    await shelf.ledger.write(ASKED)
    await shelf.ledger.write(other)
    assert set(await shelf.ledger.read()) == {ASKED, other}


async def test_a_period_has_its_first_moment_and_not_its_last(shelf: Shelf) -> None:
    for number in (2, 0, 3, 1):
        shelf.ledger.put(nth(number))
    since, until = nth(1).requested_at, nth(3).requested_at
    assert await shelf.ledger.read(since, until) == (nth(2), nth(1))
    assert await shelf.ledger.read(since=since) == (nth(3), nth(2), nth(1))
    assert await shelf.ledger.read(until=since) == (nth(0),)


async def test_old_mutes_are_forgotten_and_gone_from_the_disk(shelf: Shelf, tmp_path: Path) -> None:
    for number in range(4):
        shelf.ledger.put(nth(number))
    assert await shelf.ledger.prune(nth(2).requested_at) == 2
    assert await shelf.ledger.read() == (nth(3), nth(2))
    left = in_the_files(tmp_path)
    assert "call-2" in left
    assert "call-1" not in left


async def test_what_a_killed_program_left_open_has_ended_somehow(shelf: Shelf) -> None:
    shelf.ledger.put(replace(nth(1), end=None, ended_at=None))
    shelf.ledger.put(nth(2))
    assert await asyncio.wrap_future(shelf.ledger.end_cut_off()) == 1
    [resumed, cut_off] = await shelf.ledger.read()
    assert (cut_off.end, cut_off.ended_at) == (MuteEnd.UNKNOWN, None)
    assert resumed == nth(2)


async def test_what_a_damaged_disk_has_changed_is_left_out(
    shelf: Shelf, expect_log: ExpectLog
) -> None:
    expect_log("2 mutes of the ledger cannot be read")
    for number in range(3):
        shelf.ledger.put(nth(number))

    def change(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE mutes SET triggered_by = 'buttox' WHERE call_id = 'call-0'")
        connection.execute("UPDATE mutes SET answered_at = 1 << 62 WHERE call_id = 'call-1'")
        connection.execute("UPDATE mutes SET extension = CAST(x'ff41' AS TEXT)")

    shelf.store.put(change)
    [left] = await shelf.ledger.read()
    assert left == replace(nth(2), extension="\ufffdA")


async def test_no_number_and_no_name_is_in_the_file(shelf: Shelf, tmp_path: Path) -> None:
    """All that can be read in the files is the schema and what a mute is made of."""
    for record in (CONFIRMED, RESUMED, FAILED):
        await shelf.ledger.write(record)

    def schema(connection: sqlite3.Connection) -> list[str]:
        found = connection.execute("SELECT sql, name, tbl_name, type FROM sqlite_master")
        return [word for row in found for word in row if word]

    known = {"SQLite format 3", "version", *await shelf.store.read(schema)}
    for record in (RESUMED, FAILED):
        values = [getattr(record, field.name) for field in fields(record)]
        known |= {str(value.value if isinstance(value, Enum) else value) for value in values}
    await shelf.ledger.prune(BEGAN)  # empties the log, whose checksums may look like words
    text = in_the_files(tmp_path)
    for word in sorted(known, key=len, reverse=True):
        text = text.replace(word, " ") if len(word) > 2 else text
    assert re.findall(r"[A-Za-z]{4,}|[0-9]{4,}", text) == []
