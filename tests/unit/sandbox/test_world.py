from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.sandbox.account import build_account
from agent_desk.sandbox.exchange import WorldError
from agent_desk.sandbox.world import World
from tests.helpers.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.sandbox.wire import WireEvent

CALLER = "0501234567"
OTHER = "0521234567"


@pytest.fixture
def world(clock: FakeClock) -> World:
    return World(build_account(5), clock=clock)


def told(world: World) -> list[str]:
    """The events so far, as ``extension or queue: reason``."""
    return [f"{e.extension or e.queue}: {e.reason}" for e in world.events]


def last(world: World) -> dict[str, Any]:
    payload: dict[str, Any] = world.events[-1].payload
    return payload


# ------------------------------------------------------------------------------------ time
@pytest.mark.parametrize(
    ("moment", "offset"),
    [
        (datetime(2026, 1, 15, 9, 0, tzinfo=UTC), 120),
        (datetime(2026, 7, 15, 9, 0, tzinfo=UTC), 180),
        (datetime(2026, 3, 26, 23, 59, tzinfo=UTC), 120),
        (datetime(2026, 3, 27, 0, 0, tzinfo=UTC), 180),  # Friday 02:00 in Israel
        (datetime(2026, 10, 24, 22, 59, tzinfo=UTC), 180),
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), 120),  # Sunday 02:00 summer time
    ],
)
def test_epochs_are_shifted_by_israels_offset(moment: datetime, offset: int) -> None:
    world = World(clock=FakeClock(moment))
    call = world.ring("SIPSIP1", CALLER)
    event = last(world)
    utc = int(moment.timestamp())
    assert event["servertimeoffset"] == offset
    assert event["servertime"] - 60 * offset == utc
    assert event["telephonyservertime"] == event["servertime"] - 1
    assert event["data"]["currentCall"]["callStarted"] == event["servertime"]
    wall = datetime.fromtimestamp(event["servertime"], tz=UTC)
    assert call.ivrid.startswith(f"{wall:%Y%m%d%H%M%S}")
    assert len(call.ivrid) == 32


def test_offset_can_be_configured_even_to_zero(clock: FakeClock) -> None:
    world = World(clock=clock, offset_minutes=0)
    world.ring("SIPSIP1", CALLER)
    assert last(world)["servertimeoffset"] == 0
    assert last(world)["servertime"] == int(clock.now().timestamp())


def test_moments_move_with_the_call(world: World, clock: FakeClock) -> None:
    call = world.ring("SIPSIP1", CALLER)
    started = last(world)["servertime"]
    clock.advance(8)
    call.answer()
    clock.advance(30)
    call.hang_up()
    current = last(world)["data"]["currentCall"]
    assert current["callStarted"] == current["calldurationinterval"] == started
    assert current["callAnswered"] == started + 8
    for field in ("lastCallEventEpoch", "lastAnsweredCallEventEpoch", "lastHangupCallEpoch"):
        assert last(world)["data"][field] == started + 38


def test_status_moment_is_in_milliseconds_and_zero_before_the_first(world: World) -> None:
    world.ring("SIPSIP1", CALLER)
    assert last(world)["data"]["representativeUpdated"] == 0
    world.set_status("SIPSIP1", 3)
    assert last(world)["data"]["representativeUpdated"] == last(world)["servertime"] * 1000


# ---------------------------------------------------------------------------- a call's life
def test_after_hangup_current_call_still_talks_while_calls_is_empty(world: World) -> None:
    call = world.ring("SIPSIP1", CALLER)
    call.answer()
    call.hang_up()
    assert last(world)["data"]["calls"] == []
    assert last(world)["data"]["currentCall"]["callstatus"] == "Talking"
    assert last(world)["callerID"] == CALLER
    assert last(world)["ivruniqueid"] == call.ivrid
    assert not call.is_live
    assert not world.calls()


