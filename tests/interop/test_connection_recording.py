"""Recordings of long shifts: what a replay says in the end is what was true in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.cli import run
from tests.helpers.flight import NEAR
from tests.helpers.flight_recording import record

if TYPE_CHECKING:
    from pathlib import Path

EVENTS = 6_000


@pytest.mark.parametrize(
    ("seed", "lost", "doubled"), [(1, 0.0, 0.0), (2, 0.2, 0.2)], ids=["whole", "with_losses"]
)
async def test_the_summary_of_a_long_replay_equals_the_last_snapshots(
    tmp_path: Path, seed: int, lost: float, doubled: float
) -> None:
    file = tmp_path / "shift.jsonl"
    made = record(file, EVENTS, seed=seed, lost=lost, doubled=doubled)
    done = await run("replay", str(file), "--headless", "--json", "--extension", NEAR)
    assert (done.code, done.err) == (0, "")
    summary = done.lines[-1]
    assert summary == {
        "kind": "summary",
        "events": made.events,
        "dropped": 0,
        "malformed": 0,
        "live": {sip: calls for sip, calls in made.live.items() if sip == NEAR},
        "calls": {NEAR: made.calls[NEAR]},
    }
    ended = [line["ivrid"] for line in done.lines if line.get("type") == "ended"]
    assert len(ended) == len(set(ended)) > 500
    told = {line["ivrid"] for line in done.lines if line["kind"] == "transition"}
    assert told - set(ended) == set(made.live.get(NEAR, ()))
