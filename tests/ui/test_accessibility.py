"""What a screen reader finds in every screen and state, and what a person who uses only keys sees.

The same over AT-SPI, from another process: ``tests/atspi``.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QLocale, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar, QWidget

from agent_desk.core.identity import LoginKind
from agent_desk.core.link import Link
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.state import CallKey, Outcome, Phase
from agent_desk.ui import language, looks, words
from agent_desk.ui.icons import Icon
from agent_desk.ui.intents import ExtensionChoice
from agent_desk.ui.settings_values import Preferences
from agent_desk.ui.theme import Theme
from agent_desk.ui.widgets import Button, IconView, Pill
from tests.ui import pictures
from tests.ui.finders import drop_deleted, said
from tests.ui.settings_pictures import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from tests.helpers.clock import FakeClock

_CONTROLS: Final = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.ComboBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.Link,
        QAccessible.Role.List,
        QAccessible.Role.ListItem,
        QAccessible.Role.PageTab,
        QAccessible.Role.PageTabList,
        QAccessible.Role.RadioButton,
        QAccessible.Role.SpinBox,
    }
)
# Direction marks, private letters and markup would be spelled out or swallowed.
_UNSPEAKABLE: Final = re.compile(
    "[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]|</?(span|b|p|br)>"
)
_MOMENT_MS: Final = 20
_RING_PIXELS: Final = 40
_WHOLE: Final = QSize(440, 6000)
"""Higher than any page, so that nothing scrolls."""
_AROUND: Final = 16
"""How far out of a control its ring, or the frame of its field, may lie."""
_PARTS: Final = ("settings-top", "settings-search")
"""Pictures of what is listened to as a whole."""


def faults(window: QWidget) -> Iterator[str]:
    """What a screen reader would say wrongly, or could not say."""
    waiting = [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        node = waiting.pop()
        state, role = node.state(), node.role()
        if state.invisible:
            continue
        waiting += [child for at in range(node.childCount()) if (child := node.child(at))]
        name, description = (node.text(each) for each in (_NAME, _DESCRIPTION))
        if _UNSPEAKABLE.search(name + description):
            yield f"unspeakable: {role.name} {name!r} {description!r}"
        if role in _CONTROLS and not name.strip():
            yield f"no name: {role.name} in {_place(node)}"
        if state.focusable and role not in _CONTROLS and not isinstance(node.object(), QScrollBar):
            yield f"can have the keyboard and is no control: {role.name} {name!r} in {_place(node)}"


_NAME, _DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def _place(node: QAccessibleInterface) -> str:
    found: list[str] = []
    at: QObject | None = node.object()
    while at is not None and len(found) < 4:
        found.append(type(at).__name__)
        at = at.parent()
    return " < ".join(found)


class Listener(pictures.Studio):
    """Where others take a picture, it listens; ``heard`` is what was wrong."""

    def __post_init__(self) -> None:
        self.heard: list[str] = []
        self.visits = 0
        super().__post_init__()

    def take(self, name: str, *windows: QWidget) -> None:
        self.visits += 1
        if name.startswith(_PARTS):
            return
        QTest.qWait(_MOMENT_MS)
        for window in windows:
            self.heard += [f"{name}: {fault}" for fault in faults(window)]


@pytest.fixture
def listener(qapp: QApplication, tmp_path: Path) -> Iterator[Listener]:
    QAccessible.setActive(True)  # else lists do not tell what has changed in them
    made = Listener(qapp, tmp_path / "pictures")
    yield made
    QAccessible.setActive(False)
    made.shell.close_all()
    drop_deleted()
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.c())
    Theme.apply(qapp, "light")


@pytest.mark.qt_log_ignore("setting window masks", "grabbing the keyboard", extend=True)
@pytest.mark.parametrize("scene", pictures.SCENES, ids=lambda scene: scene.__name__)
def test_every_screen_in_every_state_and_language_can_be_read_aloud(
    listener: Listener, scene: Callable[[pictures.Studio], None]
) -> None:
    scene(listener)
    assert listener.visits
    assert listener.heard == []


def test_an_unnamed_control_is_a_fault(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Button("Close", parent=window).setAccessibleName("\u2067Close")
    IconView(Icon.PHONE, parent=window).setFocusPolicy(Qt.FocusPolicy.TabFocus)
    QLineEdit(window)
    window.show()
    assert [each.partition(":")[0] for each in sorted(faults(window))] == [
        "can have the keyboard and is no control",
        "no name",
        "unspeakable",
    ]


# --------------------------------------------------------------------------------- by keyboard


def sign_in(studio: pictures.Studio) -> None:
    studio.shell.show_sign_in()


def sign_in_by_token(studio: pictures.Studio) -> None:
    studio.shell.show_sign_in(kind=LoginKind.TOKEN)


def choose_extension(studio: pictures.Studio) -> None:
    choices = (ExtensionChoice(f"SIPSIP{at}", "201", "Maya Cohen") for at in range(3))
    studio.shell.ask_extensions(tuple(choices))


def desk(studio: pictures.Studio) -> None:
    shell, clock = studio.shell, studio.clock
    shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False)
    shell.set_link(LinkView(Link.OFFLINE, blind_since=clock.now(), error_code="unreachable"))
    shell.notice("no_keyring", "")
    shell.ask_api_code("api_code")
    failed = GuardView(GuardState.MUTE_FAILED, failure_code="unknown_outcome")
    second = pictures.dana(clock, key=CallKey("SIPSIP1", "2"))
    studio.cards(pictures.dana(clock, phase=Phase.TALKING, guard=failed), second)
    shell.desk.set_my_calls(pictures.my_calls(clock.now()))
    QTest.qWait(_MOMENT_MS)
    studio.press(shell.window, "Details")


def settings(studio: pictures.Studio) -> None:
    shell = studio.shell
    shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False)
    shell.settings.show_preferences(Preferences(labels=RULES), frozenset())
    shell.settings.open()


@pytest.mark.qt_log_ignore("setting window masks", "grabbing the keyboard", extend=True)
@pytest.mark.parametrize("screen", [sign_in, sign_in_by_token, choose_extension, desk, settings])
def test_it_can_be_seen_where_the_keyboard_is(
    listener: Listener, screen: Callable[[pictures.Studio], None]
) -> None:
    screen(listener)
    window = listener.shell.window
    window.resize(_WHOLE)
    QTest.qWait(_MOMENT_MS)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    stops = [each for each in window.findChildren(QWidget) if _is_stop(each)]
    assert len(stops) >= 3
    unseen = []
    for scheme in ("light", "dark", "high-contrast"):
        Theme.apply(listener.app, scheme)
        changes = {each.accessibleName(): _change_by_focus(each) for each in stops}
        unseen += [(scheme, name) for name, pixels in changes.items() if pixels < _RING_PIXELS]
    listener.cards()
    assert unseen == []


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()


def _change_by_focus(control: QWidget) -> int:
    """How many pixels in and round ``control`` change when Tab brings the keyboard there."""
    window = control.window()
    if (before := window.focusWidget()) is not None:
        before.clearFocus()
    around = QRect(control.mapTo(window, QPoint()), control.size())
    around = around.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    without = _pixels(window, around)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    assert control.hasFocus()
    both = zip(without, _pixels(window, around), strict=True)
    return sum(one != two for one, two in both)


def _pixels(window: QWidget, part: QRect) -> memoryview[int]:
    image = window.grab(part).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(image.constBits())).cast("I")


# ------------------------------------------------------------------------------ without colour


def test_no_two_states_of_a_call_differ_by_colour_alone(clock: FakeClock, qapp: object) -> None:
    assert qapp
    cards = [pictures.dana(clock, phase=phase) for phase in Phase if phase is not Phase.ENDED]
    cards += [pictures.dana(clock, phase=Phase.ENDED, outcome=outcome) for outcome in Outcome]
    for one, two in combinations(cards, 2):
        if looks.of_card(one).tone is not looks.of_card(two).tone:
            assert words.state(one) != words.state(two)


def test_the_state_of_each_call_and_of_the_link_is_written(listener: Listener) -> None:
    shell, clock = listener.shell, listener.clock
    shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False)
    for link in (Link.CONNECTED, Link.RECONNECTING, Link.POLLING, Link.OFFLINE):
        shell.set_link(LinkView(link, server="monitor3", blind_since=clock.now()))
        pills = [pill.text() for pill in shell.window.findChildren(Pill) if pill.isVisible()]
        assert all(pills)
    for state in GuardState:
        card = pictures.dana(clock, phase=Phase.TALKING, guard=GuardView(state, clock.monotonic()))
        listener.cards(card)
        pop = shell.pop_widget(card.key)
        assert pop is not None
        assert words.state(card) in said(pop)
        assert ("Recording muted" in said(pop)) == (state in looks.MUTED_STATES)
    listener.cards()
