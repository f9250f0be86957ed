"""Twenty thousand events at once: all of them, in order, and the window stays alive."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from tests.helpers.burst import EVENTS, bare, ours, remote_server
from tests.helpers.figures import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.helpers.burst import Taken

pytestmark = pytest.mark.time_limit(300)

TRIES = 6  # the best one counts: a machine with other work to do only ever adds to the figures
LONGEST_BLOCK_MS = 50.0
MOST_WORK = 2.0  # times that of a bare client: half its rate


@pytest.fixture(autouse=True)
def frozen_heap() -> Iterator[None]:
    """As the program does: what is loaded is not searched for garbage, here all other tests."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def line(who: str, taken: Taken) -> str:
    return (
        f"{who}: {taken.rate(EVENTS):.0f} events/s, blocked at most {taken.blocked_ms:.0f} ms "
        f"(own work {taken.own_ms:.0f} ms), {taken.cpu_s:.2f} s of work in all"
    )


def is_quick(taken: Taken) -> bool:
    return taken.own_ms <= LONGEST_BLOCK_MS


async def test_at_half_the_rate_of_a_bare_client_at_least(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with remote_server(EVENTS) as server:
        for protocol in (3, 4):
            for _ in range(TRIES):
                theirs = await bare(server, EVENTS)
                taken = await ours(server, EVENTS, protocol=protocol, has_desk=False)
                show(capsys, line("bare", theirs))
                show(capsys, line(f"Engine.IO {protocol}", taken))
                show(capsys, f"ratio of the work: {theirs.cpu_s / taken.cpu_s:.2f}")
                if is_quick(taken) and taken.cpu_s <= MOST_WORK * theirs.cpu_s:
                    break
            assert taken.own_ms <= LONGEST_BLOCK_MS
            assert taken.cpu_s <= MOST_WORK * theirs.cpu_s


async def test_with_a_desk_on_the_loop_of_the_window(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    assert qapp is not None
    async with remote_server(EVENTS) as server:
        for _ in range(TRIES):
            taken = await ours(server, EVENTS, protocol=3, has_desk=True)
            show(capsys, line("Engine.IO 3, desk, Qt", taken))
            if is_quick(taken):
                break
        assert taken.own_ms <= LONGEST_BLOCK_MS
