from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFocusFrame

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.card import CustomField, LinkKind, LinkReason, TitleSource, WhyKind
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.recent import ListState, RecentCalls
from agent_desk.desk.state import CallKey, Outcome, Phase
from agent_desk.ui.caller_card import CallerCard
from agent_desk.ui.card_parts import CardSize
from agent_desk.ui.fonts import Role
from agent_desk.ui.intents import BlockRequest
from agent_desk.ui.pop import CARD_PX, lay_out, settle
from agent_desk.ui.text import plain
from agent_desk.ui.widgets import MutedBand, StateStrip
from tests.ui.finders import button, drop_deleted, has_button, said, unnamed
from tests.ui.pictures import FIELDS, dana, talks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

    Show = Callable[..., CallerCard]


@pytest.fixture
def show(qapp: QApplication, clock: FakeClock) -> Iterator[Show]:
    """A card of the given size that shows a call."""
    # Held here: a visible window that only cycles hold could be collected while it is painted.
    built: list[CallerCard] = []

    def build(card: Card, size: CardSize = CardSize.POP) -> CallerCard:
        widget = CallerCard(size, clock)
        built.append(widget)
        widget.show_card(card)
        settle(widget)
        return widget

    yield build
    for widget in built:
        widget.hide()
        widget.deleteLater()
    drop_deleted()
    assert qapp


def heard(card: CallerCard) -> dict[str, list[object]]:
    """What the card asks for from now on."""
    asked: dict[str, list[object]] = {}
    for name in (
        "mute_requested",
        "resume_requested",
        "guard_dismissed",
        "talks_requested",
        "block_requested",
        "link_opened",
        "closed",
    ):
        getattr(card, name).connect(lambda what, name=name: asked.setdefault(name, []).append(what))
    card.code_requested.connect(lambda: asked.setdefault("code_requested", []).append(None))
    return asked


@pytest.mark.parametrize("size", CardSize)
@pytest.mark.parametrize("phase", Phase)
def test_everything_that_can_be_used_has_a_name(
    show: Show, clock: FakeClock, size: CardSize, phase: Phase
) -> None:
    outcome = Outcome.MISSED if phase is Phase.ENDED else None
    card = show(dana(clock, phase=phase, outcome=outcome), size)
    assert list(unnamed(card)) == []


def test_a_ringing_call_says_who_and_how(show: Show, clock: FakeClock) -> None:
    card = show(dana(clock))
    words = said(card)
    assert "Ringing, Sales Queue · line 072-277-1234" in words
    for each in ("Dana Levi", "+972 50-123-4567", "Israel", "Will be recorded", "Client ID"):
        assert each in words
    assert "Contract" not in words
    assert not card.is_alarmed


def test_the_time_runs_with_the_clock(show: Show, clock: FakeClock) -> None:
    card = show(dana(clock))
    strip = card.findChild(StateStrip)
    assert strip is not None
    before = strip.time_rect.width()
    clock.advance(4000)
    card.tick()
    assert strip.time_rect.width() > before  # 00:07 became 1:06:47


@pytest.mark.parametrize(
    ("state", "is_muted"),
    [
        (GuardState.RECORDING, False),
        (GuardState.MUTING, False),
        (GuardState.MUTE_FAILED, False),
        (GuardState.MUTED, True),
        (GuardState.MUTED_CONFIRMED, True),
        (GuardState.RESUMING, True),
        (GuardState.RESUME_FAILED, True),
    ],
)
def test_red_is_only_for_what_the_service_confirmed(
    show: Show, clock: FakeClock, state: GuardState, is_muted: bool
) -> None:
    guard = GuardView(state, clock.monotonic() - 5 if is_muted else None)
    card = show(dana(clock, phase=Phase.TALKING, guard=guard))
    band = card.findChild(MutedBand)
    assert band is not None
    assert card.is_alarmed is is_muted
    assert band.isVisibleTo(card) is is_muted


