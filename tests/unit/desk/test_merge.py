from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.history import Ending, Origin
from agent_desk.desk.logged import LoggedRow, SeenLeg, latest, seen_leg
from agent_desk.desk.merge import is_listed, merged
from agent_desk.desk.state import Direction, Outcome, Phase
from tests.helpers.call_records import BEGAN, OWN, facts, row

if TYPE_CHECKING:
    from agent_desk.desk.history import HistoryCall

ID = "call-1"
OTHERS = replace(row(), extensions=("SIPSIP2",), is_own=False, agent="Gil Amar")
OUT = replace(row(), cdr_type=4, direction=Direction.OUTGOING)
QUEUE = replace(row(), cdr_type=8, queue_name="Sales", extensions=(), is_own=False)


def leg(outcome: Outcome | None = None, phase: Phase = Phase.ENDED, **more: object) -> SeenLeg:
    at = BEGAN + timedelta(minutes=2)
    made = seen_leg(facts(1, phase, outcome=outcome, talk_s=0), at)
    return replace(made, **more)  # type: ignore[arg-type]  # whatever a test wants


def call(*parts: SeenLeg | LoggedRow) -> HistoryCall:
    seen = [part for part in parts if isinstance(part, SeenLeg)]
    logged = [part for part in parts if isinstance(part, LoggedRow)]
    return merged(ID, seen, logged).call


def status(text: str, base: LoggedRow = row()) -> LoggedRow:  # noqa: B008 - immutable
    return replace(base, status=text, talk_s=0)


@pytest.mark.parametrize(
    ("parts", "ending"),
    [
        ([leg(Outcome.COMPLETED)], Ending.ANSWERED),
        ([leg(Outcome.TRANSFERRED)], Ending.TRANSFERRED),
        ([leg(Outcome.MISSED)], Ending.MISSED),
        ([leg(Outcome.DECLINED)], Ending.DECLINED),
        ([leg(Outcome.TAKEN_ELSEWHERE)], Ending.TAKEN_ELSEWHERE),
        ([leg(Outcome.CALLER_GAVE_UP, is_queued=True)], Ending.CALLER_GAVE_UP),
        ([leg(Outcome.CALLER_GAVE_UP)], Ending.MISSED),
        ([leg(None, Phase.TALKING)], Ending.ANSWERED),
        ([leg(None, Phase.RINGING)], Ending.MISSED),
        ([leg(None, Phase.DIALING, direction=Direction.OUTGOING)], Ending.NO_ANSWER),
        ([row()], Ending.ANSWERED),
        ([OTHERS], Ending.TAKEN_ELSEWHERE),
        ([replace(OTHERS, agent="", extensions=())], Ending.ANSWERED),
        ([replace(OTHERS, direction=Direction.OUTGOING, cdr_type=4)], Ending.ANSWERED),
        ([status("NOANSWER")], Ending.MISSED),
        ([status("CANCEL")], Ending.MISSED),
        ([status("ABANDONE", QUEUE)], Ending.CALLER_GAVE_UP),
        ([status("VOEND", replace(row(), extensions=()))], Ending.CALLER_GAVE_UP),
        ([status("VOICEMAIL")], Ending.VOICEMAIL),
        ([replace(status("ANSWER"), cdr_type=11)], Ending.VOICEMAIL),
        ([status("BUSY")], Ending.BUSY),
        ([status("BUSY", OUT)], Ending.BUSY),
        ([status("VOICEMAIL", OUT)], Ending.NO_ANSWER),
        ([status("NOANSWER", OUT)], Ending.NO_ANSWER),
        ([status("CHANUNAVAIL", OUT)], Ending.BAD_NUMBER),
        ([status("INVALIDARGS", OUT)], Ending.BAD_NUMBER),
        ([status("CONGESTION", OUT)], Ending.FAILED),
        ([replace(row(), cdr_type=13)], Ending.TRANSFERRED),
        # what was seen and what was logged
        ([leg(Outcome.COMPLETED), replace(row(), cdr_type=13)], Ending.ANSWERED),
        ([leg(Outcome.MISSED), row()], Ending.ANSWERED),
        ([leg(Outcome.DECLINED), row()], Ending.DECLINED),
        ([leg(Outcome.DECLINED), OTHERS], Ending.TAKEN_ELSEWHERE),
        ([leg(Outcome.MISSED), OTHERS], Ending.TAKEN_ELSEWHERE),
        ([leg(Outcome.MISSED), status("VOICEMAIL")], Ending.VOICEMAIL),
        ([leg(Outcome.MISSED), status("ABANDONE", QUEUE)], Ending.CALLER_GAVE_UP),
        # a Click2Call: the agent's own leg says nothing of the customer
        (
            [replace(OUT, cdr_type=9), replace(status("NOANSWER", OUT), cdr_type=10)],
            Ending.NO_ANSWER,
        ),
        ([replace(status("NOANSWER", OUT), cdr_type=9)], Ending.FAILED),
    ],
)
def test_how_a_call_ended(parts: list[SeenLeg | LoggedRow], ending: Ending) -> None:
    for order in permutations(parts):
        assert call(*order).ending is ending


