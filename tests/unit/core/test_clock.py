"""The machine's clocks."""

from __future__ import annotations

from datetime import UTC, datetime

from agent_desk.core.clock import SystemClock


def test_the_system_clock_is_utc_and_never_runs_back() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert abs((clock.now() - datetime.now(UTC)).total_seconds()) < 5
    assert clock.monotonic() <= clock.monotonic()
