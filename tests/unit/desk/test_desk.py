from __future__ import annotations

import pytest

from agent_desk.desk.desk import LINGER_S, Desk
from agent_desk.desk.guard import GuardState
from agent_desk.desk.state import CallKey, Phase
from agent_desk.voicenter.events import (
    ConfigurationChanged,
    Extension,
    ExtensionsSnapshot,
    HangupCause,
    KeepaliveAnswered,
    LoginRefused,
    MalformedEvent,
    Queue,
    QueueChanged,
    QueueReason,
    QueuesSnapshot,
    Recording,
    UnknownEvent,
    Users,
)
from tests.unit.desk.scene import COLLEAGUE, ME, MONOTONIC, QUEUE, Scene, ringing, talking

REJECTED = HangupCause.REJECTED
MUTED = Recording("r.mp3", is_muted=True)


def test_only_the_followed_extensions_are_told_of() -> None:
    scene = Scene((ME,))
    assert scene.new(1, ringing("a"), sip=COLLEAGUE) == []
    assert scene.new(1, ringing("b")) == ["ringing"]
    assert scene.desk.live() == {ME: ["b"]}
    assert scene.desk.calls_seen() == {ME: 1}
    assert [call.key.call_id for call in scene.desk.shown(MONOTONIC + 1)] == ["b"]
    scene.desk.follow(None)
    assert scene.desk.live() == {ME: ["b"], COLLEAGUE: ["a"]}
    assert not scene.desk.own
    scene.desk.follow([COLLEAGUE])
    assert scene.desk.own == (COLLEAGUE,)
    assert scene.hang_up(2, ringing("a"), sip=COLLEAGUE, cause=REJECTED) == ["ended"]


def test_cards_are_newest_first_and_linger_a_little() -> None:
    scene = Scene()
    scene.new(1, ringing("a"))
    scene.new(2, ringing("a"), ringing("b"))
    scene.hang_up(3, ringing("b"), ringing("a"))
    scene.hang_up(4, ringing("a"), cause=REJECTED)

    def shown(seconds: float) -> list[str]:
        return [call.key.call_id for call in scene.desk.shown(MONOTONIC + seconds)]

    assert shown(4) == ["b", "a"]
    assert shown(3 + LINGER_S) == ["a"]
    assert shown(4 + LINGER_S) == []


def test_what_has_no_calls_is_counted() -> None:
    desk = Desk()
    scene = Scene()
    scene.desk = desk
    for event in (
        KeepaliveAnswered(is_ok=True),
        ConfigurationChanged("queues"),
        LoginRefused(1),
        MalformedEvent("ExtensionEvent", "no calls"),
        UnknownEvent("Bot"),
        UnknownEvent("Bot"),
        QueuesSnapshot((), malformed=2),
    ):
        assert scene.send(1, event) == []
    assert (desk.counts.events, desk.counts.malformed, desk.counts.left_out) == (7, 1, 2)
    assert desk.unknown_names == {"Bot"}


def test_the_list_of_unknown_names_is_bounded() -> None:
    scene = Scene()
    for number in range(500):
        scene.send(1, UnknownEvent(f"name{number}"))
    assert len(scene.desk.unknown_names) == 100


def test_a_silent_live_call_asks_for_snapshots_again_and_again_but_ever_more_rarely() -> None:
    scene = Scene((ME,))
    desk = scene.desk
    assert not desk.needs_resync(MONOTONIC)
    scene.answer(0, talking())
    scene.new(0, ringing("x"), sip=COLLEAGUE)
    scene.status(20, ringing("x"), sip=COLLEAGUE)
    asked = [second for second in range(100) if desk.needs_resync(MONOTONIC + second)]
    assert asked == [21, 25, 29, 59, 89]
    scene.snapshot(101, {ME: (talking(),), COLLEAGUE: ()})
    asked = [second for second in range(101, 132) if desk.needs_resync(MONOTONIC + second)]
    assert asked == [122, 126, 130]


def test_an_idle_phone_asks_for_snapshots_in_a_small_view() -> None:
    scene = Scene((ME,))
    scene.snapshot(0, {ME: (), COLLEAGUE: ()})
    assert not scene.desk.needs_resync(MONOTONIC + 20)
    assert scene.desk.needs_resync(MONOTONIC + 21)
    scene.snapshot(22, {COLLEAGUE: ()})  # it is not among those that may be seen any more
    assert not scene.desk.needs_resync(MONOTONIC + 42)


def test_an_idle_phone_of_a_large_account_does_not() -> None:
    scene = Scene((ME,))
    extensions = (ME, *(f"SIP{number}" for number in range(30)))
    scene.snapshot(0, dict.fromkeys(extensions, ()))
    assert not scene.desk.needs_resync(MONOTONIC + 1000)


def test_a_large_account_is_asked_more_rarely() -> None:
    scene = Scene()
    extensions = tuple(Extension(f"SIP{number}") for number in range(5000))
    scene.send(0, ExtensionsSnapshot(extensions))
    scene.answer(0, talking())
    assert scene.desk.needs_resync(MONOTONIC + 21)
    assert not scene.desk.needs_resync(MONOTONIC + 200)
    assert scene.desk.needs_resync(MONOTONIC + 222)


