"""Mutes as a shift hands them over, for the tests of what keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from agent_desk.desk.mute_record import MuteEnd, MuteRecord, MuteTrigger

BEGAN = datetime(2026, 3, 2, 10, 42, 10, 250_000, tzinfo=UTC)

ASKED = MuteRecord("20260302104200-1", "SIPSIP1", 1, BEGAN, MuteTrigger.BUTTON)
CONFIRMED = replace(ASKED, attempts=2, answered_at=BEGAN + timedelta(seconds=1))
RESUMED = replace(
    CONFIRMED,
    seen_at=BEGAN + timedelta(seconds=1.5),
    resume_requested_at=BEGAN + timedelta(seconds=70),
    resume_trigger=MuteTrigger.COUNTDOWN,
    ended_at=BEGAN + timedelta(seconds=71.0625),
    end=MuteEnd.RESUMED,
    muted_s=70.0625,
)
FAILED = replace(ASKED, failure_code="unreachable", end=MuteEnd.FAILED, ended_at=BEGAN)


def nth(number: int) -> MuteRecord:
    """One of many, each a minute after the one before."""
    return replace(
        RESUMED,
        call_id=f"call-{number}",
        ordinal=1 + number % 3,
        requested_at=BEGAN + timedelta(minutes=number),
    )
