from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt, SignalInstance
from PySide6.QtGui import QEnterEvent, QGuiApplication

from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import CallKey, Outcome, Phase
from agent_desk.ui import language
from agent_desk.ui.icons import Icon
from agent_desk.ui.pop import CARD_PX, MoreCalls
from agent_desk.ui.pop_stack import PopStack
from agent_desk.ui.theme import Token, colour
from agent_desk.ui.widgets import Toast
from tests.helpers.until import until
from tests.ui.finders import button, drop_deleted, has_button, said
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QApplication

    from agent_desk.desk.card import Card
    from agent_desk.ui.pop import Pop
    from tests.helpers.clock import FakeClock


@pytest.fixture
def stack(qapp: QApplication, clock: FakeClock) -> Iterator[PopStack]:
    made = PopStack(clock, QGuiApplication.primaryScreen)
    yield made
    made.close_all()
    drop_deleted()
    assert not any(window.isVisible() for window in qapp.topLevelWidgets())


def show(stack: PopStack, *cards: Card) -> list[Pop]:
    stack.set_cards(cards, None, lambda _card: False)
    return stack.pops()


def call(clock: FakeClock, number: int, phase: Phase = Phase.RINGING) -> Card:
    outcome = Outcome.MISSED if phase is Phase.ENDED else None
    return dana(
        clock,
        key=CallKey("SIPSIP1", str(number)),
        title=f"Caller {number}",
        phase=phase,
        outcome=outcome,
    )


def test_a_pop_never_becomes_the_active_window(stack: PopStack, clock: FakeClock) -> None:
    (pop,) = show(stack, call(clock, 1))
    flags = pop.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    assert pop.windowType() == Qt.WindowType.Tool
    assert pop.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert pop.isVisible()
    assert not pop.isActiveWindow()


def test_the_first_frame_is_complete(stack: PopStack, clock: FakeClock) -> None:
    """Nothing may be left to be laid out when the window is shown."""
    (pop,) = show(stack, call(clock, 1))
    card = pop.face
    assert card.size().width() == CARD_PX
    assert card.height() == card.sizeHint().height()
    mute = button(pop, "Mute recording")
    assert mute.height() == 48
    assert pop.rect().contains(QRect(mute.mapTo(pop, mute.rect().topLeft()), mute.size()))


async def test_the_paint_is_reported_once_for_every_phase(
    qapp: QApplication, stack: PopStack, clock: FakeClock
) -> None:
    assert qapp
    painted: list[tuple[Phase, float]] = []
    stack.painted.connect(lambda card, at: painted.append((card.phase, at)))
    ringing = call(clock, 1)
    show(stack, ringing)
    await until(lambda: len(painted) == 1)
    clock.advance(3)
    show(stack, replace(ringing, queue_name="Other"))
    show(stack, replace(ringing, phase=Phase.TALKING))
    await until(lambda: len(painted) == 2)
    assert painted == [(Phase.RINGING, 1000.0), (Phase.TALKING, 1003.0)]


def test_a_second_call_stands_small_above_the_first(stack: PopStack, clock: FakeClock) -> None:
    talking = replace(
        call(clock, 1, Phase.TALKING), guard=GuardView(GuardState.RECORDING), fields=()
    )
    first, second = show(stack, call(clock, 2), talking)
    assert first.card == talking
    assert not has_button(first, "Show card")
    assert has_button(second, "Show card")
    assert second.geometry().top() < first.geometry().top()
    button(second, "Show card").click()
    assert has_button(first, "Show card")
    assert not has_button(second, "Show card")
    (left,) = show(stack, call(clock, 2))
    assert left is second
    assert not has_button(left, "Show card")


@pytest.mark.parametrize("before", [Phase.RING_STOPPED, Phase.ENDED])
def test_a_call_that_rings_gets_the_whole_card_of_one_that_does_not(
    stack: PopStack, clock: FakeClock, before: Phase
) -> None:
    quiet, ringing = show(stack, call(clock, 2), replace(call(clock, 1), phase=before))
    assert has_button(quiet, "Show card")
    assert not has_button(ringing, "Show card")
    assert has_button(ringing, "Mute recording")


