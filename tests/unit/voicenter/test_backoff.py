from __future__ import annotations

import random

from agent_desk.voicenter.backoff import Backoff


class Highest(random.Random):
    def uniform(self, a: float, b: float) -> float:
        return max(a, b)


def test_the_first_attempt_comes_at_once() -> None:
    assert Backoff().delay_s(0) == 0


def test_the_limit_doubles_up_to_the_cap() -> None:
    backoff = Backoff(rng=Highest())
    delays = [backoff.delay_s(failures) for failures in range(1, 9)]
    assert delays == [0.5, 1, 2, 4, 8, 16, 30, 30]
    assert backoff.delay_s(10**6) == 30


def test_the_jitter_is_full() -> None:
    backoff = Backoff(rng=random.Random(7))  # noqa: S311 - no secret
    delays = [backoff.delay_s(5) for _ in range(1000)]
    assert 0 <= min(delays) < 0.1
    assert 7.9 < max(delays) <= 8


def test_tests_may_shrink_it() -> None:
    assert Backoff(scale=0.01, rng=Highest()).delay_s(7) == 0.3
