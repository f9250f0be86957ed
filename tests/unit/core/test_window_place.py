from __future__ import annotations

from dataclasses import replace

import pytest

from agent_desk.core.window_place import (
    MOST_SETUPS,
    Rect,
    ScreenPlace,
    WindowPlace,
    fitted,
    setup_name,
    with_place,
)


def screen(name: str, x: int = 0, y: int = 0, width: int = 1920, height: int = 1080) -> ScreenPlace:
    """A screen with a task bar of 40 px at its lower edge."""
    whole = Rect(x, y, width, height)
    return ScreenPlace(name, whole, replace(whole, height=height - 40))


MAIN, RIGHT = screen("main"), screen("right", 1920)
LEFT, SMALL = screen("left", -1280, 200, 1280, 800), screen("small", 0, 0, 800, 540)
USUAL = WindowPlace(440, 680, 100, 100)


@pytest.mark.parametrize(
    ("place", "screens", "expected"),
    [
        pytest.param(USUAL, [MAIN], USUAL, id="inside"),
        pytest.param(USUAL, [], USUAL, id="no screen at all"),
        pytest.param(
            replace(USUAL, x=2500), [MAIN, RIGHT], replace(USUAL, x=2500), id="on the other screen"
        ),
        pytest.param(
            replace(USUAL, x=2500), [MAIN], replace(USUAL, x=1480), id="its screen has gone"
        ),
        pytest.param(
            replace(USUAL, x=-900, y=300), [MAIN], replace(USUAL, x=0, y=300), id="left of all"
        ),
        pytest.param(
            replace(USUAL, x=-900, y=300),
            [MAIN, LEFT],
            replace(USUAL, x=-900, y=300),
            id="negative coordinates can be right",
        ),
        pytest.param(
            replace(USUAL, x=1700),
            [MAIN],
            replace(USUAL, x=1700),
            id="half outside, as one left it",
        ),
        pytest.param(
            replace(USUAL, x=1810), [MAIN], replace(USUAL, x=1480), id="too little to take hold of"
        ),
        pytest.param(replace(USUAL, y=-30), [MAIN], replace(USUAL, y=0), id="title bar above"),
        pytest.param(
            replace(USUAL, y=900), [MAIN], replace(USUAL, y=900), id="title bar just there"
        ),
        pytest.param(
            replace(USUAL, y=1020), [MAIN], replace(USUAL, y=320), id="title bar below the task bar"
        ),
        pytest.param(
            WindowPlace(1600, 900, 300, 100),
            [SMALL],
            WindowPlace(800, 460, 300, 100),
            id="too large",
        ),
        pytest.param(
            WindowPlace(1600, 900, 900, 100), [SMALL], WindowPlace(800, 460, 0, 0), id="and outside"
        ),
        pytest.param(
            replace(USUAL, x=1700, is_maximised=True),
            [MAIN],
            replace(USUAL, x=1700, is_maximised=True),
            id="maximised stays so",
        ),
        pytest.param(
            WindowPlace(-5, -(10**12), 10**12, -(10**12)),
            [MAIN],
            WindowPlace(1, 1, 1919, 0),
            id="nonsense",
        ),
        pytest.param(
            WindowPlace(5000, 5000), [MAIN], WindowPlace(1920, 1000), id="without a position"
        ),
    ],
)
def test_a_window_can_be_seen_and_moved(
    place: WindowPlace, screens: list[ScreenPlace], expected: WindowPlace
) -> None:
    assert fitted(place, screens) == expected


def test_a_set_of_screens_is_known_however_they_are_listed() -> None:
    assert setup_name([MAIN, RIGHT]) == setup_name([RIGHT, MAIN])


@pytest.mark.parametrize(
    "other",
    [
        screen("dock"),
        screen("main", 10),
        screen("main", width=1280),
        replace(MAIN, scale=1.5),
    ],
    ids=["name", "position", "size", "scale"],
)
def test_another_screen_is_another_set(other: ScreenPlace) -> None:
    assert setup_name([MAIN]) != setup_name([other])


def test_a_task_bar_is_no_other_screen() -> None:
    assert setup_name([MAIN]) == setup_name([replace(MAIN, free=MAIN.whole)])


def test_the_sets_in_use_last_are_remembered() -> None:
    places: dict[str, WindowPlace] = {}
    for at in range(MOST_SETUPS + 3):
        places = with_place(places, str(at), replace(USUAL, x=at))
    assert len(places) == MOST_SETUPS
    places = with_place(places, "3", USUAL)
    assert len(places) == MOST_SETUPS
    assert list(places)[-1] == "3"
    assert places["3"] == USUAL
    assert next(iter(places)) == "4"