def test_as_many_as_the_screen_holds_stand_clear_and_the_others_are_counted(
    qapp: QApplication, stack: PopStack, clock: FakeClock
) -> None:
    language.install(qapp, "en")

    def counted() -> str:
        lines = [each for each in qapp.topLevelWidgets() if isinstance(each, MoreCalls)]
        return "".join(said(line) for line in lines if line.isVisible())

    assert QGuiApplication.primaryScreen().availableGeometry().height() == 800
    calls = [call(clock, number) for number in range(6, 0, -1)]
    pops = show(stack, *calls)
    shown = [pop.card.title for pop in pops if pop.card is not None]
    assert shown == ["Caller 4", "Caller 5", "Caller 6"]
    for lower, upper in pairwise(pops):
        assert upper.geometry().bottom() - 24 < lower.geometry().top() + 24
    assert counted() == "3 more calls in the main window"
    show(stack, *calls[:4])
    assert counted() == "1 more call in the main window"
    show(stack, *calls[:3])
    assert counted() == ""


def test_four_talking_calls_and_a_toast_do_not_overlap(
    qapp: QApplication, clock: FakeClock
) -> None:
    """They did by 24 px on a screen of 1080."""
    assert qapp
    stack = PopStack(clock, lambda: monitor(0, 0, 1920, 1080))
    toast = Toast(Icon.AVAILABLE, "Blocked", action="Undo")
    guard = GuardView(GuardState.RECORDING)
    try:
        calls = [replace(call(clock, at, Phase.TALKING), guard=guard) for at in range(4)]
        assert len(show(stack, *calls)) == 4
        stack.show_toast(toast)
        windows = [*stack.pops(), toast]
        windows += [each for each in qapp.topLevelWidgets() if isinstance(each, MoreCalls)]
        shown = [window.geometry() for window in windows if window.isVisible()]
        shown.sort(key=QRect.top, reverse=True)
        for lower, upper in pairwise(shown):
            assert upper.bottom() - 24 < lower.top() + 24
        assert shown[-1].top() >= -24
        assert len(stack.pops()) == 3
        toast.hide()
        assert len(stack.pops()) == 4
    finally:
        stack.close_all()
        drop_deleted()


class Monitor:
    """A screen of any size, where the platform has only one of 800 px."""

    def __init__(self, free: QRect) -> None:
        self._free = free

    def availableGeometry(self) -> QRect:
        return self._free


def monitor(x: int, y: int, width: int, height: int) -> QScreen:
    return cast("QScreen", Monitor(QRect(x, y, width, height)))


def reaches(pop: Pop, edge: int) -> bool:
    return pop.geometry().right() - 24 == edge


async def test_pops_follow_the_screens(qapp: QApplication, clock: FakeClock) -> None:
    """Undocked, docked, another scale: they stand where they are to be seen."""
    here = [monitor(0, 0, 1920, 1080)]
    stack = PopStack(clock, lambda: here[0])
    real = QGuiApplication.primaryScreen()
    try:
        (pop,) = show(stack, call(clock, 1))
        assert pop.geometry().right() - 24 == 1920 - 16 - 1
        changes: tuple[tuple[QScreen, SignalInstance, object], ...] = (
            (monitor(0, 0, 1280, 720), qapp.screenRemoved, real),
            (monitor(-1080, 0, 1080, 1920), qapp.screenAdded, real),
            (monitor(0, 40, 2560, 1400), real.availableGeometryChanged, QRect()),
            (monitor(0, 0, 1707, 960), real.logicalDotsPerInchChanged, 144.0),
            (monitor(0, 0, 800, 600), qapp.primaryScreenChanged, real),
        )
        for where, changed, what in changes:
            here[0] = where
            changed.emit(what)
            free = where.availableGeometry()
            edge = free.right() - 16
            await until(partial(reaches, pop, edge), what="its place")
            assert free.contains(QRect(pop.mapToGlobal(pop.face.pos()), pop.face.size()))
    finally:
        stack.close_all()
        drop_deleted()
    qapp.screenRemoved.emit(real)  # nobody is there to hear it


