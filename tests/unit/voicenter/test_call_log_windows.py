"""Spans of whole seconds: merged, cut, and what is missing between them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.voicenter.call_log_windows import Window, before, gaps, merged

START = datetime(2026, 3, 1, tzinfo=UTC)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=6)


def window(began: int, ended: int) -> Window:
    return Window(START + timedelta(seconds=began), START + timedelta(seconds=ended))


def seconds(*windows: Window) -> set[int]:
    return {
        (w.began - START) // timedelta(seconds=1) + n for w in windows for n in range(w.seconds)
    }


def test_a_window_is_in_whole_seconds_of_utc() -> None:
    began = datetime(2026, 3, 1, 2, 0, 0, 999, timezone(timedelta(hours=2)))
    found = Window.of(began, began + timedelta(seconds=1))
    assert found == window(0, 1)
    assert found.until == START + timedelta(seconds=2)
    assert Window.up_to(found.began, found.until) == found
    assert START in found
    assert found.until not in found


@pytest.mark.parametrize(
    ("length", "halves"), [(1, [(0, 0)]), (2, [(0, 0), (1, 1)]), (5, [(0, 2), (3, 4)])]
)
def test_halves(length: int, halves: list[tuple[int, int]]) -> None:
    assert window(0, length - 1).halves() == tuple(window(*half) for half in halves)


def test_pieces_of_a_length() -> None:
    assert window(0, 24).pieces(timedelta(seconds=10)) == (
        window(0, 9),
        window(10, 19),
        window(20, 24),
    )


@given(SPANS)
def test_merged_windows_hold_the_same_seconds_and_never_touch(
    spans: list[tuple[int, int]],
) -> None:
    windows = [window(began, began + length) for began, length in spans]
    found = merged(windows)
    assert seconds(*found) == seconds(*windows)
    for earlier, later in pairwise(found):
        assert later.began - earlier.ended > timedelta(seconds=1)


@given(SPANS, st.integers(0, 70), st.integers(0, 30))
def test_gaps_are_what_is_not_covered(
    spans: list[tuple[int, int]], began: int, length: int
) -> None:
    covered = [window(start, start + more) for start, more in spans]
    period = window(began, began + length)
    found = gaps(period, covered)
    assert seconds(*found) == seconds(period) - seconds(*covered)
    assert list(found) == sorted(found)
    assert sum(w.seconds for w in found) == len(seconds(*found))


@given(SPANS, st.integers(0, 90))
def test_before_a_moment(spans: list[tuple[int, int]], moment: int) -> None:
    covered = [window(began, began + length) for began, length in spans]
    found = before(covered, START + timedelta(seconds=moment))
    assert seconds(*found) == {second for second in seconds(*covered) if second < moment}
