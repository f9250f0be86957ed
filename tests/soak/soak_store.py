"""Kills a process that keeps mutes and one that keeps calls, again and again, on one store.

``python tests/soak/soak_store.py [ROUNDS]``. They are killed at random moments, in turns. After
every kill the store has to open undamaged with every mute, call and note of which the process had
said that it is kept, and the search has to find them. Every third round the process is killed
around its start, and before every fifth an index is taken away: the next process finds damage and
builds the store anew, from which nothing may be missing either. Exit code 1 when something is.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import StorageError
from agent_desk.store.store import FILE_NAME
from tests.helpers.mute_records import nth
from tests.helpers.store_processes import everything, kill_after, lost_calls, start_writer

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS: Final = 100
_MOST_KEPT: Final = 60
_MOST_START_S: Final = 0.1
_STRIDE: Final = 1_000


async def _killed_at_its_start(folder: Path, first: int, *, has_calls: bool) -> list[int]:
    """A process that is killed while it opens the store, or soon after."""
    writer = await start_writer(folder, first, has_calls=has_calls)
    assert writer.stdout is not None
    await writer.stdout.readline()  # that it opens the store now
    await asyncio.sleep(random.uniform(0, _MOST_START_S))  # noqa: S311 - no secret
    return await kill_after(writer, -1)


def _harm(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP INDEX IF EXISTS mutes_by_time")


async def kill_and_look(folder: Path, number: int, mutes: set[int], calls: set[int]) -> str:
    """One round; the sets grow by what was kept in it. What went wrong, empty where nothing."""
    first = number * _STRIDE
    has_calls = number % 2 == 1
    kept = calls if has_calls else mutes
    is_harmed = number % 5 == 4
    if is_harmed:
        _harm(folder / FILE_NAME)
    if number % 3 == 2:
        kept |= set(await _killed_at_its_start(folder, first, has_calls=has_calls))
    else:
        most = random.randrange(_MOST_KEPT)  # noqa: S311 - no secret
        writer = await start_writer(folder, first, has_calls=has_calls)
        kept |= set(await kill_after(writer, most))
    if is_harmed:  # that process may have been killed before it had built the store anew
        writer = await start_writer(folder, first + _STRIDE // 2, 1)
        mutes |= set(await kill_after(writer, _STRIDE))
    try:
        found = await everything(folder)
        lost = await lost_calls(folder, calls)
    except (AssertionError, StorageError) as error:
        return f"the store is damaged: {error!r}"
    missing = [one for one in mutes if found.get(f"call-{one}") != nth(one)]
    if missing or lost:
        return f"{len(missing)} mutes and {len(lost)} calls are missing"
    return ""


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def main(arguments: Sequence[str]) -> int:
    """Run so many rounds; 1 when one of them failed."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    mutes: set[int] = set()
    calls: set[int] = set()
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "store"
        for number in range(rounds):
            fault = await kill_and_look(folder, number, mutes, calls)
            failed += bool(fault)
            _say(f"{number + 1:4}  {len(mutes):5} mutes  {len(calls):5} calls  {fault or 'ok'}")
        aside = len(list(folder.glob("store.damaged-*.sqlite3")))
    kept = f"{len(mutes)} mutes and {len(calls)} calls kept"
    _say(f"{rounds} kills, {failed} failed, {kept}, {aside} times built anew")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
