"""Kills a process that keeps mutes, at random moments, again and again, on one and the same store.

``python tests/soak/soak_store.py [ROUNDS]``. After every kill the store has to open undamaged with
every mute of which the process had said that it is kept. Every third round the process is killed
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
from tests.helpers.store_processes import everything, kill_after, start_writer

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS: Final = 100
_MOST_KEPT: Final = 60
_MOST_START_S: Final = 0.1
_STRIDE: Final = 1_000


async def _killed_at_its_start(folder: Path, first: int) -> list[int]:
    """A process that is killed while it opens the store, or soon after."""
    writer = await start_writer(folder, first)
    assert writer.stdout is not None
    await writer.stdout.readline()  # that it opens the store now
    await asyncio.sleep(random.uniform(0, _MOST_START_S))  # noqa: S311 - no secret
    return await kill_after(writer, -1)


def _harm(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP INDEX IF EXISTS mutes_by_time")


async def kill_and_look(folder: Path, number: int, kept: set[int]) -> str:
    """One round; ``kept`` grows by what was kept in it. What went wrong, empty where nothing."""
    first = number * _STRIDE
    is_harmed = number % 5 == 4
    if is_harmed:
        _harm(folder / FILE_NAME)
    if number % 3 == 2:
        kept |= set(await _killed_at_its_start(folder, first))
    else:
        most = random.randrange(_MOST_KEPT)  # noqa: S311 - no secret
        kept |= set(await kill_after(await start_writer(folder, first), most))
    if is_harmed:  # that process may have been killed before it had built the store anew
        kept |= set(await kill_after(await start_writer(folder, first + _STRIDE // 2, 1), _STRIDE))
    try:
        found = await everything(folder)
    except (AssertionError, StorageError) as error:
        return f"the store is damaged: {error!r}"
    missing = [one for one in kept if found.get(f"call-{one}") != nth(one)]
    return f"{len(missing)} of {len(kept)} are missing" if missing else ""


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def main(arguments: Sequence[str]) -> int:
    """Run so many rounds; 1 when one of them failed."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    kept: set[int] = set()
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "store"
        for number in range(rounds):
            fault = await kill_and_look(folder, number, kept)
            failed += bool(fault)
            _say(f"{number + 1:4}  {len(kept):5} kept  {fault or 'ok'}")
        aside = len(list(folder.glob("store.damaged-*.sqlite3")))
    _say(f"{rounds} kills, {failed} failed, {len(kept)} mutes kept, {aside} times built anew")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
