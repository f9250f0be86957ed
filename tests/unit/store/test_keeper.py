from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.errors import AgentDeskError, StorageError
from agent_desk.desk.mute_record import MuteEnd
from agent_desk.store.keeper import Keeper
from tests.helpers.clock import FakeClock
from tests.helpers.mute_records import ASKED, BEGAN, RESUMED, nth
from tests.helpers.store_processes import everything
from tests.helpers.until import until

if TYPE_CHECKING:
    from tests.helpers.log_guard import ExpectLog

ROOT = Path(__file__).parents[3]


@pytest.fixture
def said() -> list[AgentDeskError]:
    return []


async def test_what_a_shift_hands_over_outlasts_it(
    tmp_path: Path, said: list[AgentDeskError]
) -> None:
    async with Keeper(tmp_path, said.append, ledger_days=0) as keeper:
        keeper.begin()
        for number in range(50):
            keeper.keep_mute(nth(number))
    assert len(await everything(tmp_path)) == 50
    keeper.keep_mute(nth(51))
    with pytest.raises(StorageError, match="signed in"):
        await keeper.mutes()
    assert len(await everything(tmp_path)) == 50, "what comes too late is dropped"
    assert not said


async def test_nothing_is_made_for_a_sign_in_that_is_refused(
    tmp_path: Path, said: list[AgentDeskError]
) -> None:
    async with Keeper(tmp_path / "new", said.append):
        pass
    assert not (tmp_path / "new").exists()


async def test_without_a_folder_nothing_is_kept(said: list[AgentDeskError]) -> None:
    async with Keeper(None, said.append) as keeper:
        keeper.begin()
        keeper.set_ledger_days(7)
        keeper.keep_mute(ASKED)
        assert await keeper.mutes() == ()
    assert not said


async def test_a_mute_that_was_cut_off_has_an_end_with_the_next_shift(
    tmp_path: Path, said: list[AgentDeskError]
) -> None:
    for record in (nth(1), nth(2)):
        async with Keeper(tmp_path, said.append, ledger_days=0) as keeper:
            keeper.begin()
            keeper.keep_mute(replace(record, end=None))
            found = await keeper.mutes()
    assert [record.end for record in found] == [None, MuteEnd.UNKNOWN]


async def test_old_mutes_are_forgotten_at_the_start_once_a_day_and_on_a_change(
    tmp_path: Path, said: list[AgentDeskError]
) -> None:
    clock = FakeClock(BEGAN + timedelta(days=365, minutes=2.5))

    async def left(count: int, keeper: Keeper) -> None:
        while len(await keeper.mutes()) != count:
            pass

    async with Keeper(tmp_path, said.append, clock=clock) as keeper:
        for number in range(0, 2000, 2):
            keeper.keep_mute(nth(number))
        assert len(await keeper.mutes()) == 1000
        keeper.begin()
        await left(998, keeper)
        keeper.set_ledger_days(365)
        assert len(await keeper.mutes()) == 998
        keeper.set_ledger_days(300)
        await left(0, keeper)
    async with Keeper(tmp_path, said.append, clock=clock, prune_every_s=0.001) as keeper:
        keeper.begin()
        keeper.keep_mute(replace(RESUMED, requested_at=clock.now() - timedelta(days=364)))
        await left(1, keeper)
        clock.advance(2 * 24 * 3600)
        await left(0, keeper)
    assert not said


@pytest.mark.parametrize("days", [0, -1, 10**9])
async def test_any_number_of_days_will_do(
    tmp_path: Path, said: list[AgentDeskError], days: int
) -> None:
    async with Keeper(tmp_path, said.append, ledger_days=days) as keeper:
        keeper.begin()
        keeper.keep_mute(ASKED)
    assert len(await everything(tmp_path)) == 1


async def test_a_store_that_cannot_be_opened_is_said_once_and_the_shift_goes_on(
    tmp_path: Path, said: list[AgentDeskError]
) -> None:
    folder = tmp_path / "data"
    folder.write_text("in the way")
    async with Keeper(folder, said.append) as keeper:
        keeper.begin()
        for number in range(5):
            keeper.keep_mute(nth(number))
        for _ in range(2):
            with pytest.raises(StorageError):
                await keeper.mutes()
    assert [error.code for error in said] == ["store_unusable"]


async def test_a_damaged_store_is_said_and_used_again(
    tmp_path: Path, said: list[AgentDeskError], expect_log: ExpectLog
) -> None:
    expect_log("the store ")
    (tmp_path / "store.sqlite3").write_bytes(b"nonsense" * 1000)
    async with Keeper(tmp_path, said.append, ledger_days=0) as keeper:
        keeper.begin()
        keeper.keep_mute(RESUMED)
        assert await keeper.mutes() == (RESUMED,)
        await until(lambda: said)
    assert [error.code for error in said] == ["store_rebuilt"]


async def test_what_is_wrong_in_the_program_is_logged(
    tmp_path: Path, said: list[AgentDeskError], expect_log: ExpectLog
) -> None:
    expect_log("could not be kept")
    async with Keeper(tmp_path, said.append) as keeper:
        keeper.keep_mute(replace(ASKED, call_id="\ud800"))
    assert not said


def test_sqlite_is_not_imported_before_something_is_kept() -> None:
    check = (
        "import sys, agent_desk.ui.front, agent_desk.ui.shell, agent_desk.program, "
        "agent_desk.store.keeper, agent_desk.store.mute_export; "
        "sys.exit('sqlite3' in sys.modules)"
    )
    # Without what measures coverage: it keeps its figures in a database.
    environ = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, check=False, env=environ)
    assert done.returncode == 0