def test_a_ring_that_ends_shows_its_outcome_in_the_same_window(
    stack: PopStack, clock: FakeClock
) -> None:
    (pop,) = show(stack, call(clock, 1))
    (same,) = show(stack, call(clock, 1, Phase.ENDED))
    assert same is pop
    assert "Missed" in said(pop)
    assert show(stack) == []
    assert not pop.isVisible()
    (again,) = show(stack, call(clock, 2))
    assert again is pop
    assert "Caller 2" in said(again)


def test_windows_are_built_before_they_are_needed(
    qapp: QApplication, stack: PopStack, clock: FakeClock
) -> None:
    created: list[object] = []
    stack.created.connect(created.append)
    calls = [call(clock, number) for number in range(5)]
    for live, built in ((0, 2), (1, 2), (2, 3), (3, 4), (4, 4), (5, 4)):
        show(stack, *calls[:live])
        assert stack.is_warm is (built == len(created))
        while not stack.warm_up():
            pass
        assert len(created) == built
    show(stack)
    assert stack.is_warm
    assert not any(window.isVisible() for window in qapp.topLevelWidgets())


def test_a_row_that_turns_up_with_time_lets_all_times_go_on(
    stack: PopStack, clock: FakeClock
) -> None:
    now = clock.monotonic()
    ends = GuardView(GuardState.MUTED, muted_from=now, resume_at=now + 60)
    muted = replace(call(clock, 1, Phase.TALKING), guard=ends)
    other = call(clock, 2, Phase.TALKING)
    pops = show(stack, muted, other)
    clock.advance(50)
    stack.tick()  # the countdown's row makes the first pop higher: all are placed anew
    assert sum("Recording resumes in" in said(pop) for pop in pops) == 1


def test_the_pointer_on_a_pop_is_known(stack: PopStack, clock: FakeClock) -> None:
    (pop,) = show(stack, call(clock, 1))
    spot = QPointF(50, 50)
    QGuiApplication.sendEvent(pop, QEnterEvent(spot, spot, spot))
    assert pop.is_hovered
    QGuiApplication.sendEvent(pop, QEvent(QEvent.Type.Leave))
    assert not pop.is_hovered


def test_a_pop_grows_away_from_its_corner(stack: PopStack, clock: FakeClock) -> None:
    (pop,) = show(stack, call(clock, 1))
    before = pop.geometry()
    button(pop, "Block").click()
    assert pop.geometry().bottom() == before.bottom()
    assert pop.geometry().top() < before.top()


def test_a_pop_is_never_outside_of_the_screen(stack: PopStack, clock: FakeClock) -> None:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    pops = show(stack, *(call(clock, number) for number in range(6)))
    for pop in pops:
        card = QRect(pop.mapToGlobal(pop.face.pos()), pop.face.size())
        assert screen.contains(card)


@pytest.mark.qt_log_ignore("setting window masks", extend=True)
def test_without_a_compositor_pops_have_no_shadow_and_do_not_overlap(
    qapp: QApplication, clock: FakeClock
) -> None:
    assert qapp
    is_composited = [False]
    stack = PopStack(clock, QGuiApplication.primaryScreen, is_composited=lambda: is_composited[0])
    stack.warm_up()
    toast = Toast(Icon.AVAILABLE, "Blocked", action="Undo")
    try:
        lower, upper = show(stack, *(replace(call(clock, at), fields=()) for at in range(2)))
        assert upper.geometry().bottom() + 12 < lower.geometry().top() + 1
        (pop,) = show(stack, replace(call(clock, 1), fields=()))
        stack.show_toast(toast)
        assert toast.geometry().bottom() + 12 < pop.geometry().top() + 1
        for window in (lower, upper, toast):
            assert not window.mask().isEmpty()
            assert window.width() == CARD_PX
        edge = pop.grab().toImage().pixelColor(pop.width() // 2, pop.height() - 1)
        assert edge == colour(Token.HAIRLINE)
        # A compositor came with the rest of the session.
        is_composited[0] = True
        toast.hide()
        show(stack)
        (pop,) = show(stack, call(clock, 7))
        assert pop.mask().isEmpty()
        assert pop.width() == CARD_PX + 2 * 24
    finally:
        stack.close_all()
        drop_deleted()
