"""What a card says and offers of its recording, in each state, at each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import Outcome, Phase
from agent_desk.ui.caller_card import CallerCard
from agent_desk.ui.card_parts import CardSize
from agent_desk.ui.guard_notice import GuardNotice
from agent_desk.ui.guard_part import GuardBand
from agent_desk.ui.pop import lay_out, settle
from agent_desk.ui.text import plain
from agent_desk.ui.widgets import MuteControl
from agent_desk.ui.widgets.mute import MuteState
from tests.ui.finders import button, drop_deleted, has_button, said, unnamed
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

    Show = Callable[..., CallerCard]

S = GuardState
SIZES = [CardSize.POP, CardSize.SMALL, CardSize.DESK]


@pytest.fixture
def show(qapp: QApplication, clock: FakeClock) -> Iterator[Show]:
    """A card of the given size that shows a call."""
    built: list[CallerCard] = []

    def build(card: Card, size: CardSize = CardSize.POP) -> CallerCard:
        widget = CallerCard(size, clock)
        built.append(widget)
        widget.show_card(card)
        settle(widget)
        return widget

    yield build
    for widget in built:
        widget.deleteLater()
    drop_deleted()
    assert qapp


def talking(clock: FakeClock, guard: GuardView, **changes: object) -> Card:
    return dana(clock, phase=Phase.TALKING, guard=guard, **changes)


def control(card: CallerCard) -> MuteControl:
    (found,) = card.findChildren(MuteControl)
    return found


def asked(card: CallerCard) -> list[tuple[str, object]]:
    """What is asked for from now on."""
    heard: list[tuple[str, object]] = []
    for name in ("mute_requested", "resume_requested", "extend_requested", "guard_dismissed"):
        getattr(card, name).connect(lambda key, name=name: heard.append((name, key)))
    return heard


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", [each for each in GuardState if each is not S.NOT_RECORDED])
def test_every_state_has_words_and_a_name(
    show: Show, clock: FakeClock, state: GuardState, size: CardSize
) -> None:
    guard = GuardView(state, clock.monotonic() - 72, "unreachable", resume_at=None)
    card = show(talking(clock, guard), size)
    assert list(unnamed(card)) == []
    is_failed = state in (S.MUTE_FAILED, S.RESUME_FAILED, S.UNKNOWN)
    assert has_button(card, "Dismiss the warning") is is_failed
    is_muted = state in (S.MUTED, S.MUTED_CONFIRMED, S.RESUMING, S.RESUME_FAILED)
    assert ("Recording muted" in said(card)) is is_muted


def test_a_mute_that_is_sent_again_by_itself_says_so(show: Show, clock: FakeClock) -> None:
    guard = GuardView(S.MUTE_FAILED, failure_code="unreachable", is_retrying=True)
    card = show(talking(clock, guard))
    sentence = "The service cannot be reached. It is sent again as soon as it can be."
    assert sentence in said(card)
    assert has_button(card, "Not muted, try again")


def test_where_nobody_knows_muting_is_offered_first(show: Show, clock: FakeClock) -> None:
    guard = GuardView(S.UNKNOWN, failure_code="unknown_outcome")
    card = show(talking(clock, guard))
    heard = asked(card)
    assert control(card).state is MuteState.UNKNOWN
    assert "Nobody knows whether this is recorded." in said(card)
    mute, resume = button(card, "Mute recording"), button(card, "Resume recording")
    card.resize(440, 700)
    lay_out(card)
    spots = [each.mapTo(card, each.rect().topLeft()).y() for each in (mute, resume)]
    assert spots[0] < spots[1]
    mute.click()
    resume.click()
    button(card, "Dismiss the warning").click()
    key = talking(clock, guard).key
    assert heard == [("mute_requested", key), ("resume_requested", key), ("guard_dismissed", key)]
    card.show_card(talking(clock, GuardView(S.RECORDING)))
    assert not has_button(card, "Resume recording")


def test_what_is_reported_as_muted_can_be_resumed(show: Show, clock: FakeClock) -> None:
    card = show(talking(clock, GuardView(S.RECORDING, is_reported_muted=True)))
    assert "Reported muted" in said(card)
    assert "Muted by somebody else, or before this program was started." in said(card)
    heard = asked(card)
    button(card, "Resume recording").click()
    button(card, "Mute recording").click()
    assert [name for name, _ in heard] == ["resume_requested", "mute_requested"]


@pytest.mark.parametrize("size", SIZES)
def test_time_reminds_and_counts_down(show: Show, clock: FakeClock, size: CardSize) -> None:
    began = clock.monotonic()
    guard = GuardView(S.MUTED, began, resume_at=began + 120)
    card = show(talking(clock, guard), size)
    heard, resized = asked(card), list[int]()
    card.resized.connect(lambda: resized.append(1))
    (band,) = card.findChildren(GuardBand)
    assert "resumes at 02:00" in plain(band.text())
    card.tick()
    assert card.findChildren(GuardNotice) == []  # not built before it is needed
    clock.advance(91)
    card.show_card(talking(clock, replace(guard, reminders=1)))
    assert "Still muted for 90 s. Resume?" in said(card)
    assert not has_button(card, "Stay muted for 60 s more")
    clock.advance(15)
    card.tick()
    assert "Recording resumes in 00:14" in said(card)
    clock.advance(2)
    card.tick()
    assert "Recording resumes in 00:12" in said(card)
    button(card, "Stay muted for 60 s more").click()
    assert heard == [("extend_requested", talking(clock, guard).key)]
    card.show_card(talking(clock, replace(guard, resume_at=began + 180)))
    assert not has_button(card, "Stay muted for 60 s more")
    assert "resumes at 03:00" in plain(band.text())
    assert resized == []  # a new card is measured anyhow
    clock.advance(60)
    card.tick()
    assert "Recording resumes in" in said(card)
    assert resized == [1]
    card.show_card(talking(clock, GuardView(S.RESUMING, began)))
    assert "Recording resumes in" not in said(card)


@pytest.mark.parametrize("size", [CardSize.POP, CardSize.DESK])
def test_what_comes_by_itself_leaves_the_control_where_it_is(
    show: Show, clock: FakeClock, size: CardSize
) -> None:
    # A pop stands on its lower edge, a card in the window hangs from its upper one.
    began = clock.monotonic()
    card = show(talking(clock, GuardView(S.MUTED, began, resume_at=began + 30)), size)
    card.show()

    def edges() -> tuple[int, int]:
        lay_out(card)
        layout = card.layout()
        assert layout is not None
        card.resize(440, layout.totalHeightForWidth(440))
        lay_out(card)
        spot = control(card).mapTo(card, control(card).rect().topLeft()).y()
        return spot, card.height() - spot

    before = edges()
    clock.advance(20)
    card.tick()
    after = edges()
    assert has_button(card, "Stay muted for 60 s more")
    if size is CardSize.POP:
        assert after[1] == before[1]
    else:
        assert after[0] == before[0]


def test_without_the_link_the_control_can_be_used(show: Show, clock: FakeClock) -> None:
    card = show(talking(clock, GuardView(S.RECORDING), is_stale=True))
    heard = asked(card)
    assert "the service's answer confirms it, no event will." in said(card)
    button(card, "Mute recording").click()
    assert [name for name, _ in heard] == ["mute_requested"]


def test_a_mute_that_was_answered_without_the_link_is_known_since_then(
    show: Show, clock: FakeClock
) -> None:
    lost = clock.now() - timedelta(seconds=30)
    muted = talking(clock, GuardView(S.MUTED, clock.monotonic() - 10), is_stale=True)
    card = show(muted)
    card.show_card(muted, as_of=lost)
    (band,) = card.findChildren(GuardBand)
    known = (clock.now() - timedelta(seconds=10)).astimezone().strftime("as of %H:%M:%S")
    assert known in plain(band.text())


def test_a_replay_offers_nothing(show: Show, clock: FakeClock) -> None:
    began = clock.monotonic()
    card = show(talking(clock, GuardView(S.RECORDING)))
    card.set_replay()
    guard = GuardView(S.MUTED, began - 100, resume_at=began + 5, reminders=1)
    card.show_card(talking(clock, guard))
    assert not button(card, "Resume recording").isEnabled()
    assert "This is a replay: there is no call to mute." in said(card)
    assert not has_button(card, "Stay muted for 60 s more")
    assert "Still muted" not in said(card)


def test_a_failure_outlives_its_call(show: Show, clock: FakeClock) -> None:
    guard = GuardView(S.UNKNOWN, failure_code="unknown_outcome")
    over = dana(clock, phase=Phase.ENDED, outcome=Outcome.COMPLETED, guard=guard)
    card = show(over)
    assert "Nobody knows whether this is recorded." in said(card)
    assert not has_button(card, "Mute recording")
    assert not has_button(card, "Resume recording")
