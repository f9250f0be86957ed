"""What programs are told about recordings, and when."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk import guard_answers
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.card import Card, TitleSource
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import CallKey, Direction, Phase
from agent_desk.guard_answers import GuardAnswers
from agent_desk.system.guard_socket import GuardAction, GuardRequest
from tests.helpers.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Awaitable

S = GuardState
MUTE, UNMUTE = GuardRequest(GuardAction.MUTE), GuardRequest(GuardAction.UNMUTE)
STATUS = GuardRequest(GuardAction.STATUS)

CALL = Card(
    key=CallKey("SIPSIP1", "c1"),
    phase=Phase.TALKING,
    direction=Direction.INCOMING,
    number=PhoneNumber("0501234567"),
    title="Dana Levi",
    title_source=TitleSource.CALLER_NAME,
    number_text="050-123-4567",
    copy_text="0501234567",
    region="",
    queue_name="Sales",
    line_text="",
    fields=(),
    guard=GuardView(S.RECORDING),
    why=(),
    elapsed_from=0.0,
    started_at=None,
)


class Desk:
    """One call, and a shift that begins at once with what is asked and is told how it ends."""

    def __init__(self, state: GuardState = S.RECORDING, **more: Any) -> None:  # noqa: ANN401
        self.clock = FakeClock()
        self.asked: list[tuple[str, bool, MuteTrigger]] = []
        self.answers = GuardAnswers(self.clock, self._mute)
        self.turn(state, **more)

    def _mute(self, key: CallKey, *, muted: bool, trigger: MuteTrigger) -> None:
        self.asked.append((key.call_id, muted, trigger))
        self.turn(S.MUTING if muted else S.RESUMING)

    def turn(self, state: GuardState, **more: Any) -> None:  # noqa: ANN401
        self.answers.follow((replace(CALL, guard=GuardView(state, **more)),))

    async def after(self, request: GuardRequest, *states: GuardView) -> dict[str, object]:
        """The answer, when the service comes to these one after the other."""
        scope = TaskScope("test")
        answer = scope.start(self.answers.answer(request), name="answer")
        for state in states:
            await asyncio.sleep(0)
            assert not answer.done()
            self.answers.follow((replace(CALL, guard=state),))
        return await answer


def is_ok(answer: dict[str, object]) -> tuple[object, object, object]:
    return answer["ok"], answer["state"], answer["call"]


async def test_a_mute_is_answered_when_the_service_has_answered() -> None:
    desk = Desk()
    answer = await desk.after(MUTE, GuardView(S.MUTING), GuardView(S.MUTED))
    assert answer == {
        "kind": "result",
        "ok": True,
        "state": "muted",
        "call": "c1",
        "message": "The recording is muted.",
    }
    assert desk.asked == [("c1", True, MuteTrigger.LOCAL_PROGRAM)]


async def test_our_own_command_is_named_as_such() -> None:
    desk = Desk(S.MUTED)
    request = GuardRequest(GuardAction.UNMUTE, is_command=True)
    answer = await desk.after(request, GuardView(S.RECORDING))
    assert is_ok(answer) == (True, "recording", "c1")
    assert desk.asked == [("c1", False, MuteTrigger.COMMAND)]


@pytest.mark.parametrize("state", [S.MUTED, S.MUTED_CONFIRMED])
async def test_what_is_muted_is_not_asked_for_again(state: GuardState) -> None:
    desk = Desk(state)
    assert is_ok(await desk.answers.answer(MUTE)) == (True, state.value, "c1")
    assert desk.asked == []


async def test_what_is_being_muted_is_waited_for() -> None:
    desk = Desk(S.MUTING)
    assert is_ok(await desk.after(MUTE, GuardView(S.MUTED))) == (True, "muted", "c1")
    assert desk.asked == []


async def test_a_mute_while_it_resumes_comes_after_that() -> None:
    desk = Desk(S.RESUMING)
    answer = await desk.after(MUTE, GuardView(S.RECORDING), GuardView(S.MUTED))
    assert is_ok(answer) == (True, "muted", "c1")
    assert len(desk.asked) == 1


@pytest.mark.parametrize(
    ("request_", "view", "words"),
    [
        (MUTE, GuardView(S.MUTE_FAILED), "The recording was not muted."),
        (MUTE, GuardView(S.MUTE_FAILED, is_retrying=True), "It goes on being tried."),
        (UNMUTE, GuardView(S.RESUME_FAILED), "The recording was not resumed."),
        (UNMUTE, GuardView(S.UNKNOWN), "not known"),
        (MUTE, GuardView(S.RECORDING), "not possible now"),
    ],
)
async def test_a_failure_is_said(request_: GuardRequest, view: GuardView, words: str) -> None:
    desk = Desk(S.RECORDING if request_ is MUTE else S.MUTED)
    answer = await desk.after(request_, view)
    assert is_ok(answer) == (False, view.state.value, "c1")
    assert words in str(answer["message"])


@pytest.mark.parametrize("state", [S.MUTE_FAILED, S.RESUME_FAILED, S.UNKNOWN, S.WILL_RECORD])
async def test_it_can_be_muted_from_here(state: GuardState) -> None:
    assert is_ok(await Desk(state).after(MUTE, GuardView(S.MUTED))) == (True, "muted", "c1")


async def test_what_is_reported_as_muted_can_be_resumed() -> None:
    desk = Desk(S.RECORDING, is_reported_muted=True)
    assert is_ok(await desk.after(UNMUTE, GuardView(S.RECORDING))) == (True, "recording", "c1")
    assert len(desk.asked) == 1
    assert is_ok(await desk.answers.answer(UNMUTE)) == (True, "recording", "c1")
    assert len(desk.asked) == 1


async def test_without_a_call_there_is_nothing_to_mute() -> None:
    desk = Desk(S.NOT_RECORDED)
    assert is_ok(await desk.answers.answer(MUTE)) == (False, None, None)
    unknown = GuardRequest(GuardAction.MUTE, "other")
    assert is_ok(await desk.answers.answer(unknown)) == (False, None, None)
    named = GuardRequest(GuardAction.MUTE, "c1")
    answer = await desk.answers.answer(named)
    assert is_ok(answer) == (False, "not_recorded", "c1")
    assert desk.asked == []


async def test_a_call_that_ends_meanwhile_was_not_muted() -> None:
    desk = Desk()
    scope = TaskScope("test")
    answer = scope.start(desk.answers.answer(MUTE), name="answer")
    await asyncio.sleep(0)
    desk.answers.follow((replace(CALL, phase=Phase.ENDED),))
    desk.answers.follow(())
    assert is_ok(await answer) == (False, None, None)


async def test_without_an_answer_it_is_said_that_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guard_answers, "LONGEST_ANSWER_S", 0.01)
    desk = Desk()
    answer = await desk.answers.answer(MUTE)
    assert is_ok(answer) == (False, "muting", "c1")


async def test_several_may_wait_for_the_same() -> None:
    desk = Desk()
    scope = TaskScope("test")
    waiting: list[Awaitable[dict[str, object]]] = [
        scope.start(desk.answers.answer(MUTE), name="answer") for _ in range(5)
    ]
    await asyncio.sleep(0)
    desk.turn(S.MUTED)
    assert all(answer["ok"] for answer in await asyncio.gather(*waiting))
    assert len(desk.asked) == 1


async def test_the_status_tells_states_and_no_numbers_or_names() -> None:
    desk = Desk()
    desk.clock.advance(5)
    from_ = desk.clock.monotonic() - 4.04
    held = replace(CALL, phase=Phase.HELD, guard=GuardView(S.MUTED, from_))
    talking = replace(CALL, key=CallKey("SIPSIP2", "c2"))
    over = replace(CALL, key=CallKey("SIPSIP1", "c3"), phase=Phase.ENDED)
    desk.answers.follow((over, held, talking))
    answer = await desk.answers.answer(STATUS)
    assert answer == {
        "kind": "result",
        "ok": True,
        "state": "recording",
        "call": "c2",
        "message": "",
        "calls": [
            {"ivrid": "c1", "extension": "SIPSIP1", "state": "muted", "muted_s": 4.0},
            {"ivrid": "c2", "extension": "SIPSIP2", "state": "recording", "muted_s": 0.0},
        ],
    }
    for private in ("050", "Dana", "Sales"):
        assert private not in str(answer)


async def test_without_calls_the_status_is_none() -> None:
    desk = Desk()
    desk.answers.follow(())
    answer = await desk.answers.answer(STATUS)
    assert (answer["ok"], answer["state"], answer["calls"]) == (True, None, [])
