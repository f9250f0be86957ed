from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from agent_desk.voicenter.overlap import Overlap


def test_what_was_delivered_is_left_out_as_often_as_it_was() -> None:
    overlap = Overlap()
    overlap.delivered("a", {"n": 1})
    overlap.delivered("a", {"n": 1})
    assert [overlap.is_repeat("a", {"n": 1}) for _ in range(3)] == [True, True, False]
    assert not overlap.is_repeat("b", {"n": 1})


def test_what_cannot_be_compared_is_never_left_out() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    overlap = Overlap()
    for payload in ({"name": "\ud800"}, deep, object()):
        overlap.delivered("a", payload)
        assert not overlap.is_repeat("a", payload)
    while deep:  # unwound by hand: the interpreter recurses when it frees this
        deep = deep.pop()


@given(st.lists(st.integers(0, 3)), st.data())
def test_every_event_comes_out_once_wherever_the_two_streams_are_cut(
    numbers: list[int], data: st.DataObject
) -> None:
    """The second connection begins somewhere, the first ends later."""
    begin = data.draw(st.integers(0, len(numbers)))
    end = data.draw(st.integers(begin, len(numbers)))
    overlap = Overlap()
    out = numbers[:begin]
    for number in numbers[begin:end]:
        overlap.delivered("numbered", {"n": number})
        out.append(number)
    out += [n for n in numbers[begin:] if not overlap.is_repeat("numbered", {"n": n})]
    assert out == numbers
