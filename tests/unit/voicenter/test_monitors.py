from __future__ import annotations

import pytest

from agent_desk.voicenter.monitors import Generations, Monitors, generation_of


def test_servers_are_tried_in_turn() -> None:
    monitors = Monitors()
    assert (monitors.current, monitors.first, len(monitors)) == ("", "", 0)
    monitors.advance()
    monitors.update(("a", "b", "c"))
    tried = []
    for _ in range(4):
        tried.append(monitors.current)
        monitors.advance()
    assert tried == ["a", "b", "c", "a"]
    assert monitors.first == "a"


def test_a_new_list_keeps_the_server_that_is_listed() -> None:
    monitors = Monitors()
    monitors.update(("a", "b"))
    monitors.advance()
    monitors.update(("c", "b", "a"))
    assert monitors.current == "b"
    monitors.update(("d", "e"))
    assert monitors.current == "d"
    monitors.select("e")
    assert monitors.current == "e"
    monitors.select("unlisted")
    assert monitors.current == "e"
    monitors.update(("d", "e"))
    assert monitors.current == "e"


@pytest.mark.parametrize(
    ("version", "generation"),
    [("1.3.7", 3), ("2.4.0", 3), ("v2", 3), ("3.0.1", 4), ("4.8.4", 4), ("", None), ("x", None)],
)
def test_the_client_script_tells_the_generation(version: str, generation: int | None) -> None:
    assert generation_of(version) == generation


def test_what_a_server_proved_beats_what_the_login_says() -> None:
    memory = {"b": 4}
    generations = Generations(memory)
    assert generations.candidates("a", "") == (3, 4)
    assert generations.candidates("a", "4.8.4") == (4, 3)
    assert generations.candidates("b", "2.4.0") == (4, 3)
    generations.remember("a", 3)
    assert generations.candidates("a", "4.8.4") == (3, 4)
    assert memory == {"a": 3, "b": 4}
