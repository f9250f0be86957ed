from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from agent_desk.core.resources import resource_path
from agent_desk.sandbox import (
    Sandbox,
    ScenarioError,
    ScenarioPlayer,
    World,
    bundled_scenario,
    load_scenario,
    parse_scenario,
)
from tests.helpers.until import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.clock import FakeClock

RING = {"do": "ring", "call": "a", "extension": "SIPSIP1", "number": "0501234567"}
SHIPPED = sorted(path.name[:-5] for path in resource_path("scenarios").iterdir())


def text(*steps: dict[str, Any], **more: Any) -> str:  # noqa: ANN401 - any JSON
    return json.dumps({"format": 1, "title": "test", "steps": steps, **more})


def told(world: World) -> list[str]:
    return [f"{e.extension or e.queue}: {e.reason}" for e in world.events]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "cannot be read"),
        ("[]", "cannot be read"),
        ('{"format":1,"title":"x"}', 'field "steps" is missing'),
        ('{"format":2,"title":"x","steps":[]}', "format"),
        (text(RING, {"do": "sing"}), 'Step 2, field "do": .*sing'),
        (text({"do": "hold"}), 'Step 1: field "call" is missing'),
        (text(RING, RING | {"numbr": "1"}), 'Step 2: field "numbr" is not known'),
        (text(RING | {"number": 5}), 'Step 1, field "number": Expected "str"'),
        (text(RING, {"do": "hold", "call": "b"}), r'Step 2 \(hold\): field "call" says "b"'),
        (
            text({"do": "leave_queue", "caller": "x", "reason": "EXIT"}),
            'field "caller" says "x"',
        ),
        (text({"do": "mutes", "call": "x"}), r'Step 1 \(mutes\): field "call" says "x"'),
        (text({"do": "mutes", "fault": "sulky"}), 'Step 1, field "fault"'),
        (text(RING | {"same_as": "x"}), 'field "same_as" says "x"'),
        (
            text({"do": "leave_queue", "caller": "x", "reason": "BORED"}),
            'Step 1, field "reason"',
        ),
        (text(history=[{"minutes_ago": "x"}]), 'History entry 1, field "minutes_ago"'),
    ],
)
def test_mistakes_are_named_by_step_and_field(content: str, message: str) -> None:
    with pytest.raises(ScenarioError, match=message):
        parse_scenario(content)


def test_every_verb_plays(clock: FakeClock) -> None:
    world = World(clock=clock)
    b = RING | {"call": "b", "extension": "SIPSIP2"}
    player = ScenarioPlayer(
        world,
        parse_scenario(
            text(
                {"do": "join_queue", "caller": "q", "queue": "Sales queue", "number": "1"},
                {"do": "ring_from_queue", "call": "rq", "caller": "q", "extension": "SIPSIP1"},
                {"do": "ring_timeout", "call": "rq"},
                {"do": "leave_queue", "caller": "q", "reason": "EXIT", "agent": "Noam Bar"},
                RING,
                {"do": "mutes", "call": "a", "fault": "lost", "only": "mute", "times": 2},
                {"do": "set_muted", "call": "a", "muted": True},
                b | {"same_as": "a"},
                {"do": "answer_elsewhere", "call": "a", "by": "SIPSIP2", "winner": "w"},
                {"do": "hold", "call": "w"},
                {"do": "unhold", "call": "w"},
                {"do": "transfer", "call": "w", "to": "SIPSIP3", "arrived": "t"},
                {"do": "hang_up", "call": "t"},
                {"do": "click2call", "call": "c", "extension": "SIPSIP1", "target": "2"},
                {"do": "answer", "call": "c"},
                {"do": "customer_fails", "call": "c"},
                {"do": "dial", "call": "d", "extension": "SIPSIP1", "number": "3"},
                {"do": "reject", "call": "d"},
                {
                    "do": "deliver_queue_call",
                    "call": "dq",
                    "extension": "SIPSIP1",
                    "number": "4",
                    "queue": 14000,
                },
                {"do": "hang_up", "call": "dq", "cause": "User busy"},
                {"do": "set_status", "extension": "SIPSIP1", "status": 3},
                {"do": "announce", "event": "QueuesUpdated", "payload": "x"},
            )
        ),
    )
    done = []
    while step := player.advance():
        done.append(step.verb)
    assert len(done) == len(player.scenario.steps)
    assert not player.remaining
    assert not world.calls()
    assert told(world)[:5] == [
        "14000: JOIN",
        "SIPSIP1: NEWCALL",
        "SIPSIP1: HANGUP",
        "14000: EXIT",
        "SIPSIP1: NEWCALL",
    ]
    assert set(player.calls) == {"rq", "a", "b", "w", "t", "c", "d", "dq"}
    assert set(player.callers) == {"q"}


