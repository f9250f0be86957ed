from __future__ import annotations

import asyncio
import shutil
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from agent_desk.store.faults import StoreUnusableError
from agent_desk.store.ledger import MuteLedger
from agent_desk.store.store import FILE_NAME, Store
from agent_desk.store.worker import Worker
from tests.helpers.mute_records import ASKED, nth
from tests.helpers.store_processes import everything, kill_after, start_writer
from tests.helpers.until import until

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from agent_desk.core.errors import StorageError
    from tests.helpers.log_guard import ExpectLog


class TestWorker:
    async def test_one_after_the_other_in_a_thread_of_its_own(self) -> None:
        worker = Worker("test")
        done: list[int] = []
        threads = set()

        def work(number: int) -> None:
            done.append(number)
            threads.add(threading.current_thread())

        for number in range(100):
            worker.submit(lambda number=number: work(number))  # type: ignore[misc]
        assert await worker.aclose(timeout_s=10)
        assert done == list(range(100))
        [thread] = threads
        assert thread is not threading.current_thread()
        with pytest.raises(RuntimeError):
            worker.submit(lambda: None)
        assert await worker.aclose(timeout_s=10), "a second time does nothing"

    async def test_one_that_was_never_used_needs_no_end(self) -> None:
        assert await Worker("test").aclose(timeout_s=0)

    async def test_it_waits_no_longer_than_it_should_for_one_that_hangs(self) -> None:
        worker = Worker("test")
        let_go = threading.Event()
        hangs = worker.submit(let_go.wait)
        assert not await worker.aclose(timeout_s=0.01)
        let_go.set()
        assert await asyncio.wrap_future(hangs)
        assert await worker.aclose(timeout_s=10)

    async def test_who_no_longer_waits_takes_nothing_back(self) -> None:
        worker = Worker("test")
        let_go = threading.Event()
        worker.submit(let_go.wait)
        done: list[str] = []
        waiting = asyncio.wrap_future(worker.submit(lambda: done.append("kept")))
        assert waiting.cancel()
        let_go.set()
        assert await worker.aclose(timeout_s=10)
        assert done == ["kept"]


async def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    assert not (tmp_path / "data").exists()
    await store.aclose()
    assert not (tmp_path / "data").exists()


async def test_a_file_that_cannot_be_opened_is_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("in the way")
    store = Store(folder)
    ledger = MuteLedger(store)
    for _ in range(2):
        with pytest.raises(StoreUnusableError):
            await ledger.write(ASKED)
    folder.unlink()
    await ledger.write(ASKED)
    assert await ledger.read() == (ASKED,)
    await store.aclose()


async def test_a_folder_that_was_deleted_meanwhile_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store = Store(folder)
    ledger = MuteLedger(store)
    await ledger.write(nth(1))
    if sys.platform == "win32":
        pytest.skip("an open file cannot be deleted there")
    shutil.rmtree(folder)
    await ledger.write(nth(2))
    await store.aclose()
    assert await everything(folder) == {"call-2": nth(2)}


async def test_another_process_puts_a_rebuilt_file_in_its_place(
    tmp_path: Path, expect_log: ExpectLog
) -> None:
    if sys.platform == "win32":
        pytest.skip("an open file cannot be replaced there")
    expect_log("the store ")

    def spoil(connection: sqlite3.Connection) -> None:
        connection.execute("DROP INDEX mutes_by_time")

    first, second = Store(tmp_path), Store(tmp_path)
    await MuteLedger(first).write(nth(1))
    await asyncio.wrap_future(first.put(spoil))
    await MuteLedger(second).write(nth(2))
    await MuteLedger(first).write(nth(3))
    await MuteLedger(second).write(nth(4))
    await first.aclose()
    await MuteLedger(second).write(nth(5))
    await second.aclose()
    assert await everything(tmp_path) == {f"call-{n}": nth(n) for n in range(1, 6)}


async def test_damage_while_it_is_open_is_mended_and_said(
    tmp_path: Path, expect_log: ExpectLog
) -> None:
    expect_log("the store ")
    said: list[StorageError] = []
    store = Store(tmp_path, said.append)
    ledger = MuteLedger(store)
    await ledger.write(nth(1))
    await ledger.prune(ASKED.requested_at)  # empties the log
    path = tmp_path / FILE_NAME

    def forget(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA shrink_memory")

    await asyncio.wrap_future(store.put(forget))
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(bytes(size))
    await ledger.write(nth(2))
    assert await ledger.read() == (nth(2),)
    assert [error.code for error in said] == ["store_rebuilt"]
    await store.aclose()


async def test_a_store_that_hangs_does_not_hold_up_the_end(
    tmp_path: Path, expect_log: ExpectLog
) -> None:
    expect_log("the store did not close")
    store = Store(tmp_path)
    let_go = threading.Event()
    hangs = store.put(lambda _connection: let_go.wait())
    await store.aclose(timeout_s=0.01)
    let_go.set()
    await until(hangs.done)


class TestProcesses:
    async def test_nothing_that_was_kept_is_lost_when_they_are_killed(self, tmp_path: Path) -> None:
        first = 0
        kept: set[int] = set()
        for kills in (1, 2, 7, 23, 40, 81):
            said = await kill_after(await start_writer(tmp_path, first), kills)
            assert len(said) >= kills
            kept.update(said)
            found = await everything(tmp_path)
            assert {f"call-{number}": nth(number) for number in kept}.items() <= found.items()
            first = 1000 * (1 + first // 1000)

    async def test_they_begin_together_and_write_side_by_side(self, tmp_path: Path) -> None:
        folder = tmp_path / "new"
        writers = [await start_writer(folder, 1000 * n, 60) for n in range(3)]
        results = await asyncio.gather(*(writer.communicate() for writer in writers))
        assert [writer.returncode for writer in writers] == [0, 0, 0]
        assert [len(out.splitlines()) for out, _ in results] == [61, 61, 61]
        assert len(await everything(folder)) == 180

    @pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
    async def test_a_disk_without_room_is_said_and_then_there_is_room_again(
        self, tmp_path: Path
    ) -> None:
        writer = await start_writer(tmp_path, 0, 100, room=160_000)
        out, _ = await writer.communicate()
        assert writer.returncode == 0
        words = out.decode().split()
        assert {word for word in words[1:] if not word.isdigit()} == {"store_unusable"}
        assert words[1] == "0", "there was room at first"
        assert set(await everything(tmp_path)) == {f"call-{number}" for number in range(100)}
