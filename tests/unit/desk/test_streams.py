"""Any order, loss and doubling of messages: the table shows the last list and ends calls once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.desk import Desk
from agent_desk.desk.moment import Moment
from agent_desk.desk.state import Phase, TransitionKind
from agent_desk.voicenter.events import (
    Call,
    CallStatus,
    Direction,
    Event,
    Extension,
    ExtensionChanged,
    ExtensionReason,
    ExtensionsSnapshot,
    HangupCause,
    LoginSucceeded,
    QueueChanged,
    QueueReason,
    Recording,
    ServerTime,
    parse,
)
from tests.helpers.fixtures import load, names
from tests.unit.desk.scene import MONOTONIC, at, queue_of, server

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.desk.state import Transition

SIPS = ["SIPSIP1", "SIPSIP2"]
IDS = ["a", "b", "c"]
FIXTURES = [
    parse(*load(name))
    for name in names("realtime")
    if not name.startswith(("realtime/engineio", "realtime/emit"))
]


class Oracle:
    """What must be live: the last list that was not 1 to 5 s late."""

    def __init__(self) -> None:
        self.live: dict[str, list[str]] = {}
        self.server_at: dict[str, datetime] = {}
        self.seen: dict[str, set[str]] = {}
        self.dropped = 0

    def take(self, event: Event) -> None:
        if isinstance(event, LoginSucceeded):
            self.server_at.clear()
        elif isinstance(event, ExtensionsSnapshot):
            self.live.clear()
            for extension in event.extensions:
                self._set(extension, event.server_time)
        elif isinstance(event, ExtensionChanged):
            before = self.server_at.get(event.extension.sip)
            if before and event.server_time:
                late = before - event.server_time.at
                if timedelta(seconds=1) <= late <= timedelta(seconds=5):
                    self.dropped += 1
                    return
            self._set(event.extension, event.server_time)

    def _set(self, extension: Extension, server_time: ServerTime | None) -> None:
        live = {call.call_id for call in extension.calls}
        self.live[extension.sip] = sorted(live)
        current = extension.current_call
        self.seen.setdefault(extension.sip, set()).update(
            live, {current.call_id} if current else ()
        )
        if server_time:
            self.server_at[extension.sip] = server_time.at


def check(events: list[Event], pauses: list[float]) -> None:
    desk, oracle = Desk(), Oracle()
    told: list[Transition] = []
    monotonic = MONOTONIC
    for event, pause in zip(events, pauses, strict=True):
        monotonic += pause
        told += desk.apply(event, Moment(monotonic))
        oracle.take(event)
        assert desk.live() == {sip: ids for sip, ids in oracle.live.items() if ids}
        shown = {call.key for call in desk.shown(monotonic)}
        live = {(sip, call_id) for sip, ids in desk.live().items() for call_id in ids}
        assert live <= {(key.extension, key.call_id) for key in shown}
    assert desk.counts.stale == oracle.dropped
    told += desk.finish()
    told += desk.expire(Moment(monotonic + 700))
    assert desk.next_due is None

    ends = Counter(t.call.key for t in told if t.kind is TransitionKind.ENDED)
    assert not ends or max(ends.values()) == 1
    assert all((t.call.outcome is not None) == (t.call.phase is Phase.ENDED) for t in told)
    still_live = {(sip, call_id) for sip, ids in desk.live().items() for call_id in ids}
    begun = {t.call.key for t in told}
    assert {key for key in begun if (key.extension, key.call_id) not in still_live} <= ends.keys()
    assert desk.calls_seen() == {sip: len(ids) for sip, ids in oracle.seen.items() if ids}


@given(st.lists(st.tuples(st.sampled_from(FIXTURES), st.floats(0, 20)), max_size=40))
@settings(max_examples=60, deadline=None)
def test_the_services_samples_in_any_order(steps: list[tuple[Event, float]]) -> None:
    check([event for event, _ in steps], [pause for _, pause in steps])


seconds = st.integers(0, 60)
moments = st.none() | seconds.map(at)
calls = st.builds(
    Call,
    call_id=st.sampled_from(IDS),
    direction=st.sampled_from(Direction),
    status=st.sampled_from(CallStatus),
    is_answered=st.booleans(),
    started_at=moments,
    answered_at=moments,
    number=st.sampled_from([PhoneNumber("0501234567"), PhoneNumber("Anonymous")]),
    click2call_leg=st.sampled_from([None, 1, 2]),
    recording=st.builds(Recording, st.just("r.mp3"), st.sampled_from([None, True, False])),
    related_call_ids=st.lists(st.sampled_from(IDS), max_size=2).map(tuple),
)
server_times = st.none() | seconds.map(server)
extensions = st.builds(
    Extension,
    sip=st.sampled_from(SIPS),
    calls=st.lists(calls, max_size=3).map(tuple),
    current_call=st.none() | calls,
)
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        ExtensionChanged,
        extensions,
        st.sampled_from(ExtensionReason),
        server_times,
        cause=st.sampled_from(HangupCause),
        dial_status=st.sampled_from(["", "Transfer", "Recheck"]),
        hangup_call_id=st.sampled_from(["", *IDS]),
    ),
    st.builds(
        ExtensionsSnapshot,
        st.lists(extensions, max_size=2, unique_by=lambda e: e.sip).map(tuple),
        server_times,
    ),
    st.builds(
        QueueChanged,
        st.lists(st.sampled_from(IDS), max_size=2).map(lambda ids: queue_of(*ids)),
        st.sampled_from(QueueReason),
        st.sampled_from(IDS),
        server_times,
    ),
    st.just(LoginSucceeded()),
)


@given(st.lists(st.tuples(events, st.floats(0, 20)), max_size=25))
@settings(max_examples=120, deadline=None)
def test_anything_at_all(steps: list[tuple[Event, float]]) -> None:
    check([event for event, _ in steps], [pause for _, pause in steps])


@st.composite
def shifts(draw: st.DrawFn) -> tuple[list[Event], list[str]]:
    """A shift of well-formed calls one after the other, and how each of them ends."""
    stream: list[Event] = []
    outcomes: list[str] = []
    second = 0
    for number in range(draw(st.integers(1, 6))):
        call_id = f"call{number}"
        plan: list[tuple[int, ExtensionReason, Call | None, dict[str, Any]]] = []
        ring = Call(
            call_id,
            Direction.INCOMING,
            CallStatus.RINGING,
            is_answered=False,
            started_at=at(second),
            answered_at=None,
            number=PhoneNumber("0501234567"),
        )
        plan.append((1, ExtensionReason.NEWCALL, ring, {}))
        kind = draw(st.sampled_from(["completed", "declined", "taken_elsewhere"]))
        if kind == "completed":
            talk = replace(
                ring, status=CallStatus.TALKING, is_answered=True, answered_at=at(second + 9)
            )
            hold = replace(talk, status=CallStatus.HOLD)
            plan.append((9, ExtensionReason.ANSWER, talk, {}))
            for _ in range(draw(st.integers(0, 2))):
                plan.append((10, ExtensionReason.HOLD, hold, {}))
                plan.append((10, ExtensionReason.UNHOLD, talk, {}))
            plan.append((10, ExtensionReason.HANGUP, None, {"cause": HangupCause.NORMAL}))
            last = talk
        else:
            cause = {
                "declined": HangupCause.REJECTED,
                "taken_elsewhere": HangupCause.ANSWERED_ELSEWHERE,
            }[kind]
            plan.append((6, ExtensionReason.HANGUP, None, {"cause": cause}))
            last = ring
        for step, reason, live, more in plan:
            second += step
            extension = Extension("SIPSIP1", (live,) if live else (), live or last)
            stream.append(ExtensionChanged(extension, reason, server(second), **more))
        second += 10
        outcomes.append(kind)
    return stream, outcomes


@given(shifts(), st.data())
@settings(max_examples=40, deadline=None)
def test_doubled_messages_of_a_shift_change_nothing(
    shift: tuple[list[Event], list[str]], data: st.DataObject
) -> None:
    stream, outcomes = shift
    desk = Desk()
    told: list[Transition] = []
    for number, event in enumerate(stream):
        for _ in range(data.draw(st.integers(1, 3))):
            told += desk.apply(event, Moment(MONOTONIC + number))
    found = [
        t.call.outcome.value
        for t in told
        if t.kind is TransitionKind.ENDED and t.call.outcome is not None
    ]
    assert found == outcomes
    assert sum(t.kind is TransitionKind.RINGING for t in told) == len(outcomes)


@given(shifts(), st.data())
@settings(max_examples=40, deadline=None)
def test_lost_messages_are_healed_by_the_last_snapshot(
    shift: tuple[list[Event], list[str]], data: st.DataObject
) -> None:
    stream, _outcomes = shift
    desk = Desk()
    told: list[Transition] = []
    for number, event in enumerate(stream):
        if data.draw(st.booleans()):
            told += desk.apply(event, Moment(MONOTONIC + number))
    told += desk.apply(
        ExtensionsSnapshot((Extension("SIPSIP1"),), server(10_000)), Moment(MONOTONIC + 5000)
    )
    told += desk.expire(Moment(MONOTONIC + 5010))
    assert desk.live() == {}
    ends = Counter(t.call.key for t in told if t.kind is TransitionKind.ENDED)
    assert set(ends.values()) <= {1}
    assert ends.keys() == {t.call.key for t in told}
    assert sum(ends.values()) == desk.calls_seen().get("SIPSIP1", 0)
