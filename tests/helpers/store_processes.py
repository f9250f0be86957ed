"""Other processes that use a store, to be killed at any moment.

``python -m tests.helpers.store_processes FOLDER FIRST COUNT`` writes that many mutes, the first of
them ``nth(FIRST)``, and prints the number of each as soon as it is kept. With ``--calls`` it writes
calls instead, each of them seen, logged and noted. With ``--room BYTES`` no file may grow beyond
that; what cannot be kept is printed as its code, and the room is given back.
"""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import StorageError
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.history import HistoryQuery, Origin
from agent_desk.desk.state import Direction, Phase
from agent_desk.store.calls import CallHistory
from agent_desk.store.ledger import MuteLedger
from agent_desk.store.store import Store
from tests.helpers.call_records import BEGAN as CALLS_BEGAN
from tests.helpers.call_records import facts, row
from tests.helpers.mute_records import BEGAN, nth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent_desk.desk.mute_record import MuteRecord

ENDLESS: Final = 1_000_000
OPENING: Final = "opening"
NO_LIMIT: Final = -1

_ROOT: Final = Path(__file__).parents[2]
_AT_ONCE: Final = 5
_ERASE_EVERY: Final = 8


async def start_writer(
    folder: Path,
    first: int = 0,
    count: int = ENDLESS,
    *,
    room: int | None = None,
    has_calls: bool = False,
) -> asyncio.subprocess.Process:
    """A process that writes mutes into ``folder``, or calls; its stdout is a pipe."""
    options = [] if room is None else ["--room", str(room)]
    options += ["--calls"] if has_calls else []
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.helpers.store_processes"),
        *(str(folder), str(first), str(count), *options),
        stdout=asyncio.subprocess.PIPE,
        cwd=_ROOT,
        env=os.environ | {"PYTHONWARNINGS": "error"},
    )


async def kill_after(process: asyncio.subprocess.Process, kept: int) -> list[int]:
    """Kill the process once it has said so often that a mute is kept; the numbers it has said.

    One that ends before that is left to end.
    """
    assert process.stdout is not None
    said: list[bytes] = []
    while len(said) <= kept:
        said.append(await process.stdout.readline())
        if not said[-1]:
            break
    else:
        process.kill()
    rest = await process.stdout.read()
    await process.wait()
    # A last line that was cut off has no end, and nobody was told.
    whole = (b"".join(said) + rest).split(b"\n")[:-1]
    return [int(line) for line in whole if line.isdigit()]


async def everything(folder: Path) -> dict[str, MuteRecord]:
    """What the store in ``folder`` holds, by call; fails where the file was damaged."""
    rebuilt: list[StorageError] = []
    store = Store(folder, rebuilt.append)
    try:
        records = await MuteLedger(store).read()
    finally:
        await store.aclose()
    assert not rebuilt
    by_call = {record.call_id: record for record in records}
    assert len(by_call) == len(records), "a mute is there twice"
    return by_call


def note_of(number: int) -> str:
    """What is noted of a call that such a process writes."""
    return f"note{number} of many"


async def lost_calls(folder: Path, kept: set[int]) -> list[int]:
    """Which of those calls are not there, not whole, or not found; fails where it was damaged."""
    rebuilt: list[StorageError] = []
    store = Store(folder, rebuilt.append)
    history = CallHistory(store)
    lost = []
    try:
        for number in kept:
            page = await history.query(HistoryQuery(text=f"note{number} many"), 0, 2)
            whole = [call for call in page.calls if call.note == note_of(number)]
            if not whole or (whole[0].talk_s, whole[0].origin) != (42, Origin.LIVE):
                lost.append(number)
        listed = await history.query(HistoryQuery(), 0, 1)
        found = await history.query(HistoryQuery(directions=frozenset({Direction.INCOMING})), 0, 1)
    finally:
        await store.aclose()
    assert not rebuilt
    assert listed.total == found.total, "the index knows other calls than there are"
    return lost


def _say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


async def _write(folder: Path, first: int, count: int) -> None:
    store = Store(folder)
    ledger = MuteLedger(store)
    _say(OPENING)
    for begin in range(first, first + count, _AT_ONCE):
        numbers = range(begin, min(begin + _AT_ONCE, first + count))
        for number in numbers:
            ledger.put(replace(nth(number), end=None, muted_s=0.0))
        writes = [(number, ledger.put(nth(number))) for number in numbers]
        for number, write in writes:
            try:
                await asyncio.wrap_future(write)
            except StorageError as error:
                _say(error.code)
                _limit_files(NO_LIMIT)
                await ledger.write(nth(number))
            _say(number)
        if begin % _ERASE_EVERY == 0:
            await ledger.prune(BEGAN)  # older ones there are none: only the log is emptied
    await store.aclose()


async def _write_calls(folder: Path, first: int, count: int) -> None:
    store = Store(folder)
    history = CallHistory(store)
    _say(OPENING)
    history.begin()
    for begin in range(first, first + count, _AT_ONCE):
        writes = []
        for number in range(begin, min(begin + _AT_ONCE, first + count)):
            history.see(facts(number, Phase.RINGING), CALLS_BEGAN)
            history.log([row(number)])
            history.see(facts(number), CALLS_BEGAN)
            writes.append((number, history.note(f"call-{number}", note_of(number))))
        for number, write in writes:
            await asyncio.wrap_future(write)
            _say(number)
        if begin % _ERASE_EVERY == 0:
            await asyncio.wrap_future(history.erase(PhoneNumber("039999999")))
    await store.aclose()


def _limit_files(size: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX only

        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))


def main(arguments: Sequence[str]) -> None:
    """Write until it is done or killed."""
    folder, first, count, *options = arguments
    if "--calls" in options:
        asyncio.run(_write_calls(Path(folder), int(first), int(count)))
        return
    if options:
        _limit_files(int(options[1]))
    asyncio.run(_write(Path(folder), int(first), int(count)))


if __name__ == "__main__":
    main(sys.argv[1:])