def test_losers_hang_up_before_the_winner_answers(world: World) -> None:
    first = world.ring("SIPSIP1", CALLER)
    world.ring("SIPSIP2", CALLER, ivrid=first.ivrid)
    third = world.ring("SIPSIP3", CALLER, ivrid=first.ivrid)
    third.answer()
    assert told(world)[3:] == ["SIPSIP1: HANGUP", "SIPSIP2: HANGUP", "SIPSIP3: ANSWER"]
    assert world.events[3].payload["cause"] == "Answered elsewhere"
    assert first.ended_cause == "Answered elsewhere"


def test_colleague_who_was_not_rung_rings_before_taking_the_call(world: World) -> None:
    won = world.ring("SIPSIP1", CALLER).answer_elsewhere("SIPSIP2")
    assert told(world) == [
        "SIPSIP1: NEWCALL",
        "SIPSIP2: NEWCALL",
        "SIPSIP1: HANGUP",
        "SIPSIP2: ANSWER",
    ]
    assert won.extension.sip == "SIPSIP2"


def test_same_call_may_ring_the_same_extension_again(world: World) -> None:
    first = world.ring("SIPSIP1", CALLER)
    first.ring_timeout()
    again = world.ring("SIPSIP1", CALLER, ivrid=first.ivrid)
    again.answer()
    again.hang_up()
    assert [row.dial_status for row in world.call_log] == ["ANSWER"]


def test_unhold_may_stand_for_answer(world: World) -> None:
    call = world.ring("SIPSIP1", CALLER)
    call.unhold()
    assert last(world)["data"]["currentCall"]["answered"] == 1


def test_delivered_queue_call_talks_without_answer(world: World, clock: FakeClock) -> None:
    call = world.deliver_queue_call("SIPSIP1", "Anonymous", queue="Sales queue")
    current = last(world)["data"]["currentCall"]
    assert (current["callstatus"], current["answered"], current["callAnswered"]) == (
        "Talking",
        0,
        0,
    )
    clock.advance(20)
    call.hang_up()
    (row,) = world.call_log
    assert (row.dial_status, row.talk_s) == ("ANSWER", 20)


def test_mute_shows_in_later_events_of_that_call_only(world: World) -> None:
    call, other = world.ring("SIPSIP1", CALLER), world.ring("SIPSIP1", OTHER)
    call.answer()
    count = len(world.events)
    call.set_muted(is_muted=True)
    assert len(world.events) == count, "no event announces a mute"
    call.hold()
    muted = {c["ivrid"]: c["recording"]["IsMuted"] for c in last(world)["data"]["calls"]}
    assert muted == {call.ivrid: 1, other.ivrid: 0}


def test_transfer_with_consultation_gives_a_new_id_and_names_the_old_ones(world: World) -> None:
    call = world.ring("SIPSIP1", CALLER)
    call.answer()
    arrived = call.transfer("SIPSIP2")
    assert told(world)[2:] == [
        "SIPSIP1: HOLD",
        "SIPSIP1: NEWCALL",
        "SIPSIP2: NEWCALL",
        "SIPSIP2: ANSWER",
        "SIPSIP1: ANSWER",
        "SIPSIP2: HANGUP",
        "SIPSIP1: HANGUP",
        "SIPSIP1: HANGUP",
        "SIPSIP2: NEWCALL",
    ]
    hangup = world.events[-2].payload
    assert (hangup["dialStatus"], hangup["cause"]) == ("Transfer", "")
    current = last(world)["data"]["currentCall"]
    assert current["relatedIvrUniqueIDs"][-1] == call.ivrid != arrived.ivrid
    assert current["transferExtensionName"] == "Maya Cohen"
    assert world.calls() == [arrived]
    arrived.hang_up()
    rows = {row.type.name: row for row in world.call_log}
    assert set(rows) == {"OUTGOING", "INCOMING", "TRANSFERRED"}
    assert rows["TRANSFERRED"].custom_data["OriginalIvrUniqueID"] == call.ivrid


