"""Muting and resuming in the sandbox: as the service answers, and every way it can go wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from agent_desk.sandbox import (
    MuteBase,
    MuteFault,
    MuteReport,
    MuteRule,
    Sandbox,
    ScenarioPlayer,
    parse_scenario,
)
from tests.helpers.fixtures import load
from tests.helpers.until import until
from tests.unit.sandbox.asking import CALLER, ask

if TYPE_CHECKING:
    from agent_desk.sandbox.calls import Call

MUTE = "/api/MuteUnmuteCalls"
OLDER = "/Comet/API/MuteUnmuteCalls"


async def mute(
    sandbox: Sandbox, call: Call, *, muted: bool = True, path: str = MUTE
) -> httpx.Response:
    """Ask for one call."""
    return await ask(sandbox, path, {"ivrid": call.ivrid, "state": str(int(muted))})


def said(sandbox: Sandbox) -> list[int]:
    """What every event so far said of the first call on its extension."""
    calls = (event.payload["data"]["calls"] for event in sandbox.world.events)
    return [call[0]["recording"]["IsMuted"] for call in calls if call]


async def test_mute_answers_as_the_service_does() -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring("SIPSIP1", CALLER)
        reply = (await mute(sandbox, call)).json()
        expected = load("mute/by_ivrid_response_ok")
        assert reply | {"ActionID": ""} == expected | {"ActionID": ""}
        assert call.is_muted
        reply = (await ask(sandbox, f"{OLDER}?extension=SIPSIP1&state=0")).json()
        assert reply["ErrorCode"] == "200"
        assert not call.is_muted
        for body, fixture in (
            ({"ivrid": "unknown", "state": "1"}, "mute/by_ivrid_response_not_found"),
            ({"extension": "NOBODY", "state": "1"}, "mute/by_extension_response_not_found"),
        ):
            assert (await ask(sandbox, MUTE, body)).json() == load(fixture)


@pytest.mark.parametrize("body", [{"ivrid": "x"}, {"ivrid": "x", "state": "2"}, {"state": "1"}])
async def test_bad_parameters_are_answered_with_invalid_json(body: dict[str, str]) -> None:
    async with Sandbox() as sandbox:
        reply = await ask(sandbox, MUTE, body)
        assert reply.text.replace('"ivrid"', "").startswith('{"ErrorCode":400')
        with pytest.raises(json.JSONDecodeError):
            reply.json()


async def test_all_mutes_can_be_refused_contradicted_announced_and_lost() -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring("SIPSIP1", CALLER)
        sandbox.faults.mute = MuteFault.REFUSED
        assert (await mute(sandbox, call)).json()["ErrorCode"] == 400
        sandbox.faults.mute = MuteFault.CONTRADICTED
        assert (await mute(sandbox, call)).json()["ErrorCode"] == "200"
        assert not call.is_muted
        sandbox.faults.mute = MuteFault.LOST
        with pytest.raises(httpx.RemoteProtocolError):
            await mute(sandbox, call)
        assert call.is_muted
        sandbox.faults.mute = MuteFault.NONE
        sandbox.faults.is_mute_announced = True
        sandbox.faults.mute_delay_s = 0.01
        await mute(sandbox, call, muted=False)
        event = sandbox.world.events[-1].payload
        assert event["reason"] == "userStatusUpdate"
        assert event["data"]["calls"][0]["recording"]["IsMuted"] == 0


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (MuteFault.REFUSED, 200, "could not be changed"),
        (MuteFault.UNKNOWN_CALL, 200, "UniqueIvrID not found"),
        (MuteFault.UNKNOWN_EXTENSION, 200, "Extension not found"),
        (MuteFault.BAD_PARAMETERS, 200, 'should be "ivrid" and "mute" '),
        (MuteFault.NOT_OFFERED, 404, "<html>"),
    ],
)
async def test_a_refusal_leaves_the_recording_as_it_is(
    fault: MuteFault, status: int, words: str
) -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring("SIPSIP1", CALLER)
        sandbox.world.recorder.rule(MuteRule(fault))
        reply = await mute(sandbox, call)
        assert (reply.status_code, words in reply.text) == (status, True)
        assert not call.is_muted
        [asked] = sandbox.world.recorder.asked
        assert (asked.fault, asked.is_done) == (fault, False)
        assert asked.answered is not None


@pytest.mark.parametrize("fault", [MuteFault.DROPPED, MuteFault.LOST])
async def test_a_cut_connection_may_or_may_not_have_muted(fault: MuteFault) -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring("SIPSIP1", CALLER)
        sandbox.world.recorder.rule(MuteRule(fault, times=2))
        for _ in range(2):
            with pytest.raises(httpx.RemoteProtocolError):
                await mute(sandbox, call)
        is_done = fault is MuteFault.LOST
        assert call.is_muted is is_done
        assert [(a.is_done, a.answered) for a in sandbox.world.recorder.asked] == [
            (is_done, None),
            (is_done, None),
        ]
        assert (await mute(sandbox, call)).json()["ErrorCode"] == "200"
        assert call.is_muted


async def test_a_rule_counts_for_what_it_names_and_the_newest_first() -> None:
    async with Sandbox() as sandbox:
        recorder = sandbox.world.recorder
        one, two = (sandbox.world.ring("SIPSIP1", CALLER) for _ in range(2))
        recorder.rule(MuteRule(MuteFault.NOT_OFFERED, base=MuteBase.MONITOR))
        recorder.rule(MuteRule(MuteFault.REFUSED, ivrid=one.ivrid, muted=True))
        await mute(sandbox, one)
        await mute(sandbox, one, path=OLDER)
        assert not one.is_muted
        await mute(sandbox, one, muted=False)
        await mute(sandbox, two)
        assert not two.is_muted
        await mute(sandbox, two, path=OLDER)
        assert two.is_muted
        await ask(sandbox, OLDER, {"extension": "SIPSIP1", "state": "1"})
        assert not one.is_muted
        seen = [(a.call_ids, a.base.value, a.muted, a.fault.value) for a in recorder.asked]
        assert seen == [
            ((one.ivrid,), "monitor", True, "refused"),
            ((one.ivrid,), "older", True, "refused"),
            ((one.ivrid,), "monitor", False, "not_offered"),
            ((two.ivrid,), "monitor", True, "not_offered"),
            ((two.ivrid,), "older", True, "none"),
            ((one.ivrid, two.ivrid), "older", True, "refused"),
        ]
        recorder.behave()
        await ask(sandbox, MUTE, {"extension": "SIPSIP1", "state": "1"})
        assert one.is_muted
        assert recorder.asked[-1].extension == "SIPSIP1"


async def test_a_slow_mute_is_done_and_answered_late() -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring("SIPSIP1", CALLER)
        sandbox.world.recorder.rule(MuteRule(delay_s=0.05))
        await mute(sandbox, call)
        [asked] = sandbox.world.recorder.asked
        assert asked.answered is not None
        assert asked.answered - asked.arrived >= 0.04
        assert call.is_muted


async def test_by_default_the_next_event_tells() -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring("SIPSIP1", CALLER)
        await mute(sandbox, call)
        assert said(sandbox) == [0]
        call.answer()
        assert said(sandbox) == [0, 1]


async def test_an_event_can_follow_at_once_late_or_never() -> None:
    async with Sandbox() as sandbox:
        recorder = sandbox.world.recorder
        call = sandbox.world.ring("SIPSIP1", CALLER)
        call.answer()
        recorder.rule(MuteRule(report=MuteReport.EVENT))
        await mute(sandbox, call)
        assert said(sandbox) == [0, 0, 1]
        recorder.rule(MuteRule(report=MuteReport.NEVER))
        await mute(sandbox, call, muted=False)
        call.hold()
        assert said(sandbox)[3:] == [1]
        assert not call.is_muted
        recorder.rule(MuteRule(report=MuteReport.EVENT, report_after_s=0.05))
        await mute(sandbox, call, muted=False)
        call.unhold()
        assert said(sandbox)[4:] == [1]
        await until(lambda: said(sandbox)[5:] == [0])


async def test_a_late_report_of_a_call_that_ended_is_left_out() -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring("SIPSIP1", CALLER)
        other = sandbox.world.ring("SIPSIP2", CALLER)
        sandbox.world.recorder.rule(MuteRule(report=MuteReport.EVENT, report_after_s=0.02))
        await mute(sandbox, call)
        await mute(sandbox, other)
        call.hang_up()
        await until(lambda: other.says_muted)
        assert not call.says_muted


async def test_success_is_answered_and_events_say_it_still_records() -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring("SIPSIP1", CALLER)
        rule = MuteRule(MuteFault.CONTRADICTED, report=MuteReport.EVENT)
        sandbox.world.recorder.rule(rule)
        assert (await mute(sandbox, call)).json()["ErrorCode"] == "200"
        assert said(sandbox) == [0, 0]
        assert not call.is_muted
        assert not sandbox.world.recorder.asked[0].is_done


async def test_events_may_say_what_is_not_true() -> None:
    async with Sandbox() as sandbox:
        call = sandbox.world.ring("SIPSIP1", CALLER)
        call.tell_muted(is_muted=True)
        call.answer()
        assert said(sandbox) == [0, 1, 1]
        assert not call.is_muted


async def test_a_scenario_lets_mutes_go_wrong() -> None:
    ring = {"do": "ring", "call": "a", "extension": "SIPSIP1", "number": CALLER}
    knobs = {"do": "mutes", "call": "a", "only": "mute", "times": 1, "base": "monitor"}
    steps: list[dict[str, Any]] = [
        ring,
        {"do": "mutes", "report": "event"},
        knobs | {"fault": "unknown_call"},
        {"do": "set_muted", "call": "a", "muted": True},
    ]
    text = json.dumps({"format": 1, "title": "mutes", "steps": steps})
    async with Sandbox() as sandbox:
        player = ScenarioPlayer(sandbox.world, parse_scenario(text))
        while player.advance():
            pass
        call = player.calls["a"]
        assert call.is_muted
        reply = (await mute(sandbox, call)).json()
        assert reply["Message"] == "UniqueIvrID not found"
        await mute(sandbox, call, muted=False)
        assert not call.is_muted
        assert said(sandbox) == [0, 0]
