"""What moves, for how long, and that nothing has to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from agent_desk.desk.state import CallKey, Phase
from agent_desk.ui.motion import LEAVE_MS, MOVE_MS, RISE_MS, RISE_PX, Motion, window_ms
from agent_desk.ui.pop_stack import PopStack
from agent_desk.ui.settings_sections import AppearanceSection
from agent_desk.ui.settings_values import Preferences
from agent_desk.ui.theme import Scheme, Theme, tokens
from tests.helpers.until import until
from tests.ui.finders import button, drop_deleted, said
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from agent_desk.desk.card import Card
    from agent_desk.ui.pop import Pop
    from tests.helpers.clock import FakeClock


pytestmark = pytest.mark.qt_log_ignore("setting window opacity", extend=True)


class Lengths:
    """Lets windows move, and notes for how long."""

    def __init__(self) -> None:
        self.asked: set[int] = set()

    def __call__(self, wanted: int) -> int:
        self.asked.add(wanted)
        return wanted


@pytest.fixture
def lengths() -> Lengths:
    return Lengths()


@pytest.fixture
def stack(qapp: QApplication, clock: FakeClock, lengths: Lengths) -> Iterator[PopStack]:
    made = PopStack(clock, QGuiApplication.primaryScreen, length_ms=lengths)
    yield made
    made.close_all()
    drop_deleted()
    assert not any(window.isVisible() for window in qapp.topLevelWidgets())


def show(stack: PopStack, *cards: Card) -> list[Pop]:
    stack.set_cards(cards, None, lambda _card: False)
    return stack.pops()


def place_above(lower: Pop, upper: Pop) -> int:
    """Where ``upper`` stands, with 12 px between the cards: each has 24 px of shadow around it."""
    return lower.y() - upper.height() + 2 * 24 - 12


def call(clock: FakeClock, number: int) -> Card:
    return dana(clock, key=CallKey("SIPSIP1", str(number)), fields=())


async def test_a_pop_is_whole_at_once_and_rises_after_its_first_frame(
    stack: PopStack, clock: FakeClock, lengths: Lengths
) -> None:
    painted: list[Card] = []
    stack.painted.connect(lambda card, _at: painted.append(card))
    (pop,) = show(stack, call(clock, 1))
    began = pop.pos()
    assert pop.windowOpacity() == 1.0
    assert pop.face.height() == pop.face.sizeHint().height()
    await until(lambda: painted)
    await until(lambda: pop.pos() == began - QPoint(0, RISE_PX), what="risen")
    assert lengths.asked == {RISE_MS}
    assert pop.windowOpacity() == 1.0


async def test_a_pop_moves_to_another_place_and_does_not_jump(
    stack: PopStack, clock: FakeClock, lengths: Lengths
) -> None:
    painted: list[Card] = []
    stack.painted.connect(lambda card, _at: painted.append(card))
    lower, upper = show(stack, call(clock, 2), call(clock, 1))
    await until(lambda: len(painted) == 2)
    await until(lambda: upper.y() == place_above(lower, upper), what="risen")
    began = upper.y()
    button(lower, "Block").click()
    assert upper.y() == began
    await until(lambda: upper.y() not in (began, place_above(lower, upper)), what="on its way")
    await until(lambda: upper.y() == place_above(lower, upper), what="its place")
    assert MOVE_MS in lengths.asked


async def test_a_pop_fades_out_and_cannot_be_pressed_meanwhile(
    stack: PopStack, clock: FakeClock, lengths: Lengths
) -> None:
    (pop,) = show(stack, call(clock, 1))
    show(stack)
    assert stack.pops() == []
    assert pop.isVisible()
    assert pop.is_leaving
    over = pop.childAt(pop.rect().center())
    assert over is not None
    assert over.parentWidget() is pop
    assert not over.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    await until(lambda: pop.windowOpacity() < 1.0)
    await until(lambda: not pop.isVisible())
    assert pop.windowOpacity() == 1.0
    assert LEAVE_MS in lengths.asked


def test_a_call_that_comes_while_a_pop_fades_has_a_whole_one(
    stack: PopStack, clock: FakeClock
) -> None:
    while not stack.warm_up():
        pass
    gone = show(stack, *(call(clock, at) for at in range(3)))
    while not stack.warm_up():  # as the window does a while after calls came
        pass
    show(stack)
    (fresh,) = show(stack, call(clock, 7))
    assert fresh not in gone
    pops = show(stack, *(call(clock, at) for at in range(7, 10)))
    assert all(pop.windowOpacity() == 1.0 and not pop.is_leaving for pop in pops)
    for pop in pops:
        assert pop.isVisible()
        mute = button(pop, "Keep open")
        assert pop.childAt(mute.mapTo(pop, mute.rect().center())) is mute


async def test_a_pop_that_goes_before_its_first_frame_stays_away(
    stack: PopStack, clock: FakeClock
) -> None:
    (pop,) = show(stack, call(clock, 1))
    show(stack)
    await until(lambda: not pop.isVisible())
    place = pop.pos()
    (other,) = show(stack, call(clock, 2))
    assert other is pop
    assert other.pos() == place


def test_offscreen_nothing_moves(qapp: QApplication, clock: FakeClock) -> None:
    assert qapp
    assert window_ms(RISE_MS) == 0
    stack = PopStack(clock, QGuiApplication.primaryScreen)
    (pop,) = show(stack, call(clock, 1))
    place = pop.pos()
    show(stack, replace(call(clock, 1), phase=Phase.TALKING))
    assert pop.geometry().bottom() - 24 == QGuiApplication.primaryScreen().geometry().bottom() - 16
    show(stack)
    assert not pop.isVisible()
    assert place == pop.pos() or place.y() < pop.y()
    stack.close_all()
    drop_deleted()


@pytest.mark.parametrize("platform", ["xcb", "windows", "cocoa"])
def test_windows_move_unless_less_motion_is_asked(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    theme = Theme.apply(qapp, Scheme.LIGHT)
    assert window_ms(RISE_MS) == RISE_MS
    motion = Motion(theme)
    changes: list[bool] = []
    motion.changed.connect(lambda: changes.append(motion.is_less))
    motion.choose(is_less=False)
    motion.hear_system(False)
    assert changes == []
    motion.hear_system(True)
    assert window_ms(RISE_MS) == 0
    assert tokens().is_still
    motion.choose(is_less=True)
    motion.hear_system(False)
    assert window_ms(RISE_MS) == 0
    motion.choose(is_less=False)
    assert window_ms(RISE_MS) == RISE_MS
    assert changes == [True, False]
    assert theme.scheme is Scheme.LIGHT


class StillStyle(QProxyStyle):
    """A desktop whose widgets are not animated."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returned)


def test_a_desktop_without_animations_is_heard_through_qt(qapp: QApplication) -> None:
    theme = Theme.apply(qapp, Scheme.LIGHT)
    motion = Motion(theme)
    try:
        qapp.setStyle(StillStyle("Fusion"))
        motion.choose(is_less=False)
        assert tokens().is_still
    finally:
        qapp.setStyle("Fusion")
        motion.choose(is_less=False)
    assert not tokens().is_still


def test_less_motion_is_chosen_in_the_settings(qtbot: QtBot) -> None:
    section = AppearanceSection()
    qtbot.addWidget(section)
    section.show_preferences(Preferences(), frozenset({"less_motion"}))
    assert said(section).count("administrator") == 1
    heard: list[Preferences] = []
    section.chosen.connect(heard.append)
    button(section, "On").click()
    assert [each.less_motion for each in heard] == [True]
    section.show_preferences(Preferences(less_motion=True), frozenset())
    assert button(section, "On").isChecked()