def test_messages_that_contradict_each_other_are_settled_by_a_snapshot_a_second_later() -> None:
    scene = Scene((ME,))
    scene.new(1, ringing())
    scene.status(1)
    assert not scene.desk.needs_resync(MONOTONIC + 1.9)
    assert scene.desk.needs_resync(MONOTONIC + 2)
    assert not scene.desk.needs_resync(MONOTONIC + 5.9)
    assert scene.desk.needs_resync(MONOTONIC + 6)
    assert scene.snapshot(7, {ME: (ringing(),)}) == []
    assert not scene.desk.needs_resync(MONOTONIC + 12)


def test_the_guard_hears_every_fresh_event_of_a_followed_extension() -> None:
    scene = Scene((ME,))
    guard = scene.desk.guards.of("c1")
    scene.answer(5, talking())
    request = guard.press(MONOTONIC + 6, muted=True)
    assert request is not None
    guard.succeed(request, MONOTONIC + 7)
    scene.status(8, talking(recording=MUTED))
    assert scene.desk.guards.view(scene.facts()).state is GuardState.MUTED_CONFIRMED
    scene.status(20, talking(), sip=COLLEAGUE)
    scene.snapshot(21, {COLLEAGUE: (talking(),), ME: (talking(recording=MUTED),)})
    scene.status(22, talking(), server_s=18)
    assert scene.desk.guards.view(scene.facts()).state is GuardState.MUTED_CONFIRMED
    scene.snapshot(23, {ME: (talking(),)})
    assert scene.desk.guards.view(scene.facts()).state is GuardState.MUTE_FAILED


def test_a_request_without_an_answer_fails_in_time() -> None:
    scene = Scene()
    scene.answer(5, talking())
    scene.desk.guards.of("c1").press(MONOTONIC + 6, muted=True)
    scene.wait(60)
    assert scene.desk.guards.view(scene.facts()).state is GuardState.MUTE_FAILED


def test_guards_of_forgotten_calls_are_forgotten() -> None:
    scene = Scene()
    for number in range(100):
        scene.new(number, ringing(f"c{number}"))
        scene.hang_up(number, ringing(f"c{number}"), cause=REJECTED)
    scene.new(100, ringing("live"))
    assert len(scene.desk.guards) == 101
    scene.wait(1000)
    assert len(scene.desk.guards) == 1


# ------------------------------------------------------------------------------------- people


def test_who_works_on_an_extension() -> None:
    scene = Scene()
    people = scene.desk.people
    assert people.agent_name("A") == ""
    extensions = (
        Extension("A", user_name="Owner", agent_name="Signed in", online_user_id=7),
        Extension("B", user_name="Owner"),
        Extension("C"),
    )
    scene.send(0, ExtensionsSnapshot(extensions))
    assert [people.agent_name(sip) for sip in "ABC"] == ["Signed in", "Owner", ""]
    scene.send(1, Users({7: "Dana"}))
    assert people.agent_name("A") == "Dana"
    scene.send(2, ExtensionsSnapshot((Extension("D"),), malformed=1))
    assert sorted(people.extensions) == ["A", "B", "C", "D"]
    scene.send(3, ExtensionsSnapshot((Extension("D"),)))
    assert sorted(people.extensions) == ["D"]
    scene.status(4, sip="E")
    assert sorted(people.extensions) == ["D", "E"]


def test_queues_keep_their_names_and_their_callers() -> None:
    scene = Scene()
    people = scene.desk.people
    assert people.queue_name(None) == ""
    assert people.queue_name(QUEUE) == ""
    scene.queues(0, "a", "b")
    assert people.queue_name(QUEUE) == "Sales"
    assert people.is_waiting("a")
    assert not people.is_waiting("c")
    scene.queue(1, QueueReason.EXIT, "a", "b", who="a")
    assert not people.is_waiting("a")
    scene.send(2, QueueChanged(Queue(QUEUE), QueueReason.EXIT, "b"))
    assert people.queue_name(QUEUE) == "Sales"
    assert not people.is_waiting("b")
    scene.send(3, QueuesSnapshot(()))
    assert dict(people.queues) == {}
    assert people.queue_name(QUEUE) == "Sales"


def test_a_call_that_is_not_known_has_no_facts() -> None:
    assert Desk().facts(CallKey(ME, "c1")) is None


@pytest.mark.parametrize("phase", [Phase.TALKING])
def test_a_live_call_stays_shown_for_hours(phase: Phase) -> None:
    scene = Scene()
    scene.answer(5, talking())
    shown = scene.desk.shown(MONOTONIC + 20_000)
    assert [call.phase for call in shown] == [phase]


def test_a_call_that_was_followed_is_known_long_after_its_end() -> None:
    scene = Scene()
    key = CallKey(ME, "a")
    assert not scene.desk.has_seen(key)
    scene.new(1, ringing("a"))
    assert scene.desk.has_seen(key)
    scene.hang_up(2, ringing("a"), cause=REJECTED)
    assert scene.desk.has_seen(key)
    scene.new(2000, ringing("b"))
    assert scene.desk.facts(key) is None
    assert scene.desk.has_seen(key)
