from __future__ import annotations

import pytest

from agent_desk.voicenter.timetable import MALFORMED_GAP_S, Resyncs


@pytest.fixture
def resyncs() -> Resyncs:
    return Resyncs()


def test_a_wish_is_granted_once_and_not_too_soon_after_the_last(resyncs: Resyncs) -> None:
    assert not resyncs.take(0.0)
    resyncs.want(1.0)
    assert resyncs.take(1.0)
    assert not resyncs.take(1.0)
    resyncs.want(1.5)
    resyncs.want(1.6, MALFORMED_GAP_S)
    assert resyncs.due == 3.0
    assert not resyncs.take(2.9)
    assert resyncs.take(3.0)
    resyncs.want(4.0, MALFORMED_GAP_S)
    assert resyncs.due == 33.0


def test_a_connection_that_tells_of_its_extensions_late_is_not_asked(resyncs: Resyncs) -> None:
    resyncs.begin(10.0, is_told=False)
    assert resyncs.due == 15.0
    resyncs.told()
    assert resyncs.due is None


def test_a_connection_that_does_not_tell_of_its_extensions_is_asked(resyncs: Resyncs) -> None:
    resyncs.want(9.0)
    resyncs.begin(10.0, is_told=False)
    assert not resyncs.take(14.9)
    assert resyncs.take(15.0)
    assert resyncs.due is None


def test_a_connection_that_has_told_already_is_not_asked(resyncs: Resyncs) -> None:
    resyncs.begin(10.0, is_told=True)
    assert resyncs.due is None
