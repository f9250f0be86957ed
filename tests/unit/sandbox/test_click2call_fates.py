"""Calls by click that end badly, as the agent's telephone and the service tell of them."""

from __future__ import annotations

import json

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.sandbox import (
    Click2CallFault,
    Fate,
    Sandbox,
    ScenarioError,
    ScenarioPlayer,
    World,
    parse_scenario,
)
from agent_desk.voicenter.click2call import Click2Call
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.errors import UnknownOutcomeError
from agent_desk.voicenter.rest import RestClient
from tests.helpers.service import API_CODE
from tests.helpers.until import until

ME = "SIPSIP1"
TARGET = PhoneNumber("0501234567")


def causes(world: World) -> list[tuple[str, str]]:
    return [
        (str(event.reason), str(event.payload.get("cause", "")))
        for event in world.events
        if event.name == "ExtensionEvent"
    ]


@pytest.mark.parametrize(
    ("fate", "reasons", "cause"),
    [
        (Fate.ANSWERED, "NEWCALL ANSWER NEWCALL ANSWER", ""),
        (Fate.HUNG_UP, "NEWCALL ANSWER NEWCALL ANSWER HANGUP", "Normal hangup"),
        (Fate.REJECTED, "NEWCALL HANGUP", "Call Rejected"),
        (Fate.NOT_PICKED_UP, "NEWCALL HANGUP", "No user responding"),
        (Fate.PHONE_BUSY, "NEWCALL HANGUP", "User busy"),
        (Fate.AGENT_LEAVES, "NEWCALL ANSWER NEWCALL HANGUP", "Normal hangup"),
        (Fate.BUSY, "NEWCALL ANSWER NEWCALL HANGUP", "User busy"),
        (Fate.NO_ANSWER, "NEWCALL ANSWER NEWCALL HANGUP", "No user responding"),
        (Fate.BAD_NUMBER, "NEWCALL ANSWER NEWCALL HANGUP", "Unallocated (unassigned) number"),
    ],
)
def test_each_fate_is_told_as_the_service_tells_it(fate: Fate, reasons: str, cause: str) -> None:
    world = World()
    call = world.click2call(ME, "0501234567")
    for happen in call.course(fate):
        happen()
    told = causes(world)
    assert " ".join(reason for reason, _ in told) == reasons
    assert told[-1][1] == cause


async def test_calls_that_are_asked_for_go_on_by_themselves() -> None:
    async with Sandbox(click2call_pace_s=(0, 0)) as sandbox, RestClient() as rest:
        sandbox.world.click2call_fate = Fate.BUSY
        click = Click2Call(rest, Endpoints.at(sandbox.url), lambda: API_CODE)
        await click.call(ME, TARGET)
        await until(lambda: causes(sandbox.world)[-1] == ("HANGUP", "User busy"))


@pytest.mark.parametrize(
    ("fault", "rings"), [(Click2CallFault.LOST, 1), (Click2CallFault.DROPPED, 0)]
)
async def test_an_answer_is_lost_with_and_without_a_call(
    fault: Click2CallFault, rings: int
) -> None:
    async with Sandbox() as sandbox, RestClient() as rest:
        sandbox.faults.click2call = fault
        click = Click2Call(rest, Endpoints.at(sandbox.url), lambda: API_CODE)
        with pytest.raises(UnknownOutcomeError):
            await click.call(ME, TARGET)
        assert len(sandbox.world.calls(extension=ME)) == rings


def test_a_scenario_says_what_becomes_of_calls_by_click() -> None:
    world = World()
    file = {"format": 1, "title": "test", "steps": []}
    found = []
    for more in ({"click2calls": "busy"}, {}):
        ScenarioPlayer(world, parse_scenario(json.dumps(file | more)))
        found.append(world.click2call_fate)
    assert found == [Fate.BUSY, Fate.ANSWERED]
    with pytest.raises(ScenarioError, match="click2calls"):
        parse_scenario(json.dumps(file | {"click2calls": "sulky"}))