# -------------------------------------------------------------------------------- click2call
def test_click2call_walks_through_both_legs_under_one_id(world: World) -> None:
    call = world.click2call("SIPSIP1", CALLER, custom_data={"var_clientID": "12345"})
    seen = [last(world)["data"]["currentCall"]]
    call.answer()
    seen += [e.payload["data"]["currentCall"] for e in list(world.events)[-2:]]
    call.answer()
    seen.append(last(world)["data"]["currentCall"])
    assert [(c["c2cdirection"], c["callstatus"], c["answered"]) for c in seen] == [
        (1, "Dialing", 0),
        (1, "Talking", 1),
        (2, "Talking", 0),
        (2, "Talking", 1),
    ]
    assert {c["ivrid"] for c in seen} == {call.ivrid}
    assert {c["callerphone"] for c in seen} == {"Anonymous"}
    call.hang_up()
    assert [int(row.type) for row in world.call_log] == [9, 10]
    assert [row.dial_status for row in world.call_log] == ["ANSWER", "ANSWER"]
    assert {row.target for row in world.call_log} == {CALLER}


def test_click2call_that_the_agent_does_not_take_never_calls_the_customer(world: World) -> None:
    world.click2call("SIPSIP1", CALLER).reject()
    assert last(world)["cause"] == "Call Rejected"
    assert [(int(r.type), r.dial_status) for r in world.call_log] == [(9, "BUSY")]


def test_click2call_whose_customer_does_not_answer(world: World) -> None:
    call = world.click2call("SIPSIP1", CALLER)
    call.agent_answers()
    call.customer_fails()
    assert [(int(r.type), r.dial_status) for r in world.call_log] == [
        (9, "ANSWER"),
        (10, "NOANSWER"),
    ]


# ------------------------------------------------------------------------------------ queues
def test_queue_caller_rings_is_answered_and_leaves_the_queue(world: World) -> None:
    caller = world.join_queue("Sales queue", CALLER, name="Dana Levi")
    call = caller.ring("SIPSIP1")
    call.answer()
    call.hang_up()
    assert told(world) == [
        "14000: JOIN",
        "SIPSIP1: NEWCALL",
        "SIPSIP1: ANSWER",
        "14000: ANSWER",
        "SIPSIP1: HANGUP",
    ]
    assert call.ivrid == caller.ivrid
    assert not caller.is_waiting
    (row,) = world.call_log
    assert (int(row.type), row.queue_name) == (8, "Sales queue")


def test_caller_who_gives_up_stops_the_phones_first(world: World) -> None:
    caller = world.join_queue(14000, CALLER)
    caller.ring("SIPSIP1")
    caller.ring("SIPSIP2")
    caller.leave("ABANDONED")
    assert told(world)[3:] == ["SIPSIP1: HANGUP", "SIPSIP2: HANGUP", "14000: ABANDONED"]
    assert last(world)["ivruniqueid"] == caller.ivrid
    assert last(world)["data"]["Calls"] == []
    (row,) = world.call_log
    assert row.dial_status == "ABANDONE"


def test_ring_rounds_of_a_waiting_caller_leave_no_records(world: World) -> None:
    caller = world.join_queue(14000, CALLER)
    for _ in range(3):
        caller.ring("SIPSIP1").ring_timeout()
    assert len(world.call_log) == 0


def test_exit_names_the_agent_who_answered(world: World) -> None:
    caller = world.join_queue(14000, CALLER)
    caller.leave("EXIT", agent="Noam Bar")
    assert last(world)["data"]["AnsweredAgent"] == "Noam Bar"


# ---------------------------------------------------------------------------------- call log
@pytest.mark.parametrize(
    ("verb", "status"),
    [
        (lambda c: c.hang_up(), "CANCEL"),
        (lambda c: c.reject(), "BUSY"),
        (lambda c: c.ring_timeout(), "NOANSWER"),
        (lambda c: c.hang_up("Unallocated (unassigned) number"), "CHANUNAVAIL"),
    ],
)
def test_unanswered_call_is_logged_with_its_dial_status(
    verb: Callable[[Any], None], status: str, world: World
) -> None:
    verb(world.ring("SIPSIP1", CALLER))
    assert [row.dial_status for row in world.call_log] == [status]


def test_call_taken_elsewhere_is_logged_once_for_the_winner(world: World) -> None:
    world.ring("SIPSIP1", CALLER).answer_elsewhere("SIPSIP2").hang_up()
    (row,) = world.call_log
    assert (row.target_extension, row.dial_status) == ("SIPSIP2", "ANSWER")