def test_who_took_it() -> None:
    assert call(leg(Outcome.TAKEN_ELSEWHERE, taken_by="Rina Tal"), OTHERS).taken_by == "Rina Tal"
    assert call(leg(Outcome.MISSED), OTHERS).taken_by == "Gil Amar"
    assert call(replace(OTHERS, agent="")).taken_by == "SIPSIP2"
    assert call(leg(Outcome.TAKEN_ELSEWHERE)).taken_by == ""
    assert call(row()).taken_by == ""


def test_the_talk_is_what_was_seen_else_what_was_logged() -> None:
    assert call(leg(Outcome.COMPLETED, talk_s=30), row()).talk_s == 30
    logged = call(leg(Outcome.COMPLETED), replace(row(), queue_name="Sales"))
    assert (logged.talk_s, logged.is_estimated) == (40, True)
    assert not call(row()).is_estimated
    assert call(leg(None, Phase.TALKING), row()).talk_s == 0
    assert call(OTHERS).talk_s == 0


def test_all_that_is_known_is_in_it() -> None:
    told = replace(
        row(), custom_data={"a": 1, "b": 2}, path=(("Menu", "3"),), did="0722776772",
        recording_url="https://records.example/1",
    )  # fmt: skip
    seen = leg(Outcome.COMPLETED, name="Dana", queue_name="Sales", custom_data={"b": 3})
    detail = merged(ID, [seen], [told, OTHERS])
    assert detail.custom_data == {"a": 1, "b": 3}
    assert detail.path == (("Menu", "3"),)
    assert detail.did == "0722776772"
    assert [part.origin for part in detail.legs] == [Origin.LIVE, Origin.LOG, Origin.LOG]
    assert detail.legs[2].ending is Ending.TAKEN_ELSEWHERE
    call = detail.call
    assert (call.name, call.queue_name, call.origin) == ("Dana", "Sales", Origin.LIVE)
    assert call.extensions == (OWN, "SIPSIP2")
    assert call.recording_url == "https://records.example/1"


def test_a_withheld_number_gives_way_to_a_known_one() -> None:
    hidden = leg(Outcome.MISSED, number=PhoneNumber("Anonymous"))
    assert call(hidden, row()).number == PhoneNumber("972501234567")
    assert not call(hidden).number


def test_a_call_is_listed_when_it_is_over() -> None:
    assert not is_listed([leg(None, Phase.TALKING)], [])
    assert not is_listed([leg(None, Phase.TALKING), leg(Outcome.MISSED)], [])
    assert is_listed([leg(Outcome.MISSED)], [])
    assert is_listed([leg(None, Phase.TALKING)], [row()])


class TestLatest:
    def test_a_later_state_keeps_what_only_the_earlier_knew(self) -> None:
        early = leg(
            None, Phase.TALKING, name="Dana", queue_name="Sales", did="1", is_queued=True,
            custom_data={"a": 1}, told_at=BEGAN, at=BEGAN,
        )  # fmt: skip
        late = leg(Outcome.MISSED, number=PhoneNumber(""), name="", custom_data={"b": 2})
        for one, other in permutations((early, late)):
            now = latest(one, other)
            assert (now.is_over, now.has_talked, now.is_queued) == (True, True, True)
            assert (now.name, now.queue_name, now.did, now.at) == ("Dana", "Sales", "1", BEGAN)
            assert now.custom_data == {"a": 1, "b": 2}
            assert now.number == early.number

    def test_of_the_same_moment_the_end_counts(self) -> None:
        rings, ended = leg(None, Phase.RINGING), leg(Outcome.DECLINED)
        assert latest(ended, rings) == latest(rings, ended) == ended


@st.composite
def parts(draw: st.DrawFn) -> SeenLeg | LoggedRow:
    at = BEGAN + timedelta(seconds=draw(st.integers(0, 3)))
    number = PhoneNumber(draw(st.sampled_from(["", "0501234567", "Anonymous"])))
    name = draw(st.sampled_from(["", "Dana", "Gil"]))
    direction = draw(st.sampled_from(Direction))
    if draw(st.booleans()):
        return leg(
            draw(st.sampled_from([None, *Outcome])), draw(st.sampled_from(Phase)), at=at,
            name=name, number=number, direction=direction, taken_by=name,
            extension=draw(st.sampled_from("ABC")), talk_s=draw(st.integers(0, 9)),
        )  # fmt: skip
    return replace(
        row(), at=at, number=number, agent=name, direction=direction,
        cdr_type=draw(st.sampled_from([None, 1, 4, 8, 9, 10, 11, 13, 99])),
        status=draw(st.sampled_from(["", "ANSWER", "ABANDONE", "BUSY", "INVALIDARGS", "?"])),
        is_own=draw(st.booleans()), queue_name=name, talk_s=draw(st.integers(0, 9)),
        origin=draw(st.sampled_from(Origin)),
    )  # fmt: skip


def _key(part: SeenLeg | LoggedRow) -> object:
    if isinstance(part, SeenLeg):
        return part.extension
    return part.cdr_type, part.at


@given(st.lists(parts(), min_size=1, max_size=6, unique_by=_key), st.randoms())
def test_the_order_in_which_facts_come_makes_no_difference(
    facts: list[SeenLeg | LoggedRow], chance: object
) -> None:
    shuffled = list(facts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert call(*shuffled) == call(*facts)