def test_muting_is_asked_for_and_not_shown_before_it_is_told(show: Show, clock: FakeClock) -> None:
    talking = dana(clock, phase=Phase.TALKING, guard=GuardView(GuardState.RECORDING))
    card = show(talking)
    asked = heard(card)
    button(card, "Mute recording").click()
    assert asked == {"mute_requested": [talking.key]}
    assert has_button(card, "Mute recording")
    card.show_card(replace(talking, guard=GuardView(GuardState.MUTED, clock.monotonic())))
    button(card, "Resume recording").click()
    assert asked["resume_requested"] == [talking.key]


def test_a_failure_says_why_and_waits_until_it_is_read(show: Show, clock: FakeClock) -> None:
    guard = GuardView(GuardState.MUTE_FAILED, failure_code="unknown_outcome")
    failed = dana(clock, phase=Phase.TALKING, guard=guard)
    card = show(failed)
    asked = heard(card)
    assert "The service did not answer in time." in said(card)
    button(card, "Dismiss the warning").click()
    button(card, "Not muted, try again").click()
    assert asked == {"guard_dismissed": [failed.key], "mute_requested": [failed.key]}


def test_a_failure_is_still_said_after_the_call(show: Show, clock: FakeClock) -> None:
    guard = GuardView(GuardState.MUTE_FAILED, failure_code="service")
    card = show(dana(clock, phase=Phase.ENDED, outcome=Outcome.COMPLETED, guard=guard))
    assert "The service reported a fault of its own." in said(card)
    assert not has_button(card, "Not muted, try again")


def test_a_stale_card_loses_its_colour_and_says_since_when(show: Show, clock: FakeClock) -> None:
    since = datetime(2026, 11, 23, 10, 42, 10, tzinfo=UTC)
    talking = dana(clock, phase=Phase.TALKING, guard=GuardView(GuardState.RECORDING))
    card = show(talking)
    card.show_card(replace(talking, is_stale=True), as_of=since)
    words = said(card)
    assert since.astimezone().strftime("as of %H:%M:%S") in words
    assert "the service's answer confirms it, no event will." in words
    assert "Recording\n" not in words
    assert button(card, "Mute recording").isEnabled()


def test_a_call_that_is_not_recorded_has_nothing_to_mute(show: Show, clock: FakeClock) -> None:
    card = show(dana(clock, phase=Phase.TALKING, guard=GuardView(GuardState.NOT_RECORDED)))
    assert not has_button(card, "Mute recording")
    assert "Not recorded" in said(card)


def test_a_hidden_number_still_pops_and_says_so(show: Show, clock: FakeClock) -> None:
    card = show(
        dana(
            clock,
            number=PhoneNumber("Anonymous"),
            title="",
            title_source=TitleSource.HIDDEN,
            number_text="",
            copy_text="",
            region="",
            why=(WhyKind.NUMBER_HIDDEN,),
        )
    )
    assert "Hidden number" in said(card)
    for words in ("Block", "Recent calls", "Copy number"):
        assert not has_button(card, words)


def test_a_colleague_cannot_be_blocked(show: Show, clock: FakeClock) -> None:
    card = show(dana(clock, title_source=TitleSource.EXTENSION, why=(WhyKind.COLLEAGUE,)))
    assert not has_button(card, "Block")
    assert has_button(card, "Recent calls")


@pytest.mark.parametrize("source", [TitleSource.CALLER_NAME, TitleSource.NUMBER])
def test_copying_gives_clean_digits(show: Show, clock: FakeClock, source: TitleSource) -> None:
    card = show(dana(clock, title_source=source))
    button(card, "Copy number").click()
    assert QGuiApplication.clipboard().text() == "+972501234567"


def test_blocking_asks_first_and_says_what_it_does(show: Show, clock: FakeClock) -> None:
    ringing = dana(clock)
    card = show(ringing)
    asked = heard(card)
    button(card, "Block").click()
    assert "Block +972 50-123-4567?" in said(card)
    assert "Nobody in your organisation can be connected" in said(card)
    assert asked == {}
    button(card, "Cancel").click()
    assert not has_button(card, "Block number")
    button(card, "Block").click()
    button(card, "Block number").click()
    assert asked == {"block_requested": [BlockRequest(ringing.key, ringing.number, "Dana Levi")]}
    assert not button(card, "Blocking…").isEnabled()
    card.set_block_result(is_done=False)
    assert button(card, "Block number").isEnabled()
    card.set_block_result(is_done=True)
    card.show_card(ringing, is_blocked=True)
    assert not button(card, "Blocked").isEnabled()


