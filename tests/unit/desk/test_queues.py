"""Who waits in which queue, and how those who left have left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk import queues as queues_module
from agent_desk.desk.gave_up import GaveUp
from agent_desk.desk.queue_view import USUAL, Level, QueueView, Thresholds
from agent_desk.desk.queues import Queues
from agent_desk.voicenter.events import (
    Call,
    CallStatus,
    Direction,
    Extension,
    ExtensionChanged,
    ExtensionReason,
    LoginSucceeded,
    Queue,
    QueueCall,
    QueueChanged,
    QueueReason,
    QueuesSnapshot,
    ServerTime,
)

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
MONOTONIC = 5000.0
SALES, SUPPORT = 1, 2
DANA, OMER = PhoneNumber("972501234567"), PhoneNumber("972547654321")
NUMBERS = {"a": DANA, "b": OMER, "c": PhoneNumber("Anonymous"), "d": PhoneNumber("036129944")}
JOIN, ANSWER, EXIT = QueueReason.JOIN, QueueReason.ANSWER, QueueReason.EXIT
ABANDONED, UNKNOWN = QueueReason.ABANDONED, QueueReason.UNKNOWN


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def call(call_id: str = "a", joined_s: float | None = 0, **more: Any) -> QueueCall:  # noqa: ANN401
    joined_at = None if joined_s is None else at(joined_s)
    return QueueCall(call_id, more.pop("number", NUMBERS[call_id]), joined_at=joined_at, **more)


class Scene:
    """A book of queues to which events come; the PC's clock is a minute behind the server's."""

    def __init__(self) -> None:
        self.book = Queues("IL", at(-60))

    def hear(
        self,
        seconds: float,
        reason: QueueReason,
        call_id: str,
        *calls: QueueCall,
        queue: int = SALES,
        sent_s: float | None = None,
        **more: Any,  # noqa: ANN401
    ) -> None:
        """An event that came so many seconds after the beginning, ``sent_s`` by the server."""
        has_time = more.pop("has_time", True)
        name = {SALES: "Sales", SUPPORT: "Support"}[queue]
        sent = seconds if sent_s is None else sent_s
        event = QueueChanged(
            Queue(queue, more.pop("name", name), calls, more.pop("agent", "")),
            reason,
            call_id,
            ServerTime(at(sent), 120) if has_time else None,
        )
        self.book.take(event, MONOTONIC + seconds, at(seconds - 60))

    def snapshot(
        self,
        seconds: float,
        *queues: Queue,
        malformed: int = 0,
        has_time: bool = True,
    ) -> None:
        time = ServerTime(at(seconds), 120) if has_time else None
        event = QueuesSnapshot(queues, time, malformed)
        self.book.take(event, MONOTONIC + seconds, at(seconds - 60))

    def queue(self, queue_id: int = SALES) -> QueueView:
        [found] = [queue for queue in self.book.queues if queue.queue_id == queue_id]
        return found

    @property
    def waiting(self) -> list[str]:
        return [caller.call_id for caller in self.queue().waiting]

    @property
    def counts(self) -> tuple[int, int, int, int]:
        queue = self.queue()
        return queue.answered, queue.abandoned, self.book.unseen, self.book.nameless

    @property
    def to_call(self) -> list[PhoneNumber]:
        return [entry.number for entry in self.book.gave_up]


@pytest.fixture
def scene() -> Scene:
    return Scene()


# --------------------------------------------------------------------------------------- waiting


def test_who_joins_waits_by_the_clock_of_the_server(scene: Scene) -> None:
    scene.hear(5, JOIN, "a", call("a", 2, name="Dana Levi"))
    [caller] = scene.queue().waiting
    assert (caller.number, caller.name, caller.joined_at) == (DANA, "Dana Levi", at(2))
    assert caller.waits_from == MONOTONIC + 2
    assert scene.queue().longest_from == MONOTONIC + 2


def test_a_message_without_a_time_goes_by_the_server_clock_as_it_was_last(scene: Scene) -> None:
    scene.hear(5, JOIN, "a", call("a", 2))
    scene.hear(9, JOIN, "b", call("a", 2), call("b", 8), has_time=False)
    assert [caller.waits_from for caller in scene.queue().waiting] == [
        MONOTONIC + 2,
        MONOTONIC + 8,
    ]


def test_a_caller_without_a_stamp_waits_from_the_message_on(scene: Scene) -> None:
    scene.hear(5, JOIN, "a", call("a", None))
    scene.hear(9, JOIN, "b", call("a", None), call("b", 9))
    assert scene.queue().waiting[0].waits_from == MONOTONIC + 5


def test_nobody_waits_in_an_empty_queue(scene: Scene) -> None:
    scene.snapshot(0, Queue(SALES, "Sales"))
    assert (scene.waiting, scene.queue().longest_from) == ([], None)
    assert scene.book.count_waiting(MONOTONIC, least_s=0) == 0


def test_the_order_is_that_of_the_service_and_queues_come_by_name(scene: Scene) -> None:
    scene.snapshot(
        0, Queue(SUPPORT, "Support", (call("b"), call("a"))), Queue(SALES, "Sales", (call("d"),))
    )
    assert [queue.name for queue in scene.book.queues] == ["Sales", "Support"]
    assert [caller.call_id for caller in scene.queue(SUPPORT).waiting] == ["b", "a"]


def test_what_did_not_change_is_the_same_object(scene: Scene) -> None:
    scene.snapshot(0, Queue(SALES, "Sales", (call(),)), Queue(SUPPORT, "Support", (call("b"),)))
    before, version = scene.book.queues, scene.book.version
    scene.hear(9, JOIN, "d", call("b"), call("d", 9), queue=SUPPORT)
    after = scene.book.queues
    assert (after[0] is before[0], after[1] is before[1]) == (True, False)
    assert after[1].waiting[0] is before[1].waiting[0]
    assert scene.book.version > version


def test_a_message_that_says_nothing_new_changes_nothing(scene: Scene) -> None:
    scene.snapshot(0, Queue(SALES, "Sales", (call(),)))
    before = scene.book.version
    scene.snapshot(4, Queue(SALES, "Sales", (call(),)))
    scene.book.take(LoginSucceeded(), MONOTONIC, at(0))
    assert scene.book.version == before


def test_a_name_that_comes_later_is_taken_and_one_that_is_missing_is_kept(scene: Scene) -> None:
    scene.hear(0, JOIN, "a", call(), name="")
    assert scene.queue().name == ""
    scene.hear(6, JOIN, "b", call(name="Dana"), call("b", 6), name="Sales")
    scene.hear(12, JOIN, "d", call(name="Dana"), call("b", 6), call("d", 12), name="")
    assert scene.queue().name == "Sales"
    assert scene.queue().waiting[0].name == "Dana"
    assert scene.queue().waiting[0].waits_from == MONOTONIC


def test_how_many_wait_too_long(scene: Scene) -> None:
    scene.snapshot(100, Queue(SALES, "Sales", (call("a", 0), call("b", 50), call("d", 90))))
    assert scene.book.count_waiting(MONOTONIC + 100, least_s=50) == 2


@pytest.mark.parametrize(
    ("waited_s", "level"),
    [(0, Level.FINE), (59.9, Level.FINE), (60, Level.LONG), (180, Level.TOO_LONG)],
)
def test_levels(waited_s: float, level: Level) -> None:
    assert USUAL.level(waited_s) is level
    assert Thresholds(0, 0).level(waited_s) is Level.TOO_LONG


# --------------------------------------------------------------------------------------- leaving


def test_who_gives_up_is_to_be_called_back_and_not_the_next_in_the_queue(scene: Scene) -> None:
    scene.hear(0, JOIN, "a", call("a", 0, name="Dana Levi"))
    scene.hear(10, JOIN, "b", call(name="Dana Levi"), call("b", 10))
    scene.hear(70, ABANDONED, "a", call("b", 10))
    [entry] = scene.book.gave_up
    assert entry == GaveUp("+972501234567", DANA, at(70), 70, "Dana Levi", "Sales")
    assert (scene.waiting, scene.counts) == (["b"], (0, 1, 0, 0))


@pytest.mark.parametrize(
    ("reason", "agent", "answered"),
    [(ANSWER, "", 1), (EXIT, "Noam Bar", 1), (EXIT, "", 0)],
)
def test_who_leaves_otherwise_is_not(
    scene: Scene, reason: QueueReason, agent: str, answered: int
) -> None:
    scene.hear(0, JOIN, "a", call())
    scene.hear(9, reason, "a", agent=agent)
    assert (scene.waiting, scene.to_call) == ([], [])
    assert scene.counts == (answered, 0, 0, 0)


def test_a_list_that_still_holds_the_leaver_is_out_of_date(scene: Scene) -> None:
    scene.hear(0, JOIN, "a", call())
    scene.hear(9, ANSWER, "a", call())
    assert (scene.waiting, scene.counts) == ([], (1, 0, 0, 0))


def test_an_event_without_an_id_is_a_list(scene: Scene) -> None:
    scene.hear(0, JOIN, "a", call())
    scene.hear(9, ABANDONED, "")
    assert (scene.waiting, scene.counts) == ([], (0, 0, 1, 0))


def test_who_is_merely_missing_left_while_nobody_saw_how(scene: Scene) -> None:
    scene.snapshot(0, Queue(SALES, "Sales", (call(), call("b"))))
    scene.book.begin_connection()
    scene.snapshot(60, Queue(SALES, "Sales", (call("b"),)))
    assert (scene.waiting, scene.to_call, scene.counts) == (["b"], [], (0, 0, 1, 0))


def test_an_event_that_comes_after_that_tells_how(scene: Scene) -> None:
    scene.snapshot(0, Queue(SALES, "Sales", (call(), call("b"))))
    scene.snapshot(60, Queue(SALES, "Sales"))
    scene.hear(62, ABANDONED, "a")
    scene.hear(62, ANSWER, "b")
    assert (scene.to_call, scene.counts) == ([DANA], (1, 1, 0, 0))


def test_who_is_back_in_a_list_has_not_left(scene: Scene) -> None:
    scene.snapshot(0, Queue(SALES, "Sales", (call(),)))
    scene.snapshot(60, Queue(SALES, "Sales"))
    scene.snapshot(120, Queue(SALES, "Sales", (call(),)))
    assert (scene.waiting, scene.counts) == (["a"], (0, 0, 0, 0))


def test_a_queue_that_is_not_sent_any_more_goes(scene: Scene) -> None:
    both = Queue(SALES, "Sales", (call(),)), Queue(SUPPORT, "Support", (call("b"),))
    scene.snapshot(0, *both)
    scene.snapshot(9, both[1], malformed=1)
    assert len(scene.book.queues) == 2
    scene.snapshot(9, both[1])
    assert [queue.name for queue in scene.book.queues] == ["Support"]
    assert scene.book.unseen == 1


def test_giving_up_before_anybody_knew_of_them(scene: Scene) -> None:
    scene.hear(60, ABANDONED, "a")
    assert (scene.to_call, scene.counts) == ([], (0, 1, 0, 1))
    scene.hear(61, JOIN, "a", call("a", 0), sent_s=59)
    [entry] = scene.book.gave_up
    assert (entry.number, entry.at, entry.waited_s) == (DANA, at(60), 60)
    assert (scene.waiting, scene.counts) == ([], (0, 1, 0, 0))


def test_being_answered_before_anybody_knew_of_them(scene: Scene) -> None:
    scene.hear(0, ABANDONED, "a", call("a", -9), queue=SUPPORT)
    assert scene.to_call == [DANA]
    scene.hear(60, ANSWER, "a")
    scene.hear(61, JOIN, "a", call("a", None), sent_s=59)
    assert (scene.to_call, scene.waiting) == ([], [])


def test_moving_on_before_anybody_knew_of_them(scene: Scene) -> None:
    scene.hear(60, EXIT, "a")
    scene.hear(61, JOIN, "a", call("a", 0), sent_s=59)
    assert (scene.to_call, scene.waiting, scene.counts) == ([], [], (0, 0, 0, 0))


def test_who_hides_the_number_is_only_counted(scene: Scene) -> None:
    scene.hear(0, JOIN, "c", call("c"))
    scene.hear(9, ABANDONED, "c")
    scene.hear(20, ABANDONED, "d")
    scene.hear(21, JOIN, "d", replace(call("d", 18), number=NUMBERS["c"]), sent_s=19)
    assert (scene.to_call, scene.counts) == ([], (0, 2, 0, 2))


# ------------------------------------------------------------------------------ doubled and late


def test_everything_doubled(scene: Scene) -> None:
    for _ in range(2):
        scene.hear(0, JOIN, "a", call())
    for _ in range(2):
        scene.hear(5, JOIN, "b", call(), call("b", 5))
    for _ in range(2):
        scene.hear(9, ABANDONED, "a", call("b", 5))
    for _ in range(2):
        scene.hear(9, ANSWER, "b")
    assert (scene.waiting, scene.to_call, scene.counts) == ([], [DANA], (1, 1, 0, 0))


def test_a_late_list_takes_nobody_away_and_brings_nobody_back(scene: Scene) -> None:
    scene.hear(0, JOIN, "a", call())
    scene.hear(3, JOIN, "b", call(), call("b", 3))
    scene.hear(4, JOIN, "a", call(), sent_s=0)
    assert scene.waiting == ["a", "b"]
    scene.hear(6, EXIT, "a", call("b", 3))
    scene.hear(7, JOIN, "b", call(), call("b", 3), sent_s=3)
    assert scene.waiting == ["b"]


def test_a_late_list_does_not_bring_back_who_was_missing(scene: Scene) -> None:
    scene.snapshot(0, Queue(SALES, "Sales", (call(),)))
    scene.snapshot(9, Queue(SALES, "Sales"))
    scene.hear(10, JOIN, "a", call(), sent_s=8)
    assert (scene.waiting, scene.counts) == ([], (0, 0, 1, 0))


def test_a_large_step_back_is_another_clock(scene: Scene) -> None:
    scene.hear(3600, JOIN, "a", call("a", 3600))
    scene.hear(3601, JOIN, "b", call("a", 3600), call("b", 1), sent_s=1)
    assert scene.waiting == ["a", "b"]


def test_a_reason_nobody_knows_replaces_the_list(scene: Scene) -> None:
    scene.hear(0, JOIN, "a", call())
    scene.hear(0, UNKNOWN, "a", call(), call("b"))
    assert scene.waiting == ["a", "b"]


def test_who_joins_again_waits_again_and_can_give_up_again(scene: Scene) -> None:
    scene.hear(0, JOIN, "a", call("a", 0))
    scene.hear(10, EXIT, "a")
    scene.hear(20, JOIN, "a", call("a", 20))
    scene.hear(21, EXIT, "a", call("a", 20), sent_s=10)  # the first one again
    assert scene.waiting == ["a"]
    scene.hear(50, ABANDONED, "a")
    [entry] = scene.book.gave_up
    assert (entry.waited_s, entry.count, scene.counts) == (30, 1, (0, 1, 0, 0))


def test_without_any_times_a_doubled_event_is_still_no_news(scene: Scene) -> None:
    scene.hear(0, JOIN, "a", call("a", None), has_time=False)
    scene.hear(0, JOIN, "b", call("a", None), call("b", None), has_time=False)
    scene.hear(1, JOIN, "a", call("a", None), has_time=False)
    assert scene.waiting == ["a", "b"]
    scene.hear(2, ABANDONED, "a", call("b", None), has_time=False)
    scene.hear(2, ABANDONED, "a", call("b", None), has_time=False)
    scene.hear(1, JOIN, "a", call("a", None), has_time=False)
    assert (scene.counts[1], scene.to_call) == (1, [DANA])
    assert "a" not in scene.waiting


def test_what_is_remembered_of_leavers_is_bounded(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queues_module, "_MOST_LEFT", 1)
    scene.hear(0, JOIN, "a", call())
    scene.hear(9, ANSWER, "a")
    scene.hear(20, ANSWER, "b")
    scene.hear(30, UNKNOWN, "", call())
    assert scene.waiting == ["a"]


STORY = (
    (0, JOIN, "a", ("a",)),
    (2, JOIN, "b", ("a", "b")),
    (3, JOIN, "d", ("a", "b", "d")),
    (4, ABANDONED, "a", ("b", "d")),
    (5, ANSWER, "b", ("d",)),
    (6, ABANDONED, "d", ()),
)
JOINED = {"a": 0.0, "b": 2.0, "d": 3.0}


@given(st.lists(st.integers(0, 5), max_size=8), st.permutations(range(6)))
def test_any_order_and_any_doubling_come_to_the_same(more: list[int], order: list[int]) -> None:
    scene = Scene()
    for came, each in enumerate((*more, *order, *order)):
        sent, reason, call_id, waiting = STORY[each]
        calls = [call(name, JOINED[name]) for name in waiting]
        scene.hear(10 + came, reason, call_id, *calls, sent_s=sent)
    assert scene.waiting == []
    assert scene.counts[:2] == (1, 2)
    assert set(scene.to_call) == {DANA, NUMBERS["d"]}
    assert scene.book.nameless == 0
    scene.snapshot(60, Queue(SALES, "Sales"))
    assert scene.book.unseen == 0


# ------------------------------------------------------------------------------- being reached


def gone(scene: Scene, seconds: float = 9, call_id: str = "a", queue: int = SALES) -> None:
    scene.hear(seconds - 5, JOIN, call_id, call(call_id, seconds - 5), queue=queue)
    scene.hear(seconds, ABANDONED, call_id, queue=queue)


def test_who_was_called_back_need_not_be_called(scene: Scene) -> None:
    gone(scene)
    scene.book.reached(PhoneNumber("050-123-4567"), at(8))
    assert scene.to_call == [DANA]  # a conversation before they gave up
    before = scene.book.version
    scene.book.reached(PhoneNumber("050-123-4567"), at(9))
    assert (scene.to_call, scene.book.version > before) == ([], True)
    scene.book.reached(PhoneNumber("Anonymous"), at(99))


def test_who_calls_again_and_is_answered_need_not_be_called(scene: Scene) -> None:
    gone(scene)
    scene.hear(60, JOIN, "b", call("b", 60, number=DANA), queue=SUPPORT)
    assert scene.to_call == [DANA]
    scene.hear(70, ANSWER, "b", queue=SUPPORT)
    assert scene.to_call == []


@pytest.mark.parametrize(
    ("direction", "is_answered", "is_reached"),
    [
        (Direction.INCOMING, True, True),
        (Direction.OUTGOING, True, True),
        (Direction.OUTGOING, False, False),
        (Direction.CLICK2CALL, True, False),  # its first leg is the agent's own
    ],
)
@pytest.mark.parametrize("answered_at", [None, at(80)])
def test_a_colleague_who_talks_with_them_has_reached_them(
    direction: Direction, *, is_answered: bool, is_reached: bool, answered_at: datetime | None
) -> None:
    scene = Scene()
    gone(scene)
    talk = Call("x", direction, CallStatus.TALKING, is_answered, at(70), answered_at, DANA)
    event = ExtensionChanged(Extension("SIPSIP2", (talk,)), ExtensionReason.ANSWER)
    scene.book.take(event, MONOTONIC + 80, at(80))
    assert scene.to_call == ([] if is_reached else [DANA])


def test_giving_up_that_is_heard_of_after_they_were_reached(scene: Scene) -> None:
    scene.book.reached(DANA, at(100))
    gone(scene, 60)
    assert scene.to_call == []
    gone(scene, 120)
    assert scene.to_call == [DANA]


def test_one_person_is_one_entry(scene: Scene) -> None:
    gone(scene, 20)
    scene.hear(30, JOIN, "b", call("b", 25, number=PhoneNumber("0501234567"), name="Dana"))
    scene.hear(32, ABANDONED, "b")
    gone(scene, 50, "d", SUPPORT)
    other, entry = scene.book.gave_up
    assert (entry.count, entry.at, entry.waited_s, entry.name) == (2, at(32), 7, "Dana")
    assert (other.number, other.queue_name) == (NUMBERS["d"], "Support")
    scene.book.reached(DANA, at(25))
    assert [entry.count for entry in scene.book.gave_up] == [1, 1]


def test_what_a_person_says_is_done_is_done(scene: Scene) -> None:
    gone(scene)
    [entry] = scene.book.gave_up
    scene.book.settle("nobody")
    scene.book.settle(entry.person)
    assert scene.to_call == []
    gone(scene, 60, "d")
    scene.hear(90, JOIN, "b", call("b", 90, number=DANA))
    scene.hear(95, ABANDONED, "b")
    assert scene.to_call == [DANA, NUMBERS["d"]]


def test_the_region_tells_who_is_the_same(scene: Scene) -> None:
    scene.book.set_region("US")
    for number, call_id in ((PhoneNumber("0501234567"), "a"), (DANA, "b")):
        scene.hear(1, JOIN, call_id, call(call_id, 1, number=number))
        scene.hear(9, ABANDONED, call_id)
        scene.book.begin_connection()
    assert len(scene.book.gave_up) == 2
    scene.book.set_region("IL")
    assert [entry.count for entry in scene.book.gave_up] == [2]


def test_who_was_reached_is_remembered_for_so_many(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent_desk.desk.gave_up._MOST_PEOPLE", 1)
    scene.book.reached(DANA, at(100))
    scene.book.reached(OMER, at(100))
    gone(scene, 60)
    gone(scene, 70, "b")
    assert scene.to_call == [DANA]


# ------------------------------------------------------------------------------------- the day


def test_a_new_day_is_counted_anew_and_who_gave_up_yesterday_is_still_owed(scene: Scene) -> None:
    gone(scene)
    scene.hear(20, ANSWER, "b")
    scene.hear(30, ABANDONED, "c")
    scene.snapshot(40, Queue(SALES, "Sales", (call("d"),)))
    scene.snapshot(50, Queue(SALES, "Sales"))
    scene.book.pass_by(at(60))
    assert (scene.counts, scene.book.since) == ((1, 2, 1, 1), at(-60))
    scene.book.pass_by(at(86_400))
    assert scene.counts == (0, 0, 0, 0)
    assert scene.book.since > at(0)
    assert scene.to_call == [DANA]
    scene.snapshot(86_500, Queue(SALES, "Sales", (call("d"),)))  # it was counted yesterday
    assert (scene.waiting, scene.counts) == (["d"], (0, 0, 0, 0))
    scene.book.pass_by(at(8 * 86_400))
    assert scene.to_call == []
