"""Messages on a bad way: whatever comes late, twice or never, the desk is right soon after."""

from __future__ import annotations

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.state import Outcome, Phase
from agent_desk.voicenter.events import (
    Extension,
    ExtensionChanged,
    ExtensionReason,
    HangupCause,
    QueueReason,
)
from tests.helpers.flight import doubled, stories
from tests.helpers.flight_disorder import Disorder
from tests.unit.desk.scene import ME, MONOTONIC, Scene, at, dialing, held, ringing, talking

WAYS: dict[str, dict[str, float]] = {
    "in_order": {},
    "lost": {"lost": 0.2},
    "overtaking": {"jitter_s": 1.0},
    "overtaking_and_doubled": {"jitter_s": 1.0, "copies": 2},
    "all_at_once": {"jitter_s": 1.0, "copies": 2, "lost": 0.2},
}


@pytest.mark.parametrize("way", WAYS)
def test_a_busy_agent_on_a_bad_way(way: str) -> None:
    """Right within half a minute, no pop twice, one end for each call, few questions."""
    for seed in range(20):
        office = Disorder(seed, **WAYS[way])  # type: ignore[arg-type]  # by name
        office.work(20.0)
        office.lost = 0.0
        office.rest(30.0)
        assert office.phases() == office.truth(), seed
        assert not doubled(office.transitions), seed
        assert "revised" not in str(stories(office.transitions)), seed
        pauses = [b - a for a, b in zip(office.questions, office.questions[1:], strict=False)]
        assert min(pauses, default=4.0) >= 3.9
        assert len(office.questions) <= 8


@pytest.fixture
def scene() -> Scene:
    return Scene()


def words(scene: Scene) -> list[str]:
    return [transition.kind.value for transition in scene.log]


class TestACallThatIsMissing:
    """It began in the very second of a list that lacks it without telling of its end."""

    def test_goes_on_where_the_next_list_has_it(self, scene: Scene) -> None:
        scene.new(5, ringing("new", started_at=at(5)))
        assert scene.status(5) == []
        assert scene.desk.live() == {}
        assert scene.facts("new").phase is Phase.RINGING
        assert scene.status(7, ringing("new", started_at=at(5))) == []
        assert scene.desk.live() == {ME: ["new"]}

    def test_has_ended_where_the_next_list_lacks_it_too(self, scene: Scene) -> None:
        scene.new(5, ringing())
        scene.status(5)
        assert scene.status(5) == []
        assert scene.status(7) == ["ring_stopped"]

    def test_has_ended_where_its_hang_up_comes_after_all(self, scene: Scene) -> None:
        scene.new(5, ringing())
        scene.status(5)
        assert scene.hang_up(5, ringing(), cause=HangupCause.REJECTED) == ["ended"]
        assert scene.facts().outcome is Outcome.DECLINED

    def test_has_ended_where_nothing_more_is_heard(self, scene: Scene) -> None:
        scene.new(5, ringing())
        scene.status(5)
        assert scene.wait(12.9) == []
        assert scene.wait(13) == ["ended"]
        assert scene.facts().outcome is Outcome.MISSED

    def test_was_a_conversation_where_it_has_been_answered(self, scene: Scene) -> None:
        scene.new(5, ringing())
        scene.answer(5, talking())
        scene.status(5)
        assert scene.wait(13) == ["ended"]
        assert scene.facts().outcome is Outcome.COMPLETED

    def test_is_not_taken_for_one_that_could_not_be_read(self, scene: Scene) -> None:
        scene.new(5, ringing())
        scene.status(5)
        assert scene.status(7, malformed=1) == []
        assert scene.facts().phase is Phase.RINGING

    def test_was_here_before_that_second(self, scene: Scene) -> None:
        scene.new(3, ringing("a"))
        scene.new(5, ringing("a"), ringing("b"))
        assert scene.hang_up(5, ringing("c"), ringing("b")) == ["ring_stopped", "ring_stopped"]

    def test_has_ended_where_nobody_said_when_it_came(self, scene: Scene) -> None:
        scene.status(5)
        unstamped = Extension(ME, (ringing(),), ringing())
        scene.send(5, ExtensionChanged(unstamped, ExtensionReason.NEWCALL, None))
        assert scene.status(5) == ["ring_stopped"]

    def test_on_another_connection_has_ended(self, scene: Scene) -> None:
        scene.new(5, ringing())
        scene.desk.begin_connection()
        assert scene.snapshot(5, {ME: ()}) == ["ring_stopped"]


