from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.desk.state import Phase
from agent_desk.ui import pop_layout
from agent_desk.ui.pop_layout import GAP, MAX_POPS, Area, Corner

SCREEN = Area(0, 0, 1920, 1080)
WIDTH = 440


def test_the_first_card_stands_in_the_corner_and_the_second_above_it() -> None:
    first, second = pop_layout.places([500, 200], WIDTH, SCREEN, edge=16)
    assert first == (1920 - 16 - WIDTH, 1080 - 16 - 500)
    assert second == (first[0], first[1] - GAP - 200)


def test_a_stack_hangs_from_an_upper_corner() -> None:
    first, second = pop_layout.places([500, 200], WIDTH, SCREEN, Corner.TOP_LEFT, edge=16)
    assert first == (16, 16)
    assert second == (16, 16 + 500 + GAP)


@pytest.mark.parametrize(
    ("room", "count"), [(100, 1), (411, 1), (412, 2), (508, 2), (688, 3), (868, 4), (2000, 4)]
)
def test_a_low_screen_has_fewer_places(room: int, count: int) -> None:
    assert pop_layout.most(room) == count


@given(
    heights=st.lists(st.integers(40, 700), max_size=6),
    corner=st.sampled_from(Corner),
    area=st.builds(
        Area,
        st.integers(-4000, 4000),
        st.integers(-3000, 3000),
        st.integers(WIDTH, 4000),
        st.integers(720, 3000),
    ),
)
def test_no_card_is_ever_outside_of_the_screen(
    heights: list[int], corner: Corner, area: Area
) -> None:
    for height, (x, y) in zip(
        heights, pop_layout.places(heights, WIDTH, area, corner), strict=True
    ):
        assert area.x <= x <= area.x + area.width - WIDTH
        assert area.y <= y <= area.y + area.height - height


def test_a_card_higher_than_the_screen_shows_its_head() -> None:
    ((_, y),) = pop_layout.places([900], WIDTH, Area(0, 0, 800, 600))
    assert y == 0


def test_the_conversation_keeps_its_place_whatever_rings() -> None:
    phases = [Phase.TALKING, *[Phase.RINGING] * 6]
    assert pop_layout.shown(phases) == [0, 4, 5, 6]


def test_what_has_ended_gives_way_first() -> None:
    phases = [Phase.ENDED, Phase.HELD, Phase.ENDED, Phase.RINGING, Phase.TALKING, Phase.RINGING]
    assert pop_layout.shown(phases) == [1, 3, 4, 5]


@given(st.lists(st.sampled_from(Phase), max_size=12))
def test_as_many_as_there_are_places_are_shown_in_their_order(phases: list[Phase]) -> None:
    chosen = pop_layout.shown(phases)
    assert chosen == sorted(set(chosen))
    assert len(chosen) == min(len(phases), MAX_POPS)


def test_gaps_count_when_cards_are_to_fit() -> None:
    assert pop_layout.fits([100, 100], 200 + GAP)
    assert not pop_layout.fits([100, 100], 199 + GAP)
    assert pop_layout.fits([], 0)