def test_the_way_out_lies_under_the_pointer_that_pressed_block(
    show: Show, clock: FakeClock
) -> None:
    card = show(dana(clock))
    card.setFixedWidth(CARD_PX)
    card.show()
    pressed = button(card, "Block")
    x = pressed.mapTo(card, pressed.rect().center()).x()
    pressed.click()
    settle(card)
    card.adjustSize()
    cancel = button(card, "Cancel")
    left = cancel.mapTo(card, cancel.rect().topLeft()).x()
    assert left <= x <= left + cancel.width()


def test_an_open_question_belongs_to_its_call(show: Show, clock: FakeClock) -> None:
    card = show(dana(clock))
    button(card, "Block").click()
    card.show_card(dana(clock, phase=Phase.TALKING))
    assert has_button(card, "Block number")
    card.show_card(dana(clock, key=CallKey("SIPSIP1", "other")))
    assert not has_button(card, "Block number")


def test_recent_calls_unfold_in_the_card(show: Show, clock: FakeClock) -> None:
    ringing = dana(clock)
    card = show(ringing)
    asked = heard(card)
    button(card, "Recent calls").click()
    assert asked == {"talks_requested": [ringing.key]}
    assert "Asking the call log…" in said(card)
    card.show_card(replace(ringing, talks=talks(clock.now())))
    assert "Taken by Yael Lavi" in said(card)
    card.show_card(replace(ringing, talks=RecentCalls(ListState.READY)))
    assert "No earlier calls with this number" in said(card)
    assert "Taken by Yael Lavi" not in said(card)
    failed = RecentCalls(ListState.FAILED, error_code="unreachable")
    card.show_card(replace(ringing, talks=failed))
    assert "Voicenter cannot be reached." in said(card)
    button(card, "Try again").click()
    assert asked["talks_requested"] == [ringing.key] * 2
    card.show_card(replace(ringing, talks=RecentCalls(ListState.NO_CODE)))
    button(card, "Enter the API code").click()
    assert asked["code_requested"] == [None]
    button(card, "Recent calls").click()
    assert "API code" not in said(card)


def test_four_fields_show_and_the_others_unfold(show: Show, clock: FakeClock) -> None:
    ringing = dana(clock)
    card = show(ringing)
    asked = heard(card)
    button(card, "2 more fields").click()
    assert "Contract" in said(card)
    button(card, "#222").click()
    assert asked == {"link_opened": [FIELDS[1].link]}
    button(card, "Fewer fields").click()
    assert "Contract" not in said(card)
    card.show_card(replace(ringing, fields=FIELDS[:1]))
    assert not has_button(card, "2 more fields")
    assert "Last ticket" not in said(card)


def test_the_reasons_unfold(show: Show, clock: FakeClock) -> None:
    card = show(dana(clock))
    line = button(card, "Why this card: the name came with the call")
    line.click()
    assert "Also: first seen in the middle of the call" in said(card)
    card.show_card(dana(clock, why=(WhyKind.NO_NAME,)))
    assert not button(card, "Why this card: no name came with the call").isEnabled()


def test_an_ended_card_can_be_dismissed(show: Show, clock: FakeClock) -> None:
    ended = dana(clock, phase=Phase.ENDED, outcome=Outcome.MISSED, ring_s=17)
    card = show(ended)
    asked = heard(card)
    card.set_closing(8)
    assert "Missed, rang 17 s · Sales Queue" in said(card)
    assert "Closes in 8 s, stays while the pointer is on it" in said(card)
    card.set_closing(None)
    assert "Stays until it is dismissed" in said(card)
    button(card, "Dismiss this card").click()
    assert asked == {"closed": [ended.key]}


def test_the_small_card_has_the_essentials(show: Show, clock: FakeClock) -> None:
    ringing = dana(clock)
    card = show(ringing, CardSize.SMALL)
    unfolded: list[bool] = []
    card.unfold_requested.connect(lambda: unfolded.append(True))
    assert "Client ID" not in said(card)
    assert not has_button(card, "Mute recording")
    button(card, "Show card").click()
    assert unfolded == [True]
    card.show_card(replace(ringing, phase=Phase.TALKING, guard=GuardView(GuardState.RECORDING)))
    assert has_button(card, "Mute recording")