def test_steps_of_a_call_that_the_person_ended_are_left_out() -> None:
    world = World()
    player = ScenarioPlayer(world, parse_scenario(text(RING, {"do": "answer", "call": "a"})))
    player.advance()
    player.calls["a"].hang_up()
    step = player.advance()
    assert step is not None
    assert step.verb == "answer"
    assert told(world) == ["SIPSIP1: NEWCALL", "SIPSIP1: HANGUP"]
    assert player.advance() is None


def test_calls_of_a_caller_who_left_are_left_out() -> None:
    world = World()
    steps: list[dict[str, Any]] = [
        {"do": "join_queue", "caller": "q", "queue": 14000, "number": "1"},
        {"do": "ring_from_queue", "call": "a", "caller": "q", "extension": "SIPSIP1"},
        {"do": "answer", "call": "a"},
        RING | {"call": "b", "same_as": "a"},
    ]
    player = ScenarioPlayer(world, parse_scenario(text(*steps)))
    player.advance()
    player.callers["q"].leave("ABANDONED")
    while player.advance():
        pass
    assert told(world) == ["14000: JOIN", "14000: ABANDONED"]


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ([RING | {"extension": "NOBODY"}], r"Step 1 \(ring\): There is no such extension"),
        ([RING, {"do": "hold", "call": "a"}], r"Step 2 \(hold\): Cannot hold"),
        ([RING, {"do": "customer_fails", "call": "a"}], "for a Click2Call"),
    ],
)
def test_step_that_the_world_refuses_is_named(steps: list[dict[str, str]], message: str) -> None:
    player = ScenarioPlayer(World(), parse_scenario(text(*steps)))
    for _ in steps[1:]:
        player.advance()
    with pytest.raises(ScenarioError, match=message):
        player.advance()


def test_history_of_unknown_phones_is_refused() -> None:
    past = {"minutes_ago": 1, "direction": "incoming", "number": "1", "extension": "NOBODY"}
    with pytest.raises(ScenarioError, match="NOBODY"):
        ScenarioPlayer(World(), parse_scenario(text(history=[past])))


def test_files_that_are_missing_are_told(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="cannot be read"):
        load_scenario(tmp_path / "none.json")
    with pytest.raises(ScenarioError, match="no scenario called none"):
        bundled_scenario("none")
    (tmp_path / "one.json").write_text(text(RING), encoding="utf-8")
    assert load_scenario(tmp_path / "one.json").title == "test"


@pytest.mark.parametrize("name", SHIPPED)
async def test_shipped_scenario_plays_to_its_end_and_leaves_no_call(
    name: str, clock: FakeClock
) -> None:
    world = World(clock=clock)
    player = ScenarioPlayer(world, bundled_scenario(name))
    rows = len(world.call_log)
    await player.play(speed=1e9)
    assert not world.calls()
    assert not any(q.callers for q in world.account.queues.values())
    assert len(world.call_log) > rows


def test_demo_shift_has_what_the_demo_shows(clock: FakeClock) -> None:
    world = World(clock=clock)
    player = ScenarioPlayer(world, bundled_scenario())
    assert len(world.call_log) >= 8
    assert all(row.ended <= clock.now() for row in world.call_log)
    assert len({row.call_id for row in world.call_log}) == len(world.call_log)
    while player.advance():
        pass
    first = player.calls["dana"]
    assert first.custom_data["ClientID"] == "12345"
    assert first.custom_data["LastTicket"] == "222"
    own = [e for e in world.events if e.extension == "SIPSIP1"]
    assert any(len(e.payload["data"]["calls"]) == 2 for e in own), "a second call while talking"
    causes = {e.payload.get("cause") for e in own}
    assert {"Answered elsewhere", "No user responding", "Call Rejected"} <= causes
    names = {e.payload["data"]["currentCall"]["callername"] for e in own if "cause" in e.payload}
    assert {"Dana Levi", "דנה לוי"} <= names


async def test_sandbox_plays_its_scenario_for_the_first_client() -> None:
    scenario = parse_scenario(text(RING, {"do": "answer", "call": "a", "after_s": 0.01}))
    async with Sandbox(scenario=scenario, speed=10) as sandbox, aiohttp.ClientSession() as http:
        assert sandbox.player is not None
        session = sandbox.sessions.login_token("good-token")
        assert session is not None
        url = f"{sandbox.url}/socket.io/?EIO=3&transport=websocket&token={session.token}"
        async with http.ws_connect(url):
            await until(lambda: told(sandbox.world) == ["SIPSIP1: NEWCALL", "SIPSIP1: ANSWER"])


async def test_sandbox_leaves_the_scenario_to_its_owner_where_asked() -> None:
    async with Sandbox(scenario=parse_scenario(text(RING)), is_autoplay=False) as sandbox:
        assert sandbox.player is not None
        assert len(sandbox.player.remaining) == 1
        sandbox.player.advance()
        assert told(sandbox.world) == ["SIPSIP1: NEWCALL"]