class TestACallThatComesBack:
    """It left in the very second of a list that has it as it was before."""

    @pytest.fixture(autouse=True)
    def declined(self, scene: Scene) -> None:
        scene.new(3, ringing())
        scene.hang_up(5, ringing(), cause=HangupCause.REJECTED)

    def test_has_ended_all_the_same(self, scene: Scene) -> None:
        assert scene.status(5, ringing()) == []
        assert scene.desk.live() == {ME: ["c1"]}
        assert scene.facts().outcome is Outcome.DECLINED
        assert scene.status(5.5, server_s=5) == []
        assert scene.desk.live() == {}
        assert scene.status(5.6, ringing(), server_s=5) == []
        assert scene.snapshot(7, {ME: ()}) == []
        assert words(scene) == ["ringing", "ended"]
        assert scene.finish() == []

    def test_rings_again_where_the_next_list_has_it_too(self, scene: Scene) -> None:
        assert scene.status(5, ringing()) == []
        assert scene.snapshot(7, {ME: (ringing(),)}) == ["ringing"]
        assert scene.hang_up(9, ringing(), cause=HangupCause.REJECTED) == ["revised"]

    def test_rings_again_where_nothing_more_is_heard(self, scene: Scene) -> None:
        assert scene.status(5, ringing()) == []
        assert scene.wait(12.9) == []
        assert [call.key.call_id for call in scene.desk.shown(MONOTONIC + 20)] == ["c1"]
        assert scene.wait(13) == ["ringing"]
        assert scene.desk.next_due is None

    def test_rings_again_at_once_where_that_is_announced(self, scene: Scene) -> None:
        """A queue's next ring: no late copy of the first one's announcement has this stamp."""
        assert scene.new(5, ringing()) == ["ringing"]

    def test_does_not_ring_again_for_a_copy_of_its_announcement(self, scene: Scene) -> None:
        scene.new(7, ringing("c2"))
        scene.hang_up(7, ringing("c2"), cause=HangupCause.REJECTED)
        assert scene.new(7, ringing("c2")) == []

    def test_rings_again_at_once_where_it_began_anew(self, scene: Scene) -> None:
        assert scene.new(5, ringing(started_at=at(5))) == ["ringing"]

    def test_rings_again_at_once_where_it_left_long_ago(self, scene: Scene) -> None:
        """The server's clock stands still."""
        assert scene.new(20, ringing(), server_s=5) == ["ringing"]

    def test_is_live_to_the_end_of_a_recording(self, scene: Scene) -> None:
        scene.status(5, ringing())
        assert scene.finish() == []
        assert scene.desk.live() == {ME: ["c1"]}


def test_a_ring_that_stopped_and_comes_back_keeps_its_eight_seconds(scene: Scene) -> None:
    scene.new(3, ringing())
    scene.hang_up(5, ringing())
    assert scene.status(5, ringing()) == []
    assert scene.status(6) == []
    assert scene.wait(12.9) == []
    assert scene.wait(13) == ["ended"]
    assert words(scene) == ["ringing", "ring_stopped", "ended"]


def test_the_reason_of_a_ring_that_seemed_to_come_back(scene: Scene) -> None:
    scene.new(3, ringing())
    scene.status(5)
    scene.status(5, ringing())
    assert scene.hang_up(5, ringing(), cause=HangupCause.ANSWERED_ELSEWHERE) == ["ended"]
    assert scene.facts().outcome is Outcome.TAKEN_ELSEWHERE


def test_a_caller_who_gave_up_does_not_come_back(scene: Scene) -> None:
    scene.new(3, ringing())
    scene.hang_up(5, ringing())
    scene.status(5, ringing())
    assert scene.queue(6, QueueReason.ABANDONED) == ["ended"]
    assert scene.status(7) == []
    assert scene.wait(20) == []
    assert scene.facts().outcome is Outcome.CALLER_GAVE_UP


def test_hold_and_back_within_a_second_is_asked_about(scene: Scene) -> None:
    scene.answer(3, talking())
    scene.tell(5, ExtensionReason.HOLD, held())
    assert not scene.desk.needs_resync(MONOTONIC + 7)
    assert scene.tell(5, ExtensionReason.UNHOLD, talking()) == ["resumed"]
    assert scene.desk.needs_resync(MONOTONIC + 7)
    scene.snapshot(7, {ME: (talking(),)})
    assert not scene.desk.needs_resync(MONOTONIC + 13)


def test_a_dialled_call_that_comes_back_is_another_attempt(scene: Scene) -> None:
    scene.new(5, dialing())
    scene.hang_up(5, dialing())
    assert scene.new(5, dialing(number=PhoneNumber("0501234567"))) == []
    assert scene.facts().phase is Phase.DIALING
