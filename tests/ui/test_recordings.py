"""What all recordings together come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import CallKey, Phase
from agent_desk.ui.recordings import Recordings, RecordingSign, recordings
from agent_desk.ui.text import plain
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

S, R = GuardState, RecordingSign


def call(clock: FakeClock, call_id: str, state: GuardState, **changes: object) -> Card:
    guard = GuardView(state, 100.0 if state is S.MUTED else None)
    fields = {"phase": Phase.TALKING, "guard": guard, "key": CallKey("SIPSIP1", call_id)}
    return dana(clock, **(fields | changes))


@pytest.mark.parametrize(
    ("states", "sign", "muted", "calls"),
    [
        ((), R.NONE, 0, 0),
        ((S.WILL_RECORD, S.NOT_RECORDED), R.NONE, 0, 0),
        ((S.RECORDING,), R.RECORDING, 0, 1),
        ((S.MUTING,), R.RECORDING, 0, 1),
        ((S.RECORDING, S.MUTED), R.MUTED, 1, 2),
        ((S.RESUMING, S.RESUME_FAILED, S.MUTED_CONFIRMED), R.MUTED, 3, 3),
        ((S.MUTED, S.UNKNOWN), R.UNKNOWN, 1, 2),
        ((S.MUTED, S.UNKNOWN, S.MUTE_FAILED), R.NOT_MUTED, 1, 3),
    ],
)
def test_what_must_not_be_overlooked_comes_first(
    clock: FakeClock,
    states: tuple[GuardState, ...],
    sign: RecordingSign,
    muted: int,
    calls: int,
) -> None:
    found = recordings([call(clock, str(at), state) for at, state in enumerate(states)])
    assert (found.sign, found.muted, found.calls) == (sign, muted, calls)
    assert bool(found.said()) is (sign is not R.NONE)


def test_a_call_on_two_extensions_counts_once(clock: FakeClock) -> None:
    other = CallKey("SIPSIP2", "1")
    talks = call(clock, "1", S.MUTED)
    for cards in (
        [talks, call(clock, "1", S.WILL_RECORD, key=other, phase=Phase.RINGING)],
        [call(clock, "1", S.WILL_RECORD, key=other, phase=Phase.RINGING), talks],
        [talks, call(clock, "1", S.NOT_RECORDED, key=other, phase=Phase.ENDED)],
    ):
        assert recordings(cards) == Recordings(R.MUTED, 1, 1, 100.0)


def test_the_longest_mute_is_counted(clock: FakeClock) -> None:
    later = call(clock, "2", S.MUTED, guard=GuardView(S.MUTED, 160.0))
    found = recordings([later, call(clock, "1", S.MUTED)])
    assert plain(found.said(172.5)) == "Muted 01:12"


def test_what_is_only_reported_comes_last_and_not_after_the_ringing(clock: FakeClock) -> None:
    guard = GuardView(S.RECORDING, is_reported_muted=True)
    reported = call(clock, "1", S.RECORDING, guard=guard)
    assert recordings([reported]).sign is R.REPORTED
    assert recordings([reported, call(clock, "2", S.RECORDING)]).sign is R.RECORDING
    stopped = call(clock, "1", S.RECORDING, guard=guard, phase=Phase.RING_STOPPED)
    assert recordings([stopped]).sign is R.NONE
