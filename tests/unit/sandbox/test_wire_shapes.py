"""What verbs put on the wire, field by field against the captured and printed events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.sandbox.world import World
from tests.helpers.fixtures import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.helpers.clock import FakeClock

# Of these the value counts, of all others the type.
TELLING = {
    "eventName",
    "reason",
    "cause",
    "dialStatus",
    "callstatus",
    "direction",
    "callType",
    "answered",
    "c2cdirection",
    "IsMuted",
    "representativeStatus",
    "errorCode",
    "errorDesc",
}
CALLER = "0501234567"


def shape(value: object, key: str = "") -> object:
    """Field names and types, with the values of ``TELLING``; lists by length and first entry."""
    if key in TELLING:
        return value
    if key == "customdata":
        return "any"
    if isinstance(value, dict):
        return {k: shape(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [len(value), *[shape(v) for v in value[:1]]]
    return type(value).__name__


def ring(world: World) -> Any:  # noqa: ANN401 - a Call, as the verbs give it
    return world.ring("SIPSIP1", CALLER, name="Sales queue", queue="Sales queue")


def answered(world: World) -> Any:  # noqa: ANN401
    call = ring(world)
    call.answer()
    return call


def held(world: World) -> None:
    answered(world).hold()


def resumed(world: World) -> None:
    call = answered(world)
    call.hold()
    call.unhold()


def hung_up_without_current_call(world: World) -> None:
    world.dialect.is_current_call_null = True
    answered(world).hang_up()


def second_call_ends_first(world: World) -> None:
    answered(world).hold()
    world.dial("SIPSIP1", "0521234567").hang_up("User busy")


def customer_rings(world: World) -> None:
    world.click2call("SIPSIP1", CALLER).agent_answers()


def transferred(world: World) -> None:
    call = world.ring("SIPSIP2", CALLER, name="Sales queue")
    call.answer()
    call.transfer("SIPSIP1")


def handed_over(world: World) -> None:
    answered(world).transfer("SIPSIP2", with_consultation=False)


def status_during_call(world: World) -> None:
    answered(world)
    world.set_status("SIPSIP1", 5)


def two_join(world: World) -> Any:  # noqa: ANN401
    first = world.join_queue("Sales queue", CALLER, name="Main line")
    world.join_queue("Sales queue", "0531234567", name="Main line")
    return first


VERBS: list[tuple[str, Callable[[World], object], int]] = [
    # fixture, verbs, index of the event among those emitted
    ("observed_newcall_queue_ringing", ring, -1),
    ("observed_answer", answered, -1),
    ("observed_hold", held, -1),
    ("observed_unhold", resumed, -1),
    ("observed_hangup_after_answer", lambda w: answered(w).hang_up(), -1),
    ("observed_hangup_rejected", lambda w: ring(w).reject(), -1),
    ("observed_hangup_ring_timeout", lambda w: ring(w).ring_timeout(), -1),
    ("observed_hangup_answered_elsewhere", lambda w: ring(w).answer_elsewhere("SIPSIP2"), -2),
    ("observed_hangup_current_call_null", hung_up_without_current_call, -1),
    ("observed_newcall_outgoing", lambda w: w.dial("SIPSIP1", "0521234567"), -1),
    ("observed_hangup_second_call_still_live", second_call_ends_first, -1),
    (
        "observed_newcall_queue_already_talking",
        lambda w: w.deliver_queue_call("SIPSIP1", "Anonymous", queue="Sales queue"),
        -1,
    ),
    ("observed_click2call_leg2_newcall", customer_rings, -1),
    ("observed_newcall_transferred_in", transferred, -1),
    ("observed_hangup_transfer", handed_over, -2),
    ("observed_user_status_update_during_call", status_during_call, -1),
    ("observed_user_status_update_logout", lambda w: w.set_status("SIPSIP1", 2), -1),
    ("observed_queue_event_join_two_waiting", two_join, -1),
    ("observed_queue_event_answer", lambda w: two_join(w).leave("ANSWER"), -1),
    (
        "observed_queue_event_exit_answered_agent",
        lambda w: two_join(w).leave("EXIT", agent="Maya Cohen"),
        -1,
    ),
    ("observed_queue_event_abandoned_others_waiting", lambda w: two_join(w).leave("ABANDONED"), -1),
]


@pytest.mark.parametrize(("fixture", "verbs", "index"), VERBS, ids=[v[0] for v in VERBS])
def test_event_has_the_captured_fields(
    fixture: str, verbs: Callable[[World], object], index: int, clock: FakeClock
) -> None:
    world = World(clock=clock)
    verbs(world)
    event = world.events[index]
    name, payload = load(f"realtime/{fixture}")
    assert event.name == name
    assert shape(event.payload) == shape(payload)


def test_snapshots_have_the_captured_fields_and_order(clock: FakeClock) -> None:
    world = World(clock=clock)
    answered(world)
    world.join_queue("Sales queue", "0531234567", name="Main line")
    events = world.snapshots()
    assert [e.name for e in events] == [
        "loginSuccess",
        "loginStatus",
        "AllExtensionsStatus",
        "AllDialersStatus",
        "AllUsersStatus",
    ]
    for event, fixture in zip(
        events,
        ["login_success", "login_status", "all_extensions_status", "all_dialers_status"],
        strict=False,
    ):
        name, payload = load(f"realtime/observed_{fixture}")
        ours, theirs = shape(event.payload), shape(payload)
        for both in (ours, theirs):  # how many there are depends on the account
            assert isinstance(both, dict)
            for value in both.values():
                if isinstance(value, list):
                    value[0] = 0
        assert (event.name, ours) == (name, theirs)


@pytest.mark.parametrize(
    ("fixture", "steps"),
    [
        ("incoming_1_newcall", 0),
        ("incoming_2_answer", 1),
        ("incoming_3_hangup", 2),
    ],
)
def test_printed_dialect_puts_the_envelope_inside_data(
    fixture: str, steps: int, clock: FakeClock
) -> None:
    world = World(clock=clock)
    world.dialect.is_envelope_inside = True
    call = world.ring("SIPSIP1", CALLER, name="Test Voicenter")
    for verb in [call.answer, call.hang_up][:steps]:
        verb()
    (_, printed), payload = load(f"realtime/{fixture}"), world.events[-1].payload
    assert list(payload) == ["data"]
    assert printed["data"].keys() <= payload["data"].keys()
    assert world.events[-1].reason == printed["data"]["reason"]


def test_printed_dialect_writes_the_click2call_leg_as_text(clock: FakeClock) -> None:
    world = World(clock=clock)
    world.dialect.is_c2cdirection_text = True
    world.click2call("SIPSIP1", CALLER, is_anonymous=False)
    current = world.events[-1].payload["data"]["currentCall"]
    printed = load("realtime/click2call_1_leg1_newcall")[1]["data"]["currentCall"]
    assert current["c2cdirection"] == printed["c2cdirection"] == "1"
    assert current["callerphone"] == printed["callerphone"]
    assert printed.keys() <= current.keys()
