from __future__ import annotations

import random

from agent_desk.voicenter.backoff import Backoff
from agent_desk.voicenter.dialing import FrameError
from agent_desk.voicenter.errors import RateLimitedError, UnreachableError
from agent_desk.voicenter.pacing import Pacing
from agent_desk.voicenter.stream import RealtimeOptions


class Highest(random.Random):
    def uniform(self, a: float, b: float) -> float:
        return max(a, b)


def pacing() -> Pacing:
    return Pacing(RealtimeOptions(backoff=Backoff(rng=Highest())))


def test_failures_wait_longer_and_longer_until_one_attempt_succeeds() -> None:
    paced = pacing()
    assert paced.attempt == 1
    assert [paced.failed(UnreachableError()) for _ in range(4)] == [0.5, 1, 2, 4]
    assert paced.attempt == 5
    paced.connected()
    assert (paced.attempt, paced.failed(UnreachableError())) == (1, 0.5)


def test_a_good_connection_is_taken_up_at_once() -> None:
    paced = pacing()
    assert [paced.lost(UnreachableError(), 10.0) for _ in range(20)] == [0.0] * 20


def test_short_ones_are_taken_up_at_once_three_times() -> None:
    paced = pacing()
    delays = [paced.lost(UnreachableError(), 0.1) for _ in range(6)]
    assert delays == [0, 0, 0, 0.5, 1, 2]
    assert paced.lost(UnreachableError(), 11) == 0
    assert paced.lost(UnreachableError(), 0.1) == 0
    paced.lost(UnreachableError(), 0.1)
    paced.forgive()
    assert paced.lost(UnreachableError(), 0.1) == 0


def test_every_server_is_tried_before_it_is_called_offline() -> None:
    paced = pacing()
    states = []
    for _ in range(5):
        paced.failed(UnreachableError())
        states.append((paced.is_offline(1), paced.is_offline(5)))
    assert states == [(False, False), (False, False), (True, False), (True, False), (True, True)]


def test_frames_that_break_every_connection_trip_the_breaker() -> None:
    paced = pacing()
    assert paced.lost(FrameError(), 0.1) == 0
    assert paced.failed(FrameError()) == 0.5
    assert not paced.is_offline(3)
    assert paced.lost(FrameError(), 0.1) == 60
    assert paced.is_offline(3)
    assert paced.failed(FrameError()) == 60
    paced.forgive()
    assert not paced.is_offline(3)


def test_an_hour_of_health_forgives_a_broken_frame() -> None:
    paced = pacing()
    for _ in range(5):
        assert paced.lost(FrameError(), 3600) == 0


def test_a_server_that_asks_for_a_pause_gets_it() -> None:
    assert pacing().failed(RateLimitedError(retry_after_s=7)) == 7
