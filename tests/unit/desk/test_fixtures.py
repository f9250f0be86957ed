"""The service's own sample payloads, in the sequences of its state machine."""

from __future__ import annotations

import pytest

from agent_desk.desk.state import Phase
from tests.unit.desk.scene import Scene

FIRST = "20231228120000023900000000000001"
SECOND = "20231228120100023900000000000002"


@pytest.mark.parametrize(
    ("sequence", "kinds"),
    [
        (
            ["incoming_1_newcall", "incoming_2_answer", "incoming_3_hangup"],
            ["ringing", "answered", "ended completed"],
        ),
        (
            [
                "click2call_1_leg1_newcall",
                "click2call_2_leg1_answer",
                "click2call_3_leg2_newcall",
                "click2call_4_leg2_answer",
                "click2call_5_hangup",
            ],
            ["agent_ringing", "customer_ringing", "answered", "ended completed"],
        ),
        (
            [
                "observed_newcall_queue_ringing",
                "observed_answer",
                "observed_hold",
                "observed_unhold",
                "observed_hangup_after_answer",
            ],
            ["ringing", "answered", "held", "resumed", "ended completed"],
        ),
        (
            ["observed_newcall_queue_ringing", "observed_hangup_answered_elsewhere"],
            ["ringing", "ended taken_elsewhere"],
        ),
        (
            ["observed_newcall_queue_ringing", "observed_hangup_rejected"],
            ["ringing", "ended declined"],
        ),
        (
            ["observed_newcall_queue_ringing", "observed_hangup_ring_timeout"],
            ["ringing", "ring_stopped", "ended missed"],
        ),
        (
            [
                "observed_queue_event_join_two_waiting",
                "observed_newcall_queue_ringing",
                "observed_hangup_ring_timeout",
                "observed_queue_event_abandoned_others_waiting",
            ],
            ["ringing", "ring_stopped", "ended caller_gave_up"],
        ),
        (
            ["observed_answer", "observed_hangup_current_call_null"],
            ["answered", "ended completed"],
        ),
        (["observed_hangup_current_call_null"], []),
        (
            ["observed_newcall_outgoing", "observed_hangup_second_call_still_live"],
            ["dialing", "held", "ended busy"],
        ),
        (["observed_newcall_queue_already_talking"], ["answered"]),
        (["observed_click2call_leg2_newcall"], ["customer_ringing"]),
        (
            ["observed_hangup_transfer", "observed_newcall_transferred_in"],
            ["ended transferred", "answered"],
        ),
        (
            ["observed_answer", "observed_user_status_update_during_call"],
            ["answered"],
        ),
        (
            ["observed_answer", "observed_user_status_update_logout"],
            ["answered", "ended completed"],
        ),
        (["observed_all_extensions_status", "observed_answer"], ["answered"]),
    ],
)
def test_a_sequence(sequence: list[str], kinds: list[str]) -> None:
    scene = Scene()
    for second, name in enumerate(sequence):
        scene.fixture(second, name)
    scene.finish()
    told = [
        " ".join(filter(None, [t.kind.value, t.call.outcome.value if t.call.outcome else ""]))
        for t in scene.log
    ]
    assert told == kinds


def test_a_second_call_leaves_the_first_on_hold() -> None:
    scene = Scene()
    scene.fixture(0, "observed_newcall_outgoing")
    scene.fixture(1, "observed_hangup_second_call_still_live")
    assert scene.desk.live() == {"AbCdEf12": [FIRST]}
    assert scene.desk.calls_seen() == {"AbCdEf12": 2}
    assert scene.facts(FIRST, "AbCdEf12").phase is Phase.HELD


def test_talk_and_ring_times_of_a_whole_call() -> None:
    scene = Scene()
    for name in ("newcall_queue_ringing", "answer", "hold", "unhold", "hangup_after_answer"):
        scene.fixture(0, f"observed_{name}")
    facts = scene.facts(FIRST, "AbCdEf12")
    assert (facts.ring_s, facts.talk_s) == (8, 82)


def test_a_call_that_began_as_a_conversation_was_talk_from_its_start() -> None:
    scene = Scene()
    scene.fixture(0, "observed_newcall_queue_already_talking")
    assert scene.timer(0, "20231228120200023900000000000003", "AbCdEf12") == 1
