"""How combinations are written and what may be one."""

from __future__ import annotations

import pytest

from agent_desk.core.combinations import KEYS, Combination, Modifier, key_at, readable
from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem, Hotkeys


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Ctrl+Alt+M", "Ctrl+Alt+M"),
        ("alt+control+m", "Ctrl+Alt+M"),
        (" Ctrl + Shift + PgUp ", "Ctrl+Shift+PgUp"),
        ("win+9", "Meta+9"),
        ("Super+,", "Meta+,"),
        ("f12", "F12"),
        ("Shift+Meta+Space", "Meta+Shift+Space"),
        ("Ctrl+Ctrl+]", "Ctrl+]"),
    ],
)
def test_a_combination_is_read_and_written_in_one_way(written: str, said: str) -> None:
    combination = Combination.read(written)
    assert combination is not None
    assert str(combination) == said
    assert Combination.read(said) == combination


@pytest.mark.parametrize(
    "written", ["", "+", "Ctrl+", "Ctrl", "Ctrl+מ", "Hyper+M", "Ctrl+M+N", "Ctrl+F25", "A" * 10_000]
)
def test_what_is_no_combination_is_none(written: str) -> None:
    assert Combination.read(written) is None


@pytest.mark.parametrize("written", ["M", "Shift+M", "Space", "Shift+Home"])
def test_what_is_typed_by_the_way_is_not_enough(written: str) -> None:
    combination = Combination.read(written)
    assert combination is not None
    assert not combination.has_enough


def test_keys_are_where_a_keyboard_has_them() -> None:
    assert [key_at(code) for code in (58, 38, 10, 67)] == ["M", "A", "1", "F1"]
    assert [key_at(code) for code in (95, 202, 65)] == ["F11", "F24", "Space"]
    assert key_at(9) == ""
    assert len({key.code for key in KEYS.values()}) == len(KEYS)
    assert len({key.keysym for key in KEYS.values()}) == len(KEYS) == 26 + 10 + 24 + 23


def test_what_other_programs_need_cannot_be_taken_from_them() -> None:
    wanted, problems = readable(Hotkeys(mute="Ctrl+C", desk="Alt+F4", dial="F5"))
    assert wanted == {}
    assert set(problems.values()) == {HotkeyProblem.UNREADABLE}


def test_each_problem_belongs_to_its_action() -> None:
    wanted, problems = readable(Hotkeys(mute="F9", desk="f9", dial="nonsense"))
    assert wanted == {HotkeyAction.MUTE: Combination(Modifier(0), "F9")}
    assert problems == {
        HotkeyAction.DESK: HotkeyProblem.TWICE,
        HotkeyAction.DIAL: HotkeyProblem.UNREADABLE,
    }


def test_nothing_is_wanted_at_first() -> None:
    assert readable(Hotkeys()) == ({}, {})
    assert Hotkeys().changed(HotkeyAction.DESK, "F9").of(HotkeyAction.DESK) == "F9"