# ------------------------------------------------------------------------------------ status
def test_logout_clears_who_is_there_and_login_brings_a_colleague(world: World) -> None:
    world.set_status("SIPSIP1", 2)
    assert last(world)["data"]["onlineUserID"] == 0
    world.set_status("SIPSIP1", 1, user_id=700002)
    assert last(world)["data"]["onlineUserID"] == 700002
    assert last(world)["data"]["userID"] == 700001
    assert last(world)["data"]["summery"]["representative"] == "Noam Bar"


# ------------------------------------------------------------------------------------ errors
@pytest.mark.parametrize(
    "verb",
    [
        lambda w: w.ring("NOBODY", CALLER),
        lambda w: w.ring("SIPSIP1", CALLER, queue="No such queue"),
        lambda w: w.join_queue(1, CALLER),
        lambda w: w.set_status("SIPSIP1", 4),
        lambda w: w.set_status("SIPSIP1", 1, user_id=1),
        lambda w: w.ring("SIPSIP1", CALLER, ivrid="live"),
        lambda w: w.calls()[0].hold(),
        lambda w: w.calls()[0].transfer("SIPSIP2"),
        lambda w: w.calls()[0].answer_elsewhere("NOBODY"),
    ],
)
def test_verb_that_cannot_be_raises_and_changes_nothing(
    verb: Callable[[World], None], world: World
) -> None:
    world.ring("SIPSIP1", CALLER, ivrid="live")
    count = len(world.events)
    with pytest.raises(WorldError):
        verb(world)
    assert len(world.events) == count
    assert [c.status.value for c in world.calls()] == ["Ringing"]


def test_ended_call_takes_no_more_verbs(world: World) -> None:
    call = world.dial("SIPSIP1", CALLER)
    call.answer()
    with pytest.raises(WorldError):
        call.transfer("SIPSIP1")
    call.hang_up()
    for verb in (call.answer, call.hold, call.unhold, call.hang_up, call.reject):
        with pytest.raises(WorldError):
            verb()


def test_caller_leaves_a_queue_only_once(world: World) -> None:
    caller = world.join_queue(14000, CALLER)
    caller.leave("ANSWER")
    with pytest.raises(WorldError):
        caller.leave("EXIT")


def test_legs_of_a_click2call_come_in_order(world: World) -> None:
    call = world.click2call("SIPSIP1", CALLER)
    for verb in (call.customer_answers, call.customer_fails):
        with pytest.raises(WorldError):
            verb()
    call.answer()
    call.answer()
    for verb in (call.agent_answers, call.customer_answers, call.customer_fails):
        with pytest.raises(WorldError):
            verb()


# --------------------------------------------------------------------------------- the rest
def test_subscribers_hear_every_event_until_they_leave(world: World) -> None:
    heard: list[WireEvent] = []
    leave = world.subscribe(heard.append)
    world.announce("ExtensionsUpdated", "anything", extension="SIPSIP1")
    leave()
    world.announce("QueuesUpdated", None)
    assert [e.name for e in heard] == ["ExtensionsUpdated"]
    assert heard[0].text == '["ExtensionsUpdated","anything"]'


@pytest.mark.parametrize("value", [{"a": ["b"]}, "text", ["x"], 5, '{"json":"text"}'])
def test_custom_data_goes_out_as_it_is(value: object, world: World) -> None:
    world.ring("SIPSIP1", CALLER, custom_data=value)
    assert last(world)["data"]["currentCall"]["customdata"] == value


def test_reprs_tell_no_number(world: World) -> None:
    things = [world.ring("SIPSIP1", CALLER), world.join_queue(14000, CALLER), world.events[0]]
    assert CALLER not in repr(things)


def test_big_account_has_the_asked_size_and_distinct_people() -> None:
    account = build_account(5000, own=2)
    assert len(account.extensions) == 5000
    assert [e.sip for e in account.own_extensions] == ["SIPSIP1", "SIPSIP2"]
    assert len({u.name for u in account.users.values()}) == 4999