def test_the_card_in_the_window_unfolds_its_details(show: Show, clock: FakeClock) -> None:
    card = show(dana(clock), CardSize.DESK)
    assert "Client ID" not in said(card)
    button(card, "Details").click()
    assert "Client ID" in said(card)
    assert has_button(card, "Why this card: the name came with the call")
    button(card, "Block").click()
    assert card.cancel()
    assert not card.cancel()


def test_who_passed_the_call_on_and_who_listens(show: Show, clock: FakeClock) -> None:
    card = show(dana(clock, transferred_by="Noam Bar", is_spied_on=True))
    assert "Transferred by Noam Bar" in said(card)
    assert "Listened to" in said(card)


HOSTILE = (
    "<img src='file:///etc/passwd'><b>bold</b>",
    "x" * 10_000,
    "שלום " * 50 + "\u202eevil\u202c",
    "nul\x00 and \u200b\U0001f600" * 20,
    "&File && <a href='https://example.com'>link</a>",
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("size", CardSize)
def test_hostile_texts_stay_inside_and_stay_text(
    show: Show, clock: FakeClock, size: CardSize, text: str
) -> None:
    plain = show(dana(clock), size)
    card = show(
        dana(
            clock,
            title=text,
            queue_name=text,
            line_text=text,
            number_text=text,
            transferred_by=text,
            fields=tuple(CustomField(text, text, link) for link in ("", "https://example.com")),
        ),
        size,
    )
    for each in (plain, card):
        each.setFixedWidth(CARD_PX)
        each.show()
        settle(each)
    assert card.width() == CARD_PX
    assert card.minimumSizeHint().width() <= CARD_PX
    assert not card.grab().isNull()
    for child in card.findChildren(StateStrip):
        assert child.width() <= CARD_PX


def test_while_blind_a_muted_card_claims_nothing_that_nobody_can_know(
    show: Show, clock: FakeClock
) -> None:
    guard = GuardView(GuardState.MUTED_CONFIRMED, clock.monotonic() - 72)
    muted = dana(clock, phase=Phase.TALKING, guard=guard)
    card = show(muted)
    (band,) = card.findChildren(MutedBand)
    assert "Confirmed" in band.text()
    assert button(card, "Resume recording").isEnabled()
    since = datetime(2026, 3, 1, 8, 59, 30, tzinfo=UTC)
    card.show_card(replace(muted, is_stale=True), as_of=since)
    assert "Confirmed" not in band.text()
    at = since.astimezone().strftime("%H:%M:%S")
    assert f"as of {at}" in plain(band.text())
    assert band.time_rect.width() < 8
    assert button(card, "Resume recording").isEnabled()
    assert not has_button(card, "Mute recording")


@pytest.mark.parametrize("size", CardSize)
def test_a_ring_that_has_stopped_promises_no_recording(
    show: Show, clock: FakeClock, size: CardSize
) -> None:
    """The card went on saying "Will be recorded"."""
    card = show(dana(clock), size)
    assert "Will be recorded" in said(card)
    card.show_card(dana(clock, phase=Phase.RING_STOPPED))
    assert "recorded" not in said(card)
    assert not has_button(card, "Mute recording")
    card.show_card(dana(clock))
    assert "Will be recorded" in said(card)
    assert has_button(card, "Mute recording") is (size is not CardSize.SMALL)


@pytest.mark.parametrize("size", CardSize)
@pytest.mark.parametrize(
    ("state", "usual"),
    [(GuardState.WILL_RECORD, "Will be recorded"), (GuardState.RECORDING, "Recording")],
)
def test_a_mute_that_is_only_reported_is_said_and_not_alarming(
    show: Show, clock: FakeClock, size: CardSize, state: GuardState, usual: str
) -> None:
    """The card went on saying "Recording" while the service's events said muted."""
    phase = Phase.RINGING if state is GuardState.WILL_RECORD else Phase.TALKING
    card = show(dana(clock, phase=phase, guard=GuardView(state, is_reported_muted=True)), size)
    assert "Reported muted" in said(card).splitlines()
    assert usual not in said(card).splitlines()
    assert not card.is_alarmed
    band = card.findChild(MutedBand)
    assert band is not None
    assert not band.isVisibleTo(card)
    is_offered = phase is Phase.TALKING or size is not CardSize.SMALL
    assert has_button(card, "Mute recording") is is_offered
    card.show_card(dana(clock, phase=phase, guard=GuardView(state)))
    assert usual in said(card).splitlines()


def test_a_card_says_why_it_has_links_and_why_not(show: Show, clock: FakeClock) -> None:
    links = (
        LinkReason(LinkKind.NO_VALUE, "Client ID"),
        LinkReason(LinkKind.HOST_NOT_ALLOWED, "Ticket", "crm.example.org"),
        LinkReason(LinkKind.NO_ADDRESS, "Contract"),
        LinkReason(LinkKind.FROM_RULE, "Order"),
        LinkReason(LinkKind.IN_VALUE, "Site"),
    )
    card = show(dana(clock, why=(WhyKind.NAME_FROM_CALL,), links=links))
    resized: list[None] = []
    card.resized.connect(lambda: resized.append(None))
    assert "No link" not in said(card)
    button(card, "Why this card: the name came with the call").click()
    for each in (
        "No link for Client ID: the call brought no value for it",
        "No link for Ticket: the host crm.example.org is not allowed",
        "No link for Contract: its rule and the value make no web address",
        "Link of Order: a rule for custom data makes it",
        "Link of Site: the value is a web address",
        "Links open when they are pressed, never by themselves",
    ):
        assert each in said(card)
    assert resized
    nothing = (LinkReason(LinkKind.NOTHING),)
    card.show_card(dana(clock, why=(WhyKind.NAME_FROM_CALL,), links=nothing))
    assert "Nothing to open" in said(card)
    assert "Links open" not in said(card)
    button(card, "Why this card: the name came with the call").click()
    assert "Nothing to open" not in said(card)


def test_each_reason_has_a_line_of_its_own(show: Show, clock: FakeClock) -> None:
    links = tuple(LinkReason(LinkKind.NO_VALUE, str(at)) for at in range(3))
    card = show(dana(clock, links=links))
    before = card.sizeHint().height()
    button(card, "Why this card: the name came with the call").click()
    lay_out(card)
    assert card.sizeHint().height() - before >= 4 * Role.LABEL.line


def test_what_a_command_can_do_with_a_card(show: Show, clock: FakeClock) -> None:
    card = show(dana(clock), CardSize.DESK)
    asked = heard(card)
    assert card.request_block()
    assert has_button(card, "Block number")
    assert "block_requested" not in asked
    assert not card.start_note()  # nobody keeps it: no marks
    card.cancel()
    card.show_card(dana(clock, fields=(), copy_text=""), is_blocked=True)
    assert not card.request_block()


def test_the_keyboard_goes_to_what_an_agent_needs_first(show: Show, clock: FakeClock) -> None:
    card = show(dana(clock), CardSize.DESK)
    card.show()
    card.focus_first_action()
    assert card.focusWidget() is button(card, "Mute recording")
    ended = dana(clock, phase=Phase.ENDED, guard=GuardView(GuardState.NOT_RECORDED))
    card.show_card(ended)
    card.focus_first_action()
    assert card.focusWidget() is button(card, "Recent calls")


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("name", ["Mute recording", "Block", "Cancel"])
def test_the_focus_ring_of_a_control_is_whole(
    show: Show, clock: FakeClock, name: str, direction: Qt.LayoutDirection
) -> None:
    card = show(dana(clock), CardSize.DESK)
    card.setLayoutDirection(direction)
    card.show()
    card.activateWindow()
    assert QTest.qWaitForWindowActive(card)
    if name == "Cancel":
        button(card, "Block").click()
        settle(card)
    control = button(card, name)
    control.clearFocus()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = (frame for frame in card.findChildren(QFocusFrame) if frame.isVisible())
    assert ring.visibleRegion().boundingRect().size() == ring.size()
    around = QRect(control.mapTo(card, QPoint()), control.size()).adjusted(-6, -6, 6, 6)
    assert QRect(ring.mapTo(card, QPoint()), ring.size()) == around
